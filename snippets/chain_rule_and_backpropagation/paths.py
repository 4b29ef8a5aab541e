"""Several ways from a variable to a result: rates multiply along each path, and the paths add up.

A computational graph is written here as the edges that leave each node, with their local derivatives:

    {"x": [("u", 1), ("v", 4)], "y": [("u", 1)], "u": [("f", 4)], "v": [("f", 3)]}

says that u moves as fast as x does, v four times as fast, and f four times as fast as u. Summing over all paths is the
chain rule, word for word. It is also hopeless for a network, because the number of paths multiplies from layer to
layer while the number of edges only adds. The way out is to compute the *sensitivity* of each node once, and to share
it among all the paths that run through it.
"""

from itertools import pairwise
from math import prod

# --8<-- [start:example_graph]
# f(x, y) = (x + y)·x² at (2, 1): u = x + y = 3, v = x² = 4, f = u·v = 12.
EXAMPLE = {
    "x": [("u", 1), ("v", 4)],
    "y": [("u", 1)],
    "u": [("f", 4)],
    "v": [("f", 3)],
}
# --8<-- [end:example_graph]


def all_paths(edges, start, end):
    """Local derivatives along each path from start to end: a list of lists.

    >>> all_paths(EXAMPLE, "x", "f")  # x → u → f and x → v → f
    [[1, 4], [4, 3]]
    """
    if start == end:
        return [[]]
    paths = []
    for child, local in edges.get(start, []):
        paths += [[local, *rest] for rest in all_paths(edges, child, end)]
    return paths


def sum_over_paths(edges, start, end):
    """∂end/∂start: multiply along each path, add the paths.

    >>> sum_over_paths(EXAMPLE, "x", "f")
    16
    """
    return sum(prod(path) for path in all_paths(edges, start, end))


# --8<-- [start:shared]
def sensitivity(edges, start, end, known=None):
    """∂end/∂start again, but each node's sensitivity is computed only once.

    >>> sensitivity(EXAMPLE, "x", "f")
    16
    """
    known = {end: 1} if known is None else known
    if start not in known:
        known[start] = 0
        for child, local in edges.get(start, []):
            known[start] += sensitivity(edges, child, end, known) * local
    return known[start]


# --8<-- [end:shared]


# --8<-- [start:count_paths]
def count_paths(sizes):
    """How many paths run through fully connected layers of these sizes.

    >>> count_paths([2, 3, 1])
    6
    """
    return prod(sizes)


def count_edges(sizes):
    """How many edges they have: one for each weight.

    >>> count_edges([2, 3, 1])
    9
    """
    return sum(before * after for before, after in pairwise(sizes))


# --8<-- [end:count_paths]


# --8<-- [start:total]
def held(x, u):
    """u·x², where u is a variable of its own: (value, ∂/∂x, ∂/∂u).

    >>> held(2, 3)
    (12, 12, 4)
    """
    return u * x**2, 2 * u * x, x**2


def total_derivative(x, y):
    """d/dx of u·x² along u = x + y: the direct rate plus the way through u.

    >>> total_derivative(2, 1)
    16
    """
    _, direct, through_u = held(x, x + y)
    u_rate = 1
    return direct + through_u * u_rate


# --8<-- [end:total]
