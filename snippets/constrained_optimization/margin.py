"""The widest street between two classes: a support-vector machine by the log barrier.

A line w·x + b = 0 separates the classes if every point has yᵢ(w·xᵢ + b) > 0, with labels yᵢ = ±1. Scale (w, b) so that
the nearest points get exactly 1. Then the street between them is 2/‖w‖ wide, and the widest street is

    minimize ½‖w‖²   subject to   1 - yᵢ(w·xᵢ + b) ≤ 0 for every point.

Complementary slackness does the rest: points off the curb have the multiplier 0 and might as well not be there. Those
on it are the support vectors, and w = Σ μᵢ yᵢ xᵢ.
"""

import numpy as np

from snippets.constrained_optimization.barrier import barrier_path

POINTS = np.array([[3, 3], [5, 3], [4, 5], [5.5, 1.5], [2, 0], [0, 2], [0, 0], [1, -1], [-1, 1.5]])
LABELS = np.array([1, 1, 1, 1, -1, -1, -1, -1, -1])


# --8<-- [start:widest_street]
def widest_street(points, labels, start, tau=1e-7):
    """(w, b, μ) of the widest separating street for points of shape (n, 2).

    `start` is any (w₁, w₂, b) that gives all points more than 1.

    >>> w, b, mu = widest_street(POINTS, LABELS, start=[1, 1, -4])
    >>> w.round(4).tolist(), round(b, 4)
    ([0.5, 0.5], -2.0)
    >>> mu.round(4).tolist()
    [0.25, 0.0, 0.0, 0.0, 0.125, 0.125, 0.0, 0.0, 0.0]
    """
    curved = np.diag([1.0, 1.0, 0.0])  # ½‖w‖² does not bend along b
    ones = np.ones((len(points), 1))
    rows = -labels[:, None] * np.hstack([points, ones])
    taus = np.geomspace(1, tau, 15)
    path, prices = barrier_path(lambda z: curved @ z, lambda z: curved, rows, -np.ones(len(points)), taus, start)
    return path[-1][:2], float(path[-1][2]), prices[-1]


# --8<-- [end:widest_street]
