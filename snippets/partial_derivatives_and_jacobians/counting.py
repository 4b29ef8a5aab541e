"""Numbers that count their own multiplications.

How much does a product with a Jacobian cost? Instead of believing a formula, put these numbers into the same NumPy code
and read the counter. Additions are not counted, and divisions count as multiplications.
"""

import numpy as np


# --8<-- [start:counted]
class Counted:
    """A real number; all of them share one counter of multiplications.

    >>> Counted.multiplications = 0
    >>> _ = counted([1, 2, 3]) @ counted([4, 5, 6])
    >>> Counted.multiplications
    3
    """

    multiplications = 0

    def __init__(self, value):
        self.value = float(value)

    def __add__(self, other):
        return Counted(self.value + plain(other))

    def __sub__(self, other):
        return Counted(self.value - plain(other))

    def __rsub__(self, other):
        return Counted(plain(other) - self.value)

    def __mul__(self, other):
        Counted.multiplications += 1
        return Counted(self.value * plain(other))

    __radd__, __rmul__ = __add__, __mul__


# --8<-- [end:counted]


def plain(number):
    """Value of a number, counted or not.

    >>> plain(Counted(3)), plain(4)
    (3.0, 4)
    """
    return number.value if isinstance(number, Counted) else number


def counted(values):
    """Array of counted numbers.

    >>> counted([1, 2]).shape
    (2,)
    """
    values = np.asarray(values)
    array = np.empty(values.shape, dtype=object)
    array.flat = [Counted(v) for v in values.flat]
    return array


# --8<-- [start:multiplications]
def multiplications(function, *arrays):
    """How many multiplications a function of arrays takes.

    >>> multiplications(np.outer, [1, 2, 3], [4, 5])
    6
    """
    Counted.multiplications = 0
    function(*(counted(array) for array in arrays))
    return Counted.multiplications


# --8<-- [end:multiplications]
