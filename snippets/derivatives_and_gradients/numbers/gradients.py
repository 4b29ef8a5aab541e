"""The middle of the page: several variables; gradients come from SymPy, slopes along directions from walking there."""

import math

import sympy as sp

from snippets.symbols import at, coefficient, gradient, x, y

t = sp.symbols("t")

HILL = 4 - x**2 / 4 - y**2
POLYNOMIAL = x**2 * y + 3 * x * y**2 + y**3
BOWL = x**2 + y**2
CREASED = x**2 * y / (x**2 + y**2)
HERE = (1, 2)


def walked(f, place, direction):
    """Return the slope of f in a direction, walked along a straight line at speed 1.

    >>> walked(BOWL, (0, 1), (0, 5))
    2
    """
    length = sp.sqrt(sum(sp.Integer(part) ** 2 for part in direction))
    line = at(f, [start + t * part / length for start, part in zip(place, direction, strict=True)])
    return sp.limit(sp.diff(line, t), t, 0)


def length(vector):
    """Return the length of a vector.

    >>> length([3, 4])
    5
    """
    return sp.sqrt(sum(sp.sympify(part) ** 2 for part in vector))


def partial_derivatives():
    """Partial derivatives: hold the others fixed."""
    hill = r"4 - \frac{x^2}{4} - y^2$"
    yield rf"Let the hill have the height $f(x, y) = {hill}", ..., ..., ..., ...
    yield "at $(-2, 1)$, at height 2. Walking *east*, $y$ stays 1", ..., ..., at(HILL, (-2, 1)), ...
    yield r"Along that walk the height is $3 - \frac{x^2}{4}$", at(HILL, (0, 1)), 2, -1 / coefficient(HILL, x**2)
    east, north = gradient(HILL, (-2, 1))
    yield "at $x = -2$ that is $+1$", ..., east
    yield "Walking *north*, $x$ stays −2", ...
    yield (
        "The height is $3 - y^2$ with slope $-2y$: at $y = 1$ that is $-2$",
        at(HILL, (-2, 0)),
        2,
        at(sp.diff(HILL, y), (0, 1)),
        ...,
        north,
    )
    yield "through the point (−2, 1)", ..., ...
    yield "has slope +1 at the point, the cut to the north has slope −2", east, north
    yield "**A first example.** $f(x, y) = 3x + 4y$", ..., ...
    yield r"so $\frac{\partial f}{\partial x} = 3$", sp.diff(3 * x + 4 * y, x)
    yield r"$\frac{\partial f}{\partial y} = 4$. The surface", sp.diff(3 * x + 4 * y, y)
    yield "**A second example.** $f(x, y) = x^2 y + 3 x y^2 + y^3$", ..., ..., ..., ...
    yield "read it as you would read a 5", ...
    yield "At $(1, 2)$ the first is", ..., ...
    yield r"4 = 16$ and the second", gradient(POLYNOMIAL, HERE)[0] / 4, gradient(POLYNOMIAL, HERE)[0]
    yield "4 = 25$. In a program", 4, gradient(POLYNOMIAL, HERE)[1]
    yield "weight 17 answers: *how does the loss change if weight 17 moves", ..., ...
    yield "∂/∂x of x²y + 3xy² + y³", ...
    yield "∂/∂y of x²y + 3xy² + y³", ...


def the_gradient():
    """The gradient: all partials in one vector."""
    east, north = gradient(BOWL, HERE)
    yield "We stand at $(1, 2)$ in the round bowl $f(x, y) = x^2 + y^2$", ..., ..., ..., ...
    yield "the slope is $2x = 2$, to the north it is $2y = 4$", east, east, 2, north
    yield "The point above (1, 2) is marked at height 5", ..., ..., at(BOWL, HERE)
    yield "The point $(1, 2)$ lies on the circle of height 5", ..., ..., at(BOWL, HERE)
    yield r"leads to $(1 + \frac{t}{\sqrt{2}},\; 2 + \frac{t}{\sqrt{2}})$", ..., length((1, 1)) ** 2, ..., 2
    yield "of $f$ along it, at $t = 0$", ...
    yield r"\frac{4}{\sqrt{2}} = 4.24$. That is more than 4", north, 2, walked(BOWL, HERE, (1, 1)), north
    yield "has something to do with the numbers 2 and 4", east, north
    yield r"For the bowl, $\nabla f(x, y) = (2x, 2y)^\T$", *gradient(BOWL, (1, 1))
    yield r"At $(1, 2)$ it is $(2, 4)^\T$, its length is", ..., ..., east, north
    yield r"2\sqrt{5} = 4.4721$, and the direction", 2, 5, length((east, north))
    unit = [part / length((east, north)) for part in (east, north)]
    yield r"$\frac{1}{\sqrt{20}} (2, 4)^\T = (0.4472, 0.8944)^\T$", 1, length((east, north)) ** 2, east, north, *unit
    yield "At (1, 2) the arrow (2, 4)", ..., ..., east, north
    yield "right angle on the circle of height 5", at(BOWL, HERE)
    yield r"the left side is 0, so $\nabla f \cdot \vect{r}' = 0$", 0, walked(BOWL, HERE, (-2, 1))
    yield (
        r"for $x^2 + y^2$ at $(1, 2)$ | 2 in $x$; 4 in $y$ | $(2, 4)^\T$",
        ...,
        ...,
        ...,
        ...,
        east,
        north,
        east,
        north,
    )
    yield r"= \nabla f \cdot (1, 0)^\T$", ..., ...
    yield "the gradient at a point is (0, −3)", ..., ...
    yield "at a rate of 3 per unit", length((0, -3))


def directional_derivatives():
    """Directional derivative: the slope in any direction."""
    east, north = gradient(BOWL, HERE)
    steepest, northeast = length((east, north)), walked(BOWL, HERE, (1, 1))
    yield "To the northeast we found 4.24 by hand", northeast
    yield r"with respect to $t$ at $t = 0$. The condition $\norm{\vect{u}} = 1$", ..., ...
    yield r"that is, with $\vect{u} = \frac{1}{\sqrt{2}} (1, 1)^\T$", ..., length((1, 1)) ** 2, ..., ...
    yield r"\frac{2 \cdot 1 + 4 \cdot 1}{\sqrt{2}} = 3\sqrt{2} = 4.2426", east, 1, north, 1, 2, 3, 2, northeast
    yield r"The length of $\vect{u}$ is 1", ...
    yield "by 10°, by 40°, by 80°", ..., ..., ...
    yield "x squared plus y squared at (1, 2) against", ..., ...
    yield "Its maximum 2 root 5 is at angle 0", 2, (steepest / 2) ** 2, ...
    right_angle = sp.deg(sp.acos(-2 * east + north))
    yield "it is 0 at 90 degrees to either side", walked(BOWL, HERE, (-2, 1)), right_angle
    yield "In the direction (1, 1) the slope is 3 root 2", ..., ..., northeast / sp.sqrt(2), 2
    yield "its minimum −2 root 5 at 180 degrees", walked(BOWL, HERE, (-1, -2)) / sp.sqrt(5), 5, sp.deg(sp.acos(-1))
    yield "All directions in one curve, here at $(1, 2)$", ..., ...
    yield "At ±90° we set out", right_angle
    yield "The cosine is at most 1, and it is 1 only at angle 0", sp.cos(0), sp.cos(0), sp.acos(1)
    yield "the slope is 0 at right angles", walked(BOWL, HERE, (2, -1))
    angle = math.degrees(math.atan2(2, 1) - math.atan2(1, 1))
    yield "At $(1, 2)$ the angle between the gradient and $(1, 1)$ is 18.4°", ..., ..., ..., ..., angle
    yield r"$4.4721 \cdot \cos 18.4° = 4.24$", steepest, angle, steepest * math.cos(math.radians(angle))
    yield "Two numbers, 2 and 4, know all six answers", east, north
    yield "Why the arrow must have length 1", ...
    yield (
        r"is 4.24 for the arrow of length 1, 6 for $(1, 1)^\T$ of length $\sqrt{2}$",
        *((northeast, ..., east + north, ..., ..., length((1, 1)) ** 2)),
    )
    yield "and 8.49 for the arrow of length 2", 2 * northeast, ...
    yield "three arrows from (1, 2) in the same direction with lengths 1, root 2 and 2", ..., ..., ..., ..., ...
    yield (
        "from 4.24 to 6.00 and 8.49, while the slope stays at 3 root 2",
        *((northeast, east + north, 2 * northeast, northeast / sp.sqrt(2), 2)),
    )
    yield "where the two lines meet: at length 1", ...
    yield r"Take $f(x, y) = \frac{x^2 y}{x^2 + y^2}$ with $f(0, 0) = 0$", ..., ..., ..., ..., ..., ...
    yield (
        "On both axes $f$ is 0, so both partial derivatives at the origin are 0",
        *(
            (
                at(CREASED, (1, 0)) + at(CREASED, (0, 1)),
                sp.diff(at(CREASED, (t, 0)), t) + sp.diff(at(CREASED, (0, t)), t),
            )
        ),
    )
    axes = [sp.diff(at(CREASED, axis), t) for axis in ((t, 0), (0, t))]
    yield r"$\nabla f \cdot \vect{u}$ is 0 for every direction", sum(map(abs, axes))
    slope = walked(CREASED, (0, 0), (1, 1))
    yield (
        r"$f(t/\sqrt{2},\, t/\sqrt{2}) = \frac{t}{2\sqrt{2}}$, a slope of 0.3536",
        2,
        2,
        *(1 / slope / sp.sqrt(2), 2, slope),
    )
    yield "Check yourself: at (1, 2), in which directions", ..., ...
    yield (
        r"At right angles to $(2, 4)$: along $(-2, 1)$ and $(2, -1)$",
        east,
        north,
        -north / 2,
        east / 2,
        north / 2,
        -east / 2,
    )
    yield r"each divided by $\sqrt{5}$", length((-2, 1)) ** 2
    yield "tangent to the circle through $(1, 2)$", ..., ...


def shapes():
    """Gradient, Jacobian, Hessian."""
    hessian = at(sp.hessian(POLYNOMIAL, (x, y)), HERE)
    yield "a gradient of shape n by 1", ...
    yield "which for m = 1 is the transposed gradient", ...
    yield "gradient $∇f(x)$<br/>shape $(n, 1", ...
    yield "n$ inputs<br/>instead of 1", ...
    yield "m$ outputs instead of 1<br/>(with $m = 1$: $J", ..., ...
    yield "with a single output the Jacobian is the transposed gradient, a row of shape $(1, n)$", ...
    yield r"| $\partial^2 f / \partial x_j \partial x_i$ |", ...
    yield r"written $\frac{\partial^2 f}{\partial x_j\, \partial x_i}$", ...
    in_x, in_y = sp.diff(POLYNOMIAL, x), sp.diff(POLYNOMIAL, y)
    xy, yy = (coefficient(in_x, term) for term in (x * y, y**2))
    yield r"has the gradient $(2xy + 3y^2,\;", xy, yy, 2
    xy, yy = (coefficient(in_y, term) for term in (x * y, y**2))
    yield r"x^2 + 6xy + 3y^2)^\T$, so the rows", 2, xy, yy, 2
    xx, mixed, yy = sp.diff(in_x, x), sp.diff(in_x, y), sp.diff(in_y, y)
    first, second = ([coefficient(f, variable) for variable in (x, y)] for f in (mixed, yy))
    yield r"$(2y,\, 2x + 6y)$ and $(2x + 6y,\, 6x + 6y)$: at", coefficient(xx, y), *first, *first, *second
    yield "at $(1, 2)$, $(4, 14)$ and", ..., ..., *hessian[:2]
    yield "$(4, 14)$ and $(14, 18)$. Measured", *hessian
    yield "a layer maps 512 numbers to 10", ..., ...
    yield "A Jacobian of shape $(10, 512)$ with 5,120 entries", ..., ..., 10 * 512
    yield "maps 10 numbers to 1 and has a gradient with 10", ..., ..., ...
