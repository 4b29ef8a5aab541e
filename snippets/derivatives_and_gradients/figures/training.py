"""Figures of descent: step sizes on a parabola, a valley, a line that learns, and three learning rates."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.derivatives_and_gradients.descent import gradient_descent, parabola, parabola_slope
from snippets.derivatives_and_gradients.gradients import valley, valley_gradient
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, fit, mean_squared_error
from snippets.style import dot, grid, note

LEAST_LOSS = 0.132  # of any line through the five seedling heights


def _losses(path):
    """Loss of the seedling data at each (w, b) of a path of shape (n, 2)."""
    return [mean_squared_error(w, b, WEEKS, HEIGHTS) for w, b in path]


def step_sizes():
    """(w - 3)² from w = 10 with three learning rates: the steps crawl, zigzag or escape."""
    fig, axes = plt.subplots(1, 3, figsize=(6, 4), sharex=True, sharey=True)
    w = np.linspace(-9.4, 15.4, 63)
    kinds = [("crawls", 0.1, "C1"), ("zigzags", 0.9, "C2"), ("escapes", 1.1, "C3")]
    for ax, (word, rate, color) in zip(axes, kinds, strict=True):
        path = gradient_descent(parabola_slope, 10, rate, steps=12)
        path = path[parabola(path) < parabola(w[0])]
        ax.plot(w, parabola(w), color="C0", linewidth=1.4)
        ax.plot(path, parabola(path), color=color, marker="o", markersize=4.5, linewidth=1.4)
        dot(ax, 10, parabola(10), color=color, markersize=9)
        ax.set_title(f"{word}\n$\\eta={rate}$", loc="center", color=color)
        ax.set(xlabel="parameter $w$", xticks=[-4, 3, 10], yticks=[0, 49, 100, 150])
    note(axes[0], "start", (10, 49), (-9, 3), "C1", ha="right")
    axes[0].set_ylabel("loss $(w-3)^2$")
    return fig


def valley_descent():
    """x² + 3y² from (1, 1): with a large rate y zigzags, with a small one y is done long before x."""
    fig, ax = plt.subplots(figsize=(5.6, 5.9))
    fine = grid((-0.65, 1.4), (-1.05, 1.2), 91)
    ax.contour(*fine, valley(fine), levels=[0.05, 0.3, 1, 2, 4], colors="C0", linewidths=0.9)
    for rate, color, place in ((0.3, "C1", (8, -10)), (0.1, "C2", (10, -3))):
        path = gradient_descent(valley_gradient, [1, 1], rate, steps=25)
        ax.plot(*path.T, color=color, marker="o", markersize=4.5, linewidth=1.4)
        note(ax, f"$\\eta={rate}$", path[1], place, color, ha="left")
    dot(ax, 1, 1, color="C0")
    note(ax, "start (1, 1)", (1, 1), (8, 8), "C0", ha="left")
    dot(ax, 0, 0, color="C0", marker="*", markersize=13)
    ax.set(xlabel="$x$, the gentle axis", ylabel="$y$, the steep axis", aspect="equal")
    ax.set(xticks=[-0.5, 0, 0.5, 1], yticks=[-1, -0.5, 0, 0.5, 1])
    return fig


def regression_fit():
    """A line learns five points: the line at four moments of training, and the loss on the way."""
    fig, (scene, curve) = plt.subplots(1, 2, figsize=(6, 4), width_ratios=(1.15, 1))
    path = fit(WEEKS, HEIGHTS, learning_rate=0.05, steps=100)
    curve.axhline(LEAST_LOSS, color="C4", linestyle="--", linewidth=1.2)
    curve.semilogy(_losses(path), color="C4", linewidth=1.4)
    for step, color, alpha in ((0, "C1", 0.5), (1, "C1", 0.7), (2, "C1", 1), (100, "C0", 1)):
        w, b = path[step]
        scene.plot(WEEKS, w * WEEKS + b, color=color, alpha=alpha)
        note(scene, f"step {step}", (4, w * 4 + b), (5, 0), color, ha="left")
        dot(curve, step, _losses(path)[step], color=color)
        note(curve, step, (step, _losses(path)[step]), (0, 11) if step == 100 else (10, 6), color)
    dot(scene, WEEKS, HEIGHTS, color="C2")
    note(curve, f"no line has less\nthan {LEAST_LOSS}", (50, LEAST_LOSS), (0, -19), "C4")
    scene.set(xlabel="week", ylabel="height in cm", xticks=range(5))
    curve.set(xlabel="step", ylabel="loss in cm²", ylim=(0.035, 60), xticks=[0, 50, 100])
    return fig


def overshoot_and_crawl():
    """The loss of the regression against the step for a rate that crawls, a good one, and one beyond the limit."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    kinds = [
        (0.15, "overshoots", "C3", 38, (0, 12)),
        (0.005, "crawls", "C1", 20, (10, 10)),
        (0.1, "arrives", "C0", 6, (14, 12)),
    ]
    for rate, word, color, step, place in kinds:
        loss = _losses(fit(WEEKS, HEIGHTS, rate, steps=60))
        ax.semilogy(loss, color=color)
        note(ax, f"$\\eta={rate}$ {word}", (step, loss[step]), place, color, ha="right" if color == "C3" else "left")
    ax.axhline(LEAST_LOSS, color="C4", linestyle="--", linewidth=1.2)
    note(ax, f"the least there is, {LEAST_LOSS}", (0, LEAST_LOSS), (0, -11), "C4", ha="left")
    ax.set(xlabel="step", ylabel="loss in cm²", ylim=(0.07, 220))
    return fig
