"""A formula sheet is two pages of paper, and the sheets of all topics are one PDF."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts.course.model import Topic, load_course
from scripts.pages.blocks.formula_sheet import sheet_of
from scripts.tools import sheets
from tests.site.reading import LAPTOP, settle

COURSE = load_course()
WRITTEN = [topic for topic in COURSE.topics if topic.blocks("formula")]
PAPER = {"format": "A4", "prefer_css_page_size": True}
# What a column of the paper would cut off
CUT = """() => [...document.querySelectorAll('.nb-entry .nb-display')]
  .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => `${e.scrollWidth - e.clientWidth} px: ${e.textContent}`)"""
COLUMN = 336  # of A4 at 96 pixels to the inch, less margins and gap, in two


def pages_in(pdf: bytes) -> int:
    """Return the number of pages in a PDF."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def open_sheet(browser: Browser, site: Path, topic: Topic) -> Page:
    """Open the sheet of a topic from a folder."""
    sheet = sheet_of(COURSE, topic)
    assert sheet is not None, "the topic has no sheet"
    page = LAPTOP.context(browser).new_page()
    page.goto((site / "study" / "formulas" / f"{sheet.path.stem}.html").as_uri())
    settle(page)
    return page


@pytest.mark.parametrize("topic", WRITTEN, ids=lambda topic: topic.planned.slug)
def test_a_sheet_holds_its_formulas_on_two_pages(topic: Topic, browser: Browser, site: Path) -> None:
    page = open_sheet(browser, site, topic)
    ids = page.locator(".nb-entry .nb-name a").evaluate_all("links => links.map(link => link.hash.slice(1))")
    assert ids == [formula.id for formula in topic.blocks("formula") if formula.options.get("sheet", True)]
    assert pages_in(page.pdf(**PAPER)) <= 2  # type: ignore[arg-type]
    page.emulate_media(media="print")
    page.add_style_tag(content=f".md-typeset .nb-entry {{ width: {COLUMN}px }}")
    assert page.evaluate(CUT) == []
    page.context.close()


def test_more_text_than_paper_is_seen(browser: Browser, site: Path) -> None:
    page = open_sheet(browser, site, WRITTEN[0])
    page.evaluate("for (const e of document.querySelectorAll('.nb-entry')) e.after(e.cloneNode(true))")
    assert pages_in(page.pdf(**PAPER)) > 2  # type: ignore[arg-type]
    page.context.close()


def test_all_sheets_are_one_pdf_that_leads_to_the_site(browser: Browser, site: Path) -> None:
    assert len(sheets.sheets()) == len(COURSE.topics)
    some = sheets.sheets()[::4]  # the others come in the same way
    pdf = sheets.printed(browser, some)
    assert len(some) < pages_in(pdf) <= 2 * len(some)
    assert b"/URI (https://" in pdf
    assert b"/URI (file:" not in pdf
