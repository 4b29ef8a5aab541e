"""The numbers on the pages up to the paraboloid that fits, computed by SymPy from the functions themselves."""

from itertools import combinations_with_replacement

import sympy as sp

from snippets.hessian_and_critical_points.numbers.methods import called_for_hessian
from snippets.hessian_and_critical_points.numbers.surfaces import (
    CUBIC,
    FOLIUM,
    TWISTED,
    B,
    X,
    Y,
    at,
    curvatures,
    digits,
    direction,
    flat_places,
    gradient,
    hessian,
    middle_and_spread,
)

HALF = sp.Rational(1, 2)
TENTH = sp.Rational(1, 10)


def _taylor(order):
    """Coefficient that goes with the derivative of an order in Taylor's formula, from the exponential function."""
    return sp.exp(X).series(X, 0, order + 1).coeff(X, order)


def the_front_page():
    """The front page."""
    yield r"valley $L(x, y) = x^2 + 1000\,y^2$, from $(1, 1)$", ..., ..., ..., ..., ...
    yield "there is still 13.5%", 100 * (1 - 2 * 2 / 2002) ** 1000


def the_slope_of_the_slope():
    """The slope of the slope."""
    slope, bend = sp.diff(CUBIC, X), sp.diff(CUBIC, X, 2)
    rise, more = at(slope, 2) * TENTH, at(bend, 2) / 2 * TENTH**2
    near, far = (gap ** (1 / 3) for gap in (0.1, 0.4))  # the parabola is visibly off the curve, by 0.1 to 0.4
    yield (
        "curve $f(x) = x^3 - 3x$ and stand at $x = 2$. The value is 2 and the slope is 9",
        ...,
        ...,
        ...,
        at(CUBIC, 2),
        at(slope, 2),
    )
    yield "at $x = 2.1$", ...
    yield (
        "at 9. It is $3x^2 - 3$, and at 2.1 it has grown to 10.23",
        at(slope, 2),
        *digits(*slope.as_ordered_terms()),
        ...,
        at(slope, 2 + TENTH),
    )
    yield "here $6x$, at 2 that is 12", *digits(bend), ..., at(bend, 2)
    yield (
        "from 2 to $2 + h$ the slope grows almost evenly, from 9 to $9 + 12h$",
        ...,
        ...,
        at(slope, 2),
        at(slope, 2),
        at(bend, 2),
    )
    yield "average it is $9 + 6h$", at(slope, 2), at(bend, 2) / 2
    yield "of 12 comes from the average. At $h = 0.1$", at(bend, 2), ...
    yield "gives $2 + 0.9 + 0.06 = 2.96$", at(CUBIC, 2), rise, more, at(CUBIC, 2) + rise + more
    yield "exists, the error goes to 0", ...
    yield r"about $\frac{1}{6} f'''(x)\, h^3$", _taylor(3), ...
    yield "because $f''' = 6$", sp.diff(CUBIC, X, 3)
    yield "minus 3x with its tangent and its parabola at x = −0.5", ..., ...
    yield "about −1 to 0.2", (-0.5 - far, -0.5 - near), (-0.5 + near, -0.5 + far)
    yield "down, $f'' = -3$", at(bend, -HALF)
    yield "up again at 1", max(sp.solve(slope))
    yield r"decides: $f(x + h) - f(x) \approx \frac{1}{2} f''(x)\, h^2$", _taylor(2), ...
    yield "If $f'' = 0$", ...
    yield "cos 0 = 1, and the slope there is 0", ..., sp.cos(0), sp.diff(sp.cos(X), X).subs(X, 0)
    yield (
        r"cos 0.1? The second derivative of the cosine is $-\cos$, at 0 that is −1",
        ...,
        ...,
        sp.diff(sp.cos(X), X, 2).subs(X, 0),
    )
    yield (
        r"So $\cos 0.1 \approx 1 - \frac{1}{2} \cdot 0.01 = 0.995$",
        ...,
        sp.cos(0),
        _taylor(2),
        TENTH**2,
        1 - TENTH**2 / 2,
    )
    yield "true value is 0.995004", sp.cos(TENTH).evalf()


def _angle(matrix, curvature):
    """Degrees from the east to the eigenvector of a curvature, between 0 and 180."""
    x, y = direction(matrix, curvature)
    return sp.deg(sp.atan2(y, x)) % 180


def curvature_in_every_direction():
    """Curvature in every direction."""
    H = hessian(TWISTED)
    low, high = curvatures(H)
    steep, falling = _angle(H, high), _angle(H, low)
    u, v, a, b, c, n = sp.symbols("u v a b c n")
    form = sp.expand((sp.Matrix([[u, v]]) * sp.Matrix([[a, b], [b, c]]) * sp.Matrix([u, v]))[0])
    pairs = [len(list(combinations_with_replacement(range(size), 2))) for size in (1, 2, 3)]
    number = sp.interpolate(pairs, n)
    way = sp.Matrix([2, 1])
    middle, spread = middle_and_spread(H)
    yield "of $f(x, y) = x^2 + 4xy + y^2$", ..., ..., ...
    yield (
        "derivatives, $2x + 4y$ and $4x + 2y$, are 0. Walking east, with $y = 0$",
        H[0, 0],
        H[0, 1],
        H[1, 0],
        H[1, 1],
        *set(gradient(TWISTED, 0, 0)),
        ...,
    )
    yield "derivative 2. Walking north we see $y^2$: it bends up, second derivative 2", H[0, 0], ..., H[1, 1]
    yield "x squared plus 4", ...
    yield (
        "between 6 at 45 degrees and −2 at 135 degrees. East and north lie at height 2",
        high,
        steep,
        low,
        falling,
        *{H[0, 0], H[1, 1]},
    )
    yield "curvature, 2, and miss the story. The wave on the right is highest at 45°", *{H[0, 0], H[1, 1]}, steep
    yield "45°, lowest at 135°", steep, falling
    yield "at $t = 0$", ...
    yield "rows $(2, 4)$ and $(4, 2)$. The 4", *H, H[0, 1]
    yield (
        r"give $\frac{n(n + 1)}{2}$ different second derivatives: 3 for $n = 2$",
        -min(sp.roots(number, n)),
        1 / sp.factor(number).as_coeff_Mul()[0],
        number.subs(n, 2),
        ...,
    )
    yield "toward, say, $(2, 1)$", ..., ...
    yield (
        r"is $a u_1^2 + 2 b\, u_1 u_2 + c\, u_2^2$",
        sp.degree(form, u),
        form.coeff(b).as_coeff_Mul()[0],
        sp.degree(form, v),
    )
    yield r"Toward $(2, 1)$ the unit vector is $\frac{1}{\sqrt{5}} (2, 1)^\T$", ..., ..., ..., way.dot(way), *way
    yield r"= \frac{26}{5} = 5.2$", *2 * [(way.T * H * way)[0] / way.dot(way)]
    yield (
        "about 45° and 135°? Take $(1, 1)$ and multiply: the rows $(2, 4)$ and $(4, 2)$",
        steep,
        falling,
        *direction(H, high),
        *H,
    )
    yield (
        "into $(6, 6)$, six times itself. And $(1, -1)$ becomes $(-2, 2)$, which is −2",
        *H * sp.Matrix([1, 1]),
        *direction(H, low),
        *H * sp.Matrix([1, -1]),
        low,
    )
    yield r"direction $\vect{v} \ne \vect{0}$", ...
    yield "add up to 1", sp.simplify(sp.cos(a) ** 2 + sp.sin(a) ** 2)
    yield (
        r"east, $\theta = 45°$ from both eigenvectors, both weights are $\frac{1}{2}$",
        steep,
        *{sp.cos(sp.rad(angle)) ** 2 for angle in (steep, falling)},
    )
    yield r"is $\frac{-2 + 6}{2} = 2$", low, high, ..., H[0, 0]
    yield (
        r"rows $(2, 4)$ and $(4, 2)$: the mean is 2, the root is $\sqrt{0 + 16} = 4$",
        *H,
        middle,
        ((H[0, 0] - H[1, 1]) / 2) ** 2,
        H[0, 1] ** 2,
        spread,
    )
    yield r"are $2 \mp 4$", middle, spread


def curvature_in_geometry():
    """Curvature in every direction: the remark on geometry, by a circle of radius 1 (curvature 1)."""
    circle, place = -sp.sqrt(1 - X**2), sp.Rational(1, 2)
    bend, slope = sp.diff(circle, X, 2).subs(X, place), sp.diff(circle, X).subs(X, place)
    exponent = sp.nsimplify((sp.log(bend) / sp.log(1 + slope**2)).evalf(), rational=True, tolerance=1e-12)
    yield "by $(1 + s^2)^{3/2}$, with the slope $s$. Where $s = 0$", ..., ..., exponent, ...


def turning_one_coefficient():
    """Curvature in every direction, from the turned bowl on."""
    H = hessian(X**2 + B * X * Y + Y**2)
    low, high = sorted(H.eigenvals(), key=lambda value: value.subs(B, 1))
    last = sp.solve(low, B)[0]
    slopes = [sp.diff(term, v) for v, terms in ((X, (X**3, -3 * X * Y)), (Y, (Y**3, -3 * X * Y))) for term in terms]
    matrix = sp.hessian(FOLIUM, (X, Y))
    yield r"Let $f = x^2 + b\,xy + y^2$. Its Hessian has the rows $(2, b)$ and $(b, 2)$", ..., ..., H[0, 0], H[1, 1]
    yield (
        "eigenvalues $2 - b$ and $2 + b$. The curvatures along the axes stay 2",
        low.subs(B, 0),
        high.subs(B, 0),
        *{H[0, 0], H[1, 1]},
    )
    yield (
        "= 0 circles and both eigenvalues 2. For b = 1 ellipses, 1 and 3",
        ...,
        *{low.subs(B, 0), high.subs(B, 0)},
        ...,
        low.subs(B, 1),
        high.subs(B, 1),
    )
    yield (
        "= 2 parallel lines, 0 and 4, a channel. For b = 3 hyperbolas, −1 and 5",
        last,
        low.subs(B, last),
        high.subs(B, last),
        ...,
        low.subs(B, 3),
        high.subs(B, 3),
    )
    yield "With $b = 2$ one curvature has reached 0", last, low.subs(B, last)
    yield "is level. Beyond 2", last
    yield r"For $\abs{b} > 2$", last
    yield (
        "For $b < -2$ it is the other one, and the direction is $(1, 1)$",
        *sp.solve(high, B),
        *direction(H.subs(B, -3), -1),
    )
    yield "as a row: $2n$", called_for_hessian(7) / 7
    yield (
        r"x^3 + y^3 - 3xy , \\ \nabla f &= (3x^2 - 3y,\; 3y^2 - 3",
        ...,
        ...,
        ...,
        *digits(*slopes),
    )
    yield "rows $(6x, -3)$ and $(-3, 6y)$", matrix[0, 0] / X, matrix[0, 1], matrix[1, 0], matrix[1, 1] / Y


def the_paraboloid_that_fits():
    """The paraboloid that fits."""
    here, step = (1, HALF), sp.Matrix([TENTH, TENTH])
    slopes, H = gradient(FOLIUM, *here), hessian(FOLIUM, *here)
    plane, bend = sp.Matrix(slopes).dot(step), (step.T * H * step)[0] / 2
    center = sp.Matrix(here) - H.LUsolve(sp.Matrix(slopes))
    minimum = flat_places(FOLIUM)[1]
    yield "of shape $(n, 1)$", ...
    yield r"to 0 faster than $\norm{\vect{d}}^2$", ..., ...
    yield r"$x^3 + y^3 - 3xy$ at $(1, \frac{1}{2})$", ..., ..., ..., ..., ...
    yield (
        "value is $1 + 0.125 - 1.5 = -0.375$",
        *(at(term, *here) for term in (X**3, Y**3, 3 * X * Y)),
        at(FOLIUM, *here),
    )
    yield (
        r"is $(3 - 1.5,\; 0.75 - 3)^\T = (1.5, -2.25)^\T$",
        *(at(term, *here) for term in (3 * X**2, 3 * Y, 3 * Y**2, 3 * X)),
        *slopes,
    )
    yield r"rows $(6, -3)$ and $(-3, 3)$. For the step $\vect{d} = (0.1, 0.1)^\T$", *H, ..., ...
    yield "adds $0.15 - 0.225 = -0.075$", slopes[0] * TENTH, -slopes[1] * TENTH, plane
    yield (
        r"\frac{1}{2}(6 \cdot 0.01 - 2 \cdot 3 \cdot 0.01 + 3 \cdot 0.01) = 0.015$",
        _taylor(2),
        H[0, 0],
        TENTH**2,
        ...,
        -H[0, 1],
        TENTH**2,
        H[1, 1],
        TENTH**2,
        bend,
    )
    yield (
        "Together: −0.435. The true value is −0.433",
        at(FOLIUM, *here) + plane + bend,
        at(FOLIUM, 1 + TENTH, HALF + TENTH),
    )
    yield "minus 3xy and its level curves, with a minimum at (1, 1)", ..., *minimum
    yield "(1, one half) and the level curves of that, ellipses around (1.25, 1.5)", ..., *center
