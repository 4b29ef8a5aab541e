"""What a lesson asks again at its end: the prompts of its own blocks."""

from collections.abc import Iterator

from scripts.course.page import Block, Page


def recalled_from(page: Page) -> Iterator[tuple[str, Block]]:
    """Yield what the blocks of a page ask, in Markdown, each with the block that answers it, in their order."""
    from scripts.pages.kinds import BLOCKS  # late, since the block `recall` is one of them

    for block in page.blocks:
        if block.sound and (kind := BLOCKS.get(block.kind)):
            for question in kind.prompts(block):
                yield question, block
