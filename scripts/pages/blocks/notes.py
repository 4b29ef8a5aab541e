"""The block `notes`."""

import xml.etree.ElementTree as etree

from scripts.pages.blocks.base import CourseBlock, sub
from scripts.pages.blocks.notes_list import link_of


class NotesBlock(CourseBlock):
    """The link to the topic's notes template. No argument, no options, no content."""

    NAME = "notes"
    ARGUMENT = False
    BODY = False
    HOME = "topic"
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Link the file, which the build makes from the page's blocks."""
        element = sub(parent, "div", "nb-downloads")
        if topic := self.context.course.topic_of(self.source.page):
            self.html(element, link_of(self, topic, "Download the notes template (Markdown)"))
        return element
