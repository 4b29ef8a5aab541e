"""What nobody could read in a figure is found when it is drawn, and nothing else."""

from collections.abc import Callable

import matplotlib as mpl

mpl.use("agg")

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from scripts.run.drawing import cut, faults, overlapping, texts_drawn, unlabeled
from scripts.run.figures import look, svg_of


def one_text(figure: Figure) -> None:
    figure.text(0.5, 0.5, "gradient")


def shifted(figure: Figure) -> None:
    one_text(figure)
    figure.text(0.5, 0.53, "descent")


def outside(figure: Figure) -> None:
    figure.text(0.97, 0.5, "gradient")


def without_y(figure: Figure) -> None:
    figure.subplots().set(xlabel="$x$")


def without_z(figure: Figure) -> None:
    figure.add_subplot(projection="3d").set(xlabel="$x$", ylabel="$y$")


def labeled_in_the_other_row(figure: Figure) -> None:
    (top, _), _ = figure.subplots(2, 2)
    top.set(xlabel="$x$", ylabel="$y$")


@pytest.mark.parametrize(
    ("draw", "found", "words"),
    [
        (one_text, (0, 0, 0), []),
        (shifted, (0, 1, 0), ["its texts 'gradient' and 'descent' cover each other"]),
        (outside, (1, 0, 0), ["its text 'gradient' reaches beyond the picture"]),
        (without_y, (0, 0, 1), ["an axis does not say what it measures"]),
        (without_z, (0, 0, 1), ["an axis does not say what it measures"]),
        (labeled_in_the_other_row, (0, 0, 3), ["an axis does not say what it measures"]),
    ],
)
def test_a_fault_is_found_and_said(
    draw: Callable[[Figure], None], found: tuple[int, int, int], words: list[str]
) -> None:
    with look("light"), texts_drawn() as texts:
        figure = Figure(figsize=(6, 4))
        draw(figure)
        svg_of(figure)
    assert (len(list(cut(figure, texts))), len(list(overlapping(texts))), len(list(unlabeled(figure)))) == found
    assert list(faults(figure, texts)) == words


def test_matplotlib_is_left_as_it_was() -> None:
    before = Figure.draw, Text.draw
    with texts_drawn():
        assert (Figure.draw, Text.draw) != before
    assert (Figure.draw, Text.draw) == before
