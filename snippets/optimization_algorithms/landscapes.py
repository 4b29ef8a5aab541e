"""Landscapes for a race: a valley at any angle, Rosenbrock's bent valley, and the saddle of topic 04.

All have two variables and their lowest value is known, so that one can say how far a path has come. Each function takes
a point (2,) or a whole grid (2, ...).
"""

import numpy as np

from snippets.hessian_and_critical_points.saddles import mountain_pass, mountain_pass_gradient


# --8<-- [start:landscapes]
def inclined_valley(kappa, degrees):
    """Hessian with curvatures 1 and kappa, the flat axis turned from x.

    >>> inclined_valley(9, 45).round(6).tolist()
    [[5.0, -4.0], [-4.0, 5.0]]
    """
    angle = np.radians(degrees)
    flat = np.array([np.cos(angle), np.sin(angle)])
    return kappa * np.eye(2) - (kappa - 1) * np.outer(flat, flat)


def rosenbrock(p):
    """Bent valley (1 - x)² + 100 (y - x²)²; its minimum is 0, at (1, 1).

    >>> rosenbrock([-1.2, 1]), rosenbrock([1, 1])
    (24.199999999999996, 0)
    """
    x, y = p
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def rosenbrock_gradient(p):
    """Gradient of the bent valley.

    >>> rosenbrock_gradient([-1.2, 1]).round(1).tolist()
    [-215.6, -88.0]
    """
    x, y = p
    return np.array([-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)])


# --8<-- [end:landscapes]


def quadratic(hessian):
    """½ p·Hp as a function of points and grids, and its gradient.

    >>> loss, slope = quadratic(np.diag([1, 9]))
    >>> float(loss([2, 1])), slope([2, 1]).tolist()
    (6.5, [2, 9])
    """

    def loss(p):
        p = np.asarray(p, dtype=float)
        return (p * np.tensordot(hessian, p, axes=1)).sum(axis=0) / 2

    def gradient(p):
        # The columns, each times its coordinate: the same to the last bit on every machine, as `@` is not.
        return sum(np.multiply.outer(column, x) for column, x in zip(hessian.T, p, strict=True))

    return loss, gradient


def course(name, turned=0):
    """Loss, gradient, start and lowest value of a course of the race.

    >>> course("saddle")[2:]
    ([1.0, 0.01], -0.25)
    """
    if name == "valley":
        return *quadratic(inclined_valley(50, turned).round(12)), [1.0, 0.3], 0.0
    if name == "bent valley":
        return rosenbrock, rosenbrock_gradient, [-1.2, 1.0], 0.0
    return mountain_pass, mountain_pass_gradient, [1.0, 0.01], -0.25
