"""The figures of every topic: small, the same on every run, labeled, no text cut or covered, no color of their own.

Each is drawn once, in the light, as the build draws it, and held against the file that the build made of it in another
process. In the dark nothing but colors differs, which is read from the files.
"""

import ast
import gzip
import importlib
import inspect
import itertools
import pkgutil
import re
from dataclasses import dataclass

import matplotlib as mpl

mpl.use("agg")

import matplotlib.pyplot as plt
import pytest
from matplotlib import colors
from matplotlib.figure import Figure
from matplotlib.text import Text

from scripts.course.model import load_course
from scripts.course.snippets import function_of
from scripts.run.figures import THEMES, figure_file, look, svg_of
from scripts.run.pool import call
from scripts.typeset.svg import shrink
from snippets.style import COLORMAPS

ROLES = {f"C{i}" for i in range(6)}
MARKER, LINE = r"[.,ov^<>sx*+D|]", r"(--?|-\.|:)"  # as in Matplotlib's "r--o"


def figure_functions():
    """Each figure function that a page shows, also in an explorable's place, by topic and name."""
    blocks = [block for _, block in load_course().blocks("figure", "explorable")]
    found = [function_of(block, "figures", str(block.options.get("figure", ""))) for block in blocks]
    return {f"{function.module.split('.')[1]}.{function.name}": function for function in found}


def modules_of(package):
    """A package's modules, the package itself among them; or a single module."""
    inner = pkgutil.iter_modules(getattr(package, "__path__", []))
    return [package, *(importlib.import_module(f"{package.__name__}.{module.name}") for module in inner)]


FUNCTIONS = figure_functions()
PACKAGES = sorted({function.module.rpartition(".figures")[0] for function in FUNCTIONS.values()})
MODULES = [module for name in PACKAGES for module in modules_of(importlib.import_module(f"{name}.figures"))]


@dataclass
class Drawing:
    """A figure, its picture, and each text in it with the box that it covers, in points."""

    figure: Figure
    svg: str
    texts: list
    paper: str


def drawing_of(draw, theme):
    with look(theme):
        return recorded(draw())


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
        svg = shrink(svg_of(figure)[0])
    return Drawing(figure, svg, texts, mpl.rcParams["figure.facecolor"])


# For the whole module, so that all that is asked of one drawing is asked in a row.
@pytest.fixture(scope="module", params=FUNCTIONS)
def drawing(request):
    function = FUNCTIONS[request.param]
    drawn = drawing_of(lambda: call(function.module, function.name), "light")
    drawn.built = figure_file(function, "light")
    return drawn


# --- what is found in a drawing --------------------------------------------------------------------------------------


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
    """A picture without its colors, and with names in the order in which they come: they are made from colors, too."""
    names = {}
    used = r"(?:(?<=id=\")|(?<=href=\"#)|(?<=url\(#))[\w-]+"
    renamed = re.sub(used, lambda match: names.setdefault(match[0], f"name-{len(names)}"), svg)
    return re.sub(r"#[0-9a-fA-F]{3,8}\b|\b(fill|stroke)(-opacity)?:(?!none)[^;\"]+", "", renamed)


# --- of every figure -------------------------------------------------------------------------------------------------


def test_a_figure_is_the_same_on_every_run(site, drawing):
    assert drawing.svg == drawing.built.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_dark_figure_is_the_light_one_in_other_colors(site, name):
    light, dark = (figure_file(FUNCTIONS[name], theme).read_text(encoding="utf-8") for theme in ("light", "dark"))
    assert light != dark
    assert geometry(light) == geometry(dark)


def test_a_figure_is_small(drawing):
    assert len(gzip.compress(drawing.svg.encode(), 9)) <= 25_000


def test_a_figure_has_no_paper_of_its_own(drawing):
    assert not plate(drawing.svg, drawing.paper)


def test_each_axis_is_labeled(drawing):
    assert list(unlabeled(drawing.figure)) == []


def test_no_text_is_cut_and_no_two_overlap(drawing):
    assert drawing.texts or not drawing.figure.axes
    assert cut(drawing) == []
    assert overlapping(drawing) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.removeprefix("snippets."))
def test_no_color_but_the_roles(module):
    assert list(literal_colors(inspect.getsource(module))) == []


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_figure_function_is_at_most_40_lines(name):
    assert len(FUNCTIONS[name].source.splitlines()) <= 40


# --- of the themes ---------------------------------------------------------------------------------------------------


def luminance(color):
    """Relative luminance as WCAG 2 defines it."""
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colors.to_rgb(color)]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_text_has_a_contrast_of_7_and_each_role_of_3(theme):
    with look(theme):
        paper = mpl.rcParams["figure.facecolor"]
        assert contrast(mpl.rcParams["text.color"], paper) >= 7
        for color in mpl.rcParams["axes.prop_cycle"].by_key()["color"]:
            assert contrast(color, paper) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_a_colormap_gets_lighter_or_darker_all_the_way(theme):
    with look(theme):
        values = [luminance(color) for color in COLORMAPS[mpl.rcParams["image.cmap"]]]
    assert values in (sorted(values), sorted(values, reverse=True))


# --- of what judges the figures --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "plot(x, color='red')",
        "plot(x, color='#0b6e69')",
        "plot(x, color='C6')",
        "plot(x, color='0.5')",
        "plot(x, color=(0, 0, 1))",
        "plot(x, 'r--')",
        "plot(x, 'k-.o')",
        "plot(x, 'bo')",
        "cmap(facecolor='tab:blue')",
    ],
)
def test_literal_colors_are_found(source):
    assert list(literal_colors(source))


@pytest.mark.parametrize("source", ["plot(x, color='C5')", "set(adjustable='box')", "f'{x:g}'", "fill(fc='none')"])
def test_what_is_no_literal_color_is_not_found(source):
    assert list(literal_colors(source)) == []


def one_text(figure):
    figure.text(0.5, 0.5, "gradient")


def shifted(figure):
    one_text(figure)
    figure.text(0.5, 0.53, "descent")


def outside(figure):
    figure.text(0.97, 0.5, "gradient")


def without_y(figure):
    figure.subplots().set(xlabel="$x$")


def without_z(figure):
    figure.add_subplot(projection="3d").set(xlabel="$x$", ylabel="$y$")


def labeled_in_the_other_row(figure):
    (top, _), _ = figure.subplots(2, 2)
    top.set(xlabel="$x$", ylabel="$y$")


@pytest.mark.parametrize(
    ("draw", "found"),
    [
        (one_text, (0, 0, 0)),
        (shifted, (0, 1, 0)),
        (outside, (1, 0, 0)),
        (without_y, (0, 0, 1)),
        (without_z, (0, 0, 1)),
        (labeled_in_the_other_row, (0, 0, 4)),
    ],
)
def test_a_figure_with_a_fault_is_found(draw, found):
    with look("light"):
        figure = Figure(figsize=(6, 4))
        draw(figure)
        drawing = recorded(figure)
    assert (len(cut(drawing)), len(overlapping(drawing)), len(list(unlabeled(figure)))) == found


def shifted_dot(theme, x=0.5):
    with look(theme):
        figure = Figure(figsize=(2, 2))
        ax = figure.subplots()
        ax.plot([x], [0.5], "C1o")
        ax.set(xlim=(0, 1), ylim=(0, 1))
        return recorded(figure).svg


def test_a_place_that_differs_in_the_dark_is_found():
    assert geometry(shifted_dot("light")) == geometry(shifted_dot("dark"))
    assert geometry(shifted_dot("light")) != geometry(shifted_dot("dark", x=0.6))


@pytest.mark.parametrize("transparent", [True, False])
def test_paper_of_its_own_is_found(transparent):
    with look("light"), mpl.rc_context({"savefig.transparent": transparent}):
        drawing = recorded(plt.figure())
    assert plate(drawing.svg, drawing.paper) == (not transparent)
