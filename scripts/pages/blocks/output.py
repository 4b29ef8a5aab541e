"""The block `output`."""

import xml.etree.ElementTree as etree
from typing import Any, ClassVar

from markdown.util import AtomicString

from scripts.pages.blocks.base import CardBlock, CourseBlock, sub, unsearched
from scripts.run.outputs import OUTPUTS, output_of


class CardOutput(CardBlock):
    """What an example prints, on a card."""

    NAME = "output"
    ARGUMENT = True
    OPTIONS: ClassVar[dict[str, list[Any]]] = {}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Show the printed text."""
        pre = sub(parent, "pre")
        sub(pre, "code").text = AtomicString(output_of(self.source))
        return pre


class OutputBlock(CourseBlock):
    """What a function prints, run when the site is built.

    Argument: a function of the topic's `examples`. No options, no content.
    """

    NAME = "output"
    ARGUMENT = True
    FUNCTIONS_IN = "examples"
    BODY = False
    HOME = "topic"
    INSIDE = True
    RUNS = OUTPUTS
    ON_CARD = CardOutput

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Show the printed text."""
        element = sub(parent, "div", "nb-output")
        unsearched(sub(element, "p", "nb-label", "prints"))
        code = sub(sub(element, "pre"), "code")
        code.text = AtomicString(output_of(self.source))
        return element
