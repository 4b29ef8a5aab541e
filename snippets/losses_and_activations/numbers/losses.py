"""Losses of a number and of a probability: lines by linear programming and SciPy's searches, slopes by SymPy."""

import math

import numpy as np
import sympy as sp
from scipy import optimize, special

from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS
from snippets.losses_and_activations.numbers.bends import beside
from snippets.losses_and_activations.numbers.scores import ENTROPY_PULL, SIGMA, SQUARED_PULL, START, SURE, Y, Z, pull_at
from snippets.losses_and_activations.training import TYPO

PLAIN = sp.log(1 + sp.exp(Z)) - Y * Z  # the cross-entropy on the logit
SQUARED = (SIGMA - Y) ** 2
E = sp.symbols("e", real=True)
ROWS = np.column_stack([WEEKS, np.ones(len(WEEKS))])  # of a line's slope and start


def least_squares(heights):
    """Return slope and start of the line of least squares."""
    return np.polyfit(WEEKS, heights, 1)


def huber_line(heights):
    """Return slope and start of Huber's line."""
    return optimize.minimize(lambda line: special.huber(1, line[0] * WEEKS + line[1] - heights).sum(), [1, 1]).x


def absolute_line(heights):
    """Return slope and start of the line of the smallest absolute errors, by linear programming."""
    return optimize.linprog(
        [0, 0, *np.ones(5)],
        A_ub=np.block([[ROWS, -np.eye(5)], [-ROWS, -np.eye(5)]]),
        b_ub=[*heights, *-heights],
        bounds=[(None, None)] * 7,
    ).x[:2]


def losses_of_a_number():
    """Losses of a number: how hard may one point pull."""
    errors = 2 * WEEKS + 1 - TYPO
    pulls = np.abs(2 * errors)
    others = pulls[:-1].sum()
    down, up = (beside(abs, h) for h in (-0.5, 0.5))
    fall, rise = (float(special.huber(1, e + 0.5) - special.huber(1, e)) / 0.5 for e in (-2.5, 2))
    yield "seedling, 1.3, 2.4, 5.1, 7.4 and 8.8", *HEIGHTS
    yield "and found $2x + 1$", *(round(part, 9) for part in least_squares(HEIGHTS))
    yield "without its point: 88", TYPO[-1]
    yield "of 158, and the other four with less than 3", pulls[-1], (others, 1.2 * others)
    yield "is 1, or −1", up, down
    yield r"from $-\frac{1}{n}$ to $\frac{1}{n}$ is a subgradient there", ..., ...
    yield "both: square near 0", ...
    yield r"and $\delta > 0$", ...
    yield "introduced it in 1964", ...
    yield "a parabola near 0", ...
    yield (
        "through 0, a jump from −1 to 1, and a line with slope 1 that is clipped at −1",
        sp.diff(E**2, E).subs(E, 0),
        down,
        up,
        sp.diff(E**2 / 2, E, 2),
        fall,
    )
    yield "at −1 and 1", fall, rise


def lines_with_an_outlier():
    """The lines of three losses, without and with the typo."""
    line = least_squares(TYPO)
    absolute = absolute_line(TYPO)
    yield (
        "at 88. The line of the squared error is steep, negative at week 0 and 57",
        TYPO[-1],
        WEEKS[0],
        np.polyval(line, WEEKS[-1]),
    )
    yield "57 at week 4", np.polyval(line, WEEKS[-1]), WEEKS[-1]
    yield "fifth should be, 8.8", HEIGHTS[-1]
    yield "of the squared error grows 17.84 cm", line[0]
    yield "Huber's grows 2.60, that of the absolute error 2.30", huber_line(TYPO)[0], absolute[0]
    worst = np.abs(np.polyval(huber_line(HEIGHTS), WEEKS) - HEIGHTS).max()
    yield "with δ = 1", ...
    yield "line are below 1", (worst, 2 * worst)


def surprise():
    """Losses of a probability: surprise."""
    p = sp.symbols("p", positive=True)
    odds = sp.exp(sp.Rational(22, 10))
    yield "said 0.9, not bad; 0.5, fair; if she said 0.01", ..., ..., ...
    yield "a lot, and 0.0001", ...
    yield "label $y = 1$ for yes and $y = 0$", ..., ...
    yield "terms is always 0", max(min(-y * math.log(0.3), -(1 - y) * math.log(0.7)) for y in (0, 1))
    yield r"p)}$$ $L = -y \ln p - (1 - y) \ln(1 - p)$", ..., ...
    yield "of $y = 1$, strictly between 0 and 1, and $y$ the label, 0 or 1", ..., ..., ..., ..., ...
    yield "denominator goes to 0", sp.limit(p * (1 - p), p, 0)
    yield "that can be 0", sp.limit(p * (1 - p), p, 1)
    yield "the numbers between 0 and 1", *(sp.limit(SIGMA, Z, end) for end in (-sp.oo, sp.oo))
    yield r"of 2.2 says that the odds are $\e^{2.2}$, about 9 to 1", ..., ..., odds, ...
    yield (
        r"have $-\ln \sigma(z) = \ln(1 + \e^{-z})$, [softplus](#activation-softplus-derivative) of $-z$, and "
        r"$-\ln(1 - \sigma(z)) = \ln(1 + \e^{z})$",
        sp.expand(1 / SIGMA - sp.exp(-Z)),
        sp.simplify(SIGMA + SIGMA.subs(Z, -Z)),
        sp.simplify(1 / (1 - SIGMA) - sp.exp(Z)),
    )
    yield r"and $L = -y \ln p - (1 - y) \ln(1 - p)$", ..., ...
    low, high = sp.limit(SIGMA - 1, Z, -sp.oo), sp.limit(SIGMA, Z, sp.oo)
    negatives = [y for y in (0, 1) if sp.simplify(PLAIN.subs(Y, y) - sp.log(1 + sp.exp(Z))) == 0]
    positives = [y for y in (0, 1) if sp.simplify((sp.exp(PLAIN.subs(Y, y)) - 1 - sp.exp(-Z)).expand()) == 0]
    yield "For $y = 0$ it is softplus of $z$, for $y = 1$", *negatives, *positives
    yield "$p - y$, between −1 and 1", low, high
    yield "predicted probability $p$ of the label 1", ...
    yield "is the label, 0 or 1, $z$ the logit", ..., ...
    yield "the predicted probability of the label 1", ...


def certain_and_wrong():
    """Certain and wrong, by two losses."""
    entropy, squared = (pull_at(pull, START).evalf(20) for pull in (ENTROPY_PULL, SQUARED_PULL))
    yield r"probability, $(\sigma(z) - y)^2$", ...
    yield "and $L = (p - y)^2$", ...
    yield "which is nearly 0", sp.limit(SIGMA * (1 - SIGMA), Z, sp.oo)
    yield "The label is 1", ...
    yield "index.md), $z = -8$ and $y = 1$, so $p = 0.000335$", START, ..., SURE
    yield "with $p - 1 = -0.9997$", ..., entropy
    yield (
        r"with $2 \cdot (-0.9997) \cdot 0.000335 \cdot 0.9997 = -0.00067$, about 1,500",
        sp.diff(E**2, E, 2),
        entropy,
        SURE,
        1 - SURE,
        squared,
        round(float(entropy / squared), -2),
    )


def its_picture():
    """The figure of both losses and their slopes, for the label 1."""
    slope = sp.lambdify(Z, SQUARED_PULL.subs(Y, 1))
    dip = optimize.minimize_scalar(slope, bounds=(-5, 5), method="bounded")
    plateau, right = (SQUARED.subs({Y: 1, Z: z}).evalf(20) for z in (-4, 6))
    yield "label 1, the cross-entropy falls as a straight line from 10 at z = −10", ..., np.logaddexp(0, 10), ...
    yield (
        "to 0; the squared error is level at 1 for z below −4 and falls to 0",
        sp.limit(PLAIN.subs(Y, 1), Z, sp.oo),
        plateau,
        ...,
        right,
    )
    yield (
        "= 0. Below, the slopes; cross-entropy is −1 on the left and goes to 0",
        ...,
        *(sp.limit(SIGMA - 1, Z, end) for end in (-sp.oo, sp.oo)),
    )
    yield (
        "is 0 on the left, dips to −0.3 near z = −0.7, and is 0",
        round(slope(-12.0), 4),
        dip.fun,
        dip.x,
        round(slope(12.0), 4),
    )
    yield "= −8 they are −0.9997 and −0.0007", START, *(pull_at(pull, START) for pull in (ENTROPY_PULL, SQUARED_PULL))


def the_largest_slope():
    """Check yourself: the largest slope of the squared error through a sigmoid."""
    p = sp.symbols("p", positive=True)
    factor = sp.simplify(-SQUARED_PULL.subs(Y, 1) / (SIGMA * (1 - SIGMA) ** 2))
    size = factor * p * (1 - p) ** 2
    (top,) = (root for root in sp.solve(sp.diff(size, p), p) if size.subs(p, root) > 0)
    yield r"= 1? With $p = \sigma(z)$ its size is $2 p (1 - p)^2$", ..., factor, ..., ...
    yield (
        r"$p$, $2 (1 - p)(1 - 3p)$, is 0 at $p = \frac{1}{3}$",
        sp.diff(size, p).subs(p, 0),
        ...,
        ...,
        1 / top,
        ...,
        top,
    )
    yield (
        r"largest size is $\frac{8}{27} = 0.296$, at $z = -\ln 2 = -0.69$",
        size.subs(p, top),
        size.subs(p, top),
        ...,
        sp.log(top / (1 - top)),
    )
