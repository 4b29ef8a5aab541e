"""Figures of one variable: secants, tangents, slope functions, flat points."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.derivatives_and_gradients.derivatives import cubic, cubic_slope, secant_slope, tangent_line
from snippets.style import dot, note


def _square(x):
    """x², the parabola of this page."""
    return x**2


def _square_slope(x):
    """2x, its slope."""
    return 2 * x


def secants_to_tangent():
    """x² with three secants through (1, 1), for h = 2, 1 and 0.5, and the tangent there."""
    fig, ax = plt.subplots(figsize=(6, 4.5))
    ends = np.array([0.55, 3.25])  # where the straight lines begin and end
    for h in (2, 1, 0.5):
        slope = secant_slope(_square, 1, h)
        secant = 1 + slope * (ends - 1)
        ax.plot(ends, secant, color="C4", linewidth=1.4)
        dot(ax, 1 + h, _square(1 + h), color="C4")
        note(ax, f"$h={h}$, slope {slope:g}", (ends[1], secant[1]), (6, 0), "C4", ha="left")
    tangent = tangent_line(_square, _square_slope, 1)
    ax.plot(ends, tangent(ends), color="C1")
    note(ax, "tangent, slope 2", (ends[1], tangent(ends[1])), (6, -2), "C1", ha="left", weight=600)

    x = np.linspace(-0.4, 3.25)
    ax.plot(x, _square(x), color="C0", zorder=3)
    dot(ax, 1, 1, color="C1")
    ax.plot([1, 3, 3], [1, 1, 9], color="C4", linestyle=":", linewidth=1.4)
    note(ax, "$f(x)=x^2$", (-0.2, 1.1), color="C0", ha="left")
    note(ax, "run $h=2$", (2.3, 1), (0, -10), "C4")
    note(ax, "rise 8", (3, 2.4), (-6, 0), "C4", ha="right")
    ax.set(xlabel="$x$", ylabel="$f(x)$", xlim=(-0.5, 4.75), ylim=(-0.4, 10.6), xticks=range(4), yticks=range(0, 11, 2))
    return fig


def line_and_curve():
    """3x + 2 above its slope, which is 3 everywhere, and x² above its slope, which is 2x."""
    fig, axes = plt.subplots(2, 2, figsize=(6, 5.6), sharex=True, sharey="row", height_ratios=(1.35, 1))
    columns = [
        ("line $f(x)=3x+2$", lambda x: 3 * x + 2, lambda x: 3 + 0 * x),
        ("curve $f(x)=x^2$", _square, _square_slope),
    ]
    x = np.linspace(-0.3, 4.2)
    for (above, below), (title, f, slope) in zip(axes.T, columns, strict=True):
        above.plot(x, f(x), color="C0")
        below.plot(x, slope(x), color="C1")
        for x0 in (1, 2, 3):  # along the tangent: one step to the right, and as many up as the slope says
            step, rise = np.array([x0, x0 + 1]), slope(x0)
            above.plot(step, f(x0) + rise * (step - x0), color="C1", linewidth=1.4)
            above.plot([x0, x0 + 1, x0 + 1], [f(x0), f(x0), f(x0) + rise], color="C4", linewidth=1.2)
            note(above, rise, (x0 + 1, f(x0) + rise / 2), (8, 0), "C1")
            dot(above, x0, f(x0), color="C0")
            dot(below, x0, rise, color="C1")
            note(below, rise, (x0, rise), (-4, 11), "C1")
        above.set_title(title, color="C0")
        below.set(xlabel="$x$", xticks=range(5), ylim=(-1, 9), yticks=range(0, 9, 2))
    axes[0, 0].set(ylabel="height $f(x)$", yticks=range(0, 17, 4))
    axes[1, 0].set_ylabel("slope $f\\,'(x)$")
    fig.align_ylabels()
    return fig


def sign_of_derivative():
    """x³ - 3x above its derivative: rising where that is positive, falling where it is negative."""
    fig, (above, below) = plt.subplots(2, 1, figsize=(6, 5.4), sharex=True)
    x = np.linspace(-2.2, 2.2, 81)
    above.plot(x, cubic(x), color="C0")
    below.plot(x, cubic_slope(x), color="C1")
    below.axhline(0, color="C4", linewidth=1)
    for left, right, color, way, sign in (
        (-2.2, -1, "C0", "rises", "positive"),
        (-1, 1, "C2", "falls", "negative"),
        (1, 2.2, "C0", "rises", "positive"),
    ):
        for ax, word, height in ((above, way, 3.5), (below, sign, 9.6)):
            ax.axvspan(left, right, color=color, alpha=0.12, linewidth=0)
            note(ax, word, ((left + right) / 2, height), color=color, weight=600)
    for x0 in (-1, 1):
        flat = np.array([x0 - 0.45, x0 + 0.45])
        above.plot(flat, tangent_line(cubic, cubic_slope, x0)(flat), color="C1")
        dot(above, x0, cubic(x0), color="C1")
        dot(below, x0, 0, color="C1")
        note(above, "flat", (x0, cubic(x0)), (0, 11 * np.sign(cubic(x0))), "C1")
        note(below, "zero", (x0, 0), (18 * x0, -11), "C1")
    above.set(ylabel="$f(x)=x^3-3x$", ylim=(-4.2, 4.2), yticks=range(-4, 5, 2))
    below.set(ylabel="$f\\,'(x)=3x^2-3$", ylim=(-4.6, 11.2), yticks=range(-3, 10, 3))
    below.set(xlabel="$x$", xlim=(-2.2, 2.2), xticks=range(-2, 3))
    return fig


def flat_points():
    """Three curves that are flat at 0, and the sign of their slope before, at and after it."""
    fig, axes = plt.subplots(1, 3, figsize=(6, 3.3), sharex=True, sharey=True)
    x = np.linspace(-1, 1, 41)
    kinds = [
        ("minimum\n$x^2$", x**2, "-0+"),
        ("maximum\n$-x^2$", -(x**2), "+0-"),
        ("inflection\n$x^3$", x**3, "+0+"),
    ]
    for ax, (title, height, signs) in zip(axes, kinds, strict=True):
        ax.plot(x, height, color="C0")
        ax.plot([-0.55, 0.55], [0, 0], color="C1")
        dot(ax, 0, 0, color="C1")
        note(ax, "sign of the slope", (0, -1.32), color="C1", fontsize="small")
        for place, sign in zip((-0.6, 0, 0.6), signs, strict=True):
            note(ax, f"${sign}$", (place, -1.66), color="C1", fontsize="large")
        ax.set_title(title, loc="center")
        ax.set(xlabel="$x$", xticks=[-1, 0, 1], yticks=[-1, 0, 1], ylim=(-1.9, 1.1))
    axes[0].set_ylabel("$f(x)$")
    return fig
