"""Lagrange's conditions as a system of equations, solved by Newton's method.

At a constrained optimum of f on h(x) = 0 (where the gradients of the constraints are linearly independent) there are
multipliers λ with

    ∇f(x) + J(x)ᵀ λ = 0        n equations: the gradient of f is a combination of those of the constraints
    h(x)            = 0        m equations: the constraints hold

J is the Jacobian of h, shape (m, n): one row for each constraint. That is n + m equations for the n + m numbers (x, λ).
Newton's method (topic 04, where the system was ∇f = 0) replaces it by its linear approximation, solves that, and
repeats. It finds *stationary* points: minima, maxima and saddles on the constraint alike.
"""

import numpy as np

from snippets.hessian_and_critical_points.newton import newton
from snippets.partial_derivatives_and_jacobians.jacobians import numerical_jacobian


# --8<-- [start:newton_root]
def newton_root(system, start, steps=20):
    """Newton's walk to a root of n equations in n unknowns: (steps + 1, n).

    >>> circle_and_line = lambda p: np.array([p @ p - 2, p[0] - p[1]])
    >>> newton_root(circle_and_line, [2, 1])[-1].round(6).tolist()
    [1.0, 1.0]
    """
    return newton(system, lambda z: numerical_jacobian(system, z), start, steps)


# --8<-- [end:newton_root]


# --8<-- [start:lagrange_system]
def lagrange_system(gradient, constraints, jacobian, n):
    """F(x, λ) = (∇f + Jᵀλ, h), a function of z = (x, λ): (n + m,).

    `gradient(x)` has shape (n,), `constraints(x)` (m,), `jacobian(x)` (m, n).
    """

    def system(z):
        x, multipliers = z[:n], z[n:]
        stationary = gradient(x) + jacobian(x).T @ multipliers
        return np.concatenate([stationary, constraints(x)])

    return system


def solve_lagrange(gradient, constraints, jacobian, start, steps=20):
    """Stationary point of f on h = 0 near start, and its multipliers.

    x + 2y on the circle x² + y² = 5, from a start at the lower left:

    >>> x, multipliers = solve_lagrange(
    ...     gradient=lambda p: np.array([1.0, 2.0]),
    ...     constraints=lambda p: np.array([p @ p - 5]),
    ...     jacobian=lambda p: 2 * p[None, :],
    ...     start=[-2, -1],
    ... )
    >>> x.round(6).tolist(), multipliers.round(6).tolist()
    ([-1.0, -2.0], [0.5])
    """
    x = np.asarray(start, dtype=float)
    guess = -np.linalg.lstsq(jacobian(x).T, gradient(x), rcond=None)[0]
    system = lagrange_system(gradient, constraints, jacobian, len(x))
    z = newton_root(system, np.concatenate([x, guess]), steps)[-1]
    return z[: len(x)], z[len(x) :]


# --8<-- [end:lagrange_system]
