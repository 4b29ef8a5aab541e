"""Figures of landscapes: a surface and its paraboloid, the four kinds of flat place, and what lies behind a zero."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.derivatives_and_gradients.gradients import bowl, saddle
from snippets.hessian_and_critical_points.curvature import folium, folium_gradient, folium_hessian
from snippets.hessian_and_critical_points.taylor import taylor_paraboloid
from snippets.style import dot, grid, note, plate, surface


def taylor_paraboloids():
    """x³ + y³ - 3xy and its paraboloid at (1, 1/2), side by side: alike around the point, and then no longer."""
    fig = plt.figure(figsize=(6, 5.8))
    layout = fig.add_gridspec(2, 2, height_ratios=(1, 1))
    here = np.array([1, 0.5])
    model = taylor_paraboloid(folium(here), folium_gradient(here), folium_hessian(here), here)
    points, fine = grid((0, 2), (-0.5, 1.5), 13), grid((0, 2), (-0.5, 1.5), 41)
    kinds = [("$f=x^3+y^3-3xy$", folium, "C0"), ("its paraboloid", model, "C2")]
    for column, (title, f, color) in enumerate(kinds):
        land = fig.add_subplot(layout[0, column], projection="3d")
        surface(land, f, points)
        dot(land, *here, folium(here), color="C1")
        land.set_title(title, loc="center", color=color, pad=0)
        land.view_init(elev=30, azim=-125)
        land.set_box_aspect((1, 1, 0.8), zoom=1.2)
        land.set(zlim=(-2.5, 10))
        land.set_axis_off()
        plan = fig.add_subplot(layout[1, column], aspect="equal")
        lines = plan.contour(*fine, f(fine), levels=[-0.9, -0.5, 0, 1, 3, 6], colors=color, linewidths=1.1)
        plan.clabel(lines, levels=[1, 6], fmt="%g", fontsize=10, manual=[(1.1, 0), (1.75, 0)])
        dot(plan, *here, color="C1")
        plan.set(xlabel="$x$", ylabel="" if column else "$y$", xticks=[0, 1, 2], yticks=[-0.5, 0.5, 1.5])
    note(plan, "(1, ½)", here, (0, -15), "C1", bbox=plate())
    return fig


def four_kinds():
    """Minimum, maximum, saddle and the undecided case, each as a surface over its level curves."""
    fig = plt.figure(figsize=(6, 6.4))
    kinds = [
        ("minimum: 2, 2\n$x^2+y^2$", bowl, [0.1, 0.3, 0.6, 0.95]),
        ("maximum: −2, −2\n$-x^2-y^2$", lambda p: -bowl(p), [-0.95, -0.6, -0.3, -0.1]),
        ("saddle: 2, −2\n$x^2-y^2$", saddle, [-0.7, -0.35, -0.1, 0, 0.1, 0.35, 0.7]),
        ("undecided: 2, 0\n$x^2+y^3$", lambda p: p[0] ** 2 + p[1] ** 3, [-0.5, -0.2, -0.05, 0, 0.1, 0.35, 0.7]),
    ]
    points, fine = grid((-1, 1), (-1, 1), 11), grid((-1, 1), (-1, 1), 25)
    for place, (title, f, levels) in enumerate(kinds, 1):
        ax = fig.add_subplot(2, 2, place, projection="3d")
        floor = f(points).min() - 2.3
        ax.contour(*fine, f(fine), levels=levels, offset=floor, colors="C0", linewidths=1, zorder=0)
        surface(ax, f, points)
        dot(ax, 0, 0, 0, color="C1")
        dot(ax, 0, 0, floor, color="C1", markersize=5)
        ax.set_title(title, loc="center", pad=0)
        ax.view_init(elev=26, azim=-58)
        ax.set_box_aspect((1, 1, 1.15), zoom=1.2)
        ax.set(zlim=(floor, f(points).max()))
        ax.set_axis_off()
    return fig


def undecided_kinds():
    """Three functions with the same value, gradient and Hessian at 0: along y they do three different things."""
    fig = plt.figure(figsize=(6, 4.5))
    layout = fig.add_gridspec(2, 3, height_ratios=(1.25, 1))
    kinds = [
        ("minimum\n$x^2+y^4$", lambda p: p[0] ** 2 + p[1] ** 4),
        ("saddle\n$x^2-y^4$", lambda p: p[0] ** 2 - p[1] ** 4),
        ("neither\n$x^2+y^3$", lambda p: p[0] ** 2 + p[1] ** 3),
    ]
    points, y = grid((-1, 1), (-1, 1), 11), np.linspace(-1, 1, 41)
    for column, (title, f) in enumerate(kinds):
        land = fig.add_subplot(layout[0, column], projection="3d")
        surface(land, f, points)
        land.plot(0 * y, y, f([0 * y, y]), color="C1", linewidth=2.6, zorder=5)
        land.set_title(title, loc="center", pad=0)
        land.view_init(elev=34, azim=-35)
        land.set_box_aspect((1, 1, 0.85), zoom=1.2)
        land.set_axis_off()
        cut = fig.add_subplot(layout[1, column])
        cut.plot(y, f([0 * y, y]), color="C1")
        dot(cut, 0, 0, color="C0")
        cut.set(
            xlabel="$y$", ylabel="" if column else "$f(0,y)$", ylim=(-1.1, 1.1), xticks=[-1, 0, 1], yticks=[-1, 0, 1]
        )
    return fig
