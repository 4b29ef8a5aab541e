"""How wrong is a numerical derivative? Two errors that pull in opposite directions.

*Truncation*: the difference quotient belongs to a secant, not to the tangent. By Taylor's theorem the forward
difference is off by about h/2 · f''(x), the central one by about h²/6 · f'''(x). Smaller h is better.

*Rounding*: a value of f is stored with a relative error of up to u = 2⁻⁵³ = 1.1e-16. The subtraction f(x + h) - f(x)
cancels the leading digits, and what is left is divided by h: an error of up to about 2u·|f(x)|/h. Larger h is better.

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


# --8<-- [start:best_steps]
def best_forward_step(value, second_derivative):
    """Step h at which h/2·|f''| + 2u·|f|/h is smallest.

    >>> f"{best_forward_step(value=1, second_derivative=1):.0e}"
    '2e-08'
    """
    return 2 * (UNIT_ROUNDOFF * abs(value / second_derivative)) ** (1 / 2)


def best_central_step(value, third_derivative):
    """Step h at which h²/6·|f'''| + u·|f|/h is smallest.

    >>> f"{best_central_step(value=1, third_derivative=1):.0e}"
    '7e-06'
    """
    return (3 * UNIT_ROUNDOFF * abs(value / third_derivative)) ** (1 / 3)


# --8<-- [end:best_steps]
