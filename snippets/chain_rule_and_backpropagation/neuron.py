"""One neuron: a weight, a bias, a squashing function, a target.

    z = w·x + b        its pre-activation
    y = σ(z)           what it says, between 0 and 1
    L = ½(y - t)²      how far that is from the target t; the ½ cancels the 2 of the derivative

The loss sees the weight only through z, and z only through y. So the rate of L with respect to w is a product of three
local rates, ∂L/∂y · ∂y/∂z · ∂z/∂w, and the first two are shared with the bias and with the input.
"""

import numpy as np


# --8<-- [start:sigmoid]
def sigmoid(z):
    """σ(z) = 1 / (1 + e⁻ᶻ), for a number or an array of any shape.

    >>> float(sigmoid(0))
    0.5
    """
    return 1 / (1 + np.exp(-z))


def sigmoid_slope(z):
    """σ′(z) = σ(z)·(1 - σ(z)): never more than 1/4.

    >>> float(sigmoid_slope(0))
    0.25
    """
    return sigmoid(z) * (1 - sigmoid(z))


# --8<-- [end:sigmoid]


def neuron_loss(w, b, x, t):
    """L = ½(σ(w·x + b) - t)², for numbers.

    >>> float(neuron_loss(w=0.5, b=-1, x=2, t=1))
    0.125
    """
    return (sigmoid(w * x + b) - t) ** 2 / 2


def neuron_gradient(w, b, x, t):
    """∂L/∂w, ∂L/∂b and ∂L/∂x; the product dL_dz is computed once.

    >>> [float(g) for g in neuron_gradient(w=0.5, b=-1, x=2, t=1)]
    [-0.25, -0.125, -0.0625]
    """
    z = w * x + b
    dL_dy = sigmoid(z) - t
    dL_dz = dL_dy * sigmoid_slope(z)
    return dL_dz * x, dL_dz * 1, dL_dz * w
