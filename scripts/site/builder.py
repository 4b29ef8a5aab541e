"""The process that builds for the preview: it stays, and what has not changed since its last build it knows by heart.

It runs the code as it was when it started, so another one takes its place as soon as a program of ours has changed.
"""

import io
import os
import subprocess
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from scripts.foundation.failures import told
from scripts.foundation.paths import FRONTEND, ROOT, SCRIPTS, Places

# After what is printed of a build; then comes its exit code.
_END = b"\0"


class Builder:
    """Builds the site of this checkout whenever it is asked to, in a process of its own."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._process: subprocess.Popen[bytes] | None = None
        self._programs: dict[Path, int] = {}

    def build(self) -> bool:
        """Build, and print what is to be said about it. Returns whether it went well."""
        programs = dict(_programs())
        if self._process is None or self._process.poll() is not None or programs != self._programs:
            self.end()
            self._process, self._programs = self._start(), programs
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(b"build\n")
            self._process.stdin.flush()
        except OSError:
            return False
        return self._heard() == 0

    def _start(self) -> subprocess.Popen[bytes]:
        # Bytecode goes to build/, since files appearing beside the scripts would look like changes.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(self._places.build / "pycache")}
        command = [sys.executable, "-m", "scripts.site.builder"]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT)

    def _heard(self) -> int:
        """Print what the process says, up to the end of its build; return the exit code of that."""
        assert self._process is not None
        assert self._process.stdout is not None
        said = b""
        while _END not in said:
            if not (more := os.read(self._process.stdout.fileno(), 1 << 16)):
                return 1
            said = more
            print(said.partition(_END)[0].decode(errors="replace"), end="", flush=True)
        code = said.partition(_END)[2] or os.read(self._process.stdout.fileno(), 1)
        return int(code)

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
    """Build once for each line of input."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    for _ in sys.stdin:
        code = _built()
        sys.stdout.flush()
        sys.stdout.buffer.write(_END + b"%d" % code)
        sys.stdout.flush()


def _built() -> int:
    """Build once, and put what goes wrong into words. Returns an exit code."""
    from scripts.foundation.paths import HERE
    from scripts.site.build import build

    try:
        build(HERE, draft=True)
    except Exception as error:
        if words := told(error):
            print(words)
        else:
            traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    main()
