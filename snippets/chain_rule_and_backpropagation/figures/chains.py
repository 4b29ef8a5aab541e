"""Figures of rates: one link after another, two sides of a rectangle, a walk on which two things move."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

from snippets.chain_rule_and_backpropagation.paths import held, total_derivative
from snippets.style import dot, grid, note, plate


def rise_becomes_run():
    """Graphs of u = 3x² + 1 and y = √u: the rise of the first tangent is the run of the second."""
    fig, (first, second) = plt.subplots(1, 2, figsize=(6, 3.9))
    x, u = np.linspace(0.2, 1.9, 41), np.linspace(0.4, 9.4, 61)
    first.plot(x, 3 * x**2 + 1, color="C0")
    second.plot(u, np.sqrt(u), color="C0")
    for ax, at, run, slope in ((first, (1, 4), 0.5, 6), (second, (4, 2), 3, 0.25)):
        corner, top = (at[0] + run, at[1]), at[1] + slope * run
        ax.plot(
            [at[0] - run / 2, at[0] + 1.25 * run], [at[1] - slope * run / 2, at[1] + 1.25 * slope * run], color="C1"
        )
        ax.plot([at[0], corner[0]], [at[1]] * 2, color="C4" if ax is first else "C2", linewidth=2.6)
        ax.plot([corner[0]] * 2, [at[1], top], color="C2" if ax is first else "C4", linewidth=2.6)
        dot(ax, *at, color="C0")
    note(first, "run 0.5", (1.25, 4), (0, -10), "C4")
    note(first, "rise 3", (1.5, 5), (5, 0), "C2", ha="left")
    note(second, "run 3", (5.5, 2), (0, -10), "C2")
    note(second, "rise 0.75", (7, 2.3), (5, 0), "C4", ha="left")
    note(first, "slope 6", (0.98, 6.1), color="C1", ha="right")
    note(second, "slope $\\frac{1}{4}$", (5.1, 2.82), color="C1", ha="right")
    first.set(xlabel="$x$", ylabel="$u=3x^2+1$", xticks=[0.5, 1, 1.5], yticks=[1, 4, 7, 10])
    second.set(xlabel="$u$", ylabel="$y=\\sqrt{u}$", xticks=[1, 4, 7], yticks=[1, 2, 3], xlim=(0, 9.8))
    return fig


def growing_rectangle():
    """A rectangle 3 by 5 after a tenth of a second: one strip for each growing side, and a small corner."""
    fig, ax = plt.subplots(figsize=(6, 3.6))
    p, q, dp, dq = 5, 3, 0.1, 0.2  # the strips are drawn four times as wide as they are
    ax.add_patch(Rectangle((0, 0), p, q, facecolor="C0", alpha=0.18, edgecolor="C0"))
    ax.add_patch(Rectangle((0, q), p, 4 * dq, facecolor="C1", alpha=0.4, linewidth=0))
    ax.add_patch(Rectangle((p, 0), 4 * dp, q, facecolor="C2", alpha=0.4, linewidth=0))
    ax.add_patch(Rectangle((p, q), 4 * dp, 4 * dq, facecolor="C4", alpha=0.5, linewidth=0))
    note(ax, f"area {p * q} cm²", (p / 2, q / 2), color="C0")
    note(ax, f"through $q$: {p} · {dq} = {p * dq:g} cm²", (p / 2, q + 2 * dq))
    note(ax, f"through $p$:\n{q} · {dp} = {q * dp:g} cm²", (p + 4 * dp, q / 2), (6, 0), "C2", ha="left")
    note(ax, f"both:\n{dp * dq:.2f} cm²", (p + 4 * dp, q + 2 * dq), (6, 2), "C4", ha="left")
    ax.set(xlabel="$p$ in cm, growing 1 cm/s", ylabel="$q$ in cm, growing 2 cm/s", aspect="equal")
    ax.set(xlim=(0, 7.3), ylim=(0, 4), xticks=[0, 5], yticks=[0, 3])
    return fig


def total_and_partial():
    """u·x² over the plane of x and u: two walks through (2, 3), and the heights along them."""
    fig, (plan, ax) = plt.subplots(1, 2, figsize=(6, 4))
    fine, x = grid((1.2, 2.8), (1.9, 4.1), 41), np.linspace(1.35, 2.65, 41)
    plan.contour(*fine, held(*fine)[0], levels=[4, 8, 12, 18, 26], colors="C0", linewidths=0.9)
    slopes = held(2, 3)[1], total_derivative(2, 1)
    walks = [(3 + 0 * x, "C2"), (x + 1, "C1")]
    for slope, (u, color) in zip(slopes, walks, strict=True):
        plan.plot(x, u, color=color)
        ax.plot(x, held(x, u)[0], color=color)
        ax.plot([1.6, 2.4], [12 - 0.4 * slope, 12 + 0.4 * slope], color=color, linewidth=1, linestyle="--")
    note(plan, "$u=x+1$", (2.35, 3.35), (-8, 12), "C1", ha="right", bbox=plate())
    note(plan, "$u=3$ held", (1.55, 3), (0, 16), "C2", bbox=plate())
    note(ax, f"slope {slopes[1]}", (2.25, 20), color="C1", ha="right")
    note(ax, f"slope {slopes[0]}", (2.3, 13.4), color="C2", ha="left")
    for axes, height in ((plan, 3), (ax, 12)):
        dot(axes, 2, height, color="C0")
    plan.set_title("two walks through $(2,3)$")
    ax.set_title("the heights along them")
    plan.set(xlabel="$x$", ylabel="$u$", xticks=[1.5, 2, 2.5], yticks=[2, 3, 4])
    ax.set(xlabel="$x$", ylabel="$f=u\\,x^2$", xticks=[1.5, 2, 2.5], yticks=[4, 12, 20], ylim=(3, 26))
    return fig
