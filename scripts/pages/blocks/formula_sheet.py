"""The block `formula-sheet`."""

from scripts.pages.blocks.collecting import CollectingBlock


class FormulaSheetBlock(CollectingBlock):
    """All formulas of the course, by topic. No argument, no options, no content."""

    NAME = "formula-sheet"
    COLLECTS = "formula"
