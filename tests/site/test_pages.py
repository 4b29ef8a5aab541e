"""Every page, read on a phone and a laptop, in light and dark: nothing fails or sticks out, nobody is left out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.kept import Once, browser_version, files_of_page, reading_code
from tests.serving import serving
from tests.site.reading import (
    LAPTOP,
    LESSON,
    OF_EACH_KIND,
    OPEN_FOLDS,
    PAGES,
    PHONE,
    READERS,
    Reader,
    html_files,
    leave_to_axe_what_it_can_judge,
    liven,
    note_troubles,
    open_editors,
    settle,
    troubles_of_access,
    troubles_of_colors,
    troubles_of_layout,
    turn,
)


def read(page: Page) -> list[str]:
    """Read an open page with all folds open: on a phone in both themes, then on a laptop.

    Return what troubles a reader. Folds that are closed, the light on a laptop, a phone for axe: what these change is
    the same on all pages of a kind, of which one is read so.
    """
    found = []
    for reader in (PHONE, LAPTOP):
        page.set_viewport_size({"width": reader.width, "height": reader.height})
        unfold(page)
        found += troubles_of_layout(page) + troubles_of_colors(page)
        if reader is PHONE:
            turn(page)
            settle(page)
            found += troubles_of_colors(page)
    leave_to_axe_what_it_can_judge(page)
    return found + troubles_of_access(page, whole=False)


def unfold(page: Page) -> None:
    """Open all folds of a page, and let all live that does when a reader comes near."""
    page.evaluate(OPEN_FOLDS)
    liven(page)
    open_editors(page)
    settle(page)


@contextmanager
def visitor(browser: Browser, address: str) -> Iterator[Callable[[str], list[str]]]:
    """Open a profile in `browser`. Yields what visits the page of a name below `address` and returns its troubles."""
    context = PHONE.context(browser)
    page = context.new_page()
    noted = note_troubles(page, address)

    def visit(name: str) -> list[str]:
        page.goto("about:blank")  # what the page before was still fetching is broken off now
        noted.clear()
        page.goto(address + name, wait_until="load")
        return [trouble.replace(address, "") for trouble in dict.fromkeys(read(page) + noted)]

    yield visit
    context.close()


@pytest.fixture(scope="module")
def visit(browser: Browser, server: str) -> Iterator[Callable[[str], list[str]]]:
    """One visitor of all pages, who meets most fonts and scripts again."""
    with visitor(browser, server) as visit:
        yield visit


def test_these_are_all_pages(site: Path) -> None:
    assert "index.html" in PAGES
    assert set(html_files(site)) == {*PAGES, "404.html"}


@pytest.mark.parametrize("name", PAGES)
def test_no_page_troubles_its_readers(name: str, visit: Callable[[str], list[str]], site: Path, once: Once) -> None:
    def look() -> None:
        assert visit(name) == []

    once(look, files_of_page(site, name) | reading_code(), browser_version())


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_page_of_each_kind_troubles_no_reader_as_it_comes(reader: Reader, browser: Browser, server: str) -> None:
    context = reader.context(browser)
    page = context.new_page()
    found = []
    for name in OF_EACH_KIND:
        page.goto(server + name, wait_until="load")
        settle(page)
        found += [f"{name}: {trouble}" for trouble in troubles_of_layout(page) + troubles_of_colors(page)]
    context.close()
    assert found == []


# The pages that collect are made of what others have, by hundreds.
@pytest.mark.parametrize("name", [name for name in OF_EACH_KIND if not name.startswith("study/")])
def test_axe_finds_nothing_on_a_page_of_each_kind(name: str, browser: Browser, server: str) -> None:
    """With all that stands on it, and all rules on a lesson: the three that are asked apart take most of the time."""
    for reader in (PHONE, READERS[3]) if name == LESSON else (PHONE,):
        context = reader.context(browser)
        page = context.new_page()
        page.goto(server + name, wait_until="load")
        unfold(page)
        assert troubles_of_access(page, whole=name == LESSON) == []
        context.close()


def test_the_page_for_what_is_missing_troubles_no_reader(browser: Browser, site: Path) -> None:
    with serving(site) as address, visitor(browser, address) as visit:
        assert visit("404.html") == []


# A page with one of each trouble, to see that each is seen: one color too pale in the light, and one in the dark.
TROUBLESOME = """<!DOCTYPE html><html lang="en"><head><title>Troubles</title></head>
<body data-md-color-scheme="default"><main><article>
<style>[data-md-color-scheme=slate] .dark { color: #333; background: #222 } .pale { color: #ccc }</style>
<h1>Troubles</h1>
<p style="color: #bbb; background: #fff">Pale.</p>
<p class="dark">Dark on dark.</p>
<span class="katex"><span class="katex-html"><i>x</i><b class="pale">log</b><b class="pale">min</b></span></span>
<div style="width: 3000px">Wide.</div>
<a class="dot" style="display: block; width: 9px" href="#">i</a><a style="display: block; width: 9px" href="#">j</a>
<img src="missing.png" alt="nothing"><button></button>
<script>console.error("said"); fetch("https://other.invalid/").catch(() => {}); throw new Error("thrown")</script>
</article></main></body></html>"""


def test_every_kind_of_trouble_is_seen(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(TROUBLESOME, encoding="utf-8")
    with serving(tmp_path) as address, visitor(browser, address) as visit:
        seen = "\n".join(visit("page.html"))
    for sign in (
        "wider than the screen: document",
        "wider than the screen: <div",
        'too small and too close to another: <a class="dot"',
        'too pale: b "log": #cccccc on #ffffff',
        'too pale: p "Pale.": #bbbbbb on #ffffff',
        'too pale: p "Dark on dark.": #333333 on #222222',
        "axe: button-name, 1 times: button",
        "console: said",
        "error in a script: thrown",
        "status 404: missing.png",
        "request to another host: https://other.invalid/",
        "request failed: https://other.invalid/",
    ):
        assert sign in seen, f"{sign} not in:\n{seen}"
    assert "min" not in seen, "one of two of a color stands for both"
