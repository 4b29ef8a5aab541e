"""`python -m scripts bench serve`: how long from saving a file to seeing it in a browser, while the preview runs.

A browser has a lesson open. A page, a program that prints, a figure, a stylesheet and a script are saved in turn, each
with a change that can be seen in that lesson; the clock runs until the browser shows it, so noticing the change,
building, the reload and the drawing are all in it. The processor's time is that of the preview's processes meanwhile,
which a busy machine disturbs less. The files are put back at the end.
"""

import argparse
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import psutil
from playwright.sync_api import Page, sync_playwright

from scripts.foundation.paths import FRONTEND, HERE, ROOT
from scripts.tools.browser import launched

TIMES = 5
_TOPIC = "derivatives_and_gradients"
LESSON = HERE.docs / "topics" / "01-derivatives-and-gradients" / "slope-at-a-point.md"


@dataclass(frozen=True)
class Save:
    """A file to save, its text with a mark (a word) in it, and the JavaScript that finds the mark in the lesson."""

    path: Path
    marked: Callable[[str, str], str]
    seen: str


def _words(text: str, mark: str) -> str:
    return re.sub(r"^(## .+\n\n)", rf"\1Mark {mark}. ", text, count=1, flags=re.MULTILINE)


def _printed(text: str, mark: str) -> str:
    return re.sub(r'^( +)(print\(f?")', rf'\1print("Mark {mark}")\n\1\2', text, flags=re.MULTILINE)


_SEEN_AS_TEXT = "mark => document.body.textContent.includes(`Mark ${mark}`)"
SAVES = {
    "page": Save(LESSON, _words, _SEEN_AS_TEXT),
    "program that prints": Save(HERE.snippets / _TOPIC / "examples" / "slopes.py", _printed, _SEEN_AS_TEXT),
    "figure": Save(
        HERE.snippets / _TOPIC / "figures" / "slopes.py",
        lambda text, mark: text.replace("figsize=(6, 4.5)", f"figsize=(6, 4.{6 + len(mark)})", 1),
        "mark => { const { complete, naturalHeight } = document.querySelector('img[src*=secants_to_tangent-light]');"
        " return complete && naturalHeight === 460 + 10 * mark.length }",
    ),
    "stylesheet": Save(
        HERE.docs / "assets" / "css" / "text.css",
        lambda text, mark: f"{text}\n.md-typeset h1 {{ --nb-mark: {mark}; }}\n",
        "mark => getComputedStyle(document.querySelector('h1')).getPropertyValue('--nb-mark').trim() === mark",
    ),
    "script": Save(
        FRONTEND / "src" / "page.js",
        lambda text, mark: f"{text}\ndocument.documentElement.dataset.mark = '{mark}';\n",
        "mark => document.documentElement.dataset.mark === mark",
    ),
}


@dataclass(frozen=True)
class Seen:
    """Seconds from a save until it is seen, by the clock and of the processor."""

    seconds: float
    busy: float


def main(argv: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts bench serve", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=int, default=8123)
    parser.add_argument(
        "--runs", type=int, default=3, choices=range(1, TIMES + 1), help="times each file is saved; the median counts"
    )
    args = parser.parse_args(argv)
    address = LESSON.relative_to(HERE.docs).with_suffix(".html").as_posix()
    with _preview(args.port) as preview, sync_playwright() as play:
        page = launched(play).new_page()
        page.goto(f"http://127.0.0.1:{args.port}/{address}")
        print(f"{'saved':<22} {'seen after':>12} {'processor':>12} {'load':>6}   all runs")
        for name, save in SAVES.items():
            # A number would have to be held by a program.
            found = [_seconds(page, preview, save, "m" * run) for run in range(1, args.runs + 1)]
            seconds = statistics.median(one.seconds for one in found)
            busy = statistics.median(one.busy for one in found)
            runs = ", ".join(f"{one.seconds:.1f}" for one in found)
            print(f"{name:<22} {seconds:>10.1f} s {busy:>10.1f} s {psutil.getloadavg()[0]:>6.1f}   {runs}", flush=True)
    return 0


def _seconds(page: Page, preview: psutil.Process, save: Save, mark: str) -> Seen:
    """Save a file with a mark and see how long it takes to be seen; then put the file back, and wait for the site."""
    before = save.path.read_text(encoding="utf-8")
    try:
        start, busy = time.perf_counter(), _busy(preview)
        save.path.write_text(save.marked(before, mark), encoding="utf-8")
        _wait(page, save.seen, mark)
        return Seen(time.perf_counter() - start, _busy(preview) - busy)
    finally:
        save.path.write_text(before, encoding="utf-8")
        _wait(page, f"mark => !({save.seen})(mark)", mark)
        page.request.get(urljoin(page.url, "/search/index.js"), timeout=300_000)  # which waits for the whole site


def _wait(page: Page, seen: str, mark: str = "") -> None:
    page.wait_for_function(seen, arg=mark, timeout=300_000)


def _busy(process: psutil.Process) -> float:
    """Return the seconds that a process and all that it has started have kept the processor."""
    total = 0.0
    for one in (process, *process.children(recursive=True)):
        with suppress(psutil.Error):
            times = one.cpu_times()
            total += times.user + times.system + times.children_user + times.children_system
    return total


@contextmanager
def _preview(port: int) -> Iterator[psutil.Process]:
    """Run the preview until it serves, and yield its process; end it at the end."""
    command = [sys.executable, "-m", "scripts", "serve", "--port", str(port)]
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT, text=True)
        try:
            _until_served(process, port)
            yield psutil.Process(process.pid)
        except BaseException:
            said.seek(0)
            print(said.read()[-2000:], file=sys.stderr)
            raise
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def _until_served(process: "subprocess.Popen[str]", port: int) -> None:
    while process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.2)
    raise RuntimeError("The preview does not start")
