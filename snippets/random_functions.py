"""Random functions to try formulas on: nothing about them is special, and their derivatives are known by rule.

A formula that is tried on the sine at 1 is tried at a place where f'' = -f. So a check draws its functions: waves with
random heights, frequencies and phases, and a parabola under them. They take floats, complex numbers (for a complex
step, which subtracts nothing) and numbers of mpmath (for differences with 60 digits).
"""

import mpmath
import numpy as np


def sine(x):
    """The sine of a number of Python, NumPy or mpmath.

    >>> float(sine(0.5)) == float(sine(mpmath.mpf(0.5)))
    True
    """
    return mpmath.sin(x) if isinstance(x, mpmath.mpf | mpmath.mpc) else np.sin(x)


def away_from_zero(random, size):
    """Random numbers between 0.5 and 1.5 in size, of both signs, shape (size,) or () for `None`.

    >>> numbers = away_from_zero(np.random.default_rng(1), 100)
    >>> bool(abs(numbers).min() >= 0.5), bool(numbers.min() < 0 < numbers.max())
    (True, True)
    """
    return random.choice([-1, 1], size) * random.uniform(0.5, 1.5, size)


def either_side(random, kink=0.0):
    """Eight places, four on each side of a kink, from 0.01 to 3 away from it: shape (8,).

    >>> (either_side(np.random.default_rng(1), kink=1.0) > 1).tolist()
    [False, False, False, False, True, True, True, True]
    """
    return kink + np.repeat([-1, 1], 4) * np.exp(random.uniform(np.log(0.01), np.log(3), size=8))


def random_hessian(random, n):
    """Symmetric matrix with random entries, shape (n, n): most have curvatures of both signs.

    >>> H = random_hessian(np.random.default_rng(2), 3)
    >>> bool((H == H.T).all()), bool(np.linalg.eigvalsh(H)[0] < 0 < np.linalg.eigvalsh(H)[-1])
    (True, True)
    """
    entries = random.normal(size=(n, n))
    return entries + entries.T


def random_bowl(random, n):
    """Symmetric matrix whose eigenvalues are all 0.5 or more, shape (n, n): the Hessian of a bowl.

    >>> bool(np.linalg.eigvalsh(random_bowl(np.random.default_rng(1), 3))[0] >= 0.5)
    True
    """
    entries = random.normal(size=(n, n))
    return entries @ entries.T / n + 0.5 * np.eye(n)


class RandomFunction:
    """f(x) = a sin(bx + c) + px² + qx + r, with its derivatives of any order.

    >>> f = RandomFunction(np.random.default_rng(1))
    >>> h = 1e-30
    >>> bool(abs(f(0.3 + 1j * h).imag / h - f.derivative(0.3)) < 1e-12)
    True
    """

    def __init__(self, random):
        self.a, self.b, self.p, self.q = map(float, away_from_zero(random, 4))
        self.c, self.r = map(float, random.uniform(-1, 1, 2))

    def __call__(self, x):
        """The value at x."""
        return self.a * sine(self.b * x + self.c) + self.p * x * x + self.q * x + self.r

    def derivative(self, x, order=1):
        """The derivative of an order from 1 on: each turns the sine by a right angle and multiplies by b."""
        wave = self.a * self.b**order * sine(self.b * x + self.c + order * np.pi / 2)
        return wave + {1: 2 * self.p * x + self.q, 2: 2 * self.p}.get(order, 0)


class RandomField:
    """f(x) = Σ a sin(w · x + c) + xᵀQx/2 + q · x for points of shape (n,), with gradient and Hessian.

    >>> f = RandomField(np.random.default_rng(1), 3)
    >>> x, d = np.array([0.2, -0.4, 0.5]), np.array([1.0, 2.0, -1.0])
    >>> bool(abs(f(x + 1e-30j * d).imag / 1e-30 - f.gradient(x) @ d) < 1e-12)
    True
    """

    def __init__(self, random, n, waves=3):
        self.a, self.c = away_from_zero(random, waves), random.uniform(-1, 1, waves)
        self.w = random.normal(size=(waves, n))
        self.Q, self.q = random.normal(size=(n, n)), random.normal(size=n)

    def phases(self, x):
        """The angles w · x + c of the waves."""
        return self.w @ x + self.c

    def __call__(self, x):
        """The value at x, which may have a list's form."""
        x = np.asarray(x)
        waves = sum(a * sine(phase) for a, phase in zip(self.a, self.phases(x), strict=True))
        return waves + x @ self.Q @ x / 2 + self.q @ x

    def gradient(self, x):
        """The gradient at x, shape (n,)."""
        return (self.a * np.cos(self.phases(x))) @ self.w + (self.Q + self.Q.T) @ x / 2 + self.q

    def hessian(self, x):
        """The matrix of second partial derivatives at x, shape (n, n)."""
        return -(self.w.T * (self.a * np.sin(self.phases(x)))) @ self.w + (self.Q + self.Q.T) / 2


class RandomMap:
    """f: n numbers in, m numbers out, each a random field; with its Jacobian.

    >>> f = RandomMap(np.random.default_rng(1), 3, 2)
    >>> f(np.zeros(3)).shape, f.jacobian(np.zeros(3)).shape
    ((2,), (2, 3))
    """

    def __init__(self, random, n, m):
        self.components = [RandomField(random, n) for _ in range(m)]

    def __call__(self, x):
        """The value at x: shape (m,)."""
        return np.array([f(x) for f in self.components])

    def jacobian(self, x):
        """Row i is the gradient of component i: shape (m, n)."""
        return np.array([f.gradient(x) for f in self.components])
