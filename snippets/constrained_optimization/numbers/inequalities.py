"""The numbers on the page about inequalities, missing multipliers and the dual, by SymPy and by SciPy's solvers."""

import sympy as sp
from scipy import optimize

from snippets.constrained_optimization.barrier import BOUNDS, PROFIT, WALLS
from snippets.constrained_optimization.qualification import cusp
from snippets.constrained_optimization.target import TARGET, miss

X, Y, B, C, LAM, MU = sp.symbols("x y b c lambda mu", real=True)
MISS = miss((X, Y))


def _closest(b):
    """Point nearest to the target with x + y ≤ b, by SciPy, and the multiplier, minus the slope of the least value."""

    def best(level):
        constraint = {"type": "ineq", "fun": lambda p: level - p.sum()}
        return optimize.minimize(miss, [0, 0], constraints=constraint, method="SLSQP", options={"ftol": 1e-15})

    h = 1e-4
    price = (best(b - h).fun - best(b + h).fun) / (2 * h)
    return [round(float(x), 5) for x in best(b).x], round(float(price), 4)


def _corner():
    """Best point of the polygon by SciPy's linear programming, its value, and the prices of the four walls."""
    program = optimize.linprog(-PROFIT, A_ub=WALLS, b_ub=BOUNDS, bounds=(None, None))
    return [round(x) for x in program.x], -program.fun, -program.ineqlin.marginals


def constraints_that_may_be_idle():
    """Constraints that may be idle."""
    wish = sum(TARGET)
    yield r"is $x + y - 6 \le 0$", ..., ...
    yield "to the target $(2, 1)$", ..., ...
    yield "has $x + y = 3$. With $b = 2$", wish, ...
    yield "With $b = 4$ we", ...
    yield "nothing: its multiplier is 0", _closest(4)[1]
    yield "(2, 1) and the line x + y = b with the forbidden side shaded. For b = 2", ..., ..., ...
    yield "best point (1.5, 0.5)", *_closest(2)[0]
    yield "For b = 4 the", ...
    yield r"left: $\nabla f = \vect{0}$", sp.diff(MISS, X).subs(X, TARGET[0])
    yield r"if $g(\vect{x}) = 0$ there, and inactive if $g(\vect{x}) < 0$", ..., ...
    yield "is 0. An active one usually has a positive multiplier; it can be 0", ..., ...


def the_four_conditions():
    """Four conditions."""
    yield r"multipliers, $\mu_i\, g_i(\vect{x}) = 0$", ...
    yield r"and $\vect{h} = \vect{0}$", ...
    yield "master's thesis of 1939", ...
    yield "published them in 1951", ...
    yield r"with $\nabla g \cdot \vect{v} < 0$", ...
    yield r"which is $\ge 0$", ...
    yield r"only $\nabla f = \vect{0}$ would do. $(1, 1)$", ..., ..., ...
    yield "target problem with $b = 2$:", ...


def which_constraints_are_active():
    """Which constraints are active, by cases."""
    point, price = _closest(2)
    wish, idle = sum(TARGET), _closest(4)[1]
    corner, value, prices = _corner()
    push = PROFIT
    yield "(2, 1). If x + y at most b holds there, as for b = 4", ..., ..., ...
    yield "multiplier 0. If not, as for b = 2, take the constraint as an equation. That gives (1.5", idle, ..., point[0]
    yield "(1.5, 0.5) with multiplier 1", *point, price
    yield '= 0$<br/>$∇f = 0$<br/>$→ (2, 1)$"] fits(["feasible?<br/>$2 + 1', idle, ..., *TARGET, *TARGET
    yield 'idle["answer<br/>$(2, 1)$, $μ = 0$"]:::good tight["assume: active<br/>$∇f + μ∇g = 0', *TARGET, idle, ...
    yield "= 2$<br/>$→ (1.5, 0.5)$<br/>$μ = 1", ..., *point, price
    yield 'done["answer<br/>$(1.5, 0.5)$, $μ = 1', *point, price
    yield '= 4$:<br/>$3 ≤ 4$"| idle fits -->|"$b = 2$:<br/>$3 > 2', ..., wish, ..., ..., wish, ...
    yield 'tight -->|"dual feasible:<br/>$1 ≥ 0', price, ...
    yield "are up to $2^m$", ...
    yield "With 20 inequalities there are a million", ...
    yield (
        r"multiplier is 0: with $x + y \le 4$ the target $(2, 1)$",
        idle,
        ...,
        *TARGET,
    )
    yield (
        r"With $x + y \le 2$ the constraint is active, the best point is $(1.5, 0.5)$, and its price is 1",
        ...,
        *point,
        price,
    )
    yield "(3, 1) the push along (1, 2)", *corner, *push
    yield "the corner (0, 2)", 0, BOUNDS[1] / WALLS[1][1]
    yield "+ 2y show the values 2, 4 and 5", ..., ..., PROFIT @ [0, BOUNDS[1] / WALLS[1][1]], value
    yield (
        r"with $x + y \le 4$, $x + 3y \le 6$ and $x, y \ge 0$. At $(3, 1)$ the push $(1, 2)$",
        *4 * [...],
        *corner,
        *push,
    )
    yield (
        r"is $\frac{1}{2} (1, 1) + \frac{1}{2} (1, 3)$: both prices are $\frac{1}{2}$",
        prices[0],
        ...,
        ...,
        prices[1],
        ...,
        ...,
        *set(prices[:2]),
    )
    yield r"prices are $\frac{1}{2}$. At $(0, 2)$", prices[0], 0, BOUNDS[1] / WALLS[1][1]


def prices_of_inequalities():
    """Prices of inequalities."""
    optimum = sp.solve(sp.diff(MISS.subs(Y, B - X), X), X)[0]
    p = sp.factor(MISS.subs({X: optimum, Y: B - optimum}))
    share = sp.Rational(1, 2) if sp.simplify(p - (sum(TARGET) - B) ** 2 / 2) == 0 else None
    yield (
        r"problem $p(b) = \frac{(3 - b)^2}{2}$ as long as $b < 3$, and 0 beyond. Its slope at $b = 2$",
        sp.solve(p, B)[0],
        sp.degree(p, B),
        1 / share,
        sum(TARGET),
        MISS.subs({X: TARGET[0], Y: TARGET[1]}),
        ...,
    )
    yield "is −1, at $b = 4$ it is 0", sp.diff(p, B).subs(B, 2), ..., -_closest(4)[1]
    yield "= −0.2 and somebody reports μ = 0.5", ..., ...
    yield r"slackness: $0.5 \cdot (-0.2) \ne 0$", ..., ..., ...
    yield "have the price 0", ...


def when_there_is_no_multiplier():
    """When there is no multiplier."""
    constraint = cusp((X, Y))
    slopes = sp.diff(constraint, X), sp.diff(constraint, Y)
    at_tip = [slope.subs({X: 0, Y: 0}) for slope in slopes]
    push = [sp.diff(X, v) for v in (X, Y)]
    yield r"constraint $y^2 - x^3 \le 0$. Since $x^3 \ge y^2 \ge 0$", *6 * [...]
    yield (
        r"There $\nabla f = (1, 0)^\T$. But $\nabla g = (-3x^2, 2y)^\T$ is $(0, 0)^\T$",
        *push,
        slopes[0].as_coeff_exponent(X)[0],
        slopes[0].as_coeff_exponent(X)[1],
        slopes[1].as_coeff_exponent(Y)[0],
        *at_tip,
    )
    yield r"makes $(1, 0)^\T + \mu\, (0, 0)^\T$", *push, *at_tip
    yield "falls vertically through 0", ...
    yield r"is $-\sqrt[3]{c}$, whose slope at 0", sp.degree(constraint, X), ...
    yield (
        "point 0. Minimize $x$ under it: the minimum is 0, the slope of $f$ is 1",
        *sp.solve(X**2, X),
        *sp.solve(X**2, X),
        sp.diff(X, X),
    )
    yield r"constraint 0. The same set, written as $-x \le 0$", sp.diff(X**2, X).subs(X, 0), ...


def what_a_wrong_price_tells():
    """What a wrong price tells."""
    lagrangian = MISS + MU * (X + Y - 2)
    least = sp.solve([sp.diff(lagrangian, v) for v in (X, Y)], [X, Y])
    q = sp.expand(lagrangian.subs(least))
    price = sp.solve(sp.diff(q, MU), MU)[0]
    yield "forbid $x + y > 2$", ...
    yield "each unit beyond 2", ...
    yield r"minimize $L = (x - 2)^2 + (y - 1)^2 + \mu (x + y - 2)$", *5 * [...]
    yield (
        r"at $(2 - \frac{\mu}{2},\, 1 - \frac{\mu}{2})$",
        least[X].subs(MU, 0),
        -1 / least[X].coeff(MU),
        least[Y].subs(MU, 0),
        -1 / least[Y].coeff(MU),
    )
    yield "this table exceeds 0.5", q.subs(MU, price)
    yield "is at most 0", ...
    yield r"for $\mu = 3 - b$", sum(TARGET)
    yield r"(for $b \le 3$)", sum(TARGET)
    yield "at 0.5, the optimum with the constraint, and touches it at price 1", q.subs(MU, price), price
    yield "gap at price 0.4", ...
    yield "the price 0.5 shows that no feasible point is below 0.375", ..., q.subs(MU, sp.Rational(1, 2))
    yield "the right price, 1, gives the optimum 0.5", price, q.subs(MU, price)
    yield "problem with $b = 2$ the price", ...


def hints():
    """Exercises, and a turned constraint."""
    yield r"says $2(\vect{x} - \vect{t}) + \mu \vect{a} = \vect{0}$", ..., ...
    yield r"Hint: $\mu = 2\, (\vect{a} \cdot \vect{t} - b) / \norm{\vect{a}}^2$", ..., ...
    yield r"for $g \le 0$. With the other", ...
