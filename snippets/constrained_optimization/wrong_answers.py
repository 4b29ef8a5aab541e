"""Wrong answers that people give to the exercises, one function each: `<exercise>__<slip>`.

The docstring is what a good teacher would say. The examples or the cases of the exercise refuse every one of them.
"""

import math


def split_budget__in_proportion_to_gain(gains, budget):
    """You gave each part its share of the gains. The condition a/x² = price makes x grow with the root of a only."""
    shares = [budget * a / sum(gains) for a in gains]
    return shares, gains[0] / shares[0] ** 2


def split_budget__least_sum_as_price(gains, budget):
    """Your price is the least sum itself. The price is its slope: by how much it falls for one more unit of budget."""
    roots = [math.sqrt(a) for a in gains]
    shares = [budget * root / sum(roots) for root in roots]
    return shares, sum(roots) ** 2 / budget


def split_budget__even(gains, budget):
    """An even split is best only for equal gains. Move a little to the larger gain and watch the sum fall."""
    shares = [budget / len(gains) for _ in gains]
    return shares, len(gains) * sum(gains) / budget**2


def nearest_behind_wall__always_on_the_wall(target, normal, bound):
    """You go to the wall even if the target is behind it already, and get a negative price. Then leave the wall out."""
    price = 2 * (sum(a * t for a, t in zip(normal, target, strict=True)) - bound) / sum(a * a for a in normal)
    return [t - price / 2 * a for t, a in zip(target, normal, strict=True)], price


def nearest_behind_wall__normal_of_length_one(target, normal, bound):
    """Your step is right for a normal of length 1 only. Divide by the squared length of the normal."""
    beyond = max(sum(a * t for a, t in zip(normal, target, strict=True)) - bound, 0.0)
    return [t - beyond * a for t, a in zip(target, normal, strict=True)], 2 * beyond


def nearest_behind_wall__half_the_price(target, normal, bound):
    """The place is right, the price is half of it: the gradient of the squared distance is twice the way to go."""
    price = max(sum(a * t for a, t in zip(normal, target, strict=True)) - bound, 0.0) / sum(a * a for a in normal)
    return [t - price * a for t, a in zip(target, normal, strict=True)], price


def project_onto_ball__always_to_the_edge(point, center, radius):
    """You move every point to the sphere. A point inside the ball is allowed already: it is its own projection."""
    offset = [x - c for x, c in zip(point, center, strict=True)]
    distance = math.sqrt(sum(d * d for d in offset))
    return [c + radius * d / distance for c, d in zip(center, offset, strict=True)]


def project_onto_ball__center_forgotten(point, center, radius):
    """You shorten the point itself, as if the ball sat at the origin. Shorten the way from the center to the point."""
    distance = math.sqrt(sum(x * x for x in point))
    if distance <= radius:
        return list(point)
    return [radius * x / distance for x in point]


def project_onto_ball__clipped(point, center, radius):
    """Clipping each coordinate projects onto a box. The corner of that box is outside the ball."""
    return [min(max(x, c - radius), c + radius) for x, c in zip(point, center, strict=True)]


def project_onto_ball__square_against_radius(point, center, radius):
    """You compare the *square* of the distance with the radius. Compare the distance, or two squares."""
    way = [x - c for x, c in zip(point, center, strict=True)]
    if sum(d * d for d in way) <= radius:
        return point
    return [c + radius * d / math.hypot(*way) for c, d in zip(center, way, strict=True)]


def project_onto_simplex__cut_and_divide(point):
    """Cutting at 0 and dividing by the sum gives a distribution, but not the nearest one: [0.9, 0.5, -0.2] shows it."""
    cut = [max(x, 0.0) for x in point]
    return [x / sum(cut) for x in cut]


def project_onto_simplex__softmax(point):
    """Softmax gives a distribution, too, but not the nearest: it moves [0.2, 0.3, 0.5], which is one already."""
    weights = [math.exp(x - max(point)) for x in point]
    return [weight / sum(weights) for weight in weights]


def project_onto_simplex__shift_without_cut(point):
    """One shift for all makes the sum 1, but leaves numbers below 0. Only the positive ones may share the shift."""
    shift = (sum(point) - 1) / len(point)
    return [x - shift for x in point]


def project_onto_simplex__one_round(point):
    """After the cut the rest adds up to more than 1. Those that were cut no longer share the shift: choose it again."""
    shift = (sum(point) - 1) / len(point)
    return [max(x - shift, 0.0) for x in point]


def project_onto_simplex__sorted(point):
    """Your numbers are right and in the wrong places. Sort a copy to find the shift, and shift the point itself."""
    ahead = sorted((x - max(point) for x in point), reverse=True)
    shift = max((sum(ahead[:k]) - 1) / k for k in range(1, len(ahead) + 1))
    return [max(x - shift, 0.0) for x in ahead]


def projected_descent__only_at_the_end(slope, low, high, start, learning_rate, steps):
    """You project once, after the last step. On the way the walk asks for slopes where the constraint forbids to be."""
    place = start
    for _ in range(steps):
        place = place - learning_rate * slope(place)
    place = min(max(place, low), high)
    return place, max(-slope(place) if place == high else slope(place) if place == low else 0.0, 0.0)


def projected_descent__uphill(slope, low, high, start, learning_rate, steps):
    """You step along the slope, which is uphill. Only the projection keeps you from walking away for ever."""
    place = min(max(start, low), high)
    for _ in range(steps):
        place = min(max(place + learning_rate * slope(place), low), high)
    return place, max(-slope(place) if place == high else slope(place) if place == low else 0.0, 0.0)


def projected_descent__slope_as_price(slope, low, high, start, learning_rate, steps):
    """Your price is the size of the slope, wherever the walk ends. Inside of the interval nothing holds it: price 0."""
    place = min(max(start, low), high)
    for _ in range(steps):
        place = min(max(place - learning_rate * slope(place), low), high)
    return place, abs(slope(place))


def elastic_threshold__decay_of_the_number(a, price, decay):
    """You divide first and subtract the price afterwards. The decay divides what the price has left, too."""
    shrunk = a / (1 + decay)
    return shrunk - price if shrunk > price else shrunk + price if shrunk < -price else 0.0


def elastic_threshold__past_zero(a, price, decay):
    """The pull ends at 0. You walk on to the other side, where |w| would pull you back."""
    return (a - price) / (1 + decay) if a > 0 else (a + price) / (1 + decay)


def elastic_threshold__hard(a, price, decay):
    """You keep large numbers unshortened by the price. They are pulled, too: for positive w the slope has + price."""
    return a / (1 + decay) if abs(a) > price else 0.0


def elastic_threshold__without_decay(a, price, decay):
    """That is lasso alone. The term decay · w²/2 adds decay · w to the slope, which divides by 1 + decay."""
    return a - price if a > price else a + price if a < -price else 0.0


def tilted_die__not_normalized(mean):
    """Your numbers are exponentials, but do not add up to 1. Divide by their sum, for each beta anew."""
    if not 1 < mean < 6:
        raise ValueError(f"no die has the mean {mean}")
    return [math.exp((mean - 3.5) * (face - 3.5) / (35 / 12)) for face in range(1, 7)]


def tilted_die__first_order(mean):
    """You took beta = (mean - 3.5) / variance, one Newton step from the fair die. The true one is farther from 0."""
    if not 1 < mean < 6:
        raise ValueError(f"no die has the mean {mean}")
    beta = (mean - 3.5) / (35 / 12)
    weights = [math.exp(beta * face) for face in range(1, 7)]
    return [weight / sum(weights) for weight in weights]


def tilted_die__linear(mean):
    """A straight line can have the mean, but for 1.2 it goes below 0, and its entropy is not the largest."""
    if not 1 < mean < 6:
        raise ValueError(f"no die has the mean {mean}")
    tilt = (mean - 3.5) / 17.5
    return [1 / 6 + tilt * (face - 3.5) for face in range(1, 7)]


def line_from_multipliers__without_labels(points, labels, multipliers, cost):
    """You add up μ x without the labels. Points of the second class pull the other way."""
    w = [sum(mu * x[k] for mu, x in zip(multipliers, points, strict=True)) for k in range(len(points[0]))]
    free = next(i for i, mu in enumerate(multipliers) if 0 < mu < cost)
    return w, labels[free] - sum(a * x for a, x in zip(w, points[free], strict=True))


def line_from_multipliers__any_positive(points, labels, multipliers, cost):
    """You take b from the first positive multiplier. One at C may have slack: its point is off the margin."""
    w = [
        sum(mu * y * x[k] for mu, y, x in zip(multipliers, labels, points, strict=True)) for k in range(len(points[0]))
    ]
    first = next(i for i, mu in enumerate(multipliers) if mu > 0)
    return w, labels[first] - sum(a * x for a, x in zip(w, points[first], strict=True))


def line_from_multipliers__free_points_only(points, labels, multipliers, cost):
    """You leave the multipliers at C out of the weights. They pull as hard as any can; only b needs the free ones."""
    free = [i for i, mu in enumerate(multipliers) if 0 < mu < cost]
    w = [sum(multipliers[i] * labels[i] * points[i][k] for i in free) for k in range(len(points[0]))]
    return w, labels[free[0]] - sum(a * x for a, x in zip(w, points[free[0]], strict=True))


def line_from_multipliers__mean_over_all_points(points, labels, multipliers, cost):
    """You take b as the mean over all points. Those with the multiplier 0 or C need not lie on the margin."""
    w = [
        sum(mu * y * x[k] for mu, y, x in zip(multipliers, labels, points, strict=True)) for k in range(len(points[0]))
    ]
    offsets = [y - sum(a * c for a, c in zip(w, x, strict=True)) for y, x in zip(labels, points, strict=True)]
    return w, sum(offsets) / len(offsets)


def line_from_multipliers__offset_turned(points, labels, multipliers, cost):
    """Your b belongs to w · x - b, as some libraries write the line. Here it is added: turn its sign."""
    w = [
        sum(mu * y * x[k] for mu, y, x in zip(multipliers, labels, points, strict=True)) for k in range(len(points[0]))
    ]
    free = next(i for i, mu in enumerate(multipliers) if 0 < mu < cost)
    return w, sum(a * x for a, x in zip(w, points[free], strict=True)) - labels[free]


def wall_prices__each_on_its_own(gradient, normals):
    """You balance each wall as if it were alone. Two walls that are not at right angles share the work."""
    g, k = gradient
    return [-(g * a + k * b) / (a * a + b * b) for a, b in normals]


def wall_prices__cut_at_zero(gradient, normals):
    """You cut negative prices at 0. The negative one is the news: a step away from this wall is better."""
    g, k = gradient
    if len(normals) == 2:
        (a, b), (c, d) = normals
        return [max(p / (a * d - b * c), 0.0) for p in (c * k - d * g, b * g - a * k)]
    return [max(-(g * a + k * b) / (a * a + b * b), 0.0) for a, b in normals]


def wall_prices__turned(gradient, normals):
    """All signs are turned: gradient + multiplier · normal should vanish, so the multiplier opposes the gradient."""
    g, k = gradient
    if len(normals) == 2:
        (a, b), (c, d) = normals
        return [p / (a * d - b * c) for p in (d * g - c * k, a * k - b * g)]
    return [(g * a + k * b) / (a * a + b * b) for a, b in normals]


def project_onto_polygon__one_wall_after_the_other(point, rows, bounds):
    """You project onto one wall after the other. The second may push you back through the first, and is not nearest."""
    x, y = point
    for (a, b), level in zip(rows, bounds, strict=True):
        t = max((a * x + b * y - level) / (a * a + b * b), 0.0)
        x, y = x - t * a, y - t * b
    return [x, y]


def project_onto_polygon__worst_wall_only(point, rows, bounds):
    """You project onto the wall that is broken most. Near a corner that lands behind it and before another one."""
    x, y = point
    away = [((a * x + b * y - level) / math.hypot(a, b), a, b) for (a, b), level in zip(rows, bounds, strict=True)]
    far, a, b = max(away, default=(0.0, 1.0, 0.0))
    t = max(far, 0.0) / math.hypot(a, b)
    return [x - t * a, y - t * b]


def project_onto_polygon__corners_only(point, rows, bounds):
    """You look at the corners only. The nearest point may lie in the middle of a wall."""
    x, y = point
    if all(a * x + b * y <= level for (a, b), level in zip(rows, bounds, strict=True)):
        return [x, y]
    corners = []
    for i, ((a, b), level) in enumerate(zip(rows, bounds, strict=True)):
        for (c, d), other in zip(rows[:i], bounds[:i], strict=True):
            det = a * d - b * c
            corners.append([(level * d - b * other) / det, (a * other - level * c) / det])
    near = [p for p in corners if all(a * p[0] + b * p[1] <= s + 1e-9 for (a, b), s in zip(rows, bounds, strict=True))]
    return min(near, key=lambda p: math.dist(p, point), default=[x, y])


def kkt_failures__inactive_as_failure(gradient, rows, bounds, point, multipliers, tolerance=1e-6):
    """Feasible means g ≤ 0, not g = 0: an inactive wall has g < 0, and nothing is wrong with that."""
    return _failures(gradient, rows, bounds, point, multipliers, tolerance, room=abs)


def kkt_failures__minus(gradient, rows, bounds, point, multipliers, tolerance=1e-6):
    """With g ≤ 0 and multipliers ≥ 0 the condition is ∇f + Σ μ ∇g = 0, a plus: the two must point opposite ways."""
    turned = [-g for g in gradient]
    return _failures(turned, rows, bounds, point, multipliers, tolerance)


def kkt_failures__slackness_signed(gradient, rows, bounds, point, multipliers, tolerance=1e-6):
    """You test μ·g > tolerance. Behind the wall g is negative, and so is the product: take its size."""
    return _failures(gradient, rows, bounds, point, multipliers, tolerance, product=lambda mu, g: mu * g)


def kkt_failures__without_sign(gradient, rows, bounds, point, multipliers, tolerance=1e-6):
    """You skip dual feasibility. A negative multiplier means that the wall pulls instead of pushing."""
    found = _failures(gradient, rows, bounds, point, multipliers, tolerance)
    return [pair for pair in found if pair[0] != "dual feasibility"]


def kkt_failures__signs_of_a_maximum(gradient, rows, bounds, point, multipliers, tolerance=1e-6):
    """You ask for multipliers that are not positive, as for a maximum. Here f is minimized: a wall pushes, μ ≥ 0."""
    found = _failures(gradient, rows, bounds, point, multipliers, tolerance)
    turned = [i for i, mu in enumerate(multipliers) if mu > tolerance]
    return [pair for pair in found if pair[0] != "dual feasibility"] + [("dual feasibility", i) for i in turned]


def solve_and_report__start_as_it_is(gradient, project, failures, start, learning_rate, steps):
    """You begin at the start itself. It may be infeasible, where neither f nor the conditions mean anything."""
    place = start
    for taken in range(steps):
        if not failures(place):
            return place, taken, []
        place = project([x - learning_rate * g for x, g in zip(place, gradient(place), strict=True)])
    return place, steps, failures(place)


def solve_and_report__never_stops_early(gradient, project, failures, start, learning_rate, steps):
    """You take all the steps and look only then. Ask before each step whether anything still fails."""
    place = project(start)
    for _ in range(steps):
        place = project([x - learning_rate * g for x, g in zip(place, gradient(place), strict=True)])
    return place, steps, failures(place)


def solve_and_report__reports_too_early(gradient, project, failures, start, learning_rate, steps):
    """After the last step you report what failed before it. Ask once more at the point that you return."""
    place, found = project(start), failures(project(start))
    for taken in range(steps):
        found = failures(place)
        if not found:
            return place, taken, []
        place = project([x - learning_rate * g for x, g in zip(place, gradient(place), strict=True)])
    return place, steps, found


def _failures(gradient, rows, bounds, point, multipliers, tolerance, room=float, product=lambda mu, g: abs(mu * g)):
    """What fails, with the part that a slip changes as an argument."""
    left = [s + sum(mu * row[k] for mu, row in zip(multipliers, rows, strict=True)) for k, s in enumerate(gradient)]
    found = [("stationarity", None)] if any(abs(s) > tolerance for s in left) else []
    for i, (row, bound, mu) in enumerate(zip(rows, bounds, multipliers, strict=True)):
        g = sum(a * x for a, x in zip(row, point, strict=True)) - bound
        off = {"primal feasibility": room(g), "dual feasibility": -mu, "slackness": product(mu, g)}
        found += [(name, i) for name, size in off.items() if size > tolerance]
    return found
