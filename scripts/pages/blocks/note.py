"""The block `note`."""

import xml.etree.ElementTree as etree

from pymdownx.blocks.admonition import Admonition

from scripts.pages.blocks.base import CourseBlock, sub


class CardNote(Admonition):
    """A note on a card."""

    NAME = "note"


class NoteBlock(CourseBlock):
    """A note beside the text.

    Argument: its title. No options. Content: the note.
    """

    NAME = "note"
    ARGUMENT = True
    INSIDE = True
    ON_CARD = CardNote

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make a titled box."""
        element = sub(parent, "div", "admonition note")
        sub(element, "p", "admonition-title", self.argument)
        return element
