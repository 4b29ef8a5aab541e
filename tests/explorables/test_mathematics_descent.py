"""Descent in one variable takes the path of the snippets, and what is said about its end is true."""

import math
from typing import Any

import numpy as np
import pytest

from snippets.derivatives_and_gradients.derivatives import central_difference
from snippets.derivatives_and_gradients.descent import gradient_descent, parabola, parabola_slope
from tests.explorables.javascript import evaluate

EXACT = {"rel": 1e-9, "abs": 1e-9}


def bumpy(w: float) -> float:
    """Return the loss with two dips."""
    return parabola(w) - 30 * math.exp(-((w + 3) ** 2) / 3) - 20 * math.exp(-2 * (w - 8) ** 2)


def bumpy_slope(w: Any) -> Any:
    """Return its slope, by a complex step."""
    z = np.asarray(w, dtype=complex) + 1e-30j
    loss = (z - 3) ** 2 - 30 * np.exp(-((z + 3) ** 2) / 3) - 20 * np.exp(-2 * (z - 8) ** 2)
    return loss.imag / 1e-30


def test_values_slopes_and_curvatures_agree() -> None:
    places = np.linspace(-6, 12, 37).tolist()
    calls = [
        f"[{w}].map((w) => [m.loss(w), m.slope(w), m.curvature(w)])[0]".replace("m.", f"module.LOSSES.{name}.")
        for name in ("parabola", "bumpy")
        for w in places
    ]
    found = evaluate("descent", *calls)
    wanted = [[parabola(w), parabola_slope(w), 2] for w in places]
    wanted += [[bumpy(w), float(bumpy_slope(w)), central_difference(bumpy_slope, w, 1e-5)] for w in places]
    for got, expected in zip(found, wanted, strict=True):
        assert got[:2] == pytest.approx(expected[:2], **EXACT)
        assert got[2] == pytest.approx(expected[2], abs=1e-6)


@pytest.mark.parametrize(("name", "slope"), [("parabola", parabola_slope), ("bumpy", bumpy_slope)])
@pytest.mark.parametrize(("start", "rate"), [(10, 0.1), (10, 0.9), (10, 1.0), (-4.5, 0.02), (12, 1.1), (3, 0.5)])
def test_the_path_is_that_of_topic_01(name: str, slope: Any, start: float, rate: float) -> None:
    # Beyond the edge of stability in a bumpy landscape rounding grows: such a walk is compared while it is short.
    steps = 40 if name == "parabola" or rate < 0.05 else 5
    (path,) = evaluate("descent", f"module.gradientDescent(module.LOSSES.{name}.slope, {start}, {rate}, {steps})")
    assert path == pytest.approx(gradient_descent(slope, start, rate, steps).tolist(), **EXACT)


@pytest.mark.parametrize(
    ("name", "start", "rate", "kind"),
    [
        ("parabola", 10, 0.1, "rests"),
        ("parabola", 10, 0.98, "rests"),
        ("parabola", 10, 1, "swings"),
        ("parabola", 10, 1.02, "escapes"),
        ("bumpy", 10, 0.02, "rests"),
        ("bumpy", -6, 0.05, "rests"),
        ("bumpy", 10, 1.2, "escapes"),
    ],
)
def test_the_end_that_is_told_is_the_end_of_the_path(name: str, start: float, rate: float, kind: str) -> None:
    (end,) = evaluate("descent", f"module.fate(module.LOSSES.{name}, {start}, {rate})")
    assert end["kind"] == kind
    slope = parabola_slope if name == "parabola" else bumpy_slope
    if kind == "escapes":
        assert abs(gradient_descent(slope, start, rate, 100)[-1]) > 100
        return
    last = gradient_descent(slope, start, rate, 5000)[-2:]
    if kind == "rests":
        assert last == pytest.approx([end["at"]] * 2, abs=1e-5)
    else:
        assert sorted(last) == pytest.approx(end["between"], abs=1e-5)


def test_on_the_bumpy_loss_a_dip_holds_small_steps_only() -> None:
    starts = [("bumpy", 8.3, rate) for rate in (0.025, 0.03)]
    inside, outside = evaluate("descent", *(f"module.fate(module.LOSSES.{n}, {w}, {r})" for n, w, r in starts))
    (curvature,) = evaluate("descent", f"module.LOSSES.bumpy.curvature({inside['at']})")
    assert 0.025 < 2 / curvature < 0.03
    assert inside["kind"] == "rests"
    assert outside.get("at") != pytest.approx(inside["at"], abs=1e-2)
