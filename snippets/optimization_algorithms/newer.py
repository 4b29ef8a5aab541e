"""Three later ideas: a step of the same size for every weight, fewer numbers to remember, a step for a whole matrix.

Lion (Chen et al. 2023) keeps one average and takes only its sign. Adafactor (Shazeer and Stern 2018) remembers the
squares of a matrix of slopes by the means of its rows and columns. Muon (Jordan et al. 2024) turns the momentum of a
weight matrix into the nearest matrix with orthonormal rows or columns, so that the step is equally long in every
direction of the layer.
"""

import numpy as np


# --8<-- [start:lion]
def lion(gradient, start, learning_rate, steps, beta1=0.9, beta2=0.99, decay=0.0):
    """Steps of equal size: the sign of a mix of momentum and gradient.

    >>> lion(lambda w: w, [10, 0.1], 1, steps=1).round(3).tolist()
    [[10.0, 0.1], [9.0, -0.9]]
    """
    path, m = [np.asarray(start, dtype=float)], 0
    for rate in np.broadcast_to(learning_rate, steps):
        g = gradient(path[-1])
        step = np.sign(beta1 * m + (1 - beta1) * g) + decay * path[-1]
        m = beta2 * m + (1 - beta2) * g
        path.append(path[-1] - rate * step)
    return np.array(path)


# --8<-- [end:lion]


# --8<-- [start:factored]
def factored(squares):
    """Adafactor's stand-in for a matrix of squares, from row and column sums.

    >>> factored(np.array([[1, 2], [3, 6]])).tolist()  # of rank 1: exact
    [[1.0, 2.0], [3.0, 6.0]]
    >>> factored(np.array([[1, 0], [0, 1]])).tolist()
    [[0.5, 0.5], [0.5, 0.5]]
    """
    rows, columns = squares.sum(axis=1), squares.sum(axis=0)
    return np.outer(rows, columns) / squares.sum()


# --8<-- [end:factored]


# --8<-- [start:muon]
def orthogonalized(matrix, rounds=5):
    """Nearly the matrix with all singular values set to 1, by products alone.

    >>> stretched = np.array([[3, 0], [0, 0.5]])
    >>> np.linalg.svd(orthogonalized(stretched))[1].round(1).tolist()
    [1.0, 0.7]
    """
    wide = matrix if len(matrix) <= len(matrix.T) else matrix.T
    X = wide / np.linalg.norm(wide)
    for _ in range(rounds):  # each singular value s to 3.4445s - 4.775s³ + …
        A = X @ X.T
        X = 3.4445 * X + (-4.7750 * A + 2.0315 * A @ A) @ X
    return X if len(matrix) <= len(matrix.T) else X.T


def muon(gradient, start, learning_rate, steps, beta=0.95):
    """Momentum whose step is made orthogonal; start and gradient (m, n).

    >>> path = muon(lambda W: W, np.diag([10, 0.1]), 0.1, steps=1)
    >>> np.diag(path[1]).round(1).tolist()
    [9.9, 0.0]
    """
    path, m = [np.asarray(start, dtype=float)], 0
    for rate in np.broadcast_to(learning_rate, steps):
        g = gradient(path[-1])
        m = beta * m + g
        path.append(path[-1] - rate * orthogonalized(g + beta * m))
    return np.array(path)


# --8<-- [end:muon]
