"""Principal components: the direction of the largest variance, as a constrained maximum.

For data with covariance matrix S the variance along a unit vector w is wᵀSw. Without the constraint ‖w‖² = 1 it has no
maximum: a longer arrow has more. With it, Lagrange's condition is S w = λ w. The candidates are the eigenvectors, and
the multiplier of each is its variance.
"""

import numpy as np

COVARIANCE = np.array([[5.0, 2.0], [2.0, 2.0]])  # eigenvalues 6 and 1


# --8<-- [start:variance_along]
def variance_along(covariance, w):
    """wᵀSw for w of shape (d,) or (d, k), one direction for each column.

    >>> float(variance_along(COVARIANCE, np.array([1.0, 0.0])))
    5.0
    """
    return np.sum(w * (covariance @ w), axis=0)


# --8<-- [end:variance_along]


# --8<-- [start:principal_direction]
def principal_direction(covariance, start, learning_rate=0.5, steps=100):
    """Unit vector of the largest variance, by ascent on the unit sphere.

    A step along the gradient 2Sw, then back to length 1. A start at
    exactly a right angle to the answer never gets there.

    >>> principal_direction(COVARIANCE, [1, 0]).round(4).tolist()
    [0.8944, 0.4472]
    """
    w = np.asarray(start, dtype=float)
    for _ in range(steps):
        w = w + learning_rate * 2 * covariance @ w
        w = w / np.linalg.norm(w)
    return w


# --8<-- [end:principal_direction]
