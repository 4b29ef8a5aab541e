"""The block `answer`."""

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from scripts.course.page import Block
from scripts.foundation.mistakes import Mistake
from scripts.pages.blocks.base import CourseBlock, sub, unsearched


class AnswerBlock(CourseBlock):
    """The answer to the question at the top of a lesson, near its end; the question is repeated above it.

    No argument, no options. Content: the answer in one to four sentences, with the number that settles it.
    """

    NAME = "answer"
    HOME = "topic"
    ONCE = True

    @classmethod
    def mistakes(cls, block: Block) -> Iterator[Mistake]:
        """It answers the question of its lesson."""
        if block.page.role != "lesson":
            yield block.mistake("'answer' stands outside of a lesson", "answer the question where it is asked")

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Repeat the question."""
        element = unsearched(sub(parent, "section", "nb-answered"))
        sub(element, "p", "nb-asked", str(self.source.page.meta.get("question", "")))
        return element
