"""The block `notes`."""

import xml.etree.ElementTree as etree

from scripts.pages.blocks.base import CourseBlock, sub
from scripts.pages.blocks.formula_sheet import sheet_of
from scripts.pages.blocks.notes_list import link_of


class NotesBlock(CourseBlock):
    """The links to the topic's notes template and formula sheet. No argument, no options, no content."""

    NAME = "notes"
    BODY = False
    HOME = "topic"
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Link the template, which the build makes from the topic's blocks, and the sheet."""
        element = sub(parent, "div", "nb-downloads")
        if topic := self.context.course.topic_of(self.source.page):
            self.html(element, link_of(self, topic, "Download the notes template (Markdown)"))
            if sheet := sheet_of(self.context.course, topic):
                words, href = "All formulas of this topic, on two pages to print", self.context.relative(sheet.path)
                sub(sub(element, "p"), "a", "", words, href=href)
        return element
