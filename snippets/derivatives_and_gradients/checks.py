r"""Checks of the formulas on the page of topic 01, each against an independent route.

Each function draws its inputs from `random`, and returns what the formula claims and what was measured another way (and,
where the formula says "approximately", how far the two may differ, relative to the larger of them).
"""

import math

import mpmath
import numpy as np
from scipy import optimize

from snippets.derivatives_and_gradients.regression import mean_squared_error
from snippets.derivatives_and_gradients.rounding import UNIT_ROUNDOFF
from snippets.random_functions import RandomField, RandomFunction, RandomMap


def complex_step(f, x, d, h=1e-30):
    """Slope of f at x in the direction d: Im f(x + ihd)/h, which subtracts nothing."""
    return f(x + 1j * h * d).imag / h


def small(random, first, last):
    """A random power of ten with 60 digits, between 10^first and 10^last."""
    return mpmath.mpf(10) ** int(random.integers(first, last))


def derivative_definition(random):
    r"""$$f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}$$

    The quotient of a random function for a tiny h, of either sign and with 60 digits, against the complex step.
    """
    f, x = RandomFunction(random), mpmath.mpf(random.normal())
    with mpmath.workdps(60):
        h = small(random, -25, -15) * int(random.choice([-1, 1]))
        quotient = (f(x + h) - f(x)) / h
    return float(quotient), complex_step(f, float(x), 1)


def tangent_approximation(random):
    r"""$$f(x + h) \approx f(x) + f'(x)\, h$$

    The height of the tangent of a random function, h = 0.001 or less away from x, against the height of the curve.
    """
    f, x, h = RandomFunction(random), random.normal(), random.uniform(-1e-3, 1e-3)
    return f(x) + f.derivative(x) * h, f(x + h), 1e-5


def partial_derivative_definition(random):
    r"""$$\frac{\partial f}{\partial x}(x, y) = \lim_{h \to 0} \frac{f(x + h, y) - f(x, y)}{h}$$

    The quotient of a random function of two variables for a tiny h with 60 digits, against the rules of derivatives.
    """
    field, (x, y) = RandomField(random, 2), map(mpmath.mpf, random.normal(size=2))

    def f(x, y):
        return field([x, y])

    with mpmath.workdps(60):
        h = small(random, -25, -15)
        quotient = (f(x + h, y) - f(x, y)) / h
    return float(quotient), field.gradient(np.array([x, y], dtype=float))[0]


def gradient_definition(random):
    r"""$$\nabla f(\vect{x}) = \begin{pmatrix}
    \dfrac{\partial f}{\partial x_1} \\ \vdots \\ \dfrac{\partial f}{\partial x_n}
    \end{pmatrix}$$

    The partial derivatives of a random function of four variables, each by a complex step along its axis, against the
    vector g for which g · d fits the rise of f best over many small displacements d (least squares, no axis preferred).
    """
    f, x = RandomField(random, 4), random.normal(size=4)
    h = 10.0 ** random.integers(-30, -20)
    claimed = [f(x + 1j * h * axis).imag / h for axis in np.eye(4)]
    displacements = random.normal(size=(200, 4)) * 1e-5
    rises = [(f(x + d) - f(x - d)) / 2 for d in displacements]
    return np.array(claimed), np.linalg.lstsq(displacements, np.array(rises), rcond=None)[0]


def path_chain_rule(random):
    r"""$$\frac{\dd}{\dd t} f(\vect{r}(t)) = \nabla f(\vect{r}(t)) \cdot \vect{r}'(t)$$

    A random function of three variables along a random path: the dot product, against a complex step in t.
    """
    f, path, t = RandomField(random, 3), [RandomFunction(random) for _ in range(3)], random.normal()

    def r(t):
        return np.array([component(t) for component in path])

    velocity = np.array([component.derivative(t) for component in path])
    return f.gradient(r(t)) @ velocity, complex_step(lambda t: f(r(t)), t, 1)


def directional_derivative(random):
    r"""$$D_{\vect{u}} f(\vect{x}) = \nabla f(\vect{x}) \cdot \vect{u} \qquad \text{for } \norm{\vect{u}} = 1$$

    A random unit vector at a random point of a random function of four variables: the dot product, against the slope of
    f along the straight walk.
    """
    f, x, u = RandomField(random, 4), random.normal(size=4), random.normal(size=4)
    u = u / np.linalg.norm(u)
    return f.gradient(x) @ u, complex_step(f, x, u)


def angle_and_rate(random):
    r"""$$D_{\vect{u}} f = \norm{\nabla f} \cos\theta$$

    A direction at a random angle from the gradient, in a random plane through it: the cosine, against the slope of f
    along the straight walk.
    """
    f, x, theta = RandomField(random, 4), random.normal(size=4), random.uniform(0, math.pi)
    gradient, aside = f.gradient(x), random.normal(size=4)
    aside = aside - (aside @ gradient) / (gradient @ gradient) * gradient  # at right angles to the gradient
    u = math.cos(theta) * gradient / np.linalg.norm(gradient) + math.sin(theta) * aside / np.linalg.norm(aside)
    return np.linalg.norm(gradient) * np.cos(theta), complex_step(f, x, u)


def steepest_rate(random):
    r"""$$\max_{\norm{\vect{u}} = 1} D_{\vect{u}} f = \norm{\nabla f}$$

    A random function of two variables: the length of its gradient, against the largest slope, found by a search over
    all angles.
    """
    f, x = RandomField(random, 2), random.normal(size=2)

    def slope(angle):
        return complex_step(f, x, np.array([math.cos(angle), math.sin(angle)]))

    nearly = max(np.arange(16) * math.pi / 8, key=slope)
    found = optimize.minimize_scalar(lambda angle: -slope(angle), bounds=(nearly - 1, nearly + 1), method="bounded")
    return np.linalg.norm(f.gradient(x)), -found.fun


def jacobian_definition(random):
    r"""$$\mat{J}_{\vect{f}}(\vect{x}) = \begin{pmatrix}
    \dfrac{\partial f_1}{\partial x_1} & \cdots & \dfrac{\partial f_1}{\partial x_n} \\
    \vdots & & \vdots \\
    \dfrac{\partial f_m}{\partial x_1} & \cdots & \dfrac{\partial f_m}{\partial x_n}
    \end{pmatrix}$$

    A random map from three numbers to two: a row for each output, with its partial derivatives by complex steps,
    against the matrix J for which J d fits the change of f best over many small displacements d.
    """
    f, x = RandomMap(random, 3, 2), random.normal(size=3)
    h = 10.0 ** random.integers(-30, -20)
    claimed = [[output(x + 1j * h * axis).imag / h for axis in np.eye(3)] for output in f.components]
    displacements = random.normal(size=(200, 3)) * 1e-5
    changes = [(f(x + d) - f(x - d)) / 2 for d in displacements]
    return np.array(claimed), np.linalg.lstsq(displacements, np.array(changes), rcond=None)[0].T


def hessian_of_gradient(random):
    r"""$$\mat{H}_f(\vect{x}) = \mat{J}_{\nabla f}(\vect{x})$$

    A random function of two variables: the Jacobian of its gradient, row by row, against the second partial derivatives
    of f itself, from its values alone.
    """
    f, x = RandomField(random, 2), random.normal(size=2)
    h = 10.0 ** random.integers(-30, -20)
    # no difference: columns.T -> columns: the second partial derivatives are continuous, so the matrix is symmetric
    columns = np.array([f.gradient(x + 1j * h * axis).imag / h for axis in np.eye(2)])
    orders = [[(2, 0), (1, 1)], [(1, 1), (0, 2)]]
    with mpmath.workdps(40):
        measured = [[float(mpmath.diff(lambda *p: f(p), tuple(x), order)) for order in row] for row in orders]
    return columns.T, np.array(measured)


def update_rule(random):
    r"""$$\vect{\theta}_{k+1} = \vect{\theta}_k - \eta\, \nabla L(\vect{\theta}_k)$$

    One step on a random loss, against a search for the point that makes the local linear model of L plus a price for the
    distance, ‖θ - θₖ‖²/(2η), smallest: that is what the step is the answer to.
    """
    L, theta, rate = RandomField(random, 3), random.normal(size=3), random.uniform(0.05, 0.5)
    slopes = np.array([complex_step(L, theta, axis) for axis in np.eye(3)])

    def model(point):
        move = point - theta
        return slopes @ move + move @ move / (2 * rate)

    found = optimize.minimize(model, theta, method="BFGS", options={"gtol": 1e-9})
    return theta - rate * L.gradient(theta), found.x, 1e-5


def first_order_decrease(random):
    r"""$$L(\vect{\theta} - \eta\, \nabla L(\vect{\theta})) - L(\vect{\theta})
    \approx -\eta\, \norm{\nabla L(\vect{\theta})}^2$$

    A random loss and a learning rate near 0.00001: the claimed change of the loss, against the true one.
    """
    L, theta, rate = RandomField(random, 3), random.normal(size=3), random.uniform(1e-6, 1e-5)
    gradient = L.gradient(theta)
    return -rate * np.linalg.norm(gradient) ** 2, L(theta - rate * gradient) - L(theta), 1e-3


def _some_data(random):
    """A number n of points, a random line w, b, and random data x, y that do not lie on it."""
    n = int(random.integers(5, 13))
    return n, random.normal(), random.normal(), random.normal(size=n), random.normal(size=n)


def mse_partial_w(random):
    r"""$$\frac{\partial L}{\partial w} = \frac{2}{n} \sum_{i=1}^{n} (w x_i + b - y_i)\, x_i$$

    Random data and a random line: the sum, against a numerical derivative of the mean squared error in w.
    """
    n, w, b, xs, ys = _some_data(random)
    claimed = 2 / n * sum((w * x + b - y) * x for x, y in zip(xs, ys, strict=True))
    ahead, behind = (mean_squared_error(w + h, b, xs, ys) for h in (1e-4, -1e-4))
    return claimed, (ahead - behind) / 2e-4


def mse_partial_b(random):
    r"""$$\frac{\partial L}{\partial b} = \frac{2}{n} \sum_{i=1}^{n} (w x_i + b - y_i)$$

    Random data and a random line: the sum, against a numerical derivative of the mean squared error in b.
    """
    n, w, b, xs, ys = _some_data(random)
    claimed = 2 / n * sum(w * x + b - y for x, y in zip(xs, ys, strict=True))
    ahead, behind = (mean_squared_error(w, b + h, xs, ys) for h in (1e-4, -1e-4))
    return claimed, (ahead - behind) / 2e-4


def forward_error(random):
    r"""$$\frac{f(x + h) - f(x)}{h} - f'(x) \approx \frac{h}{2} f''(x)$$

    A random function with a tiny h and 60 digits, so that no rounding hides the truncation error.
    """
    f = RandomFunction(random)
    with mpmath.workdps(60):
        x, h = mpmath.mpf(random.normal()), small(random, -12, -7)
        measured = (f(x + h) - f(x)) / h - mpmath.diff(f, x)
    return float(h / 2 * f.derivative(x, 2)), float(measured), 1e-5


def central_error(random):
    r"""$$\frac{f(x + h) - f(x - h)}{2h} - f'(x) \approx \frac{h^2}{6} f'''(x)$$

    A random function with a tiny h and 60 digits, so that no rounding hides the truncation error.
    """
    f = RandomFunction(random)
    with mpmath.workdps(60):
        x, h = mpmath.mpf(random.normal()), small(random, -12, -7)
        measured = (f(x + h) - f(x - h)) / (2 * h) - mpmath.diff(f, x)
    return float(h**2 / 6 * f.derivative(x, 3)), float(measured), 1e-5


def smallest(bound):
    """The step h between 1e-13 and 1 at which a bound on the error is smallest, by a search over log h."""
    found = optimize.minimize_scalar(
        lambda log_h: math.log(bound(math.exp(log_h))), bounds=(-30, 0), method="bounded", options={"xatol": 1e-12}
    )
    return math.exp(found.x)


def best_forward_step(random):
    r"""$$h_{\text{best}} = 2 \sqrt{u \abs{\frac{f(x)}{f''(x)}}}$$

    A random function: the formula, against a search for the smallest sum of both error bounds.
    """
    f, x = RandomFunction(random), random.normal()
    value, bend = f(x), f.derivative(x, 2)
    measured = smallest(lambda h: h / 2 * abs(bend) + 2 * UNIT_ROUNDOFF * abs(value) / h)
    return 2 * math.sqrt(UNIT_ROUNDOFF * abs(value / bend)), measured, 1e-5


def best_central_step(random):
    r"""$$h_{\text{best}} = \sqrt[3]{3 u \abs{\frac{f(x)}{f'''(x)}}}$$

    A random function: the formula, against a search for the smallest sum of both error bounds.
    """
    f, x = RandomFunction(random), random.normal()
    value, third = f(x), f.derivative(x, 3)
    measured = smallest(lambda h: h**2 / 6 * abs(third) + UNIT_ROUNDOFF * abs(value) / h)
    return (3 * UNIT_ROUNDOFF * abs(value / third)) ** (1 / 3), measured, 1e-5
