"""What AnkiWeb's page of the deck shows: pictures of the cards that are named, and of no others."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from scripts.course.model import load_course
from scripts.decks.content import Content, read_content
from scripts.foundation.mistakes import Mistakes
from scripts.tools import listing

# Whoever builds the site draws the figures that are on cards.
pytestmark = pytest.mark.usefixtures("site")


def showing(content: Content, *cards: str) -> Content:
    """Return the decks with other cards to be shown."""
    web = replace(content.settings.ankiweb, shown=cards)
    return replace(content, settings=replace(content.settings, ankiweb=web))


def test_each_named_card_has_a_picture_of_its_four_sides(browser: Browser, tmp_path: Path) -> None:
    content = read_content(load_course())
    assert content.settings.ankiweb.shown
    content = showing(content, *content.settings.ankiweb.shown[:2])  # each takes seconds
    made = listing.pictures(browser, content, tmp_path)
    assert [path.stem for path in made] == list(content.settings.ankiweb.shown)
    for path in made:
        with Image.open(path) as picture:
            assert picture.width >= 2 * 4 * 360
            assert len(picture.convert("L").getcolors() or range(256)) > 50, "there is hardly anything on it"


def test_a_card_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    content = read_content(load_course())
    monkeypatch.setattr(listing, "read_content", lambda course: showing(content, "no-such-card"))
    with pytest.raises(Mistakes, match="there is no card 'no-such-card' to show"):
        listing.main()


def test_what_would_lead_nowhere_is_not_made() -> None:
    with pytest.raises(Mistakes, match=r"would lead to https://nabla\.example/.*\n.*SITE_URL="):
        listing.main()
