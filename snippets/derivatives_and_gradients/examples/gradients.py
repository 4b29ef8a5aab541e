"""Several variables: partial derivatives, gradients, directions, and the shapes of derivatives."""

from math import cos, pi, sin

import numpy as np

from snippets.derivatives_and_gradients.derivatives import central_difference
from snippets.derivatives_and_gradients.gradients import (
    bowl,
    bowl_gradient,
    directional_derivative,
    hill,
    numerical_gradient,
    polynomial,
    polynomial_gradient,
    steepest_ascent,
)


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
    print("direction  gradient   walked")
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
