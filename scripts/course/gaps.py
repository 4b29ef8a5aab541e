r"""Gaps: parts of a sentence or a formula that a cloze card hides, written `==1:what is hidden==`.

The number is the card's, given by the author and never changed; gaps with the same number are hidden together. It
stands in the mark so that inserting a gap renumbers no other. Without a number, `==…==` is no gap, so PyMdown's
highlighting keeps its syntax. On a page the text stands without the marks, and in TeX they go before KaTeX sees them.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

# A gap never begins in the middle of `===`, and its text does not begin or end with white space.
_PATTERN = r"(?<!=)==(?P<number>[1-9]\d?):(?P<text>\S(?:.*?\S)?)==(?!=)"
_GAP = re.compile(_PATTERN, re.DOTALL)
_MARK = re.compile(r"(?<!=)==\d+:")
_CODE = re.compile(r"(`+)(?!`).*?\1(?!`)", re.DOTALL)


@dataclass(frozen=True)
class Gap:
    """A gap as written: its number and the text that it hides."""

    number: int
    text: str


def gaps_in(text: str) -> Iterator[Gap]:
    """Yield the gaps of a text in Markdown or TeX; code has none.

    >>> list(gaps_in("Its length is the ==1:rate of *steepest* ascent==."))
    [Gap(number=1, text='rate of *steepest* ascent')]
    """
    for match in _GAP.finditer(_without_code(text)):
        yield Gap(int(match["number"]), text[slice(*match.span("text"))])


def without_gaps(text: str) -> str:
    r"""Return the text with the marks of its gaps taken off.

    >>> print(without_gaps(r"\sigma'(x) = ==1:\sigma(x)=="))
    \sigma'(x) = \sigma(x)
    """
    return _GAP.sub(lambda match: match["text"], text)


def replaced(text: str, replacement: Callable[[int, str], str]) -> str:
    """Return the text with each gap replaced by `replacement(number, text)`."""
    return _GAP.sub(lambda match: replacement(int(match["number"]), match["text"]), text)


def broken_mark(text: str) -> str:
    """Return the first mark that opens a gap which is not closed, or an empty string."""
    match = _MARK.search(_GAP.sub("", _without_code(text)))
    return match[0] if match else ""


def _without_code(text: str) -> str:
    """Return the text with code blanked out, so that each place keeps its number."""
    return _CODE.sub(lambda match: "\0" * len(match[0]), text)


class GapProcessor(InlineProcessor):
    """Makes a `span` of a gap. On a page it looks like the text around it."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(_PATTERN, md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override]  # noqa: N802
        """Return the span; the Markdown within it is still to be read."""
        element = etree.Element("span", {"class": "nb-gap", "data-gap": m["number"]})
        element.text = m["text"]
        return element, m.start(0), m.end(0)


def extend(md: Markdown) -> None:
    """Teach a Markdown converter to read gaps."""
    # Below code (190) and mathematics (189.9), which are read as they stand; above all that may stand inside a gap.
    md.inlinePatterns.register(GapProcessor(md), "nabla-gap", 188)
