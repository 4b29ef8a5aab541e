"""The numbers of the problems by hand, by SymPy and differences."""

import math

import numpy as np
import sympy as sp

from snippets.derivatives_and_gradients.derivatives import central_difference

W, B = sp.Matrix([[1, -1], [2, 0]]), sp.Matrix([0, 1])
A, D, ONES = sp.Matrix([[3, 1], [1, 2]]), sp.Matrix([[1, 0], [2, -1]]), sp.Matrix([1, 1])
DELTA = (1 / (1 + math.exp(-math.tanh(1))) - 1) / 2
THREE = (0, 3, 3)
SPREAD = sp.sqrt(sp.Rational(sum((x - 2) ** 2 for x in THREE), 3))
NORMAL = [(x - 2) / SPREAD for x in THREE]
WEIGHTS = 1000 * 4000 + 4000 * 4000 + 4000 * 10
W0, W1 = sp.symbols("w0 w1")
FIRST = (W0 * 1 + W1 * 0, W0 * 0 + W1 * 2)
SEEN = [sum(w * x for w, x in zip((1, 2), x, strict=True)) for x in ((1, 0), (0, 2))]
FILTER_SLOPES = [sp.diff(W0 * FIRST[0] + W1 * FIRST[1], w).subs({W0: 1, W1: 2}) for w in (W0, W1)]


def _odd_loss(v, w):
    """Mean log loss of the network with one hidden unit on 1 with the label 1 and -1 with the label 0."""
    score = v * math.tanh(w)
    return (math.log(1 + math.exp(-score)) + math.log(1 + math.exp(-score))) / 2


def _slope(f):
    return central_difference(f, 1.0)


def _small_moons():
    """The project's 16 points and labels."""
    turns = np.pi * np.arange(8) / 7
    upper = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    return np.concatenate([upper, [1, 0.5] - upper]), np.repeat([0, 1], 8)


def _start():
    """Share of them that the project's network gets right at its start."""
    x, y = _small_moons()
    score = np.tanh(x @ np.array([[1, -1], [1, 1], [-1, 0.5]]).T) @ [1, -0.5, 0.5]
    return np.mean((score > 0) == (y == 1))


def _linear():
    """How many of them a linear score gets right at best: in 720 directions, every place to cut between the points."""
    x, y = _small_moons()
    most = 0
    for angle in np.linspace(0, 2 * np.pi, 720):
        labels = y[np.argsort(x @ [np.cos(angle), np.sin(angle)])]
        below = np.cumsum([0, *(labels == 0)])
        above = np.cumsum([0, *(labels[::-1] == 1)])[::-1]
        most = max(most, int((below + above).max()))
    return most


def _lowest():
    """The lowest value that one of three normalized numbers takes, over a grid of directions."""
    angles = np.linspace(0, 2 * np.pi, 3601)
    plane = np.outer(np.cos(angles), [1, -1, 0]) / np.sqrt(2) + np.outer(np.sin(angles), [1, 1, -2]) / np.sqrt(6)
    return (plane * np.sqrt(3)).min()


def practice_by_hand():
    """By hand."""
    yield r"weights $\mat{W} = \begin{pmatrix} 1 & -1 \\ 2 & 0 \end{pmatrix}$ and the bias $(0, 1)^\T$", *6 * [...]
    yield "rows $(3, 1)$ and $(1, 2)$, and later the upstream gradients $(1, 0)$ and $(2, -1)$", *8 * [...]
    yield (
        r"Forward, $\mat{Z} = \mat{A}\mat{W}^\T + \vect{1}\vect{b}^\T$. The first row is $(3 - 1,\; 6 + 1) = (2, 7)$",
        *5 * [...],
        (A * W.T + ONES * B.T)[0, 0],
        (A * W.T + ONES * B.T)[0, 1],
    )
    yield r"second $(1 - 2,\; 2 + 1) = (-1, 3)$", *4 * [...], (A * W.T + ONES * B.T)[1, 0], (A * W.T + ONES * B.T)[1, 1]
    yield (
        r"$$\begin{pmatrix} 3 & 1 \\ 0 & 0 \end{pmatrix} + \begin{pmatrix} 2 & 4 \\ -1 & -2",
        *(D[0, :].T * A[0, :]),
        *(D[1, :].T * A[1, :]),
    )
    yield r"\begin{pmatrix} 5 & 5 \\ -1 & -2", *(D.T * A)
    yield r"biases: $(1 + 2,\; 0 - 1)^\T = (3, -1)^\T$", *4 * [...], *(D.T * ONES)
    yield (
        r"row: $1 \cdot (1, -1) + 0 \cdot (2, 0) = (1, -1)$ and $2 \cdot (1, -1) - 1 \cdot (2, 0) = (0, -2)$",
        *6 * [...],
        *(D * W)[0, :],
        *6 * [...],
        *(D * W)[1, :],
    )
    yield "examples, $x = 1$ with label 1 and $x = -1$ with label 0, and $w = v = 1$", *5 * [...]
    yield r"are $\pm \tanh 1 = \pm 0.7616$", ..., math.tanh(1)
    yield r"is $\ln(1 + \e^{-0.7616}) = 0.3832$", ..., -math.tanh(1), _odd_loss(1, 1)
    yield (
        r"0.3832$. $\sigma(0.7616) = 0.6817$. With the factor $\frac{1}{2}$",
        _odd_loss(1, 1),
        math.tanh(1),
        1 / (1 + math.exp(-math.tanh(1))),
        ...,
    )
    yield (
        r"mean, $\delta = \frac{1}{2}(0.6817 - 1) = -0.1592$ for the first example and $+0.1592$",
        ...,
        1 / (1 + math.exp(-math.tanh(1))),
        ...,
        DELTA,
        -DELTA,
    )
    yield (
        r"value: $2 \cdot (-0.1592) \cdot 0.7616 = -0.2424$. Through $v = 1$",
        ...,
        DELTA,
        math.tanh(1),
        _slope(lambda v: _odd_loss(v, 1)),
        ...,
    )
    yield r"become $\mp 0.0668$, and times the inputs $\pm 1$", -DELTA * (1 - math.tanh(1) ** 2), ...
    yield r"to $\frac{\partial L}{\partial w} = -0.1337$", _slope(lambda w: _odd_loss(1, w))
    yield r"filter $\vect{w} = (w_0, w_1)^\T = (1, 2)^\T$ slides over $\vect{x} = (1, 0, 2)^\T$", *5 * [...]
    yield r"pass: $(1 \cdot 1 + 2 \cdot 0,\; 1 \cdot 0 + 2 \cdot 2) = (1, 4)$", *8 * [...], *SEEN
    yield "with 1. The second use gives the weights $(1, 4)$", ..., *SEEN
    yield r"down $(1, 2)$, the weights. The first use has $\vect{\delta} = (1, 2)^\T$", *4 * [...]
    used_first = [slope - seen for slope, seen in zip(FILTER_SLOPES, SEEN, strict=True)]
    yield r"sum $1 \cdot 1 + 2 \cdot 0 = 1$ and $w_1$", *4 * [...], used_first[0]
    yield r"the sum $1 \cdot 0 + 2 \cdot 2 = 4$. Together", *4 * [...], used_first[1]
    yield r"Together $(2, 8)^\T$", *FILTER_SLOPES
    yield (
        "w_0^2 + 2 w_1^2$ here, with the slopes $2 w_0 = 2$ and $4 w_1 = 8$",
        *4 * [...],
        FILTER_SLOPES[0],
        ...,
        FILTER_SLOPES[1],
    )
    yield r"examples, $\vect{x} = (0, 3, 3)^\T$, $\varepsilon = 0$, $\gamma = \sqrt{2}$, $\beta = 0$", *6 * [...]
    yield r"gradient $\vect{u} = (3, 0, 0)^\T$", ..., ..., ...
    yield "is 2, the deviations are $(-2, 1, 1)$", sp.Rational(0 + 3 + 3, 3), *[x - 2 for x in THREE]
    yield r"so $s = \sqrt{2}$ and", SPREAD**2
    yield r"$\hat{\vect{x}} = (-\sqrt{2}, \frac{1}{\sqrt{2}}, \frac{1", NORMAL[0] ** 2, ..., NORMAL[1] ** -2, ...
    yield (
        r"\frac{1}{\sqrt{2}})^\T$. The outputs are $(-2, 1, 1)^\T$",
        ...,
        NORMAL[2] ** -2,
        *[sp.sqrt(2) * x for x in NORMAL],
    )
    yield r"The mean of $\vect{u}$ is 1", sp.Rational(3, 3)
    yield r"With $\frac{\gamma}{s} = 1$", sp.sqrt(2) / SPREAD
    yield r"output alone, and $-\sqrt{2}$", _lowest() ** 2
    yield r"and $\frac{\partial L}{\partial \beta} = 3$", 3 + 0 + 0
    yield "sizes 1000–4000–4000–10 and ReLU between them is trained with batches of 500", *5 * [...]
    yield "(1) the weights, (2)", ..., ...
    yield "(3) From which size of batch on is (2) more than (1)", ..., ..., ...
    yield "Solution: (1)", ...
    yield (
        "weights, 80.16 MB (the 8,010 biases are 0.03",
        4 * WEIGHTS / 1e6,
        4000 + 4000 + 10,
        4 * (4000 + 4000 + 10) / 1e6,
    )
    yield "(2) The", ...
    yield "With 500 examples, 4,500,000 numbers, 18", ..., 500 * 9000, 4 * 500 * 9000 / 1e6
    yield "the slope is 1", ...
    yield (
        r"(3) $9000\, B > 20{,}040{,}000$ for $B > 2226.7$, so from 2,227",
        ...,
        1000 + 4000 + 4000,
        WEIGHTS,
        WEIGHTS / 9000,
        WEIGHTS // 9000 + 1,
    )


def practice_programs():
    """Programs."""
    yield "**Step 1", ...
    yield "**Step 2", ...
    yield "**Step 3.** The network", ...
    yield "two moons of the example it begins with 75%", 100 * _start()
    yield "A linear score gets 14 of the 16", _linear(), len(_small_moons()[0])
    yield r"and $\frac{1}{B}(\mat{P} - \mat{Y})$", ...
