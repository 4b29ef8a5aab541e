"""What the lessons derive, once more by SymPy: shares of a mean square, the variances of starts, slopes."""

import sympy as sp

N, M, V = sp.symbols("n m v", positive=True)
Z = sp.Symbol("z", real=True)
NORMAL = sp.exp(-(Z**2) / 2) / sp.sqrt(2 * sp.pi)


def mean_of(function, low=-sp.oo):
    """Mean of a function of a standard normal z, counted from `low` on."""
    return sp.integrate(function * NORMAL, (Z, low, sp.oo))


def kept(right, left):
    """Share of the mean square that is left if a positive z is multiplied by `right`, a negative one by `left`."""
    return (right**2 + left**2) * mean_of(Z**2, 0) / mean_of(Z**2)


HALF = kept(1, 0)  # what ReLU leaves
CHANCE = mean_of(1, 0)  # of a positive z
HE = N * sp.solve(sp.Eq(HALF * N * V, 1), V)[0]  # times 1/n
XAVIER = (N + M) * sp.solve(sp.Eq((N * V + M * V) / 2, 1), V)[0]  # times 1/(n + m)
LECUN = N * sp.solve(sp.Eq(N * V, 1), V)[0]  # times 1/n
EVEN = 1 / sp.integrate(Z**2 / 2, (Z, -1, 1))  # r² by the variance of even numbers up to r
STEEPEST = sp.diff(sp.tanh(Z), Z).subs(Z, 0)  # slope of tanh, largest at 0
