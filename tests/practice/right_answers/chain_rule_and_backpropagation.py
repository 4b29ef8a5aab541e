"""Right answers of another make to the exercises of topic 02, one function each: `<exercise>__<how>`. All must pass."""

import math
from functools import cache, reduce


def chain_slope__recursive(links, slopes, x):
    if not links:
        return 1.0
    return slopes[0](x) * chain_slope__recursive(links[1:], slopes[1:], links[0](x))


def chain_slope__values_first(links, slopes, x):
    values = [x]
    for link in links:
        values.append(link(values[-1]))
    return math.prod(slope(value) for slope, value in zip(slopes, values, strict=False))


def chain_slope__as_dual_numbers(links, slopes, x):
    value, rate = x, 1
    for k in range(len(links)):
        value, rate = links[k](value), rate * slopes[k](value)
    return rate


def sum_over_paths__with_a_stack(edges, start, end):
    total, stack = 0, [(start, 1)]
    while stack:
        node, so_far = stack.pop()
        if node == end:
            total += so_far
        else:
            stack += [(child, so_far * local) for child, local in edges.get(node, ())]
    return total


def sum_over_paths__remembered(edges, start, end):
    @cache
    def rest(node):
        if node == end:
            return 1
        return sum(local * rest(child) for child, local in edges.get(node, []))

    return rest(start)


def sum_over_paths__listed(edges, start, end):
    def paths(node):
        if node == end:
            yield []
            return
        for child, local in edges.get(node, []):
            for rest in paths(child):
                yield [local, *rest]

    return sum(math.prod(path) for path in paths(start))


def backward__from_the_users(nodes):
    users = [[] for _ in nodes]
    for k, operands in enumerate(nodes):
        for operand, local in operands:
            users[operand].append((k, local))
    sensitivity = {}
    for k in range(len(nodes) - 1, -1, -1):
        own = 1 if k == len(nodes) - 1 else 0
        sensitivity[k] = own + sum(sensitivity[user] * local for user, local in users[k])
    return [sensitivity[k] for k in range(len(nodes))]


def backward__by_paths(nodes):
    def reach(k, target):
        if k == target:
            return 1
        return sum(local * reach(operand, target) for operand, local in nodes[k])

    return [float(reach(len(nodes) - 1, target)) for target in range(len(nodes))]


def backward__popped(nodes):
    waiting, result = [0.0] * (len(nodes) - 1) + [1.0], []
    remaining = list(nodes)
    while remaining:
        operands, own = remaining.pop(), waiting.pop()
        for operand, local in operands:
            waiting[operand] = waiting[operand] + own * local
        result.insert(0, own)
    return tuple(result)


def dual_product__by_index(first, second):
    return first[0] * second[0], first[0] * second[1] + first[1] * second[0]


def dual_product__as_matrices(first, second):
    a, b = first
    rows = [[a, b], [0, a]]
    c, d = second
    return [rows[0][0] * c, rows[0][0] * d + rows[0][1] * c]


def dual_product__product_rule(first, second):
    (value, rate), (other, other_rate) = first, second
    return (value * other, rate * other + value * other_rate)


def neuron_gradient__naive_sigmoid(w, b, x, t):
    z = b
    for i in range(len(w)):
        z += w[i] * x[i]
    y = 1 / (1 + math.exp(-z))
    in_b = (y - t) * y * (1 - y)
    return [in_b * value for value in x], in_b


def neuron_gradient__slope_by_e(w, b, x, t):
    z = math.fsum([b, *(p * q for p, q in zip(w, x, strict=True))])
    e = math.exp(-z)
    in_b = (1 / (1 + e) - t) * e / (1 + e) ** 2
    return tuple(in_b * value for value in x), in_b


def neuron_gradient__slope_by_cosh(w, b, x, t):
    z = sum(p * q for p, q in zip(x, w, strict=True)) + b
    slope = 1 / (4 * math.cosh(z / 2) ** 2)
    rate = slope * (1 / (1 + math.exp(-z)) - t)
    return list(map(rate.__mul__, x)), rate


def layer_backward__loops(weights, a, delta):
    in_weights, in_a = [], [0] * len(a)
    for i, row in enumerate(weights):
        in_weights.append([])
        for j, weight in enumerate(row):
            in_weights[i].append(a[j] * delta[i])
            in_a[j] += weight * delta[i]
    return in_weights, in_a


def layer_backward__columns(weights, a, delta):
    columns = zip(*weights, strict=True)
    in_a = [sum(p * q for p, q in zip(column, delta, strict=True)) for column in columns]
    return tuple(tuple(aj * d for aj in a) for d in delta), tuple(in_a)


def layer_backward__sum_of_rows(weights, a, delta):
    scaled = [[d * weight for weight in row] for d, row in zip(delta, weights, strict=True)]
    in_a = reduce(lambda one, other: [p + q for p, q in zip(one, other, strict=True)], scaled)
    return [[d * aj for aj in a] for d in delta], in_a


def hidden_delta__naive_sigmoid(next_weights, next_delta, z):
    y = [1 / (1 + math.exp(-drive)) for drive in z]
    arriving = [sum(row[j] * d for row, d in zip(next_weights, next_delta, strict=True)) for j in range(len(z))]
    return [a * v * (1 - v) for a, v in zip(arriving, y, strict=True)]


def hidden_delta__columns(next_weights, next_delta, z):
    result = []
    for column, drive in zip(zip(*next_weights, strict=True), z, strict=True):
        slope = math.exp(-drive) / (1 + math.exp(-drive)) ** 2
        result.append(slope * sum(w * d for w, d in zip(column, next_delta, strict=True)))
    return result


def hidden_delta__slope_by_cosh(next_weights, next_delta, z):
    total = [0.0] * len(z)
    for row, d in zip(next_weights, next_delta, strict=True):
        for j, weight in enumerate(row):
            total[j] += weight * d / (4 * math.cosh(z[j] / 2) ** 2)
    return tuple(total)


def cheaper_order__products_one_by_one(sizes):
    forward = sum(sizes[k + 1] * sizes[k] * sizes[0] for k in range(1, len(sizes) - 1))
    reverse = sum(sizes[-1] * sizes[k] * sizes[k - 1] for k in range(1, len(sizes) - 1))
    if reverse <= forward:
        return "reverse", reverse
    return "forward", forward


def cheaper_order__by_min(sizes):
    inner = list(zip(sizes, sizes[1:], strict=False))
    forward = sum(n * m for n, m in inner[1:]) * sizes[0]
    reverse = sum(n * m for n, m in inner[:-1]) * sizes[-1]
    return ["reverse", "forward"][forward < reverse], min(forward, reverse)


def cheaper_order__shapes_multiplied(sizes):
    shapes = [(sizes[k], sizes[k - 1]) for k in range(1, len(sizes))]
    price = {"forward": 0, "reverse": 0}
    rows, columns = shapes[0]
    for more, _ in shapes[1:]:
        price["forward"] += more * rows * columns
        rows = more
    rows, columns = shapes[-1]
    for _, fewer in reversed(shapes[:-1]):
        price["reverse"] += rows * columns * fewer
        columns = fewer
    return min(price.items(), key=lambda item: (item[1], item[0] != "reverse"))
