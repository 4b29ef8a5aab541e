"""The budget problem: how to split days between two kinds of work, and what one more day is worth.

A small team has a number of days for its data. With x days of labeling and y days of correcting labels, the model's
error is 4/x + 1/y percent (a model made up for this page, with diminishing returns on both sides). More is always
better, so without a budget there is no best point at all. With x + y ≤ 6 there is one, and it lies on the boundary.

In the notation of the page: minimize f = error subject to g = x + y - budget ≤ 0. Points have the shape (2, …), so that
the functions also take a whole grid.
"""

import numpy as np


# --8<-- [start:error]
def error(days):
    """Error in percent after (x, y) days, both positive: 4/x + 1/y.

    >>> error([4, 2]), error([2, 4])
    (1.5, 2.25)
    """
    x, y = days
    return 4 / x + 1 / y


def error_gradient(days):
    """(-4/x², -1/y²): what another day changes, on either side.

    >>> error_gradient([4, 2]).tolist()
    [-0.25, -0.25]
    """
    x, y = days
    return np.array([-4 / x**2, -1 / y**2])


# --8<-- [end:error]


# --8<-- [start:overspent]
def overspent(days, budget=6):
    """g(x, y) = x + y - budget: positive if we spent too much.

    >>> overspent([4, 2]), overspent([5, 2])
    (0, 1)
    """
    x, y = days
    return x + y - budget


# --8<-- [end:overspent]


# --8<-- [start:best_split]
def best_split(budget, gains=(4, 1)):
    """Split that minimizes Σ aᵢ/xᵢ with Σ xᵢ = budget: (n,).

    The share of each is in proportion to the root of its gain aᵢ.

    >>> best_split(6).tolist()
    [4.0, 2.0]
    """
    roots = np.sqrt(gains)
    return budget * roots / roots.sum()


def least_error(budget, gains=(4, 1)):
    """Value of the best split, (Σ √aᵢ)² / budget.

    >>> float(least_error(6)), round(float(least_error(7)), 4)
    (1.5, 1.2857)
    """
    return np.sqrt(gains).sum() ** 2 / budget


def price_of_a_day(budget, gains=(4, 1)):
    """Multiplier of the budget: by how much a day more lowers the error.

    >>> float(price_of_a_day(6)), float(price_of_a_day(3))
    (0.25, 1.0)
    """
    return np.sqrt(gains).sum() ** 2 / budget**2


# --8<-- [end:best_split]
