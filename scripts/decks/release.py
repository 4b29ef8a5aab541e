"""A release: the lock with all that it holds marked as published. It is written last, when the decks are out."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from scripts.decks.committed import GitError, git
from scripts.decks.lock import Lock
from scripts.foundation.mistakes import Mistake, Mistakes
from scripts.foundation.texts import some


def new_release(lock: Lock, name: str, path: Path, now: float) -> Lock:
    """Return the lock with everything in it released as `name`. Raises `Mistakes` if that cannot be."""
    if name in lock.releases:
        day = datetime.fromtimestamp(lock.releases[name], UTC).date()
        what = f"the release '{name}' was made already, on {day}"
        raise Mistakes([Mistake(path, 1, what, "give this one a name of its own; readers may have the other")])
    if not name.strip() or name == "~":
        raise Mistakes([Mistake(path, 1, f"'{name}' cannot be the name of a release", "name it like 1.2")])
    if changed := _not_committed(path.parent.parent):
        what = f"a release is made of what is committed, and this is not: {some(changed)}"
        raise Mistakes([Mistake(path, 1, what, "commit it or put it back (git status), then release")])
    return released(lock, name, int(now))


def released(lock: Lock, name: str, now: int) -> Lock:
    """Return the lock with everything in it marked as released."""
    return Lock(
        releases={**lock.releases, name: max(now, lock.date)},
        decks=dict(lock.decks),
        note_types={key: replace(entry, released=entry.mod) for key, entry in lock.note_types.items()},
        cards={key: replace(entry, released=entry.mod) for key, entry in lock.cards.items()},
        removed={key: replace(entry, released=True) for key, entry in lock.removed.items()},
    )


def _not_committed(root: Path) -> list[str]:
    """Return the files that differ from the last commit, or nothing where there is no Git to ask."""
    try:
        lines = git(root, "status", "--porcelain", "--", ".").decode("utf-8", errors="replace").splitlines()
    except GitError:
        return []
    return [line[3:] for line in lines]
