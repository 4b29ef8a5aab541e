"""What the blocks share that collect blocks of all topics: what they collect, in which order, under which headings."""

import xml.etree.ElementTree as etree
from typing import ClassVar

from scripts.course.model import Course, Topic
from scripts.course.page import Block
from scripts.pages.blocks.base import CourseBlock, sub, unsearched

Collected = tuple[Topic, Block]


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
