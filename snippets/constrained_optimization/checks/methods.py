r"""Checks of the methods: penalty, multipliers, barrier, projections."""

from itertools import product

import numpy as np
from scipy import linalg, optimize

from snippets.constrained_optimization.barrier import barrier_point
from snippets.constrained_optimization.checks.measured import (
    bottom,
    curvatures,
    lowest,
    random_parabola,
    root,
    slopes,
)
from snippets.constrained_optimization.kkt import solve_by_cases
from snippets.constrained_optimization.lagrange import newton_root
from snippets.constrained_optimization.penalty import penalty_gradient
from snippets.constrained_optimization.projections import onto_ball, onto_box, onto_simplex
from snippets.hessian_and_critical_points.curvature import numerical_hessian
from snippets.hessian_and_critical_points.newton import newton
from snippets.random_functions import random_bowl


def penalty_function(random):
    r"""$$f_\rho(\vect{x}) = f(\vect{x}) + \frac{\rho}{2} \sum_{i=1}^{m} \max(0, g_i(\vect{x}))^2$$

    Four random constraints, of which a random point breaks some: the slopes of the formula, by differences, against the slope
    of f and the pulls of the constraints, each by the page's program for one constraint.
    """
    bowl, weight, x = random_bowl(random, 3), random.uniform(0.2, 5), 2 * random.normal(size=3)
    rows, bounds = random.normal(size=(4, 3)), random.uniform(0.2, 1, size=4)

    def f(x):
        return x @ bowl @ x

    def penalized(x):
        return f(x) + weight / 2 * np.sum(np.maximum(0, rows @ x - bounds) ** 2)

    constraints = [
        (lambda x, row=row, bound=bound: row @ x - bound, lambda x, row=row: row)
        for row, bound in zip(rows, bounds, strict=True)
    ]
    pulls = [penalty_gradient(lambda x: 0, *constraint, weight)(x) for constraint in constraints]
    return slopes(penalized, x), slopes(f, x) + sum(pulls)


def _penalized_minimum(bowl, slope, rows, bounds, weight):
    """Lowest point of ½ xᵀ bowl x + slope · x with a penalty on rows @ x ≤ bounds, by Newton's method: (n,)."""

    def force(x, weight):
        return bowl @ x + slope + weight * np.maximum(0, rows @ x - bounds) @ rows

    def jacobian(x, weight):
        broken = rows[rows @ x > bounds]
        return bowl + weight * broken.T @ broken

    x = np.zeros(len(slope))
    for stage in np.geomspace(1, weight, 13):  # each search begins where the last one ended
        x = newton(lambda x, w=stage: force(x, w), lambda x, w=stage: jacobian(x, w), x, 10)[-1]
    return x


def penalty_price(random):
    r"""$$\mu_i \approx \rho \max(0, g_i(\vect{x}_\rho))$$

    A random parabola under three random constraints, with a weight of a million or more: the estimates at the minimum with the
    penalty, against the multipliers that the search by cases finds.
    """
    (bowl, slope, rows, bounds), weight = random_parabola(random, 3), random.uniform(1e6, 1e7)
    x = _penalized_minimum(bowl, slope, rows, bounds, weight)
    _, mu = solve_by_cases(bowl, slope, rows, bounds)
    return weight * np.maximum(0, rows @ x - bounds), mu, 1e-3


def _least_curvature(hessian, normal):
    """Smallest curvature in the directions at a right angle to the normal."""
    along = linalg.null_space(normal[None, :])
    return np.linalg.eigvalsh(along.T @ hessian @ along)[0]


def penalty_condition(random):
    r"""$$\kappa \approx \frac{\rho\, \norm{\nabla g}^2}{c}$$

    A random function under a random curved constraint, with the weight 1e5 and c from the Hessian of the Lagrangian, against the
    eigenvalues of the Hessian of the penalized function at its minimum.
    """
    direction, bowl, weight = random.uniform(1, 2, size=3), random_bowl(random, 3), 1e5
    axes = random.uniform(0.5, 2, size=3)

    def f(x):
        return np.exp(direction @ x) + x @ bowl @ x / 2

    def g(x):
        return 1 - direction @ x + np.sum((x / axes) ** 4)

    def gradient(x):
        return np.exp(direction @ x) * direction + bowl @ x

    force = penalty_gradient(gradient, g, lambda x: 4 * x**3 / axes**4 - direction, weight)
    x = newton_root(force, lowest(f, np.zeros(3), lambda x: np.array([1e-4 + g(x)])))[-1]
    bend = curvatures(f, x) + weight * g(x) * curvatures(g, x)  # of the Lagrangian, with the price from the penalty
    c = _least_curvature(bend, slopes(g, x))
    sizes = np.linalg.eigvalsh(numerical_hessian(force, x, h=1e-7))
    return weight * np.linalg.norm(slopes(g, x)) ** 2 / c, sizes[-1] / sizes[0], 5e-3


def multiplier_update(random):
    r"""$$\lambda \leftarrow \lambda + \rho\, h(\vect{x})$$

    A random function on a random quadric, from a random λ: the updated λ at the minimum of the augmented function, against
    the λ that balances ∇f and ∇h at the same point.
    """
    axes, direction, bowl = random.uniform(0.5, 2, size=3), random.normal(size=3), random_bowl(random, 3)
    weight, multiplier = random.uniform(0.5, 3), random.uniform(-0.3, 1)

    def f(x):
        return np.exp(direction @ x) + x @ bowl @ x

    def h(x):
        return np.sum((x / axes) ** 2) - 1

    def augmented(x):
        return f(x) + multiplier * h(x) + weight / 2 * h(x) ** 2

    x = root(lambda x: slopes(augmented, x), optimize.minimize(augmented, -direction).x)
    balance = np.linalg.lstsq(slopes(h, x)[:, None], -slopes(f, x), rcond=None)[0]
    return [multiplier + weight * h(x)], balance, 1e-5


def _inside(random, rows, bounds):
    """Random point with rows @ x < bounds, which must hold at the origin."""
    way = random.normal(size=rows.shape[1])
    return way * random.uniform(0.1, 0.9) / np.max(np.append(rows @ way / bounds, 0.5))


def barrier_function(random):
    r"""$$f_\tau(\vect{x}) = f(\vect{x}) - \tau \sum_{i=1}^{m} \ln(-g_i(\vect{x}))$$

    Four random walls and a random point inside: the slopes of the formula, by differences, against the slope of f and
    the pushes τ/(-gᵢ) ∇gᵢ of the walls.
    """
    bowl, tau = random_bowl(random, 3), random.uniform(0.1, 2)
    rows, bounds = random.normal(size=(4, 3)), random.uniform(0.2, 1, size=4)
    x = _inside(random, rows, bounds)

    def f(x):
        return x @ bowl @ x

    def barrier(x):
        return f(x) - tau * np.sum(np.log(-(rows @ x - bounds)))

    pushes = [tau / (bound - row @ x) * row for row, bound in zip(rows, bounds, strict=True)]
    return slopes(barrier, x), slopes(f, x) + sum(pushes), 1e-4


def barrier_price(random):
    r"""$$\mu_i = \frac{\tau}{-g_i(\vect{x}_\tau)}$$

    Three random walls around a random parabola, with a random τ: the formula at the minimum that the page's program
    finds, against the three weights with which the walls' normals balance ∇f.
    """
    bowl, slope, tau = random_bowl(random, 3), random.normal(size=3), random.uniform(0.01, 1)
    rows, bounds = random.normal(size=(3, 3)), random.uniform(0.2, 1, size=3)
    x = barrier_point(lambda x: bowl @ x + slope, lambda x: bowl, rows, bounds, tau, np.zeros(3))
    g = rows @ x - bounds
    return tau / -g, np.linalg.solve(rows.T, -(bowl @ x + slope))


def barrier_gap(random):
    r"""$$f(\vect{x}_\tau) - q(\vect{\mu}_\tau) = m\,\tau$$

    A random number of walls around a random parabola: m·τ, against the value at the minimum that the page's program finds
    minus the least value of the Lagrangian with the prices estimated there.
    """
    m, bowl, slope, tau = random.integers(2, 7), random_bowl(random, 3), random.normal(size=3), random.uniform(0.01, 1)
    rows, bounds = random.normal(size=(m, 3)), random.uniform(0.2, 1, size=m)

    def f(x):
        return x @ bowl @ x / 2 + slope @ x

    x = barrier_point(lambda x: bowl @ x + slope, lambda x: bowl, rows, bounds, tau, np.zeros(3))
    prices = tau / (bounds - rows @ x)
    return m * tau, f(x) - bottom(lambda x: f(x) + prices @ (rows @ x - bounds), 3)


def _nearest(point, **constraints):
    """Point nearest to `point` under the constraints, found by SciPy."""
    return lowest(lambda p: np.sum((p - point) ** 2), np.full(len(point), 1 / len(point)), **constraints)


def projection_onto_ball(random):
    r"""$$P(\vect{x}) = \frac{r}{\max(r, \norm{\vect{x}})}\, \vect{x}$$

    A random radius and three random points, one close to the center, one far away, against the nearest points that SciPy
    finds.
    """
    radius, sizes = random.uniform(0.5, 3), np.array([[0.3], [1], [4]])
    points = sizes * random.normal(size=(3, 4))
    claimed = [radius / max(radius, np.linalg.norm(x)) * x for x in points]
    return claimed, [_nearest(x, g=lambda p: np.array([p @ p - radius**2])) for x in points], 1e-4


def _where(falling, value):
    """Place at which a falling function has the value."""
    return optimize.brentq(lambda x: falling(x) - value, -100, 100, xtol=1e-14)


def projection_onto_simplex(random):
    r"""$$\begin{aligned}
    P(\vect{x})_i &= \max(x_i - \theta, 0) \\
    \sum_{i=1}^{n} P(\vect{x})_i &= 1
    \end{aligned}$$

    The first line with the θ that solves the second, for five random coordinates, against the nearest distribution that
    SciPy finds.
    """
    x = random.normal(size=5) * random.uniform(0.2, 2)
    theta = _where(lambda theta: np.maximum(x - theta, 0).sum(), 1)
    return np.maximum(x - theta, 0), _nearest(x, g=lambda p: -p, h=lambda p: np.array([p.sum() - 1])), 1e-5


def projected_step(random):
    r"""$$\vect{x}_{k+1} = P(\vect{x}_k - \eta\, \nabla f(\vect{x}_k))$$

    One step from a random point in a ball, a box and a simplex, against the point of the set at which SciPy finds the
    linear approximation of f plus ‖step‖² / (2η) to be least.
    """
    bowl, slope, rate = random_bowl(random, 3), 2 * random.normal(size=3), random.uniform(0.1, 0.7)
    sets = [
        (onto_ball, {"g": lambda p: np.array([p @ p - 1])}),
        (lambda p: onto_box(p, 0, 1), {"g": lambda p: np.concatenate([-p, p - 1])}),
        (onto_simplex, {"g": lambda p: -p, "h": lambda p: np.array([p.sum() - 1])}),
    ]
    x = onto_simplex(random.normal(size=3))  # a point of all three sets
    gradient = bowl @ x + slope
    claimed = [project(x - rate * gradient) for project, _ in sets]
    measured = [
        lowest(lambda p: gradient @ p + np.sum((p - x) ** 2) / (2 * rate), x, **constraints) for _, constraints in sets
    ]
    return claimed, measured, 1e-5


def box_gain(random):
    r"""$$\max_{\abs{d_i} \le r} \vect{g} \cdot \vect{d} = r \sum_{i=1}^{n} \abs{g_i}$$

    A random gradient in five dimensions and a random radius, against the largest of the 32 corners of the box.
    """
    g, r = random.normal(size=5), random.uniform(0.1, 2)
    return r * np.sum(np.abs(g)), max(g @ (r * np.array(corner)) for corner in product([-1, 1], repeat=5))
