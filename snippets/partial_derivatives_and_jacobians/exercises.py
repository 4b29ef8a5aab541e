"""Exercises of topic 03 with full solutions, in plain Python: floats, lists and `math`.

The docstring is the task. A reader gets the signature and the docstring, and writes the body. Matrices are lists of
rows.
"""

import math


def mixed_partial(f, point, i, j, h=1e-4):
    """Return the second partial derivative of f for the inputs i and j.

    Here `f` takes a list of n numbers and returns one number; `i` and `j` are
    counted from 0, and may be the same. Use four values of `f`, at corners
    that reach `h` to each side. The list `point` must not change.

    >>> f = lambda p: p[0] ** 3 * p[1] + p[2] ** 2
    >>> round(mixed_partial(f, [2.0, 7.0, 1.0], 0, 1), 3)  # 3x²
    12.0
    >>> round(mixed_partial(f, [2.0, 7.0, 1.0], 1, 2), 3) + 0.0
    0.0
    >>> round(mixed_partial(f, [2.0, 7.0, 1.0], 2, 2), 3)  # the second one along z
    2.0
    """

    def moved(by_i, by_j):
        corner = list(point)
        corner[i] += by_i * h
        corner[j] += by_j * h
        return f(corner)

    return (moved(1, 1) - moved(-1, 1) - moved(1, -1) + moved(-1, -1)) / (4 * h * h)


def stand_in(f, point, h=1e-5):
    """Return the linear approximation of f near a point, as a function.

    The function `f` takes a list of n numbers and returns a list of m. So
    does the answer, which must not call `f` again: all it needs is measured
    once, by central differences with the step `h`. The list `point` must
    not change.

    >>> f = lambda p: [p[0] * p[1], p[0] ** 2, 7 * p[1]]
    >>> flat = stand_in(f, [2.0, 5.0])
    >>> [round(number, 4) for number in flat([2.0, 5.0])]
    [10.0, 4.0, 35.0]
    >>> [round(number, 4) for number in flat([3.0, 6.0])]  # f gives 18, 9, 42
    [17.0, 8.0, 42.0]
    """
    start = list(point)
    here = f(list(start))
    columns = []
    for k in range(len(start)):
        ahead, behind = list(start), list(start)
        ahead[k] += h
        behind[k] -= h
        columns.append([(a - b) / (2 * h) for a, b in zip(f(ahead), f(behind), strict=True)])

    def flat(place):
        steps = [to - by for to, by in zip(place, start, strict=True)]
        rows = zip(*columns, strict=True)
        return [y + sum(a * s for a, s in zip(row, steps, strict=True)) for y, row in zip(here, rows, strict=True)]

    return flat


def area_factor(jacobians):
    """Return by which factor a chain of maps of the plane changes small areas.

    Given are the Jacobians of the maps in the order in which they happen,
    each two rows of two numbers, taken where its map is used. An area is
    never negative: that the plane is turned over must not show.

    >>> area_factor([[[3.0, 0.0], [0.0, 2.0]]])
    6.0
    >>> area_factor([[[3.0, 0.0], [0.0, 2.0]], [[1.0, 0.5], [1.0, 1.0]]])
    3.0
    >>> area_factor([[[0.0, 1.0], [1.0, 0.0]], [[1.0, 0.0], [0.0, 4.0]]])
    4.0
    >>> area_factor([])  # nothing happens
    1.0
    """
    factor = 1.0
    for (a, b), (c, d) in jacobians:
        factor *= abs(a * d - b * c)
    return factor


def chain(steps, x):
    """Return the Jacobian, at x, of several maps one after the other.

    `steps` is a list of pairs, first things first: a map, which takes a list
    and returns one, and its Jacobian, which takes the same list and returns
    rows. The answer is a list of rows, too. There is at least one step.

    >>> turn = (
    ...     lambda p: [-p[1], p[0]],
    ...     lambda p: [[0.0, -1.0], [1.0, 0.0]])
    >>> square = (
    ...     lambda p: [p[0] ** 2, p[1]],
    ...     lambda p: [[2 * p[0], 0.0], [0.0, 1.0]])
    >>> chain([turn, square], [3.0, 5.0])
    [[0.0, 10.0], [1.0, 0.0]]
    >>> chain([square, turn], [3.0, 5.0])
    [[0.0, -1.0], [6.0, 0.0]]
    """
    product = None
    for f, jacobian in steps:
        outer = jacobian(x)
        if product is None:
            product = [list(row) for row in outer]
        else:
            columns = list(zip(*product, strict=True))
            product = [[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in outer]
        x = f(x)
    return product


def jacobian_from_products(push, pull, n, m):
    """Return the whole Jacobian of a function with n inputs and m outputs.

    `push` takes a list of n numbers, v, and returns J v; `pull` takes a list
    of m numbers, u, and returns the product of the transposed J with u. Call
    the one of which fewer calls are needed, `push` if both need the same.
    The answer is a list of m rows.

    >>> J = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
    >>> push = lambda v: [sum(a * b for a, b in zip(row, v)) for row in J]
    >>> pull = lambda u: [sum(a * b for a, b in zip(column, u)) for column in zip(*J)]
    >>> jacobian_from_products(push, pull, 3, 2)
    [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
    >>> jacobian_from_products(None, pull, 3, 2)  # two pulls are enough
    [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
    """

    def unit(k, size):
        return [1.0 if k == position else 0.0 for position in range(size)]

    if m < n:
        return [list(pull(unit(k, m))) for k in range(m)]
    columns = [push(unit(k, n)) for k in range(n)]
    return [list(row) for row in zip(*columns, strict=True)]


def attention_pull_back(p, values, u):
    """Return the sensitivities to the scores and to the values of attention.

    The output is the mean of the rows of `values` under the weights `p`,
    which are a softmax of n scores. `values` has n rows of d numbers, and
    `u`, a list of d numbers, is the upstream gradient of the output. Return
    a pair: n numbers for the scores, n rows of d numbers for the values.

    >>> to_scores, to_values = attention_pull_back(
    ...     [0.75, 0.25], [[1.0, 0.0], [0.0, 1.0]], [4.0, 8.0])
    >>> to_scores
    [-0.75, 0.75]
    >>> to_values
    [[3.0, 6.0], [1.0, 2.0]]
    >>> attention_pull_back([0.5, 0.5], [[2.0], [2.0]], [1.0])
    ([0.0, 0.0], [[0.5], [0.5]])
    """
    to_weights = [sum(v * ui for v, ui in zip(row, u, strict=True)) for row in values]
    mean = sum(pi * w for pi, w in zip(p, to_weights, strict=True))
    to_scores = [pi * (w - mean) for pi, w in zip(p, to_weights, strict=True)]
    return to_scores, [[pi * ui for ui in u] for pi in p]


def batch_pull_back(inputs, weights, u):
    """Pull an upstream gradient back through X W + b, for a whole batch.

    `inputs` is X, a row of n numbers for each of B examples; `weights` is W,
    n rows of m numbers; b, a list of m numbers, is added to every row. `u`
    has the shape of the output, B rows of m numbers. Return a triple: what
    belongs to X, to W and to b, each in the shape of its variable.

    >>> to_x, to_w, to_b = batch_pull_back(
    ...     [[1.0, 2.0], [0.0, 1.0], [3.0, 0.0]], [[1.0], [10.0]], [[1.0], [2.0], [-1.0]])
    >>> to_x
    [[1.0, 10.0], [2.0, 20.0], [-1.0, -10.0]]
    >>> to_w
    [[-2.0], [4.0]]
    >>> to_b
    [2.0]
    """
    to_x = [[sum(w * ui for w, ui in zip(row, example, strict=True)) for row in weights] for example in u]
    columns = list(zip(*u, strict=True))
    features = zip(*inputs, strict=True)
    to_w = [[sum(x * ui for x, ui in zip(feature, column, strict=True)) for column in columns] for feature in features]
    return to_x, to_w, [sum(column) for column in columns]


def weighted_least_squares_gradient(matrix, x, targets, weights):
    """Return the gradient, with respect to x, of a weighted sum of squares.

    The number is the sum of weights[i] times the square of error i, where
    the errors are A x minus the targets. `matrix` is A, m rows of n numbers,
    `x` a list of n, `targets` and `weights` lists of m numbers.

    >>> A, x, targets = [[1.0, 2.0], [0.0, 1.0]], [1.0, 1.0], [1.0, 3.0]
    >>> weighted_least_squares_gradient(A, x, targets, [1.0, 1.0])
    [4.0, 4.0]
    >>> weighted_least_squares_gradient(A, x, targets, [0.5, 0.0])
    [2.0, 4.0]
    >>> weighted_least_squares_gradient([[2.0]], [3.0], [6.0], [7.0])  # no error
    [0.0]
    """
    errors = [sum(a * xj for a, xj in zip(row, x, strict=True)) - t for row, t in zip(matrix, targets, strict=True)]
    pulls = [2 * c * e for c, e in zip(weights, errors, strict=True)]
    return [sum(a * pull for a, pull in zip(column, pulls, strict=True)) for column in zip(*matrix, strict=True)]


def layer_norm(x, gain, bias, eps=1e-5):
    """Return (outputs, normalized, spread) of layer normalization.

    Normalized means: minus the mean, divided by the spread, the root of the
    mean square of what is left plus `eps`. Output i is number i of these
    times gain[i] plus bias[i]. All are lists of n numbers, but the spread.

    >>> x, gain, bias = [0.0, 0.0, 4.0, 4.0], [1.0, 2.0, 1.0, 3.0], [0.0, 0.0, 5.0, 0.0]
    >>> layer_norm(x, gain, bias, eps=0.0)
    ([-1.0, -2.0, 6.0, 3.0], [-1.0, -1.0, 1.0, 1.0], 2.0)
    >>> layer_norm([7.0, 7.0], [1.0, 1.0], [1.0, 2.0], eps=0.25)  # equal numbers
    ([1.0, 2.0], [0.0, 0.0], 0.5)
    """
    n = len(x)
    mean = sum(x) / n
    centered = [xi - mean for xi in x]
    spread = math.sqrt(sum(c * c for c in centered) / n + eps)
    normalized = [c / spread for c in centered]
    outputs = [g * y + b for g, y, b in zip(gain, normalized, bias, strict=True)]
    return outputs, normalized, spread


def layer_norm_push(x, gain, v, eps=1e-5):
    """Return J v for layer normalization: how the outputs move with x.

    The numbers of `x` move at the rates `v`, and gain and bias stand still.
    Go through the layer and ask of each step at which rate it moves: mean,
    spread, normalized numbers, outputs. No matrix, and no difference
    quotient: the answer is exact. All are lists of n numbers.

    >>> x, gain = [0.0, 0.0, 4.0, 4.0], [1.0, 1.0, 2.0, 2.0]
    >>> layer_norm_push(x, gain, [8.0, 0.0, 0.0, 0.0], eps=0.0)
    [2.0, -2.0, 0.0, 0.0]
    >>> layer_norm_push(x, gain, [5.0, 5.0, 5.0, 5.0], eps=0.0)
    [0.0, 0.0, 0.0, 0.0]
    >>> layer_norm_push([7.0, 7.0], [1.0, 3.0], [1.0, 0.0], eps=0.25)
    [1.0, -3.0]
    """
    n = len(x)
    mean, mean_moves = sum(x) / n, sum(v) / n
    centered, moves = [xi - mean for xi in x], [vi - mean_moves for vi in v]
    spread = math.sqrt(sum(c * c for c in centered) / n + eps)
    spread_moves = sum(c * m for c, m in zip(centered, moves, strict=True)) / (n * spread)
    rates = [(m - c / spread * spread_moves) / spread for c, m in zip(centered, moves, strict=True)]
    return [g * rate for g, rate in zip(gain, rates, strict=True)]


def layer_norm_pull(x, gain, u, eps=1e-5):
    """Pull an upstream gradient back through layer normalization.

    `u` says how sensitive the loss is to each output. Return a triple: the
    sensitivities to `x`, to `gain` and to the bias, each a list of n
    numbers. No matrix, and no difference quotient: the answer is exact.

    >>> to_x, to_gain, to_bias = layer_norm_pull(
    ...     [0.0, 0.0, 4.0, 4.0], [1.0, 1.0, 2.0, 2.0], [8.0, 4.0, 0.0, 0.0], eps=0.0)
    >>> to_x
    [1.0, -1.0, 0.0, 0.0]
    >>> to_gain, to_bias
    ([-8.0, -4.0, 0.0, 0.0], [8.0, 4.0, 0.0, 0.0])
    >>> x, gain, u = [0.0, 0.0, 4.0, 4.0], [1.0, 1.0, 2.0, 2.0], [0.0, 0.0, 4.0, 0.0]
    >>> layer_norm_pull(x, gain, u, eps=0.0)[0]
    [0.0, 0.0, 2.0, -2.0]
    """
    n = len(x)
    mean = sum(x) / n
    spread = math.sqrt(sum((xi - mean) ** 2 for xi in x) / n + eps)
    y = [(xi - mean) / spread for xi in x]
    to_y = [g * ui for g, ui in zip(gain, u, strict=True)]
    shift = sum(to_y) / n
    stretch = sum(a * b for a, b in zip(to_y, y, strict=True)) / n
    to_x = [(t - shift - yi * stretch) / spread for t, yi in zip(to_y, y, strict=True)]
    return to_x, [ui * yi for ui, yi in zip(u, y, strict=True)], list(u)


def refuted_by(f, pull, x, pairs, tolerance=1e-6, h=1e-5):
    """Return the first pair that refutes a pull-back, or None if none does.

    `f` takes a list of n numbers and returns a list of m; `pull` takes such
    an x and a list u of m numbers, and claims to return the product of the
    transposed Jacobian with u. `pairs` are pairs (u, v), v of n numbers.
    Measure J v by a central difference along v, from x - h v to x + h v. A
    pair refutes if u·(J v) and (the claim)·v are further apart than the
    tolerance times the larger of 1 and the size of u·(J v).

    >>> f = lambda x: [x[0] * x[1], x[1]]
    >>> right = lambda x, u: [u[0] * x[1], u[0] * x[0] + u[1]]
    >>> wrong = lambda x, u: [u[0] * x[1], u[0] * x[0]]  # a path is missing
    >>> pairs = [([1.0, 0.0], [1.0, 2.0]), ([1.0, 1.0], [1.0, 2.0])]
    >>> refuted_by(f, right, [3.0, 5.0], pairs) is None
    True
    >>> refuted_by(f, wrong, [3.0, 5.0], pairs)
    ([1.0, 1.0], [1.0, 2.0])
    >>> refuted_by(f, wrong, [3.0, 5.0], pairs[:1]) is None  # it is wrong all the same
    True
    """
    for u, v in pairs:
        ahead = f([xi + h * vi for xi, vi in zip(x, v, strict=True)])
        behind = f([xi - h * vi for xi, vi in zip(x, v, strict=True)])
        measured = sum(ui * (a - b) for ui, a, b in zip(u, ahead, behind, strict=True)) / (2 * h)
        claimed = sum(c * vi for c, vi in zip(pull(x, u), v, strict=True))
        if abs(measured - claimed) > tolerance * max(1.0, abs(measured)):
            return u, v
    return None
