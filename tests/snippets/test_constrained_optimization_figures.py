"""The figures of topic 05: drawn in both themes, the same on every run, small, labeled, with no text cut or covered."""

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

from snippets.constrained_optimization import figures
from snippets.style import THEMES


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


def texts(figure):
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


def test_a_figure_is_the_same_on_every_run_and_at_most_40_kilobytes(theme, draw):
    first = svg(draw())
    assert first == svg(draw())
    assert len(gzip.compress(first, 9)) <= 40_000


def test_no_text_is_cut_and_no_two_overlap(theme, draw):
    figure = draw()
    inside, found = figure.bbox.padded(1), texts(figure)
    for text, box in found:
        assert inside.x0 <= box.x0 and box.x1 <= inside.x1, text
        assert inside.y0 <= box.y0 and box.y1 <= inside.y1, text
    for (one, box), (other, other_box) in itertools.combinations(found, 2):
        assert not box.padded(-1).overlaps(other_box.padded(-1)), (one, other)


def test_each_axis_is_labeled(theme, draw):
    axes = [ax for ax in draw().axes if ax.name != "3d"]
    for ax in axes:
        place = ax.get_subplotspec()
        assert any(other.get_xlabel() for other in axes if other.get_subplotspec().colspan == place.colspan)
        assert any(other.get_ylabel() for other in axes if other.get_subplotspec().rowspan == place.rowspan)


def test_only_the_roles_name_colors(draw):
    source = inspect.getsource(draw)
    named = re.findall(r"""color\w*=["']([^"']+)["']""", source)
    assert set(named) <= {f"C{i}" for i in range(6)}


def test_a_figure_function_is_at_most_40_lines(draw):
    assert len(inspect.getsource(draw).splitlines()) <= 40
