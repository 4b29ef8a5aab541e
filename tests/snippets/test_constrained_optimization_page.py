"""Topic 05: the numbers in the prose of the page, recomputed by SymPy, SciPy and other routes than the page's."""

import math

import numpy as np
import pytest
import sympy as sp
from scipy import optimize, special

from snippets.constrained_optimization.entropy import FACES, entropy, maximum_entropy
from snippets.constrained_optimization.margin import LABELS, POINTS, widest_street
from snippets.constrained_optimization.principal import COVARIANCE
from snippets.constrained_optimization.regularization import FEATURES, OUTCOMES, lasso, ridge

X, Y, Z, C, RHO, TAU = sp.symbols("x y z c rho tau", positive=True)


def test_the_budget():
    assert [round(4 / x + 1 / (6 - x), 4) for x in (3, 4)] == [1.6667, 1.5]
    assert [x for x in sp.solve(sp.diff(4 / X + 1 / (6 - X), X), X) if x < 6] == [4]
    assert [(4 / x**2, 1 / (6 - x) ** 2) for x in (2, 4)] == [(1, 0.0625), (0.25, 0.25)]


def test_the_price_of_a_day():
    assert [9 / b**2 for b in (3, 6, 10, 12)] == [1, 0.25, 0.09, 0.0625]
    assert round(9 / 7, 4) == 1.2857
    assert round(1.5 - 9 / 7, 4) == 0.2143
    assert 9 / 12 == 0.75
    assert 500 / 0.25 == 2000


def test_the_circle():
    lam = sp.symbols("lambda", real=True, nonzero=True)
    assert sorted(sp.solve(5 / (4 * lam**2) - 5, lam)) == [-sp.Rational(1, 2), sp.Rational(1, 2)]


def test_two_rules():
    x, y, z, a, b = sp.symbols("x y z a b")
    found = sp.solve([2 * x + a + b, 2 * y + a, 2 * z + a - b, x + y + z - 3, x - z - 4], [x, y, z, a, b])
    assert found == {x: 3, y: 1, z: -1, a: -2, b: -4}


def test_the_corner():
    program = optimize.linprog([-1, -2], A_ub=[[1, 1], [1, 3]], b_ub=[4, 6])
    assert program.x == pytest.approx([3, 1])
    assert -program.ineqlin.marginals == pytest.approx([0.5, 0.5])
    assert np.linalg.solve(np.array([[1, -1], [3, 0]]), [1, 2])[1] < 0  # at (0, 2): x + 3y ≤ 6 and x ≥ 0


def test_value_of_the_target_problem():
    b = sp.symbols("b")
    p = (3 - b) ** 2 / 2
    assert p.subs(b, 2) == sp.Rational(1, 2)
    assert sp.diff(p, b).subs(b, 2) == -1


def test_the_cusp_has_an_infinite_price():
    assert sp.limit(sp.diff(-sp.cbrt(C), C), C, 0, "+") == -sp.oo
    assert sp.limit(sp.diff(-sp.sqrt(C), C), C, 0, "+") == -sp.oo


def test_penalty_numbers():
    hessian = sp.hessian(4 / X + 1 / Y, (X, Y)).subs({X: 4, Y: 2})
    assert hessian == sp.Matrix([[sp.Rational(1, 8), 0], [0, sp.Rational(1, 4)]])
    along = sp.Matrix([1, -1]) / sp.sqrt(2)
    assert (along.T * hessian * along)[0] == sp.Rational(3, 16)
    assert 2 / sp.Rational(3, 16) == sp.Rational(32, 3)
    assert round(32 / 3 * 0.25 / 0.001, -2) == 2700
    s = optimize.brentq(lambda s: 9 / s**2 - 0.1 * (s - 6), 6, 9)
    assert [round(2 * s / 3, 2), round(s / 3, 2)] == [5.05, 2.52]


@pytest.mark.parametrize(("weight", "exact"), [(0.2, False), (0.3, True)])
def test_a_penalty_without_the_square_is_exact_above_the_price(weight, exact):
    found = optimize.minimize_scalar(lambda s: 9 / s + weight * max(0, s - 6), bounds=(3, 12), method="bounded").x
    assert (abs(found - 6) < 1e-3) == exact


def test_the_slanted_function():
    f = X**2 + X * Y + Y**2 - 5 * X - 3 * Y
    assert sp.solve([sp.diff(f, v) for v in (X, Y)], [X, Y]) == {X: sp.Rational(7, 3), Y: sp.Rational(1, 3)}
    disk = optimize.minimize_scalar(
        lambda a: float(f.subs({X: math.cos(a), Y: math.sin(a)})), bounds=(0, 1), method="bounded"
    )
    assert [round(math.cos(disk.x), 2), round(math.sin(disk.x), 2)] == [0.91, 0.41]
    edge = optimize.minimize_scalar(lambda y: float(f.subs({X: 1.2, Y: y})), bounds=(0, 1.1), method="bounded")
    assert round(edge.x, 4) == 0.9
    assert (FEATURES.T @ FEATURES).tolist() == [[2, 1], [1, 2]]
    assert (FEATURES.T @ OUTCOMES).tolist() == [5, 3]


def test_shrinking_weights():
    seconds = [ridge(FEATURES, OUTCOMES, price)[1] for price in np.linspace(0, 6, 601)]
    assert round(seconds[0], 2) == 0.33
    assert round(max(seconds), 2) == 0.5
    assert min(seconds) > 0
    assert lasso(FEATURES, OUTCOMES, 0.99)[1] > 0 == lasso(FEATURES, OUTCOMES, 1.0)[1]
    assert lasso(FEATURES, OUTCOMES, 4.99)[0] > 0 == lasso(FEATURES, OUTCOMES, 5.0)[0]
    lengths = [np.linalg.norm(ridge(FEATURES, OUTCOMES, price)) for price in np.linspace(0, 6, 61)]
    assert np.all(np.diff(lengths) < 0)


def test_beta_is_the_price_of_the_mean():
    _, beta = maximum_entropy(FACES, 4.5)
    slope = (entropy(maximum_entropy(FACES, 4.51)[0]) - entropy(maximum_entropy(FACES, 4.49)[0])) / 0.02
    assert slope == pytest.approx(-beta, rel=1e-4)


def test_log_sum_exp_is_the_largest_value():
    assert round(0.5 * special.logsumexp(np.array([2, 1, 0]) / 0.5), 4) == 2.0715


def test_points_off_the_curb_could_be_taken_away():
    w, b, mu = widest_street(POINTS, LABELS, [1, 1, -4])
    keep = mu > 1e-3
    assert keep.sum() == 3
    few = widest_street(POINTS[keep], LABELS[keep], [1, 1, -4])
    assert few[0] == pytest.approx(w, abs=1e-5)
    assert few[1] == pytest.approx(b, abs=1e-5)
    assert round(2 / np.linalg.norm(w), 2) == 2.83


def test_principal_components():
    S = sp.Matrix(COVARIANCE.astype(int))
    assert S.eigenvals() == {6: 1, 1: 1}
    assert S * sp.Matrix([2, 1]) == 6 * sp.Matrix([2, 1])
    assert round(600 / 7) == 86
    assert [round(math.degrees(math.atan2(*pair))) for pair in ((1, 2), (2, -1))] == [27, 117]
    assert sp.Matrix([[3, 1], [1, 3]]).eigenvals() == {4: 1, 2: 1}


def test_problem_two_springs():
    found = optimize.minimize_scalar(lambda x: x**2 + 3 * (4.1 - x) ** 2)
    assert round(found.fun, 4) == 12.6075
    assert sp.diff(sp.Rational(3, 4) * C**2, C).subs(C, 4) == 6


def test_problem_four_cases():
    x, y, mu = sp.symbols("x y mu")
    first_only = sp.solve([2 * (x + 1) + mu, 2 * (y - 3) + mu, x + y - 1], [x, y, mu])
    assert first_only == {x: -sp.Rational(3, 2), y: sp.Rational(5, 2), mu: 1}
    assert 2 * (0 + 1) - 2 == 0  # the second only: x = 0, y = 3, and its multiplier is 2
    found = optimize.minimize(
        lambda p: (p[0] + 1) ** 2 + (p[1] - 3) ** 2,
        [0.1, 0],
        bounds=[(0, None), (None, None)],
        constraints={"type": "ineq", "fun": lambda p: 1 - p.sum()},
    )
    assert found.x == pytest.approx([0, 1], abs=1e-6)
    assert found.fun == pytest.approx(5)


def test_problem_penalty_and_barrier():
    x = sp.symbols("x")
    assert sp.solve(sp.diff(x**2 + RHO / 2 * (1 - x) ** 2, x), x) == [RHO / (RHO + 2)]
    barrier = [r for r in sp.solve(2 * x**2 - 2 * x - TAU, x) if r.subs(TAU, 0) == 1]
    assert sp.simplify(barrier[0] - (1 + sp.sqrt(1 + 2 * TAU)) / 2) == 0
    assert round(20 / 12, 3) == 1.667
    assert round(float(2 * barrier[0].subs(TAU, 0.1)), 3) == 2.095


def test_problem_most_even():
    assert round(math.log(6), 3) == 1.792
    assert math.log(1 / 6) + 1 + (math.log(6) - 1) == pytest.approx(0)
