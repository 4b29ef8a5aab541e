"""Pages that collect blocks of all topics as they stand there: the glossary.

They are Markdown made from the blocks as written, so everything that renders a topic's page renders them too.
"""

import re
from collections.abc import Iterator

from scripts.course.model import Course
from scripts.course.page import Block, Page
from scripts.pages.blocks.collecting import CollectingBlock, moved
from scripts.pages.context import Context
from scripts.pages.kinds import BLOCKS

COLLECTIONS = {name: kind for name, kind in BLOCKS.items() if issubclass(kind, CollectingBlock)}
"""The kinds of blocks that collect others, by name."""

_HEAD = re.compile(rf"^ {{0,3}}/// *({'|'.join(COLLECTIONS)}) *$")


def blocks_on(page: Page, course: Course) -> Iterator[Block]:
    """Yield the blocks that must stand on a page when it is rendered: its own, and those that it collects."""
    for block in page.blocks:
        yield block
        if block.sound and (kind := COLLECTIONS.get(block.kind)):
            for _, collected in kind.collected(course):
                yield from collected.page.within(collected)


def with_collected(context: Context, lines: list[str]) -> list[str]:
    """Return the page's lines with the blocks that each collection calls for inside it."""
    result: list[str] = []
    fill: str | None = None
    for line in lines:
        if fill is not None and line.strip() == "///":
            result += ["", *_blocks(context, COLLECTIONS[fill]), "", "//////"]
            fill = None
        elif head := _HEAD.match(line):
            fill = head[1]
            result.append(f"////// {fill}")
        else:
            result.append(line)
    return result


def _blocks(context: Context, kind: type[CollectingBlock]) -> list[str]:
    text: list[str] = []
    heading = ""
    for topic, block in kind.collected(context.course):
        above = kind.heading(topic, block)
        if above != heading:
            heading = above
            text += [f"## {heading}", ""]
        text += [*_as_written(context, block).split("\n"), ""]
    return text


def _as_written(context: Context, block: Block) -> str:
    """Return a block's Markdown with its links made to work from the collecting page."""
    return moved(context, block.page, "\n".join(block.page.placed(block)))
