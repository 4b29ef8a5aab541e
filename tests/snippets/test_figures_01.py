"""The figures of topic 01: drawn in both themes, the same on every run, small, labeled, with no color of their own."""

import ast
import gzip
import inspect
import io
import itertools
import re

import matplotlib

matplotlib.use("agg")

import matplotlib.colors
import matplotlib.figure
import matplotlib.pyplot as plt
import matplotlib.style
import matplotlib.text
import pytest

from snippets.derivatives_and_gradients import figures
from snippets.style import COLORMAPS, THEMES

ROLES = {f"C{i}" for i in range(6)}
MODULES = sorted({inspect.getmodule(getattr(figures, name)) for name in figures.__all__}, key=lambda m: m.__name__)


@pytest.fixture(params=sorted(THEMES))
def theme(request):
    with matplotlib.style.context(THEMES[request.param]):
        yield request.param
        plt.close("all")


@pytest.fixture(params=figures.__all__)
def draw(request):
    return getattr(figures, request.param)


def svg(figure):
    out = io.BytesIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()


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
            shorthand = re.fullmatch(r"[bgrcmykw][-.:,ov^<>sx*+D|]+", node.value)
            if shorthand or (matplotlib.colors.is_color_like(node.value) and not number):
                yield node.value
        if isinstance(node, ast.keyword) and node.arg and "color" in node.arg:
            value = node.value
            gray = isinstance(value, ast.Constant) and re.fullmatch(r"[\d.]+", str(value.value))
            if gray or (isinstance(value, ast.Tuple) and all(isinstance(part, ast.Constant) for part in value.elts)):
                yield ast.unparse(value)


def test_each_function_returns_a_figure(theme, draw):
    assert isinstance(draw(), matplotlib.figure.Figure)


def test_two_runs_give_the_same_bytes(theme, draw):
    assert svg(draw()) == svg(draw())


def test_svg_is_at_most_40_kilobytes_gzipped(theme, draw):
    assert len(gzip.compress(svg(draw()), 9)) <= 40_000


def test_svg_has_no_plate_of_its_own(theme, draw):
    figure = draw()
    paper = matplotlib.rcParams["figure.facecolor"].lower().lstrip("#")
    background = svg(figure).decode().split('<g id="patch_1">')[1].split("</g>")[0]
    assert paper not in background or "opacity: 0" in background


def test_each_axis_is_labeled(theme, draw):
    axes = draw().axes
    for ax in axes:
        if ax.name == "3d":
            assert not ax.axison or all((ax.get_xlabel(), ax.get_ylabel(), ax.get_zlabel()))
            continue
        place = ax.get_subplotspec()
        flat = [other for other in axes if other.name != "3d"]
        column = [other for other in flat if other.get_subplotspec().colspan == place.colspan]
        row = [other for other in flat if other.get_subplotspec().rowspan == place.rowspan]
        assert any(other.get_xlabel() for other in column)
        assert any(other.get_ylabel() for other in row)


def boxes(figure):
    """Each text that a figure really draws, with the box it covers, in pixels."""
    found = []
    draw_text = matplotlib.text.Text.draw

    def record(text, renderer, *args, **kwargs):
        if text.get_visible() and text.get_text().strip():
            found.append((text.get_text(), matplotlib.text.Text.get_window_extent(text, renderer)))
        draw_text(text, renderer, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matplotlib.text.Text, "draw", record)
        figure.canvas.draw()
    return found


def test_no_text_is_cut(theme, draw):
    figure = draw()
    inside = figure.bbox.padded(1)
    for text, box in boxes(figure):
        assert inside.x0 <= box.x0 and box.x1 <= inside.x1, text
        assert inside.y0 <= box.y0 and box.y1 <= inside.y1, text


def test_no_two_texts_overlap(theme, draw):
    for (one, box), (other, other_box) in itertools.combinations(boxes(draw()), 2):
        assert not box.padded(-1).overlaps(other_box.padded(-1)), (one, other)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rsplit(".")[-1])
def test_no_color_but_the_roles(module):
    assert list(literal_colors(inspect.getsource(module))) == []


@pytest.mark.parametrize(
    "source",
    [
        "plot(x, color='red')",
        "plot(x, color='#0b6e69')",
        "plot(x, color='C6')",
        "plot(x, color='0.5')",
        "plot(x, color=(0, 0, 1))",
        "plot(x, 'r--')",
        "cmap(facecolor='tab:blue')",
    ],
)
def test_literal_colors_are_found(source):
    assert list(literal_colors(source))


def luminance(color):
    """Relative luminance as WCAG 2 defines it."""
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in matplotlib.colors.to_rgb(color)]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_text_has_a_contrast_of_7_and_each_role_of_3(theme):
    paper = matplotlib.rcParams["figure.facecolor"]
    assert contrast(matplotlib.rcParams["text.color"], paper) >= 7
    for color in matplotlib.rcParams["axes.prop_cycle"].by_key()["color"]:
        assert contrast(color, paper) >= 3


def test_a_colormap_gets_lighter_or_darker_all_the_way(theme):
    assert matplotlib.rcParams["image.cmap"] in COLORMAPS
    values = [luminance(color) for color in COLORMAPS[matplotlib.rcParams["image.cmap"]]]
    assert values in (sorted(values), sorted(values, reverse=True))
