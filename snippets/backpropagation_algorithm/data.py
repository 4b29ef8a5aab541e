"""The one data set and the one network that the pages of this topic train: two moons, eight hidden units.

The same seeds everywhere, so that a figure, a table and a sentence speak of the same run.
"""

import numpy as np

from snippets.backpropagation_algorithm.moons import two_moons
from snippets.backpropagation_algorithm.network import perceptron

RATE, EPOCHS = 1.0, 1500


# --8<-- [start:page_run]
def page_data():
    """200 points to train on and 1,000 fresh ones, with their labels.

    >>> [array.shape for array in page_data()]
    [(200, 2), (200, 1), (1000, 2), (1000, 1)]
    """
    rng = np.random.default_rng(7)
    return *two_moons(200, 0.15, rng), *two_moons(1000, 0.15, rng)


def page_network():
    """Two inputs, eight hidden units, one logit: 33 parameters.

    >>> sum(p.size for p in page_network().parameters)
    33
    """
    return perceptron([2, 8, 1], np.random.default_rng(1))


# --8<-- [end:page_run]
