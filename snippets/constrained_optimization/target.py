"""The target problem: come as close to (2, 1) as a constraint allows.

Minimize f = (x - 2)² + (y - 1)² subject to g = x + y - b ≤ 0. The target itself has x + y = 3. So the constraint is
active for b < 3 and idle for b ≥ 3, which makes this the smallest problem in which an inequality can be active or
inactive. It is also small enough to write its dual function down.
"""

import numpy as np

TARGET = np.array([2.0, 1.0])


# --8<-- [start:miss]
def miss(point):
    """Squared distance to (2, 1); points have the shape (2, …).

    >>> miss([0, 0])
    5
    """
    x, y = point
    return (x - 2) ** 2 + (y - 1) ** 2


def miss_gradient(point):
    """(2(x - 2), 2(y - 1)): straight away from the target.

    >>> miss_gradient([1.5, 0.5]).tolist()
    [-1.0, -1.0]
    """
    x, y = point
    return np.array([2 * (x - 2), 2 * (y - 1)])


# --8<-- [end:miss]


# --8<-- [start:closest]
def closest(b):
    """Best point with x + y ≤ b, and its multiplier.

    >>> [closest(b)[0].tolist() for b in (2, 4)]
    [[1.5, 0.5], [2.0, 1.0]]
    >>> [float(closest(b)[1]) for b in (2, 4)]
    [1.0, 0.0]
    """
    price = max(0.0, TARGET.sum() - b)  # 0 if the target is allowed
    return TARGET - price / 2, price


# --8<-- [end:closest]


# --8<-- [start:dual]
def dual(price, b):
    """Least value of L = f + price · (x + y - b) over all (x, y).

    >>> dual(1, 2), dual(0.5, 2)  # never above the optimum, 0.5
    (0.5, 0.375)
    """
    return price * (3 - b) - price**2 / 2


# --8<-- [end:dual]
