"""The lock: what each note and note type was when it last changed, and when that was.

Anki takes an update only for a note whose `mod` is newer, and an update overwrites what the reader wrote on it. So a
note's `mod` moves with its content and with nothing else. `lock_file` writes and reads the lock.
"""

from dataclasses import dataclass, field
from typing import Any

PARTS = ("releases", "decks", "note types", "cards", "removed")
AHEAD = 86_400  # how far a `mod` may be ahead of the clock, in seconds: clocks and time zones differ


@dataclass(frozen=True)
class LockedNote:
    """A note as it last changed: content, time, first appearance, its cards, and its `mod` in the last release."""

    hash: str
    mod: int
    born: int
    numbers: tuple[int, ...]
    fields: dict[str, str] = field(default_factory=dict)
    gaps: dict[str, str] = field(default_factory=dict)
    gone: tuple[int, ...] = ()
    released: int = 0


@dataclass(frozen=True)
class LockedType:
    """A note type: its schema, which is for ever, and when its templates or style last changed."""

    schema: dict[str, Any]
    hash: str
    mod: int
    released: int = 0


@dataclass(frozen=True)
class Tombstone:
    """A note that is no more: its last `mod`, when it was removed, and whether a release has said so."""

    mod: int
    removed: int
    released: bool = False


@dataclass
class Lock:
    """The lock. `doubled` names entries that stand twice, as after a merge of two branches that changed them."""

    releases: dict[str, int] = field(default_factory=dict)
    decks: dict[str, str] = field(default_factory=dict)
    note_types: dict[str, LockedType] = field(default_factory=dict)
    cards: dict[str, LockedNote] = field(default_factory=dict)
    removed: dict[str, Tombstone] = field(default_factory=dict)
    doubled: set[str] = field(default_factory=set, compare=False)

    @property
    def parts(self) -> dict[str, dict[str, Any]]:
        """The entries of each part, by its name in the file."""
        parts: list[dict[str, Any]] = [self.releases, self.decks, self.note_types, self.cards, self.removed]
        return dict(zip(PARTS, parts, strict=True))

    @property
    def date(self) -> int:
        """When anything a reader gets last changed."""
        cards = (entry.mod for entry in self.cards.values())
        types = (entry.mod for entry in self.note_types.values())
        return max([0, *cards, *types, *(entry.removed for entry in self.removed.values())])
