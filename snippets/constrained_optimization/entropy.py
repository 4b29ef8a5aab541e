"""Maximum entropy: assume nothing but what is known, and get a softmax.

Among all distributions p over n outcomes with a known mean of the scores s, which one says the least beyond that? The
one with the largest entropy -Σ p ln p. Lagrange's condition for each outcome is an equation in pᵢ alone, and its
solution is an exponential:

    ln pᵢ + 1 - β sᵢ + λ = 0      so      pᵢ is proportional to exp(β sᵢ)

That is a softmax of β·s, and β is the multiplier of the mean.
"""

import numpy as np

from snippets.partial_derivatives_and_jacobians.layers import softmax

FACES = np.arange(1, 7)


# --8<-- [start:entropy]
def entropy(p):
    """-Σ p ln p in nats, with 0 ln 0 = 0.

    >>> round(entropy([0.5, 0.5]), 4), entropy([1.0, 0.0])
    (0.6931, 0.0)
    """
    p = np.asarray(p, dtype=float)
    return abs(float(np.sum(p * np.log(p, out=np.zeros_like(p), where=p > 0))))


# --8<-- [end:entropy]


# --8<-- [start:maximum_entropy]
def maximum_entropy(scores, mean):
    """Distribution with this mean score and the largest entropy, and β.

    The mean of softmax(β·scores) grows with β, so we can close in on the
    right β from both sides. The mean must lie strictly between the least
    and the largest score.

    >>> p, beta = maximum_entropy(FACES, 4.5)
    >>> p.round(4).tolist(), round(beta, 4)
    ([0.0544, 0.0788, 0.1142, 0.1654, 0.2398, 0.3475], 0.371)
    """
    if not min(scores) < mean < max(scores):
        raise ValueError(f"the mean {mean} is not strictly between the scores")
    scores, low, high = np.asarray(scores, dtype=float), -1.0, 1.0
    while softmax(low * scores) @ scores > mean:
        low *= 2
    while softmax(high * scores) @ scores < mean:
        high *= 2
    for _ in range(60):
        beta = (low + high) / 2
        too_low = softmax(beta * scores) @ scores < mean
        low, high = (beta, high) if too_low else (low, beta)
    return softmax(beta * scores), beta


# --8<-- [end:maximum_entropy]


# --8<-- [start:tilted]
def tilted(prior, rewards, beta):
    """Distribution with the largest mean reward minus beta·KL from the prior.

    Each probability is multiplied by exp(reward / beta), then all are
    divided by their sum. What the prior excludes stays excluded.

    >>> tilted([0.7, 0.2, 0.1], [0, 1, 2], 1.0).round(3).tolist()
    [0.353, 0.274, 0.373]
    """
    rewards = np.asarray(rewards, dtype=float)
    p = prior * np.exp((rewards - rewards.max()) / beta)  # no overflow
    return p / p.sum()


# --8<-- [end:tilted]
