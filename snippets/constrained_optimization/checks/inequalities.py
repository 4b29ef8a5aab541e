r"""Checks of the conditions for inequalities: the Lagrangian, Karush-Kuhn-Tucker, prices, duality."""

from itertools import product

import numpy as np
from scipy import optimize

from snippets.constrained_optimization.checks.measured import (
    bottom,
    lowest,
    prices,
    random_parabola,
    slopes,
)
from snippets.constrained_optimization.kkt import solve_by_cases
from snippets.random_functions import random_bowl

NEAR = 1e-4


def lagrangian_function(random):
    r"""$$L(\vect{x}, \vect{\mu}, \vect{\lambda}) = f(\vect{x}) + \vect{\mu}^\T \vect{g}(\vect{x}) + \vect{\lambda}^\T \vect{h}(\vect{x})$$

    L and its slopes in all variables, at the minimum that SciPy finds for a random function under two inequalities and
    an equality, with multipliers measured as prices. The value must be that of f, the slopes 0 in the point and the
    values of the constraints in the multipliers.
    """
    direction, bowl = random.normal(size=4), random_bowl(random, 4)
    rows, row, bounds = random.normal(size=(2, 4)), random.normal(size=4), random.uniform(0.2, 0.6, size=2)

    def f(x):
        return np.exp(direction @ x) + (x - 1) @ bowl @ (x - 1)

    def g(x):
        return rows @ x - bounds

    def h(x):
        return np.array([row @ x + x @ x / 5 - 0.2])

    def best(levels):
        return lowest(f, np.zeros(4), lambda x: g(x) - levels[:2], lambda x: h(x) - levels[2:])

    x, multipliers = best(np.zeros(3)), prices(lambda levels: f(best(levels)), np.zeros(3))

    def lagrangian(z):
        x, mu, lam = np.split(z, [4, 6])
        return f(x) + np.vdot(mu, g(x)) + np.vdot(lam, h(x))

    z = np.concatenate([x, multipliers])
    return [lagrangian(z), *slopes(lagrangian, z)], [f(x), *np.zeros(4), *g(x), *h(x)], 1e-3


def _tight(bowl, slope, rows, levels):
    """Lowest point of the parabola with the constraints as equations, followed by their multipliers."""
    free, ways = np.linalg.solve(bowl, -slope), np.linalg.solve(bowl, rows.T)
    multipliers = np.linalg.solve(rows @ ways, rows @ free - levels)
    return free - ways @ multipliers, multipliers


def _zero(values):
    return np.all(np.abs(values) < NEAR)


def _at_most_zero(values):
    return np.all(values < NEAR)


def kkt_conditions(random):
    r"""$$\begin{aligned}
    \nabla f(\vect{x}) + \mat{J}_{\vect{g}}(\vect{x})^\T \vect{\mu} + \mat{J}_{\vect{h}}(\vect{x})^\T \vect{\lambda} &= \vect{0} \\
    \vect{g}(\vect{x}) \le \vect{0}, \quad \vect{h}(\vect{x}) &= \vect{0} \\
    \vect{\mu} &\ge \vect{0} \\
    \mu_i\, g_i(\vect{x}) &= 0
    \end{aligned}$$

    Twenty candidates for a random parabola under two inequalities and an equality, many with all conditions right but
    one. The four together must accept those whose point is SciPy's minimum and whose multipliers are the measured
    prices, and no others.
    """
    bowl, slope, rows, levels = random_parabola(random, 3)  # the third constraint is the equality

    def f(x):
        return x @ bowl @ x / 2 + slope @ x

    def g(x):
        return (rows @ x - levels)[:2]

    def h(x):
        return (rows @ x - levels)[2:]

    def best(change):
        return lowest(f, np.zeros(3), lambda x: g(x) - change[:2], lambda x: h(x) - change[2:])

    x, multipliers = best(np.zeros(3)), prices(lambda change: f(best(change)), np.zeros(3))
    candidates = [(x, multipliers), (x + 0.1 * random.normal(size=3), multipliers)]
    candidates += [(x, multipliers * factors) for factors in random.uniform(0.5, 1.5, size=(2, 3))]
    for used, room in product(product([0, 1], repeat=3), (0, 0.2)):
        k = np.flatnonzero(used)
        point, found = _tight(bowl, slope, rows[k], levels[k] - room * (k < 2))
        candidates.append((point, np.bincount(k, found, minlength=3)))

    def accepted(x, mu, lam):
        stationary = _zero(slopes(f, x) + rows[:2].T @ mu + rows[2:].T @ lam)
        feasible = _at_most_zero(g(x)) and _zero(h(x))
        pushing = _at_most_zero(-mu)
        slack = _zero(mu * g(x))
        return stationary and feasible and pushing and slack

    claimed = [float(accepted(point, found[:2], found[2:])) for point, found in candidates]
    return claimed, [float(_zero(point - x) and _zero(found - multipliers)) for point, found in candidates]


def inequality_price(random):
    r"""$$\frac{\partial p}{\partial b_i} = -\mu_i$$

    A random parabola under four random inequalities: minus the multipliers that pass the four conditions, found by
    trying all cases, against the slopes in each level of the least value that SciPy finds.
    """
    bowl, slope, rows, levels = random_parabola(random, 4)

    def f(x):
        return x @ bowl @ x / 2 + slope @ x

    def best(levels):
        return lowest(f, np.zeros(3), lambda x: rows @ x - levels)

    _, mu = solve_by_cases(bowl, slope, rows, levels)
    return -mu, slopes(lambda levels: f(best(levels)), levels), 1e-4


def strong_duality(random):
    r"""$$\max_{\vect{\mu} \ge \vect{0}}\; \inf_{\vect{x}}\; L(\vect{x}, \vect{\mu}) = \min_{\vect{g}(\vect{x}) \le \vect{0}} f(\vect{x})$$

    A random parabola under two random inequalities: a search over the prices, each of which asks for the bottom of L,
    against SciPy's constrained minimum.
    """
    bowl, slope, rows, levels = random_parabola(random, 2)

    def f(x):
        return x @ bowl @ x / 2 + slope @ x

    def g(x):
        return rows @ x - levels

    def lagrangian(x, mu):
        return f(x) + np.vdot(mu, g(x))

    claimed = _highest(lambda mu: bottom(lambda x: lagrangian(x, mu), 3))
    return claimed, f(lowest(f, np.zeros(3), g)), 1e-5


def _highest(concave):
    """Largest value of a concave function of two prices that are at least 0."""
    return -optimize.minimize(lambda mu: -concave(mu), [1, 1], bounds=[(0, None)] * 2, method="L-BFGS-B").fun
