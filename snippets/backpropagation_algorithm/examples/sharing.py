"""What the pages print about weights that are shared, values that are added, noise and normalization."""

import numpy as np

from snippets.backpropagation_algorithm.batch_norm import BatchNorm
from snippets.backpropagation_algorithm.dropout import Dropout
from snippets.backpropagation_algorithm.network import Linear, Tanh
from snippets.backpropagation_algorithm.residual import Residual
from snippets.backpropagation_algorithm.sharing import slide, slide_backward, tied, tied_backward
from snippets.partial_derivatives_and_jacobians.matrix_calculus import matrix_gradient

FEATURE = np.array([[1.0], [7], [9], [15]])
SENSITIVITY = np.array([[1.0], [2], [0], [1]])


# --8<-- [start:sliding_back]
def sliding_back():
    """Print both gradients of a convolution, by the rule and measured."""
    w, x, delta = np.array([1.0, -1]), np.array([1.0, 2, 0, 3]), np.array([1.0, 3, 2])
    to_w, to_x = slide_backward(w, x, delta)
    print("weights ", to_w.tolist(), "input", to_x.tolist())
    measured_w = matrix_gradient(lambda v: delta @ slide(v, x), w)
    measured_x = matrix_gradient(lambda v: delta @ slide(w, v), x)
    print("measured", measured_w.round(6).tolist(), "input", measured_x.round(6).tolist())


# --8<-- [end:sliding_back]


# --8<-- [start:tied_matrix]
def tied_matrix():
    """Print the gradient of a matrix that encodes and decodes."""
    weights, x, u = np.array([[1.0, 2, 0], [0, 1, -1]]), np.array([1.0, 1, 2]), np.array([1.0, 0, -1])
    h, y = tied(weights, x)
    print("h", h.tolist(), "y", y.tolist())
    print("as decoder", (np.outer(h, u) + 0).tolist())
    print("as encoder", np.outer(weights @ u, x).tolist())
    print("together  ", tied_backward(weights, x, h, u)[0].tolist())
    measured = matrix_gradient(lambda w: u @ tied(w, x)[1], weights)
    print("measured  ", (measured.round(6) + 0).tolist())


# --8<-- [end:tied_matrix]


# --8<-- [start:deep_stack]
def deep_stack():
    """Print what reaches the bottom of 20 blocks, plain and residual."""
    for kind in ("plain", "residual"):
        rng, layers = np.random.default_rng(0), []
        for _ in range(20):
            block = [Linear(rng.normal(size=(8, 8)) / 8, np.zeros(8)), Tanh()]
            layers += [Residual(block)] if kind == "residual" else block
        x, u = rng.normal(size=(5, 8)), rng.normal(size=(5, 8))
        for layer in layers:
            x = layer.forward(x)
        arrived = u
        for layer in reversed(layers):
            arrived = layer.backward(arrived)
        print(f"{kind:8}  sent {np.linalg.norm(u):.2f}, arrived {np.linalg.norm(arrived):.1e}")


# --8<-- [end:deep_stack]


# --8<-- [start:masked_both_ways]
def masked_both_ways():
    """Print a forward and a backward pass of dropout, and then the mean."""
    layer = Dropout(0.25, np.random.default_rng(1))
    x, u = np.array([[3.0, -6, 1.5, 9]]), np.array([[3.0, 6, 1, -3]])
    print("forward ", layer.forward(x).tolist())
    print("backward", layer.backward(u).tolist())
    many = np.mean([layer.forward(x) for _ in range(40_000)], axis=0)
    print("mean of 40,000 passes", many.round(1).tolist())


# --8<-- [end:masked_both_ways]


# --8<-- [start:normalized_back]
def normalized_back():
    """Print batch norm's gradients, by the rule and measured."""
    layer = BatchNorm(1, eps=0.0)
    print("normalized", layer.forward(FEATURE).ravel().round(4).tolist())
    print("to x      ", layer.backward(SENSITIVITY).ravel().round(4).tolist())
    print("to γ and β", *(g.round(4).tolist() for g in layer.gradients))
    measured = matrix_gradient(lambda x: (SENSITIVITY * layer.forward(x)).sum(), FEATURE)
    print("measured  ", measured.ravel().round(4).tolist())


# --8<-- [end:normalized_back]


# --8<-- [start:after_training]
def after_training():
    """Print the same rows in a batch, in another one, and in evaluation."""
    layer = BatchNorm(1, momentum=0.1)
    for _ in range(200):
        layer.forward(FEATURE)
    print("collected", layer.mean.round(4).tolist(), layer.variance.round(4).tolist())
    print("in its batch  ", layer.forward(FEATURE).ravel().round(4).tolist())
    print("with others   ", layer.forward(np.array([[1.0], [7], [2], [2]])).ravel().round(4).tolist())
    layer.training = False
    layer.mean, layer.variance = np.array([8.0]), np.array([25.0])
    print("in evaluation ", layer.forward(FEATURE[:2]).ravel().round(4).tolist())
    print("and back      ", layer.backward(SENSITIVITY[:2]).ravel().round(4).tolist())


# --8<-- [end:after_training]
