"""Softmax: scores in, probabilities out; and the cross-entropy that belongs to it.

Softmax raises e to each score and divides by the sum: K numbers z in, K positive numbers p with sum 1 out. Every
output depends on every input, so its derivative is a Jacobian, not a slope:

    ∂p_i/∂z_j = p_i (δ_ij - p_j)          as a matrix: diag(p) - p pᵀ, shape (K, K)

Cross-entropy takes -ln of the probability of the right class. Through both at once the gradient with respect to z is

    ∂L/∂z = p - y                         with y one-hot, shape (K,)

and the matrix has disappeared. Arrays of scores have shape (K,), or (n, K) for a batch of n examples.
"""

import numpy as np

from snippets.losses_and_activations.stable import floats, log_sum_exp


# --8<-- [start:softmax]
def naive_softmax(z):
    """Softmax as written; z has shape (K,).

    >>> naive_softmax([0, 0]).tolist()
    [0.5, 0.5]
    """
    powers = np.exp(floats(z))
    return powers / powers.sum()


def softmax(z, temperature=1.0):
    """Softmax of z / temperature; z and the result have shape (…, K).

    That of topic 03, now also for a batch and at any temperature.

    >>> softmax([2.0, 1.0, -1.0]).round(4).tolist()
    [0.7054, 0.2595, 0.0351]
    >>> softmax([1000.0, 1000.0]).tolist()
    [0.5, 0.5]
    """
    z = floats(z)
    powers = np.exp((z - z.max(axis=-1, keepdims=True)) / temperature)
    return powers / powers.sum(axis=-1, keepdims=True)


# --8<-- [end:softmax]


# --8<-- [start:softmax_jacobian]
def softmax_jacobian(p):
    """diag(p) - p pᵀ of p = softmax(z), as in topic 03: (K,) to (K, K).

    >>> softmax_jacobian([0.5, 0.5]).tolist()
    [[0.25, -0.25], [-0.25, 0.25]]
    """
    return np.diag(p) - np.outer(p, p)


# --8<-- [end:softmax_jacobian]


# --8<-- [start:cross_entropy]
def cross_entropy(z, label):
    """-ln p of the right class, from scores z (K,) and its number.

    >>> f"{cross_entropy([2.0, 1.0, -1.0], 1):.4f}"
    '1.3490'
    """
    return float(log_sum_exp(z) - z[label])


def one_hot(label, classes):
    """Column with a 1 at the label and 0 elsewhere: shape (classes,).

    >>> one_hot(1, 3).tolist()
    [0.0, 1.0, 0.0]
    """
    return np.eye(classes)[label]


def cross_entropy_gradient(z, label):
    """Gradient p - y of the cross-entropy with respect to z, shape (K,).

    >>> cross_entropy_gradient([2.0, 1.0, -1.0], 1).round(4).tolist()
    [0.7054, -0.7405, 0.0351]
    """
    return softmax(z) - one_hot(label, len(z))


# --8<-- [end:cross_entropy]


# --8<-- [start:mean_cross_entropy]
def mean_cross_entropy(scores, labels):
    """Mean over a batch: scores (n, K), labels (n,), result a number.

    >>> f"{mean_cross_entropy(np.zeros((4, 10)), [3, 1, 4, 1]):.4f}"  # ln 10
    '2.3026'
    """
    right = scores[np.arange(len(labels)), labels]
    return float(np.mean(log_sum_exp(scores) - right))


# --8<-- [end:mean_cross_entropy]


def mean_cross_entropy_gradient(scores, labels):
    """(P - Y)/n, shape (n, K): each example's p - y, divided by n.

    >>> mean_cross_entropy_gradient(np.zeros((2, 2)), [0, 1]).tolist()
    [[-0.25, 0.25], [0.25, -0.25]]
    """
    return (softmax(scores) - np.eye(scores.shape[1])[labels]) / len(labels)
