"""The lock against the one that was committed last: whatever readers may have, nothing goes back behind it.

Seals show that a line was edited. They do not show that a line, or the whole file, was lost or taken from before, so
Git is asked too, where the project is in Git.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from scripts.decks.lock import LOCK, RESTORE, Lock, parse_lock
from scripts.mistakes import Mistake, Mistakes


def turned_back(lock: Lock, path: Path = LOCK) -> list[Mistake]:
    """Return what the lock has lost, or put back to an earlier time, since it was committed."""
    committed = _committed(path)
    return [Mistake(path, 1, what, RESTORE) for what in _lost(committed, lock)] if committed else []


def _lost(before: Lock, after: Lock) -> Iterator[str]:
    for key, card in before.cards.items():
        if key in after.cards and after.cards[key].mod < card.mod:
            yield f"the mod of '{key}' goes back from {card.mod} to {after.cards[key].mod}"
        elif key not in after.cards and key not in after.removed:
            yield f"the card '{key}' is lost: it is neither among the cards nor among the removed"
    for key, note_type in before.note_types.items():
        if key not in after.note_types or after.note_types[key].mod < note_type.mod:
            yield f"the mod of the note type '{key}' goes back behind {note_type.mod}"
    for key in before.removed:
        if key not in after.removed:
            yield f"the removed card '{key}' is forgotten, so that its id could be used again"
    for kind, old, new in (("release", before.releases, after.releases), ("deck", before.decks, after.decks)):
        for key, value in old.items():
            if new.get(key) != value:
                yield f"the {kind} '{key}' is lost or changed"


def _committed(path: Path) -> Lock | None:
    """Return the lock of the last commit, or None if there is none."""
    try:
        done = subprocess.run(
            ["git", "show", f"HEAD:./{path.name}"], cwd=path.parent, capture_output=True, check=False, encoding="utf-8"
        )
    except (OSError, UnicodeDecodeError):
        return None
    if done.returncode:
        return None
    try:
        return parse_lock(done.stdout, path)
    except Mistakes:
        # What was committed is broken, so it cannot say anything about what is here now.
        return None
