"""The figures of topic 06: drawn in both themes, small, the same on every run, with no text cut or covered."""

import gzip
import inspect
import io
import itertools

import matplotlib

matplotlib.use("agg")

import matplotlib.figure
import matplotlib.pyplot as plt
import matplotlib.style
import matplotlib.text
import pytest

from snippets.losses_and_activations import figures
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


def test_a_figure_is_drawn_small_and_the_same_twice(theme, draw):
    one, other = draw(), draw()
    assert isinstance(one, matplotlib.figure.Figure)
    assert svg(one) == svg(other)
    assert len(gzip.compress(svg(one), 9)) <= 40_000


def test_no_text_is_cut_and_no_two_overlap(theme, draw):
    figure = draw()
    found = boxes(figure)
    inside = figure.bbox.padded(1)
    for text, box in found:
        assert inside.x0 <= box.x0 and box.x1 <= inside.x1, text
        assert inside.y0 <= box.y0 and box.y1 <= inside.y1, text
    for (one, box), (other, other_box) in itertools.combinations(found, 2):
        assert not box.padded(-1).overlaps(other_box.padded(-1)), (one, other)


@pytest.mark.parametrize("name", figures.__all__)
def test_a_figure_function_is_at_most_40_lines(name):
    assert len(inspect.getsource(getattr(figures, name)).splitlines()) <= 40
