"""The block `glossary`."""

import xml.etree.ElementTree as etree

from scripts.pages.blocks.base import CourseBlock, sub, unsearched


class GlossaryBlock(CourseBlock):
    """All defined terms, by letter. No argument, no options, no content."""

    NAME = "glossary"
    BODY = False
    HOME = "study"
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Repeat the definitions under the letters of their terms."""
        element = unsearched(sub(parent, "section", "nb-collection nb-glossary"))
        terms = [term for _, term in self.context.course.blocks("definition")]
        above = ""
        for term in sorted(terms, key=lambda term: term.argument.casefold()):
            letter = term.argument[0].upper()
            if letter != above:
                sub(element, "h2", "", letter)
            above = letter
            self.markdown(self.box(element, "Definition", term.argument, term), self.context.moved(term))
        return element
