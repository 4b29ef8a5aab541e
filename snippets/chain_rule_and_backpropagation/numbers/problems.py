"""Mistakes, problems and questions: worked anew by SymPy from the task."""

import math

import sympy as sp

from snippets.chain_rule_and_backpropagation.numbers.chains import slope
from snippets.chain_rule_and_backpropagation.numbers.layers import SIGMOID

w, x, y, t, z, s, u = sp.symbols("w x y t z s u", real=True)


def common_mistakes():
    """Common mistakes."""
    yield r"write:** $\frac{\dd}{\dd x} \sin(x^2) = \cos(x) \cdot 2x$", ..., ...
    yield "there. At $x = 2$", ...
    same = sp.solve(x**2 - x, x)
    yield r"right:** $\cos(x^2) \cdot 2x$. At $x = 0$ and $x = 1$", ..., ..., *same
    yield "there $x^2 = x$", ...
    yield "and $v = x^2$", ...
    one_way = ((x + y) * 2 * x).subs({x: 2, y: 1})
    yield r"\cdot 2x = 12", ..., one_way
    yield "$u$. At $(2, 1)$", ..., ...
    yield r"for $L = \frac{1}{2}(\hat y - t)^2 + \frac{1}{2} w^2$", ..., ..., ..., ...
    yield "At $w = 2$, $x = 3$, $t = 5$", ..., ..., ...
    place = {w: 2, x: 3, t: 5}
    yield r"needed, $(wx - t)\,x + w = 5$", sp.diff((w * x - t) ** 2 / 2 + w**2 / 2, w).subs(place)
    outer, inner = (w * x + 1).subs(place), (w * x).subs(place)
    assert sp.diff(w * (w * x + 1), w).subs(place) == outer + inner
    yield (
        r"For $y = w\,(w x + 1)$ at $w = 2$, $x = 3$, the outer use contributes $wx + 1 = 7$",
        ...,
        ...,
        ...,
        ...,
        outer,
    )
    yield r"one $w \cdot x = 6$", inner
    yield "right:** `+=`, from 0", ...
    yield r"in $f = u\,(u + 1)$ with $u = x^2$", ..., ...
    yield (
        "its 10 from $f$ before the 9 from $u + 1$ has arrived. At $x = 3$",
        (u + 1).subs(u, 3**2),
        u.subs(u, 3**2),
        ...,
        ...,
    )
    yield "at learning rate 0.5", ...
    yield "At $z = 2$", ...
    yield r"Near $z = 0.659$", sp.nsolve(SIGMOID.subs(sp.Symbol("z", real=True), z) - z, z, 0.6)


def practice_problems():
    """Practice problems."""
    chain = sp.exp(-((2 * x - 1) ** 2))
    yield (
        r"Let $y = \e^{-(2x - 1)^2}$. Write it as a chain with the links $u = 2x - 1$, $v = u^2$",
        *(...,) * 6,
    )
    yield "For $x = 1$", ...
    value, whole = chain.subs(x, 1), slope(chain, x, 1)
    yield (
        r"Solution: $u = 1$, $v = 1$, $y = \e^{-1} = 0.3679$. The local derivatives are 2, $2u = 2$",
        2 * 1 - 1,
        1**2,
        -1,
        value,
        slope(2 * x - 1, x, 1),
        ...,
        slope(u**2, u, 1),
    )
    yield r"and $-\e^{-v} = -0.3679$", -value
    inner = slope((2 * x - 1) ** 2, x, 1)
    yield (
        r"input: $\frac{\dd u}{\dd x} = 2$, $\frac{\dd v}{\dd x} = 4$, $\frac{\dd y}{\dd x} = -4\e^{-1} = -1.4715$",
        slope(2 * x - 1, x, 1),
        inner,
        whole / value,
        ...,
        whole,
    )
    yield (
        r"output: $\frac{\dd y}{\dd v} = -0.3679$, $\frac{\dd y}{\dd u} = -0.7358$",
        -value,
        slope(sp.exp(-(u**2)), u, 1),
    )
    yield r"-0.7358$, $\frac{\dd y}{\dd x} = -1.4715$", slope(sp.exp(-(u**2)), u, 1), whole
    f, place = (x * y + 1) * (x + y), {x: 2, y: 3}
    yield "of $f(x, y) = (xy + 1)(x + y)$ with the nodes $a = xy$, $b = a + 1$", ..., ...
    yield "At $x = 2$, $y = 3$", ..., ...
    a, b, c = (expression.subs(place) for expression in (x * y, x * y + 1, x + y))
    by_x, by_y = (sp.diff(f, variable).subs(place) for variable in (x, y))
    yield r"Solution: $a = 6$, $b = 7$, $c = 5$, $f = 35$. Backward: $\bar f = 1$", a, b, c, f.subs(place), ...
    yield r"1$, $\bar b = c = 5$, $\bar c = b = 7$, $\bar a = \bar b = 5$", ..., c, b, c
    yield r"\bar x &= \bar a\, y + \bar c = 5 \cdot 3 + 7 = 22", c, 3, b, by_x
    yield r"\bar y &= \bar a\, x + \bar c = 5 \cdot 2 + 7 = 17", c, 2, b, by_y
    expanded = sp.Poly(f, x, y)
    yield (
        r"out, $f = x^2 y + x y^2 + x + y$, so $\frac{\partial f}{\partial x} = 2xy + y^2 + 1 = 22$",
        sp.degree(expanded, x),
        sp.degree(expanded, y),
        expanded.diff(x).coeff_monomial(x * y),
        sp.degree(expanded.diff(x), y),
        expanded.diff(x).coeff_monomial(1),
        by_x,
    )
    yield (
        r"and $\frac{\partial f}{\partial y} = x^2 + 2xy + 1 = 17$",
        sp.degree(expanded.diff(y), x),
        expanded.diff(y).coeff_monomial(x * y),
        expanded.diff(y).coeff_monomial(1),
        by_y,
    )


def from_the_sigmoid_to_tanh():
    """The slope of tanh from that of the sigmoid, and a weight that is used twice."""
    sigma = SIGMOID.subs(sp.Symbol("z", real=True), u)
    as_tanh = (2 * sigma - 1).subs(u, 2 * z)
    assert sp.simplify((as_tanh - sp.tanh(z)).rewrite(sp.exp)) == 0
    yield r"that $\tanh z = 2\sigma(2z) - 1$", 2, 2, 1
    yield (
        r"And $2\sigma(2z) - 1 = \frac{2 - (1 + \e^{-2z})}{1 + \e^{-2z}}$",
        *(...,) * 8,
    )
    inner, outer = slope(2 * z, z, 0), slope(2 * s - 1, s, 0)
    yield r"are $u = 2z$, $s = \sigma(u)$, $t = 2s - 1$, with the slopes 2", ..., ..., ..., inner
    back = sp.solve(2 * s - 1 - t, s)[0]
    assert sp.expand(back - (1 + t) / 2) == 0
    yield (
        r"and 2. So the slope is $4s(1 - s)$. From $t = 2s - 1$ follow $s = \frac{1 + t}{2}$",
        outer,
        inner * outer,
        ...,
        ...,
        ...,
        back.subs(t, 0) * 2,
        1 / sp.diff(back, t),
    )
    yield r"and $1 - s = \frac{1 - t}{2}$", ..., (1 - back).subs(t, 0) * 2, -1 / sp.diff(1 - back, t)
    largest = sp.diff(sp.tanh(z), z).subs(z, 0)
    (top,) = sp.solveset(sp.diff(sp.tanh(z), z, 2).rewrite(sp.exp), z, sp.S.Reals)
    yield "at $t = 0$, that is, at $z = 0$, where it is 1", sp.tanh(top), top, largest
    (best,) = sp.solve(sp.diff(s * (1 - s), s), s)
    yield r"sigmoid's is at most $\frac{1}{4}$", (s * (1 - s)).subs(s, best)
    yield r"at $s = \frac{1}{2}$", best
    half = sp.Rational(1, 2)
    loss = (w * (w * 1 + 2) - 1) ** 2 / 2
    h1, h2 = half * 1, half * (half * 1 + 2)
    later, earlier = (h2 - 1) * (h1 + 2), (h2 - 1) * half * 1
    assert later + earlier == slope(loss, w, half)
    yield r"x_2)$, $L = \frac{1}{2}(h_2 - t)^2$. For $w = 0.5$, $x_1 = 1$, $x_2 = 2$, $t = 1$", *(...,) * 6
    yield "Solution: $h_1 = 0.5$", h1
    yield (
        r"and $\frac{\partial L}{\partial h_2} = 0.25$. "
        r"The later use of $w$ contributes $0.25 \cdot (h_1 + x_2) = 0.625$",
        h2 - 1,
        h2 - 1,
        later,
    )
    yield r"$h_1$: $0.25 \cdot w \cdot x_1 = 0.125$. Together 0.75", h2 - 1, earlier, slope(loss, w, half)
    polynomial = w**2 + 2 * w
    yield (
        "0.75. $h_2 = w^2 x_1 + w x_2 = w^2 + 2w$ has the slope $2w + 2 = 3$",
        slope(loss, w, half),
        ...,
        ...,
        2,
        sp.diff(polynomial, w).coeff(w, 1),
        sp.diff(polynomial, w).coeff(w, 0),
        slope(polynomial, w, half),
    )


def backward_through_relu():
    """Backward through ReLU."""
    weights = sp.symbols("a:6", real=True)
    first, second = sp.Matrix(2, 2, weights[:4]), sp.Matrix(1, 2, weights[4:])
    chosen = dict(zip(weights, [2, 1, 1, 3, 3, 5], strict=True))
    drives = first * sp.Matrix([1, -1])
    hidden = drives.applyfunc(lambda drive: sp.Piecewise((drive, drive > 0), (0, True)))
    answer = (second * hidden)[0]
    by = [sp.diff((answer - 1) ** 2 / 2, weight).subs(chosen) for weight in weights]
    value = answer.subs(chosen)
    delta = value - 1
    yield (
        r"inputs $\vect{x} = (1, -1)^\T$, no biases, $\mat{W}_1 = \begin{pmatrix} 2 & 1 \\ 1 & 3 \end{pmatrix}$",
        *(...,) * 6,
    )
    yield r"(slope 1 for $z > 0$, 0 for $z < 0$), $\mat{W}_2 = \begin{pmatrix} 3 & 5 \end{pmatrix}$", *(...,) * 6
    yield r"output, $L = \frac{1}{2}(y - t)^2$ with $t = 1$", ..., ..., ...
    yield (
        r"Solution: $\vect{z}_1 = (1, -2)^\T$, $\vect{a}_1 = (1, 0)^\T$, $y = 3$, $L = 2$, $\delta_2 = 2$",
        *drives.subs(chosen),
        *hidden.subs(chosen),
        value,
        delta**2 / 2,
        delta,
    )
    yield r"\begin{pmatrix} 2 & 0", *by[4:]
    through = [3 * delta, 5 * delta]
    yield (
        r"weights: $\mat{W}_2^\T \delta_2 = (6, 10)^\T$, through ReLU: "
        r"$\vect{\delta}_1 = (6 \cdot 1,\, 10 \cdot 0)^\T = (6, 0)^\T$",
        *through,
        through[0],
        1,
        through[1],
        0,
        by[0],
        -by[3],
    )
    yield r"\begin{pmatrix} 6 & -6 \\ 0 & 0", *by[:4]


def exercises_and_questions():
    """Exercises; interview questions."""
    yield "sensitivities begin at 0", ...
    yield r"but $1/(1 + \e^{-z_j})$", ..., ...
    yield "at 3. Each factor contributes 3, together 6", ..., slope(3 * u, u, 3), slope(x**2, x, 3)
    yield r"+ b$ and $L = \frac{1}{2}(y - t)^2$, there", ..., ...
    yield r"\sigma'(z) &= y(1", ...
    yield "is 1. If the neuron is saturated, $y(1 - y)$ is nearly 0", slope(w + x, w, 0), ..., ...
    yield "has $m = 1$", ...
    yield r"$a + b\varepsilon$ with $\varepsilon^2 = 0$", ..., ...
    yield r"decay, $L = \frac{1}{2}(\hat y - t)^2 + \frac{\lambda}{2} w^2$", *(...,) * 4
    yield "to 1, the others to 0", ..., ...
    yield "gradient must be 0", slope(y, x, 0)
    yield "with slope 1; with the convention 0 at the kink, an engine returns 0", slope(x, x, 0), 0, 0 - 0
    yield "at $x = 0$", ...
    yield "its derivative is 0", slope(sp.sign(x), x, 2)
    yield "below 1, it shrinks exponentially with depth; above 1", ..., ...
    z_ = sp.Symbol("z", real=True)
    steepest = slope(SIGMOID, z_, 0)
    yield (
        r"most $\frac{1}{4}$: ten of them in a row contribute at most $10^{-6}$",
        steepest,
        10 ** math.ceil(10 * math.log10(0.25)),
    )
    yield "derivative 1, and 0", ..., ...
    yield "**Step 1", ...
    yield "**Step 2", ...
    yield "its node and 0", ...
    yield "**Step 3", ...
    yield "weights begin at 0", ...
