"""The block `frameworks`."""

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from typing import ClassVar

from scripts.course.page import Block
from scripts.foundation.mistakes import Mistake
from scripts.pages.blocks.base import CourseBlock, sub, unsearched
from scripts.run.frameworks import FRAMEWORKS, MODULE, RECORD, recorded


class FrameworksBlock(CourseBlock):
    """The same computation in other frameworks: a program for each, with what it printed when it was last run.

    Argument: a function of the topic's `frameworks/pytorch.py` and `frameworks/jax.py`, or of one of them. No options,
    no content. `python -m scripts frameworks --record` runs the programs and keeps what they print.
    """

    NAME = "frameworks"
    ARGUMENT = True
    FUNCTIONS_IN = MODULE
    SHOWS: ClassVar[tuple[str, ...]] = (RECORD,)
    BODY = False
    HOME = "topic"
    INSIDE = True
    ONCE = True
    READING = "printed output"

    @classmethod
    def mistakes(cls, block: Block) -> Iterator[Mistake]:
        """Yield that it was not run as it stands now."""
        try:
            known = recorded(block.package, block.argument)
        except KeyError:
            known = []
        if not known:
            what = f"what '{block.argument}' prints in {' and '.join(FRAMEWORKS.values())} is not recorded as it is now"
            yield block.mistake(what, "python -m scripts frameworks --record")

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Show the programs, each with its framework's version and what it prints."""
        element = sub(parent, "div", "nb-frameworks")
        for run in recorded(self.source.package, self.argument):
            program = sub(element, "div", "nb-program")
            unsearched(sub(program, "p", "nb-from", f"{run.framework} {run.version}"))
            self.html(program, self.context.highlight(run.program.text))
            self.printed(element, run.printed)
        return element
