r"""Checks of the formulas on the page of topic 04, each against an independent route.

Each function returns what the formula claims and what was measured another way (and, where the formula says
"approximately" or the route is a search, how far the two may differ, relative to the measured value).
"""

import itertools
import math

import mpmath
import numpy as np
import sympy as sp
from scipy import linalg, optimize

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
    return np.array(claimed), np.array([folium(flat + d) - folium(flat) for d in steps]), 1e-2


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


def condition():
    r"""$$\kappa = \frac{\lambda_{\max}}{\lambda_{\min}}$$

    A positive definite 3×3 matrix: the ratio of its eigenvalues, against the norm of H times the norm of its inverse.
    """
    curvatures = np.linalg.eigvalsh(BOWL)
    return curvatures[-1] / curvatures[0], linalg.norm(BOWL, 2) * linalg.norm(linalg.inv(BOWL), 2)


def error_along_eigenvectors():
    r"""$$e_i^{(k)} = (1 - \eta \lambda_i)^k\, e_i^{(0)}$$

    Seven steps with rows (5, 4), (4, 5) from (1, 0.2): both eigencomponents, claimed and from the walk itself.
    """
    hessian, place, rate = np.array([[5.0, 4.0], [4.0, 5.0]]), np.array([1.0, 0.2]), 0.21
    curvatures, axes = np.linalg.eigh(hessian)
    claimed = (1 - rate * curvatures) ** 7 * (axes.T @ place)
    for _ in range(7):
        place = place - rate * hessian @ place
    return claimed, axes.T @ place


def limit_of_the_rate():
    r"""$$\eta_{\text{limit}} = \frac{2}{\lambda_{\max}}$$

    A 3×3 matrix: bisection for the rate at which 400 steps begin to lead farther away instead of nearer.
    """

    def growth(rate):
        place = np.array([1.0, 1.0, 1.0])
        for _ in range(400):
            place = place - rate * BOWL @ place
            place, size = place / np.linalg.norm(place), np.linalg.norm(place)
        return size - 1  # the last step's factor

    return 2 / np.linalg.eigvalsh(BOWL)[-1], optimize.brentq(growth, 0.3, 0.6, xtol=1e-12)


def best_rate_by_search():
    r"""$$\eta_{\text{best}} = \frac{2}{\lambda_{\min} + \lambda_{\max}}$$

    A 3×3 matrix: the formula, against a search for the rate with the smallest norm of I - ηH.
    """
    curvatures = np.linalg.eigvalsh(BOWL)
    found = optimize.minimize_scalar(
        lambda rate: linalg.norm(np.eye(3) - rate * BOWL, 2),
        bounds=(0.01, 1),
        method="bounded",
        options={"xatol": 1e-12},
    )
    return 2 / (curvatures[0] + curvatures[-1]), found.x


def angle_off_course():
    r"""$$\sin \alpha_{\max} = \frac{\kappa - 1}{\kappa + 1}$$

    Curvatures 1, 2, 5, 9: the largest angle between H x and x, found by a search over directions in four dimensions.
    """
    curvatures = np.array([1.0, 2.0, 5.0, 9.0])

    def cosine(x):
        g = curvatures * x
        return x @ g / math.sqrt(x @ x * (g @ g))

    starts = np.random.default_rng(1).normal(size=(5, 4))
    found = min(
        (optimize.minimize(cosine, s, method="BFGS", options={"gtol": 1e-9}) for s in starts), key=lambda r: r.fun
    )
    return 8 / 10, math.sqrt(1 - found.fun**2)


def newton_step():
    r"""$$\vect{x}_{k+1} = \vect{x}_k - \mat{H}_f(\vect{x}_k)^{-1}\, \nabla f(\vect{x}_k)$$

    From (2, 1.5) on x³ + y³ - 3xy, against the minimum of the local paraboloid, found by SciPy.
    """
    here = np.array([2.0, 1.5])
    gradient, hessian = folium_gradient(here), folium_hessian(here)

    def model(place):
        d = place - here
        return gradient @ d + d @ hessian @ d / 2

    found = optimize.minimize(model, here, method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-14})
    return here - np.linalg.inv(hessian) @ gradient, found.x, 1e-5


def newton_error():
    r"""$$e_{k+1} \approx \frac{f'''(x^*)}{2 f''(x^*)}\, e_k^2$$

    x³ - 3x near its minimum at 1, where f'' = f''' = 6: the claimed error after a step from 1.0001, and the true one.
    """
    with mpmath.workdps(40):
        error = mpmath.mpf("1e-4")
        x = 1 + error
        after = x - (3 * x**2 - 3) / (6 * x) - 1
        return float(mpmath.mpf(6) / 12 * error**2), float(after), 1e-3


def product_with_hessian():
    r"""$$\mat{H}_f(\vect{x})\, \vect{v} \approx \frac{\nabla f(\vect{x} + h\,\vect{v})
    - \nabla f(\vect{x} - h\,\vect{v})}{2h}$$

    Rosenbrock's function in five dimensions at a random place, against SciPy's exact product.
    """
    rng, h = np.random.default_rng(2), 1e-5
    place, v = rng.normal(size=5), rng.normal(size=5)
    claimed = (optimize.rosen_der(place + h * v) - optimize.rosen_der(place - h * v)) / (2 * h)
    return claimed, optimize.rosen_hess_prod(place, v)


def secant_equation():
    r"""$$\mat{B}_{k+1} (\vect{x}_{k+1} - \vect{x}_k) = \nabla f(\vect{x}_{k+1}) - \nabla f(\vect{x}_k)$$

    SciPy's own BFGS matrix after one step on Rosenbrock's function: B times the step, against the gradient's change.
    """
    strategy = optimize.BFGS(init_scale=1.0)
    strategy.initialize(2, "hess")
    old, new = np.array([-1.2, 1.0]), np.array([-1.0, 1.1])
    change = optimize.rosen_der(new) - optimize.rosen_der(old)
    strategy.update(new - old, change)
    return strategy.get_matrix() @ (new - old), change


def escape_from_saddle():
    r"""$$y_k = (1 + \eta \abs{\lambda})^k\, y_0$$

    x² - y² with η = 0.1, λ = -2, y₀ = 1e-9, k = 40: the claimed height, against the walk.
    """
    place = 1e-9
    for _ in range(40):
        place = place - 0.1 * (-2 * place)
    return (1 + 0.1 * 2) ** 40 * 1e-9, place


def coin_toss():
    r"""$$P(\text{all } n \text{ curvatures positive}) = 2^{-n}$$

    Under the heuristic's own assumption, independent fair signs: n = 1, …, 8, against counting all cases.
    """
    claimed = [2.0**-n for n in range(1, 9)]
    counted = [np.mean([min(signs) > 0 for signs in itertools.product((-1, 1), repeat=n)]) for n in range(1, 9)]
    return np.array(claimed), np.array(counted)
