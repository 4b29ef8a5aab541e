"""Numbers of the section on frameworks, and of the loss whose parameters move one at a time."""

import sympy as sp

from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, mean_squared_error, mse_gradient


def polynomial_in_your_framework():
    """In your framework."""
    x, y = sp.symbols("x y")
    f = x**2 * y + 3 * x * y**2 + y**3
    slopes = [sp.diff(f, letter).subs({x: 1, y: 2}) for letter in (x, y)]
    yield r"at $(1, 2)$ has the gradient $(16, 25)^\T$", ..., ..., *slopes


def one_parameter_at_a_time():
    """The loss of the seedling, when one of its two parameters moves."""
    here, along_w, along_b = (mean_squared_error(w, b, WEEKS, HEIGHTS) for w, b in ((0, 0), (0.01, 0), (0, 0.01)))
    yield "$w = b = 0$ the loss 33.132. Move $w$ alone to 0.01: the loss becomes 32.8526", ..., here, ..., along_w
    yield "which is 0.2794 less, 27.94 per unit", here - along_w, 100 * (here - along_w)
    yield "Move $b$ alone to 0.01: it becomes 33.0321, which is 9.99 less", ..., along_b, 100 * (here - along_b)
    slopes = mse_gradient(0, 0, WEEKS, HEIGHTS)
    yield "partial derivatives are near −28 and −10", *slopes
    yield "so −28 is in cm²", slopes[0]
