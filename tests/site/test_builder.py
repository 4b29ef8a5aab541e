"""The preview's builder: what its process says is printed as it comes, up to what became of the task."""

import subprocess
import sys

import pytest

from scripts.foundation.paths import HERE
from scripts.site.builder import Builder, Outcome

# Speaks as slowly as a build does, in pieces that begin and end anywhere.
PROCESS = r"""
import sys, time
for line in sys.stdin.buffer:
    for piece in (b"Pages read\n", b"Figures", b"\0{\"done\": fal", b"se, \"wrong\": \"a\\nb\"}\n"):
        sys.stdout.buffer.write(piece)
        sys.stdout.flush()
        time.sleep(0.01)
"""


def test_what_is_said_is_printed_and_the_outcome_returned(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def start(builder: Builder) -> "subprocess.Popen[bytes]":
        pipe = subprocess.PIPE
        return subprocess.Popen([sys.executable, "-c", PROCESS], stdin=pipe, stdout=pipe)

    monkeypatch.setattr(Builder, "_start", start)
    builder = Builder(HERE)
    for _ in range(2):
        assert builder.build() == Outcome(wrong="a\nb")
        assert capsys.readouterr().out == "Pages read\nFigures"
    builder.end()
