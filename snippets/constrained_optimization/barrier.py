"""The log barrier: never touch the constraint, and come closer and closer to it.

For A x ≤ b and a weight τ > 0, the function f(x) - τ Σ ln(bᵢ - aᵢ·x) is defined strictly inside only and grows without
bound toward every wall. Its minimum x(τ) moves along the *central path* to the optimum as τ goes to 0. On the way
τ/(bᵢ - aᵢ·x) estimates the multiplier of wall i, and for convex f the value is within m·τ of the optimum.

The minimum is found by Newton's method with the step length 1/(1 + δ), where δ measures how far the step wants to go.
For linear and convex quadratic f this *damped* step never leaves the inside (Nesterov and Nemirovskii's theory of
self-concordant functions; Boyd and Vandenberghe, Convex Optimization, section 9.6).
"""

import numpy as np


# --8<-- [start:barrier_point]
def barrier_point(gradient, hessian, rows, bounds, tau, start, steps=60):
    """Minimum of f - tau Σ ln(bounds - rows @ x), from inside: (n,).

    The rows have shape (m, n). For f = x with the wall x ≥ 0 it is x = tau:

    >>> f = lambda x: np.array([1.0]), lambda x: np.array([[0.0]])
    >>> wall = np.array([[-1.0]]), np.array([0.0])
    >>> barrier_point(*f, *wall, tau=0.1, start=[2.0]).round(6).tolist()
    [0.1]
    """
    x = np.asarray(start, dtype=float)
    for _ in range(steps):
        push = 1 / (bounds - rows @ x)  # per wall, stronger the nearer
        slope = gradient(x) + tau * rows.T @ push
        bend = hessian(x) + tau * rows.T @ np.diag(push**2) @ rows
        move = np.linalg.solve(bend, -slope)
        delta = np.sqrt(max(0, -slope @ move) / tau)
        x = x + move / (1 + delta)
    return x


# --8<-- [end:barrier_point]


# --8<-- [start:barrier_path]
def barrier_path(gradient, hessian, rows, bounds, taus, start):
    """Central path: the minima for falling tau, (k, n), and multipliers (k, m)."""
    points, prices = [], []
    for tau in taus:
        start = barrier_point(gradient, hessian, rows, bounds, tau, start)
        points.append(start)
        prices.append(tau / (bounds - rows @ start))
    return np.array(points), np.array(prices)


# --8<-- [end:barrier_path]

# --8<-- [start:polygon]
# x + y ≤ 4, x + 3y ≤ 6, x ≥ 0, y ≥ 0, as rows @ x ≤ bounds
WALLS = np.array([[1.0, 1.0], [1.0, 3.0], [-1.0, 0.0], [0.0, -1.0]])
BOUNDS = np.array([4.0, 6.0, 0.0, 0.0])
PROFIT = np.array([1.0, 2.0])  # of one unit of x, of y


def polygon_path(taus, start=(1.0, 1.0)):
    """Barrier path to the largest x + 2y within the four walls.

    >>> points, prices = polygon_path([1, 0.1, 0.01, 0.001])
    >>> points[-1].round(2).tolist(), prices[-1].round(2).tolist()
    ([3.0, 1.0], [0.5, 0.5, 0.0, 0.0])
    """
    flat = np.zeros((2, 2))
    return barrier_path(lambda x: -PROFIT, lambda x: flat, WALLS, BOUNDS, taus, start)


# --8<-- [end:polygon]
