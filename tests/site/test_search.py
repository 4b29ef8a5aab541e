"""Search finds words, and no debris of typeset mathematics."""

import json
from pathlib import Path

from playwright.sync_api import Browser

from tests.site.reading import LAPTOP, note_troubles

DEBRIS = ("\\frac", "\\nabla", "\\partial", "\\sigma", "\\dd", "annotation", "katex", "accDescr")


def entries(site: Path) -> list[dict[str, str]]:
    """Return the entries of the search index that readers of the course find; authors' pages may speak of TeX."""
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    return [entry for entry in index["docs"] if not entry["location"].startswith("contributing/")]


def test_the_index_holds_words(site: Path) -> None:
    words = " ".join(entry["text"] for entry in entries(site))
    assert "gradient" in words
    assert len(words) > 5000


def test_the_index_holds_no_debris(site: Path) -> None:
    found = [
        f"{entry['location']}: {debris}"
        for entry in entries(site)
        for debris in DEBRIS
        if debris in entry["title"] + entry["text"]
    ]
    assert found == []


def test_a_word_that_is_typed_is_found(browser: Browser, server: str) -> None:
    context = LAPTOP.context(browser)
    page = context.new_page()
    noted = note_troubles(page, server)
    page.goto(server + "index.html")
    page.locator("[data-md-component=search-query]").focus()
    page.keyboard.type("steepest ascent")
    page.locator(".md-search-result__link[href*='topics/01-']").first.click()
    page.wait_for_url(lambda url: "/topics/01-" in url)
    assert "steepest ascent" in page.locator("article").inner_text()
    assert noted == []
    context.close()
