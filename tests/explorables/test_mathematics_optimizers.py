"""Descent, momentum and Adam in a valley: the paths of the snippet, and of implementations in NumPy."""

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from snippets.derivatives_and_gradients.descent import gradient_descent
from snippets.hessian_and_critical_points.valleys import best_rate, rate_limit
from tests.explorables.javascript import evaluate

EXACT = {"rel": 1e-9, "abs": 1e-9}
CASES = [(1, 0.3, (1.0, 0.3)), (10, 0.18, (1.0, 0.3)), (50, 0.041, (-0.7, 0.9)), (100, 0.02, (0.0, -0.5))]


def path_of(method: str, kappa: float, start: tuple[float, float], steps: int, **settings: float) -> Any:
    """Return the path that the explorable draws."""
    arguments = f"module.valley({kappa}).gradient, {list(start)}, {steps}, {json.dumps(settings)}"
    (path,) = evaluate("optimizers", f"module.optimizerPath({method!r}, {arguments})")
    return np.array(path, dtype=float)


def momentum(gradient: Callable[[Any], Any], start: Any, rate: float, beta: float, steps: int) -> Any:
    """Return the path of the heavy ball in its form with two places, and no velocity."""
    path = [np.asarray(start, dtype=float)]
    for k in range(steps):
        before = path[k - 1] if k else path[k]
        path.append(path[k] - rate * gradient(path[k]) + beta * (path[k] - before))
    return np.array(path)


def adam(gradient: Callable[[Any], Any], start: Any, rate: float, steps: int) -> Any:
    """Return the path of Adam with both means written out as weighted sums over all gradients so far."""
    path, gradients = [np.asarray(start, dtype=float)], []
    for t in range(1, steps + 1):
        gradients.append(gradient(path[-1]))
        ages = np.arange(t)[::-1, None]  # the gradient of this step has age 0
        first = np.sum(0.9**ages * gradients, axis=0) / np.sum(0.9**ages)
        second = np.sum(0.999**ages * np.square(gradients), axis=0) / np.sum(0.999**ages)
        path.append(path[-1] - rate * first / (np.sqrt(second) + 1e-8))
    return np.array(path)


@pytest.mark.parametrize(("kappa", "rate", "start"), CASES)
def test_plain_descent_takes_the_path_of_the_snippet(kappa: float, rate: float, start: tuple[float, float]) -> None:
    wanted = gradient_descent(lambda p: np.array([1, kappa]) * p, start, rate, 100)
    assert path_of("plain", kappa, start, 100, rate=rate) == pytest.approx(wanted, **EXACT)


@pytest.mark.parametrize(("kappa", "rate", "start"), CASES)
@pytest.mark.parametrize("beta", [0, 0.5, 0.95])
def test_momentum_takes_the_path_of_the_heavy_ball(
    kappa: float, rate: float, start: tuple[float, float], beta: float
) -> None:
    wanted = momentum(lambda p: np.array([1, kappa]) * p, start, rate, beta, 100)
    assert path_of("momentum", kappa, start, 100, rate=rate, beta=beta) == pytest.approx(wanted, **EXACT)


@pytest.mark.parametrize(("kappa", "rate", "start"), CASES)
def test_adam_takes_the_path_of_kingma_and_ba(kappa: float, rate: float, start: tuple[float, float]) -> None:
    wanted = adam(lambda p: np.array([1, kappa]) * p, start, rate, 100)
    path = path_of("adam", kappa, start, 100, rate=rate)
    assert path == pytest.approx(wanted, **EXACT)
    # With the correction of the bias, the first step is as long as the learning rate in each coordinate.
    assert path[1] - path[0] == pytest.approx(-rate * np.sign(start), abs=1e-6)


def test_along_the_axes_adam_takes_one_path_for_all_condition_numbers() -> None:
    first, second = (path_of("adam", kappa, (1, 0.3), 100, rate=0.1) for kappa in (1, 100))
    assert first == pytest.approx(second, abs=1e-5)


def test_divergence_overflows_without_harm() -> None:
    path = path_of("plain", 100, (1, 1), 2000, rate=3)
    assert not np.isfinite(path[-1, 1])


@pytest.mark.parametrize("kappa", [1, 2, 10, 50, 100])
def test_limits_and_best_rates_are_those_of_topic_04(kappa: float) -> None:
    hessian = np.diag([1, kappa])
    limit, best = evaluate("optimizers", f"module.rateLimit({kappa})", f'module.bestSettings("plain", {kappa}).rate')
    assert limit == pytest.approx(rate_limit(hessian))
    assert best == pytest.approx(best_rate(hessian))


@pytest.mark.parametrize("kappa", [2, 10, 100])
@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9])
def test_momentum_escapes_beyond_its_limit_only(kappa: float, beta: float) -> None:
    (limit,) = evaluate("optimizers", f"module.rateLimit({kappa}, {beta})")
    below, above = (path_of("momentum", kappa, (1, 1), 3000, rate=limit * part, beta=beta) for part in (0.99, 1.01))
    assert np.linalg.norm(below[-1]) < 1e-2
    assert not np.abs(above[-1]).max() < 1e3


@pytest.mark.parametrize("kappa", [4, 30, 100])
def test_no_constant_momentum_is_better_than_the_best(kappa: float) -> None:
    def worst_factor(rate: float, beta: float) -> float:
        """Return the largest size of an eigenvalue of a step, which takes a place and the one before."""
        steps = [np.array([[1 + beta - rate * c, -beta], [1, 0]]) for c in (1, kappa)]
        return float(max(np.abs(np.linalg.eigvals(step)).max() for step in steps))

    (best,) = evaluate("optimizers", f'module.bestSettings("momentum", {kappa})')
    least = worst_factor(best["rate"], best["beta"])
    tried = [worst_factor(rate, beta) for rate in np.geomspace(0.01, 2, 60) for beta in np.linspace(0, 0.99, 60)]
    assert least <= min(tried) + 1e-6


def test_arrival_counts_the_steps_of_the_figure() -> None:
    # 35 steps with condition number 10, 173 with 50, says the page.
    walk = "module.optimizerPath('plain', module.valley({0}).gradient, [1, 0.3], 999, {{rate: 2 / (1 + {0})}})"
    calls = [f"module.arrival({walk.format(kappa)})" for kappa in (10, 50)]
    assert evaluate("optimizers", *calls, "module.arrival([[1, 0], [0.5, 0]])") == [35, 173, None]
