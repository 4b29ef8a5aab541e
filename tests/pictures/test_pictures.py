"""What readers see is what somebody has looked at: every kind of block, formula, diagram, explorable and card.

A person looks at the pictures in `build/pictures/`, and if they are right: `python -m pytest tests/pictures --approve`.
"""

import shutil
import sys
import warnings
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from scripts.course.page import read_page
from scripts.foundation import paths
from scripts.pages.kinds import BLOCKS
from tests.build.conftest import PAGE
from tests.pictures.comparing import OTHER_BROWSER, SAME_BROWSER, Tolerance, differences, keep
from tests.pictures.conftest import DRAWN_BY, LESSON
from tests.pictures.looking import CARDS, LAPTOP, PHONE, Screen, cards_on, open_page, samples_on

APPROVED = Path(__file__).parent / "approved"
LEFT = paths.HERE.build / "pictures"
HOW = "look at {left}, and if it is right: python -m pytest tests/pictures --approve"
# Rounding errors are drawn as they are in single precision: in double, browsers differ in the last digit of a sine.
SINGLE = "?explorable-numerical-derivative.precision=single"
PAGES = {
    "blocks": PAGE.removeprefix("docs/").replace(".md", ".html") + SINGLE,
    "lesson": LESSON.removeprefix("docs/").replace(".md", ".html"),
    **{name: f"{name}.html" for name in ("text", "formulas", "diagrams", "study", "index")},
}
# On a phone, with all folds open; there is less in a line, and nothing in the margin.
READINGS = [(page, LAPTOP, theme) for page in PAGES for theme in ("light", "dark")]
READINGS += [(page, PHONE, "light") for page in PAGES if page != "index"]

TRIES = 3

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Fontconfig can hide the fonts of a machine")


def drawn_by() -> str:
    """Return the version of the browser that drew the approved pictures."""
    return DRAWN_BY.read_text(encoding="utf-8").strip() if DRAWN_BY.is_file() else ""


def is_same(browser: Browser) -> bool:
    """Return whether this browser drew the approved pictures, up to corrections."""
    return browser.version.split(".")[0] == drawn_by().split(".")[0]


def tolerance(browser: Browser) -> Tolerance:
    """Return how exactly this browser must draw what another of its kind has drawn."""
    if is_same(browser):
        return SAME_BROWSER
    what = f"pictures of Chromium {drawn_by()} are compared a little more loosely with those of {browser.version}"
    warnings.warn(what, stacklevel=2)
    return OTHER_BROWSER


def approve(found: dict[str, Image.Image], folder: str, ending: str, browser: Browser) -> None:
    """Take pictures for right. Those that look as before stay as they are, unless another browser drew them."""
    for name, seen in found.items():
        path = APPROVED / folder / f"{name}{ending}"
        if not path.is_file() or not is_same(browser) or compared(seen, path, SAME_BROWSER)[0]:
            keep(seen, path)


def compared(seen: Image.Image, path: Path, tolerance: Tolerance) -> tuple[str, Image.Image | None]:
    """Return what differs between a picture and the approved one at `path`, and where."""
    if not path.is_file():
        return "it has no approved picture", None
    with Image.open(path) as approved:
        return differences(seen, approved.convert("RGB"), tolerance)


def judged(found: dict[str, Image.Image], folder: str, ending: str, browser: Browser) -> list[str]:
    """Return what is wrong with pictures, and leave those in `build/pictures/`."""
    home, left = APPROVED / folder, LEFT / folder
    wrong = [
        f"{folder}/{path.name} is the picture of nothing: remove it"
        for path in sorted(home.glob(f"*{ending}"))
        if path.name.removesuffix(ending) not in found
    ]
    for name, seen in found.items():
        path = home / f"{name}{ending}"
        what, where = compared(seen, path, tolerance(browser))
        if what:
            keep(seen, left / f"{path.stem}-seen.webp")
            if path.is_file():
                shutil.copy(path, left / f"{path.stem}-approved.webp")
            if where is not None:
                keep(where, left / f"{path.stem}-difference.webp")
            wrong.append(f"{folder}/{path.name}: {what}")
    return [*wrong, HOW.format(left=paths.shown(left))] if wrong else []


@pytest.mark.parametrize(("page", "screen", "theme"), READINGS, ids=lambda part: getattr(part, "name", part))
def test_samples_look_as_approved(
    page: str, screen: Screen, theme: str, browser: Browser, samples_server: str, approving: bool
) -> None:
    ending = f"-{screen.name}-{theme}.webp"

    def look() -> dict[str, Image.Image]:
        opened = open_page(browser, samples_server + PAGES[page], screen, theme)
        found = samples_on(opened, unfolded=screen is PHONE)
        opened.context.close()
        assert found, "there is no sample on the page"
        return found

    if approving:
        approve(look(), page, ending, browser)
    # Now and then Chromium draws a text without a font that has come. What is wrong is so each time.
    for _ in range(TRIES):
        wrong = judged(look(), page, ending, browser)
        if not wrong:
            break
    assert not wrong, "\n".join(["", *wrong])


def test_cards_look_as_approved(browser: Browser, samples: Path, approving: bool) -> None:
    opened = open_page(browser, (samples / "build" / "preview" / "index.html").as_uri(), CARDS, "light")
    found = cards_on(opened)
    opened.context.close()
    assert {name.rsplit("-", 1)[0] for name in found} >= {"square-rule", "line-slope", "slope-cloze"}
    if approving:
        approve(found, "cards", ".webp", browser)
    wrong = judged(found, "cards", ".webp", browser)
    assert not wrong, "\n".join(["", *wrong])


def test_every_kind_of_block_has_a_sample(samples: Path) -> None:
    pages = [read_page(path) for path in (samples / "docs").rglob("*.md")]
    kinds = {block.kind for page in pages for block in page.blocks}
    # These two are made of what has samples of its own: a table, texts, programs and what they print.
    assert kinds >= BLOCKS.keys() - {"block-reference", "lab"}
