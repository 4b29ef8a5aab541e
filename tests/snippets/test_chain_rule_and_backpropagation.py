"""Topic 02: the engine, dual numbers and paths against SymPy, NumPy and topic 01."""

import inspect
import itertools
import math
from itertools import pairwise

import numpy as np
import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from snippets.chain_rule_and_backpropagation import dual, engine, exercises
from snippets.chain_rule_and_backpropagation.chain import (
    ROOT_CHAIN,
    ROOT_SLOPES,
    chain_derivative,
    chain_slopes,
    chain_values,
    from_the_input,
    from_the_output,
)
from snippets.chain_rule_and_backpropagation.dual import Dual, forward_gradient
from snippets.chain_rule_and_backpropagation.engine import Node, reverse_gradient, sensitivities, topological_order
from snippets.chain_rule_and_backpropagation.layers import (
    hidden_delta,
)
from snippets.chain_rule_and_backpropagation.paths import (
    EXAMPLE,
    count_edges,
    count_paths,
    held,
    sensitivity,
    sum_over_paths,
    total_derivative,
)
from snippets.chain_rule_and_backpropagation.sweeps import two_sweeps
from snippets.derivatives_and_gradients.derivatives import central_difference
from snippets.derivatives_and_gradients.gradients import numerical_gradient

x_, y_, u_ = sp.symbols("x y u", real=True)


# --- exercises -------------------------------------------------------------------------------------------------------


@given(st.lists(st.floats(-3, 3), min_size=1, max_size=5), st.lists(st.floats(-3, 3), min_size=5, max_size=5))
def test_exercises_agree_with_numpy_on_random_layers(delta, a):
    weights = np.outer(np.arange(1, len(delta) + 1), [1.0, -2, 0, 3, 0.5])
    in_weights, in_a = exercises.layer_backward(weights.tolist(), a, delta)
    assert np.allclose(in_weights, np.outer(delta, a))
    assert np.allclose(in_a, weights.T @ delta)
    assert np.allclose(
        exercises.hidden_delta(weights.tolist(), delta, a), hidden_delta(weights, np.array(delta), np.array(a))
    )


def test_the_project_finds_the_gradient_that_the_engine_finds():
    tape = [(0.5, []), (-1.0, []), (2.0, [])]
    z = exercises.record(tape, "add", exercises.record(tape, "mul", 0, 2), 1)
    y = exercises.record(tape, "tanh", z)
    square = exercises.record(tape, "mul", y, y)
    rates = exercises.sweep(tape, {square: 1, y: 3.0})[:3]
    x, w, b = Node(2.0), Node(0.5), Node(-1.0)
    e = engine.exp(2 * (w * x + b))
    answer = (e - 1) / (e + 1)
    found = sensitivities(answer * answer + 3 * answer)
    assert rates == pytest.approx([found[w], found[b], found[x]])


def test_a_neuron_of_the_project_walks_against_the_gradient_that_is_measured():
    examples, w, b = [([0.5, -1.0], 1.0), ([2.0, 0.25], -0.5)], [0.3, -0.2], 0.1

    def loss(p):
        return exercises.train_neuron(examples, [p[0], p[1]], p[2], 0.0, 0)[2][0]

    after, after_b, losses = exercises.train_neuron(examples, w, b, 0.5, 1)
    measured = numerical_gradient(loss, [*w, b])
    assert [*after, after_b] == pytest.approx(np.array([*w, b]) - 0.5 * measured)
    assert losses[1] < losses[0]


@given(st.floats(-1, 1), st.floats(-1, 1), st.lists(st.floats(-2, 2), min_size=1, max_size=5))
@settings(deadline=None, max_examples=30)
def test_backpropagation_through_time_is_the_gradient_that_is_measured(w, u, inputs):
    def loss(p):
        state = 0.0
        for x in inputs:
            state = math.tanh(p[0] * state + p[1] * x)
        return (state - 0.5) ** 2 / 2

    assert exercises.through_time(w, u, inputs, 0.5) == pytest.approx(numerical_gradient(loss, [w, u]), abs=1e-7)


# --- both modes against SymPy and against topic 01 -------------------------------------------------------------------

FUNCTIONS = [
    (lambda x, y, m: (x + y) * x**2, (x_ + y_) * x_**2),
    (lambda x, y, m: x * m.sin(x * y) + m.exp(y) / x, x_ * sp.sin(x_ * y_) + sp.exp(y_) / x_),
    (lambda x, y, m: m.log(x) * (3 - y) ** 3 - x / (1 + y**2), sp.log(x_) * (3 - y_) ** 3 - x_ / (1 + y_**2)),
    (lambda x, y, m: 2 / x - y * y + x * x * x * y, 2 / x_ - y_**2 + x_**3 * y_),
    (lambda x, y, m: -x + 5, -x_ + 5),
    (lambda x, y, m: x**0 * m.exp(m.sin(m.exp(x) - y)), sp.exp(sp.sin(sp.exp(x_) - y_))),
]


@pytest.mark.parametrize(("f", "formula"), FUNCTIONS, ids=[str(formula) for _, formula in FUNCTIONS])
def test_both_modes_agree_with_sympy_and_with_numerical_gradients(f, formula):
    symbolic = sp.lambdify((x_, y_), [sp.diff(formula, v) for v in (x_, y_)], "math")
    for point in np.random.default_rng(3).uniform(0.3, 1.6, size=(5, 2)):
        expected = symbolic(*point)
        assert reverse_gradient(lambda x, y: f(x, y, engine), point) == pytest.approx(expected, rel=1e-12)
        assert forward_gradient(lambda x, y: f(x, y, dual), point) == pytest.approx(expected, rel=1e-12)
        measured = numerical_gradient(lambda p: f(*p, math), point)
        assert measured == pytest.approx(expected, rel=1e-6, abs=1e-8)


@pytest.mark.parametrize("name", ["exp", "log", "sin", "sigmoid", "relu"])
def test_each_function_of_the_engine_has_its_own_slope(name):
    f = getattr(engine, name)
    for x in (0.3, 1.7):
        node = Node(x)
        assert sensitivities(f(node))[node] == pytest.approx(
            central_difference(lambda x: f(Node(x)).value, x), rel=1e-8
        )


@pytest.mark.parametrize("name", ["exp", "log", "sin", "tanh"])
def test_each_function_of_dual_numbers_has_its_own_slope(name):
    f = getattr(dual, name)
    for x in (0.3, 1.7):
        assert f(Dual(x, 1)).rate == pytest.approx(central_difference(lambda x: f(Dual(x)).value, x), rel=1e-8)


def test_the_sigmoid_of_the_engine_does_not_overflow():
    assert engine.sigmoid(Node(-1000)).value == 0
    assert engine.sigmoid(Node(1000)).value == 1


programs = st.lists(st.tuples(st.sampled_from("+*-s"), st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=12)


@settings(deadline=None)
@given(programs, st.lists(st.floats(-1, 1), min_size=3, max_size=3))
def test_random_programs_have_the_same_gradient_forward_and_reverse(program, point):
    def run(*inputs, m):
        values = list(inputs)
        for sign, i, j in program:
            a, b = values[i % len(values)], values[j % len(values)]
            values.append(m.sin(a) if sign == "s" else {"+": a + b, "*": a * b, "-": 1 - a * b}[sign])
        return values[-1]

    reverse = reverse_gradient(lambda *p: run(*p, m=engine), point)
    forward = forward_gradient(lambda *p: run(*p, m=dual), point)
    assert reverse == pytest.approx(forward, rel=1e-9, abs=1e-12)


def test_a_value_used_twice_collects_both_contributions():
    x = Node(3)
    assert sensitivities(x * x)[x] == 6
    assert sensitivities(x + x + x)[x] == 3


def test_a_second_sweep_starts_from_zero():
    x = Node(3)
    y = x * x
    assert sensitivities(y)[x] == sensitivities(y)[x] == 6


def test_an_input_that_is_not_used_has_sensitivity_0():
    assert reverse_gradient(lambda x, y: x * x, [3, 4]) == [6, 0]
    assert forward_gradient(lambda x, y: x * x, [3, 4]) == [6, 0]
    assert reverse_gradient(lambda x: 7, [3]) == [0]


def test_at_a_kink_the_engine_finds_what_is_no_derivative():
    slopes = [reverse_gradient(lambda x: engine.relu(x) - engine.relu(-x), [x])[0] for x in (-1.0, 0.0, 1.0)]
    assert slopes == [1, 0, 1]


def test_the_engine_takes_calculations_deeper_than_the_recursion_limit():
    x = Node(1.0)
    y = x
    for _ in range(20_000):
        y = y + 1
    assert sensitivities(y)[x] == 1


def test_a_topological_order_has_operands_first():
    x, y = Node(2), Node(1)
    f = (x + y) * x**2 + y * (x + y)
    place = {node: k for k, node in enumerate(topological_order(f))}
    assert all(place[operand] < place[node] for node in place for operand, _ in node.edges)


def test_the_engine_is_about_a_hundred_lines():
    source = inspect.getsource(engine)
    code = "\n".join(part for k, part in enumerate(source.split('"""')) if k % 2 == 0)
    lines = [line for line in code.splitlines() if line.strip() and not line.strip().startswith("#")]
    assert len(lines) <= 100


def test_value_and_gradient_take_at_most_five_times_the_operations_of_sums_and_products():
    point = [Node(x) for x in (2, 3, 5, 7)]
    a, b, c, d = point
    order = topological_order((a * b + c) * (c + d * a) * a)
    forward = sum(bool(node.edges) for node in order)  # one operation for each node that is not an input
    backward = sum(2 * len(node.edges) for node in order)  # one product and one sum for each edge
    assert forward + backward == 5 * forward


# --- chains and paths ------------------------------------------------------------------------------------------------


def test_root_chain_is_the_derivative_sympy_finds():
    formula = sp.sqrt(3 * x_**2 + 1)
    for x in (0.5, 1, 2):
        assert chain_derivative(ROOT_CHAIN, ROOT_SLOPES, x) == pytest.approx(float(sp.diff(formula, x_).subs(x_, x)))
    assert chain_values(ROOT_CHAIN, 1) == [1, 1, 4, 2]
    slopes = chain_slopes(ROOT_CHAIN, ROOT_SLOPES, 1)
    assert (slopes, from_the_input(slopes), from_the_output(slopes)) == ([2, 3, 0.25], [2, 6, 1.5], [1.5, 0.75, 0.25])


@given(st.integers(2, 7), st.integers(0, 10**6))
@settings(deadline=None, max_examples=30)
def test_paths_and_shared_sensitivities_solve_the_same_linear_system(n, seed):
    local = np.tril(np.random.default_rng(seed).normal(size=(n, n)), -1)
    edges = {i: [(j, local[j, i]) for j in range(i + 1, n)] for i in range(n)}
    expected = np.linalg.inv(np.eye(n) - local)[-1, 0]
    assert sum_over_paths(edges, 0, n - 1) == pytest.approx(expected)
    assert sensitivity(edges, 0, n - 1) == pytest.approx(expected)
    assert exercises.sum_over_paths(edges, 0, n - 1) == pytest.approx(expected)


def test_counted_paths_and_edges_are_those_of_the_graph():
    sizes = [2, 3, 2, 2]
    layer = [[(k, i) for i in range(n)] for k, n in enumerate(sizes)]
    assert len(list(itertools.product(*layer))) == count_paths(sizes)
    assert sum(len(list(itertools.product(a, b))) for a, b in pairwise(layer)) == count_edges(sizes)


def test_the_example_graph():
    assert sum_over_paths(EXAMPLE, "x", "f") == 16 == sp.diff((x_ + y_) * x_**2, x_).subs({x_: 2, y_: 1})
    assert sum_over_paths(EXAMPLE, "y", "f") == 4 == sp.diff((x_ + y_) * x_**2, y_).subs({x_: 2, y_: 1})
    assert sp.expand((x_ + y_) * x_**2) == x_**3 + x_**2 * y_
    assert held(2, 3) == (
        12,
        sp.diff(u_ * x_**2, x_).subs({x_: 2, u_: 3}),
        sp.diff(u_ * x_**2, u_).subs({x_: 2, u_: 3}),
    )
    assert total_derivative(2, 1) == 16


@pytest.mark.parametrize(("x", "y"), [(2, 1), (-3, 5), (0, 2)])
def test_the_two_sweeps_by_hand_are_those_of_the_engine(x, y):
    first, second = Node(x), Node(y)
    total, square = first + second, first**2
    nodes = [first, second, total, square, total * square]
    found = sensitivities(nodes[-1])
    assert two_sweeps(x, y) == ([node.value for node in nodes], [found[node] for node in nodes])
