"""Units that learn nothing: saturated ones, and dead ones.

A unit hands its δ on times φ′(z). Where the activation is nearly flat, that is nearly nothing; where ReLU's z is
negative, it is nothing at all. A unit that is silent for every example is called dead. Its own weights get no
gradient. Whether it comes back is decided by others: z = w · a + b moves if a does, and a belongs to the layer below,
which may go on learning.
"""

import numpy as np


# --8<-- [start:dead]
def silent_units(zs):
    """Which ReLU units pass nothing on, whatever the example: shape (units,).

    zs has the pre-activations of all examples: shape (examples, units).

    >>> silent_units(np.array([[1.0, -1.0], [-2.0, -3.0]])).tolist()
    [False, True]
    """
    return (zs <= 0).all(axis=0)


# --8<-- [end:dead]


# --8<-- [start:network]
def relu_forward(parameters, X):
    """Pre-activations of two ReLU layers and the output, all with examples as rows.

    `parameters` is [W1, b1, W2, b2, c]: z1 = X W1ᵀ + b1, z2 = a1 W2ᵀ + b2, y = a2 · c. Each may have one more axis in
    front, for networks side by side.

    >>> ones = [np.ones((1, 1)), np.zeros(1), np.ones((1, 1)), np.zeros(1), np.ones(1)]
    >>> [z.tolist() for z in relu_forward(ones, np.array([[2.0]]))]
    [[[2.0]], [[2.0]], [2.0]]
    """
    W1, b1, W2, b2, c = parameters
    z1 = X @ W1.mT + b1[..., None, :]
    z2 = np.maximum(z1, 0) @ W2.mT + b2[..., None, :]
    return z1, z2, (np.maximum(z2, 0) @ c[..., None])[..., 0]


def relu_gradient(parameters, X, T):
    """Gradient of half the mean squared error, in the shapes of the parameters.

    >>> ones = [np.ones((1, 1)), np.zeros(1), np.ones((1, 1)), np.zeros(1), np.ones(1)]
    >>> [g.tolist() for g in relu_gradient(ones, np.array([[2.0]]), np.array([1.0]))]
    [[[2.0]], [1.0], [[2.0]], [1.0], [2.0]]
    """
    W2, c = parameters[2], parameters[4]
    z1, z2, y = relu_forward(parameters, X)
    a1, a2, error = np.maximum(z1, 0), np.maximum(z2, 0), (y - T) / len(X)
    delta2 = error[..., None] * c[..., None, :] * (z2 > 0)
    delta1 = (delta2 @ W2) * (z1 > 0)
    to_c = (a2.mT @ error[..., None])[..., 0]
    return [delta1.mT @ X, delta1.sum(axis=-2), delta2.mT @ a1, delta2.sum(axis=-2), to_c]


# --8<-- [end:network]


# --8<-- [start:dead_start]
X = np.linspace(-1, 1, 21)[:, None]
T = np.sin(3 * X[:, 0])


def start_with_silent(layer, rng, below=0.1):
    """Random parameters of a 1-8-6-1 network; unit 0 of a layer (1 or 2) is silent.

    Its bias puts the largest of its 21 pre-activations at -below.

    >>> parameters = start_with_silent(2, np.random.default_rng(0))
    >>> [int(silent_units(z)[0]) for z in relu_forward(parameters, X)[:2]]
    [0, 1]
    """
    W1, W2, c = (rng.normal(size=size) for size in ((8, 1), (6, 8), 6))
    parameters = [np.sqrt(2) * W1, np.zeros(8), W2 / 2, np.zeros(6), c / np.sqrt(3)]
    highest = relu_forward(parameters, X)[layer - 1][:, 0].max()
    parameters[2 * layer - 1][0] -= highest + below
    return parameters


def watch(parameters, learning_rate, steps, layer):
    """Largest pre-activation of unit 0 of a layer over all examples, before each step of training.

    The steps come first; a second axis is for networks side by side.

    >>> start = start_with_silent(1, np.random.default_rng(0))
    >>> watch(start, 0.1, 3, layer=1).round(6).tolist()
    [-0.1, -0.1, -0.1]
    """
    seen = []
    for _ in range(steps):
        seen.append(relu_forward(parameters, X)[layer - 1][..., 0].max(axis=-1))
        gradients = relu_gradient(parameters, X, T)
        parameters = [p - learning_rate * g for p, g in zip(parameters, gradients, strict=True)]
    return np.array(seen)


# --8<-- [end:dead_start]
