"""Wrong answers that people give to the exercises, one function each: `<exercise>__<slip>`.

The docstring is what a good teacher would say. The examples and cases of the exercise refuse every one of them.
"""

import math


def chain_slope__all_at_x(links, slopes, x):
    """Every slope is taken at x. But x arrives only at the first link; the second one gets f(x)."""
    product = 1
    for slope in slopes:
        product *= slope(x)
    return product


def chain_slope__added(links, slopes, x):
    """You added the slopes. Along a chain rates multiply: three times as fast, then twice as fast, is six times."""
    total = 0
    for f, slope in zip(links, slopes, strict=True):
        total += slope(x)
        x = f(x)
    return total


def chain_slope__moved_too_soon(links, slopes, x):
    """You apply the link first and take its slope after. A slope belongs to what arrives, not to what leaves."""
    product = 1
    for f, slope in zip(links, slopes, strict=True):
        x = f(x)
        product *= slope(x)
    return product


def sum_over_paths__first_path(edges, start, end):
    """You follow one path and stop. A variable that is used twice reaches the end twice: add all paths."""
    if start == end:
        return 1
    for child, local in edges.get(start, []):
        return local * sum_over_paths__first_path(edges, child, end)
    return 0


def sum_over_paths__added_along(edges, start, end):
    """You add along a path. Rates multiply along a path; only whole paths are added."""
    if start == end:
        return 0
    return sum(local + sum_over_paths__added_along(edges, child, end) for child, local in edges.get(start, []))


def sum_over_paths__multiplied_across(edges, start, end):
    """You multiply the paths with one another. Each moves the result on its own, so their effects add."""
    if start == end:
        return 1
    product = 1
    for child, local in edges.get(start, []):
        product *= local * sum_over_paths__multiplied_across(edges, child, end)
    return product if edges.get(start) else 0


def backward__overwritten(nodes):
    """You set the sensitivity with = where a second user must add with +=. The last user wins, the others are lost."""
    sensitivity = [0] * len(nodes)
    sensitivity[-1] = 1
    for k in reversed(range(len(nodes))):
        for operand, local in nodes[k]:
            sensitivity[operand] = sensitivity[k] * local
    return sensitivity


def backward__first_to_last(nodes):
    """You go from the first node to the last. There every sensitivity is still 0: begin at the result."""
    sensitivity = [0] * len(nodes)
    sensitivity[-1] = 1
    for k in range(len(nodes)):
        for operand, local in nodes[k]:
            sensitivity[operand] += sensitivity[k] * local
    return sensitivity


def backward__no_seed(nodes):
    """Nobody gave the result its own sensitivity, 1. From 0 nothing can be handed on but 0."""
    sensitivity = [0] * len(nodes)
    for k in reversed(range(len(nodes))):
        for operand, local in nodes[k]:
            sensitivity[operand] += sensitivity[k] * local
    return sensitivity


def backward__locals_only(nodes):
    """You add the bare local derivatives. Each must be multiplied by the sensitivity of the node that hands it on."""
    sensitivity = [0] * len(nodes)
    sensitivity[-1] = 1
    for k in reversed(range(len(nodes))):
        for operand, local in nodes[k]:
            sensitivity[operand] += local
    return sensitivity


def dual_product__rates_multiplied(first, second):
    """The rate of a product is not the product of the rates. Multiply out (a + bε)(c + dε) and keep the ε terms."""
    (a, b), (c, d) = first, second
    return a * c, b * d


def dual_product__kept_square(first, second):
    """You kept b·d, the coefficient of ε². But ε² = 0: that is the one law dual numbers have."""
    (a, b), (c, d) = first, second
    return a * c, a * d + b * c + b * d


def dual_product__one_term(first, second):
    """Half of the product rule is missing: the second factor moves as well."""
    (a, b), (c, _) = first, second
    return a * c, b * c


def neuron_gradient__no_slope(w, b, x, t):
    """The factor σ′(z) is missing, as if y were z. The loss sees z only through the sigmoid."""
    z = sum(wi * xi for wi, xi in zip(w, x, strict=True)) + b
    error = 1 / (1 + math.exp(-z)) - t
    return [error * xi for xi in x], error


def neuron_gradient__slope_at_y(w, b, x, t):
    """You took the slope of the sigmoid at y. It must be taken at z, where y = σ(z) arises."""
    z = sum(wi * xi for wi, xi in zip(w, x, strict=True)) + b
    y = 1 / (1 + math.exp(-z))
    again = 1 / (1 + math.exp(-y))
    delta = (y - t) * again * (1 - again)
    return [delta * xi for xi in x], delta


def neuron_gradient__bias_times_input(w, b, x, t):
    """Look at z = w·x + b: it moves with b at the rate 1, not at the rate of an input."""
    z = sum(wi * xi for wi, xi in zip(w, x, strict=True)) + b
    y = 1 / (1 + math.exp(-z))
    delta = (y - t) * y * (1 - y)
    return [delta * xi for xi in x], delta * x[0]


def neuron_gradient__target_minus_output(w, b, x, t):
    """The derivative of (y - t)²/2 with respect to y is y - t. Yours has the sign turned around and would climb."""
    z = sum(wi * xi for wi, xi in zip(w, x, strict=True)) + b
    y = 1 / (1 + math.exp(-z))
    delta = (t - y) * y * (1 - y)
    return [delta * xi for xi in x], delta


def layer_backward__rows_again(weights, a, delta):
    """Backward you read rows of W, as in the forward pass. Input j meets column j: that is what the transpose says."""
    in_weights = [[d * aj for aj in a] for d in delta]
    return in_weights, [sum(wj * d for wj, d in zip(row, delta, strict=False)) for row in weights]


def layer_backward__transposed_gradient(weights, a, delta):
    """Your weight gradient has the shape (n, m). It must have the shape of the weights: δᵢ·aⱼ in row i, column j."""
    in_weights = [[d * aj for d in delta] for aj in a]
    return in_weights, [sum(d * row[j] for d, row in zip(delta, weights, strict=True)) for j in range(len(a))]


def layer_backward__one_neuron(weights, a, delta):
    """You count the way through the first neuron only. Input j feeds every neuron: add over all of them."""
    in_weights = [[d * aj for aj in a] for d in delta]
    return in_weights, [delta[0] * wj for wj in weights[0]]


def hidden_delta__no_slope(next_weights, next_delta, z):
    """That is ∂L/∂a, what arrives at the *output* of the neurons. To get behind the sigmoid, multiply by σ′(z)."""
    return [sum(row[j] * d for row, d in zip(next_weights, next_delta, strict=True)) for j in range(len(z))]


def hidden_delta__value_for_slope(next_weights, next_delta, z):
    """You multiplied by σ(z), the value, where the slope σ′(z) = σ(z)(1 - σ(z)) belongs."""
    delta = []
    for j, drive in enumerate(z):
        arriving = sum(row[j] * d for row, d in zip(next_weights, next_delta, strict=True))
        delta.append(arriving / (1 + math.exp(-drive)))
    return delta


def hidden_delta__not_transposed(next_weights, next_delta, z):
    """You multiplied W by δ. With a square W the shapes fit, and the answer is wrong all the same: it takes Wᵀ."""
    delta = []
    for row, drive in zip(next_weights, z, strict=False):
        arriving = sum(wj * d for wj, d in zip(row, next_delta, strict=False))
        y = 1 / (1 + math.exp(-drive))
        delta.append(arriving * y * (1 - y))
    return delta


def cheaper_order__entries_counted(sizes):
    """You counted the entries of the Jacobians. The price of a product is three sizes multiplied, m·k·n."""
    pairs = [sizes[k - 1] * sizes[k] for k in range(1, len(sizes))]
    forward, reverse = sum(pairs[1:]), sum(pairs[:-1])
    return ("forward", forward) if forward < reverse else ("reverse", reverse)


def cheaper_order__first_paid_twice(sizes):
    """With K matrices there are K - 1 products. You paid for one more: the first matrix is there already."""
    pairs = [sizes[k - 1] * sizes[k] for k in range(1, len(sizes))]
    forward, reverse = sizes[0] * sum(pairs), sizes[-1] * sum(pairs)
    return ("forward", forward) if forward < reverse else ("reverse", reverse)


def cheaper_order__always_reverse(sizes):
    """Reverse is not always cheaper. With one input and many outputs, begin at the input."""
    pairs = [sizes[k - 1] * sizes[k] for k in range(1, len(sizes))]
    return "reverse", sizes[-1] * sum(pairs[:-1])
