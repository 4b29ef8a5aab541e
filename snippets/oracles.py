"""Derivatives by other routes, for checks and tests: nothing here knows a rule of differentiation.

complex step       Im f(x + ihd)/h            subtracts nothing, so h may be tiny; f must take complex numbers
mpmath             differences, 30 digits     f must take mpmath's numbers
four values        a slope of slopes          60 digits, of which the subtraction leaves enough
"""

import mpmath
import numpy as np

STEP = 1e-30


def complex_step(f, x, d=1):
    """Slope of f at x along d, in the shape of f's values.

    >>> round(float(complex_step(np.sin, 0.0)), 4)
    1.0
    """
    return f(x + 1j * STEP * d).imag / STEP


def complex_gradient(f, x):
    """Gradient of a number f(x), in the shape of x: a complex step in each entry.

    >>> complex_gradient(lambda x: x[0] ** 2 * x[1], np.array([3.0, 5.0])).tolist()
    [30.0, 9.0]
    """
    gradient = np.zeros(np.shape(x))
    for place in np.ndindex(gradient.shape):
        axis = np.zeros_like(gradient)
        axis[place] = 1
        gradient[place] = complex_step(f, x, axis)
    return gradient


def complex_jacobian(f, x):
    """Jacobian of a vector f(x) at x of shape (n,): a complex step for each column.

    >>> complex_jacobian(lambda x: np.array([x[1], x[0] * x[1]]), np.array([3.0, 5.0])).tolist()
    [[0.0, 1.0], [5.0, 3.0]]
    """
    return np.stack([complex_step(f, x, axis) for axis in np.eye(len(x))], axis=1)


def mpmath_slopes(f, places):
    """Derivatives of f at each of the places (n,): (n,).

    >>> mpmath_slopes(lambda x: x**3, [1, 2]).tolist()
    [3.0, 12.0]
    """
    with mpmath.workdps(30):
        return np.array([float(mpmath.diff(f, mpmath.mpf(float(place)))) for place in places])


def mpmath_gradient(f, point):
    """All partial derivatives at a point (n,) of a function of a list: (n,).

    >>> mpmath_gradient(lambda p: p[0] ** 2 * p[1], [3, 5]).tolist()
    [30.0, 9.0]
    """
    with mpmath.workdps(30):
        point = [mpmath.mpf(float(x)) for x in point]
        moved = [lambda t, i=i: f([*point[:i], t, *point[i + 1 :]]) for i in range(len(point))]
        return np.array([float(mpmath.diff(g, x)) for g, x in zip(moved, point, strict=True)])


def tiny(random, first, last):
    """A random power of ten between 10^first and 10^last, as a number of mpmath.

    >>> mpmath.nstr(tiny(np.random.default_rng(1), -12, -11))
    '1.0e-12'
    """
    return mpmath.mpf(10) ** int(random.integers(first, last))


def second_slope(f, x, u, v):
    """How the slope of f along v changes along u, at x of shape (n,): uᵀHv, from four values of f.

    >>> second_slope(lambda p: p[0] * p[1], [3, 5], [1, 0], [0, 1])
    1.0
    """
    with mpmath.workdps(60):
        h = mpmath.mpf(10) ** -15
        x, u, v = (np.array([mpmath.mpf(float(c)) for c in vector]) for vector in (x, u, v))
        corners = f(x + h * u + h * v) - f(x + h * u - h * v) - f(x - h * u + h * v) + f(x - h * u - h * v)
        return float(corners / (4 * h**2))


def second_slopes(f, x):
    """Matrix of the second partial derivatives of f at x of shape (n,), from its values alone: (n, n).

    >>> second_slopes(lambda p: p[0] ** 2 * p[1], [3, 5]).tolist()
    [[10.0, 6.0], [6.0, 0.0]]
    """
    axes = np.eye(len(x))
    return np.array([[second_slope(f, x, u, v) for v in axes] for u in axes])
