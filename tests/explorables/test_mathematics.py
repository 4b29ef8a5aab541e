"""The mathematics of the explorables is that of the snippets, to 1e-9."""

import math

import numpy as np
import pytest

from snippets.derivatives_and_gradients import derivatives, rounding
from tests.explorables.javascript import evaluate

EXACT = {"rel": 1e-9, "abs": 1e-9}


def test_secants_have_the_slopes_of_topic_01() -> None:
    cases = [(1.0, 1.0), (1.0, -0.5), (-2.0, 1e-3), (0.7, 2.0)]
    found = evaluate("slopes", *(f"module.secantSlope(Math.sin, {x}, {h})" for x, h in cases))
    assert found == pytest.approx([derivatives.secant_slope(math.sin, x, h) for x, h in cases], **EXACT)


@pytest.mark.parametrize("h", [1e-12, 1e-8, 1e-5, 1e-2])
def test_numerical_derivatives_are_as_wrong_as_in_topic_01(h: float) -> None:
    (found,) = evaluate("slopes", f"module.differenceErrors((x) => x ** 3, 3, 1, {h})")
    assert found == pytest.approx(rounding.difference_errors(lambda x: x**3, lambda x: 3 * x**2, 1.0, h), **EXACT)


def test_single_precision_is_that_of_numpy() -> None:
    x, h = np.float32(1.1), np.float32(1e-3)
    forward = (np.float32((x + h) ** 3) - np.float32(x**3)) / np.float64(h)
    (found,) = evaluate("slopes", "module.differenceErrors((x) => x ** 3, 3.63, 1.1, 1e-3, Math.fround)")
    # The two cubes may differ in their last digit, which counts 2e-7 / h.
    assert found[0] == pytest.approx(abs(float(forward) - 3.63), abs=5e-4)
    assert found[0] > 1e-5
