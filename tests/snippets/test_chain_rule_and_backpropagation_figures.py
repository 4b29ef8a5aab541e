"""The figures of topic 02: drawn in both themes, the same on every run, small, nothing cut, no text on other text."""

import gzip
import inspect
import itertools

import matplotlib

matplotlib.use("agg")

import matplotlib.figure
import matplotlib.pyplot as plt
import matplotlib.style
import pytest

from snippets.chain_rule_and_backpropagation import figures
from snippets.chain_rule_and_backpropagation.figures import drawing
from snippets.style import THEMES
from tests.snippets.test_figures_01 import boxes, literal_colors, svg

MODULES = {inspect.getmodule(getattr(figures, name)) for name in figures.__all__} | {drawing}


@pytest.fixture(params=sorted(THEMES))
def theme(request):
    with matplotlib.style.context(THEMES[request.param]):
        yield request.param
        plt.close("all")


@pytest.fixture(params=figures.__all__)
def draw(request):
    return getattr(figures, request.param)


def test_each_function_returns_a_figure_that_is_small_and_the_same_on_every_run(theme, draw):
    figure = draw()
    assert isinstance(figure, matplotlib.figure.Figure)
    drawn = svg(figure)
    assert drawn == svg(draw())
    assert len(gzip.compress(drawn, 9)) <= 15_000


def test_axes_that_are_shown_are_labeled(theme, draw):
    for ax in draw().axes:
        assert not ax.axison or (ax.get_xlabel() and ax.get_ylabel())


def test_no_text_is_cut(theme, draw):
    figure = draw()
    inside = figure.bbox.padded(1)
    for text, box in boxes(figure):
        assert inside.x0 <= box.x0 and box.x1 <= inside.x1, text
        assert inside.y0 <= box.y0 and box.y1 <= inside.y1, text


def test_no_two_texts_overlap(theme, draw):
    for (one, box), (other, other_box) in itertools.combinations(boxes(draw()), 2):
        assert not box.padded(-1).overlaps(other_box.padded(-1)), (one, other)


@pytest.mark.parametrize("module", sorted(MODULES, key=lambda m: m.__name__), ids=lambda m: m.__name__.rsplit(".")[-1])
def test_no_color_but_the_roles(module):
    assert list(literal_colors(inspect.getsource(module))) == []
