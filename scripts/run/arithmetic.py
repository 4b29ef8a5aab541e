"""One arithmetic for all machines: what is run apart computes with kernels that every usual x86-64 has.

NumPy and OpenBLAS choose theirs by the processor, and kernels differ in the last bit. A thousand
steps of training make that the first digit, and a picture of rounding errors is made of nothing else. Then a page is
right here and wrong there, and a card's picture changes without an author.
"""

import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager

_SAME = {
    # All that NumPy 2.4 knows beyond AVX2, which has been usual since 2015.
    "NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL AVX512_SPR",
    # OpenBLAS does not ask whether a processor can do what this names: so one that all can.
    "OPENBLAS_CORETYPE": "Nehalem",
    "OPENBLAS_NUM_THREADS": "1",  # sums are split by threads
}


def arithmetic() -> str:
    """Return what names the arithmetic in which jobs are run: results of another are another's."""
    return json.dumps(_asked())


@contextmanager
def same_arithmetic() -> Iterator[None]:
    """Let a process that is started meanwhile compute as on any other machine with this kind of processor."""
    asked = _asked()
    before = {name: os.environ.pop(name) for name in _SAME if name in os.environ}
    os.environ.update(asked)
    try:
        yield
    finally:
        for name in _SAME:
            os.environ.pop(name, None)
        os.environ.update(before)


def _asked() -> dict[str, str]:
    """Return what the environment of such a process says beside ours.

    `NABLA_ARITHMETIC=own` gives a machine its own kernels back, to see what depends on them.
    """
    others = platform.machine().lower() not in ("x86_64", "amd64")
    own = others or os.environ.get("NABLA_ARITHMETIC") == "own"
    return {name: os.environ[name] for name in _SAME if name in os.environ} if own else _SAME
