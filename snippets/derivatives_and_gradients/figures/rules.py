"""Figures of where the rules come from: bases, a step on the circle, a rectangle that grows."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.style import dot, note


def bases_of_exponentials():
    """Exponential curves of three bases, and the line with slope 1 that only one of them touches at 0."""
    fig, ax = plt.subplots(figsize=(6, 4.6))
    x = np.linspace(-1.5, 1.35)
    ax.plot(x, 1 + x, color="C1", linewidth=1.6)
    for base, name, color, place in (
        (2, "2^x", "C4", (6, -3)),
        (np.e, "\\mathrm{e}^x", "C0", (6, 0)),
        (3, "3^x", "C4", (6, 3)),
    ):
        ax.plot(x, base**x, color=color)
        note(ax, f"${name}$", (x[-1], base ** x[-1]), place, color, ha="left")
    dot(ax, 0, 1, color="C1")
    note(ax, "slope 1", (-0.9, 0.1), (10, -6), "C1", ha="left")
    ax.set(xlabel="$x$", ylabel="height", xlim=(-1.5, 1.65), ylim=(-0.3, 4.6), xticks=[-1, 0, 1])
    return fig


def sine_on_the_circle():
    """A short step on the unit circle, and its chord as the long side of a little triangle."""
    fig, (circle, ax) = plt.subplots(1, 2, figsize=(6, 3.7), width_ratios=(1.12, 1))
    x, h = 0.65, 0.36
    angles = np.linspace(0, np.pi / 2, 91)
    circle.plot(np.cos(angles), np.sin(angles), color="C4", linewidth=1.4)
    here, there = (np.array([np.cos(angle), np.sin(angle)]) for angle in (x, x + h))
    middle = x + h / 2
    corner = np.array([here[0], there[1]])
    circle.plot([0, np.cos(middle)], [0, np.sin(middle)], color="C4", linestyle="--", linewidth=1.3)
    circle.plot([0, here[0], here[0]], [0, here[1], 0], color="C4", linewidth=1.2)
    wedge = np.linspace(0, middle, 31)
    circle.plot(0.3 * np.cos(wedge), 0.3 * np.sin(wedge), color="C2", linewidth=1.4)
    note(circle, "$x+h/2$", (0.3 * np.cos(middle / 2), 0.3 * np.sin(middle / 2)), (26, 1), "C2")
    note(circle, "$\\sin x$", (here[0], here[1] / 2.6), (6, 0), ha="left")
    note(circle, "$\\cos x$", (here[0] / 2, 0), (0, -10))
    for axes in (circle, ax):
        axes.plot(*np.transpose([here, there]), color="C0", linewidth=2.2)
        axes.plot(*np.transpose([here, corner]), color="C1", linewidth=2.2)
        axes.plot(*np.transpose([corner, there]), color="C5", linewidth=2.2)
        dot(axes, *here, color="C0")
        dot(axes, *there, color="C0")
        axes.set(aspect="equal")
        axes.axis("off")
    near = np.linspace(x - 0.05, x + h + 0.05, 31)
    ax.plot(np.cos(near), np.sin(near), color="C4", linewidth=1.4)
    turned = np.linspace(np.pi / 2, np.pi / 2 + middle, 31)
    ax.plot(here[0] + 0.1 * np.cos(turned), here[1] + 0.1 * np.sin(turned), color="C2", linewidth=1.4)
    note(ax, "$x+h/2$", (here + there + 2 * corner) / 4, (-3, 1), "C2")
    note(ax, "chord", (here + there) / 2, (-19, -9), "C0")
    note(ax, "rise", (here + corner) / 2, (7, 0), "C1", ha="left")
    note(ax, "to the left", 0.68 * corner + 0.32 * there, (0, 10), "C5")
    note(ax, "at $x$", here, (9, -8), "C0", ha="left")
    note(ax, "at $x+h$", there, (-14, 13), "C0")
    circle.set(xlim=(-0.05, 1.12), ylim=(-0.14, 1.08))
    ax.set(xlim=(there[0] - 0.14, here[0] + 0.12), ylim=(here[1] - 0.06, there[1] + 0.1))
    return fig


def product_rectangle():
    """A rectangle whose two sides grow: two strips, and a corner that is small twice."""
    fig, ax = plt.subplots(figsize=(6, 4.2))
    f, g, df, dg = 3, 2.4, 0.6, 0.35
    parts = [
        ((0, 0), f, g, "C0", "area $f\\,g$", 0.14),
        ((f, 0), df, g, "C1", "$\\Delta f\\cdot g$", 0.25),
        ((0, g), f, dg, "C2", "$f\\cdot\\Delta g$", 0.25),
        ((f, g), df, dg, "C3", "", 0.45),
    ]
    for corner, width, height, color, name, strength in parts:
        right, top = corner[0] + width, corner[1] + height
        ax.fill_between([corner[0], right], corner[1], top, color=color, alpha=strength, linewidth=0)
        ax.plot([corner[0], right, right], [top, top, corner[1]], color=color, linewidth=1.6)
        note(ax, name, (corner[0] + width / 2, corner[1] + height / 2), color=color)
    note(ax, "$\\Delta f\\cdot\\Delta g$", (f + df, g + dg / 2), (8, 0), "C3", ha="left")
    for place, name in (((f / 2, 0), "$f$"), ((f + df / 2, 0), "$\\Delta f$")):
        note(ax, name, place, (0, -11))
    for place, name in (((0, g / 2), "$g$"), ((0, g + dg / 2), "$\\Delta g$")):
        note(ax, name, place, (-9, 0), ha="right")
    ax.set(aspect="equal", xlim=(-0.45, 4.5), ylim=(-0.35, 2.95))
    ax.axis("off")
    return fig
