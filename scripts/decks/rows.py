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
    """The rows of all notes and of all cards, sorted by their ids; each note's id there; each topic's deck."""

    notes: list[NoteRow]
    cards: list[CardRow]
    ids: dict[str, int]
    decks: dict[str, int]

    def of(self, notes: Iterable[AnkiNote]) -> tuple[list[NoteRow], list[CardRow]]:
        """Return the rows of some notes, sorted by their ids."""
        wanted = {self.ids[note.id] for note in notes}
        return [row for row in self.notes if row[0] in wanted], [row for row in self.cards if row[1] in wanted]


def rows_of(notes: Sequence[AnkiNote], lock: Lock, note_types: dict[str, NoteType], url: str) -> Rows:
    """Return the rows of all notes of the course, which are given in its order.

    Anki reads a note's id as the millisecond at which it was made. Ours are spread over the day before the note first
    appeared, by its guid, so that they hardly ever meet, lie in the past, and stay when other notes come and go.
    """
    slugs = dict.fromkeys(note.topic.planned.slug for note in notes)
    rows = Rows([], [], {}, {slug: FIRST_DECK_ID + number for number, slug in enumerate(slugs, start=1)})
    taken_notes: set[int] = set()
    taken_cards: set[int] = set()
    for guid, due, note in sorted((note.guid, due, note) for due, note in enumerate(notes, start=1)):
        locked, note_type, deck = lock.cards[note.id], note_types[note.note_type], rows.decks[note.topic.planned.slug]
        digest = hashlib.sha256(guid.encode()).digest()
        wished = (locked.born - _DAY) * 1000 + int.from_bytes(digest[:6]) % (_DAY * 1000)
        rows.ids[note.id] = identifier = _free(wished, taken_notes)
        text = located("\x1f".join(note_type.values(note.fields)), url)
        sort = note.fields.get(note_type.names[note_type.sort], "")
        rows.notes.append((identifier, guid, note_type.id, locked.mod, f" {' '.join(note.tags)} ", text, sort))
        for number in note.numbers:
            card = _free(wished + number, taken_cards)
            rows.cards.append((card, identifier, deck, number - 1, locked.mod, due))
    rows.notes.sort()
    rows.cards.sort()
    return rows


def _free(wished: int, taken: set[int]) -> int:
    while wished in taken:
        wished += 1
    taken.add(wished)
    return wished
