"""The numbers on the pages about saddles, and those of the topic's answer: by counting, walking and SymPy."""

import math

import numpy as np
import sympy as sp

from snippets.hessian_and_critical_points.numbers.surfaces import X, Y, at, flat_places
from snippets.hessian_and_critical_points.numbers.valleys import worst_off_home
from snippets.hessian_and_critical_points.saddles import random_symmetric

PASS = X**2 / 2 - Y**2 / 2 + Y**4 / 4


def _share_of_minima(size):
    """Share of the figure's random symmetric matrices of a size that are positive definite, by their leading minors."""
    rng = np.random.default_rng(2014)
    for n in range(1, size + 1):
        matrices = random_symmetric(n, 400_000, rng)
    minors = [np.linalg.det(matrices[:, :k, :k]) > 0 for k in range(1, size + 1)]
    return np.all(minors, axis=0).mean()


def _leaves(start, rate=0.1):
    """Step at which descent on the mountain pass from (1, start) is visibly below the saddle, by 0.02."""
    x, y, steps = 1.0, start, 0
    while at_pass(x, y) > -0.02:
        x, y, steps = x - rate * x, y - rate * (y**3 - y), steps + 1
    return steps


def at_pass(x, y):
    """Return the value of the mountain pass.

    >>> at_pass(0, 1)
    -0.25
    """
    return x**2 / 2 - y**2 / 2 + y**4 / 4


def _until(factor, share):
    """Steps until a distance that grows by a factor each step has grown to a share."""
    distance, steps = 1.0, 0
    while distance < share:
        distance, steps = distance * factor, steps + 1
    return steps


def many_variables_many_saddles():
    """Many variables, many saddles."""
    bottom = flat_places(PASS)[-1]
    plateaus = [5 * round(_leaves(start) / 5) for start in (1e-2, 1e-5, 1e-8)]
    growth = 1 - sp.Rational(1, 10) * -2
    yield r"With $n = 10$ it is one in a thousand, with $n = 100$ it is $8 \cdot 10^{-31}$", ..., ..., 0.5**100
    yield "to 4, it falls much faster, to 0.0024 at n = 4", ..., _share_of_minima(4), ...
    yield r"Letters, 2006) found that the share falls like $\e^{-n^2 \ln(3) / 4}$", ..., ..., ..., ...
    yield "and his coauthors (2014", ...
    yield "a network with 13", 4 * (1 + 1 + 1) + 1
    yield r"is $1 - \eta\lambda = 1 + \eta\abs{\lambda}$, more than 1", ..., ..., ...
    yield "For $y_0 = 0$", ...
    yield "starts 0.01, 0.00001 and 0.00000001", ..., ..., ...
    yield "at 0, stay there until about steps 30, 105 and 175", at(PASS, 0, 0), *plateaus
    yield "to the minimum −0.25", at(PASS, *bottom)
    yield r"On $\frac{x^2}{2} - \frac{y^2}{2} + \frac{y^4}{4}$", ..., ..., ..., ..., ..., ...
    yield "start 1,000 times closer to the ridge costs about 72", ..., math.log(1000) / math.log(1.1)
    yield "eigenvalue) with probability 0", ...
    yield "Converges to Minimizers*, 2016)", ...
    yield "Escape Saddle Points*, 2017)", ...
    yield "= 0.1 and λ = −2", ..., ...
    yield (
        r"by 1,000? $\ln 1000 / \ln 1.2 = 37.9$, so 38",
        ...,
        ...,
        growth,
        math.log(1000, growth),
        _until(growth, 1000),
    )


def the_question_that_opened_the_topic():
    """The question that opened the topic."""
    left = 1 - sp.Rational(2, 2 + 2000) * 2
    yield (
        r"to $\arcsin\frac{\kappa - 1}{\kappa + 1}$ off the way to the minimum; for $\kappa = 1000$",
        ...,
        ...,
        2000 / 2,
    )
    yield r"$\kappa = 1000$ that is 86.4°", 2000 / 2, worst_off_home(1000)
    yield "kept 99.8% of its distance each time: $0.998^{1000} = 0.135$", 100 * left, ..., left**1000
