"""The preview of cards: rendered by Anki, with mathematics and pictures in the page."""

import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.decks.media import Media
from scripts.decks.preview import write_preview
from scripts.foundation.installed import NotInstalledError
from tests.decks.making import Author


def test_every_card_shows_both_sides_in_both_themes_with_its_formulas_drawn(author: Author, tmp_path: Path) -> None:
    page = write_preview(author.content(), tmp_path / "preview").read_text(encoding="utf-8")
    assert page.count("<section ") == 9
    assert page.count('<div class="card">') == page.count('<div class="card nightMode">') == 18
    text = re.sub(r"<[^>]*>", "", page)
    assert r"\(" not in text and r"\[" not in text and "<svg" in page and "site.invalid" not in page


def test_a_gap_is_hidden_in_front_and_shown_behind(author: Author, tmp_path: Path) -> None:
    page = write_preview(author.content(), tmp_path / "preview").read_text(encoding="utf-8")
    section = page[page.index("<h2>limit.cloze #2") :]
    front, back = section.split('<div class="card">')[1:3]
    assert "[...]" in front and "gap 1 of limit" in front and ">gap 2 of limit" not in front
    assert ">gap 2 of limit</span>" in back


def test_a_formula_within_a_gap_is_drawn_where_it_is_seen(author: Author, tmp_path: Path) -> None:
    content = author.content()
    text = r"The {{c1::rule \(x^2\)}} and {{c2::\(y &lt; 1\)}}"
    notes = [replace(note, fields={**note.fields, "Text": text}) for note in content.notes if note.id == "limit.cloze"]
    page = write_preview(replace(content, notes=notes), tmp_path / "preview").read_text(encoding="utf-8")
    sides = page[: page.index('nightMode">')].split('<div class="card">')[1:]
    assert [side.count("<svg") for side in sides] == [1, 2]


def test_a_picture_is_in_the_page(author: Author, tmp_path: Path) -> None:
    content = author.content()
    media = Media("nabla-0123456789abcdef0123.svg", b"<svg/>", "locked")
    fields = {**content.notes[0].fields, "Back": f'<img src="{media.name}">'}
    note = replace(content.notes[0], media=(media,), fields=fields)
    page = write_preview(replace(content, notes=[note]), tmp_path / "preview").read_text(encoding="utf-8")
    assert page.count('<img src="data:image/svg+xml;base64,PHN2Zy8+">') == 2 and media.name not in page


def test_without_anki_the_preview_says_what_to_install(
    author: Author, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "anki.collection", None)
    with pytest.raises(NotInstalledError, match="'anki', which is missing: run 'make setup'"):
        write_preview(author.content(), tmp_path / "preview")
