"""Topic 07: its exercises against NumPy, complex steps and the topic's own programs."""

import math
import random
from itertools import pairwise

import numpy as np
import pytest

from snippets.backpropagation_algorithm import exercises
from snippets.backpropagation_algorithm.batch_norm import BatchNorm
from snippets.backpropagation_algorithm.memory import checkpointed
from snippets.backpropagation_algorithm.moons import accuracy, two_moons
from snippets.backpropagation_algorithm.network import Linear, Network, Tanh, mean_log_loss, train
from snippets.oracles import complex_gradient


def data(count, seed=0):
    return two_moons(count, 0.2, np.random.default_rng(seed))


def test_gates_and_pieces():
    rng = np.random.default_rng(0)
    a, b, u = rng.normal(size=(3, 6))
    to_a, to_b = exercises.gate_backward(a.tolist(), b.tolist(), u.tolist())
    assert to_a == pytest.approx(complex_gradient(lambda a: u @ (a / (1 + np.exp(-b))), a))
    assert to_b == pytest.approx(complex_gradient(lambda b: u @ (a / (1 + np.exp(-b))), b))
    examples = rng.normal(size=(12, 3))
    cuts = [0, 5, 6, 12]
    pieces = [(j - i, examples[i:j].mean(axis=0).tolist()) for i, j in pairwise(cuts)]
    assert exercises.joined_gradient(pieces) == pytest.approx(examples.mean(axis=0))


@pytest.mark.parametrize("shape", [(1, 1), (1, 4), (3, 1), (3, 4)])
def test_sum_to_shape_undoes_numpys_broadcast(shape):
    small, u = np.random.default_rng(0).normal(size=shape), np.random.default_rng(1).normal(size=(3, 4))
    wanted = complex_gradient(lambda small: (u * np.broadcast_to(small, (3, 4))).sum(), small)
    assert np.array(exercises.sum_to_shape(u.tolist(), shape)) == pytest.approx(wanted)


def test_lookup_and_stride():
    rng = np.random.default_rng(2)
    tokens, delta = rng.integers(5, size=9), rng.normal(size=(9, 2))
    wanted = np.zeros((5, 2))
    np.add.at(wanted, tokens, delta)
    assert np.array(exercises.lookup_backward(tokens.tolist(), delta.tolist(), 5)) == pytest.approx(wanted)
    for stride in (1, 2, 3):
        w, x = rng.normal(size=3), rng.normal(size=11)
        u = rng.normal(size=len(range(0, 9, stride)))
        to_w, to_x = exercises.stride_backward(w.tolist(), x.tolist(), u.tolist(), stride)
        assert to_w == pytest.approx(complex_gradient(lambda w: u @ np.convolve(x, w[::-1], "valid")[::stride], w))  # noqa: B023
        assert to_x == pytest.approx(complex_gradient(lambda x: u @ np.convolve(x, w[::-1], "valid")[::stride], x))  # noqa: B023


def test_folded_layer_puts_out_what_both_did():
    rng = np.random.default_rng(5)
    layer, norm, x = Linear(rng.normal(size=(3, 4)), rng.normal(size=3)), BatchNorm(3), rng.normal(size=(6, 4))
    norm.training, norm.mean, norm.variance = False, rng.normal(size=3), rng.uniform(1, 2, 3)
    norm.parameters[0][...], norm.parameters[1][...] = rng.normal(size=(2, 3))
    given = [p.tolist() for p in (*layer.parameters, *norm.parameters, norm.mean, norm.variance)]
    rows, biases = exercises.folded(*given)
    assert x @ np.array(rows).T + biases == pytest.approx(norm.forward(layer.forward(x)))


def test_checkpoint_price_is_that_of_the_program():
    layer = (lambda x: x, lambda x, u: u)
    for n in (4, 9, 12):
        for every in range(1, n + 1):
            _, held = checkpointed([layer] * n, 0.0, 0.0, every)
            assert exercises.checkpoint_price([1] * n, list(range(0, n, every))) == (max(held), len(held) - n)


def test_causal_attention_is_attention_with_a_mask():
    q, k, v, u = np.random.default_rng(6).normal(size=(4, 4, 3))

    def total(q, k, v):
        powers = np.tril(np.ones((4, 4))) * np.exp(q @ k.T / math.sqrt(3))
        return (u * (powers / powers.sum(axis=1, keepdims=True) @ v)).sum()

    found = exercises.causal_attention_backward(*(table.tolist() for table in (q, k, v, u)))
    wanted = [
        complex_gradient(lambda q: total(q, k, v), q),
        complex_gradient(lambda k: total(q, k, v), k),
        complex_gradient(lambda v: total(q, k, v), v),
    ]
    for mine, theirs in zip(found, wanted, strict=True):
        assert np.array(mine) == pytest.approx(theirs)


def test_the_project_is_the_network_of_the_page():
    numbers = random.Random(0)
    x, y = data(10)
    layers = [
        ([[numbers.gauss(0, 1) for _ in range(n)] for _ in range(m)], [numbers.gauss(0, 1) for _ in range(m)])
        for n, m in ((2, 4), (4, 3), (3, 1))
    ]
    ours = [Linear(np.array(weights), np.array(biases)) for weights, biases in layers]
    network = Network([ours[0], Tanh(), ours[1], Tanh(), ours[2]])
    project = exercises.moon_network(layers)
    rows, labels = x.tolist(), y.ravel().astype(int).tolist()
    assert project.scores(rows) == pytest.approx(network.forward(x).ravel())
    assert project.train(rows, labels, 0.5, 20) == pytest.approx(train(network, x, y, 0.5, 20))
    assert project.scores(rows) == pytest.approx(network.forward(x).ravel())
    assert project.accuracy(rows, labels) == accuracy(network.forward(x), y)
    loss, delta = exercises.scored(project.scores(rows), labels)
    wanted, deltas = mean_log_loss(network.forward(x), y)
    assert loss == pytest.approx(wanted)
    assert delta == pytest.approx(deltas.ravel())


def test_the_project_s_layer_is_linear_and_tanh():
    rng = np.random.default_rng(1)
    weights, biases, x, u = (
        rng.normal(size=(3, 2)),
        rng.normal(size=3),
        rng.normal(size=(4, 2)),
        rng.normal(size=(4, 3)),
    )
    mine = exercises.dense_layer(weights.tolist(), biases.tolist())
    linear = Linear(weights, biases)
    both = Network([linear, Tanh()])
    assert np.array(mine.forward(x.tolist())) == pytest.approx(both.forward(x))
    assert np.array(mine.backward(u.tolist())) == pytest.approx(both.backward(u))
    mine.step(0.25)
    for p, g in zip(linear.parameters, linear.gradients, strict=True):
        p -= 0.25 * g
    assert np.array(mine.forward(x.tolist())) == pytest.approx(both.forward(x))
