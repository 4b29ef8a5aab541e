r"""Checks of the derivatives of activations, and of softmax."""

import math

import mpmath
import numpy as np
from scipy import integrate, optimize, special

from snippets.oracles import mpmath_slopes
from snippets.random_functions import either_side


def mp_softmax(z):
    """Softmax in mpmath's numbers."""
    powers = [mpmath.exp(s) for s in z]
    return [power / sum(powers) for power in powers]


def relu_derivative(random):
    r"""$$\operatorname{ReLU}'(z) = \begin{cases} 1 & \text{for } z > 0 \\ 0 & \text{for } z < 0 \end{cases}$$

    The cases at random places on both sides of the kink, against numerical derivatives of (z + |z|)/2.
    """
    places = either_side(random)
    return np.array([1.0 if z > 0 else 0.0 for z in places]), mpmath_slopes(lambda z: (z + abs(z)) / 2, places)


def leaky_relu_derivative(random):
    r"""$$\operatorname{LReLU}'(z) = \begin{cases} 1 & \text{for } z > 0 \\ a & \text{for } z < 0 \end{cases}$$

    A random a between 0 and 1, at random places on both sides of the kink, against numerical derivatives of max(z, az).
    """
    places, a = either_side(random), random.uniform(0.01, 0.9)
    return np.array([1.0 if z > 0 else a for z in places]), mpmath_slopes(lambda z: max(z, mpmath.mpf(a) * z), places)


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
    return claimed, mpmath_slopes(lambda t: t * mpmath.ncdf(t), z)


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
