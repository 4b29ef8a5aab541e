"""Ridge and lasso: least squares with a budget for the weights.

Least squares minimizes f(w) = ½‖Xw - y‖². A budget on the weights can be a disk, ½‖w‖² ≤ ½r² (ridge), or a diamond,
Σ|wⱼ| ≤ t (lasso). The multiplier μ of the budget is what regularization calls its strength:

    ridge    minimize f(w) + ½μ‖w‖²        the vector w gets shorter, and hardly ever does a weight become 0
    lasso    minimize f(w) + μ Σ|wⱼ|       weights whose pull stays below μ are exactly 0

The features X have shape (n, d), y (n,), w (d,).
"""

import numpy as np

# Three measurements of two features; XᵀX is [[2, 1], [1, 2]] and Xᵀy is (5, 3).
FEATURES = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
OUTCOMES = np.array([3.0, 1.0, 2.0])


# --8<-- [start:ridge]
def ridge(features, y, price):
    """Weights that minimize ½‖Xw - y‖² + ½·price·‖w‖²: (d,).

    >>> ridge(FEATURES, OUTCOMES, 0).round(4).tolist()
    [2.3333, 0.3333]
    >>> ridge(FEATURES, OUTCOMES, 1).round(4).tolist()
    [1.5, 0.5]
    """
    gram = features.T @ features  # (d, d)
    return np.linalg.solve(gram + price * np.eye(len(gram)), features.T @ y)


# --8<-- [end:ridge]


# --8<-- [start:soft_threshold]
def soft_threshold(a, price):
    """Minimum of ½(w - a)² + price·|w|: move a toward 0, stop at 0.

    >>> soft_threshold(np.array([3.0, 0.4, -2.5]), 1.0).tolist()
    [2.0, 0.0, -1.5]
    """
    return np.sign(a) * np.maximum(np.abs(a) - price, 0)


# --8<-- [end:soft_threshold]


# --8<-- [start:proximal_descent]
def proximal_descent(gradient, price, start, learning_rate, steps):
    """All weights visited on the way to the least f(w) + price·Σ|wⱼ|: (k, d).

    A step of gradient descent on f, then each weight moves toward 0 by
    learning_rate·price, and stops at 0.

    >>> pull = lambda w: fit_gradient(FEATURES, OUTCOMES, w)
    >>> proximal_descent(pull, 3, [0, 0], 1 / 3, 40)[-1].round(4).tolist()
    [1.0, 0.0]
    """
    path = [np.asarray(start, dtype=float)]
    for _ in range(steps):
        stepped = path[-1] - learning_rate * gradient(path[-1])
        path.append(soft_threshold(stepped, learning_rate * price))
    return np.array(path)


# --8<-- [end:proximal_descent]


# --8<-- [start:lasso]
def lasso(features, y, price, rounds=200):
    """Weights that minimize ½‖Xw - y‖² + price·Σ|wⱼ|: (d,).

    One weight at a time: with the others fixed, f is a parabola in it,
    and its best value is a soft threshold.

    >>> lasso(FEATURES, OUTCOMES, 3).round(4).tolist()
    [1.0, 0.0]
    """
    w = np.zeros(features.shape[1])
    for _ in range(rounds):
        for j, column in enumerate(features.T):
            rest = y - features @ w + column * w[j]  # what is left over
            w[j] = soft_threshold(column @ rest, price) / (column @ column)
    return w


# --8<-- [end:lasso]


# --8<-- [start:fit_pull]
def fit_gradient(features, y, w):
    """Gradient of ½‖Xw - y‖², Xᵀ(Xw - y): (d,).

    >>> fit_gradient(FEATURES, OUTCOMES, np.array([1.0, 0.0])).tolist()
    [-3.0, -2.0]
    """
    return features.T @ (features @ w - y)


# --8<-- [end:fit_pull]
