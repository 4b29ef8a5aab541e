"""The numbers of the common mistakes, the practice problems and the interview questions, computed by SymPy."""

import math

import numpy as np
import sympy as sp

from snippets.hessian_and_critical_points.numbers.methods import BYTES, MEGA, TERA, operations_of_cholesky
from snippets.hessian_and_critical_points.numbers.surfaces import (
    FOLIUM,
    TWISTED,
    P,
    T,
    X,
    Y,
    Z,
    at,
    curvatures,
    digits,
    direction,
    flat_places,
    gradient,
    hessian,
    middle_and_spread,
)
from snippets.hessian_and_critical_points.numbers.valleys import best, steps, turn, worst_off_home

WALLS = X**3 - 3 * X + Y**3 - 3 * Y
OVAL = 3 * X**2 + 2 * X * Y + 3 * Y**2
PEANO = (Y - X**2) * (Y - 3 * X**2)
U = float(np.finfo(float).eps) / 2


def _saddle_walk(k, rate=0.1):
    """Place on x² - y² after k steps of descent from (1, 1e-6), by its factors."""
    return (1 - 2 * rate) ** k, (1 + 2 * rate) ** k * 1e-6


def common_mistakes():
    """Common mistakes."""
    H, tilted, channel = hessian(TWISTED), sp.Matrix([[5, 4], [4, 5]]), hessian(-(Y**2))
    mixed = sp.diag(1, -1, -1)
    x, y = _saddle_walk(40)
    least = 2 * math.sqrt(4 * U / 12)  # of h²/12 + 4u/h², at the h where both are equal
    yield "$x^2 + 4xy + y^2$ both are 2", ..., ..., ..., *{H[0, 0], H[1, 1]}
    yield "here $ac - b^2 = 4 - 16 < 0$", ..., H[0, 0] * H[1, 1], H[0, 1] ** 2, ...
    yield 'write:** `if det(H) > 0: return "minimum"`', ...
    yield "with 1, −1 and −1 has the determinant 1 and the corner 1", ..., ..., ..., mixed.det(), mixed[0, 0]
    yield "for $-y^2$ the Hessian has the rows $(0, 0)$ and $(0, -2)$", ..., *channel
    yield r"write:** $f(x + h) \approx f(x) + f'(x)\,h + f''(x)\,h^2$", ...
    yield "from 2 to 2.1", ..., ...
    yield (
        r"right:** $\frac{1}{2} f'' h^2$ and $\frac{1}{2} \vect{d}^\T \mat{H}\,\vect{d}$",
        1 / sp.factorial(2),
        ...,
        1 / sp.factorial(2),
    )
    yield "second: $f = x^2$ at 0", ..., ...
    yield "derivative 5, so any rate below $2/5$", ..., sp.solve(1 - P * 5 + 1, P)[0]
    yield "with the rows $(5, 4)$ and $(4, 5)$", *tilted
    yield "axis. It is 9", curvatures(tilted)[-1]
    yield "is shorter than 0.01", ...
    yield r"from $(1, 10^{-6})$ with $\eta = 0.1$", ..., ..., ...
    yield "step 40 the gradient is 0.003. By step 80", ..., math.hypot(2 * x, 2 * y), ...
    yield "$x^3 + y^3 - 3xy$ from $(0.4, 0.2)$", ..., ..., ..., ..., ...
    yield "with $h = 10^{-8}$", ...
    yield "by $h^2 = 10^{-16}$. The sine at 1", ..., sp.Rational(1, 10**8) ** 2, ...
    yield (
        r"Truncation $\frac{h^2}{12} \abs{f''''}$ against rounding of a few $u \abs{f} / h^2$",
        ...,
        1 / _second_difference().coeff(P, 2),
        ...,
    )
    yield (
        r"near $u^{1/4} \approx 10^{-4}$, and about 8",
        ...,
        U ** (1 / 4),
        -math.log10(least),
    )
    yield "with $h$ near $10^{-5}$", 10.0 ** round(math.log10(U ** (1 / 3)))


def _second_difference():
    """Error of the second difference of the exponential function at 0, as a series in the step p."""
    return ((sp.exp(P) - 2 + sp.exp(-P)) / P**2 - 1).series(P, 0, 4).removeO()


def problem_four_flat_places():
    """Practice problems: four flat places."""
    slopes = [sp.diff(term, v) for v in (X, Y) for term in (v**3, -3 * v)]
    places = [(1, 1), (-1, -1), (1, -1)]
    assert set(flat_places(WALLS)) == {*places, (-1, 1)}
    minimum, maximum, saddle = places
    bends = [list(hessian(WALLS, *place).diagonal()) for place in places]
    yield "of $f(x, y) = x^3 - 3x + y^3 - 3y$", ..., ..., ..., ...
    yield (
        r"Solution: $\nabla f = (3x^2 - 3,\; 3y^2 - 3)^\T$ is zero for $x = \pm 1$ and $y = \pm 1$",
        *digits(*slopes),
        max(x for x, _ in flat_places(WALLS)),
        max(y for _, y in flat_places(WALLS)),
    )
    yield "- $(1, 1)$: 6 and 6, a minimum with the value −4", *minimum, *bends[0], at(WALLS, *minimum)
    yield "- $(-1, -1)$: −6 and −6, a maximum with the value 4", *maximum, *bends[1], at(WALLS, *maximum)
    yield (
        "- $(1, -1)$ and $(-1, 1)$: 6 and −6, saddles with the value 0",
        *saddle,
        *reversed(saddle),
        *bends[2],
        at(WALLS, *saddle),
    )
    yield "entries $6x$ and $6y$", *digits(*(sp.diff(v**3, v, 2) for v in (X, Y)))


def problem_three_variables():
    """Practice problems: three variables and a parameter."""
    f = X**2 + Y**2 + Z**2 + T * X * Y + T * Y * Z
    H = sp.hessian(f, (X, Y, Z))
    minors = [sp.expand(H[:k, :k].det()) for k in (1, 2, 3)]
    edge = max(sp.solve(minors[2], T))
    numbers = [minor.subs(T, sp.Rational(3, 2)) for minor in minors]
    along = f.subs({X: 1, Y: -sp.sqrt(2), Z: 1, T: sp.Rational(3, 2)})
    yield r"does $f(x, y, z) = x^2 + y^2 + z^2 + t\,xy + t\,yz$", ..., ..., ...
    yield "Check $t = 1.5$", ...
    yield (
        r"\begin{pmatrix} 2 & t & 0 \\ t & 2 & t \\ 0 & t & 2 \end{pmatrix}",
        H[0, 0],
        H[0, 2],
        H[1, 1],
        H[2, 0],
        H[2, 2],
    )
    yield (
        r"&2, \qquad 4 - t^2, \\ &2(4 - t^2) - t \cdot 2t = 8 - 4t^2",
        minors[0],
        minors[1].coeff(T, 0),
        sp.degree(minors[1], T),
        H[2, 2],
        minors[1].coeff(T, 0),
        sp.degree(minors[1], T),
        H[0, 0],
        minors[2].coeff(T, 0),
        -minors[2].coeff(T, 2),
        sp.degree(minors[2], T),
    )
    yield "if $t^2 < 2$. (The condition $t^2 < 4$", ..., edge**2, ..., max(sp.solve(minors[1], T)) ** 2
    yield r"\abs{t} < \sqrt{2} = 1.4142$", edge**2, edge.evalf()
    yield r"for $\abs{t} = \sqrt{2}$ the determinant is 0", edge**2, minors[2].subs(T, edge)
    yield "lowest eigenvalue is 0", min(H.subs(T, edge).eigenvals())
    yield "minima. $t = 1.5$: the minors are 2, 1.75 and −1", ..., *numbers
    yield r"Along $(1, -\sqrt{2}, 1)$", ..., ..., ...
    yield r"$f = 4 - 3\sqrt{2} = -0.2426$", along.subs(sp.sqrt(2), 0), -along.coeff(sp.sqrt(2)), ..., along.evalf()


def problem_valley_and_newton():
    """Practice problems: a valley in numbers, and a step of Newton."""
    H = hessian(OVAL)
    middle, spread = middle_and_spread(H)
    low, high = curvatures(H)
    rate, left = best(low, high)
    here = (2, 1)
    slopes, bend = sp.Matrix(gradient(FOLIUM, *here)), hessian(FOLIUM, *here)
    there = [a + b for a, b in zip(here, bend.LUsolve(-slopes), strict=True)]
    minimum = flat_places(FOLIUM)[1]
    yield "Let $f(x, y) = 3x^2 + 2xy + 3y^2$", ..., ..., ..., ..., ...
    yield "rows $(6, 2)$ and $(2, 6)$ (mind the factor 2", *H, sp.diff(X**2, X, 2)
    yield (
        r"are $6 \mp 2$, 4 along $(1, -1)$ and 8 along $(1, 1)$. So $\kappa = 2$",
        middle,
        spread,
        low,
        *direction(H, low),
        high,
        *direction(H, high),
        high / low,
    )
    yield (
        r"Limit $2/8 = 0.25$. Best rate $2/12 = 0.1667$. Factor $\frac{2 - 1}{2 + 1} = \frac{1}{3}$",
        *2 * sp.solve(1 - P * high + 1, P),
        rate,
        rate.evalf(),
        high / low,
        ...,
        high / low,
        ...,
        left,
    )
    yield r"Steps: $\ln 1000 / \ln 3 = 6.29$, so 7", ..., 1 / left, math.log(1000, 1 / left), steps(2)
    yield r"$\arcsin\frac{1}{3} = 19.47°$", left, worst_off_home(2)
    yield "$x^3 + y^3 - 3xy$ from $(2, 1)$", ..., ..., ..., ..., ...
    yield (
        r"Solution: $\nabla f = (12 - 3,\; 3 - 6)^\T = (9, -3)^\T$, and the Hessian has the rows $(12, -3)$",
        *(at(term, *here) for term in (3 * X**2, 3 * Y, 3 * Y**2, 3 * X)),
        *slopes,
        *bend[0, :],
    )
    yield "$(12, -3)$ and $(-3, 6)$", *bend
    yield "determinant $72 - 9 = 63$", bend[0, 0] * bend[1, 1], bend[0, 1] ** 2, bend.det()
    yield r"Solve $\mat{H}\vect{s} = (-9, 3)^\T$", *-slopes
    yield r"-\frac{45}{63} = -\frac{5}{7}", *2 * [there[0] - here[0]]
    yield r"= \frac{9}{63} = \frac{1}{7}", *2 * [there[1] - here[1]]
    yield (
        r"is $(\frac{9}{7}, \frac{8}{7}) = (1.2857, 1.1429)$. The value falls from 3",
        *there,
        *(place.evalf() for place in there),
        at(FOLIUM, *here),
    )
    yield r"to $-\frac{271}{343} = -0.7901$", at(FOLIUM, *there), at(FOLIUM, *there).evalf()
    yield "is −1 at $(1, 1)$", at(FOLIUM, *minimum), *minimum


def problem_minimum_along_lines():
    """Practice problems: a minimum along every line."""
    k = sp.Symbol("k", nonzero=True)
    floor = sp.expand(PEANO.subs(Y, 0))
    on_line = sp.Poly(PEANO.subs(Y, k * X), X)
    parabola = sp.expand(PEANO.subs(Y, 2 * X**2))
    between = [sp.solve(factor, Y)[0] / X**2 for factor in PEANO.args]
    yield "that $f(x, y) = (y - x^2)(y - 3x^2)$ has a minimum at 0", ..., ..., ..., ...
    yield (
        r"with $k \ne 0$: $f = x^2 (k - x)(k - 3x)$, positive for small $x \ne 0$",
        ...,
        min(power for (power,) in on_line.monoms()),
        max(between),
        ...,
    )
    yield "On $y = 0$: $3x^4$. On $x = 0$: $y^2$", ..., *digits(floor), ..., *digits(PEANO.subs(X, 0))
    yield "parabola $y = 2x^2$", sp.Rational(1, 2) * sum(between), ...
    yield r"zeros, $f = x^2 \cdot (-x^2) = -x^4 < 0$", ..., ..., *digits(parabola), ...
    yield (
        "out, $f = y^2 - 4x^2 y + 3x^4$. The Hessian at the origin has the rows $(0, 0)$",
        *digits(*(sp.expand(PEANO).coeff(Y, power) * Y**power for power in (2, 1, 0))),
        *hessian(PEANO)[0, :],
    )
    yield "$(0, 0)$ and $(0, 2)$", *hessian(PEANO)


def exercises_and_questions():
    """Exercises, interview questions, key takeaways and checklist."""
    n = sp.Symbol("n")
    cost = operations_of_cholesky(n)
    b, c = sp.symbols("b c")
    no_square = sp.Matrix([[0, b], [b, c]])
    yield r"smallest, $\kappa \ge 1$", np.linalg.cond(np.eye(2))
    yield r"the ratio $\sqrt{\kappa}$: 1", math.sqrt(np.linalg.cond(np.eye(2)))
    yield "with condition number 1000", ...
    yield r"about $\frac{1}{2}(a x^2 + 2bxy + c y^2)$", 1 / sp.factorial(2), ..., ..., ...
    yield r"$$a \left( x + \frac{b}{a} y \right)^2 + \frac{ac - b^2}{a}\, y^2 .$$", ..., ..., ...
    yield "one. $x^2 - y^4$ has the eigenvalues 2 and 0", ..., ..., *reversed(curvatures(hessian(X**2 - Y**4)))
    yield (
        r"(For $a = 0$ that means $b \ne 0$, and $y\,(2bx + cy)$",
        ...,
        ...,
        sp.expand((sp.Matrix([[X, Y]]) * no_square * sp.Matrix([X, Y]))[0]).coeff(b * X * Y),
    )
    yield "If it is 0", ...
    yield "what happens beyond $2/c$", sp.solve(1 - P + 1, P)[0]
    yield "its path turns by 90°", turn(9)
    yield r"most $\norm{\nabla f}^2 / (2m)$", ..., -1 / (X**2 / 2 - X).subs(X, 1)
    yield "a rate below $2/M$", max(sp.solve(-P + P**2 / 2, P))
    yield "it begins with $t = 1$", ...
    yield "as $10^{-4}$. So the fall", ...
    yield (
        "on $x^2$ each of the places 2, −1.5, 1.25, −1.125, … is lower than the one before, and yet they never reach 0",
        ...,
        *((-1) ** k * (1 + 0.5**k) for k in range(4)),
        ...,
    )
    yield "condition number near 1", ...
    yield r"parameter; $\mat{P} = \mat{H}^{-1}$", ...
    yield r"step to step: $1/\lambda_1, \ldots, 1/\lambda_n$", ..., ...
    yield r"obeys $$e_{k+1} = (1 + \beta - \eta\lambda)\, e_k - \beta\, e_{k-1} .$$", ..., ..., ...
    yield r"factor $(\sqrt{\kappa} - 1)/(\sqrt{\kappa} + 1)$", ..., ...
    yield r"becomes $r^2 - (1 + \beta - \eta\lambda)\, r + \beta = 0$", ..., ..., ...
    yield r"ends: $$\sqrt{\kappa} = \frac{1 + \sqrt{\beta}}{1", ..., ...
    yield r"\quad \sqrt{\beta} = \frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1", ..., ...
    yield r"squares it is $\frac{2}{n}\mat{J}^\T \mat{J}$", sp.diff(X**2, X, 2)
    yield "random start has probability 0", ...
    yield r"takes about $\ln(1/d) / \ln(1 + \eta\abs{\lambda})$", ..., ...
    yield r"\vect{g}^\T \vect{s} + \tfrac{1}{2}", 1 / sp.factorial(2)
    yield (
        "entries, 4 TB for $10^6$ parameters in single precision. Time: about $n^3/3$",
        BYTES * MEGA**2 / TERA,
        ...,
        sp.degree(cost, n),
        1 / sp.LC(cost),
    )
    yield r"\frac{1}{n} \norm{\mat{X}\vect{\theta} - \vect{y}}^2", ..., ...
    yield r"$$\vect{d}^\T \mat{X}^\T \mat{X}\,\vect{d} = \norm{\mat{X}\vect{d}}^2 \ge 0", ..., ...
    yield r"is $\max(\abs{1 - \eta\lambda_{\min}}, \abs{1 - \eta\lambda_{\max}})$", ..., ...
    yield (
        r"passing 0, rises. The maximum is smallest where they are equal: $1 - \eta\lambda_{\min} = "
        r"\eta\lambda_{\max} - 1$",
        ...,
        ...,
        ...,
    )
    low, high = sp.symbols("low high", positive=True)
    yield r"so $\eta = 2/(\lambda_{\min} + \lambda_{\max})$", best(low, high)[0] * (low + high)
    yield r"\lambda_{\min}} = \frac{\kappa - 1}{\kappa + 1", ..., ...
    yield r"for $\lambda_i < 0$", ...
    yield "Dauphin and others (2014)", ...
    yield r"of $\mat{X}$ by 100", ...
    yield "differ in scale by a factor of 100", ...
    yield "differ by a factor of about 10,000", 100**2
    yield "million parameters has 4", BYTES * MEGA**2 / TERA
    yield "with the same Hessian at 0", ...
