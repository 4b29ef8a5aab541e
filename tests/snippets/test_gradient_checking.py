"""Topic 08: its programs and exercises against SymPy, SciPy, complex steps, and numbers with many digits."""

import math

import numpy as np
import pytest
import sympy as sp
from scipy import optimize, stats

from snippets.gradient_checking.checker import (
    gradient_error,
    least_difference_error,
    measured_gradient,
    noise_floor,
)
from snippets.gradient_checking.directions import along, chance_to_pass, layer_sizes_count, measured_along
from snippets.gradient_checking.kinks import bias_errors, relu, relu_bias_slopes, relu_case, relu_loss, relu_secant
from snippets.gradient_checking.network import random_parameters, spiral_batch, spiral_gradient, spiral_loss
from snippets.gradient_checking.precision import STORES, neuron_slope, stored_loss, survivors, to_bits
from snippets.gradient_checking.steps import complex_step_gradient, errors_by_step, flat, observed_order
from snippets.gradient_checking.suspects import SUSPECTS, centered_loss, centered_slope

BATCH = spiral_batch()


def loss(parameters):
    return spiral_loss(parameters, *BATCH)


def scipys_gradient(parameters):
    """Return the gradient of the network by SciPy's differences, in one array."""
    shapes = {name: value.shape for name, value in parameters.items()}

    def of_one_array(theta):
        parts, here = {}, 0
        for name, shape in shapes.items():
            parts[name] = theta[here : here + math.prod(shape)].reshape(shape)
            here += math.prod(shape)
        return loss(parts)

    return optimize.approx_fprime(flat(parameters), of_one_array, 1e-7)


# --- the network -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [1, 2, 8])
def test_the_gradient_by_hand_is_that_of_a_complex_step_and_of_scipy(seed):
    parameters = random_parameters(seed)
    by_hand = flat(spiral_gradient(parameters, *BATCH))
    assert by_hand == pytest.approx(flat(complex_step_gradient(loss, parameters)), rel=1e-12, abs=1e-15)
    assert by_hand == pytest.approx(scipys_gradient(parameters), abs=1e-6)


def test_the_loss_is_the_cross_entropy_of_sympy():
    parameters, (x, labels) = random_parameters(3), BATCH
    W1, b1, W2, b2 = (sp.Matrix(value.reshape(len(value), -1)) for value in parameters.values())
    total = sp.Float(0)
    for point, label in zip(x, labels, strict=True):
        scores = W2 * (W1 * sp.Matrix(point) + b1).applyfunc(sp.tanh) + b2
        total += sp.log(sum(sp.exp(s) for s in scores)) - scores[int(label)]
    penalty = sp.Rational(1, 2000) * (sum(w**2 for w in W1) + sum(w**2 for w in W2))
    assert loss(parameters) == pytest.approx(float(total / 12 + penalty))


def test_a_check_leaves_the_parameters_as_they_were_to_the_last_bit():
    parameters = random_parameters()
    before = {name: value.tobytes() for name, value in parameters.items()}
    measured_gradient(loss, parameters)
    assert {name: value.tobytes() for name, value in parameters.items()} == before


# --- errors ----------------------------------------------------------------------------------------------------------


def test_the_relative_error_lies_between_0_and_2_and_knows_no_unit():
    rng = np.random.default_rng(1)
    for _ in range(20):
        a, m = rng.normal(size=(2, 5))
        assert 0 <= gradient_error(a, m) <= 2
        assert gradient_error(1e-9 * a, 1e-9 * m) == pytest.approx(gradient_error(a, m))
    assert gradient_error(a, -a) == 2
    assert gradient_error(0 * a, 0 * a) == 0


def test_the_least_error_is_found_by_search():
    third, rounded = 2.7, 2.0**-53 * (1.3 + 0.4)
    found = optimize.minimize_scalar(
        lambda lg: math.exp(lg) ** 2 / 6 * third + rounded / math.exp(lg), bounds=(-20, 0), method="bounded"
    )
    assert least_difference_error(1.3, -0.4, -third) == pytest.approx(found.fun)


def test_noise_of_the_loss_explains_the_errors_of_small_entries():
    parameters = random_parameters()
    exact = flat(complex_step_gradient(loss, parameters))
    off = np.abs(flat(measured_gradient(loss, parameters)) - exact) / np.abs(exact)
    assert (off < 8 * noise_floor(loss(parameters), exact)).all()


def test_a_right_gradient_has_order_2_and_a_wrong_one_order_0():
    parameters = random_parameters()
    for program, order in ((spiral_gradient, 2), (SUSPECTS["missing path"], 0)):
        errors = errors_by_step(loss, program(parameters, *BATCH), parameters, [0.01, 0.005])
        assert observed_order(*errors) == pytest.approx(order, abs=0.01)


# --- number types ----------------------------------------------------------------------------------------------------


def test_rounding_to_bits_is_that_of_numpys_types_and_of_bfloat16_by_its_bits():
    numbers = np.random.default_rng(2).normal(size=500) * 2.0 ** np.random.default_rng(3).integers(-8, 8, 500)
    assert (to_bits(numbers, 11) == numbers.astype(np.float16)).all()
    assert (to_bits(numbers, 24) == numbers.astype(np.float32)).all()
    words = numbers.astype(np.float32).view(np.uint32).astype(np.uint64)
    kept = (words + 0x7FFF + ((words >> 16) & 1)) >> 16 << 16
    by_bits = kept.astype(np.uint32).view(np.float32)
    near_tie = to_bits(numbers.astype(np.float32).astype(float), 8)
    assert (near_tie == by_bits).all()


def test_the_neurons_slope_is_that_of_sympy():
    w = sp.Symbol("w")
    exact = sp.diff((sp.tanh(sp.Rational(3, 2) * w - sp.Rational(1, 2)) - 1) ** 2, w)
    for place in (-1.0, 0.6875, 2.0):
        assert neuron_slope(place) == pytest.approx(float(exact.subs(w, place)))
    assert [store(0.6875) for _, store in STORES.values()] == [0.6875] * 4
    assert float(stored_loss(0.6875, np.float64)) == pytest.approx((math.tanh(0.53125) - 1) ** 2)


def test_survivors_are_those_within_the_window():
    edge = 2.0**-25
    assert survivors(np.array([edge, np.nextafter(edge, 1), 65519.0, 65520.0]), 1) == 0.5
    with np.errstate(under="ignore"):
        assert survivors(np.array([1e-9]), 2**10) == 1


def test_each_way_back_through_a_mean_belongs_to_the_loss_of_its_mode():
    rng = np.random.default_rng(5)
    x, y, w = rng.normal(size=6), rng.normal(size=6) + 1, 0.7
    for training, mean in ((True, None), (False, np.tanh(w * x).mean())):
        exact = centered_loss(w + 1e-30j, x, y, mean).imag / 1e-30
        assert centered_slope(w, x, y, training) == pytest.approx(exact, rel=1e-12)


# --- directions and kinks --------------------------------------------------------------------------------------------


def test_the_chance_to_pass_is_that_of_the_normal_distribution():
    for error in (0.3, 1, 20):
        inside = stats.norm(scale=error).cdf(0.7) - stats.norm(scale=error).cdf(-0.7)
        assert chance_to_pass(error, 0.7, 3) == pytest.approx(inside**3)


def test_a_slope_along_a_direction_is_the_sum_of_products():
    parameters, rng = random_parameters(), np.random.default_rng(4)
    v = {name: rng.normal(size=value.shape) for name, value in parameters.items()}
    slopes = spiral_gradient(parameters, *BATCH)
    assert along(slopes, v) == pytest.approx(flat(slopes) @ flat(v))
    assert measured_along(loss, parameters, v) == pytest.approx(along(slopes, v), rel=1e-8)


def test_layers_are_counted_with_their_biases():
    assert layer_sizes_count((3, 4)) == np.zeros((4, 3)).size + 4


def test_the_secant_over_a_kink_is_a_central_difference():
    for z in np.linspace(-0.3, 0.3, 13):
        assert relu_secant(z, 0.1) == pytest.approx((relu(z + 0.1) - relu(z - 0.1)) / 0.2)


def test_slopes_of_the_relu_network_are_right_where_no_kink_is_near():
    case = relu_case()
    errors, crossed = bias_errors(1e-5, case)
    assert (errors[crossed == 0] < 1e-5).all()
    W, b, out, x, y = case
    step = np.zeros(100)
    step[7] = 1e-6
    measured = (relu_loss(W, b + step, out, x, y) - relu_loss(W, b - step, out, x, y)) / 2e-6
    assert relu_bias_slopes(*case)[7] == pytest.approx(measured, rel=1e-5)
