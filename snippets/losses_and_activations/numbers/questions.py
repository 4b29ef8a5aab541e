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
)

LEFT_OF_0, RIGHT_OF_0 = (beside(relu, h) for h in (-SMALL, SMALL))


def warm_up():
    """Warm-up."""
    yield (
        r"at $z = 0$: $\sigma' = \sigma (1 - \sigma)$, and two numbers that add up to 1",
        sp.solve(sp.diff(SLOPE, Z), Z)[0],
        sp.simplify(SLOPE / SIGMA + SIGMA),
        sp.simplify(SIGMA + SIGMA.subs(Z, -Z)),
    )
    yield r"sigmoid_and_tanh At most $\frac{1}{4}$", STEEPEST
    yield "probability between 0 and 1", LOW, HIGH
    yield "Below 1 it makes differences larger and the distribution sharper; toward 0", ..., ...
    yield "largest score. Above 1", ...


def screen():
    """Screen."""
    yield "derivative of `relu` at 0", ...
    yield (
        "slope is 0 from the left and 1 from the right",
        LEFT_OF_0,
        RIGHT_OF_0,
    )
    yield "0, by convention", relu_slope(0.0)
    yield "second −1 for $k = c$ and 0", -RIGHT[1], -RIGHT[0]


def screen_on_losses():
    """Screen, from the question on cross-entropy and squared error on."""
    twice = math.exp(special.log_softmax([1.0] + 9 * [0.0])[0])
    bounded = 2 * (SIGMA - 1)
    yield "nearly 0 there, as a factor", sp.limit(SLOPE, Z, -sp.oo)
    yield "error's is bounded, so the product is nearly 0", sp.limit(bounded * SLOPE, Z, -sp.oo)
    yield "are at most 0", np.subtract([2, 1, -1], 2).max()
    yield "some terms may be rounded to 0", math.exp(-1000)
    yield "between 1 and $K$, the number of terms, and what was rounded to 0", math.exp(0), math.exp(-1000)
    yield "matter beside the 1", math.exp(0)
    yield "gets numbers between 0 and 1", LOW, HIGH
    yield r"only $\frac{\e}{\e + K - 1}$", ...
    yield "With 10 classes the best probability is 0.232", ..., twice
    yield "stays above 1.461", -math.log(twice)


def on_site():
    """On-site."""
    m = sp.symbols("m", real=True)
    smooth = sp.diff(sp.log(1 + sp.exp(-m)), m)
    hinge = sp.diff(sp.Max(0, 1 - m), m)
    yield "Beyond the margin 1 the hinge's slope is exactly 0", sp.solve(1 - m, m)[0], hinge.subs(m, 3)
    yield "only tends to 0. For", sp.limit(smooth, m, sp.oo)
    yield "they agree: −1 and nearly −1", hinge.subs(m, -10), sp.limit(smooth, m, -sp.oo)
    yield "weighted with $w > 1$", ...
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
        r"for a wrong sign the hinge is at least 1, and so is the cross-entropy divided by $\ln 2$",
        max(0, 1 - 0),
        1 + math.exp(0),
    )
    yield "compete for a sum of 1", special.softmax([2.0, 1.0, -1.0]).sum()
    yield "with mean 0 and variance 1, has", ..., ...
    yield "it has the variance 1", ...
    yield "normal, with mean 0", ...
    yield r"$L = \ln(1 + \e^{z}) - y z$ with $z = \vect{w}", ...
    yield r"\qquad \frac{\dd^2 L}{\dd z^2} = p(1 - p) > 0", ..., ..., ..., ...
    yield r"is $p(1 - p)\, \vect{x}\vect{x}^\T$, positive semidefinite. A mean", ...
    yield "say 0.9 and the rest shared", ...
    yield r"entropy of $\vect{q}$, not at 0", ...
