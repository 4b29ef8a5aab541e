r"""Checks of the formulas on the page of topic 06, each against an independent route.

Each function returns what the formula claims and what was measured another way (and, where needed, how far the two may
differ, relative to the measured value). Derivatives are measured by mpmath with 30 digits, sums by SciPy.
"""

import math

import mpmath
import numpy as np
from scipy import integrate, optimize, special

PLACES = (-3.0, -1.0, -0.2, 0.4, 1.0, 2.5)
SCORES = (2.0, 1.0, -1.0, 0.3)


def _slopes(f, places=PLACES):
    """Derivatives of f at the places, by mpmath."""
    with mpmath.workdps(30):
        return np.array([float(mpmath.diff(f, mpmath.mpf(z))) for z in places])


def _partials(f, point):
    """All partial derivatives of f, a function of a list, at a point, by mpmath."""
    with mpmath.workdps(30):
        point = [mpmath.mpf(x) for x in point]
        moved = [lambda t, i=i: f([*point[:i], t, *point[i + 1 :]]) for i in range(len(point))]
        return np.array([float(mpmath.diff(g, x)) for g, x in zip(moved, point, strict=True)])


def _mp_softmax(z):
    """Softmax in mpmath's numbers."""
    powers = [mpmath.exp(s) for s in z]
    return [power / sum(powers) for power in powers]


def relu_derivative():
    r"""$$\operatorname{ReLU}'(z) = \begin{cases} 1 & \text{for } z > 0 \\ 0 & \text{for } z < 0 \end{cases}$$

    The cases, against numerical derivatives of (z + |z|)/2 at places away from the kink.
    """
    claimed = np.array([1.0 if z > 0 else 0.0 for z in PLACES])
    return claimed, _slopes(lambda z: (z + abs(z)) / 2)


def leaky_relu_derivative():
    r"""$$\operatorname{LReLU}'(z) = \begin{cases} 1 & \text{for } z > 0 \\ a & \text{for } z < 0 \end{cases}$$

    With a = 0.1, against numerical derivatives of max(z, a z) away from the kink.
    """
    claimed = np.array([1.0 if z > 0 else 0.1 for z in PLACES])
    return claimed, _slopes(lambda z: max(z, mpmath.mpf("0.1") * z))


def gelu():
    r"""$$\operatorname{GELU}(z) = z\, \Phi(z)$$

    Φ from SciPy, against z times the area under the bell curve to the left of z, integrated.
    """
    areas = [integrate.quad(lambda t: math.exp(-t * t / 2) / math.sqrt(2 * math.pi), -12, z)[0] for z in PLACES]
    places = np.array(PLACES)
    return places * special.ndtr(places), places * np.array(areas)


def gelu_derivative():
    r"""$$\operatorname{GELU}'(z) = \Phi(z) + z\, \varphi(z)$$

    Φ and φ from SciPy and the formula of the bell curve, against a numerical derivative of z Φ(z).
    """
    z = np.array(PLACES)
    claimed = special.ndtr(z) + z * np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return claimed, _slopes(lambda t: t * mpmath.ncdf(t))


def softmax_formula():
    r"""$$p_i = \frac{\e^{z_i}}{\sum_{j=1}^{K} \e^{z_j}}$$

    The quotient, against the probabilities that make z·p plus the entropy of p largest (SciPy's optimizer): softmax is
    the answer to that problem.
    """
    z = np.array(SCORES)
    found = optimize.minimize(
        lambda p: -(z @ p) + np.sum(p * np.log(p)),
        np.full(4, 0.25),
        bounds=[(1e-9, 1)] * 4,
        constraints={"type": "eq", "fun": lambda p: p.sum() - 1},
        method="SLSQP",
        options={"ftol": 1e-14, "maxiter": 500},
    )
    return np.exp(z) / np.exp(z).sum(), found.x, 1e-4


def softmax_jacobian():
    r"""$$\frac{\partial p_i}{\partial z_j} = p_i\, (\delta_{ij} - p_j)$$

    All sixteen entries for four scores, against numerical derivatives of each output.
    """
    p = special.softmax(SCORES)
    claimed = np.array([[p[i] * ((i == j) - p[j]) for j in range(4)] for i in range(4)])
    return claimed, np.array([_partials(lambda z, i=i: _mp_softmax(z)[i], SCORES) for i in range(4)])


def squared_gradient():
    r"""$$\frac{\partial}{\partial \hat{y}_i} \frac{1}{n} \sum_{k=1}^{n} (\hat{y}_k - y_k)^2
    = \frac{2}{n} (\hat{y}_i - y_i)$$

    Four predictions: the formula, against numerical derivatives of the mean.
    """
    predicted, y = [1.0, 4.0, -2.0, 0.5], [0.0, 4.5, 1.0, 0.0]

    def loss(v):
        return sum((a - b) ** 2 for a, b in zip(v, y, strict=True)) / 4

    return 2 / 4 * (np.array(predicted) - np.array(y)), _partials(loss, predicted)


def absolute_gradient():
    r"""$$\frac{\partial}{\partial \hat{y}_i} \frac{1}{n} \sum_{k=1}^{n} \abs{\hat{y}_k - y_k}
    = \frac{1}{n} \operatorname{sign}(\hat{y}_i - y_i)$$

    Four predictions, none of them exactly right: the formula, against numerical derivatives of the mean.
    """
    predicted, y = [1.0, 4.0, -2.0, 0.5], [0.0, 4.5, 1.0, 0.0]

    def loss(v):
        return sum(abs(a - b) for a, b in zip(v, y, strict=True)) / 4

    return np.sign(np.array(predicted) - np.array(y)) / 4, _partials(loss, predicted)


def huber_formula():
    r"""$$H_\delta(e) = \begin{cases} \frac{1}{2} e^2 & \text{for } \abs{e} \le \delta \\
    \delta \left( \abs{e} - \frac{\delta}{2} \right) & \text{for } \abs{e} > \delta \end{cases}$$

    With δ = 1.5, against SciPy's Huber function.
    """
    claimed = [e * e / 2 if abs(e) <= 1.5 else 1.5 * (abs(e) - 0.75) for e in PLACES]
    return np.array(claimed), special.huber(1.5, np.array(PLACES))


def huber_derivative():
    r"""$$H_\delta'(e) = \max(-\delta, \min(\delta, e))$$

    With δ = 1.5, against numerical derivatives of the other formula of the Huber loss, its smallest value over v of
    (e - v)²/2 + δ|v|, which is taken at v = sign(e)·max(|e| - δ, 0).
    """
    delta = mpmath.mpf("1.5")

    def envelope(e):
        v = mpmath.sign(e) * max(abs(e) - delta, 0)
        return (e - v) ** 2 / 2 + delta * abs(v)

    return np.array([max(-1.5, min(1.5, e)) for e in PLACES]), _slopes(envelope)


def cross_entropy_gradient():
    r"""$$\frac{\partial L}{\partial \vect{z}} = \vect{p} - \vect{y}$$

    Four scores with class 1 right: softmax minus the one-hot vector, against numerical derivatives of -ln p₁.
    """
    claimed = special.softmax(SCORES) - np.eye(4)[1]
    return claimed, _partials(lambda z: -mpmath.log(_mp_softmax(z)[1]), SCORES)


def hinge_derivative():
    r"""$$\frac{\partial}{\partial s} \max(0, 1 - t s)
    = \begin{cases} -t & \text{for } t s < 1 \\ 0 & \text{for } t s > 1 \end{cases}$$

    Both targets, twelve scores away from the kink, against numerical derivatives.
    """
    places = (-3.0, -1.2, 0.1, 0.4, 1.5, 2.5)
    claimed = [[-t if t * s < 1 else 0.0 for s in places] for t in (-1.0, 1.0)]
    measured = [_slopes(lambda s, t=t: max(0, 1 - t * s), places) for t in (-1.0, 1.0)]
    return np.array(claimed), np.array(measured)


def penalty_gradients():
    r"""$$\nabla\, \lambda \norm{\vect{w}}^2 = 2 \lambda\, \vect{w}$$

    λ = 0.3 and four weights, against numerical derivatives of λ times the sum of squares.
    """
    w = [1.5, -0.2, 4.0, -3.0]
    return 2 * 0.3 * np.array(w), _partials(lambda v: mpmath.mpf("0.3") * sum(x * x for x in v), w)


def l1_gradient():
    r"""$$\frac{\partial}{\partial w_i} \lambda \sum_{k=1}^{n} \abs{w_k} = \lambda \operatorname{sign}(w_i)$$

    λ = 0.3 and four weights, none of them 0, against numerical derivatives.
    """
    w = [1.5, -0.2, 4.0, -3.0]
    return 0.3 * np.sign(w), _partials(lambda v: mpmath.mpf("0.3") * sum(abs(x) for x in v), w)


def log_sum_exp_shift():
    r"""$$\ln \sum_{j=1}^{K} \e^{z_j} = m + \ln \sum_{j=1}^{K} \e^{z_j - m}$$

    m the largest of four scores around 1000, in doubles, against the left side with 50 digits and no shift.
    """
    z = 1000 + np.array(SCORES)
    claimed = z.max() + np.log(np.sum(np.exp(z - z.max())))
    with mpmath.workdps(50):
        return claimed, float(mpmath.log(sum(mpmath.exp(mpmath.mpf(s)) for s in z))), 1e-12
