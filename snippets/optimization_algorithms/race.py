"""A race: every method gets the learning rate that is best for it, found by trying.

A method's rate is tuned on the very course that it then runs: the most generous rule there is. The goal is to come down
to a thousandth of the gap that was there at the start.
"""

import numpy as np

from snippets.optimization_algorithms.optimizers import adagrad, adam, momentum, nesterov, rmsprop, sgd

METHODS = {
    "plain": sgd,
    "momentum": momentum,
    "Nesterov": nesterov,
    "AdaGrad": adagrad,
    "RMSProp": rmsprop,
    "Adam": adam,
}
# Ten for each power of ten. RMSProp makes the last bit of a rate a step more or less, so they are rounded.
RATES = (10.0 ** (np.arange(-40, 4) / 10)).round(12)


# --8<-- [start:arrival]
def arrival(gaps, share=1e-3):
    """First step from which on the gap is a share of the first, or None.

    >>> arrival(np.array([8, 0.004, 3, 0.004, 0.001]))
    3
    >>> arrival(np.array([8, 0.004, 3])) is None
    True
    """
    away = ~(gaps <= share * gaps[0])  # what is not a number is away, too
    steps = np.flatnonzero(away)[-1] + 1
    return int(steps) if steps < len(gaps) else None


# --8<-- [end:arrival]


# --8<-- [start:tuned]
def result(gaps):
    """What is compared: steps to the goal, or, later than all, what is left.

    >>> result(np.array([8, 1, 0.004])) < result(np.array([8, 9]))
    True
    """
    steps, end = arrival(gaps), gaps[-1]
    if steps is not None:
        return steps, 0.0
    return len(gaps), float(end) if np.isfinite(end) else np.inf


def tuned(method, loss, gradient, start, least, steps):
    """Best learning rate of RATES for a method on a course, with its gaps.

    >>> from snippets.optimization_algorithms.landscapes import course
    >>> bowl = course("valley")
    >>> rate, gaps = tuned(sgd, *bowl, steps=300)
    >>> round(rate, 4), arrival(gaps)
    (0.0316, 81)
    """
    tried = []
    with np.errstate(all="ignore"):  # rates that are too large overflow
        for rate in RATES:
            path = method(gradient, start, rate, steps)
            tried.append(loss(path.T) - least)
    best = min(range(len(RATES)), key=lambda k: result(tried[k]))
    return float(RATES[best]), tried[best]


# --8<-- [end:tuned]
