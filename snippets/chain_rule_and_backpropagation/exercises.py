"""Exercises of topic 02 with full solutions, in plain Python: floats, lists and `math`.

The docstring is the task. A reader gets the signature and the docstring, and writes the body.
"""

import math


def chain_slope(links, slopes, x):
    """Return the slope of a chain of functions at x.

    `links` is a list of functions, the one applied first in front; `slopes`
    holds their derivatives in the same order. The chain of [f, g] is g(f(x)).
    The slope of an empty chain is 1: its output is its input.

    >>> square, double_it = (lambda x: x**2), (lambda x: 2 * x)
    >>> chain_slope([square], [double_it], 3)
    6
    >>> chain_slope([square, square], [double_it, double_it], 3)  # x⁴
    108
    >>> slope = chain_slope([square, math.sin], [double_it, math.cos], 2)
    >>> round(slope, 4)  # sin(x²)
    -2.6146
    >>> chain_slope([], [], 7)
    1
    """
    product = 1
    for f, slope in zip(links, slopes, strict=True):
        product *= slope(x)
        x = f(x)
    return product


def sum_over_paths(edges, start, end):
    """Return the derivative of node `end` with respect to node `start`.

    `edges` is a dictionary: for each node a list of pairs (next node, local
    derivative). A node from which nothing leads on may be missing. Multiply
    along each path from start to end, and add the paths. With no path at all,
    `end` does not depend on `start`.

    >>> graph = {"x": [("u", 1), ("v", 4)], "y": [("u", 1)]}
    >>> graph |= {"u": [("f", 4)], "v": [("f", 3)]}
    >>> sum_over_paths(graph, "x", "f")
    16
    >>> sum_over_paths(graph, "y", "f")
    4
    >>> sum_over_paths(graph, "y", "v")
    0
    >>> sum_over_paths({"w": [("a", 2), ("a", 5)], "a": [("b", -1)]}, "w", "b")
    -7
    """
    if start == end:
        return 1
    return sum(local * sum_over_paths(edges, child, end) for child, local in edges.get(start, []))


def backward(nodes):
    """Return the sensitivities of the last node to all nodes, as a list.

    The nodes are numbered 0, 1, 2, … in the order in which they were computed.
    `nodes[k]` is the list of node k's operands: pairs (number, local
    derivative). Inputs have an empty list. No operand comes after its user.

    >>> x, y, u, v = [], [], [(0, 1), (1, 1)], [(0, 4)]  # at x = 2, y = 1
    >>> f = [(2, 4), (3, 3)]  # (x + y)·x² = u·v
    >>> backward([x, y, u, v, f])
    [16, 4, 4, 3, 1]
    >>> backward([[], [(0, 3), (0, 3)]])  # x·x at x = 3
    [6, 1]
    >>> backward([[], [(0, 6)], [(1, 1)], [(1, 10), (2, 9)]])  # u(u + 1), u = x²
    [114, 19, 9, 1]
    """
    sensitivity = [0] * len(nodes)
    sensitivity[-1] = 1
    for k in reversed(range(len(nodes))):
        for operand, local in nodes[k]:
            sensitivity[operand] += sensitivity[k] * local
    return sensitivity


def dual_polynomial(coefficients, x):
    """Return the value and the slope of a polynomial at x, in one run.

    `coefficients` begins with the constant: [5, 0, 2] is 5 + 2x². Calculate
    with dual numbers: put x + 1ε in the place of x, where ε² = 0. The rate of
    the result is the slope. A polynomial without coefficients is 0.

    >>> dual_polynomial([5, 0, 2], 3)  # 5 + 2x² and 4x
    (23, 12)
    >>> dual_polynomial([0, 0, 0, 1], 2)  # x³ and 3x²
    (8, 12)
    >>> dual_polynomial([7], 4)  # a constant
    (7, 0)
    >>> dual_polynomial([], 4)
    (0, 0)
    """
    value, rate = 0, 0
    for coefficient in reversed(coefficients):
        value, rate = value * x + coefficient, rate * x + value
    return value, rate


def neuron_gradient(w, b, x, t):
    """Return the gradient of a neuron's loss: a list for w, and a number for b.

    The neuron has the weights `w` and the inputs `x`, two lists of n numbers,
    and a bias b. It computes z = w·x + b, y = 1/(1 + e⁻ᶻ), and the loss is
    (y - t)²/2.

    >>> in_w, in_b = neuron_gradient([0.5], -1.0, [2.0], 1.0)
    >>> in_w, in_b
    ([-0.25], -0.125)
    >>> in_w, in_b = neuron_gradient([1.0, -2.0], 0.5, [3.0, 1.0], 0.0)
    >>> [round(g, 4) for g in in_w], round(in_b, 4)
    ([0.3658, 0.1219], 0.1219)
    """
    z = sum(wi * xi for wi, xi in zip(w, x, strict=True)) + b
    y = (1 + math.tanh(z / 2)) / 2  # 1/(1 + e⁻ᶻ), written so that it cannot overflow
    delta = (y - t) * y * (1 - y)
    return [delta * xi for xi in x], delta


def layer_backward(weights, a, delta):
    """Return the gradients with respect to the weights and the input of a layer.

    `weights` is a list of m rows with n numbers each, `a` the list of the n
    inputs, and z = weights · a. Given is `delta`, the m derivatives of the loss
    with respect to z. The first result has m rows of n numbers, the second n
    numbers.

    >>> in_weights, in_a = layer_backward([[1, 2, 0], [3, -1, 1]], [1, 0, 2], [1, 2])
    >>> in_weights
    [[1, 0, 2], [2, 0, 4]]
    >>> in_a
    [7, 0, 2]
    >>> layer_backward([[1, 2], [0, 1]], [1, 1], [1, 3])
    ([[1, 1], [3, 3]], [1, 5])
    """
    in_weights = [[d * aj for aj in a] for d in delta]
    in_a = [sum(d * row[j] for d, row in zip(delta, weights, strict=True)) for j in range(len(a))]
    return in_weights, in_a


def hidden_delta(next_weights, next_delta, z):
    """Return δ of a sigmoid layer from the δ of the layer after it.

    The layer computes z (a list of n numbers) and hands on 1/(1 + e⁻ᶻ). The next
    layer has m rows of n weights and the m numbers `next_delta`.

    >>> hidden_delta([[2.0, -4.0]], [1.0], [0.0, 0.0])
    [0.5, -1.0]
    >>> delta = hidden_delta([[3.0, -1.0]], [0.7689], [0.0, 1.0])
    >>> [round(d, 4) for d in delta]
    [0.5767, -0.1512]
    >>> delta = hidden_delta([[1.0, 2.0], [0.0, 1.0]], [1.0, 3.0], [0.0, 2.0])
    >>> [round(d, 4) for d in delta]
    [0.25, 0.525]
    """
    delta = []
    for j, zj in enumerate(z):
        arriving = sum(row[j] * d for row, d in zip(next_weights, next_delta, strict=True))
        y = (1 + math.tanh(zj / 2)) / 2  # 1/(1 + e⁻ᶻ), written so that it cannot overflow
        delta.append(arriving * y * (1 - y))
    return delta


def training_price(sizes, trained):
    """Return the multiplications that go back when only some layers are trained.

    `sizes` are n₀ (inputs), n₁, …, n_K (outputs) of a dense network, and
    `trained` says for each of its K layers, the lowest first, whether its
    weights are trained. Count products with weights, for one example: δaᵀ for
    each trained layer, and Wᵀδ wherever δ must go further down. Nothing is
    computed that no trained layer needs.

    >>> training_price([784, 1000, 200, 10], [True, True, True])
    1188000
    >>> training_price([784, 1000, 200, 10], [False, False, True])  # a new head
    2000
    >>> training_price([784, 1000, 200, 10], [False, True, False])
    202000
    >>> training_price([784, 1000, 200, 10], [False, False, False])
    0
    """
    prices = [sizes[k] * sizes[k + 1] for k in range(len(trained))]
    if True not in trained:
        return 0
    own = sum(price for price, train in zip(prices, trained, strict=True) if train)
    return own + sum(prices[trained.index(True) + 1 :])


def through_time(w, u, inputs, target):
    """Return the derivatives of a recurrent network's loss with respect to w and u.

    The network has one number for its state, 0 at first. At each step it takes
    in a number x of `inputs`, and its state becomes tanh(w · state + u · x). The
    loss is (last state - target)²/2. All steps use the same w and the same u.

    >>> in_w, in_u = through_time(0.5, 1.0, [2.0], 0.0)  # one step: w meets the state 0
    >>> round(in_w, 4), round(in_u, 4)
    (0.0, 0.1362)
    >>> in_w, in_u = through_time(0.5, 1.0, [2.0, -1.0], 1.0)
    >>> round(in_w, 4), round(in_u, 4)
    (-1.1004, 1.0608)
    >>> in_w, in_u = through_time(0.0, 1.0, [2.0, -1.0], 1.0)  # nothing is remembered
    >>> round(in_w, 4), round(in_u, 4)
    (-0.7132, 0.7398)
    """
    states = [0.0]
    for x in inputs:
        states.append(math.tanh(w * states[-1] + u * x))
    in_w = in_u = 0.0
    sensitivity = states[-1] - target
    for k in reversed(range(len(inputs))):
        delta = sensitivity * (1 - states[k + 1] ** 2)
        in_w += delta * states[k]
        in_u += delta * inputs[k]
        sensitivity = delta * w
    return in_w, in_u


def record(tape, operation, *operands):
    """Carry out one operation, write it on the tape, and return its number.

    A tape is a list of nodes. Node k is a pair (value, edges) with one edge
    (number of the operand, local derivative) for each operand, in order. The
    operands are given by their numbers on the tape. The operations are "add"
    and "mul" with two operands, "neg", "exp", "log" and "tanh" with one. Append
    the new node. For any other operation raise ValueError, and leave the tape.

    >>> tape = [(2.0, []), (1.0, [])]  # x = 2 and y = 1, two inputs
    >>> record(tape, "add", 0, 1)  # x + y
    2
    >>> record(tape, "mul", 0, 0)  # x², an edge for each factor
    3
    >>> record(tape, "mul", 2, 3)
    4
    >>> tape[2:]
    [(3.0, [(0, 1), (1, 1)]), (4.0, [(0, 2.0), (0, 2.0)]), (12.0, [(2, 4.0), (3, 3.0)])]
    >>> record(tape, "tanh", 1), tape[5][0] == math.tanh(1.0)
    (5, True)
    >>> record(tape, "sqrt", 1)
    Traceback (most recent call last):
        ...
    ValueError: no operation sqrt
    """
    rules = {
        "add": lambda a, b: (a + b, [1, 1]),
        "mul": lambda a, b: (a * b, [b, a]),
        "neg": lambda a: (-a, [-1]),
        "exp": lambda a: (math.exp(a), [math.exp(a)]),
        "log": lambda a: (math.log(a), [1 / a]),
        "tanh": lambda a: (math.tanh(a), [1 - math.tanh(a) ** 2]),
    }
    if operation not in rules:
        raise ValueError(f"no operation {operation}")
    value, local = rules[operation](*(tape[operand][0] for operand in operands))
    tape.append((value, list(zip(operands, local, strict=True))))
    return len(tape) - 1


def sweep(tape, upstream):
    """Return the sensitivities of a loss to all nodes of a tape, as a list.

    Node k of the tape is a pair (value, edges), with one edge (number of an
    operand, local derivative) for each operand; no operand comes after its user.
    `upstream` is a dictionary: for some nodes, the rate at which the loss grows
    with them directly. Such a node may be used by later nodes as well. Then its
    sensitivity has both parts.

    >>> tape = [(2.0, []), (1.0, []), (3.0, [(0, 1), (1, 1)]), (4.0, [(0, 4.0)])]
    >>> tape += [(12.0, [(2, 4.0), (3, 3.0)])]  # (x + y)·x² at x = 2, y = 1
    >>> sweep(tape, {4: 1})
    [16.0, 4.0, 4.0, 3.0, 1]
    >>> sweep(tape, {2: 1})  # of x + y alone
    [1.0, 1.0, 1.0, 0.0, 0]
    >>> sweep(tape, {4: 1, 3: 10})  # of (x + y)·x² + 10·x²
    [56.0, 4.0, 4.0, 13.0, 1]
    >>> sweep(tape, {})
    [0.0, 0.0, 0.0, 0.0, 0]
    """
    sensitivity = [upstream.get(k, 0) for k in range(len(tape))]
    for k in reversed(range(len(tape))):
        for operand, local in tape[k][1]:
            sensitivity[operand] += sensitivity[k] * local
    return sensitivity


def train_neuron(examples, w, b, learning_rate, steps):
    """Train a neuron by gradient descent, and return w, b and its losses.

    `examples` is a list of pairs (x, t): the inputs, a list of n numbers, and
    the target. The neuron has n weights w and a bias b, and answers
    y = tanh(w·x + b). The loss is the mean of (y - t)²/2 over all examples.
    Return the weights after the last step as a list, the bias, and the losses
    before each step and after the last, `steps` + 1 numbers.

    >>> either = [([0, 0], -1), ([0, 1], 1), ([1, 0], 1), ([1, 1], 1)]
    >>> w, b, losses = train_neuron(either, [0.0, 0.0], 0.0, 1.0, 100)
    >>> [round(wi, 4) for wi in w], round(b, 4)
    ([2.5585, 2.5585], -1.1499)
    >>> losses[0], round(losses[1], 4), round(losses[-1], 4)
    (0.5, 0.2826, 0.0073)
    >>> train_neuron([([2.0], 0.0)], [0.0], 0.0, 0.5, 1)  # there already
    ([0.0], 0.0, [0.0, 0.0])
    >>> w, b, losses = train_neuron([([1.0], 1.0), ([1.0], -1.0)], [1.0], 0.0, 0.25, 40)
    >>> round(w[0] + b, 6)  # two targets for one input: between them
    0.0
    """
    w, losses = list(w), []
    for step in range(steps + 1):
        outputs = [math.tanh(sum(wi * xi for wi, xi in zip(w, x, strict=True)) + b) for x, _ in examples]
        errors = [y - t for y, (_, t) in zip(outputs, examples, strict=True)]
        losses.append(sum(error**2 for error in errors) / 2 / len(examples))
        if step < steps:
            deltas = [e * (1 - y**2) / len(examples) for e, y in zip(errors, outputs, strict=True)]
            for i in range(len(w)):
                w[i] -= learning_rate * sum(d * x[i] for d, (x, _) in zip(deltas, examples, strict=True))
            b -= learning_rate * sum(deltas)
    return w, b, losses
