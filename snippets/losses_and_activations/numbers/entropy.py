"""Entropy, divergence and perplexity: SciPy's entropies of the weather and of the forecaster."""

import math
from fractions import Fraction

import numpy as np
import sympy as sp
from scipy import special, stats

WEATHER = [0.5, 0.25, 0.25]
TOO_SURE = [0.8, 0.1, 0.1]
WORDS = [Fraction(1, 2), Fraction(1, 4), Fraction(1, 8)]


def the_top_of_the_page():
    """The loss that may be perfect."""
    yield "come down to 1.04", stats.entropy(WEATHER)
    yield "the loss of 1.04", stats.entropy(WEATHER)


def what_remains():
    """What remains for who knows everything."""
    yield r"of $\ln 2$ on a sunny day and of $\ln 4$", ..., ...
    yield "It is 0 if one event is certain", stats.entropy([1, 0, 0])
    yield r"and $0 \ln 0$ counts as 0", ..., ..., float(special.entr(0.0))
    yield r"divided by $\ln 2$", ...
    yield "The weather has 1.0397", stats.entropy(WEATHER)


def what_a_model_adds():
    """What a model adds."""
    yield "says 0.8, 0.1 and 0.1", ..., ..., ...
    yield "with $q_i = 0$ count as 0", ..., float(special.rel_entr(0.0, 0.1))
    yield "events, $p_i > 0$", ...
    yield "and 0.2231 becomes 0.1927", stats.entropy(WEATHER, TOO_SURE), stats.entropy(TOO_SURE, WEATHER)
    yield (
        "the 1.2629 that the forecaster loses, 1.0397 is the weather's and 0.2231",
        -np.dot(WEATHER, np.log(TOO_SURE)),
        stats.entropy(WEATHER),
        stats.entropy(WEATHER, TOO_SURE),
    )


def never_negative():
    """Why it is never negative."""
    x = sp.symbols("x", positive=True)
    (touch,) = sp.solve(sp.diff(sp.log(x) - x + 1, x), x)
    yield "its tangent at 1", touch
    yield "− 1 at x = 1, where both are 0", sp.exp(0), touch, sp.log(touch)
    yield r"- 1 \right) \\ &= \sum_i p_i - \sum_i q_i \le 0", ..., ...
    yield "the logarithm at 1", touch


def perplexity():
    """Perplexity."""
    loss = -float(np.mean(np.log([float(p) for p in WORDS])))
    yield r"were $\frac{1}{2}$, $\frac{1}{4}$ and $\frac{1}{8}$", *WORDS
    yield r"$\frac{1}{3} (1 + 2 + 3) \ln 2 = 2 \ln 2$, about 1.39", ..., ..., ..., ..., ..., ..., ..., loss
    yield r"\right)^{1/n}$$ $p_k > 0$", ..., ...
    yield r"mean of the $\frac{1}{p_k}$", ...
    yield "write:** `2 ** loss`", ...
    yield "nats, `2 ** loss` for bits. Both give 4", ..., 1 / float(stats.gmean([float(p) for p in WORDS]))


def shares_as_targets():
    """Shares as targets."""
    smooth = [0.9, 0.05, 0.05]
    yield "*label smoothing* says 0.9", ...
    yield "Vinyals and Dean, 2015)", ...
    yield "and add up to 1", sum(smooth)
    yield "For $(0.9, 0.05, 0.05)$ that is 0.3944", ..., ..., ..., stats.entropy(smooth)
    yield "a model for 10", ...
    yield "a perplexity of 20 on a text", ...
    yield "one out of 20", math.exp(stats.entropy(np.full(20, 0.05)))
    yield r"the cross-entropy, is $\ln 20$", math.exp(stats.entropy(np.full(20, 0.05)))
    yield "The perplexity is 10", math.exp(stats.entropy(np.full(10, 0.1)))
