"""What several rooms do with texts: cut them short, blank them out, list them in words."""

from __future__ import annotations  # an older Python must get as far as reading which one is needed

import re


def words(text: str) -> frozenset[str]:
    """Return the words of a text, which are separated by white space."""
    return frozenset(text.split())


def some(names: list[str]) -> str:
    """Return the first names of a list, and how many more there are.

    >>> some(["a", "b", "c", "d", "e"]), some(["a"])
    ('a, b, c and 2 more', 'a')
    """
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def short(text: str, most: int) -> str:
    """Return a text in one line of at most so many characters.

    >>> short("twice the slope at that point", 12)
    'twice the…'
    """
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 3]}…"


def blanked(text: str) -> str:
    r"""Return blanks in place of all but the ends of lines, so that what follows keeps its place.

    >>> blanked("x = 1\ny")
    '     \n '
    """
    return re.sub(r"[^\n]", " ", text)
