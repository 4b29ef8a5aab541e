"""Topic 07: its layers, network and memory against complex steps, SciPy and the engine of topic 02."""

import math
import time

import numpy as np
import pytest
from scipy import optimize, signal

from scripts.foundation.paths import HERE
from snippets.backpropagation_algorithm.attention import attention, attention_backward
from snippets.backpropagation_algorithm.batch_norm import BatchNorm
from snippets.backpropagation_algorithm.data import EPOCHS, RATE, page_data, page_network
from snippets.backpropagation_algorithm.dropout import Dropout
from snippets.backpropagation_algorithm.examples.layers import by_engine
from snippets.backpropagation_algorithm.memory import checkpointed, gpt2_parameters, held_at_most, transformer_block
from snippets.backpropagation_algorithm.moons import accuracy, two_moons
from snippets.backpropagation_algorithm.network import Linear, Network, Tanh, mean_log_loss, perceptron, train
from snippets.backpropagation_algorithm.residual import Residual
from snippets.backpropagation_algorithm.sharing import slide, slide_backward, tied, tied_backward
from snippets.derivatives_and_gradients.gradients import numerical_gradient
from snippets.oracles import complex_gradient

EXACT = {"rel": 1e-9, "abs": 1e-12}


def loss_of(parameters, x, y):
    """Return the mean log loss of a perceptron, for complex parameters, too: weights and biases in turn."""
    a = x
    for number in range(0, len(parameters), 2):
        a = a @ parameters[number].T + parameters[number + 1]
        if number + 2 < len(parameters):
            a = np.tanh(a)
    return np.mean(np.log(1 + np.exp(a)) - y * a)


def data(count, seed=0):
    return two_moons(count, 0.2, np.random.default_rng(seed))


# --- the network -----------------------------------------------------------------------------------------------------


def test_the_network_is_a_file_of_150_lines():
    text = (HERE.snippets / "backpropagation_algorithm/network.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 150


@pytest.mark.parametrize("sizes", [[2, 1], [2, 5, 1], [2, 4, 3, 1], [2, 3, 5, 4, 1]])
def test_gradients_are_those_of_a_complex_step_and_of_central_differences(sizes):
    x, y = data(12)
    network = perceptron(sizes, np.random.default_rng(3))
    parameters = network.parameters
    for number, bias in enumerate(parameters[1::2]):
        bias[...] = np.random.default_rng(number).normal(size=bias.shape)
    loss, delta = mean_log_loss(network.forward(x), y)
    network.backward(delta)
    assert loss == pytest.approx(loss_of(parameters, x, y), **EXACT)
    for number, gradient in enumerate(network.gradients):

        def loss_with(array, number=number):
            changed = list(parameters)
            changed[number] = array
            return loss_of(changed, x, y)

        assert gradient.shape == parameters[number].shape
        assert gradient == pytest.approx(complex_gradient(loss_with, parameters[number]), **EXACT)
        flat = numerical_gradient(
            lambda v, n=number, f=loss_with: f(v.reshape(parameters[n].shape)), parameters[number].ravel()
        )
        assert gradient.ravel() == pytest.approx(flat, abs=1e-9)


def test_gradients_are_those_of_the_engine_of_topic_02():
    x, y = data(8)
    network = perceptron([2, 3, 1], np.random.default_rng(5))
    network.backward(mean_log_loss(network.forward(x), y)[1])
    for gradient, other in zip(network.gradients, by_engine(network.parameters, x, y), strict=True):
        assert gradient.ravel() == pytest.approx(other, **EXACT)


def test_the_gradient_with_respect_to_the_data_comes_out_at_the_bottom():
    x, y = data(6)
    network = perceptron([2, 4, 1], np.random.default_rng(1))
    found = network.backward(mean_log_loss(network.forward(x), y)[1])
    assert found == pytest.approx(complex_gradient(lambda x: loss_of(network.parameters, x, y), x), **EXACT)


def test_labels_of_another_shape_are_refused():
    with pytest.raises(ValueError, match="labels"):
        mean_log_loss(np.zeros((4, 1)), np.zeros(4))


def test_large_logits_give_finite_losses_and_deltas():
    loss, delta = mean_log_loss(np.array([[1e4], [-1e4]]), np.array([[0.0], [0.0]]))
    assert loss == 5000
    assert delta.tolist() == [[0.5], [0.0]]


def test_two_moons_are_learned_in_under_ten_seconds():
    x, y, fresh, fresh_y = page_data()
    network, began = page_network(), time.process_time()
    losses = train(network, x, y, RATE, EPOCHS)
    assert time.process_time() - began < 10
    assert losses[-1] < 0.01
    assert accuracy(network.forward(x), y) == 1
    assert accuracy(network.forward(fresh), fresh_y) > 0.98


def test_training_is_gradient_descent_of_the_same_loss():
    x, y = data(20)
    network = perceptron([2, 3, 1], np.random.default_rng(0))
    copy = [p.copy() for p in network.parameters]
    losses = train(network, x, y, 0.5, 5)
    for wanted in losses:
        assert loss_of(copy, x, y) == pytest.approx(wanted, **EXACT)
        slopes = []
        for number in range(4):

            def changed(array, n=number, others=copy):
                return loss_of([*others[:n], array, *others[n + 1 :]], x, y)

            slopes.append(complex_gradient(changed, copy[number]))
        copy = [p - 0.5 * g for p, g in zip(copy, slopes, strict=True)]
    for mine, wanted in zip(network.parameters, copy, strict=True):
        assert mine == pytest.approx(wanted, **EXACT)


def test_the_best_linear_score_is_scipys():
    x, y, *_ = page_data()
    line = perceptron([2, 1], np.random.default_rng(1))
    losses = train(line, x, y, RATE, EPOCHS)

    def loss(v):
        z = x @ v[:2, None] + v[2]
        return np.mean(np.logaddexp(0, z) - y * z)

    assert losses[-1] == pytest.approx(optimize.minimize(loss, np.zeros(3), tol=1e-10).fun, abs=1e-6)


def test_moons_are_two_half_circles():
    x, y = two_moons(100, 0, np.random.default_rng(0))
    upper, lower = x[y.ravel() == 0], x[y.ravel() == 1]
    assert np.hypot(*upper.T) == pytest.approx(1)
    assert np.hypot(*(lower - [1, 0.5]).T) == pytest.approx(1)
    assert upper[:, 1].min() >= -1e-12
    assert lower[:, 1].max() <= 0.5 + 1e-12


# --- layers ----------------------------------------------------------------------------------------------------------


def pulled_back(layer, x, u):
    """Return the gradient of u · layer(x) with respect to x by central differences."""
    slope = numerical_gradient(lambda v: float((u * layer.forward(v.reshape(x.shape))).sum()), x.ravel())
    return slope.reshape(x.shape)


@pytest.mark.parametrize("kind", ["linear", "tanh", "residual", "batch norm", "batch norm in evaluation"])
def test_a_layer_hands_down_what_differences_measure(kind):
    rng = np.random.default_rng(4)
    x, u = rng.normal(size=(5, 3)), rng.normal(size=(5, 3))
    inner = Linear(rng.normal(size=(3, 3)), rng.normal(size=3))
    layer = {
        "linear": inner,
        "tanh": Tanh(),
        "residual": Residual([inner, Tanh()]),
        "batch norm": BatchNorm(3),
        "batch norm in evaluation": BatchNorm(3),
    }[kind]
    if isinstance(layer, BatchNorm):
        layer.parameters[0][...] = rng.normal(size=3)
        layer.training = kind == "batch norm"
    measured = pulled_back(layer, x, u)
    layer.forward(x)
    assert layer.backward(u) == pytest.approx(measured, abs=1e-8)


def test_batch_norms_gain_and_shift():
    rng = np.random.default_rng(2)
    x, u, layer = rng.normal(size=(6, 2)), rng.normal(size=(6, 2)), BatchNorm(2)
    layer.forward(x)
    layer.backward(u)
    found = [g.copy() for g in layer.gradients]
    for number in (0, 1):

        def output(p, number=number):
            layer.parameters[number][...] = p
            return float((u * layer.forward(x)).sum())

        start = layer.parameters[number].copy()
        assert found[number] == pytest.approx(numerical_gradient(output, start), abs=1e-8)
        layer.parameters[number][...] = start


def test_dropout_keeps_the_mean_and_its_mask():
    layer, x = Dropout(0.3, np.random.default_rng(0)), np.ones((400, 500))
    y = layer.forward(x)
    assert y.mean() == pytest.approx(1, abs=0.01)
    assert y.var() == pytest.approx(0.3 / 0.7, rel=0.02)
    assert (layer.backward(x) == y).all()


def test_convolution_is_scipys():
    rng = np.random.default_rng(1)
    for size, n in ((1, 4), (3, 3), (2, 7), (4, 9)):
        w, x, delta = rng.normal(size=size), rng.normal(size=n), rng.normal(size=n - size + 1)
        assert slide(w, x) == pytest.approx(signal.correlate(x, w, "valid"))
        to_w, to_x = slide_backward(w, x, delta)
        assert to_w == pytest.approx(signal.correlate(x, delta, "valid"))
        assert to_x == pytest.approx(signal.convolve(delta, w))


def test_a_network_is_a_layer_of_another_network_and_is_trained_in_it():
    rng = np.random.default_rng(0)
    blocks = [Residual([Linear(rng.normal(size=(2, 2)), np.zeros(2)), Tanh()]) for _ in range(2)]
    network = Network([*blocks, perceptron([2, 1], rng)])
    x, y = data(20)
    losses = train(network, x, y, 0.5, 20)
    assert losses[-1] < losses[0]
    assert [p.shape for p in network.parameters] == [(2, 2), (2,), (2, 2), (2,), (1, 2), (1,)]


def test_tied_weights():
    rng = np.random.default_rng(1)
    weights, x, u = rng.normal(size=(3, 4)), rng.normal(size=4), rng.normal(size=4)
    h, _ = tied(weights, x)
    to_weights, to_x = tied_backward(weights, x, h, u)
    assert to_weights == pytest.approx(complex_gradient(lambda w: u @ (w.T @ (w @ x)), weights))
    assert to_x == pytest.approx(complex_gradient(lambda x: u @ (weights.T @ (weights @ x)), x))


def test_attention_against_a_complex_step():
    q, k, v, u = np.random.default_rng(3).normal(size=(4, 5, 3))

    def total(q, k, v):
        powers = np.exp(q @ k.T / math.sqrt(3))
        return (u * (powers / powers.sum(axis=1, keepdims=True) @ v)).sum()

    out, p = attention(q, k, v)
    assert (u * out).sum() == pytest.approx(total(q, k, v))
    to_q, to_k, to_v = attention_backward(q, k, v, p, u)
    assert to_q == pytest.approx(complex_gradient(lambda q: total(q, k, v), q))
    assert to_k == pytest.approx(complex_gradient(lambda k: total(q, k, v), k))
    assert to_v == pytest.approx(complex_gradient(lambda v: total(q, k, v), v))


# --- memory ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [1, 6, 10, 36])
def test_checkpoints_change_the_memory_and_not_the_gradient(n):
    layer = (np.sin, lambda x, u: u * np.cos(x))
    plain, _ = checkpointed([layer] * n, 0.7, 1.0, 1)
    for every in range(1, n + 1):
        gradient, held = checkpointed([layer] * n, 0.7, 1.0, every)
        assert gradient == plain
        assert len(held) == 2 * n - math.ceil(n / every)
        assert max(held) == held_at_most(n, every)


def test_parameters_of_gpt2_one_by_one():
    h, total = 768, 50257 * 768 + 1024 * 768 + 2 * 768
    for _ in range(12):
        shapes = [(2, h), (3 * h, h), (3 * h,), (h, h), (h,), (2, h), (4 * h, h), (4 * h,), (h, 4 * h), (h,)]
        total += sum(math.prod(shape) for shape in shapes)
    assert gpt2_parameters() == total == 124_439_808


def test_a_block_of_gpt2_by_the_published_formula():
    for s, h, a in ((1024, 768, 12), (2048, 1024, 16), (128, 64, 4)):
        assert sum(transformer_block(s, h, a).values()) == pytest.approx(s * h * (34 + 5 * a * s / h))
