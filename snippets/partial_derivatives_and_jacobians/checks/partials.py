r"""Checks of mixed partial derivatives, differentiability and linear approximation."""

import mpmath
import numpy as np

from snippets.oracles import complex_step, tiny
from snippets.random_functions import RandomField, RandomMap


def four_corners(random):
    r"""$$\begin{aligned} \frac{\partial^2 f}{\partial y\, \partial x} = \lim_{h \to 0} \frac{1}{4 h^2}
    \big( & f(x + h, y + h) \\ -\, & f(x - h, y + h) \\ -\, & f(x + h, y - h) \\ +\, & f(x - h, y - h) \big) \end{aligned}$$

    The quotient for a random function, a tiny h and 100 digits, against the second derivative by rule.
    """
    field, (a, b) = RandomField(random, 2), random.normal(size=2)

    def f(x, y):
        return field([x, y])

    with mpmath.workdps(100):
        x, y, h = mpmath.mpf(a), mpmath.mpf(b), tiny(random, -25, -15)
        corners = f(x + h, y + h) - f(x - h, y + h) - f(x + h, y - h) + f(x - h, y - h)
        claimed = 1 / (4 * h**2) * corners
    return float(claimed), field.hessian(np.array([a, b]))[1, 0]


def mixed_partials_commute(random):
    r"""$$\frac{\partial}{\partial y} \frac{\partial f}{\partial x} = \frac{\partial}{\partial x} \frac{\partial f}{\partial y}$$

    A random function: the slope in y of ∂f/∂x by rule, by a complex step, against the slope in x of ∂f/∂y, measured from
    values of f alone with 40 digits.
    """
    f, (x, y) = RandomField(random, 2), random.normal(size=2)
    h = 10.0 ** random.integers(-30, -20)
    with mpmath.workdps(40):
        measured = mpmath.diff(lambda x: mpmath.diff(lambda y: f([x, y]), y), x)
    return f.gradient(np.array([x, y + 1j * h]))[0].imag / h, float(measured)


def peano_does_not_commute(random):
    r"""$$\frac{\partial}{\partial y} \frac{\partial f}{\partial x}(0, 0) = -1 , \qquad
    \frac{\partial}{\partial x} \frac{\partial f}{\partial y}(0, 0) = +1$$

    Both limits taken one after the other with 120 digits: a tiny inner step inside an outer one that is far larger.
    """

    def f(x, y):
        return x * y * (x**2 - y**2) / (x**2 + y**2) if x or y else mpmath.mpf(0)

    with mpmath.workdps(120):
        inner, outer = tiny(random, -45, -35), tiny(random, -15, -5)

        def along_x(y):
            return (f(inner, y) - f(-inner, y)) / (2 * inner)

        def along_y(x):
            return (f(x, inner) - f(x, -inner)) / (2 * inner)

        measured = [(slope(outer) - slope(-outer)) / (2 * outer) for slope in (along_x, along_y)]
    return np.array([-1.0, +1.0]), np.array([float(m) for m in measured])


def differentiable_means(random):
    r"""$$\lim_{\vect{h} \to \vect{0}} \frac{\norm{\vect{f}(\vect{x} + \vect{h}) - \vect{f}(\vect{x}) - \mat{J} \vect{h}}}{\norm{\vect{h}}} = 0$$

    A random map from three numbers to two, a tiny h in a random direction and 60 digits: J h divided by the length of h,
    against the true change divided by it. If the limit is 0, the two agree.
    """
    f, x, direction = RandomMap(random, 3, 2), random.normal(size=3), random.normal(size=3)
    with mpmath.workdps(60):
        t, here = tiny(random, -25, -15), [mpmath.mpf(number) for number in x]
        there = [number + t * d for number, d in zip(here, direction, strict=True)]
        rates = [float((after - before) / t) for after, before in zip(f(there), f(here), strict=True)]
    return f.jacobian(x) @ direction / np.linalg.norm(direction), np.array(rates) / np.sqrt(np.sum(direction**2))


def linear_approximation(random):
    r"""$$\vect{f}(\vect{x} + \vect{h}) \approx \vect{f}(\vect{x}) + \mat{J}_{\vect{f}}(\vect{x})\, \vect{h}$$

    A random map from three numbers to two and a step h of about 0.0001: the right side, against the true value.
    """
    f, x, h = RandomMap(random, 3, 2), random.normal(size=3), random.normal(size=3) * 1e-4
    return f(x) + f.jacobian(x) @ h, f(x + h), 1e-5


def total_differential(random):
    r"""$$\dd f = \frac{\partial f}{\partial x}\, \dd x + \frac{\partial f}{\partial y}\, \dd y$$

    A random function and a random pair (dx, dy): the right side, against the rate of f along the straight walk.
    """
    f, x, (dx, dy) = RandomField(random, 2), random.normal(size=2), random.normal(size=2)
    by_x, by_y = f.gradient(x)
    return by_x * dx + by_y * dy, complex_step(f, x, np.array([dx, dy]))
