"""What the page of topic 01 prints. Each function is shown on the page with its output right below."""

import math

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
    valley,
    valley_gradient,
)
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, fit, mean_squared_error, mse_gradient
from snippets.derivatives_and_gradients.rounding import difference_errors


# --8<-- [start:secants]
def secants():
    """Print the slopes of secants of x² through x = 1."""
    for h in (2, 1, 0.5, 0.1, 0.01, -0.01, 0.0001):
        print(f"h = {h:7}   slope = {secant_slope(lambda x: x**2, 1, h):.4f}")


# --8<-- [end:secants]


# --8<-- [start:kink]
def kink():
    """Print the secant slopes of |x| at 0 from the right and from the left, and the central difference."""
    for h in (0.1, 0.001, 0.00001):
        right, left = secant_slope(abs, 0, h), secant_slope(abs, 0, -h)
        print(f"h = {h:7}   right {right:+.1f}   left {left:+.1f}   central {central_difference(abs, 0, h):+.1f}")


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
    for h in (1, 0.1, 0.01):
        curve, tangent = (1 + h) ** 2, 1 + 2 * h
        print(f"h = {h:4}   curve {curve:.4f}   tangent {tangent:.4f}   apart {curve - tangent:.4f}")


# --8<-- [end:tangent_error]


# --8<-- [start:rules]
def rules():
    """Print the slope at x = 2 that each rule claims, and the one that a central difference measures."""
    table = [
        ("x³", lambda x: x**3, lambda x: 3 * x**2),
        ("√x", math.sqrt, lambda x: 1 / (2 * math.sqrt(x))),
        ("e^x", math.exp, math.exp),
        ("ln x", math.log, lambda x: 1 / x),
        ("sin x", math.sin, math.cos),
        ("cos x", math.cos, lambda x: -math.sin(x)),
        ("x² sin x", lambda x: x**2 * math.sin(x), lambda x: 2 * x * math.sin(x) + x**2 * math.cos(x)),
        ("sin x / x", lambda x: math.sin(x) / x, lambda x: (x * math.cos(x) - math.sin(x)) / x**2),
        ("e^(x²)", lambda x: math.exp(x**2), lambda x: 2 * x * math.exp(x**2)),
    ]
    for name, f, slope in table:
        print(f"{name:10} rule {slope(2):10.5f}   measured {central_difference(f, 2):10.5f}")


# --8<-- [end:rules]


# --8<-- [start:on_the_hill]
def on_the_hill():
    """Print the slope of the hill to the east and to the north, at (-2, 1)."""
    east = central_difference(lambda x: hill([x, 1]), -2)  # y stays 1
    north = central_difference(lambda y: hill([-2, y]), 1)  # x stays -2
    print(f"height {hill([-2, 1])}, slope east {east:.3f}, slope north {north:.3f}")


# --8<-- [end:on_the_hill]


# --8<-- [start:partials]
def partials():
    """Print both partial derivatives of x²y + 3xy² + y³ at (1, 2): by rule, then measured."""
    print("by rule ", polynomial_gradient([1, 2]).tolist())
    print("measured", numerical_gradient(polynomial, [1, 2]).round(6).tolist())


# --8<-- [end:partials]


# --8<-- [start:gradient_of_bowl]
def gradient_of_bowl():
    """Print what the gradient of x² + y² at (1, 2) says."""
    gradient = numerical_gradient(bowl, [1, 2])
    print("gradient ", gradient.round(6).tolist())
    print("rate     ", f"{np.linalg.norm(gradient):.4f}")
    print("direction", steepest_ascent(gradient).round(4).tolist())
    print("along the level curve", f"{abs(gradient @ [-2, 1]):.4f}")  # (-2, 1) is tangent to the circle


# --8<-- [end:gradient_of_bowl]


# --8<-- [start:directions]
def directions():
    """Print the slope of x² + y² at (1, 2) in six directions: from the gradient, and by walking that way."""
    here = np.array([1.0, 2.0])
    for way in ([1, 0], [0, 1], [1, 1], [1, 2], [-2, 1], [0, -1]):
        unit = np.array(way) / np.linalg.norm(way)
        walked = central_difference(lambda t, u=unit: bowl(here + t * u), 0)
        claimed = directional_derivative(bowl_gradient(here), way)
        print(f"toward {way!s:7}   from the gradient {claimed:7.4f}   walked {walked:7.4f}")


# --8<-- [end:directions]


# --8<-- [start:not_differentiable]
def not_differentiable():
    """Print slopes at (0, 0) of x²y/(x² + y²), set to 0 there: its graph is made of straight lines through 0."""

    def creased(point):
        x, y = point
        return x**2 * y / (x**2 + y**2) if x or y else 0.0

    print("partials ", numerical_gradient(creased, [0, 0]).tolist())
    diagonal = np.array([1, 1]) / np.sqrt(2)
    print("northeast", round(central_difference(lambda t: creased(t * diagonal), 0), 4))


# --8<-- [end:not_differentiable]


# --8<-- [start:shapes]
def shapes():
    """Print the Jacobian of (r cos φ, r sin φ) and the Hessian of x²y + 3xy² + y³, row by row."""
    outputs = [lambda p: p[0] * math.cos(p[1]), lambda p: p[0] * math.sin(p[1])]
    for output in outputs:  # a row of the Jacobian is the gradient of one output
        print("Jacobian", numerical_gradient(output, [2, math.pi / 6]).round(4).tolist())
    for i in (0, 1):  # a row of the Hessian is the gradient of one partial derivative
        print("Hessian ", numerical_gradient(lambda p, i=i: polynomial_gradient(p)[i], [1, 2]).round(4).tolist())


# --8<-- [end:shapes]


# --8<-- [start:three_rates]
def three_rates():
    """Print the first places w of gradient descent on (w - 3)² from 10, with four learning rates."""
    for rate in (0.1, 0.5, 0.9, 1.1):
        path = gradient_descent(parabola_slope, 10, rate, steps=5)
        print(f"rate {rate}:", "  ".join(f"{w:7.3f}" for w in path))


# --8<-- [end:three_rates]


# --8<-- [start:shrinking_steps]
def shrinking_steps():
    """Print place, slope, step and loss of gradient descent on (w - 3)² from 10 with learning rate 0.1."""
    path = gradient_descent(parabola_slope, 10, 0.1, steps=30)
    for k in (0, 1, 2, 3, 10, 29):
        print(
            f"step {k:2}   w {path[k]:7.4f}   slope {parabola_slope(path[k]):7.4f}"
            f"   moves {path[k + 1] - path[k]:7.4f}   loss {parabola(path[k]):8.4f}"
        )


# --8<-- [end:shrinking_steps]


# --8<-- [start:valley_paths]
def valley_paths():
    """Print gradient descent on x² + 3y² from (1, 1), with a small and with a large learning rate."""
    print("gradient at (1, 1):", valley_gradient([1, 1]).tolist(), "  loss:", valley([1, 1]))
    for rate in (0.1, 0.3):
        for k, (x, y) in enumerate(gradient_descent(valley_gradient, [1, 1], rate, steps=4)):
            print(f"rate {rate}   step {k}   x {x:7.4f}   y {y:7.4f}")


# --8<-- [end:valley_paths]


# --8<-- [start:training]
def training():
    """Print the training of a line on the seedling data, and the line of least squares from NumPy."""
    path = fit(WEEKS, HEIGHTS, learning_rate=0.05, steps=500)
    for k in (0, 1, 2, 10, 100, 500):
        w, b = path[k]
        slopes = mse_gradient(w, b, WEEKS, HEIGHTS)
        print(
            f"step {k:3}   w {w:.4f}   b {b:.4f}   loss {mean_squared_error(w, b, WEEKS, HEIGHTS):7.4f}"
            f"   gradient length {np.linalg.norm(slopes):.1e}"
        )
    print("least squares:", np.polyfit(WEEKS, HEIGHTS, 1).round(4).tolist())


# --8<-- [end:training]


# --8<-- [start:error_table]
def error_table():
    """Print the errors of both differences of sin at 1 for steps from 0.1 down to 1e-15."""
    print("h       forward   central")
    for k in (1, 2, 4, 5, 6, 8, 10, 12, 14, 15):
        forward, central = difference_errors(math.sin, math.cos, 1, 10.0**-k)
        print(f"1e-{k:02}   {forward:.0e}     {central:.0e}")


# --8<-- [end:error_table]


# --8<-- [start:forgotten_chain]
def forgotten_chain():
    """Print the slope of e^(x²) at 1, with the inner derivative, without it, and measured."""
    print(f"with 2x     {2 * math.exp(1):.4f}")
    print(f"without     {math.exp(1):.4f}")
    print(f"measured    {central_difference(lambda x: math.exp(x**2), 1):.4f}")


# --8<-- [end:forgotten_chain]


# --8<-- [start:melted_variable]
def melted_variable():
    """Print the partial derivative in x of x²y³ at (1, 2): y held, y differentiated as well, and measured."""
    x, y = 1, 2
    print("y held              ", 2 * x * y**3)
    print("y differentiated too", 2 * x * 3 * y**2)
    print("measured            ", round(central_difference(lambda x: x**2 * y**3, x), 4))


# --8<-- [end:melted_variable]


# --8<-- [start:gradient_as_number]
def gradient_as_number():
    """Print what is lost when the gradient (2x, 4y) of x² + 2y² at (2, -1) is added up."""
    gradient = numerical_gradient(lambda p: p[0] ** 2 + 2 * p[1] ** 2, [2, -1])
    print("gradient      ", gradient.round(4).tolist())
    print("steepest slope", f"{np.linalg.norm(gradient):.4f}")
    print("sum           ", abs(gradient.sum().round(4)))


# --8<-- [end:gradient_as_number]


# --8<-- [start:wrong_sign]
def wrong_sign():
    """Print the loss (w - 3)² over three steps from 10 with learning rate 0.1: minus, then plus the gradient."""
    down = gradient_descent(parabola_slope, 10, 0.1, steps=3)
    up = gradient_descent(lambda w: -parabola_slope(w), 10, 0.1, steps=3)
    print("minus", parabola(down).round(2).tolist())
    print("plus ", parabola(up).round(2).tolist())


# --8<-- [end:wrong_sign]


# --8<-- [start:arrow_length]
def arrow_length():
    """Print the dot product of (2, 4) with three arrows that point the same way, and the slope that way."""
    for arrow in ([0.5**0.5, 0.5**0.5], [1, 1], [2, 2]):
        slope = directional_derivative([2, 4], arrow)
        print(f"length {np.linalg.norm(arrow):.4f}   dot product {np.dot([2, 4], arrow):7.4f}   slope {slope:.4f}")


# --8<-- [end:arrow_length]


# --8<-- [start:zero_gradient]
def zero_gradient():
    """Print two walks down x² - y²: from exactly (1, 0), and from a hair beside it."""
    for start in ([1, 0], [1, 1e-9]):
        x, y = gradient_descent(saddle_gradient, start, 0.1, steps=150)[-1]
        print(f"from {start}: x {x:.1e}, y {y:.1e}, value {x**2 - y**2:.1e}")


# --8<-- [end:zero_gradient]


# --8<-- [start:sum_for_mean]
def sum_for_mean():
    """Print the losses of three steps on the seedling data with η = 0.05: gradient of the mean, then of the sum."""
    n = len(WEEKS)
    for name, factor in (("mean", 1), ("sum ", n)):
        path = fit(WEEKS, HEIGHTS, learning_rate=0.05 * factor, steps=3)  # the sum's gradient is n times longer
        print(name, [round(mean_squared_error(w, b, WEEKS, HEIGHTS), 1) for w, b in path])


# --8<-- [end:sum_for_mean]


# --8<-- [start:too_small_a_step]
def too_small_a_step():
    """Print the forward difference of sin at 1 for ever smaller h; the derivative is 0.5403."""
    for h in (1e-8, 1e-13, 1e-15, 1e-17):
        print(f"h = {h:.0e}   {forward_difference(math.sin, 1, h):.4f}")


# --8<-- [end:too_small_a_step]
