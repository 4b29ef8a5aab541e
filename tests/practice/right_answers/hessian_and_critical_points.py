"""Right answers of another make to the exercises of topic 04, one function each: `<exercise>__<how>`. All must pass."""

import math
from fractions import Fraction


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


def hessian__point_moved_and_put_back(gradient, point, h=1e-5):
    rows = []
    for i in range(len(point)):
        here = point[i]
        point[i] = here + h
        ahead = list(gradient(point))
        point[i] = here - h
        behind = list(gradient(point))
        point[i] = here
        rows.append([(a - b) / (2 * h) for a, b in zip(ahead, behind, strict=True)])
    return rows


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


def curvature_along__a_function_of_t(f, point, direction, h=1e-3):
    size = sum(d * d for d in direction) ** 0.5
    if not size:
        raise ValueError

    def walked(t):
        return f([x + t * d / size for x, d in zip(point, direction, strict=True)])

    return ((walked(h) - walked(0.0)) / h - (walked(0.0) - walked(-h)) / h) / h


def curvature_along__normalized_first(f, point, direction, h=1e-3):
    if all(d == 0 for d in direction):
        raise ValueError("no direction")
    unit = [d / math.hypot(*direction) for d in direction]
    ends = [f([x + s * h * u for x, u in zip(point, unit, strict=True)]) for s in (1, -1)]
    return (sum(ends) - 2 * f(list(point))) / (h * h)


def curvature_along__step_scaled_instead(f, point, direction, h=1e-3):
    length = math.sqrt(math.fsum(d**2 for d in direction))
    if length == 0:
        raise ValueError("zero")
    k = h / length
    ahead, behind = list(point), list(point)
    for i in range(len(point)):
        ahead[i] += k * direction[i]
        behind[i] -= k * direction[i]
    return (f(ahead) + f(behind) - 2 * f(point)) / h**2


def curvature_along__change_of_the_slope(f, point, direction, h=0.001):
    length = math.dist(direction, [0.0] * len(direction))
    if not length:
        raise ValueError

    def height(t):
        return f([p + t * d / length for p, d in zip(point, direction, strict=True)])

    return ((height(h) - height(0)) / h - (height(0) - height(-h)) / h) / h


def steps_needed__by_logarithm(curvatures, rate, share):
    worst = max(abs(1 - rate * min(curvatures)), abs(1 - rate * max(curvatures)))
    if worst >= 1:
        return math.inf
    return math.ceil(math.log(share) / math.log(worst)) if worst else 1


def steps_needed__every_direction(curvatures, rate, share):
    if not rate < 2 / max(curvatures):
        return math.inf
    errors, count = [1.0] * len(curvatures), 0
    while any(abs(error) > share for error in errors):
        errors = [error * (1 - rate * c) for error, c in zip(errors, curvatures, strict=True)]
        count += 1
    return count


def steps_needed__longest_of_all(curvatures, rate, share):
    def alone(factor):
        count = 0
        while factor**count > share:
            count += 1
        return count

    factors = [abs(1 - rate * c) for c in curvatures]
    return math.inf if max(factors) >= 1 else max(map(alone, factors))


def steps_needed__walks_and_counts_in_floats(curvatures, rate, share):
    slowest = 0.0
    for curvature in curvatures:
        place, count = 1.0, 0.0
        if abs(1 - rate * curvature) >= 1:
            return math.inf
        while abs(place) > share:
            place -= rate * curvature * place
            count += 1
        slowest = max(slowest, count)
    return slowest


def gauss_newton_product__columns(jacobian, v):
    n = len(jacobian)
    if n == 0:
        raise ValueError
    ahead = [sum(row[i] * v[i] for i in range(len(v))) for row in jacobian]
    return tuple(2 * sum(jacobian[k][i] * ahead[k] for k in range(n)) / n for i in range(len(v)))


def gauss_newton_product__row_by_row(jacobian, v):
    if len(jacobian) < 1:
        raise ValueError("empty")
    result = [0.0 for _ in v]
    for row in jacobian:
        along = 2 * sum(map(lambda j, c: j * c, row, v)) / len(jacobian)
        for i, j in enumerate(row):
            result[i] += along * j
    return result


def gauss_newton_product__transposed(jacobian, v):
    if not jacobian:
        raise ValueError("none")
    ahead = [math.fsum(a * b for a, b in zip(row, v, strict=True)) for row in jacobian]
    columns = zip(*jacobian, strict=True)
    return [math.fsum(a * b for a, b in zip(column, ahead, strict=True)) * 2 / len(ahead) for column in columns]


def smallest_curvature__null_vector(hessian):
    (a, b), (_, c) = hessian
    value = (a + c) / 2 - math.sqrt(((a - c) / 2) ** 2 + b * b)
    if b == 0:
        return value, ([1.0, 0.0] if a < c else [0.0, 1.0])
    x, y = (abs(b), math.copysign(1, b) * (value - a)) if a >= c else (c - value, -b)
    length = math.hypot(x, y)
    return value, [x / length, y / length]


def smallest_curvature__perpendicular_to_the_largest(hessian):
    (a, b), (_, c) = hessian
    value = (a + c - math.hypot(a - c, 2 * b)) / 2
    if b == 0:
        return (value, (1, 0)) if a < c else (value, (0, 1))
    angle = math.atan2(2 * b, a - c) / 2 + math.pi / 2
    x, y = math.cos(angle), math.sin(angle)
    return value, (x, y) if x > 0 else (-x, -y)


def smallest_curvature__by_the_half_angle(hessian):
    (a, b), (_, c) = hessian
    value = (a + c) / 2 - math.hypot((a - c) / 2, b)
    if a == c and b == 0:
        return [value, [0.0, 1.0]]
    cos = (a - c) / math.hypot(a - c, 2 * b)
    x, y = math.sqrt((1 - cos) / 2), math.sqrt((1 + cos) / 2)
    if x == 0:
        return [value, [0.0, 1.0]]
    if cos < -0.999:
        x, y = math.sqrt((1 - cos) / 2), abs(b) / math.hypot(a - c, 2 * b) / x
    elif cos > 0.999:
        x, y = abs(b) / math.hypot(a - c, 2 * b) / y, y
    return [value, [x, -y if b > 0 else y]]


def damped_step__cramer(gradient, hessian, least):
    (a, b), (_, d) = hessian
    lowest = (a + d - math.hypot(a - d, 2 * b)) / 2
    mu = least - lowest if lowest < least else 0
    a, d = a + mu, d + mu
    below = a * d - b**2
    g, k = (-x for x in gradient)
    return ((g * d - b * k) / below, (a * k - b * g) / below), mu


def damped_step__elimination(gradient, hessian, least):
    (a, b), (_, c) = hessian
    mu = max(0, least - (a + c) / 2 + math.sqrt(((a - c) / 2) ** 2 + b**2))
    a, c = a + mu, c + mu
    second = (b * gradient[0] / a - gradient[1]) / (c - b * b / a)
    return [[(-gradient[0] - b * second) / a, second], mu]


def damped_step__along_eigenvectors(gradient, hessian, least):
    (a, b), (_, c) = hessian
    spread = math.hypot((a - c) / 2, b)
    mu = max(0.0, least - (a + c) / 2 + spread)
    low, high = (a + c) / 2 - spread + mu, (a + c) / 2 + spread + mu
    angle = math.atan2(2 * b, a - c) / 2
    u = math.cos(angle), math.sin(angle)
    along, across = gradient[0] * u[0] + gradient[1] * u[1], gradient[1] * u[0] - gradient[0] * u[1]
    p, q = -along / high, -across / low
    return [p * u[0] - q * u[1], p * u[1] + q * u[0]], mu


def shorten__recursion(f, point, gradient, step, share=1e-4):
    slope = sum(a * b for a, b in zip(gradient, step, strict=True))
    if not slope < 0:
        raise ValueError

    def enough(t):
        return f([x + t * s for x, s in zip(point, step, strict=True)]) <= f(point) + share * t * slope

    def first(t):
        return t if enough(t) else first(t / 2)

    return first(1.0)


def shorten__step_is_halved(f, point, gradient, step, share=1e-4):
    promised = share * sum(gradient[i] * step[i] for i in range(len(step)))
    if promised >= 0:
        raise ValueError("uphill")
    now, t = f(point), 1
    while True:
        if f([x + s for x, s in zip(point, step, strict=True)]) <= now + promised:
            return t
        step, promised, t = [s / 2 for s in step], promised / 2, t / 2


def shorten__powers(f, point, gradient, step, share=1e-4):
    slope = math.fsum(a * b for a, b in zip(gradient, step, strict=True))
    if slope >= 0:
        raise ValueError(slope)
    for k in range(1000):
        t = 0.5**k
        moved = [x + t * s for x, s in zip(point, step, strict=True)]
        if f(moved) - f(point) <= share * t * slope:
            return t
    return None


def safe_newton_step__with_helpers(f, gradient, hessian, place, least, tolerance, share):
    def lowest(rows):
        (a, b), (_, c) = rows
        return (a + c) / 2 - math.sqrt(((a - c) / 2) ** 2 + b * b)

    def solve(rows, right):
        (a, b), (c, d) = rows
        g, k = right
        return [(g * d - b * k) / (a * d - b * c), (a * k - c * g) / (a * d - b * c)]

    def way(rows):
        (a, b), (_, c) = rows
        angle = math.atan2(2 * b, a - c) / 2
        x, y = math.sin(angle), -math.cos(angle)
        return [-x, -y] if x <= 0 else [x, y]

    slopes, rows = gradient(place), hessian(place)
    if math.hypot(*slopes) > tolerance:
        mu = max(0, least - lowest(rows))
        step = solve([[rows[0][0] + mu, rows[0][1]], [rows[1][0], rows[1][1] + mu]], [-s for s in slopes])
    elif lowest(rows) < 0:
        step = way(rows)
    else:
        return list(place)
    slope, here = sum(a * b for a, b in zip(slopes, step, strict=True)), f(place)
    while f([x + s for x, s in zip(place, step, strict=True)]) > here + share * slope:
        step, slope = [s / 2 for s in step], slope / 2
    return [x + s for x, s in zip(place, step, strict=True)]


def safe_newton_step__powers(f, gradient, hessian, place, least, tolerance, share):
    (g, k), ((a, b), (_, c)) = gradient(place), hessian(place)
    low = (a + c) / 2 - math.hypot(a - c, 2 * b) / 2
    if math.hypot(g, k) <= tolerance:
        if low >= 0:
            return place
        x, y = math.sin(math.atan2(2 * b, a - c) / 2), -math.cos(math.atan2(2 * b, a - c) / 2)
        if x <= 0:
            x, y = -x, -y
    else:
        mu = least - low if low < least else 0.0
        below = (a + mu) * (c + mu) - b * b
        x, y = (b * k - (c + mu) * g) / below, (b * g - (a + mu) * k) / below
    for halvings in range(1000):
        t = 0.5**halvings
        after = (place[0] + t * x, place[1] + t * y)
        if f(after) <= f(place) + share * t * (g * x + k * y):
            return after
    return place


def safe_newton_step__cases_last(f, gradient, hessian, place, least, tolerance, share):
    x, y = place
    (g, k), ((a, b), (_, c)) = gradient([x, y]), hessian([x, y])
    low = (a + c) / 2 - math.hypot((a - c) / 2, b)
    flat = math.sqrt(g * g + k * k) <= tolerance
    if flat and low >= 0:
        return [x, y]
    lift = max(least - low, 0.0)
    below = (a + lift) * (c + lift) - b * b
    p, q = (b * k - (c + lift) * g) / below, (b * g - (a + lift) * k) / below
    if flat:
        turn = math.atan2(2 * b, a - c) / 2 + math.pi / 2
        p, q = math.cos(turn), math.sin(turn)
        if abs(p) < 1e-15:
            p, q = 0.0, 1.0
        elif p < 0:
            p, q = -p, -q
    while f([x + p, y + q]) > f([x, y]) + share * (g * p + k * q):
        p, q = p / 2, q / 2
    return [x + p, y + q]
