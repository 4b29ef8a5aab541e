"""What the page prints below its common mistakes."""

import numpy as np

from snippets.backpropagation_algorithm.attention import attention, attention_backward
from snippets.backpropagation_algorithm.batch_norm import BatchNorm
from snippets.backpropagation_algorithm.data import EPOCHS, RATE, page_data, page_network
from snippets.backpropagation_algorithm.dropout import Dropout
from snippets.backpropagation_algorithm.moons import accuracy
from snippets.backpropagation_algorithm.network import Network, Tanh, mean_log_loss, train
from snippets.chain_rule_and_backpropagation.engine import Node
from snippets.losses_and_activations.stable import log_loss
from snippets.partial_derivatives_and_jacobians.matrix_calculus import matrix_gradient


# --8<-- [start:one_cache_for_two]
def one_cache_for_two():
    """Print the gradient of x through tanh twice: two objects, then one."""
    x, one = np.array([[0.5]]), Tanh()
    for name, layers in (("two objects", [Tanh(), Tanh()]), ("one object ", [one, one])):
        network = Network(layers)
        network.forward(x)
        found = network.backward(np.ones((1, 1)))
        measured = matrix_gradient(lambda x, n=network: n.forward(x).sum(), x)
        print(f"{name}  {found[0, 0]:.4f}   measured {measured[0, 0]:.4f}")


# --8<-- [end:one_cache_for_two]


# --8<-- [start:bias_for_each_row]
def bias_for_each_row():
    """Print the shape of a bias after a step without the sum."""
    bias, u = np.zeros(3), np.ones((4, 3))  # 4 examples, 3 neurons
    wrong, right = bias - 0.1 * u, bias - 0.1 * u.sum(axis=0)
    print("wrong", wrong.shape, "right", right.shape)
    scores = np.zeros((1, 3))  # one new example
    print("wrong", (scores + wrong).shape, "right", (scores + right).shape)


# --8<-- [end:bias_for_each_row]


# --8<-- [start:divided_again]
def divided_again():
    """Print wrong gradients by right ones, if each layer divides by B."""
    x, y, *_ = page_data()
    network = page_network()
    _, delta = mean_log_loss(network.forward(x), y)
    network.backward(delta)
    right = network.gradients
    u = delta
    for layer in reversed(network.layers):  # people's layer, in steps
        u = layer.backward(u)
        if layer.parameters:
            u = u / len(x)
            layer.gradients = [g / len(x) for g in layer.gradients]
    for number, (wrong, g) in enumerate(zip(network.gradients, right, strict=True)):
        print(f"array {number}: 1/{g.flat[0] / wrong.flat[0]:.0f} of the gradient")


# --8<-- [end:divided_again]


# --8<-- [start:labels_in_a_row]
def labels_in_a_row():
    """Print the mean loss with labels (B, 1), and with labels (B,)."""
    labels = np.array([1.0, 0, 1, 0])
    for name, z in (("all right", 5 * (2 * labels - 1)), ("all zero ", 0 * labels)):
        scores = z[:, None]
        good, bad = log_loss(scores, labels[:, None]), log_loss(scores, labels)
        print(f"{name}  {good.shape} {good.mean():.4f}   {bad.shape} {bad.mean():.4f}")


# --8<-- [end:labels_in_a_row]


# --8<-- [start:equal_start]
def equal_start():
    """Print where training ends from three starts."""
    x, y, *_ = page_data()
    for name, start in (("all 0", 0.0), ("all 0.5", 0.5), ("random", None)):
        network = page_network()
        if start is not None:
            for p in network.parameters:
                p[...] = start
        train(network, x, y, RATE, EPOCHS)
        loss, _ = mean_log_loss(network.forward(x), y)
        different = len(np.unique(network.parameters[0].round(9), axis=0))
        right = accuracy(network.forward(x), y)
        print(f"{name:7} loss {loss:.4f}, right {right:.3f}, distinct units {different}")


# --8<-- [end:equal_start]


# --8<-- [start:repeated_places]
def repeated_places():
    """Print the gradient of a table of three rows, added in two ways."""
    tokens, delta = np.array([2, 0, 2]), np.array([[1.0], [10], [100]])
    overwritten, added = np.zeros((3, 1)), np.zeros((3, 1))
    overwritten[tokens] += delta
    np.add.at(added, tokens, delta)
    print("+=       ", overwritten.ravel().tolist())
    print("np.add.at", added.ravel().tolist())


# --8<-- [end:repeated_places]


# --8<-- [start:another_mask]
def another_mask():
    """Print dropout's gradient with its mask, with a new one, and measured."""
    layer, x, u = Dropout(0.5, np.random.default_rng(1)), np.ones((1, 6)), np.ones((1, 6))
    layer.forward(x)
    print("its mask", layer.backward(u).tolist())
    mask = layer.cache
    print("measured", matrix_gradient(lambda x: (u * x * mask).sum(), x).round(6).tolist())
    layer.forward(x)
    print("new mask", layer.backward(u).tolist())


# --8<-- [end:another_mask]


# --8<-- [start:statistics_held]
def statistics_held():
    """Print batch norm's gradient with mean and spread held, and measured."""
    x, u = np.array([[1.0], [7], [9], [15]]), np.array([[1.0], [2], [0], [1]])
    layer = BatchNorm(1, eps=0.0)
    layer.forward(x)
    _, s = layer.cache
    print("held    ", (u / s).ravel().tolist())
    print("measured", matrix_gradient(lambda x: (u * layer.forward(x)).sum(), x).ravel().round(3).tolist())


# --8<-- [end:statistics_held]


# --8<-- [start:kept_graphs]
def kept_graphs():
    """Print how many nodes stay alive while losses are logged."""
    w, total, plain = Node(0.5), Node(0.0), 0.0
    for step in range(1, 4):
        loss = (w * float(step) - 1.0) ** 2
        total, plain = total + loss, plain + loss.value
        print(f"step {step}: nodes below the total {below(total)}, below a number {below(Node(plain))}")


# --8<-- [end:kept_graphs]


def below(node):
    """How many nodes can be reached from this one, itself included."""
    found, waiting = set(), [node]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += [operand for operand, _ in one.edges]
    return len(found)


# --8<-- [start:unscaled_back]
def unscaled_back():
    """Print attention's gradient without the root, by the right one."""
    rng = np.random.default_rng(0)
    for d in (16, 64):
        q, k, v, u = rng.normal(size=(4, 5, d))
        _, p = attention(q, k, v)
        right, _, _ = attention_backward(q, k, v, p, u)
        to_p = u @ v.T
        wrong = (p * (to_p - (p * to_p).sum(axis=1, keepdims=True))) @ k
        print(f"d = {d}: {np.linalg.norm(wrong) / np.linalg.norm(right):.1f} times the gradient")


# --8<-- [end:unscaled_back]
