"""Figures of losses: three losses of an error, an outlier, margins, and weights that are pulled toward 0."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.derivatives_and_gradients.descent import gradient_descent
from snippets.derivatives_and_gradients.regression import WEEKS
from snippets.losses_and_activations import losses
from snippets.losses_and_activations.stable import log_loss
from snippets.losses_and_activations.training import TYPO, fit_line, l2_gradient, soft_threshold
from snippets.style import dot, note


def losses_of_an_error():
    """Squared, absolute and Huber loss of an error, above their derivatives: the pull on the prediction."""
    fig, (above, below) = plt.subplots(2, 1, figsize=(6, 5.6), sharex=True)
    e = np.linspace(-3, 3, 121)
    kinds = [
        ("squared $e^2$", losses.squared, losses.squared_slope, "C3", (1.65, 3.6), (1.4, 3.6)),
        ("absolute $|e|$", losses.absolute, losses.absolute_slope, "C1", (-2.5, 3.3), (-1.3, -1.7)),
        ("Huber, $\\delta=1$", losses.huber, losses.huber_slope, "C0", (2.55, 1.3), (1.9, 1.7)),
    ]
    for name, f, slope, color, at, slope_at in kinds:
        above.plot(e, f(e), color=color)
        below.plot(e, np.where(e == 0, np.nan, slope(e)) if color == "C1" else slope(e), color=color)
        note(above, name, at, color=color, ha="right" if color == "C3" else "center")
        word = name.split()[0].rstrip(",")
        note(below, word, slope_at, color=color, ha="left" if color == "C0" else "right")
    for ax in (above, below):
        ax.axhline(0, color="C4", linewidth=0.8)
        ax.axvline(0, color="C4", linewidth=0.8)
    above.set(ylabel="loss", ylim=(-0.3, 4.6))
    below.set(ylabel="derivative: the pull", ylim=(-4.4, 4.4), xlabel="error $e$ = prediction − target")
    fig.align_ylabels()
    return fig


def outlier_fits():
    """Five heights, the last one typed as 88 instead of 8.8, and the lines that three losses fit."""
    fig, (wide, near) = plt.subplots(1, 2, figsize=(6, 4.2))
    fits = [
        ("squared", losses.squared_slope, 0.05, "C3", (0.95, -2.6)),
        ("absolute", losses.absolute_slope, 0.002, "C1", (2.75, 5.2)),
        ("Huber", losses.huber_slope, 0.05, "C0", (1.75, 9.6)),
    ]
    ends = np.array([-0.2, 4.2])
    for name, slope, rate, color, at in fits:
        w, b = fit_line(slope, WEEKS, TYPO, rate, steps=6000)
        for ax in (wide, near):
            ax.plot(ends, w * ends + b, color=color)
        note(near, name, at, color=color, ha="left")
    for ax in (wide, near):
        dot(ax, WEEKS, TYPO, color="C2")
        ax.set(xlabel="week", xticks=range(5))
    note(wide, "88, meant: 8.8", (4, 88), (-8, 0), "C2", ha="right")
    dot(near, 4, 8.8, color="C2", markerfacecolor="none", markeredgecolor="C2")
    note(near, "8.8", (4, 8.8), (3, -13), "C2")
    wide.set(ylabel="height in cm", ylim=(-20, 95))
    wide.set_title("all of it", loc="center")
    near.set(ylim=(-4, 13), yticks=[0, 5, 10], xlim=(-0.3, 4.4))
    near.set_title("enlarged", loc="center")
    return fig


def margin_losses():
    """Losses of the margin above their derivatives: hinge is done at 1, the cross-entropy never quite."""
    fig, (above, below) = plt.subplots(2, 1, figsize=(6, 5.4), sharex=True, height_ratios=(1.2, 1))
    m = np.linspace(-3, 3, 121)
    above.plot([-3, 0, 0, 3], [1, 1, 0, 0], color="C4", linestyle="--", linewidth=1.4)
    note(above, "wrong: 1, right: 0", (-2.9, 1), (0, -10), "C4", ha="left")
    above.plot(m, losses.hinge(m, 1), color="C1")
    above.plot(m, log_loss(m, 1), color="C0")
    below.plot(m, np.where(np.abs(m - 1) < 1e-9, np.nan, losses.hinge_slope(m, 1)), color="C1")
    below.plot(m, losses.log_loss_slope(m, 1), color="C0")
    note(above, "hinge $\\max(0, 1-m)$", (-1.6, 2.6), (8, 8), "C1", ha="left")
    note(above, "cross-entropy $\\ln(1+\\mathrm{e}^{-m})$", (3, 0.3), (0, 17), "C0", ha="right")
    note(below, "hinge", (0.6, -1), (0, 9), "C1")
    note(below, "cross-entropy", (-0.1, -0.4), (-6, 4), "C0", ha="right")
    above.set(ylabel="loss", ylim=(-0.15, 4.2))
    below.set(ylabel="derivative", xlabel="margin $m$: right of 0 is right", ylim=(-1.15, 0.15), yticks=[-1, -0.5, 0])
    fig.align_ylabels()
    return fig


def shrinking_weights():
    """Four weights under an L2 and an L1 penalty alone: one multiplies, the other subtracts and arrives at 0."""
    fig, axes = plt.subplots(1, 2, figsize=(6, 4), sharey=True)
    start = np.array([2.0, 1.2, 0.6, -0.8])
    by_l2 = gradient_descent(lambda w: l2_gradient(w, 0.5), start, 0.1, steps=30)
    by_l1 = np.array([soft_threshold(start, 0.05 * step) for step in range(31)])
    for ax, path, title in zip(axes, (by_l2, by_l1), ("L2: times 0.9", "L1: minus 0.05"), strict=True):
        for k, weight in enumerate(path.T):
            ax.plot(weight, color=f"C{k}")
        ax.axhline(0, color="C4", linewidth=0.8)
        ax.set_title(title, loc="center")
        ax.set_xlabel("step")
    for k, weight in enumerate(by_l1.T):
        arrival = np.flatnonzero(weight == 0)
        if len(arrival):
            dot(axes[1], arrival[0], 0, color=f"C{k}")
    axes[0].set_ylabel("weight")
    return fig
