"""Penalties: violate the constraint if you must, but pay for it.

The penalized function f(x) + ½ρ max(0, g(x))² has no constraints. Its minimum lies a little outside: there the push of
f outward equals the pull of the penalty inward, ρ·g. So ρ·g is an estimate of the multiplier, and the violation is
about μ/ρ: ten times the weight, a tenth of the violation. The price of precision is curvature. Across the boundary the
penalized function curves with ρ‖∇g‖², along it with what f has, and the condition number grows in proportion to ρ.

The *method of multipliers* avoids the large weight: it adds the estimate of the multiplier to the function and repeats.
"""

import numpy as np

from snippets.constrained_optimization.lagrange import newton_root


# --8<-- [start:penalty_gradient]
def penalty_gradient(gradient, g, g_gradient, weight):
    """Gradient of f + ½·weight·max(0, g)², as a function of the point.

    For f = x on the constraint 1 - x ≤ 0, at 0.5, with weight 4: 1 - 4 · 0.5.

    >>> pull = penalty_gradient(lambda x: 1, lambda x: 1 - x, lambda x: -1, 4)
    >>> pull(0.5), pull(2.0)
    (-1.0, 1)
    """
    return lambda x: gradient(x) + weight * max(0, g(x)) * g_gradient(x)


def penalty_path(gradient, g, g_gradient, weights, start):
    """Minimum of the penalized function for each weight: (k, n).

    Each search begins where the last one ended.

    >>> from snippets.constrained_optimization.target import miss_gradient
    >>> constraint = lambda p: p[0] + p[1] - 2, lambda p: np.ones(2)
    >>> path = penalty_path(miss_gradient, *constraint, [1, 10], [2, 1])
    >>> path.round(4).tolist()
    [[1.75, 0.75], [1.5455, 0.5455]]
    """
    path = [np.asarray(start, dtype=float)]
    for weight in weights:
        pull = penalty_gradient(gradient, g, g_gradient, weight)
        path.append(newton_root(pull, path[-1])[-1])
    return np.array(path[1:])


# --8<-- [end:penalty_gradient]


# --8<-- [start:descent_steps]
def descent_steps(gradient, start, learning_rate, tolerance=1e-4, most=200_000):
    """How many steps until the gradient is shorter than the tolerance.

    >>> descent_steps(lambda x: 2 * x, np.array([1.0]), 0.25, tolerance=0.5)
    3
    """
    point = np.asarray(start, dtype=float)
    for step in range(most):
        slope = gradient(point)
        if np.linalg.norm(slope) < tolerance:
            return step
        point = point - learning_rate * slope
    raise RuntimeError(f"still steep after {most} steps")


# --8<-- [end:descent_steps]


# --8<-- [start:method_of_multipliers]
def method_of_multipliers(gradient, g, g_gradient, weight, start, rounds):
    """Points and multipliers, one pair for each round, for one g ≤ 0.

    Minimize with the pull max(0, μ + weight·g), then let that pull be
    the new μ. The weight stays as it is.

    >>> from snippets.constrained_optimization.target import miss_gradient
    >>> constraint = lambda p: p[0] + p[1] - 2, lambda p: np.ones(2)
    >>> _, prices = method_of_multipliers(miss_gradient, *constraint, 1, [2, 1], 4)
    >>> prices.round(4).tolist()
    [0.5, 0.75, 0.875, 0.9375]
    """
    points, prices = [np.asarray(start, dtype=float)], [0.0]
    for _ in range(rounds):

        def pull(x, mu=prices[-1]):
            return max(0, mu + weight * g(x))

        points.append(newton_root(lambda x, p=pull: gradient(x) + p(x) * g_gradient(x), points[-1])[-1])
        prices.append(pull(points[-1]))
    return np.array(points[1:]), np.array(prices[1:])


# --8<-- [end:method_of_multipliers]
