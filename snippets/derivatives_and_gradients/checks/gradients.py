r"""Checks of the gradient: partial derivatives, slopes in any direction, Jacobian and Hessian."""

import math

import mpmath
import numpy as np
from scipy import optimize

from snippets.oracles import complex_step, tiny
from snippets.random_functions import RandomField, RandomFunction, RandomMap


def partial_derivative_definition(random):
    r"""$$\frac{\partial f}{\partial x}(x, y) = \lim_{h \to 0} \frac{f(x + h, y) - f(x, y)}{h}$$

    The quotient of a random function of two variables for a tiny h with 60 digits, against the rules of derivatives.
    """
    field, (x, y) = RandomField(random, 2), map(mpmath.mpf, random.normal(size=2))

    def f(x, y):
        return field([x, y])

    with mpmath.workdps(60):
        h = tiny(random, -25, -15)
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
    return f.gradient(r(t)) @ velocity, complex_step(lambda t: f(r(t)), t)


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
