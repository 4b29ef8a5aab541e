r"""Checks of noise, steps and bias: every minibatch is visited, every draw."""

import math
from itertools import combinations, product

import numpy as np
from scipy import optimize

from snippets.oracles import complex_step, second_slopes
from snippets.random_functions import random_bowl


def _draws(N, B, replace):
    """All minibatches of B of N examples, all equally likely: with replacement in order, or different ones."""
    return list(product(range(N), repeat=B)) if replace else list(combinations(range(N), B))


def mean_of_minibatches(random):
    r"""$$\operatorname{E}[\hat{\vect{g}}] = \frac{1}{n} \sum_{i=1}^{n} \vect{g}_i = \nabla L$$

    Random losses of four or five examples in two weights: the mean of their gradients, against the gradient of the mean loss
    by complex steps, and against the mean over all minibatches of two, with and without replacement.
    """
    n, w = int(random.integers(4, 6)), random.normal(size=2)
    X, y = random.normal(size=(n, 2)), random.normal(size=n)

    def example(i):
        return [complex_step(lambda w: np.sin(X[i] @ w - y[i]) ** 2, w, axis) for axis in np.eye(2)]

    g = np.array([example(i) for i in range(n)])
    whole = np.array([complex_step(lambda w: np.mean(np.sin(X @ w - y) ** 2), w, axis) for axis in np.eye(2)])
    means = [np.mean([g[list(batch)].mean(axis=0) for batch in _draws(n, 2, way)], axis=0) for way in (True, False)]
    return np.stack([1 / n * g.sum(axis=0)] * 3), np.stack([whole, *means])


def variance_of_minibatches(random):
    r"""$$\operatorname{E} \norm{\hat{\vect{g}} - \nabla L}^2 = \frac{s^2}{B}$$

    Random gradients of four examples: the rule, against the mean over all minibatches of one to four, drawn with replacement.
    """
    B = int(random.integers(1, 5))
    gradients = random.normal(size=(4, 3))
    full = gradients.mean(axis=0)
    found = np.mean([np.sum((gradients[list(batch)].mean(axis=0) - full) ** 2) for batch in _draws(4, B, True)])
    s_squared = np.mean(np.sum((gradients - gradients.mean(axis=0)) ** 2, axis=1))
    return s_squared / B, found


def variance_without_replacement(random):
    r"""$$\operatorname{E} \norm{\hat{\vect{g}} - \nabla L}^2 = \frac{s^2}{B} \cdot \frac{n - B}{n - 1}$$

    Random gradients of four to seven examples: the rule, against the mean over all minibatches of one to n different ones.
    """
    n = int(random.integers(4, 8))
    B, gradients = int(random.integers(1, n + 1)), random.normal(size=(n, 3))
    full = gradients.mean(axis=0)
    found = np.mean([np.sum((gradients[list(batch)].mean(axis=0) - full) ** 2) for batch in _draws(n, B, False)])
    s_squared = np.mean(np.sum((gradients - gradients.mean(axis=0)) ** 2, axis=1))
    return s_squared / B * (n - B) / (n - 1), found


def change_over_step(random):
    r"""$$\begin{aligned}
    \norm{\nabla f(\vect{x} - \eta \nabla f(\vect{x})) - \nabla f(\vect{x})} & \\
    {} \le \eta M\, \norm{\nabla f(\vect{x})} &
    \end{aligned}$$

    Random bowls in three variables and gradients of a random length: the bound with the largest eigenvalue, against the
    largest change that a step makes, over all gradients of that length, found by a search. So it holds, and no smaller one would.
    """
    H, eta, length = random_bowl(random, 3), random.uniform(0.05, 1), random.uniform(0.5, 2)
    M, starts = np.linalg.eigvalsh(H).max(), random.normal(size=(4, 3))

    def minus_change(way):
        x = np.linalg.solve(H, length * way / np.linalg.norm(way))
        return -np.linalg.norm(H @ (x - eta * H @ x) - H @ x)

    largest = max(-optimize.minimize(minus_change, start, tol=1e-11).fun for start in starts)
    return eta * M * length, largest, 1e-5


def last_uses(random):
    r"""$$\left( \frac{\dd L}{\dd w} \right)_{m} = \sum_{k=T-m+1}^{T} \delta_k\, h_{k-1}$$

    A random recurrence with tanh and a squared loss, cut at a random place: the last terms of the sum, against a complex step
    in w of a run that begins with the state at the cut.
    """
    # no difference: range(T - 1, 0, -1) -> range(T - 1, -1, -1): one δ more than the sum takes
    T = int(random.integers(3, 7))
    m, w, target, x = int(random.integers(1, T + 1)), random.normal(), random.normal(), random.normal(size=T)
    h = [0.0]
    for k in range(T):
        h.append(np.tanh(w * h[k] + x[k]))

    def tail(w):
        state = h[T - m]
        for k in range(T - m, T):
            state = np.tanh(w * state + x[k])
        return (state - target) ** 2 / 2

    delta = {T: (h[T] - target) * (1 - h[T] ** 2)}
    for k in range(T - 1, 0, -1):
        delta[k] = delta[k + 1] * w * (1 - h[k] ** 2)
    claimed = 0.0
    for k in range(T - m + 1, T + 1):
        claimed = claimed + delta[k] * h[k - 1]
    return claimed, complex_step(tail, w)


def sharpness_at_minimum(random):
    r"""$$\lambda_{\max} = a^2 + b^2$$

    A random point with ab = 1: the sum of squares, against the largest eigenvalue of the second differences of the loss.
    """
    a = random.choice([-1, 1]) * math.exp(random.uniform(-1.2, 1.2))
    b = 1 / a
    bends = second_slopes(lambda p: (p[0] * p[1] - 1) ** 2 / 2, [a, b])
    return a**2 + b**2, np.linalg.eigvalsh(bends)[-1]
