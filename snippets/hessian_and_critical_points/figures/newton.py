"""Figures of Newton's method, of what the Hessian costs, and of saddles."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.derivatives_and_gradients.descent import gradient_descent
from snippets.hessian_and_critical_points.curvature import folium, folium_gradient, folium_hessian
from snippets.hessian_and_critical_points.newton import newton, newton_step, saddle_free_step
from snippets.hessian_and_critical_points.products import bytes_of_hessian
from snippets.hessian_and_critical_points.saddles import mountain_pass, mountain_pass_gradient, share_of_minima
from snippets.hessian_and_critical_points.taylor import taylor_paraboloid
from snippets.hessian_and_critical_points.valleys import best_rate
from snippets.style import arrow, dot, grid, note, plate


def newton_one_step():
    """Curvatures 1 and 9 from (3, 1): descent zigzags down, Newton's one step ends at the minimum."""
    fig, ax = plt.subplots(figsize=(6, 4))
    hessian, here = np.diag([1, 9]), np.array([3, 1])
    points, f = grid((-0.8, 3.6), (-1.25, 1.5), 71), taylor_paraboloid(0, [0, 0], hessian, [0, 0])
    ax.contour(*points, f(points), levels=[0.5, 2, 5, 9], colors="C0", linewidths=0.9)
    path = gradient_descent(lambda p: hessian @ p, here, best_rate(hessian), 20)
    ax.plot(*path.T, color="C1", marker="o", markersize=4, linewidth=1.2)
    arrow(ax, here, here + newton_step(hessian @ here, hessian), "C2")
    dot(ax, *here, color="C1")
    dot(ax, 0, 0, color="C0", marker="*", markersize=13)
    note(ax, "Newton: 1 step", (1.5, 0.5), (-34, 24), "C2", bbox=plate())
    note(ax, "gradient descent, best rate", path[1], (10, -14), "C1", bbox=plate())
    ax.set(xlabel="$x$, curvature 1", ylabel="$y$, curvature 9", aspect="equal", xticks=range(4), yticks=[-1, 0, 1])
    return fig


def newton_into_saddle():
    """x³ + y³ - 3xy from (0.4, 0.2): Newton ends in the saddle, descent and the saddle-free step in the minimum."""
    fig, ax = plt.subplots(figsize=(5.6, 5.8))
    points, start = grid((-0.45, 1.45), (-0.45, 1.45), 81), [0.4, 0.2]
    x = np.linspace(0.17, 1.45, 60)
    ax.fill_between(x, 1 / (4 * x), 1.45, color="C0", alpha=0.13, linewidth=0)
    ax.contour(*points, folium(points), levels=[-0.9, -0.6, -0.3, 0, 0.4, 1, 2], colors="C0", linewidths=0.9)
    walks = [
        (gradient_descent(folium_gradient, start, 0.1, 30), "C4"),
        (newton(folium_gradient, folium_hessian, start, 6), "C3"),
        (newton(folium_gradient, folium_hessian, start, 5, saddle_free_step), "C2"),
    ]
    for path, color in walks:
        ax.plot(*path.T, color=color, marker="o", markersize=4.5, linewidth=1.5)
    dot(ax, *start, color="C1", markersize=9)
    dot(ax, 0, 0, color="C3", marker="X", markersize=11)
    dot(ax, 1, 1, color="C0", marker="*", markersize=14)
    note(ax, "start", start, (10, -8), "C1", ha="left")
    note(ax, "Newton", (-0.15, -0.28), (12, -6), "C3", ha="left", bbox=plate())
    note(ax, "descent", walks[0][0][5], (12, -12), "C4", ha="left", bbox=plate("C0", 0.13))
    note(ax, "with $|\\lambda|$", walks[2][0][1], (-30, 6), "C2", bbox=plate("C0", 0.13))
    note(ax, "saddle", (0, 0), (-24, 14), "C3", bbox=plate())
    note(ax, "bends up in all\ndirections", (1.05, 1.32), color="C0", bbox=plate("C0", 0.13))
    ax.set(xlabel="$x$", ylabel="$y$", aspect="equal", xlim=(-0.45, 1.45), ylim=(-0.45, 1.45))
    ax.set(xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
    return fig


def hessian_memory():
    """Bytes of a gradient and of a Hessian against the number of parameters, on logarithmic axes: slopes 1 and 2."""
    fig, ax = plt.subplots(figsize=(6, 4.6))
    n = np.array([1e2, 1e10])
    ax.loglog(n, bytes_of_hessian(n), color="C3")
    ax.loglog(n, 4 * n, color="C0")
    ax.axhline(16e9, color="C4", linestyle="--", linewidth=1.2)
    for parameters, small, large in ((1e6, "4 MB", "4 TB"), (1e9, "4 GB", "4 EB")):
        dot(ax, parameters, bytes_of_hessian(parameters), color="C3")
        dot(ax, parameters, 4 * parameters, color="C0")
        note(ax, large, (parameters, bytes_of_hessian(parameters)), (-8, 7), "C3", ha="right")
        note(ax, small, (parameters, 4 * parameters), (8, -9), "C0", ha="left")
    note(ax, "Hessian, slope 2", (3e7, 3.6e15), (-8, 4), "C3", ha="right")
    note(ax, "gradient, slope 1", (3e4, 1.2e5), (22, -20), "C0")
    note(ax, "16 GB", (1.4e2, 16e9), (0, 9), "C4", ha="left")
    ax.set(xlabel="parameters", ylabel="bytes, single precision", xlim=(1e2, 1e10), ylim=(1e2, 1e21))
    ax.set_xticks(10.0 ** np.arange(2, 11, 2))
    return fig


def saddle_counting():
    """Share of positive definite matrices against their size: fair coins, and random symmetric matrices, measured."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    rng, sizes = np.random.default_rng(2014), np.arange(1, 5)
    shares = [share_of_minima(size, 400_000, rng) for size in sizes]
    ax.semilogy(np.arange(1, 11), 0.5 ** np.arange(1, 11), color="C1", marker="o", markersize=5)
    ax.semilogy(sizes, shares, color="C0", marker="o", markersize=7)
    note(ax, "independent coins: $2^{-n}$", (7, 0.5**7), (8, 14), "C1", ha="left")
    note(ax, "random symmetric\nmatrices", (4, shares[3]), (16, 0), "C0", ha="left")
    ax.set(xlabel="number of variables $n$", ylabel="share with all curvatures positive")
    ax.set(xticks=[1, 2, 3, 4, 5, 6, 8, 10], ylim=(5e-4, 1))
    return fig


def leaving_a_saddle():
    """Value along descent past a saddle, from three distances: a plateau, longer by the same number of steps each."""
    fig, ax = plt.subplots(figsize=(6, 4.2))
    for power, color in ((2, "C2"), (5, "C1"), (8, "C0")):
        path = gradient_descent(mountain_pass_gradient, [1, 10.0**-power], 0.1, 260)
        ax.plot([mountain_pass(place) for place in path], color=color)
        step = int(np.argmax(path[:, 1] > 0.6))
        note(ax, f"$y_0=10^{{-{power}}}$", (step, mountain_pass(path[step])), (8, 6), color, ha="left")
    note(ax, "plateau: looks converged", (100, 0), (4, 12), "C4")
    ax.axhline(-0.25, color="C4", linestyle="--", linewidth=1.2)
    note(ax, "minimum −0.25", (0, -0.25), (4, -10), "C4", ha="left")
    ax.set(xlabel="step", ylabel="value", xlim=(0, 260), ylim=(-0.31, 0.52), xticks=range(0, 261, 50))
    return fig
