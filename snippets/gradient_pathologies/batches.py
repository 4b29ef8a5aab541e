"""The gradient of a minibatch: right on average, and how far off in a single draw.

The loss is a mean over n examples, its gradient g the mean of the examples' gradients g_i. A minibatch is B of them,
drawn at random, and its gradient is the mean of those. On average over the draws that is g: unbiased. Around g it
scatters with

    E ‖ĝ - g‖² = s²/B                        drawn with replacement
    E ‖ĝ - g‖² = s²/B · (n - B)/(n - 1)      drawn without

where s² = 1/n Σ ‖g_i - g‖². Nothing about the model enters but s².
"""

import numpy as np


# --8<-- [start:noise]
def spread_of_gradients(gradients):
    """s² = 1/n Σ ‖g_i - g‖² of the examples' gradients, shape (n, parameters).

    >>> spread_of_gradients(np.array([[1.0], [3.0]]))
    1.0
    """
    away = gradients - gradients.mean(axis=0)
    return float(np.mean(np.sum(away**2, axis=1)))


def measured_noise(gradients, size, draws, rng, replace=True):
    """Mean of ‖ĝ - g‖² over many minibatches of one size.

    >>> pair = np.array([[1.0], [3.0]])
    >>> measured_noise(pair, 2, 10, np.random.default_rng(0), replace=False)
    0.0
    """
    g, off = gradients.mean(axis=0), 0.0
    for _ in range(draws):
        batch = rng.choice(len(gradients), size, replace=replace)
        off += np.sum((gradients[batch].mean(axis=0) - g) ** 2)
    return float(off / draws)


# --8<-- [end:noise]


# --8<-- [start:example_gradients]
def example_gradients(theta, features, targets):
    """Gradient of each example's squared error of a linear model: (n, parameters).

    >>> rows, one = np.array([[1.0, 2.0]]), np.array([1.0])
    >>> example_gradients(np.zeros(2), rows, one).tolist()
    [[-2.0, -4.0]]
    """
    return 2 * (features @ theta - targets)[:, None] * features


def noisy_data(rng, examples=512, parameters=5):
    """Features (n, p) and targets (n,) of a linear model with noise of spread 1.

    >>> features, targets = noisy_data(np.random.default_rng(0))
    >>> features.shape, targets.shape
    ((512, 5), (512,))
    """
    features = rng.normal(size=(examples, parameters))
    return features, features @ np.arange(1, parameters + 1) + rng.normal(size=examples)


# --8<-- [end:example_gradients]


# --8<-- [start:minibatch_walk]
def minibatch_walk(theta, features, targets, rates, size, rng):
    """All places visited by minibatch descent, a step for each of the rates.

    >>> data = noisy_data(np.random.default_rng(0))
    >>> minibatch_walk(np.zeros(5), *data, [0.1, 0.1], 8, np.random.default_rng(1)).shape
    (3, 5)
    """
    path = [theta]
    for rate in rates:
        batch = rng.integers(len(features), size=size)
        gradients = example_gradients(path[-1], features[batch], targets[batch])
        path.append(path[-1] - rate * gradients.mean(axis=0))
    return np.array(path)


# --8<-- [end:minibatch_walk]


# --8<-- [start:shaken]
def shaken(rate, curvature, spread, walks, steps, rng):
    """Mean square of e after steps e ← e - rate (curvature e + noise), from 0.

    The noise is normal with standard deviation `spread`; the mean is over `walks`.

    >>> round(shaken(0.1, 1.0, 1.0, 20_000, 200, np.random.default_rng(0)), 3)
    0.053
    """
    e = np.zeros(walks)
    for _ in range(steps):
        e = e - rate * (curvature * e + spread * rng.normal(size=walks))
    return float(np.mean(e**2))


# --8<-- [end:shaken]
