"""The block `notes-list`."""

import xml.etree.ElementTree as etree
from html import escape

from scripts.course.model import Topic
from scripts.pages.blocks.base import CourseBlock, sub


class NotesListBlock(CourseBlock):
    """The links to all notes templates. No argument, no options, no content."""

    NAME = "notes-list"
    BODY = False
    HOME = "study"
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Link the files."""
        items = sub(parent, "ul", "nb-downloads")
        for topic in self.context.course.topics:
            name = f"{topic.planned.number:02} {topic.planned.title}"
            self.html(sub(items, "li"), link_of(self, topic, name))
        return items


def link_of(block: CourseBlock, topic: Topic, words: str) -> str:
    """Return the link to a topic's notes template.

    As HTML, and not ending in .md: a builder would take that for a link to a page.
    """
    href = block.context.relative(block.source.places.docs / topic.notes)
    name = f"notes-{topic.planned.folder}.md"
    return f'<a class="nb-download" href="{href}" download="{name}">{escape(words)}</a>'
