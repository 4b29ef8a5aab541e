"""Attention, forward and back, for one head: T queries Q (T, d), keys K (T, d), values V (T, d).

forward                        backward, with U = ∂L/∂O (T, d)
S = Q Kᵀ/√d       (T, T)       ∂L/∂V = Pᵀ U
P = softmax rows  (T, T)       D = ∂L/∂P = U Vᵀ               then per row the softmax's rule:
O = P V           (T, d)       G = ∂L/∂S = P ⊙ (D - row sums of P ⊙ D)
                               ∂L/∂Q = G K/√d        ∂L/∂K = Gᵀ Q/√d
"""

import numpy as np

from snippets.losses_and_activations.softmax import softmax


# --8<-- [start:attention]
def attention(q, k, v):
    """Outputs (T, d) and weights P (T, T) of one head.

    >>> q, v = np.zeros((2, 4)), np.array([[1.0, 0], [3, 2]])
    >>> attention(q, q, v)[0].tolist()  # equal scores: the mean of the values
    [[2.0, 1.0], [2.0, 1.0]]
    """
    p = softmax(q @ k.T / np.sqrt(q.shape[1]))
    return p @ v, p


def attention_backward(q, k, v, p, u):
    """Gradients of q, k and v, each in its shape, from u = ∂L/∂O (T, d).

    >>> q, k = np.array([[2.0, 0]]), np.array([[1.0, 0]])  # one token
    >>> to_q, to_k, to_v = attention_backward(q, k, k, np.ones((1, 1)), q)
    >>> to_q.tolist(), to_k.tolist(), to_v.tolist()  # nothing to choose
    ([[0.0, 0.0]], [[0.0, 0.0]], [[2.0, 0.0]])
    """
    to_v = p.T @ u
    to_p = u @ v.T
    to_s = p * (to_p - (p * to_p).sum(axis=1, keepdims=True))
    to_s = to_s / np.sqrt(q.shape[1])
    return to_s @ k, to_s.T @ q, to_v


# --8<-- [end:attention]
