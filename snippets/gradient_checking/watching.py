"""What a run says of its gradient: one batch learned by heart, lengths of gradients, sizes of updates.

A check of the gradient compares two programs at a point. A run shows what the check cannot: that the loss is the one
that was meant, that the update uses the gradient, that the rate fits.
"""

import numpy as np


# --8<-- [start:descend]
def descend(loss, gradient, parameters, rate, steps):
    """The losses before each step of plain descent, and the last parameters."""
    losses, here = [], parameters
    for _ in range(steps):
        losses.append(float(loss(here)))
        slopes = gradient(here)
        here = {name: w - rate * slopes[name] for name, w in here.items()}
    return losses, here


# --8<-- [end:descend]


# --8<-- [start:lengths]
def global_norm(slopes):
    """Length of the whole gradient: over all entries of all parameters.

    >>> float(global_norm({"w": np.array([[2.0], [3.0]]), "b": np.array([6.0])}))
    7.0
    """
    return np.sqrt(sum((slope**2).sum() for slope in slopes.values()))


def update_ratio(weights, slopes, rate):
    """Length of a step of plain descent, as a share of the weights' length.

    >>> round(float(update_ratio(np.array([3.0, 4.0]), np.array([0.6, 0.8]), 0.05)), 4)
    0.01
    """
    return rate * np.linalg.norm(slopes) / np.linalg.norm(weights)


# --8<-- [end:lengths]


# --8<-- [start:broadcast_loss]
def broadcast_loss(w, x, y):
    """What a regression's loss becomes when y has shape (n, 1) by accident.

    Prediction (n,) minus target (n, 1) is a table (n, n): every prediction is
    compared with every target. No error is raised.

    >>> x, y = np.array([1.0, 2.0]), np.array([1.0, 2.0])
    >>> float(broadcast_loss(1.0, x, y)), float(broadcast_loss(1.0, x, y[:, None]))
    (0.0, 0.5)
    """
    return ((w * x - y) ** 2).mean()


def broadcast_slope(w, x, y):
    """Its derivative with respect to w, exact for either shape of y."""
    return (2 * (w * x - y) * x).mean()


# --8<-- [end:broadcast_loss]
