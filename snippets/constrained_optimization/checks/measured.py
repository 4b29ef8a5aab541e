r"""Other routes to a number: slopes by differences, minima by searches, prices by moving a constraint.

Nothing here knows a formula of the page. A gradient is measured by moving a little, a constrained minimum is searched
by SciPy or by walking around a closed path, and the price of a constraint is how fast the least value falls as it is relaxed.
"""

from functools import partial

import numpy as np
from scipy import optimize

from snippets.derivatives_and_gradients.gradients import numerical_gradient
from snippets.partial_derivatives_and_jacobians.jacobians import numerical_jacobian
from snippets.random_functions import random_bowl

# Gradient of f at a point: slopes(f, x).
slopes = partial(numerical_gradient, h=1e-4)


def random_parabola(random, constraints):
    """f = ½ xᵀ bowl x + slope · x and its constraints rows @ x ≤ levels: the origin is allowed, the free minimum is not."""
    center, rows, levels = (
        random.normal(size=3),
        random.normal(size=(constraints, 3)),
        random.uniform(0.1, 1, size=constraints),
    )
    rows[0] += (2 - rows[0] @ center) / (center @ center) * center  # so that rows[0] @ center is 2
    bowl = random_bowl(random, 3)
    return bowl, -bowl @ center, rows, levels


def curvatures(f, x, h=2e-4):
    """Hessian of f at a point of shape (n,), from its values alone: (n, n)."""
    steps = h * np.eye(len(x))
    ahead = [[f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b) for a in steps] for b in steps]
    return np.array(ahead) / (4 * h**2)


def bottom(parabola, n):
    """Least value of a parabola in n variables, from its slopes and curvatures at the origin."""
    origin = np.zeros(n)
    return parabola(np.linalg.solve(curvatures(parabola, origin), -slopes(parabola, origin)))


def lowest(f, start, g=None, h=None):
    """Point with the least f(x) under g(x) ≤ 0 and h(x) = 0, found by SciPy: (n,)."""
    constraints = [{"type": "ineq", "fun": lambda x: -g(x), "jac": lambda x: -numerical_jacobian(g, x)}] if g else []
    constraints += [{"type": "eq", "fun": h, "jac": lambda x: numerical_jacobian(h, x)}] if h else []
    options = {"ftol": 1e-14, "maxiter": 500}
    return optimize.minimize(
        f, start, jac=lambda x: slopes(f, x), method="SLSQP", constraints=constraints, options=options
    ).x


def lowest_around(path, f):
    """Point of the closed path, a function of the angle, at which f is least."""
    near = min(np.linspace(0, 2 * np.pi, 100), key=lambda angle: f(path(angle)))
    sharp = {"bounds": (near - 0.1, near + 0.1), "method": "bounded", "options": {"xatol": 1e-12}}
    return path(optimize.minimize_scalar(lambda angle: f(path(angle)), **sharp).x)


def prices(least, levels):
    """How fast the least value, a function of the levels of the constraints, falls as each level rises: (m,)."""
    return -slopes(least, levels)


def root(system, start):
    """Root of n equations in n unknowns near start, found by SciPy."""
    return optimize.root(system, start, tol=1e-14).x
