"""Neurons and layers: every derivative by SymPy from the loss written out, none by the course's own layers."""

import sympy as sp

from snippets.chain_rule_and_backpropagation.numbers.chains import slope

w, x, b, t, z = sp.symbols("w x b t z", real=True)

SIGMOID = 1 / (1 + sp.exp(-z))
DRIVE = w * x + b
OUTPUT = SIGMOID.subs(z, DRIVE)
LOSS = (OUTPUT - t) ** 2 / 2
NEURON = {w: sp.Rational(1, 2), x: 2, b: -1, t: 1}

ENTRIES = sp.symbols("p:9")
W1, B1 = sp.Matrix(2, 2, ENTRIES[:4]), sp.Matrix(ENTRIES[4:6])
W2, B2 = sp.Matrix(1, 2, ENTRIES[6:8]), ENTRIES[8]
INPUTS = sp.symbols("i:2")
Z1 = sp.symbols("d:2")
CHOSEN = [1, sp.Rational(-1, 2), sp.Rational(1, 2), sp.Rational(1, 2), 0, sp.Rational(-1, 2), 3, -1, 1]
NETWORK = {**dict(zip(ENTRIES, CHOSEN, strict=True)), INPUTS[0]: 1, INPUTS[1]: 2}

HIDDEN = W1 * sp.Matrix(INPUTS) + B1
ABOVE = (W2 * sp.Matrix(Z1).applyfunc(lambda drive: SIGMOID.subs(z, drive)))[0] + B2  # from the drives on
ANSWER = ABOVE.subs(dict(zip(Z1, HIDDEN, strict=True)))


def of_neuron(expression):
    """Return an expression at the neuron of the page.

    >>> of_neuron(DRIVE)
    0
    """
    return expression.subs(NEURON)


def of_network(expression):
    """Return an expression at the network of the page, as a float.

    >>> round(of_network(ANSWER), 4)
    1.7689
    """
    return float(sp.sympify(expression).subs(dict(zip(Z1, HIDDEN, strict=True))).subs(NETWORK))


def gradient(*symbols):
    """Return the derivatives of the network's loss ½(y - 1)² with respect to symbols, as floats.

    >>> [round(number, 4) for number in gradient(*ENTRIES[6:8])]
    [0.3845, 0.5621]
    """
    loss = (ABOVE - 1) ** 2 / 2 if set(symbols) <= set(Z1) else (ANSWER - 1) ** 2 / 2
    return [of_network(sp.diff(loss, symbol)) for symbol in symbols]


def one_neuron():
    """One neuron, with numbers."""
    half = sp.Rational(1, 2)
    by_w, by_x, by_b = (of_neuron(sp.diff(LOSS, variable)) for variable in (w, x, b))
    delta, error = by_b, of_neuron(OUTPUT - t)
    value, loss = of_neuron(OUTPUT), of_neuron(LOSS)
    yield r"\frac{1}{1 + \e^{-z}} , \\ L &= \tfrac{1}{2} (y - t)^2", ..., ..., ..., ...
    yield r"(The $\frac{1}{2}$ cancels the 2", half, ...
    yield "Take $x = 2$, $w = 0.5$, $b = -1$, $t = 1$", ..., ..., ..., ...
    yield r"0$, $y = \frac{1}{2}$, $L = \frac{1}{8}$", of_neuron(DRIVE), value, loss
    yield (
        r"numbers: $\frac{\partial L}{\partial y} = y - t = -\frac{1}{2}$, "
        r"$\frac{\partial y}{\partial z} = \sigma'(0) = \frac{1}{4}$",
        error,
        ...,
        slope(SIGMOID, z, 0),
    )
    yield r"\frac{1}{4}$, $\frac{\partial z}{\partial w} = x = 2$", slope(SIGMOID, z, 0), of_neuron(sp.diff(DRIVE, w))
    yield r"the product is $-\frac{1}{4}$", by_w
    yield r"differs, $\frac{\partial z}{\partial b} = 1$: $-\frac{1}{8}$", sp.diff(DRIVE, b), by_b
    yield r"is $\frac{\partial z}{\partial x} = w = \frac{1}{2}$: $-\frac{1}{16}$", of_neuron(sp.diff(DRIVE, x)), by_x
    yield (
        "= 0.5, x = 2 and b = −1. Their product is 1, the pre-activation z = 0",
        ...,
        ...,
        ...,
        of_neuron(w * x),
        of_neuron(DRIVE),
    )
    yield "= 0.5, and with the target 1 the loss is 0.125", value, ..., loss
    yield "has 1, y has −0.5, z has −0.125, the product has −0.125, w has −0.25", 1, error, delta, delta, by_w
    yield "x has −0.0625, and b has −0.125", by_x, by_b
    yield '= 0.5$<br/>$∂L/∂w = −0.25$"]:::accent --> p["$wx = 1', ..., by_w, of_neuron(w * x)
    yield '= 2$<br/>$−0.0625$"] --> p p --> z["$z = 0', ..., by_x, of_neuron(DRIVE)
    yield '= −1$<br/>$∂L/∂b = −0.125$"]:::accent --> z z --> y["$y = σ(z) = 0.5', ..., by_b, value
    yield '= −0.5$"] y --> L["$L = ½(y − t)²$<br/>$= 0.125$"] t["$t = 1', error, loss, ...
    along = of_neuron(sp.diff(DRIVE, w) / sp.diff(DRIVE, b))
    yield (
        "slope −2. At w = 0.5 and b = −1, on the line of height 0.125, an arrow (0.25",
        -along,
        ...,
        ...,
        loss,
        -by_w,
    )
    yield "an arrow (0.25, 0.125)", -by_w, -by_b
    yield r"through $z = 2w + b$. Hence all its gradients are multiples of $(2, 1)^\T$", along, along, sp.diff(DRIVE, b)
    yield r"x$$ $y = \frac{1}{1 + \e^{-(w x + b)}}$", ..., ...
    yield "near 0 or 1: nearly no gradient, however wrong it is. And an input of 0", ..., ..., ...
    yield "inputs (2, 0, −1)", ..., ..., ...
    yield "input: $-0.25$, $0$ and $0.125$", *(delta * number for number in (2, 0, -1))


def a_layer():
    """From a neuron to a layer."""
    W, a, delta = sp.Matrix([[1, 2, 0], [3, -1, 1]]), sp.Matrix([1, 0, 2]), sp.Matrix([1, 2])
    drives = W * a
    yield r"\begin{pmatrix} 1 & 2 & 0 \\ 3 & -1 & 1", ..., ..., ..., ..., ..., ...
    yield r"\begin{pmatrix} 1 \\ 0 \\ 2", ..., ..., ...
    yield r"With $\vect{b} = 0$, $\vect{z} = (1, 5)^\T$", ..., *drives
    yield r"back $\vect{\delta} = (1, 2)^\T$: the loss grows by 1 per unit of $z_1$ and by 2", ..., ..., *delta
    yield r"$\vect{\delta}$. $\frac{\partial z_i}{\partial b_i} = 1$", sp.diff(DRIVE, b)
    yield "rate $W_{1j}$, through $z_2$ with the rate $W_{2j}$", ..., ...
    yield r"is $\sum_{i=1}^{m} W_{ij}\, \delta_i$", ...
    yield "inputs 1, 0, 2 and two neurons, twice. Forward, neuron 2 reads its row 3, −1", *a, 2, *W.row(1)[:2]
    yield "−1, 1 and gets 3 times 1 minus 1", *W.row(1)[1:], W[1, 0], a[0], -W[1, 1]
    yield "times 0 plus 1 times 2 = 5", a[1], W[1, 2], a[2], drives[1]
    yield "input 1 reads its column 1, 3", ..., *W.col(0)
    yield "and gets 1 times 1 plus 3 times 2 = 7", W[0, 0], delta[0], W[1, 0], delta[1], (W.T * delta)[0]
    yield "second factor is 1", ...
    yield "(2, −4), δ = 1, and this one has z = (0, 0)", ..., ..., ..., ..., ...
    row, quarter = sp.Matrix([2, -4]), slope(SIGMOID, z, 0)
    yield r"here? $\mat{W}^\T \delta = (2, -4)^\T$, and $\sigma'(0) = \frac{1}{4}$", *row, ..., quarter
    yield r"So $\vect{\delta} = (0.5, -1)^\T$", *(row * quarter)


def two_layers():
    """Two layers, every number by hand."""
    in_w1, in_b1, in_w2 = gradient(*ENTRIES[:4]), gradient(*ENTRIES[4:6]), gradient(*ENTRIES[6:8])
    (in_b2,), delta1 = gradient(B2), gradient(*Z1)
    answer, drives = of_network(ANSWER), [of_network(drive) for drive in HIDDEN]
    hidden = [of_network(SIGMOID.subs(z, drive)) for drive in HIDDEN]
    slopes = [float(slope(SIGMOID, z, drive)) for drive in drives]
    arriving = [3 * in_b2, -1 * in_b2]
    yield r"is, $\vect{x} = (1, 2)^\T$, $t = 1$", ..., ..., ...
    yield (
        r"\begin{pmatrix} 1 & -0.5 \\ 0.5 & 0.5 \end{pmatrix}, & \vect{b}_1 &= \begin{pmatrix} 0",
        *(...,) * 5,
    )
    yield r"\\ -0.5 \end{pmatrix}, \\ \mat{W}_2 &= \begin{pmatrix} 3 & -1", ..., ..., ...
    yield "& b_2 &= 1", ...
    yield r"\begin{pmatrix} 1 \cdot 1 - 0.5 \cdot 2 + 0 \\ 0.5 \cdot 1 + 0.5 \cdot 2 - 0.5", *(...,) * 10
    yield r"\begin{pmatrix} 0 \\ 1", *drives
    yield r"\sigma(\vect{z}_1) = \begin{pmatrix} 0.5 \\ 0.7311", *hidden
    yield r"y &= 3 \cdot 0.5 - 1 \cdot 0.7311 + 1 = 1.7689", 3, hidden[0], 1, hidden[1], 1, answer
    yield r"\tfrac{1}{2} \cdot 0.7689^2 = 0.2956", ..., round(answer - 1, 4) ** 2, (answer - 1) ** 2 / 2
    yield r"$\delta_2 = y - t = 0.7689$", in_b2
    yield r"\begin{pmatrix} 0.3845 & 0.5621 \end{pmatrix}", *in_w2
    yield r"$\frac{\partial L}{\partial b_2} = \delta_2 = 0.7689$", in_b2
    yield (
        r"(3 \cdot 0.7689,\; -1 \cdot 0.7689)^\T = (2.3068,\, -0.7689)^\T",
        3,
        in_b2,
        -1,
        in_b2,
        *arriving,
    )
    yield (
        r"slopes $\sigma'(0) = 0.25$ and $\sigma'(1) = 0.7311 \cdot 0.2689 = 0.1966$",
        drives[0],
        slopes[0],
        drives[1],
        hidden[1],
        1 - hidden[1],
        slopes[1],
    )
    yield (
        r"\begin{pmatrix} 2.3068 \cdot 0.25 \\ -0.7689 \cdot 0.1966 \end{pmatrix} = \begin{pmatrix} 0.5767 \\ -0.1512",
        arriving[0],
        slopes[0],
        arriving[1],
        slopes[1],
        *delta1,
    )
    yield r"\begin{pmatrix} 0.5767 & 1.1534 \\ -0.1512 & -0.3024 \end{pmatrix}", *in_w1
    assert in_b1 == delta1
    yield (
        r"write: $3 \cdot 0.7689$ is 2.3067, but $3 \cdot 0.76894$ is 2.3068",
        3,
        in_b2,
        3 * 0.7689,
        3,
        in_b2,
        arriving[0],
    )
    yield "because $x_2 = 2 x_1$", ...
    yield "inputs 1 and 2, hidden values 0.50 and 0.73, output 1.77", ..., ..., *hidden, answer
    yield "are 0.58 and 1.15 for the weights into hidden neuron 1, −0.15 and −0.30", *in_w1[:2], ..., *in_w1[2:]
    yield "neuron 2, and 0.38 and 0.56", ..., *in_w2
    yield "are 0.58, −0.15 and 0.77", *delta1, in_b2
    yield r"in $-0.15 \cdot 2 = -0.30$", delta1[1], ..., in_w1[3]
    yield "(2, 1) goes through W1 of shape (2, 2) to z1 and a1 of shape (2, 1)", *(...,) * 6
    yield "(1, 2) to y of shape (1, 1)", *(...,) * 4
    yield "(1, 1) goes through the transpose of W2, shape (2, 1)", *(...,) * 4
    yield "(2, 1). δ2 times a1 transposed gives a (1, 2)", *(...,) * 4
    yield '2, 2) gradient. x["$x$ (2, 1)"] -->|"$W₁$ (2, 2)"| z1["$z₁$ (2, 1', *(...,) * 8
    yield '2, 1)"] a1 -->|"$W₂$ (1, 2)"| y["$y$ (1, 1', *(...,) * 6
    yield '1, 1)"]:::accent d2 -.->|"$W₂ᵀ$ (2, 1),<br/>then $⊙ σ′(z₁)$"| d1["$δ₁$ (2, 1', *(...,) * 6
    yield '1, 2)"| gw2["$∂L/∂W₂$ (1, 2)"]:::good d1 -.->|"times $xᵀ$ (1, 2', *(...,) * 6
    yield '2)"| gw1["$∂L/∂W₁$ (2, 2', *(...,) * 3
    in_x = gradient(*INPUTS)
    yield (
        r"$1 \cdot 0.5767 + 0.5 \cdot (-0.1512) = 0.5011$",
        1,
        delta1[0],
        sp.Rational(1, 2),
        delta1[1],
        in_x[0],
    )
    yield (
        r"$-0.5 \cdot 0.5767 + 0.5 \cdot (-0.1512) = -0.3639$",
        sp.Rational(-1, 2),
        delta1[0],
        sp.Rational(1, 2),
        delta1[1],
        in_x[1],
    )


def what_a_gradient_costs():
    """What a gradient costs."""
    a, b_, c, d = sp.symbols("a b c d")
    multiplications = len(sp.Add.make_args(sp.expand((a + b_) * (c + d)) - b_ * d))
    yield r"once: $\sum_k n_k n_{k-1}$", ...
    yield "multiplications, hence the 3", multiplications
    yield "of weights from 10", ...
    n = sp.symbols("n", positive=True)
    wide = 2 * n**2 + n  # weights of a network n, n, n, 1
    million = sp.nsolve(wide - 10**6, n, 700)
    runs = round(wide.subs(n, million))
    yield "to 3 million and 2", multiplications * runs / 10**6, 2 * runs / 10**6
    yield "flat at about 1.5", (1.45, 1.55) if abs(sp.limit((wide + n**2 + n) / wide, n, sp.oo) - 1.5) < 1e-9 else None
    yield "lines have slope 1", sp.diff(sp.log(multiplications * sp.exp(n)), n)  # runs in proportion to the weights
