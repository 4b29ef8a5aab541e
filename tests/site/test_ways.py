"""The ways through the course and through a page, beside the text or in panels over it."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.access import troubles_of_access
from tests.site.reading import PAGES, READERS, Reader

PHONE, TABLET = READERS[0], Reader("tablet, dark", 768, 1024, "dark")
LESSON = next(page for page in PAGES if page.startswith("topics/04") and "flat-places" in page)
_COURSE = re.compile(r'<nav\b[^>]* id="nb-course".*?</nav>', re.DOTALL)
_LINK = re.compile(r'<a href="([^"]*)"')


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def phone(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Page]:
    """A lesson on a phone, with scripts and without."""
    context = PHONE.context(browser, java_script_enabled=request.param)
    page = context.new_page()
    page.goto(server + LESSON)
    yield page
    context.close()


def course_links(site: Path, name: str) -> list[str]:
    """Return where the navigation of a page leads, in the site."""
    found = _COURSE.search((site / name).read_text(encoding="utf-8"))
    assert found, name
    folder = site / PurePosixPath(name).parent
    return [(folder / link).resolve().relative_to(site.resolve()).as_posix() for link in _LINK.findall(found[0])]


def test_a_page_leads_to_every_topic_and_to_all_pages_of_its_own(site: Path) -> None:
    topics = {page for page in PAGES if re.fullmatch(r"topics/[^/]+/index\.html", page)}
    for name in PAGES:
        own = {page for page in PAGES if PurePosixPath(page).parent == PurePosixPath(name).parent}
        if name.startswith("study/formulas/"):
            own = {page for page in PAGES if PurePosixPath(page).parent.name == "study"}
        links = course_links(site, name)
        assert {"index.html", *topics, *own} <= set(links), name
        assert len(links) == len(set(links)), f"{name}: twice the same link"


def test_a_page_does_not_carry_the_lessons_of_other_topics(site: Path) -> None:
    for name in PAGES:
        others = [link for link in course_links(site, name) if link.startswith("topics/") and "index" not in link]
        assert {PurePosixPath(link).parent for link in others} <= {PurePosixPath(name).parent}, name


def opened(page: Page, button: str, panel: str) -> Locator:
    """Open a panel by keyboard and return it."""
    page.get_by_role("button", name=button, exact=True).press("Enter")
    found = page.get_by_role("navigation", name=panel)
    expect(found).to_be_visible()
    return found


def test_the_course_opens_by_keyboard_where_one_is_in_it(phone: Page) -> None:
    course = opened(phone, "Course", "Course")
    expect(course.locator("[aria-current=page]")).to_be_in_viewport()
    phone.keyboard.press("Tab")
    expect(course.get_by_role("link", name="Home")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(course).to_be_hidden()
    expect(phone.get_by_role("button", name="Course", exact=True)).to_be_focused()


def test_a_section_of_the_page_is_in_reach_from_anywhere_on_it(phone: Page) -> None:
    phone.locator("footer").scroll_into_view_if_needed()
    contents = opened(phone, "On this page", "On this page")
    contents.get_by_role("link", name="Exercise").click()
    expect(phone.locator("#exercise")).to_be_in_viewport()


def test_a_panel_that_has_been_of_use_goes_away(browser: Browser, server: str) -> None:
    context = TABLET.context(browser)
    page = context.new_page()
    page.goto(server + LESSON)
    contents = opened(page, "On this page", "On this page")
    assert troubles_of_access(page, "nav:popover-open") == []
    contents.get_by_role("link", name="Recall").click()
    expect(contents).to_be_hidden()
    opened(page, "Course", "Course")
    assert troubles_of_access(page, "nav:popover-open") == []
    context.close()


def test_a_browser_without_popovers_has_the_panels_below_the_text(browser: Browser, server: str) -> None:
    context = PHONE.context(browser)
    page = context.new_page()
    page.add_init_script("delete HTMLElement.prototype.popover")
    page.route("**/*.html", lambda route: route.fulfill(body=route.fetch().text().replace(" popover ", " ")))
    page.route("**/*.css", lambda route: route.fulfill(body=route.fetch().text().replace("popover-open", "unheard-of")))
    page.goto(server + LESSON)
    below = """panel => document.querySelector(".md-content").getBoundingClientRect().bottom
      <= panel.getBoundingClientRect().top"""
    for name in ("Course", "On this page"):
        found = page.get_by_role("navigation", name=name)
        assert found.evaluate(below)
        page.evaluate("() => scrollTo(0, 0)")
        page.get_by_role("button", name=name, exact=True).click()
        expect(found).to_be_in_viewport()
    context.close()
