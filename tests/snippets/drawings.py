"""A figure as it is drawn, and what may be wrong with it."""

import ast
import itertools
import re
from dataclasses import dataclass

import matplotlib as mpl

mpl.use("agg")

import pytest
from matplotlib import colors
from matplotlib.figure import Figure
from matplotlib.text import Text

from scripts.run.figures import svg_of
from scripts.typeset.svg import shrink_svg

ROLES = {f"C{i}" for i in range(6)}
MARKER, LINE = r"[.,ov^<>sx*+D|]", r"(--?|-\.|:)"  # as in Matplotlib's "r--o"


@dataclass
class Drawing:
    """A figure, its picture, and each text in it with the box that it covers, in points."""

    figure: Figure
    svg: str
    texts: list
    paper: str


def recorded(figure):
    """Draw a figure, and keep where each text came to stand."""
    texts, draw_figure, draw_text = [], Figure.draw, Text.draw

    def begin(figure, *args, **kwargs):  # Matplotlib draws once for the layout and once for the picture
        texts.clear()
        draw_figure(figure, *args, **kwargs)

    def record(text, renderer, *args, **kwargs):
        if text.get_visible() and text.get_text().strip():
            texts.append((text.get_text(), Text.get_window_extent(text, renderer)))
        draw_text(text, renderer, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Figure, "draw", begin)
        patch.setattr(Text, "draw", record)
        svg = shrink_svg(svg_of(figure)[0])
    return Drawing(figure, svg, texts, mpl.rcParams["figure.facecolor"])


def cut(drawing):
    """Texts that reach beyond the picture."""
    width, height = drawing.figure.get_size_inches() * 72
    return [
        text for text, box in drawing.texts if min(box.x0, box.y0) < -1 or box.x1 > width + 1 or box.y1 > height + 1
    ]


def overlapping(drawing):
    """Pairs of texts of which one covers the other. A line's box is higher than its letters, at both ends."""
    letters = [(text, box.padded(-1, -2.5)) for text, box in drawing.texts]
    pairs = itertools.combinations(letters, 2)
    return [(one, other) for (one, box), (other, other_box) in pairs if box.overlaps(other_box)]


def unlabeled(figure):
    """Axes that are shown without saying what they measure, be it by the label of their row or column.

    Axes in space are never "on" in the sense of `axison`: they draw their own.
    """
    flat = [ax for ax in figure.axes if ax.name != "3d" and ax.axison]
    for ax in figure.axes:
        if ax.name == "3d":
            if ax._axis3don and not all((ax.get_xlabel(), ax.get_ylabel(), ax.get_zlabel())):
                yield ax
        elif ax.axison:
            if not any(other.get_xlabel() for other in flat if aligned(ax, other, "colspan")):
                yield ax
            if not any(other.get_ylabel() for other in flat if aligned(ax, other, "rowspan")):
                yield ax


def aligned(ax, other, span):
    place, other_place = ax.get_subplotspec(), other.get_subplotspec()
    if place is None or other_place is None:
        return ax is other
    return bool(set(getattr(place, span)) & set(getattr(other_place, span)))


def literal_colors(source):
    """Colors in a source text that are not roles: names, hex values, format strings, tuples of numbers."""
    tree = ast.parse(source)
    specs = [node.format_spec for node in ast.walk(tree) if isinstance(node, ast.FormattedValue) and node.format_spec]
    formats = {id(part) for spec in specs for part in ast.walk(spec)}  # the g of f"{x:g}" is not green
    for node in ast.walk(tree):
        if id(node) in formats:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in ROLES:
            number = re.fullmatch(r"[\d.]+", node.value)
            shorthand = re.fullmatch(rf"[bgrcmykw](?=.)({MARKER}?{LINE}?|{LINE}{MARKER})", node.value)
            if shorthand or (colors.is_color_like(node.value) and not number and node.value != "none"):
                yield node.value
        if isinstance(node, ast.keyword) and node.arg and "color" in node.arg:
            value = node.value
            gray = isinstance(value, ast.Constant) and re.fullmatch(r"[\d.]+", str(value.value))
            if gray or (isinstance(value, ast.Tuple) and all(isinstance(part, ast.Constant) for part in value.elts)):
                yield ast.unparse(value)


def plate(svg, paper):
    """Whether a picture brings paper of its own: it lies on the page's."""
    return paper.lower() in svg.split("<path", 2)[1].lower()


def geometry(svg):
    """A picture without its colors."""
    return re.sub(r"#[0-9a-fA-F]{3,8}\b|\b(fill|stroke)(-opacity)?:(?!none)[^;\"]+", "", svg)
