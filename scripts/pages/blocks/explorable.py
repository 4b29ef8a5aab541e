"""The block `explorable`."""

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from scripts.course.page import Block
from scripts.foundation.mistakes import Mistake
from scripts.foundation.paths import FRONTEND, shown
from scripts.pages.blocks.base import block_id, missing_function, text
from scripts.pages.blocks.figure import FigureBlock

MODULES = FRONTEND / "src" / "modules" / "explorables"


class ExplorableBlock(FigureBlock):
    """A picture to move, with a figure that stands for it on paper, without JavaScript, and until it is there.

    Argument: a module of `frontend/src/modules/explorables/`. Options: `figure`, a function of the topic's `figures`;
    `alt`, of that figure; `id`, which links to a state of the picture use. Content: the caption: what to try, true of
    the figure, too.
    """

    NAME = "explorable"
    OPTIONS = {"figure": ("", text), "alt": ("", text), "id": ("", block_id)}
    REQUIRED = ("figure", "alt", "id")
    FUNCTIONS_IN = ""
    ONCE = False
    INSIDE = False
    ON_CARD = None

    @classmethod
    def mistakes(cls, block: Block) -> Iterator[Mistake]:
        """Its module and its figure exist."""
        if block.argument not in explorables():
            known = ", ".join(explorables())
            yield block.mistake(f"there is no explorable '{block.argument}'", f"known, in {shown(MODULES)}: {known}")
        if isinstance(name := block.options.get("figure"), str):
            yield from missing_function(block, "figures", name, "figure")

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make the figure; the page's script finds the module that brings it to life."""
        element = super().on_create(parent)
        element.set("class", "nb-figure nb-explorable")
        element.set("data-module", f"explorables/{self.argument}")
        return element


def explorables() -> list[str]:
    """Return the names of the modules that an explorable can name."""
    return sorted(path.stem for path in MODULES.glob("*.js"))
