"""The block `notes`."""

import xml.etree.ElementTree as etree

from scripts.blocks.base import CourseBlock, sub


class NotesBlock(CourseBlock):
    """The link to the topic's notes template. No argument, no options, no content."""

    NAME = "notes"
    ARGUMENT = False
    OPTIONS = {}
    BODY = False

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Link the Markdown file, which the build makes from the page's blocks."""
        element = sub(parent, "p", "nb-download")
        link = self.context.notes_link(self.source.path)
        element.text = self.md.htmlStash.store(f'<a href="{link}" download>Download the notes template (Markdown)</a>')
        return element
