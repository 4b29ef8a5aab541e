"""Where a number type ends, and how many digits a program keeps on the way there.

A floating-point type has a largest number M and a unit roundoff u, half the spacing at 1. Two borders follow:

- e^z overflows beyond z = ln M;
- 1 + e^-z is rounded to 1 beyond z = -ln u, and with it σ(z), while 1 - σ(z) becomes 0.

    type        digits   ln M     -ln u
    float16     3        11.09     7.62
    bfloat16    2        88.72     5.55
    float32     7        88.72    16.64
    float64     16      709.78    36.74

The true values come from mpmath, which calculates with as many digits as one asks for.
"""

import math
from types import SimpleNamespace

import mpmath
import numpy as np

# --8<-- [start:borders]
# NumPy does not have bfloat16: the exponents of float32, and 8 significant bits instead of 24.
BFLOAT16 = SimpleNamespace(max=(2 - 2.0**-7) * 2.0**127, eps=2.0**-7)


def limits(number):
    """What is known of a number type: `max`, and `eps`, the spacing at 1.

    >>> float(limits(np.float32).eps) == 2.0**-23, limits(BFLOAT16).eps == 2.0**-7
    (True, True)
    """
    return number if number is BFLOAT16 else np.finfo(number)


def overflow_border(number):
    """Largest z for which e^z is finite in a number type.

    >>> f"{overflow_border(np.float64):.2f}", f"{overflow_border(np.float32):.2f}"
    ('709.78', '88.72')
    """
    return math.log(limits(number).max)


def rounding_border(number):
    """The z beyond which 1 + e^-z is rounded to 1 in a number type.

    >>> f"{rounding_border(np.float64):.2f}", f"{rounding_border(np.float32):.2f}"
    ('36.74', '16.64')
    """
    return -math.log(limits(number).eps / 2)


# --8<-- [end:borders]


# --8<-- [start:relative_errors]
def relative_errors(f, exact, z, number):
    """|f(z)/exact(z) - 1| for z of shape (m,), f computed in a number type.

    `exact` takes and returns a number of mpmath; 60 digits are used.

    >>> relative_errors(np.exp, mpmath.exp, [0.0, 1.0], np.float64)[0]
    0.0
    """
    z = np.asarray(z, dtype=number)
    with np.errstate(all="ignore"):
        values = f(z)
    with mpmath.workdps(60):
        true = [exact(mpmath.mpf(float(place))) for place in z]
        quotients = [mpmath.mpf(float(v)) / t for v, t in zip(values, true, strict=True)]
        return [float(abs(quotient - 1)) for quotient in quotients]


def exact_softplus(z):
    """ln(1 + e^z) with mpmath's numbers.

    >>> f"{float(exact_softplus(mpmath.mpf(-40))):.4e}"
    '4.2484e-18'
    """
    return mpmath.log1p(mpmath.exp(z))


# --8<-- [end:relative_errors]
