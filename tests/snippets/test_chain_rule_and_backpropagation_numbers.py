"""Topic 02: neurons, layers and the numbers in the text, recomputed by SymPy and SciPy."""

import numpy as np
import pytest
import sympy as sp
from scipy import optimize

from snippets.chain_rule_and_backpropagation import engine, layers
from snippets.chain_rule_and_backpropagation.dual import Dual
from snippets.chain_rule_and_backpropagation.engine import reverse_gradient
from snippets.chain_rule_and_backpropagation.examples import mistakes
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
    network_forward,
    network_loss,
)
from snippets.chain_rule_and_backpropagation.neuron import neuron_gradient, neuron_loss, sigmoid, sigmoid_slope
from snippets.chain_rule_and_backpropagation.order import forward_cost, gradient_cost, loss_cost, reverse_cost
from snippets.chain_rule_and_backpropagation.paths import count_edges, count_paths

x_, y_, u_, w_, b_, t_, z_ = sp.symbols("x y u w b t z", real=True)


def printed(capsys, example):
    """What an example prints."""
    example()
    return capsys.readouterr().out


# --- neurons and layers ----------------------------------------------------------------------------------------------


def test_the_neuron_is_that_of_sympy():
    loss = (1 / (1 + sp.exp(-w_ * x_ - b_)) - t_) ** 2 / 2
    numbers = {w_: 0.5, x_: 2, b_: -1, t_: 1}
    expected = [float(sp.diff(loss, v).subs(numbers)) for v in (w_, b_, x_)]
    assert expected == pytest.approx([-1 / 4, -1 / 8, -1 / 16])
    assert neuron_gradient(0.5, -1, 2, 1) == pytest.approx(expected)
    assert neuron_loss(0.5, -1, 2, 1) == 1 / 8
    slope = sp.diff(1 / (1 + sp.exp(-z_)), z_)
    assert sigmoid_slope(0.7) == pytest.approx(float(slope.subs(z_, 0.7)))
    numeric = optimize.minimize_scalar(lambda z: -sigmoid_slope(z), bounds=(-3, 3), method="bounded")
    assert (round(abs(numeric.x), 4), round(-numeric.fun, 6)) == (0, 0.25)


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


def test_numbers_of_the_two_layer_network():
    z1, a1, y = network_forward(W1, B1, W2, B2, X)
    in_w1, delta1, in_w2, delta2 = network_backward(W1, B1, W2, B2, X, T)
    assert z1.tolist() == [0, 1]
    assert a1.round(4).tolist() == [0.5, 0.7311]
    assert y.round(4).tolist() == [1.7689]
    assert (W2.T @ delta2).round(4).tolist() == [2.3068, -0.7689]
    assert sigmoid_slope(z1).round(4).tolist() == [0.25, 0.1966]
    assert delta1.round(4).tolist() == [0.5767, -0.1512]
    assert in_w2.round(4).tolist() == [[0.3845, 0.5621]]
    assert in_w1.round(4).tolist() == [[0.5767, 1.1534], [-0.1512, -0.3024]]
    assert (W1.T @ delta1).round(4).tolist() == [0.5011, -0.3639]
    in_x = optimize.approx_fprime(X, lambda x: network_loss(W1, B1, W2, B2, x, T))
    assert W1.T @ delta1 == pytest.approx(in_x, rel=1e-5)


def test_the_recursion_is_one_layer_and_one_slope():
    rng = np.random.default_rng(5)
    w, delta, z = rng.normal(size=(4, 3)), rng.normal(size=4), rng.normal(size=3)
    _, in_b, in_a = layer_backward(w, sigmoid(z), delta)
    assert hidden_delta(w, delta, z) == pytest.approx(in_a * sigmoid_slope(z))
    assert in_b is delta
    assert layers.layer_backward(w, z, delta)[0].shape == w.shape


def test_a_step_against_the_gradient_of_the_network_lowers_the_loss():
    parameters = [W1, B1, W2, B2]
    gradients = network_backward(*parameters, X, T)
    after = network_loss(*(p - 0.1 * g for p, g in zip(parameters, gradients, strict=True)), X, T)
    assert after < network_loss(*parameters, X, T)


# --- numbers in the prose --------------------------------------------------------------------------------------------


def test_the_digit_network():
    sizes = [784, 1000, 200, 10]
    assert loss_cost(sizes) == 986_000
    assert gradient_cost(sizes) == 1_188_000
    assert round(1_188_000 / 986_000, 1) == 1.2
    assert round(2 * 986_000**2 / 1e9 / 60) == 32  # minutes, at a billion per second
    assert count_paths([*sizes, 1]) == 1_568_000_000
    assert (forward_cost([*sizes, 1]), reverse_cost([*sizes, 1])) == (158_375_840, 986_000)
    assert 160 < 158_375_840 / 986_000 < 161
    assert gradient_cost(sizes) < 2 * loss_cost(sizes)


def test_prices_in_the_text():
    assert (reverse_cost([12, 6, 6, 1]), forward_cost([12, 6, 6, 1])) == (108, 504)
    assert (forward_cost([3, 500, 500, 100]), reverse_cost([3, 500, 500, 100])) == (900_000, 25_150_000)
    assert round(25_150_000 / 900_000) == 28
    assert forward_cost([30, 30, 1, 30, 30]) == reverse_cost([30, 30, 1, 30, 30]) == 28_800
    halves = forward_cost([30, 30, 1]) + forward_cost([1, 30, 30])
    assert halves + 30 * 1 * 30 == 2_700
    assert (count_paths([3] * 5), count_edges([3] * 5)) == (243, 36)
    assert count_edges([3] * 20) < 200
    assert count_paths([3] * 20) > 1e9


def test_handing_on_too_early_shows_in_the_numbers(capsys):
    assert "60" in printed(capsys, mistakes.too_early)


def test_practice_problem_graph():
    f = (x_ * y_ + 1) * (x_ + y_)
    assert sp.expand(f) == x_**2 * y_ + x_ * y_**2 + x_ + y_
    assert [sp.diff(f, v).subs({x_: 2, y_: 3}) for v in (x_, y_)] == [22, 17]
    assert reverse_gradient(lambda x, y: (x * y + 1) * (x + y), [2, 3]) == [22, 17]


def test_practice_problem_relu():
    def loss(*w):
        hidden = [engine.relu(w[0] - w[1]), engine.relu(w[2] - w[3])]
        return (w[4] * hidden[0] + w[5] * hidden[1] - 1) ** 2 / 2

    assert reverse_gradient(loss, [2, 1, 1, 3, 3, 5]) == [6, -6, 0, 0, 2, 0]


def test_a_product_of_dual_numbers_carries_the_rate_of_the_product():
    product = Dual(2, 1) * Dual(5, 3)
    assert (product.value, product.rate) == (10, 11)
