r"""Checks of what curvature does to methods: descent in valleys, Newton's method, products with the Hessian, saddles."""

import itertools

import numpy as np
from scipy import optimize

from snippets.oracles import complex_step, second_slopes
from snippets.random_functions import RandomField, RandomFunction, random_bowl, random_hessian

FINE = {"xatol": 1e-10}


def _quasi_newton(random, step, change):
    """SciPy's estimate of a Hessian after a step over which the gradient changed so: symmetric rank one, (n, n)."""
    estimate = optimize.SR1(init_scale=random.uniform(0.5, 2))
    estimate.initialize(len(step), "hess")
    estimate.update(step, change)
    return estimate.get_matrix()


def condition(random):
    r"""$$\kappa = \frac{\lambda_{\max}}{\lambda_{\min}}$$

    A random positive definite 3×3 matrix: the quotient, against the norm of the matrix times the norm of its inverse.
    """
    H = random_bowl(random, 3)
    curvatures = np.linalg.eigvalsh(H)
    return curvatures.max() / curvatures.min(), np.linalg.norm(H, 2) * np.linalg.norm(np.linalg.inv(H), 2)


def error_along_eigenvectors(random):
    r"""$$e_i^{(k)} = (1 - \eta \lambda_i)^k\, e_i^{(0)}$$

    Up to nine steps in a random valley with three directions and a random rate, below or above the limit: what the
    formula makes of the start's parts along the eigenvectors, against the parts of the place where the walk ends.
    """
    H, start, k, rate = random_bowl(random, 3), random.normal(size=3), random.integers(3, 10), random.uniform(0.1, 0.9)
    curvatures, axes = np.linalg.eigh(H)
    first, place = start @ axes, start
    for _ in range(k):
        place = place - rate * H @ place
    return (1 - rate * curvatures) ** k * first, place @ axes


def limit_of_the_rate(random):
    r"""$$\eta_{\text{limit}} = \frac{2}{\lambda_{\max}}$$

    A random valley with three directions: against a search for the rate at which a walk of 300 steps begins to lead
    farther away instead of nearer.
    """
    H, start = random_bowl(random, 3), random.normal(size=3)
    lowest, curvatures = 1 / np.trace(H), np.linalg.eigvalsh(H)

    def growth(rate):
        place = start
        for _ in range(300):
            place = place / np.linalg.norm(place)
            place = place - rate * H @ place
        return np.linalg.norm(place) - 1

    return 2 / curvatures.max(), optimize.brentq(growth, lowest, 9 * lowest, xtol=1e-12)


def best_rate_by_search(random):
    r"""$$\eta_{\text{best}} = \frac{2}{\lambda_{\min} + \lambda_{\max}}$$

    A random valley with three directions: against a search for the rate at which a step leaves least of the distance in
    the worst direction.
    """
    H = random_bowl(random, 3)
    curvatures = np.linalg.eigvalsh(H)

    def left(rate):
        return np.linalg.norm(np.eye(3) - rate * H, 2)

    found = optimize.minimize_scalar(left, bounds=(0.01, 6), method="bounded", options={"xatol": 1e-12})
    return 2 / (curvatures.min() + curvatures.max()), found.x


def momentum_by_search(random):
    r"""$$\sqrt{\beta} = \frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1}$$

    A random valley with three directions: against a search over learning rates and memories for the smallest factor that
    the worst direction keeps in the long run, the larger root of r² - (1 + β - ηλ) r + β in size.
    """
    curvatures = np.linalg.eigvalsh(random_bowl(random, 3))
    kappa = curvatures.max() / curvatures.min()

    def kept(rate, memory):
        middle = (1 + memory - rate * curvatures) / 2
        root = np.sqrt((middle**2 - memory).astype(complex))
        return max(abs(middle + root).max(), abs(middle - root).max())

    def least(memory):
        ends = (0, 4 / curvatures.max())
        return optimize.minimize_scalar(kept, bounds=ends, args=(memory,), method="bounded", options=FINE).fun

    found = optimize.minimize_scalar(least, bounds=(0, 1), method="bounded", options=FINE).fun
    return (np.sqrt(kappa) - 1) / (np.sqrt(kappa) + 1), found, 1e-3


def hessian_of_squares(random):
    r"""$$\mat{H}_L = \frac{2}{n} \left( \mat{J}^\T \mat{J} + \sum_{i=1}^{n} r_i\, \mat{H}_{r_i} \right)$$

    Four random residuals of three parameters: against the second derivatives of the mean of their squares, from its
    values alone.
    """
    # no difference: np.array([f.gradient(x) for f in residuals]) -> -np.array([f.gradient(x) for f in residuals]): the
    # Jacobian enters twice
    # no difference: f.gradient(x) -> -f.gradient(x): the Jacobian enters twice
    residuals, n, x = [RandomField(random, 3) for _ in range(4)], 4, random.normal(size=3)
    J, r = np.array([f.gradient(x) for f in residuals]), np.array([f(x) for f in residuals])
    bends = np.array([f.hessian(x) for f in residuals])

    def loss(p):
        return sum(f(p) ** 2 for f in residuals) / n

    return 2 / n * (J.T @ J + sum(r[:, None, None] * bends)), second_slopes(loss, x)


def angle_off_course(random):
    r"""$$\sin \alpha_{\max} = \frac{\kappa - 1}{\kappa + 1}$$

    A random valley with four directions: against a search over all places for the largest angle between Hx and x.
    """
    H, starts = random_bowl(random, 4), random.normal(size=(3, 4))
    curvatures = np.linalg.eigvalsh(H)
    kappa = curvatures.max() / curvatures.min()

    def cosine(x):
        return x @ H @ x / (np.linalg.norm(H @ x) * np.linalg.norm(x))

    least = min(optimize.minimize(cosine, start, tol=1e-7).fun for start in starts)
    return (kappa - 1) / (kappa + 1), np.sqrt(1 - least**2)


def newton_step(random):
    r"""$$\vect{x}_{k+1} = \vect{x}_k - \mat{H}_f(\vect{x}_k)^{-1}\, \nabla f(\vect{x}_k)$$

    A random place on a random function of three variables, bowl or saddle: against a search for the flat place of the
    paraboloid that has the slopes and bends of f there, taken from its values.
    """
    f, x = RandomField(random, 3), random.normal(size=(3, 1))
    H, gradient, here = f.hessian(x.ravel()), f.gradient(x.ravel()).reshape(3, 1), x.ravel()
    slopes, curvatures = np.array([complex_step(f, here, axis) for axis in np.eye(3)]), second_slopes(f, here)

    def slopes_of_model(place):
        return [complex_step(lambda p: slopes @ p + p @ curvatures @ p / 2, place - here, axis) for axis in np.eye(3)]

    flat = optimize.root(slopes_of_model, here, tol=1e-12).x
    return x - np.linalg.inv(H) @ gradient, flat.reshape(3, 1)


def newton_error(random):
    r"""$$e_{k+1} \approx \frac{f'''(x^*)}{2 f''(x^*)}\, e_k^2$$

    A random function, tilted so that a random point is critical, and a start about 1e-4 beside it: the claimed error
    after one step of Newton's method, against the true one.
    """
    f, critical, error = RandomFunction(random), random.normal(), random.uniform(-1e-4, 1e-4)
    x = critical + error
    after = x - (f.derivative(x) - f.derivative(critical)) / f.derivative(x, 2)
    return f.derivative(critical, 3) / (2 * f.derivative(critical, 2)) * error**2, after - critical, 1e-2


def product_with_hessian(random):
    r"""$$\mat{H}_f(\vect{x})\, \vect{v} \approx \frac{\nabla f(\vect{x} + h\,\vect{v})
    - \nabla f(\vect{x} - h\,\vect{v})}{2h}$$

    A random function of four variables and a vector of any length: the difference of two gradients with h near 1e-5,
    against the bends of f along v and each axis, from its values alone.
    """
    f, x, v, h = RandomField(random, 4), random.normal(size=4), random.normal(size=4), random.uniform(1e-5, 2e-5)
    return (f.gradient(x + h * v) - f.gradient(x - h * v)) / (2 * h), second_slopes(f, x) @ v


def secant_equation(random):
    r"""$$\mat{B}_{k+1} (\vect{x}_{k+1} - \vect{x}_k) = \nabla f(\vect{x}_{k+1}) - \nabla f(\vect{x}_k)$$

    A step on a random function and SciPy's own quasi-Newton matrix after it: both sides of the equation, against what
    the Hessian along the step adds up to.
    """
    # no difference: B @ (new - old) -> (new - old) @ B: the estimate of a Hessian is symmetric
    # no difference: [B @ (new - old), f.gradient(new) - f.gradient(old)] -> [f.gradient(new) - f.gradient(old), B @ (new
    # - old)]: the two sides are equal, that is what the equation says
    f, old, new = RandomField(random, 3), random.normal(size=3), random.normal(size=3)
    B = _quasi_newton(random, new - old, f.gradient(new) - f.gradient(old))
    nodes, weights = np.polynomial.legendre.leggauss(40)
    along = [f.hessian(old + (t + 1) / 2 * (new - old)) for t in nodes]
    added = np.einsum("k,kij,j->i", weights / 2, along, new - old)
    return np.array([B @ (new - old), f.gradient(new) - f.gradient(old)]), np.array([added, added])


def escape_from_saddle(random):
    r"""$$y_k = (1 + \eta \abs{\lambda})^k\, y_0$$

    Descent on a random saddle, from a place beside it: the claimed part along the eigenvector that leads down, against
    that part of the place where the walk ends.
    """
    curvatures, axes = np.linalg.eigh(random_hessian(random, 3) - np.diag([3.0, 0.0, -3.0]))
    H, place = axes @ np.diag(curvatures) @ axes.T, 1e-9 * random.normal(size=3)
    k, rate, downward = random.integers(10, 40), random.uniform(0.05, 0.2), axes[:, 0]
    start = downward @ place
    for _ in range(k):
        place = place - rate * H @ place
    return (1 + rate * abs(curvatures[0])) ** k * start, downward @ place


def coin_toss(random):
    r"""$$P(\text{all } n \text{ curvatures positive}) = 2^{-n}$$

    Under the heuristic's own assumption, independent fair signs, with n up to 9: against counting all cases.
    """
    n = int(random.integers(1, 10))
    return 2.0**-n, np.mean([min(signs) > 0 for signs in itertools.product((-1, 1), repeat=n)])
