"""Notes and cards as rows of Anki's database, made once for the course and shared by all of its packages."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scripts.decks.cards import AnkiNote
from scripts.decks.lock import Lock
from scripts.decks.notetypes import NoteType
from scripts.decks.settings import located

# A deck's id matters only within a package: Anki finds decks by their names.
FIRST_DECK_ID = 1_767_193_300_000
_DAY = 86_400

NoteRow = tuple[int, str, int, int, str, str, str]
CardRow = tuple[int, int, int, int, int, int]


@dataclass(frozen=True)
class Rows:
    """Rows by a note's id: the note, its cards; and the id of each topic's deck."""

    notes: dict[str, NoteRow]
    cards: dict[str, list[CardRow]]
    decks: dict[str, int]

    def of(self, notes: Iterable[AnkiNote]) -> tuple[list[NoteRow], list[CardRow]]:
        """Return the rows of some notes, sorted by their ids."""
        ids = [note.id for note in notes]
        return sorted(self.notes[one] for one in ids), sorted(card for one in ids for card in self.cards[one])


def rows_of(notes: Sequence[AnkiNote], lock: Lock, note_types: dict[str, NoteType], url: str) -> Rows:
    """Return the rows of all notes of the course, which are given in its order.

    Anki reads a note's id as the millisecond at which it was made. Ours are spread over the day before the note first
    appeared, by its guid, so that they hardly ever meet, lie in the past, and stay when other notes come and go.
    """
    slugs = dict.fromkeys(note.topic.planned.slug for note in notes)
    rows = Rows({}, {}, {slug: FIRST_DECK_ID + number for number, slug in enumerate(slugs, start=1)})
    taken_notes: set[int] = set()
    taken_cards: set[int] = set()
    for due, note in sorted(enumerate(notes, start=1), key=lambda pair: pair[1].guid):
        locked, note_type = lock.cards[note.id], note_types[note.note_type]
        digest = hashlib.sha256(note.guid.encode()).digest()
        wished = (locked.born - _DAY) * 1000 + int.from_bytes(digest[:6]) % (_DAY * 1000)
        identifier = _free(wished, taken_notes)
        text = located("\x1f".join(note_type.values(note.fields)), url)
        sort = note.fields.get(note_type.fields[note_type.sort].name, "")
        tags = f" {' '.join(note.tags)} "
        rows.notes[note.id] = (identifier, note.guid, note_type.id, locked.mod, tags, text, sort)
        deck = rows.decks[note.topic.planned.slug]
        rows.cards[note.id] = [
            (_free(wished + number, taken_cards), identifier, deck, number - 1, locked.mod, due)
            for number in note.numbers
        ]
    return rows


def _free(wished: int, taken: set[int]) -> int:
    while wished in taken:
        wished += 1
    taken.add(wished)
    return wished
