"""Make what the deck's page at AnkiWeb shows: its words, and pictures of some cards.

The cards are rendered by Anki's own library and photographed by the browser that the tests use, front and back, light
and night, each as wide as a phone. Which cards is said in `decks/deck.toml`.
"""

import argparse
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from scripts.course.model import load_course
from scripts.decks.content import Content, read_content
from scripts.decks.export import export
from scripts.decks.preview import write_preview
from scripts.decks.settings import site_url
from scripts.foundation.mistakes import Mistake, Mistakes
from scripts.foundation.paths import HERE, shown
from scripts.tools.browser import launched

LISTING = HERE.build / "ankiweb"
# Four sides in a row.
_SCREEN: ViewportSize = {"width": 1560, "height": 900}


def main(argv: Sequence[str] = ()) -> int:
    """Run `python -m scripts listing`. Raises `Mistakes` for those in the sources."""
    parser = argparse.ArgumentParser(prog="python -m scripts listing", description=__doc__)
    parser.parse_args(argv)
    content = read_content(load_course())
    if found := [*content.mistakes, *_unknown(content), *_nowhere(content)]:
        raise Mistakes(found)
    export(content, HERE.build / "decks")
    LISTING.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE.build / "decks" / "ankiweb.md", LISTING)
    with sync_playwright() as play:
        browser = launched(play)
        pictures(browser, content, LISTING)
        browser.close()
    print(f"Title, tags, description and {len(content.settings.ankiweb.shown)} pictures are in {shown(LISTING)}/.")
    return 0


def pictures(browser: Browser, content: Content, out: Path) -> list[Path]:
    """Write a picture of each card that is shown into the folder `out`; return their paths."""
    ids = content.settings.ankiweb.shown
    made = [out / f"{identifier}.png" for identifier in ids]
    page = browser.new_page(viewport=_SCREEN, device_scale_factor=2)
    with tempfile.TemporaryDirectory() as folder:
        few = replace(content, notes=[content.by_id[identifier] for identifier in ids])
        page.goto(write_preview(few, Path(folder)).as_uri())
        for path in made:
            page.locator(f'[data-card="{path.stem} #1"] .nb-sides').screenshot(path=path)
    page.close()
    return made


def _unknown(content: Content) -> list[Mistake]:
    return [
        Mistake(HERE.decks / "deck.toml", 1, f"there is no card '{identifier}' to show", "name notes by their ids")
        for identifier in content.settings.ankiweb.shown
        if identifier not in content.by_id
    ]


def _nowhere(content: Content) -> list[Mistake]:
    url = site_url(content.settings)
    what = f"what AnkiWeb shows would lead to {url}, where nobody is"
    remedy = "say where the site is, as in SITE_URL=https://owner.github.io/nabla/ python -m scripts listing"
    return [Mistake(HERE.decks / "deck.toml", 1, what, remedy)] if ".example/" in url else []
