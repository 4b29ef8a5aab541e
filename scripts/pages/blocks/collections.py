"""The blocks `formula-sheet`, `interview-bank` and `glossary`: all formulas, all questions, all terms."""

import xml.etree.ElementTree as etree

from scripts.pages.blocks.base import CourseBlock, sub, unsearched
from scripts.pages.blocks.question import LEVELS


class FormulaSheetBlock(CourseBlock):
    """All formulas of the course, by topic. No argument, no options; `scripts.pages.collect` gives it its content."""

    NAME = "formula-sheet"
    ARGUMENT = False
    BODY = False
    HOME = "study"
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make the sheet, with a choice of topics for readers with JavaScript."""
        sheet = unsearched(sub(parent, "section", "nb-collection nb-formula-sheet"))
        filters(self, sheet, topic=topics_of(self))
        return sheet


class InterviewBankBlock(CourseBlock):
    """All interview questions, by topic. No argument, no options; `scripts.pages.collect` gives it its content."""

    NAME = "interview-bank"
    ARGUMENT = False
    BODY = False
    HOME = "study"
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make the bank, with a choice of topics and levels for readers with JavaScript."""
        bank = unsearched(sub(parent, "section", "nb-collection nb-interview-bank"))
        filters(self, bank, topic=topics_of(self), level={level: level for level in LEVELS})
        return bank


class GlossaryBlock(CourseBlock):
    """All defined terms, by letter. No argument, no options; `scripts.pages.collect` gives it its content."""

    NAME = "glossary"
    ARGUMENT = False
    BODY = False
    HOME = "study"
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make the glossary."""
        return unsearched(sub(parent, "section", "nb-collection nb-glossary"))


def topics_of(block: CourseBlock) -> dict[str, str]:
    """Return the written topics: slug and title."""
    return {topic.planned.slug: topic.planned.title for topic in block.context.course.topics}


def filters(block: CourseBlock, parent: etree.Element, **choices: dict[str, str]) -> None:
    """Add choices (name: options, as value: label), hidden until their script takes them over, and that script."""
    row = sub(parent, "div", "nb-filters")
    row.set("hidden", "")
    for name, options in choices.items():
        label = sub(row, "label", "nb-choice")
        sub(label, "span", "", name.capitalize())
        select = sub(label, "select")
        select.set("data-filter", name)
        for value, text in {"": "all", **options}.items():
            sub(select, "option", "", text).set("value", value)
    sub(row, "p", "nb-shown").set("role", "status")
    script = sub(parent, "script")
    script.set("src", block.context.relative(block.source.places.generated / "js" / "collection.js"))
    script.set("defer", "")
