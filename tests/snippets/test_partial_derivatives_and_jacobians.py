"""Topic 03: its programs and exercises against SymPy and SciPy."""

import math

import numpy as np
import pytest
import sympy as sp
from scipy import differentiate, optimize, special

from snippets.derivatives_and_gradients.gradients import bowl, numerical_gradient
from snippets.partial_derivatives_and_jacobians.areas import area_factor, polygon_area, square_rim
from snippets.partial_derivatives_and_jacobians.counting import multiplications
from snippets.partial_derivatives_and_jacobians.differentiability import (
    creased,
    hidden_ridge,
    relative_error,
    staircase,
    wedge,
)
from snippets.partial_derivatives_and_jacobians.jacobians import (
    bend,
    bend_jacobian,
    linearize,
    numerical_jacobian,
    polar,
    polar_jacobian,
    radius_and_angle,
    radius_and_angle_jacobian,
)
from snippets.partial_derivatives_and_jacobians.layers import (
    linear_vjp,
    normalize,
    normalize_jacobian,
    normalize_vjp,
    softmax,
    softmax_jacobian,
    softmax_vjp,
    tanh_jacobian,
    tanh_vjp,
)
from snippets.partial_derivatives_and_jacobians.matrix_calculus import (
    inverse_form,
    inverse_form_gradient,
    least_squares,
    least_squares_gradient,
    log_determinant,
    log_determinant_gradient,
    matrix_gradient,
    trace_form,
    trace_form_gradient,
)
from snippets.partial_derivatives_and_jacobians.partials import (
    mixed_difference,
    peano,
    peano_mixed,
    peano_partials,
    ripple,
    ripple_partials,
)
from snippets.partial_derivatives_and_jacobians.products import (
    block,
    block_vjp,
    chain_cost,
    cheapest_cost,
    numerical_jvp,
)

X, Y, R, PHI, T = sp.symbols("x y r varphi t", real=True)
RNG = np.random.default_rng(0)


def symbolic_jacobian(outputs, variables, at):
    """Jacobian by SymPy, as an array."""
    matrix = sp.Matrix(outputs).jacobian(variables).subs(dict(zip(variables, at, strict=True)))
    return np.array(matrix.evalf(), dtype=float)


# --- the mathematics against SymPy and SciPy -------------------------------------------------------------------------


def test_partials_of_the_ripple_are_those_of_sympy():
    f = sp.sin(X) * sp.cos(Y)
    for point in RNG.normal(size=(5, 2)):
        at = dict(zip((X, Y), point, strict=True))
        assert ripple(point) == pytest.approx(float(f.subs(at)))
        assert ripple_partials(point) == pytest.approx([float(sp.diff(f, v).subs(at)) for v in (X, Y)])
        assert mixed_difference(ripple, *point) == pytest.approx(float(sp.diff(f, X, Y).subs(at)), abs=1e-6)


def test_peanos_function_and_its_derivatives_are_those_of_sympy():
    f = X * Y * (X**2 - Y**2) / (X**2 + Y**2)
    for point in RNG.normal(size=(5, 2)):
        at = dict(zip((X, Y), point, strict=True))
        assert float(peano(point)) == pytest.approx(float(f.subs(at)))
        assert peano_partials(point) == pytest.approx([float(sp.diff(f, v).subs(at)) for v in (X, Y)])
        assert peano_mixed(math.atan2(point[1], point[0])) == pytest.approx(float(sp.diff(f, X, Y).subs(at)))
    polar_form = f.subs({X: R * sp.cos(PHI), Y: R * sp.sin(PHI)})
    assert sp.simplify(polar_form - R**2 * sp.sin(4 * PHI) / 4) == 0


def test_peanos_first_partials_at_the_origin_and_on_the_axes():
    f = X * Y * (X**2 - Y**2) / (X**2 + Y**2)
    assert sp.simplify(sp.diff(f, X).subs(X, 0)) == -Y
    assert sp.simplify(sp.diff(f, Y).subs(Y, 0)) == X
    assert peano_partials([0, 0]).tolist() == [0, 0]
    assert peano([0, 0]) == 0


@pytest.mark.parametrize(
    ("f", "formula"),
    [
        (staircase, X * Y / (X**2 + Y**2)),
        (hidden_ridge, X**2 * Y / (X**4 + Y**2)),
        (creased, X**2 * Y / (X**2 + Y**2)),
        (wedge, sp.Min(sp.Max(X, 0), sp.Max(Y, 0))),
    ],
    ids=["staircase", "hidden_ridge", "creased", "wedge"],
)
def test_counterexamples_are_what_they_are_called(f, formula):
    for point in RNG.normal(size=(8, 2)):
        assert float(f(point)) == pytest.approx(float(formula.subs(dict(zip((X, Y), point, strict=True)))))
    assert f([0, 0]) == 0
    assert numerical_gradient(f, [0, 0]).tolist() == [0, 0]
    assert f(np.ones((2, 3, 4))).shape == (3, 4)


def test_jacobians_of_maps_are_those_of_sympy():
    bent = [X - Y**2 / 2, Y + X**2 / 2]
    around = [R * sp.cos(PHI), R * sp.sin(PHI)]
    back = [sp.sqrt(X**2 + Y**2), sp.atan2(Y, X)]
    for a, b in np.abs(RNG.normal(size=(4, 2))) + 0.1:
        assert bend_jacobian([a, b]) == pytest.approx(symbolic_jacobian(bent, (X, Y), (a, b)))
        assert polar_jacobian([a, b]) == pytest.approx(symbolic_jacobian(around, (R, PHI), (a, b)))
        assert radius_and_angle_jacobian([a, b]) == pytest.approx(symbolic_jacobian(back, (X, Y), (a, b)))
        assert radius_and_angle(polar([a, 0.3])) == pytest.approx([a, 0.3])


def test_numerical_jacobian_is_scipys():
    def f(p):
        return np.array([p[0] * p[1], np.sin(p[0]), np.exp(p[1])])

    at = np.array([0.7, -0.4])
    assert numerical_jacobian(f, at) == pytest.approx(differentiate.jacobian(f, at).df, abs=1e-8)
    assert numerical_jacobian(f, at).shape == (3, 2)


def test_the_stand_in_touches_and_takes_a_whole_grid():
    here = np.array([1, 0.5])
    flat = linearize(bend, bend_jacobian, here)
    assert flat(here) == pytest.approx(bend(here))
    assert numerical_jacobian(flat, [3.0, -2.0]) == pytest.approx(bend_jacobian(here))
    grid = RNG.normal(size=(2, 4, 3))
    assert flat(grid).shape == (2, 4, 3)
    assert flat(grid)[:, 1, 2] == pytest.approx(flat(grid[:, 1, 2]))


def test_areas_of_images_are_integrals_of_the_determinant():
    s, x, y = 0.4, 1.0, 0.5
    exact = sp.integrate(sp.integrate(1 + X * Y, (X, x, x + s)), (Y, y, y + s)) / s**2
    assert area_factor(bend, [x, y], s) == pytest.approx(float(exact))
    assert polygon_area(square_rim([3, -2], 1.5)) == pytest.approx(2.25)


@pytest.mark.parametrize("n", [2, 5])
def test_jacobians_of_layers_are_those_of_scipy(n):
    x = RNG.normal(size=n)
    for f, claimed in [
        (special.softmax, softmax_jacobian(softmax(x))),
        (np.tanh, tanh_jacobian(x)),
        (lambda v: (v - v.mean()) / np.sqrt(v.var() + 0.1), normalize_jacobian(x, 0.1)),
    ]:
        assert claimed == pytest.approx(optimize.approx_fprime(x, f), abs=1e-6)
    assert softmax(x) == pytest.approx(special.softmax(x))
    assert softmax(x + 1000) == pytest.approx(special.softmax(x))


def test_products_without_a_matrix_are_products_with_it():
    x, u = RNG.normal(size=(2, 7))
    assert softmax_vjp(softmax(x), u) == pytest.approx(softmax_jacobian(softmax(x)).T @ u)
    assert tanh_vjp(x, u) == pytest.approx(tanh_jacobian(x).T @ u)
    assert normalize_vjp(x, u, 0.3) == pytest.approx(normalize_jacobian(x, 0.3).T @ u)


def test_the_jacobian_of_softmax_measures_variance():
    p, v = special.softmax(RNG.normal(size=5)), RNG.normal(size=5)
    assert v @ softmax_jacobian(p) @ v == pytest.approx(np.cov(v, aweights=p, ddof=0))


def test_normalization_loses_the_two_directions_that_it_takes_out():
    x = RNG.normal(size=6)
    assert np.linalg.matrix_rank(normalize_jacobian(x)) == 4
    assert normalize_jacobian(x) @ np.ones(6) == pytest.approx(np.zeros(6))
    assert normalize_jacobian(x) @ normalize(x) == pytest.approx(np.zeros(6))
    assert normalize_jacobian(x, 0.01) @ normalize(x, 0.01) != pytest.approx(np.zeros(6))


def test_pull_back_of_a_linear_layer_is_a_gradient():
    weights, bias, x, u = RNG.normal(size=(2, 3)), RNG.normal(size=2), RNG.normal(size=3), RNG.normal(size=2)
    to_x, to_weights, to_bias = linear_vjp(weights, x, u)
    assert to_x == pytest.approx(numerical_gradient(lambda v: u @ (weights @ v + bias), x))
    assert to_weights == pytest.approx(matrix_gradient(lambda w: u @ (w @ x + bias), weights))
    assert to_bias == pytest.approx(numerical_gradient(lambda b: u @ (weights @ x + b), bias))


def test_pull_back_of_a_block_is_a_gradient():
    weights, bias, x, u = RNG.normal(size=(3, 5)), RNG.normal(size=3), RNG.normal(size=5), RNG.normal(size=3)
    measured = optimize.approx_fprime(x, lambda v: u @ block(weights, bias, v))
    assert block_vjp(weights, bias, x, u) == pytest.approx(measured, abs=1e-6)
    v = RNG.normal(size=5)
    ahead = numerical_jvp(lambda x: block(weights, bias, x), x, v)
    assert u @ ahead == pytest.approx(block_vjp(weights, bias, x, u) @ v)


@pytest.mark.parametrize("n", [3, 10])
def test_counted_multiplications_follow_the_formulas_of_the_page(n):
    p, u = softmax(np.arange(n) / n), np.ones(n)
    assert multiplications(lambda p, u: softmax_jacobian(p) @ u, p, u) == 2 * n**2
    assert multiplications(softmax_vjp, p, u) == 2 * n
    assert multiplications(lambda d, u: np.diag(d) @ u, p, u) == n**2
    assert multiplications(lambda d, u: d * u, p, u) == n
    assert multiplications(np.outer, u, p) == n**2


def test_cost_of_a_chain_is_what_products_of_matrices_take():
    widths = [5, 4, 3, 2]
    one, two, three = RNG.normal(size=(4, 5)), RNG.normal(size=(3, 4)), RNG.normal(size=(2, 3))
    assert chain_cost(widths, "input") == multiplications(lambda a, b, c: c @ (b @ a), one, two, three)
    assert chain_cost(widths, "output") == multiplications(lambda a, b, c: (c @ b) @ a, one, two, three)


def test_the_cheapest_brackets_are_those_of_a_search_over_all_orders():
    for widths in ([5, 1, 7, 2], [3, 4, 2, 6, 1], [2, 8, 1, 1]):
        shapes = list(zip(widths[1:], widths, strict=False))[::-1]  # the last map on the left

        def orders(shapes):
            if len(shapes) == 1:
                yield 0
            for k in range(len(shapes) - 1):
                (m, inner), (_, n) = shapes[k], shapes[k + 1]
                yield from (m * inner * n + rest for rest in orders([*shapes[:k], (m, n), *shapes[k + 2 :]]))

        assert cheapest_cost(widths) == min(orders(shapes))
        assert cheapest_cost(widths) <= min(chain_cost(widths, first) for first in ("input", "output"))


def test_further_identities_are_measured_entry_by_entry():
    form, tall, square = RNG.normal(size=(4, 4)), RNG.normal(size=(4, 3)), RNG.normal(size=(4, 4))
    a, b = RNG.normal(size=(2, 4))
    measured = matrix_gradient(lambda m: trace_form(form, m), tall)
    assert trace_form_gradient(form, tall) == pytest.approx(measured, abs=1e-6)
    assert trace_form(form, tall) == pytest.approx(np.einsum("ji,jk,ki", tall, form, tall))
    assert inverse_form(a, square, b) == pytest.approx(a @ np.linalg.inv(square) @ b)
    measured = matrix_gradient(lambda m: inverse_form(a, m, b), square)
    assert inverse_form_gradient(a, square, b) == pytest.approx(measured, rel=1e-5, abs=1e-6)


def test_matrix_gradients_are_measured_entry_by_entry():
    inputs, weights, targets = RNG.normal(size=(6, 4)), RNG.normal(size=(4, 3)), RNG.normal(size=(6, 3))
    measured = matrix_gradient(lambda w: least_squares(inputs, w, targets), weights)
    assert least_squares_gradient(inputs, weights, targets) == pytest.approx(measured, abs=1e-7)
    square = RNG.normal(size=(4, 4))
    assert log_determinant(square) == pytest.approx(math.log(abs(np.linalg.det(square))))
    assert log_determinant_gradient(square) == pytest.approx(matrix_gradient(log_determinant, square), abs=1e-6)


def test_errors_that_do_not_shrink():
    for t in (0.1, 0.001):
        assert relative_error(bowl, [2, 4], [1, 2], [1, 1], t) == pytest.approx(t)
        assert relative_error(creased, [0, 0], [0, 0], [1, 1], t) == pytest.approx(1 / (2 * math.sqrt(2)))
        assert relative_error(wedge, [0, 0], [0, 0], [1, 1], t) == pytest.approx(1 / math.sqrt(2))
