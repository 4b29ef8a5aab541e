"""A table of words that a phone has no room for is stacked there, and lies flat wherever there is room."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.reading import LAPTOP, PHONE, settle

PAGE = "topics/03-partial-derivatives-and-jacobians/products-without-matrix.html"
WIDE = """() => [...document.querySelectorAll('.md-typeset__scrollwrap')]
  .filter(frame => frame.scrollWidth > frame.clientWidth + 1).map(frame => frame.innerText)"""


@pytest.fixture
def page(browser: Browser, server: str) -> Page:
    page = PHONE.context(browser).new_page()
    page.goto(server + PAGE)
    settle(page)
    return page


def test_a_phone_shows_each_row_by_itself_under_the_names_of_the_columns(page: Page) -> None:
    table = page.locator(".nb-stacked table").first
    names = table.locator("thead").locator("th, td").all_inner_texts()
    rows = table.locator("tbody tr").all()
    assert len(names) > 2
    assert rows
    for row in rows:
        cells = row.locator("td")
        assert cells.locator(".nb-column").all_inner_texts() == names[1:]
        lefts = {cell.evaluate("cell => cell.getBoundingClientRect().left") for cell in cells.all()}
        assert len(lefts) == 1
    assert page.evaluate(WIDE) == []


def test_where_there_is_room_and_on_paper_it_lies_flat(page: Page) -> None:
    name = page.locator(".nb-stacked .nb-column").first
    expect(name).to_be_visible()
    page.emulate_media(media="print")
    expect(name).to_be_hidden()
    page.emulate_media(media="screen")
    expect(name).to_be_visible()
    page.set_viewport_size({"width": LAPTOP.width, "height": LAPTOP.height})
    expect(name).to_be_hidden()
    assert page.evaluate(WIDE) == []
