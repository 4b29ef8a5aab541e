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


def backward__at_every_visit(nodes):
    """You hand on a node's whole sensitivity each time something arrives, so what came first is handed on again."""
    sensitivity = [0] * (len(nodes) - 1) + [1]
    arrived = [len(nodes) - 1]
    while arrived:
        k = arrived.pop()
        for operand, local in nodes[k]:
            sensitivity[operand] += sensitivity[k] * local
            arrived.append(operand)
    return sensitivity


def dual_polynomial__value_first(coefficients, x):
    """You update the value first. The product rule needs the value as it was, before it was multiplied by x."""
    value, rate = 0, 0
    for coefficient in reversed(coefficients):
        value = value * x + coefficient
        rate = rate * x + value
    return value, rate


def dual_polynomial__one_term(coefficients, x):
    """Half of the product rule is missing: in value · x both factors move, x at the rate 1."""
    value, rate = 0, 0
    for k, coefficient in enumerate(reversed(coefficients)):
        value, rate = value * x + coefficient, rate * x + (value if k == 1 else 0)
    return value, rate


def dual_polynomial__constant_last(coefficients, x):
    """You take the first coefficient for the highest power. Here it is the constant."""
    value, rate = 0, 0
    for coefficient in coefficients:
        value, rate = value * x + coefficient, rate * x + value
    return value, rate


def dual_polynomial__power_of_minus_one(coefficients, x):
    """For the constant you compute x to the power −1, which at x = 0 divides by zero. The constant has no slope."""
    value = sum(c * x**k for k, c in enumerate(coefficients))
    return value, sum(k * c * x ** (k - 1) for k, c in enumerate(coefficients))


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


def neuron_gradient__times_the_weight(w, b, x, t):
    """You multiplied δ by the weights, which is how the loss moves with the inputs. A weight moves z by its *input*."""
    z = sum(wi * xi for wi, xi in zip(w, x, strict=True)) + b
    y = 1 / (1 + math.exp(-z))
    delta = (y - t) * y * (1 - y)
    return [delta * wi for wi in w], delta


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
    for j, zj in enumerate(z):
        arriving = sum(row[j] * d for row, d in zip(next_weights, next_delta, strict=True))
        delta.append(arriving / (1 + math.exp(-zj)))
    return delta


def hidden_delta__not_transposed(next_weights, next_delta, z):
    """You multiplied W by δ. With a square W the shapes fit, and the answer is wrong all the same: it takes Wᵀ."""
    delta = []
    for row, zj in zip(next_weights, z, strict=False):
        arriving = sum(wj * d for wj, d in zip(row, next_delta, strict=False))
        y = 1 / (1 + math.exp(-zj))
        delta.append(arriving * y * (1 - y))
    return delta


def hidden_delta__shortcut_at_z(next_weights, next_delta, z):
    """You put z into a(1 - a). That short form wants the *output* of the sigmoid, a = σ(z)."""
    delta = []
    for j, zj in enumerate(z):
        arriving = sum(row[j] * d for row, d in zip(next_weights, next_delta, strict=True))
        delta.append(arriving * zj * (1 - zj))
    return delta


def training_price__no_way_down(sizes, trained):
    """You count the derivatives of the weights, but not how δ gets down to their layers: Wᵀδ for each layer above."""
    return sum(sizes[k] * sizes[k + 1] for k in range(len(trained)) if trained[k])


def training_price__to_the_inputs(sizes, trained):
    """You send δ down to the first layer in any case. Below the lowest trained layer nobody needs it."""
    prices = [sizes[k] * sizes[k + 1] for k in range(len(trained))]
    return sum(price for price, train in zip(prices, trained, strict=True) if train) + sum(prices[1:])


def training_price__through_trained_only(sizes, trained):
    """You send δ only through layers that are trained. A frozen layer has weights, too, and δ must pass them."""
    prices = [sizes[k] * sizes[k + 1] for k in range(len(trained))]
    passed = [k for k in range(len(trained)) if trained[k]][1:]
    return sum(price for price, train in zip(prices, trained, strict=True) if train) + sum(prices[k] for k in passed)


def training_price__own_weights_too(sizes, trained):
    """You send δ through the lowest trained layer as well. It has arrived there, and nothing below needs it."""
    prices = [sizes[k] * sizes[k + 1] for k in range(len(trained))]
    if True not in trained:
        return 0
    own = sum(price for price, train in zip(prices, trained, strict=True) if train)
    return own + sum(prices[trained.index(True) :])


def _states(w, u, inputs):
    states = [0.0]
    for x in inputs:
        states.append(math.tanh(w * states[-1] + u * x))
    return states


def through_time__last_step(w, u, inputs, target):
    """You take the last step alone, as if the state before it were given. It was made with the same w and u."""
    states = _states(w, u, inputs)
    delta = (states[-1] - target) * (1 - states[-1] ** 2)
    return delta * states[-2], delta * inputs[-1]


def through_time__overwritten(w, u, inputs, target):
    """You set the derivatives at each step with = where += belongs. What is left is the share of the first step."""
    states = _states(w, u, inputs)
    sensitivity = states[-1] - target
    in_w = in_u = 0.0
    for k in reversed(range(len(inputs))):
        delta = sensitivity * (1 - states[k + 1] ** 2)
        in_w, in_u, sensitivity = delta * states[k], delta * inputs[k], delta * w
    return in_w, in_u


def through_time__no_slope(w, u, inputs, target):
    """The slope of tanh is missing at each step. The state moves with w only through the tanh."""
    states = _states(w, u, inputs)
    sensitivity = states[-1] - target
    in_w = in_u = 0.0
    for k in reversed(range(len(inputs))):
        in_w, in_u = in_w + sensitivity * states[k], in_u + sensitivity * inputs[k]
        sensitivity *= w
    return in_w, in_u


def through_time__states_moved(w, u, inputs, target):
    """You multiply by the state *after* the step. What w meets at a step is the state before it."""
    states = _states(w, u, inputs)
    sensitivity = states[-1] - target
    in_w = in_u = 0.0
    for k in reversed(range(len(inputs))):
        delta = sensitivity * (1 - states[k + 1] ** 2)
        in_w, in_u, sensitivity = in_w + delta * states[k + 1], in_u + delta * inputs[k], delta * w
    return in_w, in_u


def through_time__error_of_the_end(w, u, inputs, target):
    """You begin each step with the error of the last one. A state reaches the loss through later steps: hand on δ·w."""
    states = _states(w, u, inputs)
    in_w = in_u = 0.0
    for k in reversed(range(len(inputs))):
        delta = (states[-1] - target) * (1 - states[k + 1] ** 2)
        in_w, in_u = in_w + delta * states[k], in_u + delta * inputs[k]
    return in_w, in_u


def _node(tape, operation, operands, *, mul, tanh):
    a, b = tape[operands[0]][0], tape[operands[-1]][0]
    rules = {
        "add": lambda: (a + b, [1, 1]),
        "mul": lambda: (a * b, mul(a, b)),
        "neg": lambda: (-a, [-1]),
        "exp": lambda: (math.exp(a), [math.exp(a)]),
        "log": lambda: (math.log(a), [1 / a]),
        "tanh": lambda: (math.tanh(a), [tanh(a)]),
    }
    if operation not in rules:
        raise ValueError(operation)
    return rules[operation]()


def record__own_factor(tape, operation, *operands):
    """In a product each operand has the *other* factor on its edge: if a moves, the product moves b times as fast."""
    value, local = _node(tape, operation, operands, mul=lambda a, b: [a, b], tanh=lambda a: 1 - math.tanh(a) ** 2)
    tape.append((value, list(zip(operands, local, strict=True))))
    return len(tape) - 1


def record__slope_at_the_result(tape, operation, *operands):
    """The slope of tanh is taken at what arrives. With the result y it is 1 - y², without another tanh."""
    value, local = _node(
        tape, operation, operands, mul=lambda a, b: [b, a], tanh=lambda a: 1 - math.tanh(math.tanh(a)) ** 2
    )
    tape.append((value, list(zip(operands, local, strict=True))))
    return len(tape) - 1


def record__one_edge_for_both(tape, operation, *operands):
    """An operand that occurs twice, as in x · x, has two edges. You kept one, and so half of the slope is lost."""
    value, local = _node(tape, operation, operands, mul=lambda a, b: [b, a], tanh=lambda a: 1 - math.tanh(a) ** 2)
    tape.append((value, list(dict(zip(operands, local, strict=True)).items())))
    return len(tape) - 1


def record__one_too_many(tape, operation, *operands):
    """You return how long the tape is now. Nodes are numbered from 0, so the new one has one less."""
    value, local = _node(tape, operation, operands, mul=lambda a, b: [b, a], tanh=lambda a: 1 - math.tanh(a) ** 2)
    tape.append((value, list(zip(operands, local, strict=True))))
    return len(tape)


def sweep__last_node(tape, upstream):
    """You begin with 1 at the last node, whatever `upstream` says. It says where the loss hangs, and at which rates."""
    sensitivity = [0] * (len(tape) - 1) + [1]
    for k in reversed(range(len(tape))):
        for operand, local in tape[k][1]:
            sensitivity[operand] += sensitivity[k] * local
    return sensitivity


def sweep__overwritten(tape, upstream):
    """You set sensitivities with = where a further user must add with +=."""
    sensitivity = [upstream.get(k, 0) for k in range(len(tape))]
    for k in reversed(range(len(tape))):
        for operand, local in tape[k][1]:
            sensitivity[operand] = sensitivity[k] * local
    return sensitivity


def sweep__upstream_instead(tape, upstream):
    """At a node that the loss uses directly you forget what has come from its later users. It has both parts."""
    sensitivity = [0] * len(tape)
    for k in reversed(range(len(tape))):
        sensitivity[k] = upstream.get(k, sensitivity[k])
        for operand, local in tape[k][1]:
            sensitivity[operand] += sensitivity[k] * local
    return sensitivity


def sweep__first_to_last(tape, upstream):
    """You go from the first node to the last. A node may hand on only when all its users have handed to it."""
    sensitivity = [upstream.get(k, 0) for k in range(len(tape))]
    for k in range(len(tape)):
        for operand, local in tape[k][1]:
            sensitivity[operand] += sensitivity[k] * local
    return sensitivity


def sweep__at_every_visit(tape, upstream):
    """You hand on a node's whole sensitivity each time something arrives, so what came first is handed on again."""
    sensitivity = [upstream.get(k, 0) for k in range(len(tape))]
    arrived = sorted(upstream)
    while arrived:
        k = arrived.pop()
        for operand, local in tape[k][1]:
            sensitivity[operand] += sensitivity[k] * local
            arrived.append(operand)
    return sensitivity


def _trained(examples, w, b, learning_rate, steps, *, slope, count):
    w, losses = list(w), []
    for step in range(steps + 1):
        outputs = [math.tanh(sum(wi * xi for wi, xi in zip(w, x, strict=True)) + b) for x, _ in examples]
        errors = [y - t for y, (_, t) in zip(outputs, examples, strict=True)]
        losses.append(sum(error**2 for error in errors) / 2 / len(examples))
        if step < steps:
            deltas = [e * slope(y) / count for e, y in zip(errors, outputs, strict=True)]
            w = [
                wi - learning_rate * sum(d * x[i] for d, (x, _) in zip(deltas, examples, strict=True))
                for i, wi in enumerate(w)
            ]
            b -= learning_rate * sum(deltas)
    return w, b, losses


def train_neuron__summed(examples, w, b, learning_rate, steps):
    """Your losses are means, your gradient is a sum. It is as many times too long as there are examples."""
    return _trained(examples, w, b, learning_rate, steps, slope=lambda y: 1 - y**2, count=1)


def train_neuron__no_slope(examples, w, b, learning_rate, steps):
    """The slope of tanh is missing. The loss sees the weights only through it."""
    return _trained(examples, w, b, learning_rate, steps, slope=lambda y: 1, count=len(examples))


def train_neuron__uphill(examples, w, b, learning_rate, steps):
    """Your losses grow: a step goes *against* the gradient."""
    return _trained(examples, w, b, -learning_rate, steps, slope=lambda y: 1 - y**2, count=len(examples))


def train_neuron__one_by_one(examples, w, b, learning_rate, steps):
    """You take a step after each example. A step goes along the mean of all their gradients, at the same weights."""
    w, losses = list(w), []
    for step in range(steps + 1):
        errors = [math.tanh(sum(wi * xi for wi, xi in zip(w, x, strict=True)) + b) - t for x, t in examples]
        losses.append(sum(error**2 for error in errors) / 2 / len(examples))
        for x, t in examples if step < steps else []:
            y = math.tanh(sum(wi * xi for wi, xi in zip(w, x, strict=True)) + b)
            delta = (y - t) * (1 - y**2) / len(examples)
            w = [wi - learning_rate * delta * xi for wi, xi in zip(w, x, strict=True)]
            b -= learning_rate * delta
    return w, b, losses


def train_neuron__never_set_to_zero(examples, w, b, learning_rate, steps):
    """Your gradient still holds what earlier steps have added. Begin each step with zeros."""
    w, losses = list(w), []
    in_w, in_b = [0.0] * len(w), 0.0
    for step in range(steps + 1):
        outputs = [math.tanh(sum(wi * xi for wi, xi in zip(w, x, strict=True)) + b) for x, _ in examples]
        losses.append(sum((y - t) ** 2 for y, (_, t) in zip(outputs, examples, strict=True)) / 2 / len(examples))
        if step < steps:
            for y, (x, t) in zip(outputs, examples, strict=True):
                delta = (y - t) * (1 - y**2) / len(examples)
                in_w, in_b = [g + delta * xi for g, xi in zip(in_w, x, strict=True)], in_b + delta
            w = [wi - learning_rate * g for wi, g in zip(w, in_w, strict=True)]
            b -= learning_rate * in_b
    return w, b, losses
