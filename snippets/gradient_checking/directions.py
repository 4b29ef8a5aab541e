"""Random directions instead of all coordinates: two losses for a whole gradient.

If g is the gradient, then g · v is the slope along v, and a central difference measures that with two losses, however
many parameters there are. A claimed gradient g + d is betrayed by d · v. For v with independent standard normal entries
that is a normal number with the standard deviation ‖d‖: seldom much smaller than ‖d‖, and never exactly 0 except with
probability 0. It may be below the tolerance by luck. So directions refute, and do not prove.
"""

import itertools
import math


# --8<-- [start:directions]
def random_direction(parameters, rng):
    """Independent standard normal entries, in the shapes of the parameters."""
    return {name: rng.normal(size=value.shape) for name, value in parameters.items()}


def along(slopes, direction):
    """Slope along a direction by a gradient: the sum of all products.

    >>> from numpy import array
    >>> slopes = {"w": array([1.0, 2.0]), "b": array([3.0])}
    >>> along(slopes, {"w": array([1.0, 1.0]), "b": array([2.0])})
    9.0
    """
    return float(sum((slopes[name] * direction[name]).sum() for name in slopes))


def measured_along(loss, parameters, direction, h=1e-5):
    """Slope along a direction by two losses."""

    def moved(step):
        return {name: w + step * direction[name] for name, w in parameters.items()}

    return (loss(moved(h)) - loss(moved(-h))) / (2 * h)


def direction_error(loss, claimed, parameters, rng, h=1e-5):
    """Disagreement along a random direction, divided by the gradient's length."""
    v = random_direction(parameters, rng)
    off = along(claimed, v) - measured_along(loss, parameters, v, h)
    return float(abs(off) / along(claimed, claimed) ** 0.5)


# --8<-- [end:directions]


# --8<-- [start:chance_to_pass]
def chance_to_pass(error, tolerance, directions=1):
    """Probability that a wrong gradient passes in all normal directions.

    `error` is ‖d‖ and `tolerance` the largest |d · v| that is accepted.

    >>> f"{chance_to_pass(1e-3, 1e-6):.0e}", f"{chance_to_pass(1e-3, 1e-6, 2):.0e}"
    ('8e-04', '6e-07')
    """
    return math.erf(tolerance / (math.sqrt(2) * error)) ** directions


# --8<-- [end:chance_to_pass]


def layer_sizes_count(sizes):
    """Number of weights and biases of a fully connected network.

    >>> layer_sizes_count((2, 5, 3)), layer_sizes_count((784, 300, 10))
    (33, 238510)
    """
    return sum(n * m + m for n, m in itertools.pairwise(sizes))
