"""Steps by hand with neurons and layers: a nudge, a saturated start, a layer between others, a way past a block."""

import sympy as sp

from snippets.chain_rule_and_backpropagation.numbers.layers import (
    LOSS,
    NEURON,
    OUTPUT,
    SIGMOID,
    b,
    of_neuron,
    t,
    w,
    x,
    z,
)


def nudged(expression):
    """Return an expression at the neuron of the page, whose weight has grown by a tenth.

    >>> nudged(w)
    3/5
    """
    return expression.subs({**NEURON, w: NEURON[w] + sp.Rational(1, 10)})


def one_neuron():
    """One neuron, with numbers: the nudge, and a step."""
    z_ = w * x + b
    yield "$w$ grow by 0.1", ...
    yield (
        "from 0.5 to 0.6, the pre-activation from 0 to 0.2, the output from 0.5",
        NEURON[w],
        nudged(w),
        of_neuron(z_),
        nudged(z_),
        of_neuron(OUTPUT),
    )
    yield "to 0.5498, and the loss back from 0.125 to 0.1013", nudged(OUTPUT), of_neuron(LOSS), nudged(LOSS)
    in_z, in_y, in_loss = (nudged(quantity) - of_neuron(quantity) for quantity in (z_, OUTPUT, LOSS))
    yield "by 0.2, twice as far, because $x = 2$. $y$ moves by 0.0498", in_z, NEURON[x], in_y
    yield "is 0.249 times that. $L$ moves by $-0.0237$, which is $-0.475$", in_y / in_z, in_loss, in_loss / in_y
    yield "has moved by $-0.237$", in_loss * 10
    yield r"chain, $u = 1 + \e^{-z}$ and $\sigma = \frac{1}{u}$", ..., ...
    yield r"slopes $-\e^{-z}$ and $-\frac{1}{u^2}$", ..., ...
    assert sp.simplify(sp.diff(SIGMOID, z) - SIGMOID * sp.exp(-z) / (1 + sp.exp(-z))) == 0
    yield r"&= \sigma(z)\,(1 - \sigma(z)) , \end", sp.simplify(sp.diff(SIGMOID, z) / SIGMOID + SIGMOID)
    yield r"\frac{1}{1 + \e^{-z}} \cdot \frac{\e^{-z}}{1", ..., ..., ...
    yield "to 1. At $z = 0$", ..., of_neuron(z_)
    yield "for the weight, 1", sp.diff(z_, b)
    by_x = of_neuron(sp.diff(LOSS, x))
    yield r"neuron. Then $-\frac{1}{16}$", by_x
    yield r"at the rate $\frac{1}{16}$", -by_x
    by_w, by_b = (of_neuron(sp.diff(LOSS, variable)) for variable in (w, b))
    there = {**NEURON, w: NEURON[w] - by_w, b: NEURON[b] - by_b}
    yield (
        "rate 1 leads from $(0.5, -1)$ to $(0.75, -0.875)$",
        ...,
        NEURON[w],
        NEURON[b],
        there[w],
        there[b],
    )
    yield "has fallen by 0.0642", of_neuron(LOSS) - LOSS.subs(there)


def a_saturated_start():
    """One neuron, with numbers: the bias -7."""
    start = {**NEURON, b: -7}
    answer, loss, slope = OUTPUT.subs(start), LOSS.subs(start), sp.diff(LOSS, w).subs(start)
    yield "bias $-7$. Then $z = -6$ and $y = 0.0025$", ..., (w * x + b).subs(start), answer
    yield "as wrong as it can be, with the loss 0.4975", loss
    yield (
        "is $-0.9975$, but $y(1 - y) = 0.00247$, and the gradient is $-0.0049$: 51",
        (OUTPUT - t).subs(start),
        ...,
        answer * (1 - answer),
        slope,
        of_neuron(sp.diff(LOSS, w)) / slope,
    )
    yield "Trained with the learning rate 1", ...
    yield "For 50", ...


def a_layer():
    """From a neuron to a layer: by hand, from layer to layer, and past a block."""
    W, a, delta = sp.Matrix([[1, 2, 0], [3, -1, 1]]), sp.Matrix([1, 0, 2]), sp.Matrix([1, 2])
    back = W.T * delta
    yield r"rows $1 \cdot (1, 0, 2)$ and $2 \cdot (1, 0, 2)$", delta[0], *a, delta[1], *a
    yield (
        r"$\delta$: $1 \cdot (1, 2, 0) + 2 \cdot (3, -1, 1) = (7, 0, 2)$",
        delta[0],
        *W.row(0),
        delta[1],
        *W.row(1),
        *back,
    )
    yield "see a factor 2", ...
    below = sp.Matrix([1, -3, 2])
    assert below.applyfunc(lambda number: sp.Max(0, number)) == a
    slopes = [int(bool(number > 0)) for number in below]
    yield r"inputs $(1, 0, 2)^\T$", *a
    yield (
        r"with $\vect{z} = (1, -3, 2)^\T$. ReLU has the slope 1 where $z > 0$ and 0",
        *below,
        slopes[0],
        ...,
        slopes[1],
    )
    yield r"0$. $(7, 0, 2)^\T$ has arrived, so for the layer below $\vect{\delta} = (7", ..., *back, back[0]
    yield (
        r"\cdot 1,\; 0 \cdot 0,\; 2 \cdot 1)^\T = (7, 0, 2)",
        slopes[0],
        back[1],
        slopes[1],
        back[2],
        slopes[2],
        *(there * slope for there, slope in zip(back, slopes, strict=True)),
    )
    yield r"had 100 arrived in the place of 0, its $\delta$ would still be 0", ..., back[1], 100 * slopes[1]
    yield "slope $1 + f'(a)$", ...
    u, shrunk = sp.Matrix([1, 2]), sp.Rational(1, 10**6)
    yield r"let $\vect{u} = (1, 2)^\T$", *u
    yield (
        r"connection, $10^{-6} \cdot (1, 2)^\T$ arrives below. With it, $(1.000001,\; 2.000002)^\T$",
        shrunk,
        *u,
        *(u + shrunk * u),
    )
    yield r"still about $(1, 2)^\T$", *u
    yield "a gradient of 0", sum(u - u)
