"""Slopes."""


# --8<-- [start:slope]
def slope(f, x, h=1e-5):
    """Return the slope of f at x, nearly."""
    return (f(x + h) - f(x - h)) / (2 * h)


# --8<-- [end:slope]
