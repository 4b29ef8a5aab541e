"""The blocks `formula-sheet` and `interview-bank`: all formulas, all questions."""

import xml.etree.ElementTree as etree

from scripts.blocks.base import CourseBlock, sub, unsearched
from scripts.blocks.question import LEVELS


class FormulaSheetBlock(CourseBlock):
    """All formulas of the course, by topic. No argument, no options; `scripts.collect` gives it its content."""

    NAME = "formula-sheet"
    ARGUMENT = False
    BODY = False

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make the sheet, with a choice of topics for readers with JavaScript."""
        sheet = unsearched(sub(parent, "section", "nb-collection nb-formula-sheet"))
        choice(sheet, "topic", topics_of(self))
        return sheet


class InterviewBankBlock(CourseBlock):
    """All interview questions, by topic. No argument, no options; `scripts.collect` gives it its content."""

    NAME = "interview-bank"
    ARGUMENT = False
    BODY = False

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make the bank, with a choice of topics and levels for readers with JavaScript."""
        bank = unsearched(sub(parent, "section", "nb-collection nb-interview-bank"))
        choice(bank, "topic", topics_of(self))
        choice(bank, "level", {level: level for level in LEVELS})
        return bank


def topics_of(block: CourseBlock) -> dict[str, str]:
    """Return the written topics: slug and title."""
    return {topic.planned.slug: topic.planned.title for topic in block.context.course.topics}


def choice(parent: etree.Element, name: str, options: dict[str, str]) -> None:
    """Add a choice of `options` (value: label), hidden until the page's script takes it over."""
    label = sub(parent, "label", "nb-choice")
    label.set("hidden", "")
    sub(label, "span", "", name.capitalize())
    select = sub(label, "select")
    select.set("data-filter", name)
    for value, text in {"": "all", **options}.items():
        sub(select, "option", "", text).set("value", value)
