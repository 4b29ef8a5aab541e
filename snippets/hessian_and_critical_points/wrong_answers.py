"""Wrong answers that people give to the exercises, one function each: `<exercise>__<slip>`.

The docstring is what a good teacher would say. The examples and cases of the exercise refuse every one of them.
"""

import math


def hessian__diagonal_only(gradient, point, h=1e-5):
    """You kept only how each slope changes along its own axis. The mixed entries say how the axes interact."""
    rows = []
    for i in range(len(point)):
        ahead, behind = list(point), list(point)
        ahead[i] += h
        behind[i] -= h
        bend = (gradient(ahead)[i] - gradient(behind)[i]) / (2 * h)
        rows.append([bend if i == j else 0.0 for j in range(len(point))])
    return rows


def hessian__product_of_slopes(gradient, point, h=1e-5):
    """Multiplying two slopes is not differentiating twice: that matrix knows nothing of how the slopes change."""
    slopes = gradient(point)
    return [[a * b for b in slopes] for a in slopes]


def hessian__forward(gradient, point, h=1e-5):
    """You looked ahead only. For x⁴ at 1 with h = 0.1 that gives 13.24 where looking both ways gives 12.04."""
    rows = []
    for i in range(len(point)):
        ahead = list(point)
        ahead[i] += h
        rows.append([(a - b) / h for a, b in zip(gradient(ahead), gradient(point), strict=True)])
    return rows


def hessian__step_left_in(gradient, point, h=1e-5):
    """You moved the caller's point and did not move it back: rows after the first are taken somewhere else."""
    rows = []
    for i in range(len(point)):
        point[i] += h
        ahead = gradient(list(point))
        point[i] -= 2 * h
        behind = gradient(list(point))
        rows.append([(a - b) / (2 * h) for a, b in zip(ahead, behind, strict=True)])
    return rows


def hessian__one_h(gradient, point, h=1e-5):
    """From a step back to a step ahead it is 2h, not h: every entry is twice what it should be."""
    rows = []
    for i in range(len(point)):
        ahead, behind = list(point), list(point)
        ahead[i] += h
        behind[i] -= h
        rows.append([(a - b) / h for a, b in zip(gradient(ahead), gradient(behind), strict=True)])
    return rows


def hessian__made_symmetric(gradient, point, h=1e-5):
    """You averaged the matrix with its transpose. On paper they agree; asked is what each row measures, by itself."""
    rows = []
    for i in range(len(point)):
        ahead, behind = list(point), list(point)
        ahead[i] += h
        behind[i] -= h
        rows.append([(a - b) / (2 * h) for a, b in zip(gradient(ahead), gradient(behind), strict=True)])
    return [[(rows[i][j] + rows[j][i]) / 2 for j in range(len(rows))] for i in range(len(rows))]


def kind_of_critical_point__diagonal(a, b, c):
    """You looked along the two axes only. x² + 4xy + y² bends up along both, and down along the diagonal between."""
    if a > 0 and c > 0:
        return "minimum"
    if a < 0 and c < 0:
        return "maximum"
    return "undecided" if a * c == 0 else "saddle"


def kind_of_critical_point__determinant_only(a, b, c):
    """Two negative curvatures have a positive product, too: a positive determinant may be a maximum."""
    if math.isclose(a * c, b * b):
        return "undecided"
    return "minimum" if a * c > b * b else "saddle"


def kind_of_critical_point__zero_is_saddle(a, b, c):
    """A curvature of 0 does not make a saddle. It makes the second derivatives silent; x² + y⁴ is a minimum."""
    if math.isclose(a * c, b * b) or a * c < b * b:
        return "saddle"
    return "minimum" if a > 0 else "maximum"


def kind_of_critical_point__exactly_zero(a, b, c):
    """0.1 · 0.9 - 0.3² is 0 on paper and not in floats. After rounding, compare with `math.isclose`, not with ==."""
    determinant = a * c - b * b
    if determinant == 0:
        return "undecided"
    if determinant < 0:
        return "saddle"
    return "minimum" if a > 0 else "maximum"


def kind_of_critical_point__negative_is_maximum(a, b, c):
    """You read the determinant as if it were a second derivative. Negative, it says that the curvatures disagree."""
    if math.isclose(a * c, b * b):
        return "undecided"
    return "minimum" if a * c > b * b else "maximum"


def kind_of_critical_point__quadratic_formula(a, b, c):
    """You took b² - 4ac, for the coefficients of ax² + bxy + cy². Given are the entries of the Hessian: ac - b²."""
    if math.isclose(4 * a * c, b * b):
        return "undecided"
    if 4 * a * c < b * b:
        return "saddle"
    return "minimum" if a > 0 else "maximum"


def is_positive_definite__diagonal(matrix):
    """A positive diagonal is needed, but it is not enough: in [[2, 4], [4, 2]] the 4s win."""
    return all(row[i] > 0 for i, row in enumerate(matrix))


def is_positive_definite__first_two_minors(matrix):
    """The test by a and ac - b² is for two variables. With more of them, every leading minor counts, to the last."""
    corner = matrix[0][0]
    return corner > 0 and (len(matrix) == 1 or corner * matrix[1][1] - matrix[0][1] ** 2 > 0)


def is_positive_definite__zero_allowed(matrix):
    """A pivot of 0 means a direction without curvature. Definite means that every direction bends up: > 0."""
    rows = [list(row) for row in matrix]
    for k, pivot_row in enumerate(rows):
        if pivot_row[k] < 0:
            return False
        for i in range(k + 1, len(rows)):
            factor = rows[i][k] / pivot_row[k]
            rows[i] = [x - factor * p for x, p in zip(rows[i], pivot_row, strict=True)]
    return True


def is_positive_definite__in_place(matrix):
    """The answer is right, but you eliminated in the caller's matrix, which is now another one."""
    for k, pivot_row in enumerate(matrix):
        if pivot_row[k] <= 0:
            return False
        for i in range(k + 1, len(matrix)):
            factor = matrix[i][k] / pivot_row[k]
            matrix[i] = [x - factor * p for x, p in zip(matrix[i], pivot_row, strict=True)]
    return True


def is_positive_definite__product_of_pivots(matrix):
    """The product of the pivots is the determinant. Two negative pivots make it positive: look at each one."""
    rows, product = [list(row) for row in matrix], 1.0
    for k, pivot_row in enumerate(rows):
        product *= pivot_row[k]
        for i in range(k + 1, len(rows)):
            factor = rows[i][k] / pivot_row[k]
            rows[i] = [x - factor * p for x, p in zip(rows[i], pivot_row, strict=True)]
    return product > 0


def is_positive_definite__by_the_first_row(matrix):
    """You always subtract multiples of the first row. From the second column on it is the row of the pivot."""
    rows = [list(row) for row in matrix]
    for k in range(len(rows)):
        if rows[k][k] <= 0:
            return False
        for i in range(k + 1, len(rows)):
            factor = rows[i][k] / rows[0][0]
            rows[i] = [x - factor * p for x, p in zip(rows[i], rows[0], strict=True)]
    return True


def newton_step__uphill(gradient, hessian):
    """You solved H s = g. The model is flat where g + H s = 0, so the minus is missing."""
    (a, b), (c, d) = hessian
    if math.isclose(a * d, b * c):
        raise ValueError("the Hessian is singular")
    g, k = gradient
    determinant = a * d - b * c
    return [(d * g - b * k) / determinant, (a * k - c * g) / determinant]


def newton_step__diagonal(gradient, hessian):
    """You divided each slope by its own curvature. That is Newton's step only if the mixed entries are 0."""
    (a, b), (c, d) = hessian
    if math.isclose(a * d, b * c):
        raise ValueError("the Hessian is singular")
    return [-gradient[0] / a, -gradient[1] / d]


def newton_step__times_hessian(gradient, hessian):
    """You multiplied by the Hessian. Newton divides: strong curvature must make the step short, not long."""
    (a, b), (c, d) = hessian
    if math.isclose(a * d, b * c):
        raise ValueError("the Hessian is singular")
    g, k = gradient
    return [-(a * g + b * k), -(c * g + d * k)]


def newton_step__divides_by_zero(gradient, hessian):
    """With determinant 0 there is no such step, or there are many. Say so, instead of failing in a division."""
    (a, b), (c, d) = hessian
    determinant = a * d - b * c
    g, k = gradient
    return [-(d * g - b * k) / determinant, -(a * k - c * g) / determinant]


def curvature_along__not_a_unit_vector(f, point, direction, h=1e-3):
    """You walked along the direction as it is. Twice as long, it gives four times the number: divide by its length."""
    ahead = [x + h * d for x, d in zip(point, direction, strict=True)]
    behind = [x - h * d for x, d in zip(point, direction, strict=True)]
    if not any(direction):
        raise ValueError("zeros point nowhere")
    return (f(ahead) - 2 * f(point) + f(behind)) / h**2


def curvature_along__divided_by_h(f, point, direction, h=1e-3):
    """A slope of slopes divides by h twice. You divided once, and what is left goes to 0 with h."""
    length = math.hypot(*direction)
    if length == 0:
        raise ValueError("zeros point nowhere")
    ahead = [x + h * d / length for x, d in zip(point, direction, strict=True)]
    behind = [x - h * d / length for x, d in zip(point, direction, strict=True)]
    return (f(ahead) - 2 * f(point) + f(behind)) / h


def curvature_along__axes_only(f, point, direction, h=1e-3):
    """You averaged the curvatures along the axes. The mixed derivatives have a say in every other direction."""
    length = math.hypot(*direction)
    if length == 0:
        raise ValueError("zeros point nowhere")
    total = 0.0
    for i, d in enumerate(direction):
        ahead = [x + h * (i == j) for j, x in enumerate(point)]
        behind = [x - h * (i == j) for j, x in enumerate(point)]
        total += (d / length) ** 2 * (f(ahead) - 2 * f(point) + f(behind)) / h**2
    return total


def curvature_along__zeros_divide(f, point, direction, h=1e-3):
    """Zeros have no direction, and dividing by their length fails. Say so with a ValueError."""
    length = math.hypot(*direction)
    ahead = [x + h * d / length for x, d in zip(point, direction, strict=True)]
    behind = [x - h * d / length for x, d in zip(point, direction, strict=True)]
    return (f(ahead) - 2 * f(point) + f(behind)) / h**2


def curvature_along__divided_once_by_the_length(f, point, direction, h=1e-3):
    """You divided the result by the length of the direction. It enters twice: shorten the direction before you walk."""
    length = math.hypot(*direction)
    if length == 0:
        raise ValueError("zeros point nowhere")
    ahead = [x + h * d for x, d in zip(point, direction, strict=True)]
    behind = [x - h * d for x, d in zip(point, direction, strict=True)]
    return (f(ahead) - 2 * f(point) + f(behind)) / h**2 / length


def steps_needed__best_rate(curvatures, rate, share):
    """You counted with the best constant rate. Asked is what the rate that was given does."""
    worst = (max(curvatures) - min(curvatures)) / (max(curvatures) + min(curvatures))
    return math.ceil(math.log(share) / math.log(worst)) if worst else 1


def steps_needed__flattest_only(curvatures, rate, share):
    """You looked at the flattest direction only. If the rate is large, the steepest one is the slow one, or escapes."""
    worst = abs(1 - rate * min(curvatures))
    if worst >= 1:
        return math.inf
    left, steps = 1.0, 0
    while left > share:
        left, steps = left * worst, steps + 1
    return steps


def steps_needed__sign_lost(curvatures, rate, share):
    """A factor of -1.25 is less than 1, and yet it escapes: the size of a factor counts, not the factor."""
    worst = max(1 - rate * c for c in curvatures)
    if worst >= 1:
        return math.inf
    left, steps = 1.0, 0
    while left > share:
        left, steps = left * worst, steps + 1
    return steps


def steps_needed__rounded_down(curvatures, rate, share):
    """After that many whole steps a little more than the share is left: one more step is needed."""
    worst = max(abs(1 - rate * c) for c in curvatures)
    if worst >= 1:
        return math.inf
    return math.floor(math.log(share) / math.log(worst)) if worst else 1


def gauss_newton_product__no_mean(jacobian, v):
    """The loss is a *mean* of squares, with the 2 of a square: you left out the factor 2/n."""
    if not jacobian:
        raise ValueError("there is no residual")
    ahead = [sum(j * c for j, c in zip(row, v, strict=True)) for row in jacobian]
    return [sum(row[i] * change for row, change in zip(jacobian, ahead, strict=True)) for i in range(len(v))]


def gauss_newton_product__divided_by_parameters(jacobian, v):
    """The mean is taken over the residuals, the rows. You divided by the number of parameters."""
    if not jacobian:
        raise ValueError("there is no residual")
    ahead = [sum(j * c for j, c in zip(row, v, strict=True)) for row in jacobian]
    sums = [sum(row[i] * change for row, change in zip(jacobian, ahead, strict=True)) for i in range(len(v))]
    return [2 / len(v) * total for total in sums]


def gauss_newton_product__forward_only(jacobian, v):
    """That is Jv, a number for each residual. The matrix has one more factor: multiply by the transpose as well."""
    if not jacobian:
        raise ValueError("there is no residual")
    return [2 / len(jacobian) * sum(j * c for j, c in zip(row, v, strict=True)) for row in jacobian]


def gauss_newton_product__diagonal(jacobian, v):
    """You kept the diagonal of the matrix only. Two parameters that move the same residual interact."""
    if not jacobian:
        raise ValueError("there is no residual")
    return [2 / len(jacobian) * sum(row[i] ** 2 for row in jacobian) * c for i, c in enumerate(v)]


def smallest_curvature__largest(hessian):
    """With the plus before the root you found the largest curvature and its direction."""
    (a, b), (_, c) = hessian
    angle = math.atan2(2 * b, a - c) / 2
    x, y = math.cos(angle), math.sin(angle)
    return (a + c) / 2 + math.hypot((a - c) / 2, b), [x, y] if x > 0 else [-x, -y]


def smallest_curvature__not_of_length_one(hessian):
    """It points the right way, but it is too long or too short: divide it by its length."""
    (a, b), (_, c) = hessian
    smallest = (a + c) / 2 - math.hypot((a - c) / 2, b)
    if b == 0:
        return smallest, [1.0, 0.0] if a < c else [0.0, 1.0]
    x, y = b, smallest - a
    return smallest, [x, y] if x > 0 else [-x, -y]


def smallest_curvature__either_side(hessian):
    """An eigenvector of length 1 it is, but turned around where the first component is negative."""
    (a, b), (_, c) = hessian
    angle = math.atan2(2 * b, a - c) / 2
    return (a + c) / 2 - math.hypot((a - c) / 2, b), [math.sin(angle), -math.cos(angle)]


def smallest_curvature__smaller_diagonal(hessian):
    """The smaller entry of the diagonal is the curvature along an axis. Between the axes it may bend down."""
    (a, _), (_, c) = hessian
    return min(a, c), [1.0, 0.0] if a < c else [0.0, 1.0]


def smallest_curvature__axes_forgotten(hessian):
    """Your (b, λ - a) is the zero vector if the matrix is diagonal and a the smaller entry: no length to divide by."""
    (a, b), (_, c) = hessian
    smallest = (a + c) / 2 - math.hypot((a - c) / 2, b)
    if (a, b) == (c, 0):
        return smallest, [0.0, 1.0]
    x, y = b, smallest - a
    length = math.hypot(x, y)
    return smallest, [x / length, y / length] if x > 0 or (x == 0 and y > 0) else [-x / length, -y / length]


def damped_step__always(gradient, hessian, least):
    """You dampen where all curvatures are large enough, too. There Newton's own step is better: μ is 0."""
    (a, b), (_, c) = hessian
    mu = abs(least - ((a + c) / 2 - math.hypot((a - c) / 2, b)))
    a, c = a + mu, c + mu
    g, k = gradient
    return [(b * k - c * g) / (a * c - b * b), (b * g - a * k) / (a * c - b * b)], mu


def damped_step__just_positive(gradient, hessian, least):
    """You lifted the smallest eigenvalue to 0. Then the matrix is singular, or nearly so, and the step enormous."""
    (a, b), (_, c) = hessian
    mu = max(0.0, -((a + c) / 2 - math.hypot((a - c) / 2, b)))
    a, c = a + mu, c + mu
    g, k = gradient
    return [(b * k - c * g) / (a * c - b * b), (b * g - a * k) / (a * c - b * b)], mu


def damped_step__all_entries(gradient, hessian, least):
    """You added μ to all four entries. It belongs on the diagonal only: μ times the identity."""
    (a, b), (_, c) = hessian
    mu = max(0.0, least - ((a + c) / 2 - math.hypot((a - c) / 2, b)))
    a, b, c = a + mu, b + mu, c + mu
    g, k = gradient
    return [(b * k - c * g) / (a * c - b * b), (b * g - a * k) / (a * c - b * b)], mu


def damped_step__diagonal_looked_at(gradient, hessian, least):
    """You looked at the diagonal for the smallest curvature. With mixed entries an eigenvalue may lie below it."""
    (a, b), (_, c) = hessian
    mu = max(0.0, least - min(a, c))
    a, c = a + mu, c + mu
    g, k = gradient
    return [(b * k - c * g) / (a * c - b * b), (b * g - a * k) / (a * c - b * b)], mu


def shorten__any_fall(f, point, gradient, step, share=1e-4):
    """You stop as soon as f is lower. Steps that fall less and less can go on for ever and arrive nowhere."""
    if sum(g * s for g, s in zip(gradient, step, strict=True)) >= 0:
        raise ValueError("the step does not begin downhill")
    t = 1.0
    while f([x + t * s for x, s in zip(point, step, strict=True)]) >= f(point):
        t /= 2
    return t


def shorten__promise_of_the_whole_step(f, point, gradient, step, share=1e-4):
    """A half step promises half the fall: t belongs to the right side as well."""
    slope = sum(g * s for g, s in zip(gradient, step, strict=True))
    if slope >= 0:
        raise ValueError("the step does not begin downhill")
    t = 1.0
    while f([x + t * s for x, s in zip(point, step, strict=True)]) > f(point) + share * slope and t > 1e-12:
        t /= 2
    return t


def shorten__uphill_too(f, point, gradient, step, share=1e-4):
    """A step that begins uphill cannot be mended by shortening it. Refuse it, or your loop will not end."""
    slope, t = sum(g * s for g, s in zip(gradient, step, strict=True)), 1.0
    while f([x + t * s for x, s in zip(point, step, strict=True)]) > f(point) + share * t * slope and t > 1e-12:
        t /= 2
    return t


def shorten__promise_turned(f, point, gradient, step, share=1e-4):
    """You subtract the share of the slope. The slope is negative, so that lets f rise: add it."""
    slope = sum(g * s for g, s in zip(gradient, step, strict=True))
    if slope >= 0:
        raise ValueError("the step does not begin downhill")
    t = 1.0
    while f([x + t * s for x, s in zip(point, step, strict=True)]) > f(point) - share * t * slope:
        t /= 2
    return t


def shorten__walks_on(f, point, gradient, step, share=1e-4):
    """You try the shorter step from where the longer one ended. Each try begins at the same point."""
    slope = sum(g * s for g, s in zip(gradient, step, strict=True))
    if slope >= 0:
        raise ValueError("the step does not begin downhill")
    place, t = [x + s for x, s in zip(point, step, strict=True)], 1.0
    while f(place) > f(point) + share * t * slope and t > 1e-12:
        t /= 2
        place = [x + t * s for x, s in zip(place, step, strict=True)]
    return t


def safe_newton_step__plain(f, gradient, hessian, place, least, tolerance, share):
    """That is Newton's step as it was. It asks for a flat place, and a saddle or a top is one."""
    g, k = gradient(place)
    (a, b), (_, c) = hessian(place)
    d = a * c - b * b
    return [place[0] + (b * k - c * g) / d, place[1] + (b * g - a * k) / d] if d else place


def safe_newton_step__stops_at_saddles(f, gradient, hessian, place, least, tolerance, share):
    """You stop wherever the gradient is small. At a saddle it is small, too: ask for the smallest eigenvalue."""
    g, k = gradient(place)
    (a, b), (_, c) = hessian(place)
    if math.hypot(g, k) <= tolerance:
        return place
    mu = max(0.0, least - ((a + c) / 2 - math.hypot((a - c) / 2, b)))
    a, c = a + mu, c + mu
    x, y = (b * k - c * g) / (a * c - b * b), (b * g - a * k) / (a * c - b * b)
    t, slope = 1.0, g * x + k * y
    while f([place[0] + t * x, place[1] + t * y]) > f(place) + share * t * slope:
        t /= 2
    return [place[0] + t * x, place[1] + t * y]


def safe_newton_step__never_shortened(f, gradient, hessian, place, least, tolerance, share):
    """You take every step at its full length. Where the curvature has been lifted, it may leap over the valley."""
    g, k = gradient(place)
    (a, b), (_, c) = hessian(place)
    smallest = (a + c) / 2 - math.hypot((a - c) / 2, b)
    if math.hypot(g, k) > tolerance:
        mu = max(0.0, least - smallest)
        a, c = a + mu, c + mu
        return [place[0] + (b * k - c * g) / (a * c - b * b), place[1] + (b * g - a * k) / (a * c - b * b)]
    if smallest >= 0:
        return place
    angle = math.atan2(2 * b, a - c) / 2
    x, y = math.sin(angle), -math.cos(angle)
    return [place[0] + x, place[1] + y] if x > 0 else [place[0] - x, place[1] - y]


def safe_newton_step__refused_at_a_saddle(f, gradient, hessian, place, least, tolerance, share):
    """Step 3 refuses a step without a downhill slope. At a saddle the slope is 0, and f falls all the same."""
    g, k = gradient(place)
    (a, b), (_, c) = hessian(place)
    smallest = (a + c) / 2 - math.hypot((a - c) / 2, b)
    if math.hypot(g, k) > tolerance:
        mu = max(0.0, least - smallest)
        a, c = a + mu, c + mu
        x, y = (b * k - c * g) / (a * c - b * b), (b * g - a * k) / (a * c - b * b)
    elif smallest < 0:
        angle = math.atan2(2 * b, a - c) / 2
        x, y = abs(math.sin(angle)), -math.cos(angle) * math.copysign(1, math.sin(angle))
    else:
        return place
    t, slope = 1.0, g * x + k * y
    if slope >= 0:
        raise ValueError("the step does not begin downhill")
    while f([place[0] + t * x, place[1] + t * y]) > f(place) + share * t * slope:
        t /= 2
    return [place[0] + t * x, place[1] + t * y]
