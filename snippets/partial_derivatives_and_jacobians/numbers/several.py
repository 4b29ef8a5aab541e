"""The front page and the lessons up to differentiability: partial derivatives and their order, by SymPy."""

import numpy as np
import sympy as sp

from snippets.symbols import at, coefficient, gradient, x, y

r, phi, t = sp.symbols("r varphi t", real=True)
far = sp.symbols("t", positive=True)

SIZE, BATCH = 512, 64
BYTES = np.dtype(np.float32).itemsize

RIPPLE = sp.sin(x) * sp.cos(y)
POLYNOMIAL = x**2 * y + 3 * x * y**2 + y**3
HEIGHT = x**2 + y**2
RAY = sp.Integer(2)  # how steep the ray through (1, 2) is
PEANO = x * y * (x**2 - y**2) / (x**2 + y**2)
STAIRCASE = x * y / (x**2 + y**2)
RIDGE = x**2 * y / (x**4 + y**2)
CREASED = x**2 * y / (x**2 + y**2)
WEDGE = sp.Min(sp.Max(x, 0), sp.Max(y, 0))
POLAR = {x: r * sp.cos(phi), y: r * sp.sin(phi)}


def the_same(*values):
    """Return the one value that all have.

    >>> the_same(sp.Integer(2), 2)
    2
    """
    (value,) = set(values)
    return value


def walk(f, place, slope):
    """Return the rate of an expression with x along a walk on which y grows at a rate of its own.

    >>> walk(HEIGHT, (1, 2), 0)
    2
    """
    return sp.diff(at(f, (place[0] + t, place[1] + slope * t)), t).subs(t, 0)


def toward_the_diagonal(f):
    """Return the slope at the origin toward (1, 1).

    >>> toward_the_diagonal(x + y)
    sqrt(2)
    """
    return sp.limit(at(f, (far / sp.sqrt(2), far / sp.sqrt(2))) / far, far, 0)


def the_front_page():
    """The front page."""
    yield "takes 512 numbers and returns 512", ..., ...
    yield "the 512 outputs can be differentiated by each of the 512", ..., ...
    yield (
        "makes 262,144 partial derivatives. With respect to its weights the same layer has 134",
        SIZE**2,
        SIZE * SIZE**2 / 1e6,
    )
    yield "With a batch of 64", ...
    yield "a billion entries, 4.3", (BATCH * SIZE) ** 2 * BYTES / 1e9


def what_is_held_fixed():
    """What a partial derivative holds fixed."""
    east, south = gradient(RIPPLE, (1, 0.5))
    circle = sp.sqrt(5 - x**2)
    on_circle, on_ray = HEIGHT.subs(y, circle), HEIGHT.subs(y, RAY * x)
    slopes = [sp.diff(f, x).subs(x, 1) for f in (HEIGHT, on_circle, on_ray)]
    yield "with the point (1, 0.5)", ..., ...
    yield "curve with slope +0.474", east
    yield "right with slope −0.403", south
    yield "through the point $(1, 0.5)$", ..., ...
    yield r"is $\cos x \cos y = 0.474$ with respect to $x$, and $-\sin x \sin y = -0.403$", east, south
    yield "height $z = x^2 + y^2$ at $(1, 2)$", ..., ..., ..., ...
    yield "is $2x = 2$", coefficient(sp.diff(HEIGHT, x), x), slopes[0]
    yield "Then $z = r^2$", sp.degree(sp.simplify(HEIGHT.subs(POLAR)), r)
    yield "partial derivative is 0", slopes[1]
    yield (
        "ray, $y = 2x$, and $z = 5x^2$ has the slope $10x = 10$",
        RAY,
        coefficient(on_ray, x**2),
        sp.degree(on_ray, x),
        coefficient(sp.diff(on_ray, x), x),
        slopes[2],
    )
    yield "walks through (1, 2)", ..., ...
    yield "slopes 2, 0 and 10 at x = 1", *slopes, ...
    yield r"is 2 and $\left( \frac{\partial z}{\partial x} \right)_{r}$ is 0", slopes[0], slopes[1]
    yield r"as an index: $\left( \frac{\partial z}{\partial x} \right)_{y} = 2$", slopes[0]


def two_level_slices():
    """The pictures to move: where both slices are level."""
    for place in ((sp.pi / 2, 0), (0, sp.pi / 2)):
        the_same(0, *gradient(RIPPLE, place))
    yield r"At $(\frac{\pi}{2}, 0)$ both slices", ..., ...
    yield r"At $(0, \frac{\pi}{2})$ both are level as well, and the height is 0", ..., ..., RIPPLE.subs(x, 0)


def mixed_partial_derivatives():
    """Mixed partial derivatives."""
    in_x, in_y = sp.diff(POLYNOMIAL, x), sp.diff(POLYNOMIAL, y)
    mixed, other = sp.diff(in_x, y), sp.diff(in_y, x)
    bumps = sp.diff(RIPPLE, x, y).subs({x: 1, y: 0.5})
    apart = sp.Function("f")(x) + sp.Function("g")(y)
    yield (
        "md), $f(x, y) = x^2 y + 3 x y^2 + y^3$, at $(1, 2)$. First with respect to $x$: $2xy + 3y^2$",
        *6 * [...],
        coefficient(in_x, x * y),
        coefficient(in_x, y**2),
        sp.degree(in_x, y),
    )
    yield (
        "Then with respect to $y$: $2x + 6y = 14$. Now the other way around. "
        "First with respect to $y$: $x^2 + 6xy + 3y^2$",
        coefficient(mixed, x),
        coefficient(mixed, y),
        at(mixed, (1, 2)),
        sp.degree(in_y, x),
        coefficient(in_y, x * y),
        coefficient(in_y, y**2),
        sp.degree(in_y, y),
    )
    yield "Then with respect to $x$: $2x + 6y = 14$", coefficient(other, x), coefficient(other, y), at(other, (1, 2))
    yield "a function of $y$, it is 0", sp.diff(apart, x, y)
    yield (
        "polynomial both are 14 at $(1, 2)$",
        *(the_same(at(mixed, (1, 2)), at(other, (1, 2))), ..., ...),
    )
    yield "both orders give 14", the_same(at(mixed, (1, 2)), at(other, (1, 2)))
    yield "slope −0.259 at the point (1, 0.5)", bumps, ..., ...
    yield "point $(1, 0.5)$ they are equally steep: −0.259", ..., ..., bumps
    yield "At $(1, 0.5)$ it is −0.259", ..., ..., bumps


def when_the_order_matters():
    """When the order matters: slopes at the origin as limits along the axes."""
    along_x = sp.limit(sp.diff(PEANO, x), x, 0)
    along_y = sp.limit(sp.diff(PEANO, y), y, 0)
    on_axes = the_same(PEANO.subs(x, 0), PEANO.subs(y, 0))
    around = sp.simplify(PEANO.subs(POLAR))
    swing = sp.simplify(around / sp.sin(4 * phi))
    mixed = sp.simplify(sp.diff(PEANO, x, y).subs(POLAR))
    yield r"Peano, $$f(x, y) = \frac{x y (x^2 - y^2)}{x^2 + y^2}, \qquad f(0, 0) = 0 ,$$", *7 * [...]
    yield "where $x = 0$, this is $-y$. At the origin the slope along $x$ is 0", ..., sp.diff(PEANO.subs(y, 0), x)
    yield "because $f$ is 0", PEANO.subs(y, 0)
    yield "the result is −1", sp.diff(along_x, y)
    yield "with respect to $x$ is +1", sp.diff(along_y, x)
    yield "the origin are −1 and +1", sp.diff(along_x, y), sp.diff(along_y, x)
    yield "origin one order gives −1 and the other +1", sp.diff(along_x, y), sp.diff(along_y, x)
    yield "+1$$ $f(x, y) = x y (x^2 - y^2) / (x^2 + y^2)$ with $f(0, 0) = 0$", sp.diff(along_y, x), *7 * [...]
    yield "origin; it is 0", on_axes
    yield (
        "angle: +1 on the x axis, 0 at 45 degrees, −1",
        mixed.subs(phi, 0),
        mixed.subs(phi, sp.rad(45)),
        ...,
        mixed.subs(phi, sp.pi / 2),
    )
    yield (
        r"is $\frac{r^2}{4} \sin 4\varphi$: four hills, four hollows, and 0",
        sp.degree(swing, r),
        1 / swing.subs(r, 1),
        2 * sp.pi / sp.periodicity(around.subs(r, 1), phi),
        on_axes,
    )
    yield (
        "is −1 all the way, the other one along the $x$ axis, where it is +1",
        mixed.subs(phi, sp.pi / 2),
        mixed.subs(phi, 0),
    )


def _on_parabola(place):
    """1 on the parabola y = x² without its vertex, and 0 elsewhere."""
    return int(place[1] == place[0] ** 2 and place[0] != 0)


def two_quiet_axes():
    """What differentiable means: two quiet axes."""
    on_x, on_y = STAIRCASE.subs(y, 0), STAIRCASE.subs(x, 0)
    top, bottom = (part.subs(y, x**2) for part in sp.fraction(RIDGE))
    roads = [sp.limit(CREASED.subs(y, road), x, 0) for road in (0, x, x**2)]
    yield r"warning, $\frac{x^2 y}{x^2 + y^2}$", ..., ..., ...
    yield r"Take $f(x, y) = \frac{xy}{x^2 + y^2}$ with $f(0, 0) = 0$. On the $x$ axis it is 0", *5 * [...], on_x
    yield (
        "is 0, so both partial derivatives at the origin are 0",
        on_y,
        the_same(sp.diff(on_x, x), sp.diff(on_y, y)),
    )
    yield "still 0.5, and at the origin it is 0", sp.simplify(STAIRCASE.subs(y, x)), ...
    yield "all the way: 0", on_x
    yield "rays of height 0", the_same(on_x, on_y)
    yield "the height is 0", ...
    yield r"function $\frac{x^2 y}{x^4 + y^2}$, with 0", *4 * [...]
    yield (
        r"parabola $y = x^2$ it is $\frac{x^4}{2x^4} = \frac{1}{2}$",
        ...,
        sp.degree(top, x),
        sp.LC(bottom, x),
        sp.degree(bottom, x),
        top / bottom,
    )
    yield "roads lead to 0", the_same(*roads)
    yield "Two level lines at height 0, so both slopes are 0", on_x, the_same(sp.diff(on_x, x), sp.diff(on_y, y))
    yield "on the diagonal, the height is 0.5", sp.simplify(STAIRCASE.subs(y, x))
    yield (
        r"has two partial derivatives of 0 at the origin and jumps there: on the diagonal it is $\frac{1}{2}$",
        *(the_same(sp.diff(on_x, x), sp.diff(on_y, y)), sp.simplify(STAIRCASE.subs(y, x))),
    )


def what_differentiable_means():
    """What differentiable means."""
    on_axes = the_same(WEDGE.subs(x, 0), WEDGE.subs(y, 0))
    slopes = sp.diff(WEDGE.subs(y, 0), x), sp.diff(WEDGE.subs(x, 0), y)
    near = 2.0**-20
    slow = {_on_parabola((near * a, near * b)) / near for a, b in ((1, 0), (0, 1), (1, 1), (-3, 2), (2, 7))}
    yield r"$\vect{h}$, goes to 0 as $\vect{h}$ goes to $\vect{0}$", ..., ...
    yield "divided by the length of the step, goes to 0", ...
    yield r"is 0 on both axes, so its gradient at the origin, if there is one, is $(0, 0)^\T$", on_axes, *slopes
    yield (
        "function of topic 01 it stays at 0.3536 and for the network of ReLUs at 0.7071",
        *(..., toward_the_diagonal(CREASED), toward_the_diagonal(WEDGE)),
    )
    yield "of 35 or 71", *(100 * toward_the_diagonal(f) for f in (CREASED, WEDGE))
    yield "are 0, a program that measures them finds 0", *slopes
    yield "0.7071 toward $(1, 1)$", toward_the_diagonal(WEDGE), ..., ...
    yield "along one direction, $(1, 1)$. Where the quotient stays away from 0", ..., ..., ...
    yield "Where it goes to 0, nothing is decided", ...
    yield "forbids it, at 0", ...
    yield '-->|"not back: $x² \\sin(1', ...
    yield "a point are 0", ...
    yield "is 1 on the parabola $y = x^2$ without its vertex, and 0", ..., ..., ...
    yield "elsewhere, has slope 0", the_same(*slow)
