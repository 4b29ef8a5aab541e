"""Figures of partial derivatives: slices, what is held fixed, mixed partials, and Peano's four hills."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.derivatives_and_gradients.gradients import bowl
from snippets.partial_derivatives_and_jacobians.jacobians import polar
from snippets.partial_derivatives_and_jacobians.partials import (
    mixed_difference,
    peano,
    peano_mixed,
    ripple,
    ripple_partials,
)
from snippets.style import arrow, dot, grid, note, plate, surface

HERE = np.array([1, 0.5])


def point_and_slices():
    """A map of sin x cos y; below it the slice with y fixed, beside it the slice with x fixed."""
    fig = plt.figure(figsize=(6, 5.8))
    layout = fig.add_gridspec(2, 2, width_ratios=(1.7, 1), height_ratios=(1.5, 1))
    plan = fig.add_subplot(layout[0, 0])
    below, beside = fig.add_subplot(layout[1, 0], sharex=plan), fig.add_subplot(layout[0, 1], sharey=plan)
    fine = grid((-1, 3.5), (-1.5, 2.3), 61)
    plan.contour(*fine, ripple(fine), levels=np.linspace(-0.9, 0.9, 13), linewidths=1.4)
    x, y, height = fine[0][0], fine[1][:, 0], ripple(HERE)
    slope_x, slope_y = ripple_partials(HERE)
    near = np.array([-0.8, 0.8])
    plan.axhline(HERE[1], color="C1")
    plan.axvline(HERE[0], color="C2")
    below.plot(x, ripple([x, HERE[1]]), color="C1")
    below.plot(HERE[0] + near, height + slope_x * near, color="C0")
    beside.plot(ripple([HERE[0], y]), y, color="C2")
    beside.plot(height + slope_y * near, HERE[1] + near, color="C0")
    for ax, place in ((plan, HERE), (below, (HERE[0], height)), (beside, (height, HERE[1]))):
        dot(ax, *place, color="C0")
    note(plan, "$y$ fixed", (2.9, HERE[1]), (0, 12), "C1", bbox=plate())
    note(plan, "$x$ fixed", (HERE[0], -1.25), (-8, 0), "C2", ha="right", bbox=plate())
    note(below, f"slope\n${slope_x:+.3f}$", (2.3, -0.55), color="C0")
    note(beside, f"slope\n${slope_y:+.3f}$", (-0.2, -0.1), color="C0")
    plan.set(ylabel="$y$")
    below.set(xlabel="$x$", ylabel="height", ylim=(-1.1, 1.3))
    beside.set(xlabel="height", xlim=(-0.7, 1.3), xticks=[0, 1])
    return fig


def held_fixed():
    """Three walks through (1, 2) on which x grows at the same rate, and the height of x² + y² on each."""
    fig, (plan, ax) = plt.subplots(1, 2, figsize=(6, 4.1), width_ratios=(1.12, 1))
    fig.get_layout_engine().set(wspace=0.1)
    fine = grid((0, 2.1), (0.6, 3.4), 41)
    plan.contour(*fine, bowl(fine), levels=[1, 2, 3.5, 5, 7, 9.5, 12], colors="C4", linewidths=0.9)
    x, r = np.linspace(0.55, 1.5, 39), np.hypot(1, 2)
    walks = [
        ("C0", "$y$ fixed", 2 + 0 * x, (22, 0), "slope 2"),
        ("C1", "$r$ fixed", np.sqrt(r**2 - x**2), (4, -10), "slope 0"),
        ("C2", "angle fixed", 2 * x, (-8, 12), "slope 10"),
    ]
    for color, name, y, shift, slope in walks:
        plan.plot(x, y, color=color)
        arrow(plan, (x[-2], y[-2]), (x[-1], y[-1]), color)
        note(plan, name, (x[-1], y[-1]), shift, color, bbox=plate())
        height = bowl(np.array([x, y]))
        ax.plot(x, height, color=color)
        note(ax, slope, (x[-1], height[-1]), (5, 0), color, ha="left")
    dot(plan, 1, 2, color="C3")
    dot(ax, 1, 5, color="C3")
    plan.set(xlabel="$x$", ylabel="$y$", aspect="equal", xticks=[0, 1, 2], yticks=[1, 2, 3])
    ax.set(xlabel="$x$", ylabel="height $x^2+y^2$", xlim=(0.5, 2.05), ylim=(0, 12), xticks=[0.5, 1, 1.5])
    return fig


def mixed_both_ways():
    """Slices along x at three y, slices along y at three x, and below each how their slopes change."""
    fig, axes = plt.subplots(2, 2, figsize=(6, 5.8), sharey="row")
    span, mixed = np.linspace(-0.2, 2.2, 49), mixed_difference(ripple, *HERE)
    for axis, (above, below) in enumerate(axes.T):
        name, other = "xy"[axis], "xy"[1 - axis]
        for fixed, color in zip(HERE[1 - axis] + np.array([-0.4, 0, 0.4]), ("C1", "C0", "C2"), strict=True):
            walk = np.array([span, 0 * span + fixed]) if axis == 0 else np.array([0 * span + fixed, span])
            at = np.array([HERE[0], fixed]) if axis == 0 else np.array([fixed, HERE[1]])
            slope, near = ripple_partials(at)[axis], np.array([-0.42, 0.42])
            above.plot(span, ripple(walk), color=color, linewidth=1.4)
            above.plot(HERE[axis] + near, ripple(at) + slope * near, color=color, linewidth=3)
            dot(below, fixed, slope, color=color)
        reach = np.linspace(-0.7, 0.7, 29)
        walk = np.array([HERE[0] + 0 * reach, HERE[1] + reach] if axis == 0 else [HERE[0] + reach, HERE[1] + 0 * reach])
        below.plot(HERE[1 - axis] + reach, ripple_partials(walk)[axis], color="C4", zorder=1)
        tangent = ripple_partials(HERE)[axis] + mixed * reach
        below.plot(HERE[1 - axis] + reach, tangent, color="C3", linestyle="--", linewidth=1.4)
        note(below, f"slope ${mixed:.3f}$", (HERE[1 - axis], (0.15, -0.1)[axis]), color="C3")
        above.set_title(f"slices along ${name}$, three ${other}$")
        above.set(xlabel=f"${name}$", xticks=[0, 1, 2])
        below.set(xlabel=f"${other}$")
    axes[0, 0].set_ylabel("height")
    axes[1, 0].set_ylabel("slope of the slice")
    return fig


def peano_four_hills():
    """Peano's function, and its mixed partial derivative as a function of the angle alone."""
    fig = plt.figure(figsize=(6, 6.4))
    layout = fig.add_gridspec(2, 1, height_ratios=(1.35, 1))
    land = fig.add_subplot(layout[0], projection="3d")
    points = polar(grid((0, 1), (-np.pi, np.pi), 41)[:, :, ::5])
    surface(land, peano, points)
    t = np.linspace(-1, 1, 21)
    land.plot(t, 0 * t, 0 * t, color="C1", linewidth=2.6, zorder=5)
    land.plot(0 * t, t, 0 * t, color="C2", linewidth=2.6, zorder=5)
    land.view_init(elev=32, azim=-66)
    land.set_box_aspect((1, 1, 0.5), zoom=1.15)
    land.set(xlabel="$x$", ylabel="$y$", zlabel="height", xticks=[-1, 0, 1], yticks=[-1, 0, 1], zticks=[-0.2, 0, 0.2])
    ax = fig.add_subplot(layout[1])
    degrees = np.linspace(-45, 135, 73)
    ax.axhline(0, color="C4", linewidth=1)
    ax.plot(degrees, peano_mixed(np.radians(degrees)), color="C0")
    for angle, color, name, shift in ((0, "C1", "on the $x$ axis", (0, -13)), (90, "C2", "on the $y$ axis", (0, 13))):
        value = peano_mixed(np.radians(angle))
        dot(ax, angle, value, color=color)
        note(ax, f"${value:+.0f}$ {name}", (angle, value), shift, color)
    ax.set(xlabel="angle $\\varphi$", ylabel="mixed partial", xticks=[-45, 0, 45, 90, 135], ylim=(-1.7, 1.7))
    ax.xaxis.set_major_formatter("{x:.0f}°")
    return fig
