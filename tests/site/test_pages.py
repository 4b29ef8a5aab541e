"""Every page, read on a phone and a laptop, in light and dark: nothing fails or sticks out, nobody is left out."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.serving import serving
from tests.site.reading import (
    LAPTOP,
    OPEN_FOLDS,
    PAGES,
    READERS,
    Reader,
    html_files,
    liven,
    note_troubles,
    settle,
    troubles_of_access,
    troubles_of_colors,
    troubles_of_layout,
    turn,
)


def read(page: Page, address: str) -> list[str]:
    """Read what stands at `address` as it comes, then with all folds open and all explorables alive, in both themes.

    Return what troubles a reader. Of what axe asks, the other theme can only change the answers about colors.
    """
    page.goto(address, wait_until="load")
    settle(page)
    found = troubles_of_layout(page)
    page.evaluate(OPEN_FOLDS)
    liven(page)
    settle(page)
    found += troubles_of_layout(page) + troubles_of_access(page, colors=False) + troubles_of_colors(page)
    turn(page)
    settle(page)
    return found + troubles_of_layout(page) + troubles_of_colors(page)


def read_all(browser: Browser, reader: Reader, address: str, names: list[str]) -> dict[str, list[str]]:
    """Return the troubles of `reader` with the pages `names` below `address`, each with the pages that have it."""
    context = reader.context(browser)
    page = context.new_page()
    noted = note_troubles(page, address)
    pages_of: dict[str, list[str]] = {}
    for name in names:
        noted.clear()
        for trouble in dict.fromkeys(read(page, address + name) + noted):
            pages_of.setdefault(trouble.replace(address, ""), []).append(name)
    context.close()
    return pages_of


def told(troubles: dict[str, list[str]]) -> str:
    """Return `troubles` as text, each with one page and the number of others that have it, too."""
    lines = [
        f"{names[0]}{f' and {len(names) - 1} more' * (len(names) > 1)}: {what}" for what, names in troubles.items()
    ]
    return "\n".join(["", *lines])


def test_these_are_all_pages(site: Path) -> None:
    assert "index.html" in PAGES
    assert set(html_files(site)) == {*PAGES, "404.html"}


# One begins in the light and one in the dark: how a page starts and how wide it is have nothing to do with each other.
@pytest.mark.parametrize("reader", [READERS[0], READERS[3]], ids=lambda reader: reader.name)
@pytest.mark.parametrize("name", PAGES)
def test_no_page_troubles_its_readers(name: str, reader: Reader, browser: Browser, server: str) -> None:
    troubles = read_all(browser, reader, server, [name])
    assert not troubles, told(troubles)


def test_the_page_for_what_is_missing_troubles_no_reader(browser: Browser, site: Path) -> None:
    with serving(site) as address:
        troubles = read_all(browser, LAPTOP, address, ["404.html"])
    assert not troubles, told(troubles)


# A page with one of each trouble, to see that each is seen: one color too pale in the light, and one in the dark.
TROUBLESOME = """<!DOCTYPE html><html lang="en"><head><title>Troubles</title></head>
<body data-md-color-scheme="default"><main><article>
<style>[data-md-color-scheme=slate] .dark { color: #333; background: #222 } .pale { color: #ccc }</style>
<h1>Troubles</h1>
<p style="color: #bbb; background: #fff">Pale.</p>
<p class="dark">Dark on dark.</p>
<span class="katex"><span class="katex-html"><i>x</i><b class="pale">log</b><b class="pale">min</b></span></span>
<div style="width: 3000px">Wide.</div>
<img src="missing.png" alt="nothing">
<script>console.error("said"); fetch("https://other.invalid/").catch(() => {}); throw new Error("thrown")</script>
</article></main></body></html>"""


def test_every_kind_of_trouble_is_seen(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(TROUBLESOME, encoding="utf-8")
    with serving(tmp_path) as address:
        seen = "\n".join(read_all(browser, LAPTOP, address, ["page.html"]))
    for sign in (
        "wider than the screen: document",
        "wider than the screen: <div",
        "axe: color-contrast, 1 times: b:nth-child(2)",
        "axe: color-contrast, 2 times: p:nth-child(3) and .dark",
        "console: said",
        "error in a script: thrown",
        "status 404: missing.png",
        "request to another host: https://other.invalid/",
        "request failed: https://other.invalid/",
    ):
        assert sign in seen, f"{sign} not in:\n{seen}"
