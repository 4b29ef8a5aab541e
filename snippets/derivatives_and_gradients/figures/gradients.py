"""Figures of the gradient: the field, the rate in every direction, and arrows that are too long."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.derivatives_and_gradients.gradients import bowl, bowl_gradient, directional_derivative, steepest_ascent
from snippets.style import arrow, dot, grid, note, plate

POINT = np.array([1, 2])


def gradient_field():
    """Arrows of the gradient over level curves of x² + y²; at (1, 2) it stands at a right angle on its curve."""
    fig, ax = plt.subplots(figsize=(5.6, 5.6))
    fine, coarse = grid((-4.3, 4.3), (-4.3, 4.3), 61), grid((-3, 3), (-3, 3), 7)
    ax.contour(*fine, bowl(fine), levels=[1, 10, 16], colors="C0", linewidths=1)
    ax.contour(*fine, bowl(fine), levels=[5], colors="C0", linewidths=2.4)
    scale = {"angles": "xy", "scale_units": "xy", "scale": 5}  # arrows at a fifth of their length
    ax.quiver(*coarse, *bowl_gradient(coarse), color="C4", width=0.006, **scale)

    gradient = bowl_gradient(POINT)
    along = np.array([-gradient[1], gradient[0]])  # a right angle to the gradient
    ax.plot(*np.transpose([POINT - along / 3, POINT + along / 3]), color="C2", linewidth=1.8)
    arrow(ax, POINT, POINT + gradient / 5, "C1")
    dot(ax, *POINT, color="C1")
    note(ax, "$\\nabla f(1,2)=(2,4)$", POINT + gradient / 5, (4, 11), "C1", ha="left", bbox=plate())
    note(ax, "tangent", POINT - along / 3, (6, -4), "C2", ha="left", bbox=plate())
    for level in (1, 5, 10, 16):
        note(ax, level, (0.5, -np.sqrt(level - 0.25)), color="C0", bbox=plate())
    ax.set(xlabel="$x$", ylabel="$y$", aspect="equal", xlim=(-4.3, 4.3), ylim=(-4.3, 4.3))
    return fig


def angle_and_rate():
    """The slope of x² + y² at (1, 2) in every direction, against the angle between direction and gradient."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    gradient = bowl_gradient(POINT)
    ahead = steepest_ascent(gradient)
    left = np.array([-ahead[1], ahead[0]])

    def rate(degrees):
        theta = np.radians(degrees)
        return directional_derivative(gradient, np.cos(theta) * ahead + np.sin(theta) * left)

    angles = np.linspace(-180, 180, 73)
    ax.axhline(0, color="C4", linewidth=1)
    ax.plot(angles, [rate(angle) for angle in angles], color="C0")
    for angle in (-180, -90, 0, 90, 180):
        dot(ax, angle, rate(angle), color="C0", clip_on=False)
    diagonal = np.degrees(np.arctan2(1, 1) - np.arctan2(gradient[1], gradient[0]))
    dot(ax, diagonal, rate(diagonal), color="C1")
    note(ax, "along the gradient: the most, $2\\sqrt{5}$", (0, rate(0)), (-4, 15), "C0", ha="left")
    note(ax, "direction $(1,1)$: $3\\sqrt{2}$", (diagonal, rate(diagonal)), (-9, 3), "C1", ha="right")
    note(ax, "along the\nlevel curve: 0", (90, 0), (10, 20), "C0", ha="left")
    note(ax, "against the gradient:\nthe least, $-2\\sqrt{5}$", (0, rate(180)), (0, 6), "C0")
    ax.set(xlabel="angle $\\theta$ between direction and $\\nabla f(1,2)$", ylabel="slope in that direction")
    ax.set(xlim=(-180, 180), xticks=range(-180, 181, 90), ylim=(-5.2, 5.9))
    ax.xaxis.set_major_formatter("{x:.0f}°")
    return fig


def unit_vector_matters():
    """One direction, three arrows: the product ∇f · v grows with the arrow, the slope of the bowl does not."""
    fig, (plan, ax) = plt.subplots(1, 2, figsize=(6, 4), width_ratios=(0.85, 1))
    gradient, u = bowl_gradient(POINT), np.array([1, 1]) / np.sqrt(2)
    around = grid((0.5, 3), (1.5, 4.3), 31)
    plan.contour(*around, bowl(around), levels=[2, 5, 9, 14, 20], colors="C0", linewidths=1)
    lengths = np.linspace(0.1, 2.3, 23)
    ax.plot(lengths, [gradient @ (length * u) for length in lengths], color="C3")
    ax.plot(lengths, [directional_derivative(gradient, length * u) for length in lengths], color="C0")
    for length, name in ((2, "2"), (np.sqrt(2), "\\sqrt{2}"), (1, "1")):
        v = length * u
        arrow(plan, POINT, POINT + v, "C0" if length == 1 else "C3", mutation_scale=10)
        note(plan, f"${name}$", POINT + v, (17, -7), bbox=plate())
        dot(ax, length, gradient @ v, color="C3")
        dot(ax, length, directional_derivative(gradient, v), color="C0")
        note(ax, f"{gradient @ v:.2f}", (length, gradient @ v), (-7, 8), "C3", ha="right")
    dot(plan, *POINT, color="C1")
    note(ax, "product $\\nabla f\\cdot \\boldsymbol{v}$", (1.85, 9.6), color="C3", ha="right")
    note(ax, "slope $3\\sqrt{2}\\approx 4.24$", (2.3, 4.24), (0, -12), "C0", ha="right")
    plan.set_title("$\\boldsymbol{v}$ of length 1, $\\sqrt{2}$, 2")
    plan.set(xlabel="$x$", ylabel="$y$", aspect="equal", xticks=[1, 2, 3], yticks=[2, 3, 4])
    ax.set(xlabel="length of $\\boldsymbol{v}$", ylabel="rate", xlim=(0, 2.35), ylim=(0, 10.5))
    ax.set_xticks([0, 1, np.sqrt(2), 2], ["0", "1", "$\\sqrt{2}$", "2"])
    return fig
