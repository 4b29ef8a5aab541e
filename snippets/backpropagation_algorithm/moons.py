"""Two moons: two classes of points that no straight line separates.

The upper moon is half of a circle around (0, 0). The lower one is half of a circle around (1, 1/2), upside down, so
that each reaches into the other. Every point is then moved at random. The circles are those of
`make_moons` in scikit-learn.
"""

import numpy as np


# --8<-- [start:two_moons]
def two_moons(count, noise, rng):
    """Points (count, 2) and labels (count, 1), 0 above and 1 below.

    An even count: even places are of the upper moon, odd ones of the lower.

    >>> points, labels = two_moons(4, 0, np.random.default_rng(0))
    >>> points.round(4).tolist()
    [[1.0, 0.0], [0.0, 0.5], [-1.0, 0.0], [2.0, 0.5]]
    >>> labels.ravel().tolist()
    [0.0, 1.0, 0.0, 1.0]
    """
    angle = np.repeat(np.linspace(0, np.pi, count // 2), 2)
    lower = np.arange(count) % 2
    x = np.where(lower, 1 - np.cos(angle), np.cos(angle))
    y = np.where(lower, 0.5 - np.sin(angle), np.sin(angle))
    points = np.stack([x, y], axis=1)
    moved = points + noise * rng.normal(size=(count, 2))
    return moved, lower[:, None].astype(float)


def accuracy(scores, labels):
    """Share of scores on the right side of 0, both of shape (B, 1).

    >>> accuracy(np.array([[2.0], [-1], [-3], [0.5]]), np.array([[1], [1], [0], [1]]))
    0.75
    """
    return float(np.mean((scores > 0) == (labels == 1)))


# --8<-- [end:two_moons]
