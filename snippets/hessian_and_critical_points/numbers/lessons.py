"""The numbers in the openings and answers of the lessons, and in the captions of what can be moved."""

import math

import numpy as np
import sympy as sp

from snippets.derivatives_and_gradients.regression import WEEKS
from snippets.hessian_and_critical_points.numbers.methods import (
    BYTES,
    MEGA,
    TERA,
    operations_of_cholesky,
)
from snippets.hessian_and_critical_points.numbers.places import SILENT
from snippets.hessian_and_critical_points.numbers.surfaces import (
    CUBIC,
    FOLIUM,
    TWISTED,
    X,
    at,
    curvatures,
    flat_places,
    hessian,
)
from snippets.hessian_and_critical_points.numbers.valleys import best, price, steps, worst_off_home

TENTH = sp.Rational(1, 10)


def _seedling(middle):
    """Curvatures of the seedling's loss, its weeks counted from a middle."""
    design = sp.Matrix([[int(week) - middle, 1] for week in WEEKS])
    return curvatures(sp.Rational(2, 5) * design.T * design)


def _arrives(rate, kappa=10, memory=0.0, start=(1.0, 0.3)):
    """Steps from the start to a thousandth of its distance in the valley with curvatures 1 and kappa, or None."""
    hessian, place, step = np.array([1.0, kappa]), np.array(start), np.zeros(2)
    goal = np.linalg.norm(place) / 1000
    for count in range(5001):
        if np.linalg.norm(place) <= goal:
            return count
        step = memory * step - rate * hessian * place
        place = place + step
    return None


def _best_memory(kappa):
    """Steps of momentum with Polyak's best rate and memory, rounded as on the sliders."""
    root = math.sqrt(kappa)
    rate, memory = (2 / (1 + root)) ** 2, ((root - 1) / (root + 1)) ** 2
    return _arrives(float(f"{rate:.6g}"), kappa, round(memory, 5))


def the_slope_of_the_slope():
    """The slope of the slope: its answer."""
    slope, bend = sp.diff(CUBIC, X), sp.diff(CUBIC, X, 2)
    yield (
        r"promises $2 + 9 \cdot 0.1 = 2.9$. The curve is at 2.961",
        at(CUBIC, 2),
        at(slope, 2),
        ...,
        ...,
        at(CUBIC, 2 + TENTH),
    )
    yield "At 2 it is 9, and it grows at the rate $f''(2) = 12$", ..., at(slope, 2), ..., at(bend, 2)


def curvature_in_every_direction():
    """Curvature in every direction: its answer."""
    H, toward = hessian(TWISTED), sp.Matrix([2, 1]) / sp.sqrt(5)
    yield (
        "it is 2 to the east and to the north, 5.2 toward $(2, 1)$, and −2 toward $(1, -1)$",
        *{H[0, 0], H[1, 1]},
        (toward.T * H * toward)[0],
        ...,
        ...,
        curvatures(H)[0],
        ...,
        ...,
    )


def the_directions_that_matter():
    """The directions that matter: the explorable and the answer."""
    low, high = curvatures(hessian(TWISTED))
    yield "above 0 and below 0", ..., ...
    yield "hill: $a = c = -2$ and $b = 0$, both eigenvalues −2", ..., ..., *set(curvatures(-2 * sp.eye(2)))
    yield (
        "A ridge: $a = c = -2$ and $b = 2$, eigenvalues −4 and 0",
        ...,
        ...,
        *curvatures(sp.Matrix([[-2, 2], [2, -2]])),
    )
    yield (
        "A saddle: $a = c = 0$ and $b = 2$, eigenvalues −2 and 2",
        ...,
        ...,
        *curvatures(sp.Matrix([[0, 2], [2, 0]])),
    )
    yield (
        r"At 45° from both eigenvectors: there both weights are $\frac{1}{2}$",
        sp.deg(sp.acos(sp.sqrt(sp.Rational(1, 2)))),
        ...,
    )
    yield r"bowl: $f(\vect{x}) = \frac{1}{2}\, \vect{x}^\T \mat{H}\,\vect{x}$", ...
    yield "these are 6 along $(1, 1)$ and −2 along $(1, -1)$", high, ..., ..., low, ..., ...


def four_kinds_of_flat_places():
    """Four kinds of flat places: its answer."""
    saddle, minimum = flat_places(FOLIUM)
    first, second = hessian(FOLIUM, *saddle), hessian(FOLIUM, *minimum)
    yield (
        "it is −9 at $(0, 0)$, a saddle, and 27 with $a = 6$ at $(1, 1)$",
        first.det(),
        *saddle,
        second.det(),
        second[0, 0],
        *minimum,
    )
    yield "minimum. If an eigenvalue is 0", ...


def local_global_convex():
    """Local, global, convex: the weights of inactive units, and the answer."""
    first, second = (curvatures(hessian(f)) for f in SILENT[:2])
    low, far = at(FOLIUM, *flat_places(FOLIUM)[1]), at(FOLIUM, -2, -2)
    yield "Hessian an eigenvalue 0", ...
    yield "origin $x^2 + y^4$ and $x^2 - y^4$ have the same", *4 * [...]
    yield "same Hessian, with eigenvalues 0 and 2", *(pair[0] for pair in zip(first, second, strict=True))
    yield "value −1 at $(1, 1)$ and −28 at $(-2, -2)$", low, ..., ..., far, ..., ...


def why_descent_zigzags():
    """Why descent zigzags: opening, explorable and answer."""
    rate, factor = best(1, 9)
    yield "still had 13.5%", 100 * (1 - best(2, 2000)[0] * 2) ** 1000
    yield r"curvatures 1 and $\kappa$, and 100 steps", ..., ...
    yield "At κ = 10, with", ...
    yield (
        "little: 37 steps with 0.17, in the place of 35 with 0.18",
        _arrives(0.17),
        ...,
        _arrives(0.18),
        ...,
    )
    yield "much: 54 steps with 0.19, and from 0.2", _arrives(0.19), ..., sp.Rational(2, 10)
    yield r"With $\eta = 0.1$ and $\kappa = 10$", ..., ...
    yield "at κ = 10, and at κ = 100", ..., ...
    yield (
        "method: 15 steps instead of 35, and 52 instead of 346",
        _best_memory(10),
        _arrives(2 / 11),
        _best_memory(100),
        _arrives(2 / 101, 100),
    )
    yield r"with $\eta\lambda > 1$ it lands on the other wall, with $\eta\lambda > 2$", ..., ...
    yield "is 0.8, at the rate 0.2", factor, rate


def the_price_of_a_narrow_valley():
    """The price of a narrow valley: opening and answer."""
    left = best(1, 1000)[1]
    yield "curvatures 1 and 1,000 it leaves 99.8%", ..., ..., 100 * left
    yield r"about $3.45\,\kappa$ steps to a", price(sp.Symbol("k", positive=True)) * sp.log(1000)
    yield r"distance, 3,454 for $\kappa = 1000$", steps(1000), ...
    yield r"\kappa + 1}$, 86.4° for $\kappa = 1000$", ..., worst_off_home(1000), ...
    yield "removes only 0.2% of the distance. Momentum", 100 * (1 - math.sin(math.radians(worst_off_home(1000))))
    low, high = _seedling(0)
    flat, steep = _seedling(2)
    yield r"bring $\kappa$ from 22.46 down to 2", (high / low).evalf(), steep / flat


def newtons_method():
    """Newton's method: its answer."""
    yield (
        "from $(0.4, 0.2)$ on $x^3 + y^3 - 3xy$ the value rises from −0.168 to 0",
        *5 * [...],
        at(FOLIUM, 0.4, 0.2),
        at(FOLIUM, *flat_places(FOLIUM)[0]),
    )


def the_hessian_of_a_large_model():
    """The Hessian of a large model: its answer."""
    high = _seedling(0)[1].evalf()
    yield "For $10^6$ parameters the Hessian has 4", ..., BYTES * MEGA**2 / TERA
    yield r"one step takes $3.3 \cdot 10^{17}$", operations_of_cholesky(MEGA)
    yield "rate: 13.403 and 0.149", high, 2 / high
