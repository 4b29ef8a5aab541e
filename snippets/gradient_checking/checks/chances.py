r"""Checks of what chance does to a check of gradients: random directions, kinks; and of lengths over many parameters."""

import itertools

import numpy as np
from scipy import integrate, optimize, stats
from scipy.special import erf

from snippets.oracles import complex_gradient


def slope_along_a_direction(random):
    r"""$$\begin{aligned}
    &\frac{L(\vect{\theta} + h\vect{v}) - L(\vect{\theta} - h\vect{v})}{2h} \\
    &\quad \approx \sum_{k} \nabla_{\vect{\theta}_k} L \cdot \vect{v}_k
    \end{aligned}$$

    A loss of two parameters of different shapes: the two values, against the sum of products with gradients by complex
    steps.
    """
    W, b, V, v = (random.normal(size=shape) for shape in ((2, 3), (2,), (2, 3), (2,)))
    x, h = random.normal(size=3), 10 ** random.uniform(-5, -4.5)

    def loss(W, b):
        return np.sum(np.tanh(W @ x + b) ** 2) + np.sum(W**2) / 3

    slopes = complex_gradient(lambda M: loss(M, b), W), complex_gradient(lambda c: loss(W, c), b)
    return (loss(W + h * V, b + h * v) - loss(W - h * V, b - h * v)) / (2 * h), np.sum(slopes[0] * V) + slopes[1] @ v


def chance_by_integral(random):
    r"""$$P(\text{passes}) = \operatorname{erf}\!\left( \frac{\tau}{\sqrt{2}\, \norm{\vect{d}}} \right)^{k}$$

    A random error of five entries, tolerance and number of directions: against the integral of the density of one normal
    number whose variance is the sum of the squares of the error's entries, over the interval that passes.
    """
    d, tau, k = random.normal(size=5), random.uniform(0.3, 3), int(random.integers(1, 4))
    spread = stats.norm(scale=sum(entry**2 for entry in d) ** 0.5)
    share = integrate.quad(spread.pdf, -tau, tau)[0]
    return erf(tau / (np.sqrt(2) * np.linalg.norm(d))) ** k, np.prod([share] * k)


def mean_square_of_slopes(random):
    r"""$$\operatorname{E}\left[ (\vect{g} \cdot \vect{v})^2 \right] = \norm{\vect{g}}^2$$

    A random gradient of five entries and vectors of independent signs: against the mean over all 32 of them.
    """
    g = random.normal(size=5)
    squares = [
        sum(s * entry for s, entry in zip(signs, g, strict=True)) ** 2 for signs in itertools.product((-1, 1), repeat=5)
    ]
    return np.linalg.norm(g) ** 2, sum(squares) / len(squares)


def secant_over_a_kink(random):
    r"""$$\frac{\max(z + h, 0) - \max(z - h, 0)}{2h} = \frac{z + h}{2h}$$

    A place within a random h of the kink: the mixture, against the mean of ReLU's slope over the interval from z - h to
    z + h.
    """
    h = random.uniform(0.1, 2)
    z = random.uniform(-h, h)
    places = np.linspace(z - h, z + h, 2_000_001)
    return (z + h) / (2 * h), np.mean(places > 0), 1e-5


def kink_by_counting(random):
    r"""$$P(\text{a kink within } h) = 1 - (1 - 2 h q)^N$$

    A random step, density and number of units: against the chance that a binomial count is not 0.
    """
    h, q, N = random.uniform(0.01, 0.1), random.uniform(0.1, 0.5), int(random.integers(2, 30))
    inside = stats.uniform(scale=1 / q).cdf(h) + stats.uniform(scale=1 / q).cdf(h)
    return 1 - (1 - 2 * h * q) ** N, stats.binom(N, inside).sf(0)


def norm_over_parameters(random):
    r"""$$\norm{\nabla L} = \sqrt{\textstyle\sum_k \norm{\nabla_{\vect{\theta}_k} L}^2}$$

    Random gradients of three parameters, in their lengths: against the length of all entries in one column.
    """
    # no difference: np.array([np.linalg.norm(part) for part in parts]) -> -np.array([np.linalg.norm(part) for part in
    # parts]): the lengths enter squared
    # no difference: np.linalg.norm(part) -> -np.linalg.norm(part): the lengths enter squared
    parts = [random.normal(size=n) for n in (4, 6, 3)]
    lengths = np.array([np.linalg.norm(part) for part in parts])
    return np.sqrt(sum(lengths**2)), float(np.hypot.reduce(np.concatenate(parts)))


def factor_by_search(random):
    r"""$$c = \frac{\vect{a} \cdot \vect{m}}{\vect{m} \cdot \vect{m}}$$

    Two random gradients of six entries: against a search for the factor with the shortest difference.
    """
    a, m = random.normal(size=6), random.normal(size=6)
    found = optimize.lsq_linear(m[:, None], a, tol=1e-14)
    return (a @ m) / (m @ m), found.x[0]


def accidental_axis(random):
    r"""$$\frac{1}{n^2} \sum_{i,j} (\hat{y}_i - y_j)^2 = \frac{1}{n} \sum_i (\hat{y}_i - \bar{y})^2 + s_y^2$$

    Random predictions and targets: the right side, against the mean of the table that broadcasting makes.
    """
    n = int(random.integers(2, 8))
    predicted, y = random.normal(size=n), random.normal(size=n)
    table = predicted - y[:, None]
    mean, spread = np.sum(y) / n, y.var()
    return np.sum((predicted - mean) ** 2) / n + spread, np.trace(table @ table.T) / table.size
