"""The numbers of the lesson on paths around."""

import math
from functools import cache, partial

import numpy as np

from snippets.gradient_pathologies.numbers.derived import HALF
from snippets.gradient_pathologies.pathways import (
    ends_of,
    lengths_back,
    normalized_block,
    plain_block,
    residual_block,
    through,
    train_stack,
    wave,
)
from snippets.gradient_pathologies.stacks import draw_stack


@cache
def _learned(block, square, rate):
    """Loss of 30 blocks after 300 steps, from the start of the page's table."""
    rng, (X, T) = np.random.default_rng(1), wave()
    ends = ends_of(32, rng)
    return train_stack(block, draw_stack(30, 32, square**0.5, rng), ends, X, T, [rate] * 300)[-1]


def _share(block, gain, depth):
    """First gradient length by the last: median of 20 draws."""
    shares, (X, _) = [], wave()
    for seed in range(20):
        rng = np.random.default_rng(seed)
        A, _ = ends_of(32, rng)
        _, pulls = through(block, draw_stack(depth, 32, gain, rng), X @ A.T)
        lengths = lengths_back(pulls, rng.normal(size=(len(X), 32)))
        shares.append(lengths[0] / lengths[-1])
    return np.median(shares)


def _best(block, square):
    """The rate of the page's table that ends lowest."""
    return min((0.003, 0.01, 0.03, 0.1), key=lambda rate: _learned(block, square, rate))


def _scale():
    """Root of the mean square of what comes out of a normalization, for rows of any scale."""
    rows = 300 * np.random.default_rng(0).normal(size=(4, 32)) + 7
    value, _ = normalized_block(np.eye(32), rows)
    mirrored, _ = normalized_block(np.eye(32), -rows)  # ReLU keeps the rest
    return np.sqrt(np.mean(value**2 + mirrored**2))


def paths_around_the_top_of_the_page():
    """The top of the page."""
    yield "after 300 steps the loss is 0.25", ..., _learned(plain_block, 1, 0.1)
    yield (
        "by $\\sqrt{30}$ and *added* to what goes around them, and the loss is 0.0005",
        ...,
        _learned(partial(residual_block, scale=30**-0.5), 1, 0.1),
    )


def paths_around_a_path_with_the_jacobian_i():
    """A path with the Jacobian I."""
    yield "image recognition*, CVPR 2016)", ...
    yield "shallow networks*, NIPS 2016)", ...
    yield "block 3, then block 2, then block 1", ..., ..., ...
    yield 'b3["block 3: $I + B₃$"] b2["block 2: $I + B₂$"] b1["block 1', ..., ..., ...
    yield 'all:<br/>1 way, $I$"]:::good one["through one:<br/>3', math.comb(3, 0), math.comb(3, 1)
    yield 'more["through two or three:<br/>4', math.comb(3, 2) + math.comb(3, 3)
    yield "entries are independent, with mean 0", ...
    yield "mean 0; so squares add: 1", ..., 1
    yield r"With $\beta = 1$ each block doubles the mean square: after 30 blocks $2^{30}$", ..., ..., ...
    yield "the length about 33,000", round(math.sqrt(2.0**30), -3)
    yield r"with $\beta^2 = \frac{1}{D}$ the product is $\left(1 + \frac{1}{D}\right)^D < \e$", ..., ..., ..., ...
    yield r"is $\beta^2 = \frac{g^2}{2}$", 2, 2, 1 / HALF
    yield "after 10, 30 and 60 blocks, by what it was? Medians of 20 draws, width 32", ..., ..., ..., ..., ...
    yield "blocks with gain 1", ...
    yield "near 1. Right, training loss over 300", ..., ...
    yield "rate 0.01. Plain stays level at 0.25", ..., _learned(plain_block, 1, 0.01)
    yield "at 0 (Goyal and others, *Accurate, large minibatch SGD*, 2017", ..., ...
    yield "ICLR 2019); a learned factor that begins at 0", ..., ...
    yield "others, *ReZero*, UAI 2021)", ...
    yield "$D$ blocks have $2^D$ terms", ...
    yield "with every branch $-\\frac{1}{2}\\mat{I}$", ...
    yield (
        "mean 0, with $\\operatorname{E}\\norm{\\mat{B}_\\ell^\\T\\vect{v}}^2 = \\beta^2 \\norm{\\vect{v}}^2",
        ...,
        2,
        2,
        2,
    )


def paths_around_normalization_the_scale_is_taken_out():
    """Normalization: the scale is taken out."""
    yield "has the scale 1", _scale()
    yield (
        "gain 1 keeps 0.28 of its gradient after 60 blocks, where the plain one keeps 1.5e-10",
        ...,
        _share(normalized_block, 1, 60),
        ...,
        _share(plain_block, 1, 60),
    )
    yield "differentiable away from 0", ...
    yield r"Also $\vect{w} \cdot \nabla f(\vect{w}) = 0$", ...
    yield "and weight normalization*, 2017)", ...
    yield "batch normalization*, ICLR 2019)", ...
    yield "(*Batch normalization*, ICML 2015)", ...
    yield "help optimization?*, NeurIPS 2018)", ...
    yield "deep networks*, NeurIPS 2020)", ...
    yield "transformer architecture*, ICML 2020)", ...


def paths_around_gates():
    """Gates."""
    yield "Computation 1997; with the forget gate of Gers, Schmidhuber and Cummins, 2000)", ..., ...
    yield r"= \vect{f}_t \odot \vect{c}_{t-1", ...
    yield "that at time 0", ...
    yield r"f_t$$ $c_t = f_t\, c_{t-1} + i_t\, u_t$ for one cell; $0 < f_t < 1$", ..., ..., ...
    yield "sets, each near 1", ...
    yield "with the bias 0", ...
    yield "gate's bias at 1", ...
    yield "network architectures*, ICML 2015", ...
    yield "*Highway networks*, 2015)", ...


def paths_around_trained_with_and_without():
    """Trained, with and without."""
    yield "width 32 learn two periods of a sine on a circle, 300", ..., ...
    yield "= 1/100. By what does the mean square of a gradient grow over 100", ..., ...
    yield "blocks, and over 1,000", ...
    yield "rate 0.1 it ends as low as anything in the table. At 0.003", ..., ...
    yield "is best at 0.01 and lost at 0.1", _best(normalized_block, 1), ...


def paths_around_exercise():
    """Exercise."""
    yield "to 1, and $1 - f$", ..., ...


def paths_around_a_common_mistake():
    """A common mistake."""
    yield "the input, width 32", ...
    yield (
        "near 1 that the network sets. Thirty plain layers with gain 1 keep 0.00002",
        ...,
        ...,
        _share(plain_block, 1, 30),
    )
    yield "thirty normalized ones 0.7", _share(normalized_block, 1, 30)
