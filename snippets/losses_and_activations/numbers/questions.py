"""The questions, the takeaways and the checklist."""

import math

import numpy as np
import sympy as sp
from scipy import special

from snippets.losses_and_activations.activations import relu, relu_slope
from snippets.losses_and_activations.numbers.bends import SMALL, STEEPEST, TANH_STEEPEST, beside
from snippets.losses_and_activations.numbers.scores import (
    HIGH,
    JACOBIAN,
    LOW,
    RIGHT,
    SIGMA,
    SLOPE,
    Z,
    overflow,
)

LEFT_OF_0, RIGHT_OF_0 = (beside(relu, h) for h in (-SMALL, SMALL))


def warm_up():
    """Warm-up."""
    yield (
        r"sigmoid_and_tanh $\sigma' = \sigma (1 - \sigma)$. Two numbers that add up to 1",
        sp.simplify(SLOPE / SIGMA + SIGMA),
        sp.simplify(SIGMA + SIGMA.subs(Z, -Z)),
    )
    yield r"it is at most $\frac{1}{4}$, at $z = 0$", STEEPEST, sp.solve(sp.diff(SLOPE, Z), Z)[0]
    yield "at $z = 10$ it is 0.000045", ..., SLOPE.subs(Z, 10)
    yield "probability between 0 and 1", LOW, HIGH
    yield "Below 1 it makes differences larger and the distribution sharper; toward 0", ..., ...
    yield "largest score. Above 1", ...


def screen():
    """Screen."""
    yield "of ReLU at 0", ...
    yield (
        "is 0 from the left and 1 from the right. Every number from 0 to 1",
        LEFT_OF_0,
        RIGHT_OF_0,
        LEFT_OF_0,
        RIGHT_OF_0,
    )
    yield "there. `relu` returns 0", relu_slope(0.0)
    yield "second −1 for $k = c$ and 0", -RIGHT[1], -RIGHT[0]


def screen_on_losses():
    """Screen, from the question on cross-entropy and squared error on."""
    twice = math.exp(special.log_softmax([1.0] + 9 * [0.0])[0])
    yield "$p - y$, nearly −1", sp.limit(SIGMA - 1, Z, -sp.oo)
    yield "are at most 0", np.subtract([2, 1, -1], 2).max()
    yield "between 1 and $K$ and its logarithm is harmless. Terms that are rounded to 0", math.exp(0), math.exp(-1000)
    yield "matter beside the 1", math.exp(0)
    yield "gets numbers between 0 and 1", LOW, HIGH
    yield r"only $\frac{\e}{\e + K - 1}$. With 10 classes this is 0.232", ..., ..., twice
    yield "stays above 1.461", -math.log(twice)


def on_site():
    """On-site."""
    half = overflow(np.float16)
    yield "What overflows at 11", math.floor(half)
    yield "margins −10, 0.5 and 3", ..., ..., ...
    yield "log(0) by clipping the probability at 1e-7", ..., ...


def takeaways_and_checklist():
    """Key takeaways, checklist."""
    yield (
        r"backward: $\sigma' \le \frac{1}{4}$, $\tanh' \le 1$, ReLU's is 0 or 1, and 0",
        STEEPEST,
        TANH_STEEPEST,
        LEFT_OF_0,
        RIGHT_OF_0,
        relu_slope(0.0),
    )
    yield "sigmoid at $z = 10$", ...
    yield "rows that add up to 0", round(float(sum(JACOBIAN[0, :])), 12)
    yield "why its rows add up to 0", round(float(sum(JACOBIAN[0, :])), 12)
    yield r"$1 - \sigma(z)$ becomes 0", ..., 1 - special.expit(40.0)


def activations_and_labels():
    """ReLU or sigmoid, accuracy, the convex loss, smoothed labels."""
    yield (
        r"Its slope is 1 for every positive pre-activation. That of the sigmoid is at most $\frac{1}{4}$",
        RIGHT_OF_0,
        sp.nsimplify(sp.Max(*(SLOPE.subs(Z, z) for z in (-1, 0, 1)))),
    )
    yield "Its price: slope 0 on the left", LEFT_OF_0
    yield (
        r"the hinge is at least 1 for a wrong sign, the cross-entropy at least $\ln 2$",
        max(0, 1 - 0),
        1 + math.exp(0),
    )
    yield r"$L = \ln(1 + \e^{z}) - y z$ with $z = \vect{w}", ...
    yield r"respect to $z$: $\sigma(z)(1 - \sigma(z)) > 0$. Since", ..., ...
    yield r"is $p(1 - p)\, \vect{x}\vect{x}^\T$, positive semidefinite. A mean", ...
    yield "say 0.9 and the rest shared", ...
    yield r"entropy of $\vect{q}$, not at 0", ...
