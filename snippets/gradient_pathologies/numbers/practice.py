"""The numbers of the problems and the projects."""

import math
from fractions import Fraction
from itertools import combinations

import numpy as np
import sympy as sp

from snippets.gradient_pathologies.numbers.derived import LECUN, Z, kept


def _pairs(*gradients):
    """Means of all minibatches of two."""
    return [Fraction(a + b, 2) for a, b in combinations(gradients, 2)]


def _stacked(*x):
    """The z of the first layer, what comes back to it, and its δ, for the problem's two layers."""
    z = np.array([[1, 2], [1, -1]]) @ x
    back = np.array([[3, 1], [0, 2]]).T @ [1, 1]
    return z.tolist(), back.tolist(), np.where(z > 0, back, 0).tolist()


def _leaky():
    """Both parts of the fraction in the variance that leaky ReLU with the slope 1/2 needs."""
    found = 1 / kept(1, sp.Rational(1, 2))
    return found.p, found.q


def _factors(spread, wanted=None):
    """Smallest and largest factor per layer of twenty stacks of the project, cured if a spread is wanted."""
    found = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        layers, signals = spread * rng.normal(size=(15, 20, 20)), rng.normal(size=(8, 20))
        zs = []
        for k, W in enumerate(layers):
            layers[k] = W if wanted is None else W * wanted / np.sqrt(np.mean((signals @ W.T) ** 2))
            zs.append(signals @ layers[k].T)
            signals = np.tanh(zs[-1])
        u = rng.normal(size=20)
        logs = [np.log(np.linalg.norm(u))]
        for W, z in zip(layers[:0:-1], zs[-2::-1], strict=True):
            u = (u @ W) / np.cosh(z[0]) ** 2
            logs.append(np.log(np.linalg.norm(u)))
        found.append(math.exp(np.polyfit(range(15), logs, 1)[0]))
    return min(found), max(found)


def practice_by_hand():
    """By hand."""
    yield (
        r"rows $(1, 2)$ and $(1, -1)$, $\mat{W}_2$ with the rows $(3, 1)$ and $(0, 2)$",
        ...,
        ...,
        ...,
        ...,
        ...,
        ...,
        ...,
        ...,
    )
    yield r"input $\vect{x} = (1, 1)^\T$, and $\vect{\delta}_2 = (1, 1)^\T$", ..., ..., ..., ...
    yield r"with $\vect{x} = (1, 2)^\T$", ..., ...
    yield (
        r"With $(1, 1)$: $\vect{z}_1 = (3, 0)^\T$. The second unit is at exactly 0",
        ...,
        ...,
        *_stacked(1, 1)[0],
        ...,
    )
    yield r"be 0. $\mat{W}_2^\T \vect{\delta}_2 = (3, 3)^\T$", ..., *_stacked(1, 1)[1]
    yield r"so $\vect{\delta}_1 = (3, 0)^\T$, of length 3", *_stacked(1, 1)[2], math.hypot(*_stacked(1, 1)[2])
    yield (
        r"With $(1, 2)$: $\vect{z}_1 = (5, -1)^\T$, and $\vect{\delta}_1 = (3, 0)^\T$",
        ...,
        ...,
        *_stacked(1, 2)[0],
        *_stacked(1, 2)[2],
    )
    yield r"would be $(3, 3)^\T$", *_stacked(1, 2)[1]
    yield r"for $\varphi(z) = \max(z, 0) - \frac{1}{2} \max(-z, 0)$", ..., ..., ...
    yield (
        r"so $n v = 1$ and $v = \frac{1}{n}$. The slope is 1 or −1, its square 1",
        LECUN * kept(1, 1),
        1 / kept(1, 1),
        ...,
        ...,
        (-1) ** 2,
    )
    yield r"backward $v = \frac{1}{m}$", 1 / kept(1, 1)
    yield r"with the slope $\frac{1}{2}$", ...
    yield r"So $v = \frac{8}{5n}$ forward and $\frac{8}{5m}$", *_leaky(), *_leaky()
    yield (
        r"has $\vect{w} = (0.5, 0.5)^\T$ and $b = 0$. Its only two examples are $(2, 2)^\T$",
        ...,
        ...,
        ...,
        ...,
        ...,
    )
    yield r"and $(4, 0)^\T$, the loss is their mean, and $\delta = 1$", ..., ..., ...
    yield (
        r"$z = 2$ for both. The gradient of the mean loss is $\frac{1}{2}\left((2, 2) + (4, 0)\right) = (3, 1)^\T$",
        0.5 * 2 + 0.5 * 2,
        sp.Rational(1, 2),
        ...,
        ...,
        ...,
        ...,
        (2 + 4) / 2,
        (2 + 0) / 2,
    )
    yield r"for $\vect{w}$, and 1", (1 + 1) / 2
    yield r"From $\eta = 0.2222$", 2 / (2 * 3 + 2 * 1 + 1)
    yield "gradients 0, 0, 2 and 6", ..., ..., ..., ...
    yield (
        r"is 2. $s^2 = \frac{1}{4}(4 + 4 + 0 + 16) = 6$",
        (0 + 0 + 2 + 6) / 4,
        ...,
        sp.Rational(1, 4),
        *((g - 2) ** 2 for g in (0, 0, 2, 6)),
        (4 + 4 + 0 + 16) / 4,
    )
    yield (
        "means 0, 1, 3, 1, 3 and 4, with the squared errors 4, 1, 1, 1, 1 and 4",
        *_pairs(0, 0, 2, 6),
        *((mean - 2) ** 2 for mean in _pairs(0, 0, 2, 6)),
    )
    yield (
        "together 12. A sixth of it is 2",
        sum((mean - 2) ** 2 for mean in _pairs(0, 0, 2, 6)),
        sum((mean - 2) ** 2 for mean in _pairs(0, 0, 2, 6)) / 6,
    )
    yield "lose a factor 0.9", ...
    yield r"blocks, $\beta^2 = 0.1$", ..., ...
    yield "by a factor 1,000", ...
    yield (
        r"Solution: $\ln 1000 / -\ln 0.9 = 65.56$, so 66",
        ...,
        ...,
        math.log(1000) / -math.log(0.9),
        math.ceil(math.log(1000) / -math.log(0.9)),
    )
    yield (
        r"by 1.1: $\ln 1000 / \ln 1.1 = 72.48$, so 73",
        1 + 0.1,
        ...,
        ...,
        math.log(1000) / math.log(1.1),
        math.ceil(math.log(1000) / math.log(1.1)),
    )
    yield "of 32.4 after 73 blocks ($1.1^{36.5}$)", math.sqrt(1.1**73), ..., ..., 73 / 2


def practice_programs():
    """Programs."""
    yield "**Step 1", ...
    yield "**Step 2", ...
    yield r"of $(k - \bar{k})^2$", ...
    yield "**Step 3", ...
    yield "**Step 4", ...
    yield "good init*, ICLR 2016)", ...
    yield (
        "width 20 with `random.gauss(0, 0.1)`. Step 2 says about 0.42 and step 3",
        ...,
        ...,
        ...,
        ...,
        _factors(0.1),
        ...,
    )
    yield (
        "After `cure(layers, examples, 0.8)` the factor is near 1. And with `random.gauss(0, 1.5)`",
        ...,
        _factors(0.1, 0.8),
        ...,
        ...,
    )
    yield "multiplied by $1 - h_k^2$", -(sp.diff(sp.tanh(Z), Z) - 1).coeff(sp.tanh(Z), 2), 2
