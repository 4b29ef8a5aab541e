"""The Jacobians of layers, products with them and matrix calculus: by SymPy, SciPy and counting."""

import math

import numpy as np
import sympy as sp
from scipy import special

from snippets.partial_derivatives_and_jacobians.counting import multiplications
from snippets.partial_derivatives_and_jacobians.layers import softmax_jacobian, softmax_vjp
from snippets.partial_derivatives_and_jacobians.numbers.several import BATCH, BYTES, SIZE, the_same
from snippets.symbols import x, y

VOCABULARY = 50_257
Z = sp.symbols("z1:5", real=True)
V = sp.symbols("v1:4", real=True)
MEAN = sum(Z) / len(Z)
SPREAD = sp.sqrt(sum((z - MEAN) ** 2 for z in Z) / len(Z))
PLACE = (0, 0, 4, 4)


def softmax_slopes(n):
    """Return the Jacobian of a softmax of n logits, as quotients of exponentials.

    >>> softmax_slopes(2).shape
    (2, 2)
    """
    logits = Z[:n]
    total = sum(sp.exp(z) for z in logits)
    return sp.Matrix([sp.exp(z) / total for z in logits]).jacobian(logits)


def normalized(place):
    """Return a vector after layer normalization, and the Jacobian there.

    >>> normalized((0, 0, 4, 4))[0].T
    Matrix([[-1, -1, 1, 1]])
    """
    rule = sp.Matrix([(z - MEAN) / SPREAD for z in Z])
    there = dict(zip(Z, place, strict=True))
    return rule.subs(there), rule.jacobian(Z).subs(there)


def counted(function, n):
    """Return how many multiplications a function of two vectors takes.

    >>> counted(lambda p, u: p * u, 8)
    8
    """
    return multiplications(function, np.ones(n) / n, np.ones(n))


def with_matrix(p, u):
    """Multiply by the matrix of a softmax.

    >>> with_matrix(np.array([0.5, 0.5]), np.array([1, 0])).tolist()
    [0.25, -0.25]
    """
    return softmax_jacobian(p) @ u


def chain(order):
    """Return the multiplications for three Jacobians, multiplied in an order; shapes tell what each product takes.

    >>> chain("output") < chain("input")
    True
    """
    first, second, loss = (SIZE, SIZE), (SIZE, SIZE), (1, SIZE)
    if order == "output":
        return math.prod(loss) * second[1] + loss[0] * second[1] * first[1]
    return math.prod(second) * first[1] + math.prod(loss) * first[1]


def elementwise_and_linear_layers():
    """A linear layer and an elementwise function."""
    weights = sp.Matrix(2, 3, sp.symbols("w1:7"))
    inputs = sp.Matrix(V)
    by_weights = (weights * inputs).jacobian(list(weights))
    slope = sp.Function("f")
    beside = sp.Matrix([slope(z) for z in Z[:2]]).jacobian(Z[:2])
    yield r"and $\vect{b}$ shape $(m, 1)$", (weights * inputs).shape[1]
    yield "with 8 rows and 8", ..., ...
    yield (
        "activation needs 512, its slopes; softmax 512, its probabilities; layer normalization 513",
        SIZE,
        SIZE,
        SIZE + 1,
    )
    yield "needs all 262,144", SIZE**2
    yield "these matrices has 64", 8 * 8
    yield "the $m^2 n$ entries are 0", ..., the_same(*(entry for entry in by_weights if entry not in V))
    yield "the diagonal is 0", the_same(beside[0, 1], beside[1, 0])
    yield "its diagonal and 0", ...


def softmax_of_a_few():
    """Softmax."""
    slopes = softmax_slopes(3)
    logits = (2, 1, 0)
    p = sp.symbols("p1:4")
    form = sp.expand((sp.Matrix([V]) * (sp.diag(*p) - sp.Matrix(p) * sp.Matrix([p])) * sp.Matrix(V))[0])
    sure = slopes.subs({Z[1]: 0, Z[2]: 0}).applyfunc(lambda entry: sp.limit(entry, Z[0], sp.oo))
    yield "At $(2, 1, 0)$ they are 0.6652, 0.2447 and 0.0900", *logits, *special.softmax(logits)
    yield "Its rows sum to 0", the_same(*(sp.simplify(sum(slopes.row(i))) for i in range(3)))
    yield r"v_i^2 - \left( \sum_i p_i v_i \right)^2", *2 * [sp.Poly(form, *V).total_degree()]
    yield "to 1, all entries are close to 0", ..., the_same(*sure)
    pair = softmax_slopes(2).subs(dict.fromkeys(Z, 0))
    half = special.softmax([0, 0])
    yield (
        r"(0.5, 0.5)? Diagonal $0.5 \cdot 0.5 = 0.25$, elsewhere $-0.25$",
        *(..., ..., *half, the_same(pair[0, 0], pair[1, 1]), the_same(pair[0, 1], pair[1, 0])),
    )
    yield "are $(0.25, -0.25)$ and $(-0.25, 0.25)$. It has rank 1", *pair, pair.rank()


def layer_normalization():
    """Layer normalization."""
    there = dict(zip(Z, PLACE, strict=True))
    spread, (values, slopes) = SPREAD.subs(there), normalized(PLACE)
    share = sp.diff(MEAN, Z[0])
    half = 1 / spread
    yield "Kiros and Hinton, 2016)", ...
    yield r"with $s = \sqrt{\frac{1}{n} \sum_k (x_k - \mu)^2 + \varepsilon}$", ..., ...
    yield r"from 0. Take $\vect{x} = (0, 0, 4, 4)^\T$ and $\varepsilon = 0$: $\mu = 2$", *6 * [...], MEAN.subs(there)
    yield r"$s = 2$, so $\vect{y} = (-1, -1, 1, 1)^\T$", spread, *values
    yield "moves up by $t/4$", 1 / share
    yield "and $s > 0$", ...
    yield "example, entry $(1, 1)$", ..., ...
    yield (
        r"$\frac{1}{2} \left( 1 - \frac{1}{4} - \frac{1}{4} \right) = 0.25$, entry $(1, 2)$",
        *(half, ..., share, share * values[0] ** 2, slopes[0, 0], ..., ...),
    )
    yield (
        r"$\frac{1}{2} \left( 0 - \frac{1}{4} - \frac{1}{4} \right) = -0.25$",
        *(half, ..., share, share * values[0] * values[1], slopes[0, 1]),
    )
    yield (
        r"entry $(1, 3)$ is $\frac{1}{2} \left( 0 - \frac{1}{4} + \frac{1}{4} \right) = 0$",
        *(..., ..., half, ..., share, -share * values[0] * values[2], slopes[0, 2]),
    )
    yield r"(for $\varepsilon = 0$)", ...
    yield r"So for $\varepsilon = 0$", ...


def _build(p, _):
    return softmax_jacobian(p)


def _power(counts, sizes):
    """Power of the size with which counts grow."""
    return math.log(counts[1] / counts[0], sizes[1] / sizes[0])


def products_without_the_matrix():
    """Products without the matrix."""
    sizes = 8, 32
    full, build, free = ([counted(f, n) for n in sizes] for f in (with_matrix, _build, softmax_vjp))
    use = [both - first for both, first in zip(full, build, strict=True)]
    slopes = [_power(counts, sizes) for counts in (full, free)]
    each_full, each_free = full[0] / sizes[0] ** 2, free[0] / sizes[0]
    yield "layer with 512 inputs and 512 outputs has 262,144 entries", ..., ..., SIZE**2
    yield "matrix: $n^2$ multiplications to build it and $n^2$ to use it", _power(build, sizes), _power(use, sizes)
    yield (
        "slope 2, without it a line of slope 1. At n = 512 they are 524,288 and 1,024",
        *(*slopes, ..., each_full * SIZE**2, each_free * SIZE),
    )
    yield "at n = 50,257 five billion and 100,514", ..., each_free * VOCABULARY
    yield "are computed from $2n^2$ and $2n$", each_full, slopes[0], each_free
    yield r"\cdot \vect{u})\, \vect{1})$. Whether", ...
    yield "factor of 50,257", each_full * VOCABULARY**2 / (each_free * VOCABULARY)
    yield "The vocabulary of GPT-2 has 50,257", ..., ...
    yield "learners*, 2019). Memory is the harder limit, at 4", ..., BYTES
    yield "Here for the layer with 512 inputs", ...
    yield (
        "holds a vector of 50,257 numbers, 0.2 MB instead of 10",
        *(..., VOCABULARY * BYTES / 1e6, VOCABULARY**2 * BYTES / 1e9),
    )
    yield r"have $512 \cdot 512^2 = 134{,}217{,}728$", SIZE, SIZE**2, SIZE**3
    yield r"x}^\T$: 262,144 multiplications", multiplications(np.outer, np.ones(8), np.ones(8)) * (SIZE // 8) ** 2


def brackets_and_directions():
    """Brackets, and which product to use."""
    yield r"Take three maps, $512 \to 512 \to 512 \to 1$", ..., ..., ..., ...
    yield (
        "An input of 512 numbers goes down through layer 1 with a Jacobian of shape 512 by 512, layer 2",
        *5 * [...],
    )
    yield "shape 1 by 512. Back up, a sensitivity starts with the number 1", ..., SIZE, ...
    yield (
        "becomes 512 numbers at layer 2, 512 numbers at layer 1 for 262,144 multiplications, and 512 numbers",
        *(SIZE, ..., SIZE, ..., SIZE * SIZE, SIZE),
    )
    yield "the gradient, for another 262,144", SIZE * SIZE
    yield 'x["input<br/>512 numbers<br/>512 sensitivities', ..., SIZE
    yield 'h1["layer 1<br/>512 numbers<br/>512 sensitivities"] h2["layer 2', ..., ..., SIZE, ...
    yield 'h2["layer 2<br/>512 numbers<br/>512 sensitivities"]', ..., ..., SIZE
    yield 'sensitivities"] loss["loss<br/>1 number<br/>sensitivity 1', ..., ...
    yield "$J₁$, shape (512, 512)<br/>up: $J₁ᵀ u$, 262,144", SIZE, SIZE, SIZE * SIZE
    yield "$J₂$, shape (512, 512)<br/>up: $J₂ᵀ u$, 262,144", SIZE, SIZE, SIZE * SIZE
    yield "$J₃$, shape (1, 512)<br/>up: $J₃ᵀ · 1", ..., SIZE, ...
    yield "result is a row of 512 numbers", SIZE
    times = math.floor(chain("input") / chain("output"))
    yield "more than 256 times cheaper here", times
    yield "two layers of 512 cost 524,288 multiplications", ..., chain("output")
    yield "more than 256 times as much", times
    yield "with 512 inputs and 512 outputs. The pass back", ..., ...
    yield "has 3 inputs and 1,000,000", ..., ...
    yield r"input: $\vect{v} = (1, 0, 0)^\T$, $(0, 1, 0)^\T$ and $(0, 0, 1)^\T$", *np.eye(3).ravel()


def matrix_calculus_with_shapes():
    """Matrix calculus, with shapes."""
    inputs, start, targets = sp.Matrix([[1, 2], [0, 1]]), sp.Matrix([1, 1]), sp.Matrix([1, 3])
    weights = sp.Matrix(V[:2])
    loss = sum(error**2 for error in inputs * weights - targets) / 2
    slopes = [sp.diff(loss, v).subs(dict(zip(V, start, strict=False))) for v in weights]
    outputs = inputs * start
    errors = outputs - targets
    pairs = [(inputs[row, column], errors[row]) for column in range(2) for row in range(2)]
    radius = sp.sqrt(x**2 + y**2)
    yield r"Let $L = \frac{1}{2} \norm{\mat{X} \mat{W} - \mat{Y}}_F^2$", ..., ...
    yield r"$(B, m)$ the targets. $\norm{\cdot}_F^2$", ...
    yield r"rows $(1, 2)$ and $(0, 1)$, $\mat{W} = (1, 1)^\T$, $\mat{Y} = (1, 3)^\T$", *8 * [...]
    yield (
        r"Then $\mat{X}\mat{W} = (3, 1)^\T$, the errors are $(2, -2)^\T$, and the gradient is "
        r"$(1 \cdot 2 + 0 \cdot (-2),\; 2 \cdot 2 + 1 \cdot (-2))^\T = (2, 2)^\T$",
        *(*outputs, *errors, *(factor for pair in pairs for factor in pair), *slopes),
    )
    yield r"from $\mat{X} \mat{X}^{-1} = \mat{I}$", ...
    yield r"it is $-\frac{\dd x}{x^2}$", -sp.diff(1 / x, x).as_coeff_exponent(x)[1]
    yield (
        r"For $\vect{x} \ne \vect{0}$. Straight away from the origin, the distance grows at rate 1",
        *(..., sp.simplify((x * radius.diff(x) + y * radius.diff(y)) / radius)),
    )
    yield r"| $\frac{1}{2} \norm{\vect{e}}^2$", ..., ...
    yield r"| $\frac{1}{2} \norm{\mat{E}}_F^2$", ..., ...
    yield r"and $\vect{b} = \vect{0}$", ...


def what_is_the_derivative_of_a_layer():
    """What is the derivative of a layer."""
    blocks = np.eye(BATCH)[0]  # 1 where an example meets itself
    yield "began with a layer of 512 inputs and 512 outputs", ..., ...
    yield "The table of 262,144", SIZE**2
    yield "for a batch\nof 64", ...
    yield "of 64 blocks in a row of the table 63 are 0", len(blocks), np.sum(blocks == 0), min(blocks)


def mistakes_with_layers():
    """Common mistakes: softmax, quadratic forms, diagonals."""
    slopes = softmax_slopes(3)
    first, second = sp.symbols("a x")
    yield "softmax derivative of p(1", ...
    yield "Add 0.1 to the first logit of $(2, 1, 0)$", *4 * [...]
    yield (
        "to 0, because the probabilities add up to 1",
        the_same(*(sp.simplify(sum(slopes.col(j))) for j in range(3))),
        sum(special.softmax([2, 1, 0])),
    )
    yield "| 2Ax for a matrix", ...
    yield (
        r'write:** $\nabla (\vect{x}^\T \mat{A} \vect{x}) = 2 \mat{A} \vect{x}$, "like $2ax$ for $a x^2$',
        *(..., sp.diff(first * second**2, second) / (first * second), ...),
    )
    yield "rows $(1, 4)$ and $(0, 3)$, at $(1, 2)$", *6 * [...]
    yield "For 128 numbers", ...
    yield "For 32,768 activations, 512 in each of 64", SIZE * BATCH, ..., ...
    yield "alone would take 4.3", (SIZE * BATCH) ** 2 * BYTES / 1e9
