"""Right answers of another make to the exercises of topic 05, one function each: `<exercise>__<how>`. All must pass."""

import math


def split_budget__price_first(gains, budget):
    price = math.fsum(a**0.5 for a in gains) ** 2 / budget**2
    return [math.sqrt(a / price) for a in gains], price


def split_budget__price_of_each_part(gains, budget):
    total = sum(map(math.sqrt, gains))
    shares = tuple(budget / total * math.sqrt(a) for a in gains)
    return shares, max(a / x**2 for a, x in zip(gains, shares))


def split_budget__relative_to_the_first(gains, budget):
    ratios = [math.sqrt(a / gains[0]) for a in gains]
    first = budget / sum(ratios)
    return [[first * ratio for ratio in ratios], gains[0] / first / first]


def kkt_failures__by_components(gradient, g, g_gradients, multipliers, tolerance=1e-9):
    failed = []
    m = len(g)
    for k in range(len(gradient)):
        if abs(gradient[k] + sum(multipliers[i] * g_gradients[i][k] for i in range(m))) > tolerance:
            failed.append("stationarity")
            break
    if max(g, default=0) > tolerance:
        failed.append("primal feasibility")
    if min(multipliers, default=0) < -tolerance:
        failed.append("dual feasibility")
    if any(not -tolerance <= multipliers[i] * g[i] <= tolerance for i in range(m)):
        failed.append("slackness")
    return failed


def kkt_failures__by_sizes(gradient, g, g_gradients, multipliers, tolerance=1e-9):
    balance = [sum(mu * row[k] for mu, row in zip(multipliers, g_gradients)) for k in range(len(gradient))]
    sizes = {
        "stationarity": [abs(a + b) for a, b in zip(gradient, balance)],
        "primal feasibility": [max(value, 0) for value in g],
        "dual feasibility": [max(-mu, 0) for mu in multipliers],
        "slackness": [abs(mu) * abs(value) for mu, value in zip(multipliers, g)],
    }
    return tuple(name for name in sizes if max(sizes[name], default=0) > tolerance)


def kkt_failures__removes_what_holds(gradient, g, g_gradients, multipliers, tolerance=1e-9):
    names = ["stationarity", "primal feasibility", "dual feasibility", "slackness"]
    columns = [*zip(*g_gradients)] or [()] * len(gradient)
    if all(abs(slope + sum(map(float.__mul__, multipliers, c))) <= tolerance for slope, c in zip(gradient, columns)):
        names.remove("stationarity")
    if not [value for value in g if value > tolerance]:
        names.remove("primal feasibility")
    if not [mu for mu in multipliers if mu + tolerance < 0]:
        names.remove("dual feasibility")
    if not [1 for mu, value in zip(multipliers, g) if (mu * value) ** 2 > tolerance**2]:
        names.remove("slackness")
    return names


def project_onto_ball__as_the_page(point, center, radius):
    factor = radius / max(radius, math.dist(point, center))
    return [c + factor * (x - c) for x, c in zip(point, center)]


def project_onto_ball__root_of_squares(point, center, radius):
    away = [x - c for x, c in zip(point, center)]
    length = math.sqrt(sum(a**2 for a in away))
    return point if length < radius else tuple(c + a / length * radius for c, a in zip(center, away))


def project_onto_ball__convex_combination(point, center, radius):
    distance = sum((point[i] - center[i]) * (point[i] - center[i]) for i in range(len(point))) ** 0.5
    t = 1 if distance <= radius else radius / distance
    return [t * point[i] + (1 - t) * center[i] for i in range(len(point))]


def project_onto_simplex__last_possible_count(point):
    falling = sorted([x - max(point) for x in point])[::-1]
    shift = total = 0
    for k, number in enumerate(falling):
        total += number
        if number - (total - 1) / (k + 1) > 0:
            shift = (total - 1) / (k + 1)
    return [max(0, x - max(point) - shift) for x in point]


def project_onto_simplex__drops_the_negative(point):
    top = max(point)
    point = [x - top for x in point]
    kept = list(point)
    while True:
        shift = (sum(kept) - 1) / len(kept)
        if all(x >= shift for x in kept):
            return [x - shift if x > shift else 0 for x in point]
        kept = [x for x in kept if x >= shift]


def project_onto_simplex__bisection(point):
    below = [max(point) - x for x in point]
    low, high = 0.0, 1.0  # how much the largest number keeps
    for _ in range(100):
        keeps = (low + high) / 2
        if sum(max(keeps - b, 0) for b in below) < 1:
            low = keeps
        else:
            high = keeps
    return tuple(max(high - b, 0.0) for b in below)


def projected_descent__clips_in_a_function(slope, low, high, start, learning_rate, steps):
    def clip(w):
        if w < low:
            return low
        return high if w > high else w

    w = clip(start)
    while steps > 0:
        w = clip(w - slope(w) * learning_rate)
        steps -= 1
    return w


def projected_descent__middle_of_three(slope, low, high, start, learning_rate, steps):
    w = sorted([low, start, high])[1]
    for _ in range(steps):
        w = sorted([low, w - learning_rate * slope(w), high])[1]
    return w


def projected_descent__recursion(slope, low, high, start, learning_rate, steps):
    w = max(low, min(start, high))
    if steps == 0:
        return w
    return projected_descent__recursion(slope, low, high, w - learning_rate * slope(w), learning_rate, steps - 1)


def soft_threshold__as_the_page(a, price):
    return math.copysign(1, a) * max(abs(a) - price, 0)


def soft_threshold__clipped_part(a, price):
    return a - min(max(a, -price), price)


def soft_threshold__two_sides(a, price):
    return max(a - price, 0) + min(a + price, 0)


def tilted_die__growing_bracket(mean):
    if mean <= 1 or mean >= 6:
        raise ValueError(mean)

    def shares(beta):
        weights = [math.exp(beta * (face - 3.5)) for face in range(1, 7)]
        return [w / sum(weights) for w in weights]

    def average(beta):
        return sum(face * p for face, p in enumerate(shares(beta), 1))

    low, high = -1, 1
    while average(low) > mean:
        low *= 2
    while average(high) < mean:
        high *= 2
    while high - low > 1e-12:
        middle = (low + high) / 2
        if average(middle) > mean:
            high = middle
        else:
            low = middle
    return shares(low)


def tilted_die__ratio_of_neighbors(mean):
    class NoDie(ValueError):
        pass

    if not 1 < mean < 6:
        raise NoDie
    low, high = 0.0, 1.0  # of t, where the ratio of neighboring probabilities is t / (1 - t)
    for _ in range(200):
        t = (low + high) / 2
        weights = [t**k * (1 - t) ** (5 - k) for k in range(6)]
        if sum(k * w for k, w in enumerate(weights, 1)) < mean * sum(weights):
            low = t
        else:
            high = t
    return tuple(w / sum(weights) for w in weights)


def tilted_die__newton_held_in_a_bracket(mean):
    if not 1 < mean < 6:
        raise ValueError("no such die")
    beta, low, high = 0.0, -40.0, 40.0
    for _ in range(300):
        weights = [math.exp(beta * f) for f in range(-2, 4)]
        p = [w / sum(weights) for w in weights]
        m = sum(f * q for f, q in zip(range(1, 7), p))
        variance = sum((f - m) ** 2 * q for f, q in zip(range(1, 7), p))
        low, high = (beta, high) if m < mean else (low, beta)
        step = beta + (mean - m) / variance if variance > 1e-9 else low
        beta = step if low < step < high else (low + high) / 2
    return p
