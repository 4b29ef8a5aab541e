"""The figures of every topic: small, the same on every run and in the dark, no color of their own.

The build draws each twice, in light and dark, and refuses one whose text is cut or covered (`scripts/run/drawing.py`).
So a second drawing differs in nothing but colors, which is read from the files.
"""

import gzip

import matplotlib as mpl

mpl.use("agg")

import pytest
from matplotlib import colors

from scripts.course.model import load_course
from scripts.course.snippets import function_of
from scripts.foundation.paths import HERE
from scripts.run.apart import call
from scripts.run.figures import THEMES, figure_file, look, svg_of
from scripts.typeset.svg import shrink_svg
from snippets.style import COLORMAPS
from tests.snippets.drawings import geometry, literal_colors, plate, unsteady


def figure_functions():
    """Each figure function that a page shows, by topic and name."""
    found = [function_of(block, "figures") for _, block in load_course().blocks("figure")]
    return {f"{function.module.split('.')[1]}.{function.name}": function for function in found}


FUNCTIONS = figure_functions()
FIRST_OF_EACH_TOPIC = {name.partition(".")[0]: name for name in reversed(FUNCTIONS)}.values()
FILES = sorted(HERE.snippets.glob("*/figures/*.py"))
PROGRAMS = sorted(path for path in HERE.snippets.rglob("*.py") if "frameworks" not in path.parts)


# --- of every figure -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_figure_is_small_and_has_no_paper_of_its_own(site, name):
    svg = figure_file(HERE.generated / "figures", FUNCTIONS[name], "light").read_text(encoding="utf-8")
    assert len(gzip.compress(svg.encode(), 9)) <= 25_000
    with look("light"):
        assert not plate(svg, mpl.rcParams["figure.facecolor"])


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_dark_figure_is_the_light_one_in_other_colors(site, name):
    light, dark = (
        figure_file(HERE.generated / "figures", FUNCTIONS[name], theme).read_text(encoding="utf-8")
        for theme in ("light", "dark")
    )
    assert light != dark
    assert geometry(light) == geometry(dark)


@pytest.mark.parametrize("name", FIRST_OF_EACH_TOPIC)
def test_a_figure_is_the_same_in_another_process(site, name):
    function = FUNCTIONS[name]
    with look("light"):
        svg = shrink_svg(svg_of(call(function.module, function.name))[0])
    assert svg == figure_file(HERE.generated / "figures", function, "light").read_text(encoding="utf-8")


def test_no_snippet_is_random_without_a_seed_or_asks_the_clock_for_a_picture():
    found = [f"{path.name}: {call}" for path in PROGRAMS for call in unsteady(path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.parent.name}.{path.stem}")
def test_no_color_but_the_roles(path):
    assert list(literal_colors(path.read_text(encoding="utf-8"))) == []


def test_a_figure_function_is_at_most_40_lines():
    assert [name for name, function in FUNCTIONS.items() if function.source.count("\n") >= 40] == []


# --- of the themes ---------------------------------------------------------------------------------------------------


def luminance(color):
    """Relative luminance as WCAG 2 defines it."""
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colors.to_rgb(color)]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_text_has_a_contrast_of_7_and_each_role_of_4_and_a_half_since_words_take_it_too(theme):
    with look(theme):
        paper = mpl.rcParams["figure.facecolor"]
        assert contrast(mpl.rcParams["text.color"], paper) >= 7
        for color in mpl.rcParams["axes.prop_cycle"].by_key()["color"]:
            assert contrast(color, paper) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_a_colormap_gets_lighter_or_darker_all_the_way(theme):
    with look(theme):
        values = [luminance(color) for color in COLORMAPS[mpl.rcParams["image.cmap"]]]
    assert values in (sorted(values), sorted(values, reverse=True))
