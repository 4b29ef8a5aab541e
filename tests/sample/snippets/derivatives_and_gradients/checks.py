"""Checks."""

from snippets.derivatives_and_gradients.slopes import slope


def slope_of_a_parabola():
    r"""$$
    f'(3) = 6
    $$
    """
    return 6.0, slope(lambda x: x**2, 3.0)
