"""What judges the figures: each fault is found, and nothing else."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
from matplotlib.figure import Figure

from scripts.run.figures import look, svg_of
from scripts.typeset.svg import shrink_svg
from tests.snippets.drawings import geometry, literal_colors, plate, unsteady


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


def shifted_dot(theme, x=0.5):
    with look(theme):
        figure = Figure(figsize=(2, 2))
        ax = figure.subplots()
        ax.plot([x], [0.5], "C1o")
        ax.set(xlim=(0, 1), ylim=(0, 1))
        return shrink_svg(svg_of(figure)[0])


def test_a_place_that_differs_in_the_dark_is_found():
    assert geometry(shifted_dot("light")) == geometry(shifted_dot("dark"))
    assert geometry(shifted_dot("light")) != geometry(shifted_dot("dark", x=0.6))


@pytest.mark.parametrize("transparent", [True, False])
def test_paper_of_its_own_is_found(transparent):
    with look("light"), mpl.rc_context({"savefig.transparent": transparent}):
        svg = shrink_svg(svg_of(plt.figure())[0])
        assert plate(svg, mpl.rcParams["figure.facecolor"]) == (not transparent)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("np.random.default_rng()", 1),
        ("default_rng(7).normal()", 0),
        ("import random; random.Random()", 1),
        ("import random; random.Random(7).random()", 0),
        ("import random; random.random()", 1),
        ("def check(random): return random.normal()", 0),
        ("np.random.normal(size=3)", 1),
        ("rng.normal(size=3)", 0),
        ("import time; time.time()", 1),
    ],
)
def test_what_changes_from_run_to_run_is_found(source, found):
    assert len(list(unsteady(source))) == found
