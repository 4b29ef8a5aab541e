r"""Checks of the formulas on the page of topic 06, each against an independent route.

Each function draws its inputs from `random`, and returns what the formula claims and what was measured another way (and,
where needed, how far the two may differ, relative to the larger of them). Derivatives are measured by mpmath with 30
digits.
"""

import math

import mpmath
import numpy as np
from scipy import integrate, optimize, special

from snippets.random_functions import away_from_zero


def _slopes(f, places):
    """Derivatives of f at the places, by mpmath."""
    with mpmath.workdps(30):
        return np.array([float(mpmath.diff(f, mpmath.mpf(float(z)))) for z in places])


def _partials(f, point):
    """All partial derivatives of f, a function of a list, at a point, by mpmath."""
    with mpmath.workdps(30):
        point = [mpmath.mpf(float(x)) for x in point]
        moved = [lambda t, i=i: f([*point[:i], t, *point[i + 1 :]]) for i in range(len(point))]
        return np.array([float(mpmath.diff(g, x)) for g, x in zip(moved, point, strict=True)])


def _mp_softmax(z):
    """Softmax in mpmath's numbers."""
    powers = [mpmath.exp(s) for s in z]
    return [power / sum(powers) for power in powers]


def _either_side(random, kink=0.0):
    """Eight places, four on each side of a kink, from 0.01 to 3 away from it: shape (8,)."""
    return kink + np.repeat([-1, 1], 4) * np.exp(random.uniform(math.log(0.01), math.log(3), size=8))


def relu_derivative(random):
    r"""$$\operatorname{ReLU}'(z) = \begin{cases} 1 & \text{for } z > 0 \\ 0 & \text{for } z < 0 \end{cases}$$

    The cases at random places on both sides of the kink, against numerical derivatives of (z + |z|)/2.
    """
    places = _either_side(random)
    return np.array([1.0 if z > 0 else 0.0 for z in places]), _slopes(lambda z: (z + abs(z)) / 2, places)


def leaky_relu_derivative(random):
    r"""$$\operatorname{LReLU}'(z) = \begin{cases} 1 & \text{for } z > 0 \\ a & \text{for } z < 0 \end{cases}$$

    A random a between 0 and 1, at random places on both sides of the kink, against numerical derivatives of max(z, az).
    """
    places, a = _either_side(random), random.uniform(0.01, 0.9)
    return np.array([1.0 if z > 0 else a for z in places]), _slopes(lambda z: max(z, mpmath.mpf(a) * z), places)


def gelu(random):
    r"""$$\operatorname{GELU}(z) = z\, \Phi(z)$$

    z times Φ by SciPy, against the mean of z over a normal gate: z is kept where a standard normal number lies below z,
    and replaced by 0 elsewhere, integrated over the bell curve.
    """
    z = random.normal(scale=1.5)
    kept, _ = integrate.quad(lambda t: z * math.exp(-t * t / 2) / math.sqrt(2 * math.pi), -12, z)
    return z * special.ndtr(z), kept


def gelu_derivative(random):
    r"""$$\operatorname{GELU}'(z) = \Phi(z) + z\, \varphi(z)$$

    Φ by SciPy and φ written out, at random places, against numerical derivatives of z Φ(z).
    """
    z = random.normal(scale=1.5, size=4)
    claimed = special.ndtr(z) + z * np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return claimed, _slopes(lambda t: t * mpmath.ncdf(t), z)


def softmax_formula(random):
    r"""$$p_i = \frac{\e^{z_i}}{\sum_{j=1}^{K} \e^{z_j}}$$

    The quotient for four random scores, against the probabilities that make z·p plus the entropy of p largest (SciPy's
    optimizer): softmax is the answer to that problem.
    """
    z = random.normal(size=4)
    found = optimize.minimize(
        lambda p: -(z @ p) + np.sum(p * np.log(p)),
        np.full(4, 0.25),
        jac=lambda p: -z + np.log(p) + 1,
        bounds=[(1e-9, 1)] * 4,
        constraints={"type": "eq", "fun": lambda p: p.sum() - 1},
        method="SLSQP",
        options={"ftol": 1e-14, "maxiter": 500},
    )
    return np.array([np.exp(z[i]) / np.sum(np.exp(z)) for i in range(4)]), found.x, 1e-4


def softmax_jacobian(random):
    r"""$$\frac{\partial p_i}{\partial z_j} = p_i\, (\delta_{ij} - p_j)$$

    All nine entries for three random scores, against numerical derivatives of each output.
    """
    z = random.normal(size=3)
    p = special.softmax(z)
    claimed = np.array([[p[i] * ((i == j) - p[j]) for j in range(3)] for i in range(3)])
    return claimed, np.array([_partials(lambda z, i=i: _mp_softmax(z)[i], z) for i in range(3)])


def _predictions(random):
    """A number n of predictions, and targets that differ from each by at least 0.1, shape (n,) each."""
    n = int(random.integers(2, 6))
    y = random.normal(size=n)
    return n, y + random.choice([-1, 1], n) * random.uniform(0.1, 2, n), y


def squared_gradient(random):
    r"""$$\frac{\partial}{\partial \hat{y}_i} \frac{1}{n} \sum_{k=1}^{n} (\hat{y}_k - y_k)^2
    = \frac{2}{n} (\hat{y}_i - y_i)$$

    Random predictions and targets, two to five of each: the formula, against numerical derivatives of the mean.
    """
    n, predicted, y = _predictions(random)
    measured = _partials(lambda v: sum((a - b) ** 2 for a, b in zip(v, y, strict=True)) / n, predicted)
    return 2 / n * (predicted - y), measured


def absolute_gradient(random):
    r"""$$\frac{\partial}{\partial \hat{y}_i} \frac{1}{n} \sum_{k=1}^{n} \abs{\hat{y}_k - y_k}
    = \frac{1}{n} \operatorname{sign}(\hat{y}_i - y_i)$$

    Random predictions, none of them exactly right: the formula, against numerical derivatives of the mean.
    """
    n, predicted, y = _predictions(random)
    measured = _partials(lambda v: sum(abs(a - b) for a, b in zip(v, y, strict=True)) / n, predicted)
    # no difference: 1 / n * np.sign(predicted - y) -> 1 / n / np.sign(predicted - y): the sign is 1 or -1, its own inverse
    return 1 / n * np.sign(predicted - y), measured


def huber_formula(random):
    r"""$$H_\delta(e) = \begin{cases} \frac{1}{2} e^2 & \text{for } \abs{e} \le \delta \\
    \delta \left( \abs{e} - \frac{\delta}{2} \right) & \text{for } \abs{e} > \delta \end{cases}$$

    A random δ and random errors, small and large, of both signs, against SciPy's Huber function.
    """
    delta, errors = random.uniform(0.5, 2), random.uniform(-4, 4, size=20)
    claimed = [1 / 2 * e**2 if abs(e) <= delta else delta * (abs(e) - delta / 2) for e in errors]
    return np.array(claimed), special.huber(delta, errors)


def huber_derivative(random):
    r"""$$H_\delta'(e) = \max(-\delta, \min(\delta, e))$$

    A random δ and random errors, against numerical derivatives of the other formula of the Huber loss, its smallest
    value over v of (e - v)²/2 + δ|v|, which is taken at v = sign(e)·max(|e| - δ, 0).
    """
    delta, errors = random.uniform(0.5, 2), random.uniform(-4, 4, size=12)

    def envelope(e):
        v = mpmath.sign(e) * max(abs(e) - mpmath.mpf(delta), 0)
        return (e - v) ** 2 / 2 + mpmath.mpf(delta) * abs(v)

    return np.array([max(-delta, min(delta, e)) for e in errors]), _slopes(envelope, errors)


def cross_entropy_gradient(random):
    r"""$$\frac{\partial L}{\partial \vect{z}} = \vect{p} - \vect{y}$$

    Four random scores and a random right class: softmax minus the one-hot vector, against numerical derivatives of -ln p
    of that class.
    """
    z, right = random.normal(size=4), int(random.integers(4))
    y = np.eye(4)[right]
    return special.softmax(z) - y, _partials(lambda z: -mpmath.log(_mp_softmax(z)[right]), z)


def hinge_derivative(random):
    r"""$$\frac{\partial}{\partial s} \max(0, 1 - t s)
    = \begin{cases} -t & \text{for } t s < 1 \\ 0 & \text{for } t s > 1 \end{cases}$$

    Either target at random, scores on both sides of the kink, against numerical derivatives.
    """
    t = float(random.choice([-1, 1]))
    scores = _either_side(random, kink=t)
    measured = _slopes(lambda s: max(0, 1 - t * s), scores)
    return np.array([-t if t * s < 1 else 0.0 for s in scores]), measured


def penalty_gradients(random):
    r"""$$\nabla\, \lambda \norm{\vect{w}}^2 = 2 \lambda\, \vect{w}$$

    A random λ and four random weights, against numerical derivatives of λ times the sum of squares.
    """
    price, w = random.uniform(0.1, 2), random.normal(size=4)
    return 2 * price * w, _partials(lambda v: mpmath.mpf(price) * sum(x * x for x in v), w)


def l1_gradient(random):
    r"""$$\frac{\partial}{\partial w_i} \lambda \sum_{k=1}^{n} \abs{w_k} = \lambda \operatorname{sign}(w_i)$$

    A random λ and four random weights, none of them near 0, against numerical derivatives.
    """
    price, w = random.uniform(0.1, 2), away_from_zero(random, 4)
    # no difference: price * np.sign(w) -> price / np.sign(w): the sign is 1 or -1, its own inverse
    return price * np.sign(w), _partials(lambda v: mpmath.mpf(price) * sum(abs(x) for x in v), w)


def log_sum_exp_shift(random):
    r"""$$\ln \sum_{j=1}^{K} \e^{z_j} = m + \ln \sum_{j=1}^{K} \e^{z_j - m}$$

    m the largest of four scores: three close together around 1000, whose e^z no double can hold, and one 1000 below. The
    right side in doubles, against the left side with 50 digits and no shift.
    """
    z = np.array([1000, 1000, 1000, 0]) + random.normal(size=4)
    m = np.max(z)
    with mpmath.workdps(50):
        measured = float(mpmath.log(sum(mpmath.exp(mpmath.mpf(float(s))) for s in z)))
    return m + np.log(np.sum(np.exp(z - m))), measured, 1e-12
