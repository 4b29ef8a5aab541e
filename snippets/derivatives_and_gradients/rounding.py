"""How wrong is a numerical derivative? Two errors that pull in opposite directions.

*Truncation*: the difference quotient belongs to a secant, not to the tangent. By Taylor's theorem the forward
difference is off by about h/2 · f''(x), the central one by about h²/6 · f'''(x). Smaller h is better.

*Rounding*: every number is stored with a relative error of up to u = 2⁻⁵³ = 1.1e-16. That holds for the two values
of f, whose leading digits the subtraction f(x + h) - f(x) cancels, and for the argument x + h: a place that is off by
u·|x| moves the value by u·|x·f'(x)|. What is left of both is divided by h. Larger h is better.

On paper with two logarithmic axes the first error is a line with slope 1 (forward) or 2 (central), the second a line
with slope -1. The best h is where they cross.
"""

from snippets.derivatives_and_gradients.derivatives import central_difference, forward_difference

UNIT_ROUNDOFF = 2.0**-53  # half the spacing of double-precision numbers just above 1


# --8<-- [start:difference_errors]
def difference_errors(f, derivative, x, steps):
    """Absolute errors of both differences at x; `derivative` is the exact f'.

    `steps` is one h, or an array of them of shape (m,); so is each error.

    >>> import math
    >>> forward, central = difference_errors(math.sin, math.cos, 1, 0.01)
    >>> f"{forward:.0e}", f"{central:.0e}"
    ('4e-03', '9e-06')
    """
    forward = abs(forward_difference(f, x, steps) - derivative(x))
    central = abs(central_difference(f, x, steps) - derivative(x))
    return forward, central


# --8<-- [end:difference_errors]


# --8<-- [start:rounding_bounds]
def forward_rounding(x, value, slope, h):
    """Bound on the rounding error of a forward difference at x.

    `value` is f(x), `slope` is f'(x). Both values are rounded, and x + h.

    >>> f"{forward_rounding(x=1, value=1, slope=1, h=1e-8):.1e}"
    '3.3e-08'
    """
    return UNIT_ROUNDOFF * (2 * abs(value) + abs(x * slope)) / h


def central_rounding(x, value, slope, h):
    """Bound on the rounding error of a central difference at x.

    Two values and two arguments, divided by 2h.

    >>> f"{central_rounding(x=1, value=1, slope=1, h=1e-5):.1e}"
    '2.2e-11'
    """
    return UNIT_ROUNDOFF * (abs(value) + abs(x * slope)) / h


# --8<-- [end:rounding_bounds]


# --8<-- [start:best_steps]
def best_forward_step(x, value, slope, second_derivative):
    """Step h at which h/2·|f''| + u·(2|f| + |x·f'|)/h is smallest.

    >>> f"{best_forward_step(x=1, value=1, slope=1, second_derivative=1):.1e}"
    '2.6e-08'
    """
    rounded = 2 * abs(value) + abs(x * slope)
    return (2 * UNIT_ROUNDOFF * rounded / abs(second_derivative)) ** (1 / 2)


def best_central_step(x, value, slope, third_derivative):
    """Step h at which h²/6·|f'''| + u·(|f| + |x·f'|)/h is smallest.

    >>> f"{best_central_step(x=1, value=1, slope=1, third_derivative=1):.1e}"
    '8.7e-06'
    """
    rounded = abs(value) + abs(x * slope)
    return (3 * UNIT_ROUNDOFF * rounded / abs(third_derivative)) ** (1 / 3)


# --8<-- [end:best_steps]


# --8<-- [start:step_really_taken]
def central_over_run(f, x, h=1e-5):
    """Central difference, divided by the run really made.

    x + h and x - h are rounded, and their difference is the run between
    the places at which f was asked. The subtraction is exact.

    >>> central_difference(lambda x: x, 3, 1e-12) == 1
    False
    >>> central_over_run(lambda x: x, 3, 1e-12)
    1.0
    """
    ahead, behind = x + h, x - h
    return (f(ahead) - f(behind)) / (ahead - behind)


# --8<-- [end:step_really_taken]
