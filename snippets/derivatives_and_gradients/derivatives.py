"""The derivative as the limit of secant slopes, and two ways to stop before the limit.

A secant goes through two points of a graph, h apart. Its slope is a plain division: rise over run. The derivative is
the number that these slopes approach as h goes to 0. A program cannot go to the limit, because at h = 0 the division
is 0/0. It stops at a small h, and it matters how small:

- the *forward* difference looks ahead only; what it leaves out (the truncation error) shrinks like h;
- the *central* difference looks both ways; what it leaves out shrinks like h².

Rounding pulls the other way: the smaller h, the fewer digits of f(x + h) - f(x) survive, and the more it matters that
x + h is rounded, too. Both pulls are of one size near h = √ε = 1.5e-8 for the forward and near h = ∛ε = 6e-6 for the
central difference, where ε = 2.2e-16 is the spacing of double-precision numbers at 1. Hence the defaults below, where
x, f and its derivatives are of ordinary size. `rounding.py` measures this.
"""


# --8<-- [start:secant_slope]
def secant_slope(f, x, h):
    """Slope of the line through the points of f at x and x + h; h is not 0.

    >>> [secant_slope(lambda x: x**2, 1, h) for h in (2, 1, 0.5)]
    [4.0, 3.0, 2.5]
    """
    return (f(x + h) - f(x)) / h


# --8<-- [end:secant_slope]


# --8<-- [start:forward_difference]
def forward_difference(f, x, h=1e-8):
    """Approximate f'(x) by looking h ahead.

    The error is about h/2 · f''(x) plus rounding. For x² that is h:

    >>> round(forward_difference(lambda x: x**2, 3, h=0.001), 9)
    6.001
    """
    return (f(x + h) - f(x)) / h


# --8<-- [end:forward_difference]


# --8<-- [start:central_difference]
def central_difference(f, x, h=1e-5):
    """Approximate f'(x) by looking h to both sides.

    The error is about h²/6 · f'''(x) plus rounding. For x³ that is h²:

    >>> round(central_difference(lambda x: x**3, 2, h=0.01), 9)
    12.0001
    """
    return (f(x + h) - f(x - h)) / (2 * h)


# --8<-- [end:central_difference]


# --8<-- [start:tangent_line]
def tangent_line(f, slope, x0):
    """Tangent of f at x0, as a function; `slope` is the derivative of f.

    >>> line = tangent_line(lambda x: x**2, lambda x: 2 * x, 1)
    >>> line(1), line(1.1), line(3)  # the parabola has 1, 1.21 and 9 there
    (1, 1.2000000000000002, 5)
    """
    return lambda x: f(x0) + slope(x0) * (x - x0)


# --8<-- [end:tangent_line]


# --8<-- [start:cubic]
def cubic(x):
    """Curve x³ - 3x, with a maximum at -1 and a minimum at 1.

    >>> cubic(-1), cubic(1)
    (2, -2)
    """
    return x**3 - 3 * x


def cubic_slope(x):
    """Slope 3x² - 3 of the cubic: negative between -1 and 1, positive outside.

    >>> [cubic_slope(x) for x in (-2, -1, 0, 1, 2)]
    [9, 0, -3, 0, 9]
    """
    return 3 * x**2 - 3


# --8<-- [end:cubic]
