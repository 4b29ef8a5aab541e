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


def sum_over_paths__round_by_round(edges, start, end):
    # breadth first over rounds
    total = 0
    now = {start: 1}
    while now:
        total += now.pop(end, 0)
        nxt = {}
        for node, rate in now.items():
            for n, d in edges.get(node, []):
                nxt[n] = nxt.get(n, 0) + rate * d
        now = nxt
    return total


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


def backward__one_run_for_each_node(nodes):
    # one forward run per node: how does the last node move when this one moves?
    out = []
    for start in range(len(nodes)):
        rate = [0] * len(nodes)
        for k in range(start, len(nodes)):
            rate[k] = 1 if k == start else sum(rate[i] * d for i, d in nodes[k])
        out.append(rate[-1])
    return out


def dual_polynomial__power_by_power(coefficients, x):
    value, rate, power, power_rate = 0, 0, 1, 0
    for coefficient in coefficients:
        value, rate = value + coefficient * power, rate + coefficient * power_rate
        power, power_rate = power * x, power_rate * x + power
    return value, rate


def dual_polynomial__with_a_class(coefficients, x):
    class Dual:
        def __init__(self, value, rate):
            self.value, self.rate = value, rate

        def __add__(self, other):
            return Dual(self.value + other.value, self.rate + other.rate)

        def __mul__(self, other):
            return Dual(self.value * other.value, self.value * other.rate + self.rate * other.value)

    result = Dual(0, 0)
    for coefficient in coefficients[::-1]:
        result = result * Dual(x, 1) + Dual(coefficient, 0)
    return [result.value, result.rate]


def dual_polynomial__two_sums(coefficients, x):
    value = sum(c * x**k for k, c in enumerate(coefficients))
    return value, sum(k * c * x ** (k - 1) for k, c in enumerate(coefficients) if k)


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


def neuron_gradient__forward_mode(w, b, x, t):
    # forward mode, one run for each input
    def run(dw, db):
        z, dz = b, db
        for wi, di, xi in zip(w, dw, x):
            z, dz = z + wi * xi, dz + di * xi
        y = 1 / (1 + math.exp(-z))
        return (y - t) * y * (1 - y) * dz

    n = len(w)
    return [run([1.0 if i == j else 0.0 for j in range(n)], 0.0) for i in range(n)], run([0.0] * n, 1.0)


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


def layer_backward__matrix_products(weights, a, delta):
    def matmul(p, q):
        return [[sum(x * y for x, y in zip(row, col)) for col in zip(*q)] for row in p]

    column = [[d] for d in delta]
    return matmul(column, [list(a)]), [r[0] for r in matmul(list(map(list, zip(*weights))), column)]


def hidden_delta__naive_sigmoid(next_weights, next_delta, z):
    y = [1 / (1 + math.exp(-zj)) for zj in z]
    arriving = [sum(row[j] * d for row, d in zip(next_weights, next_delta, strict=True)) for j in range(len(z))]
    return [a * v * (1 - v) for a, v in zip(arriving, y, strict=True)]


def hidden_delta__columns(next_weights, next_delta, z):
    result = []
    for column, zj in zip(zip(*next_weights, strict=True), z, strict=True):
        slope = math.exp(-zj) / (1 + math.exp(-zj)) ** 2
        result.append(slope * sum(w * d for w, d in zip(column, next_delta, strict=True)))
    return result


def hidden_delta__slope_by_cosh(next_weights, next_delta, z):
    total = [0.0] * len(z)
    for row, d in zip(next_weights, next_delta, strict=True):
        for j, weight in enumerate(row):
            total[j] += weight * d / (4 * math.cosh(z[j] / 2) ** 2)
    return tuple(total)


def training_price__from_the_top(sizes, trained):
    total, k = 0, len(trained) - 1
    while any(trained[: k + 1]):
        price = sizes[k] * sizes[k + 1]
        total += price if trained[k] else 0
        total += price if any(trained[:k]) else 0
        k -= 1
    return total


def training_price__one_sum(sizes, trained):
    lowest = next((k for k, train in enumerate(trained) if train), len(trained))
    return sum(sizes[k] * sizes[k + 1] * (trained[k] + (k > lowest)) for k in range(lowest, len(trained)))


def training_price__from_below(sizes, trained):
    price, below = 0, False
    for n, m, train in zip(sizes, sizes[1:], trained, strict=False):
        price += n * m * (int(train) + int(below))
        below = below or train
    return float(price)


def training_price__top_layer_off(sizes, trained):
    if not any(trained):
        return 0
    top = sizes[-1] * sizes[-2]
    rest = trained[:-1]
    return top * bool(trained[-1]) + (top if any(rest) else 0) + training_price__top_layer_off(sizes[:-1], rest)


def through_time__each_its_own_weight(w, u, inputs, target):
    states = [0.0]
    for x in inputs:
        states.append(math.tanh(w * states[-1] + u * x))
    in_w, in_u = [], []
    for k in range(1, len(states)):
        delta = states[-1] - target
        for later in range(len(states) - 1, k, -1):
            delta *= (1 - states[later] ** 2) * w
        delta *= 1 - states[k] ** 2
        in_w.append(delta * states[k - 1])
        in_u.append(delta * inputs[k - 1])
    return sum(in_w), sum(in_u)


def through_time__rates_along(w, u, inputs, target):
    state = by_w = by_u = 0.0
    for x in inputs:
        z = w * state + u * x
        slope = 1 / math.cosh(z) ** 2
        by_w, by_u, state = slope * (state + w * by_w), slope * (x + w * by_u), math.tanh(z)
    return (state - target) * by_w, (state - target) * by_u


def through_time__recursive(w, u, inputs, target):
    def back(state, rest):
        if not rest:
            return state - target, 0.0, 0.0
        after = math.tanh(w * state + u * rest[0])
        sensitivity, in_w, in_u = back(after, rest[1:])
        delta = sensitivity * (1 - after * after)
        return delta * w, in_w + delta * state, in_u + delta * rest[0]

    _, in_w, in_u = back(0.0, list(inputs))
    return [in_w, in_u]


def record__branches(tape, operation, *operands):
    a = tape[operands[0]][0]
    if operation in ("add", "mul"):
        b = tape[operands[1]][0]
        node = (a + b, 1.0, 1.0) if operation == "add" else (a * b, b, a)
    elif operation == "neg":
        node = (-a, -1.0)
    elif operation == "exp":
        node = (math.e**a, math.e**a)
    elif operation == "log":
        node = (math.log(a), a**-1)
    elif operation == "tanh":
        node = (math.tanh(a), 1 / math.cosh(a) ** 2)
    else:
        raise ValueError("unknown: " + operation)
    tape.append((node[0], [(number, node[k + 1]) for k, number in enumerate(operands)]))
    return len(tape) - 1


def record__values_first(tape, operation, *operands):
    a, *more = (tape[k][0] for k in operands)
    values = {"add": lambda: a + more[0], "mul": lambda: a * more[0], "neg": lambda: -a}
    values |= {"exp": lambda: math.exp(a), "log": lambda: math.log(a), "tanh": lambda: math.tanh(a)}
    try:
        value = values[operation]()
    except KeyError:
        raise ValueError from None
    local = {"add": lambda: (1, 1), "mul": lambda: (more[0], a), "neg": lambda: (-1,), "exp": lambda: (value,)}
    local |= {"log": lambda: (1 / a,), "tanh": lambda: ((1 - value) * (1 + value),)}
    tape += [(value, tuple(zip(operands, local[operation](), strict=True)))]
    return len(tape) - 1


def record__number_first(tape, operation, *operands):
    number = len(tape)
    x, y = tape[operands[0]][0], tape[operands[-1]][0]
    if operation not in {"add", "mul", "neg", "exp", "log", "tanh"}:
        raise ValueError("no such operation")
    edges = {"add": [1, 1], "mul": [y, x], "neg": [-1]}.get(operation)
    value = {"add": x + y, "mul": x * y, "neg": -x}.get(operation)
    if edges is None:
        value = getattr(math, operation)(x)
        edges = [{"exp": value, "tanh": 1 - value**2}[operation] if operation != "log" else 1 / x]
    tape.append([value, [list(pair) for pair in zip(operands, edges, strict=True)]])
    return number


def sweep__from_the_users(tape, upstream):
    result = [0] * len(tape)
    for k in range(len(tape) - 1, -1, -1):
        users = ((j, local) for j in range(k + 1, len(tape)) for operand, local in tape[j][1] if operand == k)
        result[k] = upstream.get(k, 0) + sum(result[j] * local for j, local in users)
    return result


def sweep__one_result_at_a_time(tape, upstream):
    total = [0.0] * len(tape)
    for result, rate in upstream.items():
        bar = [0.0] * len(tape)
        bar[result] = rate
        for k in range(result, -1, -1):
            for operand, local in tape[k][1]:
                bar[operand] += bar[k] * local
        total = [t + b for t, b in zip(total, bar, strict=True)]
    return total


def sweep__as_a_dictionary(tape, upstream):
    bar = dict(upstream)
    for k, (_, edges) in reversed(list(enumerate(tape))):
        for operand, local in edges:
            bar[operand] = bar.get(operand, 0) + bar.get(k, 0) * local
    return tuple(bar.get(k, 0) for k in range(len(tape)))


def train_neuron__loops(examples, w, b, learning_rate, steps):
    w, losses, count = w[:], [], len(examples)
    while True:
        loss, in_w, in_b = 0.0, [0.0] * len(w), 0.0
        for x, t in examples:
            z = b
            for wi, xi in zip(w, x, strict=True):
                z += wi * xi
            y = math.tanh(z)
            loss += 0.5 * (y - t) ** 2 / count
            delta = (y - t) / math.cosh(z) ** 2 / count
            in_b += delta
            for i, xi in enumerate(x):
                in_w[i] += delta * xi
        losses.append(loss)
        if len(losses) == steps + 1:
            return w, b, losses
        w = [wi - learning_rate * slope for wi, slope in zip(w, in_w, strict=True)]
        b = b - learning_rate * in_b


def train_neuron__bias_as_a_weight(examples, w, b, learning_rate, steps):
    weights = [*w, b]
    rows = [([*x, 1.0], t) for x, t in examples]
    losses = []
    for step in range(steps + 1):
        answers = [math.tanh(sum(p * q for p, q in zip(weights, x, strict=True))) for x, _ in rows]
        losses.append(sum((y - t) ** 2 for y, (_, t) in zip(answers, rows, strict=True)) / (2 * len(rows)))
        if step == steps:
            break
        deltas = [(y - t) * (1 - y) * (1 + y) for y, (_, t) in zip(answers, rows, strict=True)]
        slopes = [
            sum(d * x[i] for d, (x, _) in zip(deltas, rows, strict=True)) / len(rows) for i in range(len(weights))
        ]
        weights = [p - learning_rate * slope for p, slope in zip(weights, slopes, strict=True)]
    return weights[:-1], weights[-1], losses


def train_neuron__with_an_engine(examples, w, b, learning_rate, steps):
    class Node:
        def __init__(self, value, edges=()):
            self.value, self.edges, self.rate = value, edges, 0.0

        def __add__(self, other):
            return Node(self.value + other.value, [(self, 1.0), (other, 1.0)])

        def __mul__(self, other):
            return Node(self.value * other.value, [(self, other.value), (other, self.value)])

        def tanh(self):
            y = math.tanh(self.value)
            return Node(y, [(self, 1 - y * y)])

    def back(result):
        order, seen = [], set()

        def visit(node):
            if node not in seen:
                seen.add(node)
                for operand, _ in node.edges:
                    visit(operand)
                order.append(node)

        visit(result)
        result.rate = 1.0
        for node in reversed(order):
            for operand, local in node.edges:
                operand.rate += node.rate * local

    w, losses = list(w), []
    for step in range(steps + 1):
        nodes, bias, loss = [Node(wi) for wi in w], Node(b), Node(0.0)
        for x, t in examples:
            z = bias
            for node, xi in zip(nodes, x, strict=True):
                z = z + node * Node(xi)
            error = z.tanh() + Node(-t)
            loss = loss + error * error * Node(0.5 / len(examples))
        losses.append(loss.value)
        if step < steps:
            back(loss)
            w = [node.value - learning_rate * node.rate for node in nodes]
            b = b - learning_rate * bias.rate
    return w, b, losses
