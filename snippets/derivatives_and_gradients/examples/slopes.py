"""One variable: secants, tangents, rules, and the error of a numerical derivative."""

from math import cos, e, exp, log, sin

import numpy as np

from snippets.derivatives_and_gradients.derivatives import central_difference, secant_slope
from snippets.derivatives_and_gradients.rounding import (
    UNIT_ROUNDOFF,
    central_over_run,
    central_rounding,
    difference_errors,
)


# --8<-- [start:secants]
def secants():
    """Print the slopes of secants of x² through x = 1."""
    for h in (2, 1, 0.5, 0.1, 0.01, -0.01, 0.0001):
        slope = secant_slope(lambda x: x**2, 1, h)
        print(f"h = {h:7}   slope = {slope:.4f}")


# --8<-- [end:secants]


# --8<-- [start:tangent_error]
def tangent_error():
    """Print how far the tangent of x² at 1 is from the curve, h away."""
    print("h      curve   tangent  apart")
    for h in (1, 0.1, 0.01):
        curve, tangent = (1 + h) ** 2, 1 + 2 * h
        apart = curve - tangent
        print(f"{h:<4}   {curve:.4f}  {tangent:.4f}   {apart:.4f}")


# --8<-- [end:tangent_error]


# --8<-- [start:kink]
def kink():
    """Print slopes of |x| at 0: from the right, from the left, central."""
    print("h      right  left  central")
    for h in (0.1, 0.001, 0.00001):
        right, left = secant_slope(abs, 0, h), secant_slope(abs, 0, -h)
        both = central_difference(abs, 0, h)
        print(f"{h:<5}  {right:5.1f} {left:5.1f}  {both:5.1f}")


# --8<-- [end:kink]


# --8<-- [start:slope_table]
def slope_table():
    """Print value and slope of 3x + 2 and of x² at three places."""
    print("x    3x + 2  slope      x²  slope")
    for x in (1, 2, 3):
        line = central_difference(lambda x: 3 * x + 2, x)
        curve = central_difference(lambda x: x**2, x)
        print(f"{x}    {3 * x + 2:6}  {line:5.3f}  {x**2:6}  {curve:5.3f}")


# --8<-- [end:slope_table]


# --8<-- [start:rules]
def rules():
    """Print slopes at x = 2: what each rule claims, what is measured."""
    table = [
        ("x³", lambda x: x**3, lambda x: 3 * x**2),
        ("e^x", exp, exp),
        ("ln x", log, lambda x: 1 / x),
        ("sin x", sin, cos),
        ("cos x", cos, lambda x: -sin(x)),
        ("x sin x", lambda x: x * sin(x), lambda x: sin(x) + x * cos(x)),
        ("ln x / x", lambda x: log(x) / x, lambda x: (1 - log(x)) / x**2),
        ("e^(x²)", lambda x: exp(x**2), lambda x: 2 * x * exp(x**2)),
    ]
    print("          by rule   measured")
    for name, f, slope in table:
        print(f"{name:9} {slope(2):9.5f} {central_difference(f, 2):9.5f}")


# --8<-- [end:rules]


# --8<-- [start:error_table]
def error_table():
    """Print the errors of both differences of sin at 1."""
    print("h       forward   central")
    for k in (1, 2, 4, 5, 6, 8, 10, 12, 14, 15):
        forward, central = difference_errors(sin, cos, 1, 10.0**-k)
        print(f"1e-{k:02}   {forward:.0e}     {central:.0e}")


# --8<-- [end:error_table]


# --8<-- [start:rounded_arguments]
def rounded_arguments():
    """Print the largest errors of central differences of sin, as shares of a bound."""
    steps = np.linspace(1e-12, 2e-12, 20_000)
    print("        divided by 2h       by the run")
    print("  x   values   and place        values")
    for x in (1.0, 3.0, 100.0):
        values = UNIT_ROUNDOFF * abs(np.sin(x)) / steps
        both = central_rounding(x, np.sin(x), np.cos(x), steps)
        plain = abs(central_difference(np.sin, x, steps) - np.cos(x))
        exact = abs(central_over_run(np.sin, x, steps) - np.cos(x))
        shares = [(plain / values).max(), (plain / both).max(), (exact / values).max()]
        print(f"{x:3.0f}  {shares[0]:7.2f}  {shares[1]:10.2f}  {shares[2]:12.2f}")


# --8<-- [end:rounded_arguments]


# --8<-- [start:bases]
def bases():
    """Print the slope at 0 of b to the x for three bases, by secants."""
    print("h         2^x     e^x     3^x")
    for h in (0.1, 0.001, 0.00001):
        slopes = (secant_slope(lambda x, b=base: b**x, 0, h) for base in (2, e, 3))
        print(f"{h:<7}", *(f"{slope:.4f} " for slope in slopes))


# --8<-- [end:bases]
