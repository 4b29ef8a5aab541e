"""Gradients that lie: estimates whose mean is not the gradient, and where descent on them ends.

    clipping each draw     E clip(g)  is not  clip(E g): rare, long draws are cut, frequent, short ones are not
    truncation in time     the uses of a weight before the last few are left out of the sum
    straight-through       a step function is passed backward as if it had the slope 1

An error of mean 0 averages out over the steps. A bias does not: descent goes where the wrong gradient is 0.
"""

from math import comb

import numpy as np

from snippets.losses_and_activations.stable import sigmoid


# --8<-- [start:clipped_two_values]
def clipped_two_values(size, limit, chance=0.1):
    """Mean of clipped minibatch gradients, if examples have 10 (by chance) or -1.

    >>> round(clipped_two_values(1, 1.0), 4), round(clipped_two_values(1, 10.0), 4)
    (-0.8, 0.1)
    """
    total = 0.0
    for rare in range(size + 1):  # how many of the batch have 10
        weight = comb(size, rare) * chance**rare * (1 - chance) ** (size - rare)
        mean = (10 * rare - (size - rare)) / size
        total += weight * max(-limit, min(limit, mean))
    return total


# --8<-- [end:clipped_two_values]


# --8<-- [start:truncated]
def memory_gradient(w, inputs, targets, kept):
    """Gradient of Σ ½ (h_k - t_k)² for h_k = w h_{k-1} + x_k, through `kept` uses of w.

    From each step the sweep goes back through that step and kept - 1 before it.

    >>> memory_gradient(0.5, [4.0, 1.0, 0.0], [4.0, 3.0, 1.0], kept=3)  # as in topic 02
    2.5
    >>> memory_gradient(0.5, [4.0, 1.0, 0.0], [4.0, 3.0, 1.0], kept=1)
    1.5
    """
    h, tail, total = 0.0, [], 0.0
    for x, t in zip(inputs, targets, strict=True):
        tail = [h, *(w * share for share in tail[: kept - 1])]  # ∂h_k/∂w, use by use
        h = w * h + x
        total += (h - t) * sum(tail)
    return total


def memory_loss(w, inputs, targets):
    """Σ ½ (h_k - t_k)² for h_k = w h_{k-1} + x_k, with h_0 = 0.

    >>> memory_loss(0.5, [4.0, 1.0, 0.0], [4.0, 3.0, 1.0])
    0.125
    """
    h, total = 0.0, 0.0
    for x, t in zip(inputs, targets, strict=True):
        h = w * h + x
        total += (h - t) ** 2 / 2
    return total


# --8<-- [end:truncated]


# --8<-- [start:two_memories]
def two_memories(steps, rng):
    """Random inputs, and targets that mix a fast memory (0.2) with a slow one (0.95).

    >>> inputs, targets = two_memories(4, np.random.default_rng(0))
    >>> len(inputs), len(targets)
    (4, 4)
    """
    inputs, fast, slow, targets = rng.normal(size=steps), 0.0, 0.0, []
    for x in inputs:
        fast, slow = 0.2 * fast + x, 0.95 * slow + x
        targets.append((fast + slow) / 2)
    return inputs, np.array(targets)


# --8<-- [end:two_memories]


# --8<-- [start:straight]
def coin_loss(b, target=0.45):
    """(b - target)², the loss of one bit.

    >>> round(coin_loss(0), 4), round(coin_loss(1), 4)
    (0.2025, 0.3025)
    """
    return (b - target) ** 2


def true_slope(theta, target=0.45):
    """Derivative of the mean loss of a bit that is 1 with probability σ(theta).

    >>> round(true_slope(0.0), 4)
    0.025
    """
    p = sigmoid(theta)
    return float(p * (1 - p) * (coin_loss(1, target) - coin_loss(0, target)))


def straight_through(theta, draws, rng, target=0.45):
    """Straight-through estimate: the loss's slope at the drawn bit, times σ′(theta).

    The mean over `draws`, for each theta, in the shape of theta.

    >>> f"{straight_through(2.0, 100_000, np.random.default_rng(0)):.2f}"
    '0.09'
    """
    p = sigmoid(theta)
    bits = rng.random((draws, *np.shape(theta))) < p
    return np.mean(2 * (bits - target), axis=0) * p * (1 - p)


def score_function(theta, draws, rng, target=0.45):
    """Unbiased estimate: the loss of the drawn bit, times the slope of its log-probability.

    >>> f"{score_function(2.0, 1_000_000, np.random.default_rng(0)):.3f}"
    '0.010'
    """
    p = sigmoid(theta)
    bits = rng.random((draws, *np.shape(theta))) < p
    return np.mean(coin_loss(bits, target) * (bits - p), axis=0)


# --8<-- [end:straight]
