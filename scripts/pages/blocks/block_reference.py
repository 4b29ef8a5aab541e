"""The block `block-reference`."""

import inspect
import re
import xml.etree.ElementTree as etree

from scripts.pages.blocks.base import CourseBlock, sub

_WORDS = {"Argument": "After the bar", "Options": "Options", "Content": "Body"}
_PART = re.compile(r"\b(Argument|Options|Content): (.+?)\.(?=\s*(?:Argument|Options|Content|No)\b|\s*\Z)", re.DOTALL)


class BlockReferenceBlock(CourseBlock):
    """All kinds of blocks with what they take, from their classes. No argument, no options, no content."""

    NAME = "block-reference"
    BODY = False
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make a list of the kinds, in the order of their names."""
        from scripts.pages.kinds import BLOCKS  # late, since this block is one of them

        items = sub(parent, "ul")
        for name, kind in BLOCKS.items():
            summary, parts = _described(kind)
            said = [f"*{_WORDS[part]}:* {words}" for part, words in parts.items()]
            sub(items, "li", "", f"**`{name}`** {summary} {'. '.join(said)}{'.' if said else ''}")
        return items


def _described(kind: type[CourseBlock]) -> tuple[str, dict[str, str]]:
    """Return what a kind is, and what its docstring says of argument, options and content."""
    text = " ".join((inspect.getdoc(kind) or "").split())
    summary = re.split(r"(?<=[.])\s+(?=Argument:|Options:|Content:|No )", text)[0]
    return summary, dict(_PART.findall(text))
