"""Figures of constraints in learning: disk and diamond, shrinking weights, dice, the street, the variance."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.constrained_optimization.entropy import FACES, entropy, maximum_entropy
from snippets.constrained_optimization.margin import LABELS, POINTS, WITH_INTRUDER, soft_street, widest_street
from snippets.constrained_optimization.principal import COVARIANCE, principal_direction, variance_along
from snippets.constrained_optimization.projections import (
    onto_ball,
    onto_diamond,
    projected_descent,
    slanted,
    slanted_gradient,
)
from snippets.constrained_optimization.regularization import FEATURES, OUTCOMES, lasso, ridge
from snippets.style import arrow, dot, grid, note, plate


def disk_and_diamond():
    """Least squares with a budget of 1: the ellipses touch the disk off the axes, the diamond at its corner."""
    fig, axes = plt.subplots(1, 2, figsize=(6, 3.9), sharey=True)
    fine = grid((-1.3, 3.1), (-1.5, 1.9), 91)
    angles = np.linspace(0, 2 * np.pi, 121)
    sets = [
        ("ridge: $w_1^2+w_2^2\\leq 1$", [np.cos(angles), np.sin(angles)], onto_ball),
        ("lasso: $|w_1|+|w_2|\\leq 1$", [[1, 0, -1, 0, 1], [0, 1, 0, -1, 0]], onto_diamond),
    ]
    for ax, (name, edge, project) in zip(axes, sets, strict=True):
        best = projected_descent(slanted_gradient, project, [0, 0], 0.2, 300)[-1]
        ax.fill(*edge, color="C2", alpha=0.2, linewidth=0)
        ax.plot(*edge, color="C2", linewidth=1.6)
        levels = sorted([-6.2, -5.5, slanted(best), -2])
        ax.contour(*fine, slanted(fine), levels=levels, colors="C0", linewidths=1)
        dot(ax, 7 / 3, 1 / 3, color="C0", marker="x", markeredgecolor="C0", markeredgewidth=2)
        dot(ax, *best, color="C1")
        note(ax, f"({best[0]:.2f}, {abs(best[1]):.2f})", best, (-12, -1), "C1", ha="right", bbox=plate("C2", 0.2))
        ax.set_title(name, color="C2")
        ax.set(
            xlabel="$w_1$", aspect="equal", xlim=(-1.3, 3.1), ylim=(-1.5, 1.9), xticks=range(-1, 4), yticks=[-1, 0, 1]
        )
    note(axes[0], "least squares", (7 / 3, 1 / 3), (-6, -17), "C0", bbox=plate())
    axes[0].set_ylabel("$w_2$")
    return fig


def shrinking_weights():
    """Weights against the price: ridge shrinks them all and zeroes none, lasso zeroes one at price 1, both at 5."""
    fig, axes = plt.subplots(1, 2, figsize=(6, 3.9), sharey=True)
    prices = np.linspace(0, 6, 61)
    for ax, fit, name in zip(axes, (ridge, lasso), ("ridge", "lasso"), strict=True):
        weights = np.array([fit(FEATURES, OUTCOMES, price) for price in prices])
        ax.axhline(0, color="C4", linewidth=1)
        for column, color in enumerate(("C0", "C1")):
            ax.plot(prices, weights[:, column], color=color)
        ax.set_title(name)
        ax.set(xlabel="price $\\mu$", ylim=(-0.15, 2.5), xticks=range(0, 7, 1))
    note(axes[0], "$w_1$", (2, ridge(FEATURES, OUTCOMES, 2)[0]), (8, 10), "C0", ha="left")
    note(axes[0], "$w_2$", (2, ridge(FEATURES, OUTCOMES, 2)[1]), (0, 12), "C1")
    dot(axes[1], 1, 0, color="C1")
    dot(axes[1], 5, 0, color="C0")
    note(axes[1], "$w_2=0$ from here", (1, 0), (4, 14), "C1", ha="left")
    note(axes[1], "$w_1=0$", (5, 0), (4, 34), "C0")
    axes[0].set_ylabel("weight")
    return fig


def least_presuming_dice():
    """Distributions of a die with a given mean and the largest entropy: each is an exponential in the face."""
    fig, axes = plt.subplots(1, 3, figsize=(6, 3.6), sharey=True)
    for ax, mean in zip(axes, (2.5, 3.5, 4.5), strict=True):
        p, beta = maximum_entropy(FACES, mean)
        ax.bar(FACES, p, color="C0", width=0.7)
        fine = np.linspace(0.7, 6.3, 41)
        ax.plot(fine, p[0] * np.exp(beta * (fine - 1)), color="C1", linewidth=1.6)
        ax.set_title(f"mean {mean}\n$\\beta={round(beta, 2) + 0:.2f}$, $H={entropy(p):.2f}$", fontsize=11)
        ax.set(xlabel="face", xticks=FACES, ylim=(0, 0.4))
    axes[0].set_ylabel("probability")
    return fig


def street_between_classes():
    """The widest street between two classes: three points hold it, six could be taken away."""
    fig, ax = plt.subplots(figsize=(5.8, 5.4))
    w, b, mu = widest_street(POINTS, LABELS, start=[1, 1, -4])
    x = np.array([-1.6, 6.2])
    for level, style in ((-1, "--"), (0, "-"), (1, "--")):
        ax.plot(x, (level - b - w[0] * x) / w[1], color="C2" if level else "C0", linestyle=style, linewidth=1.6)
    for point, label, price in zip(POINTS, LABELS, mu, strict=True):
        kind = {"color": "C1" if label > 0 else "C0", "marker": "o" if label > 0 else "s", "markersize": 9}
        dot(ax, *point, **kind)
        if price > 1e-3:
            dot(ax, *point, color="C3", marker="o", markersize=17, fillstyle="none", markeredgecolor="C3")
            note(ax, f"$\\mu={price:.3f}$", point, (13, 9), "C3", ha="left", bbox=plate())
    far, near = np.array([3, 3]), np.array([1, 1])
    arrow(ax, near, far, "C4", arrowstyle="<|-|>")
    note(ax, "$\\frac{2}{\\|\\boldsymbol{w}\\|}=2.83$", (2.25, 0.95), bbox=plate())
    ax.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal", xlim=(-1.6, 6.2), ylim=(-1.6, 5.6))
    return fig


def variance_on_circle():
    """Principal components: the variance on the unit circle, with its level curves, is flat at the eigenvectors."""
    fig, (plan, ax) = plt.subplots(1, 2, figsize=(6, 3.9))
    angles = np.linspace(0, np.pi, 91)
    circle = np.array([np.cos(angles), np.sin(angles)])
    fine = grid((-1.6, 1.6), (-1.6, 1.6), 81)
    height = variance_along(COVARIANCE, fine.reshape(2, -1)).reshape(fine[0].shape)
    plan.contour(*fine, height, levels=[1, 3, 6], colors="C0", linewidths=1.1)
    plan.plot(*circle, color="C2")
    plan.plot(*-circle, color="C2")
    ax.plot(np.degrees(angles), variance_along(COVARIANCE, circle), color="C2")
    first = principal_direction(COVARIANCE, [1, 0])
    for w, color, value in ((first, "C1", 6), (np.array([-first[1], first[0]]), "C3", 1)):
        arrow(plan, (0, 0), w, color)
        dot(ax, np.degrees(np.arctan2(w[1], w[0])), value, color=color)
        note(
            ax,
            f"$\\lambda={value}$",
            (np.degrees(np.arctan2(w[1], w[0])), value),
            (0, 12 if value == 6 else -14),
            color,
        )
    for level in (1, 3, 6):
        note(plan, f"{level}", -first * np.sqrt(level / 6), (-7 if level == 6 else 0, 0), "C0", bbox=plate())
    plan.set(xlabel="$w_1$", ylabel="$w_2$", aspect="equal", xticks=[-1, 0, 1], yticks=[-1, 0, 1])
    variance = "variance $\\boldsymbol{w}^\\mathsf{T}\\boldsymbol{S}\\boldsymbol{w}$"
    ax.set(xlabel="direction of $\\boldsymbol{w}$", ylabel=variance, xticks=[0, 90, 180], ylim=(0, 7), xlim=(0, 180))
    ax.xaxis.set_major_formatter("{x:.0f}°")
    return fig


def soft_margins():
    """A point among the others: with dear slack it turns and narrows the street, with cheap slack it stands in it."""
    fig, axes = plt.subplots(1, 2, figsize=(6, 4), sharex=True, sharey=True)
    x = np.array([-1.6, 6.4])
    for ax, cost in zip(axes, (10, 0.2), strict=True):
        w, b, mu, slack = soft_street(*WITH_INTRUDER, cost)
        for level, style in ((-1, "--"), (0, "-"), (1, "--")):
            ax.plot(x, (level - b - w[0] * x) / w[1], color="C2" if level else "C0", linestyle=style, linewidth=1.6)
        for point, label, price, short in zip(*WITH_INTRUDER, mu, slack, strict=True):
            dot(ax, *point, color="C1" if label > 0 else "C0", marker="o" if label > 0 else "s", markersize=7)
            if price > 1e-3:
                edge = "C5" if short > 1e-3 else "C3"  # at C, or exactly on the margin
                dot(ax, *point, color=edge, marker="o", markersize=14, fillstyle="none", markeredgecolor=edge)
        ax.set_title(f"$C={cost}$, width {2 / np.linalg.norm(w):.2f}")
        ax.set(xlabel="$x_1$", aspect="equal", xlim=(-1.6, 6.4), ylim=(-1.6, 5.6))
    note(axes[1], "$\\mu=C$", (4, 1), (10, -8), "C5", ha="left")
    note(axes[1], "$\\mu=C$", (3, 3), (-4, 14), "C5", ha="right")
    axes[0].set_ylabel("$x_2$")
    return fig
