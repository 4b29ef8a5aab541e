"""The three problems that one slides along are those of topic 05, and their level curves and shades are right."""

import json

import numpy as np
import pytest
from matplotlib.path import Path as Outline

from snippets.constrained_optimization import budget, lagrange, principal
from tests.explorables.javascript import evaluate

EXACT = {"rel": 1e-9, "abs": 1e-9}
F = {
    "budget": budget.error,
    "circle": lambda point: point[0] + 2 * point[1],
    "variance": lambda w: -principal.variance_along(principal.COVARIANCE, np.asarray(w)),
}
H = {
    "budget": budget.overspent,
    "circle": lambda point: point[0] ** 2 + point[1] ** 2 - 5,
    "variance": lambda w: w[0] ** 2 + w[1] ** 2 - 1,
}
EACH = pytest.mark.parametrize("name", F)


def complex_step(f, point):
    """Return the gradient of `f`, to the last digit."""
    return [np.imag(f(np.asarray(point) + 1e-30j * way)) / 1e-30 for way in np.eye(2)]


def tension(name, point):
    (found,) = evaluate("lagrange", f"module.tension(module.PROBLEMS.{name}, {json.dumps(point)})")
    return found


@EACH
def test_values_rules_and_gradients_are_those_of_the_topic(name: str) -> None:
    for point in ([2.0, 4.0], [0.7, 0.2], [1.3, 2.9]):
        found = tension(name, point)
        (rule,) = evaluate("lagrange", f"module.PROBLEMS.{name}.constraint({json.dumps(point)})")
        assert found["value"] == pytest.approx(float(F[name](point)), **EXACT)
        assert rule == pytest.approx(H[name](point), **EXACT)
        assert found["gradient"] == pytest.approx(complex_step(F[name], point), **EXACT)
        assert found["normal"] == pytest.approx(complex_step(H[name], point), **EXACT)


@EACH
def test_the_way_keeps_to_the_rule_and_is_found_from_its_points(name: str) -> None:
    problem, parts = f"module.PROBLEMS.{name}", [0, 0.1, 0.37, 0.5, 0.99]
    points = evaluate("lagrange", *(f"{problem}.at({part})" for part in parts))
    assert [H[name](point) for point in points] == pytest.approx([0] * len(parts), abs=1e-12)
    found = evaluate("lagrange", *(f"{problem}.nearest({json.dumps(point)})" for point in points))
    assert found == pytest.approx(parts, **EXACT)


def flat_points(name):
    points, *_ = evaluate("lagrange", f"module.PROBLEMS.{name}.flat.map(module.PROBLEMS.{name}.at)")
    return points


@EACH
def test_at_the_flat_places_newton_stays_and_finds_the_same_multiplier(name: str) -> None:
    for point in flat_points(name):
        found = tension(name, point)
        there, multipliers = lagrange.solve_lagrange(
            gradient=lambda p: np.array(complex_step(F[name], p)),
            constraints=lambda p: np.array([H[name](p)]),
            jacobian=lambda p: np.array([complex_step(H[name], p)]),
            start=np.array(point) + 0.02,
        )
        # The snippet's Jacobians are differences, good to nine digits of what they multiply.
        assert there == pytest.approx(point, abs=1e-9)
        assert found["multiplier"] == pytest.approx(multipliers[0], abs=1e-9)
        assert np.hypot(*found["along"]) == pytest.approx(0, abs=1e-12)
        assert min(found["angle"], 180 - found["angle"]) == pytest.approx(0, abs=1e-5)


def test_the_multipliers_are_the_price_and_the_variances() -> None:
    assert [tension("budget", point)["multiplier"] for point in flat_points("budget")] == pytest.approx(
        [budget.price_of_a_day(6)], **EXACT
    )
    low, high = np.linalg.eigvalsh(principal.COVARIANCE)
    found = [tension("variance", point)["multiplier"] for point in flat_points("variance")]
    assert found == pytest.approx([high, low, high, low], **EXACT)


def test_the_part_along_the_rule_and_the_angle_are_those_of_a_projection() -> None:
    point = [2.0, 4.0]
    found = tension("budget", point)
    f, h = budget.error_gradient(point), np.array([1, 1])
    way = np.array([1, -1]) / np.sqrt(2)
    assert found["along"] == pytest.approx((f @ way) * way, **EXACT)
    cosine = f @ h / np.linalg.norm(f) / np.linalg.norm(h)
    assert found["angle"] == pytest.approx(np.degrees(np.arccos(cosine)), **EXACT)


@EACH
def test_level_curves_are_level_and_their_shade_is_below(name: str) -> None:
    random = np.random.default_rng(5)
    for point in evaluate("lagrange", *(f"module.PROBLEMS.{name}.at({part})" for part in (0.05, 0.3, 0.55, 0.8))):
        level = float(F[name](point))
        curve, outline = evaluate(
            "lagrange", *(f"module.PROBLEMS.{name}.{path}({level})" for path in ("level", "lower"))
        )
        assert F[name](np.transpose(curve)) == pytest.approx(level, **EXACT)
        points = np.array(outline, dtype=float)
        pieces = np.split(points, np.flatnonzero(np.isnan(points[:, 0])))
        places = random.uniform(0.3, 5, size=(300, 2)) if name == "budget" else random.uniform(-3, 3, size=(300, 2))
        inside = sum(Outline(piece[~np.isnan(piece[:, 0])]).contains_points(places) for piece in pieces) % 2 == 1
        heights = F[name](places.T)
        clear = np.abs(heights - level) > 0.05 * abs(level)  # an outline is made of straight pieces
        assert (inside == (heights < level))[clear].all()
