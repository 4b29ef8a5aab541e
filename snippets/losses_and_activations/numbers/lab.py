"""The lab: its walks counted anew, its integral by SymPy, its border in single precision on the lab's own grid."""

import math

import numpy as np
import sympy as sp
from scipy import special

from snippets.losses_and_activations.numbers.scores import (
    ENTROPY_PULL,
    SIGMA,
    SLOPE,
    SQUARED_PULL,
    START,
    Y,
    Z,
    pull_at,
    rounded,
    steps,
)

SPEED = -SQUARED_PULL.subs(Y, 1)
FAR = sp.limit(SPEED * sp.exp(-Z), Z, -sp.oo)  # the speed far to the left, in units of e to the z


def learned(squared, scale):
    """Return the steps of the lab's classifier from wrong weights of a scale until 90 percent are right."""
    rng = np.random.default_rng(6)
    labels = np.repeat([0, 1], 100)
    points = rng.normal(size=(200, 2)) + np.where(labels[:, None] == 1, 1.5, -1.5)
    w, b, count = np.array([-scale, -scale]), 0.0, 0
    while np.mean((points @ w + b > 0) == labels) < 0.9:
        p = special.expit(points @ w + b)
        pull = (p - labels) * (2 * p * (1 - p) if squared else 1)
        w, b, count = w - 0.5 * (pull @ points) / 200, b - 0.5 * pull.mean(), count + 1
    return count


def one_score():
    """One score."""
    yield r"$\sigma(z)$. The label is 1", ...
    yield "from $z = -8$", START
    yield "from $-1$ to $-12$", ..., ...
    yield "which it crosses 0", ...
    yield "to 81,402, cross-entropy at most 13", *(steps(pull, -12) for pull in (SQUARED_PULL, ENTROPY_PULL))


def the_law():
    """The law."""
    start = sp.symbols("z0", real=True)
    time = sp.integrate(sp.expand(1 / SIGMA.subs(Z, -Z)), (Z, start, 0))
    yield "the start to 0", ...
    yield r"and $\frac{1}{\sigma(-z)} = 1 + \mathrm{e}^{z}$", ..., sp.expand(1 / SIGMA.subs(Z, -Z) - sp.exp(Z))
    yield r"= \frac{1}{\eta} \int_{z_0}^{0} (1", ..., ..., sp.expand(1 / SIGMA.subs(Z, -Z) - sp.exp(Z))
    yield r"= \frac{-z_0 + 1", sp.expand(time + start + sp.exp(start))
    yield (
        r"is $2\eta\, p\,(1 - p)^2$. With $\mathrm{d}p = p(1 - p)\,\mathrm{d}z$",
        sp.simplify(SPEED / (SIGMA * (1 - SIGMA) ** 2)),
        ...,
        ...,
        sp.simplify(SLOPE / SIGMA + SIGMA),
    )
    yield r"one term counts, $\frac{1}{2\eta}\,\mathrm{e}^{-z_0}$", ..., FAR


def a_data_set():
    """A data set."""
    yield "an anecdote. Take 200", ...
    yield "Steps until 90", ...
    yield "to 216, the other to 5", *(learned(squared, 3) for squared in (True, False))


def the_mistake_that_lasts():
    """The mistake that lasts for ever."""
    border = rounded(np.float32)
    z = np.arange(0, 24, 0.05).astype(np.float32)
    p = 1 / (1 + np.exp(-z))
    yield "side: the label is 0", ...
    yield "near 1, and beyond $z = 16.64$ the sigmoid is rounded to exactly 1", ..., border, p[z > border].min()
    yield "$1 - p$ is 0", ..., (1 - p)[z > border].max()
    yield "down, ending at 16.65", z[p == 1].min()


def what_to_take_away():
    """What to take away, and your turn."""
    rate = round(math.exp(12) / (float(FAR) * 10), -3)
    slope = pull_at(SQUARED_PULL, 0)
    yield r"about $(1 - z)/\eta$ | about $\mathrm{e}^{-z}/(2\eta)$", ..., FAR
    yield r"(for $\eta = 1$) | 2.7", ..., math.e
    yield (
        "beyond 16.6, where $p$ is near 1 | the slope is 1 | the slope is 0",
        rounded(np.float32),
        ...,
        special.expit(np.float32(17)),
        1 - special.expit(np.float32(17)),
    )
    yield "error is nearly 1", pull_at((SIGMA - Y) ** 2, -12).evalf(20)
    yield "near 0 single precision would still see a slope, because numbers near 0", ..., ...
    yield "at $z = -12$", ...
    yield "example at $z = 0$", ...
    yield r"says $\mathrm{e}^{12}/(2\eta) \approx 10$, so $\eta$ near 8,000", ..., FAR, ..., rate
    yield r"at $z = 0$ the slope is $-\tfrac{1}{4}$", ..., slope
    yield "the score to 2,000", -rate * slope
