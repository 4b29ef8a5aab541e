"""Figures of maps of the plane: bent grids, small squares, polar cells, and the order of two maps."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.partial_derivatives_and_jacobians.areas import area_factor, square_rim
from snippets.partial_derivatives_and_jacobians.jacobians import bend, bend_jacobian, linearize, polar, polar_jacobian
from snippets.style import arrow, dot, note, plate

HERE = np.array([1, 0.5])
STAND_IN = linearize(bend, bend_jacobian, HERE)


def _net(ax, f, x_lines, y_lines, **kwargs):
    """Draw the image of a net of lines under f."""
    x, y = np.linspace(x_lines[0], x_lines[-1], 33), np.linspace(y_lines[0], y_lines[-1], 33)
    for fixed in y_lines:
        ax.plot(*f(np.array([x, 0 * x + fixed])), **kwargs)
    for fixed in x_lines:
        ax.plot(*f(np.array([0 * y + fixed, y])), **kwargs)


def deformed_grid():
    """A square grid, its image under a bent map, and the linear stand-in at one point."""
    fig, (before, after) = plt.subplots(1, 2, figsize=(6, 3.6), width_ratios=(1, 1.02))
    x_lines, y_lines = np.arange(-0.5, 1.6, 0.25), np.arange(-0.5, 1.1, 0.25)
    near_x, near_y = np.array([0.5, 0.75, 1, 1.25, 1.5]), np.array([0, 0.25, 0.5, 0.75, 1])
    for ax, f in ((before, np.asarray), (after, bend)):
        _net(ax, f, x_lines, y_lines, color="C0", linewidth=1.2)
    _net(before, np.asarray, near_x, near_y, color="C1", linewidth=1.6)
    _net(after, STAND_IN, near_x, near_y, color="C1", linewidth=1.6)
    dot(before, *HERE, color="C1")
    dot(after, *bend(HERE), color="C1")
    before.set_title("before", color="C0")
    note(before, "around (1, 0.5)", (HERE[0], 1), (0, 10), "C1")
    note(after, "bent", (1.05, -0.35), color="C0")
    note(after, "its stand-in", (0.52, 2.2), color="C1", ha="center")
    before.set(xlabel="$x$", ylabel="$y$", aspect="equal", xticks=[0, 1], yticks=[0, 1])
    after.set(xlabel="$x-y^2/2$", ylabel="$y+x^2/2$", aspect="equal", xticks=[0, 1], yticks=[0, 1, 2])
    return fig


def shrinking_squares():
    """The image of a square at (1, 0.5), enlarged by its side, for three sides: it becomes the parallelogram."""
    fig, axes = plt.subplots(1, 3, figsize=(6, 3.5), sharex=True, sharey=True)
    columns = bend_jacobian(HERE).T
    for ax, side in zip(axes, (0.4, 0.1, 0.01), strict=True):
        image = (bend(square_rim(HERE, side, points=20)) - bend(HERE)[:, None]) / side
        ax.fill(*image, color="C0", alpha=0.3, linewidth=0)
        ax.plot(*np.c_[image, image[:, :1]], color="C0")
        start, first, second = np.zeros(2), *columns
        around = np.array([start, first, first + second, second, start]).T
        ax.plot(*around, color="C1", linestyle="--", linewidth=1.6)
        dot(ax, 0, 0, color="C1")
        ax.set_title(f"side {side:g}", loc="center")
        note(ax, f"area factor\n{area_factor(bend, HERE, side):.4f}", (0.25, -0.42), color="C0")
        ax.set(xlabel="$x$ / side", aspect="equal", xlim=(-0.85, 1.25), ylim=(-0.75, 2.3), xticks=[0, 1])
    axes[0].set(ylabel="$y$ / side", yticks=[0, 1, 2])
    return fig


def polar_cells():
    """Cells of equal size in (r, φ), and what they become in (x, y): larger the farther out."""
    fig, (before, after) = plt.subplots(1, 2, figsize=(6, 3.7), width_ratios=(0.9, 1.1))
    r_lines, phi_lines = np.arange(0, 2.01, 0.25), np.arange(0, 8.1) * np.pi / 16
    for ax, f in ((before, np.asarray), (after, polar)):
        _net(ax, f, r_lines, phi_lines, color="C4", linewidth=0.8)
    for r, color in ((0.25, "C1"), (1, "C2"), (1.75, "C0")):
        corner = np.array([r, 2 * np.pi / 16])
        rim = np.array([[0, 0.25, 0.25, 0], [0, 0, np.pi / 16, np.pi / 16]])
        walk = np.hstack([np.linspace(rim[:, k], rim[:, (k + 1) % 4], 9).T for k in range(4)]) + corner[:, None]
        before.fill(*walk, color=color, alpha=0.7, linewidth=0)
        after.fill(*polar(walk), color=color, alpha=0.7, linewidth=0)
        middle = corner + np.array([0.125, np.pi / 32])
        factor = np.linalg.det(polar_jacobian(middle))
        beside = middle + np.array([0.1, np.pi / 32 + 0.2 / middle[0]])  # as far from the small cell as from the large
        note(after, f"{factor:.3f}", polar(beside), color=color, bbox=plate())
    before.set_title("cells of one size")
    after.set_title("times $r$")
    before.set(xlabel="$r$", ylabel="$\\varphi$", xticks=[0, 1, 2], yticks=[0, np.pi / 4, np.pi / 2])
    before.set_yticklabels(["0", "$\\pi/4$", "$\\pi/2$"])
    after.set(xlabel="$x$", ylabel="$y$", aspect="equal", xticks=[0, 1, 2], yticks=[0, 1, 2])
    return fig


def order_of_maps():
    """A flag, turned and then stretched, and stretched and then turned: two different flags."""
    fig, axes = plt.subplots(2, 3, figsize=(6, 3.5), sharex=True, sharey=True)
    flag = np.array([[0, 0, 1, 1, 0.25, 0.25, 0], [0, 1.5, 1.5, 0.75, 0.75, 0, 0]])
    turn, stretch = np.array([[0, -1], [1, 0]]), np.array([[2, 0], [0, 1]])
    orders = [(("turn", turn), ("stretch", stretch)), (("stretch", stretch), ("turn", turn))]
    for row, ((first, one), (second, two)) in zip(axes, orders, strict=True):
        stages = [("start", flag, "C4"), (first, one @ flag, "C0"), (f"then {second}", two @ one @ flag, "C1")]
        for ax, (name, shape, color) in zip(row, stages, strict=True):
            ax.fill(*shape, color=color, alpha=0.45, linewidth=0)
            ax.plot(*shape, color=color)
            ax.axhline(0, color="C4", linewidth=0.7)
            ax.axvline(0, color="C4", linewidth=0.7)
            dot(ax, 0, 0, color=color)
            ax.set_title(name, loc="center", color=color)
            ax.set(aspect="equal", xlim=(-3.3, 2.4), ylim=(-0.5, 2.4), xticks=[-2, 0, 2], yticks=[0, 1, 2])
        row[0].set_ylabel("$y$")
    for ax in axes[1]:
        ax.set_xlabel("$x$")
    return fig


def columns_as_sides():
    """The two columns of the Jacobian of `bend` at (1, 0.5) as the sides of a parallelogram."""
    fig, ax = plt.subplots(figsize=(5, 4.4))
    first, second = bend_jacobian(HERE).T
    around = np.array([[0, 0], first, first + second, second]).T
    ax.fill(*around, color="C1", alpha=0.2, linewidth=0)
    arrow(ax, (0, 0), first, "C0")
    arrow(ax, (0, 0), second, "C2")
    note(ax, f"first column ({first[0]:g}, {first[1]:g})", first / 2, (10, -10), "C0", ha="left")
    note(ax, f"second column\n(−{abs(second[0]):g}, {second[1]:g})", second / 2, (-10, -4), "C2", ha="right")
    note(ax, f"area {np.linalg.det(bend_jacobian(HERE)):g}", (first + second) / 2, (0, 4), "C1")
    ax.set(xlabel="first output", ylabel="second output", aspect="equal", xlim=(-1.5, 1.75), ylim=(-0.1, 2.15))
    ax.set(xticks=[-1, 0, 1], yticks=[0, 1, 2])
    return fig
