"""The process that builds for the preview: it stays, and what has not changed since its last build it knows by heart.

It runs the code as it was when it started, so another one takes its place as soon as a program of ours has changed.
"""

import json
import os
import select
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from scripts.foundation.failures import told
from scripts.foundation.giving_way import GivenWay, giving_way
from scripts.foundation.paths import FRONTEND, ROOT, SCRIPTS, Places
from scripts.foundation.programs import speak_utf8

# After what is printed meanwhile; then comes the outcome, and the end of a line.
_END = b"\0"


@dataclass(frozen=True)
class Outcome:
    """What became of a task: whether it was done, or given up for something more urgent, or what is wrong."""

    done: bool = False
    given_up: bool = False
    wrong: str = ""


class Builder:
    """Builds the site of this checkout whenever it is asked to, in a process of its own."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._process: subprocess.Popen[bytes] | None = None
        self._programs: dict[Path, int] = {}
        self._builds = threading.Event()

    def make_ahead(self, names: Collection[str], out: Path) -> Outcome:
        """Make the pages of some names into `out`, ahead of the site."""
        return self._asked("make_ahead", sorted(names), str(out))

    def build(self) -> Outcome:
        """Build the site, and print what is to be said about it."""
        self._builds.set()
        try:
            return self._asked("build")
        finally:
            self._builds.clear()

    def give_way(self) -> None:
        """Let a build that goes on be given up; any thread may ask for that."""
        process = self._process
        if self._builds.is_set() and process is not None and process.stdin is not None:
            self._say(process, b"\n")

    def _asked(self, task: str, *given: object) -> Outcome:
        programs = dict(_programs())
        if self._process is None or self._process.poll() is not None or programs != self._programs:
            self.end()
            self._process, self._programs = self._start(), programs
        self._say(self._process, json.dumps([task, *given]).encode() + b"\n")
        return self._heard(self._process)

    def _say(self, process: subprocess.Popen[bytes], line: bytes) -> None:
        assert process.stdin is not None
        with suppress(OSError):  # it has ended, which is found out where it is heard
            process.stdin.write(line)
            process.stdin.flush()

    def _start(self) -> subprocess.Popen[bytes]:
        # Bytecode goes to build/, since files appearing beside the scripts would look like changes.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(self._places.build / "pycache")}
        command = [sys.executable, "-m", "scripts.site.builder"]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT)

    def _heard(self, process: subprocess.Popen[bytes]) -> Outcome:
        """Print what the process says, up to the outcome, and return that."""
        assert process.stdout is not None
        outcome = b""
        while not outcome.endswith(b"\n"):
            if not (more := os.read(process.stdout.fileno(), 1 << 16)):
                return Outcome(wrong="What builds the site has ended.")
            if not outcome:
                said, end, rest = more.partition(_END)
                print(said.decode(errors="replace"), end="", flush=True)
                more = end + rest
            outcome += more
        return Outcome(**json.loads(outcome.removeprefix(_END)))

    def end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.communicate()
            self._process = None


def _programs() -> Iterator[tuple[Path, int]]:
    """Yield the programs that a build runs, each with the time of its last change."""
    folders = ((SCRIPTS, "*.py"), (FRONTEND / "bridge", "*.js"))
    for path in (path for folder, names in folders for path in folder.rglob(names)):
        yield path, path.stat().st_mtime_ns


def main() -> None:
    """Do one task for each line of input; an empty one only asks to give way."""
    speak_utf8()
    for line in sys.stdin.buffer:
        if line.strip():
            task, *given = json.loads(line)
            outcome = _outcome(_TASKS[task], *given)
            sys.stdout.flush()
            sys.stdout.buffer.write(_END + json.dumps(asdict(outcome)).encode() + b"\n")
            sys.stdout.flush()


def _build() -> None:
    from scripts.foundation.paths import HERE
    from scripts.site.build import build

    try:
        with giving_way(_asked_again):
            build(HERE, draft=True)
    except Exception as error:
        print(told(error) or traceback.format_exc(), flush=True)
        raise


def _make_ahead(names: list[str], out: str) -> None:
    from scripts.foundation.paths import HERE
    from scripts.site.ahead import make_ahead

    make_ahead(HERE, names, Path(out))


_TASKS: dict[str, Callable[..., None]] = {"build": _build, "make_ahead": _make_ahead}


def _outcome(task: Callable[..., None], *given: object) -> Outcome:
    """Do a task, and put what goes wrong into words."""
    try:
        task(*given)
    except GivenWay:
        print("  given up, since a file was saved", flush=True)
        return Outcome(given_up=True)
    except Exception as error:
        return Outcome(wrong=told(error) or traceback.format_exc())
    return Outcome(done=True)


def _asked_again() -> bool:
    """Return whether another line has come. Windows cannot tell; there, a build is always finished."""
    return sys.platform != "win32" and bool(select.select([sys.stdin], [], [], 0)[0])


if __name__ == "__main__":
    main()
