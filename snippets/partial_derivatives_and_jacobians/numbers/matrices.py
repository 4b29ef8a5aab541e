"""Matrix calculus and more identities: by SymPy."""

import sympy as sp

from snippets.symbols import x, y

ENTRIES = sp.Matrix(2, 2, sp.symbols("x11 x12 x21 x22"))


def slopes(number, matrix):
    """Return the derivatives of an expression with respect to the entries of a matrix of symbols.

    >>> slopes(ENTRIES.trace(), ENTRIES)
    Matrix([
    [1, 0],
    [0, 1]])
    """
    return matrix.applyfunc(lambda entry: sp.diff(number, entry))


def least_squares_and_two_more():
    """The recipe on least squares, and two more."""
    A, place = sp.Matrix([[1, 4], [0, 3]]), sp.Matrix([1, 2])
    point = sp.Matrix([x, y])
    gradient = [sp.diff((point.T * A * point)[0], s).subs({x: 1, y: 2}) for s in (x, y)]
    left, right = A * place, A.T * place
    rate, decay = sp.Rational(1, 10), sp.Rational(1, 100)
    error = 3 * x - 1
    yield (
        r"for $\norm{\mat{A} \vect{x} - \vect{b}}^2$, without the half, the gradient is "
        r"$2 \mat{A}^\T (\mat{A} \vect{x} - \vect{b})$",
        ...,
        sp.simplify(sp.diff(error**2, x) / error / 3),
    )
    yield r"rows $(1, 4)$ and $(0, 3)$ at $(1, 2)$: $\mat{A}\vect{x} = (9, 6)^\T$", *A, *place, *left
    yield r"and $\mat{A}^\T\vect{x} = (1, 10)^\T$, together $(10, 16)^\T$", *right, *gradient
    yield (
        r"factor $1 - \eta\lambda$. With $\eta = 0.1$ and $\lambda = 0.01$ that is 0.999",
        *(..., rate, decay, 1 - rate * decay),
    )
    yield "after 1,000 steps, without any other gradient, 36.8", ..., 100 * (1 - rate * decay) ** 1000


def more_identities():
    """More identities."""
    log_slopes = slopes(sp.log(ENTRIES.det()), ENTRIES)
    inverse = ENTRIES.inv()
    twins = [
        (i + 1, j + 1)
        for entry in (log_slopes[0, 0], log_slopes[0, 1])
        for i in range(2)
        for j in range(2)
        if sp.simplify(inverse[i, j] - entry) == 0
    ]
    here = dict(zip(ENTRIES, (2, 0, 0, 4), strict=True))
    a, b = sp.Matrix([1, 0]), sp.Matrix([3, 8])
    number = (a.T * inverse * b)[0]
    rule = slopes(number, ENTRIES)
    yield r"of $\ln\abs{x}$ is $\frac{1}{x}$", sp.diff(sp.log(x), x) * x
    yield "entries $(1, 1)$ and $(2, 1)$", *(index for twin in twins for index in twin)
    yield r"$\mat{A} = \mat{I}$ it is $2\mat{X}$", slopes((ENTRIES.T * ENTRIES).trace(), ENTRIES)[0] / ENTRIES[0]
    yield "$(n, n)$ and rank 1", rule.subs(here).rank()
    yield r"-\vect{a}^\T \mat{X}^{-1}\, \dd\mat{X}\, \mat{X}^{-1", ..., ...
    yield (
        r"With $\mat{X} = \operatorname{diag}(2, 4)$, $\vect{a} = (1, 0)^\T$ and $\vect{b} = (3, 8)^\T$",
        *6 * [...],
    )
    yield (
        r"is $\frac{3}{2}$, and the gradient has the rows $(-0.75, -1)$ and $(0, 0)$",
        number.subs(here),
        *rule.subs(here),
    )


def a_gaussian():
    """Where they meet: a Gaussian; in one dimension, with the mean square v of the data."""
    spread, mean = sp.symbols("s v", positive=True)
    (best,) = sp.solve(sp.diff(sp.log(spread) + mean / spread, spread), spread)
    yield r"$-\frac{1}{2} \left( \ln\det\mat{\Sigma} + \vect{e}^\T \mat{\Sigma}^{-1", ..., ...
    yield r"one $-\mat{\Sigma}^{-1} \vect{e}\, \vect{e}^\T \mat{\Sigma}^{-1}$", ..., ...
    yield r"where $\mat{\Sigma} = \frac{1}{N} \sum_k \vect{e}_k \vect{e}_k^\T$", best / mean
