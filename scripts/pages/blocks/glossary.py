"""The block `glossary`."""

import xml.etree.ElementTree as etree
from itertools import groupby

from scripts.pages.blocks.base import sub
from scripts.pages.blocks.collection import CollectionBlock


class GlossaryBlock(CollectionBlock):
    """All defined terms, by letter, topic and words. No argument, no options, no content."""

    NAME = "glossary"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """List the terms under their letters."""
        element = self.collection(parent, "nb-glossary", "terms", "jacobian")
        terms = self.context.course.blocks("definition")
        in_order = sorted(terms, key=lambda term: term[1].argument.casefold())
        for letter, found in groupby(in_order, key=lambda term: term[1].argument[0].upper()):
            group = self.group(element, letter)
            for topic, term in found:
                summary = self.fold(group, topic, term, "nb-term", id=term.id)
                sub(summary, "span", "nb-prompt", term.argument).tail = " "
                sub(summary, "span", "nb-level", f"topic {topic.planned.number:02}")
        return element
