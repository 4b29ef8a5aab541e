"""Taylor to second order: not a tangent, but a parabola that hugs the curve; with n variables, a paraboloid.

The tangent has the right height and the right slope. The parabola has the right curvature as well, so what it leaves
out is of third order: at a tenth of the distance, about a thousandth of the error.
"""

import numpy as np


# --8<-- [start:taylor_parabola]
def taylor_parabola(value, slope, bend, x0):
    """Parabola through (x0, value) with that slope and second derivative.

    >>> parabola = taylor_parabola(value=1, slope=2, bend=6, x0=1)
    >>> parabola(1), parabola(2)  # 1 + 2·1 + 6/2·1²
    (1.0, 6.0)
    """
    return lambda x: value + slope * (x - x0) + bend / 2 * (x - x0) ** 2


# --8<-- [end:taylor_parabola]


# --8<-- [start:taylor_paraboloid]
def taylor_paraboloid(value, gradient, hessian, point):
    """Second-order model of f around a point, as a function.

    gradient and point have shape (n,), hessian (n, n). The model takes
    places of shape (n, …), a whole grid as well.

    >>> model = taylor_paraboloid(0, [1, 0], [[2, 4], [4, 2]], point=[0, 0])
    >>> float(model([1, 1]))  # 0 + 1 + (2 + 4 + 4 + 2)/2
    7.0
    """
    gradient, hessian, point = map(np.asarray, (gradient, hessian, point))

    def model(place):
        ones = [1] * (np.ndim(place) - 1)
        d = np.asarray(place) - point.reshape(-1, *ones)
        bend = np.einsum("i...,ij,j...->...", d, hessian, d)
        return value + np.einsum("i,i...->...", gradient, d) + bend / 2

    return model


# --8<-- [end:taylor_paraboloid]
