r"""Checks of what a comparison of two gradients says: factors, thresholds, orders, complex steps, number types."""

import mpmath
import numpy as np
from scipy import optimize

from snippets.oracles import mpmath_slopes, tiny
from snippets.random_functions import RandomField, RandomFunction


def error_of_a_factor(random):
    r"""$$\rho = \frac{\abs{c - 1}}{\max(\abs{c}, 1)}$$

    A random gradient of six entries, multiplied by a random factor of either sign, below or above 1 in size: against the
    length of the difference by the length of the longer one.
    """
    c, g = random.choice([-1, 1]) * random.uniform(0.1, 4), random.normal(size=6)
    lengths = [np.sqrt(np.sum((c * g) ** 2)), np.sqrt(np.sum(g**2))]
    return abs(c - 1) / max(abs(c), 1), np.sqrt(np.sum((c * g - g) ** 2)) / sorted(lengths)[1]


def least_error_by_search(random):
    r"""$$E_{\min} = \sqrt[3]{\frac{9}{8}\, \abs{f'''(x)}\, R^2}$$

    Random sizes of the third derivative and of what is rounded: against a search for the step at which the sum of the two
    bounds is smallest.
    """
    third, R = random.normal() * 3, 10 ** random.uniform(-4, -2)
    size = abs(third)

    def bounds(lg):
        h = np.exp(lg)
        return h**2 / 6 * size + R / h

    found = optimize.minimize_scalar(bounds, bounds=(-8, 4), method="bounded", options={"xatol": 1e-10})
    return np.cbrt(9 / 8 * abs(third) * R**2), found.fun


def noise_of_the_loss(random):
    r"""$$\rho_{\text{noise}} = \frac{u\, \abs{L}}{h\, \abs{g}}$$

    A random slope, loss and step, and the values on either side rounded up or down by a relative error u: against the
    worst of the four combinations.
    """
    L, g, u = random.normal(), random.normal(), 10 ** random.uniform(-9, -7)
    h, exact = 10 ** random.uniform(-6, -5), g
    ways = [
        ((L + h * exact) * (1 + a * u) - (L - h * exact) * (1 + b * u)) / (2 * h) - exact
        for a in (-1, 1)
        for b in (-1, 1)
    ]
    return u * abs(L) / (h * abs(g)), np.abs(ways).max() / np.sqrt(exact**2), 1e-3


def plateau_of_a_wrong_gradient(random):
    r"""$$\begin{aligned}
    &\frac{L(\vect{\theta} + h\vect{v}) - L(\vect{\theta} - h\vect{v})}{2h} - \tilde{\vect{g}} \cdot \vect{v} \\
    &\quad \approx (\nabla L - \tilde{\vect{g}}) \cdot \vect{v}
    \end{aligned}$$

    A random function of four variables, a gradient that is wrong by a random vector, and a step near 1e-4: the right side,
    against the left one with values of 30 digits.
    """
    L, theta, v = RandomField(random, 4), random.normal(size=4), random.normal(size=4)
    g, slopes = L.gradient(theta) + 0.1 * random.normal(size=4), L.gradient(theta)
    with mpmath.workdps(30):
        h = mpmath.mpf(random.uniform(1e-4, 2e-4))
        place, way = (np.array([mpmath.mpf(float(c)) for c in vector]) for vector in (theta, v))
        quotient = float((L(place + h * way) - L(place - h * way)) / (2 * h))
    return (slopes - g) @ v, quotient - sum(g * v), 1e-4


def order_from_two_steps(random):
    r"""$$p = \log_2 \frac{E(h)}{E(h/2)}$$

    An error of a random size that falls with a random power of the step: the logarithm of the quotient, against the slope
    of the straight line through both points on logarithmic axes.
    """
    power, size, h = random.uniform(0.5, 4), random.uniform(0.1, 10), random.uniform(0.01, 1)
    E = {step: size * step**power for step in (h, h / 2)}
    slope, _ = np.polyfit(np.log(list(E)), np.log(list(E.values())), 1)
    return np.log2(E[h] / E[h / 2]), slope


def complex_step_slope(random):
    r"""$$f'(x) \approx \frac{\operatorname{Im} f(x + \mathrm{i} h)}{h}$$

    A random function and a step between 1e-30 and 1e-20: against its derivative from differences with 30 digits.
    """
    f, x, h = RandomFunction(random), random.normal(), float(tiny(random, -30, -20))
    return np.imag(f(x + 1j * h)) / h, mpmath_slopes(f, [x])[0]


def complex_step_error(random):
    r"""$$\frac{\operatorname{Im} f(x + \mathrm{i} h)}{h} - f'(x) \approx -\frac{h^2}{6} f'''(x)$$

    A random function and a step near 1e-3: the claimed error, against the true one with 30 digits.
    """
    f, x, h = RandomFunction(random), random.normal(), random.uniform(1e-3, 2e-3)
    with mpmath.workdps(30):
        z = mpmath.mpc(x, h)
        quotient = mpmath.im(f(z)) / mpmath.mpf(h)
        exact = mpmath.diff(f, mpmath.mpf(x))
        off = float(quotient - exact)
    return -(h**2) / 6 * f.derivative(x, 3), off, 1e-4


def float16_window(random):
    r"""$$2^{-25} < \abs{S g} < 65520$$

    A random scale S: the smallest and the largest gradient that the inequality allows, against a search for those that
    NumPy stores as neither 0 nor infinite, in their logarithms.
    """
    S = 2.0 ** random.uniform(0, 12)

    def stored(g):
        with np.errstate(over="ignore"):
            return float(np.float16(S * g))

    def border(low, high, beyond):
        for _ in range(100):
            middle = np.sqrt(low * high)
            low, high = (low, middle) if beyond(middle) else (middle, high)
        return middle

    ends = [border(1e-30, 1.0, lambda g: stored(g) > 0), border(1e-9, 1e9, lambda g: np.isinf(stored(g)))]
    return np.log(np.array([2.0**-25, 65520]) / S), np.log(ends)
