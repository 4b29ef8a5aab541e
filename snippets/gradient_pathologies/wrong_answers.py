"""Wrong answers that people give to the exercises of topic 09: `<exercise>__<slip>`.

The docstring is the sentence a good teacher would say. Each must fail an example or a case.
"""

import math
from itertools import pairwise


def weakest_link__up_instead_of_down(lengths):
    """You divided each layer by the one before it. A gradient comes from the loss: from layer k + 1 to layer k."""
    steps = [(b / a, k) for k, (a, b) in enumerate(pairwise(lengths)) if a > 0]
    if not steps:
        raise ValueError("nothing comes down")
    factor, k = min(steps)
    return k, factor


def weakest_link__shortest(lengths):
    """That is the layer with the shortest gradient. Asked is where it is shortened most: compare neighbors."""
    if max(lengths[1:]) == 0:
        raise ValueError("nothing comes down")
    k = lengths[:-1].index(min(lengths[:-1]))
    return k, lengths[k] / lengths[k + 1] if lengths[k + 1] else 0.0


def weakest_link__first_of_equals(lengths):
    """Of equal factors you took the one farthest from the loss. The task wants the one nearest to it."""
    steps = [(a / b, k) for k, (a, b) in enumerate(pairwise(lengths)) if b > 0]
    if not steps:
        raise ValueError("nothing comes down")
    factor, k = min(steps)
    return k, factor


def weight_spread__variance(fan_in, fan_out, slope, keep):
    """That is the variance. The spread, the standard deviation, is its square root."""
    if keep not in ("forward", "backward"):
        raise ValueError("keep what?")
    return 2 / ((1 + slope**2) * (fan_in if keep == "forward" else fan_out))


def weight_spread__always_relu(fan_in, fan_out, slope, keep):
    """You gave back a half, as for ReLU. A leak keeps a part of the other half as well."""
    if keep not in ("forward", "backward"):
        raise ValueError("keep what?")
    return math.sqrt(2 / (fan_in if keep == "forward" else fan_out))


def weight_spread__fans_swapped(fan_in, fan_out, slope, keep):
    """Forward, a unit adds over its inputs; backward, an input over the units it feeds. Yours are the other way."""
    if keep not in ("forward", "backward"):
        raise ValueError("keep what?")
    return math.sqrt(2 / ((1 + slope**2) * (fan_out if keep == "forward" else fan_in)))


def weight_spread__slope_not_squared(fan_in, fan_out, slope, keep):
    """A leak multiplies z by its slope, and a *square* by the slope's square. You added the slope itself."""
    if keep not in ("forward", "backward"):
        raise ValueError("keep what?")
    return math.sqrt(2 / ((1 + abs(slope)) * (fan_in if keep == "forward" else fan_out)))


def dead_units__any_example(weights, biases, examples):
    """Silent for one example is a ReLU at work. A dead unit is silent for all of them."""
    found = []
    for i, (row, bias) in enumerate(zip(weights, biases, strict=True)):
        if any(sum(w * x for w, x in zip(row, example, strict=True)) + bias <= 0 for example in examples):
            found.append(i)
    return found


def dead_units__zero_counts_as_active(weights, biases, examples):
    """At exactly 0 nothing is passed on, so a unit that gets no higher is silent, too."""
    found = []
    for i, (row, bias) in enumerate(zip(weights, biases, strict=True)):
        if all(sum(w * x for w, x in zip(row, example, strict=True)) + bias < 0 for example in examples):
            found.append(i)
    return found


def dead_units__bias_forgotten(weights, biases, examples):
    """You left out the bias. It alone can keep a unit silent, or awake."""
    return [
        i
        for i, row in enumerate(weights)
        if all(sum(w * x for w, x in zip(row, example, strict=True)) <= 0 for example in examples)
    ]


def killing_rate__each_by_itself(weights, bias, examples, deltas):
    """You moved each example by its own gradient only. The step is made with all of them, and each feels it."""
    rate = 0.0
    for x, delta in zip(examples, deltas, strict=True):
        pull = delta * (1 + sum(c * c for c in x)) / len(examples)
        if pull <= 0:
            return math.inf
        rate = max(rate, (sum(w * c for w, c in zip(weights, x, strict=True)) + bias) / pull)
    return rate


def killing_rate__bias_stays(weights, bias, examples, deltas):
    """The bias takes the step, too: its gradient is the mean of the deltas, and it moves every z by the same."""
    rate = 0.0
    for x in examples:
        pairs = zip(examples, deltas, strict=True)
        pull = sum(d * sum(a * b for a, b in zip(o, x, strict=True)) for o, d in pairs) / len(examples)
        if pull <= 0:
            return math.inf
        rate = max(rate, (sum(w * c for w, c in zip(weights, x, strict=True)) + bias) / pull)
    return rate


def killing_rate__first_to_fall(weights, bias, examples, deltas):
    """That is the rate at which the first example falls silent. The unit is dead when the last one has."""
    rate = math.inf
    for x in examples:
        pairs = zip(examples, deltas, strict=True)
        pull = sum(d * (1 + sum(a * b for a, b in zip(o, x, strict=True))) for o, d in pairs) / len(examples)
        if pull <= 0:
            return math.inf
        rate = min(rate, (sum(w * c for w, c in zip(weights, x, strict=True)) + bias) / pull)
    return rate


def killing_rate__sum(weights, bias, examples, deltas):
    """You added up the examples' gradients. The loss is their mean."""
    rate = 0.0
    for x in examples:
        pairs = zip(examples, deltas, strict=True)
        pull = sum(d * (1 + sum(a * b for a, b in zip(o, x, strict=True))) for o, d in pairs)
        if pull <= 0:
            return math.inf
        rate = max(rate, (sum(w * c for w, c in zip(weights, x, strict=True)) + bias) / pull)
    return rate


def clip_gradients__layer_by_layer(layers, longest):
    """You clipped each layer by its own length. That turns the gradient as a whole: use one factor for all layers."""
    length = math.hypot(*(g for layer in layers for g in layer))
    if not math.isfinite(length):
        raise ValueError("the gradient is not finite")
    clipped = []
    for layer in layers:
        own = math.hypot(*layer)
        clipped.append([g / own * longest for g in layer] if own > longest else list(layer))
    return clipped, length


def clip_gradients__by_value(layers, longest):
    """You cut each number by itself. The direction must stay: multiply all by one number."""
    length = math.hypot(*(g for layer in layers for g in layer))
    if not math.isfinite(length):
        raise ValueError("the gradient is not finite")
    return [[max(-longest, min(longest, g)) for g in layer] for layer in layers], length


def clip_gradients__always(layers, longest):
    """You scaled short gradients up. Clipping only shortens."""
    length = math.hypot(*(g for layer in layers for g in layer))
    if not math.isfinite(length):
        raise ValueError("the gradient is not finite")
    if length == 0:
        return [list(layer) for layer in layers], length
    return [[g / length * longest for g in layer] for layer in layers], length


def clip_gradients__lets_nan_pass(layers, longest):
    """A length that is infinite or not a number slips through, and the weights become nan. Look before you scale."""
    length = math.hypot(*(g for layer in layers for g in layer))
    if length <= longest:
        return [list(layer) for layer in layers], length
    return [[g / length * longest for g in layer] for layer in layers], length


def clip_gradients__squares_overflow(layers, longest):
    """The square of 1e200 is infinite. `math.hypot` computes the length without squaring it first."""
    length = math.sqrt(sum(g * g for layer in layers for g in layer))
    if not math.isfinite(length):
        raise ValueError("the gradient is not finite")
    if length <= longest:
        return [list(layer) for layer in layers], length
    return [[g / length * longest for g in layer] for layer in layers], length


def forget_bias__gate_itself(steps, share):
    """That is the gate. Its bias is what the sigmoid takes to it: the logit."""
    return share ** (1 / steps)


def forget_bias__share_divided(steps, share):
    """You divided the loss evenly over the steps. A product of gates is not a sum: take a root of the share."""
    gate = 1 - (1 - share) / steps
    return math.log(gate / (1 - gate))


def forget_bias__lost_digits(steps, share):
    """One minus a gate next to 1 has lost its digits. `math.expm1` gives the difference without subtracting."""
    gate = share ** (1 / steps)
    return math.log(gate / (1 - gate)) if gate < 1 else math.inf


def smallest_batch__with_replacement(gradients, share):
    """That is for draws with replacement. Without it the noise has one more factor, and is 0 for the whole data."""
    n = len(gradients)
    full = [sum(column) / n for column in zip(*gradients, strict=True)]
    signal = sum(g * g for g in full)
    if signal == 0:
        raise ValueError("the gradient is 0")
    spread = sum(sum((a - b) ** 2 for a, b in zip(g, full, strict=True)) for g in gradients) / n
    size = 1
    while size < n and spread > share**2 * signal * size:
        size += 1
    return size


def smallest_batch__variance_for_error(gradients, share):
    """You compared the mean squared error with the gradient's length. Its root has the same unit as the gradient."""
    n = len(gradients)
    full = [sum(column) / n for column in zip(*gradients, strict=True)]
    signal = math.hypot(*full)
    if signal == 0:
        raise ValueError("the gradient is 0")
    spread = sum(sum((a - b) ** 2 for a, b in zip(g, full, strict=True)) for g in gradients) / n
    size = 1
    while spread * (n - size) > share * signal * size * (n - 1):
        size += 1
    return size


def smallest_batch__one_over_b(gradients, share):
    """You let the error fall as 1/B. The *variance* does; the error falls as its root."""
    n = len(gradients)
    full = [sum(column) / n for column in zip(*gradients, strict=True)]
    signal = math.hypot(*full)
    if signal == 0:
        raise ValueError("the gradient is 0")
    spread = sum(sum((a - b) ** 2 for a, b in zip(g, full, strict=True)) for g in gradients) / n
    size = 1
    while size < n and math.sqrt(spread) / size > share * signal:
        size += 1
    return size


def local_smoothness__ends_only(places, gradients):
    """You compared the first place with the last. In between the gradient may have changed much faster."""
    step = math.dist(places[0], places[-1])
    return math.dist(gradients[0], gradients[-1]) / step if step else 0.0


def local_smoothness__mean(places, gradients):
    """That is the mean over the steps. A bound must hold for each of them: take the largest."""
    found = []
    for k in range(1, len(places)):
        step = math.dist(places[k], places[k - 1])
        if step > 0:
            found.append(math.dist(gradients[k], gradients[k - 1]) / step)
    return sum(found) / len(found) if found else 0.0


def local_smoothness__lengths_only(places, gradients):
    """You compared the gradients' lengths. A gradient that turns and keeps its length has changed, too."""
    largest = 0.0
    for k in range(1, len(places)):
        step = math.dist(places[k], places[k - 1])
        if step > 0:
            largest = max(largest, abs(math.hypot(*gradients[k]) - math.hypot(*gradients[k - 1])) / step)
    return largest


def truncated_gradient__first_uses(w, inputs, target, kept):
    """You kept the first uses and left out the last. The sweep begins at the loss and stops on its way back."""
    states = [0.0]
    for x in inputs:
        states.append(math.tanh(w * states[-1] + x))
    back, total = states[-1] - target, 0.0
    for k in range(len(inputs), 0, -1):
        delta = back * (1 - states[k] ** 2)
        total += delta * states[k - 1] * (k <= kept)
        back = delta * w
    return total


def truncated_gradient__all(w, inputs, target, kept):
    """That is the whole gradient. What is before the last uses should be left out."""
    states = [0.0]
    for x in inputs:
        states.append(math.tanh(w * states[-1] + x))
    back, total = states[-1] - target, 0.0
    for k in range(len(inputs), 0, -1):
        delta = back * (1 - states[k] ** 2)
        total += delta * states[k - 1]
        back = delta * w
    return total


def truncated_gradient__forgets_the_past(w, inputs, target, kept):
    """You began forward from 0 at the cut. The states are those of the whole run; only the sweep is cut."""
    states = [0.0]
    for x in inputs[max(len(inputs) - kept, 0) :]:
        states.append(math.tanh(w * states[-1] + x))
    back, total = states[-1] - target, 0.0
    for k in range(len(states) - 1, 0, -1):
        delta = back * (1 - states[k] ** 2)
        total += delta * states[k - 1]
        back = delta * w
    return total


def truncated_gradient__no_slope(w, inputs, target, kept):
    """On the way back each tanh multiplies by its slope. You left it out."""
    states = [0.0]
    for x in inputs:
        states.append(math.tanh(w * states[-1] + x))
    back, total = states[-1] - target, 0.0
    for k in range(len(inputs), max(len(inputs) - kept, 0), -1):
        total += back * states[k - 1]
        back *= w
    return total


def straight_through_bias__with_respect_to_p(loss, slope, theta):
    """That is the bias with respect to the probability. Theta reaches it through the sigmoid: one more factor."""
    p = 1 / (1 + math.exp(-theta))
    return p * slope(1.0) + (1 - p) * slope(0.0) - loss(1.0) + loss(0.0)


def straight_through_bias__estimate(loss, slope, theta):
    """That is the mean of the estimate. The bias is what is left when the true derivative is subtracted."""
    p = 1 / (1 + math.exp(-theta))
    return (p * slope(1.0) + (1 - p) * slope(0.0)) * p * (1 - p)


def straight_through_bias__slope_at_p(loss, slope, theta):
    """You took the slope at the probability. It is taken at the drawn bit, which is 0 or 1."""
    p = 1 / (1 + math.exp(-theta))
    return (slope(p) - loss(1.0) + loss(0.0)) * p * (1 - p)


def straight_through_bias__other_sign(loss, slope, theta):
    """The sign is turned around: estimate minus truth."""
    p = 1 / (1 + math.exp(-theta))
    return (loss(1.0) - loss(0.0) - p * slope(1.0) - (1 - p) * slope(0.0)) * p * (1 - p)


def _zs(layers, x):
    zs = [[sum(w * c for w, c in zip(row, x, strict=True)) for row in layers[0]]]
    for matrix in layers[1:]:
        a = [math.tanh(z) for z in zs[-1]]
        zs.append([sum(w * c for w, c in zip(row, a, strict=True)) for row in matrix])
    return zs


def delta_lengths__rows_for_columns(layers, x, upstream):
    """You went back along the rows. An input reaches the loss through all units: its sum runs down a column."""
    delta, lengths = list(upstream), [math.hypot(*upstream)]
    for matrix, z in zip(layers[:0:-1], _zs(layers, x)[-2::-1], strict=True):
        back = [sum(d * w for d, w in zip(delta, row, strict=True)) for row in matrix]
        delta = [b * (1 - math.tanh(one) ** 2) for b, one in zip(back, z, strict=True)]
        lengths.append(math.hypot(*delta))
    return lengths[::-1]


def delta_lengths__no_slopes(layers, x, upstream):
    """You multiplied by the weights and forgot the slopes of tanh. That is right for a linear network only."""
    delta, lengths = list(upstream), [math.hypot(*upstream)]
    for matrix in layers[:0:-1]:
        delta = [sum(d * w for d, w in zip(delta, column, strict=True)) for column in zip(*matrix, strict=True)]
        lengths.append(math.hypot(*delta))
    return lengths[::-1]


def delta_lengths__last_first(layers, x, upstream):
    """The list runs from the last layer to the first. Turn it around."""
    delta, lengths = list(upstream), [math.hypot(*upstream)]
    for matrix, z in zip(layers[:0:-1], _zs(layers, x)[-2::-1], strict=True):
        back = [sum(d * w for d, w in zip(delta, column, strict=True)) for column in zip(*matrix, strict=True)]
        delta = [b * (1 - math.tanh(one) ** 2) for b, one in zip(back, z, strict=True)]
        lengths.append(math.hypot(*delta))
    return lengths


def delta_lengths__input_bent(layers, x, upstream):
    """You put the input through tanh as well. The first layer takes it as it is: z₁ = W₁ x."""
    bent = [math.tanh(c) for c in x]
    delta, lengths = list(upstream), [math.hypot(*upstream)]
    for matrix, z in zip(layers[:0:-1], _zs(layers, bent)[-2::-1], strict=True):
        back = [sum(d * w for d, w in zip(delta, column, strict=True)) for column in zip(*matrix, strict=True)]
        delta = [b * (1 - math.tanh(one) ** 2) for b, one in zip(back, z, strict=True)]
        lengths.append(math.hypot(*delta))
    return lengths[::-1]


def growth_per_layer__ends_only(lengths):
    """You used the first and the last layer only. The fit uses all of them, so that one odd layer decides less."""
    if min(lengths) == 0:
        return 0.0
    return (lengths[0] / lengths[-1]) ** (1 / (len(lengths) - 1))


def growth_per_layer__upward(lengths):
    """That is the growth from the first layer to the last. A gradient comes the other way: negate the slope."""
    if min(lengths) == 0:
        return 0.0
    n, logs = len(lengths), [math.log(length) for length in lengths]
    middle, mean = (n - 1) / 2, sum(logs) / n
    along = sum((k - middle) * (log - mean) for k, log in enumerate(logs))
    return math.exp(along / sum((k - middle) ** 2 for k in range(n)))


def growth_per_layer__slope_itself(lengths):
    """That is the slope of the line through the logarithms. The factor is e to the minus of it."""
    if min(lengths) == 0:
        return 0.0
    n, logs = len(lengths), [math.log(length) for length in lengths]
    middle, mean = (n - 1) / 2, sum(logs) / n
    along = sum((k - middle) * (log - mean) for k, log in enumerate(logs))
    return along / sum((k - middle) ** 2 for k in range(n))


def growth_per_layer__without_logarithms(lengths):
    """You fitted a line to the lengths. A constant *factor* is a straight line only on a logarithmic axis."""
    if min(lengths) == 0:
        return 0.0
    n = len(lengths)
    middle, mean = (n - 1) / 2, sum(lengths) / n
    along = sum((k - middle) * (length - mean) for k, length in enumerate(lengths))
    return math.exp(-min(max(along / sum((k - middle) ** 2 for k in range(n)), -600), 600))


def diagnose__growth_first(growth, slopes):
    """You looked at the growth first. A saturated network may show any growth, and wants another cure."""
    if growth < 0.9:
        return "vanishing"
    if growth > 1.1:
        return "exploding"
    return "saturated" if 2 * sum(slope < 0.05 for slope in slopes) > len(slopes) else "healthy"


def diagnose__any_flat_unit(growth, slopes):
    """One flat unit is no disease. More than half of them are."""
    if any(slope < 0.05 for slope in slopes):
        return "saturated"
    return "vanishing" if growth < 0.9 else "exploding" if growth > 1.1 else "healthy"


def diagnose__mean_slope(growth, slopes):
    """You took the mean of the slopes. A few steep units hide many flat ones: count them."""
    if sum(slopes) / len(slopes) < 0.05:
        return "saturated"
    return "vanishing" if growth < 0.9 else "exploding" if growth > 1.1 else "healthy"


def diagnose__limits_included(growth, slopes):
    """At 0.9 and 1.1 exactly, and with half of the slopes flat, the network still counts as healthy."""
    if 2 * sum(slope < 0.05 for slope in slopes) >= len(slopes):
        return "saturated"
    return "vanishing" if growth <= 0.9 else "exploding" if growth >= 1.1 else "healthy"


def _through(matrix, inputs):
    return [[sum(w * c for w, c in zip(row, a, strict=True)) for row in matrix] for a in inputs]


def _scale(zs, wanted):
    square = sum(z * z for row in zs for z in row) / (len(zs) * len(zs[0]))
    if square == 0:
        raise ValueError("nothing comes through")
    return wanted / math.sqrt(square)


def cure__old_signals(layers, examples, wanted):
    """You measured each layer behind the old ones. Rescaling a layer changes what arrives at all that follow."""
    cured, inputs = [], examples
    for matrix in layers:
        zs = _through(matrix, inputs)
        scale = _scale(zs, wanted)
        cured.append([[scale * w for w in row] for row in matrix])
        inputs = [[math.tanh(z) for z in row] for row in zs]
    return cured


def cure__each_unit(layers, examples, wanted):
    """You gave each unit a scale of its own. One number per layer was asked for; the units may differ."""
    cured, inputs = [], examples
    for matrix in layers:
        zs = _through(matrix, inputs)
        scales = [_scale([[row[i]] for row in zs], wanted) for i in range(len(matrix))]
        cured.append([[s * w for w in row] for s, row in zip(scales, matrix, strict=True)])
        inputs = [[math.tanh(s * z) for s, z in zip(scales, row, strict=True)] for row in zs]
    return cured


def cure__squared(layers, examples, wanted):
    """You divided by the mean square. The spread is its root."""
    cured, inputs = [], examples
    for matrix in layers:
        zs = _through(matrix, inputs)
        scale = _scale(zs, 1.0) ** 2 * wanted
        cured.append([[scale * w for w in row] for row in matrix])
        inputs = [[math.tanh(scale * z) for z in row] for row in zs]
    return cured


def cure__in_place(layers, examples, wanted):
    """The new layers are right, and the old ones are gone: you changed the matrices that were given."""
    inputs = examples
    for matrix in layers:
        zs = _through(matrix, inputs)
        scale = _scale(zs, wanted)
        for row in matrix:
            row[:] = [scale * w for w in row]
        inputs = [[math.tanh(scale * z) for z in row] for row in zs]
    return layers
