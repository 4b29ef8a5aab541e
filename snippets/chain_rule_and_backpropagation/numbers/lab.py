"""The lab: prices as formulas in n and m, by SymPy, and the best of all orders by trying every split."""

from functools import cache

import sympy as sp

n, m = sp.symbols("n m", positive=True)

SIZES = [n, 64, 4, 64, m]


def price(sizes, *, first):
    """Return the price of a chain from one end, with symbols among the sizes.

    >>> price(SIZES, first="input")
    n*(64*m + 512)
    """
    sizes = list(sizes) if first == "input" else list(reversed(sizes))
    return sp.factor(sizes[0], n) * sum(sizes[k] * sizes[k + 1] for k in range(1, len(sizes) - 1))


def best(sizes):
    """Return the least price over all orders.

    >>> best((30, 30, 1, 30, 30))
    2700
    """

    @cache
    def least(i, k):
        if k - i == 1:
            return 0
        return min(least(i, j) + least(j, k) + sizes[i] * sizes[j] * sizes[k] for j in range(i + 1, k))

    return least(0, len(sizes) - 1)


def the_long_product():
    """One output: the long product."""
    inputs = 6
    value = inputs - 1
    yield "takes $n - 1$", ...
    differences, forward, reverse = 2 * inputs * value, 3 * inputs * value, value + 2 * value
    yield "numbers, 60, 90 and 15 multiplications. (The value alone takes 5", differences, forward, reverse, value
    squared = sp.degree(sp.expand(2 * n * (n - 1)), n)
    yield "slope 2 for differences and forward mode, one of slope 1", squared, sp.degree(3 * (n - 1), n)
    yield "two have slope 2", squared


def a_map():
    """A map."""
    forward, reverse = sp.Poly(price(SIZES, first="input"), n, m), sp.Poly(price(SIZES, first="output"), n, m)
    ends = 64 * 4 * n + 64 * 4 * m
    middle = sp.Poly(ends + 4 * n * m, n, m)
    yield "*waist* of width 1", ...
    yield "width 4: the sizes are $n, 64, 4, 64, m$", ..., ..., ..., ...
    yield (
        r"&512\,n + 64\,nm, \\ \text{reverse: } &64\,nm + 512",
        forward.coeff_monomial(n),
        forward.coeff_monomial(n * m),
        reverse.coeff_monomial(n * m),
        reverse.coeff_monomial(m),
    )
    yield r"&256\,n + 256\,m + 4", *(middle.coeff_monomial(term) for term in (n, m, n * m))
    border = reverse - middle
    edge = sp.limit(sp.solve(border.as_expr(), m)[0], n, sp.oo)
    yield (
        r"where $60\,nm + 256\,m = 256\,n$. For large $n$ that is at $m = 256/60 = 4.3$",
        border.coeff_monomial(n * m),
        border.coeff_monomial(m),
        -border.coeff_monomial(n),
        edge,
        edge,
    )
    yield "at $n = 4.3$", edge
    yield "lines are at 256/60", edge
    square, end = (sp.Poly(p.as_expr().subs(m, n), n) for p in (middle, forward))
    yield (
        r"costs $512\,n + 4\,n^2$ and the two ends $512\,n + 64\,n^2$",
        square.coeff_monomial(n),
        square.coeff_monomial(n**2),
        2,
        end.coeff_monomial(n),
        end.coeff_monomial(n**2),
        2,
    )


def what_to_take_away():
    """What to take away."""
    uneven = (2, 1000, 1, 1)
    yield "sizes 2, 1000, 1, 1 there", *(...,) * 4
    yield "cheaper, 2,002 multiplications against 3,000", price(uneven, first="input"), price(uneven, first="output")


def your_turn():
    """Your turn."""
    sizes = (784, 128, 16, 128, 784)
    yield "squeezes 784 pixels through layers of 128 and 16 numbers and back: sizes 784", ..., ..., ..., ...
    yield "784, 128, 16, 128, 784. (1)", *(...,) * 6
    yield "the best order? (2)", ...
    yield "sizes end with 1", ...
    either = price(sizes, first="input")
    assert either == price(sizes, first="output")
    yield (
        "(1) From either end 784 · (128 · 16 + 16 · 128 + 128 · 784) = 81.9",
        ...,
        784,
        128,
        16,
        16,
        128,
        128,
        784,
        either / 1e6,
    )
    half, join = 784 * 128 * 16, 784 * 16 * 784
    assert best(sizes) == 2 * half + join
    yield (
        "first, 784 · 128 · 16 = 1.6 million each, and then 784 · 16 · 784 = 9.8",
        784,
        128,
        16,
        half / 1e6,
        784,
        16,
        784,
        join / 1e6,
    )
    training = (*sizes, 1)
    reverse = price(training, first="output")
    assert best(training) == reverse
    yield (
        "together 13.0 million. (2) No. With one output the reverse order takes 205",
        best(sizes) / 1e6,
        ...,
        reverse / 1e3,
    )
