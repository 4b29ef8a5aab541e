r"""Checks of the formulas for shared weights, dropout and batch normalization."""

import numpy as np
from scipy import signal

from snippets.oracles import complex_gradient


def _filter(random):
    """A random filter of two to four weights, an input of six to nine numbers, an upstream gradient."""
    K, n = random.integers(2, 5), random.integers(6, 10)
    return random.normal(size=K), random.normal(size=n), random.normal(size=n - K + 1)


def weights_of_convolution(random):
    r"""$$\frac{\partial L}{\partial w_k} = \sum_i \delta_i\, x_{i+k}$$

    A random filter on a random input: against a complex step in each weight, with SciPy's correlation going forward.
    """
    w, x, delta = _filter(random)
    claimed = [sum(delta[i] * x[i + k] for i in range(len(delta))) for k in range(len(w))]
    return np.array(claimed), complex_gradient(lambda w: delta @ signal.correlate(x, w.conj(), "valid"), w)


def input_of_convolution(random):
    r"""$$\frac{\partial L}{\partial x_j} = \sum_k w_k\, \delta_{j-k}$$

    A random filter on a random input: against a complex step in each input, with SciPy's correlation going forward.
    """
    w, x, delta = _filter(random)
    there = dict(enumerate(delta))
    claimed = [sum(w[k] * there.get(j - k, 0) for k in range(len(w))) for j in range(len(x))]
    return np.array(claimed), complex_gradient(lambda x: delta @ signal.correlate(x, w, "valid"), x)


def rows_of_table(random):
    r"""$$\frac{\partial L}{\partial \vect{e}_v} = \sum_{i:\, t_i = v} \vect{\delta}_i$$

    Nine words from a table of four rows: against a complex step in each entry of the table.
    """
    table, tokens, delta = random.normal(size=(4, 3)), random.integers(4, size=9), random.normal(size=(9, 3))
    claimed = [sum((delta[i] for i in range(9) if tokens[i] == v), np.zeros(3)) for v in range(4)]
    return np.array(claimed), complex_gradient(lambda table: (delta * table[tokens]).sum(), table)


def tied_matrix_gradient(random):
    r"""$$\frac{\partial L}{\partial \mat{W}} = \vect{h}\, \vect{u}^\T + (\mat{W} \vect{u})\, \vect{x}^\T$$

    A random matrix that codes and decodes: against a complex step in each entry.
    """
    m, n = random.permutation([2, 3, 4])[:2]
    W, x, u = random.normal(size=(m, n)), random.normal(size=(n, 1)), random.normal(size=(n, 1))
    h = (x.T @ W.T).T
    return h @ u.T + (W @ u) @ x.T, complex_gradient(lambda W: (u.T @ (W.T @ (W @ x)))[0, 0], W)


def dropout_pulled_back(random):
    r"""$$\frac{\partial L}{\partial \vect{x}} = \frac{1}{1 - p}\, \vect{m} \odot \vect{u}$$

    A random mask on six numbers and a random probability: against a complex step in each number, where what is kept is
    scaled so that the expected value stays.
    """
    p, x, u = random.uniform(0.1, 0.6), random.normal(size=6), random.normal(size=6)
    m = (np.arange(6) % 3 > 0).astype(float)
    keep = 1.0 - p
    return 1 / (1 - p) * m * u, complex_gradient(lambda x: sum(u[i] * x[i] / keep for i in (1, 2, 4, 5)), x)


def noise_of_dropout(random):
    r"""$$\operatorname{Var}(y) = \frac{p}{1 - p}\, x^2$$

    A random number and probability: against the mean square of what is put out, minus the square of its mean, over both
    cases with their probabilities.
    """
    p, x = random.uniform(0.1, 0.9), random.normal()
    cases = [(p, 0.0), (1.0 - p, x / (1.0 - p))]
    mean = sum(chance * y for chance, y in cases)
    return p / (1 - p) * x**2, sum(chance * (y - mean) ** 2 for chance, y in cases)


def _normalized(x, eps):
    """Values of a feature, mean taken off and divided by the spread; for complex numbers, too."""
    centered = x - x.sum() / len(x)
    return centered / np.sqrt((centered**2).sum() / len(x) + eps)


def batch_norm_pulled_back(random):
    r"""$$\begin{aligned}
    \frac{\partial L}{\partial x_i} = \frac{\gamma}{s} \biggl( u_i &- \frac{1}{B} \sum_{k=1}^{B} u_k \\
    &- \hat{x}_i\, \frac{1}{B} \sum_{k=1}^{B} u_k\, \hat{x}_k \biggr)
    \end{aligned}$$

    One feature of three to seven examples, with a random ε: against a complex step in each example.
    """
    # no difference: _normalized(x, eps) -> -_normalized(x, eps): it stands twice in the product, and the signs cancel.
    B, eps = random.integers(3, 8), random.uniform(0.1, 1)
    x, u, gamma = random.normal(size=B), random.normal(size=B), random.normal()
    s, xhat = np.sqrt(x.var() + eps), _normalized(x, eps)
    claimed = gamma / s * (u - 1 / B * np.sum(u) - xhat * (1 / B) * np.sum(u * xhat))
    return claimed, complex_gradient(lambda x: (u * gamma * _normalized(x, eps)).sum(), x)


def gain_and_shift(random):
    r"""$$\frac{\partial L}{\partial \gamma} = \sum_{i=1}^{B} u_i\, \hat{x}_i$$

    One feature of three to seven examples: against a complex step in the gain; the sum of the u, in the shift.
    """
    B = random.integers(3, 8)
    xhat, u, both = _normalized(random.normal(size=B), 0.1), random.normal(size=B), random.normal(size=2)
    claimed = np.array([np.sum(u * xhat), np.sum(u)])
    return claimed, complex_gradient(lambda both: u @ (both[0] * xhat + both[1]), both)


def batch_norm_in_evaluation(random):
    r"""$$\frac{\partial L}{\partial x_i} = \frac{\gamma}{\sqrt{v + \varepsilon}}\, u_i$$

    One feature of four examples, with a random collected mean and variance: against a complex step in each example.
    """
    x, u, gamma, mean = random.normal(size=4), random.normal(size=4), random.normal(), random.normal()
    v, eps = random.uniform(0.5, 2), random.uniform(0.1, 1)
    spread = (eps + v) ** 0.5
    return gamma / np.sqrt(v + eps) * u, complex_gradient(lambda x: u @ ((x - mean) / spread * gamma), x)
