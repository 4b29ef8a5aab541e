"""How topic 04 goes downhill by curvature: Newton's steps, repaired, planned rates and momentum, against others."""

import math

import numpy as np
import pytest
import sympy as sp
from scipy import optimize

from snippets.hessian_and_critical_points import exercises
from snippets.hessian_and_critical_points.curvature import (
    folium,
    folium_gradient,
    folium_hessian,
)
from snippets.hessian_and_critical_points.newton import (
    damped_step,
    newton,
    newton_step,
    saddle_free_step,
    safe_newton,
    shortened,
)
from snippets.hessian_and_critical_points.saddles import (
    mountain_pass,
    mountain_pass_gradient,
    mountain_pass_hessian,
)
from snippets.hessian_and_critical_points.valleys import (
    heavy_ball,
    turned_valley,
)
from tests.snippets.mathematics import random_hessians


def test_newton_finds_what_scipy_finds():
    ours = newton(folium_gradient, folium_hessian, [2, 1.5], 8)[-1]
    theirs = optimize.minimize(folium, [2, 1.5], jac=folium_gradient, hess=folium_hessian, method="trust-exact").x
    assert ours == pytest.approx([1, 1], abs=1e-12)
    assert ours == pytest.approx(theirs, abs=1e-5)
    valley = turned_valley([1, 10, 1000], np.random.default_rng(0))
    assert newton(lambda x: valley @ x, lambda x: valley, [3, -1, 2], 1)[1] == pytest.approx([0, 0, 0], abs=1e-12)
    with pytest.raises(np.linalg.LinAlgError):
        newton_step([1, 0], [[1, 1], [1, 1]])


def test_saddle_free_step_is_newtons_where_the_hessian_is_positive_and_downhill_elsewhere():
    rng = np.random.default_rng(4)
    for matrix in random_hessians(4):
        gradient = rng.normal(size=4)
        positive = matrix @ matrix + np.eye(4)
        assert saddle_free_step(gradient, positive) == pytest.approx(newton_step(gradient, positive))
        assert gradient @ saddle_free_step(gradient, matrix) < 0


def test_a_damped_and_shortened_step_falls_by_a_share_of_its_promise():
    for matrix in random_hessians(3):

        def f(p, matrix=matrix):
            return p @ matrix @ p / 2 + np.sum(p**4)

        here = np.array([1.0, -0.5, 0.25])
        g = matrix @ here + 4 * here**3
        step = damped_step(g, matrix + np.diag(12 * here**2), 0.1)
        assert g @ step < 0
        taken = shortened(f, here, step, g @ step)
        assert f(here + taken) <= f(here) + 1e-4 * (g @ taken)


def test_the_repaired_newton_ends_in_minima_from_saddles_and_tops():
    for start in ([0, 0], [1, 0], [1, 0.3], [2, -3], [0, 0.5]):
        end = safe_newton(mountain_pass, mountain_pass_gradient, mountain_pass_hessian, start)[-1]
        assert abs(end) == pytest.approx([0, 1], abs=1e-5)
    x, y = sp.symbols("x y")
    theirs = sp.hessian(x**2 / 2 - y**2 / 2 + y**4 / 4, (x, y)).subs({x: 3, y: 2})
    assert mountain_pass_hessian([3, 2]).tolist() == np.array(theirs, dtype=float).tolist()


def test_two_planned_rates_arrive_and_momentum_keeps_its_factor():
    hessian = np.diag([2, 2000])
    place = np.array([1.0, 1.0])
    for rate in (1 / 2000, 1 / 2):
        place = place - rate * hessian @ place
    assert place.tolist() == [0, 0]
    root = (math.sqrt(1000) - 1) / (math.sqrt(1000) + 1)
    path = heavy_ball(hessian, [1, 1], (1 + root) ** 2 / 2000, root**2, 2000)
    kept = (np.linalg.norm(path[2000]) / np.linalg.norm(path[1000])) ** (1 / 1000)
    assert kept == pytest.approx(root, rel=2e-3)


def test_gauss_newton_by_the_exercise_is_the_product_with_numpys_matrix():
    rng = np.random.default_rng(6)
    for n, p in ((1, 3), (5, 2), (4, 4)):
        jacobian, v = rng.normal(size=(n, p)), rng.normal(size=p)
        assert exercises.gauss_newton_product(jacobian.tolist(), v.tolist()) == pytest.approx(
            2 / n * jacobian.T @ jacobian @ v
        )
