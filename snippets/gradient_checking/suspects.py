"""Eight ways to get the network's gradient wrong, each as people write it.

Every one of these runs, returns arrays of the right shapes, and lets the loss fall in some run or other. What tells
them apart is *where* the disagreement is (in which parameters), and of *what kind* (a factor, a sign, single
entries).
"""

import numpy as np

from snippets.gradient_checking.network import DECAY, spiral_gradient

STALE = {}


def _forward(parameters, x):
    """What the backward pass needs: a of shape (n, 5) and the probabilities (n, 3)."""
    W1, b1, W2, b2 = parameters.values()
    a = np.tanh(x @ W1.T + b1)
    scores = a @ W2.T + b2
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    return a, p / p.sum(axis=1, keepdims=True)


def _collect(parameters, x, a, d_s, d_z, decay=(DECAY, DECAY)):
    """The four gradients, from what arrives at the scores and at z."""
    return {
        "W1": d_z.T @ x + decay[0] * parameters["W1"],
        "b1": d_z.sum(axis=0),
        "W2": d_s.T @ a + decay[1] * parameters["W2"],
        "b2": d_s.sum(axis=0),
    }


# --8<-- [start:first_suspects]
def sign(parameters, x, labels):
    """Y - p instead of p - y."""
    a, p = _forward(parameters, x)
    d_s = (np.eye(3)[labels] - p) / len(x)
    d_z = (d_s @ parameters["W2"]) * (1 - a**2)
    return _collect(parameters, x, a, d_s, d_z)


def missing_factor(parameters, x, labels):
    """The slope of tanh is left out."""
    a, p = _forward(parameters, x)
    d_s = (p - np.eye(3)[labels]) / len(x)
    return _collect(parameters, x, a, d_s, d_s @ parameters["W2"])


def missing_path(parameters, x, labels):
    """The second way from W2 to the loss, the penalty, is forgotten."""
    a, p = _forward(parameters, x)
    d_s = (p - np.eye(3)[labels]) / len(x)
    d_z = (d_s @ parameters["W2"]) * (1 - a**2)
    return _collect(parameters, x, a, d_s, d_z, decay=(DECAY, 0))


# --8<-- [end:first_suspects]


# --8<-- [start:state_suspects]
def stale_cache(parameters, x, labels):
    """`a` is computed once and kept, although the parameters move on."""
    a, p = _forward(parameters, x)
    a = STALE.setdefault("a", a)
    d_s = (p - np.eye(3)[labels]) / len(x)
    d_z = (d_s @ parameters["W2"]) * (1 - a**2)
    return _collect(parameters, x, a, d_s, d_z)


def in_place(parameters, x, labels):
    """`a` is squared in place for the slope of tanh, and used again."""
    a, p = _forward(parameters, x)
    d_s = (p - np.eye(3)[labels]) / len(x)
    slope = np.subtract(1, np.square(a, out=a))
    d_z = (d_s @ parameters["W2"]) * slope
    return _collect(parameters, x, a, d_s, d_z)


# --8<-- [end:state_suspects]


# --8<-- [start:axis_suspects]
def broadcasting(parameters, x, labels):
    """The bias gradient is summed over both axes, and broadcast back."""
    slopes = spiral_gradient(parameters, x, labels)
    for name in ("b1", "b2"):
        slopes[name] = np.full_like(slopes[name], slopes[name].sum())
    return slopes


def sum_for_mean(parameters, x, labels):
    """The division by the number of examples is left out."""
    a, p = _forward(parameters, x)
    d_s = p - np.eye(3)[labels]
    d_z = (d_s @ parameters["W2"]) * (1 - a**2)
    return _collect(parameters, x, a, d_s, d_z)


def wrong_axis(parameters, x, labels):
    """Softmax adds up over the examples instead of the classes."""
    a, _ = _forward(parameters, x)
    scores = a @ parameters["W2"].T + parameters["b2"]
    p = np.exp(scores - scores.max(axis=0))
    d_s = (p / p.sum(axis=0) - np.eye(3)[labels]) / len(x)
    d_z = (d_s @ parameters["W2"]) * (1 - a**2)
    return _collect(parameters, x, a, d_s, d_z)


# --8<-- [end:axis_suspects]


# --8<-- [start:two_modes]
def centered_loss(w, x, y, mean=None):
    """Mean square of a neuron's values, centered over the batch, against y.

    In training the mean is that of these values; otherwise it is given.
    """
    a = np.tanh(w * x)
    return ((a - (a.mean() if mean is None else mean) - y) ** 2).mean()


def centered_slope(w, x, y, training=True):
    """Its derivative. In evaluation mode the mean counts as a constant."""
    a = np.tanh(w * x)
    d_c = 2 * (a - a.mean() - y) / len(x)
    d_a = d_c - d_c.mean() if training else d_c
    return ((1 - a**2) * x * d_a).sum()


# --8<-- [end:two_modes]

SUSPECTS = {
    "sign": sign,
    "missing factor": missing_factor,
    "missing path": missing_path,
    "stale cache": stale_cache,
    "in-place edit": in_place,
    "broadcasting": broadcasting,
    "sum for mean": sum_for_mean,
    "wrong axis": wrong_axis,
}


def after_a_step(suspect, parameters, x, labels, rate=0.5):
    """What a suspect returns at the second call, one step of descent after its first.

    A program that keeps something from its first call is caught here, and nowhere earlier.
    """
    STALE.clear()
    first = suspect(parameters, x, labels)
    moved = {name: value - rate * first[name] for name, value in parameters.items()}
    return moved, suspect(moved, x, labels)


# --8<-- [start:best_factor]
def best_factor(claimed, measured):
    """The number c with which c · measured is nearest to claimed, and what is left.

    What is left is a share of the length of `claimed`, from 0 to 1.

    >>> [round(float(n), 4) for n in best_factor(np.array([2.0, 4.0]), np.array([1.0, 2.0]))]
    [2.0, 0.0]
    """
    c = (claimed * measured).sum() / (measured**2).sum()
    left = np.linalg.norm(claimed - c * measured)
    return c, left / np.linalg.norm(claimed)


# --8<-- [end:best_factor]
