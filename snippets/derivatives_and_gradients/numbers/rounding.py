"""How a computer measures a slope: errors measured, best steps found by a search, not by the formulas of the page."""

import math
import sys

import numpy as np
from scipy.optimize import minimize_scalar

from snippets.derivatives_and_gradients.derivatives import central_difference, forward_difference
from snippets.derivatives_and_gradients.rounding import difference_errors

EPSILON = sys.float_info.epsilon
UNIT = EPSILON / 2
SINGLE = float(np.finfo(np.float32).eps)
DIGITS = -math.log10(UNIT)


def best_step(error):
    """Return the step at which a bound on the error is smallest, and the error there, by a search over its logarithm.

    >>> step, least = best_step(lambda h: h / 2 + 2 / h)
    >>> round(float(step), 4), round(least, 4)
    (2.0, 2.0)
    """
    found = minimize_scalar(lambda power: math.log(error(10**power)), bounds=(-14, 1), method="bounded")
    return 10**found.x, math.exp(found.fun)


def forward_bound(unit, value=1.0, turned=1.0, second=1.0):
    """Return the bound on the error of a forward difference, as a function of the step; `turned` is x·f'.

    >>> round(forward_bound(0.5)(1), 4)
    2.0
    """
    return lambda step: step / 2 * abs(second) + unit * (2 * abs(value) + abs(turned)) / step


def central_bound(unit, value=1.0, turned=1.0, third=1.0):
    """Return the bound on the error of a central difference, as a function of the step; `turned` is x·f'.

    >>> round(central_bound(0.5)(1), 4)
    1.1667
    """
    return lambda step: step**2 / 6 * abs(third) + unit * (abs(value) + abs(turned)) / step


def slope(steps):
    """Return the slopes of both errors of the sine at 1 on logarithmic axes, fitted: forward, central.

    >>> [round(float(fitted), 1) for fitted in slope(np.logspace(-3, -1, 20))]
    [1.0, 2.0]
    """
    errors = difference_errors(np.sin, np.cos, 1.0, steps)
    return [np.polyfit(np.log(steps), np.log(error + 1e-20), 1)[0] for error in errors]


def magnitude(value):
    """Return the power of ten that is nearest.

    >>> magnitude(2.1e-8)
    1e-08
    """
    return 10.0 ** round(math.log10(value))


def error_in_single(step, both_sides):
    """Return a typical error of a difference of the sine near 1, divided by the run, of values in single precision.

    >>> error_in_single(5e-3, both_sides=True) < error_in_single(5e-4, both_sides=False)
    True
    """
    x = np.float32(1) + np.linspace(0, 0.2, 400, dtype=np.float32)
    ahead = x + np.float32(step)
    behind = x - np.float32(step) if both_sides else x
    rise = np.float32(np.sin(ahead.astype(float))) - np.float32(np.sin(behind.astype(float)))
    return float(np.sqrt(np.mean((rise / (ahead - behind) - np.cos(x.astype(float))) ** 2)))


def typical_error(step, both_sides):
    """Return a typical error of a difference of the sine near 1 in double precision, divided by the step as asked for.

    >>> typical_error(1e-5, both_sides=True) < typical_error(1e-8, both_sides=False)
    True
    """
    random = np.random.default_rng(1)
    x, steps = random.uniform(0.9, 1.1, 4000), step * random.uniform(0.9, 1.1, 4000)
    behind = x - steps if both_sides else x
    slopes = (np.sin(x + steps) - np.sin(behind)) / (2 * steps if both_sides else steps)
    return float(np.sqrt(np.mean((slopes - np.cos(x)) ** 2)))


WIDE, TINY = np.logspace(-3, -1, 20), np.logspace(-14, -9, 2000)
STEPS_OF_SINE = (
    best_step(forward_bound(UNIT, math.sin(1), math.cos(1), math.sin(1)))[0],
    best_step(central_bound(UNIT, math.sin(1), math.cos(1), math.cos(1)))[0],
)


def how_a_computer_measures_a_slope():
    """How a computer measures a slope: first tries, and the picture."""
    yield r"For the sine at 1 the derivative is $\cos 1 = 0.5403$", ..., ..., math.cos(1)
    yield "With $h$ = 1e-8 the secant slope is 0.5403, good", ..., forward_difference(math.sin, 1, 1e-8)
    yield "With $h$ = 1e-15, ten million times", ...
    yield "closer to the limit, it is 0.5551", forward_difference(math.sin, 1, 1e-15)
    yield "the central difference of the sine at 1 against", ...
    yield "falls with slope 1 and the central error with slope 2", *slope(WIDE)
    yield "raggedly, with slope −1. The best steps by formula, about 2e-8 and 9e-6", slope(TINY)[0], *STEPS_OF_SINE
    yield "with slopes 1 and 2. Then they rise along a ragged line with slope −1", *slope(WIDE), slope(TINY)[1]
    yield "$h > 0$ is the step and $f''$", ...
    yield "is the exponent: 1 and 2", *slope(WIDE)


def two_errors():
    """How a computer measures a slope: truncation, rounding, and where they balance."""
    yield "A double-precision number keeps about 16 digits", DIGITS
    yield r"$u = 2^{-53} = 1.1 \cdot 10^{-16}$, the", UNIT, UNIT
    yield "That is the line with slope −1", slope(TINY)[0]
    yield r"$1.1 \cdot 10^{-16}$ for doubles", UNIT
    yield "For the sine at 1 these are 2.4e-8 and 9.5e-6", ..., *STEPS_OF_SINE
    yield r"$\sqrt[3]{\varepsilon}$, with $\varepsilon = 2u = 2.2 \cdot 10^{-16}$", ..., EPSILON / UNIT, EPSILON
    defaults = [difference.__defaults__[0] for difference in (forward_difference, central_difference)]
    yield "Hence the defaults 1e-8 and 1e-5", *defaults
    errors = [typical_error(1e-8, both_sides=False), typical_error(1e-5, both_sides=True)]
    yield "an error\nof about 1e-8 forward and 1e-11 central", *map(magnitude, errors)
    yield "half of the 16 digits", DIGITS


def rules_of_thumb():
    """How a computer measures a slope: three rules of thumb, and what a numerical derivative is for."""
    yield "Doubles near $10^9$ are 1.2e-7 apart, so at $x = 10^9$ the step 1e-8 is lost", ..., np.spacing(1e9), ..., ...
    yield "the slope comes out as 0", forward_difference(lambda x: x**2, 1e9)
    yield "Take 1e-5 times the larger of 1 and", ..., ...
    yield r"In single precision $u$ is $6 \cdot 10^{-8}$", SINGLE / 2
    forward, central = (best_step(bound(SINGLE / 2))[0] for bound in (forward_bound, central_bound))
    # From the roots of epsilon, which the page takes, to the steps that make the sums of the bounds smallest.
    yield "near 5e-4 (forward) and 5e-3 (central)", (SINGLE ** (1 / 2), forward), (SINGLE ** (1 / 3), central)
    left = [-math.log10(error_in_single(*case)) for case in ((5e-4, False), (5e-3, True))]
    yield "about 3 digits (forward) or 5 (central) are left", *map(math.floor, left)
    measured = abs(central_difference(math.sin, 1, 0.01) - math.cos(1))
    yield "at h = 0.01 is 9e-6. What do you expect at h = 0.001?", ..., measured, ...
    yield "A hundredth of it, 9e-8", measured / 100
    yield "At $h$ = 1e-8 the same rule would promise 9e-18", ..., measured * (1e-8 / 0.01) ** 2
