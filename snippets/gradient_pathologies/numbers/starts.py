"""The numbers of the lesson on the start."""

import math
from functools import cache

import numpy as np
import sympy as sp
from scipy import optimize, special

from snippets.gradient_pathologies.initial import orthogonal
from snippets.gradient_pathologies.numbers.derived import EVEN, HALF, HE, LECUN, STEEPEST, XAVIER, M, N, Z, mean_of

POINTS, SHARES = np.polynomial.hermite_e.hermegauss(101)


def _relu(z):
    return np.where(z > 0, z, 0)


@cache
def _squares(twice, activation=_relu):
    """Mean square of z in 50 layers of width 256 with weights of variance twice/n."""
    rng = np.random.default_rng(9)
    weights, found = math.sqrt(twice / 256) * rng.normal(size=(50, 256, 256)), []
    arriving = rng.normal(size=256)
    for matrix in weights:
        z = matrix @ arriving
        found.append(np.mean(z * z))
        arriving = activation(z)
    return found


def _first(activation, slope, gain):
    """Median length of the gradient at the first of 50 layers, by Jacobians that are multiplied out."""
    rng, found = np.random.default_rng(9), []
    for _ in range(20):
        weights = gain / 8 * rng.normal(size=(50, 64, 64))
        z, u, jacobian = weights[0] @ rng.normal(size=64), rng.normal(size=64), np.eye(64)
        for matrix in weights[1:]:
            jacobian, z = (matrix * slope(z)) @ jacobian, matrix @ activation(z)
        found.append(np.linalg.norm(u / np.linalg.norm(u) @ jacobian))
    return np.median(found)


def _excess(gain):
    """By how much a very wide sigmoid layer multiplies the mean square of a gradient, less 1."""
    shares, q = SHARES / SHARES.sum(), 1.0
    for _ in range(500):
        q = gain**2 * shares @ special.expit(np.sqrt(q) * POINTS) ** 2
    z = np.sqrt(q) * POINTS
    return gain**2 * shares @ (special.expit(z) * special.expit(-z)) ** 2 - 1


def level_gain(low=2, high=20):
    """The gain at which a very wide sigmoid layer keeps the mean square of a gradient."""
    return optimize.brentq(_excess, low, high)


def _bend(power):
    """Coefficient and power of a term in the expansion of tanh²."""
    return sp.series(sp.tanh(Z) ** 2, Z, 0, 6).removeO().coeff(Z, power), power


def _lost():
    """What tanh takes from the mean of z² for a small variance q, as a multiple of q²."""
    return -_bend(4)[0] * mean_of(Z**4)


def starting_right_the_top_of_the_page():
    """The top of the page."""
    yield r"width 256, ReLU, normal weights of variance $\frac{1}{n}$", ..., ...
    yield "from 0.92 in the first layer to 5.8e-16", _squares(1)[0], _squares(1)[49]
    yield "from 1.841 to 0.65", _squares(2)[0], _squares(2)[49]


def starting_right_one_layer_forward():
    """One layer forward."""
    yield "weights are independent, with mean 0", ...
    yield r"add: $\operatorname{Var}(z_i) = v\, (a_1^2 + \dots + a_n^2)$", ..., ...
    yield "are independent with mean 0 and variance", ...
    yield "independent, have mean 0", ...
    yield r"$\operatorname{E} \norm{\vect{a}}^2$ takes the place", ...
    yield r"wants $v = \frac{1}{n}$", LECUN
    yield r"wants $v = \frac{1}{m}$", LECUN
    yield "(*Understanding the difficulty of training deep feedforward neural networks*, AISTATS 2010", ...
    yield "have the mean 1", (N + M) / 2 * XAVIER / (N + M)
    yield "with 50 inputs and 200 outputs, as means of 400", ..., ..., ...
    yield r"variance $\frac{r^2}{3}$, so the limit is $\sqrt{3}$", ..., EVEN, EVEN
    yield r"is $\sqrt{6 / (n + m)}$", EVEN * XAVIER


def starting_right_relu_takes_half():
    """ReLU takes half."""
    yield "around 0, as tanh. ReLU is not. It sets half of the pre-activations to 0", ..., ...
    yield "is symmetric about 0", ...
    yield r"normal. $\operatorname{ReLU}(z)^2 + \operatorname{ReLU}(-z)^2 = z^2$", ..., ..., ...
    yield "are symmetric about 0", ...
    yield r"where the factor $\frac{1}{\sqrt{2}}$", 1, 1 / HALF
    yield "into rectifiers*, ICCV 2015)", ...
    yield r"by $n v = 2$ and ReLU by $\frac{1}{2}$. It holds for weights with mean 0", HE, HALF, ...
    yield "0, symmetric about 0", ..., ...
    yield "are 0 or 1. Each is 1", ..., ..., ...
    yield r"variance $\frac{1}{n}$ loses as well, only slowly. Its slope is 1 at 0", LECUN, STEEPEST, ...
    yield "stack, up to 50", ...
    yield "length 1; medians of 20 draws, width 64", ..., ..., ...
    yield r"Xavier's variance is $\frac{1}{n}$", N * (XAVIER / (N + M)).subs(M, N)
    yield "stack of width 24", ...
    yield "width is only 24", ...
    yield "or more are 0", ...
    yield (
        "gain 1 everything: all singular values are 1",
        ...,
        np.linalg.norm(orthogonal(24, np.random.default_rng(0)), -2),
    )
    yield "the gain to 2", ...
    yield "sigmoid at gain 4", ...
    yield "exponential: near 0, $\\tanh^2 z \\approx z^2 - \\frac{2}{3} z^4$", ..., 2, _bend(2)[1], -_bend(4)[0], 4
    yield "has the mean $q - 2q^2$. A layer takes away $2q^2$", _lost(), 2, _lost(), 2
    yield "about $\\frac{1}{2 \\ell}$ is left: 0.01", ..., _lost(), 1 / (_lost() * 50)
    yield "the draw above has 0.019", _squares(1, np.tanh)[49]
    yield "slowly for tanh, to 0.07", _first(np.tanh, lambda z: 1 / np.cosh(z) ** 2, 1)
    yield "start keeps 0.41 for ReLU", _first(_relu, lambda z: z > 0, math.sqrt(2))
    yield "grow slowly, to 5.9", _first(np.tanh, lambda z: 1 / np.cosh(z) ** 2, math.sqrt(2))
    yield "level at a gain of about 10", round(level_gain())


def starting_right_the_assumptions_one_by_one():
    """The assumptions, one by one."""
    yield "*Independent entries, mean 0", ...
    yield "(*Tensor Programs II*, 2020)", ...
    yield "such as 0.1, spoils", ...


def starting_right_orthogonal_weights():
    """Orthogonal weights."""
    yield "its singular values are 1", np.linalg.norm(orthogonal(64, np.random.default_rng(0)), -2)
    yield "NeurIPS 2017) computed how near to 1", ..., ...


def starting_right_in_your_framework():
    """In your framework."""
    yield r"| $v = \frac{2}{n + m}$", XAVIER
    yield r"| $v = \frac{2}{n}$", HE
    yield r"| $v = \frac{1}{n}$", LECUN
    yield (
        "for 400 inputs and 100 outputs. Xavier should give 1.6, He 2, LeCun 1",
        ...,
        ...,
        400 * XAVIER / (400 + 100),
        HE,
        LECUN,
    )
    yield r"spread evenly from $-1/\sqrt{n}$", ...


def starting_right_exercises():
    """Exercises."""
    yield "negative one $a^2 z^2$", ..., ...
    yield "A positive $z$ keeps $z^2$", ...


def starting_right_a_common_mistake():
    """A common mistake."""
    yield "layer 30, width 256", ..., ...
    yield r"**What is right:** $\frac{2}{n}$", HE
    yield "shows: $2^3$ is only 8", ..., 2**3
    yield r"halves it. So $\frac{1}{n}$", LECUN
    yield r"tanh, $\frac{2}{n}$ for ReLU, whose mean square in layer 50 is then 0.65", HE, ..., _squares(2)[49]
    yield "0.65 instead of 5.8e-16", _squares(2)[49], _squares(1)[49]
