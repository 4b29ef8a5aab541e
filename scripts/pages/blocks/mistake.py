"""The block `mistake`."""

import xml.etree.ElementTree as etree

from scripts.pages.blocks.base import CourseBlock, block_id


class MistakeBlock(CourseBlock):
    """A common mistake: what people write, why it fails, what is right.

    Argument: what people get wrong. Options: `id`. Content: what they write,
    why it fails (with numbers), what is right.
    """

    NAME = "mistake"
    ARGUMENT = True
    OPTIONS = {"id": ("", block_id)}
    REQUIRED = ("id",)
    HOME = "topic"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make a titled box."""
        return self.box(parent, "Mistake", self.argument)
