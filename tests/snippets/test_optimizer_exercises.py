"""Topic 10: its exercises, and the library of its project, against the optimizers that agree with PyTorch and Optax."""

import numpy as np
import pytest

from snippets.optimization_algorithms import exercises, schedules, wave
from snippets.optimization_algorithms.optimizers import adagrad, adamw, momentum, nesterov

START = [1.5, -0.5]


def slope(p):
    """Gradient of w⁴ + 3u²."""
    return np.array([4, 6]) * np.array(p) ** [3, 1]


def test_the_library_of_the_project_takes_the_paths_of_the_optimizers():
    for method, update, settings in (
        (momentum, exercises.momentum_update, {"beta": 0.8}),
        (nesterov, lambda *a, **s: exercises.momentum_update(*a, look_ahead=True, **s), {"beta": 0.8}),
        (adamw, exercises.adamw_update, {"decay": 0.3}),
    ):
        path, weights, state = method(slope, START, 0.02, 10, **settings), START, None
        for place in path[1:]:
            weights, state = update(weights, slope(weights).tolist(), state, 0.02, **settings)
            assert weights == pytest.approx(place)


def test_the_network_of_the_project_is_that_of_the_wave_and_learns():
    theta = wave.wave_start(1)
    error, slopes = exercises.network_gradient(theta.tolist(), wave.POINTS.tolist(), wave.WAVE.tolist())
    assert error == pytest.approx(wave.wave_loss(theta))
    assert slopes == pytest.approx(wave.wave_gradient(theta))
    xs, ys = wave.POINTS[::4].tolist(), wave.WAVE[::4].tolist()
    start = np.random.default_rng(0).normal(size=13).tolist()
    _, losses = exercises.train_with(
        exercises.adamw_update,
        lambda w: exercises.network_gradient(w, xs, ys)[0],
        lambda w: exercises.network_gradient(w, xs, ys)[1],
        start,
        [0.05] * 400,
    )
    assert losses[-1] < 0.05 * losses[0]


def test_other_exercises_against_the_snippets():
    gradients = np.random.default_rng(0).normal(size=(5, 3))
    given = iter(gradients)
    path = adagrad(lambda w: next(given), np.zeros(3), 0.1, 5)
    rates = exercises.effective_rates(gradients.tolist(), 0.1)
    assert path[5] - path[4] == pytest.approx(-np.array(rates) * gradients[4])
    wanted = schedules.cosine(2.0, 40)
    assert [exercises.warmup_cosine(k, 0, 40, 2.0) for k in range(40)] == pytest.approx(wanted.tolist())
    hessian = np.diag([3.0, 7.0])
    places = np.random.default_rng(1).normal(size=(6, 2)).tolist()
    seen = exercises.smoothness_seen(lambda p: (hessian @ p).tolist(), places)
    assert 3 < seen <= 7 + 1e-12
