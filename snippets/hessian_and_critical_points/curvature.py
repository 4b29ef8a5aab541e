"""Curvature: how the slope changes, along one line and along all of them.

In one variable the second derivative f'' is the slope of the slope. With n variables a point has infinitely many lines
through it, and along each of them f bends in its own way. Yet n² numbers hold all of it: the second partial
derivatives, arranged in the Hessian H. Along a unit vector u the second derivative is u · H u.

The Hessian is the Jacobian of the gradient, so one can measure it by moving a little and looking how the *gradient*
changes. Where the second partials are continuous it is symmetric: H[i, j] and H[j, i] are the same number.
"""

import numpy as np


# --8<-- [start:second_difference]
def second_difference(f, x, h=1e-4):
    """Approximate f''(x): how the slope ahead differs from the slope behind.

    The error is about h²/12 times the fourth derivative, plus rounding
    divided by h².

    >>> round(second_difference(lambda x: x**3, 2), 4)
    12.0
    """
    ahead = (f(x + h) - f(x)) / h
    behind = (f(x) - f(x - h)) / h
    return (ahead - behind) / h


# --8<-- [end:second_difference]


# --8<-- [start:numerical_hessian]
def numerical_hessian(gradient, point, h=1e-5):
    """Hessian at a point of shape (n,), from 2n gradients: (n, n).

    Row i says how the gradient changes when coordinate i moves.

    >>> numerical_hessian(folium_gradient, [1, 1]).round(4).tolist()
    [[6.0, -3.0], [-3.0, 6.0]]
    """
    point = np.asarray(point, dtype=float)
    rows = []
    for step in h * np.eye(len(point)):
        change = gradient(point + step) - gradient(point - step)
        rows.append(change / (2 * h))
    return (np.array(rows) + np.transpose(rows)) / 2  # even out rounding


# --8<-- [end:numerical_hessian]


# --8<-- [start:directional_curvature]
def directional_curvature(hessian, direction):
    """Second derivative along a direction; shapes (n, n) and (n,).

    The direction is divided by its length first. The zero vector has no
    direction: ValueError.

    >>> hessian = [[2, 4], [4, 2]]
    >>> ways = ([1, 0], [1, 1], [1, -1])
    >>> [round(directional_curvature(hessian, way), 4) for way in ways]
    [2.0, 6.0, -2.0]
    """
    length = np.linalg.norm(direction)
    if length == 0:
        raise ValueError("the zero vector has no direction")
    u = np.asarray(direction) / length
    return float(u @ np.asarray(hessian) @ u)


# --8<-- [end:directional_curvature]


# --8<-- [start:twisted]
def twisted(point):
    """x² + 4xy + y²: bends up along both axes, and yet is not a bowl.

    >>> twisted([1, 0]), twisted([0, 1]), twisted([1, -1])
    (1, 1, -2)
    """
    x, y = point
    return x**2 + 4 * x * y + y**2


# --8<-- [end:twisted]


# --8<-- [start:folium]
def folium(point):
    """x³ + y³ - 3xy, for points of shape (2, …).

    Its level curve 0 is a loop that Descartes drew, a leaf: folium.

    >>> folium([0, 0]), folium([1, 1]), folium([-2, -2])
    (0, -1, -28)
    """
    x, y = point
    return x**3 + y**3 - 3 * x * y


def folium_gradient(point):
    """(3x² - 3y, 3y² - 3x): zero at (0, 0) and at (1, 1) only.

    >>> folium_gradient([1, 1]).tolist()
    [0, 0]
    """
    x, y = point
    return np.array([3 * x**2 - 3 * y, 3 * y**2 - 3 * x])


def folium_hessian(point):
    """Rows (6x, -3) and (-3, 6y): a different matrix at every place.

    >>> folium_hessian([1, 1]).tolist()
    [[6, -3], [-3, 6]]
    """
    x, y = point
    return np.array([[6 * x, -3], [-3, 6 * y]])


# --8<-- [end:folium]
