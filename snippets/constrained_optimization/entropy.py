"""Maximum entropy: assume nothing but what is known, and get a softmax.

Among all distributions p over n outcomes with a known mean of the scores s, which one says the least beyond that? The
one with the largest entropy -Σ p ln p. Lagrange's condition for each outcome is an equation in pᵢ alone, and its
solution is an exponential:

    ln pᵢ + 1 - β sᵢ + λ = 0      so      pᵢ is proportional to exp(β sᵢ)

That is a softmax of β·s, and β is the multiplier of the mean.
"""

import numpy as np

FACES = np.arange(1, 7)


# --8<-- [start:softmax]
def softmax(scores):
    """exp(scores) divided by its sum; the largest score is taken off first.

    >>> softmax([0.0, np.log(3)]).round(6).tolist()
    [0.25, 0.75]
    >>> softmax([1000, 1000]).tolist()
    [0.5, 0.5]
    """
    scores = np.asarray(scores, dtype=float)
    weights = np.exp(scores - scores.max())
    return weights / weights.sum()


def entropy(p):
    """-Σ p ln p in nats, with 0 ln 0 = 0.

    >>> round(entropy([0.5, 0.5]), 4), entropy([1.0, 0.0])
    (0.6931, 0.0)
    """
    p = np.asarray(p, dtype=float)
    return abs(float(np.sum(p * np.log(p, out=np.zeros_like(p), where=p > 0))))


# --8<-- [end:softmax]


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
        low, high = (beta, high) if softmax(beta * scores) @ scores < mean else (low, beta)
    return softmax(beta * scores), beta


# --8<-- [end:maximum_entropy]
