"""Wrong answers that people give to the exercises, one function each: `<exercise>__<slip>`.

The docstring is what a good teacher would say. The examples and cases of the exercise refuse every one of them.
"""

import math


def mixed_partial__divided_by_h_squared(f, x, y, h=1e-4):
    """Your corners are 2h apart in both directions: divide by 2h twice, which is 4h². You are four times too large."""
    return (f(x + h, y + h) - f(x - h, y + h) - f(x + h, y - h) + f(x - h, y - h)) / (h * h)


def mixed_partial__second_in_x(f, x, y, h=1e-4):
    """That is the second derivative along x alone. The mixed one steps in x and in y: it needs the four corners."""
    return (f(x + h, y) - 2 * f(x, y) + f(x - h, y)) / (h * h)


def mixed_partial__product_of_slopes(f, x, y, h=1e-4):
    """You multiplied the two slopes. A mixed partial is the slope of a slope, not the product of two slopes."""
    along_x = (f(x + h, y) - f(x - h, y)) / (2 * h)
    along_y = (f(x, y + h) - f(x, y - h)) / (2 * h)
    return along_x * along_y


def jacobian__transposed(f, point, h=1e-5):
    """Each list you made belongs to one *input*: it is a column. Outputs belong in rows: turn the table around."""
    columns = []
    for j in range(len(point)):
        ahead, behind = list(point), list(point)
        ahead[j] += h
        behind[j] -= h
        columns.append([(a - b) / (2 * h) for a, b in zip(f(ahead), f(behind), strict=True)])
    return columns


def jacobian__all_inputs_together(f, point, h=1e-5):
    """You moved all inputs at once, so each row repeats one number, the sum of its row. Move one input at a time."""
    ahead, behind = [x + h for x in point], [x - h for x in point]
    slopes = [(a - b) / (2 * h) for a, b in zip(f(ahead), f(behind), strict=True)]
    return [[slope] * len(point) for slope in slopes]


def jacobian__step_left_in(f, point, h=1e-5):
    """You never took the step back: the caller's point has moved. Change a copy."""
    columns = []
    for j in range(len(point)):
        before = f(point)
        point[j] += h
        columns.append([(a - b) / h for a, b in zip(f(point), before, strict=True)])
    return [list(row) for row in zip(*columns, strict=True)]


def push_forward__whole_matrix(f, x, v, h=1e-5):
    """The numbers are right, but you called f twice for each input. Walk along v at once: two calls are enough."""
    total = None
    for j in range(len(x)):
        ahead, behind = list(x), list(x)
        ahead[j] += h
        behind[j] -= h
        column = [v[j] * (a - b) / (2 * h) for a, b in zip(f(ahead), f(behind), strict=True)]
        total = column if total is None else [t + c for t, c in zip(total, column, strict=True)]
    return total


def push_forward__unit_vector(f, x, v, h=1e-5):
    """You divided by the length of v. J·v is linear in v: a velocity three times as large gives three times as much."""
    length = math.sqrt(sum(vi * vi for vi in v))
    ahead = f([xi + h * vi / length for xi, vi in zip(x, v, strict=True)])
    behind = f([xi - h * vi / length for xi, vi in zip(x, v, strict=True)])
    return [(a - b) / (2 * h) for a, b in zip(ahead, behind, strict=True)]


def push_forward__function_of_v(f, x, v, h=1e-5):
    """You took f at v. The Jacobian belongs to the point x; v says only where to step from there."""
    return f(v)


def chain__wrong_order(outer, inner):
    """You multiplied inner times outer. What happens first stands on the right, next to the vector it is applied to."""
    outer, inner = inner, outer
    if len(outer[0]) != len(inner):
        raise ValueError(f"outer wants {len(outer[0])} inputs, inner gives {len(inner)}")
    columns = list(zip(*inner, strict=True))
    return [[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in outer]


def chain__entry_by_entry(outer, inner):
    """You multiplied entries that stand in the same place. A path from input j to output i goes over every k: sum."""
    if len(outer[0]) != len(inner):
        raise ValueError(f"outer wants {len(outer[0])} inputs, inner gives {len(inner)}")
    return [[a * b for a, b in zip(row, other, strict=False)] for row, other in zip(outer, inner, strict=False)]


def chain__cut_to_fit(outer, inner):
    """Your zip stops at the shorter list, so shapes that do not fit give numbers instead of an error."""
    columns = list(zip(*inner, strict=True))
    return [[sum(a * b for a, b in zip(row, column, strict=False)) for column in columns] for row in outer]


def area_factor__signed(matrix):
    """The sign says that the plane was turned over. An area has no sign: take the absolute value."""
    (a, b), (c, d) = matrix
    return a * d - b * c


def area_factor__product_of_diagonal(matrix):
    """The product ad alone is right only if b or c is 0. The slanted sides take the part bc away."""
    (a, _), (_, d) = matrix
    return abs(a * d)


def area_factor__product_of_lengths(matrix):
    """You multiplied the lengths of the two columns: that is right only if they are at a right angle."""
    (a, b), (c, d) = matrix
    return math.hypot(a, c) * math.hypot(b, d)


def softmax_pull_back__diagonal(p, u):
    """You used p(1 - p), the diagonal, alone. When one probability grows the others shrink: those entries are -pᵢpⱼ."""
    return [pi * (1 - pi) * ui for pi, ui in zip(p, u, strict=True)]


def softmax_pull_back__plain_mean(p, u):
    """The mean that is subtracted is weighted with p. You took the plain one, right only if all p are equal."""
    mean = sum(u) / len(u)
    return [pi * (ui - mean) for pi, ui in zip(p, u, strict=True)]


def softmax_pull_back__forgot_p(p, u):
    """You subtracted the weighted mean and then forgot the factor p in front."""
    mean = sum(pi * ui for pi, ui in zip(p, u, strict=True))
    return [ui - mean for ui in u]


def linear_pull_back__not_transposed(weights, x, u):
    """To go back, the matrix must be transposed: input j collects from all outputs, so sum over the rows."""
    to_x = [sum(w * ui for w, ui in zip(row, u, strict=False)) for row in weights]
    return to_x, [[ui * xj for xj in x] for ui in u]


def linear_pull_back__outer_product_turned(weights, x, u):
    """Your table for the weights is transposed: its rows must belong to outputs, as the rows of W do."""
    to_x = [sum(w * ui for w, ui in zip(column, u, strict=True)) for column in zip(*weights, strict=True)]
    return to_x, [[ui * xj for ui in u] for xj in x]


def linear_pull_back__weights_by_weights(weights, x, u):
    """W x is linear in W with the factor x: the sensitivity to a weight is u times the *input*, not the weight."""
    to_x = [sum(w * ui for w, ui in zip(column, u, strict=True)) for column in zip(*weights, strict=True)]
    return to_x, [[ui * w for w in row] for ui, row in zip(u, weights, strict=True)]


def gradient_of_quadratic_form__twice(matrix, x):
    """2Ax is right for a symmetric A only. x stands on both sides of A, and from the left one it meets Aᵀ."""
    return [2 * sum(a * xj for a, xj in zip(row, x, strict=True)) for row in matrix]


def gradient_of_quadratic_form__once(matrix, x):
    """The vector x stands in xᵀAx twice. You differentiated one of the two and held the other: product rule."""
    return [sum(a * xj for a, xj in zip(row, x, strict=True)) for row in matrix]
