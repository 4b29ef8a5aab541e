"""The figures of every topic: small, the same on every run, labeled, no text cut or covered, no color of their own.

Each is drawn once, in the light, as the build draws it, and held against the file that the build made of it in another
process. In the dark nothing but colors differs, which is read from the files.
"""

import gzip
from pathlib import Path

import matplotlib as mpl

mpl.use("agg")

import pytest
from matplotlib import colors

from scripts.course.model import load_course
from scripts.course.snippets import function_of, imported_files
from scripts.foundation.paths import HERE, SCRIPTS
from scripts.run.figures import THEMES, figure_file, look
from scripts.run.pool import call
from snippets.style import COLORMAPS
from tests.snippets import drawings
from tests.snippets.drawings import cut, geometry, literal_colors, overlapping, plate, recorded, unlabeled


def figure_functions():
    """Each figure function that a page shows, by topic and name."""
    found = [function_of(block, "figures") for _, block in load_course().blocks("figure")]
    return {f"{function.module.split('.')[1]}.{function.name}": function for function in found}


FUNCTIONS = figure_functions()
DRAWING_CODE = {Path(__file__), Path(drawings.__file__), *SCRIPTS.glob("typeset/*.py"), SCRIPTS / "run" / "figures.py"}
FILES = sorted(HERE.snippets.glob("*/figures/*.py"))


def drawn(function):
    """Draw a figure as the build does."""
    with look("light"):
        return recorded(call(function.module, function.name))


# --- of every figure -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_figure_is_the_same_on_every_run_and_each_text_can_be_read(name, site, once):
    function = FUNCTIONS[name]
    built = figure_file(HERE.generated / "figures", function, "light")

    def look_at_it():
        drawing = drawn(function)
        assert drawing.svg == built.read_text(encoding="utf-8")
        assert len(gzip.compress(drawing.svg.encode(), 9)) <= 25_000
        assert not plate(drawing.svg, drawing.paper), "it has a paper of its own"
        assert list(unlabeled(drawing.figure)) == [], "an axis says not what it is"
        assert drawing.texts or not drawing.figure.axes
        assert cut(drawing) == []
        assert overlapping(drawing) == []

    styles = (HERE.snippets / "style").iterdir()
    hangs_on = {built, *imported_files(function.path), *(path for path in styles if path.is_file()), *DRAWING_CODE}
    once(look_at_it, hangs_on, mpl.__version__)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_dark_figure_is_the_light_one_in_other_colors(site, name):
    light, dark = (
        figure_file(HERE.generated / "figures", FUNCTIONS[name], theme).read_text(encoding="utf-8")
        for theme in ("light", "dark")
    )
    assert light != dark
    assert geometry(light) == geometry(dark)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.parent.name}.{path.stem}")
def test_no_color_but_the_roles(path):
    assert list(literal_colors(path.read_text(encoding="utf-8"))) == []


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
