"""The mistakes, problems and hints: exact fractions, SymPy, and SciPy's distributions and searches."""

import inspect
import math
from fractions import Fraction

import numpy as np
import sympy as sp
from scipy import optimize, special, stats

from snippets.derivatives_and_gradients.derivatives import central_difference
from snippets.losses_and_activations.numbers.bends import GELU
from snippets.losses_and_activations.numbers.scores import (
    ENTROPY_PULL,
    HIGH,
    JACOBIAN,
    LOW,
    RIGHT,
    SCORES,
    SIGMA,
    SLOPE,
    Z,
    overflow,
    pull_at,
)

EXAMPLES, OUTPUTS = 32, 100  # of the mistake "A mean, but over what?"


def zero_or_one(t):
    """Return the label 0 or 1 that belongs to -1 or 1.

    >>> zero_or_one(-1)
    0.0
    """
    return float(np.interp(t, [-1, 1], [0, 1]))


def common_mistakes():
    """Common mistakes."""
    product = sp.simplify(SLOPE / SIGMA + SIGMA)
    t = (0 - zero_or_one(0)) / (zero_or_one(0) - zero_or_one(1))  # where the line through the labels is 0
    yield "between 0 and 1, which hardly differ. With 10", LOW, HIGH, ...
    yield "at 1.46 with 10", -special.log_softmax([1.0] + 9 * [0.0])[0], ...
    yield "write:** `def slope(z): s = sigmoid(z); return s * (1 - s)`", product
    yield "At $z = 2$", ...
    yield r"right:** $a (1 - a)$", product
    yield r"write:** $\frac{\partial p_i}{\partial z_i} = p_i (1 - p_i)$", ...
    yield "at the scores 2, 1, −1", *SCORES
    yield r"$p_i (\delta_{ij} - p_j)$; its rows add up to 0", round(float(sum(JACOBIAN[0, :])), 12)
    yield "to 0, and the logarithm of 0", special.softmax([800.0, 0.0])[1], ...
    yield "write:** `p = np.clip(p, 1e-7, 1 - 1e-7)`", ..., ..., ...
    yield "score 30 with the label 0", ..., ...
    yield "slope there is 1", pull_at(ENTROPY_PULL, 30, 0).evalf(20)
    yield "Labels −1 and 1 in a loss that wants 0 and 1", ..., ..., ..., ...
    yield r"for $y = -1$ the pull is $\sigma(z) + 1$, which is never 0", ..., pull_at(ENTROPY_PULL, Z, -1) - SIGMA, ...
    yield r"loss $\ln(1 + \e^{z}) + z$", ...
    yield "the left, below 0", ...
    yield (
        r"right:** $y = (t + 1)/2$ turns $t = \pm 1$ into 0 and 1. Or use $\ln(1 + \e^{-t z})$",
        t,
        1 / (zero_or_one(1) - zero_or_one(0)),
        ...,
        zero_or_one(-1),
        zero_or_one(1),
        ...,
    )
    yield r"which wants $\pm 1$", ...
    yield "inputs that contain 0", ...
    yield (
        "at 0 the difference measures the mean of both sides. Within $h = 0.00001$",
        ...,
        inspect.signature(central_difference).parameters["h"].default,
    )
    yield "of 32 examples with 100", ..., ...
    yield "with the error 0.5", ...
    yield "rate 32 times, the third one 3,200", EXAMPLES, EXAMPLES * OUTPUTS


def where_gelu_is_steepest():
    """Where GELU is steepest."""
    bend = sp.simplify(sp.diff(GELU, Z, 2) / sp.exp(-(Z**2) / 2) * sp.sqrt(2 * sp.pi))
    low, high = sorted(sp.solve(bend, Z))
    share, product = stats.norm.cdf(math.sqrt(2)), math.sqrt(2) * stats.norm.pdf(math.sqrt(2))
    steepest = sp.diff(GELU, Z).subs(Z, high).evalf(20)
    yield r"largest at $z = \sqrt{2}$", high**2
    yield (
        r"(2 - z^2)\, \varphi(z)$. Since $\varphi > 0$, it is 0",
        bend.subs(Z, 0),
        sp.degree(bend, Z),
        ...,
        bend.subs(Z, high),
    )
    yield r"at $z = \pm\sqrt{2}$", high**2
    yield (
        r"at $\sqrt{2}$ and smallest at $-\sqrt{2}$. With $\Phi(\sqrt{2}) = 0.9214$",
        high**2,
        low**2,
        ...,
        share,
    )
    yield (
        r"and $\sqrt{2}\, \varphi(\sqrt{2}) = 0.2076$ it is 1.1289, and at $-\sqrt{2}$",
        ...,
        ...,
        product,
        steepest,
        low**2,
    )


def one_step_on_three_scores():
    """One step on three scores."""
    powers = [1, 2, 5]
    p = [Fraction(power, sum(powers)) for power in powers]
    gradient = [share - (k == 0) for k, share in enumerate(p)]
    after = [power * math.exp(-g) for power, g in zip(powers, gradient, strict=True)]
    yield r"The scores are $0$, $\ln 2$ and $\ln 5$", ..., ..., ...
    yield r"with $\eta = 1$", ...
    yield (
        r"are 1, 2 and 5, so $\vect{p} = (\frac{1}{8}, \frac{2}{8}, \frac{5}{8})^\T$",
        *(math.exp(score) for score in (0, math.log(2), math.log(5))),
        *p,
    )
    yield (
        r"is $\vect{p} - \vect{y} = (-\frac{7}{8}, \frac{2}{8}, \frac{5}{8})^\T$; its entries add up to 0",
        *gradient,
        sum(gradient),
    )
    yield (
        r"are $\frac{7}{8}$, $\ln 2 - \frac{1}{4}$ and $\ln 5 - \frac{5}{8}$",
        -gradient[0],
        powers[1],
        gradient[1],
        powers[2],
        gradient[2],
    )
    yield (
        "is 6.6328, so the first probability is 0.3617 and the loss 1.0170",
        sum(after),
        after[0] / sum(after),
        -math.log(after[0] / sum(after)),
    )


def the_best_constant():
    """The best constant."""
    data, c = np.array([0, 1, 2, 5, 92]), 2.25
    found = optimize.minimize_scalar(lambda c: special.huber(2, c - data).sum(), bounds=(0, 20), method="bounded")
    best = round(found.x, 4)
    pulls, next_pulls = (np.clip(place - data, -2, 2) for place in (c, c + 0.5))
    rise = (next_pulls - pulls).sum() / 0.5
    yield "measurements: 0, 1, 2, 5 and 92. Which constant $c$ makes (1)", *data, ...
    yield r"(2) the mean absolute error, (3) the mean Huber loss with $\delta = 2$", ..., ..., ...
    yield (
        r"to 0. (1) $\sum_i 2 (c - y_i) = 0$ gives the mean, $c = 20$",
        ...,
        ...,
        sp.diff(Z**2, Z, 2),
        ...,
        data.mean(),
    )
    yield r"(2) $\sum_i \operatorname{sign}(c - y_i) = 0$", ..., ...
    yield "median, $c = 2$", np.median(data)
    yield r"(3) The pulls are $c - y_i$, clipped to ±2. Try $2 \le c \le 3$", ..., ..., ..., ...
    yield (
        "are $2$, $c - 1$, $c - 2$, $-2$ and $-2$. Their sum $2c - 5$ is 0",
        pulls[0],
        *(c - pulls[1:3]),
        *pulls[3:],
        rise,
        rise * c - pulls.sum(),
        np.clip(best - data, -2, 2).sum(),
    )
    yield "for $c = 2.5$", best


def half_precision_and_smoothing():
    """A softmax in half precision, and label smoothing."""
    scores, smooth = np.array([12.0, 10.0]), [0.9, 0.05, 0.05]
    shifted = scores - scores.max()
    p = special.softmax(scores)
    yield "beyond 11.09. The scores are 12 and 10", overflow(np.float16), *scores
    yield r"Solution: $\e^{12}$", scores[0]
    yield r"and $22{,}026 / \infty = 0$", math.exp(scores[1]), math.exp(scores[1]) / math.inf
    yield "Subtract 12: the scores are 0 and −2, the powers 1 and 0.1353", scores.max(), *shifted, *np.exp(shifted)
    yield (
        r"So $\vect{p} = (0.8808, 0.1192)^\T$, which is $\sigma(2)$ and $\sigma(-2)$",
        *p,
        *(round(special.logit(share), 9) for share in p),
    )
    yield r"for $K = 3$ classes is $\vect{y} = (0.9, 0.05, 0.05)^\T$", len(smooth), ..., ..., ...
    yield "targets add up to 1", round(sum(smooth), 9)


def exercises():
    """Exercises."""
    yield "For $z = -40$ do not subtract anything from 1", ..., ...
    yield "scores, then subtract 1", max(RIGHT)
    yield "A score of 1,000", ...
