"""The activations that a reader moves along are those of topic 06, and so are their slopes."""

import numpy as np
import pytest

from snippets.losses_and_activations import activations, stable
from tests.explorables.javascript import evaluate

PLACES = [*np.linspace(-6, 6, 49).tolist(), -700.0, -0.001, 0.001, 700.0]
UNITS = {
    "sigmoid": (stable.sigmoid, activations.sigmoid_slope),
    "tanh": (np.tanh, activations.tanh_slope),
    "relu": (activations.relu, activations.relu_slope),
    "leaky": (lambda z: activations.leaky_relu(z, 0.1), lambda z: activations.leaky_relu_slope(z, 0.1)),
    "gelu": (activations.gelu, activations.gelu_slope),
    "silu": (activations.silu, activations.silu_slope),
    "softplus": (stable.softplus, activations.softplus_slope),
}


def test_every_activation_is_compared() -> None:
    assert evaluate("activations", "Object.keys(module.ACTIVATIONS)") == [list(UNITS)]


@pytest.mark.parametrize("name", UNITS)
def test_values_and_slopes_are_those_of_the_topic(name: str) -> None:
    value, slope = UNITS[name]
    unit = f"module.ACTIVATIONS.{name}"
    values, slopes = evaluate("activations", f"{PLACES}.map({unit}.value)", f"{PLACES}.map({unit}.slope)")
    z = np.array(PLACES)
    assert values == pytest.approx(value(z).tolist(), rel=1e-9, abs=1e-12)
    assert slopes == pytest.approx(slope(z).tolist(), rel=1e-9, abs=1e-12)


def test_only_what_has_a_kink_is_said_to_have_one() -> None:
    (kinks,) = evaluate("activations", "Object.entries(module.ACTIVATIONS).filter(([, u]) => u.kink).map(([n]) => n)")
    h = 1e-6
    bent = [name for name, (f, _) in UNITS.items() if abs(float(f(h) - 2 * f(0.0) + f(-h))) / h > 0.1]
    assert kinks == bent
