"""The quadratics that a reader turns are those of topic 04."""

import itertools
import json

import numpy as np
import pytest

from snippets.hessian_and_critical_points import classification, curvature, taylor
from tests.explorables.javascript import evaluate

EXACT = {"rel": 1e-9, "abs": 1e-9}
# All kinds: bowls, hills, channels, saddles, and the plane.
HESSIANS = [list(map(float, rows)) for rows in itertools.product((-3, 0, 2), (-2, 0, 2, 2.5), (-3, 0, 2))]


def full(hessian):
    a, b, c = hessian
    return np.array([[a, b], [b, c]])


def of_each(expression):
    """Return `expression` for each Hessian, which it knows as H."""
    return evaluate("quadratic", *(expression.replace("H", json.dumps(rows)) for rows in HESSIANS))


def test_values_are_those_of_the_paraboloid() -> None:
    for rows, found in zip(HESSIANS, of_each("module.quadratic(H, [0.7, -1.3])"), strict=True):
        model = taylor.taylor_paraboloid(0, [0, 0], full(rows), [0, 0])
        assert found == pytest.approx(float(model([0.7, -1.3])), **EXACT)


def test_eigenvalues_and_eigenvectors_are_those_of_numpy_and_of_the_formula() -> None:
    for rows, found in zip(HESSIANS, of_each("module.eigen(H)"), strict=True):
        pair = [found["low"], found["high"]]
        assert pair == pytest.approx(classification.two_by_two_eigenvalues(*rows), **EXACT)
        assert pair == pytest.approx(np.linalg.eigvalsh(full(rows)).tolist(), **EXACT)
        way = np.array([np.cos(found["angle"]), np.sin(found["angle"])])
        assert full(rows) @ way == pytest.approx(found["high"] * way, **EXACT)


def test_kinds_are_those_of_the_topic() -> None:
    found = of_each("module.classify(H)")
    assert found == [classification.classify(full(rows)) for rows in HESSIANS]
    assert {"minimum", "maximum", "saddle", "undecided"} <= set(found)


def test_curvatures_are_those_of_the_topic() -> None:
    for angle in (0, 0.4, 1.9, 3.0):
        for rows, found in zip(HESSIANS, of_each(f"module.curvatureAlong(H, {angle})"), strict=True):
            expected = curvature.directional_curvature(full(rows), [np.cos(angle), np.sin(angle)])
            assert found == pytest.approx(expected, **EXACT)


@pytest.mark.parametrize("level", [-1.5, 0, 0.2, 2])
def test_level_curves_are_level_and_there_wherever_the_level_is_crossed(level: float) -> None:
    edge = np.linspace(-1, 1, 201)
    for rows, path in zip(HESSIANS, of_each(f"module.levelCurve(H, {level}, 3)"), strict=True):
        points = np.array(path, dtype=float).reshape(-1, 2).T
        points = points[:, ~np.isnan(points[0])]
        model = taylor.taylor_paraboloid(0, [0, 0], full(rows), [0, 0])
        size = np.abs(full(rows)).max() * np.max(np.abs(points), initial=1) ** 2
        assert np.abs(model(points) - level).max(initial=0) <= 1e-9 * max(size, 1), rows
        # A level that the sides of a square cross is drawn.
        sides = [np.array([edge, 0 * edge + 1]), np.array([0 * edge + 1, edge])]
        crossed = any(model(side).min() < level - 0.01 and level + 0.01 < model(side).max() for side in sides)
        assert not crossed or points.size > 0, rows
