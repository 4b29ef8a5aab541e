"""A card says, letter for letter, what the page says where its block stands."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from scripts.course.model import load_course
from scripts.decks.cards import AnkiNote, notes_of
from scripts.foundation.paths import HERE
from scripts.site.search import without_formulas

# What a page has around the block's text: its title, the check of a formula, code that drew a picture, links to itself.
_AROUND = ".nb-title, .nb-check, .nb-code, .headerlink, .nb-level, .nb-label, .nb-home, figure, table, summary:has(+ p)"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, BeautifulSoup]:
    """Return the pages of the topics, parsed."""
    found = {}
    for page in (page for topic in load_course().topics for page in topic.pages):
        file = (site / page.path.relative_to(HERE.docs)).with_suffix(".html")
        # Punctuation at a formula stands within its element, so that no line begins or ends with it.
        html = re.sub(r"(<nb-math[^>]*>)([(\[]+)", r"\2\1", file.read_text(encoding="utf-8"))
        html = re.sub(r"([.,;:!?)]*)((?:</span>)?</nb-math>)", r"\2\1", html)
        html = without_formulas(html)
        found[page.path] = BeautifulSoup(html, "html.parser")
    return found


def words(html: str) -> str:
    """Return the letters of a text: neither mathematics, which both set in their own ways, nor white space."""
    html = re.sub(
        r"\\\(.*?\\\)|\\\[.*?\\\]", "", re.sub(r"\{\{c\d+::(.*?)\}\}", r"\1", html, flags=re.DOTALL), flags=re.DOTALL
    )
    text = BeautifulSoup(html, "html.parser")
    for element in text.select(f"{_AROUND}, nb-math, .nb-display, .nb-output p"):
        element.decompose()
    return re.sub(r"\s+", "", text.get_text())


def said_elsewhere(note: AnkiNote, pages: dict[Path, BeautifulSoup]) -> Iterator[str]:
    """Yield each field of a note whose words do not stand in its block."""
    block = pages[note.block.path].find(id=note.block.id)
    assert isinstance(block, Tag)
    on_page = words(str(block)).replace("Ahintfirst", "")
    for name in ("Back", "More", "Fold", "Text", "Hint", *(["Front"] if note.kind == "question" else [])):
        if (said := words(note.fields.get(name, ""))) not in on_page:
            yield f"{name} of '{note.id}': {said}\nis not in\n{on_page}"


def test_cards_say_what_the_pages_say(pages: dict[Path, BeautifulSoup]) -> None:
    notes, _ = notes_of(load_course())
    assert len(notes) > 300
    assert not [found for note in notes for found in said_elsewhere(note, pages)]
