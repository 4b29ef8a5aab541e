"""What the blocks share that collect blocks of all topics: what they collect, in which order, under which headings."""

import posixpath
import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING, ClassVar

from scripts.course.model import Course, Topic
from scripts.course.page import Block, Page
from scripts.pages.blocks.base import CourseBlock, sub, unsearched

if TYPE_CHECKING:
    from scripts.pages.context import Context

Collected = tuple[Topic, Block]

_LINK = re.compile(r"(?<=\]\()(?!https?:|mailto:)([^)\s]*)(?=[)\s])")


def moved(context: "Context", home: Page, markdown: str) -> str:
    """Return Markdown of the page `home` with its links made to work from the page that is rendered."""
    path = context.relative(home.path)

    def adapt(match: re.Match[str]) -> str:
        target = match[1]
        if not target.startswith("#"):
            return posixpath.normpath(posixpath.join(folder, target))
        there = context.course.homes.get(target[1:])
        return (context.relative(there.path) if there else path) + target

    folder = posixpath.dirname(path)
    return _LINK.sub(adapt, markdown)


class CollectingBlock(CourseBlock):
    """A block that collects all blocks of the kind `COLLECTS`; `scripts.pages.collect` writes them into the page."""

    COLLECTS: ClassVar[str] = ""
    ARGUMENT = False
    BODY = False
    HOME = "study"
    ONCE = True

    @classmethod
    def collected(cls, course: Course) -> list[Collected]:
        """Return what it collects, in course order."""
        return list(course.blocks(cls.COLLECTS))

    @classmethod
    def heading(cls, topic: Topic, block: Block) -> str:
        """Return the heading under which a block is collected: its topic's."""
        return f"{topic.planned.number:02} {topic.planned.title}"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make the place for what is collected."""
        return unsearched(sub(parent, "section", f"nb-collection nb-{self.NAME}"))
