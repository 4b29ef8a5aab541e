"""A small network to try optimizers on: one input, 16 hidden units, one output, 49 weights in one column.

It learns a wave from 64 points. The gradient is backpropagation by hand, as in topic 02, and can be asked for a part of
the points, so that batches and their noise can be tried as well.
"""

import numpy as np

UNITS = 16
POINTS = np.linspace(-2, 2, 64)
WAVE = np.sin(3 * POINTS) + 0.5 * POINTS


# --8<-- [start:wave]
def wave_loss(theta, chosen=slice(None)):
    """Mean squared error of the network on the chosen points of the wave.

    >>> round(wave_loss(np.zeros(49)), 4)  # it says 0 everywhere
    0.5209
    """
    predicted, _ = wave_network(theta, POINTS[chosen])
    return float(np.mean((predicted - WAVE[chosen]) ** 2))


def wave_network(theta, x):
    """Outputs (n,) for inputs (n,), and what the hidden units say: (n, 16).

    >>> wave_network(np.ones(49), np.zeros(2))[0].round(3).tolist()
    [13.186, 13.186]
    """
    a, b, c = theta[:-1].reshape(3, UNITS)
    hidden = np.tanh(np.outer(x, a) + b)
    return hidden @ c + theta[-1], hidden


def wave_gradient(theta, chosen=slice(None)):
    """Gradient of that loss, in one column of 49 slopes.

    >>> wave_gradient(np.zeros(49), [63]).nonzero()[0].tolist()
    [48]
    """
    x, y = POINTS[chosen], WAVE[chosen]
    predicted, hidden = wave_network(theta, x)
    error = 2 * (predicted - y) / len(x)
    back = np.outer(error, theta[2 * UNITS : -1]) * (1 - hidden**2)
    parts = [x @ back, back.sum(axis=0), error @ hidden, [error.sum()]]
    return np.concatenate(parts)


def wave_start(seed=0):
    """Random weights to begin with.

    >>> wave_start().shape
    (49,)
    """
    rng = np.random.default_rng(seed)
    spread = np.repeat([2, 2, UNITS**-0.5], UNITS)
    return np.append(rng.normal(size=3 * UNITS) * spread, 0)


# --8<-- [end:wave]
