"""Every page, read on a phone and a laptop, in light and dark: nothing fails or sticks out, nobody is left out."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.serving import serving
from tests.site.access import RULES_ASKED_APART, troubles_of_access, troubles_of_colors
from tests.site.reading import (
    LESSON,
    OF_EACH_KIND,
    PAGES,
    PHONE,
    READERS,
    Reader,
    html_files,
    open_editors,
    settle,
    troubles_of_layout,
)
from tests.site.visits import Visit, unfold, visitor


def test_these_are_all_pages(site: Path) -> None:
    assert "index.html" in PAGES
    assert set(html_files(site)) == {*PAGES, "404.html"}


@pytest.mark.parametrize("name", PAGES)
def test_no_page_troubles_its_readers(name: str, visit: Visit) -> None:
    assert visit(name)["troubles"] == []


# Each screen and each theme once: neither changes what the other does.
@pytest.mark.parametrize("reader", [PHONE, READERS[3]], ids=lambda reader: reader.name)
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
        open_editors(page)
        assert troubles_of_layout(page) == []
        assert troubles_of_access(page, without=() if name == LESSON else RULES_ASKED_APART) == []
        context.close()


def test_the_page_for_what_is_missing_troubles_no_reader(browser: Browser, site: Path) -> None:
    with serving(site) as address, visitor(browser, address) as visit:
        assert visit("404.html")["troubles"] == []


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
<div class="nb-explorable nb-alive" id="tall"><div class="nb-boards" style="height: 800px"></div>
<p class="nb-readout">1</p><label class="nb-main">h <input type="range"></label></div>
<img src="missing.png" alt="nothing"><button></button>
<script>console.error("said"); fetch("https://other.invalid/").catch(() => {}); throw new Error("thrown")</script>
</article></main></body></html>"""


def test_every_kind_of_trouble_is_seen(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(TROUBLESOME, encoding="utf-8")
    with serving(tmp_path) as address, visitor(browser, address) as visit:
        seen = "\n".join(visit("page.html")["troubles"])
    for sign in (
        "wider than the screen: document",
        "wider than the screen: <div",
        'too small and too close to another: <a class="dot"',
        "its slider is not on one screen with its picture: tall",
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
