"""Notes and cards as rows of Anki's database, made once for the course and shared by all of its packages."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
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
    last_note = last_card = 0
    # In the order of their ids, each takes the one it wishes, or the next that is free.
    for wished, guid, due, note in sorted(_wishes(notes, lock)):
        mod, note_type, deck = lock.cards[note.id].mod, note_types[note.note_type], rows.decks[note.topic.planned.slug]
        rows.ids[note.id] = last_note = max(wished, last_note + 1)
        text = located("\x1f".join(note_type.values(note.fields)), url)
        sort = note.fields.get(note_type.names[note_type.sort], "")
        rows.notes.append((last_note, guid, note_type.id, mod, f" {' '.join(note.tags)} ", text, sort))
        for number in note.numbers:
            last_card = max(wished + number, last_card + 1)
            rows.cards.append((last_card, last_note, deck, number - 1, mod, due))
    return rows


def _wishes(notes: Sequence[AnkiNote], lock: Lock) -> Iterator[tuple[int, str, int, AnkiNote]]:
    """Yield for each note the id it wishes, its guid, and its place in the course."""
    for due, note in enumerate(notes, start=1):
        guid = note.guid
        within = int.from_bytes(hashlib.sha256(guid.encode()).digest()[:6]) % (_DAY * 1000)
        yield (lock.cards[note.id].born - _DAY) * 1000 + within, guid, due, note
