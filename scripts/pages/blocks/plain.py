"""The blocks `details` and `note`: text that is folded, and text set apart."""

import xml.etree.ElementTree as etree

from scripts.pages.blocks.base import CourseBlock, sub


class DetailsBlock(CourseBlock):
    """Text that is folded away, such as the answer of a *Check yourself*.

    Argument: what the reader sees of it. No options. Content: the text.
    """

    NAME = "details"
    ARGUMENT = True
    INSIDE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make the fold."""
        element = sub(parent, "details")
        sub(element, "summary", "", self.argument)
        return element


class NoteBlock(CourseBlock):
    """A note beside the text.

    Argument: its title. No options. Content: the note.
    """

    NAME = "note"
    ARGUMENT = True
    INSIDE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make a titled box."""
        element = sub(parent, "div", "admonition note")
        sub(element, "p", "admonition-title", self.argument)
        return element
