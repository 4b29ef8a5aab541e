"""The numbers on the pages about flat places, local and global minima, computed by SymPy from the functions."""

import sympy as sp

from snippets.derivatives_and_gradients.regression import WEEKS
from snippets.hessian_and_critical_points.numbers.surfaces import (
    FOLIUM,
    X,
    Y,
    at,
    curvatures,
    flat_places,
    hessian,
    middle_and_spread,
)

SILENT = X**2 + Y**4, X**2 - Y**4, X**2 + Y**3


def four_kinds_of_flat_places():
    """Four kinds of flat places, with the diagram of the decisions."""
    saddle, minimum = (curvatures(hessian(FOLIUM, *place)) for place in flat_places(FOLIUM))
    maximum = sorted(-curvature for curvature in minimum)
    bowl, pass_, silent = (curvatures(hessian(f)) for f in (X**2 + Y**2, X**2 - Y**2, SILENT[2]))
    yield r"point, $\nabla f(\vect{x}^*) = \vect{0}$", ...
    yield r"if ==1:$\vect{d}^\T \mat{H}\,\vect{d} > 0$", ...
    yield "is always $< 0$", ...
    yield "never negative, but 0", ...
    yield "eigenvalues 2 and 2", *bowl
    yield (
        "squared, 2 and −2, a saddle over hyperbolas. x squared plus y cubed, 2 and 0",
        *reversed(pass_),
        *reversed(silent),
    )
    yield "with −3 and 3. If all are positive it is a minimum, as with 3 and 9", *saddle, *minimum
    yield "with −9 and −3", *maximum
    yield "with 0 and 2", *silent
    yield (
        'both(["some $λ < 0$,<br/>some $λ > 0$"]) --> saddle["saddle<br/>$−3, 3',
        ...,
        ...,
        *saddle,
    )
    yield 'up(["all $λ > 0$"]) --> minimum["minimum<br/>$3, 9', ..., *minimum
    yield 'down(["all $λ < 0$"]) --> maximum["maximum<br/>$−9, −3', ..., *maximum
    yield 'open["undecided<br/>$0, 2', *silent
    yield "zero: $x^2 - y^2 + z^3$", ..., ..., ...


def the_folium():
    """Four kinds of flat places: the folium, by eigenvalues and by determinants."""
    x_of_y, y_of_x = sp.solve(sp.diff(FOLIUM, Y), X)[0], sp.solve(sp.diff(FOLIUM, X), Y)[0]
    around = x_of_y.subs(Y, y_of_x)
    saddle, minimum = flat_places(FOLIUM)
    first, second = hessian(FOLIUM, *saddle), hessian(FOLIUM, *minimum)
    roots = sorted(root for root in sp.solve(X - around, X) if root.is_real)
    yield (
        "where $y = x^2$ and $x = y^2$. So $x = x^4$, that is $x = 0$ or $x = 1$",
        sp.degree(y_of_x, X),
        sp.degree(x_of_y, Y),
        sp.degree(around, X),
        *roots,
    )
    yield (
        "are $(0, 0)$ and $(1, 1)$. At $(0, 0)$ the Hessian has the rows $(0, -3)$",
        *saddle,
        *minimum,
        *saddle,
        *first[0, :],
    )
    yield (
        r"and $(-3, 0)$: eigenvalues $0 \mp 3$, a saddle. At $(1, 1)$ it has $(6, -3)$",
        *first[1, :],
        *middle_and_spread(first),
        *minimum,
        *second[0, :],
    )
    yield r"and $(-3, 6)$: eigenvalues $6 \mp 3$", *second[1, :], *middle_and_spread(second)
    yield "minus 3xy. The curve of level 0", ..., at(FOLIUM, *saddle)
    yield "loop around (1, 1)", *minimum
    yield "curvatures −3 and 3, at (1, 1) both curvatures, 3 and 9", *curvatures(first), *minimum, *curvatures(second)
    yield "| $> 0$ | $> 0$", ..., ...
    yield "| $> 0$ | $< 0$ | maximum", ..., ...
    yield "| $< 0$ | any", ...
    yield "| $= 0$ | any", ...


def when_the_hessian_is_silent():
    """Four kinds of flat places: when the Hessian is silent, with the diagram of what follows from what."""
    (value,) = {at(f, 0, 0) for f in SILENT}
    matrix = hessian(SILENT[0])
    low, high = curvatures(matrix)
    yield (
        r"value 0, the gradient $\vect{0}$ and the Hessian with the rows $(2, 0)$",
        value,
        *{at(sp.diff(f, v), 0, 0) for f in SILENT for v in (X, Y)},
        *matrix[0, :],
    )
    yield "$(2, 0)$ and $(0, 0)$", *matrix
    yield "semidefinite: an eigenvalue is 0", ...
    yield "maximum or a saddle; if all are 0", ...
    yield "a minimum with eigenvalues 0 and 2", low, high
    yield "no minimum with eigenvalues 0 and 2", *curvatures(hessian(SILENT[1]))
    yield 'sufficient["$∇f = 0$,<br/>all $λ > 0', ..., ...
    yield '0$"]:::good convex["$∇f = 0', ..., ...
    yield '= 0$,<br/>all $λ ≥ 0$"] first["$x² + y⁴$:<br/>a minimum,<br/>but $λ = 0, 2', ..., ..., low, high
    yield "y⁴$:<br/>$λ = 0, 2", *curvatures(hessian(SILENT[1]))
    yield "eigenvalues −1, 0 and 4", ..., ..., ...


def local_global_convex():
    """Local, global, convex, with the loss of the seedling."""
    minimum = flat_places(FOLIUM)[1]
    weeks, share = [int(week) for week in WEEKS], sp.Rational(2, len(WEEKS))
    inputs = sp.Matrix([[week, 1] for week in weeks])
    products = inputs.T * inputs
    loss = share * products
    middle, spread = middle_and_spread(loss)
    yield (
        "at $(1, 1)$ has the value −1. At $(-2, -2)$ the value is −28",
        *minimum,
        at(FOLIUM, *minimum),
        ...,
        ...,
        at(FOLIUM, -2, -2),
    )
    yield "minus 2 x squared plus x/2", ..., ...
    yield r"(1 - t)\,\vect{b})$ is at most $t f(\vect{a}) + (1", ..., ...
    yield r"and $0 \le t \le 1$", ..., ...
    yield "$t$ between 0 and 1", ..., ...
    yield r"semidefinite: $\vect{d}^\T \mat{X}^\T \mat{X}\,\vect{d} = \norm{\mat{X}\vect{d}}^2 \ge 0", ..., ...
    yield r"weeks 0 to 4. A row of $\mat{X}$ is (week, 1)", weeks[0], weeks[-1], ...
    yield (
        "With $0 + 1 + 4 + 9 + 16 = 30$ and $0 + 1 + 2 + 3 + 4 = 10$",
        *(week**2 for week in weeks),
        products[0, 0],
        *weeks,
        products[0, 1],
    )
    yield r"= \frac{2}{5} \begin{pmatrix} 30 & 10 \\ 10 & 5", share, *products
    yield r"\begin{pmatrix} 12 & 4 \\ 4 & 2", *loss
    yield (
        r"are $7 \mp \sqrt{25 + 16}$, that is 0.597 and 13.403",
        middle,
        ((loss[0, 0] - loss[1, 1]) / 2) ** 2,
        loss[0, 1] ** 2,
        (middle - spread).evalf(),
        (middle + spread).evalf(),
    )
    yield "And $2 / 13.403 = 0.149$", *sp.solve(1 - X + 1), (middle + spread).evalf(), (2 / (middle + spread)).evalf()
