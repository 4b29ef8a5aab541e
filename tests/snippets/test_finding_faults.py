"""Topic 08: suspects, runs, NaN and the exercises, against complex steps, SciPy and the number types."""

import math
import random
import struct

import mpmath
import numpy as np
import pytest
from scipy import optimize, special, stats

from snippets.gradient_checking import exercises
from snippets.gradient_checking.checker import check_gradient, gradient_error
from snippets.gradient_checking.network import random_parameters, spiral_batch, spiral_gradient, spiral_loss
from snippets.gradient_checking.steps import complex_step_gradient, flat
from snippets.gradient_checking.suspects import STALE, SUSPECTS, after_a_step, best_factor
from snippets.gradient_checking.unfinite import chosen_root_slope, first_unfinite, guarded_root_slope, traced_head
from snippets.gradient_checking.watching import broadcast_loss, broadcast_slope, descend, global_norm, update_ratio

BATCH = spiral_batch()


def loss(parameters):
    return spiral_loss(parameters, *BATCH)


# --- suspects --------------------------------------------------------------------------------------------------------

WRONG = {
    "sign": {"W1", "b1", "W2", "b2"},
    "missing factor": {"W1", "b1"},
    "missing path": {"W2"},
    "stale cache": {"W1", "b1", "W2"},
    "in-place edit": {"W2"},
    "broadcasting": {"b1", "b2"},
    "sum for mean": {"W1", "b1", "W2", "b2"},
    "wrong axis": {"W1", "b1", "W2", "b2"},
}


@pytest.mark.parametrize("name", SUSPECTS)
def test_a_suspect_is_wrong_where_the_lesson_says(name):
    moved, claimed = after_a_step(SUSPECTS[name], random_parameters(), *BATCH)
    exact = complex_step_gradient(loss, moved)
    assert {part for part in moved if gradient_error(claimed[part], exact[part]) > 1e-6} == WRONG[name]
    assert {part: value.shape for part, value in claimed.items()} == {part: w.shape for part, w in moved.items()}


def test_a_stale_cache_is_right_at_its_first_call():
    STALE.clear()
    errors = check_gradient(loss, lambda p: SUSPECTS["stale cache"](p, *BATCH), random_parameters())
    assert max(errors.values()) < 1e-8
    STALE.clear()


def test_the_best_factor_is_that_of_least_squares():
    a, m = np.random.default_rng(5).normal(size=(2, 7))
    c, left = best_factor(a, m)
    found, rest, *_ = np.linalg.lstsq(m[:, None], a, rcond=None)
    assert c == pytest.approx(found[0])
    assert left == pytest.approx(math.sqrt(rest[0]) / np.linalg.norm(a))


def test_six_of_eight_wrong_gradients_lower_the_loss_by_more_than_a_third_within_500_steps():
    lower = []
    for name, suspect in SUSPECTS.items():
        STALE.clear()
        losses, _ = descend(loss, lambda p, s=suspect: s(p, *BATCH), random_parameters(), 0.5, 501)
        if losses[500] < 2 / 3 * losses[0]:
            lower.append(name)
    assert set(SUSPECTS) - set(lower) == {"sign", "wrong axis"}


# --- runs and NaN ----------------------------------------------------------------------------------------------------


def test_the_accidental_axis_has_its_minimum_at_the_mean():
    x, y = np.array([1.0, 2, 3, 4]), np.array([2.0, 4, 6, 8])
    found = optimize.minimize_scalar(lambda w: broadcast_loss(w, x, y[:, None]))
    assert found.x == pytest.approx(x.mean() * y.mean() / (x**2).mean())
    assert broadcast_slope(1.5, x, y[:, None]) == pytest.approx(
        (broadcast_loss(1.5 + 1e-6, x, y[:, None]) - broadcast_loss(1.5 - 1e-6, x, y[:, None])) / 2e-6
    )


def test_lengths_over_parameters_are_those_of_one_array():
    slopes = spiral_gradient(random_parameters(), *BATCH)
    assert global_norm(slopes) == pytest.approx(np.linalg.norm(flat(slopes)))
    assert update_ratio(np.array([0.0, 2.0]), np.array([3.0, 4.0]), 0.1) == pytest.approx(0.25)


def test_the_first_that_is_not_finite_is_the_power():
    assert first_unfinite(traced_head([2.0, 1.0, 800.0], 0)) == "powers"
    assert first_unfinite(traced_head([2.0, 1.0, 3.0], 0)) is None
    p = traced_head([2.0, 1.0, 3.0], 0)
    exact = np.exp([2.0, 1.0, 3.0]) / np.exp([2.0, 1.0, 3.0]).sum() - np.array([1, 0, 0])
    assert p["d_scores"] == pytest.approx(exact)


def test_a_guarded_root_has_the_slope_of_the_root():
    x = np.array([0.25, 4.0])
    assert guarded_root_slope(x) == pytest.approx([float(mpmath.diff(mpmath.sqrt, v)) for v in x])
    assert chosen_root_slope(x) == pytest.approx(guarded_root_slope(x))
    assert np.isnan(chosen_root_slope(np.zeros(1)))


# --- exercises -------------------------------------------------------------------------------------------------------


def test_rounding_by_hand_is_that_of_the_types():
    for x in np.random.default_rng(6).normal(size=200) * 100:
        assert exercises.rounded(float(x), 24) == float(np.float32(x))
        assert exercises.rounded(float(x), 11) == float(np.float16(x))
        (word,) = struct.unpack("<I", struct.pack("<f", np.float32(x)))
        kept = (word + 0x7FFF + ((word >> 16) & 1)) >> 16 << 16
        (by_bits,) = struct.unpack("<f", struct.pack("<I", kept))
        assert exercises.rounded(float(np.float32(x)), 8) == by_bits


def test_the_complex_huber_has_scipys_slope():
    for r in (-3.0, -0.4, 0.2, 5.0):
        value = exercises.huber_for_complex_step(r + 1e-30j, 1.25)
        exact = np.clip(r, -1.25, 1.25)
        assert (value.real, value.imag / 1e-30) == pytest.approx((float(special.huber(1.25, r)), exact))


def test_directions_needed_is_the_power_of_the_normal_share():
    inside = 2 * stats.norm.cdf(1e-6 / 3e-6) - 1
    k = exercises.directions_needed(3e-6, 1e-6, 1e-4)
    assert inside**k <= 1e-4 < inside ** (k - 1)


def test_the_project_finds_each_suspect():
    words = {}
    for name, suspect in SUSPECTS.items():
        STALE.clear()
        shapes = {part: value.shape for part, value in random_parameters().items()}

        def arrays(p, shapes=shapes):
            return {part: np.array(p[part]).reshape(shapes[part]) for part in shapes}

        def judged(p, suspect=suspect, arrays=arrays):
            return {part: value.ravel().tolist() for part, value in suspect(arrays(p), *BATCH).items()}

        place = {part: value.ravel().tolist() for part, value in random_parameters().items()}
        words[name] = dict(
            exercises.guilty(
                lambda p, arrays=arrays: exercises.measure(lambda q: float(loss(arrays(q))), p, 1e-5),
                lambda a, m: exercises.kind_of_fault(a, m, 1e-6),
                judged,
                place,
                0.5,
            )
        )
    assert words["missing path"] == {"W2": "direction"}
    assert words["stale cache"] == {"W1": "stale", "b1": "stale", "W2": "stale"}
    assert words["sign"]["b1"] == words["sign"]["b2"] == "sign"
    assert words["sum for mean"]["b1"] == words["sum for mean"]["b2"] == "factor"
    assert set(words["missing factor"]) == {"W1", "b1"}


def test_disagreements_are_those_of_numpy():
    rng = random.Random(7)
    a, m = ([rng.gauss(0, 1) for _ in range(6)] for _ in range(2))
    assert exercises.disagreements({"w": a}, {"w": m})["w"] == pytest.approx(gradient_error(np.array(a), np.array(m)))
