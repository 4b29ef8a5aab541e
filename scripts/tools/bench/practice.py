"""`python -m scripts bench practice`: how long a learner waits for a result on the page, and what is fetched for it.

It reads the built site in a real browser. *Cold* is a first visit, *warm* a later one, when the browser has kept
Python, *again* a second check on the same page. The server is this machine's own, so that a network's time comes on
top of cold: bytes divided by the line's speed. The best of some runs counts.
"""

import argparse
import gzip
import re
import sys
import time
from typing import TYPE_CHECKING

from scripts.foundation.paths import HERE
from scripts.tools.bench.host import COMPRESSED_ALREADY, serving
from scripts.tools.browser import launched

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Response

_PAGE = "topics/01-derivatives-and-gradients/index.html"
# What an exercise needs; figures that come meanwhile do not count.
_OURS = re.compile(r"/generated/(?:modules|practice|pyodide)/")


def main(argv: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts bench practice",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured (default: 3)")
    args = parser.parse_args(argv)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("Playwright is missing: it comes with the tests ('make test').", file=sys.stderr)
        return 1
    if not (HERE.site / _PAGE).is_file():
        print("There is no site yet. Run 'python -m scripts build'.", file=sys.stderr)
        return 1
    best: dict[str, float] = {}
    with sync_playwright() as play, serving() as address:
        browser = launched(play)
        for _ in range(args.runs):
            context = browser.new_context()
            fetched, seconds = _one_learner(context, address)
            context.close()
            best = {what: min(best.get(what, took), took) for what, took in seconds.items()}
        browser.close()
    _print(best, fetched)
    return 0


def _one_learner(context: "BrowserContext", address: str) -> tuple[dict[str, list[tuple[int, int]]], dict[str, float]]:
    """Return the bytes that a learner fetches (raw and compressed, by step), and the seconds that they wait."""
    answers: list[Response] = []
    context.on("response", lambda answer: answers.append(answer))
    fetched = {}
    seconds = {}

    def taken() -> list[tuple[int, int]]:
        sizes = [_sizes(answer) for answer in answers if answer.ok and _OURS.search(answer.url)]
        answers.clear()
        return sizes

    page = _near(context, address, answers)
    fetched["editor"] = taken()
    seconds["cold"] = _check(page)
    fetched["cold"] = taken()
    seconds["again"] = _check(page)
    fetched["again"] = taken()
    page = _near(context, address, answers)
    answers.clear()
    seconds["warm"] = _check(page)
    fetched["warm"] = taken()
    return fetched, seconds


def _near(context: "BrowserContext", address: str, answers: list["Response"]) -> "Page":
    page = context.new_page()
    page.goto(address + _PAGE, wait_until="networkidle")
    answers.clear()  # what the page fetches anyway
    page.locator(".nb-exercise").first.scroll_into_view_if_needed()
    page.locator(".nb-exercise .cm-content").first.wait_for(timeout=60_000)
    return page


def _check(page: "Page") -> float:
    """Return the seconds from the click to the result."""
    start = time.perf_counter()
    page.locator(".nb-check-button").first.click()
    page.locator(".nb-said.nb-failed").first.wait_for(timeout=120_000)
    return time.perf_counter() - start


def _sizes(answer: "Response") -> tuple[int, int]:
    body = answer.body()
    path = answer.url.partition("?")[0]
    return len(body), len(body) if path.endswith(COMPRESSED_ALREADY) else len(gzip.compress(body, 6))


def _print(seconds: dict[str, float], fetched: dict[str, list[tuple[int, int]]]) -> None:
    print(f"{'':<34} {'seconds':>9} {'requests':>9} {'raw':>12} {'gzipped':>12}")
    for what, words in (
        ("editor", "coming near (the editor)"),
        ("cold", "cold: first check, first visit"),
        ("again", "again: next check on the page"),
        ("warm", "warm: first check, later visit"),
    ):
        took = f"{seconds[what]:9.2f}" if what in seconds else f"{'':>9}"
        raw, small = (sum(sizes) for sizes in zip(*fetched[what], strict=True)) if fetched[what] else (0, 0)
        print(f"{words:<34} {took} {len(fetched[what]):>9} {raw / 1000:>9.0f} kB {small / 1000:>9.0f} kB")
