"""Exercises of topic 04 with full solutions, in plain Python: floats, lists and `math`.

The docstring is the task. A reader gets the signature and the docstring, and writes the body.
"""

import math


def curvature_along(f, point, direction, h=1e-3):
    """Return the curvature of f at a point along a direction, from values of f.

    `point` and `direction` are lists of n numbers, f takes such a list. It is
    the second difference of f along the straight line, with the step h. The
    direction need not have length 1, but only where it points may matter. For
    a direction of zeros raise ValueError.

    >>> f = lambda p: p[0]**2 + 4 * p[0] * p[1] + p[1]**2
    >>> round(curvature_along(f, [0.0, 0.0], [1.0, -1.0]), 4)
    -2.0
    >>> round(curvature_along(f, [0.0, 0.0], [2.0, 1.0]), 4)
    5.2
    >>> round(curvature_along(f, [3.0, 5.0], [20.0, 10.0]), 4)
    5.2
    >>> round(curvature_along(lambda p: p[0]**4, [0.0], [2.0], h=0.5), 4)  # 2h²
    0.5
    >>> curvature_along(f, [0.0, 0.0], [0.0, 0.0])
    Traceback (most recent call last):
        ...
    ValueError: zeros point nowhere
    """
    length = math.hypot(*direction)
    if length == 0:
        raise ValueError("zeros point nowhere")
    ahead = [x + h * d / length for x, d in zip(point, direction, strict=True)]
    behind = [x - h * d / length for x, d in zip(point, direction, strict=True)]
    return (f(ahead) - 2 * f(point) + f(behind)) / h**2


def hessian(gradient, point, h=1e-5):
    """Return the Hessian at a point as a list of rows.

    `gradient` is a function that takes a list of n numbers and returns a list
    of n numbers. Row i holds the central differences of the gradient when only
    coordinate i moves. The list `point` must be the same after the call.

    >>> slope = lambda p: [2 * p[0] * p[1], p[0]**2 + 3 * p[1]**2]  # of x²y + y³
    >>> here = [1.0, 2.0]
    >>> [[round(entry, 4) for entry in row] for row in hessian(slope, here)]
    [[4.0, 2.0], [2.0, 12.0]]
    >>> here
    [1.0, 2.0]
    >>> fourth = lambda p: [4 * p[0]**3]  # of x⁴
    >>> round(hessian(fourth, [1.0], h=0.1)[0][0], 4)  # 12 + 4h²
    12.04
    """
    rows = []
    for i in range(len(point)):
        ahead, behind = list(point), list(point)
        ahead[i] += h
        behind[i] -= h
        pairs = zip(gradient(ahead), gradient(behind), strict=True)
        rows.append([(a - b) / (2 * h) for a, b in pairs])
    return rows


def kind_of_critical_point(a, b, c):
    """Return what a critical point with the Hessian rows (a, b), (b, c) is.

    One of "minimum", "maximum", "saddle" and "undecided", by the determinant
    ac - b² and the entry a. No eigenvalues are needed. If `math.isclose` takes
    ac and b² for equal, the determinant counts as 0.

    >>> kind_of_critical_point(6.0, -3.0, 6.0)
    'minimum'
    >>> kind_of_critical_point(-2.0, 1.0, -2.0)
    'maximum'
    >>> kind_of_critical_point(2.0, 4.0, 2.0)  # x² + 4xy + y²
    'saddle'
    >>> kind_of_critical_point(0.0, -3.0, 0.0)
    'saddle'
    >>> kind_of_critical_point(2.0, 0.0, 0.0)  # x² + y³, x² + y⁴, …
    'undecided'
    >>> 0.1 * 0.9 - 0.3 * 0.3 > 0  # 0 on paper, not in floats
    True
    >>> kind_of_critical_point(0.1, 0.3, 0.9)
    'undecided'
    """
    if math.isclose(a * c, b * b):
        return "undecided"
    if a * c < b * b:
        return "saddle"
    return "minimum" if a > 0 else "maximum"


def is_positive_definite(matrix):
    """Return whether a symmetric matrix, a list of n rows, is positive definite.

    Use elimination: for k = 0, 1, …, the pivot is the entry in row k and column
    k; it must be positive. Then subtract from each row below the multiple of
    row k that makes its entry in column k zero. The matrix that was given must
    be the same after the call.

    >>> rows = [[2.0, -1.0, 0.0], [-1.0, 2.0, -1.0], [0.0, -1.0, 2.0]]
    >>> is_positive_definite(rows)
    True
    >>> rows[1]
    [-1.0, 2.0, -1.0]
    >>> is_positive_definite([[2.0, 4.0], [4.0, 2.0]])
    False
    >>> is_positive_definite([[-1.0, 0.0], [0.0, -1.0]])  # determinant +1
    False
    >>> is_positive_definite([[1.0, 1.0], [1.0, 1.0]])  # curvatures 0 and 2
    False
    """
    rows = [list(row) for row in matrix]
    for k, pivot_row in enumerate(rows):
        if pivot_row[k] <= 0:
            return False
        for row in rows[k + 1 :]:
            factor = row[k] / pivot_row[k]
            row[:] = [x - factor * p for x, p in zip(row, pivot_row, strict=True)]
    return True


def newton_step(gradient, hessian):
    """Return Newton's step in two variables: the solution s of H s = -g.

    `gradient` is a list of 2 numbers, `hessian` a list of 2 rows, (a, b) and
    (b, c). If the Hessian is singular, raise ValueError; take it for singular
    if `math.isclose` takes ac and b² for equal.

    >>> [round(s, 6) for s in newton_step([2.0, 2000.0], [[2.0, 0.0], [0.0, 2000.0]])]
    [-1.0, -1.0]
    >>> [round(s, 6) for s in newton_step([3.0, 6.0], [[2.0, 1.0], [1.0, 5.0]])]
    [-1.0, -1.0]
    >>> newton_step([1.0, 0.0], [[1.0, 1.0], [1.0, 1.0]])
    Traceback (most recent call last):
        ...
    ValueError: the Hessian is singular
    """
    (a, b), (_, c) = hessian
    if math.isclose(a * c, b * b):
        raise ValueError("the Hessian is singular")
    g, k = gradient
    determinant = a * c - b * b
    return [-(c * g - b * k) / determinant, -(a * k - b * g) / determinant]


def steps_needed(curvatures, rate, share):
    """Return how many steps of gradient descent shrink the distance to a share.

    On a quadratic whose Hessian has these eigenvalues, all positive, with a
    constant learning rate. Count until *every* direction has at most the
    `share` of its start left; share is between 0 and 1. If that never happens,
    return `math.inf`.

    >>> steps_needed([1.0, 9.0], 0.2, 0.001)
    31
    >>> steps_needed([1.0, 9.0], 0.1, 0.001)  # the steep one arrives early
    66
    >>> steps_needed([1.0, 9.0], 0.25, 0.001)  # 0.25 is more than 2/9
    inf
    >>> steps_needed([4.0], 0.25, 0.001)
    1
    """
    worst = max(abs(1 - rate * c) for c in curvatures)
    if worst >= 1:
        return math.inf
    left, steps = 1.0, 0
    while left > share:
        left, steps = left * worst, steps + 1
    return steps


def gauss_newton_product(jacobian, v):
    """Return the Gauss–Newton matrix (2/n) JᵀJ times v, without the matrix JᵀJ.

    `jacobian` is a list of n rows, one for each residual; every row has p
    numbers, and so has v. Return a list of p numbers. Do not build anything
    with p times p entries. With no rows at all, raise ValueError.

    >>> weeks = [[0.0, 1.0], [1.0, 1.0], [2.0, 1.0], [3.0, 1.0], [4.0, 1.0]]
    >>> gauss_newton_product(weeks, [1.0, 0.0])
    [12.0, 4.0]
    >>> gauss_newton_product(weeks, [0.0, 10.0])
    [40.0, 20.0]
    >>> gauss_newton_product([[1.0, 2.0, 3.0]], [1.0, 1.0, 1.0])
    [12.0, 24.0, 36.0]
    """
    if not jacobian:
        raise ValueError("there is no residual")
    ahead = [sum(j * c for j, c in zip(row, v, strict=True)) for row in jacobian]
    back = [0.0] * len(v)
    for row, change in zip(jacobian, ahead, strict=True):
        back = [b + j * change for b, j in zip(back, row, strict=True)]
    return [2 / len(jacobian) * b for b in back]


def smallest_curvature(hessian):
    """Return the smallest eigenvalue of a symmetric 2×2 matrix, and its direction.

    `hessian` is a list of 2 rows, (a, b) and (b, c). Return the eigenvalue and
    an eigenvector of length 1, a list. Of its two orientations take the one
    whose first component is positive, or, if that is 0, the second one. If all
    directions have the same curvature, return the direction [0.0, 1.0].

    >>> value, (x, y) = smallest_curvature([[2.0, 4.0], [4.0, 2.0]])
    >>> round(value, 4), round(x, 4), round(y, 4)
    (-2.0, 0.7071, -0.7071)
    >>> value, (x, y) = smallest_curvature([[6.0, 2.0], [2.0, 3.0]])
    >>> round(value, 4), round(x, 4), round(y, 4)
    (2.0, 0.4472, -0.8944)
    >>> value, (x, y) = smallest_curvature([[5.0, 0.0], [0.0, 5.0]])
    >>> round(value, 4), round(abs(x), 4), round(y, 4)
    (5.0, 0.0, 1.0)
    """
    (a, b), (_, c) = hessian
    smallest = (a + c) / 2 - math.hypot((a - c) / 2, b)
    steepest = math.atan2(2 * b, a - c) / 2  # angle of the largest curvature
    x, y = math.sin(steepest), -math.cos(steepest)
    return smallest, [x, y] if x > 0 else [-x, -y]


def damped_step(gradient, hessian, least):
    """Return the step s with (H + μI) s = -g in two variables, and μ.

    μ is the smallest number, 0 or positive, with which no eigenvalue of
    H + μI is below `least`, a positive number. `gradient` is a list of 2
    numbers, `hessian` a list of 2 rows, (a, b) and (b, c). Return s as a list,
    and μ.

    >>> damped_step([2.0, 2000.0], [[2.0, 0.0], [0.0, 2000.0]], 0.5)
    ([-1.0, -1.0], 0.0)
    >>> damped_step([2.0, -2.0], [[2.0, 0.0], [0.0, -2.0]], 2.0)
    ([-0.3333333333333333, 1.0], 4.0)
    >>> s, mu = damped_step([-0.12, -1.08], [[2.4, -3.0], [-3.0, 1.2]], 1.0)
    >>> round(s[0], 4), round(s[1], 4), round(mu, 4)
    (0.5134, 0.7575, 2.2594)
    """
    (a, b), (_, c) = hessian
    smallest = (a + c) / 2 - math.hypot((a - c) / 2, b)
    mu = max(0.0, least - smallest)
    a, c = a + mu, c + mu
    g, k = gradient
    determinant = a * c - b * b
    return [(b * k - c * g) / determinant, (b * g - a * k) / determinant], mu


def shorten(f, point, gradient, step, share=1e-4):
    """Return the first t of 1, 1/2, 1/4, … at which f fell enough.

    f takes a list of n numbers; `point`, `gradient` (of f at the point) and
    `step` are such lists. Enough: f at the point plus t times the step is at
    most f at the point, plus `share` times t times the slope along the step.
    If the step does not begin downhill, raise ValueError.

    >>> square = lambda p: p[0]**2
    >>> shorten(square, [1.0], [2.0], [-1.0])
    1.0
    >>> shorten(square, [1.0], [2.0], [-9.0])
    0.125
    >>> shorten(square, [2.0], [4.0], [-3.5])  # 2.25 < 4: enough
    1.0
    >>> shorten(square, [2.0], [4.0], [-3.5], share=0.25)  # too little
    0.5
    >>> shorten(square, [1.0], [2.0], [0.5])
    Traceback (most recent call last):
        ...
    ValueError: the step does not begin downhill
    """
    slope = sum(g * s for g, s in zip(gradient, step, strict=True))
    if slope >= 0:
        raise ValueError("the step does not begin downhill")
    here, t = f(point), 1.0
    while f([x + t * s for x, s in zip(point, step, strict=True)]) > here + share * t * slope:
        t /= 2
    return t


def safe_newton_step(f, gradient, hessian, place, least, tolerance, share):
    """Return the next place of a repaired Newton's method in two variables.

    All of f, `gradient` and `hessian` take a list of 2 numbers; they return a
    number, a list of 2, and 2 rows. If the gradient at the place is longer than
    `tolerance`, take the damped step, with no eigenvalue below `least`. If it
    is not, and the smallest eigenvalue is negative, take a step of length 1
    along its eigenvector, oriented as in step 1. If neither, return the place.
    Halve the step until f has fallen by `share` of what the slope promises.

    >>> f = lambda p: p[0]**2 / 2 - p[1]**2 / 2 + p[1]**4 / 4
    >>> slopes = lambda p: [p[0], p[1]**3 - p[1]]
    >>> bends = lambda p: [[1.0, 0.0], [0.0, 3 * p[1]**2 - 1]]
    >>> safe_newton_step(f, slopes, bends, [0.0, 0.0], 0.5, 1e-6, 1e-4)  # off the saddle
    [0.0, 1.0]
    >>> safe_newton_step(f, slopes, bends, [0.0, 1.0], 0.5, 1e-6, 1e-4)  # a minimum
    [0.0, 1.0]
    >>> place = [1.0, 0.25]
    >>> for _ in range(8):
    ...     place = safe_newton_step(f, slopes, bends, place, 0.5, 1e-6, 1e-4)
    >>> round(abs(place[0]), 4), round(place[1], 4)
    (0.0, 1.0)
    """
    g, k = gradient(place)
    (a, b), (_, c) = hessian(place)
    smallest = (a + c) / 2 - math.hypot((a - c) / 2, b)
    if math.hypot(g, k) > tolerance:
        mu = max(0.0, least - smallest)
        determinant = (a + mu) * (c + mu) - b * b
        x, y = (b * k - (c + mu) * g) / determinant, (b * g - (a + mu) * k) / determinant
    elif smallest < 0:
        steepest = math.atan2(2 * b, a - c) / 2
        x, y = math.sin(steepest), -math.cos(steepest)
        x, y = (x, y) if x > 0 else (-x, -y)
    else:
        return place
    t, slope = 1.0, g * x + k * y
    while f([place[0] + t * x, place[1] + t * y]) > f(place) + share * t * slope:
        t /= 2
    return [place[0] + t * x, place[1] + t * y]
