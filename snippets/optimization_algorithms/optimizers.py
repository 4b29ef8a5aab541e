"""Optimizers with one signature: gradient, start, learning rate and steps go in, the path comes out.

Each looks at the gradient g once per step, remembers a little, and moves:

    sgd        nothing                                     θ ← θ - η g
    momentum   m, a sum of gradients that fades            θ ← θ - η m
    nesterov   the same, asked for one step ahead          θ ← θ - η (g + β m)
    adagrad    v, the sum of g²                            θ ← θ - η g / √v
    rmsprop    v, a running mean of g²                     θ ← θ - η g / √v
    adam       m and v, running means of g and g²          θ ← θ - η m̂ / √v̂
    adamw      the same, and every weight shrinks          θ ← θ - η (m̂ / √v̂ + λ θ)

Squares, roots and quotients are taken coordinate by coordinate. The learning rate is one number, or one for each step.
The default settings are those of the papers, and the paths agree with those of PyTorch and Optax to the last digits.
"""

import numpy as np


# --8<-- [start:sgd]
def sgd(gradient, start, learning_rate, steps):
    """Plain descent; stochastic if `gradient` is. Shape (steps + 1, ...).

    >>> sgd(lambda w: 2 * w, 10, 0.1, steps=3).round(3).tolist()
    [10.0, 8.0, 6.4, 5.12]
    >>> sgd(lambda w: 2 * w, 10, [0.1, 0.1, 0.5], steps=3).round(3).tolist()
    [10.0, 8.0, 6.4, 0.0]
    """
    path = [np.asarray(start, dtype=float)]
    for rate in np.broadcast_to(learning_rate, steps):
        path.append(path[-1] - rate * gradient(path[-1]))
    return np.array(path)


# --8<-- [end:sgd]


# --8<-- [start:momentum]
def momentum(gradient, start, learning_rate, steps, beta=0.9):
    """Heavy ball: walk along a sum of all gradients, older ones faded by beta.

    >>> momentum(lambda w: 2 * w, 10, 0.1, steps=3).round(3).tolist()
    [10.0, 8.0, 4.6, 0.62]
    """
    path, m = [np.asarray(start, dtype=float)], 0
    for rate in np.broadcast_to(learning_rate, steps):
        m = beta * m + gradient(path[-1])
        path.append(path[-1] - rate * m)
    return np.array(path)


# --8<-- [end:momentum]


# --8<-- [start:nesterov]
def nesterov(gradient, start, learning_rate, steps, beta=0.9):
    """Momentum with a look ahead; the path holds the places looked from.

    >>> nesterov(lambda w: 2 * w, 10, 0.1, steps=3).round(3).tolist()
    [10.0, 6.2, 2.224, -1.084]
    """
    path, m = [np.asarray(start, dtype=float)], 0
    for rate in np.broadcast_to(learning_rate, steps):
        g = gradient(path[-1])
        m = beta * m + g
        path.append(path[-1] - rate * (g + beta * m))
    return np.array(path)


# --8<-- [end:nesterov]


# --8<-- [start:adagrad]
def adagrad(gradient, start, learning_rate, steps, eps=1e-10):
    """A rate for each weight: divided by the root of all its squared slopes.

    >>> adagrad(lambda w: w, [10, 0.1], 1, steps=1).round(3).tolist()
    [[10.0, 0.1], [9.0, -0.9]]
    """
    path, v = [np.asarray(start, dtype=float)], 0
    for rate in np.broadcast_to(learning_rate, steps):
        g = gradient(path[-1])
        v = v + g**2
        path.append(path[-1] - rate * g / (np.sqrt(v) + eps))
    return np.array(path)


# --8<-- [end:adagrad]


# --8<-- [start:rmsprop]
def rmsprop(gradient, start, learning_rate, steps, beta=0.9, eps=1e-8):
    """AdaGrad that forgets: the squares are a running average, not a sum.

    >>> rmsprop(lambda w: w, [10, 0.1], 1, steps=1).round(3).tolist()
    [[10.0, 0.1], [6.838, -3.062]]
    """
    path, v = [np.asarray(start, dtype=float)], 0
    for rate in np.broadcast_to(learning_rate, steps):
        g = gradient(path[-1])
        v = beta * v + (1 - beta) * g**2
        path.append(path[-1] - rate * g / (np.sqrt(v) + eps))
    return np.array(path)


# --8<-- [end:rmsprop]


# --8<-- [start:adam]
def adam(gradient, start, learning_rate, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    """Running averages of slopes and squared slopes, corrected at the start.

    >>> adam(lambda w: w, [10, 0.1], 1, steps=1).round(3).tolist()
    [[10.0, 0.1], [9.0, -0.9]]
    """
    path, m, v = [np.asarray(start, dtype=float)], 0, 0
    for k, rate in enumerate(np.broadcast_to(learning_rate, steps), 1):
        g = gradient(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        path.append(path[-1] - rate * m_hat / (np.sqrt(v_hat) + eps))
    return np.array(path)


# --8<-- [end:adam]


# --8<-- [start:adamw]
def adamw(
    gradient,
    start,
    learning_rate,
    steps,
    beta1=0.9,
    beta2=0.999,
    eps=1e-8,
    decay=0.01,
):
    """Adam, and in each step every weight loses rate · decay of itself.

    >>> adamw(lambda w: 0 * w, [10, 0.1], 1, 2, decay=0.5).round(3).tolist()
    [[10.0, 0.1], [5.0, 0.05], [2.5, 0.025]]
    """
    path, m, v = [np.asarray(start, dtype=float)], 0, 0
    for k, rate in enumerate(np.broadcast_to(learning_rate, steps), 1):
        g = gradient(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        step = m_hat / (np.sqrt(v_hat) + eps) + decay * path[-1]
        path.append(path[-1] - rate * step)
    return np.array(path)


# --8<-- [end:adamw]
