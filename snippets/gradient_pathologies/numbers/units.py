"""The numbers of the lesson on saturated and dead units."""

from functools import cache

import numpy as np
import sympy as sp

from snippets.gradient_pathologies.numbers.derived import STEEPEST
from snippets.gradient_pathologies.numbers.starts import level_gain
from snippets.gradient_pathologies.units import relu_gradient, start_with_silent


@cache
def _returned(layer):
    """How many of 100 silent units of a layer are active again within 1,000 steps: all networks side by side."""
    X = np.linspace(-1, 1, 21)
    starts = [start_with_silent(layer, np.random.default_rng(seed)) for seed in range(100)]
    W1, b1, W2, b2, c = (np.array(parts) for parts in zip(*starts, strict=True))
    V1, d1 = W1.transpose(0, 2, 1), b1[:, None]
    V2, d2, c = W2.transpose(0, 2, 1), b2[:, None], c[:, :, None]
    back = np.zeros(100, dtype=bool)
    for _ in range(1000):
        z1 = X[None, :, None] @ V1 + d1
        a1 = np.maximum(z1, 0)
        z2 = a1 @ V2 + d2
        back |= (z1, z2)[layer - 1][:, :, 0].max(axis=1) > 0
        a2 = np.maximum(z2, 0)
        error = (a2 @ c - np.sin(3 * X)[None, :, None]) / 21
        u2 = (error @ c.transpose(0, 2, 1)) * (z2 > 0)
        u1 = (u2 @ V2.transpose(0, 2, 1)) * (z1 > 0)
        c = c - 0.1 * a2.transpose(0, 2, 1) @ error
        V2, d2 = V2 - 0.1 * a1.transpose(0, 2, 1) @ u2, d2 - 0.1 * u2.sum(axis=1, keepdims=True)
        V1, d1 = V1 - 0.1 * X[None, None, :] @ u1, d1 - 0.1 * u1.sum(axis=1, keepdims=True)
    return int(back.sum())


def dead_gradient(layer=2):
    """Largest slope of the loss along a dead unit's own weights and bias."""
    start = start_with_silent(layer, np.random.default_rng(4))
    X = np.linspace(-1, 1, 21)[:, None]
    found = relu_gradient(start, X, np.sin(3 * X[:, 0]))
    return max(np.abs(found[2][0]).max(), abs(found[3][0]))


def own_step(inputs):
    """By what -ηδ is multiplied in the change of z, for inputs of size 1: w and b take the step."""
    eta, delta = sp.symbols("eta delta")
    return -(inputs * (-eta * delta * 1) * 1 - eta * delta) / (eta * delta)


def _silu_slope(place):
    z = sp.Symbol("z")
    return sp.diff(z / (1 + sp.exp(-z)), z).subs(z, place).evalf()


def saturated_and_dead_the_top_of_the_page():
    """The top of the page."""
    yield "the second layer 51", _returned(2)


def saturated_and_dead_saturated_is_not_vanished():
    """Saturated is not vanished."""
    yield "slope is nearly 0", ...
    yield "it. Thirty tanh layers of width 64", ...
    yield "gain 4 two fifths of all units have a slope below 0.01", ..., ...
    yield "near 0, where tanh has the slope 1", ..., STEEPEST
    yield "gains 1, 2 and 4, as three histograms. At gain 1", ..., ..., ..., ...
    yield "above 0.8. At gain 2 they are spread over the whole range. At gain 4", ..., ..., ...
    yield "near 0, and a smaller heap is near 1", ..., ...
    yield "layers. At gain 4", ...
    yield "at gains up to about 10", round(level_gain())


def saturated_and_dead_how_a_relu_unit_dies():
    """How a ReLU unit dies."""
    yield "To the left of 0", ...
    yield "bias is ==2:exactly 0", dead_gradient()
    yield r"$\vect{x}$ stays; the 1", own_step(0)
    yield "With 100 inputs of size 1 the factor is 101. So with $z = 0.5$", ..., ..., own_step(100), ...
    yield r"0.5$, $\delta = 0.3$ and the harmless rate 0.1", ..., ..., ...
    yield "from 0.5 to −2.53", ..., 0.5 - 0.1 * 0.3 * 101


def saturated_and_dead_what_can_bring_it_back():
    """What can bring it back."""
    yield "unit's own weights get the gradient 0", dead_gradient()
    yield "It may cross 0", ...
    yield "with 1 input, 8 and 6 hidden units and 1 output, trained on 21", ..., ..., ..., ..., ...
    yield "for 1,000 steps; unit 0", ..., ...
    yield "largest pre-activation at −0.1", ...
    yield "at −0.1. In the second hidden layer the curves wander; several cross 0", ..., ...
    yield "$z$ back over 0", ...
    yield "if $b > 0$", ...
    yield "below 0, some are above 0", ..., ...
    yield 'cross 0. z["silent: $z = w · a + b < 0', ..., ...
    yield 'own["own $w$, $b$:<br/>gradient 0', dead_gradient()
    yield "SiLU's is −0.027 at $z = -5$ and −0.0004 at $-10$", _silu_slope(-5), ..., _silu_slope(-10), ...


def saturated_and_dead_how_to_see_them():
    """How to see them."""
    yield "with $z > 0$, over a batch of some hundred examples: 0 is a dead unit, 1", ..., ..., ...


def saturated_and_dead_exercises():
    """Exercises."""
    yield "counts at exactly 0", ...
    yield "if $c_i > 0$", ...


def saturated_and_dead_a_common_mistake():
    """A common mistake."""
    yield "dead ReLU is 0", dead_gradient()
    yield "second layer, seed 4", ...
    yield "which is exactly 0", dead_gradient()
    yield "back over 0: 51", ..., _returned(2)
    yield "to the left of 0", ...
