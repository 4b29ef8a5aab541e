r"""Checks of the formulas on the page of topic 02, each against an independent route.

Each function draws its inputs from `random`, and returns what the formula claims and what was measured another way (and,
where rounding asks for it, how far the two may differ, relative to the larger of them).
"""

import math
from itertools import compress, pairwise, product

import numpy as np
from scipy import linalg

from snippets.random_functions import RandomField, RandomFunction, RandomMap


def sigma(z):
    """The sigmoid for real and complex numbers, so that it can take a complex step."""
    return 1 / (1 + np.exp(-z))


def complex_step(f, point, h=1e-30):
    """Gradient of f at a point (n,): Im f(x + ihe)/h for each axis; nothing is subtracted."""
    return np.array([f(point + 1j * h * e).imag / h for e in np.eye(len(point))])


def chain_of_rates(random):
    r"""$$\frac{\dd y}{\dd x} = \frac{\dd y}{\dd u} \cdot \frac{\dd u}{\dd x}$$

    Two random functions, one inside the other: the product, against a complex step through both.
    """
    outer, inner, x = RandomFunction(random), RandomFunction(random), random.normal()
    u = inner(x)
    return outer.derivative(u) * inner.derivative(x), outer(inner(x + 1e-30j)).imag / 1e-30


def several_variables(random):
    r"""$$\frac{\partial f}{\partial x} = \sum_{k=1}^{m} \frac{\partial f}{\partial u_k}\,
    \frac{\partial u_k}{\partial x}$$

    A random function of three variables, each a random function of two: the sum for the first of the two, against a
    complex step through the whole.
    """
    f, u, x = RandomField(random, 3), RandomMap(random, 2, 3), random.normal(size=2)
    outer, inner = f.gradient(u(x)), u.jacobian(x)
    return sum(outer[k] * inner[k, 0] for k in range(3)), complex_step(lambda x: f(u(x)), x)[0]


def total_derivative(random):
    r"""$$\frac{\dd}{\dd x} f(x, u(x)) = \frac{\partial f}{\partial x}
    + \frac{\partial f}{\partial u}\, \frac{\dd u}{\dd x}$$

    A random function of x and u, where u is a random function of x: the sum, against a complex step in x.
    """
    f, u, x = RandomField(random, 2), RandomFunction(random), random.normal()
    by_x, by_u = f.gradient(np.array([x, u(x)]))
    moved = x + 1e-30j
    return by_x + by_u * u.derivative(x), f([moved, u(moved)]).imag / 1e-30


def paths_add_up(random):
    r"""$$\frac{\partial y}{\partial x} = \sum_{\text{paths } x \to y} \;
    \prod_{\text{edges } i \to j} \frac{\partial v_j}{\partial v_i}$$

    A random graph of six nodes, each leading to all later ones; A[j, i] is the local derivative ∂vⱼ/∂vᵢ. All 16 paths
    from the first to the last, one by one, against a linear system: moving v₀ by 1 moves all by d with d = A d + e₀.
    """
    A = np.tril(random.normal(size=(6, 6)), -1)
    # no difference: [False, True] -> [True, False]: all paths are listed, in whatever order
    paths = [[0, *compress([1, 2, 3, 4], visited), 5] for visited in product([False, True], repeat=4)]
    claimed = sum(math.prod(A[j, i] for i, j in pairwise(path)) for path in paths)
    return claimed, np.linalg.solve(np.eye(6) - A, np.eye(6)[0])[-1]


def backward_recursion(random):
    r"""$$\bar v_i = \sum_{j \,:\, i \to j} \bar v_j\, \frac{\partial v_j}{\partial v_i}, \qquad \bar v_{\text{out}} = 1$$

    A calculation in six steps, each a random function of all values before it: the recursion from the end, against
    complex steps, for which the value of each step is moved and the rest is computed anew.
    """
    steps = [RandomField(random, k) for k in range(1, 6)]
    v = [random.normal()]
    for step in steps:
        v.append(step(v))

    def output(i, moved):
        values = [*v[:i], moved]
        for step in steps[i:]:
            values.append(step(values))
        return values[-1]

    local = [step.gradient(np.array(v[: k + 1])) for k, step in enumerate(steps)]
    bar = {5: 1.0}
    for i in (4, 3, 2, 1, 0):
        bar[i] = sum(bar[j] * local[j - 1][i] for j in range(i + 1, 6))
    return np.array([bar[i] for i in range(6)]), np.array([output(i, v[i] + 1e-30j).imag / 1e-30 for i in range(6)])


def jacobian_chain(random):
    r"""$$\mat{J}_{\vect{g} \circ \vect{f}}(\vect{x}) = \mat{J}_{\vect{g}}(\vect{f}(\vect{x}))\, \mat{J}_{\vect{f}}(\vect{x})$$

    A random map from two numbers to three, and one from three to four: the product of shape (4, 2), against complex
    steps through the whole.
    """
    f, g, x = RandomMap(random, 2, 3), RandomMap(random, 3, 4), random.normal(size=2)
    measured = np.array([complex_step(lambda x, k=k: g(f(x))[k], x) for k in range(4)])
    return g.jacobian(f(x)) @ f.jacobian(x), measured


class Counted(float):
    """A number that counts how often numbers of its kind are multiplied."""

    multiplications = 0

    def __mul__(self, other):
        """Multiply, and count it."""
        Counted.multiplications += 1
        return Counted(float(self) * float(other))

    def __add__(self, other):
        """Add; sums are not counted."""
        return Counted(float(self) + float(other))

    __radd__ = __add__


def counted_product(first, second):
    """The product of two lists of rows, by the schoolbook rule."""
    columns = list(zip(*second, strict=True))
    return [[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in first]


def _counted_chain(sizes):
    """Matrices of counted ones: number k has the shape (n_k, n_(k-1))."""
    return [[[Counted(1)] * n for _ in range(m)] for n, m in pairwise(sizes)]


def _some_sizes(random):
    """The sizes n₀, …, n_K of a chain of three to five matrices."""
    return random.integers(2, 8, size=random.integers(4, 7)).tolist()


def forward_price(random):
    r"""$$C_{\text{forward}} = n_0 \sum_{k=2}^{K} n_k\, n_{k-1}$$

    Random sizes: the sum, against multiplications counted while the products are made, input end first.
    """
    n = _some_sizes(random)
    Counted.multiplications, (product, *rest) = 0, _counted_chain(n)
    for matrix in rest:
        product = counted_product(matrix, product)
    measured = float(Counted.multiplications)
    return float(n[0] * sum(n[k] * n[k - 1] for k in range(2, len(n)))), measured


def reverse_price(random):
    r"""$$C_{\text{reverse}} = n_K \sum_{k=1}^{K-1} n_k\, n_{k-1}$$

    Random sizes: the sum, against multiplications counted while the products are made, output end first.
    """
    n = _some_sizes(random)
    Counted.multiplications, (*rest, product) = 0, _counted_chain(n)
    for matrix in reversed(rest):
        product = counted_product(product, matrix)
    measured = float(Counted.multiplications)
    return float(n[-1] * sum(n[k] * n[k - 1] for k in range(1, len(n) - 1))), measured


def _as_matrix(a, b):
    """The dual number a + bε as a matrix: for E = (0 1; 0 0) we have E² = 0, as for ε."""
    return np.array([[a, b], [0.0, a]])


def dual_product(random):
    r"""$$(a + b\varepsilon)(c + d\varepsilon) = ac + (ad + bc)\,\varepsilon$$

    Four random numbers, against the product of the matrices a·1 + b·E and c·1 + d·E, whose E is a real matrix with
    E² = 0.
    """
    a, b, c, d = random.normal(size=4)
    return np.array([a * c, a * d + b * c]), (_as_matrix(a, b) @ _as_matrix(c, d))[0]


def dual_function(random):
    r"""$$f(a + b\varepsilon) = f(a) + f'(a)\, b\, \varepsilon$$

    p exp + q sin with random p and q, of a random a + bε, against SciPy's exponential and sine of the matrix a·1 + b·E.
    """
    a, b, p, q = random.normal(size=4)
    dual = _as_matrix(a, b)
    value, slope = p * math.exp(a) + q * math.sin(a), p * math.exp(a) + q * math.cos(a)
    return np.array([value, slope * b]), (p * linalg.expm(dual) + q * linalg.sinm(dual))[0]


def neuron_weight(random):
    r"""$$\frac{\partial L}{\partial w} = \frac{\partial L}{\partial y} \cdot \frac{\partial y}{\partial z} \cdot
    \frac{\partial z}{\partial w}$$

    A neuron z = wx + b, y = f(z) with a random activation f and a random loss of y: the three local rates, against a
    complex step in w.
    """
    w, b, x = random.normal(size=3)
    loss, f = RandomFunction(random), RandomFunction(random)
    z = w * x + b
    measured = loss(f((w + 1e-30j) * x + b)).imag / 1e-30
    return loss.derivative(f(z)) * f.derivative(z) * x, measured


def _layer(random):
    """A layer with three inputs and two neurons under a random loss of z = Wa + b: W, a, b, loss."""
    return random.normal(size=(2, 3)), random.normal(size=3), random.normal(size=2), RandomField(random, 2)


def weight_gradient(random):
    r"""$$\frac{\partial L}{\partial \mat{W}} = \vect{\delta}\, \vect{a}^\T$$

    A random layer of shape (2, 3) under a random loss: δ aᵀ, against complex steps in all six weights.
    """
    W, a, b, loss = _layer(random)
    delta = loss.gradient(W @ a + b)
    measured = complex_step(lambda w: loss(w.reshape(2, 3) @ a + b), W.ravel())
    return np.outer(delta, a), measured.reshape(2, 3)


def bias_gradient(random):
    r"""$$\frac{\partial L}{\partial \vect{b}} = \vect{\delta}$$

    A random layer under a random loss: δ = ∂L/∂z by rule, against complex steps in both biases.
    """
    W, a, b, loss = _layer(random)
    delta = loss.gradient(W @ a + b)
    return delta, complex_step(lambda b: loss(W @ a + b), b)


def input_gradient(random):
    r"""$$\frac{\partial L}{\partial \vect{a}} = \mat{W}^\T \vect{\delta}$$

    A random layer under a random loss: Wᵀδ, against complex steps in all three inputs.
    """
    W, a, b, loss = _layer(random)
    delta = loss.gradient(W @ a + b)
    return W.T @ delta, complex_step(lambda a: loss(W @ a + b), a)


def delta_recursion(random):
    r"""$$\vect{\delta} = \left( \mat{W}_{\text{next}}^\T\, \vect{\delta}_{\text{next}} \right) \odot \sigma'(\vect{z})$$

    A sigmoid layer of three neurons that feeds two, under a random loss: δ of the three, against complex steps in z.
    """
    W, _, b, loss = _layer(random)
    z = random.normal(size=3)
    delta_next = loss.gradient(W @ sigma(z) + b)
    slope = sigma(z) * (1 - sigma(z))
    return (W.T @ delta_next) * slope, complex_step(lambda z: loss(W @ sigma(z) + b), z)


def output_delta(random):
    r"""$$\vect{\delta}_{\text{out}} = \frac{\partial L}{\partial \vect{y}} \odot \sigma'(\vect{z}_{\text{out}})$$

    A sigmoid output layer of three neurons under a random loss: the product, against complex steps in z.
    """
    loss, z = RandomField(random, 3), random.normal(size=3)
    slope = sigma(z) * (1 - sigma(z))
    return loss.gradient(sigma(z)) * slope, complex_step(lambda z: loss(sigma(z)), z)


def backward_price(random):
    r"""$$C_{\text{backward}} = \sum_{k=1}^{K} n_k\, n_{k-1} + \sum_{k=2}^{K} n_k\, n_{k-1}$$

    Layers of random sizes: the sums, against multiplications counted during δ aᵀ in each layer, and Wᵀδ in each but the
    first.
    """
    n = _some_sizes(random)
    Counted.multiplications = 0
    delta = [[Counted(1)] for _ in range(n[-1])]
    for k, W in reversed(list(enumerate(_counted_chain(n)))):
        counted_product(delta, [[Counted(1)] * n[k]])
        if k:
            delta = counted_product([list(column) for column in zip(*W, strict=True)], delta)
    measured = float(Counted.multiplications)
    K = len(n) - 1
    return float(
        sum(n[k] * n[k - 1] for k in range(1, K + 1)) + sum(n[k] * n[k - 1] for k in range(2, K + 1))
    ), measured
