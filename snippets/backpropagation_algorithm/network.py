"""A multilayer perceptron from scratch: forward with a cache, backward, one step downhill.

A layer is an object that does two things with a batch, B examples in B rows:
    forward   A (B, n) in, Z (B, m) out       and it keeps what its backward pass will need, the cache
    backward  U (B, m) in, (B, n) out         from ∂L/∂Z, the upstream gradient, to ∂L/∂A; leaves ∂L/∂W, ∂L/∂b
"""

from itertools import pairwise

import numpy as np

from snippets.losses_and_activations.stable import log_loss, sigmoid


# --8<-- [start:linear]
class Linear:
    """Z = A Wᵀ + b, with the weights W (m, n) and the bias b (m,).

    >>> layer = Linear(np.array([[1.0, 2, 0], [3, -1, 1]]), np.zeros(2))
    >>> layer.forward(np.array([[1.0, 0, 2]])).tolist()  # (1, 3) to (1, 2)
    [[1.0, 5.0]]
    >>> layer.backward(np.array([[1.0, 2]])).tolist()  # (1, 2) to (1, 3)
    [[7.0, 0.0, 2.0]]
    """

    def __init__(self, weights, bias):
        self.parameters = [weights, bias]

    def forward(self, a):
        """(B, n) to (B, m). Keeps its input."""
        self.cache, (weights, bias) = a, self.parameters
        return a @ weights.T + bias  # the bias row goes to all B rows

    def backward(self, u):
        """(B, m) to (B, n). Leaves the gradients of W and b."""
        weights, _ = self.parameters
        self.gradients = [u.T @ self.cache, u.sum(axis=0)]  # (m, n), (m,)
        return u @ weights


# --8<-- [end:linear]


# --8<-- [start:tanh]
class Tanh:
    """A = tanh(Z), number by number; (B, m) both ways, no parameters.

    >>> layer = Tanh()
    >>> layer.forward(np.array([[0.0, 1.0]])).round(4).tolist()
    [[0.0, 0.7616]]
    >>> layer.backward(np.array([[5.0, 5.0]])).round(4).tolist()
    [[5.0, 2.0999]]
    """

    parameters = gradients = ()

    def forward(self, z):
        """Keeps its output: the slope 1 - tanh² needs no more."""
        self.cache = np.tanh(z)
        return self.cache

    def backward(self, u):
        """Upstream gradient times slope, number by number."""
        return u * (1 - self.cache**2)


# --8<-- [end:tanh]


# --8<-- [start:network]
class Network:
    """Layers in a row: forward through the list, backward from its end.

    >>> network = perceptron([2, 3, 1], np.random.default_rng(0))
    >>> z = network.forward(np.ones((5, 2)))
    >>> z.shape, network.backward(z).shape
    ((5, 1), (5, 2))
    >>> [gradient.shape for gradient in network.gradients]
    [(3, 2), (3,), (1, 3), (1,)]
    """

    def __init__(self, layers):
        self.layers = layers

    def forward(self, x):
        """(B, inputs) to (B, outputs)."""
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, u):
        """(B, outputs) to (B, inputs); every layer leaves its gradients."""
        for layer in reversed(self.layers):
            u = layer.backward(u)
        return u

    @property
    def parameters(self):
        """All parameters, as arrays that may be changed in place."""
        return [p for layer in self.layers for p in layer.parameters]

    @property
    def gradients(self):
        """Their gradients, in the same order and the same shapes."""
        return [g for layer in self.layers for g in layer.gradients]


def perceptron(sizes, rng):
    """Linear layers with tanh between them; weights random, biases 0.

    >>> network = perceptron([2, 16, 1], np.random.default_rng(0))
    >>> sum(p.size for p in network.parameters)
    65
    """
    layers = []
    for n, m in pairwise(sizes):
        weights = rng.normal(size=(m, n)) / np.sqrt(n)
        layers += [Linear(weights, np.zeros(m)), Tanh()]
    return Network(layers[:-1])  # no tanh after the last one: logits


# --8<-- [end:network]


# --8<-- [start:training]
def mean_log_loss(z, y):
    """Loss and Δ = ∂L/∂Z of logits z (B, 1) with labels y (B, 1), 0 or 1.

    >>> loss, delta = mean_log_loss(np.zeros((2, 1)), np.array([[1.0], [0]]))
    >>> f"{loss:.4f}", delta.tolist()
    ('0.6931', [[-0.25], [0.25]])
    """
    if z.shape != y.shape:
        raise ValueError(f"logits {z.shape}, labels {y.shape}")
    return float(log_loss(z, y).mean()), (sigmoid(z) - y) / len(z)


def train(network, x, y, rate, epochs):
    """Gradient descent on the whole batch: the loss before each step."""
    losses = []
    for _ in range(epochs):
        loss, delta = mean_log_loss(network.forward(x), y)
        network.backward(delta)
        for p, g in zip(network.parameters, network.gradients, strict=True):
            p -= rate * g  # in place: the layer sees it
        losses.append(loss)
    return losses


# --8<-- [end:training]
