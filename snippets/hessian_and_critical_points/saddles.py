"""Why saddles should be common where there are many variables: a heuristic, and a measurement that is not a proof.

A minimum needs n positive curvatures. If their signs were tossed like coins, that would happen once in 2ⁿ. The
curvatures of a random symmetric matrix are *not* independent: its eigenvalues keep away from each other, so with half
of them expected below zero it is harder still to have all of them above. Neither is the Hessian of a real loss. What
the count says is only where to put the burden of proof.
"""

import numpy as np


# --8<-- [start:random_symmetric]
def random_symmetric(size, count, rng):
    """Random symmetric matrices, shape (count, size, size).

    Normal entries: variance 1 beside the diagonal and 2 on it, so that no
    direction is preferred (the Gaussian orthogonal ensemble).

    >>> one = random_symmetric(3, 1, np.random.default_rng(0))[0]
    >>> bool(np.allclose(one, one.T))
    True
    """
    entries = rng.normal(size=(count, size, size))
    return (entries + entries.transpose(0, 2, 1)) / np.sqrt(2)


# --8<-- [end:random_symmetric]


# --8<-- [start:share_of_minima]
def share_of_minima(size, count, rng):
    """Share of random symmetric matrices with positive eigenvalues only.

    >>> round(share_of_minima(1, 10_000, np.random.default_rng(0)), 2)
    0.5
    """
    curvatures = np.linalg.eigvalsh(random_symmetric(size, count, rng))
    return float(np.mean(curvatures.min(axis=1) > 0))


# --8<-- [end:share_of_minima]


# --8<-- [start:mountain_pass]
def mountain_pass(point):
    """x²/2 - y²/2 + y⁴/4: a saddle at the origin between two minima, y = ±1.

    >>> mountain_pass([0, 0]), mountain_pass([0, 1]), mountain_pass([0, -1])
    (0.0, -0.25, -0.25)
    """
    x, y = point
    return x**2 / 2 - y**2 / 2 + y**4 / 4


def mountain_pass_gradient(point):
    """(x, y³ - y): along y it pushes away from 0, slowly where y is small.

    >>> mountain_pass_gradient([1, 2]).tolist()
    [1, 6]
    """
    x, y = point
    return np.array([x, y**3 - y])


def mountain_pass_hessian(point):
    """Rows (1, 0) and (0, 3y² - 1): bent down along y where y² < 1/3.

    >>> mountain_pass_hessian([1, 2]).tolist()
    [[1, 0], [0, 11]]
    """
    _, y = point
    return np.array([[1, 0], [0, 3 * y**2 - 1]])


# --8<-- [end:mountain_pass]
