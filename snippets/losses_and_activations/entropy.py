"""Entropy, cross-entropy and divergence: how much of a loss is the world's, and how much the model's.

An event of probability p surprises by -ln p when it happens. If events happen with the shares q, and a model says p:

    the least surprise, by who knows q     entropy         H(q)    = -Σ q ln q
    the surprise of the model              cross-entropy   H(q, p) = -Σ q ln p
    what the model adds                    divergence      KL(q‖p) =  Σ q ln(q/p) = H(q, p) - H(q), never below 0

The unit is the nat, for natural logarithms; divided by ln 2 it is the bit. Shares and probabilities have shape (K,).
"""

import numpy as np

from snippets.constrained_optimization.entropy import entropy


# --8<-- [start:entropy]
def expected_surprise(q, p):
    """Cross-entropy -Σ q ln p: events by q, probabilities p, all positive.

    >>> f"{expected_surprise([0.5, 0.25, 0.25], [0.8, 0.1, 0.1]):.4f}"
    '1.2629'
    """
    return float(-np.dot(q, np.log(p)))


def divergence(q, p):
    """Kullback-Leibler divergence KL(q‖p), what p costs beyond q itself.

    >>> f"{divergence([0.5, 0.25, 0.25], [0.8, 0.1, 0.1]):.4f}"
    '0.2231'
    """
    return expected_surprise(q, p) - entropy(q)


# --8<-- [end:entropy]
