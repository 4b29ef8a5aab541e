"""The site can be read without what a reader may lack: a server, JavaScript, a screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.reading import FIRST_LESSONS, LAPTOP, OF_EACH_KIND, settle

UNSTYLED = """() => [...document.querySelectorAll('link[rel=stylesheet]')].filter(l => !l.sheet).map(l => l.href)"""
MISSING_PICTURES = """() => [...document.images]
  .filter(i => i.getClientRects().length && !i.naturalWidth).map(i => i.currentSrc || i.src)"""
# Figures that can be seen, of which no picture can
WITHOUT_PICTURE = """() => [...document.querySelectorAll('article figure')]
  .filter(figure => figure.checkVisibility())
  .filter(figure => ![...figure.querySelectorAll('img, svg')].some(picture => picture.checkVisibility()))
  .map(figure => figure.id || figure.outerHTML.slice(0, 80))"""


# Opened once for all that is asked of it.
@pytest.fixture(scope="module", params=FIRST_LESSONS[::4])
def opened_without_scripts(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Page]:
    """The first lesson of some topics in turn."""
    context = LAPTOP.context(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(server + request.param)
    yield page
    context.close()


@pytest.fixture
def page_without_scripts(opened_without_scripts: Page) -> Iterator[Page]:
    """Each in turn, on a screen in the light."""
    yield opened_without_scripts
    opened_without_scripts.emulate_media(media="screen", color_scheme="light")


# That the links of all pages lead somewhere from wherever they are is asked in `test_links.py`.
def test_a_page_of_each_kind_is_styled_and_illustrated_from_a_folder(page: Page, site: Path) -> None:
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    for name in OF_EACH_KIND:
        failed.clear()
        page.goto((site / name).as_uri())
        settle(page)
        assert not failed + page.evaluate(UNSTYLED) + page.evaluate(MISSING_PICTURES), name


def test_the_way_from_the_home_page_to_a_topic_works_from_a_folder(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.locator("article a[href*='topics/01-']").first.click()
    assert page.url.startswith((site / "topics/01-derivatives-and-gradients/index.html").as_uri())
    assert "Derivatives and gradients" in page.locator("h1").first.inner_text()


def test_a_lesson_can_be_read_without_javascript(page_without_scripts: Page) -> None:
    page = page_without_scripts
    fold = page.locator("article details:not([open])").first.element_handle()
    summary, folded = (fold.query_selector(f":scope > {part}") for part in ("summary", ":not(summary)"))
    assert summary
    assert folded
    assert not folded.is_visible()
    summary.click()
    assert folded.is_visible()
    formula = page.locator("article .katex-html:visible").first
    box = formula.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) > 5
    font = formula.evaluate("e => getComputedStyle(e).fontFamily")
    assert "KaTeX" in font


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_figure_has_a_picture_without_javascript_in_either_theme(page_without_scripts: Page, scheme: str) -> None:
    page_without_scripts.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    assert page_without_scripts.locator("article figure:visible").count() > 0
    assert page_without_scripts.evaluate(WITHOUT_PICTURE) == []
