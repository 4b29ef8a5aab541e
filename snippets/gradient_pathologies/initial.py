"""Where to start: the spread of the weights that keeps lengths, forward and backward.

Let the entries of W, shape (m, n), be independent, with mean 0 and variance v. For a fixed input a and a fixed δ,

    E ‖W a‖² = m v ‖a‖²          so a mean square of entries is multiplied by n v
    E ‖Wᵀ δ‖² = n v ‖δ‖²         so a mean square of entries is multiplied by m v

The first is kept by v = 1/n, the second by v = 1/m. Xavier's start, 2/(n + m), stands between the two. ReLU leaves
half of the mean square, forward and backward, and He's start gives it back: 2/n. An orthogonal matrix keeps every
length exactly, not only on average.
"""

import numpy as np


# --8<-- [start:spreads]
def xavier_spread(fan_in, fan_out):
    """Standard deviation √(2/(n + m)) of Glorot and Bengio, 2010.

    >>> xavier_spread(100, 100)
    0.1
    """
    return float(np.sqrt(2 / (fan_in + fan_out)))


def he_spread(fan_in):
    """Standard deviation √(2/n) of He and coauthors, 2015, for ReLU.

    >>> he_spread(200)
    0.1
    """
    return float(np.sqrt(2 / fan_in))


# --8<-- [end:spreads]


# --8<-- [start:orthogonal]
def orthogonal(size, rng):
    """A random orthogonal matrix, all equally likely: shape (size, size).

    The Q of a random matrix, with the signs of R's diagonal put right.

    >>> Q = orthogonal(3, np.random.default_rng(0))
    >>> bool(np.allclose(Q.T @ Q, np.eye(3)))
    True
    """
    Q, R = np.linalg.qr(rng.normal(size=(size, size)))
    return Q * np.sign(np.diag(R))


# --8<-- [end:orthogonal]


def mean_squares(weights, x, activation):
    """Mean square of the pre-activations in each layer: shape (depth,).

    >>> mean_squares(np.array([[[2.0]], [[3.0]]]), np.array([1.0]), np.asarray).tolist()
    [4.0, 36.0]
    """
    zs, z = [], weights[0] @ x
    for W in weights[1:]:
        zs.append(z)
        z = W @ activation(z)
    return np.mean(np.square([*zs, z]), axis=1)
