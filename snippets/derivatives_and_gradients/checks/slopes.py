r"""Checks of the derivative and the tangent."""

import mpmath

from snippets.oracles import complex_step, tiny
from snippets.random_functions import RandomFunction


def derivative_definition(random):
    r"""$$f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}$$

    The quotient of a random function for a tiny h, of either sign and with 60 digits, against the complex step.
    """
    f, x = RandomFunction(random), mpmath.mpf(random.normal())
    with mpmath.workdps(60):
        h = tiny(random, -25, -15) * int(random.choice([-1, 1]))
        quotient = (f(x + h) - f(x)) / h
    return float(quotient), complex_step(f, float(x))


def tangent_approximation(random):
    r"""$$f(x + h) \approx f(x) + f'(x)\, h$$

    The height of the tangent of a random function, h = 0.001 or less away from x, against the height of the curve.
    """
    f, x, h = RandomFunction(random), random.normal(), random.uniform(-1e-3, 1e-3)
    return f(x) + f.derivative(x) * h, f(x + h), 1e-5
