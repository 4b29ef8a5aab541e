"""The block `definition`."""

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from scripts.course.page import Block
from scripts.pages.blocks.base import CourseBlock, block_id, text
from scripts.pages.gives import Card, Section, gap_card


class DefinitionBlock(CourseBlock):
    """A term and what it means.

    Argument: the term. Options: `id`; `prompt`, a question that asks the reader to explain it. Content: what it means,
    with every symbol said in words.
    """

    NAME = "definition"
    ARGUMENT = True
    OPTIONS = {"id": ("", block_id), "prompt": ("", text)}
    REQUIRED = ("id", "prompt")
    ALONE = True
    HOME = "topic"

    @classmethod
    def cards(cls, block: Block) -> Iterator[Card]:
        """A definition with gaps asks for what they hide."""
        yield from gap_card(block)

    @classmethod
    def prompts(cls, block: Block) -> Iterator[str]:
        """Ask for the term by its prompt."""
        yield str(block.options["prompt"])

    @classmethod
    def notes(cls, block: Block) -> Iterator[tuple[Section, str]]:
        """Ask for the concept."""
        yield Section.CONCEPTS, f"### {block.argument}\n\n{block.options['prompt']}\n"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make a titled box."""
        return self.box(parent, "Definition", self.argument)
