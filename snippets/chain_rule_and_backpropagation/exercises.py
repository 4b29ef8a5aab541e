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


def dual_product(first, second):
    """Return the product of two dual numbers.

    A dual number a + bε is a pair (a, b), value and rate, and ε² = 0.

    >>> dual_product((3, 1), (3, 1))  # x² at 3
    (9, 6)
    >>> dual_product((2, 5), (10, 0))  # times a constant
    (20, 50)
    >>> dual_product((0, 1), (0, 1))  # ε² = 0
    (0, 0)
    >>> x = (2, 1)
    >>> dual_product(dual_product(x, x), x)  # x³ at 2
    (8, 12)
    """
    (a, b), (c, d) = first, second
    return a * c, a * d + b * c


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
    for j, drive in enumerate(z):
        arriving = sum(row[j] * d for row, d in zip(next_weights, next_delta, strict=True))
        y = (1 + math.tanh(drive / 2)) / 2  # 1/(1 + e⁻ᶻ), written so that it cannot overflow
        delta.append(arriving * y * (1 - y))
    return delta


def cheaper_order(sizes):
    """Return from which end to multiply a chain of Jacobians, and the price.

    `sizes` are n₀ (inputs), n₁, …, n_K (outputs), K at least 2. Jacobian k has n_k rows
    and n_(k-1) columns. Multiplying shapes (m, k) and (k, n) costs m·k·n. The
    answer is the pair ("forward", price) if beginning at the inputs is cheaper,
    and ("reverse", price) if beginning at the outputs is cheaper or both cost
    the same.

    >>> cheaper_order([1000, 4, 4, 1])
    ('reverse', 4016)
    >>> cheaper_order([1, 10, 200, 1000])
    ('forward', 202000)
    >>> cheaper_order([2, 3, 5, 2])
    ('reverse', 42)
    >>> cheaper_order([2, 7, 2])
    ('reverse', 28)
    """
    pairs = [sizes[k - 1] * sizes[k] for k in range(1, len(sizes))]
    forward, reverse = sizes[0] * sum(pairs[1:]), sizes[-1] * sum(pairs[:-1])
    return ("forward", forward) if forward < reverse else ("reverse", reverse)
