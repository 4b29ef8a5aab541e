"""Topic 01: its programs against SymPy and SciPy. Its numbers are in `snippets/derivatives_and_gradients/numbers`."""

from itertools import pairwise

import numpy as np
import pytest
import sympy as sp
from scipy import optimize

from snippets.derivatives_and_gradients.descent import gradient_descent, parabola, parabola_slope
from snippets.derivatives_and_gradients.gradients import (
    bowl_gradient,
    hill_gradient,
    numerical_gradient,
    polynomial_gradient,
    saddle_gradient,
    valley,
    valley_gradient,
)
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, fit, mean_squared_error, mse_gradient
from snippets.derivatives_and_gradients.rounding import (
    central_over_run,
    central_rounding,
    difference_errors,
    forward_rounding,
)

X, Y = sp.symbols("x y", real=True)


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


# --- descent and differences against what is known in closed form ----------------------------------------------------


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.9, 1, 1.1])
def test_descent_on_the_parabola_multiplies_the_distance_by_one_factor(rate):
    path = gradient_descent(parabola_slope, 10, rate, 8)
    assert path - 3 == pytest.approx(7 * (1 - 2 * rate) ** np.arange(9.0))
    assert parabola(path) == pytest.approx((path - 3) ** 2)


@pytest.mark.parametrize("rate", [0.1, 0.25, 1 / 3])
def test_descent_in_the_valley_has_a_factor_for_each_axis(rate):
    path = gradient_descent(valley_gradient, [1, 1], rate, 8)
    factors = np.array([1 - 2 * rate, 1 - 6 * rate])
    assert path == pytest.approx(factors ** np.arange(9.0)[:, None])
    assert [valley(point) for point in path] == pytest.approx(path**2 @ [1, 3])


def test_the_loss_of_the_regression_grows_beyond_its_limit():
    curvatures = np.linalg.eigvalsh(2 / 5 * np.stack([WEEKS, np.ones(5)]) @ np.stack([WEEKS, np.ones(5)]).T)
    below, above = (
        [mean_squared_error(*place, WEEKS, HEIGHTS) for place in fit(WEEKS, HEIGHTS, share * 2 / curvatures.max(), 60)]
        for share in (0.99, 1.01)
    )
    assert all(a > b for a, b in pairwise(below))
    assert all(a < b for a, b in pairwise(above[5:]))


def test_error_slopes_are_1_and_2_before_rounding_and_minus_1_after():
    steps = np.logspace(-4, -1, 20)
    forward, central = difference_errors(np.sin, np.cos, 1.0, steps)
    assert np.polyfit(np.log(steps), np.log(forward), 1)[0] == pytest.approx(1, abs=0.02)
    assert np.polyfit(np.log(steps), np.log(central), 1)[0] == pytest.approx(2, abs=0.02)
    tiny = np.logspace(-14, -9, 2000)
    forward, _ = difference_errors(np.sin, np.cos, 1.0, tiny)
    assert np.polyfit(np.log(tiny), np.log(forward + 1e-20), 1)[0] == pytest.approx(-1, abs=0.1)


@pytest.mark.parametrize("x", [0.001, 1.0, 3.0, 3.14159, 100.0])
def test_rounding_errors_come_near_their_bounds_and_keep_them_wherever_x_is(x):
    steps = np.linspace(1e-12, 2e-12, 20_000)  # so small that the error of the secant is nothing beside
    value, slope = np.sin(x), np.cos(x)
    for error, bound in zip(
        difference_errors(np.sin, np.cos, x, steps), (forward_rounding, central_rounding), strict=True
    ):
        assert 0.25 < (error / bound(x, value, slope, steps)).max() <= 1
    over_run = abs(central_over_run(np.sin, x, steps) - slope)
    assert (over_run / central_rounding(0, value, slope, steps)).max() <= 1  # without the part of the argument
