"""The mathematics of the explorables is that of the snippets, to 1e-9."""

import math

import pytest

from snippets.derivatives_and_gradients import derivatives
from tests.explorables.javascript import evaluate

EXACT = {"rel": 1e-9, "abs": 1e-9}


def test_secants_have_the_slopes_of_topic_01() -> None:
    cases = [(1.0, 1.0), (1.0, -0.5), (-2.0, 1e-3), (0.7, 2.0)]
    found = evaluate("slopes", *(f"module.secantSlope(Math.sin, {x}, {h})" for x, h in cases))
    assert found == pytest.approx([derivatives.secant_slope(math.sin, x, h) for x, h in cases], **EXACT)
