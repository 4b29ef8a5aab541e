"""Examples."""

from snippets.derivatives_and_gradients.slopes import slope


def three_slopes():
    """Print three slopes of the square."""
    for x in (1, 2, 3):
        print(f"{slope(lambda t: t * t, x):.3f}")
