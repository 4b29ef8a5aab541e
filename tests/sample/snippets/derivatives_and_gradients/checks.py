"""Checks."""

from snippets.derivatives_and_gradients.slopes import slope


def slope_of_a_parabola(random):
    r"""$$
    f'(x) = 2x
    $$
    """
    x = random.normal()
    return 2 * x, slope(lambda x: x**2, x)
