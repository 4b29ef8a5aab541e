"""The other side of `scripts.run.pool`: a process that runs snippets, one job after another.

What a job prints is caught, because a snippet that prints for ever must not fill a terminal or a disk; what it leaves
running or set is told to the pool, which then gives the next job to another process.
"""

import contextlib
import ctypes
import faulthandler
import importlib
import io
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import psutil

from scripts.foundation.paths import ROOT, shown

_PRINTED = 100_000
# How large a file may become.
WRITTEN = 500_000_000


class SnippetError(Exception):
    """A snippet failed; the message says how and where."""


@dataclass(frozen=True)
class Done:
    """What became of a job: its value or what it raised, what it printed, and whether it left all as it was."""

    value: Any = None
    raised: Exception | None = None
    said: str = ""
    clean: bool = True


class _Printed(io.StringIO):
    """What a snippet prints, up to a limit."""

    def write(self, text: str) -> int:
        """Keep the text. Raises `SnippetError` if there is too much."""
        if self.tell() + len(text) > _PRINTED:
            raise SnippetError(f"it printed more than {_PRINTED:,} characters")
        return super().write(text)


@contextmanager
def printed(*, errors: bool = False) -> Iterator[io.StringIO]:
    """Catch what is printed, also as `errors` if wanted. Raises `SnippetError` where there is too much."""
    out = _Printed()
    caught = contextlib.redirect_stderr(out) if errors else contextlib.nullcontext()
    with contextlib.redirect_stdout(out), caught:
        yield out


def call(module: str, function: str) -> Any:
    """Import a snippets module, call one of its functions and return the result. Raises `SnippetError`."""
    before = threading.active_count()
    try:
        return getattr(importlib.import_module(module), function)()
    except BaseException as error:
        raise SnippetError(describe(error)) from None
    finally:
        _left.extend([function] * (threading.active_count() > before))


def describe(error: BaseException) -> str:
    """Return an exception in one line, with the last place in `snippets/` that it went through."""
    places = [
        f"{shown(Path(frame.filename))}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if is_snippet(Path(frame.filename), _root[0])
    ]
    if isinstance(error, SyntaxError) and error.filename:
        places.append(f"{shown(Path(error.filename))}:{error.lineno}")
    where = f" at {places[-1]}" if places else ""
    first = str(error).strip().split("\n")[0]
    if isinstance(error, SnippetError):
        return f"{first}{where}"
    if isinstance(error, MemoryError) and _limits:
        return f"{too_much_memory(_limits[0])}{where}"
    return f"{type(error).__name__}{': ' + first if first else ''}{where}"


def is_snippet(path: Path, root: Path) -> bool:
    """Return whether a file is one of the snippets at `root`."""
    return root / "snippets" in path.parents


def too_much_memory(memory: int) -> str:
    """Return the words for a job that met its limit of memory (bytes)."""
    return f"it took more than {memory / 1e9:g} GB of memory"


def allowed(memory: int) -> int:
    """Return what a process may reserve if it may use `memory`: each thread of a numeric library keeps some room."""
    return memory + 64_000_000 * (os.cpu_count() or 1)


_limits: list[int] = []
# The root of the course whose snippets run here.
_root: list[Path] = [ROOT]
# Functions of snippets that left threads running; those of our own engines may stay.
_left: list[str] = []


def serve(pool: Connection, worker: Callable[[Any], Any], root: Path, memory: int, stacks: str) -> None:
    """Run the jobs that come from `pool` until it closes; the snippets are those of the course at `root`.

    To the file `stacks` goes where a job was when it ended.
    """
    process = os.getpid()
    _root[:] = [root]
    sys.path.insert(0, str(root))
    os.chdir(root)
    _settle(memory, stacks)
    pool.send_bytes(b"")
    while True:
        try:
            job = pool.recv()
        except EOFError:
            return
        place = _place()
        done = _run(worker, job)
        if os.getpid() != process:
            os._exit(0)  # a copy that the job forked came back as if it were us
        clean = not (_threads() or psutil.Process().children()) and place == _place() and _computes_as_ever()
        pool.send_bytes(_pickled(Done(done.value, done.raised, done.said, clean)))


def _settle(memory: int, stacks: str) -> None:
    """Take leave of the terminal, of signals sent to the build, and of more memory than is allowed."""
    _limits[:] = [memory]
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    file = Path(stacks).open("w", encoding="utf-8")  # noqa: SIM115 (open as long as the process lives)
    faulthandler.enable(file, all_threads=False)
    if sys.platform != "win32":
        import resource

        # A session of our own: all that a job starts is ended with it.
        os.setsid()
        faulthandler.register(signal.SIGUSR1, file, all_threads=False)
        resource.setrlimit(resource.RLIMIT_DATA, (allowed(memory), allowed(memory)))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (WRITTEN, WRITTEN))
    if sys.platform == "linux":
        # What a job cuts loose becomes our child (PR_SET_CHILD_SUBREAPER), so it is seen and ended too.
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
    threading.Thread(target=_end_with_the_build, daemon=True).start()


def _end_with_the_build() -> None:
    """Wait until the build ends, however it ends, and go with it."""
    if build := multiprocessing.parent_process():
        build.join()
        if sys.platform != "win32":
            os.killpg(os.getpgid(0), signal.SIGKILL)
        os._exit(1)


def _run(worker: Callable[[Any], Any], job: Any) -> Done:
    with printed(errors=True) as out:
        try:
            return Done(worker(job), said=out.getvalue())
        except SnippetError as error:
            return Done(raised=error, said=out.getvalue())
        except MemoryError as error:
            return Done(raised=SnippetError(describe(error)), said=out.getvalue())
        except BaseException as error:
            error.add_note(traceback.format_exc())
            return Done(raised=error if isinstance(error, Exception) else RuntimeError(repr(error)))


def _pickled(done: Done) -> bytes:
    try:
        return pickle.dumps(done)
    except Exception as error:
        return pickle.dumps(Done(raised=RuntimeError(f"{error!r}: {done.value!r} or {done.raised!r}"), clean=False))


def _threads() -> bool:
    return bool(_left) or any(not thread.daemon for thread in threading.enumerate()[1:])


def _place() -> tuple[str, int]:
    return str(Path.cwd()), sys.getrecursionlimit()


def _computes_as_ever() -> bool:
    """Return whether nothing has changed how numbers are computed or shown, in those modules that are imported."""
    return all(usual(sys.modules[name]) for name, usual in _USUAL.items() if name in sys.modules)


_USUAL: dict[str, Callable[[Any], bool]] = {
    "decimal": lambda decimal: decimal.getcontext().prec == decimal.DefaultContext.prec,
    "mpmath": lambda mpmath: mpmath.mp.prec == mpmath.fp.prec,
    "numpy": lambda numpy: numpy.geterr()["divide"] == "warn" and numpy.get_printoptions()["precision"] == 8,
}
