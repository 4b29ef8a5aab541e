"""The numbers of the lessons on suspects, runs, NaN and frameworks."""

import json
import math
from fractions import Fraction
from pathlib import Path

import numpy as np

from snippets.gradient_checking.network import random_parameters, spiral_batch, spiral_loss
from snippets.gradient_checking.steps import complex_step_gradient

X, LABELS = spiral_batch()
EXAMPLES, CLASSES, INPUTS, UNITS = len(X), len(set(LABELS)), X.shape[1], len(random_parameters()["b1"])
RECORDED = json.loads((Path(__file__).parents[1] / "frameworks" / "recorded.json").read_text())


def _printed(framework, program, row):
    """Last number in a row that a program printed."""
    return float(RECORDED[framework]["programs"][program]["prints"].splitlines()[row].replace("=", " ").split()[-1])


def _error_of(c):
    """Relative error of a gradient that is c times the true one."""
    return Fraction(abs(c - 1), max(abs(c), 1))


def _gradient():
    """The network's gradient by complex steps."""
    return complex_step_gradient(lambda p: spiral_loss(p, X, LABELS), random_parameters())


def _ratio(rate):
    """Length of the first step by the length of the weights, in W1."""
    return rate * np.linalg.norm(_gradient()["W1"]) / np.linalg.norm(random_parameters()["W1"])


def _longest(rate, steps=5):
    """Length of the longest gradient in the first steps of descent."""
    here, lengths = random_parameters(), []
    for _ in range(steps):
        slopes = complex_step_gradient(lambda p: spiral_loss(p, X, LABELS), here)
        lengths.append(math.sqrt(sum((slope**2).sum() for slope in slopes.values())))
        here = {name: value - rate * slopes[name] for name, value in here.items()}
    return max(lengths)


def _double_well(w):
    """The loss (w² - 1)² and its slope, from the coefficients of the polynomial."""
    loss = np.poly1d([1, 0, -1]) ** 2
    return loss(w), loss.deriv()(w)


def checkers_of_frameworks_the_top_of_the_page():
    """The top of the page."""
    yield "`torch.autograd.gradgradcheck` | `check_grads(..., order=2)`", ...


def checkers_of_frameworks_a_pull_back_of_one_s_own():
    """A pull-back of one's own."""
    yield "for $1 - a^2$", ..., ...
    yield (
        r"accepts $\abs{a - m} \le 10^{-5} + 10^{-3} \abs{m}$ for each entry, with the step 1e-6",
        _printed("pytorch", "defaults", 1),
        _printed("pytorch", "defaults", 2),
        _printed("pytorch", "defaults", 0),
    )
    yield "precision up to 0.002", _printed("jax", "defaults", 1)
    yield "in double up to 1e-5", _printed("jax", "defaults", 2)
    yield "with the step 1e-4", _printed("jax", "defaults", 0)
    yield "pull-back that returns 0", ...


def checkers_of_frameworks_in_single_precision():
    """In single precision."""
    yield "precision: the step 1e-6", _printed("pytorch", "defaults", 0)


def checkers_of_frameworks_at_a_kink():
    """At a kink."""
    yield r"convention, 0, with the mean of both sides, $\frac{1}{2}$", ..., ...


def checkers_of_frameworks_born_on_the_way_back_in_frameworks():
    """Born on the way back, in frameworks."""
    yield "the product of 0", ...


def checkers_of_frameworks_what_no_framework_checks():
    """What no framework checks."""
    yield "about a millionth. What does that say? Nothing: a gradient of 0", ...
    yield "function's output by $10^6$", ...


def hunting_nan_how_it_is_born():
    """How it is born."""
    yield "a division by 0", ...
    yield r"\infty$, $0 / 0$", ..., ...
    with np.errstate(over="ignore"):
        yield r"overflows in $1/(1 + \e^{-z})$ ends as 0", ..., ..., float(1 / (1 + np.exp(1000.0)))


def hunting_nan_born_on_the_way_back():
    """Born on the way back."""
    yield r"at 0 is 0, its slope $\frac{1}{2\sqrt{x}}$ is infinite. If 0", ..., math.sqrt(0), ..., ..., ...
    yield "branches, `where(x > 0, sqrt(x), 0)`", ..., ...
    yield "branches, and hands 0", ...
    yield r"at $\vect{0}$, whose [gradient](#gradient-of-norm) is $0/0$", ..., ..., ...
    yield r"at 0 with $p < 1$, and in $\ln$ of a product that has become 0", ..., ..., ...
    yield r"the slope by $\frac{1}{2\sqrt{\varepsilon}}$", ..., ...
    yield "inside of a root at x = 0 stands an ε of 0.00000001", ..., ...
    yield "from above by 5,000", 1 / (2 * math.sqrt(1e-8))


def hunting_nan_explosions():
    """Explosions."""
    yield "On $(w^2 - 1)^2$, from $w = 2$ with the rate 0.2", ..., ..., ..., ..., ...
    yield "a loss of 9", _double_well(2)[0]
    yield "weight](#update-to-weight-ratio) was above 1", (0, 0.2 * _double_well(2)[1] / 2)
    yield "variance of almost 0", ...


def hunting_nan_the_hunt():
    """The hunt."""
    yield "smallest, nearest to 0", ...
    yield "NaN at step 900", ...
    yield "of 0 under a root or a variance of 0", ..., ...


def hunting_nan_common_mistakes():
    """Common mistakes."""
    yield "Replacing NaN by 0", ...
    yield "A score of 800", ...
    yield "is `exp` of 800", ...
    yield "gradient, of length 1.4", math.sqrt(2)
    yield "write:** `where(p > 0, -p * log(p), 0)`, the terms of an entropy, to be safe at 0", ..., ..., ...
    yield "For $p = 0$ the one", ...
    yield "has the upstream gradient 0", ...
    yield "function, `log(where(p > 0, p, 1))`", ..., ...
    yield "Births are overflow, $0/0$", ..., ...
    yield "in `where(x > 0, sqrt(x), 0)` at 0", ..., ..., ...


def suspects_the_top_of_the_page():
    """The top of the page."""
    yield "Now there are 300", ...


def suspects_a_line_up():
    """A line-up."""
    yield "shows 2 everywhere, sum for mean 0.9", _error_of(-1), _error_of(EXAMPLES)


def suspects_where_is_it_wrong():
    """Where is it wrong."""
    yield "the loss: error 2", _error_of(-1)


def suspects_what_kind_of_wrong():
    """What kind of wrong."""
    yield "clue. −1 is a sign. 12", -np.vdot(X, X) / np.vdot(X, X), EXAMPLES
    yield "by 12 and the penalty's by 1", EXAMPLES, ...


def suspects_the_best_factor():
    """What kind of wrong."""
    yield r"It needs $\vect{m} \ne \vect{0}$", ...


def suspects_one_experiment_each():
    """One experiment each."""
    yield "that stays at 3", CLASSES
    yield "that stays at 2", ...
    yield "lets $(3,)$ meet $(12, 3)$", CLASSES, EXAMPLES, CLASSES
    yield "that number is 0", _gradient()["b2"].sum()
    yield "target](#loss-softmax-cross-entropy-gradient) adds up to 0", _gradient()["b2"].sum()
    yield "are 12, 2, 5 and 3", EXAMPLES, INPUTS, UNITS, CLASSES
    yield "the penalty to 0", ...


def suspects_what_they_do_to_training():
    """What they do to training."""
    yield "a third within 500", ...
    yield "factor 1/8 that does not depend on the batch. The machine has 8", ..., ...
    yield "give the kind: −1", -np.vdot(X, X) / np.vdot(X, X)


def watching_a_run_the_top_of_the_page():
    """The top of the page."""
    yield "origin, $y = 2x$", ...
    yield "shape $(4, 1)$, the predictions $(4)$", ..., ..., ...
    yield r"of $(y_j - \bar{y})^2$", ...


def watching_a_run_before_the_first_step():
    """Before the first step."""
    yield "classes, starts at 1.320", float(spiral_loss(random_parameters(), X, LABELS))
    yield "of 12 times that would have been a sum. One of 0.01", EXAMPLES, ...


def watching_a_run_one_batch_by_heart():
    """One batch by heart."""
    yield "its least. That is near 0", ...
    yield "network on its 12", EXAMPLES
    yield "rate that is 12", EXAMPLES


def watching_a_run_lengths():
    """Lengths."""
    yield "CS231n give about $10^{-3}$", ...
    yield "one begins above 1", (0, _ratio(30))
    yield "one, jumping above 1", (0, _longest(30))
    yield "gradient is exactly 0", ...
    yield "for 10 classes has the first loss 2.31, and after 1,000", ..., ..., ...
    yield "on one batch 2.30", ...
    yield "of 0, gradients set to 0", ..., ...


def watching_a_run_a_common_mistake():
    """A common mistake."""
    yield "with `labels` of shape $(n, 1)$", ...
    x, y = np.arange(1, 5), np.arange(2, 10, 2)
    w = x.mean() * y.mean() / (x**2).mean()
    yield "ends at $w = 1.667$ with the loss 9.167", w, ((w * x - y[:, None]) ** 2).mean()
    yield "where $w = 2$ has 0", ..., sum((2 * x - y) ** 2 for x, y in enumerate(range(2, 10, 2), 1))
