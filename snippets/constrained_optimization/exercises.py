"""Exercises of topic 05 with full solutions, in plain Python: floats, lists and `math`.

The docstring is the task. A reader gets the signature and the docstring, and writes the body.
"""

import math


def split_budget(gains, budget):
    """Return the best split of a budget, and the price of the budget.

    Minimize the sum of a / x over all parts, where a is the part's gain (a
    list of positive numbers) and x > 0 its share, with shares that add up
    to the budget. The price is the Lagrange multiplier of this constraint: by
    how much the least sum falls for each further unit of budget.

    >>> split_budget([4.0, 1.0], 6.0)
    ([4.0, 2.0], 0.25)
    >>> split_budget([4.0, 1.0], 3.0)
    ([2.0, 1.0], 1.0)
    >>> shares, price = split_budget([1.0, 9.0, 4.0], 12.0)
    >>> [round(x, 6) for x in shares], round(price, 6)
    ([2.0, 6.0, 4.0], 0.25)
    """
    roots = [math.sqrt(a) for a in gains]
    shares = [budget * root / sum(roots) for root in roots]
    return shares, (sum(roots) / budget) ** 2


def nearest_behind_wall(target, normal, bound):
    """Return the point nearest to a target behind one wall, and the price of the wall.

    Minimize the squared distance to the target over all points x with
    normal · x <= bound. `target` and `normal` are lists of n numbers, the
    normal is not zero. Return the point as a list, and the multiplier of the
    wall: by how much the squared distance falls for each unit by which the
    bound grows, to first order.

    >>> nearest_behind_wall([2.0, 1.0], [1.0, 1.0], 2.0)
    ([1.5, 0.5], 1.0)
    >>> nearest_behind_wall([2.0, 1.0], [1.0, 1.0], 4.0)
    ([2.0, 1.0], 0.0)
    >>> nearest_behind_wall([2.0, 1.0], [2.0, 2.0], 4.0)
    ([1.5, 0.5], 0.5)
    """
    beyond = sum(a * t for a, t in zip(normal, target, strict=True)) - bound
    price = max(2 * beyond / sum(a * a for a in normal), 0.0)
    return [t - price / 2 * a for t, a in zip(target, normal, strict=True)], price


def project_onto_ball(point, center, radius):
    """Return the point of a ball that is nearest to the given point.

    `point` and `center` are lists of n numbers, and so is the answer. The
    radius is positive. The ball contains its inside, so a point in it stays
    where it is.

    >>> [round(x, 6) for x in project_onto_ball([3.0, 4.0], [0.0, 0.0], 1.0)]
    [0.6, 0.8]
    >>> project_onto_ball([0.3, 0.4], [0.0, 0.0], 1.0)
    [0.3, 0.4]
    >>> [round(x, 6) for x in project_onto_ball([5.0, 1.0], [1.0, 1.0], 2.0)]
    [3.0, 1.0]
    """
    offset = [x - c for x, c in zip(point, center, strict=True)]
    distance = math.hypot(*offset)  # its squares neither overflow nor vanish
    if distance <= radius:
        return list(point)
    return [c + radius * (d / distance) for c, d in zip(center, offset, strict=True)]


def project_onto_simplex(point):
    """Return the distribution that is nearest to a list of numbers.

    Of all lists of n numbers that are at least 0 and add up to 1, it is the
    one with the smallest Euclidean distance. It is always of one form:
    subtract the same number from every coordinate, then cut at 0.

    The numbers may be huge. Next to 1e16 a 1 is lost in rounding, so begin
    with how far each number is below the largest: that has the same answer.

    >>> [round(p, 6) for p in project_onto_simplex([0.9, 0.5, -0.2])]
    [0.7, 0.3, 0.0]
    >>> [round(p, 6) for p in project_onto_simplex([0.2, 0.3, 0.5])]
    [0.2, 0.3, 0.5]
    >>> [round(p, 6) for p in project_onto_simplex([3.0, 0.0])]
    [1.0, 0.0]
    >>> [round(p, 6) for p in project_onto_simplex([0.1, 0.2])]
    [0.45, 0.55]
    >>> project_onto_simplex([1e16, 0.0])
    [1.0, 0.0]
    """
    largest = max(point)
    falling = sorted([x - largest for x in point], reverse=True)
    shift = max((sum(falling[:k]) - 1) / k for k in range(1, len(point) + 1))
    return [max(x - largest - shift, 0.0) for x in point]


def projected_descent(slope, low, high, start, learning_rate, steps):
    """Return where projected descent ends in an interval, and the price of the end.

    One variable, the interval from `low` to `high`, with low < high. `slope`
    is the derivative of the function to make small. Every step goes against
    the slope, and then to the nearest point of the interval. The start is
    projected first, and `slope` must never be asked outside the interval.
    The price: how fast the function would fall if the end of the interval at
    which the place lies were moved outward; 0 in between, or if it would rise.

    >>> projected_descent(lambda w: 2 * (w - 3), 0.0, 2.0, 0.0, 0.1, 50)
    (2.0, 2.0)
    >>> place, price = projected_descent(lambda w: 2 * (w - 3), 0.0, 5.0, 0.0, 0.1, 50)
    >>> round(place, 3), price
    (3.0, 0.0)
    >>> projected_descent(lambda w: 2 * (w - 3), 4.0, 6.0, 9.0, 0.25, 50)
    (4.0, 2.0)
    >>> place, price = projected_descent(lambda w: -1 / w, 0.5, 4.0, -7.0, 0.1, 1)
    >>> round(place, 6), price
    (0.7, 0.0)
    """
    place = min(max(start, low), high)
    for _ in range(steps):
        place = min(max(place - learning_rate * slope(place), low), high)
    if place == high:
        return place, max(-slope(place), 0.0)
    return place, max(slope(place), 0.0) if place == low else 0.0


def elastic_threshold(a, price, decay):
    """Return the w that minimizes (w - a)² / 2 + price · |w| + decay · w² / 2.

    Lasso and ridge in one, for one weight: the *elastic net*. Price and
    decay are at least 0. The term |w| pulls w toward 0 with constant force,
    and where that force is stronger than the pull of the square, w stays
    at 0.

    >>> elastic_threshold(3.0, 1.0, 0.0)
    2.0
    >>> elastic_threshold(3.0, 1.0, 1.0)
    1.0
    >>> elastic_threshold(-2.5, 0.5, 3.0)
    -0.5
    >>> elastic_threshold(-0.4, 1.0, 2.0)
    0.0
    """
    if a > price:
        return (a - price) / (1 + decay)
    if a < -price:
        return (a + price) / (1 + decay)
    return 0.0


def tilted_die(mean):
    """Return the six probabilities of a die with a given mean.

    Of all distributions on the faces 1 to 6 with that mean, return the one
    with the largest entropy, as a list. It has the form
    p = exp(beta · face) / sum of exp(beta · face), and its mean grows with
    beta. If the mean is not strictly between 1 and 6, raise ValueError.

    >>> [round(p, 4) for p in tilted_die(4.5)]
    [0.0544, 0.0788, 0.1142, 0.1654, 0.2398, 0.3475]
    >>> [round(p, 4) for p in tilted_die(3.5)]
    [0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667]
    >>> round(sum(face * p for face, p in enumerate(tilted_die(1.2), 1)), 6)
    1.2
    >>> tilted_die(6.5)
    Traceback (most recent call last):
        ...
    ValueError: no die has the mean 6.5
    """
    if not 1 < mean < 6:
        raise ValueError(f"no die has the mean {mean}")
    limit = 50.0
    low, high = -limit, limit
    while low < (beta := (low + high) / 2) < high:  # until no number is left between them
        weights = [math.exp(beta * face) for face in range(1, 7)]
        p = [weight / sum(weights) for weight in weights]
        found = sum(face * share for face, share in enumerate(p, start=1))
        low, high = (beta, high) if found < mean else (low, beta)
    return p


def line_from_multipliers(points, labels, multipliers, cost):
    """Return weights and offset of a soft-margin line from its multipliers.

    `points` are lists of n numbers, `labels` are 1 or -1, the multipliers lie
    between 0 and `cost`, the C of the soft margin. At least one of them is
    strictly between. Return the weights w, a list of n numbers, and the b
    with which all such points lie exactly on the margin.

    >>> points, labels = [[3.0, 3.0], [2.0, 0.0], [0.0, 2.0], [0.0, 0.0]], [1, -1, -1, -1]
    >>> line_from_multipliers(points, labels, [0.25, 0.125, 0.125, 0.0], 10.0)
    ([0.5, 0.5], -2.0)
    >>> points = [[3.0, 3.0], [5.5, 1.5], [2.0, 0.0], [0.0, 2.0], [4.0, 1.0]]
    >>> w, b = line_from_multipliers(points, [1, 1, -1, -1, -1], [0.2, 0.12, 0.03, 0.09, 0.2], 0.2)
    >>> [round(a, 6) for a in w], round(b, 6)
    ([0.4, 0.4], -1.8)
    """
    weighted = [mu * y for mu, y in zip(multipliers, labels, strict=True)]
    w = [sum(m * x[k] for m, x in zip(weighted, points, strict=True)) for k in range(len(points[0]))]
    free = next(i for i, mu in enumerate(multipliers) if 0 < mu < cost)
    return w, labels[free] - sum(a * x for a, x in zip(w, points[free], strict=True))


def wall_prices(gradient, normals):
    """Return the multipliers with which walls balance a gradient in the plane.

    `gradient` is that of f at a point, 2 numbers, and `normals` are those of
    the walls at which the point stands: none, one, or two that are not
    parallel, 2 numbers each. Return a list with a multiplier for each wall,
    such that gradient + multiplier · normal, added up over the walls, is as
    short as possible. A multiplier may come out negative.

    >>> wall_prices([-1.0, -2.0], [[1.0, 1.0], [1.0, 3.0]])
    [0.5, 0.5]
    >>> wall_prices([-1.0, -2.0], [[1.0, 3.0], [-1.0, 0.0]])
    [0.6666666666666666, -0.3333333333333333]
    >>> wall_prices([-1.0, -2.0], [[1.0, 1.0]])
    [1.5]
    >>> wall_prices([1.0, 1.0], [])
    []
    """
    g, k = gradient
    if len(normals) == 2:
        (a, b), (c, d) = normals
        determinant = a * d - b * c
        return [(c * k - d * g) / determinant, (b * g - a * k) / determinant]
    return [-(g * a + k * b) / (a * a + b * b) for a, b in normals]


def project_onto_polygon(point, rows, bounds):
    """Return the point nearest to a given one behind all walls of a polygon.

    Wall i is rows[i] · x <= bounds[i], with rows[i] a list of 2 numbers that
    are not both 0. No two walls are parallel; there may be one or none. Some
    point is behind them all. The nearest one is the point itself, or its
    nearest point on one of the walls, or a corner of two. Where rounding
    puts a point of a wall 1e-16 before it, it counts as behind it.

    >>> rows, bounds = [[1.0, 1.0], [1.0, 3.0]], [4.0, 6.0]
    >>> project_onto_polygon([5.0, 1.0], rows, bounds)
    [4.0, 0.0]
    >>> project_onto_polygon([4.0, 3.0], rows, bounds)
    [3.0, 1.0]
    >>> project_onto_polygon([1.0, 0.5], rows, bounds)
    [1.0, 0.5]
    """
    x, y = point
    tries = [((), x, y)]
    for i, ((a, b), level) in enumerate(zip(rows, bounds, strict=True)):
        t = (a * x + b * y - level) / (a * a + b * b)
        tries.append(((i,), x - t * a, y - t * b))
        for j in range(i):
            (c, d), other = rows[j], bounds[j]
            determinant = a * d - b * c
            tries.append(((i, j), (level * d - b * other) / determinant, (a * other - level * c) / determinant))
    numbers = range(len(rows))
    allowed = [
        [p, q] for on, p, q in tries if all(k in on or rows[k][0] * p + rows[k][1] * q <= bounds[k] for k in numbers)
    ]
    return min(allowed, key=lambda place: math.dist(place, point))


def kkt_failures(gradient, rows, bounds, point, multipliers, tolerance=1e-6):
    """Return what fails of the KKT conditions at a point of the plane, and where.

    The problem: minimize f under rows[i] · x <= bounds[i]. `gradient` is that
    of f at the point; gradient, point and each row are 2 numbers, and each
    wall has its multiplier. Return a list of pairs, a condition and the
    index of its wall, for everything that is off by more than the tolerance:
    first ("stationarity", None) if a component of gradient + sum of
    multiplier · row is; then, wall by wall, "primal feasibility", "dual
    feasibility" and "slackness" (of the product), in this order.

    >>> rows, bounds = [[1.0, 1.0], [-1.0, 0.0]], [2.0, 0.0]
    >>> kkt_failures([-1.0, -1.0], rows, bounds, [1.5, 0.5], [1.0, 0.0])
    []
    >>> kkt_failures([-1.0, -1.0], rows, bounds, [1.5, 0.5], [0.0, 0.0])
    [('stationarity', None)]
    >>> kkt_failures([0.0, 0.0], rows, bounds, [2.0, 1.0], [0.0, 0.0])
    [('primal feasibility', 0)]
    >>> kkt_failures([-1.0, 0.0], rows, bounds, [0.0, 1.0], [0.0, -1.0])
    [('dual feasibility', 1)]
    >>> kkt_failures([2.0, 0.0], rows, bounds, [1.0, 0.0], [0.0, 2.0])
    [('slackness', 1)]
    """
    left = list(gradient)
    for row, mu in zip(rows, multipliers, strict=True):
        left = [total + mu * slope for total, slope in zip(left, row, strict=True)]
    found = [("stationarity", None)] if any(abs(total) > tolerance for total in left) else []
    for i, (row, bound, mu) in enumerate(zip(rows, bounds, multipliers, strict=True)):
        g = sum(a * x for a, x in zip(row, point, strict=True)) - bound
        off = {"primal feasibility": g, "dual feasibility": -mu, "slackness": abs(mu * g)}
        found += [(name, i) for name, size in off.items() if size > tolerance]
    return found


def solve_and_report(gradient, project, failures, start, learning_rate, steps):
    """Walk by projected descent until nothing fails, and report what does.

    `gradient` and `project` take a point and return a list of numbers; the
    one is the gradient of f, the other the nearest feasible point.
    `failures` takes a point and returns a list, empty where the KKT
    conditions hold. Begin at the projected start. Stop at the first point
    at which nothing fails, or after so many steps. Return the point, the
    number of steps taken, and what still fails.

    >>> away, within = lambda p: [2 * (p[0] - 3)], lambda p: [min(p[0], 2.0)]
    >>> fails = lambda p: [] if p[0] == 2.0 else ["stationarity"]
    >>> solve_and_report(away, within, fails, [0.0], 0.25, 9)
    ([2.0], 2, [])
    >>> solve_and_report(away, within, fails, [0.0], 0.25, 1)
    ([1.5], 1, ['stationarity'])
    >>> solve_and_report(away, within, fails, [7.0], 0.25, 9)
    ([2.0], 0, [])
    """
    place = project(start)
    for taken in range(steps):
        if not failures(place):
            return place, taken, []
        stepped = [x - learning_rate * g for x, g in zip(place, gradient(place), strict=True)]
        place = project(stepped)
    return place, steps, failures(place)
