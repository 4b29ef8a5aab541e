"""The numbers on the pages about Newton's method and the cost of a Hessian, by SymPy and by counting."""

import math

import numpy as np
import sympy as sp

from snippets.derivatives_and_gradients.regression import WEEKS
from snippets.hessian_and_critical_points.curvature import folium_gradient, folium_hessian, numerical_hessian
from snippets.hessian_and_critical_points.newton import newton
from snippets.hessian_and_critical_points.numbers.surfaces import (
    CUBIC,
    FOLIUM,
    VALLEY,
    X,
    at,
    digits,
    flat_places,
    gradient,
    hessian,
)
from snippets.hessian_and_critical_points.products import hessian_vector_product

MEGA, GIGA, TERA, EXA = 10**6, 10**9, 10**12, 10**18
BYTES = 4  # of a number in single precision
SECOND = 10**14  # operations


def newton_s_method():
    """Newton's method: jump to the center."""
    path = newton(folium_gradient, folium_hessian, [2, 1.5], 5)
    exponents = [math.floor(math.log10(np.linalg.norm(place - 1))) for place in path]
    bottom = max(sp.solve(sp.diff(CUBIC, X)))
    second, third = (at(sp.diff(CUBIC, X, order), bottom) for order in (2, 3))
    end = newton(folium_gradient, folium_hessian, [0.4, 0.2], 8)[-1].round(9)
    hill = -(X**2)
    slope, bend = sp.diff(hill, X), sp.diff(hill, X, 2)
    jump = -at(slope, 5) / bend
    start = gradient(VALLEY, 1, 1)
    yield (
        r"at $(1, 1)$ is $(2, 2000)^\T$ and the Hessian has the rows $(2, 0)$ and $(0, 2000)$",
        ...,
        ...,
        *start,
        *hessian(VALLEY),
    )
    yield "curvatures 1 and 9 from the start (3, 1)", ..., ..., ..., ...
    yield "of descent has 20", ...
    yield "step 2 on: −2, −3, −6, −12", ..., *exponents[2:]
    yield r"if $f''(x^*) \ne 0$ and $f'''$ is continuous", ...
    yield "For $x^3 - 3x$ at 1 the", ..., ..., bottom
    yield r"the factor is $\frac{6}{12}$", third / (2 * second)
    yield "Start at $(0.4, 0.2)$", ..., ...
    yield "eigenvalues −1.26 and 4.86", *np.linalg.eigvalsh(np.array(hessian(FOLIUM, 0.4, 0.2), dtype=float))
    yield (
        "from −0.168 to 0, and the walk ends at $(0, 0)$",
        at(FOLIUM, 0.4, 0.2),
        at(FOLIUM, *flat_places(FOLIUM)[0]),
        *end,
    )
    yield "minus 3xy with three paths from (0.4, 0.2)", ..., ..., ...
    yield "the minimum at (1, 1)", *flat_places(FOLIUM)[1]
    yield (
        "(*Identifying and attacking the saddle point problem in high-dimensional non-convex optimization*, 2014)",
        ...,
    )
    yield "= 5? $f' = -2x = -10$, $f'' = -2$", ..., *(-digit for digit in digits(slope)), at(slope, 5), bend
    yield "is $-(-10)/(-2) = -5$: to $x = 0$", at(slope, 5), bend, jump, 5 + jump


def called_for_hessian(n):
    """Return how many gradients the program takes for a Hessian in n variables.

    >>> called_for_hessian(3)
    6
    """
    places = []
    numerical_hessian(lambda place: places.append(place) or place, np.zeros(n))
    return len(places)


def called_for_product(n):
    """Return how many gradients the program takes for a product with a Hessian in n variables.

    >>> called_for_product(3)
    2
    """
    places = []
    hessian_vector_product(lambda place: places.append(place) or place, np.zeros(n), np.ones(n))
    return len(places)


def operations_of_cholesky(n):
    """Return the additions, multiplications and divisions of a Cholesky factorization, counted row by row.

    >>> n = sp.Symbol("n")
    >>> sp.LT(operations_of_cholesky(n))
    n**3/3
    """
    i, j = sp.symbols("i j")
    entry = 2 * (j - 1) + 1  # j - 1 products taken away, one division
    row = sp.summation(entry, (j, 1, i - 1)) + 2 * (i - 1)
    return sp.expand(sp.summation(row, (i, 1, n)))


def the_cost_of_a_hessian():
    """Why nobody builds the Hessian of a large model, up to the products."""
    n = sp.Symbol("n")
    cost = operations_of_cholesky(n)
    million, billion = (cost.subs(n, size) for size in (MEGA, GIGA))
    years = billion / SECOND / (365.25 * 86400)
    yield "(1 TB is $10^{12}$ bytes and 1 EB is $10^{18}$", ..., ..., ..., ...
    yield (
        "slope 1 and passes 4 MB at a million and 4",
        sp.degree(BYTES * n, n),
        BYTES * MEGA / MEGA,
        BYTES * GIGA / GIGA,
    )
    yield (
        "slope 2 and passes 4 TB and 4 EB. A dashed line marks 16",
        sp.degree(BYTES * n**2, n),
        BYTES * MEGA**2 / TERA,
        BYTES * GIGA**2 / EXA,
        ...,
    )
    yield "slopes 1 and 2. What 16", sp.degree(BYTES * n, n), sp.degree(BYTES * n**2, n), ...
    yield "Hessian for 63,245", math.isqrt(16 * GIGA // BYTES)
    yield "For $10^6$ parameters the Hessian has $10^{12}$ entries: 4", ..., MEGA**2, BYTES * MEGA**2 / TERA
    yield (
        r"For $10^9$ parameters it is $4 \cdot 10^{18}$ bytes, the memory of 250",
        ...,
        BYTES * GIGA**2,
        BYTES * GIGA**2 / (16 * GIGA) / MEGA,
    )
    yield "million machines with 16", ...
    yield r"takes about $\frac{1}{3} n^3$", sp.LC(cost), sp.degree(cost, n)
    yield r"$n = 10^6$ that is $3.3 \cdot 10^{17}$ operations. At $10^{14}$", ..., million, ...
    yield (
        "takes 56 minutes. For $n = 10^9$ it is a billion times as long: 106,000",
        million / SECOND / 60,
        ...,
        round(years, -3),
    )


def products_with_the_hessian():
    """Why nobody builds the Hessian of a large model, from the products on."""
    loss = 2 / 5 * np.array([[WEEKS @ WEEKS, WEEKS.sum()], [WEEKS.sum(), 5]])
    largest = np.linalg.eigvalsh(loss)[-1]
    cost = operations_of_cholesky(sp.Integer(MEGA))
    power = math.floor(math.log10(cost))
    vector, matrix = BYTES * MEGA / MEGA, BYTES * MEGA**2 / TERA
    pairs = 2 * 10 * MEGA
    yield "not have length 1", ...
    yield "Hessian*, Neural Computation, 1994)", ...
    yield "same 13.403 and 0.149", largest, 2 / largest
    yield "function, 4 megabytes for each gradient. One way takes 2", vector, called_for_hessian(5) / 5
    yield "of 4 terabytes, solves a system with 3.3 times 10 to the 17", matrix, cost / 10**power, ..., power
    yield "takes a vector, 4 megabytes", vector
    yield (
        '= 10⁶$<br/>4 MB each"] full["Hessian $H$<br/>$2·10⁶$ gradients<br/>4',
        ...,
        vector,
        called_for_hessian(5) / 5 * MEGA,
        matrix,
    )
    yield "H s = −∇f$<br/>$3.3·10¹⁷", cost
    yield "v$<br/>2 gradients, 4 MB", called_for_product(5), vector
    yield r"say 10: for $10^6$ parameters these are $20 \cdot 10^6$ numbers, 80", ..., ..., pairs, BYTES * pairs / MEGA
    yield "MB instead of 4", matrix
    yield "large scale optimization*, 1989)", ...
