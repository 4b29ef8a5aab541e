"""The block `glossary`."""

from scripts.course.model import Course, Topic
from scripts.course.page import Block
from scripts.pages.blocks.collecting import Collected, CollectingBlock


class GlossaryBlock(CollectingBlock):
    """All defined terms, by letter. No argument, no options, no content."""

    NAME = "glossary"
    COLLECTS = "definition"

    @classmethod
    def collected(cls, course: Course) -> list[Collected]:
        """Return the definitions by term."""
        return sorted(super().collected(course), key=lambda found: found[1].argument.casefold())

    @classmethod
    def heading(cls, topic: Topic, block: Block) -> str:
        """Return the first letter of the term."""
        return block.argument[0].upper()
