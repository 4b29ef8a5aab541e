"""The block `details`."""

import xml.etree.ElementTree as etree

from pymdownx.blocks.details import Details

from scripts.pages.blocks.base import CourseBlock, sub


class DetailsBlock(CourseBlock):
    """Text that is folded away, such as the answer of a *Check yourself*.

    Argument: what the reader sees of it. No options. Content: the text.
    """

    NAME = "details"
    ARGUMENT = True
    INSIDE = True
    ON_CARD = Details
    READING = "check yourself"
    FOLDED = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make the fold."""
        element = sub(parent, "details")
        sub(element, "summary", "", self.argument)
        return element
