"""The block `recall`."""

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from scripts.course.page import Block
from scripts.foundation.mistakes import Mistake
from scripts.pages.blocks.base import CourseBlock, plain, sub, unsearched
from scripts.pages.recalled import recalled_from


class RecallBlock(CourseBlock):
    """What the lesson wants to be remembered: the prompts of its definitions and formulas, their answers folded.

    No argument, no options, no content: it closes a lesson and has a heading of its own.
    """

    NAME = "recall"
    BODY = False
    HOME = "topic"
    ONCE = True

    @classmethod
    def mistakes(cls, block: Block) -> Iterator[Mistake]:
        """It stands in a lesson."""
        if block.page.role != "lesson":
            yield block.mistake("'recall' stands outside of a lesson", "put it at the end of a lesson")

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Ask everything again, with a link to the place of each answer, which a script copies (`page/recall.js`)."""
        self.markdown(parent, "## Recall")
        element = unsearched(sub(parent, "div", "nb-recall"))
        prompts = list(recalled_from(self.source.page))
        words = "Answer aloud or on paper, then unfold. What you miss is a step back in this lesson."
        if not prompts:
            words = "No card asks about this lesson. What to keep of it is the answer above."
        sub(element, "p", "nb-advice", words)
        for question, block in prompts:
            fold = sub(element, "details", "nb-prompted")
            sub(sub(fold, "summary"), "span", "", question)
            words = f"Where it stands: {plain(block.argument)}"
            link = sub(fold, "a", "nb-back", "Where it stands ↑", href=f"#{block.id}", aria_label=words)
            if "figure" in block.options:
                link.set("data-figure", str(block.options["figure"]))
        return element
