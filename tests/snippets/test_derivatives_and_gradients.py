"""Topic 01: the numbers of the page and its exercises, recomputed by SymPy and SciPy."""

import math
from itertools import pairwise

import numpy as np
import pytest
import sympy as sp
from scipy import optimize

from snippets.derivatives_and_gradients.derivatives import central_difference, forward_difference, tangent_line
from snippets.derivatives_and_gradients.descent import gradient_descent, parabola, parabola_slope
from snippets.derivatives_and_gradients.gradients import (
    bowl_gradient,
    directional_derivative,
    hill_gradient,
    numerical_gradient,
    polynomial_gradient,
    saddle_gradient,
    steepest_ascent,
    valley,
    valley_gradient,
)
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, fit, mean_squared_error, mse_gradient
from snippets.derivatives_and_gradients.rounding import best_central_step, best_forward_step, difference_errors

X, Y, Z, H = sp.symbols("x y z h", real=True)


# --- the mathematics against SymPy and SciPy -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gradient", "f"),
    [
        (bowl_gradient, X**2 + Y**2),
        (valley_gradient, X**2 + 3 * Y**2),
        (hill_gradient, 4 - X**2 / 4 - Y**2),
        (saddle_gradient, X**2 - Y**2),
        (polynomial_gradient, X**2 * Y + 3 * X * Y**2 + Y**3),
    ],
)
def test_gradients_are_those_of_sympy(gradient, f):
    symbolic = sp.lambdify((X, Y), [sp.diff(f, X), sp.diff(f, Y)])
    for point in np.random.default_rng(0).normal(size=(5, 2)):
        assert gradient(point) == pytest.approx(symbolic(*point))
        assert numerical_gradient(sp.lambdify([(X, Y)], f), point) == pytest.approx(symbolic(*point), abs=1e-8)


def test_example_functions_take_a_whole_grid():
    grid = np.stack(np.meshgrid(np.linspace(-1, 1, 4), np.linspace(-1, 1, 3)))
    assert valley(grid).shape == (3, 4)
    assert valley_gradient(grid).shape == (2, 3, 4)


def test_the_line_of_least_squares_is_where_descent_ends():
    slope, intercept = np.polyfit(WEEKS, HEIGHTS, 1)
    assert (slope, intercept) == pytest.approx((2, 1))
    assert fit(WEEKS, HEIGHTS, 0.05, 500)[-1] == pytest.approx([2, 1], abs=1e-6)
    assert mean_squared_error(2, 1, WEEKS, HEIGHTS) == pytest.approx(0.132)


def test_regression_gradient_is_scipys():
    for w, b in [(0, 0), (1.4, 0.5), (-3, 7)]:
        measured = optimize.approx_fprime([w, b], lambda p: mean_squared_error(*p, WEEKS, HEIGHTS))
        assert mse_gradient(w, b, WEEKS, HEIGHTS) == pytest.approx(measured, rel=1e-5)


# --- numbers in the prose --------------------------------------------------------------------------------------------


def test_secants_of_the_square():
    assert sp.expand(((X + H) ** 2 - X**2) / H) == 2 * X + H
    assert [(1 + h) ** 2 - (1 + 2 * h) for h in (0.5, 0.25)] == [0.25, 0.0625]
    assert tangent_line(lambda x: x**2, lambda x: 2 * x, 1)(1.5) == 2


def test_table_of_slopes_at_1():
    slopes = [float(sp.diff(f, X).subs(X, 1)) for f in (sp.exp(X), sp.log(X), sp.sin(X), sp.cos(X))]
    assert [round(s, 3) for s in slopes] == [2.718, 1, 0.540, -0.841]


def test_flat_points_of_the_examples():
    cubic = X**3 - 3 * X
    assert [sp.diff(cubic, X).subs(X, x) for x in (2, 0, -1, 1)] == [9, -3, 0, 0]
    assert sp.diff(X**3, X, 2).subs(X, 0) == sp.diff(X**4, X, 2).subs(X, 0) == 0


def test_chain_rule_numbers():
    assert round(float(sp.diff(sp.exp(X**2), X).subs(X, 1)), 4) == 5.4366 == round(2 * math.e, 4)
    assert sp.diff(X**2, X).subs(X, sp.Rational(1, 2)) == 1  # where the mistake does not show
    assert sp.simplify(sp.diff(sp.log(sp.sin(X)), X) - sp.cos(X) / sp.sin(X)) == 0


def test_the_gradient_of_the_bowl_at_1_2():
    gradient = bowl_gradient([1, 2])
    assert np.linalg.norm(gradient) == pytest.approx(2 * math.sqrt(5))
    assert round(2 * math.sqrt(5), 4) == 4.4721
    assert steepest_ascent(gradient).round(4).tolist() == [0.4472, 0.8944]
    assert directional_derivative(gradient, [1, 1]) == pytest.approx(3 * math.sqrt(2))
    assert round(3 * math.sqrt(2), 4) == 4.2426
    assert [round(float(gradient @ v), 2) for v in ([1, 1], [2, 2], [math.sqrt(2), math.sqrt(2)])] == [6, 12, 8.49]
    angle = math.degrees(math.atan2(4, 2) - math.atan2(1, 1))
    assert round(angle, 1) == 18.4
    assert round(4.4721 * math.cos(math.radians(18.4)), 2) == 4.24


def test_hill_numbers():
    gradient = hill_gradient([-2, 1])
    assert gradient.tolist() == [1, -2]
    assert round(math.sqrt(5), 4) == 2.2361 == round(float(np.linalg.norm(gradient)), 4)
    assert round(directional_derivative(gradient, [2, -1]), 4) == 1.7889 == round(4 / math.sqrt(5), 4)
    assert directional_derivative(gradient, [2, 1]) == 0


def test_partials_that_do_not_make_a_derivative():
    t = sp.symbols("t", positive=True)
    along = (X**2 * Y / (X**2 + Y**2)).subs({X: t / sp.sqrt(2), Y: t / sp.sqrt(2)})
    assert sp.simplify(along / t) == 1 / (2 * sp.sqrt(2))
    assert round(1 / (2 * math.sqrt(2)), 4) == 0.3536


def test_jacobian_and_hessian_of_the_examples():
    r, phi = sp.symbols("r phi")
    polar = sp.Matrix([r * sp.cos(phi), r * sp.sin(phi)])
    assert polar.jacobian([r, phi]) == sp.Matrix([[sp.cos(phi), -r * sp.sin(phi)], [sp.sin(phi), r * sp.cos(phi)]])
    hessian = sp.hessian(X**2 * Y + 3 * X * Y**2 + Y**3, (X, Y))
    assert hessian == sp.Matrix([[2 * Y, 2 * X + 6 * Y], [2 * X + 6 * Y, 6 * X + 6 * Y]])
    assert hessian.subs({X: 1, Y: 2}) == sp.Matrix([[4, 14], [14, 18]])


def test_descent_on_the_parabola():
    assert gradient_descent(parabola_slope, 10, 0.1, 4).round(3).tolist() == [10, 8.6, 7.48, 6.584, 5.867]
    assert (gradient_descent(parabola_slope, 10, 1.1, 2) - 3).round(2).tolist() == [7, -8.4, 10.08]
    assert (gradient_descent(parabola_slope, 10, 0.9, 2) - 3).round(2).tolist() == [7, -5.6, 4.48]
    crawl, zigzag = (parabola(gradient_descent(parabola_slope, 10, rate, 20)) for rate in (0.1, 0.9))
    assert crawl == pytest.approx(zigzag)
    assert gradient_descent(parabola_slope, 10, 1.0, 2).tolist() == [10, -4, 10]


def test_descent_in_the_valley():
    at_limit = gradient_descent(valley_gradient, [1, 1], 1 / 3, 50)[:, 1]
    assert abs(at_limit) == pytest.approx(np.ones(51))
    quarter = gradient_descent(valley_gradient, [1, 1], 0.25, 2)
    assert quarter.tolist() == [[1, 1], [0.5, -0.5], [0.25, 0.25]]
    assert [valley(p) for p in quarter] == [4, 1, 0.25]
    assert gradient_descent(valley_gradient, [1, 1], 1 / 6, 1)[1] == pytest.approx([2 / 3, 0])


def test_first_step_of_the_regression():
    assert float(WEEKS @ HEIGHTS) == pytest.approx(70)
    assert HEIGHTS.sum() == pytest.approx(25)
    w, b = fit(WEEKS, HEIGHTS, 0.05, 1)[1]
    assert (w, b) == pytest.approx((1.4, 0.5))
    assert mean_squared_error(0, 0, WEEKS, HEIGHTS) == pytest.approx(33.132)
    assert mean_squared_error(w, b, WEEKS, HEIGHTS) == pytest.approx(3.742)


def test_learning_rate_limit_of_the_regression():
    design = np.stack([WEEKS, np.ones(5)], axis=1)
    limit = 2 / np.linalg.eigvalsh(2 / 5 * design.T @ design).max()
    assert round(limit, 3) == 0.149
    losses = [mean_squared_error(*p, WEEKS, HEIGHTS) for p in fit(WEEKS, HEIGHTS, 0.15, 60)]
    assert all(a < b for a, b in pairwise(losses[5:]))


def test_numerical_derivative_numbers():
    assert round(math.cos(1), 4) == 0.5403
    assert round(forward_difference(math.sin, 1, 1e-8), 4) == 0.5403
    assert round(forward_difference(math.sin, 1, 1e-15), 4) == 0.5551
    assert f"{best_forward_step(math.sin(1), -math.sin(1)):.1e}" == "2.1e-08"
    assert f"{best_central_step(math.sin(1), -math.cos(1)):.1e}" == "8.0e-06"
    assert f"{np.spacing(1e9):.1e}" == "1.2e-07"
    assert 1e9 + 1e-8 == 1e9
    assert forward_difference(lambda x: x**2, 1e9) == 0
    assert f"{2.0**-53:.1e} {2.0**-52:.1e} {2.0**-24:.0e}" == "1.1e-16 2.2e-16 6e-08"


def test_error_slopes_are_1_and_2_before_rounding_and_minus_1_after():
    steps = np.logspace(-4, -1, 20)
    forward, central = difference_errors(np.sin, np.cos, 1.0, steps)
    assert np.polyfit(np.log(steps), np.log(forward), 1)[0] == pytest.approx(1, abs=0.02)
    assert np.polyfit(np.log(steps), np.log(central), 1)[0] == pytest.approx(2, abs=0.02)
    tiny = np.logspace(-14, -9, 2000)
    forward, _ = difference_errors(np.sin, np.cos, 1.0, tiny)
    assert np.polyfit(np.log(tiny), np.log(forward + 1e-20), 1)[0] == pytest.approx(-1, abs=0.1)


@pytest.mark.parametrize(("step", "digits", "central"), [(5e-4, 3, False), (5e-3, 5, True)])
def test_digits_left_in_single_precision(step, digits, central):
    x, h = np.float32(1) + np.linspace(0, 0.2, 400, dtype=np.float32), np.float32(step)
    ahead, behind = x + h, x - h if central else x  # divided by the run that was really made
    slopes = (np.sin(ahead) - np.sin(behind)) / (ahead - behind)
    typical = np.sqrt(np.mean((slopes - np.cos(x.astype(float))) ** 2))
    assert 10.0 ** -(digits + 1) < typical < 10.0 ** -(digits - 1)


def test_central_difference_of_a_kink_is_zero():
    assert central_difference(abs, 0) == 0


def test_practice_problem_three_variables():
    f = X**2 * Y * Z + sp.sin(X * Z) + sp.exp(Y)
    partials = [sp.diff(f, v) for v in (X, Y, Z)]
    claimed = [2 * X * Y * Z + Z * sp.cos(X * Z), X**2 * Z + sp.exp(Y), X**2 * Y + X * sp.cos(X * Z)]
    assert [sp.simplify(p - c) for p, c in zip(partials, claimed, strict=True)] == [0, 0, 0]
    gradient = np.array([float(p.subs({X: 1, Y: 0, Z: sp.pi})) for p in partials])
    assert gradient.round(4).tolist() == [-3.1416, 4.1416, -1]
    assert round(float(np.linalg.norm(gradient)), 4) == 5.2936
    assert steepest_ascent(gradient).round(4).tolist() == [-0.5935, 0.7824, -0.1889]


def test_practice_problem_flat_points():
    f = X**2 * sp.exp(-X)
    assert sp.simplify(sp.diff(f, X) - X * (2 - X) * sp.exp(-X)) == 0
    assert sorted(sp.solve(sp.diff(f, X), X)) == [0, 2]
    assert round(float(f.subs(X, 2)), 4) == 0.5413
    assert round(float(f.subs(X, -2)), 2) == 29.56


def test_practice_problem_from_the_definition():
    assert sp.simplify((1 / (X + H) - 1 / X) / H + 1 / (X * (X + H))) == 0
    assert sp.diff(1 / X, X).subs(X, 2) == -sp.Rational(1, 4)


def test_a_rescaled_parameter_takes_a_step_100_times_as_long():
    rate, x = 0.01, 1.0
    plain = -rate * 2 * x  # x² in x
    scaled = 10 * (-rate * 2 * 100 * (x / 10))  # (10 s)² in s, translated back
    assert scaled == pytest.approx(100 * plain)
