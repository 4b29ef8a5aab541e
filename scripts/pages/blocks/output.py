"""The block `output`."""

import xml.etree.ElementTree as etree
from typing import Any, ClassVar

from markdown.util import AtomicString

from scripts.course.programs import example_of
from scripts.course.snippets import function_of
from scripts.pages.blocks.base import CardBlock, CourseBlock, sub, unsearched
from scripts.pages.code import FOLDED, whole_program
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

    Argument: a function of the topic's `examples`. No options, no content. Its program is folded above it, if no fence
    of the page includes it.
    """

    NAME = "output"
    ARGUMENT = True
    FUNCTIONS_IN = "examples"
    BODY = False
    HOME = "topic"
    INSIDE = True
    RUNS = OUTPUTS
    READING = "printed output"
    ON_CARD = CardOutput

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Show the printed text, below the program."""
        if f':{self.argument}"' not in self.source.page.body:
            program = example_of(function_of(self.source, "examples"))
            self.html(unsearched(self.folded(parent, FOLDED, "nb-program")), whole_program(self.context, program))
        return self.printed(parent, output_of(self.source))
