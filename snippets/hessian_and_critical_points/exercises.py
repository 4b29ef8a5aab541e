"""Exercises of topic 04 with full solutions, in plain Python: floats, lists and `math`.

The docstring is the task. A reader gets the signature and the docstring, and writes the body.
"""

import math


def second_derivative(f, x, h=1e-4):
    """Return the second difference of f at x with the step h.

    It is the slope ahead (from x to x + h) minus the slope behind (from x - h
    to x), divided by h.

    >>> round(second_derivative(lambda x: x**3, 2.0), 4)
    12.0
    >>> round(second_derivative(lambda x: x**4, 0.0, h=0.1), 6)  # exactly 2h²
    0.02
    >>> round(second_derivative(math.sin, 1.0), 4)
    -0.8415
    """
    return (f(x + h) - 2 * f(x) + f(x - h)) / h**2


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


def eigenvalues(a, b, c):
    """Return both eigenvalues of the matrix with rows (a, b) and (b, c).

    As a pair, the smaller one first. They are the mean of a and c, minus and
    plus the length of the vector with components (a - c)/2 and b.

    >>> eigenvalues(5.0, 4.0, 5.0)
    (1.0, 9.0)
    >>> eigenvalues(2.0, 4.0, 2.0)  # the diagonal is positive, and yet
    (-2.0, 6.0)
    >>> eigenvalues(7.0, 0.0, 3.0)
    (3.0, 7.0)
    >>> eigenvalues(6.0, 2.0, 3.0)
    (2.0, 7.0)
    """
    middle, spread = (a + c) / 2, math.hypot((a - c) / 2, b)
    return middle - spread, middle + spread


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


def rates(curvatures):
    """Return limit and best learning rate, and the factor of the best.

    `curvatures` is the list of the eigenvalues of the Hessian of a quadratic,
    all positive, in any order. The limit is the learning rate at which gradient
    descent stops converging. The factor says what remains of the distance to
    the minimum per step in the worst direction, with the best rate.

    >>> limit, best, factor = rates([1.0, 9.0])
    >>> round(limit, 4), round(best, 4), round(factor, 4)
    (0.2222, 0.2, 0.8)
    >>> limit, best, factor = rates([30.0, 10.0, 20.0])
    >>> round(limit, 4), round(best, 4), round(factor, 4)
    (0.0667, 0.05, 0.5)
    >>> rates([4.0])  # one curvature: one step is enough
    (0.5, 0.25, 0.0)
    """
    low, high = min(curvatures), max(curvatures)
    return 2 / high, 2 / (low + high), (high - low) / (high + low)


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


def hessian_vector_product(gradient, point, v, h=1e-5):
    """Return the Hessian times v, from two gradients and without the Hessian.

    `gradient` takes a list of n numbers and returns one; `point` and `v` are
    lists of n numbers. Move from the point by h·v ahead and by h·v back. The
    vector v need not have length 1, and the result grows with it.

    >>> slope = lambda p: [2 * p[0] * p[1], p[0]**2 + 3 * p[1]**2]  # of x²y + y³
    >>> [round(c, 4) for c in hessian_vector_product(slope, [1.0, 2.0], [1.0, 0.0])]
    [4.0, 2.0]
    >>> [round(c, 4) for c in hessian_vector_product(slope, [1.0, 2.0], [3.0, -1.0])]
    [10.0, -6.0]
    >>> fourth = lambda p: [4 * p[0]**3]  # of x⁴
    >>> round(hessian_vector_product(fourth, [1.0], [1.0], h=0.1)[0], 4)
    12.04
    """
    ahead = gradient([x + h * c for x, c in zip(point, v, strict=True)])
    behind = gradient([x - h * c for x, c in zip(point, v, strict=True)])
    return [(a - b) / (2 * h) for a, b in zip(ahead, behind, strict=True)]
