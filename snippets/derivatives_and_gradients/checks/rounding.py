r"""Checks of the errors of numerical derivatives, and of the steps at which they are smallest."""

import itertools
import math

import mpmath
from scipy import optimize

from snippets.oracles import tiny
from snippets.random_functions import RandomFunction


def forward_error(random):
    r"""$$\frac{f(x + h) - f(x)}{h} - f'(x) \approx \frac{h}{2} f''(x)$$

    A random function with a tiny h and 60 digits, so that no rounding hides the truncation error.
    """
    f = RandomFunction(random)
    with mpmath.workdps(60):
        x, h = mpmath.mpf(random.normal()), tiny(random, -12, -7)
        measured = (f(x + h) - f(x)) / h - mpmath.diff(f, x)
    return float(h / 2 * f.derivative(x, 2)), float(measured), 1e-5


def central_error(random):
    r"""$$\frac{f(x + h) - f(x - h)}{2h} - f'(x) \approx \frac{h^2}{6} f'''(x)$$

    A random function with a tiny h and 60 digits, so that no rounding hides the truncation error.
    """
    f = RandomFunction(random)
    with mpmath.workdps(60):
        x, h = mpmath.mpf(random.normal()), tiny(random, -12, -7)
        measured = (f(x + h) - f(x - h)) / (2 * h) - mpmath.diff(f, x)
    return float(h**2 / 6 * f.derivative(x, 3)), float(measured), 1e-5


def _worst(difference, f, x, slope, u):
    """Return the largest error that rounding can make, as a function of h: each place and value is off by u up or down.

    `difference` makes a slope of f, x and h. It asks f for values at places, of which only x itself is exact.
    """

    def error(h):
        exact = {}

        def rounded(signs):
            signs = iter(signs)

            def value(place):
                place = place if place == x else place * (1 + next(signs) * u)
                if place not in exact:
                    exact[place] = f(place)
                return exact[place] * (1 + next(signs) * u)

            return difference(value, x, h)

        return max(abs(rounded(signs) - slope) for signs in itertools.product((-1, 1), repeat=4))

    return error


def _smallest(error):
    """Return the step at which an error is smallest, by a search over log h."""
    found = optimize.minimize_scalar(
        lambda log_h: float(mpmath.log(error(mpmath.exp(log_h)))),
        bounds=(-50, -5),
        method="bounded",
        options={"xatol": 1e-9},
    )
    return math.exp(found.x)


def _some_place(random):
    """Return a random function, a place and the unit roundoff of a format with 53, 64 or 113 binary digits."""
    return (
        RandomFunction(random),
        mpmath.mpf(random.normal(scale=3)),
        mpmath.mpf(2) ** -int(random.choice([53, 64, 113])),
    )


def best_forward_step(random):
    r"""$$h_{\text{best}} = \sqrt{2u\, \frac{2 \abs{f(x)} + \abs{x f'(x)}}{\abs{f''(x)}}}$$

    A random function in one of three number formats: the formula, against a search for the step whose largest error is
    smallest, if x + h and both values are rounded up or down, each in the least favorable way.
    """
    f, x, u = _some_place(random)
    with mpmath.workdps(80):
        slope = mpmath.diff(f, x)
        measured = _smallest(_worst(lambda f, x, h: (f(x + h) - f(x)) / h, f, x, slope, u))
    # no difference: float(f(x)) -> -float(f(x)): only its size counts.
    # no difference: f.derivative(float(x), 2) -> -f.derivative(float(x), 2): only its size counts.
    value, slope, bend = float(f(x)), float(slope), f.derivative(float(x), 2)
    return math.sqrt(2 * float(u) * (2 * abs(value) + abs(float(x) * slope)) / abs(bend)), measured, 1e-5


def best_central_step(random):
    r"""$$h_{\text{best}} = \sqrt[3]{3u\, \frac{\abs{f(x)} + \abs{x f'(x)}}{\abs{f'''(x)}}}$$

    A random function in one of three number formats: the formula, against a search for the step whose largest error is
    smallest, if x + h, x - h and both values are rounded up or down, each in the least favorable way.
    """
    f, x, u = _some_place(random)
    with mpmath.workdps(80):
        slope = mpmath.diff(f, x)
        measured = _smallest(_worst(lambda f, x, h: (f(x + h) - f(x - h)) / (2 * h), f, x, slope, u))
    # no difference: float(f(x)) -> -float(f(x)): only its size counts.
    # no difference: f.derivative(float(x), 3) -> -f.derivative(float(x), 3): only its size counts.
    value, slope, third = float(f(x)), float(slope), f.derivative(float(x), 3)
    return (3 * float(u) * (abs(value) + abs(float(x) * slope)) / abs(third)) ** (1 / 3), measured, 1e-5
