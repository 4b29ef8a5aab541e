"""Descent in a valley, plain and with momentum: the paths of the snippets, their limits, and the best settings."""

import json
from typing import Any

import numpy as np
import pytest

from snippets.derivatives_and_gradients.descent import gradient_descent
from snippets.derivatives_and_gradients.gradients import valley, valley_gradient
from snippets.hessian_and_critical_points.valleys import best_rate, heavy_ball, rate_limit
from tests.explorables.javascript import evaluate

EXACT = {"rel": 1e-9, "abs": 1e-9}
CASES = [(1, 0.3, (1.0, 0.3)), (10, 0.18, (1.0, 0.3)), (50, 0.041, (-0.7, 0.9)), (100, 0.02, (0.0, -0.5))]


def path_of(curvatures: str, start: tuple[float, float], steps: int, **settings: float) -> Any:
    """Return the path that an explorable draws."""
    arguments = f"module.valley({curvatures}).gradient, {list(start)}, {steps}, {json.dumps(settings)}"
    (path,) = evaluate("valleys", f"module.descentPath({arguments})")
    return np.array(path, dtype=float)


@pytest.mark.parametrize(("kappa", "rate", "start"), CASES)
def test_plain_descent_takes_the_path_of_the_snippet(kappa: float, rate: float, start: tuple[float, float]) -> None:
    wanted = gradient_descent(lambda p: np.array([1, kappa]) * p, start, rate, 100)
    assert path_of(f"{kappa}", start, 100, rate=rate) == pytest.approx(wanted, **EXACT)


@pytest.mark.parametrize(("rate", "start"), [(0.1, (1.0, 1.0)), (0.3, (1.0, 1.0)), (0.35, (-0.4, 0.75))])
def test_the_valley_of_topic_01_is_its_valley(rate: float, start: tuple[float, float]) -> None:
    wanted = gradient_descent(valley_gradient, start, rate, 25)
    assert path_of("6, 2", start, 25, rate=rate) == pytest.approx(wanted, **EXACT)
    (loss,) = evaluate("valleys", f"module.valley(6, 2).loss({list(start)})")
    assert loss == pytest.approx(valley(start))


@pytest.mark.parametrize(("kappa", "rate", "start"), CASES)
@pytest.mark.parametrize("beta", [0, 0.5, 0.95])
def test_momentum_takes_the_path_of_the_heavy_ball(
    kappa: float, rate: float, start: tuple[float, float], beta: float
) -> None:
    wanted = heavy_ball(np.diag([1, kappa]), start, rate, beta, 100)
    assert path_of(f"{kappa}", start, 100, rate=rate, beta=beta) == pytest.approx(wanted, **EXACT)


def test_level_ellipses_are_level_and_reach_the_corners() -> None:
    frame = [-1.2, 1.0, 1.2, -1.0]
    (points,) = evaluate("valleys", f"module.levelEllipses(3, {frame})")
    pieces = "".join(" " if "NaN" in point else "." for point in points).split()
    places = iter([point for point in points if "NaN" not in point])
    levels = [{round(x**2 + 3 * y**2, 9) for x, y in (next(places) for _ in piece)} for piece in pieces]
    assert all(len(level) == 1 for level in levels)
    assert 0.5 < max(max(level) for level in levels) / (1.2**2 + 3) <= 1


def test_divergence_overflows_without_harm() -> None:
    path = path_of("100", (1, 1), 2000, rate=3)
    assert not np.isfinite(path[-1, 1])


@pytest.mark.parametrize("kappa", [1, 2, 10, 50, 100])
def test_limits_and_best_rates_are_those_of_topic_04(kappa: float) -> None:
    hessian = np.diag([1, kappa])
    limit, best = evaluate("valleys", f"module.rateLimit({kappa})", f"module.bestSettings({kappa}).plain")
    assert limit == pytest.approx(rate_limit(hessian))
    assert best["rate"] == pytest.approx(best_rate(hessian))
    assert best["factor"] == pytest.approx(abs(1 - best["rate"]))


@pytest.mark.parametrize("kappa", [2, 10, 100])
@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9])
def test_momentum_escapes_beyond_its_limit_only(kappa: float, beta: float) -> None:
    (limit,) = evaluate("valleys", f"module.rateLimit({kappa}, {beta})")
    below, above = (path_of(f"{kappa}", (1, 1), 3000, rate=limit * part, beta=beta) for part in (0.99, 1.01))
    assert np.linalg.norm(below[-1]) < 1e-2
    assert not np.abs(above[-1]).max() < 1e3


@pytest.mark.parametrize("kappa", [4, 30, 100])
def test_no_constant_momentum_is_better_than_the_best(kappa: float) -> None:
    def worst_factor(rate: float, beta: float) -> float:
        """Return the largest size of an eigenvalue of a step, which takes a place and the one before."""
        steps = [np.array([[1 + beta - rate * c, -beta], [1, 0]]) for c in (1, kappa)]
        return float(max(np.abs(np.linalg.eigvals(step)).max() for step in steps))

    (best,) = evaluate("valleys", f"module.bestSettings({kappa}).momentum")
    least = worst_factor(best["rate"], best["beta"])
    tried = [worst_factor(rate, beta) for rate in np.geomspace(0.01, 2, 60) for beta in np.linspace(0, 0.99, 60)]
    assert least <= min(tried) + 1e-6
    assert least == pytest.approx(best["factor"], abs=1e-6)


def test_arrival_counts_the_steps_of_the_figure() -> None:
    # 35 steps with condition number 10, 173 with 50, says the page; with momentum 15 with 10, and 52 with 100.
    walk = "module.descentPath(module.valley({0}).gradient, [1, 0.3], 999, module.bestSettings({0}).{1})"
    walks = [(10, "plain"), (50, "plain"), (10, "momentum"), (100, "momentum")]
    calls = [f"module.arrival({walk.format(*one)})" for one in walks]
    assert evaluate("valleys", *calls, "module.arrival([[1, 0], [0.5, 0]])") == [35, 173, 15, 52, None]
