"""What stands around the text does its work with our script alone: theme, contents, title, copies, tables."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.reading import LAPTOP, LESSONS, READERS, Reader, note_troubles, settle

LESSON = "topics/01-derivatives-and-gradients/numerical-derivative.html"
NEXT = "topics/01-derivatives-and-gradients/best-step.html"
SCHEME = "document.body.dataset.mdColorScheme"
CURRENT = ".nb-contents [aria-current]"
IN_VIEW = """link => {
  const [inner, outer] = [link, link.closest('.nb-panel')].map(e => e.getBoundingClientRect());
  return outer.top - 1 <= inner.top && inner.bottom <= Math.min(outer.bottom, innerHeight) + 1;
}"""

SIDEWAYS = """() => [...document.querySelectorAll('article :is(.md-typeset__scrollwrap, pre > code)')]
  .filter(place => place.checkVisibility())
  .map(place => [place.scrollWidth > place.clientWidth, place.tabIndex === 0])"""


def opened(browser: Browser, reader: Reader, address: str) -> Page:
    """Return a page that `reader` has opened at `address`."""
    page = reader.context(browser).new_page()
    page.goto(address)
    settle(page)
    return page


@pytest.fixture(scope="module")
def lesson(browser: Browser, server: str) -> Iterator[Page]:
    """A lesson on a laptop."""
    page = opened(browser, LAPTOP, server + LESSON)
    yield page
    page.context.close()


@pytest.mark.parametrize("reader", READERS[:2], ids=lambda reader: reader.name)
def test_a_page_follows_the_system_until_a_reader_chooses(reader: Reader, browser: Browser, server: str) -> None:
    own, other = ("slate", "default") if reader.theme == "dark" else ("default", "slate")
    page = opened(browser, reader, server + LESSON)
    assert page.evaluate(SCHEME) == own
    page.emulate_media(color_scheme="light" if own == "slate" else "dark")
    page.wait_for_function(f"{SCHEME} === '{other}'")
    page.emulate_media(color_scheme=reader.theme)  # type: ignore[arg-type]
    page.wait_for_function(f"{SCHEME} === '{own}'")
    button = page.get_by_role("button", name=f"Switch to the {'light' if own == 'slate' else 'dark'} theme")
    button.click()
    assert page.evaluate(SCHEME) == other
    assert not button.count(), "its name does not say what it does now"
    # What was chosen is there before the text is, on every page.
    page.goto(server + NEXT, wait_until="commit")
    page.locator("article").wait_for(state="attached")
    assert page.evaluate(SCHEME) == other
    page.context.close()


def test_the_themes_differ_in_what_is_seen(lesson: Page) -> None:
    paper = [lesson.evaluate("getComputedStyle(document.body).backgroundColor")]
    lesson.locator(".nb-turn").click()
    paper.append(lesson.evaluate("getComputedStyle(document.body).backgroundColor"))
    lesson.locator(".nb-turn").click()
    assert paper[0] != paper[1]


def test_the_contents_follow_the_reader(lesson: Page) -> None:
    sections = [link.get_attribute("href") for link in lesson.locator(".nb-contents a").all()]
    assert len(sections) > 2
    lesson.evaluate("scrollTo(0, 0)")
    expect(lesson.locator(CURRENT)).to_have_count(0)
    for section in sections:
        lesson.locator(f"{section}").evaluate("heading => heading.scrollIntoView()")
        current = lesson.locator(CURRENT)
        expect(current).to_have_count(1)
        if lesson.evaluate("scrollY + innerHeight < document.documentElement.scrollHeight - 1"):
            expect(current).to_have_attribute("href", section or "")
            lesson.wait_for_url(f"**{section}")
            assert current.evaluate(IN_VIEW)
    lesson.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(lesson.locator(CURRENT)).to_have_attribute("href", sections[-1] or "")


def test_the_header_names_the_page_once_its_heading_is_out_of_sight(lesson: Page) -> None:
    title = lesson.locator(".md-header__title--active")
    lesson.evaluate("scrollTo(0, 0)")
    expect(title).to_have_count(0)
    lesson.evaluate("scrollTo(0, 1500)")
    expect(title).to_have_count(1)


def test_the_way_through_the_course_shows_where_one_is(browser: Browser, server: str) -> None:
    page = opened(browser, LAPTOP, server + [*filter(None, LESSONS.values())][-1][-1])
    assert page.locator(".nb-course [aria-current]").last.evaluate(IN_VIEW)
    page.context.close()


def test_a_program_is_copied_as_it_stands(browser: Browser, server: str) -> None:
    page = opened(browser, LAPTOP, server + LESSON)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    program = page.locator("article pre:has(.md-code__button:visible)").first
    program.get_by_role("button", name="Copy to clipboard").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == program.locator("code").text_content()
    assert "\n" in page.evaluate("navigator.clipboard.readText()")
    page.context.close()


def test_what_scrolls_sideways_is_reached_by_keyboard(browser: Browser, server: str) -> None:
    page = opened(browser, READERS[0], server + LESSON)
    places = page.evaluate(SIDEWAYS)
    assert {scrolls for scrolls, _ in places} == {True, False}
    assert all(reached == scrolls for scrolls, reached in places)
    page.context.close()


def test_no_button_is_shown_that_does_nothing_without_scripts(browser: Browser, server: str) -> None:
    context = LAPTOP.context(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(server + LESSON)
    assert page.locator("header").is_visible()
    assert not page.locator("header button:visible").count()
    context.close()


def test_a_page_asks_for_no_script_of_the_theme(browser: Browser, server: str, site: Path) -> None:
    page = LAPTOP.context(browser).new_page()
    noted = note_troubles(page, server)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(server)))
    page.goto(server + LESSON, wait_until="networkidle")
    assert [name for name in asked if name.endswith(".js")] == ["assets/generated/js/page.js"]
    assert not noted
    assert not (site / "assets/javascripts").exists()
    page.context.close()
