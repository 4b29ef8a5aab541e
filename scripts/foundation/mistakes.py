"""Mistakes of authors: each with its place, what is wrong, and what would be right.

A build collects them (`with collecting() as found: …`) and reports all in one run. Outside of a collection, as when
another program runs the Markdown extensions, the first one is raised.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.foundation.paths import shown


@dataclass(frozen=True, order=True)
class Mistake:
    """One mistake: `path` and `line` (from 1), what is wrong, what to do."""

    path: Path
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{shown(self.path)}:{self.line}: {self.what}\n    → {self.remedy}"


class Mistakes(Exception):
    """One or more mistakes that stop the build."""

    def __init__(self, found: list[Mistake]) -> None:
        self.found = sorted(set(found))
        count = "1 mistake" if len(self.found) == 1 else f"{len(self.found)} mistakes"
        super().__init__("\n".join([*map(str, self.found), f"{count}. Nothing was published."]))


def line_at(text: str, position: int) -> int:
    """Return the line, from 1, on which a position of a text is."""
    return text.count("\n", 0, position) + 1


_collection: list[Mistake] | None = None


@contextmanager
def collecting() -> Iterator[list[Mistake]]:
    """Collect reported mistakes in the list this yields, instead of raising the first."""
    global _collection
    outer, _collection = _collection, []
    try:
        yield _collection
    finally:
        _collection = outer


def report(*mistakes: Mistake) -> None:
    """Add to the running collection. Raises `Mistakes` if there is none."""
    if _collection is not None:
        _collection.extend(mistakes)
    elif mistakes:
        raise Mistakes(list(mistakes))
