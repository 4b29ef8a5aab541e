"""The same functions twice: as the formula says, and so that the computer survives them.

A formula is right for real numbers. The computer has numbers up to 1.8e308 (float64) or 3.4e38 (float32), and e^z
leaves that range at z = 709.8 or 88.7. Small numbers fail more quietly: 1 + e^z is exactly 1 as soon as e^z is below
half the spacing at 1. Three identities repair nearly everything:

    σ(z)            = e^z / (1 + e^z)              for z < 0, so that the exponent is never positive
    ln(1 + e^z)     = max(z, 0) + ln(1 + e^-|z|)   with log1p, which keeps the small term
    ln Σ e^(z_k)    = m + ln Σ e^(z_k - m)         with m the largest z_k, so that one term is e⁰ = 1

The repaired functions keep the number type of their argument. Those of one number take arrays of any shape.
"""

import numpy as np


def floats(z):
    """Array of floating-point numbers, of the type that z has already.

    >>> floats([1, 2]).dtype.name, floats(np.float32(1)).dtype.name
    ('float64', 'float32')
    """
    z = np.asarray(z)
    return z if z.dtype.kind == "f" else z.astype(float)


# --8<-- [start:sigmoid]
def sigmoid(z):
    """σ(z) = 1/(1 + e^-z) of topic 02, now without e to a large power.

    >>> [f"{sigmoid(z):.4f}" for z in (-1000, -1, 0, 1, 1000)]
    ['0.0000', '0.2689', '0.5000', '0.7311', '1.0000']
    """
    small = np.exp(-np.abs(floats(z)))  # between 0 and 1
    return np.where(np.asarray(z) >= 0, 1 / (1 + small), small / (1 + small))


# --8<-- [end:sigmoid]


# --8<-- [start:softplus]
def naive_softplus(z):
    """ln(1 + e^z) as written.

    >>> f"{naive_softplus(0):.4f}", f"{naive_softplus(-40):.1e}"
    ('0.6931', '0.0e+00')
    """
    return np.log(1 + np.exp(floats(z)))


def softplus(z):
    """ln(1 + e^z) as max(z, 0) + ln(1 + e^-|z|).

    >>> f"{softplus(0):.4f}", f"{softplus(-40):.1e}", f"{softplus(1000):.1f}"
    ('0.6931', '4.2e-18', '1000.0')
    """
    z = floats(z)
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


# --8<-- [end:softplus]


# --8<-- [start:log_sum_exp]
def naive_log_sum_exp(z):
    """Log-sum-exp ln Σ e^(z_k) as written; z has shape (K,).

    >>> f"{naive_log_sum_exp([0, 0]):.4f}"
    '0.6931'
    """
    return np.log(np.sum(np.exp(floats(z))))


def log_sum_exp(z):
    """Log-sum-exp, the largest z_k taken out; z has shape (…, K).

    >>> f"{log_sum_exp([1000, 1000]):.4f}", f"{log_sum_exp([-900, -900]):.4f}"
    ('1000.6931', '-899.3069')
    """
    z = floats(z)
    largest = z.max(axis=-1, keepdims=True)
    return largest[..., 0] + np.log(np.exp(z - largest).sum(axis=-1))


# --8<-- [end:log_sum_exp]


# --8<-- [start:log_loss]
def log_loss_of_probability(z, y):
    """Binary cross-entropy the long way: first p = σ(z), then logarithms.

    >>> f"{log_loss_of_probability(2, 0):.4f}"
    '2.1269'
    """
    p = sigmoid(z)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p))


def log_loss(z, y):
    """Binary cross-entropy on the logit: softplus(z) - y·z, for y 0 or 1.

    >>> f"{log_loss(2, 0):.4f}", f"{log_loss(1000, 0):.0f}"
    ('2.1269', '1000')
    """
    sign = 1 - 2 * floats(y)  # y = 1: softplus(z) - z = softplus(-z)
    return softplus(sign * z)


# --8<-- [end:log_loss]
