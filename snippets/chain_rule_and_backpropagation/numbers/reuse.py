"""One weight, many uses: each derivative by SymPy, from polynomials in the weight."""

from fractions import Fraction

import sympy as sp

w, w0, w1 = sp.symbols("w w0 w1")
HALF = sp.Rational(1, 2)
INPUTS = [4, 1, 0]

STATES = [sp.Integer(0)]
for x in INPUTS:
    STATES.append(sp.expand(w * STATES[-1] + x))


def at_half(expression):
    """Return an expression at w = 1/2.

    >>> [at_half(state) for state in STATES]
    [0, 4, 3, 3/2]
    """
    return sp.sympify(expression).subs(w, HALF)


def _shares():
    """Return what each use contributes, with a weight of its own for each.

    >>> _shares()
    [0, 1, 3/2]
    """
    own = sp.symbols("p:3")
    state = sp.Integer(0)
    for weight, x in zip(own, INPUTS, strict=True):
        state = weight * state + x
    tied = dict.fromkeys(own, HALF)
    return [sp.diff((state - 1) ** 2 / 2, weight).subs(tied) for weight in own]


def three_steps():
    """Three steps with one weight."""
    _, h1, h2, h3 = (at_half(state) for state in STATES)
    loss = (STATES[3] - 1) ** 2 / 2
    first, second, third = _shares()
    delta = h3 - 1
    deltas = [delta * HALF**2, delta * HALF, delta]
    yield r"had: $$h_k = w\, h_{k-1} + x_k , \qquad h_0 = 0 .$$", ..., ...
    yield "With $w = 0.5$ and the inputs 4, 1, 0", ..., ..., ..., ...
    yield r"one: $L = \frac{1}{2}(h_3 - 1)^2 = 0.125$", ..., ..., ..., at_half(loss)
    yield "states, 0, 4, 3 and 1.5", 0, h1, h2, h3
    yield "for the weight 0.5", ...
    yield "sensitivities, 0.125, 0.25 and 0.5. On the edges from the weight its three shares, 0", *deltas, first
    yield "0, 1 and 1.5", first, second, third
    yield r"Backward, $\frac{\partial L}{\partial h_3} = h_3 - 1 = 0.5$", ..., delta
    yield "$w$: 0.25, and then 0.125", deltas[1], deltas[0]
    yield (
        r"\text{step 3:} \quad & 0.5 \cdot h_2 = 0.5 \cdot 3 = 1.5 , \\ \text{step 2",
        ...,
        delta,
        delta,
        h2,
        third,
        ...,
    )
    yield (
        r"& 0.25 \cdot h_1 = 0.25 \cdot 4 = 1 , \\ \text{step 1:} \quad & 0.125",
        deltas[1],
        deltas[1],
        h1,
        second,
        ...,
        deltas[0],
    )
    yield r"\cdot h_0 = 0", first
    written = sp.Poly(STATES[3], w)
    whole = sp.diff(loss, w).subs(w, HALF)
    assert whole == sum(_shares())
    yield (
        r"together 2.5. Multiplied out, $h_3 = w\,(4w + 1) = 4w^2 + w$, with the slope $8w + 1 = 5$",
        whole,
        written.coeff_monomial(w**2),
        written.coeff_monomial(w),
        written.coeff_monomial(w**2),
        ...,
        written.diff(w).coeff_monomial(w),
        written.diff(w).coeff_monomial(1),
        at_half(written.diff(w).as_expr()),
    )
    yield "$w$ at the rate 1", sp.diff(w, w)
    yield r"added: $1.5 + 1 + 0 = 2.5$ for three steps with $w = 0.5$", third, second, first, whole, ...


def through_time():
    """Backpropagation through time."""
    yield r"activation: $\vect{z}_k = \mat{W} \vect{h}_{k-1} + \mat{U} \vect{x}_k + \vect{b}$", ...
    yield r"with $\vect{z}_k = \mat{W} \vect{h}_{k-1} + \mat{U} \vect{x}_k + \vect{b}$", ...
    yield r"$\vect{\delta}_k = (\mat{W}^\T \vect{\delta}_{k+1", ...
    yield "the method in 1990", ...
    yield "with $w = 0.9$, what comes back over 50", ..., ...
    yield "with $w = 1.1$ it is 117", ..., Fraction(11, 10) ** 50


def at_each_place():
    """The same weight at each place."""
    x, delta = [1, 2, 0, 3], [1, 0, 2]
    slid = [w0 * x[i] + w1 * x[i + 1] for i in range(3)]
    yield (
        r"weights, $y_i = w_0\, x_i + w_1\, x_{i+1}$. For $\vect{x} = (1, 2, 0, 3)^\T$ and $\vect{w} = (1, -1)^\T$",
        *(...,) * 7,
    )
    yield r"is $\vect{y} = (-1, 2, -3)^\T$", *(y.subs({w0: 1, w1: -1}) for y in slid)
    yield r"be $\vect{\delta} = (1, 0, 2)^\T$", *delta
    by_first, by_second = (sum(d * sp.diff(y, one) for d, y in zip(delta, slid, strict=True)) for one in (w0, w1))
    yield r"&= 1 \cdot 1 + 0 \cdot 2 + 2 \cdot 0 = 1", *(n for i in range(3) for n in (delta[i], x[i])), by_first
    yield r"&= 1 \cdot 2 + 0 \cdot 0 + 2 \cdot 3 = 8", *(n for i in range(3) for n in (delta[i], x[i + 1])), by_second
    yield "and w = 0.5", ...
    yield "share $w = 0.5$", at_half(sp.diff(w**2 / 2, w))
    yield "Check yourself: 1,000", ...
    yield r"are added? By $\frac{1}{1000}$", Fraction(1, 1000)
    yield "rate that is 1,000", 1 / Fraction(1, 1000)


def exercises_and_mistakes():
    """Exercises; common mistakes."""
    yield "the first one, 0", ...
    yield "times $1 - h_k^2$", ..., ...
    yield r"x_3$: $\frac{\dd h_3}{\dd w} = h_2 = 3$", at_half(STATES[2])
    yield "At $w = 0.5$, for", ...
