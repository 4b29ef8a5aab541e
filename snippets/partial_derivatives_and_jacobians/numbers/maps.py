"""The Jacobian of maps of the plane, their areas and their chains: areas by integrals, chains by substitution."""

import numpy as np
import sympy as sp

from snippets.partial_derivatives_and_jacobians.numbers.several import POLAR, STAIRCASE, phi, r, t
from snippets.symbols import x, y

side = sp.symbols("s", positive=True)
k, n = sp.symbols("k n", integer=True)

BEND = sp.Matrix([x - y**2 / 2, y + x**2 / 2])
SLOPES = BEND.jacobian([x, y])
AROUND = sp.Matrix(list(POLAR.values()))
TURN = {r: 2, phi: sp.pi / 6}


def factor(corner, length):
    """Return by how much the bent map enlarges a square: the mean of the determinant.

    >>> factor((0, 0), 2)
    2
    """
    x0, y0 = corner
    inner = sp.integrate(SLOPES.det(), (x, x0, x0 + length))
    return sp.integrate(inner, (y, y0, y0 + length)) / length**2


def ring(inner, width):
    """Return the area of a ring's sector, divided by that of its cell in r and φ.

    >>> ring(1, 2)
    2.0
    """
    return ((inner + width) ** 2 - inner**2) / 2 / width


def the_jacobian_the_best_linear_map():
    """The Jacobian: the best linear map."""
    here = SLOPES.subs({x: 1, y: 0.5})
    first, second = here.col(0), here.col(1)
    yield r"x - \frac{y^2}{2},\; y + \frac{x^2}{2}", ..., ..., ..., ...
    yield (
        r"\begin{pmatrix} 1 & -y \\ x & 1 \end{pmatrix}, \\ \mat{J}_{\vect{f}}(1, 0.5)",
        *(SLOPES[0, 0], SLOPES[1, 1], ..., ...),
    )
    yield r"\begin{pmatrix} 1 & -0.5 \\ 1 & 1", *here
    yield r"through $\vect{f}(1, 0.5) + \mat{J} \vect{h}$", ..., ...
    yield "around the point (1, 0.5)", ..., ...
    step = sp.Matrix([0.4, 0.4])
    bent = [BEND.subs({x: 1 + dx, y: 0.5 + dy}) for dx, dy in ((0, 0), step)]
    yield "0.113 for a step of $(0.4, 0.4)$", (bent[1] - bent[0] - here * step).norm(), ..., ...
    yield "(1, 1) and (−0.5, 1)", *first, *second
    corners = [sp.Point(0, 0), sp.Point(*first), sp.Point(*(first + second)), sp.Point(*second)]
    yield "parallelogram of area 1.5", sp.Polygon(*corners).area


def how_areas_change():
    """The determinant: how areas change."""
    (level,) = sp.solve(SLOPES.det().subs(y, t / x), t)
    shrunk = sp.limit(factor((1, sp.Rational(1, 2)), side), side, 0)
    factors = [factor((1, 0.5), length) for length in (0.4, 0.1, 0.01)]
    yield "near $(1, 0.5)$ should come out 1.5", ..., ..., shrunk
    yield "side 0.4, 0.1 and 0.01 with a corner at (1, 0.5)", *5 * [...]
    yield (
        "area factor 1.84 at first, and becomes the dashed parallelogram, with area factors 1.5775 and then 1.5075",
        *factors,
    )
    yield "does. Where it is 0", ...
    yield r"$(1, 1)^\T$ and $(-0.5, 1)^\T$, as sides", *SLOPES.subs({x: 1, y: 0.5}).T
    yield (
        "to 0 as $S$ shrinks, where the determinant is not 0",
        shrunk / SLOPES.det().subs({x: 1, y: sp.Rational(1, 2)}) - 1,
        ...,
    )
    yield "At $(2, -1)$", ..., ...
    yield "is 0 along the hyperbola $xy = -1$", SLOPES.det().subs(y, level / x), level


def polar_coordinates():
    """Polar coordinates."""
    outward = sp.simplify(AROUND.diff(r).norm())
    yield r"\end{pmatrix}$$ $r \ge 0$", ...
    yield "and has length 1", outward
    yield r"lengths, $1 \cdot r$", outward
    yield "factors 0.375, 1.125 and 1.875", *(ring(inner, 0.25) for inner in (0.25, 1, 1.75))
    flat = sp.Matrix([[2, -1], [-4, 2]])
    image = [sp.Point(*(flat * sp.Matrix(corner))) for corner in ((0, 0), (1, 0), (1, 1), (0, 1))]
    ups = [p.x * q.y - q.x * p.y for p, q in zip(image, image[1:] + image[:1], strict=True)]
    yield "plane has determinant 0", ...
    yield "a point: area 0", sum(ups) / 2


def where_the_probability_goes():
    """Where the probability goes: a point of the disc whose distance and angle are even."""
    even = sp.integrate(sp.integrate(1, (r, 0, 1)), (phi, 0, 2 * sp.pi))
    crowded = 1 / even / sp.simplify(AROUND.jacobian([r, phi]).det())
    places = sp.Rational(1, 10), sp.Rational(1, 2)
    dense = [crowded.subs(r, place) for place in places]
    yield "evenly between 0 and 1", ..., ...
    yield r"within $r < \frac{1}{2}$", sp.solve(sp.integrate(1, (t, 0, r)) - sp.Rational(1, 2), r)[0]
    yield r"is $\frac{1}{2\pi}$ everywhere", ..., even / sp.pi
    yield r"at $r = 0.1$ it is $\frac{1}{0.2\pi} = 1.592$", ..., ..., 1 / dense[0] / sp.pi, dense[0]
    yield r"at $r = 0.5$ it is $\frac{1}{\pi} = 0.318$", ..., ..., dense[1]
    yield "at $r = 0.1$ in the disc it is five times that at $r = 0.5$", ..., ...
    yield "that is nowhere 0", ...
    yield "with normalizing flows*, 2015)", ...
    multiplied = sp.summation(k * (k + 1), (k, 1, n - 1))  # by elimination; k rows are left below
    yield "on the order of $n^3$ operations", sp.degree(multiplied, n)
    yield "using Real NVP*, 2017)", ...


def the_chain_rule_is_a_matrix_product():
    """The chain rule is a matrix product."""
    place = AROUND.subs(TURN)
    inner = AROUND.jacobian([r, phi]).subs(TURN)
    outer = SLOPES.subs(dict(zip((x, y), place, strict=True)))
    chain = BEND.subs(POLAR).jacobian([r, phi]).subs(TURN)
    yield r"At $r = 2$, $\varphi = \frac{\pi}{6}$ the point is $(x, y) = (1.7321, 1)$", ..., ..., *place
    yield (
        r"\begin{pmatrix} 1 & -1 \\ 1.7321 & 1 \end{pmatrix} \begin{pmatrix} 0.8660 & -1 \\ 0.5 & 1.7321 \end{pmatrix}",
        *outer,
        *inner,
    )
    yield r"\begin{pmatrix} 0.3660 & -2.7321 \\ 2 & 0", *chain
    yield "map at $(1.7321, 1)$", *place
    yield (
        r"contributes $1.7321 \cdot (-1)$, and one through $y$, which contributes $1 \cdot 1.7321$",
        *(outer[1, 0], inner[0, 1], outer[1, 1], inner[1, 1]),
    )
    yield "cancel, hence the 0", chain[1, 1]
    yield "0.366 in the upper left corner becomes −0.866", chain[0, 0], (inner * outer)[0, 0]
    yield "a flag by 90°", ...
    yield "is turned by 90", ...
    yield r"$\frac{\partial x}{\partial r} = 0.866$ and $\frac{\partial r}{\partial x} = 0.866$", *_there_and_back()
    yield "that is not 0", ...
    first, both = (3, 5), (2, 5)
    last = np.ones((both[0], first[0]))
    yield "(3, 5), and g after f one of shape (2, 5). What is the shape for g? $(2, 3)$", *4 * [...], *last.shape
    yield "and $(2, 3)$ times $(3, 5)$ is $(2, 5)$", *last.shape, *first, *(last @ np.ones(first)).shape


def _there_and_back():
    """Slope of x in r with φ fixed, and of r in x with y fixed, at the same point."""
    back = sp.sqrt(x**2 + y**2).diff(x).subs(dict(zip((x, y), AROUND.subs(TURN), strict=True)))
    return POLAR[x].diff(r).subs(TURN), back


def mistakes_with_maps():
    """Common mistakes: partial derivatives, products and areas."""
    flat = sp.diff(STAIRCASE.subs(y, 0), x)
    yield r"and $\frac{\partial r}{\partial x} = \frac{1}{\cos\varphi}$", ...
    yield r"At $r = 2$, $\varphi = \frac{\pi}{3}$", ..., ...
    yield r"differentiate $r = \sqrt{x^2 + y^2}$", ..., ...
    yield "exist and are 0", abs(flat) + abs(sp.diff(STAIRCASE.subs(x, 0), y))
    yield "of 0 at the origin, and a jump of 0.5", flat, sp.simplify(STAIRCASE.subs(y, x))
    yield "must go to 0", ...
    yield r"rows $(1, 2)$ and $(0, 1)$, and $\vect{u} = (1, 1)^\T$", *6 * [...]
    yield r"after polar coordinates at $(2, \frac{\pi}{6})$", ..., ...
