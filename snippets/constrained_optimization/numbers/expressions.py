"""Expressions that the page of topic 05 names in words, where another one is a single digit away."""


def sliding_along_the_budget():
    """Sliding along the budget."""
    yield "labeling, $6 - x$", ...


def candidates_not_answers():
    """Candidates, not answers."""
    yield "of $x + 2y$", ...


def constraints_that_may_be_idle():
    """Constraints that may be idle."""
    yield "The largest $x + 2y$ with", ...
    yield r"wall $x \ge 0$", ...


def when_there_is_no_multiplier():
    """When there is no multiplier."""
    yield "has $x < 0$", ...
    yield r"constraint $x^2 \le 0$", ..., ...


def a_wall_that_is_never_touched():
    """A wall that is never touched."""
    yield "The largest $x + 2y$ in", ...
    yield "grow $x + 2y$", ...


def common_mistakes():
    """Common mistakes."""
    yield "least $x + 2y$", ...
    yield r"the sign of $2\lambda$", ...


def practice_problems():
    """Practice problems."""
    yield r"and $x \ge 0$", ...
    yield "infeasible: $x < 0$", ...
    yield "Minimize $x^2$", ...


def interview_questions():
    """Interview questions."""
    yield r"under $x^2 \le 0$", ..., ...
