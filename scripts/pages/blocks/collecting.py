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
        """Make the place for what is collected, with a choice of parts for readers with JavaScript."""
        element = unsearched(sub(parent, "section", f"nb-collection nb-{self.NAME}"))
        if choices := self.choices():
            self._filters(element, choices)
        return element

    def choices(self) -> dict[str, dict[str, str]]:
        """Return what readers may choose by: each with its options, value and label."""
        return {"topic": {topic.planned.slug: topic.planned.title for topic in self.context.course.topics}}

    def _filters(self, parent: etree.Element, choices: dict[str, dict[str, str]]) -> None:
        """Add choices, hidden until their script takes them over, and that script."""
        row = sub(parent, "div", "nb-filters")
        row.set("hidden", "")
        for name, options in choices.items():
            label = sub(row, "label", "nb-choice")
            sub(label, "span", "", name.capitalize())
            select = sub(label, "select")
            select.set("data-filter", name)
            for value, text in {"": "all", **options}.items():
                sub(select, "option", "", text).set("value", value)
        sub(row, "p", "nb-shown").set("role", "status")
        script = sub(parent, "script")
        script.set("src", self.context.relative(self.source.places.generated / "js" / "collection.js"))
        script.set("defer", "")
