"""The new lock when cards have changed. Times only ever move forward."""

from dataclasses import replace

from scripts.decks.cards import AnkiNote
from scripts.decks.changes import field_hashes, gap_hashes, type_hash
from scripts.decks.content import Content
from scripts.decks.lock import Lock, LockedNote, LockedType, Tombstone
from scripts.decks.notetypes import NoteType


def updated(lock: Lock, content: Content, now: int) -> Lock:
    """Return the lock for what the decks are made of now."""
    current = content.by_id
    cards = {note.id: _updated_note(lock, note, now) for note in content.notes}
    gone = {
        identifier: Tombstone(mod=entry.mod, removed=max(now, entry.mod))
        for identifier, entry in lock.cards.items()
        if identifier not in current
    }
    types = {key: _updated_type(lock, key, one, content.settings.url, now) for key, one in content.note_types.items()}
    return Lock(
        releases=dict(lock.releases),
        decks={**content.decks(), **lock.decks},
        note_types=types,
        cards=cards,
        removed={**lock.removed, **gone},
    )


def _updated_note(lock: Lock, note: AnkiNote, now: int) -> LockedNote:
    before = lock.cards.get(note.id)
    after = LockedNote(note.content_hash(), now, now, note.numbers, field_hashes(note), gap_hashes(note))
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
