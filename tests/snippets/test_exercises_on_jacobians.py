"""Topic 03: its exercises against SciPy, NumPy and each other."""

import numpy as np
import pytest
import sympy as sp
from scipy import optimize, special

from snippets.partial_derivatives_and_jacobians import exercises, wrong_answers
from snippets.partial_derivatives_and_jacobians.layers import (
    normalize_jacobian,
)

X, Y, R, PHI, T = sp.symbols("x y r varphi t", real=True)
RNG = np.random.default_rng(0)


def symbolic_jacobian(outputs, variables, at):
    """Jacobian by SymPy, as an array."""
    matrix = sp.Matrix(outputs).jacobian(variables).subs(dict(zip(variables, at, strict=True)))
    return np.array(matrix.evalf(), dtype=float)


def slopes(f, at):
    """Gradient of a number by SciPy's differences."""
    return optimize.approx_fprime(np.ravel(at), lambda flat: f(flat.reshape(np.shape(at)))).reshape(np.shape(at))


def test_exercises_agree_with_numpy():
    inputs, weights, u = RNG.normal(size=(4, 3)), RNG.normal(size=(3, 2)), RNG.normal(size=(4, 2))
    to_x, to_w, to_b = exercises.batch_pull_back(inputs.tolist(), weights.tolist(), u.tolist())
    assert np.array(to_x) == pytest.approx(slopes(lambda x: np.sum(u * (x @ weights)), inputs), abs=1e-6)
    assert np.array(to_w) == pytest.approx(slopes(lambda w: np.sum(u * (inputs @ w)), weights), abs=1e-6)
    assert np.array(to_b) == pytest.approx(slopes(lambda b: np.sum(u * (inputs @ weights + b)), np.zeros(2)), abs=1e-6)
    x, targets, counts = RNG.normal(size=3), RNG.normal(size=4), RNG.uniform(size=4)
    args = [array.tolist() for array in (inputs, x, targets, counts)]
    measured = slopes(lambda x: counts @ (inputs @ x - targets) ** 2, x)
    assert exercises.weighted_least_squares_gradient(*args) == pytest.approx(measured, abs=1e-6)
    maps = RNG.normal(size=(3, 2, 2))
    assert exercises.area_factor(maps.tolist()) == pytest.approx(abs(np.linalg.det(maps[2] @ maps[1] @ maps[0])))


def test_attention_is_pulled_back_as_scipy_measures_it():
    scores, values, u = RNG.normal(size=4), RNG.normal(size=(4, 3)), RNG.normal(size=3)
    p = special.softmax(scores)
    to_scores, to_values = exercises.attention_pull_back(p.tolist(), values.tolist(), u.tolist())
    assert to_scores == pytest.approx(slopes(lambda z: u @ (special.softmax(z) @ values), scores), abs=1e-6)
    assert np.array(to_values) == pytest.approx(slopes(lambda v: u @ (p @ v), values), abs=1e-6)


def test_the_project_is_layer_normalization_and_its_derivatives():
    x, gain, bias, u, v = RNG.normal(size=(5, 6))

    def layer(x, gain=gain, bias=bias):
        return gain * (x - x.mean()) / np.sqrt(x.var() + 0.1) + bias

    outputs, normalized, spread = exercises.layer_norm(x.tolist(), gain.tolist(), bias.tolist(), eps=0.1)
    assert outputs == pytest.approx(layer(x))
    assert normalized == pytest.approx(layer(x, 1, 0))
    assert spread == pytest.approx(np.sqrt(x.var() + 0.1))
    pushed = exercises.layer_norm_push(x.tolist(), gain.tolist(), v.tolist(), eps=0.1)
    assert pushed == pytest.approx(normalize_jacobian(x, 0.1) @ v * gain)
    to_x, to_gain, to_bias = exercises.layer_norm_pull(x.tolist(), gain.tolist(), u.tolist(), eps=0.1)
    assert to_x == pytest.approx(slopes(lambda x: u @ layer(x), x), abs=1e-6)
    assert to_gain == pytest.approx(slopes(lambda gain: u @ layer(x, gain), gain), abs=1e-6)
    assert to_bias == pytest.approx(slopes(lambda bias: u @ layer(x, gain, bias), bias), abs=1e-6)
    assert u @ pushed == pytest.approx(np.dot(to_x, v))


def test_the_project_refutes_its_own_wrong_answers_and_not_its_solution():
    x, gain, bias = [1.0, -2.0, 0.5, 4.0], [1.0, -0.5, 2.0, 3.0], [0.0] * 4
    pairs = [(RNG.normal(size=4).tolist(), RNG.normal(size=4).tolist()) for _ in range(3)]

    def refuted(pull):
        return exercises.refuted_by(
            lambda x: exercises.layer_norm(x, gain, bias)[0], lambda x, u: pull(x, gain, u)[0], x, pairs
        )

    assert refuted(exercises.layer_norm_pull) is None
    assert refuted(wrong_answers.layer_norm_pull__spread_held) == pairs[0]
    assert refuted(wrong_answers.layer_norm_pull__gain_last) == pairs[0]
