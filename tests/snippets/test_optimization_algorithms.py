"""Topic 10: its optimizers step by step against PyTorch and Optax as recorded, its claims against NumPy and SciPy."""

import json
import math

import numpy as np
import pytest
from scipy import linalg, optimize, signal

from scripts.foundation.paths import HERE
from snippets.derivatives_and_gradients.descent import gradient_descent
from snippets.hessian_and_critical_points.valleys import heavy_ball
from snippets.optimization_algorithms import batches, convergence, landscapes, race, schedules, wave
from snippets.optimization_algorithms.momentum_settings import best_momentum, best_nesterov, with_a_bend
from snippets.optimization_algorithms.newer import factored, lion, muon, orthogonalized
from snippets.optimization_algorithms.optimizers import adagrad, adam, adamw, momentum, nesterov, rmsprop, sgd

RECORDED = json.loads((HERE.snippets / "optimization_algorithms/frameworks/recorded.json").read_text(encoding="utf-8"))
START = [1.5, -0.5]
ALL = (sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw, lion)


def slope(p):
    """Gradient of 3w² + sin 2wu + u⁴, as the recorded programs have it."""
    w, u = p
    return np.array([6 * w + 2 * u * np.cos(2 * w * u), 2 * w * np.cos(2 * w * u) + 4 * u**3])


OURS = {
    "sgd": lambda: sgd(slope, START, 0.02, 10),
    "momentum": lambda: momentum(slope, START, 0.02, 10, beta=0.8),
    "nesterov": lambda: nesterov(slope, START, 0.02, 10, beta=0.8),
    "adagrad": lambda: adagrad(slope, START, 0.2, 10),
    "rmsprop": lambda: rmsprop(slope, START, 0.02, 10, beta=0.9),
    "adam": lambda: adam(slope, START, 0.05, 10, beta1=0.8, beta2=0.95, eps=1e-3),
    "adamw": lambda: adamw(slope, START, 0.05, 10, decay=0.3),
    "adam with L2": lambda: adam(lambda p: slope(p) + 0.3 * p, START, 0.05, 10),
    "lion": lambda: lion(slope, START, 0.05, 10, decay=0.3),
}


def paths_of(framework):
    """Return the recorded path of each optimizer, without the start: (10, 2)."""
    paths = {}
    for line in RECORDED[framework]["programs"]["reference_paths"]["prints"].splitlines():
        name, *place = line.rsplit(" ", 2)
        paths.setdefault(name, []).append([float(x) for x in place])
    return {name: np.array(path) for name, path in paths.items()}


# --- step by step -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("framework", ["pytorch", "jax"])
def test_every_path_is_that_of_the_framework(framework):
    recorded = paths_of(framework)
    ours = OURS | ({"adagrad": lambda: adagrad(slope, START, 0.2, 10, eps=0)} if framework == "jax" else {})
    assert len(recorded) == 8
    for name, path in recorded.items():
        assert path.shape == (10, 2)
        assert ours[name]()[1:] == pytest.approx(path, rel=1e-12, abs=1e-12), name


def test_between_them_the_frameworks_cover_every_optimizer():
    assert {*paths_of("pytorch"), *paths_of("jax")} == set(OURS)


def test_another_setting_is_noticed():
    recorded = paths_of("pytorch")["adam"]
    assert adam(slope, START, 0.05, 10, beta1=0.8, beta2=0.95, eps=1.01e-3)[1:] != pytest.approx(recorded, rel=1e-12)


def test_muon_is_pytorchs_up_to_its_half_precision():
    target = np.array([[1.0, 0.0, -1.0], [0.5, 2.0, 0.0]])
    path = muon(lambda W: 2 * (W - target), np.zeros((2, 3)), 0.1, 3)
    lines = RECORDED["pytorch"]["programs"]["reference_matrices"]["prints"].splitlines()
    recorded = np.array([[float(x) for x in line.split()] for line in lines])
    assert path[1:].reshape(3, 6) == pytest.approx(recorded, abs=0.01)


# --- what all have in common ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ALL)
def test_one_signature_and_a_rate_for_each_step(method):
    steady = method(slope, START, 0.01, 6)
    assert steady.shape == (7, 2)
    assert steady[0].tolist() == START
    assert method(slope, START, [0.01] * 6, 6) == pytest.approx(steady)
    falling = method(slope, START, [0.01, 0.01, 0.0, 0.0], 4)
    assert falling[:3] == pytest.approx(steady[:3])
    assert falling[4] == pytest.approx(falling[2])
    with pytest.raises(ValueError, match="broadcast"):
        method(slope, START, [0.01] * 5, 6)


@pytest.mark.parametrize("method", ALL)
def test_a_start_is_not_changed(method):
    start = np.array(START)
    method(slope, start, 0.01, 3)
    assert start.tolist() == START


@pytest.mark.parametrize("method", [adagrad, rmsprop, adam])
def test_another_unit_of_a_weight_changes_nothing_but_the_unit(method):
    units = np.array([1000.0, 0.001])
    path = method(slope, START, 0.1, 20, eps=0)
    other = method(lambda q: slope(q / units) / units, np.array(START) * units, 0.1, 20, eps=0)
    assert other[1] - other[0] == pytest.approx((path[1] - path[0]), rel=1e-9)
    each = [method(lambda q, u=u: slope(q), START, 0.1, 20, eps=0) for u in units]
    assert each[0] == pytest.approx(each[1])


def test_plain_descent_and_momentum_are_those_of_earlier_topics():
    hessian = np.diag([1.0, 9.0])
    assert sgd(slope, START, 0.02, 9) == pytest.approx(gradient_descent(slope, START, 0.02, 9))
    ball = heavy_ball(hessian, [9, 1], 0.1, 0.6, 12)
    assert momentum(lambda p: hessian @ p, [9, 1], 0.1, 12, beta=0.6) == pytest.approx(ball)


def test_the_means_are_filters_of_signals():
    slopes = np.random.default_rng(0).normal(size=40)
    given = iter(slopes)
    path = momentum(lambda w: next(given), 0.0, 1.0, 40, beta=0.7)
    assert -np.diff(path) == pytest.approx(signal.lfilter([1], [1, -0.7], slopes))
    given = iter(slopes)
    path = adam(lambda w: next(given), 0.0, 1.0, 40, beta1=0.7, beta2=0.9, eps=0)
    k = np.arange(1, 41)
    means = signal.lfilter([0.3], [1, -0.7], slopes) / (1 - 0.7**k)
    squares = signal.lfilter([0.1], [1, -0.9], slopes**2) / (1 - 0.9**k)
    assert -np.diff(path) == pytest.approx(means / np.sqrt(squares))


# --- batches and certain steps ----------------------------------------------------------------------------------------


def test_the_mean_over_an_epoch_of_batches_is_the_whole_gradient():
    stream = batches.minibatches(50, np.random.default_rng(3))
    parts = [batches.line_gradient([1, -1], next(stream)) for _ in range(20)]
    assert np.mean(parts, axis=0) == pytest.approx(batches.line_gradient([1, -1]))
    slopes = optimize.approx_fprime([1.0, -1.0], batches.line_loss, 1e-6)
    assert batches.line_gradient([1, -1]) == pytest.approx(slopes, abs=1e-4)


def test_the_floor_is_that_of_an_autoregressive_series():
    rng = np.random.default_rng(0)
    noise = rng.normal(size=400_000)
    walk = signal.lfilter([-0.1], [1, -(1 - 0.1 * 2)], 3 * noise)
    assert np.var(walk) == pytest.approx(batches.swarm_variance(2, 0.1, 9, 1), rel=0.02)


def test_a_step_falls_by_what_is_promised_or_more():
    for x in np.linspace(-6, 6, 49):
        for rate in (0.1, 1, 1.9):
            after = x - rate * convergence.log_cosh_slope(x)
            promised = convergence.promised_drop(convergence.log_cosh_slope(x), rate, 1)
            assert convergence.log_cosh(x) - convergence.log_cosh(after) >= promised - 1e-12
            assert promised >= 0


@pytest.mark.parametrize("power", [3, 4, 10, 20])
def test_no_bowl_is_slower_than_the_bound(power):
    path = sgd(lambda x: convergence.power_bowl_slope(x, power), 1.0, 1.0, 2000)
    k = np.arange(2001)
    assert (convergence.power_bowl(path, power) <= 1 / (4 * k + 2)).all()
    places = np.linspace(-1, 1, 41)
    measured = optimize.approx_fprime(places[:1], lambda x: convergence.power_bowl(x[0], power), 1e-7)
    assert convergence.power_bowl_slope(places[0], power) == pytest.approx(measured[0], rel=1e-4)


def test_a_strongly_convex_function_contracts_as_fast_as_is_said():
    path = sgd(with_a_bend, 3.3, 1 / 25, 40)
    assert (np.abs(path[1:]) <= (1 - 1 / 25) * np.abs(path[:-1]) + 1e-12).all()


def test_settings_of_momentum_give_their_factors():
    for m, M in ((1, 25), (0.5, 40)):
        kappa = M / m
        ball, ahead = best_momentum(m, M), best_nesterov(m, M)
        assert math.sqrt(ball["beta"]) == pytest.approx((kappa**0.5 - 1) / (kappa**0.5 + 1))
        start, curvatures = np.ones(2), np.array([m, M])
        ends = nesterov(lambda x, c=curvatures: c * x, start, steps=900, **ahead)
        measured = (np.linalg.norm(ends[900]) / np.linalg.norm(ends[600])) ** (1 / 300)
        assert measured == pytest.approx(1 - 1 / math.sqrt(kappa), abs=2e-3)


def test_the_heavy_ball_circles_and_nesterov_arrives():
    ball = momentum(with_a_bend, 3.3, steps=600, **best_momentum(1, 25))
    assert ball[-3:] == pytest.approx(ball[-6:-3])
    assert np.abs(ball[-6:]).min() > 0.5
    assert abs(nesterov(with_a_bend, 3.3, steps=600, **best_nesterov(1, 25))[-1]) < 1e-9
    slower = best_momentum(1, 25) | {"learning_rate": 1 / 18}
    assert abs(momentum(with_a_bend, 3.3, steps=600, **slower)[-1]) < 1e-9


# --- landscapes, schedules, networks ----------------------------------------------------------------------------------


def test_rosenbrock_is_scipys():
    for place in np.random.default_rng(1).normal(size=(6, 2)):
        assert landscapes.rosenbrock(place) == pytest.approx(optimize.rosen(place))
        assert landscapes.rosenbrock_gradient(place) == pytest.approx(optimize.rosen_der(place))


@pytest.mark.parametrize("angle", [0, 30, 77])
def test_a_turned_valley_keeps_its_curvatures(angle):
    hessian = landscapes.inclined_valley(50, angle)
    values, axes = np.linalg.eigh(hessian)
    assert values == pytest.approx([1, 50])
    assert abs(axes[:, 0] @ [np.cos(np.radians(angle)), np.sin(np.radians(angle))]) == pytest.approx(1)
    loss, gradient = landscapes.quadratic(hessian)
    assert gradient([1.0, 2.0]) == pytest.approx(optimize.approx_fprime([1.0, 2.0], loss, 1e-7), abs=1e-4)
    grid = np.random.default_rng(0).normal(size=(2, 3, 4))
    assert loss(grid)[1, 2] == pytest.approx(loss(grid[:, 1, 2]))


@pytest.mark.parametrize("method", [sgd, momentum, nesterov])
def test_turning_changes_nothing_for_methods_without_coordinates(method):
    turn = linalg.expm(np.array([[0, -1], [1, 0]]) * np.radians(30))
    straight, askew = landscapes.inclined_valley(50, 0), landscapes.inclined_valley(50, 30)
    path = method(lambda p: straight @ p, [1, 0.3], 0.01, 50)
    assert method(lambda p: askew @ p, turn @ [1, 0.3], 0.01, 50) == pytest.approx(path @ turn.T)


def test_the_tuned_rate_is_the_best_of_all():
    bowl = landscapes.course("valley", 30)
    rate, gaps = race.tuned(adam, *bowl, steps=200)
    counts = [race.arrival(bowl[0](adam(bowl[1], bowl[2], r, 200).T)) for r in race.RATES]
    assert race.arrival(gaps) == min(count for count in counts if count is not None)
    assert rate in race.RATES


def test_schedules_have_their_ends():
    assert schedules.cosine(0.3, 100)[[0, 50]] == pytest.approx([0.3, 0.15])
    assert schedules.warmed_up(np.full(10, 2.0), 5).tolist() == [0.4, 0.8, 1.2, 1.6, 2, 2, 2, 2, 2, 2]
    assert schedules.stepped(1.0, 9, 3, factor=0.5).tolist() == [1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25]


def test_the_network_of_the_wave_has_the_gradient_of_differences():
    theta = wave.wave_start(3)
    measured = optimize.approx_fprime(theta, wave.wave_loss, 1e-7)
    assert wave.wave_gradient(theta) == pytest.approx(measured, abs=1e-4)
    some = np.arange(5, 20)
    measured = optimize.approx_fprime(theta, lambda t: wave.wave_loss(t, some), 1e-7)
    assert wave.wave_gradient(theta, some) == pytest.approx(measured, abs=1e-4)


# --- newer methods ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(4, 3), (3, 4), (5, 5)])
def test_muons_step_is_nearly_the_polar_factor(shape):
    matrix = np.random.default_rng(2).normal(size=shape)
    values = np.linalg.svd(orthogonalized(matrix))[1]
    assert ((values > 0.6) & (values < 1.3)).all()
    if shape[0] != shape[1]:
        factor, _ = linalg.polar(matrix)
        left, _, right = np.linalg.svd(orthogonalized(matrix), full_matrices=False)
        assert left @ right == pytest.approx(factor, abs=1e-6)


def test_adafactor_keeps_the_sums_of_rows_and_columns():
    squares = np.random.default_rng(0).uniform(0.1, 2, size=(3, 5))
    guess = factored(squares)
    assert guess.sum(axis=0) == pytest.approx(squares.sum(axis=0))
    assert guess.sum(axis=1) == pytest.approx(squares.sum(axis=1))
    assert np.linalg.matrix_rank(guess) == 1


def test_every_weight_moves_by_the_rate_with_lion():
    assert np.abs(np.diff(lion(slope, START, 0.05, 20), axis=0)) == pytest.approx(np.full((20, 2), 0.05))
