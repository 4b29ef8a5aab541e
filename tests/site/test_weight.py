"""A lesson is light: all that a first visit fetches, compressed as a server would."""

import gzip
from pathlib import Path

from playwright.sync_api import Browser, Response

from tests.site.reading import LAPTOP, LESSONS

# The budget is 150 kB without an explorable; fonts, Material's script and styles are 110 of what there is.
LIMIT = 200_000
# Pictures beyond the distance at which a browser fetches lazy ones. While a page is only read in part, its end may be
# near, and some are fetched on a slow machine.
FAR = """() => [...document.querySelectorAll('img[loading=lazy]')]
  .filter(image => image.getBoundingClientRect().top > innerHeight + 1250).map(image => image.currentSrc)"""
COMPRESSED_ALREADY = (".woff2", ".png", ".jpg", ".webp", ".apkg")


def test_a_first_visit_to_a_lesson_fetches_little(browser: Browser, server: str, site: Path) -> None:
    for lessons in filter(None, LESSONS.values()):
        # The longest of a topic stands for the others.
        name = max(lessons, key=lambda lesson: (site / lesson).stat().st_size)
        weights = first_visit(browser, server, name)
        heaviest = sorted(weights.items(), key=lambda item: -item[1])[:8]
        assert len(weights) > 3
        assert sum(weights.values()) <= LIMIT, f"{name}: {sum(weights.values())} bytes, most of them in {heaviest}"


def first_visit(browser: Browser, address: str, name: str) -> dict[str, int]:
    """Return all that a visit to the page `name` fetches, with what each costs."""
    context = LAPTOP.context(browser)
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address + name, wait_until="networkidle")
    far = set(page.evaluate(FAR))
    weights = {
        answer.url.removeprefix(address): weight(answer) for answer in answers if answer.ok and answer.url not in far
    }
    context.close()
    return weights


def weight(answer: Response) -> int:
    """Return the bytes that `answer` costs, compressed with gzip if its kind gains from it."""
    body = answer.body()
    return len(body) if answer.url.endswith(COMPRESSED_ALREADY) else len(gzip.compress(body, 6))
