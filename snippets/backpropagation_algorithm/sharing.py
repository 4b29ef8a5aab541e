"""Weights that are used in several places: a convolution, and a matrix that serves twice.

What is used several times gets a gradient from each use, and they add up. For a convolution with K weights,

    forward                     y_i = Σ_k w_k x_(i+k)         K weights meet every place
    backward, to the weights    ∂L/∂w_k = Σ_i δ_i x_(i+k)     δ slides along the input, as the weights did
    backward, to the input      ∂L/∂x_j = Σ_k w_k δ_(j-k)     every output that read x_j, in reverse

where δ = ∂L/∂y, and an entry beyond either end of δ counts as 0.
"""

import numpy as np


# --8<-- [start:slide]
def slide(weights, x):
    """Slide K weights along x (n,): outputs of shape (n - K + 1,).

    >>> slide(np.array([1, -1]), np.array([1, 2, 0, 3])).tolist()
    [-1, 2, -3]
    """
    places = range(len(x) - len(weights) + 1)
    return np.array([weights @ x[i : i + len(weights)] for i in places])


def slide_backward(weights, x, delta):
    """Gradients of the weights (K,) and of x (n,), from delta = ∂L/∂y.

    >>> w, x = np.array([1, -1]), np.array([1, 2, 0, 3])
    >>> [g.tolist() for g in slide_backward(w, x, np.array([1, 0, 2]))]
    [[1, 8], [1, -1, 2, -2]]
    """
    to_weights, to_x = np.zeros_like(weights), np.zeros_like(x)
    for i, d in enumerate(delta):  # output i has read a window of x
        to_weights += d * x[i : i + len(weights)]
        to_x[i : i + len(weights)] += d * weights
    return to_weights, to_x


# --8<-- [end:slide]


# --8<-- [start:tied]
def tied(weights, x):
    """Encoder and decoder with one matrix W (m, n): h = Wx, y = Wᵀh.

    >>> h, y = tied(np.array([[1, 2]]), np.array([3, 1]))
    >>> h.tolist(), y.tolist()
    ([5], [5, 10])
    """
    h = weights @ x
    return h, weights.T @ h


def tied_backward(weights, x, h, u):
    """Gradients of W (m, n) and of x (n,), from u = ∂L/∂y of shape (n,).

    >>> weights, x, u = np.array([[1, 2]]), np.array([3, 1]), np.array([1, 0])
    >>> to_weights, to_x = tied_backward(weights, x, np.array([5]), u)
    >>> to_weights.tolist(), to_x.tolist()
    ([[8, 1]], [1, 2])
    """
    delta = weights @ u  # ∂L/∂h, shape (m,)
    as_decoder, as_encoder = np.outer(h, u), np.outer(delta, x)
    return as_decoder + as_encoder, weights.T @ delta


# --8<-- [end:tied]
