"""Exercises."""


def slope_at(f, x):
    """Return the slope of f at x.

    >>> round(slope_at(lambda t: t**3, 1.0), 6)
    3.0
    """
    return (f(x + 1e-5) - f(x - 1e-5)) / 2e-5
