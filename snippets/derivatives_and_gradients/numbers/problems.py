"""Mistakes, problems, exercises and interview questions: everything by SymPy, apart from the page's own programs."""

import math

import sympy as sp

from snippets.derivatives_and_gradients.numbers.gradients import BOWL, HERE, HILL, length, walked
from snippets.derivatives_and_gradients.numbers.rounding import (
    DIGITS,
    UNIT,
    best_step,
    central_bound,
    forward_bound,
    magnitude,
)
from snippets.derivatives_and_gradients.numbers.training import LIMIT, START, factor
from snippets.derivatives_and_gradients.regression import WEEKS
from snippets.symbols import at, coefficient, gradient, x, y

z, h, rate = sp.symbols("z h rate")

VALLEY = x**2 + 3 * y**2
CURVATURES = [sp.diff(VALLEY, variable, 2) for variable in (x, y)]


def mistakes_with_rules():
    """Common mistakes: rules and partial derivatives."""
    yield r"$\frac{\dd}{\dd x} \e^{x^2} = \e^{x^2}$, because", ..., ...
    yield "itself moves, at the rate $2x$. At $x = 1$:", sp.diff(x**2, x, 2), ...
    yield r"At $x = \frac{1}{2}$ that rate is 1", sp.solve(sp.diff(x**2, x) - 1, x)[0], 1
    yield r"for $f = x^2 y^3$, $\frac{\partial f}{\partial x} = 2x \cdot 3y^2$", ..., ..., 2, 3, 2
    yield r"$\frac{\partial^2 f}{\partial x\, \partial y}$, another thing. At $(1, 2)$", ..., ..., ...
    right = sp.diff(x**2 * y**3, x)
    yield r"$\frac{\partial f}{\partial x} = 2x y^3$", sp.LC(right), sp.degree(right, y)
    yield (
        r"put a number in its place: $x^2 \cdot 8$ has the slope $2x \cdot 8$",
        ...,
        at(y**3, (0, 2)),
        2,
        at(y**3, (0, 2)),
    )


def mistakes_with_gradients():
    """Common mistakes: gradients, directions, descent."""
    f = x**2 + 2 * y**2
    in_x, in_y = sp.diff(f, x), sp.diff(f, y)
    yield '"the gradient of $x^2 + 2y^2$ is $2x + 4y$"', ..., ..., ..., coefficient(in_x, x), coefficient(in_y, y)
    yield "At $(2, -1)$ it says 0", ..., ..., sum(gradient(f, (2, -1)))
    yield r"$\nabla f = (2x, 4y)^\T$, a vector", coefficient(in_x, x), coefficient(in_y, y)
    squared = sp.expand(in_x**2 + in_y**2)
    yield r"$\sqrt{4x^2 + 16y^2}$", coefficient(squared, x**2), 2, coefficient(squared, y**2), 2
    yield (
        r"a meaning of its own, $\nabla f \cdot (1, 1)^\T$, and that is not even a slope: $(1, 1)^\T$",
        ...,
        ...,
        ...,
        ...,
    )
    yield r"On $(w - 3)^2$ from 10 with $\eta = 0.1$, the losses", ..., ..., START, ...
    east, north = gradient(BOWL, HERE)
    yield r"6 is more than $\norm{\nabla f} = 4.4721$", east + north, length((east, north))
    yield r"$\frac{6}{\sqrt{2}} = 4.2426$", 6, 2, walked(BOWL, HERE, (1, 1))
    yield "Gradient descent on $x^2 - y^2$ from $(1, 0)$ walks", ..., ..., ..., ...
    yield "What people write:** `h = 1e-15`", ...
    yield "the program calculates with 16 digits", DIGITS
    yield "The derivative of the sine at 1 is 0.5403:", ..., math.cos(1)
    yield "In the last row $1 + h$ is 1", ..., 1 + 1e-17
    steps = [best_step(bound(UNIT))[0] for bound in (forward_bound, central_bound)]
    yield "$h$ near 1e-8 for a forward, near 1e-5 for a central difference", *map(magnitude, steps)
    yield (
        r"With our five measurements and $\eta = 0.05$ that is 0.25, beyond the limit of 0.149",
        ...,
        0.05 * len(WEEKS),
        LIMIT,
    )


def practice_problems():
    """Practice problems."""
    f = x**2 * y * z + sp.sin(x * z) + sp.exp(y)
    place = {x: 1, y: 0, z: sp.pi}
    slopes = [sp.diff(f, variable).subs(place) for variable in (x, y, z)]
    yield r"Let $f(x, y, z) = x^2 y z + \sin(xz) + \e^{y}$", ...
    yield "and the gradient at $(1, 0, \\pi)$. In which", ..., ...
    yield r"&= 2xyz + z\cos(xz)", sp.diff(f, x).subs({x: 1, y: 1, z: sp.pi}) / sp.pi + 1
    yield r"\frac{\partial f}{\partial y} &= x^2 z + \e^{y}", sp.degree(sp.diff(f, y), x)
    yield r"\frac{\partial f}{\partial z} &= x^2 y + x\cos(xz)", 2
    yield r"\nabla f(1, 0, \pi) = \begin{pmatrix} -\pi \\ \pi + 1 \\ -1", ..., ..., slopes[1] - sp.pi, slopes[2]
    yield r"-3.1416 \\ 4.1416 \\ -1", *slopes
    yield r"$(-0.5935,\; 0.7824,\; -0.1889)^\T$", *(slope / length(slopes) for slope in slopes)
    yield r"of $f(x) = \frac{1}{x}$ at $x \ne 0$", ..., ...
    yield r"this goes to $-\frac{1}{x^2}$. The power rule with $n = -1$", -1 / sp.Integer(-1), 2, -1
    yield "At $x = 2$ the slope is −0.25", ..., sp.limit((1 / (2 + h) - sp.Rational(1, 2)) / h, h, 0)
    g = x**2 * sp.exp(-x)
    flat = sorted(sp.solve(sp.diff(g, x), x))
    yield r"at which $f(x) = x^2 \e^{-x}$ is flat", ...
    yield "is never 0, so $f$ is flat at $x = 0$ and at $x = 2$", ..., *flat
    yield "negative before 0, positive between 0 and 2, negative after 2", flat[0], *flat, flat[1]
    yield "So 0 is a minimum with $f(0) = 0$, and 2 is a maximum with", flat[0], flat[0], g.subs(x, flat[0]), flat[1]
    yield r"$f(2) = 4\e^{-2} = 0.5413$", flat[1], 4, -2, g.subs(x, flat[1])
    yield "$f(-2) = 29.56$", ..., g.subs(x, -2)


def problems_on_slopes():
    """Practice problems: the hillside, and two steps."""
    here = (-2, 1)
    uphill = gradient(HILL, here)
    yield (
        r"On the hill $f(x, y) = 4 - \frac{x^2}{4} - y^2$ we stand at $(-2, 1)$. (1)",
        ...,
        ...,
        ...,
        ...,
        ...,
        ...,
        ...,
    )
    yield "(2) How steep is the way to the summit at $(0, 0)$? (3)", ..., ..., ..., ...
    yield r"$\nabla f = (-\frac{x}{2},\, -2y)^\T$", -1 / sp.diff(HILL, x, 2), sp.diff(HILL, y, 2)
    yield r"at $(-2, 1)$ that is $(1, -2)^\T$", ..., ..., *uphill
    yield "(1) Along $(1, -2)$", ..., *uphill
    yield r"with the slope $\sqrt{5} = 2.2361$", length(uphill) ** 2, length(uphill)
    yield (
        r"(2) The summit lies in the direction $(2, -1)$, of length $\sqrt{5}$",
        ...,
        0 - here[0],
        0 - here[1],
        length(here) ** 2,
    )
    slope = walked(HILL, here, (2, -1))
    yield r"\frac{1 \cdot 2 + (-2)(-1)}{\sqrt{5}} = \frac{4}{\sqrt{5}} = 1.7889", *uphill[:1], 2, -2, -1, 5, 4, 5, slope
    yield (
        "(3) At right angles to the gradient: along $(2, 1)$ and $(-2, -1)$",
        ...,
        -uphill[1],
        uphill[0],
        uphill[1],
        -uphill[0],
    )
    yield r"gradient descent on $L(x, y) = x^2 + 3y^2$ from $(1, 1)$ with $\eta = 0.25$", ..., ..., ..., ..., ..., ...
    yield "learning rate does $y$ reach 0", ...
    flat, steep = (factor(sp.Rational(1, 4), curvature) for curvature in CURVATURES)
    yield (
        r"The factors are $1 - 2\eta = 0.5$ for $x$ and $1 - 6\eta = -0.5$ for $y$",
        *((1, CURVATURES[0], flat, 1, CURVATURES[1], steep)),
    )
    yield r"$(1, 1) \to (0.5, -0.5) \to (0.25, 0.25)$", ..., ..., flat, steep, flat**2, steep**2
    losses = [VALLEY.subs({x: flat**step, y: steep**step}) for step in (0, 1, 2)]
    yield (
        r"with the losses $4 \to 1 \to 0.25$: a perfect zigzag that still divides the loss by 4",
        *losses,
        losses[0] / losses[1],
    )
    best = sp.solve(1 - CURVATURES[1] * rate, rate)[0]
    yield r"if $1 - 6\eta = 0$, $\eta = \frac{1}{6}$", 1, CURVATURES[1], 0, best
    yield r"Then $x$ has the factor $\frac{2}{3}$, and is at 0.6667", *[factor(best, CURVATURES[0])] * 2


def exercises():
    """Exercises."""
    yield "Numbers with decimals are seldom exactly 0", ...
    yield "the slope with 1e-9", ...
    yield "`before < 0 < after`", ...
    yield "A slope of −5 is smaller than 1e-6", ..., (-5, 1)


def interview_warm_up():
    """Interview questions: warm-up and screen."""
    yield "approach as $h$ goes to 0 from both sides", ...
    yield "In one variable, $f'(a) = 0$. How", ...
    yield "a local minimum, as for $x^2$ at 0", ..., sp.solve(sp.diff(x**2, x), x)[0]
    yield r"It is largest for $\cos\theta = 1$", sp.cos(0)
    yield "so its derivative is 0. By the chain rule", ...
    yield r"$L = \frac{1}{n} \sum_i e_i^2$ with", ..., 2
    yield r"gives each term $2 e_i$ times", sp.diff(x**2, x, 2)
    yield r"$\partial e_i / \partial b = 1$. So", sp.diff(3 * x + y - 7, y)
    both = 2 * [sp.diff(x**2, x, 2)]
    yield r"\frac{2}{n} \sum_i e_i x_i, \quad \frac{\partial L}{\partial b} = \frac{2", *both
    steepest, diagonal = length(gradient(BOWL, HERE)), walked(BOWL, HERE, (1, 1))
    yield "at $(1, 2)$, $(1, 1)$ gives 6", ..., ..., ..., ..., sum(gradient(BOWL, HERE))
    yield "more than the steepest slope 4.47", steepest
    yield r"Divided by $\sqrt{2}$ it gives the slope 4.24", length((1, 1)) ** 2, diagonal
    yield "For $m = 1$ it is the gradient transposed", ...
    yield "goes to a finite number times 0.", ...
    yield r"$\abs{x}$ and ReLU are continuous at 0", ...


def interview_on_site():
    """Interview questions: on-site."""
    yield r"of the secant, is about $\frac{h}{2} \abs{f''}$", ...
    yield r"converges on $\frac{c}{2} w^2$, with $c > 0$", ..., ..., ...
    c, each = sp.symbols("c rate", real=True)
    left = 1 - each * sp.diff(c / 2 * x**2, x) / x
    still, to_and_fro = (sp.solve(left - kept, each)[0] * c for kept in (1, -1))
    yield r"For $0 < \eta < 2/c$. The slope is $c w$", still, to_and_fro
    yield r"$$w_k = (1 - \eta c)^k", left.subs(c, 0)
    yield "This goes to 0 if", ...
    yield r"only if $\abs{1 - \eta c} < 1$, that is, $-1 < 1 - \eta c < 1$", 1, 1, -1, 1, 1
    yield r"With $\eta = 1/c$ it arrives in one step. At $2/c$", sp.solve(left, each)[0] * c, to_and_fro
    yield "constant rate on $x^2 + 3y^2$", ..., ..., ...
    rows, weights, k = sp.symbols("rows weights k", positive=True)
    products = weights * weights * rows  # one sum over the rows for each entry
    yield r"the order of $n\, p^2$", sp.degree(products, weights)
    eliminated = sp.summation((weights - k) ** 2, (k, 1, weights - 1)).expand()
    yield "solving $p^3$", sp.degree(eliminated, weights)
    yield r"$-\eta \norm{\vect{g}}^2 + \frac{\eta^2}{2}", ..., ..., ...
    creased = x**2 * y / (x**2 + y**2)
    axes = [creased.subs(y, 0), creased.subs(x, 0)]
    yield "with the value 0 at the origin. It is 0 on both axes", ..., sum(map(abs, axes))
    along = [sp.diff(axes[0], x), sp.diff(axes[1], y)]
    yield "so both partial derivatives at the origin are 0. But", sum(map(abs, along))
    by = 1 / walked(creased, (0, 0), (1, 1)) / sp.sqrt(2)
    yield r"it is $\frac{t}{2\sqrt{2}}$: the slope is $\frac{1}{2\sqrt{2}}$", by, 2, 1, by, 2
    yield r"where $\nabla f \cdot \vect{u}$ says 0", sum(along) / sp.sqrt(2)
    c, s = sp.symbols("c s", positive=True)
    in_s, in_x = sp.diff((c * s) ** 2, s), at(sp.diff(x**2, x), (c * s, 0))
    yield "By $c^2$. The slope", sp.degree(sp.simplify(c * in_s / in_x), c)


def at_the_end():
    """Key takeaways and checklist."""
    steps = [best_step(bound(UNIT))[0] for bound in (forward_bound, central_bound)]
    yield "has a best $h$: near 1e-8 forward, near 1e-5 central", *map(magnitude, steps)
    yield r"I can say why $\abs{x}$ has no derivative at 0", ...
    yield r"the error shrinks if $0 < \eta < 2/c$", ..., ...
