"""Right answers of another make to the exercises of topic 04, one function each: `<exercise>__<how>`. All must pass."""

import math
from fractions import Fraction


def second_derivative__slope_of_slopes(f, x, h=1e-4):
    ahead = (f(x + h) - f(x)) / h
    behind = (f(x) - f(x - h)) / h
    return (ahead - behind) / h


def second_derivative__mean_of_both_sides(f, x, h=1e-4):
    between = (f(x + h) + f(x - h)) / 2
    return 2 * (between - f(x)) / h / h


def second_derivative__weights(f, x, h=1e-4):
    weights = {-1: 1, 0: -2, 1: 1}
    return sum(weight * f(x + k * h) for k, weight in weights.items()) / (h * h)


def hessian__columns_of_changes(gradient, point, h=1e-5):
    def moved(i, by):
        return gradient([x + by * (i == j) for j, x in enumerate(point)])

    n = len(point)
    return tuple(tuple((a - b) / (2 * h) for a, b in zip(moved(i, h), moved(i, -h), strict=True)) for i in range(n))


def hessian__mean_of_forward_and_backward(gradient, point, h=1e-5):
    here, rows = gradient(list(point)), []
    for i in range(len(point)):
        up = gradient(point[:i] + [point[i] + h] + point[i + 1 :])
        down = gradient(point[:i] + [point[i] - h] + point[i + 1 :])
        rows.append([((u - c) / h + (c - d) / h) / 2 for u, c, d in zip(up, here, down, strict=True)])
    return rows


def hessian__filled_entry_by_entry(gradient, point, h=1e-5):
    n = len(point)
    result = [[0.0] * n for _ in range(n)]
    for i in range(n):
        copy = point.copy()
        copy[i] = point[i] + h
        ahead = gradient(copy)
        copy[i] = point[i] - h
        behind = gradient(copy)
        for j in range(n):
            result[i][j] = (ahead[j] - behind[j]) / h / 2
    return result


def eigenvalues__root_of_squares(a, b, c):
    root = math.sqrt(((a - c) / 2) ** 2 + b**2)
    return (a + c) / 2 - root, (a + c) / 2 + root


def eigenvalues__quadratic_formula(a, b, c):
    discriminant = (a - c) ** 2 + 4 * b * b
    return sorted([(a + c - discriminant**0.5) / 2, (a + c + discriminant**0.5) / 2])


def eigenvalues__turned_until_diagonal(a, b, c):
    angle = math.atan2(2 * b, a - c) / 2
    cos, sin = math.cos(angle), math.sin(angle)
    first = a * cos * cos + 2 * b * cos * sin + c * sin * sin
    second = a * sin * sin - 2 * b * cos * sin + c * cos * cos
    return [min(first, second), max(first, second)]


def kind_of_critical_point__by_c(a, b, c):
    if math.isclose(b * b, a * c):
        return "undecided"
    determinant = a * c - b * b
    if determinant < 0:
        return "saddle"
    return "maximum" if c < 0 else "minimum"


def kind_of_critical_point__by_the_trace(a, b, c):
    kinds = {1: "minimum", -1: "maximum"}
    if math.isclose(a * c, b**2, rel_tol=1e-9):
        return "undecided"
    return kinds[int(math.copysign(1, a + c))] if a * c > b**2 else "saddle"


def kind_of_critical_point__exact_fractions(a, b, c):
    products = Fraction(a) * Fraction(c), Fraction(b) ** 2
    if abs(products[0] - products[1]) <= max(map(abs, products)) / 10**9:
        return "undecided"
    return "saddle" if products[0] < products[1] else "minimum" if a > 0 else "maximum"


def is_positive_definite__what_is_left(matrix):
    while matrix:
        (pivot, *beside), *below = matrix
        if not pivot > 0:
            return False
        matrix = [[x - row[0] / pivot * p for x, p in zip(row[1:], beside, strict=True)] for row in below]
    return True


def is_positive_definite__leading_minors(matrix):
    def determinant(rows):
        if not rows:
            return 1
        signs = [(-1) ** j for j in range(len(rows))]
        minors = [[row[:j] + row[j + 1 :] for row in rows[1:]] for j in range(len(rows))]
        return sum(s * x * determinant(m) for s, x, m in zip(signs, rows[0], minors, strict=True))

    return all(determinant([row[:k] for row in matrix[:k]]) > 0 for k in range(1, len(matrix) + 1))


def is_positive_definite__cholesky(matrix):
    n = len(matrix)
    root = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(i + 1):
            left = matrix[i][j] - sum(root[i][k] * root[j][k] for k in range(j))
            if i == j and left <= 0:
                return False
            root[i][j] = math.sqrt(left) if i == j else left / root[j][j]
    return True


def rates__by_condition(curvatures):
    ordered = sorted(curvatures)
    kappa = ordered[-1] / ordered[0]
    return 2 / ordered[-1], 2 / (ordered[0] + ordered[-1]), (kappa - 1) / (kappa + 1)


def rates__worst_of_all_factors(curvatures):
    best = 2 / (min(curvatures) + max(curvatures))
    return [min(2 / c for c in curvatures), best, max(abs(1 - best * c) for c in curvatures)]


def rates__by_loop(curvatures):
    low = high = curvatures[0]
    for c in curvatures:
        if c < low:
            low = c
        elif c > high:
            high = c
    middle = (low + high) / 2
    return 2 / high, 1 / middle, (high - middle) / middle


def newton_step__cramer(gradient, hessian):
    def determinant(rows):
        return rows[0][0] * rows[1][1] - rows[0][1] * rows[1][0]

    (a, b), (c, d) = hessian
    g, k = gradient
    if math.isclose(a * d, b * c):
        raise ValueError
    below = determinant(hessian)
    return determinant([[-g, b], [-k, d]]) / below, determinant([[a, -g], [c, -k]]) / below


def newton_step__inverse(gradient, hessian):
    class NoStep(ValueError):
        pass

    (a, b), (c, d) = hessian
    if math.isclose(a * d, b * c):
        raise NoStep("there is no step, or there are many")
    determinant = a * d - b * c
    inverse = [[d / determinant, -b / determinant], [-c / determinant, a / determinant]]
    return [-sum(x * y for x, y in zip(row, gradient, strict=True)) for row in inverse]


def newton_step__elimination(gradient, hessian):
    (a, b), (c, d) = hessian
    g, k = (-x for x in gradient)
    if math.isclose(a * d, b * c, rel_tol=1e-9):
        raise ValueError(f"singular: {hessian}")
    if abs(a) < abs(c):
        (a, b, g), (c, d, k) = (c, d, k), (a, b, g)
    factor = c / a
    second = (k - factor * g) / (d - factor * b)
    return [(g - b * second) / a, second]


def hessian_vector_product__loops(gradient, point, v, h=1e-5):
    ahead, behind = [], []
    for i in range(len(point)):
        ahead.append(point[i] + h * v[i])
        behind.append(point[i] - h * v[i])
    up, down = gradient(ahead), gradient(behind)
    return [(up[i] - down[i]) / h / 2 for i in range(len(up))]


def hessian_vector_product__one_function(gradient, point, v, h=1e-5):
    def at(t):
        return gradient([x + t * c for x, c in zip(point, v, strict=True)])

    return tuple((a - b) / (h + h) for a, b in zip(at(h), at(-h), strict=True))


def hessian_vector_product__mean_of_both_ways(gradient, point, v, h=1e-5):
    here = gradient(list(point))
    ahead = gradient([x + h * c for x, c in zip(point, v, strict=True)])
    behind = gradient([x - h * c for x, c in zip(point, v, strict=True)])
    return [((a - m) / h + (m - b) / h) / 2 for a, m, b in zip(ahead, here, behind, strict=True)]
