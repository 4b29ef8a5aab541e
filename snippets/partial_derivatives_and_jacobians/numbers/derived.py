"""What lessons derive step by step: targets that stand still, corners, estimates, parameters inside; by SymPy."""

import math

import numpy as np
import sympy as sp
from scipy import optimize, special

from snippets.partial_derivatives_and_jacobians.numbers.layers import SPREAD, Z
from snippets.partial_derivatives_and_jacobians.numbers.maps import AROUND, BEND, SLOPES, TURN
from snippets.partial_derivatives_and_jacobians.numbers.several import BYTES, the_same
from snippets.partial_derivatives_and_jacobians.products import chain_cost, cheapest_cost
from snippets.symbols import at, x, y

w, v, c, h, r = sp.symbols("w v c h r", positive=True)
a, b = sp.symbols("a b", real=True)


def what_a_loss_holds_fixed():
    """What a loss holds fixed: v stands still in the target, w moves."""
    share, place = sp.Rational(9, 10), {w: 5, v: 5}
    target = 1 + share * v
    error = w - target
    whole = error.subs(v, w)
    yield "number 1 to another state with the number 1, and gets a reward of 1", ..., ..., ...
    yield (
        r"error $e = w - (1 + 0.9\,w)$ is squared. At $w = 5$ the target is 5.5",
        *(target.coeff(v, 0), share, place[w], target.subs(place)),
    )
    yield "and the error −0.5", error.subs(place)
    yield "the slope of $e^2$", ...
    yield r"$\frac{\partial e}{\partial w}$ is 1", sp.diff(error, w)
    yield (
        "and the slope is\n$2 \\cdot (-0.5) \\cdot 1 = -1$",
        *(2, error.subs(place), sp.diff(error, w)),
        sp.diff(error**2, w).subs(place),
    )
    yield (
        r"is $2 \cdot (-0.5) \cdot 0.1 = -0.1$",
        *(2, whole.subs(place), sp.diff(whole, w)),
        sp.diff(whole**2, w).subs(place),
    )
    yield "Learning*, second edition, 2018", ...
    yield (
        r"\frac{\partial f}{\partial x}(1, 2)$, or at a bar, $\frac{\partial f}{\partial x} \big|_{(1, 2)}$",
        *4 * [...],
    )


def not_a_fraction():
    """Not a fraction: a gas."""
    p, volume, t = sp.symbols("p V T", positive=True)
    around = [sp.diff(t / volume, volume), sp.diff(t / p, t), sp.diff(p * volume, p)]
    product = sp.simplify(math.prod(around).subs(t, p * volume))
    yield (
        r"_{T} = -\frac{T}{V^2}$, then $\left( \frac{\partial V}{\partial T} \right)_{p} = \frac{1}{p}$",
        -around[0].as_coeff_exponent(volume)[1],
        around[1] * p,
    )
    yield "it would be 1", ...
    yield r"is $-\frac{T}{V^2} \cdot \frac{1}{p} \cdot V = -\frac{T}{pV} = -1$", ..., ..., product
    yield "is $-T/V^2$. At fixed $p$ it is 0", -around[0].as_coeff_exponent(volume)[1], sp.diff(p, volume)


def four_corners():
    """Four corners: of a product, and of any function by the mean value theorem."""
    corners = [(x * y).subs({x: i * h, y: j * h}) for i, j in ((1, 1), (-1, 1), (1, -1), (-1, -1))]
    square = (2 * h) ** 2
    signed = corners[0] - corners[1] - corners[2] + corners[3]
    yield "values $h^2$, $-h^2$, $-h^2$ and $h^2$", *4 * [the_same(*(sp.degree(corner, h) for corner in corners))]
    yield "square that is 1", sp.simplify(signed / square)
    yield "at the rate 1", sp.diff(x * y, x, y)
    yield r"= 2h\, g'(\xi) \\ g'(\xi) &= f_x(\xi, y + h) - f_x(\xi, y - h) \\ &= 2", *2 * [(x + h - (x - h)) / h]
    yield r"So $S = 4h^2 f_{xy}(\xi, \eta)$", square / h**2, ...
    yield r"is $4h^2 f_{yx}(\xi', \eta')$", square / h**2, ...


def what_two_changes_do_together():
    """What two changes do together."""
    loss = (x * y - 1) ** 2 / 2
    start, half = 2, sp.Rational(1, 2)
    one, both = (start - half, start), (start - half, start - half)
    falls = [at(loss, (start, start)) - at(loss, place) for place in (one, both)]
    middle = at(sp.diff(loss, x, y), (sp.Rational(7, 4), sp.Rational(7, 4)))
    yield r"loss $L = \frac{1}{2} (w_1 w_2 - 1)^2$ of two weights in a row, at $(2, 2)$", *5 * [...]
    yield "of them by 0.5", ...
    yield "by 2.5. Both together do not lower it by 5, but by 3.71875", falls[0], 2 * falls[0], falls[1]
    yield "What is missing, 1.28125", 2 * falls[0] - falls[1]
    yield "square, 5.125, times its area, 0.25", the_same(middle, (2 * falls[0] - falls[1]) / half**2), half**2


def which_step():
    """Which step: truncation of order h², rounding of order u/h²."""
    roundoff = np.finfo(float).eps / 2
    meeting = optimize.brentq(lambda t: t**2 - roundoff / t**2, 1e-6, 1e-2)
    yield "takes $h = 10^{-4}$", ...
    yield "found steps near $10^{-5}$", 10.0 ** round(math.log10(np.cbrt(3 * roundoff)))
    yield "$4h^2$, not by $2h$", ..., ..., ...
    yield "to $10^{-3}$ the error falls like $h^2$", ..., ...
    yield "the error. Below $10^{-4}$", ...
    yield "off by about $10^{-16}$", 10.0 ** math.floor(math.log10(roundoff))
    yield (
        "near $h = 10^{-4}$, where $h^2$ and $10^{-16} / h^2$ are both $10^{-8}$",
        *(10.0 ** round(math.log10(meeting)), ..., ..., ..., 10.0 ** round(math.log10(meeting**2))),
    )
    yield "derivatives of order 1", ...


def an_estimate():
    """A test that can refute, and an estimate that confirms."""
    f = x**2 * y**2 / (x**2 + y**2)
    around = sp.simplify(f.subs({x: r * sp.cos(a), y: r * sp.sin(a)}))
    yield "can go to 0", ...
    yield (
        r"Take $f(x, y) = \frac{x^2 y^2}{x^2 + y^2}$, with $f(0, 0) = 0$. It is 0",
        *(*7 * [...], the_same(f.subs(x, 0), f.subs(y, 0))),
    )
    yield "neither $x^2$ nor $y^2$", ..., ...
    yield "That goes to 0", sp.limit(around / r, r, 0)


def the_best_linear_map():
    """The gap of the bent map, exactly."""
    gap = sp.simplify(at(BEND, (x + a, y + b)) - BEND - SLOPES * sp.Matrix([a, b]))
    yield (
        r"is $\frac{1}{2} (-b^2,\, a^2)$, at every point. For $a = b = 0.4$",
        *(gap[1] / a**2, sp.degree(gap[0], b), sp.degree(gap[1], a), ...),
    )
    left = gap.subs({a: 0.4, b: 0.4})
    yield r"$0.08 \sqrt{2} = 0.1131$", left[1], (left.norm() / left[1]) ** 2, left.norm()
    yield "Near $(1, 0.5)$ the map", ..., ...
    yield "change, 1.5 times near $(1, 0.5)$", SLOPES.det().subs({x: 1, y: 0.5}), ..., ...


def one_map_after_another():
    """Areas along a chain."""
    place = dict(zip((x, y), AROUND.subs(TURN), strict=True))
    first = AROUND.jacobian(list(TURN)).subs(TURN).det()
    second = SLOPES.det().subs(place)
    both = SLOPES.subs(place) * AROUND.jacobian(list(TURN)).subs(TURN)
    yield "of $r = 2$", first
    yield (
        r"product, 5.4641, and this is the determinant of the product, $0.3660 \cdot 0 - (-2.7321) \cdot 2$",
        *(first * second, both[0, 0], both[1, 1], both[0, 1], both[1, 0]),
    )
    yield r"$1 + 1.7321 \cdot 1 = 2.7321$", 1, place[x], place[y], second


def a_parameter_inside():
    """A parameter inside."""
    bent = sp.Matrix([x - c * y**2 / 2, y + c * x**2 / 2])
    place = {**dict(zip((x, y), AROUND.subs(TURN), strict=True)), c: 1}
    moves, end = bent.diff(c).subs(place), bent.subs(place)
    row = [end[1], end[0]]
    yield r"one: $\left( x - \frac{c\, y^2}{2},\; y + \frac{c\, x^2}{2} \right)$ with $c = 1$", *5 * [...]
    yield (
        r"At $(1.7321, 1)$ the map moves with $c$ at the rates "
        r"$\left( -\frac{y^2}{2}, \frac{x^2}{2} \right) = (-0.5, 1.5)$",
        *(place[x], place[y], *4 * [...], *moves),
    )
    yield "leads to $(1.2321, 2.5)$", *end
    yield r"the row $(2.5,\, 1.2321)$", *row
    yield r"\cdot 1.5 = 0.5981", moves[1], (bent[0] * bent[1]).diff(c).subs(place)


def the_way_back():
    """The way back, by Newton's method; SciPy finds the same place."""
    start = at(BEND, (1, sp.Rational(1, 2)))
    missing = sp.Matrix([1, 2]) - start
    place, gaps = sp.Matrix([1.0, 0.5]), []
    for _ in range(4):
        gap = sp.Matrix([1, 2]) - at(BEND, tuple(place))
        place += at(SLOPES, tuple(place)).inv() * gap
        gaps.append(float((sp.Matrix([1, 2]) - at(BEND, tuple(place))).norm()))
    found = optimize.fsolve(lambda p: [p[0] - p[1] ** 2 / 2 - 1, p[1] + p[0] ** 2 / 2 - 2], [1, 0.5])
    the_same(True, np.allclose(found, np.array(place, dtype=float).ravel()))
    yield "to $(1, 2)$? Begin anywhere near, say at $(1, 0.5)$, which goes to $(0.875, 1)$", *4 * [...], *start
    yield "missing is $(0.125, 1)$", *missing
    yield r"with $\mat{J}\vect{h} = (0.125, 1)^\T$", *missing
    yield "gap is below $10^{-9}$", (gaps[-1], 1)


def layer_normalization():
    """Layer normalization, step by step."""
    mean = sum(Z) / len(Z)
    square = sum((z - mean) ** 2 for z in Z) / len(Z)
    yield r"Write $\vect{c} = \vect{x} - \mu \vect{1}$", ...
    yield r"\frac{1}{n} \vect{1}\, (\vect{1", len(Z) * sp.diff(mean, Z[0]), ..., ...
    yield (
        r"2. $s^2 = \frac{1}{n} \vect{c} \cdot \vect{c} + \varepsilon$ gives "
        r"$2s\, \dd s = \frac{2}{n}\, \vect{c} \cdot \dd\vect{c}$",
        *(..., ..., sp.simplify(sp.diff(SPREAD**2, Z[0]) / SPREAD / sp.diff(SPREAD, Z[0]))),
        sp.simplify(len(Z) * sp.diff(square, Z[0]) / (Z[0] - mean)),
    )
    yield r"$\vect{y}$ add up to 0", sp.simplify(sum(z - mean for z in Z))
    yield r"rule: $\dd\vect{y} = \frac{1", ...
    yield "Put 1 and 2 into 3", ..., ..., ...
    yield "(Zhang and Sennrich, 2019)", ...
    yield r"$\frac{1}{s} \left( \mat{I} - \frac{1", ..., ...


def a_softmax_pulled_back():
    """A softmax pulled back by hand, and what a test shows."""
    p, u = special.softmax([2, 1, 0]), np.array([1, 0, 0])
    slopes = [p[0] * ((i == 0) - p[i]) for i in range(3)]
    yield r"logits $(2, 1, 0)$ with $\vect{p} = (0.6652, 0.2447, 0.0900)^\T$", ..., ..., ..., *p
    yield r"alone, $\vect{u} = (1, 0, 0)^\T$. The mean of $\vect{u}$ is 0.6652", *u, p @ u
    yield (
        r"is $(0.3348, -0.6652, -0.6652)^\T$, and times the probabilities $(0.2227, -0.1628, -0.0599)^\T$",
        *(u - p @ u),
        *slopes,
    )
    yield "numbers add up to 0", round(sum(slopes), 12)
    yield r"is 0 with probability 0 unless $\mat{D} = \mat{0}$", ..., ..., ...


def brackets_are_not_passes():
    """Brackets are not passes, and what is kept."""
    ratio = chain_cost([1000, 10, 1000, 1], "input") / cheapest_cost([1000, 10, 1000, 1])
    yield r"chain, $2 \to 1000 \to 1 \to 1$", ..., ..., ..., ...
    yield r"layer, $1 \cdot 1000 \cdot 2$ multiplications after $1 \cdot 1 \cdot 1000$", *6 * [...]
    yield "a row of 2", ...
    yield "of 10 and one output, and begun at the output it takes 550", ..., ratio
    yield "everything passes through 2", ...
    yield "takes 60,000 multiplications", cheapest_cost([100, 100, 2, 100, 100])
    values = 100 * 512 * 64
    yield "of 512 numbers with 64", ..., ...
    yield r"$100 \cdot 512 \cdot 64 = 3{,}276{,}800$ values, 13.1", *3 * [...], values, values * BYTES / 1e6
    yield r"velocities, $2 \cdot 512 \cdot 64$ numbers or 0.26", *3 * [...], 2 * 512 * 64 * BYTES / 1e6
    ends = [chain_cost([512, 512, 512, 1], first) for first in ("output", "input")]
    yield r"= 524{,}288$ and $512 \cdot (512^2 + 512) = 134{,}479{,}872$", ends[0], ..., ..., ..., ends[1]
    yield r"they are $1 \cdot (512^2 + 512^2)", ..., ..., ...
    yield "has the shape $(n_k, n_{k-1})$. Every", ...
    yield "Entries that are 0 are multiplied", ...


def the_price_of_brackets():
    """The price of brackets."""
    wide, waist = [3, 500, 500, 100], [30, 30, 1, 30, 30]
    yield "(1) A function has 3 inputs, two intermediate layers of 500", ..., ..., ...
    yield "500 values and 100", ..., ...
    yield "(2) Four Jacobians have the sizes 30, 30, 1, 30, 30", *6 * [...]
    yield "Solution: (1)", ...
    yield r"(500 \cdot 500 + 500 \cdot 100) = 900{,}000", *4 * [...], chain_cost(wide, "input")
    yield r"(3 \cdot 500 + 500 \cdot 500) = 25{,}150{,}000", *4 * [...], chain_cost(wide, "output")
    yield "a factor of 28", chain_cost(wide, "output") / chain_cost(wide, "input")
    yield "(2) Both", ...
    yield "the shape $(1, 30)$", ..., ...
    yield "shape $(30, 1)$ and costs 900", ..., ..., 30 * 1 * 30
    yield r"$30 \cdot 1 \cdot 30 = 900$: together 2,700", *4 * [...], cheapest_cost(waist)
