"""Right answers of another make to the exercises of topic 03, one function each: `<exercise>__<how>`. All must pass."""

import math


def mixed_partial__slope_of_slopes(f, x, y, h=1e-4):
    def along_x(y):
        return (f(x + h, y) - f(x - h, y)) / (2 * h)

    return (along_x(y + h) - along_x(y - h)) / (2 * h)


def mixed_partial__other_order(f, x, y, h=1e-4):
    def along_y(x):
        return (f(x, y + h) - f(x, y - h)) / (2 * h)

    return (along_y(x + h) - along_y(x - h)) / (2 * h)


def mixed_partial__signed_corners(f, x, y, h=1e-4):
    total = 0.0
    for a in (-1, 1):
        for b in (-1, 1):
            total += a * b * f(x + a * h, y + b * h)
    return total / (2 * h) ** 2


def jacobian__rows_first(f, point, h=1e-5):
    def moved(j, by):
        return [p + by if i == j else p for i, p in enumerate(point)]

    outputs = len(f(point))
    return [[(f(moved(j, h))[i] - f(moved(j, -h))[i]) / (2 * h) for j in range(len(point))] for i in range(outputs)]


def jacobian__point_restored(f, point, h=1e-5):
    rows = [[] for _ in f(point)]
    for j, kept in enumerate(point):
        point[j] = kept + h
        ahead = f(point)
        point[j] = kept - h
        behind = f(point)
        point[j] = kept
        for row, a, b in zip(rows, ahead, behind, strict=True):
            row.append(0.5 * (a - b) / h)
    return rows


def jacobian__tuples(f, point, h=1e-5):
    def column(j):
        axis = [h * (i == j) for i in range(len(point))]
        ahead = f([p + d for p, d in zip(point, axis, strict=True)])
        behind = f([p - d for p, d in zip(point, axis, strict=True)])
        return tuple((a - b) / (2 * h) for a, b in zip(ahead, behind, strict=True))

    return tuple(zip(*(column(j) for j in range(len(point))), strict=True))


def push_forward__by_index(f, x, v, h=1e-5):
    n = len(x)
    ahead = f([x[i] + v[i] * h for i in range(n)])
    behind = f([x[i] - v[i] * h for i in range(n)])
    return [0.5 * (ahead[i] - behind[i]) / h for i in range(len(ahead))]


def push_forward__helper(f, x, v, h=1e-5):
    def at(t):
        return f([xi + t * vi for xi, vi in zip(x, v, strict=True)])

    return [(a - b) / (h + h) for a, b in zip(at(h), at(-h), strict=True)]


def push_forward__behind_first(f, x, v, h=1e-5):
    values = []
    for sign in (-1, 1):
        values.append(f([p + sign * h * q for p, q in zip(x, v, strict=True)]))
    return tuple(b / (2 * h) - a / (2 * h) for a, b in zip(*values, strict=True))


def chain__strict_zip(outer, inner):
    return [[sum(a * b for a, b in zip(row, column, strict=True)) for column in zip(*inner)] for row in outer]


def chain__loops(outer, inner):
    if len(inner) != len(outer[0]):
        raise ValueError
    product = [[0] * len(inner[0]) for _ in outer]
    for i in range(len(outer)):
        for j in range(len(inner[0])):
            for k in range(len(inner)):
                product[i][j] += outer[i][k] * inner[k][j]
    return product


def chain__rows_of_inner(outer, inner):
    class Misfit(ValueError):
        pass

    product = []
    for row in outer:
        if len(row) != len(inner):
            raise Misfit("shapes")
        total = [0.0] * len(inner[0])
        for weight, inner_row in zip(row, inner, strict=True):
            total = [t + weight * number for t, number in zip(total, inner_row, strict=True)]
        product.append(tuple(total))
    return product


def area_factor__squared(matrix):
    return math.sqrt((matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0]) ** 2)


def area_factor__by_columns(matrix):
    (a, c), (b, d) = zip(*matrix, strict=True)
    determinant = a * d - c * b
    return determinant if determinant > 0 else -determinant


def area_factor__shoelace(matrix):
    (a, b), (c, d) = matrix
    corners = [(0, 0), (a, c), (a + b, c + d), (b, d)]
    following = [*corners[1:], corners[0]]
    return abs(sum(p * s - q * r for (p, q), (r, s) in zip(corners, following, strict=True))) / 2


def softmax_pull_back__by_index(p, u):
    weighted = [p[i] * u[i] for i in range(len(p))]
    total = math.fsum(weighted)
    return [w - p[i] * total for i, w in enumerate(weighted)]


def softmax_pull_back__loop(p, u):
    mean = 0.0
    for i in range(len(p)):
        mean += p[i] * u[i]
    result = []
    for i in range(len(p)):
        result.append(-(mean - u[i]) * p[i])
    return tuple(result)


def softmax_pull_back__shifted(p, u):
    shifted = [ui - u[0] for ui in u]
    mean = sum(a * b for a, b in zip(p, shifted, strict=True))
    return [pi * (si - mean) for pi, si in zip(p, shifted, strict=True)]


def linear_pull_back__loops(weights, x, u):
    to_x, to_weights = [0] * len(x), []
    for row, ui in zip(weights, u, strict=True):
        to_weights.append([])
        for j in range(len(x)):
            to_x[j] += row[j] * ui
            to_weights[-1].append(ui * x[j])
    return to_x, to_weights


def linear_pull_back__tuples(weights, x, u):
    n, m = len(x), len(u)
    to_x = tuple(sum(weights[i][j] * u[i] for i in range(m)) for j in range(n))
    return to_x, tuple(tuple(x[j] * u[i] for j in range(n)) for i in range(m))


def linear_pull_back__scaled_rows(weights, x, u):
    scaled = [[ui * w for w in row] for ui, row in zip(u, weights, strict=True)]
    return [math.fsum(column) for column in zip(*scaled)], [[xj * ui for xj in x] for ui in u]


def gradient_of_quadratic_form__two_products(matrix, x):
    ahead = [sum(a * b for a, b in zip(row, x, strict=True)) for row in matrix]
    back = [sum(a * b for a, b in zip(column, x, strict=True)) for column in zip(*matrix, strict=True)]
    return [p + q for p, q in zip(ahead, back, strict=True)]


def gradient_of_quadratic_form__entry_by_entry(matrix, x):
    gradient = [0.0] * len(x)
    for i, row in enumerate(matrix):
        for j, a in enumerate(row):
            gradient[i] += a * x[j]
            gradient[j] += a * x[i]
    return gradient


def gradient_of_quadratic_form__exact_differences(matrix, x):
    def form(x):
        return sum(a * x[i] * x[j] for i, row in enumerate(matrix) for j, a in enumerate(row))

    def moved(k, by):
        return [number + by * (i == k) for i, number in enumerate(x)]

    return tuple((form(moved(k, 1)) - form(moved(k, -1))) / 2 for k in range(len(x)))
