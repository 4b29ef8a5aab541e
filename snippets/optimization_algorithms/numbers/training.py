"""The numbers on the page about schedules, measured anew: means and variances by recursion."""

import math

import numpy as np

from snippets.optimization_algorithms.wave import POINTS, UNITS, wave_start

ROOT = math.sqrt(0.5)


def tested(rates):
    """Return the losses of a range test of plain descent on the wave, its gradient by complex steps in the network.

    >>> round(float(tested(np.array([1e-9]))[0]), 2)
    1.72
    """
    theta, losses = wave_start(), []
    target = np.sin(3 * POINTS) + 0.5 * POINTS

    def loss(theta):
        a, b, c = theta[:-1].reshape(3, UNITS)
        return np.mean((np.tanh(np.outer(POINTS, a) + b) @ c + theta[-1] - target) ** 2)

    for rate in rates:
        slopes = np.array([loss(theta + 1e-30j * axis).imag / 1e-30 for axis in np.eye(len(theta))])
        theta = theta - rate * slopes
        losses.append(loss(theta))
    return np.array(losses)


def noisy_gap(rates):
    """Return the exact mean gap of noisy walks with curvatures 1 and 10 from (5, 5), means and variances by recursion.

    >>> round(noisy_gap(np.full(1000, 0.1)), 3)
    0.076
    """
    gap = 0.0
    for curvature in (1, 10):
        mean, variance = 5.0, 0.0
        for rate in rates:
            mean, variance = (1 - rate * curvature) * mean, (1 - rate * curvature) ** 2 * variance + rate**2
        gap += curvature * (mean**2 + variance) / 2
    return float(gap)


def schedules_four_shapes():
    """Four shapes."""
    yield "by 10 at chosen steps. *Cosine*: half a wave from the peak to 0", ..., ...
    yield r"falls from $\eta_{\max}$ to 0", (1 + math.cos(math.pi)) / 2
    yield r"\right)$$ $k = 0, \dots, K$", ...
    yield "and Hutter, ICLR 2017)", ...
    yield "The rate grows from nearly 0 to its peak over the first steps", ...
    yield "curvatures 1 and 10, slopes with noise of variance 1, 2,000", ..., ..., ..., ...
    yield "mean gap after 1,000", ...
    yield "over 1,000 steps, constant at 0.1, stepped from 0.1 to 0.01 at step 500", ..., ..., ..., ..., ...
    yield "from 0.1 to 0, and the same with a ramp over the first 100", ..., ..., ...
    yield "fall to about 0.1", (0.07, 0.13)
    yield (
        "step 500 to about 0.005, the two cosines fall smoothly to about 0.002",
        ...,
        noisy_gap(np.repeat([0.1, 0.01], 500)),
        noisy_gap(0.05 * (1 + np.cos(np.pi * np.arange(1000) / 1000))),
    )
    yield "loss before step 500", ...
    yield "that ends at $2K$", ...
    yield "and others, *MiniCPM*, 2024", ...
    yield "Training Durations*, NeurIPS 2024)", ...
    yield "in 1 Hour*, 2017) needed it for batches of 8,192", ..., ..., ...
    yield "You Need*, NeurIPS 2017)", ...
    yield "= 1,000 steps with the peak 0.1. Which rate at k = 250, at 500, at 750", ..., ..., ..., ..., ...
    yield (
        r"At 250: $0.05 \cdot (1 + 0.7071) = 0.0854$. At 500: 0.05. At 750",
        ...,
        0.1 / 2,
        1,
        math.cos(math.pi / 4),
        0.05 * (1 + ROOT),
        ...,
        0.05 * (1 + math.cos(math.pi / 2)),
        ...,
    )
    yield r"750: $0.05 \cdot (1 - 0.7071) = 0.0146$", ..., 0.1 / 2, 1, -math.cos(3 * math.pi / 4), 0.05 * (1 - ROOT)


def schedules_the_range_test():
    """The range test."""
    yield "Neural Networks*, WACV 2017)", ...
    yield "with 49 weights that learns a wave, 120 steps from 0.0001 to 10", 3 * UNITS + 1, ..., ..., ...
    yield (
        "at 1.7 up to a rate of 0.001, falls to 0.4 at 0.02 and on to below 0.1",
        tested(np.array([1e-9]))[0],
        ...,
        (0.36, 0.42),
        ...,
        (0.05, 0.1),
    )
    yield "below 0.1 at 0.73", ..., np.geomspace(1e-4, 10, 120)[92]
    yield "One run of 120", ...


def schedules_a_large_batch_from_small_ones():
    """A large batch from small ones."""
    yield "of 16 give the gradient of 64 up to rounding. Parts of 48 and 16", 64 / 4, ..., ..., 64 - 48
    yield "loss divided by 4", ...
    yield 'to 0"]:::muted part["four times: forward,<br/>backward of $L_j/4', ..., ...
    yield "grows by 1<br/>per step, not per part", ...


def schedules_the_rate_when_the_batch_grows():
    """The rate when the batch grows: linear scaling."""
    yield "others went from 256 examples to 8,192", ..., ...
    yield r"On a parabola with $\eta\lambda = 0.01$, eight", ...
    yield r"With $\eta\lambda = 0.2$ they leave", ...
    yield "to the limit? By 5. Long", 2 / 0.4
    yield "$c = 5$ the large step multiplies the error along the steepest direction by $-1$", ..., 1 - 5 * 0.4
    yield "Adaptive Gradient Algorithms*, NeurIPS 2022)", ...


def schedules_exercises():
    """Exercises."""
    yield "from 1 to 0", ..., ...


def schedules_common_mistakes():
    """Common mistakes."""
    yield "rate 0.1 after 1, 5, 20 and 100", ..., ..., ..., ..., ...
    yield "with $K$ = 10", ...
    yield "it fails:** with 100", ...
    yield "stays at 0 after $K$ steps", 0.05 * (1 + math.cos(math.pi))
    yield "from 0.079 to 0.002", (0.074, 0.082), noisy_gap(0.05 * (1 + np.cos(np.pi * np.arange(1000) / 1000)))
