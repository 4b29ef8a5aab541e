"""The Jacobian: the linear map that stands in for a function near a point.

Let f take a point with n coordinates and return one with m. Its Jacobian J at a point has one row for each output and
one column for each input, shape (m, n): row i is the gradient of output i, column j says where all outputs go when
input j moves. If f is differentiable at the point,

    f(point + step) ≈ f(point) + J · step

with an error that is small even compared with the step. For maps of the plane one can see it: a square grid becomes a
bent grid, and close to the point the bent one looks like parallelograms. The two columns of J are their sides, and the
determinant of J is the factor by which small areas change, negative where the map turns the plane over.
"""

import numpy as np


# --8<-- [start:numerical_jacobian]
def numerical_jacobian(f, point, h=1e-5):
    """Jacobian of f at a point of shape (n,) by central differences: (m, n).

    >>> swap_and_square = lambda p: np.array([p[1], p[0] ** 2])
    >>> (numerical_jacobian(swap_and_square, [3, 5]).round(6) + 0).tolist()
    [[0.0, 1.0], [6.0, 0.0]]
    """
    point = np.asarray(point, dtype=float)
    steps = h * np.eye(len(point))  # row j is a step along input j
    columns = [(f(point + s) - f(point - s)) / (2 * h) for s in steps]
    return np.stack(columns, axis=1)


# --8<-- [end:numerical_jacobian]


# --8<-- [start:bend]
def bend(point):
    """(x - y²/2, y + x²/2): each coordinate bends the other one.

    >>> bend(np.array([1, 0.5])).tolist()
    [0.875, 1.0]
    """
    x, y = point
    return np.array([x - y**2 / 2, y + x**2 / 2])


def bend_jacobian(point):
    """Rows (1, -y) and (x, 1).

    >>> bend_jacobian([1, 0.5]).tolist()
    [[1.0, -0.5], [1.0, 1.0]]
    """
    x, y = point
    return np.array([[1, -y], [x, 1]], dtype=float)


# --8<-- [end:bend]


# --8<-- [start:linearize]
def linearize(f, jacobian, center):
    """Map that stands in for f near the center, as a function of a point.

    >>> flat = linearize(bend, bend_jacobian, np.array([1, 0.5]))
    >>> flat(np.array([1.1, 0.5])).round(4).tolist()
    [0.975, 1.1]
    >>> bend(np.array([1.1, 0.5])).round(4).tolist()
    [0.975, 1.105]
    """
    here, matrix = f(center), jacobian(center)

    def stand_in(point):  # shape (2,) or (2, …), a whole grid
        step = (np.asarray(point).T - center).T
        return (np.tensordot(matrix, step, axes=1).T + here).T

    return stand_in


# --8<-- [end:linearize]


# --8<-- [start:polar]
def polar(point):
    """Turn (r, φ) into (x, y) = (r cos φ, r sin φ); φ in radians.

    >>> polar([2, np.pi / 6]).round(4).tolist()
    [1.7321, 1.0]
    """
    r, phi = point
    return np.array([r * np.cos(phi), r * np.sin(phi)])


def polar_jacobian(point):
    """Columns: outward (length 1), and along the circle (length r).

    >>> polar_jacobian([2, np.pi / 6]).round(4).tolist()
    [[0.866, -1.0], [0.5, 1.7321]]
    """
    r, phi = point
    c, s = np.cos(phi), np.sin(phi)
    return np.array([[c, -r * s], [s, r * c]])


# --8<-- [end:polar]


# --8<-- [start:cartesian]
def radius_and_angle(point):
    """Turn (x, y) into (r, φ), the way back; not at the origin.

    >>> radius_and_angle([3**0.5, 1]).round(4).tolist()  # φ = π/6
    [2.0, 0.5236]
    """
    x, y = point
    return np.array([np.hypot(x, y), np.arctan2(y, x)])


def radius_and_angle_jacobian(point):
    """Rows (x/r, y/r) and (-y/r², x/r²).

    >>> radius_and_angle_jacobian([3, 4]).tolist()
    [[0.6, 0.8], [-0.16, 0.12]]
    """
    x, y = point
    r = np.hypot(x, y)
    return np.array([[x / r, y / r], [-y / r**2, x / r**2]])


# --8<-- [end:cartesian]
