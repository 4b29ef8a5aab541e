"""Figures of equalities: sliding along the budget, its price, two candidates on a circle."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.constrained_optimization.budget import best_split, error, error_gradient, least_error, price_of_a_day
from snippets.style import arrow, dot, grid, note, plate


def slide_until_tangent():
    """Level curves of the error and the line x + y = 6: they cross at two places, and touch at the best one."""
    fig, (plan, ax) = plt.subplots(2, 1, figsize=(5.4, 8), height_ratios=(2.1, 1))
    fine = grid((0.5, 7), (0.2, 6), 121)
    places = [(2, "C3", "2.25"), (3, "C3", "1.67"), (4, "C1", "1.50")]
    plan.contour(*fine, error(fine), levels=[1.5, 5 / 3, 2.25, 3.5], colors="C0", linewidths=1)
    plan.plot([0.2, 5.8], [5.8, 0.2], color="C2")
    x = np.linspace(0.9, 5.35, 60)
    ax.plot(x, error([x, 6 - x]), color="C2")
    for place, color, text in places:
        here = np.array([place, 6 - place])
        uphill = error_gradient(here)
        arrow(plan, here, here + 1.1 * uphill / np.linalg.norm(uphill), color)
        arrow(plan, here, here + np.array([0.7, 0.7]), "C2")
        for where in (plan, ax):
            dot(where, place, 6 - place if where is plan else error(here), color=color)
        note(ax, text, (place, error(here)), (4, 12), color, ha="left")
    note(plan, "$\\nabla f$", (4, 2), (-54, -20), "C1", bbox=plate())
    note(plan, "$\\nabla h$", (4.7, 2.7), (14, 2), "C2", bbox=plate())
    note(plan, "budget\n$x+y=6$", (0.85, 4.47), (0, 0), "C2", bbox=plate())
    for level in (1.5, 2.25, 3.5):
        note(plan, f"{level:.2f}", (6.55, 1 / (level - 4 / 6.55)), color="C0", bbox=plate())
    plan.set(xlabel="days of labeling $x$", ylabel="days of correcting $y$", aspect="equal", xlim=(0.2, 7), ylim=(0, 6))
    ax.set(xlabel="days of labeling $x$, the other $6-x$ correcting", ylabel="error in percent", xlim=(0.2, 7))
    ax.set(ylim=(1.1, 4.7))
    return fig


def price_of_budget():
    """The least error against the budget; its slope at 6 days is minus the multiplier."""
    fig, ax = plt.subplots(figsize=(6, 4.3))
    budgets = np.linspace(2.4, 12, 97)
    ax.plot(budgets, least_error(budgets), color="C0")
    for budget, offset in ((3, (16, 12)), (6, (12, 14)), (10, (0, 16))):
        near = budget + np.array([-1, 1]) * (0.7 if budget == 3 else 1.8)
        price = price_of_a_day(budget)
        ax.plot(near, least_error(budget) - price * (near - budget), color="C1")
        dot(ax, budget, least_error(budget), color="C1")
        label = f"{best_split(budget)[0]:.3g} + {best_split(budget)[1]:.3g} days"
        text = f"{label}\nslope $-{price:.3g}$ %/day"
        note(ax, text, (budget, least_error(budget)), offset, "C1", ha="left", va="bottom")
    ax.set(
        xlabel="budget in days", ylabel="least error in percent", ylim=(0.4, 4.1), xlim=(2, 13), xticks=range(3, 13, 3)
    )
    return fig


def circle_candidates():
    """The value x + 2y on a circle: Lagrange's condition holds at the lowest and at the highest point."""
    fig, (plan, ax) = plt.subplots(1, 2, figsize=(6, 3.9), width_ratios=(1, 1))
    angles = np.linspace(-np.pi, np.pi, 121)
    circle = np.sqrt(5) * np.array([np.cos(angles), np.sin(angles)])
    fine = grid((-4, 4), (-4, 4), 3)
    plan.contour(*fine, fine[0] + 2 * fine[1], levels=[-8, -5, -2, 2, 5, 8], colors="C0", linewidths=1)
    plan.plot(*circle, color="C2")
    ax.plot(np.degrees(angles), circle[0] + 2 * circle[1], color="C2")
    for sign, color, text in (
        (-1, "C1", "lowest\n$\\lambda=\\frac{1}{2}$"),
        (1, "C3", "highest\n$\\lambda=-\\frac{1}{2}$"),
    ):
        here = sign * np.array([1, 2])
        arrow(plan, here, here + np.array([0.5, 1]), "C0", mutation_scale=10)
        arrow(plan, here, here + 0.4 * here, "C2", mutation_scale=10)
        dot(plan, *here, color=color)
        dot(ax, np.degrees(np.arctan2(here[1], here[0])), 5 * sign, color=color)
        note(ax, text, (np.degrees(np.arctan2(here[1], here[0])), 5 * sign), (0, 24 * sign), color)
    note(plan, "$\\nabla f$", (-0.5, -1), (14, 3), "C0", bbox=plate())
    note(plan, "$\\nabla h$", (-1.4, -2.8), (-14, -2), "C2", bbox=plate())
    plan.set(xlabel="$x$", ylabel="$y$", aspect="equal", xlim=(-3.4, 3.4), ylim=(-3.6, 3.6))
    ax.set(xlabel="place on the circle", ylabel="$x+2y$", xticks=[-180, 0, 180], ylim=(-9, 9), yticks=[-5, 0, 5])
    ax.xaxis.set_major_formatter("{x:.0f}°")
    return fig
