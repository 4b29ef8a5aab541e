"""Second partial derivatives, and a function for which the order of differentiation matters.

A partial derivative of a function of x and y is again a function of x and y, so it can be differentiated again: by the
same variable or by the other one. The *mixed* one asks how the slope along x changes when we step in y. Measured, it
compares four corners of a small rectangle:

    f(x + h, y + k) - f(x - h, y + k)        upper right minus upper left: a slope along x, up here
    - f(x + h, y - k) + f(x - h, y - k)      minus the same down there

divided by 2h · 2k. In this sum x and y play the same part, and so the order should not matter. Where both mixed partial
derivatives are continuous it does not (Schwarz's theorem). Peano's function shows what can happen where they are not.

The example functions take a point of shape (2, …), two coordinates first, so that they also take a whole grid.
"""

import numpy as np


# --8<-- [start:ripple]
def ripple(point):
    """Height sin x · cos y, a sheet with hills and hollows.

    >>> f"{ripple([1, 0.5]):.4f}"
    '0.7385'
    """
    x, y = point
    return np.sin(x) * np.cos(y)


def ripple_partials(point):
    """Its slopes along x and along y: (cos x cos y, -sin x sin y).

    >>> ripple_partials([1, 0.5]).round(4).tolist()
    [0.4742, -0.4034]
    """
    x, y = point
    return np.array([np.cos(x) * np.cos(y), -np.sin(x) * np.sin(y)])


# --8<-- [end:ripple]


# --8<-- [start:mixed_difference]
def mixed_difference(f, x, y, h=1e-4, k=1e-4):
    """Slope along x, compared k above and k below: four values of f.

    With x and y exchanged, and h and k, the sum is the same.

    >>> cube = lambda point: point[0] ** 3 * point[1]  # 3x² is expected
    >>> round(mixed_difference(cube, 2, 7), 4)
    12.0
    """
    above = (f([x + h, y + k]) - f([x - h, y + k])) / (2 * h)
    below = (f([x + h, y - k]) - f([x - h, y - k])) / (2 * h)
    return (above - below) / (2 * k)


# --8<-- [end:mixed_difference]


# --8<-- [start:peano]
def peano(point):
    """xy(x² - y²)/(x² + y²), continued by 0 at the origin.

    In polar coordinates it is r² sin(4φ)/4: four hills and four hollows.

    >>> [float(peano(p)) for p in ([2, 1], [1, 2], [0, 0])]
    [1.2, -1.2, 0.0]
    """
    x, y = np.asarray(point, dtype=float)
    square = x**2 + y**2
    return x * y * (x**2 - y**2) / np.where(square == 0, 1, square)


# --8<-- [end:peano]


# --8<-- [start:peano_partials]
def peano_partials(point):
    """Its first partial derivatives, both 0 at the origin, and continuous.

    >>> (peano_partials([0, 3]) + 0).tolist()  # -y along x, on the y axis
    [-3.0, 0.0]
    >>> peano_partials([3, 0]).tolist()  # x along y, on the x axis
    [0.0, 3.0]
    """
    x, y = np.asarray(point, dtype=float)
    square = x**2 + y**2
    square = np.where(square == 0, 1, square)
    along_x = y * (x**4 + 4 * x**2 * y**2 - y**4) / square**2
    along_y = x * (x**4 - 4 * x**2 * y**2 - y**4) / square**2
    return np.array([along_x, along_y])


# --8<-- [end:peano_partials]


# --8<-- [start:peano_mixed]
def peano_mixed(angle):
    """Mixed partial derivative away from the origin, at the angle φ.

    Either order gives it, and the distance to the origin does not matter.

    >>> [round(float(peano_mixed(np.radians(a))), 4) for a in (0, 45, 90)]
    [1.0, 0.0, -1.0]
    """
    c, s = np.cos(angle) ** 2, np.sin(angle) ** 2
    return (c - s) * (c**2 + 10 * c * s + s**2)


# --8<-- [end:peano_mixed]
