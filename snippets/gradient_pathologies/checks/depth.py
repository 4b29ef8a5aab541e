r"""Checks of depth: stacks, random layers, starts, residual paths, cells."""

import math
from itertools import product

import numpy as np
from scipy import integrate, optimize

from snippets.oracles import complex_gradient, complex_jacobian, complex_step
from snippets.random_functions import RandomFunction


def _signed(random, shape, variance):
    """Every matrix whose entries are ± the root of a variance, all equally likely: (2^entries, *shape)."""
    signs = np.array(list(product((-1, 1), repeat=math.prod(shape)))).reshape(-1, *shape)
    return math.sqrt(variance) * signs


def stack_of_layers(random):
    r"""$$\begin{aligned}
    \frac{\partial \vect{z}_D}{\partial \vect{z}_1} = {}
    & \mat{W}_D\, \mat{S}_{D-1}\, \mat{W}_{D-1} \\
    & \cdots \mat{S}_2\, \mat{W}_2\, \mat{S}_1
    \end{aligned}$$

    Four random layers of width 3 with a random function as activation: the product, against a complex step in each component
    of z₁.
    """
    phi, z1 = RandomFunction(random), random.normal(size=3)
    W2, W3, W4 = random.normal(size=(3, 3, 3)) / 2

    def end(z):
        for W in (W2, W3, W4):
            z = W @ phi(z)
        return z

    z2 = W2 @ phi(z1)
    z3 = W3 @ phi(z2)
    S1, S2, S3 = (np.diag(phi.derivative(z)) for z in (z1, z2, z3))
    return W4 @ S3 @ W3 @ S2 @ W2 @ S1, complex_jacobian(end, z1)


def stretching_of_product(random):
    r"""$$s_{\max}(\mat{A}\, \mat{B}) \le s_{\max}(\mat{A})\, s_{\max}(\mat{B})$$

    Random 2×2 matrices: the bound, against the longest image that a unit vector can have under A and B if B's images are
    turned before A sees them, over all turns and vectors. So it holds, and no smaller one would.
    """
    A, B, start = random.normal(size=(2, 2)), random.normal(size=(2, 2)), random.uniform(0, math.pi, 2)

    def turn(angle):
        return np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])

    def shorter(angles):
        return -np.linalg.norm(A @ turn(angles[0]) @ B @ [math.cos(angles[1]), math.sin(angles[1])])

    starts = [start + np.array([i, j]) for i in (0, 1, 2) for j in (0, 1, 2)]
    longest = max(-optimize.minimize(shorter, one, tol=1e-10).fun for one in starts)
    return np.linalg.norm(A, 2) * np.linalg.norm(B, 2), longest


def forward_length(random):
    r"""$$\operatorname{E} \norm{\mat{W} \vect{a}}^2 = m\, v\, \norm{\vect{a}}^2$$

    Weights that are ±√v by a coin, for a random v and a random a: the rule, against the mean over all matrices of shape
    (m, n).
    """
    m, n = ((3, 2), (2, 4), (4, 2), (2, 3))[int(random.integers(4))]
    v, a = random.uniform(0.2, 3), random.normal(size=n)
    mean = np.mean([np.sum((W @ a) ** 2) for W in _signed(random, (m, n), v)])
    return m * v * (a @ a), mean


def backward_length(random):
    r"""$$\operatorname{E} \norm{\mat{W}^\T \vect{\delta}}^2 = n\, v\, \norm{\vect{\delta}}^2$$

    Weights that are ±√v by a coin, for a random v and a random δ: the rule, against the mean over all matrices of shape
    (m, n).
    """
    m, n = ((3, 2), (2, 4), (4, 2), (2, 3))[int(random.integers(4))]
    v, delta = random.uniform(0.2, 3), random.normal(size=m)
    mean = np.mean([np.sum((delta @ W) ** 2) for W in _signed(random, (m, n), v)])
    return n * v * (delta @ delta), mean


def xavier_start(random):
    r"""$$v = \frac{2}{n + m}$$

    Random sizes: the variance, against the one at which the means of both factors of a mean square, forward and backward,
    are 1, found by a search; each factor is the mean over all matrices with entries ±√v.
    """
    m, n = ((3, 2), (2, 4), (4, 2), (2, 3), (2, 2))[int(random.integers(5))]
    a, delta = random.normal(size=n), random.normal(size=m)

    def off(v):
        matrices = _signed(random, (m, n), v)
        forward = np.mean((matrices @ a) ** 2) / np.mean(a**2)
        backward = np.mean((matrices.transpose(0, 2, 1) @ delta) ** 2) / np.mean(delta**2)
        return (forward + backward) / 2 - 1

    return 2 / (n + m), optimize.brentq(off, 1e-3, 10, xtol=1e-12)


def uniform_limit(random):
    r"""$$r = \sqrt{3 v}$$

    A random variance: the limit, against the one whose uniform density has this variance by quadrature, found by a search.
    """
    v = random.uniform(0.05, 5)

    def off(r):
        return integrate.quad(lambda w: w**2 / (2 * r), -r, r)[0] - v

    return math.sqrt(3 * v), optimize.brentq(off, 1e-3, 20, xtol=1e-12)


def half_of_the_square(random):
    r"""$$\operatorname{E}\left[ \operatorname{ReLU}(z)^2 \right] = \frac{1}{2} \operatorname{E}\left[ z^2 \right]$$

    A random even density, a mixture of two bumps at ±c and a two-sided exponential: half of its mean square, written out,
    against that of ReLU by quadrature.
    """
    c, s, w = random.uniform(0.3, 2), random.uniform(0.3, 1), random.uniform(0.2, 0.8)

    def density(z):
        bumps = math.exp(-((z - c) ** 2) / (2 * s**2)) + math.exp(-((z + c) ** 2) / (2 * s**2))
        return w * bumps / (2 * s * math.sqrt(2 * math.pi)) + (1 - w) * math.exp(-abs(z)) / 2

    relu = sum(integrate.quad(lambda z: max(z, 0) ** 2 * density(z), *side)[0] for side in ((-60, 0), (0, 60)))
    return 1 / 2 * (w * (c**2 + s**2) + (1 - w) * 2), relu


def he_start(random):
    r"""$$v = \frac{2}{n}$$

    A random fan-in and a random input: the variance of normal weights for which the mean of ReLU(z)², by quadrature, is the
    mean of the inputs' squares, found by a search.
    """
    n = int(random.integers(2, 40))
    a = random.normal(size=n)

    def off(v):
        spread = math.sqrt(v * (a @ a))
        square = integrate.quad(lambda t: (spread * t) ** 2 * math.exp(-t * t / 2) / math.sqrt(2 * math.pi), 0, 12)[0]
        return square - np.mean(a**2)

    return 2 / n, optimize.brentq(off, 1e-4, 10, xtol=1e-14)


def change_of_z(random):
    r"""$$\Delta z = -\eta\, \delta\, \left( \norm{\vect{x}}^2 + 1 \right)$$

    A random unit under a random loss: the change, against that of z when weights and bias take the step, with their
    gradients by a complex step.
    """
    loss, n = RandomFunction(random), int(random.integers(1, 5))
    w, x, b, eta = random.normal(size=n), random.normal(size=n), random.normal(), random.uniform(0.05, 0.5)
    delta = complex_step(loss, w @ x + b)
    parameters = np.append(w, b)
    moved = parameters - eta * complex_gradient(lambda p: loss(p[:-1] @ x + p[-1]), parameters)
    return -eta * delta * (x @ x + 1), moved[:-1] @ x + moved[-1] - parameters[:-1] @ x - parameters[-1]


def growth_of_residuals(random):
    r"""$$\operatorname{E} \norm{\vect{\delta}_0}^2 = (1 + \beta^2)^{D}\, \norm{\vect{\delta}_D}^2$$

    Two or three blocks of width 2 with entries ±β/√2 by a coin: the growth, against the mean over all branches.
    """
    D, beta, delta = int(random.integers(1, 4)), random.uniform(0.3, 1.5), random.normal(size=2)
    branches, total, count = _signed(random, (2, 2), beta**2 / 2), 0.0, 0
    for blocks in product(branches, repeat=D):
        u = delta
        for B in blocks:
            u = u + B.T @ u
        total, count = total + u @ u, count + 1
    return (1 + beta**2) ** D * (delta @ delta), total / count


def gradient_without_scale(random):
    r"""$$\nabla f(c\, \vect{w}) = \frac{1}{c}\, \nabla f(\vect{w})$$

    A random function of w/‖w‖ in three variables: its gradient at w divided by c, and 0 for w · ∇f, against complex steps at cw
    and along w.
    """
    parts, w, c = [RandomFunction(random) for _ in range(3)], random.normal(size=3), random.uniform(0.3, 4)

    def f(w):
        unit = w / np.sqrt(w @ w)
        return parts[0](unit[0] * unit[1]) + parts[1](unit[1]) * parts[2](unit[2])

    here = complex_gradient(f, w)
    return np.append(1 / c * here, 0.0), np.append(complex_gradient(f, c * w), complex_step(f, w, w))


def along_the_cell(random):
    r"""$$\frac{\partial c_T}{\partial c_0} = \prod_{t=1}^{T} f_t$$

    Random gates and inputs over two to six steps: the product, against a complex step of the recursion.
    """
    T, start = int(random.integers(2, 7)), random.normal()
    f, i, u = random.uniform(0, 1, T), random.uniform(0, 1, T), random.normal(size=T)

    def end(c):
        for forget, take, new in zip(f, i, u, strict=True):
            c = forget * c + take * new
        return c

    return np.prod(f), complex_step(end, start)
