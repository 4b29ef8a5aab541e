"""The numbers on the pages about valleys: eigenvalues by SymPy, steps by walks, angles by the dot product."""

import math

import numpy as np
import sympy as sp

from snippets.derivatives_and_gradients.regression import WEEKS
from snippets.hessian_and_critical_points.numbers.surfaces import (
    VALLEY,
    P,
    X,
    curvatures,
    direction,
    hessian,
    middle_and_spread,
)
from snippets.hessian_and_critical_points.valleys import exact_steps

TILTED = sp.Matrix([[5, 4], [4, 5]])
LEVEL = sp.Rational(9, 2)


def best(low, high):
    """Return the rate that leaves least in the worst of two directions, and what it leaves; by equal factors.

    >>> best(1, 9)
    (1/5, 4/5)
    """
    (rate,) = sp.solve(1 - P * low - (P * high - 1), P)
    return rate, 1 - rate * low


def steps(kappa, share=1e-3):
    """Return how many steps descent takes in a valley, by walking: with the best rate, to a share of the distance.

    >>> steps(2), steps(10)
    (7, 35)
    """
    hessian, place, count = np.array([1, kappa]), np.array([1.0, 1.0]), 0
    while np.linalg.norm(place) > share * math.sqrt(2):
        place, count = place - 2 / (1 + kappa) * hessian * place, count + 1
    return count


def off_home(kappa, x, y):
    """Return the degrees between downhill and the way home at (x, y) in a valley with curvatures 1 and kappa."""
    g, way = np.array([x, kappa * y]), np.array([x, y])
    return math.degrees(math.acos(g @ way / (np.linalg.norm(g) * np.linalg.norm(way))))


def worst_off_home(kappa):
    """Return the largest such angle, by a search over all directions.

    >>> round(worst_off_home(9), 2)
    53.13
    """
    return max(off_home(kappa, 1, slope) for slope in np.geomspace(1e-3, 1, 20_001))


def price(k):
    """Return the steps per condition number that divide the distance by e, for large condition numbers k.

    >>> price(sp.Symbol("k", positive=True))
    1/2
    """
    return sp.limit(1 / (-sp.log((k - 1) / (k + 1))) / k, k, sp.oo)


def turn(kappa):
    """Return the degrees between two exact steps in a valley with curvatures 1 and kappa.

    >>> round(turn(9), 6)
    90.0
    """
    first, second = np.diff(exact_steps(np.diag([1, kappa]), [2, 1], 2), axis=0)
    return math.degrees(math.acos(first @ second / np.linalg.norm(first) / np.linalg.norm(second)))


def what_the_level_curves_show():
    """The valley: its level curves and its condition number."""
    middle, spread = middle_and_spread(TILTED)
    low, high = curvatures(TILTED)
    flat, steep = direction(TILTED, low), direction(TILTED, high)
    long, short = (sp.solve(sp.Rational(1, 2) * value * X**2 - LEVEL, X)[-1] for value in (low, high))
    seedling = [value.evalf() for value in curvatures(sp.Matrix([[12, 4], [4, 2]]))]
    yield r"all: $$f(\vect{x}) = \tfrac{1}{2}\, \vect{x}^\T \mat{H}\, \vect{x}$$", ...
    yield r"of $\frac{1}{2} c x^2$", ..., ...
    yield r"symmetric, $\frac{1}{2}(\mat{H} + \mat{H}^\T)$", ...
    yield (
        r"rows $(5, 4)$ and $(4, 5)$. The eigenvalues are $5 \mp 4$: curvature 1",
        ...,
        ...,
        ...,
        ...,
        middle,
        spread,
        low,
    )
    yield "along $(1, -1)$ and curvature 9 along $(1, 1)$", *flat, high, *steep
    yield (
        r"by 4.5? Along the first direction $\frac{1}{2} \cdot 1 \cdot r^2 = 4.5$",
        ...,
        sp.diff(X**2 / 2, X, 2) / 2,
        low,
        ...,
        LEVEL,
    )
    yield (
        r"so $r = 3$. Along the second $\frac{1}{2} \cdot 9 \cdot r^2 = 4.5$, so $r = 1$",
        long,
        sp.diff(X**2 / 2, X, 2) / 2,
        high,
        ...,
        LEVEL,
        short,
    )
    yield "(5, 4) and (4, 5). On the ellipse of level 4.5", ..., ..., ..., ..., ...
    yield "(−1, 1), has length 3 and belongs to the eigenvalue 1", *(-part for part in flat), long, low
    yield "(1, 1), has length 1 and belongs to the eigenvalue 9", *steep, short, high
    yield (
        r"level $c > 0$ above it, along the eigenvector of its Hessian with eigenvalue $\lambda_i > 0$. It solves "
        r"$\frac{1}{2} \lambda_i r_i^2 = c$",
        ...,
        ...,
        1 / sp.diff(X**2, X, 2),
        ...,
    )
    yield r"$\kappa = \lambda_{\max} / \lambda_{\min}$. It is 1", np.linalg.cond(np.eye(2))
    yield r"matrix is $\norm{\mat{H}} \norm{\mat{H}^{-1}}$", ...
    yield (
        r"curvatures 2 and 2,000, so $\kappa = 1000$",
        *curvatures(hessian(VALLEY)),
        np.linalg.cond(np.diag([2, 2000])),
    )
    yield (
        r"curvatures 13.403 and 0.597 and $\kappa = 22.46$",
        *reversed(seedling),
        seedling[1] / seedling[0],
    )


def a_step_taken_apart():
    """The valley: factors, and the learning rate that has the best of them."""
    low, high = curvatures(TILTED)
    factor = 1 - P
    first, last = sorted(sp.solve(sp.Abs(factor) - 1, P))
    rate, left = best(low, high)
    steep = 1 - P * high
    limit = sp.solve(steep + 1, P)[0]
    yield r"curvature $\lambda > 0$", ...
    yield r"- $\eta\lambda < 1$: the factor is between 0 and 1", ..., factor.subs(P, 1), factor.subs(P, 0)
    yield (
        r"- $1 < \eta\lambda < 2$: the factor is between −1 and 0",
        ...,
        last,
        factor.subs(P, 2),
        factor.subs(P, 1),
    )
    yield r"- $\eta\lambda > 2$: the factor is below −1", last, factor.subs(P, 2)
    yield r"the factor is $1 + \eta\abs{\lambda_i}$, more than 1", factor.subs(P, 0), factor.subs(P, 0)
    yield r"if $0 < \eta < 2 / \lambda_{\max}$", first, last
    yield "the curvatures 1 and 9", low, high
    yield (
        "curvature 1 falls slowly from 1. The line for curvature 9 falls to 0 at 1/9",
        low,
        factor.subs(P, 0),
        high,
        ...,
        *sp.solve(steep, P),
    )
    yield "rate 0.2, where it is 0.8, and passes 1 at 2/9", rate, left, ..., limit
    yield "to the limit 2/9", limit
    yield r"So $1 - \eta\lambda_{\min} = \eta\lambda_{\max} - 1$", ..., ...
    yield r"factors $\abs{1 - \eta\lambda_i}$", ...
    yield r"between $\lambda_{\min} > 0$", ...
    yield r"if $\kappa > 1$", ...
    yield "number 2 the path arrives after a few turns, with 10 it zigzags and needs 35", ..., ..., steps(10)
    yield "with 50 it bounces between the walls and after 25", ..., ...
    yield r"rate, 25 steps at most. With $\kappa = 50$", ..., ...
    yield "walls and needs 173", steps(50)


def the_price_measured():
    """The valley: what condition costs."""
    k = sp.Symbol("k", positive=True)
    law = (k - 1) / (k + 1)
    slope = math.log(steps(2000) / steps(1000), 2)
    half = price(k)
    yield "− 1)/(κ + 1), rising from 0.2 toward 1", ..., ..., law.subs(k, 1.5), sp.limit(law, k, sp.oo)
    yield "line of slope 1", slope
    yield r"factor is about $1 - 2/\kappa$", sp.limit(law, k, sp.oo), sp.limit((1 - law) * k, k, sp.oo)
    yield (
        r"about $\frac{\kappa}{2} \ln 1000 = 3.45\,\kappa$ steps: 3,454 for $\kappa = 1000$",
        1 / half,
        ...,
        (half * sp.log(1000)).evalf(),
        steps(1000),
        ...,
    )


def straight_downhill_is_not_the_way_home():
    """The valley: how far off course downhill is, and what centering does."""
    place, diagonal = sp.Matrix([3, 1]), sp.diag(1, 9)
    angle, worst = off_home(9, 3, 1), worst_off_home(1000)
    centered = WEEKS - WEEKS.mean()
    matrix = 2 / 5 * np.array([[WEEKS @ WEEKS, WEEKS.sum()], [WEEKS.sum(), 5]])
    slow, fast = np.linalg.eigvalsh(matrix)
    rate, left = best(3, 12)
    yield "curvatures 1 and 9. From the point (3, 1)", ..., ..., ..., ...
    yield "between them is 53", angle
    yield r"At $(3, 1)$ the gradient is $(3, 9)^\T$", ..., ..., *diagonal * place
    yield "off course by 53°", angle
    yield r"all $\vect{x} \ne \vect{0}$", ...
    yield "perpendicular. From distance 1", ...
    yield r"With $\kappa = 1000$ the worst angle is 86.4°", ..., worst
    yield "it removes only 0.2%", 100 * (1 - math.sin(math.radians(worst)))
    yield "made: the path turns by 90°", turn(9)
    yield "middle, −2 to 2", centered.min(), centered.max()
    yield "and instead of 0.91", best(slow, fast)[1]
    yield "Edge of Stability*, 2021)", ...
    yield r"it is near $2/\eta$", *sp.solve(1 - P + 1, P)
    yield "curvatures 3 and 12", ..., ...
    yield (
        r"$2/12 = 0.167$; $2/15 = 0.133$; $\kappa = 4$, so the factor is $3/5 = 0.6$",
        sp.solve(1 - 12 * P + 1, P)[0],
        sp.solve(1 - 12 * P + 1, P)[0].evalf(),
        rate,
        rate.evalf(),
        np.linalg.cond(np.diag([3, 12])),
        left,
        left,
    )
