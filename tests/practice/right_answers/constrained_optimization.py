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


def split_budget__price_closed_in_from_both_sides(gains, budget):
    low, high = 1e-300, 1e300
    while high / low > 1 + 1e-15:
        price = math.sqrt(low) * math.sqrt(high)
        if price in (low, high):
            break
        if sum(math.sqrt(a / price) for a in gains) > budget:
            low = price
        else:
            high = price
    return [math.sqrt(a / high) for a in gains], high


def nearest_behind_wall__shares(target, normal, bound):
    value = sum(map(float.__mul__, normal, target))
    squares = math.fsum(a**2 for a in normal)
    share = 0 if value <= bound else (value - bound) / squares
    return tuple(t - share * a for t, a in zip(target, normal)), 2 * share


def nearest_behind_wall__unit_normal(target, normal, bound):
    length = math.sqrt(sum(a * a for a in normal))
    unit = [a / length for a in normal]
    far = sum(u * t for u, t in zip(unit, target)) - bound / length
    if far <= 1e-13:
        return target, 0
    return [t - far * u for t, u in zip(target, unit)], 2 * far / length


def nearest_behind_wall__by_cases(target, normal, bound):
    g = -bound
    for a, t in zip(normal, target):
        g += a * t
    if g > 0:
        norm = sum(a * a for a in normal)
        point = [t - g / norm * a for t, a in zip(target, normal)]
        k = max(range(len(normal)), key=lambda i: abs(normal[i]))
        return point, 2 * (target[k] - point[k]) / normal[k]
    return list(target), 0.0


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
    outward = {low: -1, high: 1}.get(w, 0)
    return w, max(0, -outward * slope(w))


def projected_descent__middle_of_three(slope, low, high, start, learning_rate, steps):
    w = sorted([low, start, high])[1]
    for _ in range(steps):
        w = sorted([low, w - learning_rate * slope(w), high])[1]
    price = 0
    if w == low and slope(w) > 0:
        price = slope(w)
    elif w == high and slope(w) < 0:
        price = abs(slope(w))
    return [w, price]


def projected_descent__recursion(slope, low, high, start, learning_rate, steps):
    w = max(low, min(start, high))
    if steps == 0:
        at_end = (w == low and slope(w) > 0) or (w == high and slope(w) < 0)
        return w, abs(slope(w)) * at_end
    return projected_descent__recursion(slope, low, high, w - learning_rate * slope(w), learning_rate, steps - 1)


def elastic_threshold__as_the_page(a, price, decay):
    return math.copysign(1, a) * max(abs(a) - price, 0) / (1 + decay)


def elastic_threshold__clipped_part(a, price, decay):
    return (a - min(max(a, -price), price)) / (1 + decay)


def elastic_threshold__two_sides(a, price, decay):
    return (max(a - price, 0) + min(a + price, 0)) * (1 / (1 + decay))


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


def tilted_die__exponentials_as_they_are(mean):
    if not 1 < mean < 6:
        raise ValueError
    low, high = -50, 50
    for _ in range(100):
        beta = (low + high) / 2
        weights = [math.exp(beta * face) for face in range(1, 7)]
        p = [weight / sum(weights) for weight in weights]
        if sum(face * share for face, share in enumerate(p, 1)) < mean:
            low = beta
        else:
            high = beta
    return p


def line_from_multipliers__average_of_the_free(points, labels, multipliers, cost):
    w = [0.0] * len(points[0])
    for x, y, mu in zip(points, labels, multipliers):
        for k in range(len(w)):
            w[k] += y * mu * x[k]
    found = [
        y - math.fsum(a * c for a, c in zip(w, x)) for x, y, mu in zip(points, labels, multipliers) if 0 < mu < cost
    ]
    return w, sum(found) / len(found)


def line_from_multipliers__by_classes(points, labels, multipliers, cost):
    def pull(sign, k):
        return sum(mu * x[k] for x, y, mu in zip(points, labels, multipliers) if y == sign)

    w = tuple(pull(1, k) - pull(-1, k) for k in range(len(points[0])))
    for x, y, mu in zip(points, labels, multipliers):
        if mu not in (0, cost):
            return w, 1 / y - sum(a * c for a, c in zip(w, x))


def line_from_multipliers__kernel_form(points, labels, multipliers, cost):
    def dot(u, v):
        return sum(a * b for a, b in zip(u, v))

    i = [0 < mu < cost for mu in multipliers].index(True)
    b = labels[i] - sum(mu * y * dot(x, points[i]) for x, y, mu in zip(points, labels, multipliers))
    axes = [[float(j == k) for j in range(len(points[0]))] for k in range(len(points[0]))]
    return [sum(mu * y * dot(x, axis) for x, y, mu in zip(points, labels, multipliers)) for axis in axes], b


def wall_prices__normal_equations(gradient, normals):
    def dot(u, v):
        return u[0] * v[0] + u[1] * v[1]

    if not normals:
        return []
    if len(normals) == 1:
        return [-dot(gradient, normals[0]) / dot(normals[0], normals[0])]
    n, m = normals
    aa, ab, bb = dot(n, n), dot(n, m), dot(m, m)
    p, q = -dot(gradient, n), -dot(gradient, m)
    det = aa * bb - ab * ab
    return [(bb * p - ab * q) / det, (aa * q - ab * p) / det]


def wall_prices__across_the_other(gradient, normals):
    prices = []
    for i, (a, b) in enumerate(normals):
        other = normals[1 - i] if len(normals) == 2 else (-b, a)
        c, d = -other[1], other[0]  # along this direction the other wall does nothing
        prices.append(-(gradient[0] * c + gradient[1] * d) / (a * c + b * d))
    return prices


def wall_prices__elimination(gradient, normals):
    if len(normals) < 2:
        return tuple(-sum(map(float.__mul__, gradient, n)) / sum(c * c for c in n) for n in normals)
    rows = [[normals[0][k], normals[1][k], -gradient[k]] for k in (0, 1)]
    if abs(rows[0][0]) < abs(rows[1][0]):
        rows.reverse()
    f = rows[1][0] / rows[0][0]
    second = (rows[1][2] - f * rows[0][2]) / (rows[1][1] - f * rows[0][1])
    return [(rows[0][2] - rows[0][1] * second) / rows[0][0], second]


def project_onto_polygon__with_a_tolerance(point, rows, bounds):
    x, y = point
    places = [[x, y]]
    for i, (a, b) in enumerate(rows):
        t = (a * x + b * y - bounds[i]) / (a * a + b * b)
        places.append([x - t * a, y - t * b])
        for j, (c, d) in enumerate(rows):
            if i != j:
                det = a * d - b * c
                places.append([(bounds[i] * d - b * bounds[j]) / det, (a * bounds[j] - bounds[i] * c) / det])

    def behind_all(p):
        return all(a * p[0] + b * p[1] < level + 1e-9 for (a, b), level in zip(rows, bounds))

    return tuple(sorted(filter(behind_all, places), key=lambda p: (p[0] - x) ** 2 + (p[1] - y) ** 2)[0])


def project_onto_polygon__dykstra(point, rows, bounds):
    x, y = point
    corrections = [(0.0, 0.0)] * len(rows)
    for _ in range(4000):
        for i, ((a, b), level) in enumerate(zip(rows, bounds)):
            u, v = x + corrections[i][0], y + corrections[i][1]
            t = max((a * u + b * v - level) / (a * a + b * b), 0.0)
            x, y = u - t * a, v - t * b
            corrections[i] = (u - x, v - y)
    return [x, y]


def project_onto_polygon__along_each_wall(point, rows, bounds):
    if all(a * point[0] + b * point[1] <= level for (a, b), level in zip(rows, bounds)):
        return list(point)
    best = None
    for i, (a, b) in enumerate(rows):
        size = math.hypot(a, b)
        base, along = (a * bounds[i] / size**2, b * bounds[i] / size**2), (-b / size, a / size)
        low, high = -math.inf, math.inf  # the stretch of this wall that is behind the others
        for j, (c, d) in enumerate(rows):
            if j != i:
                speed, room = c * along[0] + d * along[1], bounds[j] - c * base[0] - d * base[1]
                low, high = (low, min(high, room / speed)) if speed > 0 else (max(low, room / speed), high)
        if low <= high + 1e-12:
            t = (point[0] - base[0]) * along[0] + (point[1] - base[1]) * along[1]
            t = min(max(t, low), high)
            place = [base[0] + t * along[0], base[1] + t * along[1]]
            if best is None or math.dist(place, point) < math.dist(best, point):
                best = place
    return best


def kkt_failures__by_components(gradient, rows, bounds, point, multipliers, tolerance=1e-6):
    failed = []
    m = range(len(rows))
    for k in (0, 1):
        if abs(gradient[k] + sum(multipliers[i] * rows[i][k] for i in m)) > tolerance:
            failed = [("stationarity", None)]
    for i in m:
        g = rows[i][0] * point[0] + rows[i][1] * point[1] - bounds[i]
        if g > tolerance:
            failed.append(("primal feasibility", i))
        if multipliers[i] < -tolerance:
            failed.append(("dual feasibility", i))
        if not -tolerance <= multipliers[i] * g <= tolerance:
            failed.append(("slackness", i))
    return failed


def kkt_failures__all_then_filtered(gradient, rows, bounds, point, multipliers, tolerance=1e-6):
    g = [sum(a * x for a, x in zip(row, point)) - bound for row, bound in zip(rows, bounds)]
    balance = [s + sum(mu * row[k] for mu, row in zip(multipliers, rows)) for k, s in enumerate(gradient)]
    sizes = [("stationarity", None, max(map(abs, balance)))]
    for i, mu in enumerate(multipliers):
        sizes += [("primal feasibility", i, g[i]), ("dual feasibility", i, -mu), ("slackness", i, abs(mu) * abs(g[i]))]
    return tuple((name, i) for name, i, size in sizes if size > tolerance)


def kkt_failures__generator(gradient, rows, bounds, point, multipliers, tolerance=1e-6):
    def off():
        x, y = gradient
        for (a, b), mu in zip(rows, multipliers):
            x, y = x + mu * a, y + mu * b
        if max(x, -x, y, -y) > tolerance:
            yield "stationarity", None
        for i, ((a, b), bound, mu) in enumerate(zip(rows, bounds, multipliers)):
            room = bound - a * point[0] - b * point[1]
            if room < -tolerance:
                yield "primal feasibility", i
            if mu + tolerance < 0:
                yield "dual feasibility", i
            if (mu * room) ** 2 > tolerance**2:
                yield "slackness", i

    return list(off())


def solve_and_report__while(gradient, project, failures, start, learning_rate, steps):
    place, taken = project(start), 0
    while failures(place) and taken < steps:
        g = gradient(place)
        place = project([place[k] - learning_rate * g[k] for k in range(len(g))])
        taken += 1
    return place, taken, failures(place)


def solve_and_report__recursion(gradient, project, failures, start, learning_rate, steps):
    def walk(place, taken):
        found = failures(place)
        if taken == steps or len(found) == 0:
            return place, taken, found
        return walk(project([x - learning_rate * g for x, g in zip(place, gradient(place))]), taken + 1)

    return walk(project(start), 0)


def solve_and_report__break(gradient, project, failures, start, learning_rate, steps):
    place = project(start)
    found, taken = failures(place), 0
    for taken in range(steps + 1):
        found = failures(place)
        if not found or taken == steps:
            break
        place = project([x - learning_rate * g for x, g in zip(place, gradient(place))])
    return [place, taken, found]
