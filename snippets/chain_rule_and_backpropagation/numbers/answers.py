"""The answers that close the lessons, and what pictures to move show: from the computations of the other modules."""

import sympy as sp

from snippets.chain_rule_and_backpropagation.numbers.chains import (
    DIGITS,
    backward_products,
    paths,
    slope,
    u,
    weights,
    x,
    y,
)
from snippets.chain_rule_and_backpropagation.numbers.graphs import sensitivity, value
from snippets.chain_rule_and_backpropagation.numbers.layers import LOSS, OUTPUT, b, of_neuron, t, w


def rates_multiply():
    """Rates multiply."""
    per_meter, per_second = sp.Rational(-65, 10_000), 4
    yield (
        "multiply. −0.0065 °C per meter times 4 meters per second is −0.026",
        per_meter,
        per_second,
        per_meter * per_second,
    )
    arrived = (3 * x**2 + 1).subs(x, 1)
    yield r"at $x = 1$, the square root has its slope $\frac{1}{4}$ at 4", ..., slope(sp.sqrt(u), u, arrived), arrived


def rates_add_up():
    """Several paths: rates add up."""
    f, place = (x + y) * x**2, {x: 2, y: 1}
    held = sp.diff(u * x**2, x).subs({u: 3, x: 2})
    whole = sp.diff(f, x).subs(place)
    yield (
        r"In $f = (x + y) \cdot x^2$ at $(2, 1)$, the variable $x$ contributes 4 through the sum and 12",
        ...,
        ...,
        ...,
        whole - held,
        held,
    )
    yield "the square, together 16", whole
    yield "at 3 only the 12", (x + y).subs(place), held


def computational_graphs():
    """Computational graphs."""
    _, *inner = DIGITS
    yield "of 1,000 neurons, then any of 200, then any of 10", *inner
    billions = paths([*DIGITS, 1]) / 10**9
    yield "with its 1.6", billions
    through_v = sensitivity("v") * slope(x**2, x, 2)
    assert value("v") == sensitivity("u")
    yield 'the screen says "12.00', through_v
    yield "with $v = x^2$ and 1", ..., slope(x + y, y, 1)


def an_engine():
    """An engine in a hundred lines."""
    yield "at $(2, 1)$ it finds 16 and 4", ..., ..., sensitivity("x"), sensitivity("y")


def forward_mode():
    """Forward mode: numbers that carry their rate."""
    e = sp.Symbol("e")
    squared = sp.Poly((3 + e) ** 2, e)
    number, rate = squared.coeff_monomial(1), squared.coeff_monomial(e)
    yield r"numbers. $(3 + \varepsilon)^2 = 9 + 6\varepsilon$ holds the value 9", 3, ..., number, rate, number
    yield "and the slope 6", rate
    yield "gradient ($m = 1$)", ...
    yield r"example, $(x + y) \cdot x^2$ at $x = 2$, $y = 1$", ..., ..., ...


def one_neuron():
    """One neuron, with numbers."""
    by_w, delta = of_neuron(sp.diff(LOSS, w)), of_neuron(sp.diff(LOSS, b))
    yield '--> p["$wx = 1$<br/>$−0.125', ..., delta
    yield "= 0$<br/>$∂L/∂z = −0.125", ..., delta
    yield "and δ = −0.125", delta
    assert of_neuron(OUTPUT - t) == -sp.Rational(1, 2)
    yield r"at the rate $\frac{1}{4}$", -by_w
    yield r"are $\delta = \frac{\partial L}{\partial z} = -\frac{1}{8}$", delta


def what_a_gradient_costs():
    """What a gradient costs."""
    _, *neurons = DIGITS
    *received, _ = DIGITS
    yield r"are 1,210 different $\delta_i$ and 1,984", sum(neurons), sum(received)
    yield r"two: 1,210 values of $\delta$ and 1,984", sum(neurons), sum(received)
    million, all_of_them = weights(DIGITS), backward_products(DIGITS)
    yield "all 986,000. That takes 1,188,000 multiplications, 1.2", million, all_of_them, all_of_them / million
