"""Topic 05: where learning uses constraints, against SciPy."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, special

from snippets.constrained_optimization.attack import INPUT, WEIGHTS, attack, loss_gradient
from snippets.constrained_optimization.entropy import FACES, entropy, maximum_entropy, tilted
from snippets.constrained_optimization.gap import wells, wells_bound
from snippets.constrained_optimization.margin import LABELS, WITH_INTRUDER, dual_value, soft_street, widest_street
from snippets.constrained_optimization.margin import POINTS as STREET
from snippets.constrained_optimization.principal import principal_direction, variance_along
from snippets.constrained_optimization.regularization import (
    FEATURES,
    OUTCOMES,
    fit_gradient,
    lasso,
    proximal_descent,
    ridge,
    soft_threshold,
)

TIGHT = {"ftol": 1e-14, "maxiter": 500}
POINTS = st.lists(st.floats(-5, 5), min_size=2, max_size=6)


@pytest.mark.parametrize("price", [0.3, 2.0, 9.0])
def test_ridge_and_lasso_minimize_what_they_say(price):
    rng = np.random.default_rng(4)
    features, y = rng.normal(size=(15, 4)), rng.normal(size=15) * 3
    split = optimize.minimize(  # w = u - v with u, v ≥ 0 makes the lasso smooth
        lambda z: np.sum((features @ (z[:4] - z[4:]) - y) ** 2) / 2 + price * z.sum(),
        np.zeros(8),
        jac=lambda z: np.concatenate([s * (features.T @ (features @ (z[:4] - z[4:]) - y)) + price for s in (1, -1)]),
        bounds=[(0, None)] * 8,
        options={"ftol": 1e-15, "gtol": 1e-10, "maxiter": 5000},
    ).x
    assert lasso(features, y, price) == pytest.approx(split[:4] - split[4:], abs=1e-4)
    stacked = np.linalg.lstsq(
        np.vstack([features, math.sqrt(price) * np.eye(4)]), np.append(y, np.zeros(4)), rcond=None
    )[0]
    assert ridge(features, y, price) == pytest.approx(stacked)


@given(st.floats(-5, 5), st.floats(0, 3), st.floats(-6, 6))
def test_no_other_w_beats_the_soft_threshold(a, price, w):
    best = soft_threshold(a, price)
    assert (best - a) ** 2 / 2 + price * abs(best) <= (w - a) ** 2 / 2 + price * abs(w) + 1e-9


def test_entropy_is_scipys():
    for p in ([0.2, 0.3, 0.5], [1, 0], [0.25] * 4):
        assert entropy(p) == pytest.approx(special.entr(p).sum())


@pytest.mark.parametrize(("scores", "mean"), [([0] * 50 + [10], 5), ([1, 2, 7], 6.9), ([-3, 0, 1], -2)])
def test_maximum_entropy_meets_the_mean_even_if_newton_would_not(scores, mean):
    p, beta = maximum_entropy(scores, mean)
    assert p @ np.array(scores) == pytest.approx(mean)
    assert p == pytest.approx(special.softmax(beta * np.array(scores)))


def test_beta_is_the_price_of_the_mean():
    slope = (entropy(maximum_entropy(FACES, 4.51)[0]) - entropy(maximum_entropy(FACES, 4.49)[0])) / 0.02
    assert slope == pytest.approx(-maximum_entropy(FACES, 4.5)[1], rel=1e-4)


def test_a_mean_outside_the_scores_is_refused():
    with pytest.raises(ValueError, match="not strictly between"):
        maximum_entropy([1, 2, 3], 3)


def test_the_widest_street_is_scipys_on_random_data():
    rng = np.random.default_rng(8)
    points = np.vstack([rng.normal([3, 2], 0.6, size=(8, 2)), rng.normal([-1, -1], 0.6, size=(8, 2))])
    labels = np.repeat([1, -1], 8)
    w, b, mu = widest_street(points, labels, [3, 3, -4])
    rule = {"type": "ineq", "fun": lambda z: labels * (points @ z[:2] + z[2]) - 1}
    found = optimize.minimize(lambda z: z[:2] @ z[:2] / 2, [3, 3, -4], constraints=rule, options=TIGHT)
    assert [*w, b] == pytest.approx(found.x, abs=1e-4)
    assert (mu * labels).sum() == pytest.approx(0, abs=1e-4)
    assert w == pytest.approx((mu * labels) @ points, abs=1e-4)


def test_points_off_the_curb_can_be_taken_away():
    w, b, mu = widest_street(STREET, LABELS, [1, 1, -4])
    keep = mu > 1e-3
    assert 0 < keep.sum() < len(keep)
    few = widest_street(STREET[keep], LABELS[keep], [1, 1, -4])
    assert [*few[0], few[1]] == pytest.approx([*w, b], abs=1e-5)


def test_the_principal_direction_is_that_of_the_singular_values():
    data = np.random.default_rng(6).normal(size=(50, 4)) @ np.diag([3, 1, 2, 0.5])
    rows, covariance = np.linalg.svd(data).Vh, data.T @ data / 50
    w = principal_direction(covariance, np.ones(4), steps=400)
    assert abs(w @ rows[0]) == pytest.approx(1, abs=1e-8)
    assert variance_along(covariance, w) == pytest.approx(np.linalg.eigvalsh(covariance).max())


@pytest.mark.parametrize("cost", [0.05, 0.2, 1.0, 10.0])
def test_the_soft_street_has_no_duality_gap_and_its_multipliers_stay_in_their_box(cost):
    w, b, mu, slack = soft_street(*WITH_INTRUDER, cost)
    points, labels = WITH_INTRUDER
    assert np.all((mu > -1e-6) & (mu < cost + 1e-6))
    assert (mu * labels).sum() == pytest.approx(0, abs=1e-5)
    assert dual_value(points, labels, mu) == pytest.approx(w @ w / 2 + cost * slack.sum(), rel=1e-4)
    assert slack == pytest.approx(np.maximum(0, 1 - labels * (points @ w + b)), abs=1e-4)


@pytest.mark.parametrize("price", [0.5, 2.5, 6.0])
def test_proximal_steps_end_where_coordinate_descent_does(price):
    path = proximal_descent(lambda w: fit_gradient(FEATURES, OUTCOMES, w), price, [4, -3], 0.3, 300)
    assert path[-1] == pytest.approx(lasso(FEATURES, OUTCOMES, price), abs=1e-9)


def test_a_tilted_prior_beats_every_other_distribution():
    prior, rewards, beta = np.array([0.5, 0.3, 0.2]), np.array([1.0, -1, 3]), 0.7
    best = tilted(prior, rewards, beta)
    others = np.random.default_rng(2).dirichlet([1, 1, 1], size=500)
    values = [p @ rewards - beta * special.rel_entr(p, prior).sum() for p in (best, *others)]
    assert max(values) == values[0]
    assert tilted([0.5, 0.5, 0], rewards, beta)[2] == 0


def test_an_attack_stays_in_its_box_and_ends_in_the_worst_corner():
    path = attack(loss_gradient, INPUT, 0.1, 0.5, 20)
    assert np.all(np.abs(path - INPUT) <= 0.1 + 1e-12)
    assert path[-1] == pytest.approx(INPUT - 0.1 * np.sign(WEIGHTS))


@given(st.floats(-3, 3), st.floats(-3, 3))
def test_no_price_bounds_the_wells_above_zero(price, x):
    assert wells_bound(price) <= 1e-12
    assert wells_bound(price) <= wells(x, price) + 1e-9
