"""Activations: the bends between the linear maps of a network, each beside its derivative.

Two linear maps in a row are one linear map, so a network without bends is a straight line however deep it is. An
activation is the bend: a function of one number z, applied to each number of an array by itself. Forward, its value
counts. Backward, its derivative counts, because every gradient that passes the unit is multiplied by it:

    function        derivative                   flat where
    σ(z)            σ(z) (1 - σ(z))              |z| large; 1/4 at most
    tanh z          1 - tanh² z                  |z| large; 1 at most
    max(z, 0)       0 or 1                       z < 0
    max(z, a z)     a or 1                       nowhere, for a > 0
    z Φ(z)          Φ(z) + z φ(z)                z far below 0, and at z = -0.75
    z σ(z)          σ(z) (1 + z (1 - σ(z)))      z far below 0, and at z = -1.28
    ln(1 + e^z)     σ(z)                         z far below 0

All functions take a number or an array of any shape, and return the same shape.
"""

import math

import numpy as np

from snippets.losses_and_activations.stable import sigmoid


# --8<-- [start:sigmoid_slope]
def sigmoid_slope(z):
    """σ′(z) = σ(z)(1 - σ(z)), as in topic 02, now safe for large z.

    >>> [f"{sigmoid_slope(z):.4f}" for z in (0, 2, 10)]
    ['0.2500', '0.1050', '0.0000']
    """
    return sigmoid(z) * sigmoid(-z)  # σ(-z) is 1 - σ(z), without its cancellation


# --8<-- [end:sigmoid_slope]


# --8<-- [start:tanh_slope]
def tanh_slope(z):
    """tanh′(z) = 1 - tanh² z, as 1/cosh² z where that does not cancel.

    >>> [f"{tanh_slope(z):.4f}" for z in (0, 1, 3)]
    ['1.0000', '0.4200', '0.0099']
    """
    return 4 * sigmoid_slope(2 * np.asarray(z))


# --8<-- [end:tanh_slope]


# --8<-- [start:relu]
def relu(z):
    """Rectified linear unit, the larger of z and 0, as in topic 03.

    >>> relu(np.array([-2.0, 0.0, 3.0])).tolist()
    [0.0, 0.0, 3.0]
    """
    return np.maximum(z, 0)


def relu_slope(z, at_zero=0.0):
    """0 left of the kink, 1 right of it, and at the kink what we agree on.

    >>> relu_slope(np.array([-2.0, 0.0, 3.0])).tolist()
    [0.0, 0.0, 1.0]
    """
    return np.heaviside(z, at_zero)


# --8<-- [end:relu]


# --8<-- [start:leaky_relu]
def leaky_relu(z, a=0.01):
    """The larger of z and a·z, for 0 < a < 1.

    >>> leaky_relu(np.array([-2.0, 0.0, 3.0])).tolist()
    [-0.02, 0.0, 3.0]
    """
    return np.maximum(z, a * np.asarray(z))


def leaky_relu_slope(z, a=0.01):
    """1 right of 0, a left of it; at the kink a, the smaller of the two.

    >>> leaky_relu_slope(np.array([-2.0, 0.0, 3.0])).tolist()
    [0.01, 0.01, 1.0]
    """
    return np.where(np.asarray(z) > 0, 1.0, a)


# --8<-- [end:leaky_relu]


# --8<-- [start:gelu]
def normal_density(z):
    """φ(z), the bell curve of the standard normal distribution.

    >>> f"{normal_density(0):.4f}"
    '0.3989'
    """
    return np.exp(-(np.asarray(z) ** 2) / 2) / math.sqrt(2 * math.pi)


def normal_share(z):
    """Φ(z), the share of a standard normal distribution below z.

    >>> f"{normal_share(1):.4f}"
    '0.8413'
    """
    return 0.5 * np.vectorize(math.erfc)(-np.asarray(z) / math.sqrt(2))


def gelu(z):
    """z·Φ(z): z, times the share of the normal distribution below z.

    >>> [f"{gelu(z):.4f}" for z in (-1, 0, 1)]
    ['-0.1587', '0.0000', '0.8413']
    """
    return z * normal_share(z)


def gelu_slope(z):
    """Φ(z) + z φ(z), by the product rule.

    >>> [f"{gelu_slope(z):.4f}" for z in (-1, 0, 1)]
    ['-0.0833', '0.5000', '1.0833']
    """
    return normal_share(z) + z * normal_density(z)


# --8<-- [end:gelu]


# --8<-- [start:gelu_tanh]
def gelu_tanh(z):
    """GELU by the tanh approximation of Hendrycks and Gimpel.

    >>> f"{gelu_tanh(1):.4f}"  # exactly 0.8413
    '0.8412'
    """
    z = np.asarray(z)
    return 0.5 * z * (1 + np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)))


# --8<-- [end:gelu_tanh]


# --8<-- [start:silu]
def silu(z):
    """z·σ(z): z, times a gradual switch; also called Swish.

    >>> [f"{silu(z):.4f}" for z in (-1, 0, 1)]
    ['-0.2689', '0.0000', '0.7311']
    """
    return z * sigmoid(z)


def silu_slope(z):
    """σ(z) + z σ(z)(1 - σ(z)), by the product rule.

    >>> [f"{silu_slope(z):.4f}" for z in (-1, 0, 1)]
    ['0.0723', '0.5000', '0.9277']
    """
    return sigmoid(z) + z * sigmoid_slope(z)


# --8<-- [end:silu]


# --8<-- [start:softplus_slope]
def softplus_slope(z):
    """The slope of ln(1 + e^z) is σ(z).

    >>> f"{softplus_slope(0):.1f}"
    '0.5'
    """
    return sigmoid(z)


# --8<-- [end:softplus_slope]
