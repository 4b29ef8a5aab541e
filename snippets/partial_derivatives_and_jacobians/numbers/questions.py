"""Later interview questions and the project's steps: sparse columns, normalization, Gaussian likelihoods."""

import numpy as np
import sympy as sp

from snippets.partial_derivatives_and_jacobians.exercises import refuted_by
from snippets.partial_derivatives_and_jacobians.numbers.layers import normalized

a, b, s = sp.symbols("a b s", positive=True)
PRECISION = sp.diff(sp.log(a) - s * a, a)  # of one dimension, in units of N/2
COVARIANCE = sp.diff(-sp.log(b) - s / b, b)


def colors(n, reach):
    """Return groups of columns, counted from 1, of a band matrix that share no row.

    >>> colors(4, 1)
    [[1, 4], [2], [3]]
    """
    groups = []
    for column in range(1, n + 1):
        fitting = (g for g in groups if all(abs(column - other) > 2 * reach for other in g))
        group = next(fitting, None)
        if group is None:
            groups.append([column])
        else:
            group.append(column)
    return groups


def on_site_questions():
    """Interview questions: on-site, the follow-ups."""
    first, second, third = colors(9, 1)
    values, slopes = normalized((1, 0, 3, 7))
    yield "every vector, say, goes to 0", sp.limit(sp.Rational(1, 2) ** s, s, sp.oo)
    yield r"\vect{\theta}) = \vect{0}$. How", ...
    yield r"\dd\vect{\theta} = \vect{0}$, so", ...
    yield r"-\mat{J}_{\vect{x}}^{-1} \mat{J}_{\vect{\theta}}\, \dd", ...
    yield "away from 0 as the step shrinks", ...
    yield r"$f = 1$ where $y = x^2$, $x \ne 0$, and $f = 0$ elsewhere", *4 * [...]
    yield (
        r"entries sum to 0, and for $\varepsilon = 0$ it is perpendicular",
        sp.simplify(sum(slopes.row(0))) + sp.simplify((slopes * values).norm()),
        ...,
    )
    yield "and $j + 3$ have no row in common, so push one vector with ones at 1, 4, 7", first[1] - first[0], *first
    yield "at 2, 5, 8, …, and a third one at 3, 6, 9", *second, *third
    yield r"with $\mat{S} = \frac{1}{N}\sum_k \vect{x}_k \vect{x}_k^\T$", ...
    yield r"It is $\mat{S}^{-1}$, with", sp.solve(PRECISION, a)[0].as_coeff_exponent(s)[1]
    yield r"a constant, $$\tfrac{N}{2", ...
    yield (
        r"gradient $\frac{N}{2} (\mat{P}^{-\T} - \mat{S}^\T)$ is zero for $\mat{P} = \mat{S}^{-1}$",
        ...,
        sp.solve(PRECISION, a)[0].as_coeff_exponent(s)[1],
    )
    yield r"$\dd(\mat{\Sigma}^{-1}) = -\mat{\Sigma}^{-1}\, \dd\mat{\Sigma}\, \mat{\Sigma}^{-1", ..., ..., ...
    yield r"It comes from the log-likelihood $-\frac{N}{2", ...
    yield r"\left( \ln\det\mat{\Sigma} + \operatorname{tr}(\mat{S}\mat{\Sigma}^{-1", ...
    bracket = sp.expand(-COVARIANCE)
    yield (
        r"$-\frac{N}{2} (\mat{\Sigma}^{-1} - \mat{\Sigma}^{-1}\mat{S}\mat{\Sigma}^{-1",
        ...,
        bracket.coeff(s, 0).as_coeff_exponent(b)[1],
        bracket.coeff(s, 1).as_coeff_exponent(b)[1] / 2,
        bracket.coeff(s, 1).as_coeff_exponent(b)[1] / 2,
    )


def the_project():
    """The project's steps, and the pair of step 4 that hides a missing path."""
    for step in ("1", "2", "3", "4"):
        yield f"**Step {step}", ...
    yield r"sides: $2s\, \dd s$ is the mean of $2 c_i\, \dd c_i$", *2 * [sp.diff(s**2, s) / s]
    yield "gain is not 1", ...
    yield "your own step 3", ...

    def lost(x, u):
        return [u[0] * x[1], u[0] * x[0]]

    hidden = [u for u in (0, 1) if refuted_by(lambda x: [x[0] * x[1], x[1]], lost, [3, 5], [((1, u), (1, 2))]) is None]
    yield "step 4 a rule with a missing path agrees, because $u_2 = 0$", ..., *hidden
    yield "is 1 at place $j$ and 0", *np.unique(np.eye(3))[::-1]
