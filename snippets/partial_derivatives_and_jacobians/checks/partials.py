r"""Checks of mixed partial derivatives, differentiability and linear approximation."""

import math

import mpmath
import numpy as np
import sympy as sp

from snippets.partial_derivatives_and_jacobians.jacobians import bend, bend_jacobian
from snippets.partial_derivatives_and_jacobians.partials import ripple, ripple_partials


def four_corners():
    r"""$$\begin{aligned} \frac{\partial^2 f}{\partial y\, \partial x} = \lim_{h \to 0} \frac{1}{4 h^2}
    \big( & f(x + h, y + h) \\ -\, & f(x - h, y + h) \\ -\, & f(x + h, y - h) \\ +\, & f(x - h, y - h) \big) \end{aligned}$$

    The quotient for e^(xy) sin y with 80 digits and h = 1e-20, against SymPy's rules, first by x and then by y.
    """
    a, b = sp.symbols("a b")
    rule = sp.diff(sp.exp(a * b) * sp.sin(b), a, b).subs({a: sp.Rational(7, 10), b: sp.Rational(13, 10)})
    with mpmath.workdps(80):
        x, y, h = mpmath.mpf("0.7"), mpmath.mpf("1.3"), mpmath.mpf("1e-20")

        def f(x, y):
            return mpmath.exp(x * y) * mpmath.sin(y)

        corners = f(x + h, y + h) - f(x - h, y + h) - f(x + h, y - h) + f(x - h, y - h)
        return float(corners / (4 * h**2)), float(rule)


def mixed_partials_commute():
    r"""$$\frac{\partial}{\partial y} \frac{\partial f}{\partial x} = \frac{\partial}{\partial x} \frac{\partial f}{\partial y}$$

    e^(xy) sin(x + y²) at three points: the slope in y of ∂f/∂x by rule, against the slope in x of ∂f/∂y by rule, each
    outer slope measured with 40 digits.
    """
    x, y = sp.symbols("x y")
    f = sp.exp(x * y) * sp.sin(x + y**2)
    along_x, along_y = (sp.lambdify((x, y), sp.diff(f, v), "mpmath") for v in (x, y))
    points = [(0.3, 0.8), (-1.1, 0.4), (0.9, -0.7)]
    with mpmath.workdps(40):
        left = [float(mpmath.diff(lambda t, a=a: along_x(a, t), b)) for a, b in points]
        right = [float(mpmath.diff(lambda t, b=b: along_y(t, b), a)) for a, b in points]
    return np.array(left), np.array(right)


def peano_does_not_commute():
    r"""$$\frac{\partial}{\partial y} \frac{\partial f}{\partial x}(0, 0) = -1 , \qquad
    \frac{\partial}{\partial x} \frac{\partial f}{\partial y}(0, 0) = +1$$

    Both limits taken one after the other with 120 digits: an inner step of 1e-40 inside an outer one of 1e-10.
    """

    def f(x, y):
        return x * y * (x**2 - y**2) / (x**2 + y**2) if x or y else mpmath.mpf(0)

    with mpmath.workdps(120):
        inner, outer = mpmath.mpf("1e-40"), mpmath.mpf("1e-10")

        def along_x(y):
            return (f(inner, y) - f(-inner, y)) / (2 * inner)

        def along_y(x):
            return (f(x, inner) - f(x, -inner)) / (2 * inner)

        measured = [(g(outer) - g(-outer)) / (2 * outer) for g in (along_x, along_y)]
        return np.array([-1.0, 1.0]), np.array([float(m) for m in measured])


def differentiable_means():
    r"""$$\lim_{\vect{h} \to \vect{0}} \frac{\norm{\vect{f}(\vect{x} + \vect{h}) - \vect{f}(\vect{x}) - \mat{J} \vect{h}}}{\norm{\vect{h}}} = 0$$

    `bend` at (1, 1/2), twelve directions: J h divided by the length of h, against the true change divided by it, for a
    length of 1e-20 and with 60 digits. If the limit is 0, the two agree.
    """
    angles = [k * math.pi / 6 + 0.1 for k in range(12)]
    units = [(math.cos(a), math.sin(a)) for a in angles]
    with mpmath.workdps(60):
        x, y, t = mpmath.mpf(1), mpmath.mpf(1) / 2, mpmath.mpf("1e-20")

        def f(x, y):
            return [x - y**2 / 2, y + x**2 / 2]

        ahead = [f(x + t * a, y + t * b) for a, b in units]
        changes = [[float((p - q) / t) for p, q in zip(place, f(x, y), strict=True)] for place in ahead]
    return np.array(units) @ bend_jacobian([1, 0.5]).T, np.array(changes)


def linear_approximation():
    r"""$$\vect{f}(\vect{x} + \vect{h}) \approx \vect{f}(\vect{x}) + \mat{J}_{\vect{f}}(\vect{x})\, \vect{h}$$

    `bend` from (1, 1/2), a step of (0.0001, -0.0002): the change claimed by J h, against the true change.
    """
    here, step = np.array([1, 0.5]), np.array([1e-4, -2e-4])
    return bend_jacobian(here) @ step, bend(here + step) - bend(here), 5e-4


def total_differential():
    r"""$$\dd f = \frac{\partial f}{\partial x}\, \dd x + \frac{\partial f}{\partial y}\, \dd y$$

    sin x · cos y at (1, 1/2): the right side, against the rate of f along a straight walk, for nine pairs (dx, dy).
    """
    pairs = np.array([(a, b) for a in (-1.0, 0.5, 2.0) for b in (-0.7, 0.3, 1.0)])
    walked = [ripple([1 + 1e-30j * a, 0.5 + 1e-30j * b]).imag / 1e-30 for a, b in pairs]
    return pairs @ ripple_partials([1, 0.5]), np.array(walked)
