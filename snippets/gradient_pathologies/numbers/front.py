"""The numbers of the front page and of the questions."""

import math

import numpy as np
import sympy as sp

from snippets.gradient_pathologies.initial import orthogonal
from snippets.gradient_pathologies.numbers.depth import lengths_of_front
from snippets.gradient_pathologies.numbers.derived import HALF, HE, LECUN, STEEPEST, XAVIER, M, N
from snippets.gradient_pathologies.numbers.noise import measured_rate
from snippets.gradient_pathologies.numbers.units import dead_gradient, own_step


def _turned(gradient):
    """Degrees by which clipping by value to 1 turns a gradient of two positive numbers."""
    x, y = gradient
    return math.degrees(math.atan2(y, x) - math.atan2(min(y, 1), min(x, 1)))


def index_the_top_of_the_page():
    """The top of the page."""
    yield "Thirty tanh layers of width 64", ...
    yield "gets 2.2e-9, the last one 7", lengths_of_front(0.0625)[0], round(lengths_of_front(0.0625)[-1])
    yield "around: 11,000 against 7", round(lengths_of_front(0.375)[0], -3), round(lengths_of_front(0.375)[-1])


def index_key_takeaways():
    """Key takeaways."""
    yield r"$\frac{2}{n + m}$ for tanh, $\frac{2}{n}$", XAVIER, HE


def index_checklist():
    """Checklist."""
    yield r"derive $\frac{1}{n}$, $\frac{2}{n + m}$ and $\frac{2}{n}$", LECUN, XAVIER, HE


def interview_warm_up():
    """Warm-up."""
    yield "below 1 per layer they vanish, with one above 1 they explode. With 0.5", ..., ..., ...
    yield "nearly linear at 0, with slope 1", ..., STEEPEST


def interview_screen():
    """Screen."""
    yield "independent weights of mean 0 and variance $v$. With", ...
    yield "weights symmetric about 0", ...
    yield r"n v \operatorname{E}[a^2] , \\ \operatorname{E}[a^2] &= \tfrac{1}{2} \operatorname{Var}(z_", ..., ..., HALF
    yield r"it, $\frac{1}{2} n v = 1$, so $v = \frac{2}{n}$", HALF, 1, HE
    yield "linear stack at 1", np.linalg.norm(orthogonal(64, np.random.default_rng(0)), -2)
    yield "gain 4, two fifths of the slopes are below 0.01", ..., ...
    yield "own weights and bias get the gradient 0", dead_gradient()
    yield "the pre-activation above 0", ...
    yield "100 inputs of size 1 make the factor 101", ..., ..., own_step(100)
    yield r"Of the order $1/\sqrt{D}$", ...
    yield r"for $\beta = 1/\sqrt{D}$", ...
    yield "component: with the limit 1, $(3, 100)$", ..., ..., ...
    yield "$(3, 100)$ becomes $(1, 1)$, turned by 43°", ..., ..., min(3, 1), min(100, 1), _turned([3, 100])
    yield "gradient fall as 1", measured_rate()
    yield "add to $B s^2$", ...
    yield "to 1 for small batches and 0", sp.limit((N - 2) / (N - 1), N, sp.oo), (N - N) / (N - 1)
    yield r"made with. So $\frac{1}{M}$", ...
    yield "$-\\eta\\, \\delta\\, (\\norm{\\vect{x}}^2 + 1)$; 100", ..., own_step(0), ...
    yield "it below 0 for", ...
    yield "its weights and bias get the gradient 0", dead_gradient()


def interview_on_site():
    """On-site."""
    yield r"\norm{\vect{\delta}'}^2 = {} & \norm{\vect{\delta}}^2 + 2", 2, 2, sp.expand((N + M) ** 2).coeff(N * M)
    yield r"& + \norm{\mat{B}^\T \vect{\delta}}^2 .", ...
    yield "With entries of mean 0", ...
    yield (
        r"mean 0. With variance $\beta^2 / n$ the last one has the mean $\beta^2 \norm{\vect{\delta}}^2$",
        ...,
        ...,
        ...,
        ...,
    )
    yield r"about $\eta / \norm{\vect{w}}^2$", ...
    yield (
        "Gradient 10 with probability 0.1, −1 with 0.9: the mean is 0.1. Clipped to 1",
        ...,
        ...,
        ...,
        ...,
        10 * 0.1 - 0.9,
        ...,
    )
    yield "truncated sum is 0", ...
    yield "of 0 or 1", ..., ...
    yield "Keskar and others 2017", ...
    yield "(Hoffer and others 2017)", ...
    yield "(Shallue and others 2019)", ...
    yield "Geiping and others 2022", ...
    yield "(Cohen and others, 2021)", ...
    yield "(Damian and others, 2023)", ...
    yield r"by $c > 0$, $c \ne 1$", ..., ...
    yield (
        "minima $ab = 1$ all compute the same, with sharpness $a^2 + b^2$ from 2",
        ...,
        2,
        2,
        sp.minimum(N**2 + 1 / N**2, N, sp.Interval(sp.Rational(1, 2), 2)),
    )
    yield "A 60", ...
    yield "of slopes near 0", ...
    yield "For $(b - c)^2$ the bias", ...
