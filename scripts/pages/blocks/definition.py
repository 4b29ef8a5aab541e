"""The block `definition`."""

import xml.etree.ElementTree as etree

from scripts.pages.blocks.base import CourseBlock, block_id, text


class DefinitionBlock(CourseBlock):
    """A term and what it means.

    Argument: the term. Options: `id`; `prompt`, a question that asks the reader to explain it. Content: its meaning.
    """

    NAME = "definition"
    ARGUMENT = True
    OPTIONS = {"id": ("", block_id), "prompt": ("", text)}
    REQUIRED = ("id", "prompt")
    HOME = "topic"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make a titled box."""
        return self.box(parent, "Definition", self.argument)
