"""Reverse mode: an engine that differentiates any scalar calculation, backward, in one sweep.

A calculation leaves a trail. Each operation makes a `Node` that holds its value and one edge to each operand, and on
the edge stands the *local derivative*: how fast this result moves with that operand, the other operand held fixed.
Below, it is written right beside the operation it belongs to.

`sensitivities` walks the trail from the result back. The result's sensitivity to itself is 1. Each node hands to each
operand its own sensitivity times the local derivative on the edge, and the operand *adds* what it is handed, because
paths add up. The order matters: a node may hand on only when all its users have handed to it. Walking the trail
against a topological order sees to that.

So the whole backward sweep is one multiplication and one addition for each edge of the trail.
"""

import math


# --8<-- [start:node]
class Node:
    """A number in a calculation, and where it came from.

    >>> x, y = Node(2), Node(1)
    >>> f = (x + y) * x**2
    >>> f.value, [local for _, local in f.edges]  # operands x + y = 3, x² = 4
    (12, [4, 3])
    """

    def __init__(self, value, edges=()):
        self.value = value
        self.edges = edges  # pairs (operand, local derivative)

    def __add__(self, other):
        other = as_node(other)
        return Node(self.value + other.value, [(self, 1), (other, 1)])

    def __mul__(self, other):
        other = as_node(other)
        edges = [(self, other.value), (other, self.value)]
        return Node(self.value * other.value, edges)

    def __truediv__(self, other):
        return self * as_node(other) ** -1

    def __pow__(self, n):
        """Power with a fixed number n as exponent."""
        local = n * self.value ** (n - 1) if n else 0
        return Node(self.value**n, [(self, local)])

    def __neg__(self):
        return Node(-self.value, [(self, -1)])

    def __sub__(self, other):
        return self + -as_node(other)

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return as_node(other) / self

    __radd__, __rmul__ = __add__, __mul__


def as_node(number):
    """A constant is a node without edges.

    >>> as_node(5).edges
    ()
    """
    return number if isinstance(number, Node) else Node(number)


# --8<-- [end:node]


# --8<-- [start:functions]
def exp(x):
    """eˣ, which is its own local derivative.

    >>> exp(Node(0)).value
    1.0
    """
    y = math.exp(x.value)
    return Node(y, [(x, y)])


def log(x):
    """Natural logarithm of x > 0.

    >>> log(Node(4)).edges[0][1]
    0.25
    """
    return Node(math.log(x.value), [(x, 1 / x.value)])


def sin(x):
    """Sine of x in radians.

    >>> sin(Node(0)).edges[0][1]
    1.0
    """
    return Node(math.sin(x.value), [(x, math.cos(x.value))])


def sigmoid(z):
    """1 / (1 + e⁻ᶻ), written so that nothing overflows.

    >>> sigmoid(Node(0)).edges[0][1]
    0.25
    """
    y = (1 + math.tanh(z.value / 2)) / 2
    return Node(y, [(z, y * (1 - y))])


def relu(z):
    """The larger of 0 and z; at the kink we take the slope 0.

    >>> [relu(Node(z)).edges[0][1] for z in (-1, 0, 1)]
    [0, 0, 1]
    """
    return Node(max(0, z.value), [(z, int(z.value > 0))])


# --8<-- [end:functions]


# --8<-- [start:sensitivities]
def topological_order(result):
    """All nodes below the result, each after its operands, the result last.

    >>> x = Node(2)
    >>> [node.value for node in topological_order(x * (x + 1))]
    [2, 1, 3, 6]
    """
    order, seen, stack = [], set(), [(result, False)]
    while stack:
        node, operands_done = stack.pop()
        if operands_done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack += [(operand, False) for operand, _ in reversed(node.edges)]
    return order


def sensitivities(result):
    """∂result/∂node for every node below the result, as a dictionary.

    >>> x, y = Node(2), Node(1)
    >>> s = sensitivities((x + y) * x**2)
    >>> s[x], s[y]
    (16, 4)
    """
    order = topological_order(result)
    sensitivity = dict.fromkeys(order, 0)
    sensitivity[result] = 1
    for node in reversed(order):
        for operand, local in node.edges:
            sensitivity[operand] += sensitivity[node] * local
    return sensitivity


# --8<-- [end:sensitivities]


# --8<-- [start:reverse_gradient]
def reverse_gradient(f, point):
    """Gradient of f at a point of n numbers: one run and one sweep.

    >>> reverse_gradient(lambda x, y: (x + y) * x**2, [2, 1])
    [16, 4]
    """
    inputs = [Node(x) for x in point]
    sensitivity = sensitivities(as_node(f(*inputs)))
    return [sensitivity.get(x, 0) for x in inputs]


# --8<-- [end:reverse_gradient]
