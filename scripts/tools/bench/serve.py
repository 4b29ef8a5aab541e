"""`python -m scripts bench serve`: how long from saving a file to seeing it in a browser, while the preview runs.

A browser has a lesson open. A page, a program that prints, a stylesheet and a script are saved in turn, each with a
change that can be seen in that lesson; the clock runs until the browser shows it, so looking for changed files, the
build, the reload and the drawing are all in it. The files are put back at the end.
"""

import argparse
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from playwright.sync_api import Page, sync_playwright

from scripts.foundation.paths import FRONTEND, HERE, ROOT
from scripts.tools.browser import FLAGS, find_browser

MARKS = ("first", "second", "third", "fourth", "fifth")
LESSON = HERE.docs / "topics" / "01-derivatives-and-gradients" / "slope-at-a-point.md"


@dataclass(frozen=True)
class Save:
    """A file to save, its text with a mark in it, and the JavaScript that finds the mark in the lesson."""

    path: Path
    marked: Callable[[str, str], str]
    seen: str


SAVES = {
    "page": Save(
        LESSON,
        lambda text, mark: re.sub(r"^(## .+\n\n)", rf"\1Mark {mark}. ", text, count=1, flags=re.MULTILINE),
        "mark => document.body.textContent.includes(`Mark ${mark}`)",
    ),
    "program that prints": Save(
        HERE.snippets / "derivatives_and_gradients" / "examples.py",
        lambda text, mark: re.sub(r'^( +)(print\(f?")', rf'\1print("Mark {mark}")\n\1\2', text, flags=re.MULTILINE),
        "mark => document.body.textContent.includes(`Mark ${mark}`)",
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


def main(argv: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts bench serve", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=int, default=8123)
    times = range(1, len(MARKS) + 1)
    parser.add_argument(
        "--runs", type=int, default=3, choices=times, help="times each file is saved; the median counts"
    )
    args = parser.parse_args(argv)
    address = LESSON.relative_to(HERE.docs).with_suffix(".html").as_posix()
    with _preview(args.port), sync_playwright() as play:
        page = play.chromium.launch(executable_path=find_browser(), args=list(FLAGS)).new_page()
        page.goto(f"http://127.0.0.1:{args.port}/{address}")
        print(f"{'saved':<22} {'seen after':>12}   all runs")
        for name, save in SAVES.items():
            # A number would have to be held by a program.
            found = [_seconds(page, save, mark) for mark in MARKS[: args.runs]]
            runs = ", ".join(f"{one:.1f}" for one in found)
            print(f"{name:<22} {statistics.median(found):>10.1f} s   {runs}", flush=True)
    return 0


def _seconds(page: Page, save: Save, mark: str) -> float:
    """Save a file with a mark, and return how long until it is seen; then put the file back and wait for that."""
    before = save.path.read_text(encoding="utf-8")
    try:
        start = time.perf_counter()
        save.path.write_text(save.marked(before, mark), encoding="utf-8")
        page.wait_for_function(save.seen, arg=mark, timeout=120_000)
        return time.perf_counter() - start
    finally:
        save.path.write_text(before, encoding="utf-8")
        page.wait_for_function(f"mark => !({save.seen})(mark)", arg=mark, timeout=120_000)


@contextmanager
def _preview(port: int) -> Iterator[None]:
    """Run the preview until it serves; end it at the end."""
    command = [sys.executable, "-m", "scripts", "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    try:
        said = list(_until_served(process.stdout))
        if process.poll() is not None:
            raise RuntimeError("The preview does not start:\n" + "".join(said[-10:]))
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate()


def _until_served(said: IO[str]) -> Iterator[str]:
    for line in said:
        yield line
        if line.startswith("Serving"):
            return
