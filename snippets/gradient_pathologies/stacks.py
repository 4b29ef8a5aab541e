"""A deep stack: what a gradient goes through on its way down.

A layer multiplies twice. Forward, z_l = W_l φ(z_{l-1}), with z_1 = W_1 x. Backward, what arrives at z_l is multiplied
by the transpose of the layer's Jacobian:

    ∂z_{l+1}/∂z_l = W_{l+1} S_l           S_l = diag φ′(z_l)
    δ_l = S_l W_{l+1}ᵀ δ_{l+1}            δ_l = ∂L/∂z_l

Through D layers that is a product of D - 1 Jacobians. Numbers that are multiplied do not stay where they are: a
factor of 0.8 per layer is 0.001 after thirty. All layers have one width here, and no biases, so that nothing else is
in the picture.
"""

import numpy as np


# --8<-- [start:stack]
def draw_stack(depth, width, gain, rng):
    """Normal weights of variance gain²/width: shape (depth, width, width).

    >>> draw_stack(3, 2, 1.0, np.random.default_rng(0)).shape
    (3, 2, 2)
    """
    return gain / np.sqrt(width) * rng.normal(size=(depth, width, width))


def pre_activations(weights, x, activation):
    """z_1 = W_1 x and then z_l = W_l φ(z_{l-1}): shape (depth, width).

    >>> twice = np.array([[[2.0]], [[3.0]]])
    >>> pre_activations(twice, np.array([0.5]), np.tanh).round(4).tolist()
    [[1.0], [2.2848]]
    """
    zs = [weights[0] @ x]
    for W in weights[1:]:
        zs.append(W @ activation(zs[-1]))
    return np.array(zs)


def deltas(weights, zs, slope, upstream):
    """δ_l = φ′(z_l) ⊙ W_{l+1}ᵀ δ_{l+1} for all layers: (depth, width).

    `upstream` is δ of the last layer, shape (width,).

    >>> ones = np.ones_like
    >>> deltas(np.array([[[2.0]], [[3.0]]]), np.zeros((2, 1)), ones, [5]).tolist()
    [[15.0], [5.0]]
    """
    found = [np.asarray(upstream, dtype=float)]
    for W, z in zip(weights[:0:-1], zs[-2::-1], strict=True):
        found.append(slope(z) * (W.T @ found[-1]))
    return np.array(found[::-1])


# --8<-- [end:stack]


# --8<-- [start:stack_jacobian]
def stack_jacobian(weights, zs, slope):
    """∂z_D/∂z_1 = W_D S_{D-1} ... W_2 S_1: shape (width, width).

    >>> pair = np.array([[[1.0]], [[3.0]]])
    >>> stack_jacobian(pair, np.array([[0.0], [0.0]]), np.cos).tolist()
    [[3.0]]
    """
    product = np.eye(len(zs[0]))
    for W, z in zip(weights[1:], zs[:-1], strict=True):
        product = W @ (slope(z)[:, None] * product)
    return product


# --8<-- [end:stack_jacobian]


def lengths_down(depth, width, gain, activation, slope, draws, rng):
    """Lengths of δ in every layer, for a last δ of length 1: (draws, depth).

    >>> one, zero = np.ones_like, np.random.default_rng(0)
    >>> lengths_down(3, 4, 1.0, np.asarray, one, 2, zero)[:, -1].round(9).tolist()
    [1.0, 1.0]
    """
    rows = []
    for _ in range(draws):
        weights, x, upstream = draw_stack(depth, width, gain, rng), rng.normal(size=width), rng.normal(size=width)
        found = deltas(weights, pre_activations(weights, x, activation), slope, upstream / np.linalg.norm(upstream))
        rows.append(np.linalg.norm(found, axis=1))
    return np.array(rows)


def factor_per_layer(lengths):
    """By what a layer multiplies, on its way down: from a straight line through the logarithms.

    `lengths` has one entry for each layer, the first layer first.

    >>> round(float(factor_per_layer([1, 2, 4, 8])), 6)
    0.5
    """
    rise = np.polyfit(np.arange(len(lengths)), np.log(lengths), 1)[0]
    return np.exp(-rise)


def same(z):
    """The activation of a linear stack: z itself.

    >>> same(3.0)
    3.0
    """
    return z


def one(z):
    """Its slope: 1 everywhere.

    >>> one(np.array([3.0, -1.0])).tolist()
    [1.0, 1.0]
    """
    return np.ones_like(z)
