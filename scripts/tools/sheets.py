"""Print the formula sheets of all topics into one PDF, with the browser that the tests use.

The site is built first if it is not up to date. A sheet is printed as a reader's browser prints it; its links lead to
the published site.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from scripts.course.model import load_course
from scripts.foundation.paths import HERE, shown
from scripts.pages.blocks.formula_sheet import sheet_of
from scripts.site import build
from scripts.tools.browser import launched

SHEETS = HERE.build / "sheets" / "nabla-formulas.pdf"

# The article of a page, each of its links as it is for readers of the site.
_ARTICLE = """() => {
  const { href } = document.querySelector('link[rel=canonical]');
  for (const link of document.querySelectorAll('article a')) link.href = new URL(link.getAttribute('href'), href);
  return document.querySelector('article').innerHTML;
}"""
_FILL = "html => { document.querySelector('article').innerHTML = html; return document.fonts.ready.then(() => null); }"


def main(argv: Sequence[str] = ()) -> int:
    """Run `python -m scripts sheets`."""
    parser = argparse.ArgumentParser(prog="python -m scripts sheets", description=__doc__)
    parser.add_argument("--out", type=Path, default=SHEETS, help=f"where the PDF goes; {shown(SHEETS)} otherwise")
    out = parser.parse_args(argv).out
    build.main([])
    pages = sheets()
    out.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = launched(play)
        out.write_bytes(printed(browser, pages))
        browser.close()
    print(f"{len(pages)} sheets are in {shown(out)}.")
    return 0


def sheets() -> list[Path]:
    """Return the built page of each topic's sheet."""
    course = load_course()
    found = [sheet_of(course, topic) for topic in course.topics]
    return [HERE.site / page.address for page in found if page]


def printed(browser: Browser, pages: list[Path]) -> bytes:
    """Return a PDF of the articles of some pages of the site."""
    page = browser.new_page(color_scheme="light")
    articles = []
    for path in pages:
        page.goto(path.as_uri())
        articles.append(page.evaluate(_ARTICLE))
    page.evaluate(_FILL, "\n".join(articles))
    made = page.pdf(format="A4", prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
    page.close()
    return made
