"""The block `definition`."""

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from scripts.course.page import Block
from scripts.pages.blocks.base import FIGURE, CourseBlock, block_id, flag, text
from scripts.pages.gives import Card, Section, gap_card


class DefinitionBlock(CourseBlock):
    """A term and what it means.

    Argument: the term. Options: `id`; `prompt`, a question that asks the reader to explain it; `card: false` to
    leave it off the deck; `figure`, a figure of the topic that its card shows below the answer. Content: what it means,
    with every symbol said in words.
    """

    NAME = "definition"
    ARGUMENT = True
    OPTIONS = {"id": ("", block_id), "prompt": ("", text), "card": (True, flag), "figure": FIGURE}
    REQUIRED = ("id", "prompt")
    ALONE = True
    HOME = "topic"

    @classmethod
    def cards(cls, block: Block) -> Iterator[Card]:
        """Ask for what gaps hide; if there are none, for the term by its prompt."""
        gaps = list(gap_card(block))
        yield from gaps
        if not gaps and block.options.get("card") is not False:
            parts = {"Front": str(block.options["prompt"]), "Back": block.body}
            yield Card("definition", "Definition", parts, folds=True)

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
