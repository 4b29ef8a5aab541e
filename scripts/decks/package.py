"""A package that Anki imports: a zip of a database, a list of pictures, and the pictures under their numbers."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from scripts.decks.cards import AnkiNote
from scripts.decks.database import Deck, database
from scripts.decks.media import Media
from scripts.decks.rows import Rows
from scripts.foundation.zips import zipped


@dataclass(frozen=True)
class Package:
    """Decks, the notes that are in them, and the note types of these."""

    decks: Sequence[Deck]
    notes: Sequence[AnkiNote]
    rows: Rows
    note_types: Sequence[dict[str, Any]]

    @cached_property
    def media(self) -> list[Media]:
        """The pictures of all notes, each once."""
        found = {media.name: media for note in self.notes for media in note.media}
        return [found[name] for name in sorted(found)]

    def to_bytes(self) -> bytes:
        """Return the package."""
        notes, cards = self.rows.of(self.notes)
        return zipped(
            {
                "collection.anki2": database(self.note_types, self.decks, notes, cards),
                "media": json.dumps({str(number): media.name for number, media in enumerate(self.media)}).encode(),
                **{str(number): media.data for number, media in enumerate(self.media)},
            }
        )
