"""Kinks: where a difference measures what is not there.

Within h of ReLU's kink the two places of a central difference lie on different sides, and the slope of the secant is a
mixture, (z + h)/(2h) for |z| ≤ h: neither 0 nor 1. Making h smaller makes such a meeting rarer, not milder.
"""

import numpy as np

from snippets.gradient_checking.network import spiral_batch


# --8<-- [start:relu_secant]
def relu(z):
    """The larger of z and 0, as in topic 06.

    >>> relu(np.array([-1.0, 2.0])).tolist()
    [0.0, 2.0]
    """
    return np.maximum(z, 0)


def relu_secant(z, h):
    """Central difference of ReLU, in closed form.

    >>> [relu_secant(z, 0.1) for z in (-0.2, -0.05, 0.0, 0.2)]
    [0.0, 0.25, 0.5, 1.0]
    """
    return float(np.clip((z + h) / (2 * h), 0, 1))


# --8<-- [end:relu_secant]


# --8<-- [start:chance_of_a_kink]
def chance_of_a_kink(h, density, units):
    """Probability that any of the units lies within h of its kink.

    `density` is the probability density of a pre-activation at 0.

    >>> round(chance_of_a_kink(1e-5, 0.4, 1000), 4)
    0.008
    """
    return 1 - (1 - 2 * h * density) ** units


# --8<-- [end:chance_of_a_kink]


def relu_case(hidden=100, n=100, seed=8):
    """A ReLU network with one output and its batch: weights (hidden, 2), biases, outgoing weights, x (n, 2), targets.

    >>> [part.shape for part in relu_case()]
    [(100, 2), (100,), (100,), (100, 2), (100,)]
    """
    rng = np.random.default_rng(seed)
    x, labels = spiral_batch(n)
    out = rng.normal(size=hidden) / np.sqrt(hidden)
    return rng.normal(size=(hidden, 2)), rng.normal(size=hidden) / 2, out, x, labels - 1.0


def relu_loss(W, b, out, x, y):
    """Half the mean squared error of the ReLU network.

    >>> round(float(relu_loss(*relu_case())), 4)
    0.3909
    """
    return ((relu(x @ W.T + b) @ out - y) ** 2).mean() / 2


def relu_bias_slopes(W, b, out, x, y):
    """Gradient of that loss with respect to the biases: (hidden,)."""
    z = x @ W.T + b
    miss = (relu(z) @ out - y) / len(x)
    return ((z > 0) * miss[:, None]).sum(axis=0) * out


def bias_errors(h, case):
    """For each bias: relative error of its slope, and how many kinks lie within h: two arrays (hidden,)."""
    W, b, out, x, y = case
    claimed, measured = relu_bias_slopes(*case), np.zeros(len(b))
    for j in range(len(b)):
        step = h * (np.arange(len(b)) == j)
        measured[j] = (relu_loss(W, b + step, out, x, y) - relu_loss(W, b - step, out, x, y)) / (2 * h)
    crossed = (np.abs(x @ W.T + b) < h).sum(axis=0)
    sizes = np.maximum(np.abs(claimed), np.abs(measured))
    return np.abs(claimed - measured) / np.where(sizes > 0, sizes, 1), crossed
