"""Figures of inequalities: active and idle, a corner, a cusp, the dual."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.constrained_optimization.barrier import BOUNDS, PROFIT, WALLS
from snippets.constrained_optimization.gap import wells, wells_bound
from snippets.constrained_optimization.qualification import cusp, leftmost
from snippets.constrained_optimization.target import closest, dual, miss, miss_gradient
from snippets.style import arrow, dot, grid, note, plate


def active_and_inactive():
    """Closest point to (2, 1) with x + y ≤ b: for b = 2 the constraint pushes, for b = 4 it is idle."""
    fig, axes = plt.subplots(1, 2, figsize=(6, 4), sharex=True, sharey=True)
    fine = grid((-0.4, 3.6), (-0.9, 3.1), 81)
    for ax, b, word in zip(axes, (2, 4), ("active", "inactive"), strict=True):
        best, price = closest(b)
        ax.contourf(*fine, fine[0] + fine[1] - b, levels=[0, 10], colors="C4", alpha=0.25)
        ax.contour(*fine, miss(fine), levels=[0.125, 0.5, 1.25, 2.5, 4.5], colors="C0", linewidths=1)
        ax.plot([b - 3.1, b + 0.9], [3.1, -0.9], color="C2")
        dot(ax, 2, 1, color="C0", marker="x", markeredgecolor="C0", markeredgewidth=2)
        if price:
            arrow(ax, best, best + 0.8 * np.array([1, 1]) / np.sqrt(2), "C2")
            arrow(ax, best, best + 0.8 * miss_gradient(best) / np.sqrt(2), "C1")
            note(ax, "$\\nabla f$", best - 0.57, (-9, -7), "C1", bbox=plate())
            note(ax, "$\\nabla g$", best + 0.57, (16, 8), "C2", bbox=plate("C4", 0.25))
        dot(ax, *best, color="C1")
        ax.set_title(f"{word}: $b={b}$, $\\mu={price:.0f}$", color="C1")
        ax.set(xlabel="$x$", aspect="equal", xlim=(-0.4, 3.6), ylim=(-0.9, 3.1), xticks=range(4), yticks=range(4))
        note(ax, "not allowed", (2.7, 2.65), bbox=plate("C4", 0.25))
    axes[0].set_ylabel("$y$")
    return fig


def corner_of_walls():
    """The largest x + 2y between four walls: at the best corner the push is a mix of two normals, at others not."""
    fig, ax = plt.subplots(figsize=(6, 4.1))
    ax.fill([0, 4, 3, 0], [0, 0, 1, 2], color="C0", alpha=0.16, linewidth=0)
    for wall, bound, ends in zip(WALLS[:2], BOUNDS[:2], ([2.2, 4.4], [-0.3, 4.8]), strict=True):
        ax.plot(ends, (bound - wall[0] * np.array(ends)) / wall[1], color="C2", linewidth=1.6)
    for level in (2, 4, 5):
        x = np.array([-0.3, 5])
        ax.plot(x, (level - PROFIT[0] * x) / PROFIT[1], color="C4", linewidth=1, linestyle="--")
    places = [((3, 1), WALLS[:2], "C1"), ((0, 2), WALLS[1:3], "C3")]
    for place, normals, color in places:
        here = np.array(place)
        for normal in normals:
            arrow(ax, here, here + 0.75 * normal / np.linalg.norm(normal), "C2", mutation_scale=10)
        arrow(ax, here, here + 0.55 * PROFIT, color)
        dot(ax, *here, color=color)
    note(ax, "best: the push $-\\nabla f$\nis between the normals", (3.7, 2.2), color="C1", ha="left")
    note(ax, "not best: the push\nis outside their fan", (0, 2), (48, 50), "C3", ha="left", bbox=plate())
    for level, x in ((2, 0.7), (4, 1.2), (5, 4.6)):
        note(ax, f"{level}", (x, (level - x) / 2), color="C4", bbox=plate("C0", 0.16 if level < 5 else 0))
    ax.set(xlabel="$x$", ylabel="$y$", aspect="equal", xlim=(-0.95, 6), ylim=(-0.25, 3.6))
    return fig


def no_multiplier():
    """The tip of a cusp: the gradient of the constraint vanishes there, and the value has an infinite slope."""
    fig, (plan, ax) = plt.subplots(1, 2, figsize=(6, 3.8))
    fig.get_layout_engine().set(wspace=0.08)
    fine = grid((-0.6, 1.7), (-1.4, 1.4), 141)
    plan.contourf(*fine, cusp(fine), levels=[-10, 0], colors="C2", alpha=0.25)
    plan.contour(*fine, cusp(fine), levels=[0], colors="C2")
    plan.vlines([-0.5, 0, 0.5, 1], -1.4, 1.4, color="C0", linewidth=1)
    arrow(plan, (0, 0), (0.48, 0), "C1")
    dot(plan, 0, 0, color="C1")
    note(plan, "$\\nabla f$", (0.17, 0), (0, 20), "C1")
    note(plan, "$\\nabla g=0$", (-0.28, 0), (0, -17), "C2", bbox=plate())
    note(plan, "allowed", (1.36, 0), (0, 0), "C2")
    levels = np.linspace(-1, 1, 201)
    ax.plot(levels, [leftmost(c) for c in levels], color="C0")
    dot(ax, 0, 0, color="C1")
    note(ax, "vertical here:\nno price", (0, 0), (10, 24), "C1", ha="left")
    plan.set(xlabel="$x=f$", ylabel="$y$", xlim=(-0.6, 1.7), ylim=(-1.4, 1.4), xticks=[0, 1], yticks=[-1, 0, 1])
    ax.set(xlabel="allowed level $c$ of $g\\leq c$", ylabel="least $x$", xticks=[-1, 0, 1], yticks=[-1, 0, 1])
    return fig


def dual_function():
    """The least value of the Lagrangian for each price never exceeds the optimum, and reaches it at the right price."""
    fig, ax = plt.subplots(figsize=(6, 4))
    prices = np.linspace(0, 2.1, 85)
    ax.axhline(0.5, color="C2", linestyle="--", linewidth=1.5)
    ax.plot(prices, dual(prices, 2), color="C0")
    dot(ax, 1, dual(1, 2), color="C1")
    ax.vlines([0.4], dual(0.4, 2), 0.5, color="C3", linewidth=1.6)
    note(ax, "gap", (0.4, 0.41), (-6, 0), "C3", ha="right")
    note(ax, "optimum with the constraint: 0.5", (0, 0.5), (2, 10), "C2", ha="left")
    note(ax, "right price, $\\mu=1$", (1, 0.5), (0, -18), "C1")
    note(ax, "too cheap:\nviolating\nit pays", (0.3, 0.13), (6, 0), "C0", ha="left")
    note(ax, "too dear:\nit is\nover-obeyed", (1.85, 0.13), (-40, -4), "C0")
    ax.set(
        xlabel="price $\\mu$ of violating the constraint", ylabel="least value of $L$", ylim=(-0.05, 0.6), xlim=(0, 2.1)
    )
    return fig


def duality_gap():
    """Two wells and a hill: a price tilts the ground and lowers a well, and no bound comes near the hill's top."""
    fig, (plan, ax) = plt.subplots(1, 2, figsize=(6, 3.8))
    x = np.linspace(-1.55, 1.55, 121)
    plan.plot(x, wells(x), color="C0")
    plan.plot(x, wells(x, 0.5), color="C3", linestyle="--", linewidth=1.6)
    dot(plan, 0, wells(0), color="C1")
    note(plan, "optimum: 1", (0, 1), (0, 11), "C1")
    note(plan, "price 0.5", (-1.2, wells(-1.2, 0.5)), (26, -4), "C3", ha="left")
    prices = np.linspace(-1.2, 1.2, 97)
    ax.plot(prices, [wells_bound(price) for price in prices], color="C0")
    ax.axhline(1, color="C1", linestyle="--", linewidth=1.5)
    ax.vlines([0], 0, 1, color="C3", linewidth=1.6)
    dot(ax, 0, wells_bound(0), color="C0")
    note(ax, "gap 1", (0, 0.5), (6, 0), "C3", ha="left")
    note(ax, "optimum", (-1.2, 1), (2, 9), "C1", ha="left")
    note(ax, "best bound: 0", (0, 0), (0, -62), "C0")
    plan.set(xlabel="$x$", ylabel="$L$", ylim=(-0.9, 1.9), xticks=[-1, 0, 1], yticks=[0, 1])
    ax.set(
        xlabel="price $\\lambda$", ylabel="least value of $L$", ylim=(-1.4, 1.4), xticks=[-1, 0, 1], yticks=[-1, 0, 1]
    )
    return fig
