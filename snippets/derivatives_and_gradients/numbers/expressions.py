"""Expressions that the page of topic 01 names in words, where another one is a single digit away."""

import sympy as sp

X, Y, H = sp.symbols("x y h", positive=True)


def the_slope_at_a_point():
    """The slope at a point."""
    yield "it has rolled $x^2$", ...
    yield "the graph of $x^2$", ...
    yield "the secant of $x^2$", ...
    yield "is $2 + h$", sp.expand(((1 + H) ** 2 - 1) / H).subs(H, 0)


def a_line_has_one_slope_a_curve_has_a_slope_function():
    """A line has one slope, a curve has a slope function."""
    yield 'of $3x + 2$?" has an answer: 3. "What is the slope of $x^2$', ..., ..., sp.diff(3 * X + 2, X), ...
    yield "belongs the number $2x$", sp.diff(X**2, X) / X


def what_the_sign_of_the_derivative_says():
    """What the sign of the derivative says."""
    yield "a minimum | $x^2$", ...
    yield "such as a flat inflection | $x^3$", ...


def rules_so_that_limits_are_needed_only_once():
    """Rules, so that limits are needed only once."""
    yield "the inner rate $2x$", sp.diff(X**2, X) / X


def partial_derivatives_hold_the_others_fixed():
    """Partial derivatives: hold the others fixed."""
    slope = sp.diff(3 * X * Y**2, X)
    yield "With $y$ fixed, $4y$", ...
    yield "5: $x^2$ times a constant has the slope $2xy$", ..., ..., sp.diff(X**2 * Y, X) / (X * Y)
    yield "slope $3y^2$, and $y^3$", slope.coeff(Y, 2), sp.degree(slope, Y), ...
    yield "held fixed, so $y^3$", ...
    yield r"$x \cos(xy)$. The term $x^2$", ...


def walking_downhill_how_a_gradient_trains_a_model():
    """Walking downhill: how a gradient trains a model."""
    yield r"times $1 - 2\eta$", 1, sp.diff(X**2, X) / X
    yield r"by $1 - 2\eta$ in each step, $y$ by $1 - 6\eta$", 1, sp.diff(X**2, X) / X, 1, sp.diff(3 * Y**2, Y) / Y


def how_a_computer_measures_a_slope():
    """How a computer measures a slope."""
    yield "is of order $h^2$", sp.degree(sp.expand(((1 + H) ** 3 - (1 - H) ** 3) / (2 * H) - 3), H)


def common_mistakes():
    """Common mistakes."""
    yield "*exponent*. The exponent $x^2$", ...
    yield r"with $\frac{1}{n} \sum$ and a gradient without the $\frac{1}{n}$", ..., ...


def interview_questions():
    """Interview questions."""
    yield "as for the inflection of $x^3$", ...


def checklist():
    """Checklist."""
    yield "I can derive $2x$", sp.diff(X**2, X) / X


def the_lab():
    """The lab."""
    yield "it divides by $2h$", ((X + H) - (X - H)) / H
    yield r"about $\varepsilon^{1/2}$", sp.solve(sp.diff(H + X / H, H), H)[0].as_base_exp()[1]
