"""Wrong answers that people give to the exercises, one function each: `<exercise>__<slip>`.

The docstring is what a good teacher would say. The examples and cases of the exercise refuse every one of them.
"""

import math


def _moved(point, *moves):
    """A copy of a point, with some of its numbers moved."""
    moved = list(point)
    for k, by in moves:
        moved[k] += by
    return moved


def mixed_partial__divided_by_h_squared(f, point, i, j, h=1e-4):
    """Your corners are 2h apart in both directions: divide by 2h twice, which is 4h². You are four times too large."""
    corners = [(a * b, _moved(point, (i, a * h), (j, b * h))) for a in (1, -1) for b in (1, -1)]
    return sum(sign * f(corner) for sign, corner in corners) / (h * h)


def mixed_partial__second_in_i(f, point, i, j, h=1e-4):
    """That is the second derivative along input i alone. Step along i *and* along j: the four corners of a square."""
    return (f(_moved(point, (i, h))) - 2 * f(point) + f(_moved(point, (i, -h)))) / (h * h)


def mixed_partial__product_of_slopes(f, point, i, j, h=1e-4):
    """You multiplied the two slopes. A mixed partial is the slope of a slope, not the product of two slopes."""
    along_i, along_j = ((f(_moved(point, (k, h))) - f(_moved(point, (k, -h)))) / (2 * h) for k in (i, j))
    return along_i * along_j


def mixed_partial__assigned(f, point, i, j, h=1e-4):
    """Your second move overwrites the first if i and j are the same. Add to the moved number, not to the old one."""

    def moved(a, b):
        corner = list(point)
        corner[i] = point[i] + a * h
        corner[j] = point[j] + b * h
        return f(corner)

    return (moved(1, 1) - moved(-1, 1) - moved(1, -1) + moved(-1, -1)) / (4 * h * h)


def _table(f, point, h):
    """Derivatives of all outputs, a list for each input."""
    table = []
    for k in range(len(point)):
        ahead, behind = f(_moved(point, (k, h))), f(_moved(point, (k, -h)))
        table.append([(a - b) / (2 * h) for a, b in zip(ahead, behind, strict=True)])
    return table


def stand_in__transposed(f, point, h=1e-5):
    """Your table has a row for each input, and you multiplied its rows by the step. Outputs belong in rows: turn it."""
    table, here = _table(f, point, h), f(list(point))

    def flat(place):
        steps = [to - by for to, by in zip(place, point, strict=True)]
        return [y + sum(a * s for a, s in zip(row, steps, strict=False)) for y, row in zip(here, table, strict=False)]

    return flat


def stand_in__place_for_step(f, point, h=1e-5):
    """You multiplied the Jacobian by the place. It wants the step: how far the place is from the point."""
    table, here = list(zip(*_table(f, point, h), strict=True)), f(list(point))
    return lambda place: [
        y + sum(a * p for a, p in zip(row, place, strict=True)) for y, row in zip(here, table, strict=True)
    ]


def stand_in__only_the_change(f, point, h=1e-5):
    """That is how far the outputs move. Where do they start? Add f at the point."""
    table = list(zip(*_table(f, point, h), strict=True))

    def flat(place):
        return [sum(a * (p - q) for a, p, q in zip(row, place, point, strict=True)) for row in table]

    return flat


def stand_in__measured_there(f, point, h=1e-5):
    """You measured the slopes at the new place. A tangent has its slope from the point where it touches."""

    def flat(place):
        rows = zip(*_table(f, place, h), strict=True)
        steps = [to - by for to, by in zip(place, point, strict=True)]
        return [
            y + sum(a * s for a, s in zip(row, steps, strict=True)) for y, row in zip(f(list(point)), rows, strict=True)
        ]

    return flat


def stand_in__forward(f, point, h=1e-5):
    """You compare the step ahead with the point itself. A central difference compares a step ahead with one back."""
    here = f(list(point))
    table = [[(a - y) / h for a, y in zip(f(_moved(point, (k, h))), here, strict=True)] for k in range(len(point))]
    rows = list(zip(*table, strict=True))
    return lambda place: [
        y + sum(a * (p - q) for a, p, q in zip(row, place, point, strict=True))
        for y, row in zip(here, rows, strict=True)
    ]


def area_factor__signed(jacobians):
    """The sign says whether the plane was turned over. An area has no sign: take the absolute value."""
    return math.prod(a * d - b * c for (a, b), (c, d) in jacobians)


def area_factor__sum(jacobians):
    """You added the factors. The second map enlarges what the first one has made: multiply."""
    return sum(abs(a * d - b * c) for (a, b), (c, d) in jacobians)


def area_factor__product_of_diagonals(jacobians):
    """The product ad alone is right only if b or c is 0. The slanted sides take the part bc away."""
    return math.prod(abs(a * d) for (a, _), (_, d) in jacobians)


def area_factor__product_of_lengths(jacobians):
    """You multiplied the lengths of the two columns: that is right only if they are at a right angle."""
    return math.prod(math.hypot(a, c) * math.hypot(b, d) for (a, b), (c, d) in jacobians)


def _times(left, right):
    """Product of two lists of rows."""
    return [
        [sum(a * b for a, b in zip(row, column, strict=True)) for column in zip(*right, strict=True)] for row in left
    ]


def chain__wrong_order(steps, x):
    """You put each new matrix on the right. What happens first stands on the right, what comes next on its left."""
    product = None
    for f, jacobian in steps:
        product = jacobian(x) if product is None else _times(product, jacobian(x))
        x = f(x)
    return product


def chain__all_at_x(steps, x):
    """You took every Jacobian at x. The second map never sees x, it sees what the first one returns."""
    product = None
    for _, jacobian in steps:
        product = jacobian(x) if product is None else _times(jacobian(x), product)
    return product


def chain__moved_too_soon(steps, x):
    """You moved on before you took the Jacobian. A step's Jacobian belongs where the step begins."""
    product = None
    for f, jacobian in steps:
        x = f(x)
        product = jacobian(x) if product is None else _times(jacobian(x), product)
    return product


def chain__last_step(steps, x):
    """That is the Jacobian of the last step alone. Multiply it by those of the steps before."""
    for f, jacobian in steps:
        product = jacobian(x)
        x = f(x)
    return product


def jacobian_from_products__always_push(push, pull, n, m):
    """The numbers are right, but with fewer outputs than inputs pulls are fewer: one for each row."""
    columns = [push([float(k == j) for j in range(n)]) for k in range(n)]
    return [list(row) for row in zip(*columns, strict=True)]


def jacobian_from_products__columns_as_rows(push, pull, n, m):
    """What a push gives for input j is column j: where all outputs go. You put it down as a row."""
    if m < n:
        return [list(pull([float(k == i) for i in range(m)])) for k in range(m)]
    return [list(push([float(k == j) for j in range(n)])) for k in range(n)]


def jacobian_from_products__pull_in_doubt(push, pull, n, m):
    """With as many outputs as inputs either takes the same number of calls, and the task then asks for pushes."""
    if m <= n:
        return [list(pull([float(k == i) for i in range(m)])) for k in range(m)]
    columns = [push([float(k == j) for j in range(n)]) for k in range(n)]
    return [list(row) for row in zip(*columns, strict=True)]


def attention_pull_back__diagonal(p, values, u):
    """You used p(1 - p), the diagonal, alone. When one weight grows the others shrink: those entries are -pᵢpⱼ."""
    to_weights = [sum(v * ui for v, ui in zip(row, u, strict=True)) for row in values]
    return [pi * (1 - pi) * w for pi, w in zip(p, to_weights, strict=True)], [[pi * ui for ui in u] for pi in p]


def attention_pull_back__to_the_weights(p, values, u):
    """Those are the sensitivities to the weights p. One step is missing: from the weights back through softmax."""
    to_weights = [sum(v * ui for v, ui in zip(row, u, strict=True)) for row in values]
    return to_weights, [[pi * ui for ui in u] for pi in p]


def attention_pull_back__plain_mean(p, values, u):
    """The mean that is subtracted is weighted with p. You took the plain one, right only if all p are equal."""
    to_weights = [sum(v * ui for v, ui in zip(row, u, strict=True)) for row in values]
    mean = sum(to_weights) / len(p)
    return [pi * (w - mean) for pi, w in zip(p, to_weights, strict=True)], [[pi * ui for ui in u] for pi in p]


def attention_pull_back__values_unweighted(p, values, u):
    """The output takes the share p of each row, so a row gets that share of u back. You gave each row all of it."""
    to_weights = [sum(v * ui for v, ui in zip(row, u, strict=True)) for row in values]
    mean = sum(pi * w for pi, w in zip(p, to_weights, strict=True))
    return [pi * (w - mean) for pi, w in zip(p, to_weights, strict=True)], [list(u) for _ in p]


def _outer_sum(inputs, u):
    return [
        [sum(x * ui for x, ui in zip(f, c, strict=True)) for c in zip(*u, strict=True)]
        for f in zip(*inputs, strict=True)
    ]


def batch_pull_back__not_transposed(inputs, weights, u):
    """To go back, sum over the outputs: row j of W with the example's u. You ran down the columns, as for W u."""
    to_x = [
        [sum(w * ui for w, ui in zip(column, example, strict=False)) for column in zip(*weights, strict=True)]
        for example in u
    ]
    return to_x, _outer_sum(inputs, u), [sum(column) for column in zip(*u, strict=True)]


def batch_pull_back__mean(inputs, weights, u):
    """You divided by the number of examples. If the loss is a mean, that is in u already; the pull-back only sums."""
    n = len(inputs)
    to_x = [[sum(w * ui for w, ui in zip(row, example, strict=True)) for row in weights] for example in u]
    to_w = [[entry / n for entry in row] for row in _outer_sum(inputs, u)]
    return to_x, to_w, [sum(column) / n for column in zip(*u, strict=True)]


def batch_pull_back__bias_not_summed(inputs, weights, u):
    """The bias is one row, added to all. What was copied forward is summed backward: add up the rows of u."""
    to_x = [[sum(w * ui for w, ui in zip(row, example, strict=True)) for row in weights] for example in u]
    return to_x, _outer_sum(inputs, u), [list(example) for example in u]


def batch_pull_back__last_example(inputs, weights, u):
    """Your table for W holds the last example alone. Every example used the same weights: add up their shares."""
    to_x = [[sum(w * ui for w, ui in zip(row, example, strict=True)) for row in weights] for example in u]
    return to_x, [[x * ui for ui in u[-1]] for x in inputs[-1]], [sum(column) for column in zip(*u, strict=True)]


def batch_pull_back__bias_averaged(inputs, weights, u):
    """For the bias you took the mean of the rows of u, for W the sum. Both were used by all examples: sum both."""
    to_x = [[sum(w * ui for w, ui in zip(row, example, strict=True)) for row in weights] for example in u]
    return to_x, _outer_sum(inputs, u), [sum(column) / len(u) for column in zip(*u, strict=True)]


def batch_pull_back__bias_one_number(inputs, weights, u):
    """You added all of u up to one number, and gave it to every bias. Bias k has its own sum, down column k."""
    to_x = [[sum(w * ui for w, ui in zip(row, example, strict=True)) for row in weights] for example in u]
    return to_x, _outer_sum(inputs, u), [sum(map(sum, u))] * len(u[0])


def _errors(matrix, x, targets):
    return [sum(a * xj for a, xj in zip(row, x, strict=True)) - t for row, t in zip(matrix, targets, strict=True)]


def weighted_least_squares_gradient__half(matrix, x, targets, weights):
    """There is no half in front of the sum, so the 2 from the square stays."""
    pulls = [c * e for c, e in zip(weights, _errors(matrix, x, targets), strict=True)]
    return [sum(a * pull for a, pull in zip(column, pulls, strict=True)) for column in zip(*matrix, strict=True)]


def weighted_least_squares_gradient__unweighted(matrix, x, targets, weights):
    """Your errors all count the same. Error i counts weights[i] times."""
    pulls = [2 * e for e in _errors(matrix, x, targets)]
    return [sum(a * pull for a, pull in zip(column, pulls, strict=True)) for column in zip(*matrix, strict=True)]


def weighted_least_squares_gradient__weights_squared(matrix, x, targets, weights):
    """You weighted the errors and then squared. The weight stands outside of the square, so it enters once."""
    pulls = [2 * c * c * e for c, e in zip(weights, _errors(matrix, x, targets), strict=True)]
    return [sum(a * pull for a, pull in zip(column, pulls, strict=True)) for column in zip(*matrix, strict=True)]


def weighted_least_squares_gradient__not_transposed(matrix, x, targets, weights):
    """You multiplied by A. Coming back it is A transposed: number j collects from all errors, down column j."""
    pulls = [2 * c * e for c, e in zip(weights, _errors(matrix, x, targets), strict=True)]
    return [sum(a * pull for a, pull in zip(row, pulls, strict=False)) for row in matrix]


def weighted_least_squares_gradient__target_minus_prediction(matrix, x, targets, weights):
    """You turned the errors around. In a square that is harmless, in its gradient it flips the sign."""
    pulls = [-2 * c * e for c, e in zip(weights, _errors(matrix, x, targets), strict=True)]
    return [sum(a * pull for a, pull in zip(column, pulls, strict=True)) for column in zip(*matrix, strict=True)]


def _normalized(x, eps):
    mean = sum(x) / len(x)
    spread = math.sqrt(sum((xi - mean) ** 2 for xi in x) / len(x) + eps)
    return [(xi - mean) / spread for xi in x], spread


def layer_norm__sample_variance(x, gain, bias, eps=1e-5):
    """You divided by n - 1. Layer normalization takes the plain mean of the squares, over all n."""
    mean = sum(x) / len(x)
    spread = math.sqrt(sum((xi - mean) ** 2 for xi in x) / (len(x) - 1) + eps)
    y = [(xi - mean) / spread for xi in x]
    return [g * yi + b for g, yi, b in zip(gain, y, bias, strict=True)], y, spread


def layer_norm__eps_outside(x, gain, bias, eps=1e-5):
    """You added eps to the root. It belongs under it, with the mean square."""
    y, spread = _normalized(x, 0.0) if len(set(x)) > 1 else ([0.0] * len(x), 0.0)
    spread, y = spread + eps, [yi * spread / (spread + eps) for yi in y]
    return [g * yi + b for g, yi, b in zip(gain, y, bias, strict=True)], y, spread


def layer_norm__mean_left_in(x, gain, bias, eps=1e-5):
    """You divided without taking the mean out. That is RMS normalization, another layer."""
    spread = math.sqrt(sum(xi * xi for xi in x) / len(x) + eps)
    y = [xi / spread for xi in x]
    return [g * yi + b for g, yi, b in zip(gain, y, bias, strict=True)], y, spread


def layer_norm__squared(x, gain, bias, eps=1e-5):
    """You squared the mean square, as in `** 2`. The spread is its root, `** 0.5`."""
    mean = sum(x) / len(x)
    spread = (sum((xi - mean) ** 2 for xi in x) / len(x) + eps) ** 2
    y = [(xi - mean) / spread for xi in x]
    return [g * yi + b for g, yi, b in zip(gain, y, bias, strict=True)], y, spread


def layer_norm_push__spread_held(x, gain, v, eps=1e-5):
    """You treated the spread as a constant. It moves with x: the quotient rule has a second term."""
    _, spread = _normalized(x, eps)
    mean = sum(v) / len(v)
    return [g * (vi - mean) / spread for g, vi in zip(gain, v, strict=True)]


def layer_norm_push__mean_held(x, gain, v, eps=1e-5):
    """You treated the mean as a constant. If all numbers move alike, so does the mean, and nothing changes."""
    y, spread = _normalized(x, eps)
    stretch = sum(a * b for a, b in zip(v, y, strict=True)) / len(x)
    return [g * (vi - yi * stretch) / spread for g, vi, yi in zip(gain, v, y, strict=True)]


def layer_norm_push__without_gain(x, gain, v, eps=1e-5):
    """Those are the rates of the normalized numbers. The outputs are gain times these."""
    y, spread = _normalized(x, eps)
    mean, stretch = sum(v) / len(v), sum(a * b for a, b in zip(v, y, strict=True)) / len(x)
    return [(vi - mean - yi * stretch) / spread for vi, yi in zip(v, y, strict=True)]


def layer_norm_pull__spread_held(x, gain, u, eps=1e-5):
    """You treated the spread as a constant. Each x also acts through the spread: that path is missing."""
    y, spread = _normalized(x, eps)
    to_y = [g * ui for g, ui in zip(gain, u, strict=True)]
    mean = sum(to_y) / len(x)
    return [(t - mean) / spread for t in to_y], [ui * yi for ui, yi in zip(u, y, strict=True)], list(u)


def layer_norm_pull__gain_last(x, gain, u, eps=1e-5):
    """Going back, the gain comes first: multiply u by it before the means are taken. You multiplied at the end."""
    y, spread = _normalized(x, eps)
    mean, stretch = sum(u) / len(x), sum(a * b for a, b in zip(u, y, strict=True)) / len(x)
    to_x = [g * (ui - mean - yi * stretch) / spread for g, ui, yi in zip(gain, u, y, strict=True)]
    return to_x, [ui * yi for ui, yi in zip(u, y, strict=True)], list(u)


def layer_norm_pull__gain_meets_x(x, gain, u, eps=1e-5):
    """Your sensitivity to the gain is u times x. What the gain multiplies is the *normalized* number."""
    y, spread = _normalized(x, eps)
    to_y = [g * ui for g, ui in zip(gain, u, strict=True)]
    mean, stretch = sum(to_y) / len(x), sum(a * b for a, b in zip(to_y, y, strict=True)) / len(x)
    to_x = [(t - mean - yi * stretch) / spread for t, yi in zip(to_y, y, strict=True)]
    return to_x, [ui * xi for ui, xi in zip(u, x, strict=True)], list(u)


def layer_norm_pull__without_gain(x, gain, u, eps=1e-5):
    """On the way to x the gain is missing. It multiplies the normalized numbers: multiply u by it first."""
    y, spread = _normalized(x, eps)
    mean, stretch = sum(u) / len(x), sum(a * b for a, b in zip(u, y, strict=True)) / len(x)
    to_x = [(ui - mean - yi * stretch) / spread for ui, yi in zip(u, y, strict=True)]
    return to_x, [ui * yi for ui, yi in zip(u, y, strict=True)], list(u)


def _gaps(f, pull, x, pairs, h):
    """What was measured for each pair, and what is claimed."""
    for u, v in pairs:
        ahead = f([xi + h * vi for xi, vi in zip(x, v, strict=True)])
        behind = f([xi - h * vi for xi, vi in zip(x, v, strict=True)])
        measured = sum(ui * (a - b) for ui, a, b in zip(u, ahead, behind, strict=True)) / (2 * h)
        yield measured, sum(c * vi for c, vi in zip(pull(x, u), v, strict=True)), (u, v)


def refuted_by__agrees(f, pull, x, pairs, tolerance=1e-6, h=1e-5):
    """You return the first pair that *agrees*. One that agrees shows nothing; one that does not refutes."""
    for measured, claimed, pair in _gaps(f, pull, x, pairs, h):
        if abs(measured - claimed) <= tolerance * max(1.0, abs(measured)):
            return pair
    return None


def refuted_by__first_pair_only(f, pull, x, pairs, tolerance=1e-6, h=1e-5):
    """You gave up after the first pair. That it agrees proves nothing: go on to the next one."""
    for measured, claimed, pair in _gaps(f, pull, x, pairs, h):
        return pair if abs(measured - claimed) > tolerance * max(1.0, abs(measured)) else None
    return None


def refuted_by__absolute(f, pull, x, pairs, tolerance=1e-6, h=1e-5):
    """Your tolerance is absolute. Of a number in the millions, rounding alone takes more: measure relatively."""
    for measured, claimed, pair in _gaps(f, pull, x, pairs, h):
        if abs(measured - claimed) > tolerance:
            return pair
    return None


def refuted_by__one_sided(f, pull, x, pairs, tolerance=1e-6, h=1e-5):
    """You refute only if the claim is too small. A claim that is too large is as wrong: compare sizes of the gap."""
    for measured, claimed, pair in _gaps(f, pull, x, pairs, h):
        if measured - claimed > tolerance * max(1.0, abs(measured)):
            return pair
    return None


def refuted_by__forward(f, pull, x, pairs, tolerance=1e-6, h=1e-5):
    """You compare the step ahead with x itself, which is off by as much as the step is long. Look back as well."""
    for u, v in pairs:
        ahead = f([xi + h * vi for xi, vi in zip(x, v, strict=True)])
        measured = sum(ui * (a - b) for ui, a, b in zip(u, ahead, f(list(x)), strict=True)) / h
        claimed = sum(c * vi for c, vi in zip(pull(x, u), v, strict=True))
        if abs(measured - claimed) > tolerance * max(1.0, abs(measured)):
            return (u, v)
    return None
