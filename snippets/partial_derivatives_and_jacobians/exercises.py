"""Exercises of topic 03 with full solutions, in plain Python: floats, lists and `math`.

The docstring is the task. A reader gets the signature and the docstring, and writes the body. Matrices are lists of
rows.
"""


def mixed_partial(f, x, y, h=1e-4):
    """Return the mixed partial derivative of f at (x, y), from four values of f.

    Here `f` takes two numbers. Use the corners of the square with center (x, y)
    that reach `h` to each side.

    >>> round(mixed_partial(lambda x, y: x**3 * y, 2.0, 7.0), 3)  # 3x²
    12.0
    >>> round(mixed_partial(lambda x, y: x * x + y * y, 1.0, 2.0), 3) + 0.0
    0.0
    >>> round(mixed_partial(lambda x, y: x * y, 5.0, -1.0, h=0.5), 6)
    1.0
    """
    ahead = f(x + h, y + h) - f(x - h, y + h)
    behind = f(x + h, y - h) - f(x - h, y - h)
    return (ahead - behind) / (4 * h * h)


def jacobian(f, point, h=1e-5):
    """Return the Jacobian of f at a point, by central differences.

    The function `f` takes a list of n numbers and returns a list of m numbers.
    The answer is a list of m rows with n numbers each: one row for each output.
    The list `point` must be the same after the call as before.

    >>> f = lambda p: [p[0] * p[1], p[0] ** 2, 7 * p[1]]
    >>> here = [2.0, 5.0]
    >>> for row in jacobian(f, here):
    ...     print([round(number, 4) + 0.0 for number in row])
    [5.0, 2.0]
    [4.0, 0.0]
    [0.0, 7.0]
    >>> here
    [2.0, 5.0]
    """
    columns = []
    for j in range(len(point)):
        ahead, behind = list(point), list(point)
        ahead[j] += h
        behind[j] -= h
        columns.append([(a - b) / (2 * h) for a, b in zip(f(ahead), f(behind), strict=True)])
    return [list(row) for row in zip(*columns, strict=True)]


def push_forward(f, x, v, h=1e-5):
    """Return the product of the Jacobian of f at x with v, without the Jacobian.

    The function `f` takes a list of n numbers and returns a list of m numbers;
    `x` and `v` are lists of n numbers. Call `f` twice, whatever n is.

    >>> calls = []
    >>> def f(p):
    ...     calls.append(p)
    ...     return [p[0] * p[1], p[0] ** 2, 7 * p[1]]
    >>> [round(number, 4) for number in push_forward(f, [2.0, 5.0], [1.0, 10.0])]
    [25.0, 4.0, 70.0]
    >>> len(calls)
    2
    >>> [round(number, 4) for number in push_forward(f, [2.0, 5.0], [3.0, 30.0])]
    [75.0, 12.0, 210.0]
    """
    ahead = f([xi + h * vi for xi, vi in zip(x, v, strict=True)])
    behind = f([xi - h * vi for xi, vi in zip(x, v, strict=True)])
    return [(a - b) / (2 * h) for a, b in zip(ahead, behind, strict=True)]


def chain(outer, inner):
    """Return the Jacobian of a composition from the Jacobians of its parts.

    First `inner` happens, then `outer`. Both are lists of rows; `inner` has
    shape (k, n), `outer` has shape (m, k), and the answer has shape (m, n). If
    the shapes do not fit, raise ValueError.

    >>> chain([[1.0, 2.0, 3.0]], [[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    [[4.0, 5.0]]
    >>> turn, stretch = [[0.0, -1.0], [1.0, 0.0]], [[2.0, 0.0], [0.0, 1.0]]
    >>> chain(stretch, turn)  # turn, then stretch
    [[0.0, -2.0], [1.0, 0.0]]
    >>> chain([[1.0, 2.0]], [[1.0, 2.0]])
    Traceback (most recent call last):
        ...
    ValueError: outer wants 2 inputs, inner gives 1
    """
    if len(outer[0]) != len(inner):
        raise ValueError(f"outer wants {len(outer[0])} inputs, inner gives {len(inner)}")
    k, n = len(inner), len(inner[0])
    return [[sum(row[i] * inner[i][j] for i in range(k)) for j in range(n)] for row in outer]


def area_factor(matrix):
    """Return by which factor a map of the plane changes small areas.

    Given is its Jacobian, two rows of two numbers. An area is never negative:
    that the map turns the plane over must not show in the answer.

    >>> area_factor([[1.0, 0.5], [1.0, 1.0]])
    0.5
    >>> area_factor([[1.0, 1.0], [2.0, 1.0]])  # turned over, the same size
    1.0
    >>> area_factor([[3.0, 0.0], [0.0, 2.0]])
    6.0
    >>> area_factor([[1.0, 2.0], [2.0, 4.0]])  # flattened to a line
    0.0
    """
    (a, b), (c, d) = matrix
    return abs(a * d - b * c)


def softmax_pull_back(p, u):
    """Return the product of the transposed Jacobian of softmax with u.

    `p` is the value of the softmax, `u` the sensitivity to it; both are lists
    of n numbers. Do not build the matrix: n may be 50,000.

    >>> softmax_pull_back([0.75, 0.25], [1.0, 0.0])
    [0.1875, -0.1875]
    >>> softmax_pull_back([0.5, 0.25, 0.25], [4.0, 0.0, 8.0])
    [0.0, -1.0, 1.0]
    >>> softmax_pull_back([0.5, 0.25, 0.25], [3.0, 3.0, 3.0])
    [0.0, 0.0, 0.0]
    >>> n = 50_000
    >>> abs(sum(softmax_pull_back([1 / n] * n, [1.0] + [0.0] * (n - 1)))) < 1e-12
    True
    """
    mean = sum(pi * ui for pi, ui in zip(p, u, strict=True))
    return [pi * (ui - mean) for pi, ui in zip(p, u, strict=True)]


def linear_pull_back(weights, x, u):
    """Return the sensitivities to x and to the weights of the layer W x.

    `weights` is a list of m rows of n numbers, `x` a list of n numbers, and
    `u`, a list of m numbers, says how sensitive the loss is to each output.
    Return a pair: a list of n numbers, and a list of m rows of n numbers.

    >>> to_x, to_weights = linear_pull_back(
    ...     [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [1.0, 0.0, 2.0], [1.0, 10.0])
    >>> to_x
    [41.0, 52.0, 63.0]
    >>> to_weights
    [[1.0, 0.0, 2.0], [10.0, 0.0, 20.0]]
    >>> linear_pull_back([[1.0, 2.0], [0.0, 1.0]], [3.0, 5.0], [1.0, 1.0])
    ([1.0, 3.0], [[3.0, 5.0], [3.0, 5.0]])
    """
    columns = zip(*weights, strict=True)
    to_x = [sum(w * ui for w, ui in zip(column, u, strict=True)) for column in columns]
    to_weights = [[ui * xj for xj in x] for ui in u]
    return to_x, to_weights


def gradient_of_quadratic_form(matrix, x):
    """Return the gradient of the number xᵀ A x at x, a list of n numbers.

    `matrix` is A, a list of n rows of n numbers, and need not be symmetric.

    >>> gradient_of_quadratic_form([[1.0, 4.0], [0.0, 3.0]], [1.0, 2.0])
    [10.0, 16.0]
    >>> gradient_of_quadratic_form([[1.0, 0.0], [0.0, 1.0]], [3.0, 4.0])
    [6.0, 8.0]
    >>> gradient_of_quadratic_form([[0.0, 1.0], [-1.0, 0.0]], [3.0, 4.0])  # it is 0
    [0.0, 0.0]
    """
    n = len(x)
    return [sum((matrix[i][j] + matrix[j][i]) * x[j] for j in range(n)) for i in range(n)]
