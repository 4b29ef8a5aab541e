"""The numbers of the lesson on minibatches."""

import math
from fractions import Fraction
from itertools import combinations

import numpy as np
import sympy as sp

from snippets.gradient_pathologies.batches import noisy_data

Q = sp.Symbol("q", positive=True)


def _pairs(*gradients):
    """Means of all minibatches of two."""
    return [Fraction(a + b, 2) for a, b in combinations(gradients, 2)]


def _noise():
    """Spread of the examples' gradients and squared length of their mean: second moments less the squared mean."""
    features, targets = noisy_data(np.random.default_rng(9))
    gradients = -2 * targets[:, None] * features
    signal = np.sum(gradients.mean(axis=0) ** 2)
    return np.mean(np.sum(gradients**2, axis=1)) - signal, signal


def measured_rate(draws=2000):
    """The power of the batch size with which the squared error falls, from a fit on logarithmic axes."""
    features, targets = noisy_data(np.random.default_rng(9))
    gradients, rng = -2 * targets[:, None] * features, np.random.default_rng(2)
    sizes, off = [1, 4, 16, 64, 256], []
    for size in sizes:
        means = gradients[rng.integers(512, size=(draws, size))].mean(axis=1)
        off.append(np.mean(np.sum((means - gradients.mean(axis=0)) ** 2, axis=1)))
    return -np.polyfit(np.log(sizes), np.log(off), 1)[0]


def _without(size, n):
    """Factor for draws without replacement: of a sum over all pairs, n - size over n - 1 are left."""
    return Fraction(n - size, n - 1)


def _spread(*gradients):
    return Fraction(sum((g - Fraction(sum(gradients), len(gradients))) ** 2 for g in gradients), len(gradients))


def _floor():
    """The 2 of the floor: E = (1 - ηλ)² E + η² S, solved for E."""
    eta, curvature, noise, error = sp.symbols("eta lambda S E", positive=True)
    (found,) = sp.solve(sp.Eq(error, (1 - eta * curvature) ** 2 * error + eta**2 * noise), error)
    return sp.cancel(eta * noise / (found * curvature)).subs(eta, 0)


def noise_of_minibatches_the_top_of_the_page():
    """The top of the page."""
    yield "as 1/B, measured with slope −1", measured_rate(), -measured_rate()
    yield "Ask 32", ...


def noise_of_minibatches_right_on_average():
    """Right on average."""
    yield r"L$$ $\hat{\vect{g}} = \frac{1}{B} \sum_{i \in \mathcal{B}} \vect{g}_i$", ...
    yield r"\norm{\hat{\vect{g}}}^2 = \norm{\nabla L}^2", ..., ...
    yield r"\nabla L}^2$", ...


def noise_of_minibatches_how_far_off():
    """How far off."""
    yield r"gradients. $s^2 = \frac{1}{n} \sum_i \norm{\vect{g}_i - \nabla L}^2$", ..., ..., ...
    yield "batch, it is 0", _without(3, 3)
    yield "different examples out of $n > 1$", ...
    yield "for $B$ small compared with $n$ it is next to 1", sp.limit((Q - 2) / (Q - 1), Q, sp.oo)
    yield (
        r"gradients: 1, 2 and 6. The mean is 3, $s^2 = \frac{1}{3}(4 + 1 + 9) = \frac{14}{3}$",
        ...,
        ...,
        ...,
        Fraction(1 + 2 + 6, 3),
        2,
        Fraction(1, 3),
        *((g - 3) ** 2 for g in (1, 2, 6)),
        _spread(1, 2, 6),
    )
    yield (
        "means 1.5, 3.5 and 4, and squared errors 2.25, 0.25 and 1",
        *_pairs(1, 2, 6),
        *((mean - 3) ** 2 for mean in _pairs(1, 2, 6)),
    )
    yield r"1, on average $\frac{7}{6}$", ..., sum((mean - 3) ** 2 for mean in _pairs(1, 2, 6)) / 3
    yield "with 5 weights, 512 examples, at its start; 4,000", ..., ..., ...
    yield "line of slope −1", -measured_rate()
    yield "to 0 toward 512", _without(512, 512), ...
    yield "The slope is −1", -measured_rate()
    yield "At $B = 1$ the noise, 1,366", ..., round(_noise()[0])
    yield "length of the gradient, 219. At 64", _noise()[1], ...
    yield r"The ratio $s^2 / \norm{\nabla L}^2$", ..., ...
    yield r"$s^2 / \norm{\nabla L}^2$, here about 6", ..., ..., round(_noise()[0] / _noise()[1])
    yield "of large-batch training*, 2018)", ...
    yield "gradient goes to 0", ...


def noise_of_minibatches_where_the_noise_leaves_you():
    """Where the noise leaves you."""
    yield r"becomes $(1 - \eta\lambda)\, e$", ...
    yield (
        r"$$\operatorname{E}[e^2] = \frac{\eta}{\lambda\, (2 - \eta \lambda)} \cdot \frac{s^2}{B}$$",
        ...,
        _floor(),
        ...,
    )
    yield r"about $\frac{\eta}{2 \lambda} \cdot \frac{s^2}{B}$", _floor(), ...
    yield "(Goyal and others, 2017)", ...
    yield "rate 0.05 and batch 4", ..., ...
    yield "rate 0.05 and batch 64", ..., ...
    yield "step 150, batch 4", ..., ...


def noise_of_minibatches_what_noise_helps_with():
    """What noise helps with."""
    yield "about the direction, 32", ...
    yield "points efficiently*, ICML 2017)", ...


def noise_of_minibatches_what_is_contested():
    """What is contested."""
    yield "sharp minima*, ICLR 2017)", ...
    yield "gradient descent*, ICLR 2018)", ...
    yield "generalize better*, NIPS 2017)", ...
    yield "network training*, JMLR 2019)", ...
    yield "ICLR 2022) trained on all 50,000 images of CIFAR-10", ..., ..., ...
    yield "from 32 to 512", ..., ...
    yield "by 16, the typical error by 4", 512 / 32, math.sqrt(512 / 32)


def noise_of_minibatches_exercises():
    """Exercises."""
    yield "the sizes 1, 2", ..., ...
    yield "its noise is 0", _without(3, 3)


def noise_of_minibatches_a_common_mistake():
    """A common mistake."""
    yield '"with 10 times the batch the gradient is 10', ..., ...
    yield r"itself falls by $\sqrt{10}$", ...
    yield "slope −1 from $B = 1$ to 256", -measured_rate(), ..., ...
