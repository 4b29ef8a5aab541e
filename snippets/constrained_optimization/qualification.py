"""A minimum without a multiplier: the cusp.

Minimize f = x subject to g = y² - x³ ≤ 0. The allowed points lie between the two branches y = ±x^(3/2), and the leftmost
of them is the origin, the tip of the cusp. There ∇f = (1, 0), but ∇g = (0, 0): no multiple of it balances ∇f. A
*constraint qualification* is a condition that excludes this, for example: the gradients of the active constraints are
linearly independent.
"""

import numpy as np


# --8<-- [start:cusp]
def cusp(point):
    """g(x, y) = y² - x³; points have the shape (2, …).

    >>> cusp([1, 1]), cusp([-1, 0])
    (0, 1)
    """
    x, y = point
    return y**2 - x**3


def cusp_gradient(point):
    """(-3x², 2y), which vanishes at the tip.

    >>> cusp_gradient([0, 0]).tolist(), cusp_gradient([1, 1]).tolist()
    ([0, 0], [-3, 2])
    """
    x, y = point
    return np.array([-3 * x**2, 2 * y])


# --8<-- [end:cusp]


# --8<-- [start:leftmost]
def leftmost(c):
    """Smallest x with y² - x³ ≤ c, which is the cube root of -c.

    >>> leftmost(0.001), leftmost(-0.001)
    (-0.1, 0.1)
    """
    return -float(np.cbrt(c))


# --8<-- [end:leftmost]
