"""The checked neuron: its loss, its slope and the ways to measure it, as the snippets have them."""

import numpy as np
import pytest

from snippets.gradient_checking.checker import gradient_error
from snippets.gradient_checking.precision import STORES, neuron_slope, stored_errors, stored_loss
from tests.explorables.javascript import evaluate

WEIGHTS = [-2.0, -0.3, 0.25, 0.6875, 1.9]


@pytest.mark.parametrize("w", WEIGHTS)
def test_loss_and_slope_are_those_of_the_snippet(w: float) -> None:
    loss, single, slope = evaluate(
        "checks", f"module.neuronLoss({w})", f"module.neuronLoss({w}, Math.fround)", f"module.neuronSlope({w})"
    )
    assert loss == pytest.approx(float(stored_loss(w, np.float64)), rel=1e-14)
    assert single == pytest.approx(float(stored_loss(w, STORES["float32"][1])), rel=3e-7)
    assert slope == pytest.approx(neuron_slope(w), rel=1e-14)


@pytest.mark.parametrize("h", [0.25, 0.0625, 2.0**-8, 2.0**-12])
def test_a_central_difference_is_as_far_off_as_in_the_figure(h: float) -> None:
    (found,) = evaluate("checks", f"module.relativeError(module.neuronSlope(0.6875), module.centralSlope(0.6875, {h}))")
    measured = neuron_slope(0.6875) * (1 - found)
    (wanted,) = stored_errors("float64", np.array([h]))
    assert found == pytest.approx(float(wanted), rel=0.1, abs=1e-10)
    assert abs(measured) > 0


@pytest.mark.parametrize("h", [0.25, 0.01])
def test_a_complex_step_is_that_of_numpy(h: float) -> None:
    value = (np.tanh(1.5 * (0.6875 + 1j * h) - 0.5) - 1) ** 2
    (found,) = evaluate("checks", f"module.complexSlope(0.6875, {h})")
    assert found == pytest.approx(value.imag / h, rel=1e-13)


def test_a_tiny_complex_step_is_exact_and_a_tiny_difference_is_not() -> None:
    complex_step, difference = evaluate(
        "checks", "module.complexSlope(0.6875, 1e-13)", "module.centralSlope(0.6875, 1e-13)"
    )
    assert complex_step == pytest.approx(neuron_slope(0.6875), rel=1e-15)
    assert abs(difference / neuron_slope(0.6875) - 1) > 1e-5


def test_a_forward_difference_falls_with_half_the_step() -> None:
    calls = [
        f"module.relativeError(module.neuronSlope(0.6875), module.forwardSlope(0.6875, {h}))" for h in (2e-3, 1e-3)
    ]
    far, near = evaluate("checks", *calls)
    assert far / near == pytest.approx(2, rel=1e-2)


@pytest.mark.parametrize(("a", "m"), [(1.0, 2.0), (-3.0, 3.0), (0.0, 0.5), (0.0, 0.0)])
def test_the_relative_error_is_that_of_the_snippet(a: float, m: float) -> None:
    (found,) = evaluate("checks", f"module.relativeError({a}, {m})")
    assert found == pytest.approx(float(gradient_error(np.array([a]), np.array([m]))))
