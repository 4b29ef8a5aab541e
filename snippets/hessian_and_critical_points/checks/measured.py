r"""Other routes to a curvature: the values of the function alone, a walk, a search.

Nothing here knows a formula of the page. A second derivative is the slope of a slope along two directions, with so many
digits that nothing is lost in the subtraction.
"""

import mpmath
import numpy as np
from scipy import optimize


def slope(f, x, d, h=1e-30):
    """Slope of f at x along d: Im f(x + ihd)/h, which subtracts nothing."""
    return f(x + 1j * h * d).imag / h


def bend(f, x, u, v):
    """How the slope of f along v changes along u, from four values with 60 digits: uᵀHv."""
    with mpmath.workdps(60):
        h = mpmath.mpf(10) ** -15
        x, u, v = (np.array([mpmath.mpf(float(c)) for c in vector]) for vector in (x, u, v))
        corners = f(x + h * u + h * v) - f(x + h * u - h * v) - f(x - h * u + h * v) + f(x - h * u - h * v)
        return float(corners / (4 * h**2))


def bends(f, x):
    """Matrix of second partial derivatives of f at x, from its values alone: (n, n)."""
    axes = np.eye(len(x))
    return np.array([[bend(f, x, u, v) for v in axes] for u in axes])


def random_symmetric(random, n):
    """Symmetric matrix with random entries, shape (n, n): most have curvatures of both signs."""
    entries = random.normal(size=(n, n))
    return entries + entries.T


def random_bowl(random, n):
    """Symmetric matrix with positive eigenvalues only, none of them near 0, shape (n, n)."""
    entries = random.normal(size=(n, n))
    return entries @ entries.T / n + 0.3 * np.eye(n)


def leveled(f, x):
    """The function f less the plane that touches it at x: x is a critical point, and the curvatures are those of f."""
    tilt = f.gradient(x)
    return lambda place: f(place) - (place - x) @ tilt


def quasi_newton(random, step, change):
    """SciPy's estimate of a Hessian after a step over which the gradient changed so: symmetric rank one, (n, n)."""
    estimate = optimize.SR1(init_scale=random.uniform(0.5, 2))
    estimate.initialize(len(step), "hess")
    estimate.update(step, change)
    return estimate.get_matrix()
