"""One neuron, one layer, a network of two layers."""

import numpy as np

from snippets.chain_rule_and_backpropagation import engine
from snippets.chain_rule_and_backpropagation.engine import reverse_gradient
from snippets.chain_rule_and_backpropagation.layers import (
    B1,
    B2,
    W1,
    W2,
    T,
    X,
    layer_backward,
    network_backward,
    network_forward,
    network_loss,
)
from snippets.chain_rule_and_backpropagation.neuron import neuron_gradient, neuron_loss, sigmoid_slope
from snippets.derivatives_and_gradients.gradients import numerical_gradient


# --8<-- [start:neuron_by_hand]
def neuron_by_hand():
    """Print the gradient of one neuron, and its loss around one step."""
    w, b, x, t = 0.5, -1, 2, 1
    in_w, in_b, in_x = neuron_gradient(w, b, x, t)
    measured = numerical_gradient(lambda p: neuron_loss(*p, t), [w, b, x])
    print(f"by the chain rule  w {in_w:.4f}, b {in_b:.4f}, x {in_x:.4f}")
    print("measured          ", measured.round(4).tolist())
    after = neuron_loss(w - in_w, b - in_b, x, t)  # learning rate 1
    print(f"loss {neuron_loss(w, b, x, t):.4f}, after one step {after:.4f}")


# --8<-- [end:neuron_by_hand]


# --8<-- [start:two_starts]
def two_starts():
    """Print the losses of one neuron that is trained from two biases."""
    print("steps", *(f"{step:>7}" for step in (0, 10, 50, 100, 200)))
    for start in (-1.0, -7.0):
        w, b, losses = 0.5, start, []
        for _ in range(201):
            losses.append(neuron_loss(w, b, 2, 1))
            in_w, in_b, _ = neuron_gradient(w, b, 2, 1)
            w, b = w - in_w, b - in_b  # learning rate 1
        seen = (losses[step] for step in (0, 10, 50, 100, 200))
        print(f"b {start:3g}", *(f"{loss:7.4f}" for loss in seen))


# --8<-- [end:two_starts]


# --8<-- [start:layer_by_hand]
def layer_by_hand():
    """Print the gradients of a layer with three inputs and two neurons."""
    W = np.array([[1, 2, 0], [3, -1, 1]])
    a = np.array([1, 0, 2])
    delta = np.array([1, 2])
    in_W, in_b, in_a = layer_backward(W, a, delta)
    print("W a      ", (W @ a).tolist(), "rows of W meet a")
    print("∂L/∂a    ", in_a.tolist(), "columns of W meet δ")
    print("∂L/∂b    ", in_b.tolist())
    print("∂L/∂W    ", in_W.tolist())


# --8<-- [end:layer_by_hand]


# --8<-- [start:by_hand]
def by_hand():
    """Print every number of the two-layer network, forward and backward."""
    z1, a1, y = network_forward(W1, B1, W2, B2, X)
    in_W1, delta1, in_W2, delta2 = network_backward(W1, B1, W2, B2, X, T)
    forward = {"z1": z1, "a1": a1, "y": y, "L": (y - T) ** 2 / 2}
    backward = {
        "δ2": delta2,
        "∂L/∂W2": in_W2,
        "W2ᵀ δ2": W2.T @ delta2,
        "σ′(z1)": sigmoid_slope(z1),
        "δ1": delta1,
        "∂L/∂W1": in_W1,
    }
    for name, numbers in (forward | backward).items():
        print(f"{name:7}", numbers.round(4).tolist())


# --8<-- [end:by_hand]


# --8<-- [start:confirmed]
def confirmed():
    """Print ∂L/∂W1 and ∂L/∂W2 three times: by δ, by the engine, measured."""

    def loss(w):
        first, second = w[:4].reshape(2, 2), w[4:].reshape(1, 2)
        return network_loss(first, B1, second, B2, X, T)

    def loss_of_nodes(*w):
        first = engine.sigmoid(w[0] * X[0] + w[1] * X[1] + B1[0])
        second = engine.sigmoid(w[2] * X[0] + w[3] * X[1] + B1[1])
        y = w[4] * first + w[5] * second + B2[0]
        return (y - T) ** 2 / 2

    weights = np.concatenate([W1.ravel(), W2.ravel()])
    in_W1, _, in_W2, _ = network_backward(W1, B1, W2, B2, X, T)
    by_delta = np.concatenate([in_W1.ravel(), in_W2.ravel()])
    by_engine = np.array(reverse_gradient(loss_of_nodes, weights))
    measured = numerical_gradient(loss, weights)
    print("      by δ     engine   measured")
    for row in zip(by_delta, by_engine, measured, strict=True):
        print(*(f"{value:10.6f}" for value in row))


# --8<-- [end:confirmed]
