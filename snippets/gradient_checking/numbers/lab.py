"""The numbers of the lab: its network written once more, and one of its programs trained."""

import numpy as np

UNITS, EXAMPLES, INPUTS, CLASSES, RATE, STEPS = 6, 20, 3, 4, 0.3, 1000


def _case():
    """Parameters and batch, drawn as the lab draws them."""
    rng = np.random.default_rng(8)
    shapes = (UNITS, INPUTS), (UNITS,), (UNITS, UNITS), (UNITS,), (CLASSES, UNITS), (CLASSES,)
    parameters = [rng.normal(size=shape) / np.sqrt(shape[-1]) for shape in shapes]
    return parameters, rng.normal(size=(EXAMPLES, INPUTS)), rng.integers(0, CLASSES, size=EXAMPLES)


def _losses():
    """The loss before the first step, and before the last one of the program that keeps its first centered values."""
    (W, b, V, c, M, d), x, y = _case()
    losses, kept = [], None
    for _ in range(STEPS):
        a = np.tanh(x @ W.T + b)
        centered = a - a.mean(axis=0)
        kept = centered if kept is None else kept
        bent = np.tanh(centered @ V.T + c)
        scores = (bent + centered) @ M.T + d
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        losses.append(-logs[np.arange(EXAMPLES), y].mean() + 0.0015 * sum((w**2).sum() for w in (W, V, M)))
        at_scores = (np.exp(logs) - np.eye(CLASSES)[y]) / EXAMPLES
        back = at_scores @ M
        at_bend = back * (1 - bent**2)
        first = at_bend @ V + back
        first = (first - first.mean(axis=0)) * (1 - a**2)
        M, d = M - RATE * (at_scores.T @ (bent + centered) + 0.003 * M), d - RATE * at_scores.sum(axis=0)
        V, c = V - RATE * (at_bend.T @ kept + 0.003 * V), c - RATE * at_bend.sum(axis=0)
        W, b = W - RATE * (first.T @ x + 0.003 * W), b - RATE * first.sum(axis=0)
    return losses[0], losses[-1]


def _without_tanh():
    """How much the loss changes with a bias of the first layer, where that layer has no tanh."""
    (W, b, V, c, M, d), x, y = _case()

    def loss(b):
        a = x @ W.T + b
        centered = a - a.mean(axis=0)
        scores = (V @ centered.T + c[:, None] + centered.T).T @ M.T + d
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        return -logs[np.arange(EXAMPLES), y].mean()

    return loss(b + 1e-3) - loss(b)


def _left_of_a_mean():
    """Sum over the units of what is left, when their mean has been subtracted."""
    (W, *_), x, _ = _case()
    values = x @ W.T
    return (values - values.mean(axis=1, keepdims=True)).sum()


def lab_the_lab():
    """The lab."""
    yield "sizes 20, 3, 6 and 4", EXAMPLES, INPUTS, UNITS, CLASSES
    yield "## Tool 1", ...
    yield "line. ## Tool 2", ...
    yield "acquitted. ## Tool 3", ...
    yield "mean. ## Tool 4", ...
    yield "Where tanh has the slope 1", 1 - np.tanh(0) ** 2
    yield "matrix. ## Tool 5", ...
    yield "of `b1` is 0", _without_tanh()
    yield "back adds up to 0", _left_of_a_mean()
    yield "of 20, plain descent with the rate 0.3, 1,000", EXAMPLES, RATE, STEPS
    yield "from 1.404 to below 0.24", _losses()[0], (_losses()[1], _losses()[1] + 0.01)
