r"""Checks of forward and reverse mode: the recursion, the prices, dual numbers."""

import math
from itertools import pairwise

import numpy as np
from scipy import linalg

from snippets.oracles import complex_step
from snippets.partial_derivatives_and_jacobians.counting import multiplications
from snippets.random_functions import RandomField


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
    measured = [complex_step(lambda moved, i=i: output(i, moved), v[i]) for i in range(6)]
    return np.array([bar[i] for i in range(6)]), np.array(measured)


def _chain(sizes):
    """Matrices of ones: number k has the shape (n_k, n_(k-1))."""
    return [np.ones((m, n)) for n, m in pairwise(sizes)]


def _some_sizes(random):
    """The sizes n₀, …, n_K of a chain of three to five matrices."""
    return random.integers(2, 8, size=random.integers(4, 7)).tolist()


def backward_price(random):
    r"""$$C_{\text{backward}} = \sum_{k=1}^{K} n_k\, n_{k-1} + \sum_{k=2}^{K} n_k\, n_{k-1}$$

    Layers of random sizes: the sums, against multiplications counted during δ aᵀ in each layer, and Wᵀδ in each but the
    first.
    """
    n = _some_sizes(random)

    def backward(delta, *chain):
        for k, W in reversed(list(enumerate(chain))):
            np.outer(delta, np.ones(n[k]))
            delta = W.T @ delta if k else delta

    measured = multiplications(backward, np.ones(n[-1]), *_chain(n))
    K = len(n) - 1
    return float(
        sum(n[k] * n[k - 1] for k in range(1, K + 1)) + sum(n[k] * n[k - 1] for k in range(2, K + 1))
    ), measured


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
