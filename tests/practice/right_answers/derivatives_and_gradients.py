"""Right answers of another make to the exercises of topic 01, one function each: `<exercise>__<how>`. All must pass."""

import math


def slopes_of_table__ends_apart(x, y):
    slopes = [(y[1] - y[0]) / (x[1] - x[0])]
    for i in range(1, len(x) - 1):
        slopes.append((y[i + 1] - y[i - 1]) / (x[i + 1] - x[i - 1]))
    slopes.append((y[-1] - y[-2]) / (x[-1] - x[-2]))
    return slopes


def slopes_of_table__ends_doubled(x, y):
    xs, ys = [x[0], *x, x[-1]], [y[0], *y, y[-1]]
    return [(ys[i + 2] - ys[i]) / (xs[i + 2] - xs[i]) for i in range(len(x))]


def slopes_of_table__try_the_neighbor(x, y):
    slopes = []
    for i in range(len(x)):
        left = i - 1 if i > 0 else i
        right = i + 1
        if right == len(x):
            right = i
        slopes.append((y[left] - y[right]) / (x[left] - x[right]))
    return tuple(slopes)


def flat_point__by_signs(slope, x, delta=1e-3):
    here = slope(x)
    if here > 1e-9 or here < -1e-9:
        raise ValueError("no flat point")

    def sign(value):
        return (value > 0) - (value < 0)

    kinds = {(-1, 1): "minimum", (1, -1): "maximum"}
    return kinds.get((sign(slope(x - delta)), sign(slope(x + delta))), "neither")


def flat_point__nested(slope, x, delta=1e-3):
    class NotFlat(ValueError):
        pass

    if not abs(slope(x)) <= 1e-9:
        raise NotFlat
    kind = "neither"
    if slope(x - delta) < 0:
        if slope(x + delta) > 0:
            kind = "minimum"
    elif slope(x - delta) > 0 and slope(x + delta) < 0:
        kind = "maximum"
    return kind


def flat_point__max_of_size(slope, x, delta=1e-3):
    if max(slope(x), -slope(x)) > 1e-9:
        raise ValueError
    before, after = slope(x - delta), slope(x + delta)
    if before == 0 or after == 0 or (before < 0) == (after < 0):
        return "neither"
    return "minimum" if after > 0 else "maximum"


def numerical_gradient__tuple_of_partials(f, point, h=1e-5):
    def partial(i):
        def moved(by):
            return f([x + by if k == i else x for k, x in enumerate(point)])

        return (moved(h) - moved(-h)) / (2 * h)

    return tuple(partial(i) for i in range(len(point)))


def numerical_gradient__moves_and_puts_back(f, point, h=1e-5):
    gradient = [0] * len(point)
    for i, x in enumerate(point):
        point[i] = x + h
        high = f(point)
        point[i] = x - h
        low = f(point)
        point[i] = x
        gradient[i] = (high - low) / h / 2
    return gradient


def numerical_gradient__unit_vectors(f, point, h=1e-5):
    n = len(point)
    units = [[h if k == i else 0.0 for k in range(n)] for i in range(n)]
    sums = [[x + e for x, e in zip(point, unit)] for unit in units]
    differences = [[x - e for x, e in zip(point, unit)] for unit in units]
    return [0.5 * (f(a) - f(b)) / h for a, b in zip(sums, differences)]


def numerical_gradient__run_really_made(f, point, h=1e-5):
    g = []
    for i, x in enumerate(point):
        ahead = point[:i] + [x + h] + point[i + 1 :]
        behind = point[:i] + [x - h] + point[i + 1 :]
        g.append((f(ahead) - f(behind)) / (ahead[i] - behind[i]))
    return g


def slope_toward__product_by_distance(gradient, here, goal):
    distance = math.dist(here, goal)
    if not distance:
        raise ValueError("no way")
    return sum(g * (b - a) for g, a, b in zip(gradient, here, goal)) / distance


def slope_toward__unit_vector_first(gradient, here, goal):
    if here == goal:
        raise ValueError
    distance = math.dist(here, goal)
    unit = [(goal[i] - here[i]) / distance for i in range(len(here))]
    slope = 0
    for i in range(len(unit)):
        slope += gradient[i] * unit[i]
    return slope


def slope_toward__minus_the_way_back(gradient, here, goal):
    back = list(map(lambda a, b: a - b, here, goal))
    if not any(back):
        raise ValueError("zero")
    return -sum(map(lambda g, d: g * d, gradient, back)) / math.hypot(*back)


def slope_toward__rise_of_the_tangent_plane(gradient, here, goal):
    # the linear approximation along the way, per unit of length
    step = math.dist(here, goal)
    if step < 1e-300:
        raise ValueError
    rise = sum(g * b for g, b in zip(gradient, goal)) - sum(g * a for g, a in zip(gradient, here))
    return rise / step


def steepest_ascent__tuple(gradient):
    length = sum(g * g for g in gradient) ** 0.5
    if length == 0:
        raise ValueError("no way up")
    return tuple(g / length for g in gradient)


def steepest_ascent__factor(gradient):
    if all(g == 0 for g in gradient):
        raise ValueError
    factor = 1 / math.sqrt(math.fsum(g**2 for g in gradient))
    return [factor * g for g in gradient]


def steepest_ascent__largest_first(gradient):
    largest = max(abs(g) for g in gradient)
    if not largest:
        raise ValueError("flat")
    scaled = [g / largest for g in gradient]
    return [s / math.hypot(*scaled) for s in scaled]


def clipped_step__smaller_of_two_lengths(point, gradient, learning_rate, longest):
    norm = math.sqrt(sum(g**2 for g in gradient))
    if norm == 0:
        return list(point)
    length = min(learning_rate * norm, longest)
    return [x - length * (g / norm) for x, g in zip(point, gradient)]


def clipped_step__step_first(point, gradient, learning_rate, longest):
    step = [-learning_rate * g for g in gradient]
    long = math.dist(step, [0] * len(step))
    if long >= longest:
        step = [s / long * longest for s in step]
    return tuple(x + s for x, s in zip(point, step))


def clipped_step__share_of_the_step(point, gradient, learning_rate, longest):
    share = 1 / max(1, learning_rate * math.hypot(*gradient) / longest)
    new = point.copy()
    for i, g in enumerate(gradient):
        new[i] -= share * g * learning_rate
    return new


def clipped_step__gradient_clipped_first(point, gradient, learning_rate, longest):
    # as torch.nn.utils.clip_grad_norm_ does it: bound the gradient's norm by longest / learning_rate
    norm = math.sqrt(sum(g * g for g in gradient))
    coefficient = min(1.0, longest / (learning_rate * norm)) if norm > 0 else 1.0
    return [p - learning_rate * coefficient * g for p, g in zip(point, gradient)]


def gradient_of_mean_squared_error__list(w, b, x, y):
    n = len(y)
    errors = [w * x[i] + b - y[i] for i in range(n)]
    return [2 / n * sum(errors[i] * x[i] for i in range(n)), 2 / n * sum(errors)]


def gradient_of_mean_squared_error__moments(w, b, x, y):
    n = len(x)
    mean_x, mean_y = sum(x) / n, sum(y) / n
    mean_xx = sum(a * a for a in x) / n
    mean_xy = sum(a * c for a, c in zip(x, y)) / n
    return 2 * (w * mean_xx + b * mean_x - mean_xy), 2 * (w * mean_x + b - mean_y)


def gradient_of_mean_squared_error__turned_around(w, b, x, y):
    in_w = in_b = 0
    for a, c in zip(x, y):
        error = c - (w * a + b)
        in_w -= 2 * error * a / len(x)
        in_b -= 2 * error / len(x)
    return in_w, in_b


def gradient_of_mean_squared_error__exact_differences(w, b, x, y):
    # L is a parabola in w and in b, so central differences are exact but for rounding
    def loss(w, b):
        return sum((w * a + b - c) ** 2 for a, c in zip(x, y)) / len(x)

    h = 1.0
    return (loss(w + h, b) - loss(w - h, b)) / (2 * h), (loss(w, b + h) - loss(w, b - h)) / (2 * h)


def descend__while(slope, start, learning_rate, tolerance=1e-6, max_steps=500):
    steps = 0
    while abs(slope(start)) > tolerance:
        if steps == max_steps:
            raise RuntimeError("it runs away")
        start -= learning_rate * slope(start)
        steps += 1
    return [start, steps]


def descend__recursion(slope, start, learning_rate, tolerance=1e-6, max_steps=500):
    class RunsAway(RuntimeError):
        pass

    def walk(place, steps):
        s = slope(place)
        if -tolerance <= s <= tolerance:
            return place, steps
        if steps >= max_steps:
            raise RunsAway("too many steps")
        return walk(place - learning_rate * s, steps + 1)

    return walk(start, 0)


def descend__path(slope, start, learning_rate, tolerance=1e-6, max_steps=500):
    path = [start]
    while len(path) <= max_steps and not abs(slope(path[-1])) <= tolerance:
        path.append(path[-1] - learning_rate * slope(path[-1]))
    if abs(slope(path[-1])) > tolerance:
        raise RuntimeError(path)
    return path[-1], len(path) - 1


def _slopes(w, b, x, y):
    pairs = [(xi, w * xi + b - yi) for xi, yi in zip(x, y, strict=True)]
    mean = 1 / len(pairs)
    return (
        2 * mean * sum(xi * e for xi, e in pairs),
        2 * mean * sum(e for _, e in pairs),
        mean * sum(e**2 for _, e in pairs),
    )


def train_line__loss_last(x, y, learning_rate, steps):
    w = b = 0
    losses = [_slopes(w, b, x, y)[2]]
    while len(losses) <= steps:
        in_w, in_b, _ = _slopes(w, b, x, y)
        w -= learning_rate * in_w
        b -= learning_rate * in_b
        losses += [_slopes(w, b, x, y)[2]]
    return [w, b, losses]


def train_line__recursion(x, y, learning_rate, steps):
    def go(w, b, left):
        in_w, in_b, loss = _slopes(w, b, x, y)
        if left == 0:
            return w, b, [loss]
        end_w, end_b, losses = go(w - learning_rate * in_w, b - learning_rate * in_b, left - 1)
        return end_w, end_b, [loss, *losses]

    return go(0.0, 0.0, steps)


def train_line__sums_worked_out_once(x, y, learning_rate, steps):
    n = len(x)
    xx, sx, sy = sum(a * a for a in x) / n, sum(x) / n, sum(y) / n
    xy = sum(a * c for a, c in zip(x, y, strict=True)) / n
    places = [(0.0, 0.0)]
    for _ in range(steps):
        w, b = places[-1]
        in_w, in_b = 2 * (w * xx + b * sx - xy), 2 * (w * sx + b - sy)
        places.append((w - learning_rate * in_w, b - learning_rate * in_b))
    losses = [sum((w * a + b - c) ** 2 for a, c in zip(x, y, strict=True)) / n for w, b in places]
    return *places[-1], losses


def judge_rate__all_losses_first(x, y, learning_rate, steps=1000, tolerance=1e-6):
    w = b = 0.0
    history = []
    for _ in range(steps + 1):
        in_w, in_b, loss = _slopes(w, b, x, y)
        history.append((loss, (in_w**2 + in_b**2) ** 0.5))
        if loss > 1e100:
            break
        w, b = w - learning_rate * in_w, b - learning_rate * in_b
    for step, (loss, length) in enumerate(history):
        if step and loss - history[step - 1][0] > 1e-9 * history[step - 1][0]:
            return "diverges", step
        if length <= tolerance:
            return "arrives", step
    return "crawls", steps


def judge_rate__while_loop(x, y, learning_rate, steps=1000, tolerance=1e-6):
    w = b = taken = 0
    in_w, in_b, loss = _slopes(w, b, x, y)
    while in_w**2 + in_b**2 > tolerance**2:
        if taken == steps:
            return ["crawls", taken]
        w, b, taken, before = w - learning_rate * in_w, b - learning_rate * in_b, taken + 1, loss
        in_w, in_b, loss = _slopes(w, b, x, y)
        if loss / before > 1.000000001:
            return ["diverges", taken]
    return ["arrives", taken]


def judge_rate__generator(x, y, learning_rate, steps=1000, tolerance=1e-6):
    def walk(w=0.0, b=0.0):
        while True:
            in_w, in_b, loss = _slopes(w, b, x, y)
            yield loss, max(abs(in_w), abs(in_b)), (in_w * in_w + in_b * in_b) ** 0.5
            w, b = w - learning_rate * in_w, b - learning_rate * in_b

    last = float("inf")
    for step, (loss, _, length) in enumerate(walk()):
        if loss > last + last * 1e-9:
            return "diverges", step
        if length <= tolerance:
            return "arrives", step
        if step == steps:
            return "crawls", step
        last = loss


def _needed(x, y, rate, steps, tolerance):
    w = b = 0.0
    for step in range(steps + 1):
        in_w, in_b, loss = _slopes(w, b, x, y)
        if (in_w**2 + in_b**2) ** 0.5 <= tolerance:
            return step
        if loss > 1e100:
            return None
        w, b = w - rate * in_w, b - rate * in_b
    return None


def best_rate__loop(x, y, rates, steps=1000, tolerance=1e-6):
    best, least = None, None
    for rate in sorted(rates):
        needed = _needed(x, y, rate, steps, tolerance)
        if needed is not None and (least is None or needed < least):
            best, least = rate, needed
    if best is None:
        raise ValueError("none")
    return best


def best_rate__dictionary(x, y, rates, steps=1000, tolerance=1e-6):
    counts = {rate: _needed(x, y, rate, steps, tolerance) for rate in rates}
    arriving = {rate: count for rate, count in counts.items() if count is not None}
    if not arriving:
        raise ValueError
    least = min(arriving.values())
    return min(rate for rate, count in arriving.items() if count == least)


def best_rate__sorted_pairs(x, y, rates, steps=1000, tolerance=1e-6):
    class NoRate(ValueError):
        pass

    pairs = sorted(
        (_needed(x, y, rate, steps, tolerance), rate)
        for rate in rates
        if _needed(x, y, rate, steps, tolerance) is not None
    )
    if pairs:
        return pairs[0][1]
    raise NoRate


def best_rate__fewest_so_far(x, y, rates, steps=1000, tolerance=1e-6):
    best = None
    fewest = steps + 1
    for rate in sorted(rates):
        w, b, k = 0.0, 0.0, 0
        while k < fewest:
            gw = gb = 0.0
            for p, q in zip(x, y):
                gw += 2 * (w * p + b - q) * p / len(x)
                gb += 2 * (w * p + b - q) / len(x)
            if (gw * gw + gb * gb) ** 0.5 <= tolerance:
                best, fewest = rate, k
                break
            w -= rate * gw
            b -= rate * gb
            k += 1
    if best is None:
        raise ValueError("none")
    return best
