r"""Checks of the conditions: Lagrange, prices, Newton, Karush-Kuhn-Tucker, duality."""

import mpmath
import numpy as np
from scipy import optimize

from snippets.constrained_optimization.kkt import solve_by_cases

TIGHT = {"ftol": 1e-15, "maxiter": 500}


def _lowest_on_ellipse(c):
    """Lowest point and value of e^x + xy + y² on x² + 2y² = c, by a search over the angle."""

    def at(angle):
        return np.array([np.sqrt(c) * np.cos(angle), np.sqrt(c / 2) * np.sin(angle)])

    def value(angle):
        x, y = at(angle)
        return np.exp(x) + x * y + y**2

    start = min(np.linspace(0, 2 * np.pi, 200), key=value)
    bounds = (start - 0.1, start + 0.1)
    found = optimize.minimize_scalar(value, bounds=bounds, method="bounded", options={"xatol": 1e-12})
    return at(found.x), found.fun


def lagrange_condition():
    r"""$$\nabla f(\vect{x}) + \lambda\, \nabla h(\vect{x}) = \vect{0}$$

    The lowest point of e^x + xy + y² on x² + 2y² = 3, found by a search over the angle: -λ∇h with λ from the first
    component, against ∇f in both.
    """
    (x, y), _ = _lowest_on_ellipse(3)
    gradient, rule = np.array([np.exp(x) + y, x + 2 * y]), np.array([2 * x, 4 * y])
    multiplier = -gradient[0] / rule[0]
    return -multiplier * rule, gradient, 1e-5


def lagrangian_function():
    r"""$$L(\vect{x}, \vect{\mu}, \vect{\lambda}) = f(\vect{x}) + \vect{\mu}^\T \vect{g}(\vect{x}) + \vect{\lambda}^\T \vect{h}(\vect{x})$$

    The point where the gradient of L in (x, λ) vanishes, for x² + 2y² + 3z² with one active inequality and one
    equality, against the constrained minimum that SciPy finds.
    """

    def lagrangian(z):
        x, mu, lam = z[:3], z[3:4], z[4:]
        f = x[0] ** 2 + 2 * x[1] ** 2 + 3 * x[2] ** 2
        return f + mu @ np.array([2 - x[0] - x[1]]) + lam @ np.array([x[1] + x[2] - 3])

    root = optimize.root(lambda z: optimize.approx_fprime(z, lagrangian, 1e-6), np.ones(5)).x
    found = optimize.minimize(
        lambda x: x[0] ** 2 + 2 * x[1] ** 2 + 3 * x[2] ** 2,
        np.ones(3),
        method="SLSQP",
        options=TIGHT,
        constraints=[
            {"type": "ineq", "fun": lambda x: x[0] + x[1] - 2},
            {"type": "eq", "fun": lambda x: x[1] + x[2] - 3},
        ],
    )
    return root[:3], found.x, 1e-4


def budget_split():
    r"""$$\min_{x + y = B} \left( \frac{a}{x} + \frac{b}{y} \right) = \frac{(\sqrt{a} + \sqrt{b})^2}{B}$$

    a = 4, b = 1, B = 6, and two more cases, against a search over x.
    """
    cases = [(4, 1, 6), (1, 9, 2), (5, 2, 10)]
    claimed = [(np.sqrt(a) + np.sqrt(b)) ** 2 / budget for a, b, budget in cases]
    measured = [
        optimize.minimize_scalar(
            lambda x, a=a, b=b, B=B: a / x + b / (B - x), bounds=(1e-6, B - 1e-6), method="bounded"
        )
        for a, b, B in cases
    ]
    return np.array(claimed), np.array([found.fun for found in measured])


def price_of_level():
    r"""$$p'(c) = -\lambda$$

    -λ at the lowest point of e^x + xy + y² on x² + 2y² = 3, from the gradients there, against the slope of the lowest
    value, found by searches at c = 2.99 and c = 3.01.
    """
    (x, y), _ = _lowest_on_ellipse(3)
    multiplier = -(np.exp(x) + y) / (2 * x)
    slope = (_lowest_on_ellipse(3.01)[1] - _lowest_on_ellipse(2.99)[1]) / 0.02
    return -multiplier, slope, 1e-4


def several_constraints():
    r"""$$\nabla f(\vect{x}) + \mat{J}_{\vect{h}}(\vect{x})^\T \vect{\lambda} = \vect{0}$$

    The lowest x + 2y + 3z + z² on the circle where the unit sphere meets x + y + z = 1/2 (a search over its angle).
    λ is measured as minus the slopes of the lowest value in the two levels.
    """
    one, across, down = np.ones(3) / 3, np.array([1, -1, 0]) / np.sqrt(2), np.array([1, 1, -2]) / np.sqrt(6)

    def lowest(size, level):
        radius = np.sqrt(size - level**2 / 3)

        def at(angle):
            return level * one + radius * (np.cos(angle) * across + np.sin(angle) * down)

        def value(angle):
            x, y, z = at(angle)
            return x + 2 * y + 3 * z + z**2

        start = min(np.linspace(0, 2 * np.pi, 200), key=value)
        bounds = (start - 0.1, start + 0.1)
        found = optimize.minimize_scalar(value, bounds=bounds, method="bounded", options={"xatol": 1e-12})
        return at(found.x), found.fun

    point, _ = lowest(1, 0.5)
    h = 1e-3
    slopes = [lowest(1 + h, 0.5)[1] - lowest(1 - h, 0.5)[1], lowest(1, 0.5 + h)[1] - lowest(1, 0.5 - h)[1]]
    jacobian, multipliers = np.array([2 * point, np.ones(3)]), -np.array(slopes) / (2 * h)
    return -jacobian.T @ multipliers, np.array([1, 2, 3 + 2 * point[2]]), 1e-4


def newton_step():
    r"""$$\begin{pmatrix} \mat{H}_L & \mat{J}^\T \\ \mat{J} & \mat{0} \end{pmatrix}
    \begin{pmatrix} \Delta\vect{x} \\ \Delta\vect{\lambda} \end{pmatrix} =
    -\begin{pmatrix} \nabla f + \mat{J}^\T \vect{\lambda} \\ \vect{h} \end{pmatrix}$$

    x³ + 2y² on xy = 2 near (1.5, 1.5), λ = -2: the step from the blocks, against Newton's step on the n + m equations
    with SciPy's numerical Jacobian.
    """
    x, y, lam = 1.5, 1.5, -2.0
    blocks = np.array([[6 * x, lam, y], [lam, 4, x], [y, x, 0]])

    def system(z):
        a, b, c = z
        return np.array([3 * a**2 + c * b, 4 * b + c * a, a * b - 2])

    here = np.array([x, y, lam])
    slopes = optimize.approx_fprime(here, system, 1e-7)
    return np.linalg.solve(blocks, -system(here)), np.linalg.solve(slopes, -system(here)), 1e-5


def curvature_on_constraint():
    r"""$$\frac{\dd^2}{\dd t^2} f(\vect{r}(t)) = \vect{r}'(t)^\T \mat{H}_L\, \vect{r}'(t)$$

    x + 2y on x² + y² = 5 at (-1, -2), where H_L = 2λI with λ = 1/2, and at (1, 2), where λ = -1/2; walked around the
    circle, against a numerical second derivative.
    """
    claimed, measured = [], []
    for sign in (-1, 1):
        velocity = np.array([-2.0, 1.0]) * sign  # of the walk at unit angular speed
        claimed.append(velocity @ (2 * (-sign / 2) * np.eye(2)) @ velocity)
        angle = mpmath.atan2(2 * sign, sign)
        root = mpmath.sqrt(5)
        measured.append(float(mpmath.diff(lambda t, r=root: r * mpmath.cos(t) + 2 * r * mpmath.sin(t), angle, 2)))
    return np.array(claimed), np.array(measured)


def kkt_conditions():
    r"""$$\begin{aligned}
    \nabla f(\vect{x}) + \mat{J}_{\vect{g}}(\vect{x})^\T \vect{\mu} + \mat{J}_{\vect{h}}(\vect{x})^\T \vect{\lambda} &= \vect{0} \\
    \vect{g}(\vect{x}) \le \vect{0}, \quad \vect{h}(\vect{x}) &= \vect{0} \\
    \vect{\mu} &\ge \vect{0} \\
    \mu_i\, g_i(\vect{x}) &= 0
    \end{aligned}$$

    Ten random convex quadratic problems with four inequalities (in five of them, two make an equality): the only point
    that passes, found by trying all sets of active rules, against SciPy's minimum.
    """
    rng, claimed, measured = np.random.default_rng(5), [], []
    for trial in range(10):
        root, slope, rows = rng.normal(size=(3, 3)), rng.normal(size=3) * 3, rng.normal(size=(4, 3))
        hessian, bounds = root @ root.T + np.eye(3), rng.uniform(0.2, 1, size=4)
        if trial % 2:
            rows[3], bounds[3] = -rows[2], -bounds[2]
        claimed.append(solve_by_cases(hessian, slope, rows, bounds)[0])
        rule = {"type": "ineq", "fun": lambda x, A=rows, b=bounds: b - A @ x}
        found = optimize.minimize(
            lambda x, H=hessian, s=slope: x @ H @ x / 2 + s @ x,
            np.zeros(3),
            constraints=rule,
            method="SLSQP",
            options=TIGHT,
        )
        measured.append(found.x)
    return np.array(claimed), np.array(measured), 1e-5


def inequality_price():
    r"""$$\frac{\partial p}{\partial b_i} = -\mu_i$$

    (x + 1)² + (y - 3)² + xy under x + y ≤ 1, -x ≤ 0 and y ≤ 5: the multipliers by cases, against slopes of SciPy's minimum
    in the three bounds.
    """
    hessian, slope = np.array([[2.0, 1.0], [1.0, 2.0]]), np.array([2.0, -6.0])
    rows, bounds = np.array([[1.0, 1.0], [-1.0, 0.0], [0.0, 1.0]]), np.array([1.0, 0.0, 5.0])

    def lowest(b):
        rule = {"type": "ineq", "fun": lambda x: b - rows @ x}
        value = optimize.minimize(
            lambda x: x @ hessian @ x / 2 + slope @ x, [0, 0], constraints=rule, method="SLSQP", options=TIGHT
        )
        return value.fun

    _, mu = solve_by_cases(hessian, slope, rows, bounds)
    steps = 1e-3 * np.eye(3)
    slopes = [(lowest(bounds + step) - lowest(bounds - step)) / 2e-3 for step in steps]
    return -mu, np.array(slopes), 1e-4


def strong_duality():
    r"""$$\max_{\vect{\mu} \ge \vect{0}}\; \min_{\vect{x}}\; L(\vect{x}, \vect{\mu}) = \min_{\vect{g}(\vect{x}) \le \vect{0}} f(\vect{x})$$

    e^x + e^(2y) under 3 - x - y ≤ 0: a search over the price, with a search over (x, y) inside, against SciPy's
    constrained minimum.
    """

    def f(p):
        return np.exp(p[0]) + np.exp(2 * p[1])

    def least(mu):
        return optimize.minimize(lambda p: f(p) + mu * (3 - p[0] - p[1]), [0.0, 0.0], method="BFGS").fun

    best = optimize.minimize_scalar(lambda mu: -least(mu), bounds=(0.1, 30), method="bounded")
    rule = {"type": "ineq", "fun": lambda p: p[0] + p[1] - 3}
    return -best.fun, optimize.minimize(f, [0, 0], constraints=rule, method="SLSQP", options=TIGHT).fun
