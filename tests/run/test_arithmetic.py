"""What is run apart computes the same, to the last bit, on any processor, whatever the environment asks for."""

import platform
import sys

import pytest

from scripts.run.pool import run_apart
from tests.run.jobs import obey

# Where the kernels are the same: other systems have other mathematical libraries.
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() != "x86_64", reason="computes with other kernels"
)
# What every x86-64 computes. Another NumPy may have other kernels: then these change, and nothing else is wrong.
EXPECTED = {
    "product": "22e0d89864246e2a",
    "singular values": "bdc14842a7feda9c",
    "exponentials": "244b01fbbef7390e",
}


@pytest.mark.parametrize("kernels", [None, "Haswell"])
def test_a_job_computes_as_on_any_other_machine(kernels: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NABLA_ARITHMETIC", "OPENBLAS_CORETYPE"):
        monkeypatch.delenv(name, raising=False)
    if kernels:
        monkeypatch.setenv("OPENBLAS_CORETYPE", kernels)
    assert run_apart(obey, [("digest_kernels", None)]) == [EXPECTED]
