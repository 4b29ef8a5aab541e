"""Writing packages that Anki imports: genanki's notes and note types, with times, ids and bytes that we decide.

genanki stamps the time of the build on every note, numbers notes by the clock, and writes rows one by one. Here each
note has the `mod` of the lock and ids made from its own, rows are written sorted and at once, and everything that would
differ between two builds (SQLite's version, dates and modes in the ZIP) is set.
"""

import io
import json
import sqlite3
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from scripts.decks.cards import Note
from scripts.decks.lock import LockedType
from scripts.decks.media import Media
from scripts.decks.notetypes import NoteType
from scripts.decks.rows import Rows
from scripts.decks.settings import located

_ZIP_DATE = (2026, 1, 1, 0, 0, 0)
_PAGE = 4096
_PRAGMAS = (
    f"PRAGMA page_size = {_PAGE}; PRAGMA auto_vacuum = NONE; PRAGMA secure_delete = ON; PRAGMA encoding = 'UTF-8';"
)
_ZIP_MODE = 0o100644


class NablaModel(genanki.Model):
    """A note type with fixed ids for fields and templates, and its own time."""

    def __init__(self, note_type: NoteType, locked: LockedType, url: str) -> None:
        super().__init__(
            model_id=note_type.id,
            name=note_type.name,
            fields=[{"name": field.name, "id": field.id} for field in note_type.fields],
            templates=[
                {
                    "name": template.name,
                    "id": template.id,
                    "qfmt": located(template.front, url),
                    "afmt": located(template.back, url),
                }
                for template in note_type.templates
            ],
            css=note_type.css,
            model_type=self.CLOZE if note_type.cloze else self.FRONT_BACK,
            sort_field_index=note_type.sort,
        )
        self._mod = locked.mod

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        """Return what Anki stores, with the time of the lock."""
        return dict(super().to_json(self._mod, deck_id))


@dataclass(frozen=True)
class Deck:
    """A deck as it is written: its id, name, description and notes."""

    id: int
    name: str
    description: str
    notes: Sequence[Note]


class Package:
    """A package: decks, their notes in course order, and the pictures they use."""

    def __init__(self, decks: Sequence[Deck], rows: Rows, models: Sequence[NablaModel]) -> None:
        self._decks = decks
        self._rows = rows
        self._models = models

    @cached_property
    def media(self) -> list[Media]:
        """The pictures of all notes, each once."""
        found = {media.name: media for deck in self._decks for note in deck.notes for media in note.media}
        return [found[name] for name in sorted(found)]

    def to_bytes(self) -> bytes:
        """Return the package."""
        entries = {
            "collection.anki2": self._database(),
            "media": json.dumps({str(number): media.name for number, media in enumerate(self.media)}).encode(),
            **{str(number): media.data for number, media in enumerate(self.media)},
        }
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, data in entries.items():
                info = zipfile.ZipInfo(name, _ZIP_DATE)
                info.create_system = 3
                info.external_attr = _ZIP_MODE << 16
                archive.writestr(info, data, zipfile.ZIP_DEFLATED, 6)
        return out.getvalue()

    def _database(self) -> bytes:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        try:
            connection.executescript(_PRAGMAS)
            tables, indices = APKG_SCHEMA.split("CREATE INDEX", 1)
            connection.execute("BEGIN")
            for statement in [*tables.split(";"), APKG_COL.rstrip().rstrip(";")]:
                connection.execute(statement)
            self._write(connection)
            for statement in ("CREATE INDEX" + indices).split(";"):
                connection.execute(statement)
            connection.execute("COMMIT")
            return _without_leftovers(connection.serialize())
        finally:
            connection.close()

    def _write(self, connection: sqlite3.Connection) -> None:
        decks = json.loads(_COLUMNS["decks"])
        for deck in self._decks:
            decks[str(deck.id)] = genanki.Deck(deck.id, deck.name, deck.description).to_json()
        models = {str(model.model_id): model.to_json(0, 1) for model in self._models}
        connection.execute("UPDATE col SET decks = ?, models = ?", (json.dumps(decks), json.dumps(models)))
        notes, cards = self._rows.of(note for deck in self._decks for note in deck.notes)
        connection.executemany("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')", notes)
        connection.executemany(
            "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')", cards
        )


def _columns() -> dict[str, str]:
    """Return the texts of genanki's empty collection by column."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(APKG_SCHEMA + APKG_COL)
        connection.row_factory = sqlite3.Row
        return dict(connection.execute("SELECT decks FROM col").fetchone())
    finally:
        connection.close()


_COLUMNS = _columns()


def _without_leftovers(database: bytes) -> bytes:
    """Return a database whose unused space is zero, since versions of SQLite leave different things there.

    Within a page of a table or index, the space between the list of cells and the first cell is free. (The version
    itself is only in databases that SQLite has written to a file, which this one never was.)
    """
    pages = bytearray(database)
    for start in range(0, len(pages), _PAGE):
        head = start + (100 if start == 0 else 0)
        size = {2: 12, 5: 12, 10: 8, 13: 8}.get(pages[head])
        if size is not None:
            cells = int.from_bytes(pages[head + 3 : head + 5])
            first, last = head + size + 2 * cells, start + int.from_bytes(pages[head + 5 : head + 7])
            pages[first:last] = bytes(last - first)
    return bytes(pages)
