"""Losses: one number that says how bad a prediction is, and the pull that its derivative exerts.

A loss is chosen for its value and felt through its derivative. With the error e = prediction - target:

    loss        value                            derivative with respect to the prediction
    squared     e²                               2e: twice as wrong, twice the pull
    absolute    |e|                              sign(e): the same pull however wrong
    Huber       e²/2, or δ(|e| - δ/2) beyond δ   e clipped to ±δ

Classification with the score s for a target t = -1 or +1 looks at the margin m = t·s instead: positive is right.
The functions here give the loss of *one* example. A loss of a data set is their mean unless the page says sum.
All take numbers or arrays, element by element.
"""

import numpy as np

from snippets.losses_and_activations.stable import sigmoid


# --8<-- [start:regression_losses]
def squared(error):
    """e².

    >>> squared(3)
    9
    """
    return error**2


def squared_slope(error):
    """2e.

    >>> squared_slope(3)
    6
    """
    return 2 * error


def absolute(error):
    """|e|.

    >>> absolute(-3)
    3
    """
    return abs(error)


def absolute_slope(error):
    """The sign of e; at the kink 0.

    >>> absolute_slope(np.array([-3.0, 0.0, 100.0])).tolist()
    [-1.0, 0.0, 1.0]
    """
    return np.sign(error)


def huber(error, delta=1.0):
    """e²/2 up to δ, straight beyond: δ(|e| - δ/2).

    >>> huber(np.array([0.5, 1.0, 3.0])).tolist()
    [0.125, 0.5, 2.5]
    """
    size = np.abs(error)
    return np.where(size <= delta, size**2 / 2, delta * (size - delta / 2))


def huber_slope(error, delta=1.0):
    """e, clipped to the interval from -δ to δ.

    >>> huber_slope(np.array([0.5, 1.0, -3.0])).tolist()
    [0.5, 1.0, -1.0]
    """
    return np.clip(error, -delta, delta)


# --8<-- [end:regression_losses]


# --8<-- [start:binary]
def binary_cross_entropy(p, y):
    """-y ln p - (1 - y) ln(1 - p): p strictly between 0 and 1.

    >>> [f"{binary_cross_entropy(p, 1):.3f}" for p in (0.9, 0.5, 0.01)]
    ['0.105', '0.693', '4.605']
    """
    return -(y * np.log(p) + (1 - y) * np.log(1 - p))


def binary_cross_entropy_slope(p, y):
    """(p - y) / (p (1 - p)), the derivative with respect to p.

    >>> [f"{binary_cross_entropy_slope(p, 1):.2f}" for p in (0.9, 0.5, 0.01)]
    ['-1.11', '-2.00', '-100.00']
    """
    return (p - y) / (p * (1 - p))


# --8<-- [end:binary]


# --8<-- [start:through_sigmoid]
def log_loss_slope(z, y):
    """σ(z) - y: the derivative of the cross-entropy with respect to z.

    >>> f"{log_loss_slope(-8, 1):.4f}"
    '-0.9997'
    """
    return sigmoid(z) - y


def squared_through_sigmoid_slope(z, y):
    """2(p - y) p (1 - p), the derivative of (σ(z) - y)².

    >>> f"{squared_through_sigmoid_slope(-8, 1):.4f}"
    '-0.0007'
    """
    p = sigmoid(z)
    return 2 * (p - y) * p * (1 - p)


# --8<-- [end:through_sigmoid]


# --8<-- [start:hinge]
def hinge(score, target):
    """max(0, 1 - m) with the margin m = target · score, target -1 or 1.

    >>> [float(hinge(s, 1)) for s in (-1.0, 0.5, 1.0, 3.0)]
    [2.0, 0.5, 0.0, 0.0]
    """
    return np.maximum(0, 1 - target * score)


def hinge_slope(score, target):
    """-target where the margin is below 1, otherwise 0 (at the kink, too).

    >>> [float(hinge_slope(s, 1)) for s in (-1.0, 0.5, 1.0, 3.0)]
    [-1.0, -1.0, 0.0, 0.0]
    """
    return np.where(target * score < 1, -target, 0)


# --8<-- [end:hinge]
