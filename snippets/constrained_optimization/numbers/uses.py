"""The numbers on the pages about attacks, proximal steps, priors, duals and soft margins, by SciPy and SymPy."""

import math
from itertools import product

import numpy as np
import sympy as sp
from scipy import optimize

from snippets.constrained_optimization.attack import INPUT, WEIGHTS
from snippets.constrained_optimization.margin import LABELS, POINTS, WITH_INTRUDER
from snippets.constrained_optimization.projections import slanted
from snippets.constrained_optimization.regularization import FEATURES, OUTCOMES

X, Y, P, Q, LAM, BETA, T = sp.symbols("x y p q lambda beta t", real=True)


def nearest_points():
    """Nearest points."""
    point = np.array([0.9, 0.5, -0.2])
    constraints = {"type": "eq", "fun": lambda p: p.sum() - 1}
    nearest = optimize.minimize(
        lambda p: np.sum((p - point) ** 2), np.ones(3) / 3, bounds=[(0, None)] * 3, constraints=constraints, tol=1e-14
    ).x
    yield "for $(0.9, 0.5, -0.2)$", ..., ..., ...
    yield "is $(0.7, 0.3, 0)$", *nearest


def one_projected_step():
    """Step, then project."""
    angle = optimize.minimize_scalar(
        lambda a: slanted((math.cos(a), math.sin(a))), bounds=(0, 1), method="bounded", options={"xatol": 1e-12}
    ).x
    end = {X: math.cos(angle), Y: math.sin(angle)}
    slopes = [sp.diff(slanted((X, Y)), v).subs(end) for v in (X, Y)]
    stepped = [c - s / 5 for c, s in zip(end.values(), slopes, strict=True)]
    yield r"There $\nabla f = (-2.7654, -1.2605)^\T$, and with $\eta = 0.2$", *slopes, ...
    yield "to $(1.4630, 0.6669)$, which has the length 1.6078", *stepped, math.hypot(*stepped)


def an_attack():
    """An attack is a projected ascent."""
    corners = [INPUT + 0.4 * np.array(signs) for signs in product([-1, 1], repeat=3)]
    worst = min(corners, key=lambda x: WEIGHTS @ x)
    yield "score $s = 2x_1 - x_2 + 0.5x_3$ that should be positive, and the input $(0.6, 0.2, 0.4)$", *5 * [...]
    yield "with $s = 1.2$", WEIGHTS @ INPUT
    yield "With $r = 0.4$ that is $(0.2, 0.6, 0)$", ..., *worst
    yield r"by $0.4 \cdot (2 + 1 + 0.5) = 1.4$, to −0.2", ..., ..., ..., ..., ..., WEIGHTS @ worst
    yield "of 0.01, a change of 0.01", ..., ...
    yield "the score by 1", 10_000 * 0.01 * 0.01
    yield "harnessing adversarial examples*, 2015)", ...
    yield "to adversarial attacks*, 2018)", ...


def _wells(price):
    """Least value of (x² - 1)² + price · x, by a search around both wells."""
    tilted = lambda x: (x**2 - 1) ** 2 + price * x  # noqa: E731
    return min(optimize.minimize_scalar(tilted, bracket=(a, a + 0.1), tol=1e-12).fun for a in (-1.2, 1.1))


def _target(level):
    """Least squared distance to (2, 1) with x + y at most the level."""
    constraint = {"type": "ineq", "fun": lambda p: level - p.sum()}
    return optimize.minimize(lambda p: np.sum((p - [2, 1]) ** 2), [0, 0], constraints=constraint, tol=1e-12).fun


def a_price_promises():
    """What a price promises, and where a gap stays."""
    price = (_target(1.999) - _target(2.001)) / 0.002
    hill, best = (0**2 - 1) ** 2, max(_wells(price) for price in (-0.5, 0, 0.5))
    yield "the place of 0", ...
    yield r"duality $q(\mu) = p(0)$", ...
    yield r"so $$p(b) \ge p(0) - \mu\, b \quad \text{for every } b .$$", ...
    yield "level 2 with the optimum 0.5 and the price 1: at the level 1", ..., _target(2), round(price, 6), ...
    yield (
        "is 2, where the price promised at least 1.5; at the level 3 it is 0",
        _target(1),
        _target(2) + round(price, 6),
        ...,
        _target(3),
    )
    yield "promised at least −0.5", _target(2) - round(price, 6)
    yield "under $x = 0$. Only one point is allowed, so the optimum is 1", ..., hill
    yield r"For $\lambda = 0$ the least value is 0, at $x = \pm 1$", ..., _wells(0), 1
    yield "below 0. The best bound is 0, and the gap is 1. No price makes 0", ..., best, hill - best, ...
    yield "minus 1, squared, with two wells at −1 and 1 and a hill of height 1 at 0", ..., -1, 1, hill, ...
    yield "price 0 with the value 0; the optimum 1 lies above it by a gap of 1", ..., best, hill, hill - best
    yield "comes nearer than 1", hill - best
    yield "= 3.2 and prices with q = 3.1", ..., ...
    yield "between 3.1 and 3.2", ..., ...


def proximal_gradient():
    """Proximal gradient: a step, then the threshold."""
    first = FEATURES.T @ OUTCOMES
    largest = np.linalg.eigvalsh(FEATURES.T @ FEATURES)[-1]
    after = [optimize.minimize_scalar(lambda w, a=a: 1.5 * (w - a) ** 2 + 3 * abs(w), tol=1e-12).x for a in first / 3]
    yield r"\frac{1}{2\eta} \norm{\vect{w} - \vect{w}_k}^2", ..., ..., ...
    yield "the weight of the 1-norm; the second line", ...
    yield r"for $0 < \eta < \frac{2}{M}$", ..., ...
    yield r"divided by $2\eta$", ...
    yield "a term that is 0", ...
    yield r"is $M = 3$. At the price 3, with $\eta = \frac{1}{3}$", largest, ..., ...
    yield r"is $(-5, -3)^\T$, the plain step leads to $(1.6667, 1)$", *-first, *first / 3
    yield "to $(0.6667, 0)$. The second weight is 0", *np.round(after, 6), ...
    yield "Near 0 the sign jumps, the step overshoots, and no weight is ever 0", ..., ...
    yield "(Beck and Teboulle, 2009)", ...
    yield "price 0.5 and a rate of 0.2", ..., ...


def beliefs():
    """Ridge and lasso as beliefs."""
    yield "be normal around 0", ...
    yield r"$$\frac{1}{2s^2} \norm{\mat{X}\vect{w} - \vect{y}}^2 + \frac{1}{2t^2", *7 * [...]
    yield r"\vect{y}}^2 + \frac{1}{2t^2} \norm{\vect{w}}^2", *5 * [...]
    yield r"with $\mu = \frac{s^2}{b}$", ...
    yield "Errors of size 1", ...
    yield "none is exactly 0", ...


def _leash():
    """Best of three answers for their rewards with the divergence at price 1, by a search."""
    prior, rewards = np.array([0.7, 0.2, 0.1]), np.array([0, 1, 2])
    constraints = {"type": "eq", "fun": lambda p: p.sum() - 1}
    loss = lambda p: -p @ rewards + p @ np.log(p / prior)  # noqa: E731
    return optimize.minimize(loss, prior, bounds=[(1e-9, 1)] * 3, constraints=constraints, options={"ftol": 1e-14}).x


def a_prior():
    """Softmax with a prior: KL-regularized reward."""
    least, middle, most = _leash()
    slope = sp.diff(P * sp.log(P / Q), P)
    yield r"&\sum_{i=1}^{n} p_i z_i + T H(\vect{p}) \\ &= T \ln \sum_{j=1", ..., ...
    yield r"T \sum_{i=1", ...
    yield "with $q = (0.7, 0.2, 0.1)$ and the rewards 0, 1, 2", *6 * [...]
    yield "with human feedback*, 2022", ...
    yield r"$\sum_i p_i r_i - \beta \sum_i p_i \ln \frac{p_i}{q_i}$ under $\sum_i p_i = 1$", ...
    yield r"only: $r_i - \beta \ln \frac{p_i}{q_i} - \beta - \lambda = 0$", sp.simplify(slope - sp.log(P / Q) - 1)
    yield r"\beta}}$$ $q_i > 0$", ...
    yield r"rewards, $\beta > 0$", ...
    yield r"For $\beta = 1$ the three weights are $0.7$", ..., ...
    yield "with the sum 1.9826", 0.7 / least
    yield "probabilities are 0.353, 0.274 and 0.373", least, middle, most
    yield "(Rafailov and others, 2023)", ...
    yield "= 0. Which reward gives it a positive probability? None. A prior of 0", ..., ...
    yield "any exponential is 0", 0 * math.e
    yield r"to the power $1/T$", ...


def _soft(cost):
    """Weights, offset and slacks of the soft margin with the intruder, by SciPy."""
    points, labels = WITH_INTRUDER
    far = {"type": "ineq", "fun": lambda z: labels * (points @ z[:2] + z[2]) - 1 + z[3:]}
    z = optimize.minimize(
        lambda z: z[:2] @ z[:2] / 2 + cost * z[3:].sum(),
        np.append(np.zeros(3), np.full(10, 2.0)),
        bounds=[(None, None)] * 3 + [(0, None)] * 10,
        constraints=far,
        method="SLSQP",
        options={"ftol": 1e-14, "maxiter": 500},
    ).x
    return z[:2], z[2], z[3:]


def the_dual():
    """The dual: prices in the place of weights."""
    far = {"type": "ineq", "fun": lambda z: LABELS * (POINTS @ z[:2] + z[2]) - 1}
    street = optimize.minimize(lambda z: z[:2] @ z[:2] / 2, [1, 1, -4], constraints=far, tol=1e-14).x[:2]
    held = np.array([[3, 3], [2, 0], [0, 2]])
    prices = np.linalg.solve(np.vstack([(held * [[1], [-1], [-1]]).T, [1, -1, -1]]), [*street, 0])
    yield r"= \tfrac{1}{2}\norm{\vect{w}}^2 + \sum_{i=1}^{n} \mu_i \left( 1", *4 * [...]
    yield r"so $L \le \frac{1}{2}\norm{\vect{w}}^2$", ..., ...
    yield "Unless that is 0", ...
    yield "If it is 0", ...
    yield r"\sum_{i=1}^{n} \mu_i - \tfrac{1}{2} \Bigl\lVert \sum_{i=1", ..., ..., ...
    yield r"\mu_i y_i \vect{x}_i \Bigr\rVert^2", ...
    yield r"and $\sum_i \mu_i y_i = 0$. With the prices of the street, 0.25, 0.125 and 0.125", ..., *prices
    yield r"for $k = \e^{-\norm{\vect{x}_i - \vect{x}_j}^2}$", ...


def _separable(intruder):
    """Whether a line separates the classes with a tenth point at this place, by linear programming."""
    points = np.vstack([POINTS, intruder])
    labels = np.append(LABELS, -1)
    rows = -labels[:, None] * np.hstack([points, np.ones((10, 1))])
    return optimize.linprog(np.zeros(3), A_ub=rows, b_ub=-np.ones(10), bounds=(None, None)).status == 0


def the_soft_margin():
    """The soft margin: every price has a limit."""
    narrow, w, b, slack = 2 / np.linalg.norm(_soft(10)[0]), *_soft(0.2)
    wide, values = 2 / np.linalg.norm(w), WITH_INTRUDER[0] @ w + b
    assert _separable([4, 1]) and not _separable([4, 2.5])
    yield "class, at $(4, 1)$", *WITH_INTRUDER[0][9]
    yield "from 2.83 to 1.20. At $(4, 2.5)$", ..., narrow, ..., ...
    yield r"*slack* $\xi_i \ge 0$", ...
    yield r"constraints $1 - \xi_i - y_i(\vect{w} \cdot \vect{x}_i + b) \le 0$ and $-\xi_i \le 0$", ..., ..., ...
    yield r"says $C - \mu_i - \nu_i = 0$, with $\nu_i \ge 0$", ..., ...
    yield r"| $0 < \mu_i < C$", ...
    yield r"points, $y_i = \pm 1$ their labels, both of which occur, and $C > 0$", ..., ...
    yield r"| $\mu_i = 0$", ...
    yield r"margin: $\nu_i > 0$", ...
    yield r"it $y_i(\vect{w} \cdot \vect{x}_i + b) = 1$", ...
    yield "(4, 1) among the upper class. Left, for C = 10", ..., ..., ...
    yield "narrow street, 1.20 wide", narrow
    yield "for C = 0.2, a street 3.54 wide", ..., wide
    yield "the point (3, 3)", *WITH_INTRUDER[0][0]
    yield r"(4, 1) on its side of the line? And (3, 3)? With $\vect{w} = (0.4, 0.4)$", *4 * [...], *w
    yield (
        r"and $b = -1.8$, $(4, 1)$ has $0.4 \cdot 5 - 1.8 = 0.2$, above 0",
        b,
        ...,
        ...,
        ...,
        ...,
        ...,
        values[9],
        ...,
    )
    yield "slack 1.2. $(3, 3)$ has 0.6", slack[9], ..., ..., values[0]
    yield "with the slack 0.4", slack[0]
    yield "Labels are 1 or −1", ..., ...
    yield r"plus $\frac{1}{2C} \norm{\vect{w}}^2$, so $\mu = 1/C$", ..., ..., ..., ...
