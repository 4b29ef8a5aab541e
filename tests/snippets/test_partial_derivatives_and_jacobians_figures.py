"""The figures of topic 03: drawn in both themes, the same on every run, small, labeled, with no color of their own."""

import gzip
import inspect
import io
import itertools
import re

import matplotlib

matplotlib.use("agg")

import matplotlib.figure
import matplotlib.pyplot as plt
import matplotlib.style
import matplotlib.text
import pytest

from snippets.partial_derivatives_and_jacobians import figures
from snippets.style import THEMES

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


def test_a_figure_is_small_and_the_same_on_every_run(theme, draw):
    figure = draw()
    assert isinstance(figure, matplotlib.figure.Figure)
    first = svg(figure)
    assert len(gzip.compress(first, 9)) <= 40_000
    assert first == svg(draw())


def test_no_text_is_cut_and_no_two_texts_overlap(theme, draw):
    figure = draw()
    found, inside = boxes(figure), figure.bbox.padded(1)
    for text, box in found:
        assert inside.x0 <= box.x0 and box.x1 <= inside.x1, text
        assert inside.y0 <= box.y0 and box.y1 <= inside.y1, text
    for (one, box), (other, other_box) in itertools.combinations(found, 2):
        assert not box.padded(-1).overlaps(other_box.padded(-1)), (one, other)


def test_each_axis_is_labeled(theme, draw):
    axes = draw().axes
    for ax in axes:
        if ax.name == "3d":
            assert all((ax.get_xlabel(), ax.get_ylabel(), ax.get_zlabel()))
            continue
        place = ax.get_subplotspec()
        flat = [other for other in axes if other.name != "3d"]
        column = [other for other in flat if set(other.get_subplotspec().colspan) & set(place.colspan)]
        row = [other for other in flat if set(other.get_subplotspec().rowspan) & set(place.rowspan)]
        assert any(other.get_xlabel() for other in column)
        assert any(other.get_ylabel() for other in row)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rsplit(".")[-1])
def test_colors_are_roles(module):
    source = inspect.getsource(module)
    named = re.findall(r"""colors?=["']([^"']+)["']""", source)
    assert named
    assert set(named) <= {f"C{i}" for i in range(6)}
    assert not re.search(r"#[0-9a-fA-F]{6}|tab:", source)
