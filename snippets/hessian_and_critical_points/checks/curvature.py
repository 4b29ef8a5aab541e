r"""Checks of second derivatives: the Hessian, curvature in a direction, parabolas, quadratic functions."""

import math

import mpmath
import numpy as np
from scipy import optimize

from snippets.oracles import complex_step, second_slope, second_slopes
from snippets.random_functions import RandomField, RandomFunction, random_bowl, random_hessian


def _leveled(f, x):
    """The function f less the plane that touches it at x: x is a critical point, and the curvatures are those of f."""
    tilt = f.gradient(x)
    return lambda place: f(place) - (place - x) @ tilt


def second_derivative(random):
    r"""$$f''(x) = \lim_{h \to 0} \frac{f(x + h) - 2 f(x) + f(x - h)}{h^2}$$

    The quotient of a random function for a tiny h, with 60 digits, against the slope of its derivative by a complex step.
    """
    f, x = RandomFunction(random), random.normal()
    with mpmath.workdps(60):
        x, h = mpmath.mpf(x), mpmath.mpf(10) ** int(random.integers(-20, -10))
        quotient = (f(x + h) - 2 * f(x) + f(x - h)) / h**2
    return float(quotient), complex_step(f.derivative, float(x))


def parabola_approximation(random):
    r"""$$f(x + h) \approx f(x) + f'(x)\, h + \frac{1}{2} f''(x)\, h^2$$

    The height of the parabola of a random function, h = 0.005 or less away from x, against the height of the curve.
    """
    f, x, h = RandomFunction(random), random.normal(), random.choice([-1, 1]) * random.uniform(0.002, 0.005)
    return f(x) + f.derivative(x) * h + 1 / 2 * f.derivative(x, 2) * h**2, f(x + h), 1e-6


def hessian_entries(random):
    r"""$$\mat{H}_f(\vect{x}) = \begin{pmatrix}
    \dfrac{\partial^2 f}{\partial x_1^2} & \cdots & \dfrac{\partial^2 f}{\partial x_1\, \partial x_n} \\
    \vdots & & \vdots \\
    \dfrac{\partial^2 f}{\partial x_n\, \partial x_1} & \cdots & \dfrac{\partial^2 f}{\partial x_n^2}
    \end{pmatrix}$$

    A random function of two variables: for each entry two quotients, one in the other, with tiny steps along two axes
    and 60 digits, against the matrix H for which d · Hd fits the bend of f best in many directions d.
    """
    f, h = RandomField(random, 2), mpmath.mpf(10) ** -int(random.integers(15, 20))
    x, directions = np.array([mpmath.mpf(c) for c in random.normal(size=2)]), random.normal(size=(6, 2))
    with mpmath.workdps(60):
        claimed = [
            [(f(x + h * a + h * b) - f(x + h * a) - f(x + h * b) + f(x)) / h**2 for b in np.eye(2)] for a in np.eye(2)
        ]
    products = np.einsum("ki,kj->kij", directions, directions).reshape(6, 4)
    found = np.linalg.lstsq(products, np.array([second_slope(f, x, d, d) for d in directions]), rcond=None)[0]
    return np.array(claimed, dtype=float), found.reshape(2, 2)


def curvature_along_direction(random):
    r"""$$\frac{\dd^2}{\dd t^2} f(\vect{x} + t\,\vect{u}) \Big|_{t = 0} = \vect{u}^\T \mat{H}_f(\vect{x})\, \vect{u}$$

    A random unit vector at a random point of a random function of four variables: the product with the Hessian by rule,
    against the bend of the straight walk.
    """
    f, x, u = RandomField(random, 4), random.normal(size=4), random.normal(size=(4, 1))
    u = u / np.linalg.norm(u)
    return u.T @ f.hessian(x) @ u, np.array([[second_slope(f, x, u.ravel(), u.ravel())]])


def curvature_and_angle(random):
    r"""$$\vect{u}^\T \mat{H}\, \vect{u} = \lambda_1 \cos^2\theta + \lambda_2 \sin^2\theta$$

    A random symmetric matrix and a direction at a random angle from its first eigenvector: the average, against the
    bend of the quadratic along that direction.
    """
    # no difference: np.sin(theta) -> np.sin(-theta): the sine is squared
    H, theta = random_hessian(random, 2), random.uniform(0, 2 * math.pi)
    curvatures, axes = np.linalg.eigh(H)
    first, second = curvatures
    u = math.cos(theta) * axes[:, 0] + math.sin(theta) * axes[:, 1]
    return first * np.cos(theta) ** 2 + second * np.sin(theta) ** 2, second_slope(lambda x: x @ H @ x / 2, u, u, u)


def largest_bend(random):
    r"""$$\max_{\norm{\vect{u}} = 1} \vect{u}^\T \mat{H}\, \vect{u} = \lambda_{\max}$$

    A random symmetric 3×3 matrix: its largest and its smallest eigenvalue, against a search over the unit sphere for the
    directions that bend up and down most.
    """
    H, starts = random_hessian(random, 3), random.normal(size=(3, 3))

    def highest(sign):
        searches = [optimize.minimize(lambda v: -sign * (v @ H @ v) / (v @ v), start, tol=1e-8) for start in starts]
        return -sign * min(search.fun for search in searches)

    curvatures = np.linalg.eigvalsh(H)
    return np.array([curvatures.max(), curvatures.min()]), np.array([highest(1), highest(-1)])


def taylor_second_order(random):
    r"""$$\begin{aligned}
    f(\vect{x} + \vect{d}) \approx {} & f(\vect{x}) + \nabla f(\vect{x})^\T \vect{d} \\
    & + \frac{1}{2}\, \vect{d}^\T \mat{H}_f(\vect{x})\, \vect{d}
    \end{aligned}$$

    A random function of three variables and a step of about 0.005: the height of the paraboloid, against that of f.
    """
    f, x, d = RandomField(random, 3), random.normal(size=3), 3e-3 * random.normal(size=(3, 1))
    gradient, H = f.gradient(x).reshape(3, 1), f.hessian(x)
    return f(x) + gradient.T @ d + 1 / 2 * d.T @ H @ d, np.array([[f(x + d.ravel())]]), 1e-6


def change_at_critical_point(random):
    r"""$$f(\vect{x}^* + \vect{d}) - f(\vect{x}^*) \approx \frac{1}{2}\, \vect{d}^\T \mat{H}_f(\vect{x}^*)\, \vect{d}$$

    A random function of three variables, tilted so that a random point is critical, and a step of about 1e-8: half the
    product with the Hessian by rule, against the change of the function with 60 digits.
    """
    f, x, d = RandomField(random, 3), random.normal(size=3), 1e-8 * random.normal(size=(3, 1))
    H, critical = f.hessian(x), _leveled(f, x)
    with mpmath.workdps(60):
        place, step = (np.array([mpmath.mpf(float(c)) for c in vector]) for vector in (x, d.ravel()))
        change = float(critical(place + step) - critical(place))
    return 1 / 2 * d.T @ H @ d, np.array([[change]])


def two_by_two_eigenvalues(random):
    r"""$$\lambda_{1,2} = \frac{a + c}{2} \mp \sqrt{\left( \frac{a - c}{2} \right)^2 + b^2}$$

    The matrix with random a, b, c: both numbers in order, against the eigenvalues from LAPACK.
    """
    # no difference: a - c -> c - a: the difference is squared
    a, b, c = random.normal(size=3)
    root = math.sqrt(((a - c) / 2) ** 2 + b**2)
    return np.array([(a + c) / 2 - root, (a + c) / 2 + root]), np.linalg.eigvalsh([[a, b], [b, c]])


def gap_by_gradient(random):
    r"""$$f(\vect{x}) - f(\vect{x}^*) \le \frac{\norm{\nabla f(\vect{x})}^2}{2m}$$

    Random bowls in three variables and gradients of a random length: the bound, against the largest gap of all places
    with a gradient of that length, found by a search. So it holds, and no smaller one would.
    """
    H, length = random_bowl(random, 3), random.uniform(0.5, 2)
    m, starts = np.linalg.eigvalsh(H).min(), random.normal(size=(3, 3))

    def minus_gap(way):
        x = np.linalg.solve(H, length * way / np.linalg.norm(way))
        return -x @ H @ x / 2

    largest = max(-optimize.minimize(minus_gap, start, tol=1e-9).fun for start in starts)
    return length**2 / (2 * m), largest, 1e-5


def gradient_of_quadratic(random):
    r"""$$\nabla \left( \tfrac{1}{2}\, \vect{x}^\T \mat{H}\, \vect{x} \right) = \mat{H}\, \vect{x}
    \qquad \text{for } \mat{H} = \mat{H}^\T$$

    A random symmetric matrix of random size at a random place, against the slopes of the quadratic along the axes.
    """
    n = int(random.integers(2, 6))
    H, x = random_hessian(random, n), random.normal(size=(n, 1))
    return H @ x, np.array([[complex_step(lambda p: p @ H @ p / 2, x.ravel(), axis)] for axis in np.eye(n)])


def hessian_of_mean_squared_error(random):
    r"""$$\mat{H}_L = \frac{2}{n}\, \mat{X}^\T \mat{X}$$

    Random data of random size, not linear: against the second differences of the mean squared error itself.
    """
    n, p = int(random.integers(5, 9)), int(random.integers(2, 4))
    X, y, theta = random.normal(size=(n, p)), random.normal(size=n), random.normal(size=p)
    return 2 / n * X.T @ X, second_slopes(lambda theta: np.mean((X @ theta - y) ** 2), theta)


def semi_axes(random):
    r"""$$r_i = \sqrt{\frac{2c}{\lambda_i}}$$

    A random valley and a random level c: both lengths, against the distances of the farthest and the nearest point of
    the level curve, found by a walk around it.
    """
    H, c = random_bowl(random, 2), random.uniform(0.2, 5)

    def distance(angle):
        u = np.array([math.cos(angle), math.sin(angle)])
        return optimize.brentq(lambda r: (r * u) @ H @ (r * u) / 2 - c, 0, 100, xtol=1e-12)

    def most(f):
        near = max(np.linspace(0, math.pi, 16), key=f)
        sharp = {"bounds": (near - 0.2, near + 0.2), "method": "bounded", "options": {"xatol": 1e-7}}
        return f(optimize.minimize_scalar(lambda angle: -f(angle), **sharp).x)

    curvatures = np.linalg.eigvalsh(H)
    return np.sqrt(2 * c / curvatures), np.array([most(distance), -most(lambda angle: -distance(angle))])
