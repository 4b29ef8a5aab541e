"""The numbers of the lesson on the edge of stability."""

from fractions import Fraction
from functools import cache

import numpy as np
import sympy as sp

from snippets.gradient_pathologies import edge
from snippets.hessian_and_critical_points.curvature import numerical_hessian

A, B = sp.symbols("a b", positive=True)


@cache
def _trained(rate, steps=3000):
    """Sharpness of the small network after training."""
    theta = np.random.default_rng(3).normal(size=30) / 2
    for _ in range(steps):
        theta = theta - rate * edge.network_gradient(theta)
    return np.linalg.eigvalsh(numerical_hessian(edge.network_gradient, theta))[-1]


def _product(a, b):
    return Fraction((a * b - 1) ** 2, 2)


def _product_slopes(a, b):
    return (a * b - 1) * b, (a * b - 1) * a


@cache
def _walk(rate):
    """Places and losses of descent on the product from (5, 0.1)."""
    places = [(5.0, 0.1)]
    for _ in range(400):
        a, b = places[-1]
        places.append((a - rate * (a * b - 1) * b, b - rate * (a * b - 1) * a))
    return places, [(a * b - 1) ** 2 / 2 for a, b in places]


def _ends(rate):
    """Sum of squares where it ends."""
    a, b = _walk(rate)[0][-1]
    return a**2 + b**2


def _apart(place):
    """Difference of the squares on the walk with the rate 0.1."""
    a, b = _walk(0.1)[0][place]
    return a**2 - b**2


def _hessian():
    """Hessian of the two weights at a minimum."""
    return sp.hessian((A * B - 1) ** 2 / 2, (A, B)).subs(B, 1 / A)


def _largest(rate):
    """Largest sharpness in the first 1,500 steps, at every tenth."""
    theta, found = np.random.default_rng(3).normal(size=30) / 2, 0.0
    for step in range(1500):
        if step % 10 == 0:
            found = max(found, np.linalg.eigvalsh(numerical_hessian(edge.network_gradient, theta))[-1])
        theta = theta - rate * edge.network_gradient(theta)
    return found


def edge_of_stability_the_top_of_the_page():
    """The top of the page."""
    yield r"units, 30 weights, 16 points of $\sin 3x$", 3 * 10, len(edge.X), ...
    yield (
        r"about 4.5, and stays below $2/\eta$. With 0.8 it would have to be below 2.5",
        (4.5, 4.7),
        ...,
        ...,
        2 / 0.8,
    )


def edge_of_stability_two_weights_that_compute_the_same():
    """Two weights that compute the same."""
    yield r"weights, $f(a, b) = \frac{1}{2}(ab - 1)^2$: they should multiply to 1", ..., ..., ..., ...
    yield "hyperbola $ab = 1$", ...
    yield (
        "At $(1, 3)$ the loss is 2, and the gradient $(ab - 1)(b, a)$ is $(6, 2)$",
        ...,
        ...,
        _product(1, 3),
        1,
        *_product_slopes(1, 3),
    )
    yield (
        "rows $(b^2, 1)$ and $(1, a^2)$. Its determinant is $a^2 b^2 - 1 = 0$",
        2,
        _hessian()[0, 1],
        _hessian()[1, 0],
        2,
        2,
        2,
        1,
        sp.simplify(_hessian().det()),
    )
    yield "one eigenvalue is 0", min(_hessian().subs(A, 3).eigenvals())
    yield (
        "with $ab = 1$. It is 2 at $(1, 1)$",
        1,
        sp.minimum(A**2 + 1 / A**2, A, sp.Interval(sp.Rational(1, 2), 2)),
        ...,
        ...,
    )
    yield r"with $a^2 + b^2 \le \frac{2}{\eta}$", ..., ..., ...
    yield "rate 0.05 the walk from $(5, 0.1)$", ..., ..., ...
    yield (
        "sharpness 25. With 0.1 that minimum repels: 25 is more than 20",
        round(_ends(0.05), 0),
        ...,
        round(_ends(0.05), 0),
        2 / 0.1,
    )
    yield "loss rises from 0.125 to 8.67", _walk(0.1)[1][0], max(_walk(0.1)[1])
    yield "the catapult mechanism*, 2020)", ...
    yield "minus 1) squared in the plane, with the hyperbola ab = 1. From (5, 0.1)", ..., ..., ..., ...
    yield "rate 0.05 goes straight to the hyperbola nearby. A walk with rate 0.1", ..., ...
    yield "= 3.55. A circle marks where a squared plus b squared is 20", _walk(0.1)[0][-1][0], 2 / 0.1
    yield r"is $a^2 + b^2 = \frac{2}{\eta} = 20$", ..., ..., ..., 2 / 0.1


def edge_of_stability_sharpening_and_a_limit():
    """Sharpening, and a limit."""
    yield "from 2.57, at every rate below 0.8", _trained(0.8, 0), ...
    yield "of stability*, ICLR 2021)", ...
    yield "rates 0.2, 0.4 and 0.8, the last two with a dashed line at 2 over the rate. For 0.2", ..., ..., ..., 2, ...
    yield (
        "and 0.4 the curve rises to 4.7 and settles near 4.5, below its line. For 0.8",
        ...,
        _largest(0.4),
        round(_trained(0.4, 1500), 1),
        ...,
    )
    yield (
        "at 2.57, goes up to 3 for a moment, and then stays on its line at 2.5",
        _trained(0.8, 0),
        round(_largest(0.8)),
        round(_trained(0.8), 1),
    )
    yield "of stability*, ICLR 2023)", ...
    yield r"must be below $2/\lambda_{\max}$", ...
    yield "for $\\eta = 0.2$ it is 10", ..., 2 / 0.2
    yield "With the residual $r = ab - 1$", 1
    yield "step, $r = ab - 1$ is the residual there, $\\eta$ the rate. While $\\eta \\abs{r} < 1$", 1, ...
    yield "where $r$ is 0", ...
    yield "rate 0.1 the difference falls from 24.99 to 12.51", ..., _apart(0), _apart(-1)
    yield "since $ab$ is 1", ...


def edge_of_stability_flat_minima_what_is_claimed():
    """Flat minima: what is claimed."""
    yield "minima*, Neural Computation 1997)", ...
    yield "and coauthors (ICLR 2017)", ...
    yield "find them*, ICLR 2020)", ...
    yield "(*Sharpness-aware minimization*, ICLR 2021)", ...
    yield "deep nets*, ICML 2017)", ...
    yield "and generalization*, ICML 2023)", ...
    yield "better generalization*, NeurIPS 2023)", ...
    yield r"− 1)² at a = 3. For which rates can descent stay there? $b = \frac{1}{3}$", ..., ..., 1 / Fraction(3)


def edge_of_stability_a_common_mistake():
    """A common mistake."""
    yield "sharpness 4, model B has 25", ..., ...
    yield (
        "At 0.8 it ends at 2.51, at 0.4 it stays at 4.55, below its limit 5",
        ...,
        _trained(0.8),
        ...,
        _trained(0.4),
        2 / 0.4,
    )
