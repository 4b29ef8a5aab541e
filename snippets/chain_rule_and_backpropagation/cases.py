"""Inputs on which answers to the exercises are checked besides the examples: ordinary ones, and all edges of the task.

A function has the name of its exercise, takes a `random.Random` with a fixed seed, and yields expressions. What they
should give is computed by the worked solution. Numbers are multiples of a quarter, so that what is 0 on paper is 0.
"""

from snippets.quarters import quarter, quarters

LINKS = {"x**2": "2 * x", "3 * x - 1": "3", "-x": "-1", "x**3 + x": "3 * x**2 + 1", "5 - x**2": "-2 * x"}


def chain_slope(random):
    """Chains of no to four links, some of them used twice; the lists are asked for afterwards."""
    for n in (0, 1, 2, 2, 3, 3, 4):
        chosen = [random.choice(list(LINKS)) for _ in range(n)]
        fs = ", ".join(f"lambda x: {link}" for link in chosen)
        slopes = ", ".join(f"lambda x: {LINKS[link]}" for link in chosen)
        yield f"chain_slope([{fs}], [{slopes}], {quarter(random)})"
    for x in (0.0, 0.5, -2.0):
        yield f"chain_slope([math.sin, math.exp, math.cos], [math.cos, math.exp, lambda x: -math.sin(x)], {x})"
    yield "chain_slope([lambda x: x**2, lambda x: 1 / x], [lambda x: 2 * x, lambda x: -1 / x**2], -0.5)"
    yield "(chain_slope(f := [abs], g := [lambda x: 1], 3.0), f == [abs], len(g))"


def sum_over_paths(random):
    """Random graphs of two to six nodes with parallel edges, dead ends and detours; one is asked for afterwards."""
    for n in (2, 3, 4, 4, 5, 6):
        edges = {
            i: [(random.randrange(i + 1, n), quarter(random)) for _ in range(random.randrange(1, 4))]
            for i in range(n - 1)
        }
        yield f"sum_over_paths({edges}, 0, {n - 1})"
        yield f"sum_over_paths({edges}, {random.randrange(n)}, {random.randrange(n)})"
    yield "sum_over_paths({}, 'x', 'x')"
    yield "sum_over_paths({}, 'x', 'y')"
    yield "sum_over_paths({'x': [('y', 2), ('z', 5)], 'z': []}, 'x', 'y')"
    yield "sum_over_paths({'x': [('u', 2)], 'u': [('y', 3)], 'y': [('z', 7)]}, 'x', 'y')"
    yield "sum_over_paths({'x': [('y', 2)]}, 'y', 'x')"
    yield "sum_over_paths({'x': [('u', 2), ('u', -2)], 'u': [('y', 3)]}, 'x', 'y')"
    yield "(sum_over_paths(g := {'x': [('y', 2)]}, 'x', 'y'), g)"


def backward(random):
    """Calculations of one to seven nodes with none to three operands; one with a node that nothing uses."""
    # no difference: reversed(range(len(nodes))) -> reversed(range(len(nodes))[1:]): node 0 has nothing to hand on to
    # no difference: len(nodes) -> len(sensitivity): there is one sensitivity for each node
    for n in (1, 2, 3, 4, 5, 7):
        nodes = [[(random.randrange(k), quarter(random)) for _ in range(min(k, random.randrange(4)))] for k in range(n)]
        yield f"backward({nodes})"
    yield "backward([[], [(0, 2)], [(0, 5)]])"
    yield "backward([[], [(0, 0.5), (0, 0.5)], [(1, -3.0), (0, 1.5)]])"
    yield "backward([[], [(0, 2)], [(1, 3)], [(2, 4)], [(3, 5), (0, 1)]])"
    yield "(backward(nodes := [[], [(0, 2.0)]]), nodes)"


def dual_product(random):
    """Pairs of numbers of both signs, and a product of three."""
    # no difference: (first, second) -> (second, first): the product does not depend on the order
    for _ in range(8):
        yield f"dual_product({_pair(random)}, {_pair(random)})"
    yield "dual_product((0.0, 1.0), (5.0, 2.0))"
    yield "dual_product((2.0, 3.0), (2.0, 0.0))"
    yield "dual_product((0.0, 2.0), (0.0, -3.0))"
    yield f"dual_product(dual_product({_pair(random)}, {_pair(random)}), {_pair(random)})"


def neuron_gradient(random):
    """Neurons with one to four inputs, either target, at rest and saturated; the lists are asked for afterwards."""
    # no difference: zip(w, x, strict=True) -> zip(x, w, strict=True): a product does not depend on the order
    for n in (1, 1, 2, 3, 4):
        for target in (0.0, 1.0, 0.25):
            w, x = quarters(random, n), quarters(random, n)
            yield f"neuron_gradient({w}, {quarter(random)}, {x}, {target})"
    yield "neuron_gradient([0.0, 0.0], 0.0, [1.0, -2.0], 0.5)"
    yield "neuron_gradient([1.0], 0.0, [20.0], 0.0)"
    yield "neuron_gradient([1.0], 0.0, [-20.0], 1.0)"
    yield "(neuron_gradient(w := [0.5, 1.0], 0.25, x := [2.0, -1.0], 1.0), w, x)"


def layer_backward(random):
    """Layers of one to three neurons with one to four inputs; what is given is asked for afterwards."""
    for m in (1, 2, 3):
        for n in (1, 2, 3, 4):
            rows = [quarters(random, n) for _ in range(m)]
            yield f"layer_backward({rows}, {quarters(random, n)}, {quarters(random, m)})"
    yield "layer_backward([[0.0, 0.0]], [1.0, 2.0], [3.0])"
    yield "layer_backward([[1.0, -1.0], [-1.0, 1.0]], [0.0, 0.0], [1.0, 1.0])"
    yield "(layer_backward(w := [[1.0, 2.0]], a := [3.0, 4.0], d := [5.0]), w, a, d)"


def hidden_delta(random):
    """Layers of one to four neurons before one to three, at rest, driven and saturated, square weights among them."""
    # no difference: 1 + math.tanh(drive / 2) -> 1 - math.tanh(drive / 2): that is 1 - y, and y(1 - y) stays what it is
    # no difference: drive / 2 -> -(drive / 2): that is 1 - y, and y(1 - y) stays what it is
    for m in (1, 2, 3):
        for n in (1, 2, 3, 4):
            rows = [quarters(random, n) for _ in range(m)]
            yield f"hidden_delta({rows}, {quarters(random, m)}, {quarters(random, n)})"
    yield "hidden_delta([[1.0, 1.0], [2.0, 3.0]], [1.0, -1.0], [20.0, -20.0])"
    yield "hidden_delta([[0.0]], [1.0], [1.0])"
    yield "(hidden_delta(w := [[1.0, 2.0]], d := [3.0], z := [0.5, -0.5]), w, d, z)"


def cheaper_order(random):
    """Chains of two to six sizes, wide and narrow at either end and in the middle; ties."""
    for n in (3, 3, 4, 4, 4, 5, 6, 7):
        yield f"cheaper_order({[random.randrange(1, 12) for _ in range(n)]})"
    yield "cheaper_order([3, 1, 9, 4])"
    yield "cheaper_order([4, 9, 1, 3])"
    yield "cheaper_order([5, 5, 5, 5])"
    yield "cheaper_order([1, 2, 3, 4])"
    yield "cheaper_order([4, 3, 2, 1])"
    yield "(cheaper_order(sizes := [2, 8, 3, 2]), sizes)"


def _pair(random):
    """Return a dual number."""
    return quarter(random), quarter(random)
