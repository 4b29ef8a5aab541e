"""Figures of two variables as landscapes: slices of a hill, the bowl, and three ways to be flat."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.derivatives_and_gradients.gradients import (
    bowl,
    bowl_gradient,
    hill,
    hill_gradient,
    saddle,
    saddle_gradient,
)
from snippets.style import dot, grid, note, plate, surface


def surface_slices():
    """A hill cut through (-2, 1) to the east and to the north; the slopes of the two cuts are the partials."""
    fig = plt.figure(figsize=(6, 7))
    layout = fig.add_gridspec(2, 2, height_ratios=(1.5, 1))
    land = fig.add_subplot(layout[0, :], projection="3d")
    surface(land, hill, grid((-4, 4), (-2, 2), 17))
    here = np.array([-2, 1])
    east, north = np.linspace(-4, 4, 41), np.linspace(-2, 2, 41)
    cuts = [
        ("C1", "walk east ($y=1$)", "east $x$", np.array([east, 1 + 0 * east]), (10, "left")),
        ("C2", "walk north ($x=-2$)", "north $y$", np.array([-2 + 0 * north, north]), (-10, "right")),
    ]
    for axis, (color, title, label, walk, (shift, side)) in enumerate(cuts):
        land.plot(*walk, hill(walk), color=color, linewidth=3, zorder=5)
        ax = fig.add_subplot(layout[1, axis])
        ax.plot(walk[axis], hill(walk), color=color)
        slope = hill_gradient(here)[axis]
        near = np.array([-1, 1]) / abs(slope)
        ax.plot(here[axis] + near, hill(here) + slope * near, color="C0")
        dot(ax, here[axis], hill(here), color="C0")
        note(ax, f"slope ${slope:+.0f}$", (here[axis], hill(here)), (shift, -10), "C0", ha=side)
        ax.set_title(title, color=color)
        ax.set(xlabel=label, ylabel="height" if axis == 0 else "", ylim=(-1.4, 3.6), yticks=range(-1, 4))
    dot(land, *here, hill(here), color="C0")
    land.text(-2.3, 1, 2.6, "(−2, 1)", ha="right", zorder=9)
    land.view_init(elev=36, azim=-140)
    land.set_box_aspect((1.5, 1.1, 0.75), zoom=1.18)
    land.set(zlabel="height", yticks=[-2, 0, 2], zticks=[-4, 0, 4])
    land.set_xlabel("east $x$", labelpad=14)
    land.set_ylabel("north $y$", labelpad=10)
    return fig


def bowl_surface():
    """x² + y² as a surface, its level curves beneath, and the point (1, 2) with its height 5."""
    fig, ax = plt.subplots(figsize=(6, 5), subplot_kw={"projection": "3d"})
    points, fine, floor = grid((-2.4, 2.4), (-2.4, 2.4), 17), grid((-2.4, 2.4), (-2.4, 2.4), 33), -6
    surface(ax, bowl, points)
    ax.contour(*fine, bowl(fine), levels=[1, 3, 5], offset=floor, colors="C0", zorder=0)
    ax.plot([1, 1], [2, 2], [floor, 5], color="C1", linestyle=":", zorder=6)
    dot(ax, 1, 2, floor, color="C1")
    dot(ax, 1, 2, 5, color="C1")
    ax.text(1, 2, 6, "height 5", color="C1", ha="center", bbox=plate(), zorder=9)
    ax.text(1.2, 2.1, floor, "(1, 2)", color="C1", zorder=9)
    for level in (1, 3, 5):
        ax.text(-np.sqrt(level), 0, floor, level, color="C0", ha="center", va="center", bbox=plate(), zorder=9)
    ax.view_init(elev=28, azim=-100)
    ax.set_box_aspect((1, 1, 0.85), zoom=1)
    ax.set(xlabel="$x$", ylabel="$y$", zlabel="height $x^2+y^2$", zlim=(floor, 11.6))
    ax.set(xticks=[-2, 0, 2], yticks=[-2, 0, 2], zticks=[0, 5, 10])
    ax.tick_params(axis="x", pad=-1)
    return fig


def critical_points_2d():
    """Bowl, dome and saddle: the gradient is zero at the middle of each, and only the arrows around it differ."""
    fig = plt.figure(figsize=(6, 4.6))
    layout = fig.add_gridspec(2, 3, height_ratios=(1, 1))
    kinds = [
        ("minimum\n$x^2+y^2$", bowl, bowl_gradient),
        ("maximum\n$-x^2-y^2$", lambda p: -bowl(p), lambda p: -bowl_gradient(p)),
        ("saddle\n$x^2-y^2$", saddle, saddle_gradient),
    ]
    fine, coarse = grid((-1, 1), (-1, 1), 13), grid((-0.66, 0.66), (-0.66, 0.66), 4)
    for column, (title, f, gradient) in enumerate(kinds):
        land = fig.add_subplot(layout[0, column], projection="3d")
        surface(land, f, fine)
        dot(land, 0, 0, 0, color="C1")
        land.set_title(title, loc="center", pad=2)
        land.view_init(elev=42, azim=-55)
        land.set_box_aspect((1, 1, 0.6), zoom=1.2)
        land.set_axis_off()
        plan = fig.add_subplot(layout[1, column], aspect="equal")
        plan.contour(*fine, f(fine), levels=6, colors="C0", linewidths=0.9, alpha=0.7)
        plan.quiver(*coarse, *gradient(coarse), color="C1", angles="xy", scale_units="xy", scale=5, width=0.018)
        dot(plan, 0, 0, color="C1")
        plan.set(xlabel="$x$", ylabel="" if column else "$y$", xticks=[-1, 0, 1], yticks=[-1, 0, 1])
    return fig
