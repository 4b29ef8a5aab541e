"""Layers and their derivatives, three times each: as a matrix J, as J·v, and as Jᵀ·u.

    layer           value                Jacobian J                        shape     numbers needed for J·v and Jᵀ·u
    linear          W x + b              W                                 (m, n)    m n (the weights, there anyway)
    elementwise     σ(z)                 diag(σ'(z))                       (n, n)    n
    softmax         exp(z)/Σ exp(z)      diag(p) - p pᵀ                    (n, n)    n
    normalization   y = (x - μ)/s        (I - 1 1ᵀ/n - y yᵀ/n)/s           (n, n)    n + 1

J·v pushes a change v of the input forward to a change of the output. Jᵀ·u pulls a sensitivity u to the output back to a
sensitivity to the input. Neither needs the matrix. All vectors have shape (n,).
"""

import numpy as np


# --8<-- [start:softmax]
def softmax(z):
    """Positive numbers that sum to 1, shape (n,), larger where z is larger.

    >>> softmax(np.array([2, 1, 0])).round(4).tolist()
    [0.6652, 0.2447, 0.09]
    """
    powers = np.exp(z - np.max(z))  # the shift changes nothing but the range
    return powers / powers.sum()


def softmax_jacobian(p):
    """diag(p) - p pᵀ, shape (n, n), from the softmax p itself.

    >>> softmax_jacobian(np.array([0.75, 0.25])).tolist()
    [[0.1875, -0.1875], [-0.1875, 0.1875]]
    """
    return np.diag(p) - np.outer(p, p)


def softmax_vjp(p, u):
    """Product of the transposed Jacobian with u, without the matrix: (n,).

    The Jacobian is symmetric, so this is its product with u, too.

    >>> softmax_vjp(np.array([0.75, 0.25]), np.array([1.0, 0.0])).tolist()
    [0.1875, -0.1875]
    """
    return p * (u - p @ u)


# --8<-- [end:softmax]


# --8<-- [start:elementwise]
def tanh_jacobian(z):
    """Diagonal matrix of the slopes 1 - tanh², shape (n, n).

    >>> tanh_jacobian(np.array([0.0, 1.0])).round(4).tolist()
    [[1.0, 0.0], [0.0, 0.42]]
    """
    return np.diag(1 - np.tanh(z) ** 2)


def tanh_vjp(z, u):
    """Same product without the matrix: slope times sensitivity, one by one.

    >>> tanh_vjp(np.array([0.0, 1.0]), np.array([5.0, 5.0])).round(4).tolist()
    [5.0, 2.0999]
    """
    return (1 - np.tanh(z) ** 2) * u


# --8<-- [end:elementwise]


# --8<-- [start:normalize]
def normalize(x, eps=0.0):
    """Layer normalization: mean 0 and, for eps = 0, mean square 1.

    >>> normalize(np.array([0, 0, 4, 4])).tolist()
    [-1.0, -1.0, 1.0, 1.0]
    """
    centered = x - np.mean(x)
    return centered / np.sqrt(np.mean(centered**2) + eps)


def normalize_jacobian(x, eps=0.0):
    """(I - 1 1ᵀ/n - y yᵀ/n)/s, shape (n, n), with y = normalize(x).

    >>> normalize_jacobian(np.array([0, 0, 4, 4]))[0].tolist()
    [0.25, -0.25, 0.0, 0.0]
    """
    n, y, s = len(x), normalize(x, eps), np.sqrt(np.var(x) + eps)
    return (np.eye(n) - np.ones((n, n)) / n - np.outer(y, y) / n) / s


# --8<-- [end:normalize]


def normalize_vjp(x, u, eps=0.0):
    """Same product without the matrix; the Jacobian is symmetric.

    >>> x, u = np.array([0, 0, 4, 4]), np.array([1.0, 0.0, 0.0, 0.0])
    >>> normalize_vjp(x, u).tolist()
    [0.25, -0.25, 0.0, 0.0]
    """
    y, s = normalize(x, eps), np.sqrt(np.var(x) + eps)
    return (u - np.mean(u) - y * np.mean(y * u)) / s


# --8<-- [start:linear]
def linear_vjp(weights, x, u):
    """Pull u back through W x + b: to x, to W and to b.

    Shapes: weights (m, n), x (n,), u (m,). Each answer has the shape of
    what it belongs to: (n,), (m, n) and (m,).

    >>> weights, x = np.array([[1, 2, 3], [4, 5, 6]]), np.array([1, 0, 2])
    >>> [g.tolist() for g in linear_vjp(weights, x, np.array([1, 10]))]
    [[41, 52, 63], [[1, 0, 2], [10, 0, 20]], [1, 10]]
    """
    return weights.T @ u, np.outer(u, x), u


# --8<-- [end:linear]
