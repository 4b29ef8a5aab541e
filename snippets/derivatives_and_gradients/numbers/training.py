"""Walking downhill: paths by closed formulas where there is one, the line by least squares of NumPy."""

import numpy as np
import sympy as sp

from snippets.derivatives_and_gradients.descent import gradient_descent, parabola_slope
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, fit, mean_squared_error

w, x, y, rate = sp.symbols("w x y rate")

PARABOLA = (w - 3) ** 2
LEAST = sp.solve(sp.diff(PARABOLA, w), w)[0]
START = 10
# The Hessian of the mean squared error, whose largest eigenvalue sets the limit.
DESIGN = np.stack([WEEKS, np.ones(len(WEEKS))], axis=1)
LIMIT = 2 / np.linalg.eigvalsh(2 / len(WEEKS) * DESIGN.T @ DESIGN).max()
LINE = np.polyfit(WEEKS, HEIGHTS, 1)
FLOOR = np.mean((np.polyval(LINE, WEEKS) - HEIGHTS) ** 2)


def factor(learning_rate, curvature=2):
    """Return what a step multiplies the error by, on a parabola.

    >>> round(factor(0.1), 6), factor(sp.Rational(1, 3), 6)
    (0.8, -1)
    """
    return 1 - learning_rate * curvature


def place(learning_rate, step):
    """Return the place on the parabola after some steps.

    >>> round(place(0.1, 1), 6)
    8.6
    """
    return 3 + (START - 3) * factor(learning_rate) ** step


def slope_at(where):
    """Return the slope of the parabola.

    >>> slope_at(10)
    14
    """
    return sp.diff(PARABOLA, w).subs(w, where)


def walking_downhill():
    """Walking downhill: how a gradient trains a model."""
    yield r"and $\eta > 0$ (eta) the learning rate", ...
    yield "$L(w) = (w - 3)^2$, with $L'(w) = 2(w - 3)$ and the minimum at 3", ..., ..., slope_at(4), LEAST, LEAST
    yield r"We start at $w = 10$ with $\eta = 0.1$", ..., ...
    yield (
        r"The slope is $2 \cdot 7 = 14$, the step $-0.1 \cdot 14 = -1.4$",
        *((2, START - 3, slope_at(START), -0.1, slope_at(START), place(0.1, 1) - START)),
    )
    yield "the new place 8.6. There the slope is 11.2", place(0.1, 1), slope_at(place(0.1, 1))
    yield "the step −1.12, the next place 7.48", place(0.1, 2) - place(0.1, 1), place(0.1, 2)
    yield "And so on: 6.584, 5.867, …", place(0.1, 3), place(0.1, 4)
    yield "The learning rate is 0.1 in every line", ...
    yield r"with $\eta = 0.9$ and $\eta = 1.1$", ..., ...
    yield "With 1.1 the loss grows", ...
    yield "the parabola (w − 3) squared and a path from w = 10", ..., ...
    yield "With learning rate 0.1 the points creep", ...
    yield "With 0.9 they jump from side to side and come closer to 3. With 1.1 they", ..., LEAST, ...
    yield r"with $\eta = 0.1$, 0.9 and 1.1", ..., ..., ...
    yield (
        "Look at the distance to 3: with 1.1 it is 7, 8.4, 10.08, …",
        LEAST,
        ...,
        *(abs(gradient_descent(parabola_slope, START, 1.1, 2) - 3)),
    )
    yield "each time 1.2 times as much", abs(factor(1.1))
    yield "With 0.9 it is 7, 5.6, 4.48, …", ..., *abs(gradient_descent(parabola_slope, START, 0.9, 2) - 3)
    yield "each time 0.8 times as much", abs(factor(0.9))
    yield "The left side is the distance to the minimum 3", LEAST
    yield "One step of descent on (w − 3)²", ...
    yield r"smaller than 1 in size: $-1 < 1 - 2\eta < 1$", ..., ..., 1, 2, ...
    low, high = sorted(sp.solve(factor(rate) ** 2 - 1, rate))
    yield r"that is, $0 < \eta < 1$", low, high
    yield r"It is 0 for $\eta = 0.5$: one step", ..., sp.solve(factor(rate), rate)[0]
    yield r"For $\eta = 0.1$ and $\eta = 0.9$ it is 0.8 and −0.8", ..., ..., factor(0.1), factor(0.9)
    yield r"the limit is $\eta < 2/c$. Here $c = 2$", 2, sp.diff(PARABOLA, w, 2)
    yield "with η = 1 exactly? The factor is −1", ..., factor(1)
    yield "From 10 the walk goes to −4, back to 10, to −4, … for ever", ..., place(1, 1), place(1, 2), place(1, 3)
    yield "and the loss stays 49", PARABOLA.subs(w, place(1, 3))


def two_parameters():
    """Two parameters: the steep axis sets the limit."""
    loss = x**2 + 3 * y**2
    slopes = [sp.diff(loss, variable).subs({x: 1, y: 1}) for variable in (x, y)]
    flat, steep = (sp.diff(loss, variable, 2) for variable in (x, y))
    limit = 2 / sp.Integer(steep)
    yield r"In $L(x, y) = x^2 + 3y^2$ the gradient at $(1, 1)$ is $(2, 6)^\T$", ..., ..., ..., ..., ..., *slopes
    yield "in the direction $(-1, -1)$, but the step goes along $(-2, -6)$", -1, -1, *(-slope for slope in slopes)
    yield r"With $\eta = 0.1$ these are 0.8 and 0.4", ..., factor(0.1, flat), factor(0.1, steep)
    yield r"With $\eta = 0.3$ they are 0.4 and −0.8", ..., factor(0.3, flat), factor(0.3, steep)
    yield r"At $\eta = 1/3$ the jumps stop", limit
    yield "x squared plus 3 y squared with two paths from (1, 1)", ..., ..., ...
    yield "With learning rate 0.3 it jumps", ...
    yield r"The steep one sets the limit, $\eta < 2/6$", limit
    yield "feels the curvature 2, and", flat
    best = 2 / sp.Integer(flat + steep)
    yield r"At $\eta = 0.25$, where the factors are 0.5 and −0.5", best, factor(best, flat), factor(best, steep)
    yield "η = 0.5 would bring x to 0", 1 / sp.Integer(flat), factor(0.5, flat)
    yield r"$1 - 6 \cdot 0.5 = -2$", 1, steep, 0.5, factor(0.5, steep)
    yield "The curvature along y grows to 20", ...
    yield r"The limit falls to $2/20 = 0.1$", 2 / 20, 2 / 20
    yield "With curvatures 2 and 6 that is bearable", flat, steep
    yield "what happens with 2 and 2,000", ..., ...


def a_line_that_learns():
    """A line that learns."""
    first = np.array([2 * np.mean(-HEIGHTS * WEEKS), 2 * np.mean(-HEIGHTS)])
    line = -0.05 * first
    yield r"$$L(w, b) = \frac{1}{n} \sum_{i=1}^{n} (w x_i + b - y_i)^2 .$$", ..., ..., ...
    yield "with respect to $w$ and 1 with respect to $b$", ...
    yield "The seedling was 1.3, 2.4, 5.1, 7.4 and 8.8 cm high in weeks 0 to 4", *HEIGHTS, WEEKS[0], WEEKS[-1]
    yield "At $w = b = 0$ the errors are", ...
    yield (
        "is $0 + 2.4 + 10.2 + 22.2 + 35.2 = 70$, the sum of $y_i$ is 25",
        *(HEIGHTS * WEEKS),
        WEEKS @ HEIGHTS,
        HEIGHTS.sum(),
    )
    count = len(WEEKS)
    yield (
        r"$(-\frac{2}{5} \cdot 70,\; -\frac{2}{5} \cdot 25)^\T = (-28, -10)^\T$",
        *((-2 / count, WEEKS @ HEIGHTS, -2 / count, HEIGHTS.sum(), *first)),
    )
    yield r"With $\eta = 0.05$ the first step leads to $w = 1.4$, $b = 0.5$", ..., *line
    after = mean_squared_error(*line, WEEKS, HEIGHTS)
    yield "the loss falls from 33.132 to 3.742", np.mean(HEIGHTS**2), after
    yield "the line after 0, 1, 2 and 100 steps", ..., ..., ..., ...
    second = mean_squared_error(*fit(WEEKS, HEIGHTS, 0.05, 2)[-1], WEEKS, HEIGHTS)
    yield (
        "from 33 within two steps to below 1 and then slowly to its floor at 0.132",
        np.mean(HEIGHTS**2),
        (second, 1),
        FLOOR,
    )
    yield "The loss does not go to 0", ...
    yield "and 0.132 is the least that any line can reach", FLOOR
    yield "begins at 1 cm and grows 2 cm a week", LINE[1], LINE[0]
    yield "The other 498 are slow work", 500 - 2
    yield r"a walk from $\eta/2$ jumps to $-\eta/2$ and back for ever, and its slope is 1", 2, 2, abs(-1)
    yield (
        "With 0.005 it falls slowly, with 0.1 fast down to its floor at 0.132, with 0.15 it grows",
        *((..., (0, LIMIT), FLOOR, (LIMIT, 2 * LIMIT))),
    )
    yield "The limit for this landscape is 0.149", LIMIT
    yield "the parameters w = 0 and b = 0", ..., ...
    yield "with the heights y and is 33.132", np.mean(HEIGHTS**2)
    yield "one slope for each parameter, −28 and −10", *first
    yield "The update with learning rate 0.05 gives w = 1.4 and b = 0.5", ..., *line
    yield "forward<br/>$w = 0$, $b = 0$<br/>$ŷ = wx + b = 0", ..., ..., 0
    yield "mean of $(ŷ − y)²$<br/>$= 33.132", np.mean(HEIGHTS**2)
    yield "backward<br/>$∂L/∂w = −28$<br/>$∂L/∂b = −10", *first
    yield (
        "update, $η = 0.05$<br/>$w = 0 + 0.05 · 28$<br/>$b = 0 + 0.05 · 10",
        ...,
        ...,
        ...,
        -first[0],
        ...,
        ...,
        -first[1],
    )
    yield "again with<br/>$w = 1.4$, $b = 0.5", *line
