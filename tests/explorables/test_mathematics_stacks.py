"""The stack that a reader turns is that of topic 09: the same lengths, the same Jacobian, NumPy's singular values."""

import json
from typing import Any

import numpy as np
import pytest

from snippets.gradient_pathologies.stacks import deltas, one, pre_activations, same, stack_jacobian
from snippets.losses_and_activations.activations import relu, relu_slope, sigmoid_slope, tanh_slope
from snippets.losses_and_activations.stable import sigmoid
from tests.explorables.javascript import evaluate

UNITS = {
    "linear": (same, one),
    "relu": (relu, relu_slope),
    "tanh": (np.tanh, tanh_slope),
    "sigmoid": (sigmoid, sigmoid_slope),
}


def stack(depth: int, width: int, kind: str) -> Any:
    """Return the matrices that an explorable draws, for gain 1."""
    return np.array(evaluate("stacks", f"module.drawStack({depth}, {width}, '{kind}', 3)")[0])


def test_every_unit_is_compared() -> None:
    assert evaluate("stacks", "Object.keys(module.UNITS)") == [list(UNITS)]


@pytest.mark.parametrize("name", UNITS)
@pytest.mark.parametrize(("gain", "kind"), [(0.7, "normal"), (1.5, "orthogonal"), (4.0, "normal")])
def test_lengths_and_jacobian_are_those_of_the_topic(name: str, gain: float, kind: str) -> None:
    rng, (activation, slope) = np.random.default_rng(1), UNITS[name]
    weights, x, upstream = stack(12, 6, kind), rng.normal(size=6), rng.normal(size=6)
    zs = pre_activations(gain * weights, x, activation)
    wanted = np.linalg.norm(deltas(gain * weights, zs, slope, upstream / np.linalg.norm(upstream)), axis=1)
    drawn = f"module.drawStack(12, 6, '{kind}', 3), {gain}"
    signals = f"module.preActivations({drawn}, {json.dumps(x.tolist())}, module.UNITS.{name})"
    lengths, jacobian, values = evaluate(
        "stacks",
        f"module.deltaLengths({drawn}, {signals}, module.UNITS.{name}, {json.dumps(upstream.tolist())})",
        f"module.stackJacobian({drawn}, {signals}, module.UNITS.{name})",
        f"module.singularValues(module.stackJacobian({drawn}, {signals}, module.UNITS.{name}))",
    )
    product = stack_jacobian(gain * weights, zs, slope)
    assert lengths == pytest.approx(wanted.tolist(), rel=1e-9)
    assert np.array(jacobian) == pytest.approx(product, rel=1e-9, abs=1e-12 * np.abs(product).max())
    exact = np.linalg.svd(product, compute_uv=False)
    assert values == pytest.approx(exact.tolist(), rel=1e-6, abs=1e-12 * exact[0])


def test_what_is_expected_is_the_gain_times_the_root_mean_square_of_the_slopes() -> None:
    weights, x = stack(8, 5, "normal"), np.arange(1.0, 6.0)
    zs = pre_activations(2 * weights, x, np.tanh)
    factors = 2 * np.sqrt(np.mean(tanh_slope(zs[:-1]) ** 2, axis=1))
    drawn = "module.drawStack(8, 5, 'normal', 3), 2"
    signals = f"module.preActivations({drawn}, {x.tolist()}, module.UNITS.tanh)"
    (lengths,) = evaluate("stacks", f"module.expectedLengths({drawn}, {signals}, module.UNITS.tanh)")
    assert lengths == pytest.approx([*np.cumprod(factors[::-1])[::-1].tolist(), 1.0])


def test_draws_are_normal_or_orthogonal_and_stay() -> None:
    normal, orthogonal = stack(40, 24, "normal"), stack(10, 24, "orthogonal")
    assert np.std(normal) * np.sqrt(24) == pytest.approx(1, abs=0.02)
    assert np.mean(normal) * np.sqrt(24) == pytest.approx(0, abs=0.02)
    for matrix in orthogonal:
        assert pytest.approx(np.eye(24), abs=1e-12) == matrix @ matrix.T
    assert (stack(40, 24, "normal") == normal).all()


def test_singular_values_of_any_matrix_are_numpys() -> None:
    rng = np.random.default_rng(2)
    for matrix in (rng.normal(size=(7, 7)), np.diag([3.0, 0.0, -2.0]), np.ones((4, 4)), np.zeros((3, 3))):
        (values,) = evaluate("stacks", f"module.singularValues({matrix.tolist()})")
        assert values == pytest.approx(np.linalg.svd(matrix, compute_uv=False).tolist(), rel=1e-9, abs=1e-7)
