"""The answers that close lessons, and those under pictures to move: what they repeat is computed again."""

import math

import numpy as np
import sympy as sp

from snippets.derivatives_and_gradients.derivatives import forward_difference
from snippets.derivatives_and_gradients.numbers.gradients import BOWL, HERE, HILL, length, walked
from snippets.derivatives_and_gradients.numbers.rounding import (
    EPSILON,
    SINGLE,
    best_step,
    central_bound,
    forward_bound,
    magnitude,
)
from snippets.derivatives_and_gradients.numbers.training import FLOOR, LIMIT, LINE, factor
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, fit, mean_squared_error
from snippets.symbols import gradient

x, h = sp.symbols("x h", positive=True)


def the_slope_at_a_point():
    """The slope at a point, and which secants are level or have slope 1."""
    secant = sp.expand(((1 + h) ** 2 - 1) / h)
    yield "rolled $x^2$ meters after $x$ seconds drives at 2 m/s after 1", ..., sp.limit(secant, h, 0), ...
    yield "average says so: each is $2 + h$, and 0/0", secant.subs(h, 0), ..., ...
    yield "number as $h$ goes to 0, and this", ...
    yield "= 1 has slope 1, and which has slope 0? The slope is $2 + h$", ..., ..., ..., secant.subs(h, 0)
    slope = sp.Lambda(x, 2 + x)
    yield "so $h = -1$ gives 1 and $h = -2$ gives 0", ..., slope(-1), ..., slope(-2)
    yield "the line through $(1, 1)$ and $(-1, 1)$ is level", ..., 1**2, 1 - 2, (1 - 2) ** 2


def several_variables():
    """Partial derivatives, gradient, directions."""
    east, north = gradient(HILL, (-2, 1))
    yield "at $(-2, 1)$ the way east climbs with slope $+1$", ..., ..., east
    yield "the way north falls with slope $-2$", north
    steepest = gradient(BOWL, HERE)
    diagonal = walked(BOWL, HERE, (1, 1))
    yield "at $(1, 2)$ northeast climbs with 4.24", ..., ..., diagonal
    yield r"is that of the gradient $(2, 4)^\T$", *steepest
    yield r"From $(1, 2)$ in the direction of $(1, 1)^\T$", ..., ..., ..., ...
    yield "There the slope is 0 in", walked(BOWL, (0, 0), (3, 4))
    yield (
        r'"in the direction of $(1, 1)^\T$ the slope is $(2, 4)^\T \cdot (1, 1)^\T = 6$',
        *(..., ..., *steepest, ..., ..., steepest[0] + steepest[1]),
    )
    yield r"a direction $\vect{u}$ of length 1 the", ...
    yield r"$\norm{\nabla f} \cos\theta$. At $(1, 2)$ on", ..., ...
    yield "along the gradient, and 0 at", walked(BOWL, HERE, (-2, 1))
    yield r"is $3\sqrt{2} = 4.24$ to the northeast", 3, 2, diagonal
    yield r"most $2\sqrt{5} = 4.47$ along", 2, 5, length(steepest)


def descent():
    """Walking downhill, and a line that learns."""
    yield r"escape? $\eta = 0.5$ arrives at once. Below $\eta = 1$ every", (0.5, 0.5), 1
    yield r"comes home; at $\eta = 1$ it", 1 - (1 + factor(1))
    yield (
        r"by 0.8 for $\eta = 0.1$, by −0.8 for 0.9, and by −1.2 for 1.1",
        *(factor(0.1), ..., factor(0.9), ..., factor(1.1), ...),
    )
    yield r"minimum by $1 - 2\eta$: by", 1, 1 - factor(1)
    first = np.array([2 * np.mean(-HEIGHTS * WEEKS), 2 * np.mean(-HEIGHTS)])
    after = mean_squared_error(*fit(WEEKS, HEIGHTS, 0.05, 1)[-1], WEEKS, HEIGHTS)
    yield r"At $w = b = 0$ the gradient of the mean squared error is $(-28, -10)^\T$", ..., *first
    yield r"the first step takes the loss from 33.132 to 3.742", np.mean(HEIGHTS**2), after
    yield r"with $\eta = 0.05$ the first step takes", ...
    yield "squares, 1 cm at the beginning and 2 cm a week, with the loss 0.132", LINE[1], LINE[0], FLOOR
    yield "Beyond the learning rate 0.149", LIMIT


def measured_slopes():
    """How a computer measures a slope, and the best step."""
    yield "(forward) or with $h^2$", ...
    yield (
        "At 1e-15 the second one has eaten the answer: 0.5551 instead of 0.5403",
        *((..., forward_difference(math.sin, 1, 1e-15), math.cos(1))),
    )
    best = [best_step(bound(EPSILON / 2))[0] for bound in (forward_bound, central_bound)]
    yield "near 1e-8 forward and near 1e-5 central.", *map(magnitude, best)
    yield "a factor of $2^{29}$", SINGLE / EPSILON
    single = [best_step(bound(SINGLE / 2))[0] for bound in (forward_bound, central_bound)]
    yield "to about 5e-4 forward and 5e-3", (SINGLE ** (1 / 2), single[0]), (SINGLE ** (1 / 3), single[1])
    yield "x = 10⁹? The numbers there are 1.2e-7", ..., np.spacing(1e9)
    yield "third derivative of $x^2$ is 0", ..., sp.diff(x**2, x, 3)
    yield "takes 1e-8 and 1e-5", *map(magnitude, best)
