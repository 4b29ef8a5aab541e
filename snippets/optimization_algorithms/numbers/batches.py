"""The numbers on the page about batches: training by least squares and matrices, floors by solving for them."""

import numpy as np
import sympy as sp

from snippets.optimization_algorithms.batches import HEIGHT, WEEK, N

X = sp.Symbol("x", positive=True)


def gap_after(size, epochs, runs=10):
    """Return the mean gap of training in batches, with the loss as a quadratic form and the steps carried out by hand.

    >>> round(gap_after(1000, 1), 2)
    18.91
    """
    walks = [
        _gaps(part for _ in range(epochs) for part in rng.permutation(N).reshape(-1, size)) for rng in _seeds(runs)
    ]
    return float(np.mean([walk[-1] for walk in walks]))


def _seeds(runs):
    """Return a generator of random numbers for each run."""
    return map(np.random.default_rng, range(runs))


def _gaps(batches):
    """Return the gaps of a training from (0, 0) with the rate 0.1, after each batch of places in the data."""
    rows = np.stack([WEEK, np.ones(N)], axis=1)
    best, *_ = np.linalg.lstsq(rows, HEIGHT, rcond=None)
    hessian, line, gaps = 2 / N * rows.T @ rows, np.zeros(2), []
    for part in batches:
        line = line - 0.2 / len(part) * rows[part].T @ (rows[part] @ line - HEIGHT[part])
        gaps.append((line - best) @ hessian @ (line - best) / 2)
    return gaps


def floor(curvature, variance, rate, size):
    """Return the variance that a step leaves as it is, by solving for it.

    >>> floor(2, 4, sp.Rational(1, 10), 1)
    1/9
    """
    (found,) = sp.solve((1 - rate * curvature) ** 2 * X + rate**2 * sp.Rational(variance, size) - X, X)
    return found


def _gap_of_swarm(curvature, variance):
    """Return the mean gap of a swarm along one direction, with the rate 0.1 and batches of one."""
    return curvature / 2 * 0.1**2 * variance / (1 - (1 - 0.1 * curvature) ** 2)


def full_batch_or_a_few_a_gradient_from_a_few_examples():
    """A gradient from a few examples."""
    yield r"is $L = \frac{1}{n} \sum_i L_i$", ...
    yield r"random, $\hat{\vect{g}} = \frac{1}{B} \sum_{i \in \text{batch}} \vect{g}_i$", ...
    yield "sense: $B = 1$", ...


def full_batch_or_a_few_what_a_small_batch_saves():
    """What a small batch saves."""
    yield "rate 0.1, the same start at $w = b = 0$", ..., ...
    yield "after 1, 2, 5 and 10", ..., ..., ..., ...
    yield "100 are at 0.0009", ..., gap_after(100, 10)
    yield "(0, 0) to the minimum at (2, 5)", ..., ..., ..., ...
    one, hundred = (
        np.mean(_gaps(part for _ in range(10) for part in rng.permutation(N).reshape(-1, size))[-N * 5 // size :])
        for size, rng in ((1, np.random.default_rng(0)), (100, np.random.default_rng(0)))
    )
    yield "around 0.5, batches of 100 fall to around 0.002", one, ..., hundred
    yield "to 0.3 after 10,000", gap_after(1000, 10), ...
    yield "(of $B = 1$ the first 140", ..., ...


def full_batch_or_a_few_what_it_costs_a_floor_of_noise():
    """What it costs: a floor of noise."""
    yield "the minimum at 0", ...
    yield (
        r"\operatorname{Var}(w_{k+1}) ={} &(1 - \eta\lambda)^2 \operatorname{Var}(w_k) \\ &+ \eta^2",
        ...,
        ...,
        ...,
        ...,
    )
    yield r"for $0 < \eta\lambda < 2$", ..., ...
    yield r"about $\frac{\eta \operatorname{Var}(g_i)}{2 B \lambda}$", ...
    yield "at $B = 1$", ...
    # A slope of the error is 2e times the week, or 2e: variances 4 times the mean square of the week, and 4.
    along, up = _gap_of_swarm(2 * np.mean(WEEK**2), 4 * np.mean(WEEK**2)), _gap_of_swarm(2, 4)
    yield "says $0.25 + 0.11 = 0.36$", along, up, along + up
    yield "at $B = 100$", ...


def full_batch_or_a_few_two_ways_below_the_floor():
    """Two ways below the floor."""
    yield "of Mathematical Statistics, 1951)", ...
    yield r"and $\sum_k \eta_k^2 < \infty$", ...
    yield r"finite. $\eta_k = \eta_0 / (k + 1)$", ...
    yield "Control and Optimization, 1992)", ...


def full_batch_or_a_few_how_large_a_batch_then():
    """How large a batch, then."""
    yield "of Large-Batch Training*, 2018)", ...
    yield "Machine Learning Research, 2019) measured 35", ..., ...
    yield r"was $s^2 / \norm{\nabla L}^2$", ..., ...
    yield "= 50,000 examples, batches of 100, 20", ..., ..., ...
    yield "examples? 500 steps in an epoch, 10,000", 50_000 // 100, 20 * 500
    yield "in each epoch: 1,000,000", 20 * 50_000


def full_batch_or_a_few_a_common_mistake():
    """A common mistake."""
    yield "ten batches of 100", ...
    by_week = np.argsort(WEEK, kind="stable").reshape(10, 100)
    yield (
        "it stays, at 0.0225, while the shuffled one comes down to 0.0010",
        _gaps([*by_week] * 10)[-1],
        gap_after(100, 10, runs=1),
    )
    yield "of 100 take ten steps, and after one epoch their gap is 0.30", ..., gap_after(100, 1)
    yield "full batch has 18.9", gap_after(1000, 1)
