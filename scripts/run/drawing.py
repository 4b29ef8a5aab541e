"""A figure as it is drawn, and what in it nobody could read: text that is cut or covered, axes without a name."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.transforms import Bbox

# Each text of a figure with the box that it covers, in points.
Texts = list[tuple[str, "Bbox"]]


@contextmanager
def texts_drawn() -> Iterator[Texts]:
    """Yields a list that has each text of a figure once the figure is drawn.

    Only Matplotlib's drawing knows which marks of an axis are in view and where the layout put a text.
    """
    from matplotlib.figure import Figure
    from matplotlib.text import Text

    texts: Texts = []
    draw_figure, draw_text = Figure.draw, Text.draw

    def begin(figure: "Figure", renderer: Any) -> None:
        texts.clear()  # drawn once for the layout, once for the picture
        draw_figure(figure, renderer)

    def note(text: Text, renderer: Any) -> None:
        if text.get_visible() and text.get_text().strip():
            texts.append((text.get_text(), Text.get_window_extent(text, renderer)))
        draw_text(text, renderer)

    Figure.draw, Text.draw = begin, note  # type: ignore[method-assign, assignment]
    try:
        yield texts
    finally:
        Figure.draw, Text.draw = draw_figure, draw_text  # type: ignore[method-assign]


def faults(figure: "Figure", texts: Texts) -> Iterator[str]:
    """Yields what a reader of a drawn figure would miss, in words for its author."""
    for text in cut(figure, texts):
        yield f"its text '{text}' reaches beyond the picture"
    for one, other in overlapping(texts):
        yield f"its texts '{one}' and '{other}' cover each other"
    if any(unlabeled(figure)):
        yield "an axis does not say what it measures"


def cut(figure: "Figure", texts: Texts) -> Iterator[str]:
    """Yields the texts that reach beyond the picture."""
    width, height = figure.get_size_inches() * 72
    for text, box in texts:
        if min(box.x0, box.y0) < -1 or box.x1 > width + 1 or box.y1 > height + 1:
            yield text


def overlapping(texts: Texts) -> Iterator[tuple[str, str]]:
    """Yields pairs of texts of which one covers the other. A line's box is higher than its letters, at both ends."""
    letters = [(text, box.padded(-1, -2.5)) for text, box in texts]
    for (one, box), (other, other_box) in itertools.combinations(letters, 2):
        if box.overlaps(other_box):
            yield one, other


def unlabeled(figure: "Figure") -> Iterator["Axes"]:
    """Yields axes that are shown without saying what they measure, be it by the label of their row or column.

    Axes in space are never "on" in the sense of `axison`: they draw their own.
    """
    flat = [ax for ax in figure.axes if ax.name != "3d" and ax.axison]
    for ax in figure.axes:
        space: Any = ax
        if ax.name == "3d":
            shown, named = space._axis3don, [space.get_xlabel(), space.get_ylabel(), space.get_zlabel()]
        else:
            below = any(other.get_xlabel() for other in flat if _aligned(ax, other, "colspan"))
            beside = any(other.get_ylabel() for other in flat if _aligned(ax, other, "rowspan"))
            shown, named = ax.axison, [below, beside]
        if shown and not all(named):
            yield ax


def _aligned(ax: "Axes", other: "Axes", span: str) -> bool:
    place, other_place = ax.get_subplotspec(), other.get_subplotspec()
    if place is None or other_place is None:
        return ax is other
    return bool(set(getattr(place, span)) & set(getattr(other_place, span)))
