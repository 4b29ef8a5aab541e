"""Graphs, and the two ends of a calculation: sensitivities by SymPy, each as the derivative with a node let loose."""

from fractions import Fraction

import sympy as sp

from snippets.chain_rule_and_backpropagation.numbers.chains import slope, x, y

u, v = sp.symbols("u v", positive=True)

PLACE = {x: 2, y: 1, u: 3, v: 4}
NAMES = {"x": x, "y": y, "u": x + y, "v": x**2, "f": (x + y) * x**2}


def value(name):
    """Return the value of a node of the example (x + y) x² at x = 2, y = 1.

    >>> value("f")
    12
    """
    return NAMES[name].subs(PLACE)


def sensitivity(name):
    """Return how fast the result moves with a node, the others held where the node does not lead to them.

    >>> sensitivity("x"), sensitivity("u")
    (16, 4)
    """
    if name == "f":
        return 1
    free = {"x": NAMES["f"], "y": NAMES["f"], "u": u * v, "v": u * v}[name]
    return sp.diff(free, {"x": x, "y": y, "u": u, "v": v}[name]).subs(PLACE)


def rates(name):
    """Return the rates of x, y, u, v and f with an input.

    >>> rates("y")
    [0, 1, 1, 0, 4]
    """
    return [sp.diff(NAMES[node], NAMES[name]).subs(PLACE) for node in "xyuvf"]


def computational_graphs():
    """Computational graphs."""
    values, sensitivities = [value(name) for name in "xyuvf"], {name: sensitivity(name) for name in "xyuvf"}
    yield "= 2, y = 1, u = 3, v = 4, f = 12", *values
    yield (
        "are 1 from x to u, 1 from y to u, 4 from x to v, 4 from u to f and 3",
        sp.diff(x + y, x),
        sp.diff(x + y, y),
        slope(x**2, x, 2),
        sensitivities["u"],
        sensitivities["v"],
    )
    yield "are 1 for f, 4 for u, 3 for v, 16 for x and 4", *(sensitivities[name] for name in "fuvxy")
    yield "has the sensitivity 1", sensitivities["f"]
    a, b = sp.symbols("a b", positive=True)
    times = [2 * sp.diff(a * b, operand).subs({a: 3, b: 5}) for operand in (a, b)]
    assert times == [10, 6]
    yield "operands 3 and 5 hands the arriving 2 to both. Times with 3 and 5", ..., ..., ..., ..., ...
    yield (
        "the 3 and 2 times 3 = 6 to the 5. Max hands 2 to the larger operand and 0",
        ...,
        ...,
        ...,
        times[1],
        ...,
        2,
        ...,
    )
    yield "arrives, 2 and 4, to 6", ..., ..., 2 + 4
    yield "| 1 and 1", sp.diff(a + b, a), sp.diff(a + b, b)
    yield r"| $\frac{1}{b}$ and $-\frac{a}{b^2}$", sp.diff(a / b, a) * b, 2
    yield "| 1 for the larger, 0", slope(sp.Max(a, 3), a, 5), slope(sp.Max(a, 7), a, 5)
    yield "sensitivities 2, −1 and 4, and local derivatives 1, 5 and 0.5", ..., ..., ..., ..., ..., ...


def the_engine():
    """An engine in a hundred lines."""
    yield "Strassen proved in 1983", ...
    yield "Seppo Linnainmaa in 1970", ...
    yield "for networks in 1986", ...
    yield "= 1, and what would 2 give? 1", ..., ..., ...
    yield "with 2 all derivatives come out doubled: the gradient of $2f$", ..., 2


def what_the_graph_does_not_say():
    """Computational graphs: sums without terms, swapped factors, a kink."""
    yield "an empty sum, 0", sum([])
    yield "of 500 gives its weight a sensitivity that is 1,000", ..., Fraction(500) / Fraction(1, 2)
    yield "an input of 0.5", ...
    r = sp.Symbol("r", real=True)
    split = sp.Max(0, r) - sp.Max(0, -r)
    (rate,) = {slope(split, r, place) for place in (-2, 3)}
    yield r"as $\max(0, x) - \max(0, -x)$, which it is for every $x$. Its slope is 1", ..., ..., rate
    yield "At $x = 0$, with 0", ..., ...
    at_ties = [0 * 1, -0 * -1]
    yield "contribute 0, and the sweep says 0", at_ties[0], sum(at_ties)


def the_engine_by_hand():
    """An engine in a hundred lines: followed once, and a product of many numbers."""
    yield "the engine takes 0", ...
    on_v = slope(x**2, x, 2)
    yield (
        "stand 1 and 1 (from $u$ to $x$ and $y$), 4 (from $v$ to $x$), 4 and 3",
        sp.diff(x + y, x),
        sp.diff(x + y, y),
        on_v,
        value("v"),
        value("u"),
    )
    yield "with 1 and hands 4 to $u$ and 3", sensitivity("f"), sensitivity("u"), sensitivity("v")
    yield (
        r"hands $4 \cdot 1$ to $x$, which makes 16, and 4",
        sensitivity("u"),
        sp.diff(x + y, x),
        sensitivity("x"),
        sensitivity("y"),
    )
    yield "of 20,000 steps makes a graph 20,000", ..., 20_000
    yield "recursion ends at 1,000", ...
    yield "the $n - 1$", ...
    yield "with $n - 2$", ...
    yield "with $n - 1$", ...


def powers_and_directions():
    """Forward mode: powers, quotients, a root, one more term, and one run along a direction."""
    a, b, c, d, e = sp.symbols("a b c d e", positive=True)
    first, second, third = (sp.Poly(sp.expand((a + b * e) ** k), e).coeff_monomial(e) for k in (1, 2, 3))
    assert first == b
    yield (
        r"is $a^2 + 2ab\,\varepsilon$, its cube $a^3 + 3a^2 b\,\varepsilon$",
        2,
        second / (a * b),
        3,
        third / (a**2 * b),
        ...,
    )
    quotient = sp.series(1 / (c + d * e), e, 0, 2).removeO()
    assert sp.simplify(quotient - (1 / c - d / c**2 * e)) == 0
    yield (
        r"so $(a + b\varepsilon)^n = a^n + n a^{n-1} b\,\varepsilon$. "
        r"And the quotients: $\frac{1}{c + d\varepsilon} = \frac{1}{c} - \frac{d}{c^2}\,\varepsilon$",
        ...,
        ...,
        ...,
        ...,
    )
    yield r"for $c \ne 0$", ...
    yield r"of $x^n$ and $\frac{1}{x}$", ...
    square = sp.Poly((1 + e) ** 2, e).coeff_monomial(e)
    inner = sp.Poly(3 * (1 + square * e) + 1, e).coeff_monomial(e)
    whole = inner * slope(sp.sqrt(x), x, 4)
    yield r"at $x = 1$, now with $1 + \varepsilon$", ..., ...
    yield r"(1 + \varepsilon)^2 &= 1 + 2", ..., ..., 1**2, square
    yield r"\\ \sqrt{4 + 6", 3 * 1 + 1, inner
    yield "rates 2, 6, 1.5", square, inner, whole
    cubed = sp.Poly((2 + e) ** 3, e)
    terms = [cubed.coeff_monomial(e**k) for k in range(3)]
    yield (
        r"kept, $\varepsilon^2$, and $\varepsilon^3$ is 0? Then "
        r"$(2 + \varepsilon)^3 = 8 + 12\varepsilon + 6\varepsilon^2$",
        *(...,) * 5,
        *terms,
        ...,
    )
    yield "value 8 and the slope 12 there is 6", 2**3, slope(x**3, x, 2), sp.diff(x**3, x, 2).subs(x, 2) / 2
    yield "of $x^3$ at 2", ..., ...
    yield r"rate 1 and $y$ at the rate 2 in $(x + y) \cdot x^2$, at $x = 2$, $y = 1$", *(...,) * 5
    yield r"1$: $2 + \varepsilon$", ..., ...
    total, square_rate = 1 + 2, slope(x**2, x, 2)
    yield (
        r"(3 + 3\varepsilon)\,(2 + \varepsilon)^2 &= (3 + 3\varepsilon)\,(4 + 4",
        value("u"),
        total,
        2,
        ...,
        value("u"),
        total,
        value("v"),
        square_rate,
    )
    along = sensitivity("x") * 1 + sensitivity("y") * 2
    yield "&= 12 + 24", value("f"), along
    yield (
        r"$$ 24 is $1 \cdot 16 + 2 \cdot 4$, the gradient $(16, 4)^\T$",
        along,
        ...,
        sensitivity("x"),
        ...,
        sensitivity("y"),
        sensitivity("x"),
        sensitivity("y"),
    )
    yield r"the rates $(1, 2)^\T$", ..., ...


def which_of_the_two():
    """Forward mode: which of the two."""
    yield '= 1$?"]) one -->|"yes: a loss"| reverse["reverse mode<br/>1', ..., 1
    yield '= 1$?"]) single -->|"yes: time"| forward["forward mode<br/>1', ..., 1
    yield "has 3 parameters and returns 10,000", ..., ...
    yield "Forward: 3 runs, each of which gives one column of 10,000", 3, 10_000
    yield "Reverse would take 10,000", 10_000


def dual_numbers():
    """Forward mode: numbers that carry their rate."""
    e = sp.symbols("e")
    squared = sp.Poly((3 + e) ** 2, e)
    yield r"zero, with $\varepsilon^2 = 0$", ..., ...
    yield r"\varepsilon^2 = 9 + 6", ..., squared.coeff_monomial(1), squared.coeff_monomial(e)
    yield "of 3 is 9, and the slope of $x^2$ at 3 is 6", ..., 3**2, ..., ..., slope(x**2, x, 3)
    yield r"law $\varepsilon^2 = 0$", ..., ...
    yield r"term $bd\,\varepsilon^2$ is 0", ..., ...
    yield "number with rate 0", ...
    yield "such numbers in 1873", ...
    yield "rates along in 1964", ...
    yield (
        "x 1, y 0, u 1, v 4, f 16. Forward with only y moving they are 0, 1, 1, 0",
        *rates("x"),
        *rates("y")[:4],
    )
    yield "and 4. In reverse the sensitivities are f 1, u 4, v 3", rates("y")[4], *(sensitivity(name) for name in "fuv")
    yield "x 16 and y 4", sensitivity("x"), sensitivity("y")
    yield "| 1 run and 1", ..., ...
    yield "$n$ runs | 1 run and $m$", ...
    product = sp.Poly((2 + e) * (5 + 3 * e), e)
    rate = product.coeff_monomial(e)
    yield "(2 + ε)(5 + 3ε). Which two rates went in, and what does the rate 11", ..., ..., ..., rate
    yield "are 2 and 5, moving at the rates 1 and 3", ..., ..., ..., ...
    yield "at the rate 11", rate
