"""Chains and paths: rates by SymPy, paths and edges counted one by one with an adjacency matrix."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import sympy as sp

x, y, u, v, h = sp.symbols("x y u v h", positive=True)

DIGITS = [784, 1000, 200, 10]
PER_SECOND = 10**9


def weights(sizes):
    """Return how many weights stand between layers of these sizes.

    >>> weights([2, 3, 1])
    9
    """
    return sum(n * m for n, m in pairwise(sizes))


def backward_products(sizes):
    """Return the multiplications for all weight gradients: δ aᵀ everywhere, and Wᵀ δ above the first layer.

    >>> backward_products([2, 3, 1])
    12
    """
    return weights(sizes) + weights(sizes[1:])


def paths(sizes):
    """Return how many paths lead from the first layer to the last, by powers of the graph's adjacency matrix.

    >>> paths([2, 3, 1])
    6
    """
    first = np.cumsum([0, *sizes]).tolist()
    A = np.zeros((first[-1], first[-1]), dtype=object)
    for k in range(len(sizes) - 1):
        A[first[k] : first[k + 1], first[k + 1] : first[k + 2]] = 1
    walks = np.zeros(first[-1], dtype=object)
    walks[: sizes[0]] = 1
    for _ in range(len(sizes) - 1):
        walks = walks @ A
    return int(sum(walks[first[-2] :]))


def slope(f, variable, place):
    """Return the derivative of an expression at a place.

    >>> slope(x**2, x, 3)
    6
    """
    return sp.diff(f, variable).subs(variable, place)


def the_opening_question():
    """The front page."""
    yield "takes 784 pixels, passes them through layers of 1,000 and 200", ..., ..., ...
    yield "with 10 numbers. Between the layers stand 986,000", ..., weights(DIGITS)
    yield "is multiplied once: 986,000", weights(DIGITS)
    yield "at that rate, 32", round(2 * weights(DIGITS) ** 2 / PER_SECOND / 60)
    yield "all 986,000 derivatives with 1,188,000", weights(DIGITS), backward_products(DIGITS)
    yield "multiplications. That is 1.2", backward_products(DIGITS) / weights(DIGITS)


def rates_multiply():
    """Rates multiply."""
    rise, colder = 4, sp.Rational(65, 10_000)
    yield "balloon rises at 4", ...
    yield "standard atmosphere by 0.0065", ...
    yield "gains 4 meters, and each of them costs 0.0065", rise, colder
    yield r"$$-0.0065\ \tfrac{°\text{C}}{\text{m}} \cdot 4", -colder, rise
    yield r"4\ \tfrac{\text{m}}{\text{s}} = -0.026", rise, -rise * colder
    inner, outer = 3 * x**2 + 1, sp.sqrt(u)
    arrived = inner.subs(x, 1)
    by_x, by_u, whole = slope(inner, x, 1), slope(outer, u, arrived), slope(sp.sqrt(inner), x, 1)
    yield "with $u = 3x^2 + 1$, at $x = 1$. There $u = 4$ and $y = 2$", ..., ..., ..., ..., arrived, sp.sqrt(arrived)
    yield r"to 6, the second to $\frac{1}{4}$, and their product to $\frac{3}{2}$", by_x, by_u, whole
    yield "= 3x squared + 1 with a tangent of slope 6 at x = 1. A run of 0.5", ..., ..., by_x, ..., ...
    yield "a rise of 3", by_x * Fraction(1, 2)
    yield "= 4. The run there is the 3 from the left, and the rise is 0.75", arrived, by_x / 2, whole / 2
    yield "run 0.5 to the rise 0.75", ..., whole / 2
    yield "at $u = 4$, not at 1", arrived, ...
    yield r"write $\sqrt{3x^2 + 1}$", ..., ..., ...
    yield "value at $x = 1$", ...
    link = 3 * u + 1
    yield r"| $u = x^2$ | 1 | $\frac{\dd u}{\dd x} = 2x$ | 2", ..., 1**2, slope(x**2, x, 1), slope(x**2, x, 1)
    yield r"| $v = 3u + 1$ | 4 | $\frac{\dd v}{\dd u} = 3$ | 3", ..., ..., link.subs(u, 1), slope(link, u, 1), 3
    yield (
        r"| 2 | $\frac{\dd y}{\dd v} = \frac{1}{2\sqrt{v}}$ | $\frac{1}{4}$",
        sp.sqrt(link.subs(u, 1)),
        ...,
        1 / (sp.diff(sp.sqrt(v), v) * sp.sqrt(v)),
        slope(sp.sqrt(v), v, 4),
    )
    factors = [slope(x**2, x, 1), slope(link, u, 1), slope(sp.sqrt(v), v, 4)]
    forward = [factors[0], factors[0] * factors[1], factors[0] * factors[1] * factors[2]]
    backward = [factors[2], factors[1] * factors[2], forward[2]]
    yield "products 2, 6, 1.5", *forward
    yield "moves*: 0.25, 0.75, 1.5", *backward
    nested = sp.log(sp.cos(x**2))
    z = sp.symbols("z", real=True)
    yield (
        r"= 0? The slopes are $\frac{1}{u} = 1$, $-\sin v = 0$ and $2x = 0$",
        ...,
        ...,
        1 / sp.cos(0),
        -sp.sin(0),
        ...,
        slope(z**2, z, 0),
    )
    tangent = sp.simplify(sp.diff(nested, x) / (x * sp.tan(x**2)))
    yield r"is 0. Two links are flat at once. For other $x$ it is $-2x \tan(x^2)$", slope(nested, x, 0), tangent, ...
    yield r"as $\cos(x^2) > 0$", ..., ...


def why_rates_multiply():
    """Rates multiply: why it is true."""
    inner = 3 * x**2 + 1
    moved = sp.Poly(sp.expand(inner.subs(x, 1 + h) - inner.subs(x, 1)), h)
    first, square = moved.coeff_monomial(h), moved.coeff_monomial(h**2)
    tenth, small = sp.Rational(1, 100), sp.Rational(1, 1000)
    root = slope(sp.sqrt(u), u, inner.subs(x, 1))
    movement = moved.eval(tenth)
    yield r"$\Delta u$ is 0", ...
    yield (
        "With $h = 0.01$ the error is 0.0003, with $h = 0.001$ it is 0.000003",
        (...),
        square * tenth**2,
        ...,
        square * small**2,
    )
    yield r"it: $\Delta y = \frac{1}{4}\,\Delta u$", root
    yield (
        r"&= \tfrac{1}{4}\,(6h + 3h^2) + \text{error} \\ &= \tfrac{3}{2}",
        root,
        first,
        square,
        ...,
        root * first,
    )
    yield r"h + \tfrac{3}{4}\, h^2", root * square, ...
    yield r"With $h = 0.01$: $\Delta u = 0.0603$, a quarter of it is 0.015075", ..., movement, root * movement
    yield (
        r"by 0.015019. Of the three parts of $\Delta y$ only the first, 0.015",
        sp.sqrt(4 + movement) - 2,
        root * first * tenth,
    )
    yield "it may be 0", ...
    yield "$x$, which is 1", slope(x, x, 1)
    yield "slope 4 at $x = 2$ and takes it to 4", slope(x**2, x, 2), ..., 2**2
    yield r"the slope $\frac{1}{4}$ at 4", slope(sp.sqrt(u), u, 2**2), 2**2
    flat = sp.Symbol("flat", real=True)
    yield "at 0, since the square is flat at 0", *sp.solve(sp.diff(flat**2, flat)) * 2
    yield "slope 0.25 leave nothing that counts. Fifty of slope 1.1", ..., ...


def four_lines():
    """Several paths: the corner that vanishes, four lines, and partial derivatives that do not suffice."""
    area = (5 + h) * (3 + 2 * h)
    strips = slope(area, h, 0) * h
    rate = sp.simplify((area - 15 - strips) / h)
    yield (
        "is 0.2 cm²/s for a tenth of a second and 0.02",
        rate.subs(h, Fraction(1, 10)),
        rate.subs(h, Fraction(1, 100)),
    )
    yield "it goes to 0", sp.limit(rate, h, 0)
    yield "By 1", ...
    yield "Put 1 into 2", ..., ...
    yield "Line 2", ...
    f = u * v**2 / (u**2 + v**2)
    on_axes = [sp.simplify(f.subs(v, 0)), sp.limit(f, u, 0)]
    assert on_axes == [0, 0]
    yield (
        r"Take $f(u, v) = \frac{u v^2}{u^2 + v^2}$, and 0 at the origin. On both axes it is 0",
        *(...,) * 4,
        on_axes[0],
    )
    tied = sp.simplify(f.subs({u: x, v: x}))
    yield r"are 0. Now let $u = x$ and $v = x$. Then $f = \frac{x}{2}$", on_axes[1], x / tied
    yield r"rate $\frac{1}{2}$, where the sum promises 0", sp.diff(tied, x), sum(on_axes)


def several_paths():
    """Several paths: rates add up."""
    p, q, seconds = 5, 3, Fraction(1, 10)
    yield "sides $p = 5$ cm and $q = 3$ cm. $p$ grows by 1 cm/s, $q$ by 2", ..., ..., ..., ...
    yield "has grown by 0.2", 2 * seconds
    yield "has grown by 0.1", 1 * seconds
    corner = 2 * seconds * seconds
    yield "corner there are 0.02", (p + seconds) * (q + 2 * seconds) - p * q - p * 2 * seconds - q * seconds
    yield "of 5 by 3 with a strip of 1", p, q, p * 2 * seconds
    yield "of 0.3 on its right side, and a small square of 0.02", q * seconds, corner
    yield "through $p$, together 13", slope((5 + x) * (3 + 2 * x), x, 0)
    f, place = (x + y) * x**2, {x: 2, y: 1}
    sums, square, value = (expression.subs(place) for expression in (x + y, x**2, f))
    by_x, by_y = (sp.diff(f, variable).subs(place) for variable in (x, y))
    yield (
        "us: $f(x, y) = (x + y) \\cdot x^2$ at $x = 2$, $y = 1$. We name the pieces, $u = x + y = 3$",
        ...,
        ...,
        ...,
        sums,
    )
    yield "and $v = x^2 = 4$, so $f = uv = 12$", ..., square, value
    yield "at x = 2, y = 1", ..., ...
    yield "= 4 leads to u, and from there branches with rate 1", square, sp.diff(x + y, x)
    yield "= 3 leads to v, and from there a branch with the rate 2x = 4", sums, sp.diff(x**2, x) / x, slope(x**2, x, 2)
    yield "are 4 for x through u, 4 for y through u, and 12", square, by_y, by_x - square
    yield '= 12$"] -->|"$∂f/∂u = v = 4$"| u["$u = x + y = 3$"] f -->|"$∂f/∂v = u = 3', value, square, sums, sums
    yield '= 4$"] u -->|"$∂u/∂y = 1$"| y["$y$:<br/>$4·1 = 4$"] u -->|"$∂u/∂x = 1', square, 1, square, 1, by_y, 1
    yield "= 2x = 4", 2, slope(x**2, x, 2)
    yield "first way<br/>$4·1 = 4", square, 1, square
    yield "second way<br/>$3·4 = 12", sums, square, by_x - square
    expanded = sp.Poly(sp.expand(f), x, y)
    yield (
        r"so $\frac{\partial f}{\partial y} = 4$. Multiplied out, $f = x^3 + x^2 y$, and indeed $3x^2 + 2xy = 16$",
        by_y,
        sp.degree(expanded, x),
        ...,
        expanded.diff(x).coeff_monomial(x**2),
        ...,
        expanded.diff(x).coeff_monomial(x * y),
        by_x,
    )
    yield "and $x^2 = 4$", ..., by_y
    product = x**2 * x**3
    yield (
        r"= 1? Two. Through $a$: $b \cdot 2x = 2$. Through $b$: $a \cdot 3x^2 = 3$",
        ...,
        slope(x**2, x, 1),
        slope(x**2, x, 1),
        slope(x**3, x, 1),
        ...,
        slope(x**3, x, 1),
    )
    yield "Together 5, which is the slope of $x^5$ at 1", slope(product, x, 1), sp.degree(product, x), ...


def total_and_partial():
    """Total and partial derivative."""
    moving = (x + 1) * x**2
    held = slope(3 * x**2, x, 2)
    yield r"at $f = u \cdot x^2$ with $u = x + 1$ (we keep $y = 1$), at $x = 2$", ..., ..., ..., ...
    yield "at 3, the function is $3x^2$ and its slope is $6x = 12$", 2 + 1, 3, ..., slope(3 * x**2, x, 1), held
    yield r"is $(x + 1)\, x^2$ and its slope is 16", ..., ..., slope(moving, x, 2)
    yield "(2, 3), one horizontal with u held at 3", ..., 2 + 1, 2 + 1
    yield (
        "+ 1. Right, the heights along both walks, with slopes 12 and 16 at x = 2",
        ...,
        held,
        slope(moving, x, 2),
        ...,
    )
    yield "the partial derivative 12", held
    yield "the total derivative 16", slope(moving, x, 2)
    yield r"weight, $\frac{1}{2}(wx - t)^2 + \frac{1}{2} w^2$", ..., ..., ..., ...


def the_sum_over_all_paths():
    """Sum over all paths."""
    five = [3] * 5
    yield "two of the 243", paths(five)
    yield "than 10 to the 9 at 20", 10, (1, np.log10(paths([3] * 20))), ...
    yield "edges stays below 200", (weights([3] * 20), 1.2 * weights([3] * 20))
    yield "of 243. They are all different, but they are made of the same 36", paths(five), weights(five)
    billions = paths([*DIGITS, 1]) / 10**9
    yield "network has 1.6", billions
    yield "whole difference between 1.6", billions
