"""How the lessons begin, and the answers with which they end."""

import math
from fractions import Fraction

import numpy as np
import sympy as sp
from scipy import special

from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS
from snippets.losses_and_activations.activations import leaky_relu, relu, relu_slope
from snippets.losses_and_activations.numbers.bends import GELU, GELU_SLOPE, SMALL, beside
from snippets.losses_and_activations.numbers.losses import absolute_line, huber_line, least_squares
from snippets.losses_and_activations.numbers.scores import (
    ENTROPY_PULL,
    JACOBIAN,
    SCORES,
    SIGMA,
    SLOPE,
    SQUARED_PULL,
    START,
    Z,
    overflow,
    pull_at,
    steps,
)
from snippets.losses_and_activations.training import TYPO


def activations_and_saturation():
    """Activations and saturation."""
    passed = SLOPE.subs(Z, 10).evalf(20)
    yield "unit far from 0", ...
    yield "out 0.99995 and should put out 0", special.expit(10.0), ...
    yield "gradient that arrives, 45", 1e6 * passed
    yield "factor is nearly 0", sp.limit(SLOPE, Z, sp.oo)


def relu_and_smooth_activations():
    """ReLU and smooth activations."""
    left, right = (beside(relu, h) for h in (-SMALL, SMALL))
    steepest = GELU_SLOPE.subs(Z, sp.solve(sp.diff(GELU, Z, 2), Z)[-1]).evalf(20)
    yield "Far from 0", ...
    yield "PyTorch's; JAX returns 1", beside(leaky_relu, SMALL)
    yield "At 0 ReLU has no derivative. Every number from 0 to 1", ..., left, right
    yield "is a convention: 0", relu_slope(0.0)
    yield r"is $\frac{1}{2}$ at 0 and at most 1.129", GELU_SLOPE.subs(Z, 0), ..., steepest


def losses_of_a_number():
    """Losses of a number."""
    yield "absolute error with ±1", beside(abs, SMALL)
    yield (
        "of 158 and lifts its slope from 2 to 17.84",
        2 * np.abs(2 * WEEKS + 1 - TYPO).max(),
        least_squares(HEIGHTS)[0],
        least_squares(TYPO)[0],
    )
    yield "worse, 880 instead of 88", ..., TYPO[-1]
    yield "with 1. The line of the squared error grows 176.24", beside(abs, SMALL), least_squares([*TYPO[:-1], 880])[0]
    yield "is 2.60, with the absolute error 2.30", huber_line(TYPO)[0], absolute_line(TYPO)[0]


def losses_of_a_probability():
    """Losses of a probability."""
    entropy, squared = (pull_at(pull, START).evalf(20) for pull in (ENTROPY_PULL, SQUARED_PULL))
    p = SIGMA.subs(Z, sp.log(2))
    yield "*not spam* with 99.97", 100 * special.expit(-START)
    yield "of 0 goes up by ln 2", ..., ...
    yield "double, they are 2 to 1", p / (1 - p), ...
    yield r"from $\frac{1}{2}$ to $\frac{2}{3}$", SIGMA.subs(Z, 0), p
    yield "is −0.9997 at $z = -8$ with $y = 1$", entropy, START, ...
    yield "the pull is −0.00067", squared


def kinks_that_make_zeros():
    """Kinks that make zeros."""
    w, rate, strength = Fraction(1), Fraction(1, 10), Fraction(1, 2)
    examples, beyond = 1000, 950
    edge = sp.solve(1 - Z, Z)[0]
    yield "term makes weights 0", ...
    yield "yourself: 950 of 1,000 examples have a margin above 1", beyond, examples, edge
    yield "the 50 others alone. The 950 count in $n$, so each of the 50", examples - beyond, beyond, examples - beyond
    yield r"pulls with $\frac{1}{1000}$", Fraction(1, examples)
    yield "of 1, steps with η = 0.1, λ = 0.5. When is it 0", w, rate, strength, ...
    yield (
        "subtracts 0.05 in each step: after 20 steps. L2 multiplies by 0.9",
        rate * strength,
        w / (rate * strength),
        1 - 2 * rate * strength,
    )
    yield "small weights arrive at 0", ...


def softmax_and_its_jacobian():
    """Softmax and its Jacobian."""
    temperature = 1 / math.log(9)
    yield (
        r"scores 2 and 1. At which temperature are the odds 9 to 1? The odds are $\e^{2/T}$",
        *(..., ...),
        math.exp(2 / temperature) / math.exp(1 / temperature),
        *(..., ...),
    )
    yield r"to $\e^{1/T}$, that is, $\e^{1/T}$ to 1. This is 9", ..., ..., ..., math.exp(1 / temperature)
    yield "rate $p_j (1 - p_j)$", ...
    yield (
        r"scores 2, 1, −1 the second row is $(-0.1830,\; 0.1922,\; -0.0091)$",
        *SCORES,
        *JACOBIAN[1, :].evalf(20),
    )
    yield "it adds up to 0", round(float(sum(JACOBIAN[1, :])), 12)


def overflow_and_lost_digits():
    """Overflow and lost digits."""
    p = special.softmax([2.0, 1.0])
    small = np.exp(709.0) / np.inf
    yield "scores 2 and 1, and it answers 0.7311 and 0.2689. Give it 710 and 709", ..., ..., *p, ..., ...
    yield "answers NaN and 0", small
    yield "the gradient is 0", sp.diff(sp.Min(100, 200 + Z), Z).subs(Z, 1)
    yield "beyond 11.09, 88.72 or 709.78", *(overflow(number) for number in (np.float16, np.float32, np.float64))
    yield "beside 1, and the logarithm meets a 0", ..., 1 - special.expit(40.0)
    yield "of 1,000 with the label 0 the cross-entropy is then 1,000", ..., ..., np.logaddexp(0, 1000)


def prediction_minus_target():
    """Prediction minus target."""
    entropy, squared = (pull_at(pull, START).evalf(20) for pull in (ENTROPY_PULL, SQUARED_PULL))
    waits = [steps(pull, START) for pull in (ENTROPY_PULL, SQUARED_PULL)]
    yield "at −8 pulls with −0.9997 behind the cross-entropy and is learned in 9", START, entropy, waits[0]
    yield "with −0.00067 and takes 1,507", squared, waits[1]
