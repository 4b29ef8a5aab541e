"""A small network, its loss, and its gradient by hand: the patient of this topic.

Two inputs, five tanh neurons, three classes, and a penalty on the weights. A row of x is an example, a row of a weight
matrix holds the weights into one neuron, and the loss is a mean over the n examples:

    z = x W1ᵀ + b1                            (n, 5)
    a = tanh z                                (n, 5)
    s = a W2ᵀ + b2                            (n, 3)
    L = mean(log-sum-exp(s) - s[label])  +  decay/2 · (‖W1‖² + ‖W2‖²)

A weight reaches the loss in two ways, through its neuron and through the penalty. Parameters live in a dictionary, so
that a check can say *which* of them is wrong. The loss takes complex numbers, too: the largest score is chosen by its
real part, and nothing else in it is not analytic.
"""

import numpy as np

DECAY = 0.001


# --8<-- [start:data]
def spiral_batch(n=12):
    """N points on three arms of a spiral: x of shape (n, 2), labels (n,).

    >>> x, labels = spiral_batch()
    >>> x.shape, labels.tolist()
    ((12, 2), [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2])
    """
    labels = np.arange(n) % 3
    way = np.linspace(0.2, 1, n)
    angle = 4 * way + 2 * np.pi / 3 * labels
    return np.stack([way * np.cos(angle), way * np.sin(angle)], axis=1), labels


def random_parameters(seed=8, hidden=5):
    """Weights and biases by name, none of them 0.

    >>> {name: value.shape for name, value in random_parameters().items()}
    {'W1': (5, 2), 'b1': (5,), 'W2': (3, 5), 'b2': (3,)}
    """
    rng = np.random.default_rng(seed)
    shapes = {"W1": (hidden, 2), "b1": (hidden,), "W2": (3, hidden), "b2": (3,)}
    return {name: rng.normal(size=shape) for name, shape in shapes.items()}


# --8<-- [end:data]


# --8<-- [start:spiral_loss]
def spiral_loss(parameters, x, labels):
    """Mean cross-entropy plus the penalty: a number.

    >>> zeros = {name: 0 * w for name, w in random_parameters().items()}
    >>> round(float(spiral_loss(zeros, *spiral_batch())), 4)  # ln 3
    1.0986
    """
    W1, b1, W2, b2 = parameters.values()
    scores = np.tanh(x @ W1.T + b1) @ W2.T + b2
    top = scores.real.max(axis=1, keepdims=True)
    logs = np.log(np.exp(scores - top).sum(axis=1)) + top[:, 0]
    data = (logs - scores[np.arange(len(x)), labels]).mean()
    return data + DECAY / 2 * ((W1**2).sum() + (W2**2).sum())


# --8<-- [end:spiral_loss]


# --8<-- [start:spiral_gradient]
def spiral_gradient(parameters, x, labels):
    """Gradient of the loss by hand, with the names and shapes of the parameters.

    >>> slopes = spiral_gradient(random_parameters(), *spiral_batch())
    >>> {name: slope.shape for name, slope in slopes.items()}
    {'W1': (5, 2), 'b1': (5,), 'W2': (3, 5), 'b2': (3,)}
    """
    W1, b1, W2, b2 = parameters.values()
    a = np.tanh(x @ W1.T + b1)  # (n, 5), kept from the forward pass
    scores = a @ W2.T + b2
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    d_s = (p - np.eye(3)[labels]) / len(x)  # (n, 3)
    d_z = (d_s @ W2) * (1 - a**2)  # (n, 5)
    return {
        "W1": d_z.T @ x + DECAY * W1,
        "b1": d_z.sum(axis=0),
        "W2": d_s.T @ a + DECAY * W2,
        "b2": d_s.sum(axis=0),
    }


# --8<-- [end:spiral_gradient]
