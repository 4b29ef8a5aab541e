"""What is new since the last release, what that one brought, and how a reader finds what was removed.

All of it is read from the lock.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.decks.lock import Lock


@dataclass(frozen=True)
class News:
    """Ids of notes that are new, changed or removed since a release, and when anything last changed."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    date: int


def news_of(lock: Lock, ids: Iterable[str], *, whole: bool = False) -> News:
    """Return what is new among some notes. Removed ones belong to no topic any more: only the whole course has them."""
    entries = {identifier: lock.cards[identifier] for identifier in ids}
    return News(
        new=tuple(sorted(key for key, entry in entries.items() if not entry.released)),
        changed=tuple(sorted(key for key, entry in entries.items() if 0 < entry.released < entry.mod)),
        removed=tuple(key for key in removed_of(lock) if whole and not lock.removed[key].released),
        date=lock.date if whole else max((entry.mod for entry in entries.values()), default=0),
    )


def news_of_release(lock: Lock, ids: Iterable[str], *, whole: bool = False) -> News:
    """Return what the last release brought to those who had the one before it; nothing, if it is the first.

    This goes by times, and so by the clocks of the authors: of a release before the last one the lock holds no more.
    """
    entries = {identifier: entry for identifier in ids if (entry := lock.cards[identifier]).released}
    date = max((entry.released for entry in entries.values()), default=0)
    if len(lock.releases) < 2:
        return News((), (), (), date)
    before = sorted(lock.releases.values())[-2]
    graves = [(key, lock.removed[key]) for key in removed_of(lock) if whole]
    return News(
        new=tuple(sorted(key for key, entry in entries.items() if entry.born > before)),
        changed=tuple(sorted(key for key, entry in entries.items() if entry.born <= before < entry.released)),
        removed=tuple(key for key, grave in graves if grave.released and grave.removed > before),
        date=date,
    )


def removed_of(lock: Lock) -> list[str]:
    """Return the ids of the notes that were removed since the first release.

    What went before has been in no release, and nobody wants to hear of it. In the lock it stays all the same: the site
    may have offered it, and under a used id Anki would take a new card for an old one.
    """
    first = min(lock.releases.values(), default=None)
    return sorted(key for key, entry in lock.removed.items() if first is not None and entry.removed > first)


def removed_search(ids: Iterable[str]) -> str:
    """Return the search that finds the notes with these ids in a reader's collection; empty if there are none.

    >>> removed_search(["slope", "limit.cloze"])
    'note:Nabla* (Id:limit.cloze OR Id:slope)'
    """
    terms = [f"Id:{identifier}" for identifier in sorted(ids)]
    return f"note:Nabla* ({' OR '.join(terms)})" if terms else ""
