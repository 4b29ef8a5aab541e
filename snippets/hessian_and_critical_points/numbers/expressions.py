"""Expressions that the pages of topic 04 name in words, where another one is a single digit away."""

import sympy as sp

H = sp.Symbol("h")


def the_slope_of_the_slope():
    """The slope of the slope."""
    parabola = sp.series((1 + H) ** 3, H, 0, 3).removeO()
    yield "0 faster than $h^2$", 0, sp.degree(parabola, H)
    yield "Here it is $h^3$", sp.degree(sp.expand((1 + H) ** 3 - parabola), H)


def curvature_in_every_direction():
    """Curvature in every direction."""
    yield "$y = 0$, we see $x^2$", ..., ...


def four_kinds_of_flat_places():
    """Four kinds of flat places."""
    yield "If $a > 0$", ...
    yield "in this order, for $x^2 + y^2$, $-x^2 - y^2$, $x^2 + 4xy + y^2$ and $x^2 + y^3$", *9 * [...]
    yield "a third of $n^3$", ...
    yield "functions: $x^2 + y^4$, $x^2 - y^4$ and $x^2 + y^3$", ..., ..., ..., ..., ..., ...


def local_global_convex():
    """Local, global, convex."""
    yield "for $x^2$; the right side shows that it is never negative. So $x^2$", ..., ...


def why_nobody_builds_the_hessian_of_a_large_model():
    """Why nobody builds the Hessian of a large model."""
    yield "nothing of size $n^2$", ...
    yield "error is of order $h^2$", sp.degree(sp.expand(((1 + H) ** 3 - (1 - H) ** 3) / (2 * H) - 3), H)
    yield "an error of order $h^2$", ...
    yield "in proportion to $1/h$", ...
    yield "It still stores $n^2$", ...


def many_variables_many_saddles():
    """Many variables, many saddles."""
    yield r"direction with curvature $\lambda < 0$", ...
    yield r"eigenvector with curvature $\lambda < 0$", ...


def common_mistakes():
    """Common mistakes."""
    yield "0 must give $h^2$", 0, sp.degree(H**2 - 0, H)
    yield "on $x^2 - y^2$", ..., ...


def practice_problems():
    """Practice problems."""
    yield "them is global: $x^3$", ...


def interview_questions():
    """Interview questions."""
    yield "for $a > 0$, a maximum for $a < 0$", ..., ...
    yield "Memory: $n^2$", ...
