"""Marks for graphs: a node with a number in it, an edge with a number on it."""

import matplotlib as mpl

from snippets.style import arrow, note, plate

RADIUS = 17  # of a node, in points


def signed(number, digits=0):
    """A number with a true minus sign; digits after the point as asked, none for whole numbers.

    >>> signed(-0.5, 2), signed(-1)
    ('−0.50', '−1')
    """
    text = f"{number:.{digits}f}" if digits else f"{number:g}"
    return text.replace("-", "−")


def node(ax, at, inside, above="", below="", color="C0", shift=(0, 0)):
    """A circle with text inside; text above it in ink, text below it in the color of what runs backward.

    `shift` moves the text above and the text below to the right, in points.
    """
    paper = mpl.rcParams["figure.facecolor"]
    ax.plot(
        *at, "o", markersize=2 * RADIUS, markerfacecolor=paper, markeredgecolor=color, markeredgewidth=1.8, zorder=8
    )
    note(ax, inside, at)
    note(ax, above, at, (shift[0], RADIUS + 9))
    note(ax, below, at, (shift[1], -RADIUS - 10), "C1")


def edge(ax, tail, head, label="", color="C4", where=0.5, lift=0, **kwargs):
    """An arrow between two nodes, its label on a plate at a fraction of the way, lifted by some points."""
    text = kwargs.pop("text", color)
    style = {"shrinkA": RADIUS, "shrinkB": RADIUS + 1, "linewidth": 1.4, "mutation_scale": 9} | kwargs
    arrow(ax, tail, head, color, **style)
    middle = [a + where * (b - a) for a, b in zip(tail, head, strict=True)]
    note(ax, label, middle, (0, lift), text, bbox=plate() if label != "" else None)


def blank(ax, x_span, y_span):
    """Empty sheet for a drawing: axes of which nothing is shown."""
    ax.set(xlim=x_span, ylim=y_span)
    ax.axis("off")
    return ax
