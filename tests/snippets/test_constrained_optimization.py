"""Topic 05: the mathematics and its exercises against SciPy and SymPy."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize

from snippets.constrained_optimization import exercises
from snippets.constrained_optimization.barrier import BOUNDS, PROFIT, WALLS, barrier_path, polygon_path
from snippets.constrained_optimization.budget import best_split, error_gradient, least_error, overspent
from snippets.constrained_optimization.entropy import maximum_entropy
from snippets.constrained_optimization.kkt import CONDITIONS, kkt_failures, kkt_violations, solve_by_cases
from snippets.constrained_optimization.lagrange import newton_root, solve_lagrange
from snippets.constrained_optimization.penalty import method_of_multipliers, penalty_path
from snippets.constrained_optimization.projections import (
    onto_ball,
    onto_box,
    onto_diamond,
    onto_simplex,
    projected_descent,
)
from snippets.constrained_optimization.target import TARGET, closest, dual, miss, miss_gradient

TIGHT = {"ftol": 1e-14, "maxiter": 500}
POINTS = st.lists(st.floats(-5, 5), min_size=2, max_size=6)


# --- exercises -------------------------------------------------------------------------------------------------------


@given(POINTS)
def test_the_exercise_on_the_simplex_agrees_with_the_module(point):
    assert exercises.project_onto_simplex(point) == pytest.approx(onto_simplex(point), abs=1e-9)


@pytest.mark.parametrize("mean", [1.05, 2.2, 3.5, 5.9])
def test_the_tilted_die_agrees_with_the_module(mean):
    assert exercises.tilted_die(mean) == pytest.approx(maximum_entropy(range(1, 7), mean)[0], abs=1e-8)


# --- Lagrange --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("gains", "budget"), [((4, 1), 6), ((1, 9, 4), 12), ((2, 0.1, 7, 3), 1)])
def test_the_best_split_is_scipys(gains, budget):
    n = len(gains)
    found = optimize.minimize(
        lambda x: np.sum(np.array(gains) / x),
        np.full(n, budget / n),
        bounds=[(1e-6, None)] * n,
        constraints={"type": "eq", "fun": lambda x: x.sum() - budget},
        options=TIGHT,
    )
    assert best_split(budget, gains) == pytest.approx(found.x, rel=1e-4)
    assert least_error(budget, gains) == pytest.approx(found.fun)


def test_newton_solves_a_nonlinear_problem_as_scipy_does():
    point, (lam,) = solve_lagrange(
        lambda p: np.array([np.exp(p[0]) + p[1], p[0] + 2 * p[1]]),
        lambda p: np.array([p[0] ** 2 + 2 * p[1] ** 2 - 3]),
        lambda p: np.array([[2 * p[0], 4 * p[1]]]),
        start=[-1.6, 0.5],
    )
    rule = {"type": "eq", "fun": lambda p: p[0] ** 2 + 2 * p[1] ** 2 - 3}
    found = optimize.minimize(
        lambda p: np.exp(p[0]) + p[0] * p[1] + p[1] ** 2, [-1.6, 0.5], constraints=rule, options=TIGHT
    )
    assert point == pytest.approx(found.x, abs=1e-6)
    assert np.exp(point[0]) + point[1] + 2 * lam * point[0] == pytest.approx(0, abs=1e-8)


def test_newtons_error_is_squared_in_each_step():
    def system(z):
        return np.array([1 + 2 * z[2] * z[0], 2 + 2 * z[2] * z[1], z[:2] @ z[:2] - 5])

    path = newton_root(system, [-2, -1, 0.3], 5)
    errors = np.linalg.norm(path - [-1, -2, 0.5], axis=1)[2:5]
    assert np.all(errors[1:] < 2 * errors[:-1] ** 2 + 1e-9)


# --- Karush, Kuhn, Tucker --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(12))
def test_the_search_by_cases_finds_scipys_minimum_and_passes_the_check(seed):
    rng = np.random.default_rng(seed)
    root, slope, rows = rng.normal(size=(3, 3)), 3 * rng.normal(size=3), rng.normal(size=(4, 3))
    hessian, bounds = root @ root.T + np.eye(3), rng.uniform(0.1, 1, size=4)
    x, mu = solve_by_cases(hessian, slope, rows, bounds)
    found = optimize.minimize(
        lambda p: p @ hessian @ p / 2 + slope @ p,
        np.zeros(3),
        method="SLSQP",
        constraints={"type": "ineq", "fun": lambda p: bounds - rows @ p},
        options=TIGHT,
    )
    assert x == pytest.approx(found.x, abs=1e-5)
    assert kkt_failures(hessian @ x + slope, rows @ x - bounds, rows, mu) == []


@pytest.mark.parametrize(
    ("point", "failed"),
    [
        (([-1, 0], [0], [[1, 1]], [1]), "stationarity"),
        (([0, 0], [0.5], [[1, 1]], [0]), "primal feasibility"),
        (([1, 1], [0], [[1, 1]], [-1]), "dual feasibility"),
        (([-1, -1], [-0.5], [[1, 1]], [1]), "slackness"),
    ],
)
def test_the_check_names_the_one_condition_that_fails(point, failed):
    assert kkt_failures(*point) == [failed]
    assert {name for name, size in kkt_violations(*point).items() if size} == {failed}


def test_the_check_counts_a_broken_equality_as_infeasible():
    assert kkt_failures([0, 0], [], [], [], h=[-0.5], h_rows=[[1, 0]], lam=[0]) == ["primal feasibility"]
    assert kkt_failures([2, 2], [], [], [], h=[0], h_rows=[[1, 1]], lam=[-2]) == []
    assert tuple(kkt_violations([0], [], [], [])) == CONDITIONS


def test_contradicting_rules_are_reported():
    with pytest.raises(ValueError, match="contradict"):
        solve_by_cases(np.eye(1), [0], [[1], [-1]], [-1, -1])


@pytest.mark.parametrize("b", [-1.0, 2, 2.5, 3, 4])
def test_the_target_problem_is_scipys(b):
    point, price = closest(b)
    rule = {"type": "ineq", "fun": lambda p: b - p.sum()}
    assert point == pytest.approx(optimize.minimize(miss, [0, 0], constraints=rule, options=TIGHT).x, abs=1e-6)
    assert kkt_failures(miss_gradient(point), [point.sum() - b], [[1, 1]], [price]) == []


def test_the_dual_is_the_least_value_of_the_lagrangian():
    for price in (0, 0.5, 1, 1.7):
        least = optimize.minimize(lambda p, mu=price: miss(p) + mu * (p.sum() - 2), [0, 0]).fun
        assert dual(price, 2) == pytest.approx(least)
        assert dual(price, 2) <= miss(closest(2)[0]) + 1e-12


# --- methods ---------------------------------------------------------------------------------------------------------


def test_penalty_and_multipliers_end_at_the_constrained_minimum():
    rule = (overspent, lambda days: np.ones(2))
    assert penalty_path(error_gradient, *rule, [1, 100, 1e5], [4, 2])[-1] == pytest.approx([4, 2], abs=1e-4)
    points, prices = method_of_multipliers(error_gradient, *rule, 1, [4, 2], rounds=12)
    assert points[-1] == pytest.approx([4, 2], abs=1e-6)
    assert prices[-1] == pytest.approx(0.25, abs=1e-6)


def test_the_method_of_multipliers_leaves_an_idle_rule_alone():
    points, prices = method_of_multipliers(miss_gradient, lambda p: p.sum() - 4, lambda p: np.ones(2), 1, [0, 0], 3)
    assert points[-1] == pytest.approx(TARGET)
    assert prices[-1] == 0


def test_the_barrier_reaches_the_vertex_of_scipys_linear_program():
    program = optimize.linprog(-PROFIT, A_ub=WALLS, b_ub=BOUNDS, bounds=(None, None))
    points, prices = polygon_path(np.geomspace(1, 1e-7, 15))
    assert points[-1] == pytest.approx(program.x, abs=1e-5)
    assert prices[-1] == pytest.approx(-program.ineqlin.marginals, abs=1e-5)


def test_the_barrier_path_stays_inside_and_within_its_gap():
    taus = np.geomspace(10, 1e-6, 20)
    points, _ = polygon_path(taus)
    assert np.all(points @ WALLS.T < BOUNDS)
    assert np.all(5 - points @ PROFIT <= 4 * taus)


def test_the_barrier_solves_a_quadratic_problem_from_a_far_start():
    goal, rows, bounds = np.array([3.0, 4.0]), np.array([[1.0, 0.0], [1.0, 2.0]]), np.array([1.0, 4.0])
    taus = np.geomspace(1, 1e-9, 20)
    points, _ = barrier_path(lambda p: 2 * (p - goal), lambda p: 2 * np.eye(2), rows, bounds, taus, [-50, -80])
    assert points[-1] == pytest.approx(solve_by_cases(2 * np.eye(2), -2 * goal, rows, bounds)[0], abs=1e-6)


def test_huge_numbers_do_not_hide_the_sum():
    assert onto_simplex([1e16, 0.0]).tolist() == [1, 0]
    assert onto_simplex([-1e17, -1e17]).tolist() == [0.5, 0.5]


SETS = [
    (onto_ball, lambda p: np.linalg.norm(p) <= 1 + 1e-9),
    (lambda p: onto_box(p, -0.5, 2), lambda p: np.all((p >= -0.5) & (p <= 2))),
    (onto_simplex, lambda p: np.all(p >= 0) and abs(p.sum() - 1) < 1e-9),
    (onto_diamond, lambda p: np.abs(p).sum() <= 1 + 1e-9),
]


@pytest.mark.parametrize(("project", "feasible"), SETS, ids=["ball", "box", "simplex", "diamond"])
@given(point=POINTS, seed=st.integers(0, 1000))
@settings(deadline=None)
def test_a_projection_is_feasible_idempotent_and_nearest(project, feasible, point, seed):
    point = np.array(point)
    nearest = project(point)
    assert feasible(nearest)
    assert project(nearest) == pytest.approx(nearest, abs=1e-9)
    other = project(np.random.default_rng(seed).normal(size=len(point), scale=3))
    # the angle at the projection between the point and any feasible point is at least a right one
    assert (point - nearest) @ (other - nearest) <= 1e-8
    assert np.linalg.norm(nearest - other) <= np.linalg.norm(point - other) + 1e-9


def test_projected_descent_in_a_box_is_scipys():
    found = optimize.minimize(lambda p: (p[0] - 3) ** 2 + 2 * (p[1] + p[0]) ** 2, [0, 0], bounds=[(0, 1), (-0.5, 2)])
    path = projected_descent(
        lambda p: np.array([2 * (p[0] - 3) + 4 * (p[0] + p[1]), 4 * (p[0] + p[1])]),
        lambda p: onto_box(p, [0, -0.5], [1, 2]),
        [0, 0],
        0.1,
        200,
    )
    assert path[-1] == pytest.approx(found.x, abs=1e-5)
