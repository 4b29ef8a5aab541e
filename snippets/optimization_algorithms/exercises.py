"""Exercises of topic 10 with full solutions, in plain Python: floats, lists and `math`.

The docstring is the task. A reader gets the signature and the docstring, and writes the body.
"""

import math


def tail_average(path, share):
    """Return the mean of the last places of a path, coordinate by coordinate.

    `path` is a list of places, each a list of numbers of the same length. The
    tail has `share` of the places, 0 < share <= 1, rounded up: of 5 places
    and the share 0.5 the last 3.

    >>> tail_average([[0.0, 9.0], [2.0, 3.0], [4.0, 5.0]], 0.6)
    [3.0, 4.0]
    >>> tail_average([[0.0], [1.0], [2.0], [3.0], [4.0]], 0.5)
    [3.0]
    >>> tail_average([[7.0, 1.0], [8.0, 2.0]], 0.01)  # never empty
    [8.0, 2.0]
    """
    tail = path[-math.ceil(share * len(path)) :]
    return [sum(numbers) / len(tail) for numbers in zip(*tail, strict=True)]


def smoothness_seen(gradient, places):
    """Return the largest rate of change of a gradient between some places.

    For each pair of different places, lists of n numbers, it is the length of
    the difference of the gradients, divided by the distance. `gradient` takes
    and returns such a list; ask it once for each place. If no two places
    differ, return 0.0. The true M is at least as large.

    >>> slope = lambda p: [2 * p[0], 20 * p[1]]  # of x² + 10y²
    >>> smoothness_seen(slope, [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    20.0
    >>> smoothness_seen(slope, [[0.0, 0.0], [1.0, 0.0]])  # it saw x alone
    2.0
    >>> smoothness_seen(slope, [[3.0, 1.0], [3.0, 1.0]])
    0.0
    """
    slopes = [gradient(place) for place in places]
    largest = 0.0
    for i, here in enumerate(places):
        for j in range(i):
            far = math.dist(here, places[j])
            if far > 0:
                largest = max(largest, math.dist(slopes[i], slopes[j]) / far)
    return largest


def momentum_with_restart(gradient, start, rate, beta, steps):
    """Return the place after some steps of momentum that forgets when it errs.

    In each step: take the gradient g here. If the last step went uphill as
    seen from here, that is, if g · m is negative, set m to zero. Then
    m = beta · m + g, and the place moves by -rate · m. At first m is zero.
    `start` is a list of n numbers; it must be the same after the call.

    >>> bowl = lambda p: [p[0]]  # of x²/2
    >>> momentum_with_restart(bowl, [1.0], 0.5, 0.5, 1)
    [0.5]
    >>> momentum_with_restart(bowl, [1.0], 0.5, 0.5, 3)  # 1, 0.5, 0, -0.25
    [-0.25]
    >>> momentum_with_restart(bowl, [1.0], 0.5, 0.5, 4)  # it forgets: from -0.25
    [-0.125]
    """
    place, m = list(start), [0.0] * len(start)
    for _ in range(steps):
        g = gradient(place)
        if sum(a * b for a, b in zip(g, m, strict=True)) < 0:
            m = [0.0] * len(m)
        m = [beta * old + new for old, new in zip(m, g, strict=True)]
        place = [p - rate * a for p, a in zip(place, m, strict=True)]
    return place


def effective_rates(gradients, rate, eps=1e-10):
    """Return what AdaGrad multiplies the next slope of each weight by.

    `gradients` is a list of the gradients so far, at least one, each a list
    with a slope for each weight; `rate` is AdaGrad's learning rate. The next
    slopes are not known and not counted.

    >>> [round(r, 4) for r in effective_rates([[3.0, 0.5], [4.0, 0.0]], 0.1)]
    [0.02, 0.2]
    >>> effective_rates([[0.0]], 0.1, eps=0.5)  # never heard of
    [0.2]
    """
    sums = [sum(g * g for g in slopes) for slopes in zip(*gradients, strict=True)]
    return [rate / (math.sqrt(total) + eps) for total in sums]


def running_means(values, beta):
    """Return the running mean after each value, corrected as in Adam.

    A value may be None: nothing was heard. Then the mean stays as it is, and
    the correction does not count this step. Before the first number it is None.

    >>> [round(mean, 4) for mean in running_means([2.0, 4.0, 4.0], 0.5)]
    [2.0, 3.3333, 3.7143]
    >>> running_means([None, 3.0, None, 5.0], 0.0)
    [None, 3.0, 3.0, 5.0]
    """
    means, m = [], 0.0
    heard = 0
    for value in values:
        if value is not None:
            m = beta * m + (1 - beta) * value
            heard += 1
        means.append(m / (1 - beta**heard) if heard else None)
    return means


def amsgrad(gradient, start, rate, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    """Return all places of AMSGrad for one weight, the start first.

    It is Adam, with both corrections, but the root is taken of the *largest*
    corrected v so far, as in Optax. `gradient` takes the step's number, counted from 1, and
    the place; `start` is a number.

    >>> slope = lambda k, w: 2 * w
    >>> [round(w, 4) for w in amsgrad(slope, 1.0, 0.1, 2)]
    [1.0, 0.9, 0.8053]
    >>> rare = lambda k, w: 10.0 if k % 3 == 1 else -1.0
    >>> [round(w, 4) for w in amsgrad(rare, 0.0, 1.0, 3, 0.0, 0.5)]
    [0.0, -1.0, -0.9, -0.8]
    """
    places, m, v, largest = [start], 0.0, 0.0, 0.0
    for k in range(1, steps + 1):
        g = gradient(k, places[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        largest = max(largest, v / (1 - beta2**k))
        step = m / (1 - beta1**k) / (math.sqrt(largest) + eps)
        places.append(places[-1] - rate * step)
    return places


def micro_batch_gradient(gradients, sizes):
    """Return the gradient of the mean loss over a batch, from its parts.

    `gradients` is a list of gradients, each that of the *mean* loss over one
    part; `sizes` holds the number of examples of each part. A part of 0
    examples counts nothing; if there are no examples at all, raise ValueError.

    >>> micro_batch_gradient([[1.0, 4.0], [3.0, 0.0]], [16, 16])
    [2.0, 2.0]
    >>> micro_batch_gradient([[1.0, 4.0], [3.0, 0.0]], [48, 16])
    [1.5, 3.0]
    >>> micro_batch_gradient([[1.0]], [0])
    Traceback (most recent call last):
        ...
    ValueError: a batch has examples
    """
    if sum(sizes) == 0:
        raise ValueError("a batch has examples")
    totals = [0.0] * len(gradients[0])
    for gradient, size in zip(gradients, sizes, strict=True):
        totals = [t + size * g for t, g in zip(totals, gradient, strict=True)]
    return [t / sum(sizes) for t in totals]


def warmup_cosine(step, warmup, steps, peak, floor=0.0):
    """Return the learning rate of a step: a ramp, then half a cosine.

    Steps are counted from 0. During the first `warmup` steps the rate grows
    evenly and has the `peak` in the last of them; step 0 is not 0. From step
    `warmup` on it is half a cosine wave that begins at the peak and would
    reach `floor` at step `steps`; later it stays there. warmup < steps.

    >>> [warmup_cosine(k, 4, 100, 1.0) for k in (0, 1, 3, 4)]
    [0.25, 0.5, 1.0, 1.0]
    >>> [round(warmup_cosine(k, 0, 4, 1.0, 0.2), 4) for k in (0, 1, 2, 4, 9)]
    [1.0, 0.8828, 0.6, 0.2, 0.2]
    """
    if step < warmup:
        return peak * (step + 1) / warmup
    if step >= steps:
        return floor
    done = (step - warmup) / (steps - warmup)
    return floor + (peak - floor) * (1 + math.cos(math.pi * done)) / 2


def rate_from_range_test(rates, losses, width=1, share=0.1):
    """Return the rate that a range test advises, or None.

    `rates` grow, and `losses` are those after each step. The test ends before
    the first loss that is not finite. Smooth the losses: each becomes the mean
    of itself and of up to `width` neighbors on either side, as far as there
    are any. Return `share` of the rate with the lowest smoothed loss, the
    first of equals; None if the first loss already is not finite.

    >>> rate_from_range_test([0.01, 0.1, 1.0, 10.0], [3.0, 2.0, 1.0, 50.0], 0)
    0.1
    >>> rate_from_range_test([1.0, 2.0, 4.0, 8.0], [3.0, 2.0, 1.0, 50.0], 1, 0.5)
    1.0
    >>> rate_from_range_test([0.25, 0.5, 1.0], [2.0, 1.0, float("inf")], 0, 0.5)
    0.25
    >>> rate_from_range_test([1.0, 2.0], [float("nan"), 1.0]) is None
    True
    """
    end = 0
    while end < len(losses) and math.isfinite(losses[end]):
        end += 1
    if end == 0:
        return None
    smooth = []
    for k in range(end):
        near = losses[max(0, k - width) : min(end, k + width + 1)]
        smooth.append(sum(near) / len(near))
    return share * rates[smooth.index(min(smooth))]


def momentum_update(weights, gradients, state, rate, beta=0.9, look_ahead=False):
    """Return new weights and the new state of momentum, as in PyTorch.

    `weights` and `gradients` are lists of numbers. The state is the list m, or
    None at first, when m is zero. m becomes beta · m + g, and each weight moves
    by -rate · m; with `look_ahead` (Nesterov) by -rate · (g + beta · m), with the
    new m. Nothing that was given may change.

    >>> momentum_update([1.0, 2.0], [0.5, -1.0], None, 0.5)
    ([0.75, 2.5], [0.5, -1.0])
    >>> momentum_update([1.0], [0.5], [1.0], 0.5, 0.5)
    ([0.5], [1.0])
    >>> momentum_update([1.0], [0.5], [1.0], 0.5, 0.5, look_ahead=True)
    ([0.5], [1.0])
    >>> momentum_update([1.0], [0.5], None, 0.5, 0.5, look_ahead=True)
    ([0.625], [0.5])
    """
    if state is None:
        state = [0.0] * len(weights)
    m = [beta * old + g for old, g in zip(state, gradients, strict=True)]
    steps = [g + beta * a for g, a in zip(gradients, m, strict=True)] if look_ahead else m
    return [w - rate * step for w, step in zip(weights, steps, strict=True)], m


def adamw_update(weights, gradients, state, rate, beta1=0.9, beta2=0.999, eps=1e-8, decay=0.01):
    """Return new weights and the new state of AdamW, as in PyTorch.

    The state is (k, m, v): how many steps have been done, and two lists of
    running means; None at first. Each weight w moves by
    -rate · (m̂ / (√v̂ + eps) + decay · w), with the corrected new means. Nothing
    that was given may change.

    >>> weights, state = adamw_update([1.0, -2.0], [0.5, -8.0], None, 0.1, decay=0.5)
    >>> [round(w, 6) for w in weights]  # 0.1 for the slope, and 5%
    [0.85, -1.8]
    >>> weights, state = adamw_update(weights, [0.5, 8.0], state, 0.1, decay=0.0)
    >>> [round(w, 6) for w in weights], state[0]
    ([0.75, -1.805263], 2)
    """
    k, m, v = state or (0, [0.0] * len(weights), [0.0] * len(weights))
    k += 1
    m = [beta1 * a + (1 - beta1) * g for a, g in zip(m, gradients, strict=True)]
    v = [beta2 * b + (1 - beta2) * g * g for b, g in zip(v, gradients, strict=True)]
    new = []
    for w, a, b in zip(weights, m, v, strict=True):
        root = math.sqrt(b / (1 - beta2**k)) + eps
        new.append(w - rate * (a / (1 - beta1**k) / root + decay * w))
    return new, (k, m, v)


def train_with(update, loss, gradient, weights, rates):
    """Return the weights after training, and the losses before and after each step.

    `update(weights, gradients, state, rate)` returns new weights and a new
    state; at first the state is None. `loss` and `gradient` take the weights.
    `rates` holds a learning rate for each step. With n rates there are n + 1
    losses.

    >>> plain = lambda w, g, s, rate: ([a - rate * b for a, b in zip(w, g)], None)
    >>> train_with(plain, lambda w: w[0]**2, lambda w: [2 * w[0]], [1.0], [0.25, 0.5])
    ([0.0], [1.0, 0.25, 0.0])
    >>> weeks, heights = [0, 1, 2, 3, 4], [1.3, 2.4, 5.1, 7.4, 8.8]
    >>> errors = lambda l: [l[0] * x + l[1] - y for x, y in zip(weeks, heights)]
    >>> mse = lambda l: sum(e * e for e in errors(l)) / 5
    >>> def slope(l):
    ...     es = errors(l)
    ...     return [2 * sum(e * x for e, x in zip(es, weeks)) / 5, 2 * sum(es) / 5]
    >>> line, losses = train_with(plain, mse, slope, [0.0, 0.0], [0.1] * 200)
    >>> [round(number, 3) for number in line], round(losses[-1], 3)
    ([2.0, 1.0], 0.132)
    """
    losses, state = [loss(weights)], None
    for rate in rates:
        weights, state = update(weights, gradient(weights), state, rate)
        losses.append(loss(weights))
    return weights, losses


def network_gradient(weights, xs, ys):
    """Return the mean squared error of a small network, and its gradient.

    The network has one input, H hidden units and one output,
    c_1 · tanh(a_1 · x + b_1) + … + c_H · tanh(a_H · x + b_H) + d. `weights` is the
    list [a_1, …, a_H, b_1, …, b_H, c_1, …, c_H, d]; the gradient has the same
    order. `xs` and `ys` are lists of n inputs and targets, n > 0.

    >>> error, slopes = network_gradient([0.0, 0.0, 2.0, 1.0], [1.0, 3.0], [0.0, 0.0])
    >>> error, slopes
    (1.0, [8.0, 4.0, 0.0, 2.0])
    >>> start, xs = [1.0, -2.0, 0.5, 0.0, 1.0, 0.5, 0.25], [-1.0, 0.0, 1.0, 2.0]
    >>> error, slopes = network_gradient(start, xs, [0.5, 0.0, 1.0, -1.0])
    >>> round(error, 4), [round(slope, 4) for slope in slopes[:3]]
    (0.921, [0.1071, -0.0005, 0.1831])
    """
    units = len(weights) // 3
    a, b, c, d = weights[:units], weights[units : 2 * units], weights[2 * units : -1], weights[-1]
    error, slopes = 0.0, [0.0] * len(weights)
    for x, y in zip(xs, ys, strict=True):
        hidden = [math.tanh(a[j] * x + b[j]) for j in range(units)]
        off = sum(c[j] * hidden[j] for j in range(units)) + d - y
        error += off * off / len(xs)
        back = 2 * off / len(xs)
        slopes[-1] += back
        for j in range(units):
            inner = back * c[j] * (1 - hidden[j] ** 2)
            slopes[j] += inner * x
            slopes[units + j] += inner
            slopes[2 * units + j] += back * hidden[j]
    return error, slopes
