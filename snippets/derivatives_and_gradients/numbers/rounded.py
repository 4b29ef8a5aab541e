"""What is rounded, and the best step: SymPy expands and solves, mpmath says how far a rounded sine can be off."""

import math

import numpy as np
import sympy as sp

from snippets.derivatives_and_gradients.numbers.rounding import (
    SINGLE,
    STEPS_OF_SINE,
    UNIT,
    best_step,
    central_bound,
    error_in_single,
    forward_bound,
    magnitude,
    typical_error,
)

x, h, R, bend = sp.symbols("x h R bend", positive=True)
CUBE = x**3
AHEAD = sp.expand(((x + h) ** 3 - CUBE) / h)
AROUND = sp.expand(((x + h) ** 3 - (x - h) ** 3) / (2 * h))
FORWARD, CENTRAL = h / 2 * bend + R / h, h**2 / 6 * bend + R / h


def rounded_sine(place):
    """Return what rounds a central difference of the sine: the value's part and the argument's, over u.

    >>> [round(part, 2) for part in rounded_sine(3)]
    [0.14, 2.97]
    """
    return abs(math.sin(place)), abs(place * math.cos(place))


def shares(place):
    """Return the largest error of central differences of the sine at small steps, over u|f|/h and over the whole bound.

    >>> [round(share, 1) for share in shares(1.0)]
    [0.9, 0.5]
    """
    steps = np.linspace(1e-12, 2e-12, 20_000)
    error = abs((np.sin(place + steps) - np.sin(place - steps)) / (2 * steps) - np.cos(place)) * steps / UNIT
    value, argument = rounded_sine(place)
    return float(error.max() / value), float(error.max() / (value + argument))


def two_differences_of_a_cubic():
    """How a computer measures a slope: truncation on a cubic."""
    yield (
        "For $f(x) = x^3$ the forward difference is $3x^2 + 3xh + h^2$",
        *(..., AHEAD.coeff(h, 0) / x**2, 2, AHEAD.coeff(h, 1) / x, sp.degree(AHEAD, h)),
    )
    bends = [sp.diff(CUBE, x, order) for order in (2, 3)]
    yield (
        r"with $3xh$, and that is $\frac{h}{2} f''(x)$, since $f''(x) = 6x$",
        *(AHEAD.coeff(h, 1) / x, bends[0] / AHEAD.coeff(h, 1), bends[0] / x),
    )
    yield (
        "with $3xh$ come once with plus and once with minus: what is left is $3x^2 + h^2$",
        *(AHEAD.coeff(h, 1) / x, AROUND.coeff(h, 0) / x**2, 2, sp.degree(AROUND, h)),
    )
    yield (
        r"and $h^2$ is $\frac{h^2}{6} f'''(x)$, since $f'''(x) = 6$",
        *(sp.degree(AROUND, h), sp.degree(AROUND, h), bends[1] / AROUND.coeff(h, 2), bends[1]),
    )


def what_is_rounded():
    """How a computer measures a slope: values and arguments."""
    yield "a run of $2h$", sp.expand((x + h) - (x - h)) / h
    yield r"At $x = 3$ the sine is small, 0.141, while $\abs{x f'(x)}$ is 2.970", ..., *rounded_sine(3)
    yield "takes 20,000 steps between 1e-12 and 2e-12", ..., ..., ...
    (at_3, whole), (at_100, _) = shares(3.0), shares(100.0)
    yield "No share may be above 1. With the values alone, at 3 the error is 15", (whole, 1.4), ..., at_3
    yield "than it could be, and at 100 more than a\nhundred times", (100, at_100)
    yield "at 1 it is $h$ = 2.4e-8 forward and 9.5e-6", ..., *STEPS_OF_SINE


def the_best_step():
    """The best step: where the sums of the bounds are flat."""
    yield (
        r"is $\frac{h}{2} \abs{f''(x)} + \frac{R}{h}$, where $R = u\, (2 \abs{f(x)} + \abs{x f'(x)})$",
        *(sp.expand(FORWARD).coeff(h, 1) ** -1 * bend, ...),
    )
    slope = sp.expand(sp.diff(FORWARD, h))
    yield r"$h$, $\frac{1}{2} \abs{f''(x)} - \frac{R}{h^2}$", slope.coeff(h, 0) / bend, 2
    yield "$R$ are not 0", ...
    yield r"needs $f''(x) \ne 0$", ...
    yield r"is $\frac{h^2}{6} \abs{f'''(x)} + \frac{R}{h}$", 2, bend / CENTRAL.coeff(h, 2)
    slope = sp.expand(sp.diff(CENTRAL, h))
    yield r"is $\frac{h}{3} \abs{f'''(x)} - \frac{R}{h^2}$", bend / slope.coeff(h, 1), 2
    yield r"needs $f'''(x) \ne 0$", ...
    yield "At x = 3 the sine is small", ...
    yield "than at x = 1", ...
    yield (
        r"at 3. The sum $\abs{f} + \abs{x f'}$ is 1.38 at 1 and 3.11 at 3",
        *(..., sum(rounded_sine(1)), ..., sum(rounded_sine(3)), ...),
    )
    forward, central = (sp.solve(sp.diff(total, h), h) for total in (FORWARD, CENTRAL))
    forward = next(root for root in forward if root.is_positive)
    central = next(root for root in central if root.is_positive)
    yield (
        r"at $\sqrt{2u\, (2\abs{f} + \abs{x f'}) / \abs{f''}}$",
        *(sp.simplify(forward**2 * bend / R), best_step(forward_bound(1, 1, 0, 4))[0] ** 2 * 2),
    )
    three = sp.simplify(central**3 * bend / R)
    yield r"at $\sqrt[3]{3u\, (\abs{f} + \abs{x f'}) / \abs{f'''}}$", 3, three
    yield "at 1 in double precision 2.4e-8 and 9.5e-6", ..., *STEPS_OF_SINE
    yield "and 1e-5 times the larger of 1", ..., ...


def interviews():
    """Interview questions on the choice of h."""
    digits = [-math.log10(typical_error(*case)) for case in ((1e-8, False), (1e-5, True))]
    single = [-math.log10(error_in_single(*case)) for case in ((5e-4, False), (5e-3, True))]
    both = [*digits, *map(math.floor, single)]
    yield "About 8 digits are left with forward and 11 with central differences in doubles, 3 and 5", *both
    yield r"of $x + h$ is up to $u\, (2\abs{f} + \abs{x f'})/h$", ...
    steps = [best_step(bound(UNIT))[0] for bound in (forward_bound, central_bound)]
    yield r"Near $\sqrt{u}$, with the unit roundoff $u$: about $10^{-8}$", magnitude(steps[0])
    yield r"is about $\frac{h^2}{6} \abs{f'''}$", ..., ...
    yield r"Near $\sqrt[3]{u}$, with the unit roundoff $u$: about $10^{-5}$", 3, magnitude(steps[1])
    yield "About 11 digits are left; a forward difference leaves 8", digits[1], digits[0]
    yield r"In single precision $h$ is near $5 \cdot 10^{-3}$", SINGLE ** (1 / 3)
