"""What several parts of the page start from: the sigmoid for SymPy, the example of three scores, and walks counted."""

import math

import numpy as np
import sympy as sp

Z, Y = sp.symbols("z y", real=True)
SIGMA = 1 / (1 + sp.exp(-Z))
SLOPE = sp.diff(SIGMA, Z)
LOW, HIGH = (sp.limit(SIGMA, Z, end) for end in (-sp.oo, sp.oo))

START = -8  # the score of the message at the top
SURE = SIGMA.subs(Z, START)  # its probability
ENTROPY_PULL = SIGMA - Y
SQUARED_PULL = sp.diff((SIGMA - Y) ** 2, Z)

SCORES = sp.Matrix([2, 1, -1])
POWERS = SCORES.applyfunc(sp.exp)
P = POWERS / sum(POWERS)
RIGHT = sp.Matrix([0, 1, 0])  # one-hot: the second class
JACOBIAN = sp.diag(*P) - P * P.T


def pull_at(pull, z, label=1):
    """Return the slope of a loss at a score.

    >>> f"{float(pull_at(ENTROPY_PULL, -8)):.4f}"
    '-0.9997'
    """
    return pull.subs({Z: z, Y: label})


def steps(pull, start):
    """Count steps of rate 1 from a score until it is above 0, for the label 1.

    >>> steps(ENTROPY_PULL, -8)
    9
    """
    slope = sp.lambdify(Z, pull.subs(Y, 1), "math")
    z, count = float(start), 0
    while z <= 0:
        z, count = z - slope(z), count + 1
    return count


def overflow(number):
    """Return the score beyond which its power has no place in a number type.

    >>> f"{overflow(np.float16):.2f}"
    '11.09'
    """
    return math.log(np.finfo(number).max)


def rounded(number):
    """Return the score beyond which its probability is rounded to 1 in a number type, by halving an interval.

    >>> f"{rounded(np.float64):.2f}"
    '36.74'
    """
    low, high = number(0), number(60)
    one = number(1)
    while (middle := (low + high) / number(2)) not in (low, high):
        low, high = (low, middle) if one + np.exp(-middle) == one else (middle, high)
    return float(high)
