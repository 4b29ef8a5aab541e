"""Figures of walks: plateau and cliff, paths around, trusted distances, warm-up, sharpness."""

from functools import partial

import matplotlib.pyplot as plt
import numpy as np

from snippets.derivatives_and_gradients.descent import gradient_descent
from snippets.gradient_pathologies.cliffs import power_loss, walk_to
from snippets.gradient_pathologies.edge import network_gradient, product_gradient, product_loss
from snippets.gradient_pathologies.pathways import (
    ends_of,
    lengths_back,
    normalized_block,
    plain_block,
    residual_block,
    through,
    train_stack,
    wave,
)
from snippets.gradient_pathologies.stacks import draw_stack
from snippets.gradient_pathologies.steps import warm_up
from snippets.hessian_and_critical_points.curvature import numerical_hessian
from snippets.style import arrow, dot, grid, note, plate


def plateau_and_cliff():
    """The loss of a weight used twenty times: level, a valley at 1, a wall; clipped steps come down the wall."""
    fig, ax = plt.subplots(figsize=(6, 4.2))
    w = np.linspace(0.4, 1.21, 300)
    ax.plot(w, power_loss(w), color="C0")
    path = walk_to(1.08, 0.01, 1.0, 12)
    ax.plot(path, power_loss(path), color="C2", marker="o", markersize=5, linewidth=0.8)
    arrow(ax, (1.055, power_loss(1.055)), (0.45, power_loss(1.055)), "C3", linewidth=1.6)
    note(ax, "one step without clipping:\nout of the picture", (0.66, power_loss(1.055)), (0, 17), "C3")
    note(ax, "clipped steps, 0.01 each", (1.03, 1.1), (-26, 2), "C2", ha="right")
    note(ax, "plateau", (0.6, 0.5), (0, 9), "C0")
    note(ax, "cliff", (1.085, 8.5), (-10, 0), "C0", ha="right")
    ax.set(xlabel="$w$", ylabel="$\\frac{1}{2}(w^{20}-1)^2$", ylim=(-0.2, 9.5), xlim=(0.4, 1.15))
    ax.set(xticks=[0.4, 0.6, 0.8, 1], yticks=[0, 0.5, 4, 8])
    ax.yaxis.set_major_formatter("{x:g}")
    return fig


def paths_measured():
    """Left, gradients through four kinds of blocks; right, thirty of them in training at the rate 0.01."""
    fig, (left, right) = plt.subplots(1, 2, figsize=(6, 4.2))
    X, T = wave()
    scaled = partial(residual_block, scale=30**-0.5)
    rows = [
        ("plain, $g=1$", plain_block, 1, "C3"),
        ("residual", residual_block, 1, "C1"),
        ("normalized", normalized_block, 1, "C2"),
        ("residual, scaled", scaled, 1, "C0"),
    ]
    for name, block, gain, color in rows:
        shares = []
        for seed in range(20):
            rng = np.random.default_rng(seed)
            A, _ = ends_of(32, rng)
            _, pulls = through(block, draw_stack(30, 32, gain, rng), X @ A.T)
            found = lengths_back(pulls, rng.normal(size=(len(X), 32)))
            shares.append(found[::-1] / found[-1])
        curve = np.median(shares, axis=0)
        left.semilogy(curve, color=color)
        offset = {"C3": (-44, -8), "C1": (-34, 6), "C2": (-34, -11), "C0": (-34, 12)}[color]
        note(left, name, (26, curve[26]), offset, color)
        if block is not residual_block:
            rng = np.random.default_rng(1)
            ends = ends_of(32, rng)
            weights = draw_stack(30, 32, gain, rng)
            right.semilogy(train_stack(block, weights, ends, X, T, [0.01] * 300), color=color)
    left.set(xlabel="blocks passed", ylabel="share that arrives", title="gradient at the start", xticks=[0, 10, 20, 30])
    right.set(xlabel="step", ylabel="loss", title="training loss", xticks=[0, 100, 200, 300])
    return fig


def trusted_distance():
    """The same gradient, a short step and a long one: after the long one downhill points the other way."""
    fig, axes = plt.subplots(1, 2, figsize=(6, 3.8), sharey=True)
    x = np.linspace(-0.35, 1.5, 120)
    start, sharpest = 0.05, 9.0

    def slope(at):
        return -3 * np.cos(3 * at) - 0.2

    for ax, share in zip(axes, (0.2, 2), strict=True):
        ax.plot(x, -np.sin(3 * x) - 0.2 * x, color="C0")
        end = start - share / sharpest * slope(start)
        for at, color in ((start, "C1"), (end, "C3" if share > 1 else "C2")):
            height = -np.sin(3 * at) - 0.2 * at
            step = -0.24 * np.sign(slope(at))
            arrow(ax, (at, height), (at + step, height + step * slope(at)), color, linewidth=1.8)
            dot(ax, at, height, color=color)
        ax.set_title(f"$\\eta M={share}$")
        ax.set(xlabel="$x$", xticks=[0, 0.5, 1], ylim=(-1.6, 1))
    axes[0].set(ylabel="height", yticks=[-1, 0, 1])
    note(axes[0], "before", (start, 0), (12, 12), "C1", ha="left")
    note(axes[0], "after", (0.12, -0.42), (-10, -14), "C2", ha="right")
    note(axes[1], "after", (0.75, -0.9), (16, -8), "C3", ha="left")
    return fig


def warm_up_walks():
    """Four starts of ten layers at the rate 0.4: three are lost without a warm-up, none with it."""
    fig, axes = plt.subplots(1, 2, figsize=(6, 4), sharey=True)
    X, T = wave()
    for ax, over, title in zip(axes, (0, 50), ("constant rate", "warm-up of 50 steps"), strict=True):
        for seed, color in enumerate(("C0", "C1", "C2", "C3")):
            rng = np.random.default_rng(seed)
            ends = ends_of(32, rng)
            weights = draw_stack(10, 32, 2**0.5, rng)
            with np.errstate(all="ignore"):
                losses = train_stack(plain_block, weights, ends, X, T, warm_up(0.4, over, 400))
            ax.semilogy(np.where(losses < 1e4, losses, np.nan), color=color, linewidth=1.2)
        ax.set_title(title)
        ax.set(xlabel="step", xticks=[0, 50, 200, 400], ylim=(3e-6, 1e3))
    note(axes[0], "all units dead", (230, 0.25), (0, 11), "C4")
    axes[0].set_ylabel("loss")
    return fig


def catapult():
    """Two weights that should multiply to 1: at the larger rate the near minimum repels, and the walk moves in."""
    fig, ax = plt.subplots(figsize=(6, 4.6))
    points = grid((-0.3, 5.6), (-1.3, 1.6), 121)
    ax.contour(*points, product_loss(points), levels=[0.05, 0.5, 2, 6, 12], colors="C4", linewidths=0.7)
    a = np.linspace(0.64, 5.6, 120)
    ax.plot(a, 1 / a, color="C0", linewidth=2.6)
    angle = np.linspace(-0.3, 0.37, 60)
    ax.plot(20**0.5 * np.cos(angle), 20**0.5 * np.sin(angle), color="C4", linestyle="--", linewidth=1.4)
    for rate, color in ((0.1, "C3"), (0.05, "C2")):
        path = gradient_descent(product_gradient, [5, 0.1], rate, 400)
        ax.plot(*path.T, color=color, marker="o", markersize=3.5, linewidth=0.9)
        dot(ax, *path[-1], color=color, markersize=10)
    dot(ax, 5, 0.1, color="C1")
    note(ax, "start", (5, 0.1), (16, -10), "C1", ha="left")
    note(ax, "$ab=1$", (1.1, 1 / 1.1), (14, 10), "C0", ha="left", bbox=plate())
    note(ax, "$a^2+b^2=20$", (4.35, -1.05), (-8, 0), "C4", ha="right", bbox=plate())
    note(ax, "rate 0.1", (3.55, 0.28), (-24, 23), "C3", bbox=plate())
    note(ax, "rate 0.05", (5, 0.2), (14, 12), "C2", ha="left")
    ax.set(xlabel="$a$", ylabel="$b$", xlim=(-0.3, 5.75), ylim=(-1.3, 1.6), xticks=range(6), yticks=[-1, 0, 1])
    return fig


def sharpness_in_training():
    """Sharpness of a small network in training, for three rates, each with its limit."""
    fig, ax = plt.subplots(figsize=(6, 4.2))
    for rate, color in ((0.2, "C0"), (0.4, "C2"), (0.8, "C3")):
        theta, seen = np.random.default_rng(3).normal(size=30) / 2, []
        for step in range(1500):
            if step % 10 == 0:
                seen.append(np.linalg.eigvalsh(numerical_hessian(network_gradient, theta))[-1])
            theta = theta - rate * network_gradient(theta)
        ax.plot(np.arange(0, 1500, 10), seen, color=color)
        note(ax, f"$\\eta={rate}$", (1500, seen[-1]), (4, {"C0": 12, "C2": -12, "C3": 12}[color]), color, ha="right")
        if rate > 0.2:
            ax.axhline(2 / rate, color=color, linestyle="--", linewidth=1.2)
            note(ax, f"$2/\\eta={2 / rate}$", (700, 2 / rate), (0, 9 if rate < 0.5 else -11), color, ha="left")
    ax.set(xlabel="step", ylabel="sharpness", xlim=(0, 1500), ylim=(1.5, 5.7), xticks=[0, 500, 1000, 1500])
    return fig
