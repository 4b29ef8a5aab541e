"""Expressions that topic 03 names in words, where another one is a single digit away."""


def mixed_partial_derivatives():
    """Mixed partial derivatives."""
    yield r"$\frac{n (n + 1)}{2}$ of its $n^2$", ..., ..., ...


def jacobians_that_learning_uses():
    """Jacobians that learning uses."""
    yield r"the identity matrix, $\vect{1}$", ...


def layer_normalization():
    """Layer normalization."""
    yield "rank $n - 2$", ...


def weighted_least_squares():
    """Exercises of matrix calculus."""
    yield "a factor of 2", ...


def interview_questions():
    """Interview questions."""
    yield "multiplications instead of $n^2$", ...
