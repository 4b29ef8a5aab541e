r"""Checks of what is said about batches, the descent lemma, rates of convergence, and momentum."""

import numpy as np
from scipy import linalg, optimize

from snippets.random_functions import RandomField

FINE = {"xatol": 1e-12}


def long_run_variance(random):
    r"""$$\operatorname{Var}(w) = \frac{\eta \operatorname{Var}(g_i)}{B \lambda\, (2 - \eta \lambda)}$$

    A random curvature, rate, variance and batch size: against the variance that SciPy finds to stay the same under a
    step, Var(w) = (1 - ηλ)² Var(w) + η² Var(g)/B, as a Lyapunov equation.
    """
    curvature, variance, size = random.uniform(0.5, 3), random.uniform(0.5, 2), random.integers(2, 9)
    rate = random.uniform(0.1, 1.5) / curvature
    kept, added = np.array([[1 - rate * curvature]]), np.array([[rate**2 * variance / size]])
    stays = linalg.solve_discrete_lyapunov(kept, added)[0, 0]
    return rate * variance / (size * curvature * (2 - rate * curvature)), stays


def parabola_above(random):
    r"""$$\begin{aligned}
    f(\vect{y}) \le{} &f(\vect{x}) + \nabla f(\vect{x})^\T (\vect{y} - \vect{x}) \\
    &+ \frac{M}{2} \norm{\vect{y} - \vect{x}}^2
    \end{aligned}$$

    Two random places, a random value, slope and M: against the largest f(y) that any path of slopes allows which
    changes at most M times as fast as the place, added up along the way from x to y.
    """
    x, y, slope = random.normal(size=(3, 3))
    value, M = random.normal(), random.uniform(0.5, 3)
    nodes, weights = np.polynomial.legendre.leggauss(5)
    way = np.array([y[i] - x[i] for i in range(3)])
    along = [slope + (t + 1) / 2 * M * way for t in nodes]
    added = sum(weight / 2 * np.dot(s, way) for weight, s in zip(weights, along, strict=True))
    return value + slope @ (y - x) + M / 2 * np.linalg.norm(y - x) ** 2, value + added


def certain_drop(random):
    r"""$$\begin{aligned}
    & f(\vect{x} - \eta \nabla f(\vect{x})) \\
    & \quad \le f(\vect{x}) - \eta \left(1 - \frac{M \eta}{2}\right) \norm{\nabla f(\vect{x})}^2
    \end{aligned}$$

    A random value, slope, rate and M: against the highest place to which such a step can lead on a paraboloid with
    this slope whose curvatures lie between -M and M, tried out for each direction. So it holds there, and no smaller
    bound would.
    """
    value, slope, M = random.normal(), random.normal(size=3), random.uniform(0.5, 2)
    rate = random.uniform(0.2, 1.9)
    step = np.array([-rate * s for s in slope])
    bends = np.linspace(-M, M, 2001)[:, None] * step * step / 2
    highest = value + np.dot(slope, step) + bends.max(axis=0).sum()
    return value - rate * (1 - M * rate / 2) * np.linalg.norm(slope) ** 2, highest


def worst_gap(random):
    r"""$$f(\vect{x}_k) - f(\vect{x}^*) \le \frac{M \norm{\vect{x}_0 - \vect{x}^*}^2}{4k + 2}$$

    Descent with the rate 1/M on bowls that go straight from some distance on (Huber's): the bound, against the largest
    gap after k steps that a search over that distance finds. So no smaller bound would hold.
    """
    M, far, k = random.uniform(0.5, 3), random.uniform(0.5, 2), random.integers(2, 9)

    def minus_gap(bend):
        x = far
        for _ in range(k):
            x = x - np.clip(x, -bend, bend)
        return -M * (x**2 / 2 if abs(x) <= bend else bend * (abs(x) - bend / 2))

    tried = np.linspace(0, far, 20_001)[1:]
    best = tried[np.argmin([minus_gap(bend) for bend in tried])]
    around = (best - far / 20_000, best + far / 20_000)
    least = optimize.minimize_scalar(minus_gap, bounds=around, method="bounded", options=FINE)
    return M * far**2 / (4 * k + 2), -least.fun


def worst_distance(random):
    r"""$$\begin{aligned}
    &\norm{\vect{x}_k - \vect{x}^*} \\
    &\quad \le \max(\abs{1 - \eta m}, \abs{1 - \eta M})^k\, \norm{\vect{x}_0 - \vect{x}^*}
    \end{aligned}$$

    A random pair m < M, a rate and a start: the bound, against the largest distance after k steps on parabolas with a
    curvature between m and M, of many. So no smaller bound would hold.
    """
    # no difference: abs(1 - rate * m) -> 1 - rate * m: where the flat direction is the slowest, it is positive
    m, more, far = random.uniform(0.2, 1), random.uniform(0.5, 3), random.uniform(0.5, 2)
    M, k = m + more, random.integers(3, 8)
    rate = random.choice([0.6, 1.6]) / M + random.uniform(0, 0.1) / M
    tried = np.linspace(m, m + more, 3001)
    ends = np.full(len(tried), far)
    for _ in range(k):
        ends = ends - rate * tried * ends
    return max(abs(1 - rate * m), abs(1 - rate * M)) ** k * far, np.abs(ends).max()


def faded_sum(random):
    r"""$$\vect{m}_k = \sum_{i=0}^{k-1} \beta^{\,k-1-i}\, \vect{g}_i$$

    Random gradients and a random memory: the sum, against what m ← βm + g comes to.
    """
    gradients, beta, k = random.normal(size=(7, 3)), random.uniform(0.3, 0.9), 7
    m = np.zeros(3)
    for g in gradients:
        m = m * beta
        m = m + g
    return sum(beta ** (k - 1 - i) * gradients[i] for i in range(k)), m


def rate_by_search(random):
    r"""$$\eta = \left( \frac{2}{\sqrt{m} + \sqrt{M}} \right)^2$$

    Random curvatures m and M and the best memory for them: against a search over learning rates for the smallest factor
    that the worst of many directions keeps in the long run, the larger root of r² - (1 + β - ηλ) r + β.
    """
    m, more = random.uniform(0.2, 1), random.uniform(1, 8)
    M = m + more
    beta = ((np.sqrt(m + more) - np.sqrt(m)) / (np.sqrt(m + more) + np.sqrt(m))) ** 2
    curvatures = np.linspace(m, m + more, 41)

    def kept(rate):
        middle = (1 + beta - rate * curvatures) / 2
        root = np.sqrt((middle**2 - beta).astype(complex))
        return max(abs(middle + root).max(), abs(middle - root).max())

    tried = np.linspace(0.05, 4, 2001) / (m + more)
    guess = tried[np.argmin([kept(rate) for rate in tried])]
    around = (guess * 0.99, guess * 1.01)
    found = optimize.minimize_scalar(kept, bounds=around, method="bounded", options=FINE).x
    return (2 / (np.sqrt(m) + np.sqrt(M))) ** 2, found, 1e-4


def look_ahead(random):
    r"""$$\begin{aligned}
    \vect{m}_{k+1} &= \beta\, \vect{m}_k + \nabla f(\vect{\theta}_k - \eta \beta\, \vect{m}_k) \\
    \vect{\theta}_{k+1} &= \vect{\theta}_k - \eta\, \vect{m}_{k+1}
    \end{aligned}$$

    Six steps on a random function of three variables: against Nesterov's own form with two sequences, x' = y - η∇f(y)
    and y' = x' + β(x' - x).
    """
    # no difference: np.zeros(3) -> -np.zeros(3): zeros have no sign
    f, start = RandomField(random, 3), random.normal(size=3)
    rate, beta = random.uniform(0.02, 0.1), random.uniform(0.3, 0.9)
    theta, m = start, np.zeros(3)
    for _ in range(6):
        m = beta * m + f.gradient(theta - rate * beta * m)
        theta = theta - rate * m
    old, ahead = start, start
    for _ in range(6):
        new = ahead - f.gradient(ahead) * rate
        ahead, old = new + (new - old) * beta, new
    return theta, old


def nesterov_factor(random):
    r"""$$r = 1 - \frac{1}{\sqrt{\kappa}}$$

    Random curvatures from m to M with the rate 1/M and Nesterov's memory: against the largest eigenvalue in size, over
    many directions, of the matrix that takes two places of the path to the next two.
    """
    m, M = random.uniform(0.2, 1), random.uniform(2, 9)
    kappa, low, high = M / m, np.sqrt(m), np.sqrt(M)
    beta = (high - low) / (high + low)
    steps = [[[(1 + beta) * (1 - c / M), -beta * (1 - c / M)], [1, 0]] for c in np.linspace(m, M, 41)]
    return 1 - 1 / np.sqrt(kappa), max(np.abs(np.linalg.eigvals(step)).max() for step in steps), 1e-6
