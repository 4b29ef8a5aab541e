"""Pages that collect blocks of all topics: the formula sheet, the interview bank and the glossary.

They are Markdown made from the blocks as written, so everything that renders a topic's page renders them too.
"""

import posixpath
import re

from scripts.course.model import Topic
from scripts.course.page import Block
from scripts.pages.context import COLLECTIONS, Context, collection

_HEAD = re.compile(rf"^ {{0,3}}/// *({'|'.join(COLLECTIONS)}) *$")
_LINK = re.compile(r"(?<=\]\()(?!https?:|mailto:)([^)\s]*)(?=[)\s])")


def collected(context: Context, lines: list[str]) -> list[str]:
    """Return the page's lines with the blocks that each collection calls for inside it."""
    result: list[str] = []
    fill: str | None = None
    for line in lines:
        if fill is not None and line.strip() == "///":
            result += ["", *_blocks(context, fill), "", "//////"]
            fill = None
        elif head := _HEAD.match(line):
            fill = head[1]
            result.append(f"////// {fill}")
        else:
            result.append(line)
    return result


def _blocks(context: Context, kind: str) -> list[str]:
    text: list[str] = []
    heading = ""
    for topic, block in collection(context.course, kind):
        above = block.argument[0].upper() if kind == "glossary" else f"{topic.planned.number:02} {topic.planned.title}"
        if above != heading:
            heading = above
            text += [f"## {heading}", ""]
        text += [*_as_written(context, topic, block).split("\n"), ""]
    return text


def _as_written(context: Context, topic: Topic, block: Block) -> str:
    """Return a block's Markdown with its links made to work from the collecting page."""
    home = context.relative(topic.page.path)
    folder = posixpath.dirname(home)

    def adapt(match: re.Match[str]) -> str:
        target = match[1]
        return home + target if target.startswith("#") else posixpath.normpath(posixpath.join(folder, target))

    return _LINK.sub(adapt, "\n".join(topic.page.placed(block)))
