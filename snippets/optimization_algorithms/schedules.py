"""Schedules: a learning rate for each step, as an array of `steps` numbers that any optimizer here takes.

A large rate gets far, a small one gets quiet. So the rate begins high (perhaps after a short warm-up) and ends low.
What differs is how it comes down.
"""

import numpy as np


# --8<-- [start:schedules]
def stepped(peak, steps, every, factor=0.1):
    """Constant for `every` steps, then multiplied by the factor, and so on.

    >>> stepped(1.0, 6, every=2).round(4).tolist()
    [1.0, 1.0, 0.1, 0.1, 0.01, 0.01]
    """
    return peak * factor ** (np.arange(steps) // every)


def cosine(peak, steps):
    """Half a wave of the cosine, from the peak down to nearly 0.

    >>> cosine(1.0, 4).round(4).tolist()
    [1.0, 0.8536, 0.5, 0.1464]
    """
    return peak * (1 + np.cos(np.pi * np.arange(steps) / steps)) / 2


def warmed_up(rates, steps):
    """Any schedule with its first rates lowered along a straight ramp.

    >>> warmed_up(np.ones(6), 4).tolist()
    [0.25, 0.5, 0.75, 1.0, 1.0, 1.0]
    """
    return rates * np.minimum(1, np.arange(1, len(rates) + 1) / steps)


# --8<-- [end:schedules]


# --8<-- [start:range_test]
def range_test(loss, gradient, start, lowest, highest, steps):
    """One short run whose rate grows from step to step: rates and losses.

    >>> rates, losses = range_test(
    ...     lambda w: w**2, lambda w: 2 * w, 1.0, 0.01, 10, steps=4
    ... )
    >>> rates.round(2).tolist(), losses.round(2).tolist()
    ([0.01, 0.1, 1.0, 10.0], [0.96, 0.61, 0.61, 221.89])
    """
    rates, place = np.geomspace(lowest, highest, steps), start
    losses = []
    for rate in rates:
        place = place - rate * gradient(place)
        losses.append(loss(place))
    return rates, np.array(losses)


# --8<-- [end:range_test]
