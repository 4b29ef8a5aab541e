"""What judges the figures: each fault is found, and nothing else."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
from matplotlib.figure import Figure

from scripts.run.figures import look
from tests.snippets.drawings import cut, geometry, literal_colors, overlapping, plate, recorded, unlabeled


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
