"""The questions, the takeaways and the checklist."""

import math

import numpy as np
import sympy as sp
from scipy import special

from snippets.derivatives_and_gradients.regression import WEEKS
from snippets.losses_and_activations.activations import relu, relu_slope
from snippets.losses_and_activations.numbers.bends import SMALL, STEEPEST, TANH_STEEPEST, beside
from snippets.losses_and_activations.numbers.scores import (
    ENTROPY_PULL,
    HIGH,
    JACOBIAN,
    LOW,
    RIGHT,
    SIGMA,
    SLOPE,
    SQUARED_PULL,
    START,
    Z,
    overflow,
    pull_at,
    rounded,
    steps,
)
from snippets.losses_and_activations.training import TYPO

LEFT_OF_0, RIGHT_OF_0 = (beside(relu, h) for h in (-SMALL, SMALL))
CLIP = 1e-7


def warm_up():
    """Warm-up."""
    typo = abs(2 * WEEKS[-1] + 1 - TYPO[-1])
    yield (
        r"warm-up $\sigma' = \sigma (1 - \sigma)$. Two numbers that add up to 1",
        sp.simplify(SLOPE / SIGMA + SIGMA),
        sp.simplify(SIGMA + SIGMA.subs(Z, -Z)),
    )
    yield r"it is at most $\frac{1}{4}$, at $z = 0$", STEEPEST, sp.solve(sp.diff(SLOPE, Z), Z)[0]
    yield "at $z = 10$ it is 0.000045", ..., SLOPE.subs(Z, 10)
    yield "probability between 0 and 1", LOW, HIGH
    yield "of 0 means one half, a logit of 2.2 odds of about 9 to 1", special.logit(0.5), ..., math.exp(2.2), ...
    yield "error's derivative is $2e$", sp.diff(Z**2, Z) / Z
    yield "of 79 pulls 158", typo, 2 * typo
    yield "error's derivative is ±1", beside(abs, 0.5)
    yield "with $e$ near 0", ...
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
    yield r"at 0: $t + \max(-t, 0)$ gets 1, and `clamp(t, min=0)`", ..., ..., 1 - relu_slope(0.0), ...
    yield r"A central difference reports $\frac{1}{2}$", (LEFT_OF_0 + RIGHT_OF_0) / 2
    yield "gives −1 for $k = c$ and 0", -RIGHT[1], -RIGHT[0]


def screen_on_losses():
    """Screen, from the question on cross-entropy and squared error on."""
    twice = math.exp(special.log_softmax([1.0] + 9 * [0.0])[0])
    yield (
        "most 2 in size, so for a certain and wrong answer the product is nearly 0",
        2 * (HIGH - LOW),
        sp.limit(SLOPE, Z, -sp.oo),
    )
    yield (
        "at $z = -8$ with $y = 1$ it is −0.0007, and the mistake lasts 1,507",
        START,
        ...,
        pull_at(SQUARED_PULL, START).evalf(20),
        steps(SQUARED_PULL, START),
    )
    yield "steps instead of 9", steps(ENTROPY_PULL, START)
    yield "$p - y$, nearly −1", sp.limit(SIGMA - 1, Z, -sp.oo)
    yield "of ones to 0", round(float(sum(JACOBIAN[0, :])), 12)
    yield "are at most 0", np.subtract([2, 1, -1], 2).max()
    yield "between 1 and $K$ and its logarithm is harmless. Terms that are rounded to 0", math.exp(0), math.exp(-1000)
    yield "matter beside the 1", math.exp(0)
    yield "gets numbers between 0 and 1", LOW, HIGH
    yield r"only $\frac{\e}{\e + K - 1}$. With 10 classes this is 0.232", ..., ..., twice
    yield "cannot fall below 1.461", -math.log(twice)


def on_site():
    """On-site."""
    half, single = (overflow(number) for number in (np.float16, np.float32))
    clipped = sp.diff(-sp.log(CLIP), Z)
    inside, beyond = (sp.diff(sp.Max(0, 1 - Z), Z).subs(Z, place) for place in (-1, 3))
    yield "What overflows at 11", math.floor(half)
    yield "beyond 11.09 in float16, 88.7", half, single
    yield (
        "probabilities: 1 − p is 0 from a logit of 7.6 in float16, 16.6",
        ...,
        1 - special.expit(40.0),
        rounded(np.float16),
        rounded(np.float32),
    )
    yield r"and $-\ln 0 = \infty$", ...
    yield "the gradient to 0", clipped
    yield "margins −10, 0.5 and 3", ..., ..., ...
    yield "are −1 for $m < 1$ and 0", inside, sp.solve(1 - Z, Z)[0], beyond
    yield "mistakes they agree: −1", sp.limit(SIGMA - 1, Z, -sp.oo)
    yield "log(0) by clipping the probability at 1e-7", ..., ...
    yield "constant, 16.1, so its gradient is 0", -math.log(CLIP), clipped
    yield "of 30 with the label 0 is 30, and its slope 1", ..., ..., np.logaddexp(0, 30), special.expit(30)


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
    yield "return for ReLU at 0", ...
    yield "rows that add up to 0", round(float(sum(JACOBIAN[0, :])), 12)
    yield "why its rows add up to 0", round(float(sum(JACOBIAN[0, :])), 12)
    yield r"$1 - \sigma(z)$ becomes 0", ..., 1 - special.expit(40.0)
