"""Labs fit their reader: programs the column, pictures the theme; and on paper nothing lies over the text."""

import pytest
from playwright.sync_api import Browser

from tests.site.reading import PAGES, READERS, Reader, settle, turn

LABS = [name for name in PAGES if name.startswith("topics/") and name.endswith("/lab.html")]
PROGRAMS = """() => [...document.querySelectorAll('.nb-lab > .highlight pre > code')]
  .map(code => [code.textContent.slice(0, 60), code.scrollWidth > code.clientWidth + 1])"""
SHOWN = """() => [...document.querySelectorAll('.nb-lab .nb-figure img')]
  .filter(image => image.getClientRects().length).map(image => image.src.split('.').at(-2))"""


@pytest.mark.parametrize("reader", [READERS[0], READERS[3]], ids=lambda reader: reader.name)
def test_programs_of_labs_fit_and_their_pictures_follow_the_theme(
    reader: Reader, browser: Browser, server: str
) -> None:
    context = reader.context(browser)
    page = context.new_page()
    for name in LABS:
        page.goto(server + name)
        settle(page)
        programs = page.evaluate(PROGRAMS)
        assert len(programs) > 1
        assert [program for program, too_wide in programs if too_wide] == []
        shown = page.evaluate(SHOWN)
        assert len(shown) > 1
        assert set(shown) == {reader.theme}
    turn(page)
    assert set(page.evaluate(SHOWN)) == {"light", "dark"} - {reader.theme}
    context.close()


OVERLAPS = """() => [...document.querySelectorAll('article .nb-output')].filter(output => {
  let before = output.previousElementSibling;
  while (before && !before.getClientRects().length) before = before.previousElementSibling;
  return before && before.getBoundingClientRect().bottom > output.getBoundingClientRect().top + 1;
}).map(output => output.textContent.slice(0, 60))"""
TALL = """() => [...document.querySelectorAll('article :is(.nb-figure, .nb-diagram)')]
  .filter(picture => picture.getBoundingClientRect().height > 420).map(picture => picture.textContent.slice(0, 60))"""


@pytest.mark.parametrize(
    "name", [name for name in PAGES if name.endswith(("price-of-a-gradient.html", "-target.html"))]
)
def test_on_paper_outputs_lie_over_no_text_and_no_picture_takes_half_a_sheet(
    name: str, browser: Browser, server: str
) -> None:
    context = READERS[2].context(browser)
    page = context.new_page()
    page.goto(server + name)
    page.emulate_media(media="print")
    settle(page)
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(TALL) == []
    context.close()
