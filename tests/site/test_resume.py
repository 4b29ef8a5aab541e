"""The browser knows where a reader of the lessons was: the home page and the topic's front page lead back there."""

from playwright.sync_api import Page, expect

from tests.site.reading import LESSONS

FIRST, SECOND = next(iter(LESSONS.values()))[:2]
FRONT = FIRST.rpartition("/")[0] + "/index.html"
OTHER = list(LESSONS.values())[1][0].rpartition("/")[0] + "/index.html"


def test_a_reader_is_led_back_to_the_lesson_and_from_its_end_to_the_next(page: Page, server: str) -> None:
    back = page.locator(".nb-resume a")
    page.goto(server + FRONT)
    expect(back).to_have_count(0)
    for lesson, read in ((FIRST, False), (SECOND, True)):
        page.goto(server + FIRST)
        if read:
            page.locator(".md-footer__link--next").scroll_into_view_if_needed()
            page.wait_for_function("name => localStorage['nabla.place.1'].includes(name)", arg=SECOND)
        for name in (FRONT, "index.html"):
            page.goto(server + name)
            expect(back).to_have_attribute("href", server + lesson)
    page.goto(server + OTHER)
    expect(back).to_have_count(0)
    page.goto(server + "index.html")
    back.click()
    page.wait_for_url(server + SECOND)
