"""The numbers on the page up to several constraints at once, computed by SymPy from the problems' statements."""

import numpy as np
import sympy as sp

from snippets.constrained_optimization.budget import error

X, Y, Z, C, LAM, MU = sp.symbols("x y z c lambda mu", real=True)
DAYS = 6
ERROR = error((X, Y))  # percent, for x days of labeling and y of correcting
LEAST = (sp.sqrt(4) + 1) ** 2 / C  # percent, for c days


def _budget():
    """Best split of six days with its multiplier, from Lagrange's condition; both days positive."""
    lagrangian = ERROR + LAM * (X + Y - DAYS)
    found = sp.solve([sp.diff(lagrangian, v) for v in (X, Y, LAM)], [X, Y, LAM], dict=True)
    (best,) = [f for f in found if f[X] > 0 and f[Y] > 0]
    return (best[X], best[Y]), best[LAM]


def _error(x, y):
    return ERROR.subs({X: x, Y: y})


def _worth(x, y):
    """What one more day brings, of labeling and of correcting."""
    return [-sp.diff(ERROR, v).subs({X: x, Y: y}) for v in (X, Y)]


def _power(term, v):
    """Coefficient and exponent of a term c·vᵏ; the exponent as it stands below a fraction bar."""
    coefficient, exponent = term.as_coeff_exponent(v)
    return abs(coefficient), abs(exponent)


def the_top_of_the_page():
    """The top of the page."""
    yield r"is $\frac{4}{x} + \frac{1}{y}$", ..., ...


def what_you_will_be_able_to_do():
    """What you will be able to do."""
    yield r"equalities $h(\vect{x}) = 0$", ...


def sliding_along_the_budget():
    """Sliding along the budget."""
    best, price = _budget()
    in_x, in_y = (_power(sp.diff(ERROR, v), v) for v in (X, Y))
    roots = sp.sqrt(in_x[0]), sp.sqrt(in_y[0])
    yield "line $x + y = 6$", ...
    yield "has an error of 1.6667", _error(3, 3)
    yield "and $(4, 2)$ is better with 1.5. Look at the gradients. At $(2, 4)$", *best, _error(*best), 2, DAYS - 2
    yield "worth 1 and a day more of correcting only 0.0625", *_worth(2, DAYS - 2)
    yield "At $(5, 1)$ it is the other way around. At $(4, 2)$", 5, DAYS - 5, *best
    yield "worth the same, 0.25", *set(_worth(*best))
    yield "(2, 4) and (3, 3)", 2, DAYS - 2, 3, DAYS - 3
    yield "(4, 2) the line touches the level curve 1.50", *best, _error(*best)
    yield "line, lowest at 4", best[0]
    yield "values. At $(4, 2)$", *best
    yield (
        "vanish? At $(4, 2)$. There it has length 0, and the sentence below the pictures gives the multiplier, 0.25",
        *best,
        0,
        price,
    )
    yield "with $h = x + y - 6$", ...
    yield "put $y = 6 - x$", ...
    yield (
        r"is 0 where $\frac{4}{x^2} = \frac{1}{(6 - x)^2}$, that is, $\frac{2}{x} = \frac{1}{6 - x}$",
        sp.diff(ERROR.subs(Y, DAYS - X), X).subs(X, best[0]),
        *in_x,
        in_y[0],
        DAYS,
        in_y[1],
        *roots,
        DAYS,
    )
    yield "and $x = 4$", best[0]
    yield "For $x^5 + y^5 + xy = 3$", ..., ..., ...
    yield r"Let $h(\vect{x}) = 0$", ...
    yield r"so $\nabla h \cdot \vect{v} = 0$", ...
    yield "this must be 0", ...
    yield r"with $h(\vect{x}) = 0$", ...
    yield r"makes $\nabla f + \lambda \nabla h = \vect{0}$", ...
    yield r"$h(\vect{x}) = c$ instead of 0", ...
    yield "are $n + 1$", ...
    yield r"$\vect{\mu}$; $\vect{h} = \vect{0}$", ...
    yield (
        r"has $\nabla f = (-\frac{4}{x^2}, -\frac{1}{y^2})^\T$ and $h = x + y - 6$ with $\nabla h = (1, 1)^\T$",
        *in_x,
        *in_y,
        ...,
        *(sp.diff(X + Y - DAYS, v) for v in (X, Y)),
    )
    yield (
        r"-\frac{4}{x^2} + \lambda &= 0 \\ -\frac{1}{y^2} + \lambda &= 0 \\ x + y &= 6",
        *in_x,
        ...,
        *in_y,
        ...,
        ...,
    )
    yield r"give $x = \frac{2}{\sqrt{\lambda}}$ and $y = \frac{1}{\sqrt{\lambda}}$", *roots
    yield "gives $x = 4$, $y = 2$", *best
    yield r"and $\lambda = \frac{4}{16} = \frac{1}{4}$", price, price
    yield r"error is $\frac{4}{4} + \frac{1}{2} = 1.5$", 4 / best[0], 1 / best[1], _error(*best)
    yield "with an error of 1.5 percent. There", _error(*best)
    yield r"$\nabla f + \lambda \nabla h = \vect{0}$, with the multiplier $\lambda = 0.25$", ..., price
    yield r"\sqrt{b})^2}{B}$$ $a, b > 0$ are the gains, $B > 0$", ..., ..., ...
    yield r"were $\nabla f = \vect{0}$", ...
    yield "(2, 2) and ∇h = (1, −1). Is it a candidate? No. No multiple of $(1, -1)$", *6 * [...]
    yield "cancels $(2, 2)$. Walking along the constraint, in the direction $(-1, -1)$", *4 * [...]


def the_multiplier_is_a_price():
    """The multiplier is a price."""
    slope = sp.diff(LEAST, C)
    percent, more = 1 / -slope.subs(C, DAYS), LEAST.subs(C, DAYS + 1)
    promised = LEAST.subs(C, DAYS) + slope.subs(C, DAYS) * DAYS
    yield "problem again with 7", DAYS + 1
    yield "at the rate 1", sp.diff(C, C)
    yield "error, 9 divided by the budget, against the budget in days. At 3, 6 and 10", LEAST * C, ..., ..., ...
    yield "slopes −1, −0.25 and −0.09", *(slope.subs(C, days) for days in (3, 6, 10))
    yield "at 0.25, the fourth at 1, the eleventh at 0.09", *(-slope.subs(C, days) for days in (6, 3, 10))
    yield "costs 500 euros, then at the optimum the team pays 2,000", ..., 500 * percent
    yield (
        r"from 1.5 to $\frac{9}{7} = 1.2857$, by 0.2143 and not 0.25",
        LEAST.subs(C, DAYS),
        more,
        more,
        LEAST.subs(C, DAYS) - more,
        -slope.subs(C, DAYS),
    )
    yield "to 0.75, not to 0", LEAST.subs(C, 2 * DAYS), promised
    yield "about that multiplier, 0.25 percent", -slope.subs(C, DAYS)
    yield "the true gain is 0.2143. ///", LEAST.subs(C, DAYS) - more
    yield "a budget of 12", 2 * DAYS
    yield r"$\frac{9}{12^2} = 0.0625$", LEAST * C, (2 * DAYS) ** 2, -slope.subs(C, 2 * DAYS)


def _newtons_errors(x, y, lam, steps):
    """Sizes of what is still wrong in Newton's walk for x + 2y on the circle, with the Jacobian by hand."""
    z, sizes = np.array([x, y, lam], dtype=float), []
    for _ in range(steps):
        system = np.array([1 + 2 * z[2] * z[0], 2 + 2 * z[2] * z[1], z[0] ** 2 + z[1] ** 2 - 5])
        sizes.append(float(np.abs(system).max()))
        jacobian = [[2 * z[2], 0, 2 * z[0]], [0, 2 * z[2], 2 * z[1]], [2 * z[0], 2 * z[1], 0]]
        z = z - np.linalg.solve(jacobian, system)
    return sizes


def candidates_not_answers():
    """Candidates, not answers."""
    f, h = X + 2 * Y, X**2 + Y**2 - 5
    slopes, bend = [sp.diff(f, v) for v in (X, Y)], sp.diff(h, X, X)
    x, y = (sp.solve(sp.diff(f + LAM * h, v), v)[0] for v in (X, Y))
    square = sp.together((x**2 + y**2) * LAM**2)
    low, high = sorted(sp.solve(x**2 + y**2 - 5, LAM), reverse=True)
    lowest, highest = ([v.subs(LAM, lam) for v in (x, y)] for lam in (low, high))
    least, most = (f.subs({X: p[0], Y: p[1]}) for p in (lowest, highest))
    yield r"circle $x^2 + y^2 = 5$. Here $\nabla f = (1, 2)^\T$", ..., ..., ..., *slopes
    yield (
        r"with $h = x^2 + y^2 - 5$ the condition reads $1 + 2\lambda x = 0$ and $2 + 2\lambda y = 0$",
        *3 * [...],
        slopes[0],
        bend,
        ...,
        slopes[1],
        bend,
        ...,
    )
    yield r"So $(x, y) = -\frac{1}{2\lambda} (1, 2)$", slopes[0], bend, *slopes
    yield (
        r"for $\frac{5}{4\lambda^2} = 5$: $\lambda = \frac{1}{2}$",
        sp.fraction(square)[0],
        sp.denom(square),
        2,
        ...,
        low,
    )
    yield r"*or* $\lambda = -\frac{1}{2}$. The first gives $(-1, -2)$ with the value −5", high, *lowest, least
    yield "second $(1, 2)$ with the value 5", *highest, most
    yield "+ 2y and a circle. Two of the lines touch it, at (−1, −2) and at (1, 2)", ..., *lowest, *highest
    yield "point −5 and its highest point 5", least, most
    yield "errors: 8e-1, 3e-2, 8e-5, 3e-9", *_newtons_errors(-2, -1, 0.3, 6)[2:6]
    yield r"on $h = 0$ passes a point with $\nabla f + \lambda \nabla h = \vect{0}$", ..., ...
    yield r"directions $\vect{r}' \ne \vect{0}$", ...
    yield r"is $\lambda \mat{H}_h = 2\lambda \mat{I}$, that is $+\mat{I}$ at $(-1, -2)$", bend, *lowest
    yield r"$-\mat{I}$ at $(1, 2)$", *highest
    yield "Two: $(-1, -2)$, where $x + 2y$ is lowest, and $(1, 2)$", *lowest, ..., *highest
    yield (
        r"it is $2\lambda$, $+1$ at the lowest point $(-1, -2)$ and $-1$ at the highest, $(1, 2)$",
        bend,
        bend * low,
        *lowest,
        bend * high,
        *highest,
    )


def several_constraints_at_once():
    """Several constraints at once."""
    first, second = X + Y + Z - 3, X - Z - 4
    lagrangian = X**2 + Y**2 + Z**2 + LAM * first + MU * second
    slopes = [sp.diff(lagrangian, v) for v in (X, Y, Z)]
    found = sp.solve([*slopes, first, second], [X, Y, Z, LAM, MU])
    total = sp.expand(sum(slopes)).subs(X, 3 - Y - Z)
    difference = sp.expand(slopes[0] - slopes[2]).subs(X, 4 + Z)
    total, difference = sp.Poly(sp.expand(total), LAM), sp.Poly(sp.expand(difference), MU)
    point = [found[v] for v in (X, Y, Z)]
    yield "with $x + y + z = 3$ and $x - z = 4$", ..., ...
    yield (
        r"with $f = x^2 + y^2 + z^2$ the condition is $2x + \lambda_1 + \lambda_2 = 0$, $2y + \lambda_1 = 0$",
        *3 * [...],
        slopes[0].coeff(X),
        ...,
        slopes[1].coeff(Y),
        ...,
    )
    yield r"and $2z + \lambda_1 - \lambda_2 = 0$", slopes[2].coeff(Z), ...
    yield (
        r"with $x + y + z = 3$ gives $6 + 3\lambda_1 = 0$",
        ...,
        total.coeff_monomial(1),
        total.coeff_monomial(LAM),
        ...,
    )
    yield (
        r"with $x - z = 4$ gives $8 + 2\lambda_2 = 0$. So $\lambda_1 = -2$, $\lambda_2 = -4$",
        ...,
        difference.coeff_monomial(1),
        difference.coeff_monomial(MU),
        ...,
        found[LAM],
        found[MU],
    )
    yield "is $(3, 1, -1)$", *point
    yield (
        "by 0.01 costs 0.02, of the second 0.04",
        ...,
        -found[LAM] * sp.Rational(1, 100),
        -found[MU] * sp.Rational(1, 100),
    )
