"""What the page prints about curvature: Taylor, the Hessian, four kinds of flat places."""

import numpy as np

from snippets.derivatives_and_gradients.derivatives import cubic, cubic_slope
from snippets.hessian_and_critical_points.classification import classify, leading_minors
from snippets.hessian_and_critical_points.convexity import chord_gap, two_dips
from snippets.hessian_and_critical_points.curvature import (
    directional_curvature,
    folium,
    folium_gradient,
    folium_hessian,
    numerical_hessian,
    second_difference,
    twisted,
)
from snippets.hessian_and_critical_points.taylor import taylor_parabola, taylor_paraboloid


# --8<-- [start:tangent_and_parabola]
def tangent_and_parabola():
    """Print how far tangent and parabola are from x³ - 3x at 2 + h."""
    value, slope = cubic(2), cubic_slope(2)
    bend = second_difference(cubic, 2)
    print(f"value {value}, slope {slope}, second derivative {bend:.4f}")
    parabola = taylor_parabola(value, slope, 12, 2)
    print("h        curve   tangent off  parabola off")
    for h in (1, 0.1, 0.01):
        curve = cubic(2 + h)
        off = curve - (value + slope * h), curve - parabola(2 + h)
        print(f"{h:<5} {curve:9.6f}   {off[0]:9.6f}     {off[1]:9.6f}")


# --8<-- [end:tangent_and_parabola]


# --8<-- [start:bends]
def bends():
    """Print how x² + 4xy + y² bends at 0: by walking, and by the Hessian."""
    hessian = [[2, 4], [4, 2]]
    print("along      walked   u·Hu")
    for way in ([1, 0], [0, 1], [1, 1], [1, -1], [2, 1]):
        u = np.array(way) / np.linalg.norm(way)
        walked = second_difference(lambda t, u=u: twisted(t * u), 0)
        claimed = directional_curvature(hessian, way)
        print(f"{way!s:9} {walked:7.3f} {claimed:7.3f}")


# --8<-- [end:bends]


# --8<-- [start:eigenvectors]
def eigenvectors():
    """Print the eigenvalues of the Hessian of x² + 4xy + y²."""
    curvatures, axes = np.linalg.eigh([[2, 4], [4, 2]])
    for curvature, axis in zip(curvatures, axes.T, strict=True):
        direction = axis * np.sign(axis[0])  # which way it points is free
        print(f"{curvature:4.1f} along", direction.round(4).tolist())


# --8<-- [end:eigenvectors]


# --8<-- [start:measured_hessian]
def measured_hessian():
    """Print the Hessian of x³ + y³ - 3xy at (1, 0.5)."""
    print("by rule ", folium_hessian([1, 0.5]).tolist())
    measured = numerical_hessian(folium_gradient, [1, 0.5])
    print("measured", measured.round(4).tolist())


# --8<-- [end:measured_hessian]


# --8<-- [start:plane_and_paraboloid]
def plane_and_paraboloid():
    """Print x³ + y³ - 3xy near (1, 0.5): itself, plane, paraboloid."""
    here = np.array([1, 0.5])
    slope, hessian = folium_gradient(here), folium_hessian(here)
    model = taylor_paraboloid(folium(here), slope, hessian, here)
    print("step           true     plane  paraboloid")
    for d in ([0.1, 0.1], [0.01, 0.01]):
        there = here + d
        true, plane = folium(there), folium(here) + slope @ d
        print(f"{d!s:12} {true:.6f} {plane:.6f}   {model(there):.6f}")


# --8<-- [end:plane_and_paraboloid]


# --8<-- [start:folium_kinds]
def folium_kinds():
    """Print which kind the critical points of x³ + y³ - 3xy are."""
    for point in ([0, 0], [1, 1]):
        hessian = folium_hessian(point)
        curvatures = np.linalg.eigvalsh(hessian).round(6).tolist()
        minors = leading_minors(hessian)
        print(point, curvatures, minors, classify(hessian))


# --8<-- [end:folium_kinds]


# --8<-- [start:same_hessian]
def same_hessian():
    """Print three functions with one Hessian at 0, along the y axis."""
    functions = {
        "x² + y⁴": lambda p: p[0] ** 2 + p[1] ** 4,
        "x² - y⁴": lambda p: p[0] ** 2 - p[1] ** 4,
        "x² + y³": lambda p: p[0] ** 2 + p[1] ** 3,
    }
    print("          y = -0.1   y = 0.1   Hessian says")
    for name, f in functions.items():
        sides = f"{f([0, -0.1]):9.4f} {f([0, 0.1]):9.4f}"
        print(f"{name}  {sides}   {classify([[2, 0], [0, 0]])}")


# --8<-- [end:same_hessian]


# --8<-- [start:chords]
def chords():
    """Print the smallest gap below 10,000 random chords of three curves."""
    rng = np.random.default_rng(0)
    a, b = rng.uniform(-1.5, 1.5, size=(2, 10_000))
    t = rng.uniform(size=10_000)
    curves = ("x²", np.square), ("e^x", np.exp), ("two dips", two_dips)
    for name, f in curves:
        print(f"{name:9} {chord_gap(f, a, b, t).min():9.6f}")


# --8<-- [end:chords]
