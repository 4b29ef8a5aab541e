"""What a lesson asks again at its end: the prompts of its own blocks, each with the text that answers it."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.course.page import Block, Page


@dataclass(frozen=True)
class Prompt:
    """A question and its answer, in Markdown, and the block that has them."""

    question: str
    answer: str
    block: Block


def recalled_from(page: Page) -> Iterator[Prompt]:
    """Yield what the blocks of a page ask, in their order."""
    from scripts.pages.kinds import BLOCKS  # late, since the block `recall` is one of them

    for block in page.blocks:
        if block.sound and (kind := BLOCKS.get(block.kind)):
            for question, answer in kind.prompts(block):
                yield Prompt(question, answer, block)
