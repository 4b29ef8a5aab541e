"""Running programs: where Python is, in which letters it speaks; within a limit of time, with the last line printed."""

from __future__ import annotations  # an older Python must get as far as reading which one is needed

import contextlib
import io
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scripts.foundation.paths import ROOT

VENV = ROOT / ".venv"


def python_in(environment: Path) -> Path:
    """Return where the Python of a virtual environment is."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


PYTHON = python_in(VENV)


class SetupError(RuntimeError):
    """A step failed; the message says which, why, and what to do."""


def speak_utf8() -> None:
    """Write UTF-8 whatever the machine's settings are: into a pipe, Windows would use an alphabet without our signs."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def run(command: Sequence[str], *, limit: float, folder: Path = ROOT) -> None:
    """Run `command` in `folder` for at most `limit` seconds. Raises `SetupError` with the end of what it printed."""
    path = os.pathsep.join([str(PYTHON.parent), os.environ.get("PATH", "")])
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, "PATH": path, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,  # a group of its own, so that what it starts can be stopped with it
        )
    except OSError as error:
        raise SetupError(f"{command[0]} does not run: {error}") from error
    late = threading.Event()

    def end() -> None:
        late.set()
        stop(process)

    timer = threading.Timer(limit, end)
    timer.start()
    try:
        printed = _follow(process)
    except BaseException:  # an interrupt from the keyboard does not reach the other group by itself
        stop(process)
        raise
    finally:
        timer.cancel()
    if late.is_set():
        raise SetupError(f"{' '.join(command)}: stopped, because it took more than {limit:.0f} s")
    if process.returncode != 0:
        raise SetupError("\n".join([f"{' '.join(command)}: exit code {process.returncode}", *printed[-20:]]))


def _follow(process: subprocess.Popen[str]) -> list[str]:
    """Wait for the end of `process` and return the lines it prints, showing the newest one if someone watches."""
    assert process.stdout is not None
    watched, printed = sys.stdout.isatty(), []
    for line in process.stdout:
        printed.append(line.rstrip())
        if watched:  # save the cursor, show the line, go back: the terminal's own codes \0337 and \0338
            width = max(shutil.get_terminal_size().columns - 45, 10)
            print(f"\0337\033[K{printed[-1][:width]}\0338", end="", flush=True)
    process.wait()
    if watched:
        print("\033[K", end="", flush=True)
    return printed


def stop(process: subprocess.Popen[Any]) -> None:
    """Stop `process` and all that it started."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
