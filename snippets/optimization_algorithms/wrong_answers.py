"""Wrong answers that people give to the exercises of topic 10: `<exercise>__<slip>`.

A docstring says to a learner what they did and why it fails, not what to type.
"""

import math


def tail_average__rounded_down(path, share):
    """You rounded the number of places down. Of 5 places half is 3 here, and a small share must not be empty."""
    tail = path[-max(1, int(share * len(path))) :]
    return [sum(numbers) / len(tail) for numbers in zip(*tail, strict=True)]


def tail_average__the_whole_path(path, share):
    """You took the mean of the whole path, with the way from the start. Only the last places surround the minimum."""
    return [sum(numbers) / len(path) for numbers in zip(*path, strict=True)]


def tail_average__last_place(path, share):
    """That is the last place alone, with all its noise. The mean of several is what cancels it."""
    return list(path[-1])


def smoothness_seen__neighbors_only(gradient, places):
    """You compared each place with the next only. Any two places give a bound, and the largest counts."""
    slopes, largest = [gradient(place) for place in places], 0.0
    for i in range(1, len(places)):
        far = math.dist(places[i], places[i - 1])
        if far > 0:
            largest = max(largest, math.dist(slopes[i], slopes[i - 1]) / far)
    return largest


def smoothness_seen__length_of_gradient(gradient, places):
    """The length of a gradient is its size here. Smoothness is about how fast it changes from place to place."""
    return max((math.hypot(*gradient(place)) for place in places), default=0.0)


def smoothness_seen__lengths_compared(gradient, places):
    """You compared the lengths of the gradients. Two gradients of equal length can point in different directions."""
    largest = 0.0
    slopes = [gradient(place) for place in places]
    for i, here in enumerate(places):
        for j in range(i):
            far = math.dist(here, places[j])
            if far > 0:
                largest = max(largest, abs(math.hypot(*slopes[i]) - math.hypot(*slopes[j])) / far)
    return largest


def momentum_with_restart__never_forgets(gradient, start, rate, beta, steps):
    """You have momentum as ever. Where the last step went uphill, seen from here, the memory should be dropped."""
    place, m = list(start), [0.0] * len(start)
    for _ in range(steps):
        m = [beta * old + new for old, new in zip(m, gradient(place), strict=True)]
        place = [p - rate * a for p, a in zip(place, m, strict=True)]
    return place


def momentum_with_restart__sign_swapped(gradient, start, rate, beta, steps):
    """You drop the memory where it agrees with the gradient. The last step was -rate · m: uphill if g · m < 0."""
    place, m = list(start), [0.0] * len(start)
    for _ in range(steps):
        g = gradient(place)
        if sum(a * b for a, b in zip(g, m, strict=True)) > 0:
            m = [0.0] * len(m)
        m = [beta * old + new for old, new in zip(m, g, strict=True)]
        place = [p - rate * a for p, a in zip(place, m, strict=True)]
    return place


def momentum_with_restart__each_coordinate(gradient, start, rate, beta, steps):
    """You forget coordinate by coordinate. Whether the step went uphill is one question: the dot product."""
    place, m = list(start), [0.0] * len(start)
    for _ in range(steps):
        g = gradient(place)
        m = [beta * (old if old * new >= 0 else 0.0) + new for old, new in zip(m, g, strict=True)]
        place = [p - rate * a for p, a in zip(place, m, strict=True)]
    return place


def effective_rates__mean_of_squares(gradients, rate, eps=1e-10):
    """You divided by the root of the mean of the squares. That is RMSProp's idea; AdaGrad takes their sum."""
    n = len(gradients)
    return [rate / (math.sqrt(sum(g * g for g in slopes) / n) + eps) for slopes in zip(*gradients, strict=True)]


def effective_rates__last_slope_only(gradients, rate, eps=1e-10):
    """Only the last slope is in your account. AdaGrad forgets nothing: all squares so far count."""
    return [rate / (abs(g) + eps) for g in gradients[-1]]


def effective_rates__without_the_root(gradients, rate, eps=1e-10):
    """You divided by the sum of the squares. Without the root the step would depend on the unit of the slopes."""
    return [rate / (sum(g * g for g in slopes) + eps) for slopes in zip(*gradients, strict=True)]


def running_means__uncorrected(values, beta):
    """You left out the correction. The means begin at 0 and are too small until the weights add up to nearly 1."""
    means, m, heard = [], 0.0, False
    for value in values:
        if value is not None:
            m, heard = beta * m + (1 - beta) * value, True
        means.append(m if heard else None)
    return means


def running_means__every_step_counts(values, beta):
    """Your correction counts the silent steps, too. They added no weight, so there is nothing to correct for them."""
    means, m, heard = [], 0.0, False
    for k, value in enumerate(values, 1):
        if value is not None:
            m, heard = beta * m + (1 - beta) * value, True
        means.append(m / (1 - beta**k) if heard else None)
    return means


def running_means__silence_is_zero(values, beta):
    """You took silence for the value 0, so that the mean falls where nothing was heard."""
    means, m, heard = [], 0.0, False
    for k, value in enumerate(values, 1):
        m, heard = beta * m + (1 - beta) * (value or 0.0), heard or value is not None
        means.append(m / (1 - beta**k) if heard else None)
    return means


def amsgrad__plain_adam(gradient, start, rate, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    """You have Adam: its account may shrink again. AMSGrad divides by the largest that it ever was."""
    places, m, v = [start], 0.0, 0.0
    for k in range(1, steps + 1):
        g = gradient(k, places[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        step = m / (1 - beta1**k) / (math.sqrt(v / (1 - beta2**k)) + eps)
        places.append(places[-1] - rate * step)
    return places


def amsgrad__account_replaced(gradient, start, rate, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    """You put the largest value back into the running mean. The mean goes on; the largest is kept beside it."""
    places, m, v = [start], 0.0, 0.0
    for k in range(1, steps + 1):
        g = gradient(k, places[-1])
        m = beta1 * m + (1 - beta1) * g
        v = max(v, beta2 * v + (1 - beta2) * g * g)
        step = m / (1 - beta1**k) / (math.sqrt(v / (1 - beta2**k)) + eps)
        places.append(places[-1] - rate * step)
    return places


def amsgrad__uncorrected_largest(gradient, start, rate, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    """You compared v before its correction, as PyTorch does. Here it is the corrected values that are compared."""
    places, m, v, largest = [start], 0.0, 0.0, 0.0
    for k in range(1, steps + 1):
        g = gradient(k, places[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        largest = max(largest, v)
        step = m / (1 - beta1**k) / (math.sqrt(largest / (1 - beta2**k)) + eps)
        places.append(places[-1] - rate * step)
    return places


def micro_batch_gradient__sum(gradients, sizes):
    """You added the gradients of the parts. Each is a mean already; with four parts the step is four times too long."""
    if sum(sizes) == 0:
        raise ValueError("a batch has examples")
    return [sum(slopes) for slopes in zip(*gradients, strict=True)]


def micro_batch_gradient__plain_mean(gradients, sizes):
    """Each part counts equally here. In a part of 16 each example then weighs more than in one of 48."""
    if sum(sizes) == 0:
        raise ValueError("a batch has examples")
    return [sum(slopes) / len(gradients) for slopes in zip(*gradients, strict=True)]


def micro_batch_gradient__no_question(gradients, sizes):
    """A batch without examples has no mean. Say so with a ValueError before you divide by 0."""
    n = sum(sizes) or 1
    return [sum(b * g for b, g in zip(sizes, slopes, strict=True)) / n for slopes in zip(*gradients, strict=True)]


def warmup_cosine__begins_at_zero(step, warmup, steps, peak, floor=0.0):
    """Your ramp begins at 0, so the first step does nothing. It has the peak in its last step: count from 1."""
    if step < warmup:
        return peak * step / warmup
    if step >= steps:
        return floor
    done = (step - warmup) / (steps - warmup)
    return floor + (peak - floor) * (1 + math.cos(math.pi * done)) / 2


def warmup_cosine__wave_from_the_start(step, warmup, steps, peak, floor=0.0):
    """Your wave runs from step 0, under the ramp. At the end of the ramp the rate jumps down from the peak."""
    if step < warmup:
        return peak * (step + 1) / warmup
    if step >= steps:
        return floor
    return floor + (peak - floor) * (1 + math.cos(math.pi * step / steps)) / 2


def warmup_cosine__floor_added(step, warmup, steps, peak, floor=0.0):
    """You added the floor to a wave that falls to 0: it begins above the peak. Stretch the wave between both."""
    if step < warmup:
        return peak * (step + 1) / warmup
    if step >= steps:
        return floor
    done = (step - warmup) / (steps - warmup)
    return floor + peak * (1 + math.cos(math.pi * done)) / 2


def warmup_cosine__goes_on(step, warmup, steps, peak, floor=0.0):
    """Beyond the last step your wave rises again. From there on the rate stays at its floor."""
    if step < warmup:
        return peak * (step + 1) / warmup
    done = (step - warmup) / (steps - warmup)
    return floor + (peak - floor) * (1 + math.cos(math.pi * done)) / 2


def rate_from_range_test__not_smoothed(rates, losses, width=1, share=0.1):
    """You took the lowest single loss. One lucky batch is enough for that; smooth first."""
    end = next((k for k, loss in enumerate(losses) if not math.isfinite(loss)), len(losses))
    return share * rates[losses.index(min(losses[:end]))] if end else None


def rate_from_range_test__the_rate_itself(rates, losses, width=1, share=0.1):
    """You advise the rate with the lowest loss itself. There the walk often escapes already; a share of it holds."""
    end = next((k for k, loss in enumerate(losses) if not math.isfinite(loss)), len(losses))
    near = [losses[max(0, k - width) : min(end, k + width + 1)] for k in range(end)]
    means = [sum(one) / len(one) for one in near]
    return rates[means.index(min(means))] if end else None


def rate_from_range_test__last_of_equals(rates, losses, width=1, share=0.1):
    """Of equal means you took the last. The smaller rate is the safer one."""
    end = next((k for k, loss in enumerate(losses) if not math.isfinite(loss)), len(losses))
    near = [losses[max(0, k - width) : min(end, k + width + 1)] for k in range(end)]
    means = [sum(one) / len(one) for one in near]
    return share * rates[max(k for k in range(end) if means[k] == min(means))] if end else None


def rate_from_range_test__padded(rates, losses, width=1, share=0.1):
    """At both ends you divided by the full width, as if zeros stood outside. Take the mean of those that are there."""
    end = next((k for k, loss in enumerate(losses) if not math.isfinite(loss)), len(losses))
    near = [losses[max(0, k - width) : min(end, k + width + 1)] for k in range(end)]
    means = [sum(one) / (2 * width + 1) for one in near]
    return share * rates[means.index(min(means))] if end else None


def momentum_update__mean(weights, gradients, state, rate, beta=0.9, look_ahead=False):
    """You took a mean, with the factor 1 - β at the gradient. That is another unit for the rate; here m is a sum."""
    m = [beta * a + (1 - beta) * g for a, g in zip(state or [0.0] * len(weights), gradients, strict=True)]
    steps = [g + beta * a for g, a in zip(gradients, m, strict=True)] if look_ahead else m
    return [w - rate * step for w, step in zip(weights, steps, strict=True)], m


def momentum_update__old_memory(weights, gradients, state, rate, beta=0.9, look_ahead=False):
    """Your step follows the old m. The gradient that was just computed belongs into it first."""
    old = state or [0.0] * len(weights)
    m = [beta * a + g for a, g in zip(old, gradients, strict=True)]
    steps = [g + beta * a for g, a in zip(gradients, old, strict=True)] if look_ahead else old
    return [w - rate * step for w, step in zip(weights, steps, strict=True)], m


def momentum_update__no_look_ahead(weights, gradients, state, rate, beta=0.9, look_ahead=False):
    """The option `look_ahead` changes nothing in yours. With it the step follows g + β m."""
    m = [beta * a + g for a, g in zip(state or [0.0] * len(weights), gradients, strict=True)]
    return [w - rate * a for w, a in zip(weights, m, strict=True)], m


def momentum_update__in_place(weights, gradients, state, rate, beta=0.9, look_ahead=False):
    """The step is right, but you changed the lists that you were given. Who keeps them has lost them."""
    m = state if state is not None else [0.0] * len(weights)
    for i, g in enumerate(gradients):
        m[i] = beta * m[i] + g
        weights[i] -= rate * (g + beta * m[i] if look_ahead else m[i])
    return weights, m


def adamw_update__uncorrected(weights, gradients, state, rate, beta1=0.9, beta2=0.999, eps=1e-8, decay=0.01):
    """Both means begin at 0 and are too small at first, not equally. Divide each by what its weights add up to."""
    k, m, v = state or (0, [0.0] * len(weights), [0.0] * len(weights))
    m = [beta1 * a + (1 - beta1) * g for a, g in zip(m, gradients, strict=True)]
    v = [beta2 * b + (1 - beta2) * g * g for b, g in zip(v, gradients, strict=True)]
    moved = [w - rate * (a / (math.sqrt(b) + eps) + decay * w) for w, a, b in zip(weights, m, v, strict=True)]
    return moved, (k + 1, m, v)


def adamw_update__l2(weights, gradients, state, rate, beta1=0.9, beta2=0.999, eps=1e-8, decay=0.01):
    """You put the decay into the gradient. There it is divided by the size of the slopes; that is Adam with L2."""
    slopes = [g + decay * w for g, w in zip(gradients, weights, strict=True)]
    k, m, v = state or (0, [0.0] * len(weights), [0.0] * len(weights))
    k += 1
    m = [beta1 * a + (1 - beta1) * g for a, g in zip(m, slopes, strict=True)]
    v = [beta2 * b + (1 - beta2) * g * g for b, g in zip(v, slopes, strict=True)]
    moved = [
        w - rate * (a / (1 - beta1**k)) / (math.sqrt(b / (1 - beta2**k)) + eps)
        for w, a, b in zip(weights, m, v, strict=True)
    ]
    return moved, (k, m, v)


def adamw_update__decay_without_rate(weights, gradients, state, rate, beta1=0.9, beta2=0.999, eps=1e-8, decay=0.01):
    """Your decay is not multiplied by the rate, so it does not follow the schedule."""
    k, m, v = state or (0, [0.0] * len(weights), [0.0] * len(weights))
    k += 1
    m = [beta1 * a + (1 - beta1) * g for a, g in zip(m, gradients, strict=True)]
    v = [beta2 * b + (1 - beta2) * g * g for b, g in zip(v, gradients, strict=True)]
    moved = [
        w - rate * (a / (1 - beta1**k)) / (math.sqrt(b / (1 - beta2**k)) + eps) - decay * w
        for w, a, b in zip(weights, m, v, strict=True)
    ]
    return moved, (k, m, v)


def train_with__state_forgotten(update, loss, gradient, weights, rates):
    """You begin each step with the state None, so the optimizer remembers nothing."""
    losses = [loss(weights)]
    for rate in rates:
        weights, _ = update(weights, gradient(weights), None, rate)
        losses.append(loss(weights))
    return weights, losses


def train_with__first_rate_only(update, loss, gradient, weights, rates):
    """Every step of yours has the first rate. The list is a schedule: a rate for each step."""
    losses, state = [loss(weights)], None
    for _ in rates:
        weights, state = update(weights, gradient(weights), state, rates[0])
        losses.append(loss(weights))
    return weights, losses


def train_with__start_left_out(update, loss, gradient, weights, rates):
    """The loss of the start is missing. Without it nobody sees what the first step has done."""
    losses, state = [], None
    for rate in rates:
        weights, state = update(weights, gradient(weights), state, rate)
        losses.append(loss(weights))
    return weights, losses


def network_gradient__slope_forgotten(weights, xs, ys):
    """You went through tanh as if it were not there. On the way back its slope, 1 - h², is a factor."""
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
            slopes[j] += back * c[j] * x
            slopes[units + j] += back * c[j]
            slopes[2 * units + j] += back * hidden[j]
    return error, slopes


def network_gradient__sum_not_mean(weights, xs, ys):
    """Your error and gradient are sums over the points. The loss is a mean: divide by their number."""
    units = len(weights) // 3
    a, b, c, d = weights[:units], weights[units : 2 * units], weights[2 * units : -1], weights[-1]
    error, slopes = 0.0, [0.0] * len(weights)
    for x, y in zip(xs, ys, strict=True):
        hidden = [math.tanh(a[j] * x + b[j]) for j in range(units)]
        off = sum(c[j] * hidden[j] for j in range(units)) + d - y
        error += off * off
        slopes[-1] += 2 * off
        for j in range(units):
            inner = 2 * off * c[j] * (1 - hidden[j] ** 2)
            slopes[j] += inner * x
            slopes[units + j] += inner
            slopes[2 * units + j] += 2 * off * hidden[j]
    return error, slopes


def network_gradient__last_point_only(weights, xs, ys):
    """Each point overwrites the slopes of the one before. Over the points they add up."""
    units = len(weights) // 3
    a, b, c, d = weights[:units], weights[units : 2 * units], weights[2 * units : -1], weights[-1]
    error, slopes = 0.0, [0.0] * len(weights)
    for x, y in zip(xs, ys, strict=True):
        hidden = [math.tanh(a[j] * x + b[j]) for j in range(units)]
        off = sum(c[j] * hidden[j] for j in range(units)) + d - y
        error += off * off / len(xs)
        back = 2 * off / len(xs)
        slopes[-1] = back
        for j in range(units):
            inner = back * c[j] * (1 - hidden[j] ** 2)
            slopes[j] = inner * x
            slopes[units + j] = inner
            slopes[2 * units + j] = back * hidden[j]
    return error, slopes
