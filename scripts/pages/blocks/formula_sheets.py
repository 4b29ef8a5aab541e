"""The block `formula-sheets`."""

import xml.etree.ElementTree as etree

from scripts.foundation.mistakes import report
from scripts.foundation.paths import shown
from scripts.pages.blocks.base import CourseBlock, sub
from scripts.pages.blocks.formula_sheet import FormulaSheetBlock, sheet_of


class FormulaSheetsBlock(CourseBlock):
    """The links to all formula sheets, which every topic must have. No argument, no options, no content."""

    NAME = "formula-sheets"
    BODY = False
    HOME = "study"
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Link the sheets, each with the number of its formulas."""
        items = sub(parent, "ul", "nb-sheets")
        for topic in self.context.course.topics:
            number, slug, title = topic.planned.number, topic.planned.slug, topic.planned.title
            sheet = sheet_of(self.context.course, topic)
            if sheet is None:
                path = self.source.places.docs / "study" / "formulas" / f"{topic.planned.folder}.md"
                what = f"topic {number:02} has no formula sheet"
                report(self.source.mistake(what, f"write {shown(path)} with '/// {FormulaSheetBlock.NAME} | {slug}'"))
                continue
            href = self.context.relative(sheet.path)
            link = sub(sub(items, "li"), "a", "", f"{number:02} {title}", href=href)
            link.tail = f", {len(topic.blocks('formula'))} formulas"
        return items
