"""Neurons and layers of topic 02, against SymPy and against each other."""

import numpy as np
import pytest
import sympy as sp

from snippets.chain_rule_and_backpropagation.layers import (
    B1,
    B2,
    W1,
    W2,
    T,
    X,
    hidden_delta,
    layer_backward,
    network_backward,
    network_loss,
)
from snippets.chain_rule_and_backpropagation.neuron import neuron_gradient, neuron_loss, sigmoid, sigmoid_slope

w_, x_, b_, t_ = sp.symbols("w x b t", real=True)


def test_the_neuron_is_that_of_sympy():
    loss = (1 / (1 + sp.exp(-w_ * x_ - b_)) - t_) ** 2 / 2
    numbers = {w_: 0.5, x_: 2, b_: -1, t_: 1}
    expected = [float(sp.diff(loss, v).subs(numbers)) for v in (w_, b_, x_)]
    assert expected == pytest.approx([-1 / 4, -1 / 8, -1 / 16])
    assert neuron_gradient(0.5, -1, 2, 1) == pytest.approx(expected)
    assert neuron_loss(0.5, -1, 2, 1) == 1 / 8


def test_the_two_layer_network_is_that_of_sympy():
    symbols = sp.symbols("a:9")
    w1, b1 = sp.Matrix(2, 2, symbols[:4]), sp.Matrix(symbols[4:6])
    w2, b2 = sp.Matrix(1, 2, symbols[6:8]), symbols[8]
    hidden = (w1 * sp.Matrix([1, 2]) + b1).applyfunc(lambda z: 1 / (1 + sp.exp(-z)))
    loss = ((w2 * hidden)[0] + b2 - 1) ** 2 / 2
    numbers = dict(zip(symbols, [1, -0.5, 0.5, 0.5, 0, -0.5, 3, -1, 1], strict=True))
    expected = [float(sp.diff(loss, s).subs(numbers)) for s in symbols]
    gradients = network_backward(W1, B1, W2, B2, X, T)
    assert np.concatenate([g.ravel() for g in gradients]) == pytest.approx(expected)
    assert [g.shape for g in gradients] == [(2, 2), (2,), (1, 2), (1,)]
    assert network_loss(W1, B1, W2, B2, X, T) == pytest.approx(float(loss.subs(numbers)))


def test_the_recursion_is_one_layer_and_one_slope():
    rng = np.random.default_rng(5)
    w, delta, z = rng.normal(size=(4, 3)), rng.normal(size=4), rng.normal(size=3)
    _, in_b, in_a = layer_backward(w, sigmoid(z), delta)
    assert hidden_delta(w, delta, z) == pytest.approx(in_a * sigmoid_slope(z))
    assert in_b is delta
    assert layer_backward(w, z, delta)[0].shape == w.shape


def test_a_step_against_the_gradient_of_the_network_lowers_the_loss():
    parameters = [W1, B1, W2, B2]
    gradients = network_backward(*parameters, X, T)
    after = network_loss(*(p - 0.1 * g for p, g in zip(parameters, gradients, strict=True)), X, T)
    assert after < network_loss(*parameters, X, T)
