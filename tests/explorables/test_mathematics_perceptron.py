"""The network that learns two moons in the browser: the gradients and the run of topic 07's network, step by step."""

import json
from typing import Any

import numpy as np
import pytest

from snippets.backpropagation_algorithm.moons import accuracy, two_moons
from snippets.backpropagation_algorithm.network import Linear, Network, Tanh, mean_log_loss, perceptron, train
from tests.explorables.javascript import evaluate

EXACT = {"rel": 1e-9, "abs": 1e-9}
STARTS = [(1, 1), (3, 2), (8, 3)]


def points() -> tuple[np.ndarray, np.ndarray]:
    """Return the explorable's points and labels, as the snippets have them."""
    (moons,) = evaluate("perceptron", "module.MOONS")
    return np.array([one["at"] for one in moons]), np.array([[one["label"]] for one in moons], dtype=float)


def as_network(flat: dict[str, Any]) -> Network:
    """Return the snippet's network with the explorable's weights."""
    w, b, v = (np.array(flat[name], dtype=float) for name in "wbv")
    return Network([Linear(w, b), Tanh(), Linear(v[None, :], np.array([float(flat["c"])]))])


def as_arrays(flat: dict[str, Any]) -> list[np.ndarray]:
    return [np.array(flat["w"]), np.array(flat["b"]), np.array([flat["v"]]), np.array([flat["c"]])]


def start(units: int, seed: int) -> dict[str, Any]:
    (found,) = evaluate("perceptron", f"module.startingNetwork({units}, {seed})")
    return dict(found)


def test_the_points_are_two_moons_of_the_snippet() -> None:
    x, y = points()
    wanted, labels = two_moons(80, 0.15, np.random.default_rng(3))
    assert x == pytest.approx(wanted, abs=0.005001)
    assert (y == labels).all()


@pytest.mark.parametrize(("units", "seed"), STARTS)
def test_loss_and_gradient_are_those_of_the_snippet(units: int, seed: int) -> None:
    x, y = points()
    flat = start(units, seed)
    (found,) = evaluate("perceptron", f"module.lossAndGradient({json.dumps(flat)}, module.MOONS)")
    network = as_network(flat)
    loss, delta = mean_log_loss(network.forward(x), y)
    network.backward(delta)
    assert found["loss"] == pytest.approx(loss, **EXACT)
    for mine, wanted in zip(as_arrays(found["gradient"]), network.gradients, strict=True):
        assert mine == pytest.approx(wanted, **EXACT)


@pytest.mark.parametrize(("units", "seed"), STARTS)
@pytest.mark.parametrize("rate", [0.1, 1, 10])
def test_training_takes_the_same_steps(units: int, seed: int, rate: float) -> None:
    x, y = points()
    flat = start(units, seed)
    run = f"module.trained({json.dumps(flat)}, module.MOONS, {rate}, 40)"
    losses, last, right = evaluate(
        "perceptron", f"{run}.losses", f"{run}.networks[40]", f"module.rightOnes({run}.networks[40], module.MOONS)"
    )
    network = as_network(flat)
    wanted = [*train(network, x, y, rate, 40), mean_log_loss(network.forward(x), y)[0]]
    assert losses == pytest.approx(wanted, rel=1e-6)
    for mine, theirs in zip(as_arrays(last), network.parameters, strict=True):
        assert mine == pytest.approx(theirs, rel=1e-6, abs=1e-6)
    assert right == round(80 * accuracy(network.forward(x), y))


def test_the_logit_at_a_point_is_the_network_s() -> None:
    flat = start(4, 1)
    (found,) = evaluate("perceptron", f"module.logitAt({json.dumps(flat)}, [0.5, -0.25])")
    assert found == pytest.approx(as_network(flat).forward(np.array([[0.5, -0.25]]))[0, 0], **EXACT)


def test_starts_are_random_with_the_scale_of_the_snippet() -> None:
    weights = np.concatenate([np.ravel(start(400, seed)["w"]) for seed in (1, 2, 3)])
    assert weights.std() == pytest.approx(1 / np.sqrt(2), rel=0.05)
    assert np.std(start(400, 1)["v"]) == pytest.approx(1 / np.sqrt(400), rel=0.1)


def test_the_dashed_line_is_the_best_loss_of_a_linear_logit() -> None:
    x, y = points()
    line = perceptron([2, 1], np.random.default_rng(0))
    assert train(line, x, y, 1.0, 3000)[-1] == pytest.approx(0.2738, abs=5e-5)
