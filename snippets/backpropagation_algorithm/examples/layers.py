"""What the pages print about one layer, a batch, and the gradients of a network."""

import numpy as np

from snippets.backpropagation_algorithm.data import page_data, page_network
from snippets.backpropagation_algorithm.moons import two_moons
from snippets.backpropagation_algorithm.network import Linear, Tanh, mean_log_loss
from snippets.chain_rule_and_backpropagation.engine import Node, log, sensitivities, sigmoid
from snippets.partial_derivatives_and_jacobians.matrix_calculus import matrix_gradient

WEIGHTS = np.array([[1.0, 2, 0], [3, -1, 1]])
BATCH = np.array([[1.0, 0, 2], [0, 1, 1], [2, 1, 0]])
UPSTREAM = np.array([[1.0, 2], [0, 1], [-1, 0]])


# --8<-- [start:two_layers]
def two_layers():
    """Print what goes into and out of a linear layer and a tanh."""
    linear, tanh = Linear(WEIGHTS / 4, np.zeros(2)), Tanh()
    z = linear.forward(np.array([[1.0, 0, 2]]))
    a = tanh.forward(z)
    print("forward ", z.tolist(), "to", a.round(4).tolist())
    to_z = tanh.backward(np.array([[1.0, 2]]))
    to_x = linear.backward(to_z)
    print("backward", to_z.round(4).tolist())
    print("      to", to_x.round(4).tolist())
    for name, gradient in zip(("weights", "bias"), linear.gradients, strict=True):
        print(f"{name:8}", gradient.round(4).tolist())


# --8<-- [end:two_layers]


# --8<-- [start:batch_or_one_by_one]
def batch_or_one_by_one():
    """Print the gradients of a batch of three, and those of each example."""
    layer = Linear(WEIGHTS, np.zeros(2))
    rows = range(3)
    for i in rows:
        layer.forward(BATCH[i : i + 1])
        back = layer.backward(UPSTREAM[i : i + 1])
        weights, bias = (g.tolist() for g in layer.gradients)
        print(f"{i + 1}  ", *weights, bias)
        print("  to inputs", back.tolist())
    layer.forward(BATCH)
    back = layer.backward(UPSTREAM)
    weights, bias = (g.tolist() for g in layer.gradients)
    print("all", *weights, bias)
    print("  to inputs", *back.tolist(), sep="\n    ")


# --8<-- [end:batch_or_one_by_one]


# --8<-- [start:sum_or_mean]
def sum_or_mean():
    """Print the length of the first weights' gradient, summed and averaged."""
    print("examples      sum    mean")
    for count in (20, 100, 500, 2500):
        x, y = two_moons(count, 0.15, np.random.default_rng(7))
        network = page_network()
        _, delta = mean_log_loss(network.forward(x), y)
        network.backward(delta)
        mean = np.linalg.norm(network.gradients[0])
        print(f"{count:8}  {mean * count:7.1f}  {mean:6.4f}")


# --8<-- [end:sum_or_mean]


# --8<-- [start:every_shape]
def every_shape():
    """Print the shape of all that goes through the network and back."""
    x, y, *_ = page_data()
    network, arrays = page_network(), [x]
    for layer in network.layers:
        arrays.append(layer.forward(arrays[-1]))
    _, u = mean_log_loss(arrays[-1], y)
    for layer, a in zip(network.layers[::-1], arrays[-2::-1], strict=True):
        name, out, u = type(layer).__name__, u.shape, layer.backward(u)
        left = [g.shape for g in layer.gradients]
        print(f"{name:6} {out!s:8} back to {u.shape!s:8} {a.shape == u.shape}", *left)


# --8<-- [end:every_shape]


# --8<-- [start:three_routes]
def three_routes():
    """Print gradients of a weight of each kind, found in three ways."""
    x, y, *_ = page_data()
    network = page_network()

    def loss_with(number, array):  # the loss if one parameter were this array
        kept = network.parameters[number].copy()
        network.parameters[number][...] = array
        loss, _ = mean_log_loss(network.forward(x), y)
        network.parameters[number][...] = kept
        return loss

    _, delta = mean_log_loss(network.forward(x), y)
    network.backward(delta)
    engine = by_engine(network.parameters, x, y)
    print("            backward  differences  the engine")
    for number, gradient in enumerate(network.gradients):
        table = matrix_gradient(lambda array, k=number: loss_with(k, array), network.parameters[number])
        last = gradient.flat[-1], table.flat[-1], engine[number][-1]
        print(f"array {number}  ", *(f"{value:11.8f}" for value in last))


# --8<-- [end:three_routes]


def by_engine(parameters, x, y):
    """Gradients of the mean log loss by the scalar engine of topic 02: a flat list for each of the four parameters."""
    w1, b1, w2, b2 = nodes = [[Node(float(v)) for v in p.flat] for p in parameters]
    n, total = x.shape[1], Node(0.0)
    for row, label in zip(x, y.ravel(), strict=True):
        hidden = []
        for j, bias in enumerate(b1):
            z = sum((w1[n * j + i] * float(row[i]) for i in range(n)), bias)
            hidden.append(2 * sigmoid(2 * z) - 1)
        score = sum((w * h for w, h in zip(w2, hidden, strict=True)), b2[0])
        total = total - log(sigmoid(score if label else -score))
    found = sensitivities(total / len(x))
    return [[found[node] for node in group] for group in nodes]
