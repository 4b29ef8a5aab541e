"""A weight that is used many times: each use contributes to its derivative, and the contributions add up.

The smallest recurrent network keeps one number, its state, and takes in one number at each step: h_k = w·h_{k-1} + x_k,
with h₀ = 0. Unrolled, the same w stands at every step. Pretend that each step has a weight of its own. Then use k has
the derivative δ_k·h_{k-1}, where δ_k is the sensitivity of the loss to the state h_k, and δ_{k-1} = w·δ_k.
Backpropagation through time is the sum of these.
"""


# --8<-- [start:shares]
def states(w, inputs):
    """h₀ = 0 and h_k = w·h_{k-1} + x_k after each input.

    >>> states(0.5, [4, 1, 0])
    [0, 4.0, 3.0, 1.5]
    """
    h = [0]
    for x in inputs:
        h.append(w * h[-1] + x)
    return h


def shares(w, inputs, target):
    """What each use of w, first to last, adds to the slope of ½(h - target)².

    >>> shares(0.5, [4, 1, 0], 1)
    [0.0, 1.0, 1.5]
    """
    *before, last = states(w, inputs)
    delta, found = last - target, []
    for h in reversed(before):
        found.append(delta * h)
        delta = delta * w
    return found[::-1]


# --8<-- [end:shares]
