"""Every explorable, moved in a real browser: by keyboard, by a finger, in both themes, linked to, and without script.

That they trouble no reader, and fit a phone, is asked of the pages they stand on, in `tests/site/test_pages.py`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from scripts.course.model import load_course
from scripts.foundation.paths import HERE
from tests.site.reading import ALIVE, LAPTOP, READERS

# The page and the id of each explorable.
EXPLORABLES = [
    (block.path.relative_to(HERE.docs).with_suffix(".html").as_posix(), block.id)
    for _, block in load_course().blocks("explorable")
]
SECANT = "try-secant-to-tangent"
PAGE_OF = {identifier: page_name for page_name, identifier in EXPLORABLES}


def opened(page: Page, address: str, identifier: str) -> Locator:
    """Open the page, go to the explorable and wait until it is alive."""
    page.goto(address, wait_until="load")
    explorable = page.locator(f"#{identifier}")
    explorable.scroll_into_view_if_needed()
    page.wait_for_selector(f"#{identifier}{ALIVE}")
    return explorable


@pytest.fixture
def laptop(browser: Browser) -> Iterator[Page]:
    """A page on a laptop."""
    context = LAPTOP.context(browser)
    yield context.new_page()
    context.close()


# Opened once for all that is asked of it: these pages are long.
@pytest.fixture(scope="module", params=EXPLORABLES, ids=PAGE_OF)
def alive(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Locator]:
    """Each explorable in turn."""
    page_name, identifier = request.param
    context = LAPTOP.context(browser)
    yield opened(context.new_page(), server + page_name, identifier)
    context.close()


@pytest.fixture
def explorable(alive: Locator) -> Iterator[Locator]:
    """Each explorable in turn, as if it had just been opened."""
    alive.get_by_role("button", name="Reset").click()
    yield alive
    alive.page.emulate_media(media="screen")
    alive.page.evaluate("document.body.setAttribute('data-md-color-scheme', 'default')")


def said(explorable: Locator) -> str:
    """Return what the explorable says in words."""
    return explorable.locator(".nb-readout").inner_text()


def test_every_control_moves_it_by_keyboard_and_reset_brings_it_back(explorable: Locator) -> None:
    keyboard = explorable.page.keyboard
    first = said(explorable)
    drawn = explorable.locator(".nb-boards").inner_html()
    controls = explorable.locator(".nb-control :is(input, select)")
    assert controls.count() > 0
    for control in controls.all():
        if control.is_disabled():  # until another one is chosen: nothing would move
            explorable.locator(".nb-control select").first.press("ArrowDown")
        control.focus()
        assert control.evaluate("e => e === document.activeElement")
        kind = control.evaluate("e => e.type")
        if kind in ("range", "select-one"):
            for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown"):
                keyboard.press(key)
        else:
            control.press("End")
            keyboard.type(" + 1")
        changed = explorable.locator(".nb-boards").inner_html() != drawn or said(explorable) != first
        assert changed, f"{control.evaluate('e => e.labels[0].textContent')} moves nothing"
        explorable.get_by_role("button", name="Reset").click()
        assert said(explorable) == first


def test_what_it_says_is_read_out(explorable: Locator) -> None:
    slider = explorable.locator("input[type=range]").first
    slider.focus()
    before = said(explorable)
    for _ in range(5):
        explorable.page.keyboard.press("ArrowLeft")
    assert said(explorable) != before
    explorable.page.wait_for_function(
        """explorable => {
          const text = kind => explorable.querySelector(kind).textContent;
          return text("[role=status]") === text(".nb-readout");
        }""",
        arg=explorable.element_handle(),
    )
    assert re.search(r"\d", said(explorable)), "it states no number"
    assert not re.search(r"undefined|NaN|\[object", said(explorable))


def test_its_state_can_be_linked_to(explorable: Locator) -> None:
    page, identifier = explorable.page, explorable.get_attribute("id") or ""
    slider = explorable.locator("input[type=range]").first
    slider.focus()
    for _ in range(7):
        page.keyboard.press("ArrowLeft")
    moved = said(explorable)
    # The address follows 300 ms after the last change; a later timer with more to wait goes off after that.
    page.evaluate("() => new Promise(done => { setTimeout(done, 400) })")
    assert f"{identifier}." in page.url
    other = page.context.new_page()
    assert said(opened(other, page.url, identifier)) == moved
    other.close()


def test_a_link_that_somebody_spoiled_does_no_harm(laptop: Page, server: str) -> None:
    address = server + PAGE_OF[SECANT]
    first = said(opened(laptop, address, SECANT))
    for choices in (["h=<b>", "f=alert(1)", "side=up", "none=1"], ["h=NaN", "x=1e999", "f="], ["h=", "f=x%2B"]):
        query = "&".join(f"{SECANT}.{choice}" for choice in choices)
        assert said(opened(laptop, f"{address}?{query}", SECANT)) == first


def test_its_colors_follow_the_theme(explorable: Locator) -> None:
    strokes = "e => [...e.querySelectorAll('svg [stroke]')].map(part => getComputedStyle(part).stroke).join()"
    before = explorable.evaluate(strokes)
    assert "rgb" in before
    explorable.page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    assert explorable.evaluate(strokes) != before


def test_its_points_are_sliders_that_arrow_keys_move(explorable: Locator) -> None:
    points = [point for point in explorable.locator(".nb-handle").all() if point.is_visible()]
    assert points or "computational-graph" in str(explorable.get_attribute("id"))
    for point in points:
        assert point.get_attribute("role") == "slider"
        point.focus()
        for keys in (["ArrowRight", "ArrowRight"], ["ArrowDown", "ArrowDown", "ArrowDown"]):
            before, said_of_it = point.bounding_box(), point.get_attribute("aria-valuetext")
            for key in keys:
                explorable.page.keyboard.press(key)
            assert point.bounding_box() != before
            assert point.get_attribute("aria-valuetext") != said_of_it
            assert point.evaluate("e => e === document.activeElement")
        explorable.get_by_role("button", name="Reset").click()


def test_it_says_what_can_be_dragged_until_something_was(laptop: Page, server: str) -> None:
    explorable = opened(laptop, server + PAGE_OF[SECANT], SECANT)
    hint = explorable.get_by_text("can be dragged")
    assert hint.is_visible()
    point = explorable.locator(".nb-handle").last
    point.hover()
    cursor = "e => getComputedStyle(e).cursor"
    assert point.evaluate(cursor) == "grab"
    before = said(explorable)
    laptop.mouse.down()
    assert point.evaluate(cursor) == "grabbing"
    knob = explorable.locator(".nb-knob").last.bounding_box()
    assert knob
    laptop.mouse.move(knob["x"] - 40, knob["y"])
    laptop.mouse.up()
    assert said(explorable) != before
    assert hint.count() == 0
    before = said(explorable)
    laptop.mouse.move(knob["x"], knob["y"])
    assert said(explorable) == before, "it moves though nothing holds it"


def test_on_paper_it_is_not_there(explorable: Locator) -> None:
    assert explorable.is_visible()
    explorable.page.emulate_media(media="print")
    assert not explorable.is_visible()


def test_without_scripts_it_is_not_there(browser: Browser, server: str, site: Path) -> None:
    page_name, identifier = EXPLORABLES[0]
    for address, scripts in ((server + page_name, False), ((site / page_name).as_uri(), True)):
        context = LAPTOP.context(browser, java_script_enabled=scripts)
        page = context.new_page()
        page.goto(address)
        assert page.locator(f"#{identifier}").count() == 1
        assert not page.locator(f"#{identifier}").is_visible(), address
        context.close()


def test_a_finger_drags_a_point_and_scrolls_the_page_elsewhere(browser: Browser, server: str) -> None:
    context = READERS[0].context(browser, has_touch=True, is_mobile=True)
    page = context.new_page()
    explorable = opened(page, server + PAGE_OF[SECANT], SECANT)
    page.wait_for_timeout(300)  # the board takes its size from the page after a moment
    board = explorable.locator(".nb-board")
    board.evaluate("e => e.scrollIntoView({ block: 'center' })")
    point, plate = board.locator(".nb-knob").last.bounding_box(), board.bounding_box()
    assert point
    assert plate
    before, top = said(explorable), page.evaluate("scrollY")
    swipe(page, (point["x"] + 12, point["y"] + 12), (-60, 60))
    page.wait_for_function("([id, text]) => document.querySelector(id).innerText !== text", arg=[READOUT, before])
    assert page.evaluate("scrollY") == top
    moved = said(explorable)
    swipe(page, (plate["x"] + 30, plate["y"] + plate["height"] - 20), (0, -150))
    page.wait_for_function("top => scrollY > top", arg=top)
    assert said(explorable) == moved
    context.close()


READOUT = f"#{SECANT} .nb-readout"


def swipe(page: Page, start: tuple[float, float], way: tuple[float, float], steps: int = 12) -> None:
    """Put a finger down at `start` and move it by `way`, in pixels of the screen."""
    session = page.context.new_cdp_session(page)
    for step in range(steps + 1):
        x, y = (at + along * step / steps for at, along in zip(start, way, strict=True))
        kind = "touchMove" if step else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
