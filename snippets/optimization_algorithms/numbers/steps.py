"""The numbers on the pages about the descent lemma and momentum: limits by SymPy, walks by powers of matrices."""

import math

import numpy as np
import sympy as sp

P, BETA = sp.symbols("p beta", positive=True)


def walk(step_matrix, place, steps):
    """Return how far from 0 a path is whose place and last place are multiplied by a matrix, for each direction.

    >>> round(walk(lambda c: [[1 - c / 10, 0], [1, 0]], {1: 1.0}, 2), 2)
    0.81
    """
    ends = [(np.linalg.matrix_power(np.array(step_matrix(c)), steps) @ [x, x])[0] for c, x in place.items()]
    return math.hypot(*ends)


def arrives(step_matrix, kappa):
    """Return after how many steps ten directions with curvatures from 1 to kappa are down to a thousandth for good."""
    curvatures, far = np.geomspace(1, kappa, 10), []
    matrices = np.array([step_matrix(c) for c in curvatures])
    pairs = np.ones((10, 2))
    while len(far) < 60 or far[-1] > 1e-5:
        far.append(np.linalg.norm(pairs[:, 0]) / 10**0.5)
        pairs = np.einsum("cij,cj->ci", matrices, pairs)
    return int(np.flatnonzero(np.array(far) > 1e-3)[-1]) + 1


def _most_certain():
    """Return the rate for which the descent lemma promises most, and the promise, both for M = 1 and a slope of 1."""
    promise = P * (1 - P / 2)
    (best,) = sp.solve(sp.diff(promise, P), P)
    return best, promise.subs(P, best)


def plain(kappa):
    """Return the matrix of a step of plain descent, at its best."""
    return lambda c: [[1 - 2 * c / (1 + kappa), 0], [1, 0]]


def ball(kappa):
    """Return the matrix of a step of the heavy ball, at its best."""
    root = kappa**0.5
    beta, rate = ((root - 1) / (root + 1)) ** 2, 4 / (root + 1) ** 2
    return lambda c: [[1 + beta - rate * c, -beta], [1, 0]]


def looked_from(curvatures, start, kappa, steps):
    """Return how far Nesterov's places of looking are from 0, by his two sequences with the rate 1/kappa.

    >>> looked_from(np.array([1.0]), np.array([1.0]), 1, 1)[-1]
    0.0
    """
    beta, x, y, far = (kappa**0.5 - 1) / (kappa**0.5 + 1), start, start, []
    for _ in range(steps):
        new = y - curvatures * y / kappa
        x, y = new, new + beta * (new - x)
        far.append(float(np.linalg.norm(y)))
    return far


def _looks_arrive(kappa):
    """Return after how many steps Nesterov's places of looking are down to a thousandth for good."""
    far = looked_from(np.geomspace(1, kappa, 10), np.ones(10), kappa, 50 + int(20 * kappa**0.5))
    return int(np.flatnonzero(np.array(far) > 1e-3 * 10**0.5)[-1]) + 2


def descent_lemma_a_parabola_that_is_never_below():
    """A parabola that is never below."""
    yield "at $x = 2$", ...
    yield "nowhere more than 1", ...
    yield "with the curvature 1", ...
    yield "= 2 a tangent and a parabola with curvature 1", ..., ...
    yield (
        "is 0.465 lower than the function at 2. The function itself is 0.864",
        math.tanh(2) ** 2 / 2,
        ...,
        math.log(math.cosh(2) / math.cosh(2 - math.tanh(2))),
    )
    yield "curvature $M = 1$ touches the function at 2", ..., ...
    yield (
        r"most $\nabla f(\vect{x})^\T \vect{d} + s M \norm{\vect{d}}^2$. Add up from $s = 0$ to 1, "
        r"with $\int_0^1 s\, \dd s = \frac{1}{2}$",
        ...,
        ...,
        ...,
        ...,
        sp.integrate(P, (P, 0, 1)),
    )
    yield (
        r"becomes $-\eta \norm{\nabla f}^2$ and the last one $\frac{M}{2} \eta^2 \norm{\nabla f}^2$",
        ...,
        ...,
        ...,
        ...,
    )
    best, sure = _most_certain()
    yield r"for $\eta = 1/M$: a fall of at least $\frac{1}{2M} \norm{\nabla f}^2$", best, ..., 1 / sure, ...
    yield "from $x = 2$", ...
    yield "At the rate 4", ...
    yield "below 1. At 5", ..., ...


def descent_lemma_from_one_step_to_many():
    """From one step to many."""
    yield r"Let $\eta = 1/M$", ...
    yield r"so $\min \norm{\nabla f}^2 \le \frac{2", ..., 1 / _most_certain()[1]
    yield r"f(\vect{x}_{k+1}) - f^* \\ &\quad \le \vect{g}_k^\T (\vect{x}_k - \vect{x}^*) - \tfrac{1}{2", ..., ..., ...
    yield r"\norm{\vect{g}_k}^2 \\ &\quad = \tfrac{M}{2} \left( \norm{\vect{x}_k - \vect{x}^*}^2", ..., ..., ...
    yield r"\norm{\vect{x}_{k+1} - \vect{x}^*}^2", ..., ...
    yield "Approach*, Mathematical Programming, 2014)", ...
    yield "with the rate $1/M$", ...
    yield r"most $\frac{1}{2m} \norm{\nabla f}^2$", ..., ..., ...
    yield r"share $\frac{m}{M} = \frac{1}{\kappa}$", ...
    yield r"With $\eta = \frac{2}{m + M}$ the factor is $\frac{\kappa - 1}{\kappa + 1}$", ..., ..., ...


def descent_lemma_theory_beside_the_measured_slope():
    """Theory beside the measured slope."""
    yield "with $m = 0.597$ and $M = 13.403$", 7 - math.sqrt(41), 7 + math.sqrt(41)
    yield r"flatter: $\frac{1}{p (p-1)} \abs{x}^p$. For $p > 2$ the curvature at the minimum is 0", ..., ..., ..., ...
    yield "on $[-1, 1]$ it is at most $M = 1$", ..., ..., ...
    yield (
        "= 3, 4, 6 and 20, four curves that become straight lines of slope −3, −2",
        ...,
        ...,
        ...,
        ...,
        sp.Rational(-3, 1),
        sp.Rational(-4, 2),
    )
    yield (
        "−2, −1.5 and −1.11. A dashed line of slope −1",
        sp.Rational(-4, 2),
        sp.Rational(-6, 4),
        sp.Rational(-20, 18),
        sp.limit(-P / (P - 2), P, sp.oo),
    )
    yield "slope comes to −1", sp.limit(-P / (P - 2), P, sp.oo)
    yield (
        r"continuous: $x' = -\frac{1}{p-1} x^{p-1}$. That is solved by $x$ in proportion to $k^{-1/(p-2)}$",
        ...,
        ...,
        ...,
        ...,
        ...,
    )
    yield r"like $k^{-p/(p-2)}$. For $p \to \infty$ the exponent tends to −1", ..., sp.limit(-P / (P - 2), P, sp.oo)


def descent_lemma_what_the_promises_leave_out():
    """What the promises leave out."""
    yield r"extra term $\frac{M \eta^2}{2}$", ..., ...
    yield "= 4, the gradient has the length 6. What is certain for the rates 1/4", ..., ..., ...
    yield r"1/4, 1/2 and 0.1? At $\frac{1}{4}$", ..., ..., ..., ...
    yield r"At $\frac{1}{2} = \frac{2}{M}$ nothing. At 0.1", ..., ..., ...


def descent_lemma_a_common_mistake():
    """A common mistake."""
    yield "second derivative is 0.01", 1 / math.cosh(3) ** 2
    yield r"At 3 the curvature of $\ln \cosh x$ is 0.0099", ..., 1 / math.cosh(3) ** 2
    yield 'curvature" leads from 3', ...
    yield "size, every rate below $2/M$", ...
    yield "most surely at $1/M$", ...
    yield r"share $1 - \frac{m}{M}$", ...


def momentum_a_sum_that_fades():
    """A sum that fades."""
    yield (
        r"momentum? $\vect{m}_{k+1} = \beta\, \vect{m}_k + \vect{g}_k$ and "
        r"$\vect{\theta}_{k+1} = \vect{\theta}_k - \eta\, \vect{m}_{k+1}$",
        ...,
        ...,
        ...,
    )
    yield r"from $\vect{m}_0 = \vect{0}$", ...
    yield r"(Polyak, 1964). $\beta = 0$ is plain descent; 0.9", ..., ..., ...
    yield r"and $\vect{m}_0 = \vect{0}$", ...
    yield r"prompt: $\vect{m}_{k+1} = \beta\, \vect{m}_k", ...
    yield r"sum, $1 + \beta + \dots + \beta^{n-1}$", ..., ...
    yield r"for $0 \le \beta < 1$", ..., ...
    yield r"For $\beta = 0.9$ that comes to 10", ..., 1 / (1 - 0.9)
    yield r"to $g\,(1 - \beta + \beta^2 - \dots)$, about $\frac{g}{1 + \beta}$", ..., ..., ...
    yield r"mean, $\beta \vect{m} + (1 - \beta) \vect{g}$", ...


def momentum_the_settings_and_the_root_of():
    """The settings, and the root of κ."""
    yield r"memory, $\sqrt{\beta} = \frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1}$", ..., ...
    yield r"between $(1 - \sqrt{\beta})^2$", ..., ...
    yield (
        r"end: $\eta = (1 + \sqrt{\beta})^2 / M$, and with $1 + \sqrt{\beta} = \frac{2\sqrt{M}}{\sqrt{M} + \sqrt{m}}$",
        ...,
        ...,
        ...,
        ...,
    )
    # With m = 1 and M = p², and where a root of the walk comes to -1.
    (limit,) = sp.solve((-1) ** 2 + (1 + BETA - P) + BETA, P)
    nearly, twice = sp.limit((2 * P / (1 + P)) ** 2, P, sp.oo), sp.simplify(limit / (1 + BETA))
    yield (
        r"nearly $4/M$, twice the limit of plain descent: with momentum the limit is $2(1 + \beta)/M$",
        nearly,
        twice,
        ...,
    )
    yield "curvatures 1 and 25", ..., ...
    yield r"so $\beta = \frac{4}{9}$", sp.Rational(2, 3) ** 2
    yield r"a step leaves $\frac{2}{3}$", sp.Rational(5 - 1, 5 + 1)
    yield r"its best leaves $\frac{24}{26}$", sp.Rational(25 - 1, 25 + 1)


def momentum_nesterov_look_where_you_will_be():
    """Nesterov: look where you will be."""
    yield "O(1/k²)*, Doklady AN SSSR, 1983)", ..., ...
    yield r"is $-\eta (\vect{g} + \beta\, \vect{m}_{k+1})$", ...
    yield r"with $\eta = 1/M$ and $\beta = \frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1}$", ..., ..., ...
    yield r"with $\eta = 1/M$, $\kappa = M/m$ and $\beta = \frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1}$", ..., ..., ...
    yield r"about $1 - \frac{2}{\sqrt{\kappa}}$", ..., ...


def momentum_measured():
    """Measured."""
    yield "with curvatures from 1", ...
    yield "slope 1, from 31 to 9,000", 1, arrives(plain(10), 10), round(arrives(plain(3000), 3000), -3)
    ends = (arrives(ball(10), 10), arrives(ball(3000), 3000), _looks_arrive(10), _looks_arrive(3000))
    yield "the heavy ball from 14 to 336 steps, Nesterov from 20 to 431", *ends
    yield "Slope 1", ...
    yield r"is narrower. Slope $\frac{1}{2}$", ...
    yield "curvatures 1 and 50, and 25", ..., ..., ...
    yield "zigzags and is 0.384", walk(plain(50), {1: 1.0, 50: 0.3}, 25)
    yield "comes in, to 0.012", walk(ball(50), {1: 1.0, 50: 0.3}, 25)
    yield "two steps, to 0.091", looked_from(np.array([1, 50]), np.array([1, 0.3]), 50, 25)[-1]


def momentum_a_bowl_on_which_the_heavy_ball_never_arrives():
    """A bowl on which the heavy ball never arrives."""
    yield r"like $(1 - \frac{1}{\sqrt{\kappa}})^k$", ..., ...
    yield "right way like $1/k^2$", ..., ...
    yield "Convex Optimization*, Kluwer, 2004)", ...
    yield "Optimization, 2016) give a bowl in one variable: curvature 25, only between 1 and 2", ..., ..., ..., ...
    yield "is 1. With the settings that are best for curvatures from 1 to 25", ..., ..., ...
    yield "to 25, from 3.3", ..., ...
    yield "deep learning*, ICML 2013)", ...
    yield "= 0.95 and η = 0.01", ..., ...
    yield "back? $0.01 / 0.05 = 0.2$, and about 20", ..., 1 - 0.95, ..., round(1 / 0.05)


def momentum_a_common_mistake():
    """A common mistake."""
    yield "= 0.9 worked, let us try 0.99", ..., ...
    yield (
        r"$\kappa$, 184 instead of 3,052 for $\kappa = 1000$",
        arrives(ball(1000), 1000),
        arrives(plain(1000), 1000),
        ...,
    )
