"""The block `figure`."""

import xml.etree.ElementTree as etree
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from pymdownx.blocks.block import Block as PymdownBlock

from scripts.course.page import Block
from scripts.course.programs import figure_program
from scripts.pages.blocks.base import CaptionedBlock, CardBlock, block_id, flag, sub, text, unsearched
from scripts.pages.code import whole_program
from scripts.run.figures import FIGURES, THEMES, figure_of

_OPTIONS = {"alt": ("", text), "id": ("", block_id), "noise": (False, flag)}


def card_figure(block: Block, take: Callable[[Path, str], str]) -> etree.Element:
    """Return a figure as cards show it: both versions, of which their style shows that of the theme.

    `take` is given the file of each, with what stands for a drawing of noise, and returns its name in Anki.
    """
    element, figure = etree.Element("figure"), figure_of(block)
    alt = " ".join(str(block.options["alt"]).split())
    program = FIGURES.key(block) if block.options.get("noise") else ""
    for theme in THEMES:
        width, height = map(str, figure.size(theme))
        said = {"src": take(figure.file(theme), program), "alt": alt, "width": width, "height": height}
        etree.SubElement(element, "img", {"class": f"nb-only-{theme}", **said})
    return element


class CardFigure(CardBlock):
    """A figure on a card, inside of its text."""

    NAME = "figure"
    ARGUMENT = True
    OPTIONS: ClassVar[dict[str, Any]] = {**_OPTIONS}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make picture and caption."""
        element = card_figure(self.source, self.md.nabla_cards.picture)
        parent.append(element)
        self._caption = etree.SubElement(element, "figcaption")
        return element

    def on_add(self, block: etree.Element) -> etree.Element:
        """Put the content into the caption."""
        return self._caption


class FigureBlock(CaptionedBlock):
    """A generated figure.

    Argument: a function of the topic's `figures`. Options: `alt`, what a reader who cannot see it must know; `id`, if
    something links to it; `noise`, if it shows rounding errors, which another kind of processor makes otherwise: on a
    card it then counts as changed when its program is. Content: the caption.
    """

    NAME = "figure"
    ARGUMENT = True
    OPTIONS = _OPTIONS
    REQUIRED: ClassVar[tuple[str, ...]] = ("alt",)
    FUNCTIONS_IN = "figures"
    HOME = "topic"
    ONCE = True
    INSIDE = True
    RUNS = FIGURES
    READING = "figure"
    ON_CARD: ClassVar[type[PymdownBlock] | None] = CardFigure

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make the picture in both themes; the stylesheet shows the reader's."""
        element = sub(parent, "figure", "nb-figure")
        if self.source.id:
            element.set("id", self.source.id)
        figure = figure_of(self.source)
        alt = " ".join(str(self.options["alt"]).split())
        for theme in THEMES:
            self.picture(element, theme, figure.file(theme), alt, figure.size(theme))
        return self.captioned(element)

    def on_end(self, block: etree.Element) -> None:
        """Add the very code that drew it, to the caption, which must come last."""
        details = unsearched(self.folded(self.caption, "The code of this figure", "nb-code"))
        self.html(details, whole_program(self.context, figure_program(figure_of(self.source).function)))
