r"""Checks of the formulas on the page of topic 01, each against an independent route.

Each function returns what the formula claims and what was measured another way (and, where the formula says
"approximately", how far the two may differ, relative to the measured value).
"""

import math

import mpmath
import numpy as np
from scipy import optimize

from snippets.derivatives_and_gradients.gradients import (
    bowl,
    bowl_gradient,
    polynomial,
    polynomial_gradient,
    valley,
    valley_gradient,
)
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, mean_squared_error
from snippets.derivatives_and_gradients.rounding import UNIT_ROUNDOFF


def derivative_definition():
    r"""$$f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}$$

    Secant slopes of x sin x for h = 1/2, 1/4, …, 1/2048, extrapolated to h = 0 (a polynomial through them), against the
    complex step: Im f(x + ih)/h, which subtracts nothing.
    """
    x, steps = 0.8, 0.5 ** np.arange(1, 12)
    slopes = ((x + steps) * np.sin(x + steps) - x * np.sin(x)) / steps
    for order in range(1, len(steps)):  # each round removes one more power of h
        slopes = (2**order * slopes[1:] - slopes[:-1]) / (2**order - 1)
    measured = ((x + 1e-30j) * np.sin(x + 1e-30j)).imag / 1e-30
    return slopes[0], measured


def tangent_approximation():
    r"""$$f(x + h) \approx f(x) + f'(x)\, h$$

    The rise of the sine from 0.5 to 0.5 + h with h = 0.0001, as claimed by the tangent, against the true rise.
    """
    x, h = 0.5, 1e-4
    return math.cos(x) * h, math.sin(x + h) - math.sin(x), 1e-4


def partial_derivative_definition():
    r"""$$\frac{\partial f}{\partial x}(x, y) = \lim_{h \to 0} \frac{f(x + h, y) - f(x, y)}{h}$$

    The quotient for e^(xy) sin y with 60 digits and h = 1e-25, against the rule y e^(xy) sin y.
    """
    with mpmath.workdps(60):
        x, y, h = mpmath.mpf("0.7"), mpmath.mpf("1.3"), mpmath.mpf("1e-25")
        quotient = ((mpmath.exp((x + h) * y) - mpmath.exp(x * y)) * mpmath.sin(y)) / h
        return float(quotient), float(y * mpmath.exp(x * y) * mpmath.sin(y))


def gradient_definition():
    r"""$$\nabla f(\vect{x}) = \begin{pmatrix}
    \dfrac{\partial f}{\partial x_1} \\ \vdots \\ \dfrac{\partial f}{\partial x_n}
    \end{pmatrix}$$

    The partials of x²y + 3xy² + y³ at (1, 2) by rule, against the vector g for which g · d fits the rise of f best over
    many small displacements d (least squares, no axis preferred).
    """
    here = np.array([1.0, 2.0])
    directions = np.random.default_rng(1).normal(size=(200, 2)) * 1e-4
    rises = [(polynomial(here + d) - polynomial(here - d)) / 2 for d in directions]
    measured = np.linalg.lstsq(directions, np.array(rises), rcond=None)[0]
    return polynomial_gradient(here), measured


def path_chain_rule():
    r"""$$\frac{\dd}{\dd t} f(\vect{r}(t)) = \nabla f(\vect{r}(t)) \cdot \vect{r}'(t)$$

    x²y + 3xy² + y³ along the spiral (t cos t, t sin t) at t = 1, against a high-order numerical derivative in t.
    """
    t = 1.0
    position = np.array([t * math.cos(t), t * math.sin(t)])
    velocity = np.array([math.cos(t) - t * math.sin(t), math.sin(t) + t * math.cos(t)])
    measured = mpmath.diff(lambda s: polynomial([s * mpmath.cos(s), s * mpmath.sin(s)]), t)
    return polynomial_gradient(position) @ velocity, float(measured)


def directional_derivative():
    r"""$$D_{\vect{u}} f(\vect{x}) = \nabla f(\vect{x}) \cdot \vect{u} \qquad \text{for } \norm{\vect{u}} = 1$$

    Twelve directions around (1, 2): the dot product, against the slope of f along the straight walk.
    """
    here, angles = np.array([1.0, 2.0]), np.arange(12) * math.pi / 6 + 0.1
    units = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    walked = [float(mpmath.diff(lambda t, u=u: polynomial([1 + t * u[0], 2 + t * u[1]]), 0)) for u in units]
    return units @ polynomial_gradient(here), np.array(walked)


def angle_and_rate():
    r"""$$D_{\vect{u}} f = \norm{\nabla f} \cos\theta$$

    x² + y² at (1, 2), twelve angles from the gradient: the cosine, against the slope along the straight walk.
    """
    gradient, angles = bowl_gradient(np.array([1.0, 2.0])), np.arange(12) * math.pi / 6 + 0.1
    toward = math.atan2(gradient[1], gradient[0])
    walked = [
        float(mpmath.diff(lambda t, a=toward + a: bowl([1 + t * mpmath.cos(a), 2 + t * mpmath.sin(a)]), 0))
        for a in angles
    ]
    return np.linalg.norm(gradient) * np.cos(angles), np.array(walked)


def steepest_rate():
    r"""$$\max_{\norm{\vect{u}} = 1} D_{\vect{u}} f = \norm{\nabla f}$$

    x²y + 3xy² + y³ at (1, 2): the length of the gradient, against the largest slope over all angles, found by search.
    """

    def slope(angle):
        return float(mpmath.diff(lambda t: polynomial([1 + t * mpmath.cos(angle), 2 + t * mpmath.sin(angle)]), 0))

    found = optimize.minimize_scalar(lambda angle: -slope(angle), bounds=(0, 2 * math.pi), method="bounded")
    return np.linalg.norm(polynomial_gradient([1, 2])), -found.fun


def jacobian_definition():
    r"""$$\mat{J}_{\vect{f}}(\vect{x}) = \begin{pmatrix}
    \dfrac{\partial f_1}{\partial x_1} & \cdots & \dfrac{\partial f_1}{\partial x_n} \\
    \vdots & & \vdots \\
    \dfrac{\partial f_m}{\partial x_1} & \cdots & \dfrac{\partial f_m}{\partial x_n}
    \end{pmatrix}$$

    Partials of (r cos φ, r sin φ, r²) by rule, shape (3, 2), against SciPy's numerical Jacobian.
    """
    r, phi = 2.0, 0.5
    claimed = [[math.cos(phi), -r * math.sin(phi)], [math.sin(phi), r * math.cos(phi)], [2 * r, 0.0]]
    measured = optimize.approx_fprime(
        np.array([r, phi]), lambda p: np.array([p[0] * np.cos(p[1]), p[0] * np.sin(p[1]), p[0] ** 2])
    )
    return np.array(claimed), measured, 1e-5


def hessian_of_gradient():
    r"""$$\mat{H}_f(\vect{x}) = \mat{J}_{\nabla f}(\vect{x})$$

    x²y + 3xy² + y³ at (1, 2): the Jacobian of the gradient, against second partial derivatives of f itself.
    """
    here, h = np.array([1.0, 2.0]), 1e-4
    columns = [(polynomial_gradient(here + h * e) - polynomial_gradient(here - h * e)) / (2 * h) for e in np.eye(2)]
    orders = [[(2, 0), (1, 1)], [(1, 1), (0, 2)]]
    measured = [[float(mpmath.diff(lambda x, y: polynomial([x, y]), (1, 2), n)) for n in row] for row in orders]
    return np.stack(columns, axis=1), np.array(measured)


def update_rule():
    r"""$$\vect{\theta}_{k+1} = \vect{\theta}_k - \eta\, \nabla L(\vect{\theta}_k)$$

    One step on x² + 3y² from (1, 1), against a search for the point that makes the local linear model of L plus a price
    for the distance, ‖θ - θₖ‖²/(2η), smallest: that is what the step is the answer to.
    """
    here, rate = np.array([1.0, 1.0]), 0.1
    slope = np.array([2.0, 6.0])

    def model(point):
        move = point - here
        return valley(here) + slope @ move + move @ move / (2 * rate)

    found = optimize.minimize(model, here, method="BFGS", options={"gtol": 1e-9})
    return here - rate * valley_gradient(here), found.x, 1e-5


def first_order_decrease():
    r"""$$L(\vect{\theta} - \eta\, \nabla L(\vect{\theta})) - L(\vect{\theta})
    \approx -\eta\, \norm{\nabla L(\vect{\theta})}^2$$

    x² + 3y² at (1, 1) with the learning rate 0.00001: the claimed change of the loss, against the true one.
    """
    here, rate = np.array([1.0, 1.0]), 1e-5
    gradient = valley_gradient(here)
    return -rate * (gradient @ gradient), valley(here - rate * gradient) - valley(here), 1e-4


def mse_partial_w():
    r"""$$\frac{\partial L}{\partial w} = \frac{2}{n} \sum_{i=1}^{n} (w x_i + b - y_i)\, x_i$$

    The seedling data at w = 1.4, b = 0.5: the sum, against a numerical derivative of the loss in w.
    """
    w, b = 1.4, 0.5
    claimed = 2 / len(WEEKS) * sum((w * x + b - y) * x for x, y in zip(WEEKS, HEIGHTS, strict=True))
    ahead, behind = (mean_squared_error(w + h, b, WEEKS, HEIGHTS) for h in (1e-4, -1e-4))
    measured = (ahead - behind) / 2e-4
    return claimed, measured


def mse_partial_b():
    r"""$$\frac{\partial L}{\partial b} = \frac{2}{n} \sum_{i=1}^{n} (w x_i + b - y_i)$$

    The seedling data at w = 1.4, b = 0.5: the sum, against a numerical derivative of the loss in b.
    """
    w, b = 1.4, 0.5
    claimed = 2 / len(WEEKS) * sum(w * x + b - y for x, y in zip(WEEKS, HEIGHTS, strict=True))
    ahead, behind = (mean_squared_error(w, b + h, WEEKS, HEIGHTS) for h in (1e-4, -1e-4))
    measured = (ahead - behind) / 2e-4
    return claimed, measured


def forward_error():
    r"""$$\frac{f(x + h) - f(x)}{h} - f'(x) \approx \frac{h}{2} f''(x)$$

    The sine at 1 with h = 1e-8 and 60 digits, so that no rounding hides the truncation error.
    """
    with mpmath.workdps(60):
        x, h = mpmath.mpf(1), mpmath.mpf("1e-8")
        measured = (mpmath.sin(x + h) - mpmath.sin(x)) / h - mpmath.cos(x)
        return float(-h / 2 * mpmath.sin(x)), float(measured)


def central_error():
    r"""$$\frac{f(x + h) - f(x - h)}{2h} - f'(x) \approx \frac{h^2}{6} f'''(x)$$

    The sine at 1 with h = 1e-8 and 60 digits, so that no rounding hides the truncation error.
    """
    with mpmath.workdps(60):
        x, h = mpmath.mpf(1), mpmath.mpf("1e-8")
        measured = (mpmath.sin(x + h) - mpmath.sin(x - h)) / (2 * h) - mpmath.cos(x)
        return float(-(h**2) / 6 * mpmath.cos(x)), float(measured)


def best_forward_step():
    r"""$$h_{\text{best}} = 2 \sqrt{u \abs{\frac{f(x)}{f''(x)}}}$$

    The sine at 1: the formula, against a search for the smallest sum of both error bounds, over log h.
    """
    value = bend = math.sin(1)

    def bound(log_h):
        h = math.exp(log_h)
        return h / 2 * bend + 2 * UNIT_ROUNDOFF * value / h

    found = optimize.minimize_scalar(bound, bounds=(-30, -5), method="bounded", options={"xatol": 1e-12})
    return 2 * math.sqrt(UNIT_ROUNDOFF * abs(value / -bend)), math.exp(found.x), 1e-5


def best_central_step():
    r"""$$h_{\text{best}} = \sqrt[3]{3 u \abs{\frac{f(x)}{f'''(x)}}}$$

    The sine at 1: the formula, against a search for the smallest sum of both error bounds, over log h.
    """
    value, third = math.sin(1), math.cos(1)

    def bound(log_h):
        h = math.exp(log_h)
        return h**2 / 6 * third + UNIT_ROUNDOFF * value / h

    found = optimize.minimize_scalar(bound, bounds=(-30, -1), method="bounded", options={"xatol": 1e-12})
    return (3 * UNIT_ROUNDOFF * abs(value / -third)) ** (1 / 3), math.exp(found.x), 1e-5
