r"""Checks of entropy, divergence, likelihoods and what follows from them."""

import itertools
import math

import mpmath
import numpy as np
from scipy import special, stats

from snippets.losses_and_activations.checks.activations import mp_softmax
from snippets.oracles import mpmath_gradient


def cross_entropy_split(random):
    r"""$$-\sum_{i=1}^{K} q_i \ln p_i = -\sum_{i=1}^{K} q_i \ln q_i + \sum_{i=1}^{K} q_i \ln \frac{q_i}{p_i}$$

    Entropy plus divergence for random q and p of two to six classes, against the cross-entropy as a mean surprise in
    mpmath's numbers.
    """
    q, p = (random.dirichlet(np.ones(k)) for k in 2 * [int(random.integers(2, 7))])
    claimed = -np.sum(q * np.log(q)) + np.sum(q * np.log(q / p))
    return claimed, float(-mpmath.fsum(mpmath.mpf(a) * mpmath.log(b) for a, b in zip(q, p, strict=True)))


def perplexity(random):
    r"""$$\e^{-\frac{1}{n} \sum_{k=1}^{n} \ln p_k} = \left( \frac{1}{p_1 p_2 \cdots p_n} \right)^{1/n}$$

    The exponential of the mean surprise for two to eight random probabilities, against one over their geometric mean.
    """
    p = random.uniform(0.05, 0.95, size=int(random.integers(2, 9)))
    return np.exp(-(1 / len(p)) * np.sum(np.log(p))), 1 / float(stats.gmean(p))


def soft_target_gradient(random):
    r"""$$\frac{\partial}{\partial z_j} \left( -\sum_{i=1}^{K} q_i \ln p_i \right) = p_j - q_j$$

    Softmax minus random targets that add up to 1, against numerical derivatives of the cross-entropy.
    """
    k = int(random.integers(2, 6))
    z, q = random.normal(size=k), random.dirichlet(np.ones(k))

    def loss(scores):
        return -sum(a * mpmath.log(b) for a, b in zip(q, mp_softmax(scores), strict=True))

    return special.softmax(z) - q, mpmath_gradient(loss, z)


def variance_of_dot_product(random):
    r"""$$\operatorname{Var}(\vect{q} \cdot \vect{k}) = d\, s^2 t^2$$

    Entries with two values each, mean 0 and a random spread, not symmetric: the formula, against the variance over all
    combinations of their values.
    """
    d = int(random.integers(1, 5))
    s, t, *shares = random.uniform(0.2, 0.8, size=4)

    def two_values(spread, share):
        return [(-spread * math.sqrt(share / (1 - share)), 1 - share), (spread * math.sqrt((1 - share) / share), share)]

    entries = d * [two_values(s, shares[0])] + d * [two_values(t, shares[1])]
    mean = square = 0.0
    for case in itertools.product(*entries):
        dot = sum(case[i][0] * case[d + i][0] for i in range(d))
        chance = math.prod(probability for _, probability in case)
        mean, square = mean + chance * dot, square + chance * dot**2
    return d * s**2 * t**2, square - mean**2


def weighted_odds(random):
    r"""$$\frac{p}{1 - p} = w\, \frac{\pi}{1 - \pi}$$

    The p that makes the weighted mean loss smallest, by mpmath's search for a zero of its slope in the logit, for a
    random weight and a random share.
    """
    w, share = random.uniform(0.2, 20), random.uniform(0.05, 0.95)

    def loss(z):
        return w * share * mpmath.log(1 + mpmath.exp(-z)) + (1 - share) * mpmath.log(1 + mpmath.exp(z))

    logit = mpmath.findroot(lambda z: mpmath.diff(loss, z), 0.0)
    return w * (share / (1 - share)), float(mpmath.exp(logit))
