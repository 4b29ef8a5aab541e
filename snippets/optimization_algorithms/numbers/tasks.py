"""The numbers of the problems by hand and of the questions: two steps by fractions, floors and promises by SymPy."""

import math
from fractions import Fraction

import numpy as np
import sympy as sp

from snippets.optimization_algorithms.numbers.batches import X, floor

RATE = sp.Symbol("rate", positive=True)


def interview_warm_up():
    """Warm-up."""
    yield r"steps shrink, like $1/\sqrt{k}$", ...
    yield "The rate grows from nearly 0 to its peak over the first steps", ...


def interview_screen():
    """Screen."""
    yield r"& + \tfrac{M}{2} \norm{\vect{y} - \vect{x}}^2 .", ..., ...
    yield "and largest at $1/M$", ...
    yield "and the rate $1/M$", ...
    yield "share $1 - m/M$", ...
    yield "Begin at 0 and unroll:", ...
    yield r"$$\vect{m}_k = (1 - \beta) \sum_{i<k} \beta^{k-1-i} \vect{g}_i$$", ..., ...
    yield r"$$(1 - \beta)(1 + \beta + \dots + \beta^{k-1}) = 1 - \beta^k .$$", ..., ..., ..., ...
    yield (
        r"factor $1 - \beta_1 = 0.1$ and the root $\sqrt{1 - \beta_2} = 0.03$",
        ...,
        1 - 0.9,
        ...,
        math.sqrt(1 - 0.999),
    )
    yield "noise. In float16 $10^{-8}$ is rounded to 0", ..., np.float16(1e-8)
    yield r"weight by $1 - \eta\lambda$", ...
    yield "from 0.9 to 0.99", ..., ...
    yield "same valley turned by 30°", ...


def interview_on_site():
    """On-site."""
    yield r"is $w \leftarrow (1 - \eta\lambda) w - \eta\,\xi$", ...
    yield r"becomes $(1 - \eta\lambda)^2 \operatorname{Var}(w) + \eta^2 V/B$", ..., ..., ...
    yield (
        r"run: $\operatorname{Var}(w) = \frac{\eta V}{B\lambda(2 - \eta\lambda)}$, for small "
        r"rates $\frac{\eta V}{2B\lambda}$",
        ...,
        ...,
    )
    yield r"and $\sum \eta_k^2 < \infty$", ...
    yield r"still $\left(\frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1}\right)^{k}$", ..., ...
    yield "Curvature 25, between 1 and 2 only 1", ..., ..., ..., ...
    yield "guarantee. With the settings that are best for curvatures from 1 to 25", ..., ...
    yield "Recht and Packard, 2016)", ...
    yield "Kale and Kumar (2018)", ...
    yield r"with $1 - \beta_1 = 0.1$ and $v$ with $1 - \beta_2 = 0.001$", ..., 1 - 0.9, ..., 1 - 0.999
    yield r"a smaller $\beta_2$ (0.95)", ...


def practice_by_hand():
    """By hand: two steps, a batch."""
    tenth, half = Fraction(1, 10), Fraction(1, 2)
    need = floor(2, 8, sp.Rational(1, 10), 1) * 100
    (single,) = sp.solve(8 * RATE / (2 * (2 - 2 * RATE)) - sp.Rational(1, 100), RATE)
    yield (
        r"problem-two-steps-of-everything $f(w) = w^2$ from $w_0 = 1$. Do two steps by hand: "
        r"(1) plain, $\eta = 0.1$; (2)",
        ...,
        ...,
        ...,
        ...,
        ...,
    )
    yield r"with $\beta = 0.5$, $\eta = 0.1$; (3) AdaGrad with $\eta = 0.5$, $\varepsilon = 0$", ..., ..., ..., ..., ...
    yield r"(4) Adam's first step with $\eta = 0.1$, $\varepsilon = 0$", ..., ..., ...
    yield "The slope is $2w$", sp.diff(RATE**2) / RATE
    yield r"(1) $1 - 0.1 \cdot 2 = 0.8$", ..., ..., tenth, 2 * 1, 1 - tenth * 2
    yield "(2) $m_1 = 2$, $w_1 = 0.8$", ..., 2 * 1, 1 - tenth * 2
    first = (..., 2**2, half, Fraction(2, 2), half * 2 / 2, 1 - half, 2 * half)
    yield r"(3) $v_1 = 4$, step $0.5 \cdot 2/2 = 0.5$: $w_1 = 0.5$. The slope is 1", *first
    second = (2 * half, 2**2 + 1, half, 2 * half, 2**2 + 1, 0.5 / math.sqrt(5), 0.5 - 0.5 / math.sqrt(5))
    yield r"1, $v_2 = 5$, step $0.5 \cdot 1/\sqrt{5} = 0.2236$: $w_2 = 0.2764$", *second
    adam = (..., 2, 2**2, tenth, Fraction(2, 2), tenth * 2 / 2, 1 - tenth)
    yield r"(4) Corrected means are 2 and 4, step $0.1 \cdot 2/2 = 0.1$: $w_1 = 0.9$", *adam
    yield r"curvature 2; one example's slope has the variance 8. With $\eta = 0.1$", ..., ..., ...
    yield "be at most 0.01", ...
    yield r"most 0.01 for $B \ge 22.2$, so $B = 23$", ..., float(need), math.ceil(need)
    yield (
        r"keep $B = 1$ and lower the rate: $\frac{8\eta}{2\,(2 - 2\eta)} = 0.01$ gives $8 \eta = 0.04 - 0.04\,\eta$",
        ...,
        ...,
        ...,
        ...,
        ...,
        ...,
        8,
        2 * 2 * 0.01,
        2 * 2 * 0.01,
    )
    cheaper = round(0.1 / float(single))
    yield r"$\eta = 0.04 / 8.04 = 0.004975$. That is 20", 4 * 0.01, 8 + 4 * 0.01, float(single), cheaper
    yield "same way, each 23", math.ceil(need)


def practice_by_hand_promises():
    """By hand: promises, settings, a distance."""
    yield "with $M = 10$. At the start the loss is 3", ..., ...
    yield "length 4. (1) By how much does the loss fall, at least, with the rate 0.05", ..., ..., ...
    yield "(2) With which rate is the promise largest, and how large? (3)", ..., ...
    yield "no longer than 0.1", ...
    (best,) = sp.solve(sp.diff(RATE * (1 - 10 * RATE / 2), RATE), RATE)
    sure = (..., ..., ..., 10 * 0.05 / 2, 4**2, 0.05 * (1 - 10 * 0.05 / 2) * 4**2, ..., best)
    yield r"(1) $0.05 \cdot (1 - 0.25) \cdot 16 = 0.6$. (2) $\eta = \frac{1}{10}$", *sure
    most = best * (1 - 10 * best / 2) * 4**2
    yield r"\frac{1}{10}$: $\frac{16}{20} = 0.8$. (3) $\min \norm{\nabla f}^2", best, most, most, ..., ...
    yield r"\le 0.01$ for $k \ge 6000$", 0.1**2, 3 / (0.1**2 / (2 * 10))
    yield "between 1 and 81", ..., ...
    low, high = sp.sqrt(1), sp.sqrt(81)
    plain = sp.Rational(2, 1 + 81), sp.Rational(81 - 1, 81 + 1)
    yield r"\frac{2}{82} = 0.02439$, factor $\frac{80}{82} = 0.9756", plain[0], plain[0], plain[1], plain[1]
    steps = math.log(1000) / -math.log(plain[1])
    yield r"$\ln 1000 / \ln\frac{82}{80} = 279.75$, so 280", ..., 1 / plain[1], steps, math.ceil(steps)
    root, rate = (high - low) / (high + low), (2 / (low + high)) ** 2
    ball = (root**2, sp.sqrt(rate), ..., rate, root)
    yield r"so $\beta = 0.64$, $\eta = \left(\frac{2}{10}\right)^2 = 0.04$, factor 0.8", *ball
    yield "factor 0.8; about 31", root, round(math.log(1000) / -math.log(root))
    left = 1 - low / high
    ahead = (1 / high**2, root, 1, low / high, left, round(math.log(1000) / -math.log(left)))
    yield r"0.01235$, $\beta = 0.8$, factor $1 - \frac{1}{9} = 0.8889$; about 59", *ahead
    yield "slope is always 1", ...
    yield r"between $2\eta(\sqrt{K + 1} - 1)$ and $2\eta\sqrt{K}$", ..., ..., ..., ...
    yield r"$\eta / \sqrt{k}$. Since $\frac{1}{\sqrt{x}}$", ...
    K = sp.Symbol("K", positive=True)
    along = sp.integrate(1 / sp.sqrt(X), (X, 1, K + 1)) / (sp.sqrt(K + 1) - 1)
    yield r"between $\int_1^{K+1} \frac{\dd x}{\sqrt{x}} = 2(\sqrt{K + 1} - 1)$", ..., sp.simplify(along), ..., ...
    yield r"and $\int_0^{K} \frac{\dd x}{\sqrt{x}} = 2\sqrt{K}$", sp.integrate(1 / sp.sqrt(X), (X, 0, K)) / sp.sqrt(K)


def practice_programs():
    """Programs."""
    yield "**Step 1", ...
    yield "**Step 2", ...
    yield "has the number 1", ...
    yield "**Step 3", ...
    yield "**Step 4", ...
    yield "step 3 trains it with the updates of steps 1 and 2", ..., ..., ...
    yield "is $3H + 1$", ..., ...
    yield r"with $\frac{2}{n} (\hat{y} - y)$", ...
    yield "times $c_j (1 - h_j^2)$", ..., ...
