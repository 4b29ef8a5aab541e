"""`python -m scripts bench build`: how long a site takes, beside Sphinx with MyST-NB on the same text.

Both build 10, 100 and 1,000 lessons of prose, formulas, programs, links and definitions, which for Sphinx are
admonitions; ours with its rules, search, stylesheets and followed links, and nothing kept from an earlier build. What
only we do (running snippets, decks, exercises, labs) is set aside. Each build is a process of its own. The processor's
time is that of all its processes, the memory that of the first; a busy machine disturbs the clock. The medians are kept
in `build/bench-build.json`, so that sizes can be measured one by one; `--draw` makes the picture of the page on
performance of them, `docs/assets/building.svg`, and prints its table.
"""

import argparse
import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import psutil

from scripts.foundation.files import write
from scripts.foundation.paths import HERE, ROOT, Places
from scripts.foundation.programs import python_in
from scripts.tools.bench.lessons import write_ours, write_theirs
from scripts.tools.bench.picture import Found, Measured, picture, table

SIZES = (10, 100, 1_000)
RECORD = HERE.build / "bench-build.json"
PEER = HERE.build / "peer"
PINNED = ("sphinx==9.0.4", "myst-nb==1.4.0", "pydata-sphinx-theme==0.16.1")
_ASSETS = "from scripts.site.assets import make_assets; from scripts.foundation.paths import HERE; make_assets(HERE)"
_ADOPT_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER


def _build_ours(root: Path) -> None:
    """Build the pages of the course at `root`, with what belongs to every build of pages."""
    from scripts.course.model import load_course
    from scripts.foundation.mistakes import collecting
    from scripts.foundation.steady import standing_still
    from scripts.pages.rules.blocks import mistakes_in
    from scripts.site.build import render
    from scripts.site.links import broken_links

    with standing_still(), collecting() as found:
        course = load_course(Places(root))
        mistakes_in(course)
        render(course, root / "site")
        links = list(broken_links(root / "site", course))
    if found:
        print(found[0], len(links), file=sys.stderr)


WAYS: dict[str, tuple[Callable[[Path, int], None], Callable[[Path], list[str]]]] = {
    "Nabla": (write_ours, lambda root: [sys.executable, "-m", "scripts.tools.bench.build", "--one", str(root)]),
    "Sphinx + MyST-NB": (
        write_theirs,
        lambda root: [str(python_in(PEER)), "-m", "sphinx", "-q", "-j", "auto", str(root), str(root / "_site")],
    ),
}


def main(argv: list[str] | None = None) -> int:
    """Measure, and print each size as it is done; or draw what was measured."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts bench build", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="how many lessons")
    parser.add_argument("--runs", type=int, default=3, help="builds of each size by each program; the median counts")
    parser.add_argument("--draw", action="store_true", help="measure nothing; draw and print what is kept")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.one:
        _build_ours(args.one)
        return 0
    if args.draw and not RECORD.is_file():
        parser.error("nothing has been measured that could be drawn: run it without --draw")
    if not args.draw:
        _install_peer()
        # Apart, since the Node that it starts would be waited for like those of the builds.
        subprocess.run([sys.executable, "-c", _ASSETS], cwd=ROOT, check=True)
        for size in args.sizes:
            for name in WAYS:
                _keep(name, size, _median(name, size, args.runs))
    found = _kept()
    if args.draw:
        (HERE.docs / "assets" / "building.svg").write_text(picture(found), encoding="utf-8", newline="\n")
    print(table(found))
    return 0


def _median(name: str, size: int, runs: int) -> Measured:
    """Build the course of a size some times; return the run whose processor's time is in the middle."""
    write_text, command = WAYS[name]
    found = []
    for number in range(1, runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            write_text(Path(folder), size)
            found.append(_measured(command(Path(folder))))
        one, load = found[-1], psutil.getloadavg()[0]
        said = f"{one.seconds:6.1f} s {one.busy:6.1f} s of processor {one.peak:5.0f} MB, load {load:.1f}"
        print(f"{size:>6} lessons  {name:<18} run {number}: {said}", flush=True)
    return sorted(found, key=lambda one: one.busy)[len(found) // 2]


def _keep(name: str, size: int, measured: Measured) -> None:
    """Note what was measured beside what was measured before."""
    known = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.is_file() else {}
    known.setdefault(name, {})[str(size)] = asdict(measured)
    write(RECORD, json.dumps(known, indent=1))


def _kept() -> Found:
    """Return what was measured, by program and size."""
    known = json.loads(RECORD.read_text(encoding="utf-8"))
    return {name: {int(size): Measured(**one) for size, one in sizes.items()} for name, sizes in known.items()}


def _measured(command: list[str]) -> Measured:
    """Run a build; return its time, the processor's time with that of all it starts, and its memory in MB."""
    if sys.platform == "linux":  # what outlives who has started it, as Node does, is ours to wait for
        ctypes.CDLL(None).prctl(_ADOPT_ORPHANS, 1, 0, 0, 0)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise RuntimeError(f"{' '.join(command)} fails")
    with suppress(ChildProcessError):
        while True:
            os.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measured(seconds, busy, used.ru_maxrss / 1024)


def _install_peer() -> None:
    """Install the other program into an environment of its own, below `build/`."""
    if not python_in(PEER).is_file():
        venv.create(PEER, with_pip=True)
    subprocess.run([python_in(PEER), "-m", "pip", "install", "--quiet", *PINNED], check=True)


if __name__ == "__main__":
    sys.exit(main())
