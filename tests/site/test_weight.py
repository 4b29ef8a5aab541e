"""A lesson is light: all that a visit fetches, compressed as a server would."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Response

from tests.site.reading import LAPTOP, LESSONS, liven

FIRST, WITH_EXPLORABLE = 150_000, 200_000
# The aim is 40 kB. The longest lessons with two figures of level curves near the top are above it.
FURTHER = 48_000
# Pictures beyond the distance at which a browser fetches lazy ones. While a page is only read in part, its end may be
# near, and some are fetched on a slow machine.
FAR = """() => [...document.querySelectorAll('img[loading=lazy]')]
  .filter(image => image.getBoundingClientRect().top > innerHeight + 1250).map(image => image.currentSrc)"""
COMPRESSED_ALREADY = (".woff2", ".png", ".jpg", ".webp", ".apkg")


@pytest.mark.parametrize("topic", [topic for topic, lessons in LESSONS.items() if lessons])
def test_lessons_fetch_little_on_a_first_visit_and_less_on_the_next(
    topic: str, browser: Browser, server: str, site: Path
) -> None:
    # The longest two of a topic stand for the others.
    one, other = sorted(LESSONS[topic], key=lambda lesson: (site / lesson).stat().st_size)[-2:]
    context = LAPTOP.context(browser)
    first = visit(context, server, one)
    second = visit(context, server, other)
    context.close()
    assert len(first) > 3
    assert sum(first.values()) <= FIRST, told(one, first)
    assert sum(second.values()) <= FIRST, told(other, second)
    new = {name: size for name, size in second.items() if name not in first}
    assert other in new
    assert sum(new.values()) <= FURTHER, told(other, new)


def test_a_lesson_fetches_little_for_a_picture_to_move(browser: Browser, server: str, site: Path) -> None:
    pages = [site / lesson for lessons in LESSONS.values() for lesson in lessons]
    moving = [page for page in pages if "nb-explorable" in page.read_text(encoding="utf-8")]
    name = max(moving, key=lambda page: page.stat().st_size).relative_to(site).as_posix()
    context = LAPTOP.context(browser)
    weights = visit(context, server, name, lively=True)
    context.close()
    assert any("modules/explorables" in path for path in weights)
    assert sum(weights.values()) <= WITH_EXPLORABLE, told(name, weights)


def told(name: str, weights: dict[str, int]) -> str:
    """Return what a visit costs, and what costs most."""
    heaviest = sorted(weights.items(), key=lambda item: -item[1])[:8]
    return f"{name}: {sum(weights.values())} bytes, most of them in {heaviest}"


def visit(context: BrowserContext, address: str, name: str, *, lively: bool = False) -> dict[str, int]:
    """Return all that a visit to the page `name` asks for, with what each costs; `lively`, with all explorables."""
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address + name, wait_until="networkidle")
    far = set(page.evaluate(FAR))
    if lively:
        liven(page)
    weights = {
        answer.url.removeprefix(address): weight(answer) for answer in answers if answer.ok and answer.url not in far
    }
    page.close()
    return weights


def weight(answer: Response) -> int:
    """Return the bytes that `answer` costs, compressed with gzip if its kind gains from it."""
    body = answer.body()
    return len(body) if answer.url.endswith(COMPRESSED_ALREADY) else len(gzip.compress(body, 6))
