"""Exercises of topic 06 with full solutions, in plain Python: floats, lists and `math`.

The docstring is the task. A reader gets the signature and the docstring, and writes the body.
"""

import math


def sigmoid(z):
    """Return 1/(1 + e^-z) for any float z, without an OverflowError.

    `math.exp` raises OverflowError for arguments above 709.78, so its
    argument must never be large and positive. Small results must keep their
    digits: for z = -40 the answer is 4.2e-18, not 0.

    >>> round(sigmoid(0.0), 4), round(sigmoid(2.0), 4)
    (0.5, 0.8808)
    >>> sigmoid(800.0), sigmoid(-800.0)
    (1.0, 0.0)
    >>> f"{sigmoid(-40.0):.1e}"
    '4.2e-18'
    """
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    power = math.exp(z)
    return power / (1 + power)


def softplus(z):
    """Return ln(1 + e^z) for any float z, to full precision.

    It must neither overflow for large z nor return 0 where the true value
    is a small positive number.

    >>> round(softplus(0.0), 4)  # ln 2
    0.6931
    >>> softplus(1000.0)
    1000.0
    >>> f"{softplus(-40.0):.1e}"  # about e^-40
    '4.2e-18'
    >>> round(softplus(3.0) - softplus(-3.0), 9)
    3.0
    """
    return max(z, 0.0) + math.log1p(math.exp(-abs(z)))


def softmax(scores, temperature=1.0):
    """Return the softmax of a list of scores, a list of the same length.

    It is the softmax of the scores divided by the temperature, a positive
    number. The result must be right for scores of any size, and the list
    `scores` must be the same after the call as before.

    >>> [round(p, 4) for p in softmax([2.0, 1.0, -1.0])]
    [0.7054, 0.2595, 0.0351]
    >>> [round(p, 4) for p in softmax([2.0, 1.0, -1.0], temperature=0.5)]
    [0.8789, 0.1189, 0.0022]
    >>> softmax([1000.0, 1000.0])
    [0.5, 0.5]
    >>> softmax([-1000.0, -1000.0])
    [0.5, 0.5]
    >>> softmax([1e308, 0.0], temperature=1e-3)
    [1.0, 0.0]
    >>> here = [0.0, 0.0]
    >>> _ = softmax(here)
    >>> here
    [0.0, 0.0]
    """
    largest = max(scores)
    powers = [math.exp((s - largest) / temperature) for s in scores]
    total = sum(powers)
    return [power / total for power in powers]


def log_loss(z, y):
    """Return the binary cross-entropy of a logit z and a label y, 0 or 1.

    It is -ln σ(z) if y is 1 and -ln(1 - σ(z)) if y is 0. It must be right
    for any float z: finite, and never rounded to 0 while the true loss is
    positive.

    >>> round(log_loss(2.0, 1), 4), round(log_loss(2.0, 0), 4)
    (0.1269, 2.1269)
    >>> log_loss(1000.0, 0)
    1000.0
    >>> log_loss(-1000.0, 1)
    1000.0
    >>> f"{log_loss(40.0, 1):.1e}"
    '4.2e-18'
    """
    signed = -z if y == 1 else z
    return max(signed, 0.0) + math.log1p(math.exp(-abs(z)))


def cross_entropy_gradient(batch, labels):
    """Return the gradient of the mean cross-entropy with respect to the scores.

    `batch` is a list of n lists of K scores, `labels` a list of n numbers
    from 0 to K - 1. The loss is the mean over the n examples of -ln p of
    the right class, with p the softmax of the example's scores. Return n
    lists of K numbers. It must be right for scores of any size, and the
    batch must not be changed.

    >>> rows = cross_entropy_gradient([[2.0, 1.0, -1.0]], [1])
    >>> [round(g, 4) for g in rows[0]]
    [0.7054, -0.7405, 0.0351]
    >>> cross_entropy_gradient([[0.0, 0.0], [0.0, 0.0]], [0, 1])
    [[-0.25, 0.25], [0.25, -0.25]]
    >>> cross_entropy_gradient([[1000.0, 0.0]], [1])
    [[1.0, -1.0]]
    """
    gradient = []
    for scores, label in zip(batch, labels, strict=True):
        largest = max(scores)
        powers = [math.exp(s - largest) for s in scores]
        probabilities = [power / sum(powers) for power in powers]
        row = [p - (k == label) for k, p in enumerate(probabilities)]
        gradient.append([g / len(batch) for g in row])
    return gradient


def softmax_times_vector(p, v):
    """Return the Jacobian of softmax times a vector, without the matrix.

    `p` is the output of softmax, `v` a list of the same length K. Entry i
    of the answer is the sum over j of p_i·(δ_ij - p_j)·v_j, where δ_ij is 1
    for i = j and 0 otherwise. It can be done with one sum for all entries.

    >>> [round(r, 4) for r in softmax_times_vector([0.5, 0.5], [1.0, 0.0])]
    [0.25, -0.25]
    >>> p = [0.7, 0.2, 0.1]
    >>> [round(r, 4) for r in softmax_times_vector(p, [1.0, 2.0, 3.0])]
    [-0.28, 0.12, 0.16]
    >>> [abs(r) < 1e-12 for r in softmax_times_vector(p, [5.0, 5.0, 5.0])]
    [True, True, True]
    """
    mean = sum(pi * vi for pi, vi in zip(p, v, strict=True))
    return [pi * (vi - mean) for pi, vi in zip(p, v, strict=True)]


def huber_gradient(predictions, targets, delta=1.0):
    """Return the gradient of the mean Huber loss with respect to the predictions.

    Both lists have n numbers, and so has the answer. The Huber loss of an
    error e = prediction - target is e²/2 if e is at most `delta` in size,
    and delta·(|e| - delta/2) beyond.

    >>> huber_gradient([1.5, 3.0], [1.0, -1.0])
    [0.25, 0.5]
    >>> huber_gradient([-4.0, 0.0, 1.0, 50.0], [0.0, 0.0, 0.0, 0.0], delta=2.0)
    [-0.5, 0.0, 0.25, 0.5]
    """
    errors = [p - t for p, t in zip(predictions, targets, strict=True)]
    return [max(-delta, min(delta, e)) / len(errors) for e in errors]
