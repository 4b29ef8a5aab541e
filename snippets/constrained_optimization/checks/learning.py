r"""Checks of constraints in learning: ridge, lasso, maximum entropy, support vectors, principal components."""

import numpy as np
from scipy import optimize, special, stats

from snippets.constrained_optimization.checks.measured import lowest, slopes
from snippets.constrained_optimization.margin import widest_street
from snippets.random_functions import random_bowl


def ridge_solution(random):
    r"""$$\vect{w} = (\mat{X}^\T \mat{X} + \mu \mat{I})^{-1} \mat{X}^\T \vect{y}$$

    Random data and a random budget: the least squares under ‖w‖² ≤ r² that SciPy finds, against the formula with the
    multiplier of that budget, the ratio of the lengths of ∇f and w.
    """
    X, y, radius = random.normal(size=(8, 3)), 3 * random.normal(size=8), random.uniform(0.1, 0.5)

    def f(w):
        return np.sum((X @ w - y) ** 2) / 2

    v = lowest(f, np.zeros(3), lambda w: np.array([w @ w - radius**2]))
    mu = np.linalg.norm(slopes(f, v)) / np.linalg.norm(v)
    return np.linalg.inv(X.T @ X + mu * np.eye(3)) @ X.T @ y, v, 1e-4


def soft_threshold_rule(random):
    r"""$$\begin{aligned}
    & \argmin_w \left( \tfrac{1}{2} (w - a)^2 + \mu \abs{w} \right) \\
    &\quad = \operatorname{sign}(a) \max(\abs{a} - \mu, 0)
    \end{aligned}$$

    Six random values of a and a random price, against a search over w.
    """
    values, mu = 3 * random.normal(size=6), random.uniform(0.5, 2)
    found = [
        optimize.minimize_scalar(lambda w, a=a: (w - a) ** 2 / 2 + mu * abs(w), bracket=(-4, 4), tol=1e-12).x
        for a in values
    ]
    return [np.sign(a) * max(abs(a) - mu, 0) for a in values], found, 1e-4


def _distribution(f, gradient, start, constraints):
    """Distribution with the least f(p) under constraints(p) = 0, found by SciPy from a start."""
    return optimize.minimize(
        f,
        start,
        jac=gradient,
        method="SLSQP",
        bounds=[(1e-9, 1)] * len(start),
        constraints={"type": "eq", "fun": lambda p: np.append(constraints(p), p.sum() - 1)},
        options={"ftol": 1e-15, "maxiter": 500},
    ).x


def softmax_of_scores(random):
    r"""$$p_i = \frac{\e^{z_i / T}}{\sum_{j=1}^{n} \e^{z_j / T}}$$

    Random scores and a random temperature, against the distribution with the largest score plus T times entropy that
    SciPy finds.
    """
    z, T = random.normal(size=4), random.uniform(0.4, 2)
    found = _distribution(
        lambda p: -(p @ z + T * special.entr(p).sum()),
        lambda p: -z + T * (np.log(p) + 1),
        np.ones(4) / 4,
        lambda p: [],
    )
    return np.exp(z / T) / np.exp(z / T).sum(), found, 1e-5


def entropy_gap(random):
    r"""$$H(\vect{p}^*) - H(\vect{p}) = \sum_{i=1}^{n} p_i \ln \frac{p_i}{p_i^*}$$

    A random distribution and random scores: the divergence from the softmax with the same mean, which a search for β
    finds, against the difference of the two entropies by SciPy.
    """
    s, p = random.normal(size=5), random.dirichlet(np.ones(5))
    beta = optimize.brentq(lambda b: special.softmax(b * s) @ s - p @ s, -200, 200, xtol=1e-14)
    best = special.softmax(beta * s)
    return np.sum(p * np.log(p / best)), special.entr(best).sum() - special.entr(p).sum()


def tilted_distribution(random):
    r"""$$p_i = \frac{\e^{\beta s_i}}{\sum_{j=1}^{n} \e^{\beta s_j}}$$

    Random scores and a random mean among them, against the distribution with the largest entropy that SciPy finds. β is
    measured as a price: how fast the largest entropy falls as the mean rises.
    """
    s, even = np.sort(random.normal(size=5)), np.ones(5) / 5
    mean = random.uniform(s[1], s[3])

    def best(mean):
        return _distribution(lambda p: -special.entr(p).sum(), lambda p: np.log(p) + 1, even, lambda p: [p @ s - mean])

    (beta,) = slopes(lambda means: -special.entr(best(*means)).sum(), [mean])
    return np.exp(beta * s) / np.exp(beta * s).sum(), best(mean), 1e-4


def street_width(random):
    r"""$$\text{width} = \frac{2}{\norm{\vect{w}}}$$

    Random w and b in three dimensions, against the least distance of two points with w·x + b = 1 and w·x + b = -1, found
    by SciPy.
    """
    w, b = random.normal(size=3), random.normal()
    pair = lowest(
        lambda z: np.sum((z[:3] - z[3:]) ** 2),
        random.normal(size=6),
        h=lambda z: np.array([w @ z[:3] + b - 1, w @ z[3:] + b + 1]),
    )
    return 2 / np.linalg.norm(w), np.linalg.norm(pair[:3] - pair[3:])


def support_vectors(random):
    r"""$$\vect{w} = \sum_{i=1}^{n} \mu_i\, y_i\, \vect{x}_i$$

    Eight random points on two sides of a random line: the sum with the multipliers of the barrier method, against the w
    that SciPy finds from the constraints alone.
    """
    labels = np.array([1, 1, 1, -1, -1, 1, -1, -1])
    way = random.normal(size=2)
    way /= np.linalg.norm(way)
    ahead, aside = random.uniform(0.5, 3, size=8), random.uniform(-2, 2, size=8)
    points = (labels * ahead)[:, None] * way + aside[:, None] * [-way[1], way[0]] + 0.3
    start = np.append(3 * way, -3 * way @ [0.3, 0.3])  # gives all points at least 1.5

    _, _, mu = widest_street(points, labels, start)
    found = lowest(lambda z: z[:2] @ z[:2] / 2, start, lambda z: 1 - labels * (points @ z[:2] + z[2]))
    # no difference: mu * labels -> mu / labels: a label is 1 or -1
    return (mu * labels) @ points, found[:2], 1e-3


def principal_condition(random):
    r"""$$\mat{S} \vect{w} = \lambda\, \vect{w}$$

    A random covariance matrix in three dimensions: the direction w of the largest variance, found by SciPy's search, and
    λ the slope of the largest variance as ‖w‖² grows: λw, against Sw.
    """
    S, size = random_bowl(random, 3), random.uniform(0.5, 2)

    def variance(w):
        return w @ S @ w

    def best(size):
        return lowest(lambda w: -variance(w), np.ones(3), h=lambda w: np.array([w @ w - size]))

    w, rise = best(size), slopes(lambda sizes: variance(best(*sizes)), [size])
    return rise * w, S @ w, 1e-5


def proximal_step(random):
    r"""$$\begin{aligned}
    \vect{a} &= \vect{w}_k - \eta\, \nabla f(\vect{w}_k) \\
    \vect{w}_{k+1} &= \operatorname{sign}(\vect{a}) \max(\abs{\vect{a}} - \eta\mu, 0)
    \end{aligned}$$

    A random place and gradient, rate and price: the step, against a search, in each coordinate, for the lowest point of
    the linear model of f plus the price of |w| plus the squared distance over twice the rate.
    """
    here, g, eta, mu = (
        random.normal(size=6),
        3 * random.normal(size=6),
        random.uniform(0.1, 0.9),
        random.uniform(0.5, 2),
    )

    def model(w, k):
        return g[k] * (w - here[k]) + (w - here[k]) ** 2 / (2 * eta) + mu * abs(w)

    found = [optimize.minimize_scalar(model, bracket=(-6, 6), args=(k,), tol=1e-12).x for k in range(6)]
    a = here - eta * g
    return np.sign(a) * np.maximum(np.abs(a) - eta * mu, 0), found, 1e-4


def price_of_prior(random):
    r"""$$\mu = \frac{s^2}{t^2}$$

    Random data, spreads of the errors and of the prior: the ratio, against the price that the most probable weights pay.
    They are found by SciPy from the densities, and the price is how hard the squared error pulls at each weight.
    """
    X, y = random.normal(size=(8, 2)), 3 * random.normal(size=8)
    s, t = random.uniform(0.5, 2, size=2)

    def surprise(w):
        return -stats.norm.logpdf(y, X @ w, s).sum() - stats.norm.logpdf(w, 0, t).sum()

    w = optimize.minimize(surprise, np.zeros(2), tol=1e-12).x
    pull = -slopes(lambda v: np.sum((X @ v - y) ** 2) / 2, w)
    return s**2 / t**2, pull @ w / (w @ w), 1e-4


def kl_regularized(random):
    r"""$$p_i = \frac{q_i\, \e^{r_i / \beta}}{\sum_{j=1}^{n} q_j\, \e^{r_j / \beta}}$$

    A random prior, rewards and price, against the distribution with the largest reward less price times divergence that
    SciPy finds.
    """
    r, beta, shares = random.normal(size=4), random.uniform(0.4, 2), random.uniform(0.2, 1, size=4)
    q = shares / shares.sum()
    found = _distribution(
        lambda p: -(p @ r - beta * special.rel_entr(p, q).sum()),
        lambda p: -r + beta * (np.log(p / q) + 1),
        np.ones(4) / 4,
        lambda p: [],
    )
    return q * np.exp(r / beta) / (q * np.exp(r / beta)).sum(), found, 1e-5


def _highest_in_box(concave, limit, balance, n):
    """Place of the largest value for n prices from 0 to the limit that balance, found by SciPy: (n,)."""
    return optimize.minimize(
        lambda mu: -concave(mu),
        np.full(n, limit / 2),
        method="SLSQP",
        bounds=[(0, limit)] * n,
        constraints={"type": "eq", "fun": balance},
        options={"ftol": 1e-14, "maxiter": 500},
    ).x


def soft_margin_dual(random):
    r"""$$\begin{aligned}
    &\max_{\substack{0 \le \mu_i \le C \\ \sum_i \mu_i y_i = 0}} \; \sum_{i=1}^{n} \mu_i - \tfrac{1}{2} \sum_{i,j=1}^{n} \mu_i \mu_j\, y_i y_j\, \vect{x}_i \cdot \vect{x}_j \\
    &= \min_{\vect{w}, b} \; \tfrac{1}{2} \norm{\vect{w}}^2 \\
    &\quad + C \sum_{i=1}^{n} \max(0, 1 - y_i (\vect{w} \cdot \vect{x}_i + b))
    \end{aligned}$$

    Six random points that no line need separate, and a random price: the largest value of the left side that SciPy finds
    over the prices, against the least cost of a line with slacks, found over the line and its slacks.
    """
    # no difference: mu * y @ products -> products @ (mu * y): the matrix of dot products is symmetric
    # no difference: mu * y -> mu / y: a label is 1 or -1
    # no difference: mu @ y -> -(mu @ y): the sum is 0 either way
    x, y, C = random.normal(size=(6, 2)), np.array([1, -1, 1, -1, 1, -1]), random.uniform(0.1, 0.6)
    products = x @ x.T

    def bound(mu):
        return mu.sum() - (mu * y) @ products @ (mu * y) / 2

    best = _highest_in_box(bound, C, lambda mu: mu @ y, 6)
    line = lowest(
        lambda z: z[:2] @ z[:2] / 2 + C * z[3:].sum(),
        np.append(np.zeros(3), np.full(6, 2.0)),
        lambda z: np.append(1 - y * (x @ z[:2] + z[2]) - z[3:], -z[3:]),
    )
    return bound(best), line[:2] @ line[:2] / 2 + C * line[3:].sum(), 1e-5
