"""Exercises of topic 09 with full solutions, in plain Python: floats, lists and `math`.

The docstring is the task. A reader gets the signature and the docstring, and writes the body.
"""

import math


def weakest_link(lengths):
    """Return which step down multiplies a gradient least, and by how much.

    `lengths` has the gradient's length in each layer, the first layer first;
    there are two layers or more. The step into layer k comes from layer k + 1.
    Return the pair (k, factor), with layers counted from 0; of equal factors
    take the one nearest to the loss. Behind a length 0 there is nothing to
    multiply: such steps do not count. If no step is left, raise ValueError.

    >>> weakest_link([1.0, 4.0, 2.0, 4.0])
    (0, 0.25)
    >>> weakest_link([0.0, 0.0, 3.0, 6.0])
    (1, 0.0)
    >>> weakest_link([1.0, 2.0, 4.0])  # both halve it
    (1, 0.5)
    >>> weakest_link([1.0, 0.0])
    Traceback (most recent call last):
        ...
    ValueError: nothing comes down
    """
    found = None
    for k in range(len(lengths) - 2, -1, -1):
        if lengths[k + 1] > 0:
            factor = lengths[k] / lengths[k + 1]
            if found is None or factor < found[1]:
                found = (k, factor)
    if found is None:
        raise ValueError("nothing comes down")
    return found


def weight_spread(fan_in, fan_out, slope, keep):
    """Return the standard deviation of the weights of a leaky ReLU layer.

    Leaky ReLU multiplies by 1 to the right of 0 and by `slope` to the left.
    With `keep` equal to "forward", the mean square of the pre-activations
    should be the same in the next layer, on average; with "backward", that of
    the gradients' entries. Any other `keep` is a ValueError. Weights have mean
    0 and are symmetric about 0; there are no biases.

    >>> round(weight_spread(50, 200, 0.0, "forward"), 4)  # ReLU: √(2/50)
    0.2
    >>> round(weight_spread(50, 200, 0.0, "backward"), 4)
    0.1
    >>> round(weight_spread(50, 200, 1.0, "forward"), 4)  # linear
    0.1414
    >>> weight_spread(50, 200, 0.0, "both")
    Traceback (most recent call last):
        ...
    ValueError: keep what?
    """
    if keep not in ("forward", "backward"):
        raise ValueError("keep what?")
    fan = fan_in if keep == "forward" else fan_out
    return math.sqrt(2 / ((1 + slope**2) * fan))


def dead_units(weights, biases, examples):
    """Return the numbers of the ReLU units that are silent for every example.

    `weights` is a list of rows, one for each unit, `biases` a list, `examples`
    a list of inputs; there is at least one. Unit i has the pre-activation
    row · x + b. A unit at exactly 0 passes nothing on. Units count from 0.

    >>> rows, biases = [[1.0, 0.0], [-1.0, -1.0], [0.5, 0.5]], [-2.0, 0.0, -1.0]
    >>> dead_units(rows, biases, [[1.0, 1.0], [3.0, 0.0]])
    [1]
    >>> dead_units(rows, biases, [[1.0, 1.0]])  # unit 2 is at exactly 0
    [0, 1, 2]
    """
    dead = []
    for i, (row, bias) in enumerate(zip(weights, biases, strict=True)):
        values = [sum(w * x for w, x in zip(row, example, strict=True)) + bias for example in examples]
        if max(values) <= 0:
            dead.append(i)
    return dead


def killing_rate(weights, bias, examples, deltas):
    """Return the rate from which on one step makes a ReLU unit silent for all.

    The unit has z = weights · x + bias > 0 for each of the `examples`.
    `deltas` has the derivative of each example's loss with respect to its z.
    The step is one of gradient descent on the *mean* loss; weights and bias
    take it. Return the smallest rate with which no example has z > 0 after it,
    or `math.inf` if there is none.

    >>> killing_rate([1.0], 1.0, [[1.0]], [2.0])  # from z = 2, by -4 per rate
    0.5
    >>> killing_rate([1.0], 1.0, [[1.0], [3.0]], [1.0, 0.0])  # z = 2 and 4, by -1 and -2
    2.0
    >>> killing_rate([1.0], 1.0, [[1.0]], [-2.0])  # upward
    inf
    >>> killing_rate([0.0, 0.0], 1.0, [[2.0, 0.0], [0.0, 2.0]], [1.0, -0.25])
    inf
    """
    rate = 0.0
    for x in examples:
        z = sum(w * c for w, c in zip(weights, x, strict=True)) + bias
        pull = 0.0
        for other, delta in zip(examples, deltas, strict=True):
            pull += delta * (1 + sum(a * b for a, b in zip(other, x, strict=True)))
        pull /= len(examples)
        if pull <= 0:
            return math.inf
        rate = max(rate, z / pull)
    return rate


def clip_gradients(layers, longest):
    """Return the gradients of all layers, shortened together, and their length.

    `layers` is a list of lists of numbers, one for each layer. Their length is
    that of all numbers in one vector. If it is more than `longest`, all are
    multiplied by one factor that makes it `longest`; otherwise they stay.
    Return new lists, and the length before. If the length is infinite or not a
    number, raise ValueError: such a step must not be made. Numbers of 1e200
    are still fine.

    >>> clip_gradients([[3.0], [0.0, 4.0]], 1.0)
    ([[0.6], [0.0, 0.8]], 5.0)
    >>> clip_gradients([[0.3], [0.4]], 1.0)
    ([[0.3], [0.4]], 0.5)
    >>> clip_gradients([[0.0]], 1.0)
    ([[0.0]], 0.0)
    >>> [round(g[0], 4) for g in clip_gradients([[3e200], [4e200]], 5.0)[0]]
    [3.0, 4.0]
    >>> clip_gradients([[1.0], [math.inf]], 1.0)
    Traceback (most recent call last):
        ...
    ValueError: the gradient is not finite
    """
    length = math.hypot(*(g for layer in layers for g in layer))
    if not math.isfinite(length):
        raise ValueError("the gradient is not finite")
    if length <= longest:
        return [list(layer) for layer in layers], length
    return [[g / length * longest for g in layer] for layer in layers], length


def forget_bias(steps, share):
    """Return the bias of a forget gate that keeps a share over many steps.

    The gate is the sigmoid of its bias, the same at each step. After `steps`
    steps (1 or more) the product of the gates should be `share`, a number
    between 0 and 1. It must be right to nine digits for a million steps, too.

    >>> round(forget_bias(1, 0.5), 4) + 0.0
    0.0
    >>> round(forget_bias(50, 0.5), 4)
    4.2716
    >>> round(forget_bias(1_000_000, 0.5), 4)
    14.182
    """
    keeps = math.log(share) / steps  # of the gate, the logarithm
    return keeps - math.log(-math.expm1(keeps))


def smallest_batch(gradients, share):
    """Return the smallest batch whose noise is at most a share of the gradient.

    `gradients` is a list of the examples' gradients, each a list of numbers;
    there are two examples or more. Batches are drawn *without* replacement.
    The noise is the root of the mean squared error of the batch's mean, the
    gradient is the mean of all. If the gradient is 0, raise ValueError.

    >>> smallest_batch([[1.0], [2.0], [6.0]], 1.0)  # noise 2.16, 1.08, 0 for 3
    1
    >>> smallest_batch([[1.0], [2.0], [6.0]], 0.5)
    2
    >>> smallest_batch([[1.0], [2.0], [6.0]], 0.1)
    3
    >>> smallest_batch([[1.0], [-1.0]], 0.5)
    Traceback (most recent call last):
        ...
    ValueError: the gradient is 0
    """
    n = len(gradients)
    full = [sum(column) / n for column in zip(*gradients, strict=True)]
    signal = sum(g * g for g in full)
    if signal == 0:
        raise ValueError("the gradient is 0")
    spread = sum(sum((a - b) ** 2 for a, b in zip(g, full, strict=True)) for g in gradients) / n
    size = 1
    while spread * (n - size) > share**2 * signal * size * (n - 1):
        size += 1
    return size


def local_smoothness(places, gradients):
    """Return how fast the gradient changed along a walk, at most.

    `places` and `gradients` are lists of points and of the gradients there,
    lists of numbers, in the order of the walk. For each step divide the length
    of the change of the gradient by the length of the step, and return the
    largest. Steps of length 0 do not count; if there is no other, return 0.0.

    >>> local_smoothness([[0.0], [1.0], [1.5]], [[0.0], [2.0], [5.0]])
    6.0
    >>> local_smoothness([[0.0, 0.0], [3.0, 4.0]], [[1.0, 1.0], [1.0, 11.0]])
    2.0
    >>> local_smoothness([[1.0], [1.0]], [[2.0], [3.0]])
    0.0
    """
    largest = 0.0
    for k in range(1, len(places)):
        step = math.dist(places[k], places[k - 1])
        if step > 0:
            largest = max(largest, math.dist(gradients[k], gradients[k - 1]) / step)
    return largest


def truncated_gradient(w, inputs, target, kept):
    """Return the derivative of a recurrent loss through the last uses of w.

    The states are h₀ = 0 and h_k = tanh(w h_{k-1} + x_k) for each input x_k;
    there is at least one. The loss is ½ (h - target)² of the last state. Only
    the last `kept` uses of w count (all, if there are not so many): what was
    before them is taken as given. `kept` is 0 or more.

    >>> inputs = [1.0, 0.5, -0.5]
    >>> round(truncated_gradient(0.5, inputs, 1.0, 3), 6)
    -1.006207
    >>> round(truncated_gradient(0.5, inputs, 1.0, 1), 6)
    -0.792542
    >>> truncated_gradient(0.5, inputs, 1.0, 0)
    0.0
    """
    states = [0.0]
    for x in inputs:
        states.append(math.tanh(w * states[-1] + x))
    back, total = states[-1] - target, 0.0
    for k in range(len(inputs), max(len(inputs) - kept, 0), -1):
        delta = back * (1 - states[k] ** 2)
        total += delta * states[k - 1]
        back = delta * w
    return total


def straight_through_bias(loss, slope, theta):
    """Return the bias of the straight-through gradient with respect to theta.

    A bit is 1 with the probability σ(theta) and else 0; `loss` takes the bit,
    `slope` is the derivative of `loss`. Straight-through takes the slope at
    the bit that was drawn for the derivative of the loss with respect to the
    probability. Return the mean of this estimate of the derivative with respect
    to theta, minus the derivative of the mean loss.

    >>> square = lambda b: (b - 0.45)**2, lambda b: 2 * (b - 0.45)
    >>> round(straight_through_bias(*square, 0.0), 6) + 0.0  # p = 1/2
    0.0
    >>> round(straight_through_bias(*square, 2.0), 6)
    0.079963
    >>> round(straight_through_bias(lambda b: 3 * b, lambda b: 3.0, 2.0), 6) + 0.0
    0.0
    """
    p = 1 / (1 + math.exp(-theta))
    estimate = p * slope(1.0) + (1 - p) * slope(0.0)
    return (estimate - (loss(1.0) - loss(0.0))) * p * (1 - p)


def delta_lengths(layers, x, upstream):
    """Return the length of δ in each layer of a deep tanh network, first to last.

    `layers` is a list of square matrices, lists of rows, without biases:
    z₁ = W₁ x, and then z_k = W_k tanh(z_{k-1}). `upstream` is δ of the last
    layer, a list. δ of a layer is the gradient with respect to its z.

    >>> half, two = [[0.5, 0.0], [0.0, 0.5]], [[0.0, 2.0], [2.0, 0.0]]
    >>> [round(length, 4) for length in delta_lengths([half, half, half], [0.0, 0.0], [3.0, 4.0])]
    [1.25, 2.5, 5.0]
    >>> [round(length, 4) for length in delta_lengths([half, two], [1.0, 0.0], [0.0, 1.0])]
    [1.5729, 1.0]
    """
    zs = [[sum(w * c for w, c in zip(row, x, strict=True)) for row in layers[0]]]
    for matrix in layers[1:]:
        a = [math.tanh(z) for z in zs[-1]]
        zs.append([sum(w * c for w, c in zip(row, a, strict=True)) for row in matrix])
    delta, lengths = list(upstream), [math.hypot(*upstream)]
    for matrix, z in zip(layers[:0:-1], zs[-2::-1], strict=True):
        back = [sum(d * w for d, w in zip(delta, column, strict=True)) for column in zip(*matrix, strict=True)]
        delta = [b * (1 - math.tanh(one) ** 2) for b, one in zip(back, z, strict=True)]
        lengths.append(math.hypot(*delta))
    return lengths[::-1]


def growth_per_layer(lengths):
    """Return by what a layer multiplies a gradient on its way down, by a fit.

    `lengths` has the gradient's length in each layer, the first layer first;
    there are two or more. Fit a straight line through the natural logarithms
    by least squares. The factor is e to the minus of its slope per layer: less
    than 1 if the gradient gets shorter toward the first layer. If any length is
    0, return 0.0.

    >>> round(growth_per_layer([1.0, 2.0, 4.0, 8.0]), 6)
    0.5
    >>> round(growth_per_layer([9.0, 3.0, 1.0]), 6)
    3.0
    >>> round(growth_per_layer([1.0, 1.0, 8.0]), 6)  # not the ends alone
    0.353553
    >>> growth_per_layer([0.0, 1.0, 2.0])
    0.0
    """
    if min(lengths) == 0:
        return 0.0
    n = len(lengths)
    middle = (n - 1) / 2  # of the layers; the middle of the logarithms cancels
    along = sum((k - middle) * math.log(length) for k, length in enumerate(lengths))
    return math.exp(-along / sum((k - middle) ** 2 for k in range(n)))


def diagnose(growth, slopes):
    """Return what is wrong with a deep network: its disease, in one word.

    `growth` is the factor per layer on the way down, `slopes` has the slopes
    of all units in all layers, a list. More than half of the slopes below 0.05:
    "saturated", whatever the growth. Otherwise, growth below 0.9: "vanishing";
    above 1.1: "exploding"; and else "healthy".

    >>> diagnose(0.5, [1.0, 0.9, 0.8])
    'vanishing'
    >>> diagnose(1.3, [1.0, 0.9, 0.8])
    'exploding'
    >>> diagnose(1.3, [0.01, 0.02, 0.8])
    'saturated'
    >>> diagnose(0.9, [0.01, 0.8])  # half is not more than half
    'healthy'
    """
    if 2 * sum(slope < 0.05 for slope in slopes) > len(slopes):
        return "saturated"
    if growth < 0.9:
        return "vanishing"
    return "exploding" if growth > 1.1 else "healthy"


def cure(layers, examples, wanted):
    """Return the layers of a deep tanh network, each rescaled to a wanted spread.

    `layers` are matrices as in step 1. Go through them from the first on:
    compute the layer's z for all `examples` with the layers before it as they
    are *after* their own rescaling, and multiply its matrix by the one number
    that makes the root of the mean square of all these z equal to `wanted`. If
    all z are 0, raise ValueError. The matrices that were given must be the same
    after the call.

    >>> cured = cure([[[4.0]], [[0.1]]], [[1.0], [-1.0]], 0.5)
    >>> [[[round(w, 4) for w in row] for row in matrix] for matrix in cured]
    [[[0.5]], [[1.082]]]
    >>> cure([[[4.0, 0.0], [0.0, 4.0]]], [[1.0, 1.0], [-1.0, 1.0]], 2.0)
    [[[2.0, 0.0], [0.0, 2.0]]]
    >>> cure([[[0.0]]], [[1.0]], 1.0)
    Traceback (most recent call last):
        ...
    ValueError: nothing comes through
    """
    cured, inputs = [], examples
    for matrix in layers:
        zs = [[sum(w * c for w, c in zip(row, a, strict=True)) for row in matrix] for a in inputs]
        square = sum(z * z for row in zs for z in row) / (len(zs) * len(matrix))
        if square == 0:
            raise ValueError("nothing comes through")
        scale = wanted / math.sqrt(square)
        cured.append([[scale * w for w in row] for row in matrix])
        inputs = [[math.tanh(scale * z) for z in row] for row in zs]
    return cured
