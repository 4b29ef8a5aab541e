r"""Checks of constraints in learning: ridge, lasso, maximum entropy, support vectors, principal components."""

import numpy as np
from scipy import optimize, special

from snippets.constrained_optimization.entropy import FACES, maximum_entropy
from snippets.constrained_optimization.margin import LABELS, POINTS, widest_street
from snippets.constrained_optimization.principal import COVARIANCE
from snippets.constrained_optimization.regularization import soft_threshold

TIGHT = {"ftol": 1e-15, "maxiter": 1000}


def ridge_solution():
    r"""$$\vect{w} = (\mat{X}^\T \mat{X} + \mu \mat{I})^{-1} \mat{X}^\T \vect{y}$$

    Random data with μ = 2: the formula's w, against SciPy's least squares under ‖w‖² ≤ r², with r the length of that w.
    """
    rng = np.random.default_rng(3)
    X, y = rng.normal(size=(12, 3)), rng.normal(size=12)
    w = np.linalg.inv(X.T @ X + 2 * np.eye(3)) @ X.T @ y
    rule = {"type": "ineq", "fun": lambda v: w @ w - v @ v}
    found = optimize.minimize(
        lambda v: np.sum((X @ v - y) ** 2) / 2, np.zeros(3), constraints=rule, method="SLSQP", options=TIGHT
    )
    return w, found.x, 1e-5


def soft_threshold_rule():
    r"""$$\begin{aligned}
    & \argmin_w \left( \tfrac{1}{2} (w - a)^2 + \mu \abs{w} \right) \\
    &\quad = \operatorname{sign}(a) \max(\abs{a} - \mu, 0)
    \end{aligned}$$

    Six values of a with μ = 0.8, against a search over w.
    """
    numbers = [-3.0, -1.0, -0.5, 0.3, 0.9, 2.5]
    found = [
        optimize.minimize_scalar(lambda w, a=a: (w - a) ** 2 / 2 + 0.8 * abs(w), bracket=(-4, 4), tol=1e-12).x
        for a in numbers
    ]
    return np.array([soft_threshold(a, 0.8) for a in numbers]), np.array(found)


def softmax_of_scores():
    r"""$$p_i = \frac{\e^{z_i / T}}{\sum_{j=1}^{n} \e^{z_j / T}}$$

    Scores (2, 1, 0, -1) and T = 0.7: the formula, against SciPy's maximum of score plus T times entropy on the simplex.
    """
    z, T = np.array([2.0, 1.0, 0.0, -1.0]), 0.7
    found = optimize.minimize(
        lambda p: -(p @ z + T * special.entr(p).sum()),
        np.ones(4) / 4,
        jac=lambda p: -z + T * (np.log(p) + 1),
        bounds=[(1e-9, 1)] * 4,
        constraints={"type": "eq", "fun": lambda p: p.sum() - 1},
        method="SLSQP",
        options=TIGHT,
    )
    claimed = np.exp(z / T) / np.exp(z / T).sum()
    return claimed, found.x, 1e-5


def tilted_distribution():
    r"""$$p_i = \frac{\e^{\beta s_i}}{\sum_{j=1}^{n} \e^{\beta s_j}}$$

    A die with mean 4.5, β from the equation for the mean, against SciPy's maximum of the entropy under the two rules.
    """
    _, beta = maximum_entropy(FACES, 4.5)
    rules = [{"type": "eq", "fun": lambda q: q.sum() - 1}, {"type": "eq", "fun": lambda q: q @ FACES - 4.5}]
    found = optimize.minimize(
        lambda q: -special.entr(q).sum(),
        np.ones(6) / 6,
        jac=lambda q: np.log(q) + 1,
        bounds=[(1e-9, 1)] * 6,
        constraints=rules,
        method="SLSQP",
        options=TIGHT,
    )
    claimed = np.exp(beta * FACES) / np.exp(beta * FACES).sum()
    return claimed, found.x, 1e-5


def street_width():
    r"""$$\text{width} = \frac{2}{\norm{\vect{w}}}$$

    The nine points of the page: 2 divided by the length of w, against the distance between the convex hulls of the two
    classes, found by SciPy.
    """
    w, _, _ = widest_street(POINTS, LABELS, [1, 1, -4])
    signed = LABELS[:, None] * POINTS
    one = [{"type": "eq", "fun": lambda q, k=kind: q[k].sum() - 1} for kind in (LABELS > 0, LABELS < 0)]
    start = np.where(LABELS > 0, 1 / np.sum(LABELS > 0), 1 / np.sum(LABELS < 0))
    found = optimize.minimize(
        lambda q: np.sum((q @ signed) ** 2),
        start,
        bounds=[(0, 1)] * len(start),
        constraints=one,
        method="SLSQP",
        options=TIGHT,
    )
    return 2 / np.linalg.norm(w), np.sqrt(found.fun), 1e-5


def support_vectors():
    r"""$$\vect{w} = \sum_{i=1}^{n} \mu_i\, y_i\, \vect{x}_i$$

    The sum with the multipliers of the barrier method, against the w that SciPy finds from the constraints alone.
    """
    _, _, mu = widest_street(POINTS, LABELS, [1, 1, -4])
    rule = {"type": "ineq", "fun": lambda z: LABELS * (POINTS @ z[:2] + z[2]) - 1}
    found = optimize.minimize(lambda z: z[:2] @ z[:2] / 2, [1, 1, -4], constraints=rule, method="SLSQP", options=TIGHT)
    return (mu * LABELS) @ POINTS, found.x[:2], 1e-5


def principal_condition():
    r"""$$\mat{S} \vect{w} = \lambda\, \vect{w}$$

    The direction of the largest variance, found by a search over the angle: S w, against variance times w.
    """

    def direction(angle):
        return np.array([np.cos(angle), np.sin(angle)])

    found = optimize.minimize_scalar(
        lambda a: -direction(a) @ COVARIANCE @ direction(a), bounds=(0, 2), method="bounded", options={"xatol": 1e-12}
    )
    w = direction(found.x)
    return COVARIANCE @ w, -found.fun * w
