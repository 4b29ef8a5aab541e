"""The block `problem`."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from scripts.course.page import Block
from scripts.foundation.mistakes import Mistake
from scripts.pages.blocks.base import CourseBlock, block_id, unmarked


class ProblemBlock(CourseBlock):
    """A practice problem to solve by hand.

    Argument: its title. Options: `id`. Content: the problem; from the paragraph that begins with `Solution:` on, it
    is folded.
    """

    NAME = "problem"
    ARGUMENT = True
    OPTIONS = {"id": ("", block_id)}
    REQUIRED = ("id",)
    HOME = "topic"
    PRACTICE = "problem by hand"

    @classmethod
    def mistakes(cls, block: Block) -> Iterator[Mistake]:
        """A problem has its solution."""
        if not re.search(r"^Solution:", block.body, re.MULTILINE):
            yield block.mistake("the problem has no solution", "begin a paragraph with 'Solution:'")

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make a titled box."""
        return self.box(parent, "Problem", self.argument)

    def on_end(self, block: etree.Element) -> None:
        """Fold the solution."""
        children = list(block)
        start = next((number for number, child in enumerate(children) if unmarked(child, "Solution:")), None)
        if start is None:
            return
        solution = children[start:]
        block[start:] = []
        if not solution[0].text and not len(solution[0]):
            solution = solution[1:]
        self.folded(block, "Solution", "nb-solution").extend(solution)
