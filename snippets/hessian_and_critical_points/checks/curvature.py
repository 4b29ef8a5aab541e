r"""Checks of second derivatives: the Hessian, curvature in a direction, parabolas, quadratic functions."""

import math

import mpmath
import numpy as np
import sympy as sp
from scipy import optimize

from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, mean_squared_error
from snippets.hessian_and_critical_points.curvature import folium, folium_gradient, folium_hessian

BOWL = np.array([[4.0, 1.0, 0.0], [1.0, 3.0, -1.0], [0.0, -1.0, 2.0]])  # positive definite
TWELVE = np.arange(12) * math.pi / 6 + 0.1  # angles, none of them special


def second_derivative():
    r"""$$f''(x) = \lim_{h \to 0} \frac{f(x + h) - 2 f(x) + f(x - h)}{h^2}$$

    The quotient for x sin x at 0.8 with 60 digits and h = 1e-20, against SymPy's second derivative.
    """
    with mpmath.workdps(60):
        x, h = mpmath.mpf("0.8"), mpmath.mpf("1e-20")

        def f(x):
            return x * mpmath.sin(x)

        quotient = float((f(x + h) - 2 * f(x) + f(x - h)) / h**2)
    symbol = sp.symbols("x")
    return quotient, float(sp.diff(symbol * sp.sin(symbol), symbol, 2).subs(symbol, 0.8))


def parabola_approximation():
    r"""$$f(x + h) \approx f(x) + f'(x)\, h + \frac{1}{2} f''(x)\, h^2$$

    What is left of the sine at 0.5 after value and slope are taken away, h = 0.0001, against the claimed bend.
    """
    with mpmath.workdps(40):
        x, h = mpmath.mpf("0.5"), mpmath.mpf("1e-4")
        left = mpmath.sin(x + h) - mpmath.sin(x) - mpmath.cos(x) * h
        return float(-mpmath.sin(x) / 2 * h**2), float(left), 1e-3


def hessian_entries():
    r"""$$\mat{H}_f(\vect{x}) = \begin{pmatrix}
    \dfrac{\partial^2 f}{\partial x_1^2} & \cdots & \dfrac{\partial^2 f}{\partial x_1\, \partial x_n} \\
    \vdots & & \vdots \\
    \dfrac{\partial^2 f}{\partial x_n\, \partial x_1} & \cdots & \dfrac{\partial^2 f}{\partial x_n^2}
    \end{pmatrix}$$

    x³ + y³ - 3xy at (1, 0.5) by rule, against second derivatives of f alone, with 30 digits.
    """
    orders = [[(2, 0), (1, 1)], [(1, 1), (0, 2)]]
    with mpmath.workdps(30):
        measured = [[float(mpmath.diff(lambda x, y: folium([x, y]), (1, 0.5), n)) for n in row] for row in orders]
    return folium_hessian([1, 0.5]), np.array(measured)


def mixed_partials():
    r"""$$\frac{\partial^2 f}{\partial x\, \partial y} = \frac{\partial^2 f}{\partial y\, \partial x}$$

    e^(xy) sin(x + 2y) at (0.4, 0.7): a difference in y of the slope in x by rule, against the other way around.
    """
    x, y, h = 0.4, 0.7, 1e-5

    def in_x(x, y):
        return math.exp(x * y) * (y * math.sin(x + 2 * y) + math.cos(x + 2 * y))

    def in_y(x, y):
        return math.exp(x * y) * (x * math.sin(x + 2 * y) + 2 * math.cos(x + 2 * y))

    return (in_x(x, y + h) - in_x(x, y - h)) / (2 * h), (in_y(x + h, y) - in_y(x - h, y)) / (2 * h)


def curvature_along_direction():
    r"""$$\frac{\dd^2}{\dd t^2} f(\vect{x} + t\,\vect{u}) \Big|_{t = 0} = \vect{u}^\T \mat{H}_f(\vect{x})\, \vect{u}$$

    Twelve directions around (1, 0.5) on x³ + y³ - 3xy: the bend of the straight walk, against the product.
    """
    units = np.stack([np.cos(TWELVE), np.sin(TWELVE)], axis=1)
    walked = [float(mpmath.diff(lambda t, u=u: folium([1 + t * u[0], 0.5 + t * u[1]]), 0, 2)) for u in units]
    return np.einsum("ki,ij,kj->k", units, folium_hessian([1, 0.5]), units), np.array(walked)


def curvature_and_angle():
    r"""$$\vect{u}^\T \mat{H}\, \vect{u} = \lambda_1 \cos^2\theta + \lambda_2 \sin^2\theta$$

    The matrix with rows (2, 4), (4, 2), eigenvalues -2 and 6 along the diagonals: twelve angles, both sides.
    """
    falling, rising = np.array([[1, -1], [1, 1]]) / math.sqrt(2)
    units = np.outer(np.cos(TWELVE), falling) + np.outer(np.sin(TWELVE), rising)
    claimed = -2 * np.cos(TWELVE) ** 2 + 6 * np.sin(TWELVE) ** 2
    return claimed, np.einsum("ki,ij,kj->k", units, np.array([[2, 4], [4, 2]]), units)


def largest_bend():
    r"""$$\max_{\norm{\vect{u}} = 1} \vect{u}^\T \mat{H}\, \vect{u} = \lambda_{\max}$$

    A 3×3 matrix: the largest root of its characteristic polynomial, against a search over the unit sphere.
    """

    def bend(v):
        return -(v @ BOWL @ v) / (v @ v)

    found = optimize.minimize(bend, [1.0, 0.5, 0.2], method="BFGS", options={"gtol": 1e-10})
    roots = np.roots([float(c) for c in sp.Matrix(BOWL).charpoly().all_coeffs()])
    return -found.fun, roots.real.max()


def taylor_second_order():
    r"""$$f(\vect{x} + \vect{d}) \approx f(\vect{x}) + \nabla f(\vect{x})^\T \vect{d} + \frac{1}{2}\,
    \vect{d}^\T \mat{H}_f(\vect{x})\, \vect{d}$$

    x³ + y³ - 3xy at (1, 0.5): what value and gradient leave over, for six small steps, against the claimed bend.
    """
    here, steps = np.array([1.0, 0.5]), np.random.default_rng(3).normal(size=(6, 2)) * 1e-4
    left = [folium(here + d) - folium(here) - folium_gradient(here) @ d for d in steps]
    claimed = [d @ folium_hessian(here) @ d / 2 for d in steps]
    return np.array(claimed), np.array(left), 1e-3


def change_at_critical_point():
    r"""$$f(\vect{x}^* + \vect{d}) - f(\vect{x}^*) \approx \frac{1}{2}\, \vect{d}^\T \mat{H}_f(\vect{x}^*)\, \vect{d}$$

    x³ + y³ - 3xy at its minimum, as SciPy finds it: the claimed rise for six small steps, against the true one.
    """
    flat = optimize.minimize(folium, [0.8, 1.3], method="BFGS", options={"gtol": 1e-9}).x
    steps = np.random.default_rng(5).normal(size=(6, 2)) * 1e-3
    claimed = [d @ np.array([[6, -3], [-3, 6]]) @ d / 2 for d in steps]
    return np.array(claimed), np.array([folium(flat + d) - folium(flat) for d in steps]), 5e-3


def two_by_two_eigenvalues():
    r"""$$\lambda_{1,2} = \frac{a + c}{2} \mp \sqrt{\left( \frac{a - c}{2} \right)^2 + b^2}$$

    Six random symmetric matrices, against LAPACK's eigenvalues.
    """
    rng = np.random.default_rng(7)
    claimed, measured = [], []
    for a, b, c in rng.normal(size=(6, 3)):
        root = math.sqrt(((a - c) / 2) ** 2 + b**2)
        claimed.append([(a + c) / 2 - root, (a + c) / 2 + root])
        measured.append(np.linalg.eigvalsh([[a, b], [b, c]]))
    return np.array(claimed), np.array(measured)


def gradient_of_quadratic():
    r"""$$\nabla \left( \tfrac{1}{2}\, \vect{x}^\T \mat{H}\, \vect{x} \right) = \mat{H}\, \vect{x}
    \qquad \text{for } \mat{H} = \mat{H}^\T$$

    A symmetric 3×3 matrix at a random place, against SciPy's numerical gradient of the quadratic.
    """
    place = np.array([0.3, -1.2, 0.7])
    measured = optimize.approx_fprime(place, lambda x: x @ BOWL @ x / 2)
    return BOWL @ place, measured, 1e-5


def hessian_of_mean_squared_error():
    r"""$$\mat{H}_L = \frac{2}{n}\, \mat{X}^\T \mat{X}$$

    The seedling data with the rows (week, 1), against second differences of the loss, which is quadratic.
    """
    design, h = np.stack([WEEKS, np.ones(5)], axis=1), 0.5

    def loss(w, b):
        return mean_squared_error(w, b, WEEKS, HEIGHTS)

    def mixed(u, v):
        corners = [(1, 1, 1), (1, -1, -1), (-1, 1, -1), (-1, -1, 1)]
        places = [(sign, h * (s * u + t * v)) for s, t, sign in corners]
        return sum(sign * loss(*place) for sign, place in places) / (4 * h**2)

    measured = [[mixed(u, v) for v in np.eye(2)] for u in np.eye(2)]
    return 2 / 5 * design.T @ design, np.array(measured)


def semi_axes():
    r"""$$r_i = \sqrt{\frac{2c}{\lambda_i}}$$

    Level c = 4.5 of ½ x·Hx with rows (5, 4), (4, 5): the claimed lengths, against the nearest and the farthest point of
    the level curve, found by a walk around it.
    """

    def radius(angle):
        u = np.array([math.cos(angle), math.sin(angle)])
        return optimize.brentq(lambda r: (5 * (r * u) @ (r * u) + 8 * r * u[0] * r * u[1]) / 2 - 4.5, 0.01, 20)

    near = optimize.minimize_scalar(radius, bounds=(0, math.pi / 2), method="bounded", options={"xatol": 1e-9})
    far = optimize.minimize_scalar(
        lambda a: -radius(a), bounds=(math.pi / 2, math.pi), method="bounded", options={"xatol": 1e-9}
    )
    return np.array([math.sqrt(9 / 9), math.sqrt(9 / 1)]), np.array([near.fun, -far.fun])
