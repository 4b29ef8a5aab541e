"""The site can be read without what a reader may lack: a server, JavaScript, a screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.reading import LAPTOP, html_files, settle

UNSTYLED = """() => [...document.querySelectorAll('link[rel=stylesheet]')].filter(l => !l.sheet).map(l => l.href)"""
MISSING_PICTURES = """() => [...document.images]
  .filter(i => i.getClientRects().length && !i.naturalWidth).map(i => i.currentSrc || i.src)"""
# What is in a fold whose summary can be seen, and cannot be seen itself
FOLDED_AWAY = """() => [...document.querySelectorAll('article details > summary')]
  .filter(summary => summary.checkVisibility())
  .flatMap(summary => [...summary.parentElement.children].filter(e => e !== summary))
  .filter(e => e.textContent.trim() && !e.checkVisibility()).map(e => e.outerHTML.slice(0, 100))"""
CHROME = ".md-header, .md-sidebar, .md-footer, .md-search, .md-tabs, .md-top, .md-clipboard, .headerlink"


def topics(site: Path) -> list[str]:
    """Return the addresses of the topic pages."""
    found = [name for name in html_files(site) if name.startswith("topics/") and name.endswith("/index.html")]
    assert found
    return found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = LAPTOP.context(browser)
    yield context.new_page()
    context.close()


@pytest.fixture
def page_without_scripts(browser: Browser) -> Iterator[Page]:
    context = LAPTOP.context(browser, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_every_page_is_styled_and_illustrated_from_a_folder(page: Page, site: Path) -> None:
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    for name in (name for name in html_files(site) if name != "404.html"):
        failed.clear()
        page.goto((site / name).as_uri())
        settle(page)
        # Of a folder, scripts may not read other files: the search index cannot be had, and reading does not need it.
        missing = [url for url in failed if "/search/search_index." not in url]
        assert not missing + page.evaluate(UNSTYLED) + page.evaluate(MISSING_PICTURES), name


def test_the_way_from_the_home_page_to_a_topic_works_from_a_folder(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.locator("article a[href*='topics/01-']").first.click()
    assert page.url.startswith((site / "topics/01-derivatives-and-gradients/index.html").as_uri())
    assert "Derivatives and gradients" in page.locator("h1").first.inner_text()


def test_a_topic_can_be_read_without_javascript(page_without_scripts: Page, server: str, site: Path) -> None:
    page = page_without_scripts
    for name in topics(site):
        page.goto(server + name)
        fold = page.locator("article details:not([open])").first.element_handle()
        summary, folded = (fold.query_selector(f":scope > {part}") for part in ("summary", ":not(summary)"))
        assert summary
        assert folded
        assert not folded.is_visible()
        summary.click()
        assert folded.is_visible()
        formula = page.locator("article .katex-display .katex-html").first
        box = formula.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) > 10
        font = formula.evaluate("e => getComputedStyle(e).fontFamily")
        assert "KaTeX" in font


def test_a_figure_has_a_picture_without_javascript_in_either_theme(browser: Browser, server: str, site: Path) -> None:
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, java_script_enabled=False)  # type: ignore[arg-type]
        context.set_default_timeout(120_000)
        page = context.new_page()
        for name in topics(site):
            page.goto(server + name)
            pictures = page.locator("article figure img:visible, article figure svg:visible")
            assert pictures.count() >= page.locator("article figure").count() > 0
        context.close()


def test_print_opens_the_folds_and_leaves_the_chrome_out(page: Page, server: str, site: Path) -> None:
    for name in topics(site):
        page.emulate_media(media="screen")
        page.goto(server + name)
        assert page.evaluate(FOLDED_AWAY)
        page.emulate_media(media="print")
        assert page.evaluate(FOLDED_AWAY) == []
        assert [e.evaluate("e => e.outerHTML.slice(0, 80)") for e in page.locator(CHROME).all() if e.is_visible()] == []


def test_print_opens_the_folds_without_javascript(page_without_scripts: Page, server: str, site: Path) -> None:
    page_without_scripts.emulate_media(media="print")
    for name in topics(site):
        page_without_scripts.goto(server + name)
        assert page_without_scripts.evaluate(FOLDED_AWAY) == []
        assert page_without_scripts.locator("article .nb-question .nb-answer").first.is_visible()
