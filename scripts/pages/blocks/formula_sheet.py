"""The block `formula-sheet`."""

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from scripts.course.model import Course, Topic, load_course
from scripts.course.page import Block, Page, paragraphs
from scripts.foundation.mistakes import Mistake
from scripts.pages.blocks.base import CourseBlock, sub, unsearched


class FormulaSheetBlock(CourseBlock):
    """A topic's formulas on two pages of paper: name, formula, and the first paragraph of its text.

    Argument: the topic's slug. No options, no content.
    """

    NAME = "formula-sheet"
    ARGUMENT = True
    BODY = False
    HOME = "study"
    ONCE = True

    @classmethod
    def mistakes(cls, block: Block) -> Iterator[Mistake]:
        """Its topic is written."""
        slugs = [topic.planned.slug for topic in load_course(block.places).topics]
        if block.argument not in slugs:
            yield block.mistake(f"there is no topic '{block.argument}'", f"known: {', '.join(slugs) or 'none'}")

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Set the formulas, under the titles of their pages if these are several."""
        # With MathML besides, a sheet would have half as many elements again.
        self.context.names_formulas = True
        element = unsearched(sub(parent, "section", "nb-sheet"))
        topics = [topic for topic in self.context.course.topics if topic.planned.slug == self.argument]
        found = [formula for topic in topics for formula in topic.blocks("formula")]
        formulas = [formula for formula in found if formula.options.get("sheet", True)]
        several = len({formula.path for formula in formulas}) > 1
        above: Page | None = None
        for formula in formulas:
            if several and formula.page is not above:
                sub(element, "h2", "", str(formula.page.meta.get("title", "")))
            above = formula.page
            self._formula(element, formula)
        return element

    def _formula(self, parent: etree.Element, formula: Block) -> None:
        """Add a formula with its name and its conditions; what follows in further paragraphs stands in its lesson."""
        entry = sub(parent, "div", "nb-entry")
        home = f"{self.context.relative(formula.path)}#{formula.id}"
        sub(sub(entry, "p", "nb-name"), "a", "", formula.argument, href=home)
        shown, *more = paragraphs(formula.body)
        self.markdown(entry, self.context.moved(formula, "\n\n".join([shown, *more[:1]])))


def sheet_of(course: Course, topic: Topic) -> Page | None:
    """Return the page on which a topic's sheet stands."""
    sheets = (block for page in course.pages.values() for block in page.blocks if block.kind == FormulaSheetBlock.NAME)
    return next((block.page for block in sheets if block.argument == topic.planned.slug), None)
