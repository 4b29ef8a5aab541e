"""An attack as a constrained problem: the largest loss within a box around an input.

How wrong can a model be made if no number of its input may move by more than a radius? The loss is made large, not
small, and the input is moved, not the weights. A step uphill and a clip are all that is needed: projected gradient
ascent.
"""

import numpy as np

from snippets.chain_rule_and_backpropagation.neuron import sigmoid
from snippets.constrained_optimization.projections import onto_box, projected_descent

WEIGHTS = np.array([2.0, -1.0, 0.5])
INPUT = np.array([0.6, 0.2, 0.4])


# --8<-- [start:score]
def score(x):
    """W · x: positive for the class that is right here.

    >>> round(score(INPUT), 4)
    1.2
    """
    return float(WEIGHTS @ x)


def loss_gradient(x):
    """Gradient of -ln sigmoid(w · x) with respect to the input: (3,).

    >>> loss_gradient(INPUT).round(3).tolist()
    [-0.463, 0.231, -0.116]
    """
    return -sigmoid(-score(x)) * WEIGHTS


# --8<-- [end:score]


# --8<-- [start:attack]
def attack(gradient, x, radius, learning_rate, steps):
    """Inputs visited while the loss grows, none farther than radius: (k, n).

    >>> attack(loss_gradient, INPUT, 0.4, 1.0, 8)[-1].round(4).tolist()
    [0.2, 0.6, 0.0]
    """
    return projected_descent(
        lambda z: -gradient(z),  # uphill
        lambda z: onto_box(z, x - radius, x + radius),
        x,
        learning_rate,
        steps,
    )


# --8<-- [end:attack]
