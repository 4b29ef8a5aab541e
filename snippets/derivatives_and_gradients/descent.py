"""Gradient descent: look which way is up, go a little the other way, repeat.

The new point is the old one minus learning rate times gradient. Nothing else is known about f: not where its minimum
is, not even its value. On a parabola with second derivative c the distance to the minimum is multiplied by
1 - learning_rate · c in every step. So the steps crawl if that factor is near 1, zigzag if it is negative, and run away
if it is below -1.
"""

import numpy as np


# --8<-- [start:gradient_descent]
def gradient_descent(gradient, start, learning_rate, steps):
    """All points visited, the start first: shape (steps + 1, ...).

    >>> gradient_descent(parabola_slope, 10, 0.1, steps=3).round(3).tolist()
    [10.0, 8.6, 7.48, 6.584]
    """
    path = [np.asarray(start, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - learning_rate * gradient(path[-1]))
    return np.array(path)


# --8<-- [end:gradient_descent]


# --8<-- [start:parabola]
def parabola(w):
    """Simplest loss there is, (w - 3)²: one parameter, one minimum, at 3.

    >>> parabola(10)
    49
    """
    return (w - 3) ** 2


def parabola_slope(w):
    """Slope of the parabola, 2(w - 3).

    >>> parabola_slope(10)
    14
    """
    return 2 * (w - 3)


# --8<-- [end:parabola]
