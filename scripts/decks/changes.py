"""What changed since the lock was written, card by card and in words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.decks.cards import AnkiNote
from scripts.decks.content import Content
from scripts.decks.lock import Lock, LockedNote
from scripts.decks.notetypes import NoteType
from scripts.decks.settings import located
from scripts.foundation.files import digest_of_text

_ALONE = re.compile(r"changed \((\w+)\)")


@dataclass(frozen=True)
class Change:
    """One difference to the lock, in words; `gone` if a card is no more, `unmade` if its picture is not there."""

    id: str
    words: str
    gone: bool = False
    unmade: bool = False

    def __str__(self) -> str:
        return f"{self.id}: {self.words}"


def type_hash(note_type: NoteType, url: str) -> str:
    """Return a hash of what a note type looks like. The published address is part of its templates."""
    sides = [side for template in note_type.templates for side in (template.front, template.back)]
    return digest_of_text(*(located(part, url) for part in [*sides, note_type.css]))[:20]


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
            unmade = "Picture" in before.fields and not note.fields.get("Picture")
            found.append(Change(note.id, _what_changed(before, note), unmade=unmade))
    found += [Change(identifier, "removed", gone=True) for identifier in lock.cards if identifier not in current]
    return found


# From so many cards on, a change of one field alone is more likely the program's or a title's than their author's.
_MANY = 20


def same_field(lock: Lock, found: Iterable[Change]) -> Iterator[str]:
    """Yield a warning for each field in which alone many cards change; before the first release nobody has any."""
    if not lock.releases:
        return
    for words, count in Counter(change.words for change in found).items():
        if count >= _MANY and (alone := _ALONE.fullmatch(words)):
            yield (
                f"Note: {count} cards change in {alone[1]} alone. Each reader's own words and tags on them will be "
                "replaced: is it worth that? If not, put the pages or the program back, and the lock from Git."
            )


def _type_changes(lock: Lock, content: Content) -> Iterator[tuple[str, str]]:
    for key, note_type in content.note_types.items():
        before = lock.note_types.get(key)
        if before is None:
            yield key, "new"
        elif key in lock.doubled:
            yield key, "stands twice in the lock, as two branches changed it"
        elif before.hash != type_hash(note_type, content.settings.url):
            yield key, "templates, style or the site's address changed"


def _what_changed(before: LockedNote, note: AnkiNote) -> str:
    after = field_hashes(note)
    names = [name for name in {**before.fields, **after} if before.fields.get(name) != after.get(name)]
    return f"changed ({', '.join(names) or 'pictures'})"


def field_hashes(note: AnkiNote) -> dict[str, str]:
    """Return a short hash for each field, so that a change can be told."""
    texts = {**note.fields, "tags": " ".join(note.tags)}
    for media in note.media:
        texts = {name: text.replace(media.name, media.locked) for name, text in texts.items()}
    return {name: digest_of_text(text)[:6] for name, text in texts.items()}


def gap_hashes(note: AnkiNote) -> dict[str, str]:
    """Return a short hash of the text of each gap."""
    return {str(number): digest_of_text(text)[:6] for number, text in note.gaps.items()}
