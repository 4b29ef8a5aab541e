r"""Checks of the methods: penalty, multipliers, barrier, projections."""

import mpmath
import numpy as np
from scipy import optimize

from snippets.constrained_optimization.barrier import BOUNDS, PROFIT, WALLS, barrier_point, polygon_path
from snippets.constrained_optimization.projections import (
    onto_ball,
    onto_simplex,
    projected_descent,
    slanted,
    slanted_gradient,
)

TIGHT = {"ftol": 1e-15, "maxiter": 500}
SHARP = {"xatol": 1e-12, "fatol": 1e-15, "maxiter": 4000}


def _penalized_days(weight):
    """x + y at the minimum of the penalized budget: the root of 9/s² = weight · (s - 6), by mpmath."""
    return float(mpmath.findroot(lambda s: 9 / s**2 - weight * (s - 6), 6.1))


def penalty_function():
    r"""$$f_\rho(\vect{x}) = f(\vect{x}) + \frac{\rho}{2} \sum_{i=1}^{m} \max(0, g_i(\vect{x}))^2$$

    The minimum of the penalized budget with weight 3, found by a search with values only, against the equation for
    x + y that follows by hand, with x twice as large as y.
    """

    def f(p):
        return 4 / p[0] + 1 / p[1] + 3 / 2 * max(0, p[0] + p[1] - 6) ** 2

    s = _penalized_days(3)
    found = optimize.minimize(f, [4, 2], method="Nelder-Mead", options=SHARP)
    return found.x, np.array([2 * s / 3, s / 3]), 1e-5


def penalty_price():
    r"""$$\mu_i \approx \rho \max(0, g_i(\vect{x}_\rho))$$

    The budget with weight 1000: the estimate, against the slope of the least error 9/B at B = 6.
    """
    slope = float(mpmath.diff(lambda budget: 9 / budget, 6))
    return 1000 * (_penalized_days(1000) - 6), -slope, 1e-3


def penalty_condition():
    r"""$$\kappa \approx \frac{\rho\, \norm{\nabla g}^2}{c}$$

    The budget with weight 10,000 and c = 3/16, the mean of 1/8 and 1/4, against the eigenvalues of the Hessian at the
    minimum, which SciPy differentiates.
    """
    weight = 1e4
    s = _penalized_days(weight)

    def gradient(p):
        x, y = p
        pull = weight * max(0, x + y - 6)
        return np.array([-4 / x**2 + pull, -1 / y**2 + pull])

    hessian = optimize.approx_fprime(np.array([2 * s / 3, s / 3]), gradient, 1e-7)
    curvatures = np.linalg.eigvals(hessian).real
    return weight * 2 / (3 / 16), curvatures.max() / curvatures.min(), 5e-3


def multiplier_update():
    r"""$$\lambda \leftarrow \lambda + \rho\, h(\vect{x})$$

    x² + 3y² on x + y = 4 with weight 2, from λ = -1: the updated λ, against the λ that makes the plain Lagrangian
    stationary at the same point (which the augmented function's minimum, found by SciPy, makes it).
    """
    weight, lam = 2.0, -1.0

    def augmented(p):
        h = p[0] + p[1] - 4
        return p[0] ** 2 + 3 * p[1] ** 2 + lam * h + weight / 2 * h**2

    x, y = optimize.minimize(augmented, [0, 0], method="BFGS", options={"gtol": 1e-9}).x
    return np.array([lam + weight * (x + y - 4)] * 2), np.array([-2 * x, -6 * y]), 1e-5


def barrier_function():
    r"""$$f_\tau(\vect{x}) = f(\vect{x}) - \tau \sum_{i=1}^{m} \ln(-g_i(\vect{x}))$$

    The minimum for the polygon with τ = 0.3, found by a search with values only, against the damped Newton walk.
    """

    def f(p):
        room = BOUNDS - WALLS @ p
        return np.inf if room.min() <= 0 else -PROFIT @ p - 0.3 * np.log(room).sum()

    found = optimize.minimize(f, [1.0, 1.0], method="Nelder-Mead", options=SHARP)
    walked, _ = polygon_path([0.3])
    return found.x, walked[0], 1e-5


def barrier_price():
    r"""$$\mu_i = \frac{\tau}{-g_i(\vect{x}_\tau)}$$

    The polygon with τ = 1e-9: the four estimates, against the multipliers of SciPy's linear programming.
    """
    points, _ = polygon_path(np.geomspace(1, 1e-9, 28))
    program = optimize.linprog(-PROFIT, A_ub=WALLS, b_ub=BOUNDS, bounds=(None, None), method="highs")
    return 1e-9 / (BOUNDS - WALLS @ points[-1]), -program.ineqlin.marginals, 1e-5


def barrier_gap():
    r"""$$f(\vect{x}_\tau) - q(\vect{\mu}_\tau) = m\,\tau$$

    (x - 3)² + (y - 3)² in the polygon with τ = 0.05: m·τ = 0.2, against the value minus the least value of the Lagrangian
    with the estimated multipliers, found by SciPy.
    """
    goal = np.array([3.0, 3.0])
    x = barrier_point(lambda p: 2 * (p - goal), lambda p: 2 * np.eye(2), WALLS, BOUNDS, 0.05, [1.0, 1.0])
    mu = 0.05 / (BOUNDS - WALLS @ x)
    dual = optimize.minimize(lambda p: np.sum((p - goal) ** 2) + mu @ (WALLS @ p - BOUNDS), [0, 0], method="BFGS").fun
    return 4 * 0.05, np.sum((x - goal) ** 2) - dual


def _nearest(point, start, **rules):
    """Point nearest to `point` that obeys the rules, by SciPy."""
    return optimize.minimize(
        lambda p: np.sum((p - point) ** 2), start, jac=lambda p: 2 * (p - point), method="SLSQP", options=TIGHT, **rules
    ).x


def projection_onto_ball():
    r"""$$P(\vect{x}) = \frac{r}{\max(r, \norm{\vect{x}})}\, \vect{x}$$

    Three points outside and one inside a ball of radius 2 in three dimensions, against SciPy's nearest points.
    """
    points = np.array([[3, 4, 1], [-2, 0.5, 5], [0, -9, 1], [0.5, 1, -1]])
    rule = {"type": "ineq", "fun": lambda p: 4 - p @ p, "jac": lambda p: -2 * p}
    return (
        np.array([onto_ball(p, 2) for p in points]),
        np.array([_nearest(p, p / 9, constraints=rule) for p in points]),
        1e-5,
    )


def projection_onto_simplex():
    r"""$$\begin{aligned}
    P(\vect{x})_i &= \max(x_i - \theta, 0) \\
    \sum_{i=1}^{n} P(\vect{x})_i &= 1
    \end{aligned}$$

    Four points in four dimensions, against SciPy's nearest points.
    """
    points = np.random.default_rng(2).normal(size=(4, 4))
    rules = {"constraints": {"type": "eq", "fun": lambda p: p.sum() - 1}, "bounds": [(0, None)] * 4}
    measured = [_nearest(p, np.ones(4) / 4, **rules) for p in points]
    return np.array([onto_simplex(p) for p in points]), np.array(measured), 1e-5


def projected_step():
    r"""$$\vect{x}_{k+1} = P(\vect{x}_k - \eta\, \nabla f(\vect{x}_k))$$

    The point at which 200 such steps on the slanted bowl in the unit disk end, against SciPy's constrained minimum.
    """
    end = projected_descent(slanted_gradient, onto_ball, [0, 0], 0.2, 200)[-1]
    rule = {"type": "ineq", "fun": lambda p: 1 - p @ p}
    found = optimize.minimize(slanted, [0, 0], jac=slanted_gradient, constraints=rule, method="SLSQP", options=TIGHT)
    return end, found.x, 1e-5
