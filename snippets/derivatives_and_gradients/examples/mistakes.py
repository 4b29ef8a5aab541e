"""Mistakes, each in a case in which it fails where everyone can see it."""

from math import cos, exp, pi, sin

import numpy as np

from snippets.derivatives_and_gradients.derivatives import central_difference, forward_difference
from snippets.derivatives_and_gradients.descent import gradient_descent, parabola, parabola_slope
from snippets.derivatives_and_gradients.gradients import directional_derivative, numerical_gradient, saddle_gradient
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, fit, mean_squared_error


# --8<-- [start:forgotten_chain]
def forgotten_chain():
    """Print the slope of e^(x²) at 1, with and without the inner rate."""
    print(f"with 2x     {2 * exp(1):.4f}")
    print(f"without     {exp(1):.4f}")
    print(f"measured    {central_difference(lambda x: exp(x**2), 1):.4f}")


# --8<-- [end:forgotten_chain]


# --8<-- [start:melted_variable]
def melted_variable():
    """Print ∂/∂x of x²y³ at (1, 2), right and wrong."""
    x, y = 1, 2
    measured = central_difference(lambda x: x**2 * y**3, x)
    print("y held              ", 2 * x * y**3)
    print("y differentiated too", 2 * x * 3 * y**2)
    print("measured            ", round(measured, 4))


# --8<-- [end:melted_variable]


# --8<-- [start:gradient_as_number]
def gradient_as_number():
    """Print the gradient of x² + 2y² at (2, -1), its length and its sum."""
    gradient = numerical_gradient(lambda p: p[0] ** 2 + 2 * p[1] ** 2, [2, -1])
    print("gradient      ", gradient.round(4).tolist())
    print("steepest slope", f"{np.linalg.norm(gradient):.4f}")
    print("sum           ", abs(gradient.sum().round(4)))


# --8<-- [end:gradient_as_number]


# --8<-- [start:wrong_sign]
def wrong_sign():
    """Print losses (w - 3)² from w = 10: minus, then plus the gradient."""
    down = gradient_descent(parabola_slope, 10, 0.1, steps=3)
    up = gradient_descent(lambda w: -parabola_slope(w), 10, 0.1, steps=3)
    print("minus", parabola(down).round(2).tolist())
    print("plus ", parabola(up).round(2).tolist())


# --8<-- [end:wrong_sign]


# --8<-- [start:arrow_length]
def arrow_length():
    """Print gradient times arrow, and the slope, for one direction."""
    print("length  product  slope")
    for arrow in ([0.5**0.5, 0.5**0.5], [1, 1], [2, 2]):
        length, product = np.linalg.norm(arrow), np.dot([2, 4], arrow)
        slope = directional_derivative([2, 4], arrow)
        print(f"{length:.4f}  {product:7.4f}  {slope:.4f}")


# --8<-- [end:arrow_length]


# --8<-- [start:zero_gradient]
def zero_gradient():
    """Print where descent on x² - y² ends: from (1, 0), and from just beside it."""
    for start in ([1, 0], [1, 1e-9]):
        x, y = gradient_descent(saddle_gradient, start, 0.1, steps=150)[-1]
        print(f"from {start}: value {x**2 - y**2:.1e} at y = {y:.1f}")


# --8<-- [end:zero_gradient]


# --8<-- [start:too_small_a_step]
def too_small_a_step():
    """Print forward differences of sin at 1 for ever smaller h."""
    for h in (1e-8, 1e-13, 1e-15, 1e-17):
        print(f"h = {h:.0e}   {forward_difference(sin, 1, h):.4f}")


# --8<-- [end:too_small_a_step]


# --8<-- [start:sum_for_mean]
def sum_for_mean():
    """Print the losses of three steps: gradient of the mean, of the sum."""
    for name, rate in (("mean", 0.05), ("sum ", 0.05 * len(WEEKS))):
        path = fit(WEEKS, HEIGHTS, rate, steps=3)
        losses = [mean_squared_error(w, b, WEEKS, HEIGHTS) for w, b in path]
        print(name, np.round(losses, 1).tolist())


# --8<-- [end:sum_for_mean]


# --8<-- [start:degrees]
def degrees():
    """Print the slope of the sine of d degrees at d = 60, claimed and measured."""
    measured = central_difference(lambda d: sin(pi / 180 * d), 60)
    print(f"cos 60°           {cos(pi / 3):.5f}")
    print(f"cos 60° · π/180   {cos(pi / 3) * pi / 180:.5f}")
    print(f"measured          {measured:.5f}")


# --8<-- [end:degrees]
