"""The numbers on the page about uses in learning, by SciPy's searches and solvers, and SymPy's eigenvectors."""

import math
from fractions import Fraction

import numpy as np
import sympy as sp
from scipy import optimize, stats

from snippets.constrained_optimization import principal
from snippets.constrained_optimization.margin import LABELS, POINTS
from snippets.constrained_optimization.regularization import FEATURES, OUTCOMES

W1, W2, LAM, P, TAU, C = sp.symbols("w1 w2 lambda p tau c", real=True)
FIT = sp.nsimplify(sp.expand(sum((FEATURES @ [W1, W2] - OUTCOMES) ** 2) / 2))  # half the squared error
COVARIANCE = sp.Matrix(principal.COVARIANCE.astype(int))


def _disk():
    """Lowest point of the fit in the unit disk, by a search over the angle, and its price, the length of ∇f."""
    f = sp.lambdify((W1, W2), FIT)
    angle = optimize.minimize_scalar(lambda a: f(math.cos(a), math.sin(a)), bounds=(0, 1), method="bounded").x
    w = math.cos(angle), math.sin(angle)
    slopes = [sp.diff(FIT, v).subs({W1: w[0], W2: w[1]}) for v in (W1, W2)]
    return w, math.hypot(*slopes)


def _ridge(price):
    """Ridge's weights at a price, by least squares on stacked data."""
    rows = np.vstack([FEATURES, math.sqrt(price) * np.eye(2)])
    return np.linalg.lstsq(rows, np.append(OUTCOMES, [0, 0]), rcond=None)[0]


def _zeros():
    """Prices from which lasso's weights are 0: where the pull of the error on a weight at 0 is the price."""
    alone = sp.solve(sp.diff(FIT, W1).subs(W2, 0) + TAU, W1)[0]  # the first weight, while the second is 0
    second = sp.solve(-sp.diff(FIT, W2).subs({W1: alone, W2: 0}) - TAU, TAU)[0]
    return -sp.diff(FIT, W1).subs({W1: 0, W2: 0}), second


def ridge_and_lasso():
    """Ridge and lasso: a budget for the weights."""
    gram, pull = FEATURES.T @ FEATURES, FEATURES.T @ OUTCOMES
    coefficients = sp.Poly(FIT, W1, W2)
    free = sp.solve([sp.diff(FIT, v) for v in (W1, W2)], [W1, W2])
    disk, price = _disk()
    seconds = [_ridge(price)[1] for price in np.linspace(0, 6, 601)]
    first_zero, second_zero = _zeros()
    corner = min(1, sp.solve(sp.diff(FIT.subs(W2, 1 - W1), W1), W1)[0])  # no farther along the side than its end
    yield r"subject to $\norm{\vect{w}}^2 = 1$", ..., ...
    yield r"rows $(2, 1)$ and $(1, 2)$ and $\mat{X}^\T\vect{y} = (5, 3)^\T$", *gram.ravel(), *pull
    yield (
        r"$$w_1^2 + w_1 w_2 + w_2^2 - 5w_1 - 3w_2$$ Least squares wants $(\frac{7}{3}, \frac{1}{3})$",
        2 * coefficients.coeff_monomial(W1**2),
        2 * coefficients.coeff_monomial(W2**2),
        -coefficients.coeff_monomial(W1),
        -coefficients.coeff_monomial(W2),
        free[W1],
        free[W2],
    )
    yield "disk of radius 1", ...
    yield "for a budget of 1, its price", ...
    yield "weight of exactly 0 would", ...
    yield r"ridge divides by $1 + \mu$, lasso moves a weight toward 0", sp.diff((P - C) ** 2 / 2, P, 2), ...
    yield "to 0 from the price 1 on; ridge", ..., second_zero
    yield "(7/3, 1/3). Left they touch the unit disk at (0.91, 0.41)", free[W1], free[W2], *disk
    yield "(1, 0), so that the second weight is exactly 0", corner, 1 - corner, 1 - corner
    yield "with $w_2 = 0$", ...
    yield r"is $\mat{X}^\T(\mat{X}\vect{w} - \vect{y}) + \mu \vect{w} = \vect{0}$", ...
    yield r"minimizes $\frac{1}{2}\norm{\mat{X}\vect{w} - \vect{y}}^2 + \frac{\mu}{2}\norm{\vect{w}}^2", *4 * [...]
    yield "= 1 and solving the constrained problem gives the weights (0.91, 0.41)", ..., *disk
    yield "price 3.04. Setting the price 3.04", price, price
    yield 'length 1 is the budget. r["budget<br/>$‖w‖ ≤ 1$"] w["weights<br/>$(0.91', math.hypot(*disk), ..., disk[0]
    yield 'w["weights<br/>$(0.91, 0.41)$"]:::accent mu["price<br/>$μ = 3.04', *disk, price
    yield "a weight is 0", ...
    yield r"Minimize $\frac{1}{2}(w - a)^2 + \mu \abs{w}$", ..., ...
    yield "for $w < 0$", ...
    yield r"is $\frac{1}{2\eta} (w_j - a_j)^2 + \mu \abs{w_j}$", ..., ..., ...
    yield r"$\abs{a} \le \mu$ only 0", ...
    yield r"toward 0 by $\mu$, small ones become exactly 0", ..., ...
    yield r"by $1 + \mu$ and reaches 0 for $a = 0$", sp.diff((P - C) ** 2 / 2, P, 2), ..., ...
    yield "reaches 0, the second first rises from 0.33 to 0.50", ..., seconds[0], max(seconds)
    yield "reaches 0 at price 1", ..., second_zero
    yield "reaches 0 at price 5", ..., first_zero
    yield "to 0 from the price 1 on, and $w_1$ from 5", ..., second_zero, first_zero


def _dice(mean):
    """Distribution of the largest entropy on six faces with this mean, by SciPy."""
    faces = np.arange(1, 7)
    constraints = {"type": "eq", "fun": lambda p: [p.sum() - 1, p @ faces - mean]}
    return optimize.minimize(
        lambda p: p @ np.log(p),
        np.ones(6) / 6,
        jac=lambda p: np.log(p) + 1,
        bounds=[(1e-9, 1)] * 6,
        constraints=constraints,
        method="SLSQP",
        options={"ftol": 1e-15},
    ).x


def _price_and_entropy(mean):
    """β and the largest entropy of a die with this mean, by a search for the ratio of neighboring faces."""
    ratio = optimize.brentq(lambda r: sum((face - mean) * r**face for face in range(1, 7)), 1, 100, xtol=1e-14)
    p = [ratio**face / sum(ratio**other for other in range(1, 7)) for face in range(1, 7)]
    return math.log(ratio), stats.entropy(p)


def _divergence_of_the_two_faces():
    """Divergence of the die that shows 3 and 6 from the one with the largest entropy, by SciPy."""
    return stats.entropy([0, 0, 0.5, 0, 0, 0.5], _dice(4.5))


def maximum_entropy():
    """Maximum entropy gives softmax."""
    fair = sp.Rational(sum(range(1, 7)), 6)
    even = _dice(3.5)
    slope = sp.diff(P * sp.log(P), P) - sp.log(P)
    yield "is 4.5 instead of 3.5", sp.Rational(3 + 6, 2), fair
    yield "shows 3 and 6", ..., ...
    yield "in lectures of 1962", ...
    yield r"$\sum_i p_i \ln p_i$ under $\sum_i p_i = 1$", ...
    yield r"+ 1 + \lambda - \beta s_i &= 0 \\ p_i &= \e^{-1", slope, ..., -slope
    yield r"factor $\e^{-1-\lambda}$", -slope
    yield r"constraint $\sum_i p_i = 1$", ...
    yield "mean 2.5, 3.5 and 4.5", ..., ..., ...
    yield "For the mean 3.5", fair
    yield "scores 2, 1 and 0 and $T = 0.5$", ..., ..., ..., ...
    tilted = _dice(4.5)
    yield (
        r"die with the mean 4.5 has $\beta = 0.371$, and with the mean 3.5 the constraint costs nothing: $\beta = 0$",
        ...,
        math.log(tilted[5] / tilted[4]),
        fair,
        math.log(even[5] / even[4]),
    )
    yield r"price $\beta$ is 0", math.log(even[5] / even[4])
    yield r"(s_i - m) = 0$: the variance", sp.Integer(sum(face - fair for face in range(1, 7)))
    yield r"s_i (s_i - m) = \sum_i p_i (s_i - m)^2", ...
    yield r"divergence](#loss-kl-divergence) of $\vect{p}$ from the softmax: never negative, and 0", ...
    (steep, high), (steeper, lower), (dear, _) = (_price_and_entropy(mean) for mean in (4.5, 4.6, 5.9))
    yield (
        r"shows 3 and 6 half the time has the mean 4.5, too, and the entropy $\ln 2 = 0.693$. "
        "To the largest, 1.614, it lacks 0.920",
        *(..., ..., Fraction(3 + 6, 2), ..., math.log(2), high, _divergence_of_the_two_faces()),
    )
    yield "At 4.5 that is 0.371 nats", ..., steep
    yield (
        "Prescribe 4.6 instead, and it falls from 1.6136 to 1.5743, by 0.0393. "
        "The price promised 0.0371; it rose on the way, to 0.416",
        *(..., high, lower, high - lower, steep * 0.1, steeper),
    )
    yield "Near 6, where only one face is left, it grows without bound: at 5.9 it is 2.398", ..., ..., dear
    yield r"*temperature* $T = 1/\beta$", ...
    yield "(logits), $T > 0$", ...
    yield "The largest value, 2.0715", 0.5 * math.log(sum(math.exp(z / 0.5) for z in (2, 1, 0)))


def _street():
    """Width of the widest street, by SciPy, and the weight with which each of its three curb points holds it."""
    constraint = {"type": "ineq", "fun": lambda z: LABELS * (POINTS @ z[:2] + z[2]) - 1}
    z = optimize.minimize(lambda z: z[:2] @ z[:2] / 2, [1, 1, -4], constraints=constraint, options={"ftol": 1e-15}).x
    near = np.isclose(LABELS * (POINTS @ z[:2] + z[2]), 1, atol=1e-5)
    system = np.vstack([(LABELS[:, None] * POINTS)[near].T, LABELS[near]])
    return 2 / np.linalg.norm(z[:2]), np.linalg.solve(system, [*z[:2], 0])


def support_vectors():
    """The widest street: support vectors."""
    width, held = _street()
    yield r"line $\vect{w} \cdot \vect{x} + b = 0$", ...
    yield r"have $\vect{w} \cdot \vect{x} + b = \pm 1$", ...
    yield r"lines $\vect{w} \cdot \vect{x} + b = 1$ and $= -1$", ..., ...
    yield "must change by 2", 1 - -1
    yield r"labels $y_i = \pm 1$", ...
    yield r"adds $\sum_i \mu_i y_i = 0$", ...
    yield r"lines $\vect{w} \cdot \vect{x} + b = 1$ and $\vect{w} \cdot \vect{x} + b = -1$ of a", ..., ...
    yield r"classes $y_i = \pm 1$ and", ...
    yield r"with the label $y_i = \pm 1$", ...
    yield "the two curbs, 2.83", width
    yield "with the multipliers 0.25, 0.125 and 0.125", *held
    yield "their multiplier is 0", ...
    yield "hold a street of width 2.83", width


def principal_components():
    """Principal components: the largest variance."""
    polynomial = COVARIANCE.charpoly(LAM)
    (small, _, (second,)), (large, _, (first,)) = sorted(COVARIANCE.eigenvects())
    (a, b), (_, d) = COVARIANCE.tolist()
    first = first / first[1]
    degrees = [round(math.degrees(math.atan2(v[1], v[0]))) % 180 for v in (first, second)]
    share = sp.Rational(large, COVARIANCE.trace())
    yield r"constraint $\norm{\vect{w}}^2 = 1$ the", ..., ...
    yield r"under $\vect{w}^\T \vect{w} - 1 = 0$", ..., ...
    yield (
        r"rows $(5, 2)$ and $(2, 2)$. Its eigenvalues solve $(5 - \lambda)(2 - \lambda) - 4 = 0$",
        *4 * [...],
        a,
        d,
        b**2,
        ...,
    )
    yield (
        r"is $\lambda^2 - 7\lambda + 6 = 0$: they are 6 and 1",
        polynomial.degree(),
        -polynomial.all_coeffs()[1],
        polynomial.all_coeffs()[2],
        ...,
        large,
        small,
    )
    yield (
        r"For 6 the first row says $5w_1 + 2w_2 = 6w_1$, so $\vect{w} = \frac{1}{\sqrt{5}} (2, 1)^\T$",
        large,
        a,
        b,
        large,
        1,
        first.dot(first),
        *first,
    )
    yield "ellipse of value 6", large
    yield "that of value 1", small
    yield "between 6 at 27 degrees and 1 at 117", large, degrees[0], small, degrees[1]
    yield "variance 6, least variance 1", large, small
    yield r"circle $\norm{\vect{w}}^2 = c$ the largest variance is $6c$, with slope 6", ..., large, large
    yield (
        r"variance 1: of the total variance 7 the first component carries $\frac{6}{7}$, or 86",
        small,
        COVARIANCE.trace(),
        share,
        100 * share,
    )
    yield "start at exactly 117°", degrees[1]
    yield "holds at 297°", degrees[1] + 180
    yield r"points with $\lambda = 6$, where the function is lowest, and two with $\lambda = 1$", large, small
