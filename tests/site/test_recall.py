"""What a lesson asks again at its end is answered by the block on the same page that says it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.access import troubles_of_access
from tests.site.reading import LESSONS, READERS

PHONE = READERS[0]
LESSON = next(name for lessons in LESSONS.values() for name in lessons if "flat-places" in name)
# For each fold: what it answers, and what the block says to which its link leads
ANSWERS = """() => [...document.querySelectorAll('.nb-prompted')].map(fold => {
  const block = document.querySelector(fold.querySelector('.nb-back').hash).cloneNode(true);
  for (const part of block.querySelectorAll('.nb-title, .nb-check')) part.remove();
  const said = element => element?.textContent.replace(/\\s+/g, ' ').trim();
  return [said(fold.querySelector('.nb-recalled')), said(block)];
})"""
TWICE = """() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  return ids.filter((id, at) => ids.indexOf(id) < at); }"""


def lesson(browser: Browser, address: str, *, scripts: bool = True) -> Page:
    """Return a lesson that a reader has opened on a phone."""
    page = PHONE.context(browser, java_script_enabled=scripts).new_page()
    page.goto(address)
    return page


def opened(page: Page) -> Page:
    """Open all of a lesson's prompts by keyboard, twice."""
    for summary in page.locator(".nb-prompted > summary").all():
        for _ in range(3):
            summary.press("Enter")
    expect(page.locator(".nb-prompted[open]").last).to_be_visible()
    return page


@pytest.mark.parametrize("place", ["served", "in a folder"])
def test_an_answer_is_that_of_its_block(place: str, browser: Browser, server: str, site: Path) -> None:
    page = opened(lesson(browser, server + LESSON if place == "served" else (site / LESSON).as_uri()))
    expect(page.locator(".nb-recalled")).to_have_count(page.locator(".nb-prompted").count())
    answers = page.evaluate(ANSWERS)
    assert len(answers) > 2
    assert all(answer == said and len(said) > 20 for answer, said in answers), answers
    assert page.evaluate(TWICE) == []
    assert troubles_of_access(page, ".nb-recall") == []
    page.context.close()


def test_an_answer_that_is_a_picture_shows_it(browser: Browser, server: str) -> None:
    page = opened(lesson(browser, server + LESSON.rsplit("/", 2)[0] + "/01-derivatives-and-gradients/gradient.html"))
    saddle = page.locator('.nb-prompted:has([href="#saddle-point"]) .nb-figure img:visible')
    expect(saddle).to_have_count(1)
    assert saddle.evaluate("img => img.decode().then(() => img.naturalWidth)") >= 600
    page.context.close()


def test_without_scripts_a_link_leads_to_the_answer(browser: Browser, server: str) -> None:
    page = opened(lesson(browser, server + LESSON, scripts=False))
    link = page.locator(".nb-back").first
    link.click()
    expect(page.locator(link.get_attribute("href") or "")).to_be_in_viewport()
    page.context.close()


def test_on_paper_the_prompts_stand_alone(browser: Browser, server: str) -> None:
    page = lesson(browser, server + LESSON)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".nb-prompted > summary").first).to_be_visible()
    assert not page.locator(".nb-recalled").count()
    assert not page.locator(".nb-prompted > :not(summary):visible").count()
    page.context.close()
