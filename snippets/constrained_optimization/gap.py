"""A problem with a duality gap: two wells, a hill between them, and a constraint that asks for the top of the hill.

Minimize (x² - 1)² subject to x = 0. The optimum is 1, at the only feasible point. A price λ for each unit of x tilts
the ground, and the lowest point of the tilted ground is in one of the wells, never on the hill. So no price gives a
bound above 0.
"""

import numpy as np


# --8<-- [start:wells]
def wells(x, price=0.0):
    """Lagrangian of the wells under x = 0: (x² - 1)² + price · x.

    >>> wells(0), wells(1, price=0.5)
    (1.0, 0.5)
    """
    return (x**2 - 1) ** 2 + price * x


def wells_bound(price):
    """Dual function of the wells: the least value of (x² - 1)² + price · x.

    >>> wells_bound(0.0), round(wells_bound(0.5), 4)
    (0.0, -0.5148)
    """
    flat = np.roots([4, 0, -4, price])  # where 4x³ - 4x + price = 0
    return float(min(wells(x.real, price) for x in flat if abs(x.imag) < 1e-9))


# --8<-- [end:wells]
