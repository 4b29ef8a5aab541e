"""The numbers of the sample page."""


def all_of_them():
    """All of them."""
    yield "What is the slope of $3x + 2$", ..., ...
    yield "Solution: It is 3", (3 * 1 + 2) - (3 * 0 + 2)
    yield "Forgetting the factor 2", (1.5**2 - 0.5**2) / 1
    yield "derivative of $x^2$ is not $x$: at 3 the slope is 6", ..., ..., 3.5**2 - 2.5**2
