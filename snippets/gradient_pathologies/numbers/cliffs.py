"""The numbers of the lesson on plateaus and cliffs."""

import math
from functools import cache

import sympy as sp
from scipy import integrate, optimize


def _slope(w):
    """Slope of ½ (w²⁰ - 1)², multiplied out: 20 w³⁹ - 20 w¹⁹."""
    return 20 * w**39 - 20 * w**19


def _loss(w):
    return (w**20 - 1) ** 2 / 2


def _minimum():
    """Where the loss is least for w > 0, by a search."""
    return round(optimize.minimize_scalar(_loss, bounds=(0.4, 1.25), method="bounded", options={"xatol": 1e-12}).x, 6)


def _steep():
    """Factor and power of the slope on the plateau, where w²⁰ is left out beside 1."""
    w = sp.Symbol("w", positive=True)
    return (sp.diff((w**20 - 1) ** 2 / 2, w).expand().coeff(w, 19), 19)


def _rest():
    """What the integral is divided by, besides the rate."""
    w = sp.Symbol("w", positive=True)
    return [(sp.Rational(1, 2) ** -18 - 1) / sp.integrate(1 / (20 * w**19), (w, sp.Rational(1, 2), 1))]


def _time(start, end=1.0, rate=0.01):
    """Steps across the plateau, as the integral that the page solves, by quadrature."""
    return integrate.quad(lambda w: 1 / (20 * rate * w**19), start, end)[0]


def _halfway(start):
    return optimize.brentq(lambda w: _time(start, w) - _time(start) / 2, start, 1)


@cache
def _steps(w):
    """Steps of descent with the rate 0.01, each 0.01 long at most, until w is nearer to 1 than 0.01."""
    count = 0
    while abs(w - 1) >= 0.01:
        w, count = w - max(-0.01, min(0.01, 0.01 * _slope(w))), count + 1
    return count


def plateaus_and_cliffs_the_top_of_the_page():
    """The top of the page."""
    yield "used 20 times in a row: the state starts at 1", ..., ...
    yield r"at 1. The loss is $L(w) = \frac{1}{2}(w^{20} - 1)^2$", ..., ..., ..., ..., ...
    yield "at $w = 1$", _minimum()
    yield "the 20 minus 1) squared against w from 0.4 to 1.15. From 0.4 to 0.8", ..., ..., ..., ..., ..., ...
    yield "to 0 at 1, and beyond 1", _loss(_minimum()), _minimum(), ...
    yield "with clipping, from 1.08", ...
    yield "For $w > 0$", ...


def plateaus_and_cliffs_the_gradient_s_length_is_not_a_distance():
    """The gradient's length is not a distance."""
    yield "gradient is ==1:nearly 0", ...
    yield (
        "At $w = 0.6$ the slope is −0.0012. With the rate 0.01 descent takes 2,749",
        ...,
        _slope(0.6),
        ...,
        _steps(0.6),
    )
    yield "**Zero.** Exactly 0", ...
    yield (
        "At $w = 1.3$ the slope is 552,751. A step with the rate 0.01 leads to −5,526.2",
        ...,
        _slope(1.3),
        ...,
        1.3 - 0.01 * _slope(1.3),
    )
    yield "takes 2,749 steps to come near 1", _steps(0.6), _minimum()
    yield "does 2,749 come from? On the plateau $w^{20}$ is next to 0", _steps(0.6), ..., ...
    yield "is nearly $-20\\, w^{19}$", *_steep()
    yield "lengthens $w$ by $20\\, \\eta\\, w^{19}$", -_steep()[0], _steep()[1]
    yield (
        "$$\\int_{w_0}^{1} \\frac{\\dd w}{20\\, \\eta\\, w^{19}} = \\frac{w_0^{-18} - 1}{360",
        1,
        -_steep()[0],
        _steep()[1],
        1 - _steep()[1],
        1,
        *_rest(),
    )
    yield "For $w_0 = 0.6$ and $\\eta = 0.01$ that is 2,735", ..., ..., _time(0.6)
    yield "reached 0.624, so the first half of training shows nothing at all. From 0.5", _halfway(0.6), ...
    yield "out, it is 72,818", _time(0.5)


def plateaus_and_cliffs_clipping():
    """Clipping."""
    yield "in recurrent networks (2013", ...
    yield "to 1, the same walk comes down the cliff in 29 steps of 0.01", ..., _steps(1.3), ...
    yield (
        r"thing. $(100, 1)^\T$ clipped by norm to 1 becomes $(0.99995, 0.0099995)^\T$",
        ...,
        ...,
        ...,
        100 / math.hypot(100, 1),
        1 / math.hypot(100, 1),
    )
    yield (
        r"becomes $(1, 1)^\T$: turned by 44.4°",
        min(100, 1),
        min(1, 1),
        math.degrees(math.atan2(1, 1) - math.atan2(1, 100)),
    )
    yield "for adaptivity*, ICLR 2020", ...


def plateaus_and_cliffs_what_makes_cliffs():
    """What makes cliffs."""
    yield "is the power 20", ...
    yield "With $D = 50$ layers and a step that changes every weight by 2", ..., ...
    yield "length 40, the limit is 5, the rate 0.1", ..., ..., ...
    yield "it without clipping? 0.5", 0.1 * 5


def plateaus_and_cliffs_exercises():
    """Exercises."""
    yield "Hint: Squares of 1e200", ...


def plateaus_and_cliffs_a_common_mistake():
    """A common mistake."""
    yield "write:** `np.clip(g, -1, 1)`", ..., ...
    yield r"valley, $\frac{1}{2}(x^2 + 100 y^2)$ at $(3, 1)$", ..., ..., ..., ..., ..., ...
    yield (
        "is −0.0012, 0.4 units take 2,749 steps. On the cliff, where it is 552,751",
        _slope(0.6),
        1 - 0.6,
        _steps(0.6),
        _slope(1.3),
    )
    yield "one step is 5,528", 0.01 * _slope(1.3)
