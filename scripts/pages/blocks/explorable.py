"""The block `explorable`."""

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from scripts.course.page import Block
from scripts.foundation.mistakes import Mistake
from scripts.foundation.paths import FRONTEND, shown
from scripts.pages.blocks.base import CaptionedBlock, block_id, sub, text

MODULES = FRONTEND / "src" / "modules" / "explorables"


class ExplorableBlock(CaptionedBlock):
    """A picture to move, under the figure that the text explains; not there on paper and without JavaScript.

    Argument: a module of `frontend/src/modules/explorables/`. Options: `alt`, what is on its screen, in one sentence;
    `id`, which links to a state of the picture use. Content: the caption: what to try, and, in `details`, the answer of
    each question that it asks.
    """

    NAME = "explorable"
    ARGUMENT = True
    OPTIONS = {"alt": ("", text), "id": ("", block_id)}
    REQUIRED = ("alt", "id")
    MODULE = True
    HOME = "topic"
    READING = "picture to move"

    @classmethod
    def mistakes(cls, block: Block) -> Iterator[Mistake]:
        """Its module exists."""
        if block.argument not in explorables():
            known = ", ".join(explorables())
            yield block.mistake(f"there is no explorable '{block.argument}'", f"known, in {shown(MODULES)}: {known}")

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make the frame; the page's script finds the module that puts the picture above the caption."""
        words, module = " ".join(str(self.options["alt"]).split()), f"explorables/{self.argument}"
        attributes = {"id": self.source.id, "aria-label": words, "data-module": module}
        return self.captioned(sub(parent, "figure", "nb-figure nb-explorable", **attributes))


def explorables() -> list[str]:
    """Return the names of the modules that an explorable can name."""
    return sorted(path.stem for path in MODULES.glob("*.js"))
