"""The numbers of the practice problems, solved by SymPy."""

import math

import sympy as sp

X, Y, C, P, LAM, RHO, TAU = sp.symbols("x y c p lambda rho tau", real=True)
M1, M2 = sp.symbols("mu1 mu2", real=True)


def two_unequal_springs():
    """Two unequal springs."""
    slopes = [sp.diff(X**2 + 3 * Y**2, v) for v in (X, Y)]
    point = sp.solve([slopes[0] + LAM, slopes[1] + LAM, X + Y - C], [X, Y, LAM])
    value = sp.expand((X**2 + 3 * Y**2).subs(point))
    at_4 = {v: point[v].subs(C, 4) for v in (X, Y, LAM)}
    more = sp.Rational(41, 10)
    yield "Minimize $x^2 + 3y^2$ subject to $x + y = 4$", *4 * [...]
    yield "level 4 is raised to 4.1", ..., ...
    yield (
        r"is $2x + \lambda = 0$ and $6y + \lambda = 0$, so $x = 3y$, and $x + y = 4$",
        slopes[0].coeff(X),
        ...,
        slopes[1].coeff(Y),
        ...,
        slopes[1].coeff(Y) / slopes[0].coeff(X),
        ...,
    )
    yield r"gives $(3, 1)$ with $\lambda = -6$", *at_4.values()
    yield r"is $-\lambda = 6$", -at_4[LAM]
    yield (
        r"point is $(\frac{3c}{4}, \frac{c}{4})$",
        sp.fraction(point[X])[0].coeff(C),
        sp.denom(point[X]),
        sp.denom(point[Y]),
    )
    yield (
        r"At 4.1 that is 12.6075: a rise of 0.6075. The slope $\frac{3}{2} c$ at 4",
        more,
        value.subs(C, more),
        value.subs(C, more) - value.subs(C, 4),
        sp.diff(value, C) / C,
        4,
    )
    yield "at 4 is 6", 4, sp.diff(value, C).subs(C, 4)


def four_cases():
    """Four cases."""
    f, g1, g2 = (X + 1) ** 2 + (Y - 3) ** 2, X + Y - 1, -X
    first, second = (sp.diff(f + M1 * g1 + M2 * g2, v) for v in (X, Y))

    def case(*equations):
        return sp.solve([first, second, *equations], [X, Y, M1, M2])

    free, only_1, only_2, both = case(M1, M2), case(g1, M2), case(M1, g2), case(g1, g2)
    yield r"nearest to $(-1, 3)$ with $x + y \le 1$", ..., ..., ...
    yield (
        r"Solution: $f = (x + 1)^2 + (y - 3)^2$, $g_1 = x + y - 1$, $g_2 = -x$. "
        r"Stationarity: $2(x + 1) + \mu_1 - \mu_2 = 0$",
        *5 * [...],
        sp.expand(first).coeff(X),
        -free[X],
        ...,
    )
    yield r"and $2(y - 3) + \mu_1 = 0$", sp.expand(second).coeff(Y), free[Y], ...
    yield (
        "| $(-1, 3)$ | infeasible: $g_1 = 1$, $g_2 = 1$",
        free[X],
        free[Y],
        g1.subs(free),
        g2.subs(free),
    )
    yield r"| $(-1.5, 2.5)$, $\mu_1 = 1$", only_1[X], only_1[Y], only_1[M1]
    yield (
        r"| $(0, 3)$, $\mu_2 = 2$ | infeasible: $x + y = 3$",
        only_2[X],
        only_2[Y],
        only_2[M2],
        only_2[X] + only_2[Y],
    )
    yield r"| $(0, 1)$, $\mu_1 = 4$, $\mu_2 = 6$", both[X], both[Y], both[M1], both[M2]
    yield (
        "answer is $(0, 1)$ with $f = 1 + 4 = 5$",
        both[X],
        both[Y],
        (both[X] + 1) ** 2,
        (both[Y] - 3) ** 2,
        f.subs(both),
    )


def penalty_and_barrier():
    """Penalty and barrier for one variable."""
    exact = sp.solve([sp.diff(X**2 + LAM * (1 - X), X), 1 - X], [X, LAM])
    outside = sp.solve(sp.diff(X**2 + RHO / 2 * (1 - X) ** 2, X), X)[0]
    violation = sp.simplify(1 - outside)
    slope = sp.together(sp.diff(X**2 - TAU * sp.log(X - 1), X))
    quadratic = sp.Poly(sp.fraction(slope)[0], X)
    inside = max(sp.solve(sp.fraction(slope)[0], X), key=lambda root: root.subs(TAU, 1))
    inner = sp.simplify((2 * inside - 1) ** 2)  # 1 + 2τ
    yield r"to $x \ge 1$. Solve", ...
    yield (
        r"Exactly: $x = 1$, and $2x - \mu = 0$ for $g = 1 - x$ gives $\mu = 2$",
        exact[X],
        sp.diff(X**2, X).coeff(X),
        ...,
        ...,
        exact[LAM],
    )
    yield (
        r"Penalty: $x^2 + \frac{\rho}{2} (1 - x)^2$ for $x < 1$ has the slope $2x - \rho (1 - x)$",
        *5 * [...],
        sp.diff(X**2, X).coeff(X),
        ...,
    )
    yield (
        r"zero at $x_\rho = \frac{\rho}{2 + \rho}$. The violation is $\frac{2}{2 + \rho}$",
        sp.denom(outside).subs(RHO, 0),
        sp.fraction(violation)[0],
        sp.denom(violation).subs(RHO, 0),
    )
    yield (
        r"it, $\frac{2\rho}{2 + \rho}$, goes to 2 from below: 1.667 for $\rho = 10$",
        sp.fraction(violation)[0],
        sp.denom(violation).subs(RHO, 0),
        sp.limit(RHO * violation, RHO, sp.oo),
        (RHO * violation).subs(RHO, 10),
        ...,
    )
    yield (
        r"Barrier: $x^2 - \tau \ln(x - 1)$ has the slope $2x - \frac{\tau}{x - 1}$",
        ...,
        ...,
        sp.diff(X**2, X).coeff(X),
        exact[X],
    )
    yield (
        r"where $2x^2 - 2x - \tau = 0$, that is $x_\tau = \frac{1 + \sqrt{1 + 2\tau}}{2}$",
        quadratic.coeff_monomial(X**2),
        quadratic.degree(),
        -quadratic.coeff_monomial(X),
        ...,
        sp.simplify(2 * inside - sp.sqrt(inner)),
        inner.subs(TAU, 0),
        inner.coeff(TAU),
        sp.denom(sp.together(inside)),
    )
    yield (
        r"estimate $\frac{\tau}{x_\tau - 1} = 2x_\tau$ goes to 2 from above: 2.095 for $\tau = 0.1$",
        ...,
        sp.simplify(TAU / (inside - 1) / inside),
        sp.limit(2 * inside, TAU, 0, "+"),
        (TAU / (inside - 1)).subs(TAU, sp.Rational(1, 10)),
        ...,
    )


def other_problems():
    """The most even distribution, and a first component by hand."""
    slope = sp.diff(P * sp.log(P), P)
    covariance = sp.Matrix([[3, 1], [1, 3]])
    (small, _, (second,)), (large, _, (first,)) = sorted(covariance.eigenvects())
    first, second = first / first[0], second / second[0]
    yield (
        r"under $\sum_i p_i - 1 = 0$. Stationarity is $\ln p_i + 1 + \lambda = 0$",
        ...,
        ...,
        slope - sp.log(P),
        ...,
    )
    yield (
        r"number, $\frac{1}{n}$, and $\lambda = \ln n - 1$. The entropy is $\ln n$: 1.792",
        ...,
        slope - sp.log(P),
        -sum(math.log(1 / 6) / 6 for _ in range(6)),
    )
    yield r"derivative $\frac{1}{p} > 0$", sp.diff(slope, P) * P, ...
    yield "rows $(3, 1)$ and $(1, 3)$", *4 * [...]
    yield (
        r"Solution: $(3 - \lambda)^2 - 1 = 0$ gives $\lambda = 4$ and $\lambda = 2$. For 4",
        covariance[0, 0],
        2,
        covariance[0, 1] ** 2,
        ...,
        large,
        small,
        large,
    )
    yield "$3w_1 + w_2 = 4w_1$", covariance[0, 0], large
    yield (
        r"and $\vect{w} = \frac{1}{\sqrt{2}} (1, 1)^\T$. For 2: $\frac{1}{\sqrt{2}} (1, -1)^\T$",
        1,
        first.dot(first),
        *first,
        small,
        1,
        second.dot(second),
        *second,
    )
    yield r"total variance is $4 + 2 = 6$", large, small, covariance.trace()
    yield r"first component carries $\frac{4}{6}$", sp.Rational(large, covariance.trace())


def programs():
    """Programs."""
    yield "**Step 1", ...
    yield "**Step 2", ...
    yield r"with $t = (\vect{a} \cdot \vect{x} - b) / \norm{\vect{a}}^2$", ...
    yield "only, or allow 1e-9", ...
    yield "**Step 3", ...
    yield "**Step 4", ...
    yield r"to $(2, 0)$ behind $x + y \le 1$ and $x \ge 0$, from the corner $(0, 1)$", *6 * [...]
    yield "multipliers, which step 1", ...
