"""The file of the lock, `decks/cards.lock.json`: JSON that branches can merge line by line.

Every entry has a line of its own that ends in a comma, and an empty line after it: branches that change or add cards
then merge. A seal on each line shows that no hand has changed it.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from scripts.decks.lock import PARTS, Lock, LockedNote, LockedType, Tombstone
from scripts.foundation.files import digest_of_text, write_whole
from scripts.foundation.mistakes import Mistake, Mistakes, line_at
from scripts.foundation.paths import HERE

LOCK = HERE.decks / "cards.lock.json"
_SCHEMA = 1
_RESTORE = "take it from Git (git checkout -- decks/cards.lock.json), then run 'python -m scripts decks --update'"
_MERGE = "keep the lines of both sides, take the marks out, then run 'python -m scripts decks --update'"
_LAST = "~"
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})", re.MULTILINE)
_PART = re.compile(r'"([\w ]+)": \{')
_Entry = TypeVar("_Entry")


def write_lock(lock: Lock, path: Path = LOCK) -> None:
    """Write the lock, at once or not at all."""
    write_whole(path, lock_text(lock))


def lock_text(lock: Lock) -> str:
    """Return the lock as it is written: sorted, one line for each entry."""
    lines = ["{", f'"schema": {_SCHEMA},', ""]
    for name, entries in lock.parts.items():
        lines += [f'"{name}": {{', ""]
        for key in sorted(entries):
            entry = entries[key]
            value = entry if isinstance(entry, int | str) else _sealed(key, asdict(entry))
            lines += [f"{json.dumps(key)}: {_json(value)},", ""]
        lines += [f'"{_LAST}": null', "}," if name != PARTS[-1] else "}"]
    return "\n".join([*lines, "}", ""])


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _sealed(key: str, values: dict[str, Any]) -> dict[str, Any]:
    """Return an entry without what is empty, and with its seal."""
    values = {name: value for name, value in values.items() if value not in ((), {}, 0, False)}
    return {**values, "seal": _seal(key, values)}


def _seal(key: str, values: dict[str, Any]) -> str:
    """Return a short hash over an entry, which shows that no hand has changed it."""
    return digest_of_text(key, _json(values))[:8]


def read_lock(path: Path = LOCK) -> Lock:
    """Read the lock. Raises `Mistakes` with the first place where it is not a lock."""
    try:
        return parse_lock(path.read_text(encoding="utf-8"), path)
    except FileNotFoundError:
        what = "there is no lock yet, or it was lost"
        remedy = "if it was lost, take it from Git; the first one is made by 'python -m scripts decks --update'"
        raise Mistakes([Mistake(path, 1, what, remedy)]) from None
    except UnicodeDecodeError as error:
        raise _wrong(path, 1, f"the lock is not UTF-8 ({error.reason})") from None
    except OSError as error:
        what, remedy = f"the lock cannot be read: {error.strerror}", "mend its permissions, or what is in its place"
        raise Mistakes([Mistake(path, 1, what, remedy)]) from None


def parse_lock(text: str, path: Path) -> Lock:
    """Parse the text of a lock. Raises `Mistakes`."""
    if conflict := _CONFLICT.search(text):
        line = line_at(text, conflict.start())
        raise Mistakes([Mistake(path, line, "the lock has marks of a merge conflict", _MERGE)])
    try:
        data = json.loads(text, object_pairs_hook=_Pairs)
    except json.JSONDecodeError as error:
        raise _wrong(path, error.lineno, f"the lock is corrupt: {error.msg}") from None
    except RecursionError:
        raise _wrong(path, 1, "the lock is corrupt: nested too deep") from None
    reader = _Reader(text, path)
    found = dict(data) if isinstance(data, _Pairs) else {}
    if found.get("schema") != _SCHEMA:
        raise _wrong(path, reader.line("schema"), f"the lock has schema {found.get('schema')!r}, not {_SCHEMA}")
    for name in PARTS:
        if not isinstance(found.get(name), _Pairs):
            raise _wrong(path, 1, f"the lock has no part '{name}'")
    parts = {name.replace(" ", "_"): reader.read(found[name], _MAKE[name]) for name in PARTS}
    return Lock(**parts, doubled=reader.doubled)


def entries_in(text: str, seen: set[tuple[str, str]]) -> Iterator[tuple[str, str, Any]]:
    """Yield part, key and entry of each line of an earlier lock that is not among those `seen`, and add it there.

    Versions of a lock share most of their lines, so that each is read once. What is no entry says nothing.
    """
    part = ""
    for line in text.splitlines():
        if head := _PART.fullmatch(line):
            part = head[1]
        elif line.startswith('"') and (part, line) not in seen:
            seen.add((part, line))
            try:
                ((key, value),) = json.loads(f"{{{line.rstrip(',')}}}", object_pairs_hook=_Pairs)
                if key != _LAST and part in _MAKE:
                    yield part, key, _MAKE[part](key, value)
            except (TypeError, ValueError, KeyError, AttributeError, RecursionError):
                continue


class _Pairs(list[tuple[str, Any]]):
    """A JSON object as its pairs, since a merge may leave a key twice."""


class _Reader:
    """Reads the entries of one lock."""

    def __init__(self, text: str, path: Path) -> None:
        self._text = text
        self._path = path
        self.doubled: set[str] = set()

    def line(self, key: str) -> int:
        """Return the line of an entry."""
        match = re.search(rf"^\s*{re.escape(json.dumps(key))}:", self._text, re.MULTILINE)
        return line_at(self._text, match.start()) if match else 1

    def read(self, pairs: Iterable[tuple[str, Any]], make: Callable[[str, Any], _Entry]) -> dict[str, _Entry]:
        """Return the entries of a part; of two for one key the one that is newer."""
        entries: dict[str, _Entry] = {}
        for key, value in pairs:
            if key == _LAST:
                continue
            try:
                entry = make(key, value)
            except (TypeError, ValueError, KeyError, AttributeError) as error:
                raise _wrong(self._path, self.line(key), f"the entry '{key}' was changed by hand ({error})") from None
            if key not in entries:
                entries[key] = entry
            elif entries[key] != entry:
                self.doubled.add(key)
                entries[key] = max(entries[key], entry, key=lambda one: int(getattr(one, "mod", 0)))
        return entries


def _wrong(path: Path, line: int, what: str) -> Mistakes:
    return Mistakes([Mistake(path, line, what, _RESTORE)])


def _integer(_key: str, value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(f"{value!r} is no time")
    return value


def _text(_key: str, value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"{value!r} is no name")
    return value


def _values(key: str, pairs: Any) -> dict[str, Any]:
    if not isinstance(pairs, _Pairs):
        raise ValueError("it is no object")
    values = {name: _plain(value) for name, value in pairs}
    if values.pop("seal", None) != _seal(key, values):
        raise ValueError("its seal does not fit")
    return values


def _plain(value: Any) -> Any:
    return {key: _plain(inner) for key, inner in value} if isinstance(value, _Pairs) else value


def _locked_note(key: str, pairs: Any) -> LockedNote:
    values = _values(key, pairs)
    numbers, gone = tuple(values.pop("numbers")), tuple(values.pop("gone", ()))
    return _dated(LockedNote(numbers=numbers, gone=gone, **values))


def _locked_type(key: str, pairs: Any) -> LockedType:
    return _dated(LockedType(**_values(key, pairs)))


_Dated = TypeVar("_Dated", LockedNote, LockedType)


def _dated(entry: _Dated) -> _Dated:
    if entry.mod < entry.released:
        raise ValueError(f"its mod {entry.mod} goes back behind {entry.released}, which was released")
    return entry


def _tombstone(key: str, pairs: Any) -> Tombstone:
    return Tombstone(**_values(key, pairs))


_MAKE: dict[str, Callable[[str, Any], Any]] = {
    "releases": _integer,
    "decks": _text,
    "note types": _locked_type,
    "cards": _locked_note,
    "removed": _tombstone,
}
