r"""Checks of the errors of numerical derivatives, and of the steps at which they are smallest."""

import math

import mpmath
from scipy import optimize

from snippets.derivatives_and_gradients.rounding import UNIT_ROUNDOFF
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


def smallest(bound):
    """The step h between 1e-13 and 1 at which a bound on the error is smallest, by a search over log h."""
    found = optimize.minimize_scalar(
        lambda log_h: math.log(bound(math.exp(log_h))), bounds=(-30, 0), method="bounded", options={"xatol": 1e-12}
    )
    return math.exp(found.x)


def best_forward_step(random):
    r"""$$h_{\text{best}} = 2 \sqrt{u \abs{\frac{f(x)}{f''(x)}}}$$

    A random function: the formula, against a search for the smallest sum of both error bounds.
    """
    f, x = RandomFunction(random), random.normal()
    value, bend = f(x), f.derivative(x, 2)
    measured = smallest(lambda h: h / 2 * abs(bend) + 2 * UNIT_ROUNDOFF * abs(value) / h)
    return 2 * math.sqrt(UNIT_ROUNDOFF * abs(value / bend)), measured, 1e-5


def best_central_step(random):
    r"""$$h_{\text{best}} = \sqrt[3]{3 u \abs{\frac{f(x)}{f'''(x)}}}$$

    A random function: the formula, against a search for the smallest sum of both error bounds.
    """
    f, x = RandomFunction(random), random.normal()
    value, third = f(x), f.derivative(x, 3)
    measured = smallest(lambda h: h**2 / 6 * abs(third) + UNIT_ROUNDOFF * abs(value) / h)
    return (3 * UNIT_ROUNDOFF * abs(value / third)) ** (1 / 3), measured, 1e-5
