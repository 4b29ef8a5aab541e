"""The gradient: one slope for each variable, in one vector.

Let f take a point with n coordinates and return a number. Its partial derivative with respect to coordinate i is
an ordinary derivative, taken while the other coordinates stand still. The gradient ∇f collects the n partial
derivatives. It is a column vector: as a NumPy array it has the shape of the point, (n,).

Where f is differentiable, the gradient knows the slope in *every* direction, not only along the axes: the slope in the
direction of a unit vector u is the dot product ∇f · u. It is largest along the gradient, where it is the length of ∇f.

The example functions take a point of shape (2, …): two coordinates first, so that they also take a whole grid.
"""

import numpy as np


# --8<-- [start:numerical_gradient]
def numerical_gradient(f, point, h=1e-5):
    """Gradient of f at a point of shape (n,) by n central differences: (n,).

    >>> numerical_gradient(lambda p: p[0] * p[1], [2, 5]).round(6).tolist()
    [5.0, 2.0]
    """
    point = np.asarray(point, dtype=float)
    steps = h * np.eye(len(point))  # row i: a step of h along axis i
    rises = [f(point + step) - f(point - step) for step in steps]
    return np.array(rises) / (2 * h)


# --8<-- [end:numerical_gradient]


# --8<-- [start:directional_derivative]
def directional_derivative(gradient, direction):
    """Slope in a direction: gradient and direction have shape (n,).

    A slope belongs to a direction, not to the length of the arrow that
    shows it. So we divide by that length. The zero vector shows no
    direction: ValueError.

    >>> round(directional_derivative([2, 4], [1, 1]), 4)  # 3√2
    4.2426
    >>> round(directional_derivative([2, 4], [10, 10]), 4)  # the same way
    4.2426
    """
    length = np.linalg.norm(direction)
    if length == 0:
        raise ValueError("the zero vector has no direction")
    return float(np.dot(gradient, direction) / length)


# --8<-- [end:directional_derivative]


# --8<-- [start:steepest_ascent]
def steepest_ascent(gradient):
    """Unit vector, shape (n,), in whose direction f grows fastest.

    At a critical point there is none: ValueError.

    >>> steepest_ascent([3, 4]).tolist()
    [0.6, 0.8]
    """
    rate = np.linalg.norm(gradient)
    if rate == 0:
        raise ValueError("the gradient is zero: no direction climbs")
    return np.asarray(gradient) / rate


# --8<-- [end:steepest_ascent]


# --8<-- [start:bowl]
def bowl(point):
    """x² + y², the round bowl: the square of the distance to the origin.

    >>> bowl([1, 2])
    5
    """
    x, y = point
    return x**2 + y**2


def bowl_gradient(point):
    """(2x, 2y): straight away from the origin, longer the farther out.

    >>> bowl_gradient([1, 2]).tolist()
    [2, 4]
    """
    x, y = point
    return np.array([2 * x, 2 * y])


# --8<-- [end:bowl]


# --8<-- [start:valley]
def valley(point):
    """x² + 3y², a bowl three times as curved along y as along x.

    >>> valley([1, 1])
    4
    """
    x, y = point
    return x**2 + 3 * y**2


def valley_gradient(point):
    """(2x, 6y): not straight away from the minimum, but leaning to y.

    >>> valley_gradient([1, 1]).tolist()
    [2, 6]
    """
    x, y = point
    return np.array([2 * x, 6 * y])


# --8<-- [end:valley]


# --8<-- [start:saddle]
def saddle(point):
    """x² - y²: a minimum along x, a maximum along y, both at the origin.

    >>> saddle([1, 0]), saddle([0, 0]), saddle([0, 1])
    (1, 0, -1)
    """
    x, y = point
    return x**2 - y**2


def saddle_gradient(point):
    """(2x, -2y): zero at the origin, which is neither a minimum nor a maximum.

    >>> saddle_gradient([0, 0]).tolist()
    [0, 0]
    """
    x, y = point
    return np.array([2 * x, -2 * y])


# --8<-- [end:saddle]


# --8<-- [start:hill]
def hill(point):
    """4 - x²/4 - y², a hill; x points east and y north.

    >>> hill([-2, 1])
    2.0
    """
    x, y = point
    return 4 - x**2 / 4 - y**2


def hill_gradient(point):
    """(-x/2, -2y): at (-2, 1) east climbs, north falls twice as steeply.

    >>> hill_gradient([-2, 1]).tolist()
    [1.0, -2.0]
    """
    x, y = point
    return np.array([-x / 2, -2 * y])


# --8<-- [end:hill]


# --8<-- [start:polynomial]
def polynomial(point):
    """x²y + 3xy² + y³, to practice partial derivatives on.

    >>> polynomial([1, 2])
    22
    """
    x, y = point
    return x**2 * y + 3 * x * y**2 + y**3


def polynomial_gradient(point):
    """(2xy + 3y², x² + 6xy + 3y²): the other variable fixed.

    >>> polynomial_gradient([1, 2]).tolist()
    [16, 25]
    """
    x, y = point
    return np.array([2 * x * y + 3 * y**2, x**2 + 6 * x * y + 3 * y**2])


# --8<-- [end:polynomial]
