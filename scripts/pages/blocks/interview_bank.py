"""The block `interview-bank`."""

from scripts.pages.blocks.collecting import CollectingBlock
from scripts.pages.blocks.question import LEVELS


class InterviewBankBlock(CollectingBlock):
    """All interview questions, by topic. No argument, no options, no content."""

    NAME = "interview-bank"
    COLLECTS = "question"

    def choices(self) -> dict[str, dict[str, str]]:
        """Return what readers may choose by: topic and level."""
        return {**super().choices(), "level": {level: level for level in LEVELS}}
