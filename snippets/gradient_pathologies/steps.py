"""How long a step may be: the gradient is believed as far as it stays what it is.

If the gradient changes at most M times as fast as the place, a step -η g changes it by at most η M ‖g‖. With η M well
below 1 it is, at the end of the step, still nearly the gradient that the step was made with. M is the largest
curvature on the way, and at the start of training it can be much larger than later. A warm-up begins with short steps
and lets them grow.
"""

import numpy as np

from snippets.gradient_pathologies.pathways import loss_and_gradient


# --8<-- [start:warm_up]
def warm_up(rate, over, steps):
    """Learning rates that grow evenly for `over` steps, and then stay at `rate`.

    >>> warm_up(0.4, 4, 6).round(4).tolist()
    [0.1, 0.2, 0.3, 0.4, 0.4, 0.4]
    """
    return rate * np.minimum(1, np.arange(1, steps + 1) / max(over, 1))


# --8<-- [end:warm_up]


# --8<-- [start:changes]
def change_over_step(gradient, place, rate):
    """‖∇f(x - η g) - g‖/‖g‖: which share of the gradient one step replaces.

    >>> round(change_over_step(lambda x: 4 * x, np.array([1.0, 2.0]), 0.1), 6)
    0.4
    """
    g = gradient(place)
    return float(np.linalg.norm(gradient(place - rate * g) - g) / np.linalg.norm(g))


# --8<-- [end:changes]


# --8<-- [start:stack_sharpness]
def stack_sharpness(block, weights, ends, X, T, rounds=300):
    """Largest curvature of a stack's loss, by power iteration on differences.

    >>> ends, one = (np.ones((1, 1)), np.ones(1)), np.ones((1, 1))
    >>> from snippets.gradient_pathologies.pathways import plain_block
    >>> round(stack_sharpness(plain_block, one[None], ends, one, np.array([2.0])), 4)
    1.0
    """
    v, h, size = np.random.default_rng(0).normal(size=weights.shape), 1e-5, 0.0
    for _ in range(rounds):
        v = v / np.linalg.norm(v)
        ahead, behind = (loss_and_gradient(block, weights + t * v, ends, X, T)[1] for t in (h, -h))
        v = (ahead - behind) / (2 * h)
        last, size = size, float(np.linalg.norm(v))
        if abs(size - last) <= 1e-6 * size:
            break
    return size


# --8<-- [end:stack_sharpness]
