"""Linear approximation and the total differential, by SymPy."""

import math

import sympy as sp

from snippets.partial_derivatives_and_jacobians.numbers.several import HEIGHT, RAY, r, t, walk
from snippets.symbols import at, coefficient, gradient, x, y

h = sp.symbols("h", real=True)

TENTHS = (1, sp.Rational(1, 10), sp.Rational(1, 100))


def the_linear_approximation_and_the_total_differential():
    """The linear approximation and the total differential."""
    volume = sp.pi * r**2 * h
    here = {r: 3, h: 10}
    rise, lift = sp.Rational(1, 10), sp.Rational(2, 10)
    in_r, in_h = sp.diff(volume, r), sp.diff(volume, h)
    parts = in_r.subs(here) * rise, in_h.subs(here) * lift
    grown = [volume.subs({r: 3 + rise * s, h: 10 + lift * s}) - volume.subs(here) for s in TENTHS]
    gaps = [true - sum(parts) * s for true, s in zip(grown, TENTHS, strict=True)]
    yield "of 3 cm and a height of 10 cm. The radius grows by 0.1", ..., ..., ...
    yield "the height by 0.2", ...
    yield (
        r"is $V = \pi r^2 h$. A radius larger by 0.1, with $h$ fixed, adds about $2\pi r h \cdot 0.1 = 6\pi$",
        *(..., ..., in_r / (sp.pi * r * h), ..., parts[0] / sp.pi),
    )
    yield (
        r"by 0.2, with $r$ fixed, adds $\pi r^2 \cdot 0.2 = 1.8\pi$",
        *(..., sp.degree(in_h, r), ..., parts[1] / sp.pi),
    )
    yield r"that is $7.8\pi = 24.5$", sum(parts) / sp.pi, sum(parts)
    yield "true number is\n25.2", grown[0]
    yield "was: 0.697, 0.00692, 0.00007", *gaps


def one_line_for_three_answers():
    """The total differential with one thing and another held fixed."""
    east, _ = gradient(HEIGHT, (1, 2))
    circle = sp.diff(sp.sqrt(5 - x**2), x).subs(x, 1)
    yield "Take the height $z = x^2 + y^2$ again", ..., ...
    yield (
        r"In $\dd z = 2x\, \dd x + 2y\, \dd y$ at $(1, 2)$, fix $y$: $\dd y = 0$",
        *(coefficient(sp.diff(HEIGHT, v), v) for v in (x, y)),
        *3 * [...],
    )
    yield (
        r"and $\dd z = 2\, \dd x$. Fix the angle: $\dd y = 2\, \dd x$ and $\dd z = 10\, \dd x$",
        east,
        RAY,
        walk(HEIGHT, (1, 2), RAY),
    )
    yield r"circle $\dd y = -\frac{1}{2}\, \dd x$ and $\dd z = 0$", circle, walk(HEIGHT, (1, 2), circle)
    bowl = sp.expand(at(HEIGHT, (1 + t, 2 + t)) - at(HEIGHT, (1, 2)) - t * sum(gradient(HEIGHT, (1, 2))))
    yield r"is of order $\norm{\vect{h}}^2$", sp.degree(bowl, t)


def the_sides_of_a_rectangle():
    """Check yourself: the sides of a rectangle."""
    sides = 2, 5
    grow = [side * sp.Rational(1, 100) for side in sides]
    more = sides[1] * grow[0] + sides[0] * grow[1]
    area = math.prod(sides)
    yield "are 2 and 5, and each grows by 1", ..., ..., ...
    yield (
        r"About 2 percent: $\dd A = 5 \cdot 0.02 + 2 \cdot 0.05 = 0.2$, and 0.2 of 10",
        100 * more / area,
        *(sides[1], grow[0], sides[0], grow[1], more, more, area),
    )
    exact = math.prod(side + d for side, d in zip(sides, grow, strict=True))
    yield (
        "is 2 percent. In a product, relative changes add up. (Exactly: 2.01",
        100 * more / area,
        100 * (exact / area - 1),
    )
