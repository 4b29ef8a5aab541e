"""Topic 09: its exercises against NumPy, SciPy, complex steps and enumeration."""

import itertools
import math
import random as randoms

import numpy as np
import pytest
from scipy import stats

from snippets.gradient_pathologies import bias, exercises
from snippets.gradient_pathologies.cliffs import clipped
from snippets.gradient_pathologies.initial import he_spread
from snippets.gradient_pathologies.stacks import deltas, draw_stack, factor_per_layer, pre_activations
from snippets.losses_and_activations.activations import tanh_slope
from snippets.oracles import complex_step


def test_delta_lengths_are_those_of_the_stack():
    rng = np.random.default_rng(0)
    for depth in (1, 2, 7):
        weights, x, upstream = draw_stack(depth, 5, 1.3, rng), rng.normal(size=5), rng.normal(size=5)
        wanted = deltas(weights, pre_activations(weights, x, np.tanh), tanh_slope, upstream)
        found = exercises.delta_lengths(weights.tolist(), x.tolist(), upstream.tolist())
        assert found == pytest.approx(np.linalg.norm(wanted, axis=1))


def test_growth_is_the_fit_of_scipy():
    rng = np.random.default_rng(1)
    for size in (2, 3, 9):
        lengths = np.exp(rng.normal(size=size))
        slope = stats.linregress(range(size), np.log(lengths)).slope
        assert exercises.growth_per_layer(lengths.tolist()) == pytest.approx(math.exp(-slope))
        assert factor_per_layer(lengths) == pytest.approx(math.exp(-slope))


def test_the_doctor_heals_what_the_page_says():
    for spread, disease in ((0.1, "vanishing"), (1.5, "saturated")):
        randoms.seed(1)
        layers = [[[randoms.gauss(0, spread) for _ in range(20)] for _ in range(20)] for _ in range(15)]
        examples = [[randoms.gauss(0, 1) for _ in range(20)] for _ in range(10)]
        assert verdict(layers, examples)[1] == disease
        growth, state = verdict(exercises.cure(layers, examples, 0.8), examples)
        assert state == "healthy"
        assert growth == pytest.approx(1.045, abs=0.05)


def verdict(layers, examples):
    """The growth, a mean over the examples, and the disease."""
    upstream, logs, slopes = [1.0] + [0.0] * (len(layers[0]) - 1), [], []
    for x in examples:
        logs.append(math.log(exercises.growth_per_layer(exercises.delta_lengths(layers, x, upstream))))
        slopes.extend(np.ravel(tanh_slope(pre_activations(np.array(layers), np.array(x), np.tanh))).tolist())
    growth = math.exp(sum(logs) / len(logs))
    return growth, exercises.diagnose(growth, slopes)


def test_clipped_gradients_keep_their_direction():
    rng = np.random.default_rng(2)
    for longest in (0.1, 1.0, 100.0):
        layers = [rng.normal(size=n).tolist() for n in (3, 1, 4)]
        flat = np.concatenate(layers)
        found, length = exercises.clip_gradients(layers, longest)
        assert length == pytest.approx(np.linalg.norm(flat))
        assert np.concatenate(found) == pytest.approx(clipped(flat, longest))


def test_the_smallest_batch_is_found_by_going_through_all_minibatches():
    rng = np.random.default_rng(3)
    for share in (0.2, 0.6, 1.5):
        gradients = rng.normal(1, 1, size=(5, 2))
        full = gradients.mean(axis=0)

        def noise(size, gradients=gradients, full=full):
            picks = itertools.combinations(range(5), size)
            return math.sqrt(np.mean([np.sum((gradients[list(p)].mean(axis=0) - full) ** 2) for p in picks]))

        wanted = next(size for size in range(1, 6) if noise(size) <= share * np.linalg.norm(full) + 1e-12)
        assert exercises.smallest_batch(gradients.tolist(), share) == wanted


def test_truncated_gradients_are_complex_steps_of_the_tail():
    rng = np.random.default_rng(4)
    for kept in range(6):
        w, inputs, target = rng.normal(), rng.normal(size=5), rng.normal()
        states = [0.0]
        for x in inputs:
            states.append(np.tanh(w * states[-1] + x))

        def tail(w, kept=kept, states=states, inputs=inputs, target=target):
            h = states[5 - kept] + 0j
            for x in inputs[5 - kept :]:
                h = np.tanh(w * h + x)
            return (h - target) ** 2 / 2

        assert exercises.truncated_gradient(w, inputs.tolist(), target, kept) == pytest.approx(complex_step(tail, w))


def test_the_killing_rate_kills_and_nothing_below_it():
    rng, tried = np.random.default_rng(5), 0
    while tried < 20:
        X, w, b, delta = rng.normal(size=(3, 2)), rng.normal(size=2), 1.0, rng.uniform(0, 2, 3)
        rate = exercises.killing_rate(w.tolist(), b, X.tolist(), delta.tolist())
        if (X @ w + b).min() <= 0 or not math.isfinite(rate):
            continue
        tried += 1

        def highest(rate, X=X, w=w, b=b, delta=delta):
            return (X @ (w - rate * X.T @ delta / 3) + b - rate * delta.mean()).max()

        assert highest(1.001 * rate) < 0 < highest(0.999 * rate)


def test_spreads_and_gates_do_what_they_promise():
    z = np.random.default_rng(6).normal(size=1_000_000)
    for slope in (0.0, 0.3, 1.0):
        spread = exercises.weight_spread(40, 10, slope, "forward")
        kept = np.mean(np.where(z > 0, z, slope * z) ** 2)
        assert 40 * spread**2 * kept == pytest.approx(1, rel=0.01)
    assert exercises.weight_spread(40, 10, 0.0, "forward") == pytest.approx(he_spread(40))
    for steps, share in ((1, 0.3), (50, 0.5), (10_000, 0.9)):
        gate = 1 / (1 + math.exp(-exercises.forget_bias(steps, share)))
        assert gate**steps == pytest.approx(share, rel=1e-8)


def test_the_straight_through_bias_is_that_of_many_draws():
    rng, theta = np.random.default_rng(7), 1.2
    wanted = bias.straight_through(theta, 2_000_000, rng) - bias.true_slope(theta)
    found = exercises.straight_through_bias(bias.coin_loss, lambda b: 2 * (b - 0.45), theta)
    assert found == pytest.approx(wanted, abs=1e-3)
