r"""Checks of the formulas on the page of topic 02, each against an independent route.

Each function returns what the formula claims and what was measured another way (and, where rounding asks for it, how
far the two may differ, relative to the measured value).
"""

import math
from itertools import pairwise, permutations

import mpmath
import numpy as np
from scipy import linalg, optimize

RNG_SEED = 2


def sigma(z):
    """The sigmoid for real and complex numbers, so that it can take a complex step."""
    return 1 / (1 + np.exp(-z))


def complex_step(f, point, h=1e-30):
    """Gradient of f at a point (n,): Im f(x + ihe)/h for each axis; nothing is subtracted."""
    return np.array([f(point + 1j * h * e).imag / h for e in np.eye(len(point))])


def chain_of_rates():
    r"""$$\frac{\dd y}{\dd x} = \frac{\dd y}{\dd u} \cdot \frac{\dd u}{\dd x}$$

    y = sin u with u = x³ at x = 0.9: the product, against a numerical derivative of sin(x³) with many digits.
    """
    x = 0.9
    return math.cos(x**3) * 3 * x**2, float(mpmath.diff(lambda s: mpmath.sin(s**3), x))


def several_variables():
    r"""$$\frac{\partial f}{\partial x} = \sum_{k=1}^{m} \frac{\partial f}{\partial u_k}\,
    \frac{\partial u_k}{\partial x}$$

    f = u₁u₂ + sin u₃ with u = (xy, x + y, x²) at (0.8, 1.7), in x, against a complex step through the whole.
    """
    x, y = 0.8, 1.7
    outer = np.array([x + y, x * y, math.cos(x**2)])
    inner = np.array([y, 1, 2 * x])

    def whole(p):
        return p[0] * p[1] * (p[0] + p[1]) + np.sin(p[0] ** 2)

    return outer @ inner, complex_step(whole, np.array([x, y]))[0]


def total_derivative():
    r"""$$\frac{\dd}{\dd x} f(x, u(x)) = \frac{\partial f}{\partial x}
    + \frac{\partial f}{\partial u}\, \frac{\dd u}{\dd x}$$

    f = e^(xu) with u = sin x at x = 0.6, against a numerical derivative of e^(x sin x) with many digits.
    """
    x, u = 0.6, math.sin(0.6)
    claimed = u * math.exp(x * u) + x * math.exp(x * u) * math.cos(x)
    return claimed, float(mpmath.diff(lambda s: mpmath.exp(s * mpmath.sin(s)), x))


def _random_dag(n=7):
    """Local derivatives of a random linear graph: entry (j, i) is ∂vⱼ/∂vᵢ, not zero only for i < j."""
    return np.tril(np.random.default_rng(RNG_SEED).normal(size=(n, n)), -1)


def paths_add_up():
    r"""$$\frac{\partial y}{\partial x} = \sum_{\text{paths } x \to y} \;
    \prod_{\text{edges } i \to j} \frac{\partial v_j}{\partial v_i}$$

    A random graph of seven nodes: all 32 paths listed one by one, against the solution of a linear system, since
    moving node 0 by 1 moves the others by d with d = A d + e.
    """
    A = _random_dag()
    n, claimed = len(A), 0.0
    for k in range(n - 1):
        for stops in permutations(range(1, n - 1), k):
            if list(stops) == sorted(stops):
                walk = [0, *stops, n - 1]
                claimed += math.prod(A[j, i] for i, j in pairwise(walk))
    measured = np.linalg.solve(np.eye(n) - A, np.eye(n)[0])[-1]
    return claimed, measured


def backward_recursion():
    r"""$$\bar v_i = \sum_{j \,:\, i \to j} \bar v_j\, \frac{\partial v_j}{\partial v_i}, \qquad \bar v_{\text{out}} = 1$$

    All sensitivities of x·sin(xy) + e^y/x at (1.5, 0.5), backward, against complex steps at each intermediate value.
    """
    x, y = 1.5, 0.5
    p, s, e = x * y, math.sin(x * y), math.exp(y)

    def rest(v):  # the calculation from (x, p, s, e) on, each a variable of its own
        return v[0] * v[2] + v[3] / v[0] + 0 * v[1]

    s_bar, e_bar = x, 1 / x
    p_bar = s_bar * math.cos(p)
    y_bar = p_bar * x + e_bar * e
    x_bar = p_bar * y + s - e / x**2
    held = complex_step(rest, np.array([x, p, s, e]))
    through_p = complex_step(lambda v: x * np.sin(v[0]) + e / x, np.array([p]))[0]
    whole = complex_step(lambda v: v[0] * np.sin(v[0] * v[1]) + np.exp(v[1]) / v[0], np.array([x, y]))
    return np.array([s_bar, e_bar, p_bar, x_bar, y_bar]), np.array([held[2], held[3], through_p, *whole])


def jacobian_chain():
    r"""$$\mat{J}_{\vect{g} \circ \vect{f}}(\vect{x}) = \mat{J}_{\vect{g}}(\vect{f}(\vect{x}))\, \mat{J}_{\vect{f}}(\vect{x})$$

    f(r, φ) = (r cos φ, r sin φ, r²) and g(a, b, c) = (ab, e^c b): the product, against SciPy's numerical Jacobian.
    """

    def f(p):
        return np.array([p[0] * np.cos(p[1]), p[0] * np.sin(p[1]), p[0] ** 2])

    def g(q):
        return np.array([q[0] * q[1], np.exp(q[2]) * q[1]])

    here = np.array([0.7, 0.4])
    a, b, c = f(here)
    J_f = np.array([[a / 0.7, -b], [b / 0.7, a], [1.4, 0]])
    J_g = np.array([[b, a, 0], [0, np.exp(c), np.exp(c) * b]])
    return J_g @ J_f, optimize.approx_fprime(here, lambda p: g(f(p))), 1e-5


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


def forward_price():
    r"""$$C_{\text{forward}} = n_0 \sum_{k=2}^{K} n_k\, n_{k-1}$$

    Sizes 7, 2, 5, 3, 4: the sum, against multiplications counted while the products are made, input end first.
    """
    sizes = [7, 2, 5, 3, 4]
    claimed = sizes[0] * sum(sizes[k] * sizes[k - 1] for k in range(2, len(sizes)))
    Counted.multiplications, (product, *rest) = 0, _counted_chain(sizes)
    for matrix in rest:
        product = counted_product(matrix, product)
    return float(claimed), float(Counted.multiplications)


def reverse_price():
    r"""$$C_{\text{reverse}} = n_K \sum_{k=1}^{K-1} n_k\, n_{k-1}$$

    Sizes 7, 2, 5, 3, 4: the sum, against multiplications counted while the products are made, output end first.
    """
    sizes = [7, 2, 5, 3, 4]
    claimed = sizes[-1] * sum(sizes[k] * sizes[k - 1] for k in range(1, len(sizes) - 1))
    Counted.multiplications, (*rest, product) = 0, _counted_chain(sizes)
    for matrix in reversed(rest):
        product = counted_product(product, matrix)
    return float(claimed), float(Counted.multiplications)


def _as_matrix(a, b):
    """The dual number a + bε as a matrix: for E = (0 1; 0 0) we have E² = 0, as for ε."""
    return np.array([[a, b], [0.0, a]])


def dual_product():
    r"""$$(a + b\varepsilon)(c + d\varepsilon) = ac + (ad + bc)\,\varepsilon$$

    2.5 - 0.7ε times 1.3 + 4ε, against the product of the matrices a·1 + b·E, whose E is a real matrix with E² = 0.
    """
    a, b, c, d = 2.5, -0.7, 1.3, 4.0
    return np.array([a * c, a * d + b * c]), (_as_matrix(a, b) @ _as_matrix(c, d))[0]


def dual_function():
    r"""$$f(a + b\varepsilon) = f(a) + f'(a)\, b\, \varepsilon$$

    The exponential and the sine of 0.8 + 2.5ε, against SciPy's exponential and sine of the matrix a·1 + b·E.
    """
    a, b = 0.8, 2.5
    claimed = [math.exp(a), math.exp(a) * b, math.sin(a), math.cos(a) * b]
    return np.array(claimed), np.array([*linalg.expm(_as_matrix(a, b))[0], *linalg.sinm(_as_matrix(a, b))[0]])


def neuron_weight():
    r"""$$\frac{\partial L}{\partial w} = \frac{\partial L}{\partial y} \cdot \frac{\partial y}{\partial z} \cdot
    \frac{\partial z}{\partial w}$$

    L = ½(y - t)², y = tanh z, z = wx + b: the three local rates at w = 0.3, against a complex step in w.
    """
    w, b, x, t = 0.3, 0.2, 1.7, 0.9
    z = w * x + b
    claimed = (math.tanh(z) - t) * (1 - math.tanh(z) ** 2) * x
    return claimed, complex_step(lambda p: (np.tanh(p[0] * x + b) - t) ** 2 / 2, np.array([w]))[0]


def _layer():
    """A layer with three inputs and two neurons, and the loss Σ sin(z) · c: W, a, b, c."""
    rng = np.random.default_rng(RNG_SEED)
    return rng.normal(size=(2, 3)), rng.normal(size=3), rng.normal(size=2), np.array([1.5, -0.4])


def weight_gradient():
    r"""$$\frac{\partial L}{\partial \mat{W}} = \vect{\delta}\, \vect{a}^\T$$

    A layer of shape (2, 3) under the loss Σ cᵢ sin(zᵢ): δ aᵀ, against complex steps in all six weights.
    """
    W, a, b, c = _layer()
    delta = c * np.cos(W @ a + b)
    measured = complex_step(lambda w: c @ np.sin(w.reshape(2, 3) @ a + b), W.ravel())
    return np.outer(delta, a), measured.reshape(2, 3)


def bias_gradient():
    r"""$$\frac{\partial L}{\partial \vect{b}} = \vect{\delta}$$

    The same layer: δ, against complex steps in both biases.
    """
    W, a, b, c = _layer()
    return c * np.cos(W @ a + b), complex_step(lambda b: c @ np.sin(W @ a + b), b)


def input_gradient():
    r"""$$\frac{\partial L}{\partial \vect{a}} = \mat{W}^\T \vect{\delta}$$

    The same layer: Wᵀδ, against complex steps in all three inputs.
    """
    W, a, b, c = _layer()
    return W.T @ (c * np.cos(W @ a + b)), complex_step(lambda a: c @ np.sin(W @ a + b), a)


def delta_recursion():
    r"""$$\vect{\delta} = \left( \mat{W}_{\text{next}}^\T\, \vect{\delta}_{\text{next}} \right) \odot \sigma'(\vect{z})$$

    Two sigmoid layers of three and two neurons under the loss ½‖y - t‖²: δ of the first, against complex steps in z.
    """
    rng = np.random.default_rng(RNG_SEED)
    W, z, t = rng.normal(size=(2, 3)), rng.normal(size=3), rng.normal(size=2)
    y = sigma(W @ sigma(z))
    delta_next = (y - t) * y * (1 - y)
    claimed = (W.T @ delta_next) * sigma(z) * (1 - sigma(z))
    return claimed, complex_step(lambda z: np.sum((sigma(W @ sigma(z)) - t) ** 2) / 2, z)


def output_delta():
    r"""$$\vect{\delta}_{\text{out}} = \frac{\partial L}{\partial \vect{y}} \odot \sigma'(\vect{z}_{\text{out}})$$

    A sigmoid output layer of three neurons under the loss Σ yᵢ³: against complex steps in z.
    """
    z = np.array([0.3, -1.2, 2.0])
    claimed = 3 * sigma(z) ** 2 * sigma(z) * (1 - sigma(z))
    return claimed, complex_step(lambda z: np.sum(sigma(z) ** 3), z)


def backward_price():
    r"""$$C_{\text{backward}} = \sum_{k=1}^{K} n_k\, n_{k-1} + \sum_{k=2}^{K} n_k\, n_{k-1}$$

    Layers of sizes 7, 2, 5, 3: the sums, against multiplications counted during δ aᵀ in each layer, and Wᵀδ in each
    but the first.
    """
    sizes = [7, 2, 5, 3]
    products = [n * m for n, m in pairwise(sizes)]
    claimed = sum(products) + sum(products[1:])
    Counted.multiplications = 0
    delta = [[Counted(1)] for _ in range(sizes[-1])]
    for k, W in reversed(list(enumerate(_counted_chain(sizes)))):
        counted_product(delta, [[Counted(1)] * sizes[k]])
        if k:
            delta = counted_product([list(column) for column in zip(*W, strict=True)], delta)
    return float(claimed), float(Counted.multiplications)
