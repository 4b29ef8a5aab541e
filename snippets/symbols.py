"""Two variables in SymPy, and what the numbers on pages ask of an expression in them."""

import sympy as sp

x, y = sp.symbols("x y", real=True)


def at(f, place):
    """Value of an expression at a point.

    >>> at(x**2 + y**2, (1, 2))
    5
    """
    return f.subs(dict(zip((x, y), place, strict=True)))


def gradient(f, place):
    """Gradient of an expression at a point, as a list.

    >>> gradient(x**2 + y**2, (1, 2))
    [2, 4]
    """
    return [at(sp.diff(f, variable), place) for variable in (x, y)]


def coefficient(f, term):
    """Coefficient of a term in an expression.

    >>> coefficient(x**2 * y + 3 * x * y**2, x * y**2)
    3
    """
    return sp.Poly(f, x, y).coeff_monomial(term)
