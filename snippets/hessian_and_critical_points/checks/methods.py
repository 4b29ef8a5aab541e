r"""Checks of what curvature does to methods: descent in valleys, Newton's method, products with the Hessian, saddles."""

import itertools
import math

import mpmath
import numpy as np
from scipy import linalg, optimize

from snippets.hessian_and_critical_points.curvature import folium_gradient, folium_hessian

BOWL = np.array([[4.0, 1.0, 0.0], [1.0, 3.0, -1.0], [0.0, -1.0, 2.0]])  # positive definite


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
