"""Topic 06: the mathematics of its snippets, recomputed by SymPy, SciPy and mpmath."""

import re

import mpmath
import numpy as np
import pytest
import sympy as sp
from scipy import optimize, special, stats

from scripts.foundation.paths import HERE
from scripts.run.frameworks import read_record
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS
from snippets.losses_and_activations import activations, entropy, exercises, losses, softmax, stable
from snippets.losses_and_activations.precision import BFLOAT16, overflow_border, relative_errors, rounding_border
from snippets.losses_and_activations.training import TYPO, fit_line, soft_threshold, steps_until_right, walk

Z = sp.symbols("z", real=True)
SIGMA = 1 / (1 + sp.exp(-Z))
PLACES = np.array([-7.3, -2.0, -0.4, 0.3, 1.0, 3.0, 8.0])


@pytest.mark.parametrize(
    ("function", "slope", "symbolic"),
    [
        (stable.sigmoid, activations.sigmoid_slope, SIGMA),
        (np.tanh, activations.tanh_slope, sp.tanh(Z)),
        (activations.relu, activations.relu_slope, sp.Max(Z, 0)),
        (activations.leaky_relu, activations.leaky_relu_slope, sp.Max(Z, Z / 100)),
        (activations.gelu, activations.gelu_slope, Z * (1 + sp.erf(Z / sp.sqrt(2))) / 2),
        (stable.softplus, activations.softplus_slope, sp.log(1 + sp.exp(Z))),
        (activations.silu, activations.silu_slope, Z * SIGMA),
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
    assert claimed == pytest.approx(softmax.softmax_jacobian(softmax.softmax(z)) @ v)


def test_lines_with_an_outlier_are_those_of_linear_programming_and_bfgs():
    n = len(WEEKS)
    for heights in (HEIGHTS, TYPO):  # variables: w, b, one bound for each |error|
        ones = np.column_stack([WEEKS, np.ones(n)])
        best = optimize.linprog(
            [0, 0, *[1] * n],
            A_ub=np.block([[ones, -np.eye(n)], [-ones, -np.eye(n)]]),
            b_ub=np.concatenate([heights, -heights]),
            bounds=[(None, None)] * 2 + [(0, None)] * n,
        )
        line = fit_line(losses.absolute_slope, WEEKS, heights, 0.0005, 20_000)
        assert np.abs(ones @ line - heights).sum() == pytest.approx(best.fun, rel=0.001)
        assert line == pytest.approx(best.x[:2], abs=0.03)
    assert fit_line(losses.squared_slope, WEEKS, TYPO, 0.05, 20_000) == pytest.approx(np.polyfit(WEEKS, TYPO, 1))
    found = optimize.minimize(lambda p: special.huber(1, p[0] * WEEKS + p[1] - TYPO).sum(), [1, 1])
    assert fit_line(losses.huber_slope, WEEKS, TYPO, 0.05, 20_000) == pytest.approx(found.x, abs=1e-4)


@pytest.mark.parametrize("slope", [losses.log_loss_slope, losses.squared_through_sigmoid_slope])
def test_a_walk_is_counted_until_its_score_is_above_zero(slope):
    count = steps_until_right(slope, -8)
    before, after = walk(slope, -8, 1.0, count)[-2:]
    assert before <= 0 < after


def test_the_tanh_approximation_of_gelu_is_close_and_not_the_same():
    z = np.linspace(-8, 8, 2001)
    off = np.abs(activations.gelu_tanh(z) - z * stats.norm.cdf(z)).max()
    assert 1e-4 < off < 5e-4


@pytest.mark.parametrize("number", [np.float16, np.float32, np.float64])
def test_powers_overflow_at_the_border_of_their_type(number):
    border = overflow_border(number)
    with np.errstate(over="ignore"):
        assert np.isfinite(np.exp(number(0.9995 * border)))
        assert np.isinf(np.exp(number(1.0005 * border)))


@pytest.mark.parametrize("number", [np.float32, np.float64])
def test_sigmoid_is_rounded_to_one_at_the_border_of_its_type(number):
    low, high = (number(side * rounding_border(number)) for side in (0.999, 1.001))
    assert stable.sigmoid(low) < 1 == stable.sigmoid(high)
    assert stable.naive_softplus(-low) > 0 == stable.naive_softplus(-high)


@pytest.mark.parametrize("number", [np.float32, np.float64])
def test_the_repaired_softplus_keeps_all_digits(number):
    z = np.linspace(-80, 80, 161)
    errors = relative_errors(stable.softplus, lambda t: mpmath.log1p(mpmath.exp(t)), z, number)
    assert max(errors) < 4 * np.finfo(number).eps


def test_the_borders_of_bfloat16_are_those_of_eight_significant_bits():
    def rounded(value):  # to the nearest multiple of the spacing at that size, ties to even
        spacing = 2.0 ** (np.floor(np.log2(value)) - 7)
        return np.round(value / spacing) * spacing

    border = rounding_border(BFLOAT16)
    assert rounded(1 + np.exp(-1.001 * border)) == 1 < rounded(1 + np.exp(-0.999 * border))
    largest = np.exp(overflow_border(BFLOAT16))
    assert rounded(largest) == pytest.approx(largest)
    assert np.finfo(np.float32).max * (1 - 2.0**-7) < largest < np.finfo(np.float32).max


def test_divergences_are_those_of_scipy():
    q, p = [0.5, 0.3, 0.2], [0.1, 0.6, 0.3]
    assert entropy.divergence(q, p) == pytest.approx(stats.entropy(q, p))
    assert entropy.divergence(p, q) == pytest.approx(stats.entropy(p, q))
    assert entropy.expected_surprise(q, p) == pytest.approx(stats.entropy(q) + stats.entropy(q, p))


def test_softmax_twice_has_a_floor():
    z = 1000 * np.eye(10)[3]
    assert softmax.cross_entropy(softmax.softmax(z), 3) == pytest.approx(np.log(1 + 9 / np.e))


def test_a_low_temperature_does_not_make_a_large_score_infinite():
    with np.errstate(over="ignore"):  # the difference becomes minus infinity, whose power is 0
        assert softmax.softmax([1e308, 0.0], temperature=1e-3).tolist() == [1, 0]


def test_soft_thresholding_minimizes_square_plus_absolute_value():
    for w in (-1.2, 0.03, 0.7):
        found = optimize.minimize_scalar(lambda v, w=w: (v - w) ** 2 / 2 + 0.05 * abs(v), options={"xtol": 1e-12})
        assert soft_threshold(np.array(w), 0.05) == pytest.approx(found.x, abs=1e-6)


def test_the_slopes_at_kinks_that_pages_tell_are_those_that_were_recorded():
    record = read_record(HERE.snippets / "losses_and_activations")
    measured = [
        [float(line.rpartition(" ")[2]) for line in record[framework]["programs"]["kinks"]["prints"].splitlines()]
        for framework in ("pytorch", "jax")
    ]
    topic = HERE.docs / "topics" / "06-losses-and-activations"
    table = (topic / "relu-and-smooth-activations.md").read_text(encoding="utf-8").partition("| spelling |")[2]
    rows = re.findall(r"^\| `.*\| ([\d.]+) \| ([\d.]+) \|$", table.partition("\n\n")[0], re.MULTILINE)
    assert [list(map(float, column)) for column in zip(*rows, strict=True)] == measured
    answer = (topic / "interview.md").read_text(encoding="utf-8")
    told = re.search(r"PyTorch returns (\S+) for `relu`, (\S+) for `maximum` and (\S+) for `clamp`", answer)
    relu, maximum, clamp = (measured[0][place] for place in (0, 2, 3))
    assert [float(slope) for slope in told.groups()] == [relu, maximum, clamp]
