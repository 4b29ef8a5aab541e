"""The numbers on the page about constraints in a training loop, by SciPy and SymPy."""

import numpy as np
import sympy as sp
from scipy import optimize

from snippets.constrained_optimization.regularization import FEATURES, OUTCOMES

C = sp.symbols("c", positive=True)


def _squared_error(w):
    """Half the squared error of the three measurements."""
    return np.sum((FEATURES @ w - OUTCOMES) ** 2) / 2


def in_frameworks():
    """In your framework."""
    ridge = np.linalg.lstsq(np.vstack([FEATURES, np.eye(2)]), np.append(OUTCOMES, [0, 0]), rcond=None)[0]
    boxed = optimize.minimize(_squared_error, [0, 0], bounds=[(-1, 1)] * 2, tol=1e-12).x
    yield r"\operatorname{softmax}(\vect{z})$, $\ln(1 + \e^{t})$", ...
    yield "| `jnp.sign(w) * jnp.maximum(jnp.abs(w) - threshold, 0)`", ...
    yield r"positive $\ln(1 + \e^t)$, any $\vect{z}$ a distribution, any $\vect{v} \ne \vect{0}$", ..., ...
    yield "distribution is $(1, 0)$", ..., ...
    stepped = optimize.minimize_scalar(lambda p: (p - 0.5) ** 2 + (1.5 - p) ** 2, bounds=(0, 1), method="bounded").x
    yield "rate 1: projected descent is at $(1, 0)$", ..., round(stepped, 4), round(1 - stepped, 4)
    yield "at the price 3]", ...
    yield "price 1, $(1.5, 0.5)$", ..., *ridge
    yield r"by $1 - \eta\mu$", ...
    yield "slowly toward $(1, 1)$", *boxed
    yield "bias of AdamW*, 2024)", ...
    yield r"under $\abs{w_j} \le 1/\mu$", ...
    yield r"The term $\frac{1}{2} h^2$", ..., ...
    yield r"are $-\lambda = -0.25$", sp.diff(9 / C, C).subs(C, 6)


def a_clip():
    """Common mistakes."""
    yield "people write:** `w.clamp(0, 1)`", ..., ...
    yield "is 0. A weight that starts at 1.5", sp.diff(sp.Integer(1), C), ...
    yield (
        r"Here $(\operatorname{clip}(w) - 0.5)^2$ in the box from 0 to 1, at 0.75, at the edge 1, and at 1.5",
        *7 * [...],
    )
    yield "Outside the slope is 0", sp.diff(sp.Integer(1), C)
    yield r"For $(\operatorname{clip}(w) - 0.5)^2$, from 1.5", ..., ..., ...


def the_end():
    """Back to the six days."""
    x = sp.solve(sp.diff(4 / C + 1 / (6 - C), C), C)
    best = next(root for root in x if 0 < root < 6)
    yield "split $(4, 2)$ and its price 0.25", best, 6 - best, 4 / best**2
