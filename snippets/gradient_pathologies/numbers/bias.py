"""The numbers of the lesson on biased gradients."""

from functools import cache

import numpy as np
import sympy as sp
from scipy import optimize, stats

from snippets.gradient_pathologies.bias import memory_gradient, memory_loss, two_memories

P = sp.Symbol("p")


@cache
def _stop(kept):
    """Where a truncated gradient is 0, by a search instead of descent."""
    inputs, targets = two_memories(400, np.random.default_rng(9))
    return optimize.brentq(lambda w: memory_gradient(w, inputs, targets, kept), 0.4, 0.95, xtol=1e-6)


def _left(kept):
    """Loss at that place."""
    return memory_loss(_stop(kept), *two_memories(400, np.random.default_rng(9)))


def _settled():
    """Where the mean of the straight-through gradient is 0."""
    return sp.solve(P * 2 * (1 - 0.45) + (1 - P) * 2 * (0 - 0.45), P)[0]


def _two():
    """Slope of (b - c)² at a 1, divided by 1 - c."""
    b, c = sp.symbols("b c")
    return sp.cancel(sp.diff((b - c) ** 2, b).subs(b, 1) / (1 - c))


def _bias():
    c = sp.Symbol("c")
    return sp.expand(2 * P * (1 - c) - 2 * (1 - P) * c - ((1 - c) ** 2 - c**2))


def _strays(estimates):
    """Standard deviation of an estimate that a fair coin decides."""
    return np.std(estimates)


def _score(more):
    """Both values of the score-function estimate with respect to theta at p = 1/2, for a loss with a constant more."""
    return [((bit - 0.45) ** 2 + more) * (bit - 0.5) for bit in (0, 1)]


@cache
def _clipped(size):
    """Limits, and the mean of clipped minibatch gradients, over the binomial distribution of the long ones."""
    limits, rare = np.linspace(0.02, 11, 1099), np.arange(size + 1)
    means, shares = (11 * rare - size) / size, stats.binom.pmf(rare, size, 0.1)
    return limits, np.array([shares @ np.clip(means, -c, c) for c in limits])


def _crossing(size):
    """Largest limit with which the mean is still negative, to a tenth."""
    limits, curve = _clipped(size)
    return round(limits[curve < 0][-1], 1)


def _right_from(size, near=1e-9):
    """Smallest limit from which on the mean is the gradient, 0.1, to a tenth."""
    limits, curve = _clipped(size)
    return round(limits[np.abs(curve - 0.1) > near][-1], 1)


def _dip(size):
    limits, curve = _clipped(size)
    return limits[np.argmin(curve)]


def gradients_that_lie_the_top_of_the_page():
    """The top of the page."""
    yield (
        "is 1 with the probability $p$, and costs $(b - 0.45)^2$: 0.3025 for a 1",
        ...,
        ...,
        ...,
        (1 - 0.45) ** 2,
        ...,
    )
    yield "1, 0.2025 for a 0. A child sees what to do: make $p = 0$", ..., 0.45**2, ..., ...
    yield "at $p = 0.5$ and settles at 0.45", ..., _settled()
    yield "its gradient is 0", ...


def gradients_that_lie_noise_and_bias():
    """Noise and bias."""
    yield "[Noise](noise-of-minibatches.md) has the mean 0", ...
    yield "mean of the estimate is 0", ...


def gradients_that_lie_clipping():
    """Clipping."""
    yield "is 10 with the chance 0.1, and −1 with the chance 0.9", ..., ..., ..., ...
    yield "to the length 1", ...
    yield "is longer than 1", ...
    yield "convergence guarantees*, ICML 2023)", ...
    yield "differential privacy*, CCS 2016)", ...
    yield "of 1, 10 and 100, with gradients −1 or, rarely, 10. A level line at 0.1", ..., ..., ..., ..., ..., ...
    yield (
        "to 9 and reaches the true value at 10. For batches of 10 it dips below 0",
        _crossing(1),
        _right_from(1),
        ...,
        ...,
    )
    yield "of 1, for 100 it is right from a limit of about 1", round(_dip(10)), ..., round(_right_from(100, 0.01))
    yield "curve is below 0", ...


def gradients_that_lie_truncation_in_time():
    """Truncation in time."""
    yield r"h_{k-1}$$ $h_k = \varphi(w\, h_{k-1} + x_k)$ for $k = 1, \ldots, T$", ..., ..., ...
    yield r"memory $h_k = w\, h_{k-1} + x_k$", ...
    yield r"For $\abs{w} < 1$", ...
    yield "memory, 0.2, with a slow one, 0.95", ..., ...
    yield "at $w = 0.7$", ...
    yield "loss that is 63", 100 * (_left(1) / _left(400) - 1)
    yield "backpropagation through time*, 2017)", ...
    yield "from 0.6 to 0.93, a valley with its minimum at 0.86", ..., ..., _stop(400)
    yield "at 0.69, two 0.74, five 0.80, ten 0.84", _stop(1), _stop(2), _stop(5), _stop(10)
    yield "truncated gradient is 0", ...
    yield "the loss; with 20", ...


def gradients_that_lie_straight_through_a_step():
    """Straight through a step."""
    yield "whose derivative is 0", ...
    yield "the gradient is 0", ...
    yield "Coursera, 2012)", ...
    yield "for conditional computation*, 2013)", ...
    yield "A bit is 1", ...
    yield "a 1. The first two terms are the mean slope at the drawn bit, $2(1 - c)$", ..., _two(), 1
    yield (
        "a 1 and $-2c$ for a 0; the bracket is the true derivative, $(1 - c)^2 - c^2$",
        ...,
        -_two(),
        ...,
        1,
        ...,
        ...,
    )
    yield r"at $p = \frac{1}{2}$ is the bias 0", sp.solve(_bias(), P)[0], ...
    yield "is $2(p - c)$ on the left side, and 0", _two(), ...
    yield "derivative, $1 - 2c = 0.1$", 1, _two(), (1 - 0.45) ** 2 - 0.45**2
    yield "connectionist reinforcement learning*, Machine Learning, 1992)", ...
    yield "and goes to 0", ...
    yield "NIPS 2017) use it, for one whose bias is 0", ..., ...
    yield "representation learning*, NIPS 2017)", ...
    yield "neural nets*, ICLR 2019)", ...
    yield "at $p = \\frac{1}{2}$ a single estimate strays by 0.13", ..., _strays(_score(0))
    yield (
        "by 0.25. But it multiplies by the loss itself. Add 1",
        _strays([2 * (bit - 0.45) / 4 for bit in (0, 1)]),
        ...,
    )
    yield "it strays by 0.63", _strays(_score(1))


def gradients_that_lie_in_your_framework():
    """In your framework."""
    yield "the norm plus 1e-6", ...


def gradients_that_lie_a_common_mistake():
    """A common mistake."""
    yield "one of them 10", ...
    yield (
        "of 0.1 becomes −0.8; truncated to one use, a memory stops at 0.6934",
        0.1 * 10 - 0.9,
        0.1 * 1 - 0.9 * 1,
        _stop(1),
    )
    yield "of 0.8595; straight-through makes a bit settle at $p = 0.45$ where 0", _stop(400), _settled(), ...
    yield "wrong gradient is 0", ...
