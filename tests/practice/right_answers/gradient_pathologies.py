"""Right answers of another make to the exercises of topic 09, one function each: `<exercise>__<how>`. All must pass."""

import itertools
import math
import statistics
from fractions import Fraction


def weakest_link__pairs_and_key(lengths):
    steps = [(k, lengths[k] / lengths[k + 1]) for k in range(len(lengths) - 1) if lengths[k + 1]]
    if not steps:
        raise ValueError("no gradient at all")
    return min(steps, key=lambda step: (step[1], -step[0]))


def weakest_link__from_the_loss(lengths):
    best, k = (None, math.inf), len(lengths) - 1
    while k:
        k -= 1
        if lengths[k + 1] != 0 and lengths[k] / lengths[k + 1] < best[1]:
            best = (k, lengths[k] / lengths[k + 1])
    if best[0] is None:
        raise ValueError("all is zero behind the loss")
    return list(best)


def weakest_link__sorted(lengths):
    pairs = list(enumerate(itertools.pairwise(lengths)))
    factors = sorted((here / there, -k) for k, (here, there) in pairs if there > 0)
    if len(factors) == 0:
        raise ValueError
    return -factors[0][1], factors[0][0]


def weight_spread__table_of_fans(fan_in, fan_out, slope, keep):
    fans = {"forward": fan_in, "backward": fan_out}
    if keep not in fans:
        raise ValueError(f"unknown: {keep}")
    return (fans[keep] * (1 + slope * slope) / 2) ** -0.5


def weight_spread__gain(fan_in, fan_out, slope, keep):
    gain = math.sqrt(2 / (1 + slope**2))
    if keep == "forward":
        return gain / math.sqrt(fan_in)
    if keep == "backward":
        return gain / fan_out**0.5
    raise ValueError("forward or backward")


def weight_spread__halves(fan_in, fan_out, slope, keep):
    if keep != "forward" and keep != "backward":
        raise ValueError("what?")
    kept = 0.5 * 1 + 0.5 * slope**2
    return math.sqrt(1 / kept / (fan_in if keep == "forward" else fan_out))


def dead_units__nobody_above(weights, biases, examples):
    def active(i, x):
        return math.fsum(w * c for w, c in zip(weights[i], x, strict=True)) > -biases[i]

    return [i for i in range(len(weights)) if not any(active(i, x) for x in examples)]


def dead_units__relu_sums(weights, biases, examples):
    dead = []
    for i in range(len(biases)):
        total = 0
        for x in examples:
            z = biases[i] + sum(weights[i][j] * x[j] for j in range(len(x)))
            total += max(z, 0)
        if total == 0:
            dead += [i]
    return dead


def dead_units__crossing_out(weights, biases, examples):
    left = set(range(len(weights)))
    for x in examples:
        left -= {i for i in left if sum(map(lambda a, b: a * b, weights[i], x)) + biases[i] > 0}
    return tuple(sorted(left))


def killing_rate__the_step_itself(weights, bias, examples, deltas):
    n = len(examples)
    in_w = [sum(d * x[j] for d, x in zip(deltas, examples, strict=True)) / n for j in range(len(weights))]
    in_b = sum(deltas) / n
    rates = []
    for x in examples:
        z = sum(w * c for w, c in zip(weights, x, strict=True)) + bias
        fall = sum(g * c for g, c in zip(in_w, x, strict=True)) + in_b
        rates.append(z / fall if fall > 0 else math.inf)
    return max(rates)


def killing_rate__bias_as_an_input(weights, bias, examples, deltas):
    long, all_weights = [[*x, 1.0] for x in examples], [*weights, bias]
    step = [statistics.fmean(d * x[j] for d, x in zip(deltas, long, strict=True)) for j in range(len(all_weights))]
    worst = 0
    for x in long:
        z, fall = (sum(a * b for a, b in zip(v, x, strict=True)) for v in (all_weights, step))
        if not fall > 0:
            return math.inf
        worst = max(worst, z / fall)
    return worst


def killing_rate__fractions(weights, bias, examples, deltas):
    n, rates = len(examples), []
    for x in examples:
        z = sum(Fraction(w) * Fraction(c) for w, c in zip(weights, x, strict=True)) + Fraction(bias)
        fall = sum(
            Fraction(d) * (1 + sum(Fraction(a) * Fraction(b) for a, b in zip(o, x, strict=True)))
            for o, d in zip(examples, deltas, strict=True)
        )
        rates.append(float(z * n / fall) if fall > 0 else math.inf)
    return max(rates)


def clip_gradients__one_factor(layers, longest):
    flat = list(itertools.chain.from_iterable(layers))
    length = math.hypot(*flat)
    if math.isnan(length) or math.isinf(length):
        raise ValueError("stop")
    factor = 1.0 if length <= longest else longest / length
    return [[factor * g for g in layer] for layer in layers], length


def clip_gradients__largest_first(layers, longest):
    flat = [abs(g) for layer in layers for g in layer]
    if any(map(math.isnan, flat)) or math.inf in flat:
        raise ValueError("not finite")
    top = max(flat, default=0.0)
    length = top * math.sqrt(sum((g / top) ** 2 for g in flat)) if top else 0.0
    if length > longest:
        return tuple([g * (longest / length) for g in layer] for layer in layers), length
    return tuple(layer[:] for layer in layers), length


def clip_gradients__distance_from_zero(layers, longest):
    flat = sum(layers, [])
    length = math.dist(flat, [0.0] * len(flat))
    if length - length != 0:
        raise ValueError("inf or nan")
    if length < longest or length == 0:
        return [layer.copy() for layer in layers], length
    unit = [[g / length for g in layer] for layer in layers]
    return [[longest * g for g in layer] for layer in unit], length


def forget_bias__log_of_the_rest(steps, share):
    one_step = -math.log(share) / steps
    return -math.log(math.expm1(one_step))


def forget_bias__log1p(steps, share):
    lost = -math.expm1(math.log(share) / steps)
    return math.log1p(-lost) - math.log(lost)


def forget_bias__odds(steps, share):
    lost = -math.expm1(math.log(share) / steps)
    return math.log((1 - lost) / lost)


def smallest_batch__first_that_fits(gradients, share):
    n = len(gradients)
    full = [sum(column) / n for column in zip(*gradients, strict=True)]
    if not any(full):
        raise ValueError("no gradient")
    spread = sum(math.dist(g, full) ** 2 for g in gradients) / n

    def fits(size):
        return spread / size * (n - size) / (n - 1) <= share**2 * sum(g * g for g in full)

    return next(size for size in range(1, n + 1) if fits(size))


def smallest_batch__solved_for_size(gradients, share):
    n = len(gradients)
    full = [sum(map(Fraction, column)) / n for column in zip(*gradients, strict=True)]
    signal = sum(g * g for g in full) * Fraction(share) ** 2
    if all(g == 0 for g in full):
        raise ValueError("no gradient")
    spread = sum((Fraction(a) - b) ** 2 for g in gradients for a, b in zip(g, full, strict=True)) / n
    # spread (n - B) <= signal B (n - 1)
    return max(1, math.ceil(spread * n / (signal * (n - 1) + spread))) if spread else 1


def smallest_batch__second_moments(gradients, share):
    n = len(gradients)
    mean = [statistics.mean(map(Fraction, column)) for column in zip(*gradients, strict=True)]
    signal = sum(m**2 for m in mean)
    if signal == 0:
        raise ValueError("no gradient")
    spread = sum(Fraction(a) ** 2 for g in gradients for a in g) / n - signal
    for size in range(1, n):
        if spread * (n - size) <= Fraction(share) ** 2 * signal * size * (n - 1):
            return size
    return n


def local_smoothness__pairs(places, gradients):
    walk = itertools.pairwise(zip(places, gradients, strict=True))
    quotients = (math.dist(g, h) / math.dist(p, q) for (p, g), (q, h) in walk if p != q)
    return max(quotients, default=0.0)


def local_smoothness__sums_of_squares(places, gradients):
    best = 0.0
    for k in range(len(places) - 1):
        step = sum((a - b) ** 2 for a, b in zip(places[k], places[k + 1], strict=True))
        change = sum((a - b) ** 2 for a, b in zip(gradients[k], gradients[k + 1], strict=True))
        if step != 0 and change / step > best:
            best = change / step
    return math.sqrt(best)


def local_smoothness__differences(places, gradients):
    def changes(rows):
        return [math.hypot(*(b - a for a, b in zip(r, s, strict=True))) for r, s in zip(rows, rows[1:], strict=False)]

    return max([0.0, *(c / s for s, c in zip(changes(places), changes(gradients), strict=True) if s > 0)])


def truncated_gradient__forward(w, inputs, target, kept):
    h, moves = 0.0, 0.0
    for k, x in enumerate(inputs):
        before = h
        h = math.tanh(w * before + x)
        counted = len(inputs) - k <= kept
        moves = (before + w * moves) * (1 - h * h) if counted else 0.0
    return (h - target) * moves


def truncated_gradient__list_of_deltas(w, inputs, target, kept):
    h = [0.0]
    for x in inputs:
        h += [math.tanh(w * h[-1] + x)]
    n = len(inputs)
    deltas = [0.0] * (n + 1)
    deltas[n] = (h[n] - target) / math.cosh(w * h[n - 1] + inputs[n - 1]) ** 2
    for k in reversed(range(1, n)):
        deltas[k] = deltas[k + 1] * w * (1 - h[k] ** 2)
    terms = [deltas[k] * h[k - 1] for k in range(1, n + 1)]
    return sum(terms[n - kept :]) if kept < n else sum(terms)


def truncated_gradient__complex_step(w, inputs, target, kept):
    def tanh(z):
        return 1 - 2 / (cexp(2 * z) + 1)

    def cexp(z):
        return math.exp(z.real) * complex(math.cos(z.imag), math.sin(z.imag)) if isinstance(z, complex) else math.exp(z)

    h, cut, step = 0.0, len(inputs) - kept, 1e-30
    for k, x in enumerate(inputs):
        h = tanh((w if k < cut else complex(w, step)) * h + x)
    loss = (h - target) ** 2 / 2
    return loss.imag / step


def straight_through_bias__two_draws(loss, slope, theta):
    p = 1 / (1 + math.exp(-theta))
    q = 1 / (1 + math.exp(theta))
    truth = p * q * (loss(1) - loss(0))
    return sum(chance * slope(bit) * p * q for chance, bit in ((p, 1), (q, 0))) - truth


def straight_through_bias__half_angle(loss, slope, theta):
    spread = 1 / (4 * math.cosh(theta / 2) ** 2)
    p = (1 + math.tanh(theta / 2)) / 2
    return spread * (slope(0.0) + p * (slope(1.0) - slope(0.0)) + loss(0.0) - loss(1.0))


def straight_through_bias__each_bit(loss, slope, theta):
    p = math.exp(theta) / (1 + math.exp(theta))
    change = loss(1.0) - loss(0.0)
    return p * (1 - p) * (p * (slope(1.0) - change) + (1 - p) * (slope(0.0) - change))


def _times(matrix, vector):
    return [math.fsum(w * c for w, c in zip(row, vector, strict=True)) for row in matrix]


def delta_lengths__whole_jacobian(layers, x, upstream):
    zs, delta = [_times(layers[0], x)], list(upstream)
    for matrix in layers[1:]:
        zs.append(_times(matrix, [math.tanh(z) for z in zs[-1]]))
    lengths = [math.hypot(*delta)]
    for k in range(len(layers) - 1, 0, -1):
        jacobian = [[w / math.cosh(z) ** 2 for w, z in zip(row, zs[k - 1], strict=True)] for row in layers[k]]
        delta = _times(list(zip(*jacobian, strict=True)), delta)
        lengths.insert(0, math.hypot(*delta))
    return lengths


def delta_lengths__recursive(layers, x, upstream):
    def back(k, z):
        if k == len(layers):
            return [list(upstream)]
        above = back(k + 1, _times(layers[k], list(map(math.tanh, z))))
        n = len(z)
        reached = [sum(above[0][i] * layers[k][i][j] for i in range(n)) for j in range(n)]
        return [[r * (1 - math.tanh(c) ** 2) for r, c in zip(reached, z, strict=True)], *above]

    return [math.sqrt(sum(d * d for d in delta)) for delta in back(1, _times(layers[0], x))]


def delta_lengths__activations_kept(layers, x, upstream):
    kept, a = [], x
    for matrix in layers:
        a = [math.tanh(z) for z in _times(matrix, a)]
        kept.append(a)
    delta, found = upstream, (math.hypot(*upstream),)
    for k in reversed(range(1, len(layers))):
        columns = zip(*layers[k], strict=True)
        delta = [
            (1 - c * c) * sum(d * w for d, w in zip(delta, col, strict=True))
            for c, col in zip(kept[k - 1], columns, strict=True)
        ]
        found = (math.hypot(*delta), *found)
    return found


def growth_per_layer__statistics(lengths):
    if 0 in lengths:
        return 0.0
    return math.exp(-statistics.linear_regression(range(len(lengths)), [math.log(one) for one in lengths]).slope)


def growth_per_layer__normal_equations(lengths):
    if any(length == 0 for length in lengths):
        return 0.0
    n, logs = len(lengths), list(map(math.log, lengths))
    k, kk = n * (n - 1) / 2, n * (n - 1) * (2 * n - 1) / 6
    slope = (n * sum(i * log for i, log in enumerate(logs)) - k * sum(logs)) / (n * kk - k * k)
    return 1 / math.exp(slope)


def growth_per_layer__turned_around(lengths):
    if not all(lengths):
        return 0.0
    down = [math.log2(length) for length in reversed(lengths)]
    middle = (len(down) - 1) / 2
    return 2 ** (sum((i - middle) * d for i, d in enumerate(down)) / sum((i - middle) ** 2 for i in range(len(down))))


def diagnose__nested(growth, slopes):
    flat = len([slope for slope in slopes if slope < 0.05])
    return (
        "saturated"
        if flat > len(slopes) / 2
        else ("exploding" if growth > 1.1 else "vanishing" if growth < 0.9 else "healthy")
    )


def diagnose__counts(growth, slopes):
    balance = 0
    for slope in slopes:
        balance += 1 if slope < 0.05 else -1
    if balance > 0:
        return "saturated"
    if 0.9 <= growth <= 1.1:
        return "healthy"
    return "vanishing" if growth < 1 else "exploding"


def diagnose__sorted(growth, slopes):
    in_order = sorted(slopes)
    if in_order[len(slopes) // 2] < 0.05:
        return "saturated"
    verdicts = {(True, False): "vanishing", (False, True): "exploding", (False, False): "healthy"}
    return verdicts[growth < 0.9, growth > 1.1]


def cure__recursive(layers, examples, wanted):
    if not layers:
        return []
    zs = [_times(layers[0], x) for x in examples]
    spread = math.sqrt(statistics.fmean(z**2 for row in zs for z in row))
    if not spread:
        raise ValueError("silence")
    first = [[w * wanted / spread for w in row] for row in layers[0]]
    return [first, *cure__recursive(layers[1:], [[math.tanh(z) for z in _times(first, x)] for x in examples], wanted)]


def cure__from_the_start_each_time(layers, examples, wanted):
    done = []
    for matrix in layers:
        signals = []
        for x in examples:
            for ready in done:
                x = [math.tanh(z) for z in _times(ready, x)]
            signals += _times(matrix, x)
        length = math.hypot(*signals)
        if length == 0:
            raise ValueError("nothing")
        scale = wanted * math.sqrt(len(signals)) / length
        done.append([[scale * w for w in row] for row in matrix])
    return done


def cure__copies_first(layers, examples, wanted):
    copies, inputs = [[row[:] for row in matrix] for matrix in layers], [x[:] for x in examples]
    for matrix in copies:
        zs = [_times(matrix, x) for x in inputs]
        square = sum(z * z for row in zs for z in row) / sum(len(row) for row in zs)
        if square <= 0:
            raise ValueError("all zero")
        for row in matrix:
            for j in range(len(row)):
                row[j] *= wanted / square**0.5
        inputs = [[math.tanh(z) for z in _times(matrix, x)] for x in inputs]
    return copies
