"""The widest street between two classes: a support-vector machine by the log barrier.

A line w·x + b = 0 separates the classes if every point has yᵢ(w·xᵢ + b) > 0, with labels yᵢ = ±1. Scale (w, b) so that
the nearest points get exactly 1. Then the street between them is 2/‖w‖ wide, and the widest street is

    minimize ½‖w‖²   subject to   1 - yᵢ(w·xᵢ + b) ≤ 0 for every point.

Complementary slackness does the rest: points off the curb have the multiplier 0 and might as well not be there. Those
on it are the support vectors, and w = Σ μᵢ yᵢ xᵢ.

With a soft margin a point may fall short of 1, by its slack ξᵢ ≥ 0, and pays C·ξᵢ for it. Then μᵢ lies between 0 and C.
"""

import numpy as np

from snippets.constrained_optimization.barrier import barrier_path

POINTS = np.array([[3, 3], [5, 3], [4, 5], [5.5, 1.5], [2, 0], [0, 2], [0, 0], [1, -1], [-1, 1.5]])
LABELS = np.array([1, 1, 1, 1, -1, -1, -1, -1, -1])
# The same with a tenth point, of the second class, on the side of the first.
WITH_INTRUDER = np.vstack([POINTS, [4, 1]]), np.append(LABELS, -1)


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
    f = lambda z: curved @ z, lambda z: curved  # gradient and Hessian
    taus = np.geomspace(1, tau, 15)
    path, prices = barrier_path(*f, rows, -ones[:, 0], taus, start)
    return path[-1][:2], float(path[-1][2]), prices[-1]


# --8<-- [end:widest_street]


# --8<-- [start:dual_value]
def dual_value(points, labels, mu):
    """Least value of the Lagrangian over w and b, if Σ μ y = 0.

    >>> dual_value(POINTS, LABELS, np.array([2, 0, 0, 0, 1, 1, 0, 0, 0]) / 8)
    0.25
    """
    w = (mu * labels) @ points
    return float(mu.sum() - w @ w / 2)


# --8<-- [end:dual_value]


# --8<-- [start:soft_street]
def soft_street(points, labels, cost, tau=1e-7):
    """(w, b, μ, ξ) of the street that least ½‖w‖² + cost·Σξ buys: (n, 2) points.

    ξᵢ ≥ 0 is by how much point i falls short of 1.

    >>> w, b, mu, slack = soft_street(*WITH_INTRUDER, cost=0.2)
    >>> w.round(4).tolist(), round(b, 4)
    ([0.4, 0.4], -1.8)
    """
    n = len(points)
    curved = np.diag([1.0, 1.0] + [0.0] * (n + 1))
    slope = np.append(np.zeros(3), np.full(n, cost))
    far_enough = -labels[:, None] * np.hstack([points, np.ones((n, 1))])
    rows = np.block([[far_enough, -np.eye(n)], [np.zeros((n, 3)), -np.eye(n)]])
    bounds = np.append(-np.ones(n), np.zeros(n))
    f = lambda z: curved @ z + slope, lambda z: curved
    start = np.append(np.zeros(3), np.full(n, 2.0))  # every slack is 2
    path, prices = barrier_path(*f, rows, bounds, np.geomspace(1, tau, 15), start)
    return path[-1][:2], float(path[-1][2]), prices[-1][:n], path[-1][3:]


# --8<-- [end:soft_street]
