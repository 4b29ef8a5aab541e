"""What changed since the lock was written.

It is told card by card, refused where it would cost readers something, or taken into a new lock.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from scripts.decks.cards import Note
from scripts.decks.lock import AHEAD, LOCK, Lock, Locked, LockedType, Tombstone
from scripts.decks.notetypes import NoteType
from scripts.decks.settings import located
from scripts.foundation.mistakes import Mistake

_LATEST = 253_402_300_799  # the last second that has a date


@dataclass(frozen=True)
class Content:
    """What the decks are made of now: notes in course order, note types, and the site's address."""

    notes: Sequence[Note]
    note_types: dict[str, NoteType]
    deck: str
    url: str

    @property
    def by_id(self) -> dict[str, Note]:
        """The notes by id."""
        return {note.id: note for note in self.notes}

    def decks(self) -> dict[str, str]:
        """Return the name that each topic's deck would get today."""
        topics = {note.topic.planned.slug: note.topic.planned for note in self.notes}
        return {slug: f"{self.deck}::{topic.number:02} {topic.title}" for slug, topic in topics.items()}


@dataclass(frozen=True)
class Change:
    """One difference to the lock, in words; `gone` if a card is no more."""

    id: str
    words: str
    gone: bool = False

    def __str__(self) -> str:
        return f"{self.id}: {self.words}"


def type_hash(note_type: NoteType, url: str) -> str:
    """Return a hash of what a note type looks like. The published address is part of its templates."""
    sides = [side for template in note_type.templates for side in (template.front, template.back)]
    text = "\0".join(located(part, url) for part in [*sides, note_type.css])
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def changes(lock: Lock, content: Content) -> list[Change]:
    """Return every difference between the lock and what the decks are made of now."""
    found = [Change(f"note type {key}", words) for key, words in _type_changes(lock, content)]
    found += [
        Change(f"deck {slug}", f"new, named '{name}'")
        for slug, name in content.decks().items()
        if slug not in lock.decks
    ]
    current = content.by_id
    for note in content.notes:
        before = lock.cards.get(note.id)
        if before is None:
            found.append(Change(note.id, f"new ({note.kind})"))
        elif note.id in lock.doubled:
            found.append(Change(note.id, "stands twice in the lock, as two branches changed it"))
        elif before.hash != note.content_hash():
            found.append(Change(note.id, _what_changed(before, note)))
    found += [Change(identifier, "removed", gone=True) for identifier in lock.cards if identifier not in current]
    return found


def _type_changes(lock: Lock, content: Content) -> Iterator[tuple[str, str]]:
    for key, note_type in content.note_types.items():
        before = lock.note_types.get(key)
        if before is None:
            yield key, "new"
        elif key in lock.doubled:
            yield key, "stands twice in the lock, as two branches changed it"
        elif before.hash != type_hash(note_type, content.url):
            yield key, "templates, style or the site's address changed"


def _what_changed(before: Locked, note: Note) -> str:
    after = field_hashes(note)
    names = [name for name in {**before.fields, **after} if before.fields.get(name) != after.get(name)]
    return f"changed ({', '.join(names) or 'pictures'})"


def field_hashes(note: Note) -> dict[str, str]:
    """Return a short hash for each field, so that a change can be told."""
    texts = {**note.fields, "tags": " ".join(note.tags)}
    for media in note.media:
        texts = {name: text.replace(media.name, media.locked) for name, text in texts.items()}
    return {name: _short(text) for name, text in texts.items()}


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def ahead_of(now: float, lock: Lock, path: Path = LOCK) -> list[Mistake]:
    """Return what no clock can have written yet: Anki would take it as newer than all that a reader does."""
    found = [
        (key, entry.mod)
        for entries in (lock.cards, lock.note_types, lock.removed)
        for key, entry in entries.items()
        if entry.mod > now + AHEAD
    ]
    if not found:
        return []
    key, mod = max(found, key=lambda pair: pair[1])
    day = datetime.fromtimestamp(min(mod, _LATEST), UTC).date()
    what = f"the mod of '{key}' is {day}, ahead of this machine's clock"
    if len(found) > 1:
        what += f", and {len(found) - 1} more with it"
    remedy = (
        "set the clock right; if the lock was written with a wrong one, take the one of before from Git and --update"
    )
    return [Mistake(path, 1, what, remedy)]


def refused(lock: Lock, content: Content, path: Path = LOCK) -> list[Mistake]:
    """Return what no update of the lock may allow."""
    if lock.cards and not content.notes:
        remedy = "see whether the pages are there (git status): an id that was removed is never used again"
        return [Mistake(path, 1, "not one of the cards in the lock is on a page any more", remedy)]
    return [*_refused_types(lock, content, path), *_refused_notes(lock, content)]


def _refused_types(lock: Lock, content: Content, path: Path) -> Iterator[Mistake]:
    for key, note_type in content.note_types.items():
        before = lock.note_types.get(key)
        if before is not None and before.schema != json.loads(json.dumps(note_type.schema)):
            yield Mistake(
                path.parent / key / "notetype.toml",
                1,
                f"the schema of the note type '{note_type.name}' is not the one that readers have",
                "undo the change: with other ids, names or fields Anki updates no note at all; use a spare field",
            )


def _refused_notes(lock: Lock, content: Content) -> Iterator[Mistake]:
    for note in content.notes:
        if note.id in lock.removed:
            yield note.block.mistake(
                f"the id '{note.id}' belonged to a card that was removed",
                "give the block a new id; if it was removed by accident and not committed yet, take the lock from Git",
                option="id",
            )
        elif note.id in lock.cards:
            yield from _refused_gaps(lock.cards[note.id], note)


def _refused_gaps(before: Locked, note: Note) -> Iterator[Mistake]:
    after = gap_hashes(note)
    for number, text in after.items():
        if int(number) in before.gone:
            yield note.block.mistake(
                f"gap {number} was removed from '{note.block.id}' and its number is used again",
                f"number the gap {max([*map(int, after), *before.gone]) + 1}: readers have a schedule for the old one",
            )
        elif before.gaps.get(number) != text and text in before.gaps.values():
            old = next(known for known, value in before.gaps.items() if value == text)
            if after.get(old) != text:
                yield note.block.mistake(
                    f"gap {old} of '{note.block.id}' was renumbered to {number}",
                    f"give it its number {old} back; a new gap takes a new number, wherever it stands",
                )


def gap_hashes(note: Note) -> dict[str, str]:
    """Return a short hash of the text of each gap."""
    return {str(number): _short(text) for number, text in note.gaps.items()}


def updated(lock: Lock, content: Content, now: int) -> Lock:
    """Return the lock for what the decks are made of now. Times only ever move forward."""
    current = content.by_id
    cards = {note.id: _updated_note(lock, note, now) for note in content.notes}
    gone = {
        identifier: Tombstone(mod=entry.mod, removed=max(now, entry.mod))
        for identifier, entry in lock.cards.items()
        if identifier not in current
    }
    types = {key: _updated_type(lock, key, one, content.url, now) for key, one in content.note_types.items()}
    return Lock(
        releases=dict(lock.releases),
        decks={**content.decks(), **lock.decks},
        note_types=types,
        cards=cards,
        removed={**lock.removed, **gone},
    )


def _updated_note(lock: Lock, note: Note, now: int) -> Locked:
    before = lock.cards.get(note.id)
    after = Locked(note.content_hash(), now, now, note.numbers, field_hashes(note), gap_hashes(note))
    if before is None:
        return after
    gone = (set(before.gone) | set(before.numbers)) - set(note.numbers)
    changed = before.hash != after.hash or note.id in lock.doubled
    return replace(
        after,
        mod=max(now, before.mod + 1) if changed else before.mod,
        born=before.born,
        gone=tuple(sorted(gone)),
        released=before.released,
    )


def _updated_type(lock: Lock, key: str, note_type: NoteType, url: str, now: int) -> LockedType:
    before = lock.note_types.get(key)
    look = type_hash(note_type, url)
    if before is None:
        return LockedType(note_type.schema, look, now)
    changed = before.hash != look or key in lock.doubled
    return LockedType(note_type.schema, look, max(now, before.mod + 1) if changed else before.mod, before.released)


def released(lock: Lock, name: str, now: int) -> Lock:
    """Return the lock with everything in it marked as released."""
    return Lock(
        releases={**lock.releases, name: max(now, lock.date)},
        decks=dict(lock.decks),
        note_types={key: replace(entry, released=entry.mod) for key, entry in lock.note_types.items()},
        cards={key: replace(entry, released=entry.mod) for key, entry in lock.cards.items()},
        removed={key: replace(entry, released=True) for key, entry in lock.removed.items()},
    )
