"""Figures of functions that have partial derivatives and no derivative."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.derivatives_and_gradients.gradients import bowl
from snippets.partial_derivatives_and_jacobians.differentiability import (
    creased,
    hidden_ridge,
    relative_error,
    staircase,
    wedge,
)
from snippets.partial_derivatives_and_jacobians.jacobians import polar
from snippets.style import dot, grid, note, plate, surface


def staircase_surface():
    """xy/(x² + y²): each ray from the origin has its own height, all the way in."""
    fig, ax = plt.subplots(figsize=(6, 5.2), subplot_kw={"projection": "3d"})
    surface(ax, staircase, polar(grid((0.03, 1), (0, 2 * np.pi), 65)[:, :, ::16]))
    t = np.array([0.03, 1])
    rays = [("C1", (1, 0), "0"), ("C2", (1, 1), "½"), ("C3", (1, -1), "−½")]
    for color, (a, b), name in rays:
        x, y = a * t / np.hypot(a, b), b * t / np.hypot(a, b)
        ax.plot(x, y, staircase([x, y]), color=color, linewidth=3.4, zorder=5)
        ax.text(0.6 * x[-1], 0.6 * y[-1], staircase([x, y])[-1], name, color=color, bbox=plate(), zorder=9)
    dot(ax, 0, 0, 0, color="C0")
    ax.view_init(elev=30, azim=-62)
    ax.set_box_aspect((1, 1, 0.6), zoom=0.95)
    ax.set(xlabel="$x$", ylabel="$y$", zlabel="height", xticks=[-1, 0, 1], yticks=[-1, 0, 1], zticks=[-0.5, 0, 0.5])
    return fig


def roads_to_the_origin():
    """Heights of three functions on three roads into the origin."""
    fig, axes = plt.subplots(1, 3, figsize=(6, 3.7), sharey=True)
    t = np.linspace(0.0005, 0.6, 61)
    kinds = [
        ("$xy/(x^2+y^2)$", staircase, "jumps", "C3"),
        ("$x^2y/(x^4+y^2)$", hidden_ridge, "jumps", "C3"),
        ("$x^2y/(x^2+y^2)$", creased, "continuous", "C0"),
    ]
    roads = [("C4", [t, 0 * t]), ("C1", [t, t]), ("C2", [t, t**2])]
    for ax, (title, f, verdict, shade) in zip(axes, kinds, strict=True):
        for color, road in roads:
            ax.plot(t, f(road), color=color)
        dot(ax, 0, 0, color="C0", clip_on=False)
        ax.set_title(title, loc="center")
        note(ax, verdict, (0.3, 0.63), color=shade)
        ax.set(xlabel="$x$", xticks=[0, 0.3, 0.6], xlim=(0, 0.62), ylim=(-0.06, 0.68))
    note(axes[0], "$y=x$", (0.3, 0.46), color="C1")
    note(axes[0], "$y=x^2$", (0.22, 0.3), color="C2")
    note(axes[0], "axis", (0.45, -0.03), color="C4")
    axes[0].set_ylabel("height")
    return fig


def who_fits():
    """Error of the linear approximation per length of the step, in the direction (1, 1), for three functions."""
    fig, ax = plt.subplots(figsize=(6, 4.2))
    lengths = np.logspace(-4, 0, 9)
    kinds = [
        (wedge, [0, 0], [0, 0], "C3", "three ReLUs at the origin: 0.7071", (4, 9)),
        (creased, [0, 0], [0, 0], "C2", "$x^2y/(x^2+y^2)$ at the origin: 0.3536", (4, -11)),
        (bowl, [1, 2], [2, 4], "C0", "$x^2+y^2$ at (1, 2): falls like the step", (8, -12)),
    ]
    for f, point, gradient, color, name, shift in kinds:
        errors = [relative_error(f, gradient, point, [1, 1], t) for t in lengths]
        ax.loglog(lengths, errors, color=color, marker="o", markersize=4.5)
        at = 0 if color != "C0" else 4
        note(ax, name, (lengths[at], errors[at]), shift, color, ha="left")
    ax.set(xlabel="length of the step $h$", ylabel="error / length of the step", ylim=(3e-5, 4))
    return fig
