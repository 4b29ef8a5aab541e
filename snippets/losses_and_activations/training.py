"""What a loss does to a walk downhill: one wrong score, a line with an outlier, and weights that are pulled to 0.

Gradient descent itself is that of topic 01. Only the slope that it is given changes.
"""

import numpy as np

from snippets.derivatives_and_gradients.descent import gradient_descent
from snippets.derivatives_and_gradients.regression import HEIGHTS

# --8<-- [start:typo]
TYPO = np.where(HEIGHTS == 8.8, 88.0, HEIGHTS)  # the last height without its point
# --8<-- [end:typo]


# --8<-- [start:walk]
def walk(slope, start, learning_rate, steps):
    """Scores z visited when one example with y = 1 is trained on: (steps + 1,).

    >>> walk(lambda z, y: -1.0, start=-8, learning_rate=1, steps=3).tolist()
    [-8.0, -7.0, -6.0, -5.0]
    """
    return gradient_descent(lambda z: slope(z, 1), start, learning_rate, steps)


def steps_until_right(slope, start, learning_rate=1.0):
    """How many steps until the score of an example with y = 1 is above 0.

    >>> steps_until_right(lambda z, y: -1.0, start=-7.5)
    8
    """
    z, steps = float(start), 0
    while z <= 0:
        z, steps = z - learning_rate * float(slope(z, 1)), steps + 1
    return steps


# --8<-- [end:walk]


# --8<-- [start:fit_line]
def fit_line(loss_slope, x, y, learning_rate, steps):
    """Fit w·x + b by descent on the mean of a loss of the error: (w, b).

    >>> from snippets.derivatives_and_gradients.regression import WEEKS
    >>> from snippets.losses_and_activations.losses import squared_slope
    >>> fit_line(squared_slope, WEEKS, HEIGHTS, 0.05, 500).round(3).tolist()
    [2.0, 1.0]
    """

    def gradient(line):
        pull = loss_slope(line[0] * x + line[1] - y)  # one pull for each point
        return np.array([np.mean(pull * x), np.mean(pull)])

    return gradient_descent(gradient, [0, 0], learning_rate, steps)[-1]


# --8<-- [end:fit_line]


# --8<-- [start:penalties]
def l2_gradient(weights, strength):
    """Gradient of strength · Σ w²: in proportion to each weight.

    >>> l2_gradient(np.array([4.0, -0.5]), 0.5).tolist()
    [4.0, -0.5]
    """
    return 2 * strength * weights


def l1_gradient(weights, strength):
    """Gradient of strength · Σ |w|: the same size for every weight but 0.

    >>> l1_gradient(np.array([4.0, -0.5, 0.0]), 0.5).tolist()
    [0.5, -0.5, 0.0]
    """
    return strength * np.sign(weights)


def soft_threshold(a, price):
    """Each a moved toward 0 by the price, as in topic 05, for arrays.

    >>> soft_threshold(np.array([4.0, -0.5, 0.2]), 0.3).round(4).tolist()
    [3.7, -0.2, 0.0]
    """
    return np.sign(a) * np.maximum(np.abs(a) - price, 0)


# --8<-- [end:penalties]
