"""Which rate and which memory: the settings of both kinds of momentum that are best for curvatures from m to M.

Along a direction with curvature λ a step with memory is a recurrence of order two. What it keeps of the error in the
long run is the larger root of

    heavy ball   r² - (1 + β - ηλ) r + β = 0
    Nesterov     r² - (1 + β)(1 - ηλ) r + β (1 - ηλ) = 0

and the settings below make that smallest for the worst λ: exactly for the heavy ball, and for Nesterov with η = 1/M.
"""

import numpy as np


# --8<-- [start:settings]
def best_momentum(m, M):
    """Rate and memory of the heavy ball for curvatures from m to M.

    >>> settings = best_momentum(1, 25)
    >>> {name: round(value, 4) for name, value in settings.items()}
    {'learning_rate': 0.1111, 'beta': 0.4444}
    """
    low, high = m**0.5, M**0.5
    rate, root = (2 / (low + high)) ** 2, (high - low) / (high + low)
    return {"learning_rate": rate, "beta": root**2}


def best_nesterov(m, M):
    """Rate and memory that Nesterov proposes for curvatures from m to M.

    >>> settings = best_nesterov(1, 25)
    >>> {name: round(value, 4) for name, value in settings.items()}
    {'learning_rate': 0.04, 'beta': 0.6667}
    """
    low, high = m**0.5, M**0.5
    return {"learning_rate": 1 / M, "beta": (high - low) / (high + low)}


# --8<-- [end:settings]


# --8<-- [start:with_a_bend]
def with_a_bend(x):
    """Slope of a bowl: curvature 25, between 1 and 2 only 1, then 25 again.

    From Lessard, Recht and Packard (2016).

    >>> [float(with_a_bend(x)) for x in (-1, 1, 2, 3)]
    [-25.0, 25.0, 26.0, 51.0]
    """
    return np.interp(x, [-100, 1, 2, 100], [-2500, 25, 26, 2476])


# --8<-- [end:with_a_bend]
