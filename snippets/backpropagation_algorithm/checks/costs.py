r"""Checks of the formulas for operations and memory, by counting, and of attention's backward pass."""

import numpy as np

from snippets.backpropagation_algorithm.memory import checkpointed
from snippets.oracles import complex_gradient
from snippets.partial_derivatives_and_jacobians.counting import multiplications
from snippets.random_functions import RandomField


def operations_of_training(random):
    r"""$$C \approx 6\, N D$$

    A random linear layer in the middle of a network and a random batch: a multiplication and an addition for each
    product of a pass, counted by the numbers themselves, forward and for both products backward.
    """
    n, m, D = random.permutation([3, 4, 5, 6, 7])[:3]
    weights, a, delta = (random.normal(size=shape) for shape in ((m, n), (D, n), (D, m)))
    N = m * n
    products = (
        multiplications(lambda a, weights: a @ weights.T, a, weights)
        + multiplications(lambda delta, a: delta.T @ a, delta, a)
        + multiplications(lambda delta, weights: delta @ weights, delta, weights)
    )
    return 6 * N * D, 2.0 * products


def bytes_of_block(random):
    r"""$$M_{\text{block}} = s\, h \left( 34 + 5\, \frac{a\, s}{h} \right) \text{ bytes}$$

    A random block: against the sum over its tensors, listed one by one with their shapes and the bytes of their numbers.
    """
    a = random.integers(2, 9)
    h, s = a * random.integers(8, 65), random.integers(16, 513)
    wide, number, mask = (s, h), 2, 1
    tensors = [
        (wide, number),  # input of the first layer norm
        (wide, number),  # input of the three linear layers
        (wide, number),  # queries
        (wide, number),  # keys
        (wide, number),  # values
        ((a, s, s), number),  # output of the softmax
        ((a, s, s), mask),  # dropout on it
        ((a, s, s), number),  # its output
        (wide, number),  # input of the projection
        (wide, mask),  # dropout behind it
        (wide, number),  # input of the second layer norm
        (wide, number),  # input of the first linear layer
        ((s, 4 * h), number),  # input of GELU
        ((s, 4 * h), number),  # input of the second linear layer
        (wide, mask),  # dropout behind it
    ]
    return s * h * (34 + 5 * a * s / h), float(sum(np.prod(shape) * size for shape, size in tensors))


def memory_with_checkpoints(random):
    r"""$$M(k) = \frac{n}{k} + k - 1$$

    A chain of random length with a checkpoint before every k-th layer, run forward and back, and the inputs counted that
    are held; and the square number of layers nearest to it, with the least that any distance of checkpoints needs.
    """
    k = random.integers(2, 8)
    n = k * random.integers(2, 8)
    layer = (lambda x: x, lambda x, u: u)
    root = random.integers(3, 8)
    square = root**2
    tried = [max(checkpointed([layer] * square, 0.0, 0.0, every)[1]) for every in range(1, square + 1)]
    _, held = checkpointed([layer] * n, 0.0, 0.0, k)
    return np.array([n / k + k - 1, 2 * np.sqrt(square) - 1]), np.array([max(held), min(tried)], dtype=float)


def _head(random):
    """Queries, keys, values and upstream gradients of a random head: three arrays (T, d) and one more."""
    T, d = random.permutation([3, 4, 5])[:2]
    return random.normal(size=(4, T, d))


def _output(Q, K, V):
    """Output of a head, row by row, from exponentials; for complex numbers, too."""
    powers = np.exp(Q @ K.T / Q.shape[1] ** 0.5)
    return powers / powers.sum(axis=1, keepdims=True) @ V


def _weights(Q, K):
    """Softmax of each row of the scores."""
    return _output(Q, K, np.eye(len(K)))


def attention_values(random):
    r"""$$\frac{\partial L}{\partial \mat{V}} = \mat{P}^\T\, \mat{U}$$

    A random head: against a complex step in each entry of the values.
    """
    Q, K, V, U = _head(random)
    P = _weights(Q, K)
    return P.T @ U, complex_gradient(lambda V: (U * _output(Q, K, V)).sum(), V)


def attention_scores(random):
    r"""$$\frac{\partial L}{\partial S_{ij}} = P_{ij} \left( D_{ij} - \sum_k P_{ik} D_{ik} \right)$$

    Random scores, values and upstream gradients: against a complex step in each score.
    """
    S, V, U = random.normal(size=(4, 4)), random.normal(size=(4, 3)), random.normal(size=(4, 3))
    P, D = _weights(2.0 * S, np.eye(4)), U @ V.T
    claimed = [[P[i, j] * (D[i, j] - sum(P[i, k] * D[i, k] for k in range(4))) for j in range(4)] for i in range(4)]
    return np.array(claimed), complex_gradient(lambda S: (U * _output(2.0 * S, np.eye(4), V)).sum(), S)


def attention_queries_and_keys(random):
    r"""$$\frac{\partial L}{\partial \mat{K}} = \tfrac{1}{\sqrt{d}}\, \mat{G}^\T \mat{Q}$$

    A random head below a random function of its scores: against a complex step in each key, and in each query.
    """
    d = random.integers(2, 5)
    Q, K, f = random.normal(size=(3, d)), random.normal(size=(4, d)), RandomField(random, 12)
    G = f.gradient((Q @ K.T / d**0.5).ravel()).reshape(3, 4)
    claimed = np.concatenate([1 / np.sqrt(d) * G @ K, 1 / np.sqrt(d) * G.T @ Q])
    to_q = complex_gradient(lambda Q: f((Q @ K.T / d**0.5).ravel()), Q)
    return claimed, np.concatenate([to_q, complex_gradient(lambda K: f((Q @ K.T / d**0.5).ravel()), K)])


def attention_row_sum(random):
    r"""$$\sum_k P_{ik} D_{ik} = \vect{u}_i \cdot \vect{o}_i$$

    A random head: the sum over the table, against the dot product with the output.
    """
    Q, K, V, U = _head(random)
    # no difference: len(K) -> len(U): the head has as many outputs as keys.
    # no difference: len(K) -> len(Q): the head has as many queries as keys.
    P, D, i = _weights(Q, K), np.einsum("id,kd->ik", U, V), random.integers(len(Q))
    claimed = sum(P[i, k] * D[i, k] for k in range(len(K)))
    return claimed, U[i] @ _output(Q, K, V)[i]
