"""The block `output`."""

import xml.etree.ElementTree as etree

from markdown.util import AtomicString

from scripts.pages.blocks.base import CourseBlock, sub, unsearched
from scripts.run.outputs import output_of


class OutputBlock(CourseBlock):
    """What a function prints, run when the site is built.

    Argument: a function of the topic's `examples` module. No options, no content.
    """

    NAME = "output"
    ARGUMENT = True
    FUNCTIONS_IN = "examples"
    BODY = False
    HOME = "topic"
    INSIDE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Show the printed text."""
        element = sub(parent, "div", "nb-output")
        unsearched(sub(element, "p", "nb-label", "prints"))
        code = sub(sub(element, "pre"), "code")
        code.text = AtomicString(output_of(self.source))
        return element
