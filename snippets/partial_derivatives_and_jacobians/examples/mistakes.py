"""What the common mistakes print: the wrong answer beside the right one."""

from math import cos, hypot, pi

import numpy as np

from snippets.derivatives_and_gradients.derivatives import central_difference
from snippets.derivatives_and_gradients.gradients import numerical_gradient
from snippets.partial_derivatives_and_jacobians.counting import multiplications
from snippets.partial_derivatives_and_jacobians.examples.shown import clean
from snippets.partial_derivatives_and_jacobians.jacobians import (
    bend,
    bend_jacobian,
    numerical_jacobian,
    polar,
    polar_jacobian,
)
from snippets.partial_derivatives_and_jacobians.layers import (
    linear_vjp,
    softmax,
    softmax_jacobian,
)
from snippets.partial_derivatives_and_jacobians.matrix_calculus import (
    quadratic_form,
    quadratic_form_gradient,
)


# --8<-- [start:flipped_fraction]
def flipped_fraction():
    """Print ∂r/∂x at r = 2, φ = π/3: measured, and by turning a fraction."""
    x, y = polar([2, pi / 3])
    measured = central_difference(lambda x: hypot(x, y), x)
    print(f"∂x/∂r = {cos(pi / 3):.4f}, turned over {1 / cos(pi / 3):.4f}")
    print(f"∂r/∂x measured {measured:.4f}")


# --8<-- [end:flipped_fraction]


# --8<-- [start:transposed_square]
def transposed_square():
    """Print a VJP with a square weight matrix: transposed, and forgotten."""
    weights = np.array([[1.0, 2.0], [0.0, 1.0]])
    x, u = np.array([3.0, 5.0]), np.array([1.0, 1.0])
    measured = numerical_gradient(lambda x: u @ (weights @ x), x)
    print("Wᵀ u    ", linear_vjp(weights, x, u)[0].tolist())
    print("W u     ", (weights @ u).tolist())
    print("measured", clean(measured))


# --8<-- [end:transposed_square]


# --8<-- [start:wrong_place]
def wrong_place():
    """Print the chain rule with the outer Jacobian at the wrong point."""
    at = np.array([2, pi / 6])
    inner = polar_jacobian(at)
    measured = numerical_jacobian(lambda p: bend(polar(p)), at)
    right, wrong = (bend_jacobian(place) @ inner for place in (polar(at), at))
    print("outer taken at polar(p)", clean(right), sep="\n")
    print("outer taken at p", clean(wrong), sep="\n")
    print("measured", clean(measured), sep="\n")


# --8<-- [end:wrong_place]


# --8<-- [start:diagonal_only]
def diagonal_only():
    """Print how softmax at (2, 1, 0) moves if the first logit grows by 0.1."""
    z, step = np.array([2.0, 1.0, 0.0]), np.array([0.1, 0.0, 0.0])
    p = softmax(z)
    print("p (1 - p) alone", clean(p * (1 - p) * step))
    print("whole Jacobian ", clean(softmax_jacobian(p) @ step))
    print("true change    ", clean(softmax(z + step) - p))


# --8<-- [end:diagonal_only]


# --8<-- [start:area_of_disc]
def area_of_disc():
    """Print the area of the unit disc as a sum over a grid in r and φ."""
    r = (np.arange(100) + 0.5) / 100  # middles of 100 rings
    cell = (1 / 100) * (2 * pi / 100)  # a hundred cells in each
    print(f"without r  {np.sum(np.ones(100)) * 100 * cell:.4f}")
    print(f"with r     {np.sum(r) * 100 * cell:.4f}")


# --8<-- [end:area_of_disc]


# --8<-- [start:twice_a_x]
def twice_a_x():
    """Print the gradient of xᵀ A x for a matrix that is not symmetric."""
    matrix, x = np.array([[1.0, 4.0], [0.0, 3.0]]), np.array([1.0, 2.0])
    measured = numerical_gradient(lambda v: quadratic_form(matrix, v), x)
    print("2 A x     ", (2 * matrix @ x).tolist())
    print("(A + Aᵀ) x", quadratic_form_gradient(matrix, x).tolist())
    print("measured  ", clean(measured))


# --8<-- [end:twice_a_x]


# --8<-- [start:needless_matrix]
def needless_matrix():
    """Print multiplications for an elementwise derivative, n = 128."""
    slopes, u = np.linspace(0.1, 1, 128), np.ones(128)
    matrix = multiplications(lambda d, u: np.diag(d) @ u, slopes, u)
    free = multiplications(lambda d, u: d * u, slopes, u)
    print("np.diag(slopes) @ u ", matrix)
    print("slopes * u          ", free)


# --8<-- [end:needless_matrix]
