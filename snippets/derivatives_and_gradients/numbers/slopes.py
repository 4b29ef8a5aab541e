"""The first half of the page: one variable, from secants to rules; slopes come from SymPy's limits and derivatives."""

import numpy as np
import sympy as sp

from snippets.derivatives_and_gradients.derivatives import central_difference, cubic, cubic_slope
from snippets.derivatives_and_gradients.regression import HEIGHTS

x, h = sp.symbols("x h")

SQUARE = x**2
SQUARE_SLOPE = sp.limit(((x + h) ** 2 - x**2) / h, h, 0)


def at(f, place):
    """Return the value of an expression in x.

    >>> at(x**2, 3)
    9
    """
    return f.subs(x, place)


def secant(start, end):
    """Return the slope of the secant of x² between two places.

    >>> secant(1, 3)
    4
    """
    return (at(SQUARE, end) - at(SQUARE, start)) / sp.nsimplify(end - start)


def head():
    """What stands above the first section."""
    yield "so we begin with $w = 0$ and $b = 0$", ..., ...
    yield "its mean squared error is 33.132", np.mean(HEIGHTS**2)
    yield "why the direction must have length 1", ...


def the_slope_at_a_point():
    """The slope at a point."""
    yield "How fast is it after 1 second?", ...
    yield "no distance is covered: 0/0", 1 - 1, 1 - 1
    yield (
        "Between 1 s and 3 s the car covers 8 m in 2 s, that is 4 m/s",
        ...,
        ...,
        at(SQUARE, 3) - 1,
        3 - 1,
        secant(1, 3),
    )
    yield (
        "from 1 s to 2 s it is 3 m/s, from 1 s to 1.5 s it is 2.5 m/s",
        ...,
        ...,
        secant(1, 2),
        ...,
        ...,
        secant(1, 1.5),
    )
    yield "The numbers close in on 2, from above for times after 1 s", at(SQUARE_SLOPE, 1), ...
    yield "None of them *is* 2. Yet 2 is the only number", at(SQUARE_SLOPE, 1), at(SQUARE_SLOPE, 1)
    yield (
        "three secants through the point (1, 1). Their second points are 2, 1 and 0.5",
        ...,
        at(SQUARE, 1),
        ...,
        ...,
        ...,
    )
    yield "their slopes 4, 3 and 2.5", *(secant(1, 1 + run) for run in (2, 1, 0.5))
    yield "The tangent at (1, 1) has slope 2", ..., at(SQUARE, 1), at(SQUARE_SLOPE, 1)
    yield "the slopes 4, 3, 2.5 leave room", *(secant(1, 1 + run) for run in (2, 1, 0.5))
    yield "the tangent with slope 2", at(SQUARE_SLOPE, 1)
    yield "rise and run of the first secant, 8 and 2", at(SQUARE, 3) - at(SQUARE, 1), 3 - 1
    yield "as the distance $h$ goes to 0", ...
    yield "(positive or negative, never 0)", ...
    yield "allowed because $h$ is not 0", ...
    secant_from_1 = sp.expand(((1 + h) ** 2 - 1) / h)
    yield "At $x = 1$ the secant slopes are $2 + h$", ..., secant_from_1.subs(h, 0)
    yield (
        "for $h$ = 2, 1 and 0.5 that is 4, 3 and 2.5",
        ...,
        ...,
        ...,
        *(secant_from_1.subs(h, run) for run in (2, 1, 0.5)),
    )
    yield "When $h$ goes to 0, what remains is $2x$", ..., sp.diff(SQUARE_SLOPE, x)
    yield "After 1 second the car rolls at 2 m/s", ..., at(SQUARE_SLOPE, 1)
    yield "after 3 seconds at 6 m/s", ..., at(SQUARE_SLOPE, 3)
    apart = sp.expand((1 + h) ** 2 - (1 + 2 * h))
    yield (
        "the error goes to 0 *faster* than $h$: divided by $h$, it still goes to 0",
        *(sp.limit(error, h, 0) for error in (apart, apart / h)),
    )
    yield "For $x^2$ at 1 the curve has the height $(1 + h)^2$", ..., ..., at(SQUARE, 1), ...
    yield "the tangent $1 + 2h$", at(SQUARE, 1), at(SQUARE_SLOPE, 1)
    yield "the difference is $h^2$", sp.degree(apart, h)
    yield "has a kink at 0. From the right all secants have slope 1", ..., sp.limit(sp.Abs(h) / h, h, 0, "+")
    yield "from the left all have slope −1", sp.limit(sp.Abs(h) / h, h, 0, "-")
    yield r"so $\abs{x}$ has no derivative at 0", ...
    yield "the slope 0, the mean of 1 and −1", central_difference(abs, 0), abs(1) / 1, abs(-1) / -1
    yield "ReLU, the larger of 0 and $x$", ...
    yield "through x = 1 have slope exactly 2? For none.", ..., at(SQUARE_SLOPE, 1)
    yield "which is 2 only for $h = 0$", at(SQUARE_SLOPE, 1), sp.solve(secant_from_1 - 2, h)[0]


def a_line_has_one_slope():
    """A line has one slope, a curve has a slope function."""
    line = 3 * x + 2
    yield "has an answer: 3. ", sp.diff(line, x)
    yield "With $m = 0$: a constant has slope 0", ..., sp.diff(sp.Integer(2), x)
    yield "| $f(x) = x^2$ | $f'(x) = 2x$", ..., sp.diff(SQUARE_SLOPE, x)
    yield "| $g(x) = 3x + 2$ | $g'(x) = 3$", ..., ..., sp.diff(line, x)
    yield "| 1 | 1 | 2 | 5 | 3 |", ..., *(at(f, 1) for f in (SQUARE, SQUARE_SLOPE, line, sp.diff(line, x)))
    yield "| 2 | 4 | 4 | 8 | 3 |", ..., *(at(f, 2) for f in (SQUARE, SQUARE_SLOPE, line, sp.diff(line, x)))
    yield "| 3 | 9 | 6 | 11 | 3 |", ..., *(at(f, 3) for f in (SQUARE, SQUARE_SLOPE, line, sp.diff(line, x)))
    yield "at 2 both are 4 for the parabola", ..., at(SQUARE, 2)
    yield "the line 3x + 2 and below it its slope, a horizontal line at height 3", ..., ..., sp.diff(line, x)
    yield "tangents at x = 1, 2 and 3, and below it its slope function 2x", ..., ..., ..., sp.diff(SQUARE_SLOPE, x)
    yield "through the heights 2, 4 and 6", *(at(SQUARE_SLOPE, place) for place in (1, 2, 3))
    yield "a horizontal line at height 0", ...
    yield "with slope 0 everywhere", ...


def what_the_sign_says():
    """What the sign of the derivative says."""
    slope = sp.diff(cubic(x), x)
    flat = sorted(sp.solve(slope, x))
    yield "Take $f(x) = x^3 - 3x$", ..., ...
    yield "with the derivative $3x^2 - 3$", sp.LC(slope, x), sp.degree(slope, x), -at(slope, 0)
    yield "At $x = 2$ the derivative is 9", ..., at(slope, 2)
    yield "At $x = 0$ it is −3", ..., cubic_slope(0)
    yield "At $x = -1$ and at $x = 1$ it is 0", *flat, at(slope, 1)
    yield "minus 3x rises until x = −1, falls until x = 1", ..., *flat
    yield "its derivative 3x squared minus 3", sp.LC(slope, x), -at(slope, 0)
    yield "and zero at −1 and 1", *flat
    yield "If $f'(x) > 0$ everywhere in an interval, $f$ increases there; if $f'(x) < 0$", ..., ...
    yield "where the derivative is 0?", ...
    yield "its derivative is 0; with several variables", ...
    yield "Three curves that are flat at 0", ...
    yield "All three curves have slope 0 at 0", at(sp.diff(x**3, x), 0), ...
    yield "example at 0", ...
    yield "$f'' > 0$ means a minimum and $f'' < 0$ a maximum. If $f''$ is 0 as well", ..., ..., ...
    yield (
        "$x^4$ has a minimum at 0, $x^3$ an inflection, and both have $f''(0) = 0$",
        ...,
        ...,
        ...,
        ...,
        sum(at(sp.diff(x**power, x, 2), 0) for power in (3, 4)),
    )
    yield "the derivative of a loss at w is −0.3", ...


def rules():
    """Rules, so that limits are needed only once."""
    yield "the slope at 1 |", ...
    yield "| all $x$ | 2.718 |", at(sp.diff(sp.exp(x), x), 1)
    yield "| $x > 0$ | 1 |", ..., at(sp.diff(sp.ln(x), x), 1)
    yield "| all $x$, in radians | 0.540 |", at(sp.diff(sp.sin(x), x), 1)
    yield "| all $x$, in radians | −0.841 |", at(sp.diff(sp.cos(x), x), 1)
    yield r"For whole $n \ge 1$ it holds for every $x$", ...
    yield (
        r"With $n = \frac{1}{2}$ it gives the slope of the square root, $\frac{1}{2\sqrt{x}}$",
        ...,
        1,
        1 / at(sp.diff(sp.sqrt(x), x), 1),
    )
    yield r"$\e = 2.718\ldots$ is the base for which the slope at 0 is 1", sp.E, ..., at(sp.diff(sp.exp(x), x), 0)
    yield r"$\e^{x}$ times the slope at 0", ...
    yield r"there would be a factor $\pi/180$", sp.deg(sp.pi)
    yield "if $g$ turns 3 times as fast", ...
    yield "then $f$ turns 6 times as fast", 3 * 2
    yield r"with $u = x^2$. The outer rate is $\e^{u} = \e^{x^2}$", ..., ...
    yield "and at $x = 1$ the slope is", ...
    yield "side by side, at $x = 2$", ...
    yield r"and $g(x) \ne 0$. The minus", ...
    yield "but at 0 the root has no slope", ...
    yield r"ln(sin x) for 0 < x < π? Outer rate $\frac{1}{u}$", ..., ...
    yield r"the logarithm wants $\sin x > 0$", ...
