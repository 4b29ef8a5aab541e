"""What Git's history says of the lock: nothing in it may go back behind a version that readers may have.

A seal shows that a line was edited. It does not show that a line, or the whole file, was lost or taken from an earlier
version, as `git revert` does. So Git is asked for the newest entry of each key in any version of the lock.
"""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from scripts.decks.lock import AHEAD, Lock, LockedNote, LockedType
from scripts.decks.lock_file import LOCK, entries_in
from scripts.foundation.mistakes import Mistake

_REMEDY = "run 'python -m scripts decks --update', which takes what was lost from Git's history, and commit the lock"
_Dated = TypeVar("_Dated", LockedNote, LockedType)


@dataclass
class History:
    """The newest entry of each key in any committed version, and in words what could not be read."""

    newest: Lock = field(default_factory=Lock)
    unread: str = ""


class GitError(Exception):
    """Git does not answer; the message is its own."""


def history_of(path: Path, now: float) -> History:
    """Read all versions of the lock at `path` that led to what is checked out.

    Entries more than a day ahead of `now` come from a wrong clock and were never published: they are left out.
    """
    try:
        commits = git(path.parent, "rev-list", "--full-history", "HEAD", "--", path.name).decode().split()
        shallow = git(path.parent, "rev-parse", "--is-shallow-repository").strip() == b"true"
        texts = list(_versions(path, commits))
    except GitError as error:
        return History(unread=f"the lock was not compared with earlier ones: {error}")
    newest, seen = Lock(), set[tuple[str, str]]()
    for text in texts:
        for part, key, entry in entries_in(text, seen):
            if getattr(entry, "mod", 0) <= now + AHEAD:
                _take(newest, part, key, entry)
    what = f"the lock was compared with {len(texts)} earlier ones only: this clone is shallow (git fetch --unshallow)"
    return History(newest, what if shallow else "")


def _take(newest: Lock, part: str, key: str, entry: object) -> None:
    entries: dict[str, object] = newest.parts[part]
    if key not in entries or _age(entry) > _age(entries[key]):
        entries[key] = entry


def _age(entry: object) -> tuple[int, int]:
    """Return what orders the entries of a key. Names of decks and times of releases are equal: the first is kept."""
    return getattr(entry, "mod", 0), int(getattr(entry, "released", 0))


def _versions(path: Path, commits: list[str]) -> Iterator[str]:
    """Yield the text of the lock in each of the commits that have it."""
    asked = "".join(f"{commit}:./{path.name}\n" for commit in commits)
    answer = git(path.parent, "cat-file", "--batch", said=asked.encode())
    at = 0
    while at < len(answer):
        head, at = answer[at : answer.index(b"\n", at)], answer.index(b"\n", at) + 1
        if b" blob " in head:  # otherwise the commit is the one that removed the file
            size = int(head.split()[-1])
            yield answer[at : at + size].decode("utf-8", errors="replace")
            at += size + 1


def git(folder: Path, *words: str, said: bytes = b"") -> bytes:
    """Return what Git prints. Raises `GitError`."""
    plain = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(["git", *words], cwd=folder, input=said, capture_output=True, check=False, env=plain)
    except OSError as error:
        raise GitError(f"Git does not start ({error.strerror})") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", errors="replace").strip().splitlines() or [f"exit code {done.returncode}"]
        if "bad revision 'HEAD'" in lines[0]:
            return b""  # nothing is committed yet
        raise GitError(f"Git says '{lines[0].removeprefix('fatal: ')}'")
    return done.stdout


def turned_back(lock: Lock, history: History, path: Path = LOCK) -> list[Mistake]:
    """Return what the lock has lost, or put back to an earlier time, since any of its versions."""
    return [Mistake(path, 1, what, _REMEDY) for what in _lost(history.newest, lock)]


def _lost(before: Lock, after: Lock) -> Iterator[str]:
    for key, card in before.cards.items():
        if key not in after.cards and key not in after.removed:
            yield f"the card '{key}' is lost: it is neither among the cards nor among the removed"
        elif key in after.cards and key not in after.doubled and _is_behind(after.cards[key], card):
            yield f"the mod of '{key}' goes back from {card.mod} to {after.cards[key].mod}"
    for key, note_type in before.note_types.items():
        if key not in after.note_types or _is_behind(after.note_types[key], note_type):
            yield f"the mod of the note type '{key}' goes back behind {note_type.mod}"
    for key in before.removed:
        if key not in after.removed:
            yield f"the removed card '{key}' is forgotten, so that its id could be used again"
    for kind, old, new in (("release", before.releases, after.releases), ("deck", before.decks, after.decks)):
        for key, value in old.items():
            if new.get(key) != value:
                yield f"the {kind} '{key}' is lost or changed"


def _is_behind(after: _Dated, before: _Dated) -> bool:
    return after.mod < before.mod or (after.mod == before.mod and after.hash != before.hash)


def recovered(lock: Lock, history: History) -> Lock:
    """Return the lock with all that it has lost put back, as the base of an update.

    A card that went back gets its newest entry, so that the update sees a change and gives it a later `mod`.
    """
    newest = history.newest
    removed = {**newest.removed, **lock.removed}
    cards = {key: card for key, card in _newer(lock.cards, newest.cards).items() if key not in removed}
    return replace(
        lock,
        releases={**lock.releases, **newest.releases},
        decks={**lock.decks, **newest.decks},
        note_types=_newer(lock.note_types, newest.note_types),
        cards=cards,
        removed=removed,
    )


def _newer(entries: dict[str, _Dated], others: dict[str, _Dated]) -> dict[str, _Dated]:
    behind = {key: other for key, other in others.items() if key not in entries or _is_behind(entries[key], other)}
    return {**entries, **behind}
