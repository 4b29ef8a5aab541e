"""Figures of methods: penalty, its cost, barrier, projection."""

from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np

from snippets.constrained_optimization.barrier import BOUNDS, WALLS, polygon_path
from snippets.constrained_optimization.budget import error, error_gradient, overspent
from snippets.constrained_optimization.penalty import penalty_gradient, penalty_path
from snippets.constrained_optimization.projections import (
    onto_ball,
    onto_box,
    projected_descent,
    slanted,
    slanted_gradient,
)
from snippets.hessian_and_critical_points.curvature import numerical_hessian
from snippets.hessian_and_critical_points.valleys import condition_number
from snippets.style import dot, grid, note, plate

CONSTRAINT = (overspent, lambda days: np.ones(2))


def penalty_valley():
    """Level curves of the penalized error for two weights: the minimum nears the line, the valley gets narrow."""
    fig, axes = plt.subplots(1, 2, figsize=(6, 4.1), sharex=True, sharey=True)
    fine = grid((2.2, 6.9), (0.9, 5.2), 151)
    weights = np.geomspace(0.05, 1000, 30)
    path = penalty_path(error_gradient, *CONSTRAINT, weights, [4, 2])
    for ax, weight in zip(axes, (0.1, 10), strict=True):
        (best,) = penalty_path(error_gradient, *CONSTRAINT, [weight], [4, 2])
        height = error(fine) + weight / 2 * np.maximum(0, overspent(fine)) ** 2
        low = error(best) + weight / 2 * overspent(best) ** 2
        ax.contour(*fine, height, levels=low + np.array([0.02, 0.1, 0.25, 0.5, 1]), colors="C0", linewidths=1)
        ax.plot([1, 6], [5, 0], color="C2", linewidth=1.6)
        ax.plot(*path.T, color="C4", linewidth=1.4)
        dot(ax, *best, color="C1")
        if weight < 1:
            note(ax, "minimum", best, (18, -15), "C1", bbox=plate())
        ax.set_title(f"weight $\\rho={weight}$", color="C1")
        ax.set(xlabel="$x$", aspect="equal", xlim=(2.2, 6.9), ylim=(0.9, 5.2), xticks=[3, 4, 5, 6])
    note(axes[0], "budget", (2.85, 2.45), (0, 0), "C2", bbox=plate())
    note(axes[1], "path of\nall weights", (5.6, 3.65), (0, 0), "C4")
    axes[0].set_ylabel("$y$")
    return fig


def penalty_cost():
    """Violation and condition number against the weight: what one gains by a factor, the other loses."""
    fig, (gain, cost) = plt.subplots(2, 1, figsize=(6, 5.6), sharex=True)
    weights = np.geomspace(0.1, 10_000, 26)
    path = penalty_path(error_gradient, *CONSTRAINT, weights, [4, 2])
    conditions = [
        condition_number(numerical_hessian(penalty_gradient(error_gradient, *CONSTRAINT, weight), best))
        for weight, best in zip(weights, path, strict=True)
    ]
    gain.loglog(weights, 0.25 / weights, color="C4", linestyle="--", linewidth=1.4)
    gain.loglog(weights, overspent(path.T), color="C1", marker="o", markersize=4)
    cost.loglog(weights, 32 * weights / 3, color="C4", linestyle="--", linewidth=1.4)
    cost.loglog(weights, conditions, color="C3", marker="o", markersize=4)
    note(gain, "overspent days", (weights[8], overspent(path[8])), (18, 12), "C1", ha="left")
    note(gain, "multiplier / weight", (weights[17], 0.25 / weights[17]), (-10, -14), "C4", ha="right")
    note(cost, "condition number", (weights[15], conditions[15]), (-12, 10), "C3", ha="right")
    note(cost, "$32\\rho/3$", (weights[19], 32 * weights[19] / 3), (12, -14), "C4", ha="left")
    gain.set(ylabel="violation in days")
    cost.set(xlabel="weight $\\rho$ of the penalty", ylabel="largest / least curvature")
    return fig


def central_path():
    """The barrier path through a polygon: from its middle to the best corner, as the barrier is lowered."""
    fig, (ax, close) = plt.subplots(1, 2, figsize=(6, 3.9), width_ratios=(1.35, 1))
    taus = np.geomspace(100, 1e-4, 49)
    path, _ = polygon_path(taus)
    for scene in (ax, close):
        scene.fill([0, 4, 3, 0], [0, 0, 1, 2], color="C0", alpha=0.16, linewidth=0)
        for wall, bound, ends in zip(WALLS[:2], BOUNDS[:2], ([2.6, 4], [0, 3.8]), strict=True):
            scene.plot(ends, (bound - wall[0] * np.array(ends)) / wall[1], color="C2", linewidth=1.6)
        scene.plot(*path.T, color="C1")
    for tau, scene, offset in (
        (100, ax, (4, -13)),
        (1, ax, (-4, 12)),
        (0.1, close, (4, -13)),
        (0.03, close, (-2, -13)),
    ):
        (place,), _ = polygon_path([tau])
        dot(scene, *place, color="C1")
        note(scene, f"$\\tau={tau}$", place, offset, "C1", ha="center")
    for scene in (ax, close):
        dot(scene, 3, 1, color="C0", marker="*", markersize=12)
    note(ax, "best corner", (3, 1), (4, 14), "C0", ha="left")
    ax.set(xlabel="$x$", ylabel="$y$", xlim=(-0.1, 4.9), ylim=(-0.1, 2.4), title="from the middle")
    close.set(xlabel="$x$", xlim=(2.7, 3.06), ylim=(0.9, 1.08), title="the last stretch")
    close.set(xticks=[2.8, 2.9, 3], yticks=[0.9, 1])
    return fig


def step_and_project():
    """Projected descent in a disk and in a box: each step leaves the set, the projection brings it back."""
    fig, axes = plt.subplots(1, 2, figsize=(6, 4.2), sharey=True)
    fine = grid((-0.5, 2.1), (-0.9, 1.7), 81)
    angles = np.linspace(0, 2 * np.pi, 121)
    disk = [np.cos(angles), np.sin(angles)]
    box = [[-0.4, 1.2, 1.2, -0.4, -0.4], [-0.3, -0.3, 1.1, 1.1, -0.3]]
    sets = [("disk", disk, onto_ball), ("box", box, lambda p: onto_box(p, [-0.4, -0.3], [1.2, 1.1]))]
    for ax, (name, edge, project) in zip(axes, sets, strict=True):
        ax.contour(*fine, slanted(fine), levels=[-6, -5.5, -4.7, -3.5, -2, 0], colors="C0", linewidths=0.9)
        ax.fill(*edge, color="C2", alpha=0.2, linewidth=0)
        ax.plot(*edge, color="C2", linewidth=1.6)
        path = projected_descent(slanted_gradient, project, [-0.3, 0.55], 0.14, 40)
        for here, there in pairwise(path[:6]):
            stepped = here - 0.14 * slanted_gradient(here)
            ax.plot(*zip(here, stepped, strict=True), color="C4", linewidth=1.5)
            ax.plot(*zip(stepped, there, strict=True), color="C1", linewidth=1.5, linestyle=":")
        ax.plot(*path.T, color="C1", linestyle="none", marker="o", markersize=4.5)
        dot(ax, *path[-1], color="C1", marker="*", markersize=13)
        ax.set_title(name, color="C2")
        ax.set(xlabel="$x$", aspect="equal", xlim=(-0.5, 2.1), ylim=(-0.9, 1.7), xticks=[0, 1, 2], yticks=[0, 1])
    note(axes[0], "start", (-0.3, 0.55), (-6, -14), "C1", ha="left", bbox=plate("C2", 0.2))
    axes[0].set_ylabel("$y$")
    return fig
