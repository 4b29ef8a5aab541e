"""What stands against an export: mistakes in the content, a lock that is behind it, and all that would cost readers."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from scripts.decks.cards import AnkiNote
from scripts.decks.changes import Change, changes, gap_hashes
from scripts.decks.committed import History, turned_back
from scripts.decks.content import Content
from scripts.decks.lock import AHEAD, Lock, LockedNote
from scripts.decks.lock_file import LOCK
from scripts.foundation.mistakes import Mistake

_LATEST = 253_402_300_799  # the last second that has a date


def obstacles(
    content: Content, lock: Lock, history: History, path: Path, now: float, *, whole: bool = True
) -> list[Mistake]:
    """Return all that stands against an export; of a lock that is only behind the pages, how.

    Of a course that is not `whole`, a card or a picture that is missing may be what another mistake hides.
    """
    found = [
        *content.mistakes,
        *ahead_of(now, lock, path),
        *refused(lock, content, path),
        *turned_back(lock, history, path),
    ]
    stale = [change for change in changes(lock, content) if whole or not (change.gone or change.unmade)]
    return found or ([stale_lock(stale, path)] if stale else [])


def stale_lock(stale: Sequence[Change], path: Path) -> Mistake:
    """Return the mistake of a lock that is behind the pages."""
    told = "".join(f"\n      {change}" for change in stale)
    remedy = "run 'python -m scripts decks --update' and commit the lock"
    if any(change.gone for change in stale):
        remedy = (
            "if you did not remove a card that is said to be removed, its block cannot be read any more: mend that "
            f"first, since an id that was removed is never used again; then {remedy}"
        )
    return Mistake(path, 1, f"the lock is stale:{told}", remedy)


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
        changed = before is not None and before.schema != json.loads(json.dumps(note_type.schema))
        # Before the first release there is nobody whose notes it could stop.
        if changed and lock.releases:
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


def _refused_gaps(before: LockedNote, note: AnkiNote) -> Iterator[Mistake]:
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
