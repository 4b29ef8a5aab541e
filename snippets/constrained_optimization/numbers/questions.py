"""The numbers of the mistakes, the hints, the questions and the lab, by SymPy."""

import sympy as sp

X, Y, C, P, LAM, RHO = sp.symbols("x y c p lambda rho", real=True)
LEAST = 9 / C  # the least error with c days


def back_to_the_six_days():
    """Back to the six days."""
    price = -sp.diff(LEAST, C).subs(C, 6)
    yield r"line, $\nabla f + \mu \nabla g = \vect{0}$ with $\mu = 0.25$", ..., price
    yield "is worth about 0.25", price
    yield "is 0.2143. And had the multiplier been 0", LEAST.subs(C, 6) - LEAST.subs(C, 7), ...


def common_mistakes():
    """Common mistakes."""
    lagrangian = X**2 + Y**2 + LAM * (X + Y - 2)
    found = sp.solve([sp.diff(lagrangian, v) for v in (X, Y, LAM)], [X, Y, LAM])
    turned = sp.solve([2 * (X - 2) + LAM, 2 * (Y - 1) + LAM, X + Y - 4], [X, Y, LAM])
    penalty = sp.hessian(RHO / 2 * (X + Y - 6) ** 2, (X, Y))
    curvature = max(penalty.eigenvals(), key=lambda v: v.subs(RHO, 1))
    price = -sp.diff(LEAST, C).subs(C, 6)
    yield (
        r"with $x + y = 2$ the answer is $(1, 1)$ with $\lambda = -2$. After 200",
        ...,
        found[X],
        found[Y],
        found[LAM],
        ...,
    )
    yield "with the rate 0.1", ...
    yield 'for "at most 4", they put $x + y = 4$', ..., ...
    yield "target $(2, 1)$ needs only 3", ..., ..., 2 + 1
    yield r"for $x + y \ge 4$ they take $g = x + y - 4$, and find $\mu = -1$", ..., ..., turned[LAM]
    yield r"first: $4 - x - y \le 0$", ..., ...
    yield "as *fun(x) ≥ 0", ...
    yield (
        "circle $x^2 + y^2 = 5$ is −5",
        *3 * [...],
        min(x + 2 * y for x, y in sp.solve([X**2 + Y**2 - 5, Y - 2 * X], [X, Y])),
    )
    yield "write:** `p = np.maximum(x, 0); p = p / p.sum()`", ...
    yield "it divides by 0", ...
    yield "at 0: the sum is 1", ..., ...
    yield r"constraint is about $2\rho$ here", curvature / RHO
    yield r"must stay below $\frac{2}{2\rho}$", ..., curvature / RHO
    yield "answer is $(4, 2)$", 6 * sp.Rational(2, 3), 6 * sp.Rational(1, 3)
    yield "worth 0.25 percent, so six more days bring 1.5", price, 6 * price


def exercises():
    """Exercises."""
    yield r"reads $-\frac{a}{x^2} + \lambda = 0$", -sp.diff(1 / X, X).as_coeff_exponent(X)[1], ...
    yield "is $a / x^2$", -sp.diff(1 / X, X).as_coeff_exponent(X)[1]
    yield "add up to 1", ...
    yield r"Hint: $(\text{sum of the } k \text{ largest} - 1) / k$", ...
    yield "Use `face - 3.5`", sp.Rational(sum(range(1, 7)), 6)


def interview_questions():
    """Interview questions."""
    slope = sp.diff(P * sp.log(P), P) - sp.log(P)
    least = -sp.sqrt(C)
    yield r"h$: $\nabla f + \lambda \nabla h = \vect{0}$", ...
    yield "constraint $h = 0$", ...
    yield "point, $g = 0$", ...
    yield r"slackness: $\mu_i g_i = 0$", ...
    yield r"so $\nabla h \cdot \vect{x}' = 1$", sp.diff(C, C)
    yield "has at least the margin 1", ...
    yield (
        r"is $\nabla f + \mu \vect{w} = \vect{0}$, which is that of minimizing "
        r"$f + \frac{\mu}{2} \norm{\vect{w}}^2$",
        *3 * [...],
    )
    yield "at $w_j = 0$", ...
    yield r"have $\mu_i = 0$ and drop out. Those with $\mu_i > 0$", ..., ...
    yield r"Stationarity, $$\ln p_i + 1 + \lambda - \beta s_i = 0,$$", slope, ...
    yield "gives probability 0 keeps", ...
    yield r"under $\vect{w}^\T \vect{w} = 1$", ...
    yield r"square: $$\frac{1}{2\eta} (w_j - a_j)^2", ..., ..., ...
    yield (
        "Only 0 is feasible, so it is the minimum. The slope of $f$ is 1",
        *sp.solve(X**2, X),
        sp.diff(X, X),
    )
    yield "of the constraint 0", sp.diff(X**2, X).subs(X, 0)
    yield (
        r"under $x^2 \le c$ the minimum is $-\sqrt{c}$, with infinite slope at 0",
        1 / least.as_coeff_exponent(C)[1],
        0,
    )
    yield "toward 0 by a fixed amount and stops at 0", ..., ...
    yield "numbers become exactly 0", ...
    yield r"around 0, standard deviation $t$, with $\mu = s^2 / t^2$", ..., ..., ...
    yield r"minimize $\frac{1}{2}\norm{\vect{w}}^2 + C \sum_i \xi_i$", ..., ...
    turning = sp.diff(sp.cos(X) ** 2, X, 2).subs(X, 0), sp.diff(sp.sin(X) ** 2, X, 2).subs(X, 0)
    assert turning == (-2, 2)  # the variance grows with the other eigenvalue less this one
    yield r"variance $\lambda_i \cos^2\theta + \lambda_j \sin^2\theta$", ..., ...
    yield "constraint this is 0", ...
    wells = (X**2 - 1) ** 2
    hill, low = wells.subs(X, 0), min(wells.subs(X, root) for root in sp.solve(sp.diff(wells, X), X))
    yield "under $x = 0$. The optimum is 1", ..., hill
    yield "never rises above 0. The best bound is 0, the gap 1", low, low, hill - low
    yield r"unless $\sum_i \mu_i y_i = 0$", ...
    yield r"$\sum_i \mu_i - \frac{1}{2} \norm{\vect{w}}^2$ with this", ..., ...
    yield "μ times the 1", ...


def key_takeaways():
    """Key takeaways."""
    yield r"touch: $\nabla f + \lambda \nabla h = \vect{0}$", ...


def the_lab():
    """The lab."""
    yield r"is $\nabla f + \mu\, w/\|w\| = 0$", ...
    yield "that are not 0", ...
    yield "leaves many at 0", ...


def questions_on_conditions():
    """Slater's condition, and lasso with two equal columns."""
    yield r"Only 0 is feasible, and no multiplier", sp.solve(sp.Symbol("x", real=True) ** 2)[0]
    yield "so does the 1-norm while", ...
    yield "Next to huge numbers the 1 is lost", ...
