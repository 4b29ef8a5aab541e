"""Layers: the chain rule for vectors, one δ for each layer.

A layer takes a column a of shape (n,), computes z = W a + b with W of shape (m, n), and hands σ(z), shape (m,), to the
next. Call δ = ∂L/∂z the sensitivity of the loss to z, one number for each neuron: shape (m,). Everything else follows:

    ∂L/∂W = δ aᵀ       (m, n)    weight j of neuron i meets the input a[j]
    ∂L/∂b = δ          (m,)
    ∂L/∂a = Wᵀ δ       (n,)      input j reaches the loss through every neuron i: a sum over paths

and one layer further down, δ = (Wᵀ δ_next) ⊙ σ′(z). A vector is an array of shape (n,), as in topic 01.
"""

import numpy as np

from snippets.chain_rule_and_backpropagation.neuron import sigmoid, sigmoid_slope


def layer_backward(W, a, delta):
    """∂L/∂W (m, n), ∂L/∂b (m,) and ∂L/∂a (n,) from W (m, n), a (n,), δ (m,).

    >>> W, a = np.array([[1, 2, 0], [3, -1, 1]]), np.array([1, 0, 2])
    >>> delta = np.array([1, 2])
    >>> in_W, in_b, in_a = layer_backward(W, a, delta)
    >>> in_W.tolist(), in_a.tolist()
    ([[1, 0, 2], [2, 0, 4]], [7, 0, 2])
    """
    return np.outer(delta, a), delta, W.T @ delta


def hidden_delta(W_next, delta_next, z):
    """δ of a sigmoid layer with pre-activation z (n,): (W_nextᵀ δ_next) ⊙ σ′(z).

    >>> W_next, delta_next = np.array([[2.0, -4.0]]), np.array([1.0])
    >>> hidden_delta(W_next, delta_next, np.zeros(2)).tolist()
    [0.5, -1.0]
    """
    return (W_next.T @ delta_next) * sigmoid_slope(z)


# --8<-- [start:network]
# Two inputs, two sigmoid neurons, one linear output: small enough for paper.
X, T = np.array([1.0, 2.0]), 1.0
W1, B1 = np.array([[1.0, -0.5], [0.5, 0.5]]), np.array([0.0, -0.5])
W2, B2 = np.array([[3.0, -1.0]]), np.array([1.0])
# --8<-- [end:network]


# --8<-- [start:forward]
def network_forward(W1, b1, W2, b2, x):
    """z₁ = W₁x + b₁, a₁ = σ(z₁), y = W₂a₁ + b₂: all three, in this order.

    >>> z1, a1, y = network_forward(W1, B1, W2, B2, X)
    >>> z1.tolist(), a1.round(4).tolist(), y.round(4).tolist()
    ([0.0, 1.0], [0.5, 0.7311], [1.7689])
    """
    z1 = W1 @ x + b1
    a1 = sigmoid(z1)
    return z1, a1, W2 @ a1 + b2


def network_loss(W1, b1, W2, b2, x, t):
    """½‖y - t‖² of the network.

    >>> round(network_loss(W1, B1, W2, B2, X, T), 4)
    0.2956
    """
    y = network_forward(W1, b1, W2, b2, x)[-1]
    return float(np.sum((y - t) ** 2) / 2)


# --8<-- [end:forward]


# --8<-- [start:backward]
def network_backward(W1, b1, W2, b2, x, t):
    """∂L/∂W₁, ∂L/∂b₁, ∂L/∂W₂, ∂L/∂b₂, each in the shape of its parameter.

    >>> in_W1, in_b1, in_W2, in_b2 = network_backward(W1, B1, W2, B2, X, T)
    >>> in_W1.round(4).tolist()
    [[0.5767, 1.1534], [-0.1512, -0.3024]]
    """
    z1, a1, y = network_forward(W1, b1, W2, b2, x)
    delta2 = y - t  # the output is linear: σ′ = 1
    delta1 = (W2.T @ delta2) * sigmoid_slope(z1)
    return np.outer(delta1, x), delta1, np.outer(delta2, a1), delta2


# --8<-- [end:backward]
