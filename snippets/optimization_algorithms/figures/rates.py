"""Figures of rates for each weight, of Adam and of weight decay."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.optimization_algorithms.landscapes import course
from snippets.optimization_algorithms.optimizers import adagrad, adam, adamw, sgd
from snippets.optimization_algorithms.race import tuned
from snippets.optimization_algorithms.rare_words import message_gradients
from snippets.style import dot, grid, note, plate


def rare_word():
    """Weights of a common and a rare word over 2000 messages: plain descent at two rates, and AdaGrad."""
    fig, axes = plt.subplots(3, 1, figsize=(6, 7), sharex=True)
    for ax, name, method, rate in (
        (axes[0], "plain, rate 0.01", sgd, 0.01),
        (axes[1], "plain, rate 0.1", sgd, 0.1),
        (axes[2], "AdaGrad, rate 0.3", adagrad, 0.3),
    ):
        path = method(message_gradients(), [0, 0], rate, 2000)[::4]
        messages = np.arange(0, 2001, 4)
        ax.axhline(1, color="C4", linewidth=1, linestyle="--")
        ax.plot(messages, path[:, 0], color="C0", linewidth=1)
        ax.plot(messages, path[:, 1], color="C1", linewidth=2)
        ax.set_title(name)
        ax.set(ylabel="weight", ylim=(0, 1.3), xlim=(0, 2000))
    note(axes[0], "common word", (600, 1), (0, 14), "C0")
    note(axes[0], "rare word", (1500, 0.33), (0, 14), "C1")
    axes[-1].set(xlabel="messages")
    return fig


def aligned_and_turned():
    """One valley along the axes and turned by 30 degrees: paths of AdaGrad and plain descent, at their tuned rates."""
    fig, axes = plt.subplots(2, 1, figsize=(6, 8.2))
    for ax, angle in zip(axes, (0, 30), strict=True):
        loss, gradient, _, least = course("valley", angle)
        turn = np.radians(angle)
        start = np.array([np.cos(turn) - 0.3 * np.sin(turn), np.sin(turn) + 0.3 * np.cos(turn)])
        points = grid((-1.4, 1.8), (-1.4, 1.1), 81)
        ax.contour(*points, loss(points), levels=[0.1, 0.5, 2, 6, 16], colors="C4", linewidths=0.8)
        for method, color in ((sgd, "C1"), (adagrad, "C2")):
            rate, _ = tuned(method, loss, gradient, start, least, 300)
            path = method(gradient, start, rate, 90)
            ax.plot(*path.T, color=color, marker="o", markersize=3.2, linewidth=1.2)
        dot(ax, *start, color="C0")
        dot(ax, 0, 0, color="C0", marker="*", markersize=13)
        ax.set(xlabel="$x$", ylabel="$y$", aspect="equal", xlim=(-1.4, 1.8), ylim=(-1.4, 1.1))
        ax.set_title(f"turned by {angle}°" if angle else "along the axes")
    note(axes[0], "AdaGrad: 4 steps", (-0.3, -0.9), (70, -14), "C2", bbox=plate())
    note(axes[0], "plain: 81", (0.6, 0.2), (26, 26), "C1", bbox=plate())
    note(axes[1], "AdaGrad: 82 steps", (0.3, -0.5), (40, 0), "C2", bbox=plate())
    note(axes[1], "plain: 81", (0.3, 0.55), (-14, 14), "C1", bbox=plate())
    return fig


def bias_correction():
    """Running means of noisy slopes around 1, as they are and corrected; below, Adam's step in units of its rate."""
    fig, (top, bottom) = plt.subplots(2, 1, figsize=(6, 6.6))
    k = np.arange(1, 61)
    slopes = 1 + 0.4 * np.random.default_rng(3).normal(size=60)
    raw = np.array([0.1 * 0.9 ** np.arange(n)[::-1] @ slopes[:n] for n in k])
    top.axhline(1, color="C4", linewidth=1, linestyle="--")
    top.plot(k, raw, color="C1")
    top.plot(k, raw / (1 - 0.9**k), color="C0")
    top.plot(k, 1 - 0.9**k, color="C4", linewidth=1.2, linestyle=":")
    note(top, "corrected", (12, 1.05), (0, 18), "C0")
    note(top, "as it is", (9, 0.6), (30, -6), "C1")
    note(top, "$1-0.9^k$", (24, 0.92), (10, -22), "C4")
    k = np.unique(np.geomspace(1, 5000, 90).astype(int))
    bottom.axhline(1, color="C0")
    bottom.semilogx(k, (1 - 0.9**k) / np.sqrt(1 - 0.999**k), color="C1")
    note(bottom, "without correction", (10, 6.5), (34, 10), "C1")
    note(bottom, "with correction: 1", (3, 1), (0, -12), "C0")
    top.set(xlabel="step $k$", ylabel="mean of the slopes", ylim=(0, 2), xlim=(0, 60))
    bottom.set(xlabel="step $k$", ylabel="step, in units of $\\eta$", ylim=(0, 7.8), xlim=(1, 5000))
    return fig


def decay_by_size():
    """Weights whose slopes are noise of three sizes: with L2 in the loss Adam's decay depends on it, AdamW's not."""
    fig, (left, right) = plt.subplots(2, 1, figsize=(6, 6.8), sharex=True)
    sizes, decay = np.repeat([0.1, 1, 10], 400), 0.1
    for ax, name in ((left, "Adam with $\\frac{\\lambda}{2}\\theta^2$ in the loss"), (right, "AdamW")):
        rng = np.random.default_rng(0)

        def noise(w, rng=rng):
            return sizes * rng.normal(size=len(w))

        if ax is left:
            path = adam(lambda w, noise=noise: noise(w) + decay * w, np.ones(1200), 0.01, 1000)
        else:
            path = adamw(noise, np.ones(1200), 0.01, 1000, decay=decay)
        means = path.reshape(1001, 3, 400).mean(axis=2)[::10]
        for column, color in zip(means.T, ("C2", "C0", "C1"), strict=True):
            ax.plot(np.arange(0, 1001, 10), column, color=color)
        ax.plot(np.arange(0, 1001, 10), 0.999 ** np.arange(0, 1001, 10), color="C4", linestyle="--", linewidth=1.2)
        ax.set_title(name)
        ax.set(ylabel="mean weight", ylim=(-0.1, 1.1), xlim=(0, 1000))
    note(left, "slopes of size 10", (500, 0.95), (0, -14), "C1")
    note(left, "1", (500, 0.6), (10, 12), "C0")
    note(left, "0.1", (150, 0.25), (26, 6), "C2")
    note(right, "all three, on $(1-\\eta\\lambda)^k$", (500, 0.62), (50, 16), "C4")
    right.set(xlabel="step")
    return fig
