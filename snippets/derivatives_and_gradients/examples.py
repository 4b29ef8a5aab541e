"""What the page of topic 01 prints. Each function is shown on the page with its output right below."""

from math import cos, exp, log, pi, sin

import numpy as np

from snippets.derivatives_and_gradients.derivatives import central_difference, forward_difference, secant_slope
from snippets.derivatives_and_gradients.descent import gradient_descent, parabola, parabola_slope
from snippets.derivatives_and_gradients.gradients import (
    bowl,
    bowl_gradient,
    directional_derivative,
    hill,
    numerical_gradient,
    polynomial,
    polynomial_gradient,
    saddle_gradient,
    steepest_ascent,
    valley_gradient,
)
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, fit, mean_squared_error, mse_gradient
from snippets.derivatives_and_gradients.rounding import difference_errors


# --8<-- [start:secants]
def secants():
    """Print the slopes of secants of x² through x = 1."""
    for h in (2, 1, 0.5, 0.1, 0.01, -0.01, 0.0001):
        slope = secant_slope(lambda x: x**2, 1, h)
        print(f"h = {h:7}   slope = {slope:.4f}")


# --8<-- [end:secants]


# --8<-- [start:kink]
def kink():
    """Print slopes of |x| at 0: from the right, from the left, central."""
    print("h      right  left  central")
    for h in (0.1, 0.001, 0.00001):
        right, left = secant_slope(abs, 0, h), secant_slope(abs, 0, -h)
        both = central_difference(abs, 0, h)
        print(f"{h:<5}  {right:5.1f} {left:5.1f}  {both:5.1f}")


# --8<-- [end:kink]


# --8<-- [start:slope_table]
def slope_table():
    """Print value and slope of 3x + 2 and of x² at three places."""
    print("x    3x + 2  slope      x²  slope")
    for x in (1, 2, 3):
        line = central_difference(lambda x: 3 * x + 2, x)
        curve = central_difference(lambda x: x**2, x)
        print(f"{x}    {3 * x + 2:6}  {line:5.3f}  {x**2:6}  {curve:5.3f}")


# --8<-- [end:slope_table]


# --8<-- [start:tangent_error]
def tangent_error():
    """Print how far the tangent of x² at 1 is from the curve, h away."""
    print("h      curve   tangent  apart")
    for h in (1, 0.1, 0.01):
        curve, tangent = (1 + h) ** 2, 1 + 2 * h
        apart = curve - tangent
        print(f"{h:<4}   {curve:.4f}  {tangent:.4f}   {apart:.4f}")


# --8<-- [end:tangent_error]


# --8<-- [start:rules]
def rules():
    """Print slopes at x = 2: what each rule claims, what is measured."""
    table = [
        ("x³", lambda x: x**3, lambda x: 3 * x**2),
        ("e^x", exp, exp),
        ("ln x", log, lambda x: 1 / x),
        ("sin x", sin, cos),
        ("cos x", cos, lambda x: -sin(x)),
        ("x sin x", lambda x: x * sin(x), lambda x: sin(x) + x * cos(x)),
        ("ln x / x", lambda x: log(x) / x, lambda x: (1 - log(x)) / x**2),
        ("e^(x²)", lambda x: exp(x**2), lambda x: 2 * x * exp(x**2)),
    ]
    print("          by rule   measured")
    for name, f, slope in table:
        print(f"{name:9} {slope(2):9.5f} {central_difference(f, 2):9.5f}")


# --8<-- [end:rules]


# --8<-- [start:on_the_hill]
def on_the_hill():
    """Print the slopes of the hill at (-2, 1), east and north."""
    east = central_difference(lambda x: hill([x, 1]), -2)  # y stays 1
    north = central_difference(lambda y: hill([-2, y]), 1)  # x stays -2
    print(f"height {hill([-2, 1])}, east {east:.3f}, north {north:.3f}")


# --8<-- [end:on_the_hill]


# --8<-- [start:partials]
def partials():
    """Print the partial derivatives of x²y + 3xy² + y³ at (1, 2)."""
    print("by rule ", polynomial_gradient([1, 2]).tolist())
    measured = numerical_gradient(polynomial, [1, 2])
    print("measured", measured.round(6).tolist())


# --8<-- [end:partials]


# --8<-- [start:gradient_of_bowl]
def gradient_of_bowl():
    """Print what the gradient of x² + y² at (1, 2) says."""
    gradient = numerical_gradient(bowl, [1, 2])
    tangent = [-2, 1]  # to the circle through (1, 2)
    print("gradient ", gradient.round(6).tolist())
    print("rate     ", f"{np.linalg.norm(gradient):.4f}")
    print("direction", steepest_ascent(gradient).round(4).tolist())
    print("slope along the circle", f"{abs(gradient @ tangent):.4f}")


# --8<-- [end:gradient_of_bowl]


# --8<-- [start:directions]
def directions():
    """Print slopes of x² + y² at (1, 2), from the gradient and walked."""
    here = np.array([1.0, 2.0])
    print("toward     gradient   walked")
    for way in ([1, 0], [0, 1], [1, 1], [1, 2], [-2, 1], [0, -1]):
        unit = np.array(way) / np.linalg.norm(way)
        walked = central_difference(lambda t, u=unit: bowl(here + t * u), 0)
        claimed = directional_derivative(bowl_gradient(here), way)
        print(f"{way!s:10} {claimed:8.4f} {walked:8.4f}")


# --8<-- [end:directions]


# --8<-- [start:not_differentiable]
def not_differentiable():
    """Print slopes of x²y/(x² + y²) at (0, 0), where it is set to 0."""

    def creased(point):
        x, y = point
        return x**2 * y / (x**2 + y**2) if x or y else 0.0

    diagonal = np.array([1, 1]) / np.sqrt(2)
    northeast = central_difference(lambda t: creased(t * diagonal), 0)
    print("partials ", numerical_gradient(creased, [0, 0]).tolist())
    print("northeast", round(northeast, 4))


# --8<-- [end:not_differentiable]


# --8<-- [start:shapes]
def shapes():
    """Print a Jacobian and a Hessian, row by row."""
    # A row of the Jacobian is the gradient of one output.
    for output in (lambda p: p[0] * cos(p[1]), lambda p: p[0] * sin(p[1])):
        row = numerical_gradient(output, [2, pi / 6])
        print("Jacobian", row.round(4).tolist())

    def partial(i):
        return lambda p: polynomial_gradient(p)[i]

    # A row of the Hessian is the gradient of one partial derivative.
    for i in (0, 1):
        row = numerical_gradient(partial(i), [1, 2])
        print("Hessian ", row.round(4).tolist())


# --8<-- [end:shapes]


# --8<-- [start:three_rates]
def three_rates():
    """Print the first places of descent on (w - 3)² from w = 10."""
    for rate in (0.1, 0.5, 0.9, 1.1):
        path = gradient_descent(parabola_slope, 10, rate, steps=5)
        print(f"rate {rate}:", " ".join(f"{w:7.3f}" for w in path))


# --8<-- [end:three_rates]


# --8<-- [start:shrinking_steps]
def shrinking_steps():
    """Print descent on (w - 3)² from w = 10 with learning rate 0.1."""
    path = gradient_descent(parabola_slope, 10, 0.1, steps=30)
    print("step     w      slope     move     loss")
    for k in (0, 1, 2, 3, 10, 29):
        w, move = path[k], path[k + 1] - path[k]
        numbers = (w, parabola_slope(w), move, parabola(w))
        print(f"{k:4}", " ".join(f"{number:8.4f}" for number in numbers))


# --8<-- [end:shrinking_steps]


# --8<-- [start:valley_paths]
def valley_paths():
    """Print descent on x² + 3y² from (1, 1) with two learning rates."""
    print("gradient at (1, 1):", valley_gradient([1, 1]).tolist())
    for rate in (0.1, 0.3):
        path = gradient_descent(valley_gradient, [1, 1], rate, steps=4)
        print(f"rate {rate}   x:", path[:, 0].round(4).tolist())
        print("           y:", path[:, 1].round(4).tolist())


# --8<-- [end:valley_paths]


# --8<-- [start:training]
def training():
    """Print the training of a line, and the line of least squares."""
    path = fit(WEEKS, HEIGHTS, learning_rate=0.05, steps=500)
    print("step     w       b        loss   length of gradient")
    for k in (0, 1, 2, 10, 100, 500):
        w, b = path[k]
        loss = mean_squared_error(w, b, WEEKS, HEIGHTS)
        length = np.linalg.norm(mse_gradient(w, b, WEEKS, HEIGHTS))
        print(f"{k:4}  {w:.4f}  {b:.4f}  {loss:8.4f}   {length:.0e}")
    best = np.polyfit(WEEKS, HEIGHTS, 1)
    print("least squares:", best.round(4).tolist())


# --8<-- [end:training]


# --8<-- [start:error_table]
def error_table():
    """Print the errors of both differences of sin at 1."""
    print("h       forward   central")
    for k in (1, 2, 4, 5, 6, 8, 10, 12, 14, 15):
        forward, central = difference_errors(sin, cos, 1, 10.0**-k)
        print(f"1e-{k:02}   {forward:.0e}     {central:.0e}")


# --8<-- [end:error_table]


# --8<-- [start:forgotten_chain]
def forgotten_chain():
    """Print the slope of e^(x²) at 1, with and without the inner rate."""
    print(f"with 2x     {2 * exp(1):.4f}")
    print(f"without     {exp(1):.4f}")
    print(f"measured    {central_difference(lambda x: exp(x**2), 1):.4f}")


# --8<-- [end:forgotten_chain]


# --8<-- [start:melted_variable]
def melted_variable():
    """Print the partial derivative of x²y³ in x at (1, 2), right and wrong."""
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
    """Print where descent on x² - y² ends: from (1, 0), and a hair beside."""
    for start in ([1, 0], [1, 1e-9]):
        x, y = gradient_descent(saddle_gradient, start, 0.1, steps=150)[-1]
        print(f"from {start}: value {x**2 - y**2:.1e} at y = {y:.1f}")


# --8<-- [end:zero_gradient]


# --8<-- [start:sum_for_mean]
def sum_for_mean():
    """Print the losses of three steps: gradient of the mean, of the sum."""
    for name, rate in (("mean", 0.05), ("sum ", 0.05 * len(WEEKS))):
        path = fit(WEEKS, HEIGHTS, rate, steps=3)
        losses = [mean_squared_error(w, b, WEEKS, HEIGHTS) for w, b in path]
        print(name, np.round(losses, 1).tolist())


# --8<-- [end:sum_for_mean]


# --8<-- [start:too_small_a_step]
def too_small_a_step():
    """Print forward differences of sin at 1 for ever smaller h."""
    for h in (1e-8, 1e-13, 1e-15, 1e-17):
        print(f"h = {h:.0e}   {forward_difference(sin, 1, h):.4f}")


# --8<-- [end:too_small_a_step]
