"""Optimizers and their race in JavaScript: the paths of the snippets, the same tuned rates, the same arrivals."""

import json

import numpy as np
import pytest

from snippets.optimization_algorithms.landscapes import course
from snippets.optimization_algorithms.race import METHODS, RATES, arrival, tuned
from tests.explorables.javascript import evaluate

COURSES = {"valley": "valley", "bent": "bent valley", "saddle": "saddle"}
STARTS = {"valley": (1.0, 0.3), "bent": (-1.2, 1.0), "saddle": (1.0, 0.01)}


@pytest.mark.parametrize("name", COURSES)
@pytest.mark.parametrize("degrees", [0, 30, 75])
def test_courses_are_those_of_the_snippets(name: str, degrees: float) -> None:
    loss, gradient, start, least = course(COURSES[name], degrees)
    rng = np.random.default_rng(1)
    for place in rng.uniform(-1.3, 1.3, size=(5, 2)):
        here = json.dumps(place.tolist())
        got, slopes, low = evaluate(
            "race",
            f"module.COURSES.{name}({degrees}).loss({here})",
            f"module.COURSES.{name}({degrees}).gradient({here})",
            f"module.COURSES.{name}({degrees}).least",
        )
        assert got == pytest.approx(float(loss(place)))
        assert slopes == pytest.approx(gradient(place))
        assert low == least
    assert evaluate("race", f"module.COURSES.{name}({degrees}).start") == [list(start)]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("rate", "curvatures"), [(0.01, (1, 50)), (0.3, (2, 0.5)), (0.7, (1, -1))])
def test_paths_are_those_of_the_snippets(method: str, rate: float, curvatures: tuple[float, float]) -> None:
    slope = f"([x, y]) => [{curvatures[0]} * x, {curvatures[1]} * y + 0.1]"
    (path,) = evaluate("optimizers", f"module.optimizerPath('{method.lower()}', {slope}, [1, -0.4], {rate}, 60)")
    wanted = METHODS[method](lambda p: np.array(curvatures) * p + [0, 0.1], [1, -0.4], rate, 60)
    assert np.array(path) == pytest.approx(wanted, rel=1e-9, abs=1e-9)


def test_a_path_ends_where_it_is_infinitely_far_away() -> None:
    (path,) = evaluate("optimizers", "module.optimizerPath('plain', ([x]) => [x ** 3], [9], 1, 100)")
    assert len(path) < 20
    assert np.isfinite(np.array(path, dtype=float)).all()


def test_rates_are_those_of_the_snippets() -> None:
    assert evaluate("race", "module.RATES") == [RATES.tolist()]


def test_arrival_is_that_of_the_snippets() -> None:
    rng = np.random.default_rng(2)
    for _ in range(20):
        gaps = np.exp(-rng.uniform(0, 12, size=30))
        gaps[0] = 1
        gaps[20:] *= rng.choice([1, 1e-4])
        assert evaluate("race", f"module.arrival({gaps.tolist()})") == [arrival(gaps)]
    assert evaluate("race", "module.arrival([1, 0.0001, NaN])", "module.arrival([1, 0.0001], 5)") == [None, None]


@pytest.mark.parametrize(("name", "degrees"), [("valley", 0), ("valley", 30), ("saddle", 0), ("bent", 0)])
@pytest.mark.parametrize("method", ["plain", "momentum", "Nesterov", "AdaGrad", "RMSProp", "Adam"])
def test_tuned_rates_are_those_of_the_snippets(name: str, degrees: float, method: str) -> None:
    land = f"module.COURSES.{name}({degrees})"
    (found,) = evaluate("race", f"module.tuned('{method.lower()}', {land}, {json.dumps(STARTS[name])})")
    steps = {"valley": 300, "bent": 1500, "saddle": 200}[name]
    rate, gaps = tuned(METHODS[method], *course(COURSES[name], degrees), steps)
    assert found["rate"] == pytest.approx(rate)
    # To the step, for RMSProp, too, which makes the last bit of its start a step: the page prints what the board says.
    assert found["steps"] == arrival(gaps)
