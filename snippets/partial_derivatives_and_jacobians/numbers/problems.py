"""Practice problems, interview questions and takeaways: solved by SymPy, exponents measured."""

import math

import numpy as np
import sympy as sp
from scipy import special

from snippets.partial_derivatives_and_jacobians.numbers.layers import (
    Z,
    chain,
    normalized,
    softmax_slopes,
)
from snippets.partial_derivatives_and_jacobians.numbers.several import (
    HEIGHT,
    PEANO,
    POLAR,
    RAY,
    phi,
    r,
    the_same,
    walk,
)
from snippets.symbols import at, gradient, x, y

w, size = sp.symbols("w h", positive=True)


def a_jacobian_and_a_guess():
    """A Jacobian and a guess."""
    f = sp.Matrix([x * y, x**2 - y, sp.exp(y)])
    slopes = f.jacobian([x, y])
    here, start = at(slopes, (2, 0)), at(f, (2, 0))
    step = sp.Matrix([sp.Rational(1, 10), sp.Rational(1, 10)])
    there = 2 + step[0], step[1]
    yield r"Let $\vect{f}(x, y) = (xy,\; x^2 - y,\; \e^{y})^\T$", ...
    yield r"value at $(2, 0)$. Use it to approximate $\vect{f}(2.1, 0.1)$", *4 * [...]
    yield (
        r"shape $(3, 2)$, with the rows $(y,\, x)$, $(2x,\, -1)$ and $(0,\, \e^{y})$",
        *(*slopes.shape, slopes[1, 0] / x, slopes[1, 1], slopes[2, 0]),
    )
    yield "At $(2, 0)$ they are $(0, 2)$, $(4, -1)$ and $(0, 1)$", ..., ..., *here
    yield r"With $\vect{h} = (0.1, 0.1)^\T$ we get $\mat{J} \vect{h} = (0.2,\; 0.3,\; 0.1)^\T$", *step, *(here * step)
    yield (
        r"and $\vect{f}(2, 0) = (0, 4, 1)^\T$. So $\vect{f}(2.1, 0.1) \approx (0.2,\; 4.3,\; 1.1)^\T$",
        *(..., ..., *start, *there, *(start + here * step)),
    )
    yield r"is $(0.21,\; 4.31,\; 1.1052)^\T$", *at(f, there)


def how_far_off_can_it_be():
    """How far off can it be."""
    index = w / size**2
    here = {w: 70, size: sp.Rational(7, 4)}
    in_w, in_h = sp.diff(index, w), sp.diff(index, size)
    off = {w: 0.5, size: 0.01}
    parts = [abs(in_w.subs(here)) * off[w], abs(in_h.subs(here)) * off[size]]
    value = index.subs(here)
    yield "is $b = w / h^2$, with $w = 70$ kg, known to 0.5 kg, and $h = 1.75$ m, known to 0.01", *5 * [...]
    yield "$b = 70 / 3.0625 = 22.857$", here[w], here[size] ** 2, value
    yield (
        r"is $$\dd b = \frac{1}{h^2}\, \dd w - \frac{2w}{h^3}\, \dd h .$$",
        *(in_w.subs(size, 1), -_exponent(in_w), -in_h.subs({w: 1, size: 1}), -_exponent(in_h)),
    )
    yield (
        r"most $\frac{0.5}{3.0625} = 0.163$ and $\frac{140}{5.3594} \cdot 0.01 = 0.261$",
        *(off[w] / here[size] ** 2, parts[0], 2 * here[w] / sp.Float(round(float(here[size] ** 3), 4)), ..., parts[1]),
    )
    yield "to 0.424, so $b$ is between 22.4 and 23.3", sum(parts), value - sum(parts), value + sum(parts)
    yield "squared: 1 cm of 1.75 m is 0.57", 100 * off[size], ..., 100 * off[size] / here[size]


def _exponent(term):
    """Exponent of the height in a term."""
    return term.as_coeff_exponent(size)[1]


def softmax_of_two_logits():
    """Softmax of two logits."""
    slopes = sp.simplify(softmax_slopes(2).subs({Z[0]: sp.log(3), Z[1]: 0}))
    p = special.softmax([math.log(3), 0])
    u = sp.Matrix([1, 0])
    mean = np.dot(p, u)[0]
    above = [value - mean for value in u]
    back = slopes.T * u
    yield r"logits $(\ln 3,\, 0)$", ..., ...
    yield r"of $\vect{u} = (1, 0)^\T$", ..., ...
    yield r"so $\vect{p} = (0.75,\, 0.25)^\T$", *p
    yield (
        r"$0.75 \cdot 0.25 = 0.1875$, the other two $-0.1875$",
        *(*p, the_same(slopes[0, 0], slopes[1, 1]), the_same(slopes[0, 1], slopes[1, 0])),
    )
    yield (
        r"$\vect{p} \cdot \vect{u} = 0.75$, so the pull-back is "
        r"$(0.75 \cdot 0.25,\; 0.25 \cdot (-0.75))^\T = (0.1875,\, -0.1875)^\T$",
        *(mean, p[0], above[0], p[1], above[1], *back),
    )
    yield r"that $p_1 = \frac{1}{1 + \e^{-(z_1 - z_2)}}$", ..., ...
    yield "and 0.1875 is its slope, $p_1 (1 - p_1)$", sp.diff(1 / (1 + sp.exp(-x)), x).subs(x, sp.log(3)), ...


def another_hidden_ridge():
    """Another hidden ridge."""
    f = x * y**2 / (x**2 + y**4)
    yield r"Let $f(x, y) = \frac{x y^2}{x^2 + y^4}$ with $f(0, 0) = 0$", *6 * [...]
    a, b, t = sp.symbols("a b t", positive=True)
    rate = sp.limit(f.subs({x: t * a, y: t * b}) / t, t, 0)
    yield (
        r"for $t \to 0$ this goes to $\frac{b^2}{a}$ if $a \ne 0$. If $a = 0$, $f$ is 0",
        *(..., rate.as_coeff_exponent(b)[1], ..., ..., f.subs(x, 0)),
    )
    top, bottom = (part.subs(x, y**2) for part in sp.fraction(f))
    yield (
        r"parabola $x = y^2$ the value is $\frac{y^4}{2 y^4} = \frac{1}{2}$",
        *(..., sp.degree(top, y), sp.LC(bottom, y), sp.degree(bottom, y), top / bottom),
    )
    yield "where $f$ is 0", ...


def a_chain_in_polar_coordinates():
    """A chain in polar coordinates."""
    around = (x * y).subs(POLAR)
    slopes = [sp.simplify(sp.diff(around, v)) for v in (r, phi)]
    turn = {r: 2, phi: sp.pi / 6}
    frequency = 2 * sp.pi / sp.periodicity(around.subs(r, 1), phi)
    yield r"at $r = 2$, $\varphi = \frac{\pi}{6}$", ..., ...
    yield (
        r"(r \sin 2\varphi,\, r^2 \cos 2\varphi)",
        *(frequency, sp.degree(slopes[1], r), frequency),
    )
    yield r"$(2, \frac{\pi}{6})$ this is $(1.7321,\; 2)$", ..., ..., *(slope.subs(turn) for slope in slopes)


def ridge_regression():
    """Ridge regression."""
    inputs, targets = sp.Matrix([[1, 0], [1, 1]]), sp.Matrix([1, 3])
    weights = sp.Matrix([x, y])
    loss = sum(e**2 for e in inputs * weights - targets) / 2
    ridge = loss + (x**2 + y**2) / 2
    hessians = [sp.hessian(f, (x, y)) for f in (loss, ridge)]
    pull = -sp.Matrix(gradient(loss, (0, 0)))
    best = sp.solve([sp.diff(ridge, v) for v in (x, y)], [x, y])
    sums = hessians[1] * sp.Matrix([best[x], best[y]])
    yield (
        r"= \frac{1}{2} \norm{\mat{X} \vect{w} - \vect{y}}^2 + \frac{\lambda}{2} \norm{\vect{w}}^2$",
        *4 * [...],
    )
    yield r"its zero for $\lambda = 1$, $\mat{X}$ with rows $(1, 0)$", ..., ..., ...
    yield r"and $(1, 1)$, and $\vect{y} = (1, 3)^\T$", ..., ..., ..., ...
    yield (
        r"rows $(2, 1)$ and $(1, 1)$; with $\lambda$ added on the diagonal, $(3, 1)$ and $(1, 2)$",
        *(*hessians[0], *hessians[1]),
    )
    yield r"$\mat{X}^\T \vect{y} = (4, 3)^\T$", *pull
    yield r"is $\vect{w} = (1, 1)^\T$, for $3 + 1 = 4$ and $1 + 2 = 3$", best[x], best[y], *_summands(hessians[1], sums)


def _summands(matrix, sums):
    """Entries of each row, each row with its sum."""
    for i in range(2):
        yield from (*matrix.row(i), sums[i])


def warm_up_questions():
    """Interview questions: warm-up."""
    circle = sp.diff(sp.sqrt(5 - x**2), x).subs(x, 1)
    yield "Take $z = x^2 + y^2$ at $(1, 2)$", *4 * [...]
    yield (
        r"fixed, $\frac{\partial z}{\partial x} = 2$. With the distance from the origin fixed it is 0",
        *(walk(HEIGHT, (1, 2), 0), walk(HEIGHT, (1, 2), circle)),
    )
    yield "fixed it is 10", walk(HEIGHT, (1, 2), RAY)
    yield "moves at rate 1", ...
    yield "at $t = 0$", ...


def screen_questions():
    """Interview questions: screen."""
    p = special.softmax([2, 1, 0])
    slopes = softmax_slopes(3).subs(dict(zip(Z, (2, 1, 0), strict=False))).evalf()
    up = np.exp([2, 1, 0])
    total = sum(up)
    yield (
        "gives −1, the other order +1",
        sp.diff(sp.limit(sp.diff(PEANO, x), x, 0), y),
        sp.diff(sp.limit(sp.diff(PEANO, y), y, 0), x),
    )
    yield (
        r"\e^{z_i}}{S^2} &= p_i - p_i^2, \\ -\frac{\e^{z_i} \e^{z_j}}{S^2",
        math.log((up[0] * total - up[0] ** 2) / slopes[0, 0], total),
        math.log(p[0] - slopes[0, 0], p[0]),
        math.log(up[0] * up[1] / -slopes[0, 1], total),
    )
    yield "its rows sum to 0", round(float(max(abs(sum(slopes.row(i))) for i in range(3))), 12)
    yield r"For widths $512 \to 512 \to 512 \to 1$", *4 * [...]
    yield "is 524,288 against 134", chain("output"), chain("input") / 1e6
    width = sp.symbols("n")
    row, matrix = 1 * width * width, width * width * width  # shapes (1, n) and (n, n), times (n, n)
    yield "take $n^2$ multiplications each. Begun at the inputs, the first products", sp.degree(row, width)
    yield "are matrix times matrix and take $n^3$", sp.degree(matrix, width)


def on_site_questions():
    """Interview questions: on-site; the steps to layer normalization measured at a vector without a pattern."""
    place = (1, 0, 3, 7)
    n, mean = len(place), sp.Rational(sum(place), len(place))
    centered = [value - mean for value in place]
    values, slopes = normalized(place)
    spread = centered[0] / values[0]
    grows = sp.diff(sp.sqrt(sum((z - sum(Z) / n) ** 2 for z in Z) / n), Z[0]).subs(dict(zip(Z, place, strict=True)))
    yield r"\norm{\vect{h}}$ goes to 0", ...
    yield r"necessary: $x^2 \sin(1/x)$, with 0 at 0", *4 * [...]
    yield "derivative is not continuous at 0", ...
    yield r"and $s^2 = \frac{1}{n}\norm{\vect{c}}^2 + \varepsilon$", ..., ..., ...
    yield r"$\vect{y}$ sums to 0", sum(values)
    yield r"$\dd s = \frac{1", sp.simplify(grows * n * spread / centered[0])
    yield (
        r"\tfrac{1}{n}\vect{1}\vect{1}^\T \right) \dd\vect{x}, \\ \dd s &= \tfrac{1",
        *(-n * sp.diff(Z[0] - sum(Z) / n, Z[1]), ..., ..., sp.simplify(grows * n * spread / centered[0])),
    )
    yield (
        r"\tfrac{1}{n}\, \vect{y} \cdot \dd\vect{x}, \\ \dd\vect{y} &= \tfrac{1",
        *(sp.simplify(grows * n / values[0]), ...),
    )
    yield (
        r"So $\mat{J} = \frac{1",
        sp.simplify(slopes[0, 1] * spread / (-sp.Rational(1, n) - values[0] * values[1] / n)),
    )
    yield r"\frac{1}{n}\vect{1}\vect{1}^\T - \frac{1", *4 * [...]
    yield r"and, for $\varepsilon = 0$", ...


def key_takeaways():
    """Key takeaways."""
    yield "area. Where it is 0", ...
    yield r"Normalization, for $\varepsilon = 0$", ...
