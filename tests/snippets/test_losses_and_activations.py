"""Topic 06: the numbers of the page and its exercises, recomputed by SymPy, SciPy and mpmath."""

import math

import mpmath
import numpy as np
import pytest
import sympy as sp
from scipy import optimize, special, stats

from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS
from snippets.losses_and_activations import activations, exercises, losses, softmax, stable
from snippets.losses_and_activations.precision import overflow_border, relative_errors, rounding_border
from snippets.losses_and_activations.training import TYPO, fit_line, soft_threshold, steps_until_right, walk

Z = sp.symbols("z", real=True)
SIGMA = 1 / (1 + sp.exp(-Z))
PLACES = np.array([-7.3, -2.0, -0.4, 0.3, 1.0, 3.0, 8.0])


# --- the mathematics against SymPy and SciPy -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("function", "slope", "symbolic"),
    [
        (activations.sigmoid, activations.sigmoid_slope, SIGMA),
        (np.tanh, activations.tanh_slope, sp.tanh(Z)),
        (activations.relu, activations.relu_slope, sp.Max(Z, 0)),
        (activations.leaky_relu, activations.leaky_relu_slope, sp.Max(Z, Z / 100)),
        (activations.gelu, activations.gelu_slope, Z * (1 + sp.erf(Z / sp.sqrt(2))) / 2),
        (activations.softplus, activations.softplus_slope, sp.log(1 + sp.exp(Z))),
    ],
)
def test_activations_and_slopes_are_those_of_sympy(function, slope, symbolic):
    derivative = sp.diff(symbolic, Z)
    value, rise = ([float(f.subs(Z, place).evalf(30)) for place in PLACES] for f in (symbolic, derivative))
    assert function(PLACES) == pytest.approx(value, rel=1e-9)
    assert slope(PLACES) == pytest.approx(rise, rel=1e-9)


def test_stable_functions_are_scipys_for_scores_of_any_size():
    z = np.array([-900.0, -40.0, -1.0, 0.0, 2.0, 40.0, 900.0])
    assert stable.sigmoid(z) == pytest.approx(special.expit(z), rel=1e-12)
    assert stable.softplus(z) == pytest.approx(np.logaddexp(0, z), rel=1e-12)
    assert stable.log_loss(z, 1) == pytest.approx(-special.log_expit(z), rel=1e-12)
    rows = np.array([[1000.0, 999.0, 0.0], [-1000.0, -1001.0, -1002.0]])
    assert softmax.softmax(rows) == pytest.approx(special.softmax(rows, axis=1), rel=1e-12)
    assert stable.log_sum_exp(rows) == pytest.approx(special.logsumexp(rows, axis=1), rel=1e-12)


@pytest.mark.parametrize("function", [stable.sigmoid, stable.softplus, stable.naive_softplus, softmax.softmax])
def test_number_types_are_kept(function):
    assert function(np.array([1, 2], dtype=np.float32)).dtype == np.float32


@pytest.mark.parametrize(
    ("loss", "slope"),
    [
        (lambda z: special.expit(z) ** 2, lambda z: losses.squared_through_sigmoid_slope(z, 0)),
        (lambda z: (special.expit(z) - 1) ** 2, lambda z: losses.squared_through_sigmoid_slope(z, 1)),
        (lambda z: np.logaddexp(0, z), lambda z: losses.log_loss_slope(z, 0)),
        (lambda z: special.huber(1, z), losses.huber_slope),
        (lambda z: np.maximum(0, 1 + z), lambda z: losses.hinge_slope(z, -1)),
    ],
)
def test_slopes_of_losses_are_measured_ones(loss, slope):
    h = 1e-6
    assert slope(PLACES) == pytest.approx((loss(PLACES + h) - loss(PLACES - h)) / (2 * h), abs=1e-6)


def test_gradients_of_the_batch_are_scipys():
    rng = np.random.default_rng(0)
    scores, labels = rng.normal(size=(4, 3)), np.array([0, 2, 1, 1])
    measured = optimize.approx_fprime(
        scores.ravel(), lambda z: softmax.mean_cross_entropy(z.reshape(4, 3), labels), 1e-7
    )
    assert softmax.mean_cross_entropy_gradient(scores, labels).ravel() == pytest.approx(measured, abs=1e-6)
    claimed = np.array(exercises.cross_entropy_gradient(scores.tolist(), labels.tolist()))
    assert claimed.ravel() == pytest.approx(measured, abs=1e-6)


def test_the_vector_product_is_that_of_the_matrix():
    z, v = np.array([0.3, -1.0, 2.0]), [1.0, -4.0, 0.5]
    claimed = exercises.softmax_times_vector(softmax.softmax(z).tolist(), v)
    assert claimed == pytest.approx(softmax.softmax_jacobian(z) @ v)


def test_lines_with_an_outlier_are_those_of_linear_programming_and_bfgs():
    n = len(WEEKS)
    for heights, slope, start in (
        (HEIGHTS, 1.8958, 1.3),
        (TYPO, 2.3, 0.5),
    ):  # variables: w, b, one bound for each |error|
        ones = np.column_stack([WEEKS, np.ones(n)])
        best = optimize.linprog(
            [0, 0, *[1] * n],
            A_ub=np.block([[ones, -np.eye(n)], [-ones, -np.eye(n)]]),
            b_ub=np.concatenate([heights, -heights]),
            bounds=[(None, None)] * 2 + [(0, None)] * n,
        )
        line = fit_line(losses.absolute_slope, WEEKS, heights, 0.0005, 20_000)
        assert np.abs(ones @ line - heights).sum() == pytest.approx(best.fun, rel=0.001)
        assert line == pytest.approx([slope, start], abs=0.03)
    assert fit_line(losses.squared_slope, WEEKS, TYPO, 0.05, 20_000) == pytest.approx(np.polyfit(WEEKS, TYPO, 1))
    found = optimize.minimize(lambda p: special.huber(1, p[0] * WEEKS + p[1] - TYPO).sum(), [1, 1])
    assert fit_line(losses.huber_slope, WEEKS, TYPO, 0.05, 20_000) == pytest.approx(found.x, abs=1e-4)
    assert np.polyfit(WEEKS, TYPO, 1) == pytest.approx([17.84, -14.84])
    assert found.x == pytest.approx([2.6, 0.4], abs=1e-5)


# --- numbers in the prose --------------------------------------------------------------------------------------------


def test_the_message_at_the_top():
    assert round(100 * (1 - special.expit(-8)), 2) == 99.97
    assert steps_until_right(losses.log_loss_slope, -8) == 9
    assert steps_until_right(losses.squared_through_sigmoid_slope, -8) == 1507
    assert walk(losses.squared_through_sigmoid_slope, -8, 1.0, 1507)[-1] > 0
    assert round(special.expit(-8), 6) == 0.000335
    assert round(1 / special.expit(-8)) == 2982
    assert round(math.exp(8) / 2) == 1490
    assert round(losses.log_loss_slope(-8, 1) / losses.squared_through_sigmoid_slope(-8, 1), -2) == 1500


def test_activation_numbers():
    gelu = Z * (1 + sp.erf(Z / sp.sqrt(2))) / 2
    lowest = float(sp.nsolve(sp.diff(gelu, Z), Z, -0.7))
    assert (round(lowest, 4), round(float(gelu.subs(Z, lowest)), 2)) == (-0.7518, -0.17)
    assert sp.simplify(sp.diff(gelu, Z, 2).subs(Z, sp.sqrt(2))) == 0
    top = float(sp.diff(gelu, Z).subs(Z, sp.sqrt(2)))
    assert (round(top, 4), round(1 - top, 4)) == (1.1289, -0.1289)
    assert round(float(sp.diff(gelu, Z).subs(Z, -sp.sqrt(2))), 4) == -0.1289
    assert (round(stats.norm.cdf(2**0.5), 4), round(2**0.5 * stats.norm.pdf(2**0.5), 4)) == (0.9214, 0.2076)
    z = np.linspace(-8, 8, 20_001)
    error = np.abs(activations.gelu_tanh(z) - z * stats.norm.cdf(z)).max()
    assert 1e-4 < error < 5e-4
    assert round(0.25**10 * 1e6, 2) == 0.95
    assert round(math.exp(2.2)) == 9


def test_softmax_numbers():
    powers = np.exp([2, 1, -1])
    assert powers.round(3).tolist() == [7.389, 2.718, 0.368]
    assert round(powers.sum(), 3) == 10.475
    p = special.softmax([2, 1, -1])
    assert p.round(4).tolist() == [0.7054, 0.2595, 0.0351]
    assert (round(-math.log(p[1]), 4), round(1 / p[1], 4)) == (1.349, 3.8536)
    assert (p[1] * (np.eye(3)[1] - p)).round(4).tolist() == [-0.183, 0.1922, -0.0091]
    assert (p - np.eye(3)[1]).round(4).tolist() == [0.7054, -0.7405, 0.0351]


def test_the_largest_slope_of_the_squared_error_through_a_sigmoid():
    p = sp.symbols("p")
    size = 2 * p * (1 - p) ** 2
    assert sp.expand(sp.diff(size, p) - 2 * (1 - p) * (1 - 3 * p)) == 0
    assert size.subs(p, sp.Rational(1, 3)) == sp.Rational(8, 27)
    assert special.logit(1 / 3) == pytest.approx(-math.log(2))
    assert round(8 / 27, 3) == 0.296


def test_borders_of_number_types():
    assert [round(overflow_border(t), 2) for t in (np.float16, np.float32, np.float64)] == [11.09, 88.72, 709.78]
    assert [round(rounding_border(t), 2) for t in (np.float16, np.float32, np.float64)] == [7.62, 16.64, 36.74]
    for number in (np.float32, np.float64):
        low, high = (number(side * rounding_border(number)) for side in (0.999, 1.001))
        assert stable.sigmoid(low) < 1 == stable.sigmoid(high)
        assert stable.naive_softplus(-low) > 0 == stable.naive_softplus(-high)
        with np.errstate(over="ignore"):
            assert np.isfinite(np.exp(number(0.9999 * overflow_border(number))))
            assert np.isinf(np.exp(number(1.0001 * overflow_border(number))))


def test_the_repaired_softplus_keeps_all_digits():
    z = np.linspace(-80, 80, 161)
    for number in (np.float32, np.float64):
        errors = relative_errors(stable.softplus, lambda t: mpmath.log1p(mpmath.exp(t)), z, number)
        assert max(errors) < 4 * np.finfo(number).eps
    assert f"{float(mpmath.log1p(mpmath.exp(-40))):.1e}" == "4.2e-18"


def test_softmax_twice_has_a_floor():
    assert round(math.e / (math.e + 9), 3) == 0.232
    assert round(math.log(1 + 9 / math.e), 4) == 1.4612
    z = 1000 * np.eye(10)[3]
    assert softmax.cross_entropy(softmax.softmax(z), 3) == pytest.approx(math.log(1 + 9 / math.e))


def test_soft_thresholding_minimizes_square_plus_absolute_value():
    for w in (-1.2, 0.03, 0.7):
        found = optimize.minimize_scalar(lambda v, w=w: (v - w) ** 2 / 2 + 0.05 * abs(v), options={"xtol": 1e-12})
        assert soft_threshold(np.array(w), 0.05) == pytest.approx(found.x, abs=1e-6)


def test_practice_problem_three_scores():
    z = np.array([0, math.log(2), math.log(5)])
    p = special.softmax(z)
    assert p == pytest.approx([1 / 8, 2 / 8, 5 / 8])
    after = z - (p - np.eye(3)[0])
    assert np.exp(after).round(4).tolist() == [2.3989, 1.5576, 2.6763]
    assert round(np.exp(after).sum(), 4) == 6.6328
    assert round(special.softmax(after)[0], 4) == 0.3617
    assert (round(math.log(8), 4), round(-special.log_softmax(after)[0], 4)) == (2.0794, 1.0170)


def test_practice_problem_best_constant():
    data = np.array([0, 1, 2, 5, 92])
    found = optimize.minimize_scalar(lambda c: special.huber(2, c - data).sum(), bounds=(0, 20), method="bounded")
    assert (data.mean(), np.median(data)) == (20, 2)
    assert found.x == pytest.approx(2.5, abs=1e-4)


def test_practice_problem_half_precision():
    with np.errstate(over="ignore"):
        assert np.isinf(np.exp(np.float16(12)))
    assert round(math.exp(10)) == 22026
    assert special.softmax([12, 10]).round(4).tolist() == [0.8808, 0.1192]
    assert round(special.logsumexp([12, 10]), 4) == 12.1269


def test_practice_problem_label_smoothing():
    y, z = np.array([0.9, 0.05, 0.05]), np.array([0.4, -1.0, 0.2])
    measured = optimize.approx_fprime(z, lambda z: -(y @ special.log_softmax(z)), 1e-7)
    assert special.softmax(z) - y == pytest.approx(measured, abs=1e-6)
    assert round(math.log(0.9 / 0.05), 2) == 2.89
