"""Right answers of another make to the exercises of topic 10, one function each: `<exercise>__<how>`. All must pass."""

import math
from fractions import Fraction
from itertools import combinations


def tail_average__counted_from_the_front(path, share):
    begin = len(path) - math.ceil(len(path) * share)
    n = len(path) - begin
    return tuple(math.fsum(place[i] for place in path[begin:]) / n for i in range(len(path[0])))


def tail_average__running_mean(path, share):
    kept = math.ceil(share * len(path))
    mean, count = [0.0] * len(path[0]), 0
    for place in path[len(path) - kept :]:
        count += 1
        mean = [m + (x - m) / count for m, x in zip(mean, place)]
    return mean


def tail_average__exact(path, share):
    kept = -int(-Fraction(share).limit_denominator(1000) * len(path) // 1)
    tail = [[Fraction(x) for x in place] for place in path][-kept:]
    return [float(sum(column) / len(tail)) for column in zip(*tail)]


def smoothness_seen__pairs(gradient, places):
    both = [(place, gradient(place)) for place in places]
    quotients = [math.dist(g, h) / math.dist(p, q) for (p, g), (q, h) in combinations(both, 2) if p != q]
    return max(quotients, default=0.0)


def smoothness_seen__every_ordered_pair(gradient, places):
    slopes = list(map(gradient, places))
    best = 0
    for p, g in zip(places, slopes):
        for q, h in zip(places, slopes):
            away = sum((a - b) ** 2 for a, b in zip(p, q))
            if away != 0:
                best = max(best, math.sqrt(sum((a - b) ** 2 for a, b in zip(g, h)) / away))
    return best


def smoothness_seen__by_recursion(gradient, places):
    def seen(known):
        if len(known) < 2:
            return 0.0
        (p, g), *rest = known
        here = [
            math.hypot(*(a - b for a, b in zip(g, h))) / math.hypot(*(a - b for a, b in zip(p, q)))
            for q, h in rest
            if list(q) != list(p)
        ]
        return max([*here, seen(rest)])

    return seen([(place, gradient(place)) for place in places])


def momentum_with_restart__last_step_kept(gradient, start, rate, beta, steps):
    place, step = tuple(start), tuple(0.0 for _ in start)  # the last step is -m
    for _ in range(steps):
        g = gradient(list(place))
        uphill = math.fsum(a * b for a, b in zip(g, step)) > 0
        step = tuple((0.0 if uphill else beta * s) - a for s, a in zip(step, g))
        place = tuple(p + rate * s for p, s in zip(place, step))
    return place


def momentum_with_restart__recursive(gradient, start, rate, beta, steps):
    def go(place, m, left):
        if not left:
            return place
        g = gradient(place)
        fade = 0 if sum(map(lambda a, b: a * b, g, m)) < 0 else beta
        m = [fade * a + b for a, b in zip(m, g)]
        return go([p - rate * a for p, a in zip(place, m)], m, left - 1)

    return go(list(start), [0.0] * len(start), steps)


def momentum_with_restart__indices(gradient, start, rate, beta, steps):
    x = start[:]
    m = [0.0 for _ in x]
    k = 0
    while k < steps:
        g = gradient(x[:])
        product = 0.0
        for i in range(len(x)):
            product += g[i] * m[i]
        for i in range(len(x)):
            m[i] = (beta * m[i] if product >= 0 else 0.0) + g[i]
            x[i] = x[i] - rate * m[i]
        k += 1
    return x


def effective_rates__hypotenuse(gradients, rate, eps=1e-10):
    return [rate / (math.hypot(*slopes) + eps) for slopes in zip(*gradients)]


def effective_rates__account_kept(gradients, rate, eps=1e-10):
    account = [0.0] * len(gradients[0])
    for g in gradients:
        for i, slope in enumerate(g):
            account[i] += slope**2
    return tuple(rate * (eps + a**0.5) ** -1 for a in account)


def effective_rates__one_weight_at_a_time(gradients, rate, eps=1e-10):
    return [rate / (eps + sum(g[i] * g[i] for g in gradients) ** 0.5) for i in range(len(gradients[0]))]


def running_means__weighted(values, beta):
    means, heard = [], []
    for value in values:
        if value is not None:
            heard.append(value)
        weights = [beta ** (len(heard) - 1 - i) for i in range(len(heard))]
        means.append(sum(w * x for w, x in zip(weights, heard)) / sum(weights) if heard else None)
    return means


def running_means__moved_toward(values, beta):
    mean, total, out = None, 0.0, []
    for value in values:
        if value is not None:
            total = beta * total + 1
            mean = value if mean is None else mean + (value - mean) / total
        out.append(mean)
    return tuple(out)


def running_means__recursive(values, beta):
    def go(rest, m, missing):
        if not rest:
            return []
        first, *rest = rest
        if first is not None:
            m, missing = beta * m + (1 - beta) * first, beta * missing
        return [None if missing == 1 else m / (1 - missing), *go(rest, m, missing)]

    return go(list(values), 0.0, 1)


def amsgrad__list_of_corrected(gradient, start, rate, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, seen, path = start, 0, 0, [], [start]
    k = 0
    while k < steps:
        k += 1
        g = gradient(k, w)
        m, v = m * beta1 + g * (1 - beta1), v * beta2 + g**2 * (1 - beta2)
        seen.append(v / (1 - beta2**k))
        w = w - rate * (m / (1 - beta1**k)) / (eps + max(seen) ** 0.5)
        path.append(w)
    return path


def amsgrad__weighted_means(gradient, start, rate, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    def mean(values, beta):
        weights = [beta**age for age in range(len(values))][::-1]
        return sum(w * x for w, x in zip(weights, values)) / sum(weights)

    path, slopes, top = [start], [], 0.0
    for k in range(1, steps + 1):
        slopes.append(gradient(k, path[-1]))
        top = max(top, mean([g * g for g in slopes], beta2))
        path += [path[-1] - rate * mean(slopes, beta1) / (math.sqrt(top) + eps)]
    return tuple(path)


def amsgrad__largest_root(gradient, start, rate, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    places, m, v, root = [start], 0.0, 0.0, 0.0
    one, two = 1.0, 1.0
    for k in range(steps):
        g = gradient(k + 1, places[k])
        one, two = one * beta1, two * beta2
        m += (1 - beta1) * (g - m)
        v += (1 - beta2) * (g * g - v)
        root = max(root, math.sqrt(v / (1 - two)))
        places.append(places[k] - rate * m / ((1 - one) * (root + eps)))
    return places


def micro_batch_gradient__shares(gradients, sizes):
    n = sum(sizes)
    if not n:
        raise ValueError("empty")
    return [sum(b / n * g for b, g in zip(sizes, column)) for column in zip(*gradients)]


def micro_batch_gradient__example_by_example(gradients, sizes):
    examples = [g for g, size in zip(gradients, sizes) for _ in range(size)]
    if examples == []:
        raise ValueError("no examples")
    return tuple(math.fsum(column) / len(examples) for column in zip(*examples))


def micro_batch_gradient__running(gradients, sizes):
    mean, n = [0.0] * len(gradients[0]), 0
    for g, size in zip(gradients, sizes):
        if size:
            n += size
            mean = [m + size / n * (x - m) for m, x in zip(mean, g)]
    if n == 0:
        raise ValueError(sizes)
    return mean


def warmup_cosine__square_of_half(step, warmup, steps, peak, floor=0.0):
    if step < warmup:
        return (step + 1) * (peak / warmup)
    part = min(1, (step - warmup) / (steps - warmup))
    return floor + (peak - floor) * math.cos(math.pi / 2 * part) ** 2


def warmup_cosine__mean_and_swing(step, warmup, steps, peak, floor=0.0):
    if warmup and step <= warmup - 1:
        return peak - peak * (warmup - 1 - step) / warmup
    if step > steps:
        step = steps
    angle = math.pi * (step - warmup) / (steps - warmup)
    return (peak + floor) / 2 + (peak - floor) / 2 * math.cos(angle)


def warmup_cosine__from_the_end(step, warmup, steps, peak, floor=0.0):
    if step in range(warmup):
        return peak / warmup * (1 + step)
    left = max(0, steps - step) / (steps - warmup)
    return floor + (peak - floor) * math.sin(math.pi * left / 2) ** 2


def rate_from_range_test__cut_first(rates, losses, width=1, share=0.1):
    kept = []
    for loss in losses:
        if loss != loss or abs(loss) == math.inf:
            break
        kept.append(loss)
    if not kept:
        return None
    means = [sum(near) / len(near) for near in (kept[max(k - width, 0) : k + width + 1] for k in range(len(kept)))]
    return rates[min(range(len(kept)), key=means.__getitem__)] * share


def rate_from_range_test__prefix_sums(rates, losses, width=1, share=0.1):
    sums = [0.0]
    for loss in losses:
        if not math.isfinite(loss):
            break
        sums.append(sums[-1] + loss)
    n = len(sums) - 1
    best = None
    for k in range(n):
        low, high = max(0, k - width), min(n, k + width + 1)
        mean = (sums[high] - sums[low]) / (high - low)
        if best is None or mean < best[0]:
            best = mean, share * rates[k]
    return best and best[1]


def rate_from_range_test__sorted(rates, losses, width=1, share=0.1):
    end = 0
    for loss in losses:
        if math.isinf(loss) or math.isnan(loss):
            break
        end += 1

    def smooth(k):
        near = [losses[i] for i in range(k - width, k + width + 1) if 0 <= i < end]
        return math.fsum(near) / len(near)

    order = sorted(range(end), key=smooth)
    return share * rates[order[0]] if order else None


def momentum_update__loop(weights, gradients, state, rate, beta=0.9, look_ahead=False):
    new, m = [], []
    for i in range(len(weights)):
        old = 0.0 if state is None else state[i]
        m.append(beta * old + gradients[i])
        new.append(weights[i] - rate * (gradients[i] + beta * m[i] if look_ahead else m[i]))
    return new, m


def momentum_update__copied(weights, gradients, state, rate, beta=0.9, look_ahead=False):
    weights, m = weights.copy(), (state or [0.0] * len(weights)).copy()
    for i, g in enumerate(gradients):
        m[i] *= beta
        m[i] += g
        weights[i] -= rate * ((beta * m[i] + g) if look_ahead else m[i])
    return weights, m


def momentum_update__tuples(weights, gradients, state, rate, beta=0.9, look_ahead=False):
    memory = tuple(state) if state is not None else (0.0,) * len(weights)
    m = tuple(g + beta * a for a, g in zip(memory, gradients))
    towards = tuple(map(lambda g, a: g + beta * a, gradients, m)) if look_ahead else m
    return tuple(w - s * rate for w, s in zip(weights, towards)), m


def adamw_update__shrink_first(weights, gradients, state, rate, beta1=0.9, beta2=0.999, eps=1e-8, decay=0.01):
    n = len(weights)
    k, m, v = (0, [0] * n, [0] * n) if state is None else state
    m = [a + (1 - beta1) * (g - a) for a, g in zip(m, gradients)]
    v = [b + (1 - beta2) * (g**2 - b) for b, g in zip(v, gradients)]
    short1, short2 = 1 - beta1 ** (k + 1), 1 - beta2 ** (k + 1)
    shrunk = [w * (1 - rate * decay) for w in weights]
    return [w - rate * a / short1 / ((b / short2) ** 0.5 + eps) for w, a, b in zip(shrunk, m, v)], (k + 1, m, v)


def adamw_update__weight_by_weight(weights, gradients, state, rate, beta1=0.9, beta2=0.999, eps=1e-8, decay=0.01):
    step = 1 if state is None else state[0] + 1
    new, means, squares = [], [], []
    for i, (w, g) in enumerate(zip(weights, gradients)):
        old, square = (0.0, 0.0) if state is None else (state[1][i], state[2][i])
        means.append(beta1 * old + g - beta1 * g)
        squares.append(beta2 * square + g * g - beta2 * g * g)
        m_hat, v_hat = means[i] / (1 - beta1**step), squares[i] / (1 - beta2**step)
        new.append(w - rate * m_hat / (eps + math.sqrt(v_hat)) - rate * decay * w)
    return new, (step, means, squares)


def adamw_update__corrected_rate(weights, gradients, state, rate, beta1=0.9, beta2=0.999, eps=1e-8, decay=0.01):
    k, m, v = state if state else (0, (0.0,) * len(weights), (0.0,) * len(weights))
    k = k + 1
    m = tuple(beta1 * a + (1 - beta1) * g for a, g in zip(m, gradients))
    v = tuple(beta2 * b + (1 - beta2) * g * g for b, g in zip(v, gradients))
    root = math.sqrt(1 - beta2**k)
    alpha = rate * root / (1 - beta1**k)
    return [w - rate * decay * w - alpha * a / (math.sqrt(b) + eps * root) for w, a, b in zip(weights, m, v)], (k, m, v)


def train_with__recursive(update, loss, gradient, weights, rates):
    def go(weights, state, rates):
        here = loss(weights)
        if not rates:
            return weights, [here]
        new, kept = update(weights, gradient(weights), state, rates[0])
        end, losses = go(new, kept, rates[1:])
        return end, [here, *losses]

    return go(weights, None, list(rates))


def train_with__path_kept(update, loss, gradient, weights, rates):
    path, state = [weights], None
    for rate in rates:
        new, state = update(path[-1], gradient(path[-1]), state, rate)
        path.append(new)
    return path[-1], [loss(place) for place in path]


def train_with__while(update, loss, gradient, weights, rates):
    k, state, losses = 0, None, (loss(weights),)
    while k < len(rates):
        weights, state = update(weights, gradient(weights), state, rates[k])
        losses += (loss(weights),)
        k += 1
    return weights, losses


def network_gradient__units(weights, xs, ys):
    h = (len(weights) - 1) // 3
    units = [(weights[j], weights[h + j], weights[2 * h + j]) for j in range(h)]
    n = len(xs)
    offs = [sum(c * math.tanh(a * x + b) for a, b, c in units) + weights[-1] - y for x, y in zip(xs, ys)]
    back = [2 / n * e for e in offs]
    by_a, by_b, by_c = [], [], []
    for a, b, c in units:
        t = [math.tanh(a * x + b) for x in xs]
        inner = [e * c * (1 - s * s) for e, s in zip(back, t)]
        by_a.append(sum(i * x for i, x in zip(inner, xs)))
        by_b.append(sum(inner))
        by_c.append(sum(e * s for e, s in zip(back, t)))
    return sum(e * e for e in offs) / n, [*by_a, *by_b, *by_c, sum(back)]


def network_gradient__dual_numbers(weights, xs, ys):
    h = len(weights) // 3

    def run(which):
        total = slope = 0.0
        for x, y in zip(xs, ys):
            value, change = weights[-1] - y, 1.0 if which == 3 * h else 0.0
            for j in range(h):
                t = math.tanh(weights[j] * x + weights[h + j])
                moved = x if which == j else 1.0 if which == h + j else 0.0
                value += weights[2 * h + j] * t
                change += weights[2 * h + j] * moved / math.cosh(weights[j] * x + weights[h + j]) ** 2
                change += t if which == 2 * h + j else 0.0
            total += value**2
            slope += 2 * value * change
        return total / len(xs), slope / len(xs)

    return run(0)[0], tuple(run(i)[1] for i in range(len(weights)))


def network_gradient__mean_at_the_end(weights, xs, ys):
    h = len(weights) // 3
    a, b, c = weights[:h], weights[h : h + h], weights[h + h : h + h + h]
    sums, squares = [0.0] * (3 * h + 1), 0.0
    for x, y in zip(xs, ys):
        t = list(map(lambda u, w: math.tanh(u * x + w), a, b))
        e = weights[3 * h] - y + sum(map(lambda p, q: p * q, c, t))
        squares += e**2
        one = [e * q * (1 - s) * (1 + s) for q, s in zip(c, t)]
        parts = [i * x for i in one] + one + [e * s for s in t] + [e]
        sums = [p + q for p, q in zip(sums, parts)]
    return squares / len(ys), [2 * s / len(ys) for s in sums]
