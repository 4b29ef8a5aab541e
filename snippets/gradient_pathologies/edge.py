"""Sharpness: the largest curvature of the loss, and what descent does to it.

Two weights in a row, a and b, that should multiply to 1: f(a, b) = ½ (ab - 1)². Every point of the hyperbola ab = 1
is a minimum, and all of them are the same function x ↦ abx. Their sharpness differs: a² + b². Descent with the rate η
can stay only at those with a² + b² ≤ 2/η, so the rate chooses among minima that compute the same.
"""

import numpy as np


# --8<-- [start:product]
def product_loss(point):
    """½ (ab - 1)²: two weights that should multiply to 1.

    >>> product_loss([2.0, 0.5]), product_loss([1.0, 3.0])
    (0.0, 2.0)
    """
    a, b = point
    return 0.5 * (a * b - 1) ** 2


def product_gradient(point):
    """(ab - 1)(b, a).

    >>> product_gradient([1.0, 3.0]).tolist()
    [6.0, 2.0]
    """
    a, b = point
    return (a * b - 1) * np.array([b, a])


def product_sharpness(point):
    """Largest curvature of the product loss.

    >>> round(product_sharpness([2.0, 0.5]), 6)  # 4 + 1/4
    4.25
    """
    a, b = point
    cross = 2 * a * b - 1
    return float(np.linalg.eigvalsh([[b * b, cross], [cross, a * a]])[-1])


# --8<-- [end:product]


# --8<-- [start:small_network]
X = np.linspace(-1.5, 1.5, 16)
T = np.sin(3 * X)


def network_gradient(theta):
    """Gradient of half the mean squared error of Σ c tanh(a x + b) on 16 points.

    theta has the shape (3 units,): all a, all b, all c.

    >>> network_gradient(np.zeros(6)).tolist()
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    """
    a, b, c = np.split(theta, 3)
    hidden = np.tanh(np.outer(X, a) + b)
    error = (hidden @ c - T) / len(X)
    back = np.outer(error, c) * (1 - hidden**2)
    return np.concatenate([back.T @ X, back.sum(axis=0), hidden.T @ error])


def network_error(theta):
    """Half the mean squared error itself.

    >>> round(network_error(np.zeros(6)), 4) == round(float(np.mean(T**2) / 2), 4)
    True
    """
    a, b, c = np.split(theta, 3)
    return float(np.mean((np.tanh(np.outer(X, a) + b) @ c - T) ** 2) / 2)


# --8<-- [end:small_network]
