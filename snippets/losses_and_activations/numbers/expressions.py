"""Expressions that the page of topic 06 names in words, where another one is a single digit away."""


def losses_of_a_number_how_hard_may_one_point_pull():
    """Losses of a number: how hard may one point pull."""
    yield "line $2x + 1$", ..., ...
    yield r"leave out the $\frac{1}{n}$", ...


def losses_of_a_probability():
    """Losses of a probability."""
    yield r"The $\frac{1}{n}$", ...
