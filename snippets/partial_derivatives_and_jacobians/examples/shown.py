"""How the examples of topic 03 show arrays."""

import numpy as np


def clean(array, digits=4):
    """Rounded lists without a negative zero.

    >>> clean(np.array([-0.0, 1.23456]))
    [0.0, 1.2346]
    """
    return (np.round(array, digits) + 0.0).tolist()
