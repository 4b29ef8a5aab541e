"""Topic 04: its programs and exercises against SymPy and SciPy."""

import math

import numpy as np
import pytest
import sympy as sp
from scipy import integrate, linalg, optimize

from snippets.derivatives_and_gradients.descent import gradient_descent
from snippets.hessian_and_critical_points import exercises
from snippets.hessian_and_critical_points.classification import classify, leading_minors, two_by_two_eigenvalues
from snippets.hessian_and_critical_points.convexity import chord_gap, two_dips
from snippets.hessian_and_critical_points.curvature import (
    directional_curvature,
    folium,
    folium_gradient,
    folium_hessian,
    numerical_hessian,
    twisted,
)
from snippets.hessian_and_critical_points.newton import (
    damped_step,
    newton_step,
)
from snippets.hessian_and_critical_points.products import bytes_of_hessian, hessian_vector_product, largest_curvature
from snippets.hessian_and_critical_points.saddles import (
    mountain_pass,
    mountain_pass_gradient,
    share_of_minima,
)
from snippets.hessian_and_critical_points.taylor import taylor_parabola, taylor_paraboloid
from snippets.hessian_and_critical_points.valleys import (
    best_rate,
    condition_number,
    exact_steps,
    measured_factor,
    off_course,
    rate_limit,
    turned_valley,
    worst_factor,
)
from tests.snippets.mathematics import random_hessians

X, Y = sp.symbols("x y", real=True)
FOLIUM = X**3 + Y**3 - 3 * X * Y


# --- exercises -------------------------------------------------------------------------------------------------------


def test_exercises_agree_with_lapack():
    for matrix in random_hessians(2):
        (a, b), (_, c) = matrix
        values, axes = np.linalg.eigh(matrix)
        value, direction = exercises.smallest_curvature(matrix.tolist())
        assert value == pytest.approx(values[0])
        assert abs(axes[:, 0] @ direction) == pytest.approx(1)
        step, mu = exercises.damped_step([1.0, -2.0], matrix.tolist(), 0.5)
        assert step == pytest.approx(damped_step([1, -2], matrix, 0.5))
        assert np.linalg.eigvalsh(matrix + mu * np.eye(2))[0] >= 0.5 - 1e-12
        assert exercises.kind_of_critical_point(a, b, c) == classify(matrix)
        assert exercises.newton_step([1.0, -2.0], matrix.tolist()) == pytest.approx(newton_step([1, -2], matrix))
    for matrix in [*random_hessians(3), *(m @ m for m in random_hessians(4, seed=1))]:
        positive = np.linalg.eigvalsh(matrix)[0] > 0
        assert exercises.is_positive_definite(matrix.tolist()) == positive


# --- the mathematics against SymPy and SciPy -------------------------------------------------------------------------


def test_gradient_and_hessian_of_the_folium_are_those_of_sympy():
    gradient = sp.lambdify((X, Y), [sp.diff(FOLIUM, v) for v in (X, Y)])
    hessian = sp.lambdify((X, Y), sp.hessian(FOLIUM, (X, Y)))
    for point in np.random.default_rng(0).normal(size=(5, 2)):
        assert folium_gradient(point) == pytest.approx(gradient(*point))
        assert folium_hessian(point) == pytest.approx(np.array(hessian(*point)))
        assert numerical_hessian(folium_gradient, point) == pytest.approx(np.array(hessian(*point)), abs=1e-6)


def test_numerical_hessian_and_product_are_scipys_on_rosenbrock():
    rng = np.random.default_rng(1)
    for _ in range(5):
        point, v = rng.normal(size=(2, 4))
        exact = optimize.rosen_hess(point)
        assert numerical_hessian(optimize.rosen_der, point) == pytest.approx(exact, rel=1e-6, abs=1e-4)
        assert hessian_vector_product(optimize.rosen_der, point, v) == pytest.approx(exact @ v, rel=1e-6, abs=1e-4)


def test_classification_agrees_with_eigenvalues_and_minors():
    for matrix in [m for size in (2, 3, 4) for m in random_hessians(size)] + [m @ m for m in random_hessians(3, 10)]:
        values, minors = linalg.eigvalsh(matrix), leading_minors(matrix)
        signs = [m * (-1) ** k > 0 for k, m in enumerate(minors, 1)]
        kind = "minimum" if (values > 0).all() else "maximum" if (values < 0).all() else "saddle"
        assert classify(matrix) == kind
        assert classify(matrix) == ("minimum" if min(minors) > 0 else "maximum" if all(signs) else "saddle")
        assert minors == pytest.approx([float(sp.Matrix(matrix[:k, :k]).det()) for k in range(1, len(matrix) + 1)])


@pytest.mark.parametrize(
    ("hessian", "kind"),
    [
        (np.zeros((2, 2)), "undecided"),
        (np.diag([-1, 0, 4]), "saddle"),
        (np.diag([-1, 0]), "undecided"),
        (np.diag([1e6, 1.0]), "minimum"),
        (np.diag([1e-12, 2e-12]), "minimum"),
    ],
)
def test_classification_with_zeros_and_scales(hessian, kind):
    assert classify(hessian) == kind


def test_two_by_two_eigenvalues_are_lapacks():
    for matrix in random_hessians(2):
        assert two_by_two_eigenvalues(matrix[0, 0], matrix[0, 1], matrix[1, 1]) == pytest.approx(
            linalg.eigvalsh(matrix)
        )


def test_curvature_does_not_depend_on_the_length_of_the_direction():
    hessian = random_hessians(3, 1)[0]
    assert directional_curvature(hessian, [1, 2, 3]) == pytest.approx(directional_curvature(hessian, [-10, -20, -30]))
    with pytest.raises(ValueError, match="no direction"):
        directional_curvature(hessian, [0, 0, 0])


def test_taylor_models_are_those_of_sympy():
    d, e = sp.symbols("d e")
    shifted = sp.expand(FOLIUM.subs({X: 1 + d, Y: sp.Rational(1, 2) + e}, simultaneous=True))
    second = sum(c * d**i * e**j for (i, j), c in sp.Poly(shifted, d, e).terms() if i + j <= 2)
    here = np.array([1, 0.5])
    model = taylor_paraboloid(folium(here), folium_gradient(here), folium_hessian(here), here)
    for step in np.random.default_rng(2).normal(size=(5, 2)):
        assert model(here + step) == pytest.approx(float(second.subs({d: step[0], e: step[1]})))
    grid = np.random.default_rng(3).normal(size=(2, 4, 3))
    assert model(grid).shape == (4, 3)
    assert model(grid)[1, 2] == pytest.approx(model(grid[:, 1, 2]))


def test_a_minimum_keeps_its_margin_as_far_as_the_lesson_says():
    angles = np.linspace(0, 2 * np.pi, 721)
    for radius in (0.1, 0.75, 1.49):
        ring = 1 + radius * np.array([np.cos(angles), np.sin(angles)])
        assert (folium(ring) > -1).all()


def test_power_iteration_finds_scipys_largest_eigenvalue():
    valley = turned_valley([1, 2, 5, 40], np.random.default_rng(1))
    assert largest_curvature(lambda v: valley @ v, 4) == pytest.approx(linalg.eigvalsh(valley)[-1])
    flipped = largest_curvature(lambda v: 40 * v - valley @ v, 4, steps=1500)
    assert 40 - flipped == pytest.approx(1)


def test_rates_and_factors_in_random_valleys():
    rng = np.random.default_rng(5)
    for kappa in (2, 10, 60):
        valley = turned_valley(np.geomspace(1, kappa, 5), rng)
        assert condition_number(valley) == pytest.approx(np.linalg.cond(valley))
        rate = best_rate(valley)
        assert worst_factor(valley, rate) == pytest.approx((kappa - 1) / (kappa + 1))
        assert measured_factor(valley, rate, rng.normal(size=5), 40 * kappa) == pytest.approx(
            worst_factor(valley, rate)
        )
        assert measured_factor(valley, 0.99 * rate_limit(valley), rng.normal(size=5), 400) < 1
        assert measured_factor(valley, 1.01 * rate_limit(valley), rng.normal(size=5), 400) > 1
    with pytest.raises(ValueError, match="not positive definite"):
        condition_number([[1, 0], [0, -1]])


def test_exact_line_search_turns_by_a_right_angle_and_is_no_faster_at_worst():
    hessian = np.diag([1, 9])
    path = exact_steps(hessian, [9, 1], 12)
    moves = np.diff(path, axis=0)
    assert (moves[1:] * moves[:-1]).sum(1) == pytest.approx(np.zeros(11), abs=1e-12)
    lengths = np.linalg.norm(path, axis=1)
    assert lengths[1:] / lengths[:-1] == pytest.approx(np.full(12, 0.8))
    found = optimize.minimize_scalar(
        lambda r: (path[0] - r * hessian @ path[0]) @ hessian @ (path[0] - r * hessian @ path[0])
    )
    assert path[1] == pytest.approx(path[0] - found.x * hessian @ path[0], abs=1e-6)


def test_the_foot_of_the_perpendicular_is_the_sine_away():
    for kappa, place in ((9, (3, 1)), (1000, (math.sqrt(1000), 1))):
        hessian, start = np.diag([1, kappa]), np.array(place)
        found = optimize.minimize_scalar(lambda r, h=hessian, p=start: np.linalg.norm(p - r * h @ p))
        angle = math.radians(off_course(hessian, start))
        assert found.fun / np.linalg.norm(start) == pytest.approx(math.sin(angle))
        assert math.sin(angle) == pytest.approx((kappa - 1) / (kappa + 1))


def test_mountain_pass_against_sympy():
    f = X**2 / 2 - Y**2 / 2 + Y**4 / 4
    assert sp.hessian(f, (X, Y)).subs({X: 0, Y: 0}) == sp.diag(1, -1)
    for x, y in np.random.default_rng(0).normal(size=(4, 2)):
        assert mountain_pass([x, y]) == pytest.approx(float(f.subs({X: x, Y: y})))
        assert mountain_pass_gradient([x, y]) == pytest.approx(
            [float(sp.diff(f, v).subs({X: x, Y: y})) for v in (X, Y)]
        )


def test_share_of_definite_matrices_of_size_2_is_the_integral():
    def density(radius, half_trace):  # eigenvalues half_trace ± radius; radius is Rayleigh, half the trace normal
        return radius * math.exp(-(radius**2) / 2) * math.exp(-(half_trace**2) / 2) / math.sqrt(2 * math.pi)

    exact, _ = integrate.dblquad(density, 0, 12, 0, lambda half_trace: half_trace)
    assert exact == pytest.approx((2 - math.sqrt(2)) / 4)
    assert share_of_minima(2, 40_000, np.random.default_rng(0)) == pytest.approx(exact, abs=0.006)


def test_the_path_at_the_top_changes_walls_at_every_step():
    path = gradient_descent(lambda p: np.array([2, 2000]) * p, [1, 1], 2 / 2002, 1000)
    assert (np.sign(path[1:, 1]) == -np.sign(path[:-1, 1])).all()


def test_the_twisted_quadratic_has_the_hessian_of_sympy():
    assert np.array(sp.hessian(twisted((X, Y)), (X, Y)), dtype=float).tolist() == [[2, 4], [4, 2]]


def test_two_dips_has_a_global_and_a_local_minimum():
    flat = sorted(float(root) for root in sp.Poly(sp.diff(two_dips(X), X), X).nroots())
    assert two_dips(flat[0]) < two_dips(flat[2]) < two_dips(flat[1])
    assert chord_gap(two_dips, -1.3, 1.2, 0.43) < 0


def test_the_taylor_parabola_is_that_of_sympy():
    model = taylor_parabola(2, 9, 12, 2)
    series = (X**3 - 3 * X).series(X, 2, 3).removeO()
    for x in (1.5, 2.1, 4.0):
        assert model(x) == pytest.approx(float(series.subs(X, x)))


def test_the_hessian_that_a_memory_holds_is_the_largest():
    assert bytes_of_hessian(63_245) <= 16e9 < bytes_of_hessian(63_246)
