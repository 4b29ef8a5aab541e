r"""Checks of losses, their derivatives and the gradients of penalties."""

import mpmath
import numpy as np
from scipy import special

from snippets.losses_and_activations.checks.activations import mp_softmax
from snippets.oracles import mpmath_gradient, mpmath_slopes
from snippets.random_functions import away_from_zero, either_side


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
    measured = mpmath_gradient(lambda v: sum((a - b) ** 2 for a, b in zip(v, y, strict=True)) / n, predicted)
    return 2 / n * (predicted - y), measured


def absolute_gradient(random):
    r"""$$\frac{\partial}{\partial \hat{y}_i} \frac{1}{n} \sum_{k=1}^{n} \abs{\hat{y}_k - y_k}
    = \frac{1}{n} \operatorname{sign}(\hat{y}_i - y_i)$$

    Random predictions, none of them exactly right: the formula, against numerical derivatives of the mean.
    """
    n, predicted, y = _predictions(random)
    measured = mpmath_gradient(lambda v: sum(abs(a - b) for a, b in zip(v, y, strict=True)) / n, predicted)
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

    return np.array([max(-delta, min(delta, e)) for e in errors]), mpmath_slopes(envelope, errors)


def cross_entropy_gradient(random):
    r"""$$\frac{\partial L}{\partial \vect{z}} = \vect{p} - \vect{y}$$

    Four random scores and a random right class: softmax minus the one-hot vector, against numerical derivatives of -ln p
    of that class.
    """
    z, right = random.normal(size=4), int(random.integers(4))
    y = np.eye(4)[right]
    return special.softmax(z) - y, mpmath_gradient(lambda z: -mpmath.log(mp_softmax(z)[right]), z)


def hinge_derivative(random):
    r"""$$\frac{\partial}{\partial s} \max(0, 1 - t s)
    = \begin{cases} -t & \text{for } t s < 1 \\ 0 & \text{for } t s > 1 \end{cases}$$

    Either target at random, scores on both sides of the kink, against numerical derivatives.
    """
    t = float(random.choice([-1, 1]))
    scores = either_side(random, kink=t)
    measured = mpmath_slopes(lambda s: max(0, 1 - t * s), scores)
    return np.array([-t if t * s < 1 else 0.0 for s in scores]), measured


def penalty_gradients(random):
    r"""$$\nabla\, \lambda \norm{\vect{w}}^2 = 2 \lambda\, \vect{w}$$

    A random λ and four random weights, against numerical derivatives of λ times the sum of squares.
    """
    price, w = random.uniform(0.1, 2), random.normal(size=4)
    return 2 * price * w, mpmath_gradient(lambda v: mpmath.mpf(price) * sum(x * x for x in v), w)


def l1_gradient(random):
    r"""$$\frac{\partial}{\partial w_i} \lambda \sum_{k=1}^{n} \abs{w_k} = \lambda \operatorname{sign}(w_i)$$

    A random λ and four random weights, none of them near 0, against numerical derivatives.
    """
    price, w = random.uniform(0.1, 2), away_from_zero(random, 4)
    # no difference: price * np.sign(w) -> price / np.sign(w): the sign is 1 or -1, its own inverse
    return price * np.sign(w), mpmath_gradient(lambda v: mpmath.mpf(price) * sum(abs(x) for x in v), w)
