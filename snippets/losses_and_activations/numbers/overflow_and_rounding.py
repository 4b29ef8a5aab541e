"""Numbers that overflow: borders by NumPy's own types and by halving an interval, true values by mpmath."""

import math

import mpmath
import numpy as np
from scipy import special

from snippets.losses_and_activations.numbers.scores import overflow, rounded

UNIT = {number: float(np.finfo(number).eps) / 2 for number in (np.float32, np.float64)}
TINY = mpmath.log1p(mpmath.exp(-40))  # softplus of -40, nearly e to the -40
ONE = np.float32(1)


def magnitude(x):
    """Return the power of ten that is nearest to a positive number.

    >>> magnitude(3.2e-8)
    1e-07
    """
    return 10.0 ** math.ceil(math.log10(x) - 0.5)


def softmax_of_710():
    """Softmax of 710."""
    lost = np.exp(-750.0)
    shifted = np.array([2.0, -1000.0]) - 2.0
    yield "## Softmax of 710", ...
    yield r"pair $\e^{710}$ is more than the largest double, $1.8 \cdot 10^{308}$", ..., np.finfo(float).max
    yield "rounded to 0: $0/0$", lost, lost, lost
    yield (
        "of 89 is enough for single precision, a score of 12",
        *(math.ceil(overflow(number)) for number in (np.float32, np.float16)),
    )
    yield (
        "is 0, its power is 1, no term can overflow, and the sum is at least 1",
        shifted.max(),
        np.exp(shifted.max()),
        np.exp(shifted).sum(),
    )
    yield "is divided by 0", ...
    yield "no logarithm of 0", ...


def softplus():
    """Softplus: too large on one side, nothing left on the other."""
    border = {number: rounded(number) for number in UNIT}
    digits = round(-math.log10(UNIT[np.float64]))
    yield r"at $z = -40$ the true value is $4.2 \cdot 10^{-18}$. But $1 + \e^{-40}$", ..., TINY, ..., ...
    yield (
        "to 16 digits, is 1, and its logarithm is 0. From $z = -36.74$",
        digits,
        1 + math.exp(-40),
        math.log(1 + math.exp(-40)),
        -border[np.float64],
    )
    yield "overflows beyond 709.78", overflow(np.float64)
    yield "compare both with 60", ...
    yield r"The second term, at most $\ln 2$", round(math.exp(np.logaddexp(0, 0)), 9)
    yield "relative error of 1", abs(math.log(1 + math.exp(-40)) / TINY - 1)
    yield r"precision, $\e^{-100}$ is a *subnormal* number, below $1.2 \cdot 10^{-38}$", ..., np.finfo(np.float32).tiny
    yield "from −45 to 5", ..., ...
    yield (
        "from 1e-16 at 0 to 1 at −36.7",
        magnitude(UNIT[np.float64]),
        ...,
        abs(math.log(1 + math.exp(-40)) / TINY - 1),
        -border[np.float64],
    )
    yield (
        "near 1e-16. In float32 it is the same with 1e-7 and −16.6",
        magnitude(UNIT[np.float64]),
        magnitude(UNIT[np.float32]),
        -border[np.float32],
    )


def why_libraries_want_logits():
    """Why libraries want logits."""
    single = rounded(np.float32)
    # Of a loss that follows ln(1 - p), the steps grow from one to five hundredths between these scores.
    visible = tuple(math.log(step / UNIT[np.float32]) for step in (0.01, 0.05))
    yield "together: the label is 0", ...
    yield (
        r"At $z = 37$ the probability is rounded to 1, and $-\ln(1 - 1)$",
        math.ceil(rounded(np.float64)),
        special.expit(37.0),
        ...,
        special.expit(37.0),
    )
    yield "near 1 has no room for its distance from 1, whereas numbers near 0", ..., ..., ...
    yield "it happens at 16.6", single
    yield "label 0 against the score from 10 to 24", ..., ..., ...
    yield "about 13, then climbs in growing steps, and beyond 16.6", visible, single
    yield "its logarithms at −100", ...
    yield "is 1 − σ(z) computed as 0", ..., 1 - special.expit(40.0)
    yield "From $z = 36.74$ on", rounded(np.float64)
    yield r"at $z = 40$ it is $4.2 \cdot 10^{-18}$", ..., 1 / (1 + mpmath.exp(40))


def the_diagram_of_two_routes():
    """Two routes from the score 20 with the label 0 to the loss, in single precision."""
    p = ONE / (ONE + np.exp(np.float32(-20)))
    loss = np.logaddexp(np.float32(0), np.float32(20))
    yield "score 20 with the label 0", ..., ...
    yield "of 20 is rounded to 1, so 1 − p is 0", ..., p, ..., ONE - p
    yield "is 1 divided by 0", ..., ONE - p
    yield "slope 0 and gives NaN. On the logit, softplus of 20 is 20", p * (ONE - p), ..., loss
    yield 'of 20 minus 0 is 1. z["score $z = 20$<br/>label $y = 0', ..., ..., p, ..., ...
    yield 'σ(20)$<br/>rounded to 1"] q["$1 − p = 0$"] l["loss $−\\ln 0', ..., p, ..., ONE - p, ONE - p
    yield '= 1/0 = ∞$"]:::bad nan["$∂L/∂z =$<br/>$∞ · p(1 − p) =$<br/>$∞ · 0', ..., ONE - p, ..., p * (ONE - p)
    yield 's["$\\operatorname{softplus}(20) = 20$"]:::good g["$∂L/∂z =$<br/>$σ(20) − 0 = 1', ..., loss, ..., ..., p
