"""Slopes in a direction, angles and level curves are those of the snippets and of NumPy."""

import json
import random

import numpy as np
import pytest

from snippets.derivatives_and_gradients import gradients
from tests.explorables.javascript import evaluate

EXACT = {"rel": 1e-9, "abs": 1e-9}
SURFACES = {
    "bowl": (gradients.bowl, gradients.bowl_gradient),
    "saddle": (gradients.saddle, gradients.saddle_gradient),
    "hill": (gradients.hill, gradients.hill_gradient),
}


@pytest.mark.parametrize("name", SURFACES)
def test_values_gradients_and_slopes_are_those_of_topic_01(name: str) -> None:
    value, gradient = SURFACES[name]
    places = [(1.0, 2.0), (-2.5, 0.3), (0.0, -1.7)]
    arrows = [(1.0, 1.0), (-0.3, 2.0)]
    for x, y in places:
        one = f"module.SURFACES.{name}"
        calls = [f"module.directionalDerivative({one}.gradient([{x}, {y}]), {list(arrow)})" for arrow in arrows]
        calls += [f"{one}.value([{x}, {y}])", f"{one}.gradient([{x}, {y}])"]
        *slopes, height, uphill = evaluate("directions", *calls)
        assert height == pytest.approx(value([x, y]), **EXACT)
        assert uphill == pytest.approx(gradient([x, y]).tolist(), **EXACT)
        wanted = [gradients.directional_derivative(gradient([x, y]), arrow) for arrow in arrows]
        assert slopes == pytest.approx(wanted, **EXACT)


def test_angles_turn_one_arrow_into_the_direction_of_the_other() -> None:
    chance = random.Random(5)
    pairs = [[[chance.gauss(0, 2), chance.gauss(0, 2)] for _ in range(2)] for _ in range(30)]
    found = evaluate("directions", *(f"module.angleBetween({a}, {b})" for a, b in pairs))
    for (a, b), degrees in zip(pairs, found, strict=True):
        assert -180 <= degrees <= 180
        t = np.radians(degrees)
        turned = np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]]) @ a
        assert turned / np.linalg.norm(turned) == pytest.approx(b / np.linalg.norm(b), **EXACT)


def test_an_arrow_without_length_has_no_direction() -> None:
    calls = ("module.angleBetween([0, 0], [1, 0])", "module.directionalDerivative([1, 2], [0, 0])")
    assert evaluate("directions", *calls) == ["NaN", "NaN"]


@pytest.mark.parametrize(("function", "level"), [("x * x + y * y", 4), ("x * x - y * y", 0), ("Math.sin(x) + y", 0.5)])
def test_level_curves_lie_on_their_level_and_go_all_the_way(function: str, level: float) -> None:
    box = [-3, 3, 3, -3]
    call = f"module.levelCurve(module.sampled(([x, y]) => {function}, {json.dumps(box)}, 100), {level})"
    (points,) = evaluate("contours", call)
    path = np.array([[float(part) for part in point] for point in points])
    x, y = path[~np.isnan(path).any(axis=1)].T
    heights = {"x * x + y * y": x**2 + y**2, "x * x - y * y": x**2 - y**2, "Math.sin(x) + y": np.sin(x) + y}[function]
    assert heights == pytest.approx(np.full_like(x, level), abs=2e-3)
    assert np.abs([x, y]).max() <= 3
    length = np.nansum(np.linalg.norm(np.diff(path, axis=0), axis=1))
    lengths = {
        "x * x + y * y": 4 * np.pi,
        "x * x - y * y": 12 * np.sqrt(2),
        # All of y = 0.5 - sin x lies in the box.
        "Math.sin(x) + y": np.trapezoid(np.sqrt(1 + np.cos(s := np.linspace(-3, 3, 9999)) ** 2), s),
    }
    assert length == pytest.approx(lengths[function], rel=2e-3)
