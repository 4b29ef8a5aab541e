"""Figures of the question that opens the page: a classifier that is certain and wrong."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.losses_and_activations import losses
from snippets.losses_and_activations.stable import log_loss, sigmoid
from snippets.losses_and_activations.training import walk
from snippets.style import dot, note


def confident_and_wrong():
    """Both losses of a score z for y = 1, above their slopes: far to the left one slope is -1, the other nearly 0."""
    fig, (above, below) = plt.subplots(2, 1, figsize=(6, 5.4), sharex=True)
    z = np.linspace(-10, 6, 161)
    above.plot(z, log_loss(z, 1), color="C0")
    above.plot(z, losses.squared(sigmoid(z) - 1), color="C3")
    below.plot(z, losses.log_loss_slope(z, 1), color="C0")
    below.plot(z, losses.squared_through_sigmoid_slope(z, 1), color="C3")
    for ax, places in ((above, ((-4.4, 6.2), (-7.7, 1.8))), (below, ((0.9, -0.55), (-6.2, -0.3)))):
        for text, color, at in zip(("cross-entropy", "squared error"), ("C0", "C3"), places, strict=True):
            note(ax, text, at, color=color, ha="left")
        ax.axhline(0, color="C4", linewidth=0.8)
        ax.axvline(-8, color="C4", linestyle=":", linewidth=1.4)
    for slope, color, place in (
        (losses.log_loss_slope(-8, 1), "C0", (8, 13)),
        (losses.squared_through_sigmoid_slope(-8, 1), "C3", (8, -13)),
    ):
        dot(below, -8, slope, color=color)
        note(below, f"${float(slope):.4f}$", (-8, slope), place, color, ha="left")
    above.set(ylabel="loss for $y=1$", ylim=(-0.5, 10.5))
    below.set(
        ylabel="slope in $z$",
        xlabel="certain and wrong $\\leftarrow$ score $z$ $\\rightarrow$ certain and right",
        ylim=(-1.12, 0.12),
    )
    fig.align_ylabels()
    return fig


def ten_steps():
    """The score after each step of descent from -8, for both losses; the steps on a logarithmic axis."""
    fig, ax = plt.subplots(figsize=(6, 4.2))
    steps = np.arange(1, 3001)
    kinds = [
        ("cross-entropy", losses.log_loss_slope, "C0", (14, 2.4), 9),
        ("squared error", losses.squared_through_sigmoid_slope, "C3", (300, -6.4), 1507),
    ]
    ax.axhline(0, color="C4", linewidth=0.8)
    for name, slope, color, at, crossing in kinds:
        path = walk(slope, -8, 1.0, steps=3000)
        ax.semilogx(steps, path[1:], color=color)
        dot(ax, crossing, path[crossing], color=color)
        note(ax, name, at, color=color, ha="right")
        note(ax, f"step {crossing:,}", (crossing, path[crossing]), (8, -9), color, ha="left")
    note(ax, "right: above 0", (1, 0), (2, 9), "C4", ha="left")
    ax.set(xlabel="step", ylabel="score $z$", ylim=(-8.6, 8.5), xlim=(1, 9000))
    ax.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1,000"])
    return fig
