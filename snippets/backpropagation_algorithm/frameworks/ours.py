"""The same numbers by the topic's own programs."""

import numpy as np

from snippets.backpropagation_algorithm.batch_norm import BatchNorm
from snippets.backpropagation_algorithm.network import Linear, Network, Tanh, mean_log_loss
from snippets.partial_derivatives_and_jacobians.counting import counted, multiplications


def one_step():
    """Print loss and gradients of a network with two inputs, two hidden units and one logit, for a batch of three."""
    x, y = np.array([[1.0, 0], [0, 2], [-1, 1]]), np.array([[1.0], [0], [1]])
    first = Linear(np.array([[1.0, -0.5], [0.5, 1.0]]), np.array([0.0, 0.5]))
    network = Network([first, Tanh(), Linear(np.array([[2.0, -1.0]]), np.array([0.25]))])
    loss, delta = mean_log_loss(network.forward(x), y)
    network.backward(delta)
    print(f"loss {loss:.4f}")
    for gradient in network.gradients:
        print(*(f"{g:.4f}" for g in gradient.flatten()))


def own_layer():
    """Print a tanh's value, and what it hands down."""
    layer = Tanh()
    print(*(f"{value:.4f}" for value in layer.forward(np.array([0.0, 1.0]))))
    print(*(f"{value:.4f}" for value in layer.backward(np.array([5.0, 5.0]))))


def normalized():
    """Print batch norm's gradients for one feature of four examples, in training and in evaluation."""
    layer, u = BatchNorm(1, eps=0.0), np.array([[1.0], [2], [0], [1]])
    for mode in ("training", "evaluation"):
        layer.training = mode == "training"
        layer.forward(np.array([[1.0], [7], [9], [15]]))
        print(mode, *(f"{value:.4f}" for value in layer.backward(u).flatten()))
    print(f"collected {layer.mean[0]:.4f} {layer.variance[0]:.4f}")


def operations():
    """Print the operations of both passes of three linear layers, for a batch of eight."""
    rng, sizes = np.random.default_rng(0), [(30, 20), (30, 30), (10, 30)]
    network = Network([Linear(counted(rng.normal(size=s)), counted(np.zeros(s[0]))) for s in sizes])
    forward = 2 * multiplications(network.forward, rng.normal(size=(8, 20)))
    backward = 2 * multiplications(network.backward, rng.normal(size=(8, 10)))
    lowest = network.layers[0].parameters[0]
    to_data = 2 * multiplications(lambda u: u @ lowest, rng.normal(size=(8, 30)))
    print("gradient of the data True:", forward, backward)
    print("gradient of the data False:", forward, backward - to_data)
