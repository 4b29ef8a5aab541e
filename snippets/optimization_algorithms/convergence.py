"""How fast, for certain: what smoothness and curvature promise of plain descent, and what it does.

A function is smooth with the constant M if its slope changes at most M times as fast as the place. Then a parabola of
curvature M through a point, with the slope there, is never below the function, and the lowest point of that parabola is
a place that is certainly lower.
"""

import numpy as np


# --8<-- [start:guarantee]
def log_cosh(x):
    """Ln cosh x: a bowl near 0, a straight slope far out; curvature at most 1.

    >>> round(float(log_cosh(0.0)), 4), round(float(log_cosh(10.0)), 4)
    (0.0, 9.3069)
    """
    return np.logaddexp(x, -x) - np.log(2)


def log_cosh_slope(x):
    """Slope of ln cosh x, the hyperbolic tangent.

    >>> round(float(log_cosh_slope(10.0)), 4)
    1.0
    """
    return np.tanh(x)


def promised_drop(slope, rate, smoothness):
    """By how much a step is certain to lower a function, at least.

    >>> promised_drop(slope=2.0, rate=0.5, smoothness=1.0)
    1.5
    """
    return rate * (1 - smoothness * rate / 2) * slope**2


# --8<-- [end:guarantee]


# --8<-- [start:flat_bowl]
def power_bowl(x, power):
    """|x|^p / (p (p - 1)): for p > 2 ever flatter, curvature ≤ 1 on [-1, 1].

    >>> round(power_bowl(1.0, 4), 4)
    0.0833
    """
    return abs(x) ** power / (power * (power - 1))


def power_bowl_slope(x, power):
    """Slope of that bowl at x.

    >>> round(float(power_bowl_slope(-1.0, 4)), 4)
    -0.3333
    """
    return np.sign(x) * abs(x) ** (power - 1) / (power - 1)


# --8<-- [end:flat_bowl]


# --8<-- [start:measured_power]
def measured_power(gaps):
    """Slope of log gap against log step, over the last half of the decades.

    >>> round(measured_power(7 / np.arange(1.0, 1001) ** 2), 4)
    -2.0
    """
    last = np.arange(int(len(gaps) ** 0.5), len(gaps))
    slope, _ = np.polyfit(np.log(last + 1), np.log(gaps[last]), 1)
    return float(slope)


# --8<-- [end:measured_power]
