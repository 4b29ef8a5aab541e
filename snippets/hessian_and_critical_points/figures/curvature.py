"""Figures of curvature: the parabola that fits, the bend in every direction, a coefficient turned, a map, a chord."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.derivatives_and_gradients.derivatives import cubic, cubic_slope, tangent_line
from snippets.hessian_and_critical_points.classification import classify, two_by_two_eigenvalues
from snippets.hessian_and_critical_points.convexity import two_dips
from snippets.hessian_and_critical_points.curvature import directional_curvature, folium, folium_hessian, twisted
from snippets.hessian_and_critical_points.taylor import taylor_parabola, taylor_paraboloid
from snippets.style import arrow, dot, grid, note, plate


def tangent_and_parabola():
    """x³ - 3x at -1/2, its tangent and its parabola: the parabola stays with the curve for longer."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    x0 = -0.5
    x = np.linspace(-2.1, 1.6, 75)
    tangent, parabola = tangent_line(cubic, cubic_slope, x0), taylor_parabola(cubic(x0), cubic_slope(x0), 6 * x0, x0)
    ax.plot(x, cubic(x), color="C0")
    ax.plot(x, tangent(x), color="C4", linewidth=1.6)
    ax.plot(x, parabola(x), color="C1", linestyle="--")
    dot(ax, x0, cubic(x0), color="C0")
    note(ax, "curve $x^3-3x$", (1.6, cubic(1.6)), (-2, 15), "C0", ha="right")
    note(ax, "tangent", (-1.9, tangent(-1.9)), (0, 12), "C4", ha="left")
    note(ax, "parabola", (-2.1, 2.6), color="C1", ha="left")
    note(ax, "value, slope and\ncurvature agree here", (x0, cubic(x0)), (14, 26), ha="left")
    ax.set(xlabel="$x$", ylabel="height", ylim=(-5, 5.2), xticks=[-2, -1, -0.5, 0, 1], yticks=[-4, -2, 0, 2, 4])
    return fig


def curvature_by_direction():
    """x² + 4xy + y²: the map with its two special directions, and the curvature in every direction as a curve."""
    fig, (plan, ax) = plt.subplots(1, 2, figsize=(6, 3.9), width_ratios=(1, 1.15))
    points, hessian = grid((-1, 1), (-1, 1), 41), [[2, 4], [4, 2]]
    plan.contour(*points, twisted(points), levels=[-1, -0.4, 0, 0.4, 1, 2, 4], colors="C0", linewidths=1)
    angles = np.linspace(0, 180, 91)
    bend = [directional_curvature(hessian, [np.cos(a), np.sin(a)]) for a in np.radians(angles)]
    ax.axhline(0, color="C4", linewidth=1)
    ax.plot(angles, bend, color="C0")
    ways = [("east", (1, 0), "C2", (30, -8)), ("", (1, 1), "C1", (0, 12)), ("north", (0, 1), "C2", (32, 7))]
    for name, way, color, place in [*ways, ("", (-1, 1), "C3", (0, -12))]:
        unit, angle = np.array(way) / np.hypot(*way), np.degrees(np.arctan2(way[1], way[0]))
        value = directional_curvature(hessian, way)
        arrow(plan, (0, 0), 0.85 * unit, color)
        dot(ax, angle, value, color=color, clip_on=False)
        note(ax, f"{name} {value:.0f}".replace("-", "−"), (angle, value), place, color)
    plan.set_title("$x^2+4xy+y^2$")
    plan.set(xlabel="$x$, east", ylabel="$y$, north", aspect="equal", xticks=[-1, 0, 1], yticks=[-1, 0, 1])
    ax.set_title("second derivative")
    ax.set(xlim=(0, 180), ylim=(-3.2, 7.2), xticks=[0, 45, 90, 135, 180])
    ax.set(xlabel="direction", ylabel="$\\boldsymbol{u}\\cdot\\boldsymbol{Hu}$")
    ax.xaxis.set_major_formatter("{x:.0f}°")
    return fig


def quadratic_turned():
    """x² + bxy + y² for four values of b: a bowl, a longer bowl, a channel, a saddle; the eigenvectors stay."""
    fig, axes = plt.subplots(2, 2, figsize=(6, 6.9), sharex=True, sharey=True)
    points = grid((-1, 1), (-1, 1), 41)
    words = ["round bowl", "oblong bowl", "channel", "pass"]
    for ax, b, word in zip(axes.flat, range(4), words, strict=True):
        hessian = [[2, b], [b, 2]]
        f = taylor_paraboloid(0, [0, 0], hessian, [0, 0])
        ax.contour(*points, f(points), levels=[-0.4, -0.1, 0.1, 0.4, 0.9, 1.6], colors="C0", linewidths=1)
        low, high = two_by_two_eigenvalues(2, b, 2)
        for value, way, place in ((high, (1, 1), (6, 9)), (low, (-1, 1), (-6, 9))):
            arrow(ax, (0, 0), 0.5 * np.array(way), "C1" if value > 0 else "C3" if value < 0 else "C4")
            note(ax, f"{value:.0f}".replace("-", "−"), 0.5 * np.array(way), place, bbox=plate())
        dot(ax, 0, 0, color="C1")
        ax.set_title(f"$b={b}$: {word}\n{classify(hessian)}", loc="center")
        ax.set(aspect="equal", xticks=[-1, 0, 1], yticks=[-1, 0, 1])
    for ax in axes[1]:
        ax.set_xlabel("$x$")
    for ax in axes[:, 0]:
        ax.set_ylabel("$y$")
    return fig


def folium_map():
    """x³ + y³ - 3xy as a map: the level curve through the saddle crosses itself, around the minimum it closes."""
    fig, ax = plt.subplots(figsize=(5.6, 5.6))
    points = grid((-1, 2), (-1, 2), 91)
    ax.contour(*points, folium(points), levels=[-4, -2, -0.8, -0.4, 2, 5, 9], colors="C0", linewidths=0.9)
    ax.contour(*points, folium(points), levels=[0], colors="C0", linewidths=2.4)
    for place, size in (((0, 0), 0.5), ((1, 1), 0.25)):
        curvatures, ways = np.linalg.eigh(folium_hessian(place))
        for value, way in zip(curvatures, ways.T, strict=True):
            color = "C1" if value > 0 else "C3"
            for end in (way, -way):
                arrow(ax, place, place + size * end, color, linewidth=1.8, mutation_scale=10)
        dot(ax, *place, color="C1")
    note(ax, "saddle:\n−3 and 3", (0, 0), (-80, -16), bbox=plate())
    note(ax, "minimum:\n3 and 9", (1, 1), (27, 39), bbox=plate())
    note(ax, "$f=0$", (1.62, 1.42), (16, 10), "C0", bbox=plate())
    ax.set(xlabel="$x$", ylabel="$y$", aspect="equal", xticks=[-1, 0, 1, 2], yticks=[-1, 0, 1, 2])
    return fig


def chord_and_dips():
    """Left, a parabola below its chord; right, a curve that rises above its chord and has two dips."""
    fig, (convex, dips) = plt.subplots(1, 2, figsize=(6, 3.9))
    x = np.linspace(-1.7, 1.7, 81)
    for ax, f, title, a, b in ((convex, np.square, "convex", -1, 1.5), (dips, two_dips, "not convex", -1.3, 1.2)):
        ax.plot(x, f(x), color="C0")
        ax.plot([a, b], [f(a), f(b)], color="C1", linewidth=1.6)
        dot(ax, [a, b], [f(a), f(b)], color="C1")
        ax.set_title(title)
        ax.set(xlabel="$x$", xticks=[-1, 0, 1])
    note(convex, "chord above", (0.25, 1.63), (-2, 16), "C1", ha="right")
    note(convex, "the only flat place\nis the lowest", (0, 0), (0, -24), "C0")
    note(dips, "graph above\nthe chord", (0.13, 0.06), (0, 26), "C3")
    note(dips, "global", (-1.06, two_dips(-1.06)), (0, -14), "C0")
    note(dips, "local", (0.93, two_dips(0.93)), (0, -14), "C0")
    convex.set(ylabel="$f(x)$", ylim=(-0.95, 3), yticks=range(4))
    dips.set(ylim=(-2, 2), yticks=range(-2, 3))
    return fig
