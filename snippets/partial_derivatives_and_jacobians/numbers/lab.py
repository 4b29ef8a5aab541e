"""The lab: its counts and sums by integrals, its determinants by SymPy."""

import math

import numpy as np
import sympy as sp
from scipy import integrate, stats

MANY, SIDE = 400_000, 0.2
a, b, n = sp.symbols("a b n", real=True)


def expected(place):
    """Return how many points a small box at a place should hold.

    >>> round(expected((0, 0)))
    2546
    """
    return MANY * SIDE**2 * math.prod(stats.norm.pdf(place))


def percent(count):
    """Return the uncertainty of a count in percent, that of a Poisson distribution.

    >>> percent(100)
    10.0
    """
    return float(100 * stats.poisson(count).std() / count)


def one_bend():
    """One bend."""
    lift = sp.Matrix([a, b + a**2 / 2])
    slopes = lift.jacobian([a, b])
    first, last = expected((0, 0)), expected((1.5, -1))
    yield "a count of 400,000", ...
    yield "points go? Throw 400,000", ...
    yield r"first, $$f(x_1, x_2) = (x_1,\; x_2 + x_1^2 / 2).$$", ..., ...
    yield (
        "are $(1, 0)$ and $(x_1, 1)$, and the determinant is 1",
        *(slopes[0, 0], slopes[0, 1], slopes[1, 1], slopes.det()),
    )
    yield (
        "about 2,500, so 2 percent; at the last one it is 500, so 4 to 5",
        *(round(first, -2), percent(first), round(last, -1)),
        *(math.floor(percent(last)), math.ceil(percent(last))),
    )


def a_bend_that_squeezes():
    """A bend that squeezes."""
    scale, shift = sp.Function("s"), sp.Function("t")
    slopes = sp.Matrix([a, sp.exp(scale(a)) * b + shift(a)]).jacobian([a, b])
    within = stats.norm.cdf(3) - stats.norm.cdf(-3)
    spread, _ = integrate.quad(lambda v: stats.norm.pdf(v) * math.exp(0.8 * math.sin(2 * v)), -3, 3)
    yield "the rows $(1, 0)$", *slopes.row(0)
    yield "Sohl-Dickstein and Bengio, 2017)", ...
    yield r"with $s(x_1) = 0.8 \sin(2 x_1)$ and $t = 0$", ..., ..., ...
    yield "must add up to 1", stats.norm.cdf(np.inf)
    yield "is 0.995. What is missing is the probability outside the square from −3", within**2, ...
    yield "to 3, about half a percent. Without it the sum is 1.16", ..., spread * within


def deep_maps():
    """A deep map, the picture, and your turn."""
    elimination = sp.summation(a * (a + 1), (a, 1, n - 1))
    yield r"of $n$ = 3,072 numbers ($32 \times 32$ pixels", 32 * 32 * 3, ..., ...
    yield (
        "about $n^3/3$, or 10",
        *(sp.degree(elimination, n), 1 / sp.LC(elimination, n), elimination.subs(n, 3072) / 1e9),
    )
    yield "Left, the points: 400,000", ...
    yield "Left, 400,000", ...
    noise = stats.poisson(100).std() / math.sqrt(stats.poisson(100).mean())
    yield "about 1. It is. (A little more than 1", noise, noise
    yield "= 1 to 6", ..., ...
    yield "by $0.7 |a|$. The map then has a kink at $a = 0$", ..., ...
    yield "with $a = 0$ exactly have probability 0", ..., sp.integrate(sp.exp(-(a**2) / 2), (a, 0, 0))
