"""Figures of valleys: level ellipses, learning rates, zigzag, its price, and the angle that causes it."""

import math

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Arc

from snippets.derivatives_and_gradients.descent import gradient_descent
from snippets.hessian_and_critical_points.taylor import taylor_paraboloid
from snippets.hessian_and_critical_points.valleys import (
    best_rate,
    measured_factor,
    off_course,
    turned_valley,
    worst_factor,
)
from snippets.style import arrow, dot, grid, note, plate

TILTED = np.array([[5, 4], [4, 5]])  # curvatures 1 and 9


def level_ellipse():
    """½ x·Hx with curvatures 1 and 9: level ellipses, three times as long as wide, along the eigenvectors."""
    fig, ax = plt.subplots(figsize=(5.6, 5.6))
    points, f = grid((-3, 3), (-3, 3), 61), taylor_paraboloid(0, [0, 0], TILTED, [0, 0])
    ax.contour(*points, f(points), levels=[0.5, 2, 8, 12.5], colors="C0", linewidths=0.8)
    ax.contour(*points, f(points), levels=[4.5], colors="C0", linewidths=2.4)
    curvatures, axes = np.linalg.eigh(TILTED)
    labels = [(r"$\lambda=1$: half-axis $\sqrt{2\cdot 4.5/1}=3$", (-66, 38)), (r"$\lambda=9$: half-axis 1", (46, 20))]
    for value, axis, (text, place) in zip(curvatures, axes.T, labels, strict=True):
        way = axis * np.sign(axis[1]) * math.sqrt(2 * 4.5 / value)
        arrow(ax, (0, 0), way, "C1" if value > 1 else "C2")
        note(ax, text, way, place if value > 1 else (36, 26), "C1" if value > 1 else "C2", bbox=plate())
    dot(ax, 0, 0, color="C0")
    note(ax, "level 4.5", (0.95, -2.5), (34, -8), "C0", bbox=plate())
    ax.set(xlabel="$x$", ylabel="$y$", aspect="equal", xticks=range(-3, 4), yticks=range(-3, 4))
    return fig


def rate_and_factor():
    """Factor per step against the learning rate for curvatures 1 and 9: best at 0.2, and the end at 2/9."""
    fig, ax = plt.subplots(figsize=(6, 4.6))
    rate, limit, best = np.linspace(0, 0.26, 131), 2 / 9, best_rate(TILTED)
    ax.axhline(1, color="C4", linewidth=1, linestyle="--")
    ax.axvspan(limit, 0.26, color="C3", alpha=0.12, linewidth=0)
    ax.plot(rate, np.abs(1 - rate), color="C2", linewidth=1.4)
    ax.plot(rate, np.abs(1 - 9 * rate), color="C1", linewidth=1.4)
    ax.plot(rate, [worst_factor(TILTED, r) for r in rate], color="C0", linewidth=3.4, alpha=0.55)
    tried = np.arange(0.02, 0.26, 0.02)
    dot(ax, tried, [measured_factor(TILTED, r, [1, 0], 200) for r in tried], color="C0", markersize=6)
    ax.plot([best, best], [0, 0.8], color="C4", linestyle=":")
    note(ax, "flat direction $|1-\\eta|$", (0.1, 0.9), (0, -15), "C2")
    note(ax, "steep direction\n$|1-9\\eta|$", (0.05, 1 - 9 * 0.05), (7, 10), "C1", ha="left")
    note(ax, "best:\n0.8 at 0.2", (best, 0), (-6, 20), "C0", ha="right")
    note(ax, "no zigzag", (0.045, 0.1), color="C4")
    note(ax, "zigzag", (0.165, 0.3), color="C4")
    note(ax, "escapes", (0.241, 0.35), color="C3")
    ax.set(xlabel="learning rate $\\eta$", ylabel="factor per step", xlim=(0, 0.26), ylim=(0, 1.3))
    ax.set_xticks([0, 1 / 9, best, limit], ["0", "1/9", "0.2", "2/9"])
    return fig


def zigzag():
    """Descent with its best learning rate in valleys with condition numbers 2, 10 and 50, from the same start."""
    fig, axes = plt.subplots(3, 1, figsize=(6, 7.2), sharex=True)
    points = grid((-0.2, 1.12), (-0.35, 0.35), 81)
    for ax, kappa in zip(axes, (2, 10, 50), strict=True):
        hessian = np.diag([1, kappa])
        f = taylor_paraboloid(0, [0, 0], hessian, [0, 0])
        levels = f([1, 0.3]) * np.array([0.02, 0.1, 0.3, 0.6, 1])
        ax.contour(*points, f(points), levels=levels, colors="C0", linewidths=0.8)
        path = gradient_descent(lambda p, h=hessian: h @ p, [1, 0.3], best_rate(hessian), 25)
        ax.plot(*path.T, color="C1", marker="o", markersize=3.5, linewidth=1.2)
        dot(ax, 1, 0.3, color="C1")
        dot(ax, 0, 0, color="C0", marker="*", markersize=13)
        needed = math.log(1000) / -math.log(worst_factor(hessian, best_rate(hessian)))
        ax.set_title(f"$\\kappa={kappa}$: {math.ceil(needed)} steps to a thousandth of the distance")
        ax.set(ylabel="$y$, steep", aspect="equal", yticks=[-0.3, 0, 0.3])
    axes[-1].set(xlabel="$x$, flat", xticks=[0, 0.5, 1])
    return fig


def price_of_condition():
    """Factor per step and steps needed against the condition number: measured in ten dimensions, and the law."""
    fig, (left, right) = plt.subplots(1, 2, figsize=(6, 3.9))
    rng, kappa = np.random.default_rng(4), np.geomspace(1.5, 500, 9)
    law = (kappa - 1) / (kappa + 1)
    valleys = [turned_valley(np.geomspace(1, k, 10), rng) for k in kappa]
    measured = [
        measured_factor(h, best_rate(h), rng.normal(size=10), int(20 * k)) for h, k in zip(valleys, kappa, strict=True)
    ]
    left.semilogx(kappa, law, color="C1")
    dot(left, kappa, measured, color="C0")
    right.loglog(kappa, -math.log(1000) / np.log(law), color="C1")
    dot(right, kappa, -math.log(1000) / np.log(measured), color="C0")
    note(left, "law\n$\\frac{\\kappa-1}{\\kappa+1}$", (3, 0.5), (22, -12), "C1")
    note(left, "measured", (12, 0.8459), (8, -16), "C0", ha="left")
    note(right, "slope 1:\ntwice $\\kappa$,\ntwice the steps", (50, 172), (-12, 34), ha="right")
    left.set(xlabel="condition number $\\kappa$", ylabel="factor per step", ylim=(0, 1.05))
    right.set(xlabel="condition number $\\kappa$", ylabel="steps to a thousandth", ylim=(2, 4000))
    return fig


def off_course_angle():
    """Curvatures 1 and 9 at (3, 1): straight downhill is 53 degrees off the way to the minimum."""
    fig, ax = plt.subplots(figsize=(6, 4.6))
    points, f, here = grid((-0.9, 4.6), (-1.6, 2.2), 71), taylor_paraboloid(0, [0, 0], np.diag([1, 9]), [0, 0]), (3, 1)
    ax.contour(*points, f(points), levels=[1, 4, 16, 25], colors="C0", linewidths=0.9)
    ax.contour(*points, f(points), levels=[9], colors="C0", linewidths=2.4)
    downhill = np.array([-3, -9]) / np.hypot(3, 9)
    home = np.array([-3, -1]) / np.hypot(3, 1)
    arrow(ax, here, here + 2.3 * downhill, "C1")
    arrow(ax, here, here + 3 * home, "C2")
    angles = [math.degrees(math.atan2(way[1], way[0])) for way in (home, downhill)]
    ax.add_patch(Arc(here, 1.5, 1.5, theta1=angles[0], theta2=angles[1], color="C4", linewidth=1.4))
    note(ax, f"{off_course(np.diag([1, 9]), here):.0f}°", here + 0.55 * (home + downhill), (0, -3), bbox=plate())
    note(ax, "the way to the minimum", (1.08, 0.98), (0, 0), "C2", bbox=plate())
    note(ax, "straight\ndownhill", here + 2 * downhill, (10, 0), "C1", ha="left", bbox=plate())
    dot(ax, *here, color="C1")
    note(ax, "(3, 1)", here, (10, 8), "C1", ha="left", bbox=plate())
    dot(ax, 0, 0, color="C0", marker="*", markersize=13)
    ax.set(xlabel="$x$, curvature 1", ylabel="$y$, curvature 9", aspect="equal", xticks=range(5), yticks=[-1, 0, 1, 2])
    return fig
