r"""Checks of the conditions for equalities: Lagrange, prices, Newton's step, curvature along a constraint."""

import numpy as np
from scipy import optimize

from snippets.constrained_optimization.checks.measured import (
    curvatures,
    lowest,
    lowest_around,
    prices,
    slopes,
)
from snippets.partial_derivatives_and_jacobians.jacobians import numerical_jacobian
from snippets.random_functions import random_bowl


def budget_split(random):
    r"""$$\min_{x + y = B} \left( \frac{a}{x} + \frac{b}{y} \right) = \frac{(\sqrt{a} + \sqrt{b})^2}{B}$$

    Random gains and a random budget, against a search over the share of x.
    """
    a, b, budget = random.uniform(0.1, 10, size=3)
    found = optimize.minimize_scalar(
        lambda share: a / (share * budget) + b / ((1 - share) * budget), bounds=(0, 1), method="bounded"
    )
    return (np.sqrt(a) + np.sqrt(b)) ** 2 / budget, found.fun


def lagrange_condition(random):
    r"""$$\nabla f(\vect{x}) + \lambda\, \nabla h(\vect{x}) = \vect{0}$$

    The lowest point of a random function on a random ellipse, found by walking around it. With λ measured as a price
    (how fast the lowest value falls as the ellipse grows), -λ∇h is compared with ∇f.
    """
    axes, direction, bowl = random.uniform(0.5, 2, size=2), random.normal(size=2), random_bowl(random, 2)

    def f(x):
        return np.exp(direction @ x) + x @ bowl @ x

    def best(level):
        radii = axes * np.sqrt(level)
        return lowest_around(lambda angle: radii * [np.cos(angle), np.sin(angle)], f)

    x = best(1)
    normal = 2 * x / axes**2  # of the ellipse Σ (xᵢ / axesᵢ)² = 1
    multiplier = prices(lambda levels: f(best(*levels)), [1])
    return -multiplier * normal, slopes(f, x), 1e-5


def price_of_level(random):
    r"""$$p'(c) = -\lambda$$

    -λ at the lowest point of a random function of three variables on a random quadric h = c, with the λ for which
    ∇f + λ∇h is shortest, against the slope of the lowest value that SciPy finds.
    """
    axes, direction, bowl = random.uniform(0.5, 2, size=3), random.normal(size=3), random_bowl(random, 3)
    level = random.uniform(1, 3)

    def f(x):
        return np.exp(direction @ x) + x @ bowl @ x

    def h(x):
        return np.sum((x / axes) ** 2)

    def best(level):
        return lowest(f, -direction, h=lambda x: np.array([h(x) - level]))

    gradient, normal = slopes(f, best(level)), slopes(h, best(level))
    multiplier = -np.vdot(gradient, normal) / np.vdot(normal, normal)
    return [-multiplier], slopes(lambda levels: f(best(*levels)), [level]), 1e-4


def several_constraints(random):
    r"""$$\nabla f(\vect{x}) + \mat{J}_{\vect{h}}(\vect{x})^\T \vect{\lambda} = \vect{0}$$

    The lowest point of a random function on the circle where a sphere meets a random plane, found by walking around it.
    With the two λ measured as prices of the two levels, -Jᵀλ is compared with ∇f.
    """
    frame, _ = np.linalg.qr(random.normal(size=(3, 3)))
    normal, across, along = frame.T
    direction, bowl, distance = random.normal(size=3), random_bowl(random, 3), random.uniform(-0.8, 0.8)

    def f(x):
        return np.exp(direction @ x) + x @ bowl @ x

    def best(size, distance):  # on ‖x‖² = size and normal · x = distance
        radius = np.sqrt(size - distance**2)
        return lowest_around(
            lambda angle: distance * normal + radius * (np.cos(angle) * across + np.sin(angle) * along), f
        )

    x = best(1, distance)
    jacobian = np.array([2 * x, normal])
    multipliers = prices(lambda levels: f(best(*levels)), [1, distance])
    return -jacobian.T @ multipliers, slopes(f, x), 1e-4


def newton_step(random):
    r"""$$\begin{pmatrix} \mat{H}_L & \mat{J}^\T \\ \mat{J} & \mat{0} \end{pmatrix}
    \begin{pmatrix} \Delta\vect{x} \\ \Delta\vect{\lambda} \end{pmatrix} =
    -\begin{pmatrix} \nabla f + \mat{J}^\T \vect{\lambda} \\ \vect{h} \end{pmatrix}$$

    A random cubic under two random quadratic constraints, at a random point with random multipliers: the step from the
    blocks, against the step to where the parabola that fits L in all five variables is flat.
    """
    cubic, bowl, constraints = random.normal(size=3), random_bowl(random, 3), random.normal(size=(2, 3, 3))
    x, multipliers = random.normal(size=3), random.normal(size=2)

    def f(x):
        return cubic @ x**3 + x @ bowl @ x

    def h(x):
        return constraints @ x @ x - 1

    def lagrangian(z):
        return f(z[:3]) + z[3:] @ h(z[:3])

    J = numerical_jacobian(h, x)
    bend = curvatures(f, x) + sum(
        multiplier * (constraint + constraint.T)
        for multiplier, constraint in zip(multipliers, constraints, strict=True)
    )
    # no difference: np.zeros((2, 2)) -> -np.zeros((2, 2)): minus zero is zero
    blocks = np.block([[bend, J.T], [J, np.zeros((2, 2))]])
    wrong = np.concatenate([slopes(f, x) + J.T @ multipliers, h(x)])
    z = np.concatenate([x, multipliers])
    step = np.linalg.solve(curvatures(lagrangian, z), -slopes(lagrangian, z))
    return np.linalg.solve(blocks, -wrong), step, 1e-5


def curvature_on_constraint(random):
    r"""$$\frac{\dd^2}{\dd t^2} f(\vect{r}(t)) = \vect{r}'(t)^\T (\mat{H}_f + \lambda \mat{H}_h)\, \vect{r}'(t)$$

    A random curve on a random ellipsoid, its velocity a column. Where it is at t = 0, a random function is tilted so that Lagrange's condition
    holds there, with a random λ. The right side is compared with a second difference of the values along the curve.
    """
    axes, bowl, direction = random.uniform(0.5, 2, size=3), random_bowl(random, 3), random.normal(size=3) / 2
    start, velocity, bend = random.normal(size=(3, 3))
    multiplier = random.normal()

    def path(t):
        way = start + t[0] * velocity / 2 + t[0] ** 2 * bend
        return axes * way / np.linalg.norm(way)

    def h(x):
        return np.sum((x / axes) ** 2) - 1

    def free(x):
        return np.exp(direction @ x) + x @ bowl @ x

    x = path([0.0])
    tilt = slopes(free, x) + multiplier * slopes(h, x)

    def f(x):
        return free(x) - tilt @ x

    hessian = curvatures(f, x) + multiplier * curvatures(h, x)
    # no difference: numerical_jacobian(path, [0.0]) -> -numerical_jacobian(path, [0.0]): a curve bends the same either way
    tangent = numerical_jacobian(path, [0.0])
    return tangent.T @ hessian @ tangent, curvatures(lambda t: f(path(t)), [0.0]), 1e-3
