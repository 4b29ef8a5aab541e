"""All examples for one step, or a few: what a batch costs, and what its noise does.

A thousand seedlings were measured once, each in one of five weeks, counted from the middle. The model is the line of
topic 01, the loss a mean. The gradient of a few examples costs a few examples to compute, and on average it is the
gradient of all; it is off by something random, and with a constant rate that never stops.
"""

import numpy as np

from snippets.optimization_algorithms.optimizers import sgd

# --8<-- [start:data]
N = 1000
WEEK = np.random.default_rng(10).integers(-2, 3, size=N).astype(float)
NOISE = np.random.default_rng(11).normal(size=N)
HEIGHT = 2 * WEEK + 5 + NOISE  # 2 cm a week, 5 cm in the middle
# --8<-- [end:data]


# --8<-- [start:example_gradient]
def line_loss(line):
    """Mean squared error of w · week + b on all seedlings; line is (w, b).

    >>> round(line_loss([0, 0]), 2)
    33.53
    """
    w, b = line
    return float(np.mean((w * WEEK + b - HEIGHT) ** 2))


def line_gradient(line, chosen=slice(None)):
    """Gradient of the mean over the chosen examples; all, if none are named.

    >>> line_gradient([2, 5], [0, 1]).round(2).tolist()  # of the first two
    [-2.75, -1.39]
    """
    w, b = line
    week = WEEK[chosen]
    error = w * week + b - HEIGHT[chosen]
    return np.array([2 * np.mean(error * week), 2 * np.mean(error)])


def minibatches(size, rng):
    """Batches of an endless training: all examples in a new order, cut up.

    >>> batches = minibatches(500, np.random.default_rng(0))
    >>> sorted({*next(batches), *next(batches)}) == list(range(N))
    True
    """
    while True:
        yield from np.split(rng.permutation(N), N // size)


# --8<-- [end:example_gradient]

LEAST = line_loss(np.polyfit(WEEK, HEIGHT, 1))


# --8<-- [start:train]
def train_in_batches(size, learning_rate, epochs, rng):
    """Path of (w, b) from (0, 0), N // size steps for each epoch.

    >>> rng = np.random.default_rng(0)
    >>> train_in_batches(100, 0.1, 2, rng).shape
    (21, 2)
    """
    batches = minibatches(size, rng)
    return sgd(
        lambda line: line_gradient(line, next(batches)),
        [0, 0],
        learning_rate,
        steps=epochs * N // size,
    )


# --8<-- [end:train]


# --8<-- [start:gap]
def gap(line):
    """How far the loss of a line is above the least.

    >>> round(gap([0, 0]), 1)
    32.5
    """
    return line_loss(line) - LEAST


# --8<-- [end:gap]


# --8<-- [start:swarm_variance]
def swarm_variance(curvature, rate, variance, size):
    """Variance of w around the minimum, in the long run, with noisy slopes.

    On a parabola with this curvature; one example's slope has the variance.

    >>> round(swarm_variance(curvature=2, rate=0.1, variance=4, size=1), 4)
    0.1111
    """
    return rate * variance / (size * curvature * (2 - rate * curvature))


# --8<-- [end:swarm_variance]
