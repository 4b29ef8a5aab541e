"""Partial derivatives look along the axes only. Differentiable means: one linear map fits in *all* directions.

Let f be a function of several variables and A a linear map. A fits f at a point if the error of

    f(point + step) ≈ f(point) + A · step

goes to 0 faster than the length of the step. If such an A exists, f is called differentiable there, and A is made of
the partial derivatives: nothing else can fit along the axes. The functions below have partial derivatives at the
origin, and no linear map fits any of them:

- `staircase` is not even continuous: each ray from the origin has a height of its own;
- `hidden_ridge` has a slope along every straight line, and jumps all the same, along a parabola;
- `wedge` is a network of three ReLUs, flat along both axes and steep between them.
"""

import numpy as np


# --8<-- [start:staircase]
def staircase(point):
    """xy/(x² + y²), and 0 at the origin: half the sine of twice the angle.

    >>> [float(staircase([t, t])) for t in (1, 0.001, 0)]
    [0.5, 0.5, 0.0]
    """
    x, y = np.asarray(point, dtype=float)
    square = x**2 + y**2
    return x * y / np.where(square == 0, 1, square)


# --8<-- [end:staircase]


# --8<-- [start:hidden_ridge]
def hidden_ridge(point):
    """x²y/(x⁴ + y²), and 0 at the origin: 1/2 all along y = x².

    >>> [float(hidden_ridge([t, t**2])) for t in (1, 0.5, 0.125)]
    [0.5, 0.5, 0.5]
    """
    x, y = np.asarray(point, dtype=float)
    below = x**4 + y**2
    return x**2 * y / np.where(below == 0, 1, below)


# --8<-- [end:hidden_ridge]


# --8<-- [start:wedge]
def relu(z):
    """Larger one of 0 and z, as in topic 02, for arrays.

    >>> relu(np.array([-2.0, 3.0])).tolist()
    [0.0, 3.0]
    """
    return np.maximum(z, 0)


def wedge(point):
    """Smaller one of relu(x) and relu(y), written with ReLUs alone.

    >>> [float(wedge(p)) for p in ([2, 3], [2, 0], [0, 3])]
    [2.0, 0.0, 0.0]
    """
    x, y = np.asarray(point, dtype=float)
    return relu(y) - relu(relu(y) - relu(x))


# --8<-- [end:wedge]


# --8<-- [start:creased]
def creased(point):
    """x²y/(x² + y²), and 0 at the origin, from topic 01: straight rays.

    >>> [float(creased(p)) for p in ([1, 1], [2, 2], [2, 0])]
    [0.5, 1.0, 0.0]
    """
    x, y = np.asarray(point, dtype=float)
    square = x**2 + y**2
    return x**2 * y / np.where(square == 0, 1, square)


# --8<-- [end:creased]


# --8<-- [start:relative_error]
def relative_error(f, gradient, point, direction, distance):
    """Error of the linear approximation, divided by the length of the step.

    `gradient`, `point` and `direction` have shape (2,); the step goes
    `distance` that way. At differentiable points this goes to 0.

    >>> bowl, uphill = lambda p: p[0] ** 2 + p[1] ** 2, [2, 4]
    >>> for t in (0.1, 0.01, 0.001):
    ...     error = relative_error(bowl, uphill, [1, 2], [1, 1], t)
    ...     print(round(error, 6))
    0.1
    0.01
    0.001
    """
    unit = np.asarray(direction) / np.linalg.norm(direction)
    step = distance * unit
    linear = f(point) + np.dot(gradient, step)
    return float(abs(f(point + step) - linear) / distance)


# --8<-- [end:relative_error]
