"""The same numbers by the topic's own programs."""

import numpy as np

from snippets.chain_rule_and_backpropagation.engine import Node, sensitivities, sigmoid
from snippets.chain_rule_and_backpropagation.layers import layer_backward as backward


def one_neuron():
    """Print the loss of the neuron, and its rates with respect to weight, bias and input."""
    w, b, x = Node(0.5), Node(-1.0), Node(2.0)
    loss = 0.5 * (sigmoid(w * x + b) - 1) ** 2
    s = sensitivities(loss)
    print("loss", loss.value)
    print("rates", s[w], s[b], s[x])


def layer_backward():
    """Print what comes of a sensitivity that is sent back through a layer."""
    weights, a, delta = np.array([[1.0, 2, 0], [3, -1, 1]]), np.array([1.0, 0, 2]), np.array([1.0, 2])
    for_weights, _, for_inputs = backward(weights, a, delta)
    print("weights", for_weights.tolist())
    print("inputs", for_inputs.tolist())
