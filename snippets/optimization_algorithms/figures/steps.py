"""Figures of batches, of what is certain about a step, and of momentum."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.optimization_algorithms.batches import N, gap, line_loss, train_in_batches
from snippets.optimization_algorithms.convergence import log_cosh, log_cosh_slope, power_bowl, power_bowl_slope
from snippets.optimization_algorithms.landscapes import quadratic
from snippets.optimization_algorithms.momentum_settings import best_momentum, best_nesterov
from snippets.optimization_algorithms.optimizers import momentum, nesterov, sgd
from snippets.style import arrow, dot, grid, note, plate

SIZES = {1000: "C0", 100: "C2", 1: "C1"}


def noise_and_cost():
    """Three batch sizes with rate 0.1: paths over one epoch or ten, and gaps against the examples that were read."""
    fig, (left, right) = plt.subplots(2, 1, figsize=(6, 8.4))
    points = grid((-0.2, 2.8), (-0.3, 5.9), 61)
    losses = np.array([[line_loss(points[:, i, j]) for j in range(61)] for i in range(61)])
    left.contour(*points, losses - losses.min(), levels=[0.3, 2, 6, 13, 24], colors="C4", linewidths=0.8)
    for size, color in SIZES.items():
        path = train_in_batches(size, 0.1, 10, np.random.default_rng(0))
        shown = path[:140]
        left.plot(*shown.T, color=color, linewidth=1.1, marker="o", markersize=3 if size > 1 else 1.6)
        ends = np.unique(np.geomspace(1, len(path) - 1, 70).astype(int))
        right.loglog(ends * size, [gap(path[k]) for k in ends], color=color, linewidth=1.8)
    dot(left, 2, 5, color="C0", marker="*", markersize=13)
    dot(left, 0, 0, color="C4")
    note(left, "start", (0, 0), (0, 16))
    note(left, "$B=1000$, ten steps", (0.6, 2.3), (0, 20), "C0", bbox=plate())
    note(left, "$B=100$", (1.3, 2.0), (40, -16), "C2", bbox=plate())
    note(left, "$B=1$, 140 steps", (1.35, 5.2), (-52, 0), "C1", bbox=plate())
    note(right, "$B=1000$", (2500, 9), (24, 12), "C0")
    note(right, "$B=100$", (1000, 0.004), (-26, -20), "C2")
    note(right, "$B=1$", (2.6, 0.6), (0, 0), "C1")
    left.set(xlabel="$w$ in cm a week", ylabel="$b$ in cm", xlim=(-0.2, 2.8), ylim=(-0.3, 5.9))
    right.set(xlabel="examples read", ylabel="gap of the loss", xlim=(1, 10 * N), ylim=(3e-4, 60))
    return fig


def certain_drop():
    """Ln cosh x at 2 with the parabola of curvature 1 that lies above: its lowest point is a fall that is certain."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    x, at, slope = np.linspace(-2.6, 3.2, 200), 2.0, log_cosh_slope(2.0)
    above = log_cosh(at) + slope * (x - at) + (x - at) ** 2 / 2
    ax.plot(x, log_cosh(x), color="C0")
    ax.plot(x, above, color="C1", linewidth=1.6)
    ax.plot(x, log_cosh(at) + slope * (x - at), color="C4", linewidth=1, linestyle="--")
    lowest = at - slope
    bound = log_cosh(at) - slope**2 / 2
    arrow(ax, (lowest, log_cosh(at)), (lowest, bound), "C1", linewidth=1.6)
    ax.plot([lowest, at], [log_cosh(at)] * 2, color="C4", linewidth=1, linestyle=":")
    dot(ax, at, log_cosh(at), color="C0")
    dot(ax, lowest, log_cosh(lowest), color="C0")
    dot(ax, lowest, bound, color="C1")
    note(ax, "here", (at, log_cosh(at)), (19, -10))
    note(ax, "certain: 0.465", (lowest, log_cosh(at)), (0, 12), "C1")
    note(ax, "really: 0.864", (lowest, log_cosh(lowest)), (12, -13), "C0", ha="left")
    note(ax, "curvature $M=1$:\nnever below", (-0.35, 1.95), (10, 16), "C1", ha="left")
    note(ax, "$\\ln\\cosh x$", (-1.7, 1.05), (-22, -12), "C0")
    note(ax, "tangent", (-0.6, -1.1), (34, -2), "C4")
    ax.set(xlabel="$x$", ylabel="$f(x)$", xlim=(-2.6, 3.2), ylim=(-1.3, 2.9))
    return fig


def theory_beside_measured():
    """Gaps of descent with rate 1/M in ever flatter bowls on logarithmic axes, and the bound for all of them."""
    fig, ax = plt.subplots(figsize=(6, 4.6))
    k = np.arange(1, 10_001)
    for p, color, lift in ((3, "C3", 0), (4, "C2", -3), (6, "C5", -6), (20, "C0", 6)):
        path = sgd(lambda x, p=p: power_bowl_slope(x, p), 1.0, 1.0, 10_000)
        gaps = power_bowl(path[1:], p)
        ax.loglog(k, gaps, color=color, linewidth=1.8)
        name = f"$p={p}$, slope ${-p / (p - 2):.2f}$"
        note(ax, name, (k[-1], gaps[-1]), (6, lift), color, ha="left")
    ax.loglog(k, 1 / (4 * k + 2), color="C1", linestyle="--")
    note(ax, "never above: $M r^2/(4k+2)$, slope $-1$", (30, 0.0083), (24, 14), "C1", ha="left")
    ax.set(xlabel="step $k$", ylabel="gap $f(x_k)-f^*$", xlim=(1, 10**5.9), ylim=(1e-13, 3))
    ax.set_xticks(10 ** np.arange(5))
    return fig


def momentum_paths():
    """Curvatures 1 and 50: plain descent, the heavy ball and Nesterov, each with its best settings, 25 steps."""
    heights = {"height_ratios": [1, 2.4, 1]}
    fig, axes = plt.subplots(3, 1, figsize=(6, 8.4), sharex=True, gridspec_kw=heights)
    loss, slope = quadratic(np.diag([1, 50]))
    points, start = grid((-0.35, 1.1), (-0.96, 0.96), 81), [1.0, 0.3]
    for ax, name, color, path in (
        (axes[0], "plain", "C1", sgd(slope, start, 2 / 51, 25)),
        (axes[1], "heavy ball", "C2", momentum(slope, start, steps=25, **best_momentum(1, 50))),
        (axes[2], "Nesterov", "C5", nesterov(slope, start, steps=25, **best_nesterov(1, 50))),
    ):
        ax.contour(*points, loss(points), levels=[0.05, 0.3, 1, 2.4], colors="C0", linewidths=0.8)
        ax.plot(*path.T, color=color, marker="o", markersize=3.5, linewidth=1.2)
        dot(ax, *start, color=color)
        dot(ax, 0, 0, color="C0", marker="*", markersize=13)
        ax.set_title(f"{name}: {np.linalg.norm(path[-1]):.3f} from the minimum after 25 steps")
        high = 0.96 if ax is axes[1] else 0.4
        ax.set(ylabel="$y$, steep", xlim=(-0.35, 1.1), ylim=(-high, high))
    axes[-1].set(xlabel="$x$, flat")
    return fig


def price_of_kappa():
    """Steps to a thousandth against the condition number: plain descent with slope 1, both momentums with 1/2."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    kappas = np.array([10, 30, 100, 300, 1000, 3000])
    counts = []
    for kappa in kappas:
        curvatures, start, short = np.geomspace(1, kappa, 10), np.ones(10), 50 + int(20 * kappa**0.5)
        paths = (
            sgd(lambda x, c=curvatures: c * x, start, 2 / (1 + kappa), 5 * kappa),
            momentum(lambda x, c=curvatures: c * x, start, steps=short, **best_momentum(1, kappa)),
            nesterov(lambda x, c=curvatures: c * x, start, steps=short, **best_nesterov(1, kappa)),
        )
        far = [np.linalg.norm(path, axis=1) > 1e-3 * 10**0.5 for path in paths]
        counts.append([np.flatnonzero(one)[-1] + 1 for one in far])
    for row, name, color, place in zip(
        np.transpose(counts),
        ("plain", "heavy ball", "Nesterov"),
        ("C1", "C2", "C5"),
        ((-20, 13), (26, -16), (-26, 14)),
        strict=True,
    ):
        ax.loglog(kappas, row, color=color, marker="o", markersize=5)
        note(ax, name, (kappas[3], row[3]), place, color)
    note(ax, "slope 1", (1700, 5200), (24, -16), "C1")
    note(ax, "slope $\\frac{1}{2}$", (2100, 290), (12, -14), "C2")
    ax.set(xlabel="condition number $\\kappa$", ylabel="steps to a thousandth")
    return fig
