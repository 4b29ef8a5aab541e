"""The numbers on the pages about a layer, a batch and the network, by SymPy, loops and a complex step."""

import math
from functools import cache
from pathlib import Path
from unittest import mock

import numpy as np
import sympy as sp
from scipy.special import expit

from snippets.backpropagation_algorithm import network
from snippets.backpropagation_algorithm.data import EPOCHS, RATE, page_data, page_network
from snippets.backpropagation_algorithm.examples.layers import by_engine
from snippets.backpropagation_algorithm.network import mean_log_loss, perceptron, train
from snippets.chain_rule_and_backpropagation.engine import Node
from snippets.oracles import complex_gradient

HALF = sp.Rational(1, 2)
PARAMETERS = 8 * 2 + 8 + 1 * 8 + 1
LINES = len(Path(network.__file__).read_text(encoding="utf-8").splitlines())
BATCH, UPSTREAM = [(1, 0, 2), (0, 1, 1), (2, 1, 0)], [(1, 2), (0, 1), (-1, 0)]
WEIGHTS = sp.Matrix([[1, 2, 0], [3, -1, 1]]) / 4
z = WEIGHTS * sp.Matrix([1, 0, 2])
delta = [(1 - math.tanh(z[0]) ** 2) * 1, (1 - math.tanh(z[1]) ** 2) * 2]
to_x = WEIGHTS.T * sp.Matrix(delta)


def _nodes():
    """Nodes that the scalar engine makes for the page's loss: for results, and for the numbers that it wraps."""
    made, plain = [], Node.__init__
    with mock.patch.object(Node, "__init__", lambda node, *given: (made.append(node), plain(node, *given))[1]):
        x, y, *_ = page_data()
        by_engine(page_network().parameters, x, y)
    return len(made)


def _last_slope():
    """Slope of the page's loss with its last first-layer weight, by a complex step."""
    x, y, *_ = page_data()
    w, b, v, c = page_network().parameters

    def loss(w):
        score = np.tanh(x @ w.T + b) @ v.T + c
        return np.mean(np.log(1 + np.exp(score)) - y * score)

    return complex_gradient(loss, w)[-1, -1]


@cache
def _two_hidden_layers(shared):
    """Losses of a network 2-8-8-1 after the run of the page, from three starts, with one tanh object or two."""
    x, y, *_ = page_data()
    losses = []
    for start in (1, 2, 3):
        found = perceptron([2, 8, 8, 1], np.random.default_rng(start))
        if shared:
            found.layers[3] = found.layers[1]
        train(found, x, y, RATE, EPOCHS)
        losses.append(mean_log_loss(found.forward(x), y)[0])
    return losses


def _twice_tanh(x):
    """Slope of tanh after tanh by one cache, the second one's, by the right slope."""
    inner = math.tanh(x)
    outer = math.tanh(inner)
    return (1 - outer**2) / (1 - inner**2)


def _starting_sums(n):
    """Pre-activations of a hundred units at the start, for a hundred examples with n inputs of size 1."""
    rng = np.random.default_rng(0)
    return rng.normal(size=(100, n)) @ (rng.normal(size=(100, n)) / np.sqrt(n)).T


def _from_zeros():
    """What goes back to the first layer, and what the first layer puts out, if all parameters are 0."""
    x, y, *_ = page_data()
    delta = expit(np.zeros((200, 1))) - y
    return np.abs(delta @ np.zeros((1, 8))).max(), np.abs(np.tanh(x @ np.zeros((2, 8)))).max()


def batches_and_shapes_backward_row_by_row_then_at_once():
    """Backward, row by row, then at once."""
    yield (
        "Weight $(2, 3)$ got 4 from the first example, 1 from the second and 0",
        ...,
        ...,
        *[u[1] * a[2] for u, a in zip(UPSTREAM, BATCH, strict=True)],
    )
    yield "the third, together 5", sum(u[1] * a[2] for u, a in zip(UPSTREAM, BATCH, strict=True))
    yield "= 6 examples, n = 3 inputs and m = 2 neurons. Forward, A (6, 3)", *5 * [...]
    yield "(3, 2) gives Z (6, 2). For the weights, Delta transposed (2, 6)", *6 * [...]
    yield "(6, 3) gives (2, 3), and the side of length 6", *5 * [...]
    yield "(6, 2) times W (2, 3) gives (6, 3)", *6 * [...]
    yield "3). $B = 6$, $n = 3$, $m = 2$", *4 * [...]


def batches_and_shapes_mean_or_sum():
    """Mean or sum."""
    yield r"here, $L = \frac{1}{B} \sum_i \ell_i$", ...
    yield r"\vect{z}_i}$$ $L = \frac{1}{B} \sum_{i=1}^{B} \ell_i$", ..., ...


def batches_and_shapes_broadcasting_and_its_sum():
    """Broadcasting, and its sum."""
    yield "sum at the rate 1", ...
    yield "over the rows: `u.sum(axis=0)`", ...
    yield "| `(u * Z).sum(axis=0)`", ...
    yield "$(B, m)$ | `-u.sum(axis=1, keepdims=True)`", ...
    yield "over the rows, `Z.sum(axis=0)`", ...
    yield "of shape (32, 10)", ..., ...
    yield "rate $-Z/T^2$ in each of the 320", ..., 32 * 10
    yield "of $-u_{ij} Z_{ij} / T^2$", ...


def batches_and_shapes_exercises():
    """Exercises."""
    yield "Where it has 1", ...


def batches_and_shapes_common_mistakes():
    """Common mistakes."""
    yield "**What is right:** `u.sum(axis=0)`", ...
    yield "this topic, with 200", ...
    yield "learns 200 times too slowly, the layer below 40,000", len(page_data()[0]), len(page_data()[0]) ** 2
    yield "above, weight $(2, 3)$", ..., ...


def network_from_scratch_the_top_of_the_page():
    """The top of the page."""
    yield "one file of 150", LINES


def network_from_scratch_the_loss_makes_the_first_upstream_gradient():
    """The loss makes the first upstream gradient."""
    yield "apart, 0 and 1", ..., ...
    yield r"$$\mat{\Delta}_{\text{out}} = \frac{1", ...
    yield r"logits 0 and 0 and labels 1 and 0: the predictions are $\frac{1}{2}$", *4 * [...], expit(0)
    yield r"are $\frac{1}{2}$ and $\frac{1}{2}$", expit(0), expit(0)
    yield r"= \frac{1}{2} \left( \frac{1}{2} - 1,\; \frac{1}{2} - 0", ..., expit(0), ..., expit(0), ...
    yield r"\right)^\T = (-0.25, 0.25)", HALF * (expit(0) - 1), HALF * expit(0)
    yield "step 4 is gradient descent. Steps 1 to 3", ..., ..., ...
    yield "a logit and a label, 0 or 1", ..., ...


def network_from_scratch_every_shape():
    """Every shape."""
    yield "by 2 goes into a linear layer with W1 of shape 8 by 2", ..., ..., ...
    yield "by 8 goes into tanh, which keeps its output A1. A1, 200 by 8", ..., ..., ...
    yield "shape 1 by 8, which keeps A1, the same array. Z2, 200 by 1", *4 * [...]
    yield "by 1 comes from the loss, U of shape 200 by 8 goes into tanh, Delta 1", *4 * [...]
    yield 'by 8 into the first layer. x["X (200, 2)', ..., ..., ...
    yield "(8, 2), b₁ (8", ..., ..., ...
    yield "(1, 8), b₂ (1", ..., ..., ...
    yield "Z₁ (200, 8)<br/>up: Δ₁ (200, 8)", *4 * [...]
    yield "A₁ (200, 8)<br/>up: U (200, 8)", *4 * [...]
    yield "Z₂ (200, 1)<br/>up: Δ₂ (200, 1)", *4 * [...]
    yield "still holds with 199", ...
    yield "The gradient is 33", PARAMETERS


def network_from_scratch_two_witnesses():
    """Two witnesses."""
    yield "each of the 33", PARAMETERS
    yield "this project all 33", PARAMETERS
    yield "The engine made 26,537 nodes", _nodes()


def network_from_scratch_the_start():
    """The start."""
    yield (
        r"Then $\mat{\Delta}_2 \mat{W}_2 = \mat{0}$, nothing reaches the first layer, $\mat{A}_1 = \mat{0}$",
        *_from_zeros(),
    )
    yield "the biases at 0", ...
    yield "pre-activations near size 1", np.std(_starting_sums(1000)).round()
    yield "network 784–100–10 for batches of 64", *4 * [...]
    yield "data? $(100, 784)$, as the weights; $(64, 100)$", *4 * [...]
    yield "first pre-activations; $(64, 784)$", ..., ...


def network_from_scratch_common_mistakes():
    """Common mistakes."""
    yield "of 5 and −5, all on the right side, then with scores of 0", ..., ..., ...
    yield "than scores of 0", ...
    yield "may all be 0", ...
    yield r"down $\frac{1}{B}(\sigma(\mat{Z}) - \mat{Y})$", ...
    yield "With 33 parameters that is 150", PARAMETERS, LINES
    yield "digits, such as 0.05809001", _last_slope()


def one_layer_what_goes_in_what_goes_out():
    """What goes in, what goes out."""
    yield "weights divided by 4", ...
    yield r"= \frac{1}{4} \begin{pmatrix} 1 & 2 & 0 \\ 3 & -1 & 1", *7 * [...]
    yield r"\begin{pmatrix} 1 \\ 0 \\ 2", ..., ..., ...
    yield r"go out: $\vect{z} = \mat{W}\vect{x} = (0.25, 1.25)^\T$", *z


def one_layer_the_cache():
    """The cache."""
    yield r"compute $1 - \tanh^2 z$", ..., ...


def one_layer_deriving_a_layer():
    """Deriving a layer."""
    yield "alone, at the rate 1", ...
    yield "is $u_i (1 - a_i^2)$", ..., ...
    yield "Question 2", ...


def one_layer_as_a_program():
    """As a program."""
    yield r"tanh is $(1, 2)^\T$", ..., ...
    yield r"Times 1 and 2 they are $\vect{\delta} = (0.9400, 0.5608)^\T$", ..., ..., *delta
    yield (
        r"weights $\frac{1}{4}$ and $\frac{3}{4}$, so it gets $0.9400 \cdot 0.25 + 0.5608 \cdot 0.75 = 0.6556$",
        *WEIGHTS[:, 0],
        delta[0],
        WEIGHTS[0, 0],
        delta[1],
        WEIGHTS[1, 0],
        to_x[0],
    )
    yield "that input was 0", ...


def one_layer_layers_in_a_row():
    """Layers in a row."""
    yield "that number is 1", ...


def one_layer_exercise():
    """Exercise."""
    yield "exponential: $s(1 - s)$", ...


def one_layer_a_common_mistake():
    """A common mistake."""
    yield "at $x = 0.5$", ...
    yield "it is 3% too large. Programs", 100 * (_twice_tanh(0.5) - 1)
    yield "A network 2–8–8–1", *4 * [...]
    yield (
        "below 0.001 from each of three starts in 1,500",
        (max(_two_hidden_layers(shared=False)), 0.0015),
        EPOCHS,
    )
    yield "from one of them it does not even get below 0.05", (0, max(_two_hidden_layers(shared=True)))
    yield r"above, $(1, 2)^\T$ came in at the top and $(0.6556, 0.3298, 0.1402)^\T$", ..., ..., *to_x
