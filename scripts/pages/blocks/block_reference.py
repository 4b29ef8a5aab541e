"""The block `block-reference`."""

import inspect
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from scripts.pages.blocks.base import CourseBlock, sub

_PART = re.compile(r"\b(Argument|Options|Content): (.+?)\.(?=\s*(?:Argument|Options|Content|No)\b|\s*\Z)", re.DOTALL)


class BlockReferenceBlock(CourseBlock):
    """All kinds of blocks with what they take, from their classes. No argument, no options, no content."""

    NAME = "block-reference"
    ARGUMENT = False
    BODY = False
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make a table of the kinds, in the order of their names."""
        table = sub(parent, "table")
        head = sub(sub(table, "thead"), "tr")
        for name in ("block", "what it is", "after the bar", "options", "body"):
            sub(head, "th", "", name).set("scope", "col")
        body = sub(table, "tbody")
        for name, kind in sorted({kind.NAME: kind for kind in kinds_of(CourseBlock)}.items()):
            row = sub(body, "tr")
            summary, parts = described(kind)
            sub(row, "td", "", f"`{name}`")
            for cell in (summary, *(parts.get(part, "none") for part in ("Argument", "Options", "Content"))):
                sub(row, "td", "", cell)
        return table


def kinds_of(kind: type[CourseBlock]) -> Iterator[type[CourseBlock]]:
    """Yield the kinds of blocks that are made from a class."""
    for derived in kind.__subclasses__():
        if derived.NAME:
            yield derived
        yield from kinds_of(derived)


def described(kind: type[CourseBlock]) -> tuple[str, dict[str, str]]:
    """Return what a kind is, and what its docstring says of argument, options and content."""
    text = " ".join((inspect.getdoc(kind) or "").split())
    summary = re.split(r"(?<=[.])\s+(?=Argument:|Options:|Content:|No )", text)[0]
    return summary, dict(_PART.findall(text))
