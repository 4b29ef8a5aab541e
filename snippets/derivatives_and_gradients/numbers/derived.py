"""What the lessons derive: exponentials, the circle, the growing rectangle, a path, the curvatures of a loss."""

import math

import numpy as np
import sympy as sp

from snippets.derivatives_and_gradients.exercises import best_rate, judge_rate, train_line
from snippets.derivatives_and_gradients.numbers.gradients import BOWL, HERE, HILL
from snippets.derivatives_and_gradients.numbers.training import LIMIT, LINE, factor
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS
from snippets.symbols import at, gradient

x, y, h, t = sp.symbols("x y h t", real=True)
COUNT = len(WEEKS)
FLAT, STEEP = np.linalg.eigvalsh(np.array([[2 * WEEKS @ WEEKS, 2 * WEEKS.sum()], [2 * WEEKS.sum(), 2 * COUNT]]) / COUNT)
MIDDLE = WEEKS - WEEKS.mean()
BEST = 2 / (FLAT + STEEP)
DATA = WEEKS.tolist(), HEIGHTS.tolist()


def growth(base):
    """Return the slope of base^x at 0.

    >>> growth(sp.E)
    1
    """
    return sp.limit((sp.Integer(base) ** h - 1) / h if base != sp.E else (sp.exp(h) - 1) / h, h, 0)


def powers_and_exponentials():
    """Five functions: powers, exponentials, the logarithm."""
    yield "of $x^3$ at 2 is 12", ..., ..., sp.limit(((2 + h) ** 3 - 8) / h, h, 0)
    yield r"at 4 it is $\frac{1}{4}$", ..., sp.limit((sp.sqrt(4 + h) - 2) / h, h, 0)
    yield "the base whose slope at 0 is 1", ..., growth(sp.E)
    yield "number, the slope at 0", ...
    yield "base 2 it is less than 1, for the base 3", ..., (growth(2), 1.4), ...
    yield "it is exactly 1", growth(sp.E)
    yield "curves 2 to the x, e to the x and 3 to the x through the point (0, 1)", ..., ..., ..., 2**0
    yield "line 1 + x. At (0, 1)", growth(sp.E), ..., 2**0
    yield "base 2 and less steep than that of base 3", ..., ...
    yield "through $(0, 1)$. The line with slope 1", ..., 3**0, ...
    two = sp.log(2)
    yield r"slope 2, at $y = \ln 2 = 0.693$, a run of 1 makes a rise of 2", sp.exp(two), ..., two, ..., sp.exp(two)
    yield (
        r"is 2 and the rise 1: at $x = 2$ the logarithm has the slope $\frac{1}{2}$",
        *(sp.exp(two), ..., ..., sp.diff(sp.log(x), x).subs(x, 2)),
    )
    yield r"counts, $n x^{n-1} h$. $\e$ is the base whose curve has slope 1 at 0", ..., growth(sp.E), ...


def the_circle():
    """Five functions: sine and cosine."""
    chord = sp.simplify(sp.sqrt((sp.cos(h) - 1) ** 2 + sp.sin(h) ** 2))
    yield "circle of radius 1", ...
    for half in ("angle x + h/2", "of x + h/2"):
        yield half, 2
    yield r"radius, $x + \frac{h}{2}$", ...
    rise = sp.simplify(sp.sin(x + h) - sp.sin(x) - 2 * sp.sin(h / 2) * sp.cos(x + h / 2))
    yield r"c \cos(x + \tfrac{h}{2", 2 + rise
    away = sp.simplify(sp.cos(x + h) - sp.cos(x) + 2 * sp.sin(h / 2) * sp.sin(x + h / 2))
    yield r"c \sin(x + \tfrac{h}{2", 2 + away
    length = chord.subs(h, sp.Rational(1, 10))
    yield (
        r"to 1: a short arc is as good as straight. (The chord is $2 \sin \frac{h}{2}$",
        *(sp.limit(chord / h, h, 0, "+"), sp.N(length) / sp.sin(0.05), 2),
    )
    yield r"tangents, $2 \tan \frac{h}{2}$; the quotient of these two is $\cos \frac{h}{2}$", ..., ..., ...
    yield "to 1.) For $h = 0.1$ chord over arc is 0.9996", sp.cos(0), ..., length * 10
    yield r"arc only $\frac{\pi}{180} h$", ...
    yield "rise at x = 0, and", ...
    yield "the cosine is 0, first", sp.cos(sp.pi / 2)
    yield r"at 60 degrees is $\cos 60° = 0.5$", ..., ..., sp.cos(sp.pi / 3)
    yield "**Why it fails:** 0.5", sp.cos(sp.pi / 3)


def four_rules():
    """Four rules: sum, rectangle, quotient, chain."""
    yield "by 2 per unit and $g$ by 3, then $f + g$ rises by 5, and $4f$ by 8", ..., ..., 2 + 3, ..., 4 * 2
    yield "is 3 cm wide and 4 cm high. The width grows by 2", ..., ..., ...
    yield r"by 1 cm per second. How fast does the area grow? Not by $2 \cdot 1$", ..., ..., ...
    added = sp.expand(((3 + 2 * h) * (4 + h) - 12) / h)
    yield r"gets $2h \cdot 4$, the one on top $3 \cdot 1h$, and the corner $2h \cdot 1h$", ..., ..., ..., ..., ..., ...
    yield (
        "$h$: $8 + 3 + 2h$. For $h = 0.1$ that is 11.2, for $h = 0.01$ it is 11.02",
        *(2 * 4, 3 * 1, added.coeff(h, 1), ..., added.subs(h, 0.1), ..., added.subs(h, 0.01)),
    )
    yield "in the limit 11", sp.limit(added, h, 0)
    yield r"to $f' \cdot 0$", ...
    yield r"it: $$q' = \frac{f' - q g'}{g} = \frac{f' g - f g'}{g^2} .$$", ...
    yield r"is $f$ times $\frac{1}{g}$", ...
    yield "If $g$ turns 3", ...
    yield "out goes to 0", ...
    yield r"base $b > 0$, $b^x = \e^{x \ln b}$ has the slope $b^x \ln b$: the number 0.693", ..., growth(2)
    yield "to the base 2", ...
    yield "has slope 0 at 0", sp.limit(h * sp.Abs(h) / h, h, 0), ...


def along_a_path():
    """The gradient: the chain rule along a path."""
    path = at(BOWL, (1 + t, 2 + 3 * t))
    east, north = gradient(BOWL, HERE)
    yield r"path $\vect{r}(t) = (1 + t,\; 2 + 3t)^\T$: at $t = 0$ we are at $(1, 2)$", ..., ..., ..., ..., *HERE
    yield r"the velocity $(1, 3)^\T$", ..., ...
    slope = sp.diff(path, t).subs(t, 0)
    yield (
        r"slope 14 at $t = 0$. And $2 \cdot 1 + 4 \cdot 3$ is 14",
        *(slope, ..., east, 1, north, 3, east * 1 + north * 3),
    )
    yield r"\frac{d}{h} \to 0", ...
    yield r"$\frac{e}{d}$ goes to 0 while", ...
    yield "(and where $d = 0$, there", ...


def curvatures_of_the_line():
    """A line that learns: the limit, and weeks from the middle."""
    yield (
        r"\frac{\partial^2 L}{\partial w^2} &= \frac{2}{n} \sum_{i=1}^{n} x_i^2",
        *(2, 2, 2, ..., 2),
    )
    yield r"\frac{\partial^2 L}{\partial b\, \partial w} &= \frac{2}{n} \sum_{i=1", ..., ..., ...
    yield r"\\ \frac{\partial^2 L}{\partial b^2", ..., ...
    ww, wb, bb = 2 * WEEKS @ WEEKS / COUNT, 2 * WEEKS.sum() / COUNT, 2
    yield "is $12u_1^2 + 8u_1u_2 + 2u_2^2$", ww, 2, 2 * wb, bb, 2
    yield (
        r"is $2/13.403 = 0.149$, and at a rate of 0.1 the flat direction keeps $1 - 0.1 \cdot 0.597 = 94\%$",
        *(..., LIMIT, ..., 1, 0.1, FLAT, 100 * factor(0.1, FLAT)),
    )
    yield r"badly: $1 - 0.597\,\eta$ and $1 - 13.403\,\eta$", 1, FLAT, 1, STEEP
    yield "each step leaves 91.5%", 100 * factor(BEST, FLAT)
    yield "one side of 0", ...
    yield r"middle, $-2, -1, 0, 1, 2$. Now $\sum x_i = 0$", *MIDDLE, MIDDLE.sum()
    in_w, in_b = 2 * MIDDLE @ MIDDLE / COUNT, 2
    yield r"are 4 and 2, the limit is 0.5, the best rate $\frac{1}{3}$", in_w, in_b, 2 / in_w, sp.Rational(2, 6)
    yield "week 2, it is 5", ..., np.polyval(LINE, 2)
    needed = [judge_rate(weeks.tolist(), DATA[1], rate)[1] for weeks, rate in ((WEEKS, BEST), (MIDDLE, 1 / 3))]
    yield "and training is 13", needed[0] / needed[1]
    yield r"row is $(x_i, 1)$", ...
    yield r"\frac{1}{n} \norm{\mat{X}\vect{\theta} - \vect{y}}^2", ..., ...
    yield r"\nabla L(\vect{\theta}) &= \frac{2", 2
    design = np.stack([WEEKS, np.ones(COUNT)], axis=1)
    yield (
        r"minimum $\mat{X}^\T (\mat{X}\vect{\theta} - \vect{y}) = \vect{0}$",
        abs(design.T @ (design @ LINE - HEIGHTS)).max().round(9),
    )
    yield "not: that is 2", LIMIT * STEEP


def rates():
    """Walking downhill, a rate from trials; and the project."""
    yield "they for the sine at 1", ...
    yield "Hint: `loss > before * (1 + 1e-9)`", ..., ...
    grid = [rate / 1000 for rate in range(130, 150)]
    yield "is 0.139, and the lesson says 1/7 = 0.143. Who is right? Both. 1/7", best_rate(*DATA, grid), BEST, BEST, BEST
    yield "From $w = b = 0$", train_line(*DATA, 0.1, 0)[0]
    yield "the steep direction 22", STEEP / FLAT
    yield "it the limit $2/c$", ...
    yield "powers, 0.001, 0.01, 0.1, 1", ..., ..., ..., ...
    after = factor(0.5, 6)
    yield (
        r"valley $x^2 + 3y^2$ a step with $\eta = \frac{1}{2}$ brings $x$ to 0",
        *(..., ..., ..., 1 / sp.Integer(2), factor(0.5, 2)),
    )
    yield r"with $\eta = \frac{1}{6}$ brings $y$ to 0", 1 / sp.Integer(6), factor(sp.Rational(1, 6), 6)
    yield "from 4 to 12; the second step takes it to 0", 1 + 3, 3 * after**2, 3 * factor(sp.Rational(1, 6), 6)
    yield "= 0.01 a loss falls by one percent in each step, with η = 0.1", ..., ...
    yield "about η = 1?", ...
    assert math.isclose(LIMIT, 2 / STEEP)


def questions_on_rates():
    """Interview questions: the gradient of a matrix, and the best constant rate in the valley."""
    yield r"gradient of $\frac{1}{n} \norm{\mat{X}\vect{w} - \vect{y}}^2$ with respect", ..., ...
    yield r"$\frac{2}{n} \mat{X}^\T (\mat{X}\vect{w} - \vect{y})$: the errors", 2
    rate = sp.symbols("rate", positive=True)
    best = sp.solve(factor(rate, 2) + factor(rate, 6), rate)[0]
    yield r"size: $1 - 2\eta = 6\eta - 1$, so $\eta = 1/4$, 2", 1, 2, 6, 1, best, best * (2 + 6)
    yield r"are 2, and $\eta = 1/2$", ..., sp.solve(factor(rate, 2), rate)[0]


def the_tangent_plane():
    """Partial derivatives: the tangent plane of the hill."""
    (east, north), height = gradient(HILL, (-2, 1)), at(HILL, (-2, 1))
    plane = [height + step * (east + north) for step in (0.1, 0.01)]
    hill = [at(HILL, (-2 + step, 1 + step)) for step in (0.1, 0.01)]
    yield "Back on the hill, at $(-2, 1)$ and height 2. What", ..., ..., height
    yield r"height by about $1 \cdot a$, the part north by about $-2 \cdot b$", east, north
    yield "So the guess is $2 + a - 2b$", height, -north
    yield "For $a = b = 0.1$ it says 1.9", ..., plane[0]
    yield "is 1.8875 high there: 0.0125 apart", hill[0], plane[0] - hill[0]
    yield "For $a = b = 0.01$ it says 1.99, and the hill 1.989875", ..., plane[1], hill[1]
