"""The surfaces that a reader cuts are those of topic 03, with their slopes, and their level curves are level."""

import numpy as np
import pytest
import sympy

from snippets.partial_derivatives_and_jacobians import differentiability, partials
from tests.explorables.javascript import evaluate

EXACT = {"rel": 1e-9, "abs": 1e-9}
POINTS = [(1, 0.5), (-2, 1.9), (0.3, -0.1), (0, 0.7), (1e-3, 0), (0, 0)]


def of_each(name: str, what: str):
    return evaluate("slices", *(f"module.SURFACES.{name}.{what}([{x}, {y}])" for x, y in POINTS))


def test_the_ripple_has_the_heights_and_slopes_of_the_topic() -> None:
    assert of_each("ripple", "value") == pytest.approx([float(partials.ripple(point)) for point in POINTS], **EXACT)
    for found, point in zip(of_each("ripple", "partials"), POINTS, strict=True):
        assert found == pytest.approx(partials.ripple_partials(point).tolist(), **EXACT)


def test_the_staircase_has_the_heights_of_the_topic_and_the_slopes_that_sympy_finds() -> None:
    heights = [float(differentiability.staircase(point)) for point in POINTS]
    assert of_each("staircase", "value") == pytest.approx(heights, **EXACT)
    x, y = sympy.symbols("x y")
    slopes = [sympy.diff(x * y / (x**2 + y**2), variable) for variable in (x, y)]
    for found, point in zip(of_each("staircase", "partials"), POINTS, strict=True):
        # On the axes it is 0, so at the origin both slopes are.
        expected = [0, 0] if point == (0, 0) else [float(slope.subs({x: point[0], y: point[1]})) for slope in slopes]
        assert found == pytest.approx(expected, **EXACT)


def test_tangents_touch_have_their_slope_and_stay_within_bounds() -> None:
    (left, right), (cut, end) = evaluate(
        "slices", "module.tangent(1, 0.5, -2, 0.6, [-3, 3])", "module.tangent(1.8, 0.5, 3, 9, [-2, 2])"
    )
    assert np.subtract(right, left) == pytest.approx(1.2 * np.array([1, -2]) / np.sqrt(5), **EXACT)
    assert np.add(left, right) / 2 == pytest.approx([1, 0.5], **EXACT)
    assert end == pytest.approx([2, 0.5 + 3 * 0.2], **EXACT)
    assert cut[0] >= -2


def test_level_curves_of_the_ripple_are_level_but_for_what_a_straight_piece_leaves_out() -> None:
    box, cells = "[-2.25, 1.9, 2.25, -1.9]", 60
    drawn = f"module.levelCurve(module.sampled(surface, {box}, {cells}), 0.225)"
    (points,) = evaluate("contours", f"((surface) => {drawn})(([x, y]) => Math.sin(x) * Math.cos(y))")
    places = np.array([point for point in points if "NaN" not in point], dtype=float).T
    assert places.shape[1] > 100
    # Linear interpolation on an edge of length h is off by at most h²/8 times the curvature, which is at most 1.
    assert partials.ripple(places) == pytest.approx(0.225, abs=(4.5 / cells) ** 2 / 8)
