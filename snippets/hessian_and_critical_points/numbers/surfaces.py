"""What the numbers of the pages are computed from: their functions in SymPy, their derivatives, and digits of terms."""

import sympy as sp

X, Y, Z, B, T, P = sp.symbols("x y z b t p", real=True)
CUBIC = X**3 - 3 * X
FOLIUM = X**3 + Y**3 - 3 * X * Y
TWISTED = X**2 + 4 * X * Y + Y**2
VALLEY = X**2 + 1000 * Y**2


def digits(*terms):
    """Return the numbers that one sees in terms: the size of the coefficient if it is not 1, exponents from 2 on.

    >>> digits(3 * X**2, -3 * Y)
    [3, 2, 3]
    """
    seen = []
    for term in map(sp.sympify, terms):
        coefficient, rest = term.as_coeff_Mul()
        seen += [abs(coefficient)] if abs(coefficient) != 1 or rest == 1 else []
        seen += [power for power in sp.Poly(rest, X, Y).monoms()[0] if power > 1] if rest != 1 else []
    return seen


def at(expression, x, y=0):
    """Return the value at a place.

    >>> at(FOLIUM, 1, 1)
    -1
    """
    return expression.subs({X: x, Y: y}, simultaneous=True)


def gradient(f, x, y):
    """Return the gradient of f at a place, as a list.

    >>> gradient(FOLIUM, 1, sp.Rational(1, 2))
    [3/2, -9/4]
    """
    return [at(sp.diff(f, v), x, y) for v in (X, Y)]


def hessian(f, x=0, y=0):
    """Return the Hessian of f at a place, as a matrix.

    >>> hessian(FOLIUM, 1, 1)
    Matrix([
    [ 6, -3],
    [-3,  6]])
    """
    return sp.hessian(f, (X, Y)).subs({X: x, Y: y}, simultaneous=True)


def curvatures(matrix):
    """Return the eigenvalues of a symmetric matrix, the smallest first.

    >>> curvatures(hessian(FOLIUM, 1, 1))
    [3, 9]
    """
    return sorted(value for value, times in sp.Matrix(matrix).eigenvals().items() for _ in range(times))


def direction(matrix, curvature):
    """Return the eigenvector to an eigenvalue, its first component 1.

    >>> direction([[5, 4], [4, 5]], 1)
    [1, -1]
    """
    vector = (sp.Matrix(matrix) - curvature * sp.eye(2)).nullspace()[0]
    return list(vector / vector[0])


def flat_places(f):
    """Return the real critical points of f.

    >>> flat_places(FOLIUM)
    [(0, 0), (1, 1)]
    """
    found = sp.solve([sp.diff(f, v) for v in (X, Y)], [X, Y], dict=True)
    return sorted((s[X], s[Y]) for s in found if s[X].is_real and s[Y].is_real)


def middle_and_spread(matrix):
    """Return the mean of a 2x2 matrix's eigenvalues and half their distance.

    >>> middle_and_spread([[5, 4], [4, 5]])
    (5, 4)
    """
    low, high = curvatures(matrix)
    return (low + high) / 2, (high - low) / 2
