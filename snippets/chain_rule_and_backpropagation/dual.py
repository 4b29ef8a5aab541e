"""Forward mode: numbers that carry their own rate.

A dual number a + bε has a value a and a rate b, and ε obeys one law: ε² = 0. Multiply (a + bε)(c + dε) and what is left
is ac + (ad + bc)ε. The value is the product, and the rate is the product rule. Nobody programmed the product rule; it
fell out of ε² = 0. Every other function f follows the tangent: f(a + bε) = f(a) + f′(a)·b·ε.

Compute with x + 1ε in the place of x, and the rate of the result is the derivative with respect to x, exact up to
rounding, with no step h to choose. One run gives the rates of *all* results with respect to *one* input.

The idea is Clifford's (1873, for mechanics); Wengert wrote it as a program for derivatives in 1964.
"""

import math


# --8<-- [start:dual]
class Dual:
    """A number with a rate.

    >>> x = Dual(3, 1)
    >>> y = x * x + 2 * x
    >>> y.value, y.rate  # x² + 2x and 2x + 2 at 3
    (15, 8)
    """

    def __init__(self, value, rate=0):
        self.value, self.rate = value, rate

    def __add__(self, other):
        other = as_dual(other)
        return Dual(self.value + other.value, self.rate + other.rate)

    def __mul__(self, other):
        other = as_dual(other)
        rate = self.value * other.rate + self.rate * other.value
        return Dual(self.value * other.value, rate)

    __radd__, __rmul__ = __add__, __mul__
    # --8<-- [end:dual]

    # --8<-- [start:more_operators]
    def __neg__(self):
        return -1 * self

    def __sub__(self, other):
        return self + -1 * as_dual(other)

    def __rsub__(self, other):
        return other + -1 * self

    def __pow__(self, n):
        """Power with a fixed number n as exponent."""
        return Dual(self.value**n, n * self.value ** (n - 1) * self.rate if n else 0)

    def __truediv__(self, other):
        return self * as_dual(other) ** -1

    def __rtruediv__(self, other):
        return other * self**-1


# --8<-- [end:more_operators]


# --8<-- [start:functions]
def as_dual(number):
    """A constant has the rate 0.

    >>> as_dual(5).rate
    0
    """
    return number if isinstance(number, Dual) else Dual(number)


def follow(f, slope):
    """Let f take dual numbers: f(a + bε) = f(a) + f′(a)·b·ε.

    >>> square = follow(lambda a: a * a, lambda a: 2 * a)
    >>> square(Dual(3, 1)).rate
    6
    """
    return lambda x: Dual(f(x.value), slope(x.value) * x.rate)


sin = follow(math.sin, math.cos)
exp = follow(math.exp, math.exp)
log = follow(math.log, lambda a: 1 / a)
tanh = follow(math.tanh, lambda a: 1 - math.tanh(a) ** 2)
# --8<-- [end:functions]


# --8<-- [start:forward_gradient]
def forward_gradient(f, point):
    """Gradient of f at a point of n numbers by forward mode: n runs.

    >>> forward_gradient(lambda x, y: (x + y) * x * x, [2, 1])
    [16, 4]
    """
    gradient = []
    for i in range(len(point)):
        inputs = [Dual(x, rate=int(i == j)) for j, x in enumerate(point)]
        gradient.append(as_dual(f(*inputs)).rate)
    return gradient


# --8<-- [end:forward_gradient]
