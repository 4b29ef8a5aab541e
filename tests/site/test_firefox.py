"""Firefox shows what Chromium shows: whole pages without errors, exercises that judge, explorables that move.

Everything is asked of one Firefox in a row; what is asked of every page is asked in Chromium (`test_pages.py`).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.foundation.paths import HERE
from tests.explorables.test_explorables import PAGE_OF, SECANT
from tests.firefox import Firefox, firefox
from tests.practice.learning import FIRST, address, foreseen, unmarked
from tests.serving import serving
from tests.site.reading import ALIVE, LAPTOP, LESSONS, OPEN_FOLDS, READERS, settle, troubles_of_layout

SHEET, BANK = "study/formulas/04-hessian-and-critical-points.html", "study/interview-bank.html"
LONGEST = max(
    (lesson for lessons in LESSONS.values() for lesson in lessons if "/04-" in lesson),
    key=lambda name: (HERE.docs / name).with_suffix(".md").stat().st_size,
)
PRACTICE, LAB = (f"{Path(LONGEST).parent.as_posix()}/{name}.html" for name in ("practice", "lab"))
# Each kind of page
SAMPLE = ["index.html", LONGEST, PAGE_OF[SECANT], PRACTICE, LAB, SHEET, BANK, "study/glossary.html"]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory, server: str) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("firefox"), server) as started:
        yield started


@pytest.fixture
def page(opened: Firefox) -> Firefox:
    """The page of one Firefox, of which nothing is noted yet, on a laptop."""
    opened.goto("about:blank")  # what the last page still asked for is broken off now
    opened.noted.clear()
    opened.do("setViewport", {"width": LAPTOP.width, "height": LAPTOP.height})
    return opened


BROKEN = """() => [...document.images].filter(image => image.getClientRects().length && !image.naturalWidth)
  .map(image => `picture broken: ${image.currentSrc || image.src}`)"""


def troubles(page: Firefox) -> list[str]:
    """Return what troubles who reads what is open, on a laptop and on a phone."""
    page.evaluate(OPEN_FOLDS)
    found = []
    for reader in (LAPTOP, READERS[0]):
        page.do("setViewport", {"width": reader.width, "height": reader.height})
        settle(page)
        found += troubles_of_layout(page)
    return found + page.evaluate(BROKEN) + page.noted


@pytest.mark.parametrize("name", SAMPLE)
def test_a_page_of_each_kind_troubles_nobody(name: str, page: Firefox, server: str) -> None:
    page.goto(server + name)
    found = troubles(page)
    if found:  # a fraction that was laid out before its second half had come is no fault; what is one is so each time
        page.noted.clear()
        page.goto(server + name)
        found = troubles(page)
    assert found == []


def check(page: Firefox, answer: str) -> str:
    """Check an answer to the first exercise in the place of what is there; return what is said and shown."""
    box = f"document.getElementById('{FIRST.id}')"
    page.do("focus", f"#{FIRST.id} .cm-content")
    page.do("keyboard.down", "Control")
    page.do("keyboard.press", "a")
    page.evaluate("text => navigator.clipboard.writeText(text)", answer)  # allowed to who has just pressed a key
    page.do("keyboard.press", "v")
    page.do("keyboard.up", "Control")
    page.do("click", f"#{FIRST.id} .nb-check-button")
    page.wait_for(f"{box}.querySelector('.nb-check-button').ariaDisabled === 'false'")
    return str(page.evaluate(f"() => {box}.querySelector('.nb-work').innerText"))


def test_an_exercise_judges_a_wrong_answer_and_a_right_one(page: Firefox, server: str) -> None:
    page.goto(server + address(FIRST))
    page.evaluate(f"() => document.getElementById('{FIRST.id}').scrollIntoView()")
    page.do("waitForSelector", f"#{FIRST.id} .cm-content")
    answer, sentence = foreseen(FIRST)[0]
    assert unmarked(sentence) in unmarked(check(page, answer))
    assert "Solved." in check(page, FIRST.solution)
    assert page.noted == []


def open_explorable(page: Firefox, address: str) -> None:
    page.goto(address)
    page.evaluate(f"() => document.getElementById('{SECANT}').scrollIntoView()")
    page.do("waitForSelector", f"#{SECANT}{ALIVE}")


def said(page: Firefox) -> str:
    return str(page.evaluate(f"() => document.querySelector('#{SECANT} .nb-readout').innerText"))


def test_an_explorable_is_moved_by_keys_and_mouse_and_linked_to(page: Firefox, server: str) -> None:
    open_explorable(page, server + PAGE_OF[SECANT])
    first = said(page)
    page.do("focus", f"#{SECANT} input[type=range]")
    for _ in range(5):
        page.do("keyboard.press", "ArrowLeft")
    slid = said(page)
    assert slid != first
    knobs = f"[...document.querySelectorAll('#{SECANT} .nb-knob')]"
    x, y = page.evaluate(
        f"() => {{ const {{ x, y }} = {knobs}.at(-1).getBoundingClientRect(); return [x + 4, y + 4] }}"
    )
    page.do("mouse.move", x, y)
    page.do("mouse.down")
    page.do("mouse.move", x - 40, y, {"steps": 4})
    page.do("mouse.up")
    dragged = said(page)
    assert dragged != slid
    page.evaluate("() => { navigator.clipboard.writeText = async text => { globalThis.copied = text } }")
    page.do("click", f"#{SECANT} ::-p-text(Copy link)")
    page.wait_for("globalThis.copied")
    copied = page.evaluate("() => copied")
    page.goto("about:blank")  # the page may have this very address by now, and would not load again
    open_explorable(page, copied)
    assert said(page) == dragged
    assert page.noted == []


# Last, because Firefox says some of it when the next page is open.
TROUBLESOME = """<!DOCTYPE html><html lang="en"><head><title>Troubles</title></head><body><article>
<math><msub><mi>x</mi><mn>1</mn><mn>2</mn></msub></math>
<div style="width: 3000px">Wide.</div><img src="missing.png" alt="nothing">
<script>console.error("said"); fetch("https://other.invalid/").catch(() => {}); throw new Error("thrown")</script>
</article></body></html>"""


def test_every_kind_of_trouble_is_seen(page: Firefox, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(TROUBLESOME, encoding="utf-8")
    with serving(tmp_path) as address:
        page.goto(address + "page.html")
        page.do("waitForNetworkIdle")
        seen = "\n".join(troubles(page)).replace(address, "")
    for sign in (
        "error in a script: Invalid markup: Incorrect number of children for <msub/> tag.",
        "console: said",
        "error in a script: Error: thrown",
        "wider than the screen: document",
        "wider than the screen: <div",
        "picture broken: missing.png",
        "status 404: missing.png",
        "request to another host: https://other.invalid/",
        "request failed: https://other.invalid/",
    ):
        assert sign in seen, f"{sign} not in:\n{seen}"
