"""Paths around a layer: what a gradient finds when it need not go through every Jacobian.

Examples are rows, as in a batch, so a block with the weights W maps h, shape (examples, n), to

    plain       φ(h) Wᵀ                  Jacobian W S
    residual    h + s φ(h) Wᵀ            Jacobian I + s W S
    normalized  φ(n(h)) Wᵀ               n subtracts each row's mean and divides by its spread

A product of matrices I + B does not vanish when the B are small: multiplied out, it has one term that is I. Each
block returns its value and a function that pulls a gradient back through it, to h and to W.
"""

import numpy as np

from snippets.gradient_pathologies.stacks import draw_stack
from snippets.losses_and_activations.activations import relu, relu_slope


# --8<-- [start:blocks]
def plain_block(W, h):
    """φ(h) Wᵀ with ReLU, and how a gradient u comes back: to h, and to W.

    >>> value, pull = plain_block(np.array([[2.0]]), np.array([[3.0]]))
    >>> value.tolist(), [g.tolist() for g in pull(np.array([[1.0]]))]
    ([[6.0]], [[[2.0]], [[3.0]]])
    """
    a = relu(h)
    return a @ W.T, lambda u: (relu_slope(h) * (u @ W), u.T @ a)


def residual_block(W, h, scale=1.0):
    """H + scale · φ(h) Wᵀ: the input goes around the layer, too.

    >>> value, pull = residual_block(np.array([[2.0]]), np.array([[3.0]]))
    >>> value.tolist(), [g.tolist() for g in pull(np.array([[1.0]]))]
    ([[9.0]], [[[3.0]], [[3.0]]])
    """
    value, pull = plain_block(W, h)

    def back(u):
        in_h, in_W = pull(scale * u)
        return u + in_h, in_W

    return h + scale * value, back


def normalized_block(W, h):
    """φ(n(h)) Wᵀ: each row is first brought to mean 0 and mean square 1.

    >>> value, pull = normalized_block(np.eye(2), np.array([[100.0, 300.0]]))
    >>> value.tolist()
    [[0.0, 1.0]]
    """
    centered = h - h.mean(axis=1, keepdims=True)
    s = np.sqrt(np.mean(centered**2, axis=1, keepdims=True))
    n = centered / s
    value, pull = plain_block(W, n)

    def back(u):
        in_n, in_W = pull(u)
        mean, along = (np.mean(v, axis=1, keepdims=True) for v in (in_n, n * in_n))
        return (in_n - mean - n * along) / s, in_W

    return value, back


# --8<-- [end:blocks]


# --8<-- [start:through]
def through(block, weights, h):
    """The output of a stack of blocks, and the pulls of its blocks in order.

    >>> h, pulls = through(plain_block, np.array([[[2.0]], [[3.0]]]), np.array([[1.0]]))
    >>> h.tolist(), len(pulls)
    ([[6.0]], 2)
    """
    pulls = []
    for W in weights:
        h, pull = block(W, h)
        pulls.append(pull)
    return h, pulls


def lengths_back(pulls, upstream):
    """Length of the gradient in front of each block and behind the last: (depth + 1,).

    >>> _, pulls = through(plain_block, np.array([[[2.0]], [[3.0]]]), np.array([[1.0]]))
    >>> lengths_back(pulls, np.array([[1.0]])).tolist()
    [6.0, 3.0, 1.0]
    """
    found = [upstream]
    for pull in reversed(pulls):
        found.append(pull(found[-1])[0])
    return np.array([np.linalg.norm(u) for u in found[::-1]])


# --8<-- [end:through]


# --8<-- [start:train_stack]
def loss_and_gradient(block, weights, ends, X, T):
    """Half the mean squared error of y = B(X Aᵀ) c, and its gradient in the blocks.

    `ends` is (A, c), shapes (n, inputs) and (n,); `weights` has the shape
    (depth, n, n), X (examples, inputs), T (examples,).

    >>> ends, one = (np.ones((1, 1)), np.ones(1)), np.ones((1, 1))
    >>> loss_and_gradient(plain_block, one[None], ends, one, np.array([2.0]))
    (0.5, array([[[-1.]]]))
    """
    A, c = ends
    h, pulls = through(block, weights, X @ A.T)
    error = (h @ c - T) / len(X)
    u, found = np.outer(error, c), []
    for pull in reversed(pulls):
        u, in_W = pull(u)
        found.append(in_W)
    return float(len(X) * error @ error / 2), np.array(found[::-1])


def train_stack(block, weights, ends, X, T, rates):
    """Loss before each step of descent, with one of the `rates` at each: (steps,).

    >>> ends, one = (np.ones((1, 1)), np.ones(1)), np.ones((1, 1))
    >>> train_stack(plain_block, one[None], ends, one, np.array([2.0]), [0.5] * 3).tolist()
    [0.5, 0.125, 0.03125]
    """
    losses = []
    for rate in rates:
        loss, gradient = loss_and_gradient(block, weights, ends, X, T)
        losses.append(loss)
        weights = weights - rate * gradient
    return np.array(losses)


# --8<-- [end:train_stack]


# --8<-- [start:wave]
def wave(examples=32):
    """Inputs on a circle, (examples, 2), and a wave to learn on it, (examples,).

    >>> X, T = wave(4)
    >>> X.shape, T.shape
    ((4, 2), (4,))
    """
    angle = 2 * np.pi * np.arange(examples) / examples
    return np.stack([np.cos(angle), np.sin(angle)], axis=1), np.sin(2 * angle)


def ends_of(width, rng):
    """The fixed first and last map of such a stack, (width, 2) and (width,).

    >>> [end.shape for end in ends_of(8, np.random.default_rng(0))]
    [(8, 2), (8,)]
    """
    return rng.normal(size=(width, 2)), rng.normal(size=width) / np.sqrt(width)


# --8<-- [end:wave]


def typical_share(block, gain, depth, draws=20):
    """Length of a gradient in front of a stack of width 32, by that behind it: the median of some draws.

    >>> round(typical_share(lambda W, h: residual_block(W, h, 0.0), 1.0, 5), 6)
    1.0
    """
    shares, (X, _) = [], wave()
    for seed in range(draws):
        rng = np.random.default_rng(seed)
        A, _ = ends_of(32, rng)
        _, pulls = through(block, draw_stack(depth, 32, gain, rng), X @ A.T)
        lengths = lengths_back(pulls, rng.normal(size=(len(X), 32)))
        shares.append(lengths[0] / lengths[-1])
    return float(np.median(shares))
