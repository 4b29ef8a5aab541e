"""Topic 09: its programs against complex steps, finite differences, SciPy, SymPy and enumeration."""

import itertools
import math

import numpy as np
import pytest
import sympy as sp
from scipy import linalg, optimize, stats

from snippets.gradient_pathologies import batches, bias, edge, units
from snippets.gradient_pathologies.cliffs import power_loss, power_loss_slope, walk_to
from snippets.gradient_pathologies.initial import he_spread, mean_squares, orthogonal, xavier_spread
from snippets.gradient_pathologies.pathways import (
    ends_of,
    lengths_back,
    loss_and_gradient,
    normalized_block,
    plain_block,
    residual_block,
    through,
    train_stack,
    wave,
)
from snippets.gradient_pathologies.stacks import (
    deltas,
    draw_stack,
    lengths_down,
    one,
    pre_activations,
    same,
    stack_jacobian,
)
from snippets.gradient_pathologies.steps import change_over_step, stack_sharpness, warm_up
from snippets.losses_and_activations.activations import relu, relu_slope, tanh_slope
from snippets.oracles import complex_jacobian, complex_step

BLOCKS = {
    "plain": plain_block,
    "residual": residual_block,
    "half": lambda W, h: residual_block(W, h, 0.5),
    "normalized": normalized_block,
}


# --- stacks and starts -----------------------------------------------------------------------------------------------


def test_deltas_and_jacobian_are_complex_steps():
    rng = np.random.default_rng(8)
    weights, x, upstream = draw_stack(6, 4, 1.5, rng), rng.normal(size=4), rng.normal(size=4)
    zs = pre_activations(weights, x, np.tanh)

    def end(z):
        for W in weights[1:]:
            z = W @ np.tanh(z)
        return z

    jacobian = complex_jacobian(end, zs[0])
    assert stack_jacobian(weights, zs, tanh_slope) == pytest.approx(jacobian)
    assert deltas(weights, zs, tanh_slope, upstream)[0] == pytest.approx(jacobian.T @ upstream)


def test_a_linear_stack_multiplies_mean_squares_by_the_square_of_the_gain():
    lengths = lengths_down(5, 10, 1.2, same, one, 4000, np.random.default_rng(9))
    assert np.mean(lengths[:, 0] ** 2) == pytest.approx(1.2**8, rel=0.06)


def test_starts_keep_mean_squares_on_average():
    rng, growths = np.random.default_rng(10), []
    for _ in range(80):
        weights, x = he_spread(100) * rng.normal(size=(5, 100, 100)), rng.normal(size=100)
        found = mean_squares(weights, x, relu)
        assert found == pytest.approx(np.mean(pre_activations(weights, x, relu) ** 2, axis=1))
        growths.append(found[4] / found[0])
    assert np.mean(growths) == pytest.approx(1, abs=0.2)
    assert xavier_spread(30, 70) ** 2 * (30 + 70) / 2 == pytest.approx(1)


def test_orthogonal_matrices_are_orthogonal_and_prefer_no_direction():
    rng = np.random.default_rng(12)
    draws = np.array([orthogonal(3, rng) for _ in range(4000)])
    assert draws @ draws.transpose(0, 2, 1) == pytest.approx(np.broadcast_to(np.eye(3), draws.shape), abs=1e-12)
    assert draws.mean(axis=0) == pytest.approx(np.zeros((3, 3)), abs=0.04)
    haar = stats.ortho_group.rvs(3, size=4000, random_state=1)
    assert stats.ks_2samp(draws[:, 0, 0], haar[:, 0, 0]).pvalue > 1e-3


# --- units, cliffs, paths --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layer", [1, 2])
def test_gradients_of_the_relu_network_are_differences(layer):
    parameters = units.start_with_silent(layer, np.random.default_rng(13))
    shapes = [p.shape for p in parameters]
    flat = np.concatenate([p.ravel() for p in parameters])

    def loss(flat):
        pieces = np.split(flat, np.cumsum([math.prod(s) for s in shapes])[:-1])
        unpacked = [p.reshape(s) for p, s in zip(pieces, shapes, strict=True)]
        return np.mean((units.relu_forward(unpacked, units.X)[2] - units.T) ** 2) / 2

    found = np.concatenate([g.ravel() for g in units.relu_gradient(parameters, units.X, units.T)])
    assert found == pytest.approx(optimize.approx_fprime(flat, loss, 1e-7), abs=1e-5)
    own = units.relu_gradient(parameters, units.X, units.T)[2 * layer - 2][0]
    assert (own == 0).all()


def test_a_silent_unit_of_the_first_layer_stays_to_the_last_digit():
    seen = units.watch(units.start_with_silent(1, np.random.default_rng(14)), 0.1, 200, layer=1)
    assert np.ptp(seen) == 0
    assert seen[0] == pytest.approx(-0.1)


def test_the_power_loss_and_its_slope():
    w = sp.Symbol("w")
    slope = sp.lambdify(w, sp.diff((w**20 - 1) ** 2 / 2, w))
    for place in (0.3, 0.9, 1.0, 1.2):
        assert power_loss_slope(place) == pytest.approx(slope(place))
        assert power_loss(place) == pytest.approx((place**20 - 1) ** 2 / 2)
    assert np.abs(np.diff(walk_to(1.3, 0.01, 1.0, 60))).max() <= 0.01 + 1e-12


@pytest.mark.parametrize("name", BLOCKS)
def test_gradients_of_blocks_are_differences(name):
    rng, (X, T) = np.random.default_rng(15), wave(6)
    ends, weights = ends_of(4, rng), draw_stack(3, 4, 1.2, rng)
    loss, gradient = loss_and_gradient(BLOCKS[name], weights, ends, X, T)

    def value(flat):
        return loss_and_gradient(BLOCKS[name], flat.reshape(weights.shape), ends, X, T)[0]

    assert loss == pytest.approx(value(weights.ravel()))
    measured = optimize.approx_fprime(weights.ravel(), value, 1e-7)
    assert gradient.ravel() == pytest.approx(measured, rel=1e-4, abs=1e-5)


@pytest.mark.parametrize("name", BLOCKS)
def test_lengths_back_are_those_of_the_jacobian(name):
    rng = np.random.default_rng(16)
    weights, h, upstream = draw_stack(2, 4, 1.2, rng), rng.normal(size=(1, 4)), rng.normal(size=(1, 4))
    _, pulls = through(BLOCKS[name], weights, h)

    def end(flat):
        return through(BLOCKS[name], weights, flat[None])[0].ravel() @ upstream.ravel()

    measured = optimize.approx_fprime(h.ravel(), end, 1e-7)
    assert lengths_back(pulls, upstream)[0] == pytest.approx(np.linalg.norm(measured), rel=1e-4)


def test_sharpness_is_the_largest_eigenvalue_of_the_whole_hessian():
    rng, (X, T) = np.random.default_rng(17), wave(6)
    ends, weights = ends_of(3, rng), draw_stack(2, 3, 1.4, rng)

    def gradient(flat):
        return loss_and_gradient(plain_block, flat.reshape(weights.shape), ends, X, T)[1].ravel()

    h = 1e-6
    rows = [(gradient(weights.ravel() + h * e) - gradient(weights.ravel() - h * e)) / (2 * h) for e in np.eye(18)]
    largest = np.abs(linalg.eigvalsh((np.array(rows) + np.array(rows).T) / 2)).max()
    assert stack_sharpness(plain_block, weights, ends, X, T, rounds=300) == pytest.approx(largest, rel=1e-3)


def test_training_with_no_rate_stays():
    rng, (X, T) = np.random.default_rng(18), wave(8)
    losses = train_stack(plain_block, draw_stack(2, 4, 1.4, rng), ends_of(4, rng), X, T, [0.0] * 3)
    assert np.ptp(losses) == 0


# --- noise, steps, bias, sharpness -----------------------------------------------------------------------------------


def test_measured_noise_is_the_rule():
    gradients, rng = np.random.default_rng(19).normal(size=(6, 2)), np.random.default_rng(20)
    exact = np.mean([np.sum((gradients[list(p)].mean(axis=0) - gradients.mean(axis=0)) ** 2)
                     for p in itertools.product(range(6), repeat=2)])  # fmt: skip
    assert batches.spread_of_gradients(gradients) / 2 == pytest.approx(exact)
    assert batches.measured_noise(gradients, 2, 20_000, rng) == pytest.approx(exact, rel=0.05)
    assert batches.measured_noise(gradients, 6, 3, rng, replace=False) == pytest.approx(0, abs=1e-12)


def test_example_gradients_are_differences():
    features, targets = batches.noisy_data(np.random.default_rng(21), examples=4, parameters=3)
    theta = np.array([0.5, -1.0, 2.0])
    for row, t, g in zip(features, targets, batches.example_gradients(theta, features, targets), strict=True):
        assert g == pytest.approx(
            optimize.approx_fprime(theta, lambda p, row=row, t=t: (row @ p - t) ** 2, 1e-7), abs=1e-4
        )


def test_full_batches_take_the_path_of_descent():
    features, targets = batches.noisy_data(np.random.default_rng(22), examples=1, parameters=2)
    path = batches.minibatch_walk(np.zeros(2), features, targets, [0.1, 0.1], 5, np.random.default_rng(0))
    assert path[1] == pytest.approx(0.2 * targets[0] * features[0])


def test_memory_gradients():
    rng = np.random.default_rng(23)
    inputs, targets = bias.two_memories(12, rng)
    whole = complex_step(lambda w: bias.memory_loss(w, inputs, targets), 0.6)
    assert bias.memory_gradient(0.6, inputs, targets, 12) == pytest.approx(whole)
    assert bias.memory_gradient(0.6, inputs, targets, 3) != pytest.approx(whole, rel=1e-3)


def test_estimates_of_a_coins_slope():
    for theta in (-1.5, 0.3):
        rng, p = np.random.default_rng(24), 1 / (1 + math.exp(-theta))
        mean = optimize.approx_fprime([theta], lambda t: bias.coin_loss(0) + 0.1 / (1 + np.exp(-t[0])), 1e-7)[0]
        assert bias.true_slope(theta) == pytest.approx(mean, abs=1e-6)
        assert bias.score_function(theta, 2_000_000, rng) == pytest.approx(mean, abs=1e-3)
        expected = p * (1 - p) * 2 * (p - 0.45)
        assert bias.straight_through(theta, 2_000_000, rng) == pytest.approx(expected, abs=1e-3)


def test_means_of_two_clipped_values():
    rng = np.random.default_rng(25)
    for size, limit in ((1, 1.0), (7, 0.5), (7, 3.0)):
        draws = rng.choice([-1.0, 10.0], p=[0.9, 0.1], size=(400_000, size)).mean(axis=1)
        assert bias.clipped_two_values(size, limit) == pytest.approx(np.clip(draws, -limit, limit).mean(), abs=5e-3)


def test_sharpness_of_the_product_is_sympys():
    a, b = sp.symbols("a b")
    hessian = sp.lambdify((a, b), sp.hessian((a * b - 1) ** 2 / 2, (a, b)))
    for point in np.random.default_rng(26).normal(size=(5, 2)):
        assert edge.product_sharpness(point) == pytest.approx(linalg.eigvalsh(hessian(*point))[-1])
        assert edge.product_gradient(point) == pytest.approx(
            optimize.approx_fprime(point, edge.product_loss, 1e-8), abs=1e-5
        )


def test_the_small_networks_gradient_is_a_difference():
    theta = np.random.default_rng(27).normal(size=12)
    measured = optimize.approx_fprime(theta, edge.network_error, 1e-7)
    assert edge.network_gradient(theta) == pytest.approx(measured, abs=1e-5)


def test_steps():
    assert change_over_step(lambda x: np.array([1.0, 9.0]) * x, np.array([0.0, 1.0]), 0.1) == pytest.approx(0.9)
    assert warm_up(0.5, 0, 3).tolist() == [0.5, 0.5, 0.5]
    assert relu_slope(np.array([0.0]))[0] == 0
