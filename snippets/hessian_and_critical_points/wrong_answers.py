"""Wrong answers that people give to the exercises, one function each: `<exercise>__<slip>`.

The docstring is what a good teacher would say. The examples and cases of the exercise refuse every one of them.
"""

import math


def second_derivative__divided_by_h(f, x, h=1e-4):
    """A slope of slopes divides by h twice. You divided once, and what is left goes to 0 with h."""
    return (f(x + h) - 2 * f(x) + f(x - h)) / h


def second_derivative__one_middle(f, x, h=1e-4):
    """The middle value belongs to both slopes, once with each: f(x) counts twice."""
    return (f(x + h) - f(x) + f(x - h)) / h**2


def second_derivative__ahead_only(f, x, h=1e-4):
    """You took both slopes ahead of x. That is the bend at x + h; for x⁴ at 0 with h = 0.1 it gives 0.14, not 0.02."""
    return (f(x + 2 * h) - 2 * f(x + h) + f(x)) / h**2


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


def eigenvalues__diagonal(a, b, c):
    """Those are the curvatures along the axes. They are the eigenvalues only if b is 0."""
    return min(a, c), max(a, c)


def eigenvalues__forgot_half(a, b, c):
    """Half the difference belongs under the root: (a - c)/2. With a = c one does not notice."""
    middle, spread = (a + c) / 2, math.hypot(a - c, b)
    return middle - spread, middle + spread


def eigenvalues__not_in_order(a, b, c):
    """Both numbers are right, but the smaller one comes first."""
    middle, spread = (a + c) / 2, math.hypot((a - c) / 2, b)
    return middle + spread, middle - spread


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


def rates__average(curvatures):
    """The limit belongs to the largest curvature. With the average the steepest direction runs away."""
    mean = sum(curvatures) / len(curvatures)
    low, high = min(curvatures), max(curvatures)
    return 2 / mean, 1 / mean, (high - low) / (high + low)


def rates__best_from_the_mean(curvatures):
    """The best rate is 2 over smallest plus largest. The mean is the middle of these two only by chance."""
    low, high = min(curvatures), max(curvatures)
    return 2 / high, len(curvatures) / sum(curvatures), (high - low) / (high + low)


def rates__one_over_largest(curvatures):
    """The rate 1/λ_max finishes the steepest direction in one step, and the flattest waits: its factor is 1 - 1/κ."""
    low, high = min(curvatures), max(curvatures)
    return 2 / high, 1 / high, 1 - low / high


def rates__not_sorted(curvatures):
    """You took the first and the last number of the list for the smallest and the largest."""
    low, high = curvatures[0], curvatures[-1]
    return 2 / high, 2 / (low + high), (high - low) / (high + low)


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


def hessian_vector_product__entry_by_entry(gradient, point, v, h=1e-5):
    """You moved one coordinate at a time and kept the diagonal. Move the whole point along v, once each way."""
    result = []
    for i in range(len(point)):
        ahead, behind = list(point), list(point)
        ahead[i] += h
        behind[i] -= h
        result.append((gradient(ahead)[i] - gradient(behind)[i]) / (2 * h) * v[i])
    return result


def hessian_vector_product__forward(gradient, point, v, h=1e-5):
    """That looks ahead only. One gradient is saved, and the error is of order h instead of h²."""
    ahead = gradient([x + h * c for x, c in zip(point, v, strict=True)])
    return [(a - b) / h for a, b in zip(ahead, gradient(point), strict=True)]


def hessian_vector_product__unit_vector(gradient, point, v, h=1e-5):
    """You divided v by its length. A slope needs a unit vector, but H v is linear: twice v, twice H v."""
    length = math.sqrt(sum(c * c for c in v))
    ahead = gradient([x + h * c / length for x, c in zip(point, v, strict=True)])
    behind = gradient([x - h * c / length for x, c in zip(point, v, strict=True)])
    return [(a - b) / (2 * h) for a, b in zip(ahead, behind, strict=True)]
