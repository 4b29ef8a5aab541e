"""Projected gradient descent: step downhill, then go back to the nearest allowed point.

The projection of a point onto a closed convex set is the point of the set nearest to it; there is exactly one. For some
sets it is a line of code: a ball, a box, the probability simplex, the diamond of the 1-norm. Then descent with a
projection after each step costs hardly more than descent without. A point is optimal for a convex problem exactly if
a step followed by the projection leads back to it.
"""

import numpy as np


# --8<-- [start:onto_ball]
def onto_ball(point, radius=1.0):
    """Nearest point of the ball around the origin: shorten, or keep.

    >>> onto_ball([3, 4], radius=2.5).tolist(), onto_ball([0.3, 0.4]).tolist()
    ([1.5, 2.0], [0.3, 0.4])
    """
    point = np.asarray(point, dtype=float)
    return point * (radius / max(radius, np.linalg.norm(point)))


def onto_box(point, low, high):
    """Nearest point of a box: clip each coordinate on its own.

    >>> onto_box([3, -1], [0, 0], [2, 2]).tolist()
    [2, 0]
    """
    return np.clip(point, low, high)


# --8<-- [end:onto_ball]


# --8<-- [start:onto_simplex]
def onto_simplex(point, total=1.0):
    """Nearest point with coordinates ≥ 0 that add up to total: (n,).

    Subtract one number from all coordinates and cut at 0. Which number?
    The largest k coordinates stay positive; k is found by sorting.

    >>> onto_simplex([0.9, 0.5, -0.2]).round(4).tolist()
    [0.7, 0.3, 0.0]
    """
    point = np.asarray(point, dtype=float)
    point = point - point.max()  # the same answer, also for huge numbers
    largest = np.sort(point)[::-1]
    shifts = (np.cumsum(largest) - total) / np.arange(1, len(point) + 1)
    shift = shifts[np.nonzero(largest > shifts)[0][-1]]
    return np.maximum(point - shift, 0)


def onto_diamond(point, size=1.0):
    """Nearest point whose absolute values add up to at most size: (n,).

    >>> onto_diamond([2.0, -0.5]).tolist(), onto_diamond([0.5, -0.2]).tolist()
    ([1.0, -0.0], [0.5, -0.2])
    """
    point = np.asarray(point, dtype=float)
    if np.abs(point).sum() <= size:
        return point
    return np.sign(point) * onto_simplex(np.abs(point), size)


# --8<-- [end:onto_simplex]


# --8<-- [start:projected_descent]
def projected_descent(gradient, project, start, learning_rate, steps):
    """All allowed points visited, the start projected first: (steps + 1, n).

    >>> away = lambda p: 2 * (p - np.array([3.0, 4.0]))  # toward (3, 4)
    >>> path = projected_descent(away, onto_ball, [1, 0], 0.1, 100)
    >>> path[-1].round(4).tolist()
    [0.6, 0.8]
    """
    path = [project(np.asarray(start, dtype=float))]
    for _ in range(steps):
        path.append(project(path[-1] - learning_rate * gradient(path[-1])))
    return np.array(path)


# --8<-- [end:projected_descent]


# --8<-- [start:slanted]
def slanted(point):
    """½(2x² + 2xy + 2y²) - 5x - 3y: a tilted bowl, lowest at (7/3, 1/3).

    >>> slanted([1, 0])
    -4.0
    """
    x, y = point
    return (2 * x**2 + 2 * x * y + 2 * y**2) / 2 - 5 * x - 3 * y


def slanted_gradient(point):
    """(2x + y - 5, x + 2y - 3).

    >>> slanted_gradient([1, 0]).tolist()
    [-3, -2]
    """
    x, y = point
    return np.array([2 * x + y - 5, x + 2 * y - 3])


# --8<-- [end:slanted]
