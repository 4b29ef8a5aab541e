"""Right answers of another make to the exercises of topic 03, one function each: `<exercise>__<how>`. All must pass."""

import math


def _moved(point, k, by):
    return [p + by * (k == place) for place, p in enumerate(point)]


def mixed_partial__slope_of_slopes(f, point, i, j, h=1e-4):
    def along_i(point):
        return (f(_moved(point, i, h)) - f(_moved(point, i, -h))) / (2 * h)

    return (along_i(_moved(point, j, h)) - along_i(_moved(point, j, -h))) / (2 * h)


def mixed_partial__other_order(f, point, i, j, h=1e-4):
    slopes = []
    for side in (h, -h):
        place = _moved(point, i, side)
        slopes.append((f(_moved(place, j, h)) - f(_moved(place, j, -h))) / (2 * h))
    return (slopes[0] - slopes[1]) / (2 * h)


def mixed_partial__signed_corners(f, point, i, j, h=1e-4):
    total = 0.0
    for a in (-1, 1):
        for b in (-1, 1):
            total += a * b * f(_moved(_moved(point, i, a * h), j, b * h))
    return total / (2 * h) ** 2


def _rows(f, point, h):
    table = []
    for k in range(len(point)):
        ahead, behind = f(_moved(point, k, h)), f(_moved(point, k, -h))
        table.append([0.5 * (a - b) / h for a, b in zip(ahead, behind)])
    return [list(row) for row in zip(*table)]


def stand_in__class(f, point, h=1e-5):
    class Flat:
        def __init__(self):
            self.start, self.rows = list(point), _rows(f, point, h)
            self.offset = [y - sum(a * b for a, b in zip(row, point)) for y, row in zip(f(list(point)), self.rows)]

        def __call__(self, place):
            return [c + sum(a * b for a, b in zip(row, place)) for c, row in zip(self.offset, self.rows)]

    return Flat()


def stand_in__column_by_column(f, point, h=1e-5):
    start, here, rows = tuple(point), f(list(point)), _rows(f, point, h)

    def flat(place):
        result = list(here)
        for k, (p, q) in enumerate(zip(place, start)):
            result = [y + row[k] * (p - q) for y, row in zip(result, rows)]
        return tuple(result)

    return flat


def stand_in__lambda(f, point, h=1e-5):
    start, here, rows = point[:], f(point[:]), _rows(f, point, h)
    return lambda place: [
        here[i] + math.fsum(rows[i][k] * (place[k] - start[k]) for k in range(len(start))) for i in range(len(here))
    ]


def stand_in__slope_and_offset(f, point, h=1e-5):
    # the affine map A x + c, with c = f(p) - A p
    def shifted(j, by):
        return [p + by * (k == j) for k, p in enumerate(point)]

    a = list(
        zip(*[[(u - d) / (2 * h) for u, d in zip(f(shifted(j, h)), f(shifted(j, -h)))] for j in range(len(point))])
    )
    c = [v - sum(p * q for p, q in zip(row, point)) for v, row in zip(f(list(point)), a)]

    def answer(x):
        return [sum(p * q for p, q in zip(row, x)) + k for row, k in zip(a, c)]

    return answer


def area_factor__squared(jacobians):
    return math.prod(math.sqrt((m[0][0] * m[1][1] - m[0][1] * m[1][0]) ** 2) for m in jacobians)


def area_factor__sign_at_the_end(jacobians):
    factor = 1
    for matrix in jacobians:
        (a, c), (b, d) = zip(*matrix, strict=True)
        factor = factor * (a * d - b * c)
    return factor if factor >= 0 else -factor


def area_factor__product_first(jacobians):
    product = [[1.0, 0.0], [0.0, 1.0]]
    for (a, b), (c, d) in jacobians:
        (e, f), (g, h) = product
        product = [[a * e + b * g, a * f + b * h], [c * e + d * g, c * f + d * h]]
    (a, b), (c, d) = product
    return abs(a * d - b * c)


def _times(left, right):
    return [[sum(a * b for a, b in zip(row, column)) for column in zip(*right)] for row in left]


def chain__identity_first(steps, x):
    product = [[float(i == j) for j in range(len(x))] for i in range(len(x))]
    for f, jacobian in steps:
        product = _times(jacobian(x), product)
        x = f(x)
    return product


def chain__places_first(steps, x):
    places = [x]
    for f, _ in steps:
        places.append(f(places[-1]))
    product = steps[-1][1](places[-2])
    for (_, jacobian), place in list(zip(steps, places))[-2::-1]:
        product = _times(product, jacobian(place))
    return product


def chain__recursion(steps, x):
    (f, jacobian), *rest = steps
    return _times(chain__recursion(rest, f(x)), jacobian(x)) if rest else jacobian(x)


def chain__column_by_column(steps, x):
    n = len(x)
    cols = []
    for j in range(n):
        v, p = [float(i == j) for i in range(n)], x
        for f, jac in steps:
            v = [sum(a * b for a, b in zip(row, v)) for row in jac(p)]
            p = f(p)
        cols.append(v)
    return [list(r) for r in zip(*cols)]


def jacobian_from_products__loops(push, pull, n, m):
    rows = [[0.0] * n for _ in range(m)]
    if n <= m:
        for j in range(n):
            v = [0.0] * n
            v[j] = 1.0
            for i, number in enumerate(push(v)):
                rows[i][j] = number
    else:
        for i in range(m):
            u = [0.0] * m
            u[i] = 1.0
            rows[i] = list(pull(u))
    return rows


def jacobian_from_products__tuples(push, pull, n, m):
    units = [tuple(float(j == k) for j in range(min(n, m))) for k in range(min(n, m))]
    products = [tuple((push if n <= m else pull)(list(unit))) for unit in units]
    return tuple(zip(*products)) if n <= m else tuple(products)


def jacobian_from_products__integers(push, pull, n, m):
    if n > m:
        return [pull([int(i == k) for i in range(m)]) for k in range(m)]
    columns = [push([int(j == k) for j in range(n)]) for k in range(n)]
    return [[column[i] for column in columns] for i in range(m)]


def attention_pull_back__with_the_matrix(p, values, u):
    n = len(p)
    jacobian = [[p[i] * (i == j) - p[i] * p[j] for j in range(n)] for i in range(n)]
    to_weights = [sum(a * b for a, b in zip(row, u)) for row in values]
    return [sum(a * b for a, b in zip(row, to_weights)) for row in jacobian], [[a * b for b in u] for a in p]


def attention_pull_back__output_first(p, values, u):
    output = [sum(pi * v for pi, v in zip(p, column)) for column in zip(*values)]
    to_scores = [pi * sum((v - o) * w for v, o, w in zip(row, output, u)) for pi, row in zip(p, values)]
    return tuple(to_scores), tuple(tuple(pi * w for w in u) for pi in p)


def attention_pull_back__in_one_loop(p, values, u):
    worth = [math.fsum(map(lambda v, w: v * w, row, u)) for row in values]
    mean = math.fsum(a * b for a, b in zip(p, worth))
    to_scores, to_values = [], []
    for a, w in zip(p, worth):
        to_scores.append(a * w - a * mean)
        to_values.append([w * a for w in u])
    return to_scores, to_values


def batch_pull_back__example_by_example(inputs, weights, u):
    n, m = len(weights), len(weights[0])
    to_x, to_w, to_b = [], [[0] * m for _ in range(n)], [0] * m
    for x, rate in zip(inputs, u):
        to_x.append([sum(weights[j][k] * rate[k] for k in range(m)) for j in range(n)])
        for k in range(m):
            to_b[k] += rate[k]
            for j in range(n):
                to_w[j][k] += x[j] * rate[k]
    return to_x, to_w, to_b


def batch_pull_back__by_products(inputs, weights, u):
    transposed = [list(column) for column in zip(*inputs)]
    ones = [[1.0] * len(inputs)]
    return _times(u, list(zip(*weights))), _times(transposed, u), _times(ones, u)[0]


def batch_pull_back__bias_as_a_feature(inputs, weights, u):
    longer = [[*x, 1.0] for x in inputs]
    table = [
        [math.fsum(x[j] * rate[k] for x, rate in zip(longer, u)) for k in range(len(u[0]))]
        for j in range(len(longer[0]))
    ]
    return tuple(tuple(row) for row in _times(u, list(zip(*weights)))), table[:-1], table[-1]


def weighted_least_squares_gradient__entry_by_entry(matrix, x, targets, weights):
    gradient = [0.0] * len(x)
    for row, target, weight in zip(matrix, targets, weights):
        error = sum(a * b for a, b in zip(row, x)) - target
        for j, a in enumerate(row):
            gradient[j] += 2 * weight * error * a
    return gradient


def weighted_least_squares_gradient__normal_equations(matrix, x, targets, weights):
    n, m = len(x), len(targets)
    square = [[sum(weights[i] * matrix[i][j] * matrix[i][k] for i in range(m)) for k in range(n)] for j in range(n)]
    right = [sum(weights[i] * matrix[i][j] * targets[i] for i in range(m)) for j in range(n)]
    return tuple(2 * (sum(a * b for a, b in zip(row, x)) - r) for row, r in zip(square, right))


def weighted_least_squares_gradient__exact_differences(matrix, x, targets, weights):
    def loss(x):
        errors = [sum(a * b for a, b in zip(row, x)) - t for row, t in zip(matrix, targets)]
        return sum(c * e * e for c, e in zip(weights, errors))

    return [(loss(_moved(x, k, 1)) - loss(_moved(x, k, -1))) / 2 for k in range(len(x))]


def layer_norm__statistics(x, gain, bias, eps=1e-5):
    from statistics import fmean, pvariance

    mean, spread = fmean(x), math.sqrt(pvariance(x) + eps)
    y = [(number - mean) / spread for number in x]
    return [b + g * yi for g, yi, b in zip(gain, y, bias)], y, spread


def layer_norm__mean_of_squares(x, gain, bias, eps=1e-5):
    n, mean = len(x), math.fsum(x) / len(x)
    spread = (math.fsum((mean - xi) ** 2 for xi in x) / n + eps) ** 0.5
    y = tuple((xi - mean) * (1 / spread) for xi in x)
    return tuple(gain[i] * y[i] + bias[i] for i in range(n)), y, spread


def layer_norm__loops(x, gain, bias, eps=1e-5):
    total = 0.0
    for xi in x:
        total += xi
    squares = 0.0
    for xi in x:
        squares += (xi - total / len(x)) * (xi - total / len(x))
    spread = math.sqrt(squares / len(x) + eps)
    outputs, y = [], []
    for xi, g, b in zip(x, gain, bias):
        y.append((xi - total / len(x)) / spread)
        outputs.append(g * y[-1] + b)
    return outputs, y, spread


def _normalized(x, eps):
    mean = sum(x) / len(x)
    spread = math.sqrt(sum((xi - mean) ** 2 for xi in x) / len(x) + eps)
    return [(xi - mean) / spread for xi in x], spread


def _matrix(x, eps):
    n, (y, s) = len(x), _normalized(x, eps)
    return [[((i == j) - 1 / n - y[i] * y[j] / n) / s for j in range(n)] for i in range(n)]


def layer_norm_push__with_the_matrix(x, gain, v, eps=1e-5):
    return [g * sum(a * b for a, b in zip(row, v)) for g, row in zip(gain, _matrix(x, eps))]


def layer_norm_push__two_means(x, gain, v, eps=1e-5):
    y, s = _normalized(x, eps)
    mean, stretch = sum(v) / len(v), sum(a * b for a, b in zip(y, v)) / len(v)
    return tuple(g / s * (vi - mean - yi * stretch) for g, vi, yi in zip(gain, v, y))


def layer_norm_push__dual_numbers(x, gain, v, eps=1e-5):
    n = len(x)
    mean = (sum(x) / n, sum(v) / n)
    centered = [(a - mean[0], b - mean[1]) for a, b in zip(x, v)]
    variance = (sum(a * a for a, _ in centered) / n + eps, sum(2 * a * b for a, b in centered) / n)
    root = (math.sqrt(variance[0]), variance[1] / (2 * math.sqrt(variance[0])))
    return [g * (b * root[0] - a * root[1]) / root[0] ** 2 for g, (a, b) in zip(gain, centered)]


def layer_norm_pull__with_the_matrix(x, gain, u, eps=1e-5):
    y, _ = _normalized(x, eps)
    to_y = [a * b for a, b in zip(gain, u)]
    return [sum(a * b for a, b in zip(row, to_y)) for row in _matrix(x, eps)], [a * b for a, b in zip(u, y)], u


def layer_norm_pull__step_by_step(x, gain, u, eps=1e-5):
    n, mean = len(x), sum(x) / len(x)
    centered = [xi - mean for xi in x]
    spread = math.sqrt(sum(c * c for c in centered) / n + eps)
    to_y = [g * ui for g, ui in zip(gain, u)]
    to_spread = -sum(t * c for t, c in zip(to_y, centered)) / spread**2
    to_centered = [t / spread + to_spread * c / (n * spread) for t, c in zip(to_y, centered)]
    to_mean = -sum(to_centered)
    return [t + to_mean / n for t in to_centered], [ui * c / spread for ui, c in zip(u, centered)], u[:]


def layer_norm_pull__by_index(x, gain, u, eps=1e-5):
    y, s = _normalized(x, eps)
    n, r = len(x), range(len(x))
    shift = math.fsum(gain[i] * u[i] for i in r)
    stretch = math.fsum(gain[i] * u[i] * y[i] for i in r)
    to_x = tuple((n * gain[i] * u[i] - shift - y[i] * stretch) / (n * s) for i in r)
    return to_x, tuple(y[i] * u[i] for i in r), tuple(u)


def refuted_by__first_of_a_list(f, pull, x, pairs, tolerance=1e-6, h=1e-5):
    def gap(u, v):
        ahead = f([a + h * b for a, b in zip(x, v)])
        behind = f([a - h * b for a, b in zip(x, v)])
        measured = sum(a * (b - c) / (2 * h) for a, b, c in zip(u, ahead, behind))
        return abs(measured - sum(a * b for a, b in zip(pull(x, u), v))) / max(1, abs(measured))

    return next((pair for pair in pairs if gap(*pair) > tolerance), None)


def refuted_by__projected(f, pull, x, pairs, tolerance=1e-6, h=1e-5):
    for pair in pairs:
        u, v = pair

        def number(t):
            return sum(a * b for a, b in zip(u, f([xi + t * vi for xi, vi in zip(x, v)])))

        measured = (number(h) - number(-h)) / (2 * h)
        claimed = sum(a * b for a, b in zip(pull(list(x), list(u)), v))
        allowed = tolerance if abs(measured) < 1 else tolerance * abs(measured)
        if not -allowed <= measured - claimed <= allowed:
            return pair


def refuted_by__lists(f, pull, x, pairs, tolerance=1e-6, h=1e-5):
    for u, v in pairs:
        ends = [f([xi + side * vi for xi, vi in zip(x, v)]) for side in (h, -h)]
        push = [(a - b) / (h + h) for a, b in zip(*ends)]
        measured = math.fsum(a * b for a, b in zip(u, push))
        claimed = math.fsum(a * b for a, b in zip(pull(x, u), v))
        if abs(claimed - measured) > max(tolerance, tolerance * abs(measured)):
            return [list(u), list(v)]
    return None
