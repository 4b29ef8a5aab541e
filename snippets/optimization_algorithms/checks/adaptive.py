r"""Checks of what is said about rates for each weight, Adam, weight decay, schedules and steps for matrices."""

import numpy as np
from scipy import linalg


def _gradients(random, t=6, n=3):
    """Random gradients of very different sizes: (t, n)."""
    return random.normal(size=(t, n)) * 10.0 ** random.uniform(-1, 1, size=n)


def adagrad_step(random):
    r"""$$\begin{aligned}
    \vect{v}_{k+1} &= \vect{v}_k + \vect{g}_k^2 \\
    \vect{\theta}_{k+1} &= \vect{\theta}_k - \eta\, \frac{\vect{g}_k}{\sqrt{\vect{v}_{k+1}} + \varepsilon}
    \end{aligned}$$

    Random gradients: against the form with a matrix, the inverse of (root of the diagonal of the sum of all g gᵀ, plus
    ε on the diagonal) times the last gradient, by SciPy.
    """
    gradients, theta = _gradients(random), random.normal(size=3)
    rate, eps = random.uniform(0.1, 1), random.uniform(0.1, 0.5)
    outer = sum(np.outer(g, g) for g in gradients)
    root = linalg.sqrtm(np.diag(np.diag(outer))) + eps * np.eye(3)
    moved = theta - rate * np.linalg.solve(root, gradients[-1])
    return theta - rate * gradients[-1] / (np.sqrt((gradients**2).sum(axis=0)) + eps), moved


def adagrad_on_constant(random):
    r"""$$\abs{\theta_k - \theta_{k-1}} = \frac{\eta}{\sqrt{k}}$$

    A slope that is always the same, of a random size: against the length of AdaGrad's step k, walked.
    """
    rate, slope, k = random.uniform(0.1, 1), 10.0 ** random.uniform(-3, 3), random.integers(2, 30)
    squares, w = 0.0, 0.0
    for _ in range(k):
        squares += slope * slope
        before, w = w, w - rate * slope / squares**0.5
    return rate / np.sqrt(k), before - w


def running_average(random):
    r"""$$\vect{v}_{k+1} = \beta\, \vect{v}_k + (1 - \beta)\, \vect{g}_k^2$$

    Random slopes: the recurrence, begun at 0, against the sum of all squares with the weights (1 - β) β^age.
    """
    # no difference: np.zeros(3) -> -np.zeros(3): zeros have no sign
    gradients, beta = _gradients(random), random.uniform(0.3, 0.9)
    v = np.zeros(3)
    for g in gradients:
        v = beta * v + (1 - beta) * g**2
    weights = [(1 - beta) * beta**age for age in range(len(gradients))][::-1]
    return v, np.einsum("i,ij,ij->j", weights, gradients, gradients)


def _by_averages(gradients, beta):
    """Weighted mean of the gradients, the weight of one that is k steps old being β^k, by NumPy."""
    return np.average(gradients, axis=0, weights=beta ** np.arange(len(gradients))[::-1])


def adam_step(random):
    r"""$$\begin{aligned}
    \vect{m}_{k+1} &= \beta_1 \vect{m}_k + (1 - \beta_1)\, \vect{g}_k \\
    \vect{v}_{k+1} &= \beta_2 \vect{v}_k + (1 - \beta_2)\, \vect{g}_k^2 \\
    \vect{\theta}_{k+1} &= \vect{\theta}_k - \eta\, \frac{\hat{\vect{m}}_{k+1}}{\sqrt{\hat{\vect{v}}_{k+1}} + \varepsilon}
    \end{aligned}$$

    Random gradients: the recurrences and their corrections, against weighted means of gradients and squares whose
    weights are divided by their sum.
    """
    # no difference: np.zeros(3) -> -np.zeros(3): zeros have no sign
    gradients, theta, k = _gradients(random), random.normal(size=3), 6
    beta1, beta2 = random.uniform(0.3, 0.9), random.uniform(0.5, 0.99)
    rate, eps = random.uniform(0.1, 1), random.uniform(0.05, 0.5)
    m, v = np.zeros(3), np.zeros(3)
    for g in gradients:
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
    claimed = theta - rate * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + eps)
    root = _by_averages(gradients * gradients, beta2) ** 0.5
    return claimed, theta - rate * _by_averages(gradients, beta1) / (root + eps)


def first_adam_step(random):
    r"""$$\theta_1 - \theta_0 = -\eta\, \frac{g_0}{\abs{g_0} + \varepsilon}$$

    A random slope and random memories: against Adam's first step, carried out with its averages and corrections.
    """
    g, rate, eps = random.normal(), random.uniform(0.1, 1), random.uniform(0.1, 1)
    beta1, beta2 = random.uniform(0.3, 0.9), random.uniform(0.5, 0.99)
    m, v = (1 - beta1) * g, (1 - beta2) * g * g
    step = (m / (1 - beta1)) / ((v / (1 - beta2)) ** 0.5 + eps)
    return -rate * g / (abs(g) + eps), -step * rate


def decoupled_step(random):
    r"""$$\vect{\theta}_{k+1} = (1 - \eta \lambda)\, \vect{\theta}_k
    - \eta\, \frac{\hat{\vect{m}}_{k+1}}{\sqrt{\hat{\vect{v}}_{k+1}} + \varepsilon}$$

    Random weights, averages and settings: against minimizing, by linear algebra, Adam's local model g·θ + |θ - θ_k|²/(2η)
    in the scaled coordinates with the decay's pull λθ_k as a part of the slope.
    """
    theta, m_hat = random.normal(size=(2, 3))
    v_hat, eps = random.uniform(0.2, 2, size=3), random.uniform(0.05, 0.5)
    rate, decay = random.uniform(0.1, 0.9), random.uniform(0.1, 0.9)
    scales = np.diag(v_hat**0.5 + eps)
    pull = m_hat + decay * scales @ theta
    found = np.linalg.solve(scales / rate, scales @ theta / rate - pull)
    return (1 - rate * decay) * theta - rate * m_hat / (np.sqrt(v_hat) + eps), found


def half_a_cosine(random):
    r"""$$\eta_k = \frac{\eta_{\max}}{2} \left( 1 + \cos \frac{\pi k}{K} \right)$$

    A random peak, length and step: against the height of a point that a wheel of that diameter carries from its top to
    its bottom in K equal turns.
    """
    peak, K = random.uniform(0.1, 2), random.integers(10, 50)
    k = random.integers(1, K - 1)
    turn = np.linalg.matrix_power(linalg.expm(np.array([[0, -1], [1, 0]]) * np.pi / float(K)), int(k))
    top = np.array([peak / 2, 0.0])
    return peak / 2 * (1 + np.cos(np.pi * k / K)), peak / 2 + (turn @ top)[0]


def parts_of_a_batch(random):
    r"""$$\hat{\vect{g}} = \sum_{j} \frac{B_j}{B}\, \hat{\vect{g}}_j$$

    Random gradients of examples, in three parts of random sizes: against the mean over all examples.
    """
    sizes = random.integers(1, 6, size=3) + np.array([0, 1, 6])
    one, two, three = (random.normal(size=(size, 4)) for size in sizes)
    B = len(one) + len(two) + len(three)
    claimed = len(one) / B * one.mean(axis=0) + len(two) / B * two.mean(axis=0) + len(three) / B * three.mean(axis=0)
    return claimed, np.einsum("ij->j", np.concatenate([one, two, three])) / sizes.sum()


def stand_in(random):
    r"""$$\hat{V}_{ij} = \frac{\sum_q V_{iq}\, \sum_p V_{pj}}{\sum_{p,q} V_{pq}}$$

    A random matrix of positive numbers: against the table that chi-squared tests expect, of the same sums of rows and
    columns and with independent rows and columns, by iterated scaling.
    """
    V = random.uniform(0.1, 2, size=(3, 4))
    fitted = np.ones((3, 4))
    for _ in range(3):
        fitted *= (V @ np.ones(4) / (fitted @ np.ones(4)))[:, None]
        fitted *= (np.ones(3) @ V) / (np.ones(3) @ fitted)
    return np.outer(V.sum(axis=1), V.sum(axis=0)) / V.sum(), fitted


def nearest_orthogonal(random):
    r"""$$\mat{G} = \mat{U} \mat{\Sigma} \mat{V}^\T \quad \Rightarrow \quad \mat{O} = \mat{U} \mat{V}^\T$$

    A random 3×4 matrix: against the factor with orthonormal rows of its polar decomposition, (G Gᵀ)^(-1/2) G, by SciPy.
    """
    G = random.normal(size=(3, 4))
    U, _, Vt = np.linalg.svd(G, full_matrices=False)
    return U @ Vt, linalg.inv(linalg.sqrtm(G @ G.T)) @ G
