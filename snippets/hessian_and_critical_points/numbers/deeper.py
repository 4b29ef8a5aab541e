"""The numbers on what goes beyond one constant rate: margins, strong convexity, momentum, damping, Gauss–Newton."""

import math

import numpy as np
import sympy as sp
from scipy import optimize

from snippets.derivatives_and_gradients.regression import WEEKS
from snippets.hessian_and_critical_points.numbers.saddles import PASS
from snippets.hessian_and_critical_points.numbers.surfaces import (
    CUBIC,
    FOLIUM,
    VALLEY,
    B,
    P,
    X,
    at,
    curvatures,
    flat_places,
    gradient,
    hessian,
)

TENTH = sp.Rational(1, 10)
HALF = sp.Rational(1, 2)
U, V = sp.symbols("u v", real=True)


def _seedling():
    """Smallest and largest curvature of the seedling's loss."""
    design = sp.Matrix([[int(week), 1] for week in WEEKS])
    return [value.evalf() for value in curvatures(sp.Rational(2, 5) * design.T * design)]


def curvature_in_every_direction():
    """Curvature in every direction: its answer."""
    yield "growth to 2.1, 0.06", ..., at(sp.diff(CUBIC, X, 2), 2) * TENTH / 2 * TENTH


def the_directions_that_matter():
    """The directions that matter: the paraboloid in its answer."""
    here, step = (1, HALF), sp.Matrix([TENTH, TENTH])
    plane = at(FOLIUM, *here) + (sp.Matrix(gradient(FOLIUM, *here)).T * step)[0]
    yield r"from $(1, \frac{1}{2})$ on $x^3 + y^3 - 3xy$, one step of $(0.1, 0.1)^\T$", *7 * [...]
    yield (
        "says −0.435, where the plane says −0.45 and the true value is −0.433",
        plane + (step.T * hessian(FOLIUM, *here) * step)[0] / 2,
        plane,
        at(FOLIUM, here[0] + TENTH, here[1] + TENTH),
    )


def four_kinds_of_flat_places():
    """Four kinds of flat places: the margin, and three variables by hand."""
    bottom = flat_places(FOLIUM)[1]
    low, high = curvatures(hessian(FOLIUM, *bottom))
    around = sp.Poly(at(FOLIUM, bottom[0] + U, bottom[1] + V), U, V)
    square = [around.coeff_monomial(term) for term in (U**2, U * V, V**2)]
    H = sp.Matrix([[2, -1, 0], [-1, 2, -1], [0, -1, 2]])
    yield (
        "at $(1, 1)$, where the Hessian has the rows $(6, -3)$ and $(-3, 6)$",
        *bottom,
        *hessian(FOLIUM, *bottom),
    )
    yield "eigenvalues 3 and 9", low, high
    yield (
        r"v)^\T$, $$f = -1 + (3u^2 - 3uv + 3v^2) + (u^3 + v^3) .$$",
        around.coeff_monomial(1),
        square[0],
        2,
        -square[1],
        square[2],
        2,
        3,
        sp.degree(around.as_expr(), V),
    )
    yield r"at least $\frac{3}{2} \norm{\vect{d}}^2$", low / 2, 2
    yield r"than 3](#largest-curvature). The second one is at most $\norm{\vect{d}}^3$", low, around.total_degree()
    yield r"as $\norm{\vect{d}} < \frac{3}{2}$, every other place is higher than −1", low / 2, at(FOLIUM, *bottom)
    yield "and the error goes to 0", ...
    yield "margin. An eigenvalue 0", ...
    yield "lies a smallest eigenvalue of 0", ...
    yield (
        "rows $(2, -1, 0)$, $(-1, 2, -1)$ and $(0, -1, 2)$: the first two minors are 2",
        *9 * [...],
        H[:1, :1].det(),
    )
    yield r"from 2 to $\frac{1}{2}$", ..., ...


def strong_convexity():
    """Local, global, convex: strong convexity and smoothness."""
    parabola, quartic, slope = X**2, X**4, sp.Rational(4, 1000)
    near, far = (sp.solve(sp.diff(f, X) - slope, X)[0] for f in (parabola, quartic))
    low, high = _seedling()
    yield "say 0.004. How far is it from the minimum? On $x^2$ the slope $2x$", ..., ..., ...
    yield "is 0.004 at $x = 0.002$. On $x^4$ the slope $4x^3$ is 0.004 at $x = 0.1$", ..., near, ..., ..., ..., ..., far
    yield (
        "of $x^2$ is 2 everywhere, and that of $x^4$, which is $12x^2$, goes to 0",
        ...,
        sp.diff(parabola, X, 2),
        ...,
        at(sp.diff(quartic, X, 2), 1),
        ...,
        at(sp.diff(quartic, X, 2), 0),
    )
    yield r"much as $\frac{m}{2} \norm{\vect{x}}^2$", ..., ...
    yield r"least $f(\vect{x}) + \vect{g}^\T \vect{d} + \frac{m}{2} \norm{\vect{d}}^2$", ..., ...
    yield "seedling $m = 0.597$ and $M = 13.403$. Where its gradient is 0.01", low, high, ...
    yield "within $0.01^2 / 1.194 = 0.000084$", ..., 2 * low, 0.01**2 / (2 * low)
    yield "be made; an $x^4$", ...
    yield r"*weight decay* $\frac{\mu}{2} \norm{\vect{\theta}}^2$", ..., ...


def what_is_left_after_ten_steps():
    """Why descent zigzags: two directions, ten steps."""
    errors = np.array([1.0, 1.0])
    factors = 1 - 0.1 * np.array([1, 9])
    after = factors**10 * errors
    lost = 1 - (np.array([1, 9]) @ after**2) / (np.array([1, 9]) @ errors**2)
    yield "errors 1 and 1 and the rate 0.1. The factors are 0.9 and 0.1", ..., ..., ..., *factors
    yield "steep direction has $0.1^{10}$", ...
    yield r"now $\frac{1}{2} \cdot 0.349^2 = 0.061$", ..., ..., after[0] ** 2 / 2
    yield "has fallen by 99%", 100 * lost
    yield "counts: −0.9 is as slow as 0.9", ..., ...
    yield "A factor of size 1", ...


def rates_that_are_planned():
    """The price of a narrow valley: two rates, momentum, preconditioning."""
    flat, steep = curvatures(hessian(VALLEY))
    first, second = 1 / steep, 1 / flat
    limit = 2 / steep
    place = [(1 - first * flat) * 1, (1 - first * steep) * 1]
    askew = sp.Matrix([[5, 4], [4, 5]])
    low, high = curvatures(sp.diag(*[1 / entry for entry in askew.diagonal()]) * askew)
    roots = sp.Poly(P**2 - (1 + B - X) * P + B, P)
    yield r"With $\eta = \frac{1}{2000}$ the factors along $x$ and $y$ are 0.999 and 0", first, *place
    yield r"from $(1, 1)$ to $(0.999, 0)$. With $\eta = \frac{1}{2}$", ..., ..., *place, second
    yield "is 0 as well, and we are there. The second rate is 500", 1 - second * flat, second / limit
    yield r"limit 0.001. In general a step with the rate $1 / \lambda_i$", limit, ...
    yield "ball of Polyak, 1964)", ...
    yield r"$$\vect{x}_{k+1} = \vect{x}_k - \eta", ...
    yield r"\vect{x}_{k-1", ...
    yield r"obeys $e_{k+1} = (1 + \beta - \eta\lambda)\, e_k - \beta\, e_{k-1}$", ..., ..., ...
    yield r"if $r^2 - (1 + \beta - \eta\lambda)\, r + \beta = 0$", roots.degree(), ..., ...
    yield r"between $\eta\lambda = (1 - \sqrt{\beta})^2$ and $\eta\lambda = (1 + \sqrt{\beta})^2$", ..., 2, ..., 2
    yield r"root $\sqrt{\kappa} = \frac{1 + \sqrt{\beta}}{1 - \sqrt{\beta}}$", ..., ...
    yield r"From $\kappa = 100$ to 10,000", ..., ...
    yield (
        r"valley $\frac{1}{2}$ and $\frac{1}{2000}$ on the diagonal make $\kappa = 1$",
        second,
        first,
        (steep * first) / (flat * second),
    )
    yield (
        r"rows $(5, 4)$ and $(4, 5)$ both entries are $\frac{1}{5}$",
        *4 * [...],
        1 / askew[0, 0],
    )
    yield r"stays 9. With $\mat{P} = \mat{H}^{-1}$", high / low, ...


def a_step_that_cannot_go_wrong():
    """Newton's method: damping and backtracking."""
    start = (sp.Rational(4, 10), sp.Rational(2, 10))
    slopes, H = sp.Matrix(gradient(FOLIUM, *start)), hessian(FOLIUM, *start)
    damped = H + 2 * sp.eye(2)
    step = damped.LUsolve(-slopes)
    end = [coordinate + move for coordinate, move in zip(start, step, strict=True)]
    walk = [(-1) ** k * (1 + sp.Rational(1, 2**k)) for k in range(4)]
    low = min(at(PASS, *place) for place in flat_places(PASS))
    yield r"At $(0.4, 0.2)$ the gradient is $(-0.12, -1.08)^\T$", *start, *slopes
    yield (
        r"rows $(2.4, -3)$ and $(-3, 1.2)$. With $\mu = 2$, more than 1.26",
        *H,
        ...,
        -curvatures(H)[0].evalf(),
    )
    yield "become $(4.4, -3)$ and $(-3, 3.2)$", *damped
    yield "to $(1.1134, 1.2063)$, where the value is −0.894", *end, at(FOLIUM, *end)
    yield "at the minimum, −1", at(FOLIUM, *flat_places(FOLIUM)[1])
    yield r"f^\T (\mat{H} + \mu\mat{I})^{-1", ...
    yield "On $x^2$ the places 2, −1.5, 1.25, −1.125", ..., *walk
    yield (
        r"values 4, 2.25, 1.5625, 1.2656, and yet they close in on $\pm 1$",
        *(place**2 for place in walk),
        sp.limit(1 + 2**-P, P, sp.oo),
    )
    yield "never come to 0", ...
    yield r"with $\nabla f^\T \vect{s} < 0$: begin with $t = 1$", ..., ...
    yield r"t\, \nabla f^\T \vect{s}$, with a small $c$ such as $10^{-4}$", ...
    yield "share $c < 1$", ...
    yield "at $(0, 1)$ and $(0, -1)$, with the value −0.25", *4 * [...], low
    yield r"by $\mu = 2$, the same step leads down to −0.894", ..., at(FOLIUM, *end)


def gauss_newton():
    """The Hessian of a large model: one residual, and its half of the curvature."""
    residual = sp.exp(X) - 2
    loss, slope = residual**2, sp.diff(residual, X)
    first = 0 - at(sp.diff(loss, X) / (2 * slope**2), 0)
    second = (first - at(sp.diff(loss, X) / (2 * slope**2), first)).evalf()
    yield r"target 2, so $r = \e^w - 2$ and $L = r^2$. At $w = 0$ we have $r = -1$", *4 * [...], at(residual, 0)
    yield (
        "and $r' = r'' = 1$. The second derivative is $L'' = 2 r'^2 + 2 r r'' = 2 - 2 = 0$",
        at(slope, 0),
        2,
        2,
        2,
        2 * at(slope, 0) ** 2,
        -2 * at(residual * sp.diff(slope, X), 0),
        at(sp.diff(loss, X, 2), 0),
    )
    yield (
        "first: $-L' / (2 r'^2) = 2 / 2 = 1$ is a step to $w = 1$, the next one leads to 0.736",
        2,
        2,
        -at(sp.diff(loss, X), 0),
        2 * at(slope, 0) ** 2,
        first,
        first,
        second,
    )
    yield r"\right)$$ $L = \frac{1}{n} \sum_i r_i^2$", ..., ...
    yield "all residuals are 0", ...
    yield "Natural Gradient Method*, 2020)", ...
    yield "Natural Gradient Descent*, 2019)", ...
    yield "Kronecker-factored Approximate Curvature*, 2015)", ...


def a_cap_of_the_sphere():
    """Many variables, many saddles: the share of definite 2×2 matrices."""
    cap = optimize.brentq(lambda angle: math.tan(angle) - 1, 0.1, 1.5)
    share = (1 - math.cos(cap)) / 2
    yield "For $n = 2$", ...
    yield r"middle $m = \frac{a + c}{2}$ of the diagonal, half its difference $q = \frac{a - c}{2}$", ..., ...
    yield r"are $m \mp \sqrt{q^2 + b^2}$", ..., ...
    yield "$(q, b)$ from 0", ...
    yield "$m$, opened by 45°", math.degrees(cap)
    yield "What lies between, 71%", 100 * (1 - 2 * share)
    yield "learning rate below $1/M$", ...


def the_project():
    """Practice: a Newton that no saddle fools."""
    for count in "1234":
        yield f"**Step {count}", ...
    yield "if $b$ is 0", ...
    yield "with `math.atan2(2 * b, a - c) / 2`", ..., ...
    yield r"already, $\mu$ is 0", ...
    yield "slope along the step is about 0. Step 3", ..., ...


def _loss_in_a_row(first, second):
    """Squared error of two weights in a row, with the input 1 and the target 1."""
    return (first * second * 1 - 1) ** 2


def two_weights_in_a_row():
    """A loss that is not convex, on its lesson and among the questions; what L-BFGS stores; another basis."""
    end, middle = max(_loss_in_a_row(1, 1), _loss_in_a_row(-1, -1)), _loss_in_a_row((1 - 1) / 2, (1 - 1) / 2)
    values = (..., ..., ..., ..., end, ..., ..., ..., ..., middle)
    minima = r"$(w_1 w_2 - 1)^2$ is 0 at $(1, 1)$ and at $(-1, -1)$"
    yield rf"with the input 1 and the target 1 the loss {minima}, and 1 in the middle", *values
    yield rf"with the input 1 and the target 1: the loss {minima}, and 1 halfway", *values
    yield "over it: $20n$ numbers instead of $n^2$", 2 * 10, ...
    yield r"so it is $-\mat{A}^{-1} \mat{H}^{-1} \vect{g}$. Back in $\vect{x}$ that is $-\mat{H}^{-1}", ..., ..., ...
