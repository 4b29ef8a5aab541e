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


def dual_polynomial(random):
    """Polynomials with none to six coefficients, at places of both signs and at 0; the list is asked for afterwards."""
    for n in (1, 1, 2, 2, 3, 3, 4, 5, 6):
        yield f"dual_polynomial({quarters(random, n)}, {quarter(random)})"
    yield "dual_polynomial([], -1.5)"
    yield "dual_polynomial([3.0, -2.0, 1.0], 0.0)"
    yield "dual_polynomial([0.0, 0.0, 0.0], 2.0)"
    yield "(dual_polynomial(c := [1.0, 2.0], 3.0), c)"


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
    """Layers of one to four neurons before one to three, at rest and saturated, square weights among them."""
    # no difference: 1 + math.tanh(zj / 2) -> 1 - math.tanh(zj / 2): that is 1 - y, and y(1 - y) stays what it is
    # no difference: zj / 2 -> -(zj / 2): that is 1 - y, and y(1 - y) stays what it is
    for m in (1, 2, 3):
        for n in (1, 2, 3, 4):
            rows = [quarters(random, n) for _ in range(m)]
            yield f"hidden_delta({rows}, {quarters(random, m)}, {quarters(random, n)})"
    yield "hidden_delta([[1.0, 1.0], [2.0, 3.0]], [1.0, -1.0], [20.0, -20.0])"
    yield "hidden_delta([[0.0]], [1.0], [1.0])"
    yield "(hidden_delta(w := [[1.0, 2.0]], d := [3.0], z := [0.5, -0.5]), w, d, z)"


def training_price(random):
    """Networks of one to five layers with random ones trained; all, none, the lowest, the topmost."""
    for k in (1, 2, 3, 3, 4, 5):
        sizes = [random.randrange(1, 12) for _ in range(k + 1)]
        yield f"training_price({sizes}, {[random.random() < 0.5 for _ in range(k)]})"
        yield f"training_price({sizes}, {[True] * k})"
        yield f"training_price({sizes}, {[False] * k})"
        yield f"training_price({sizes}, {[j == 0 for j in range(k)]})"
        yield f"training_price({sizes}, {[j == k - 1 for j in range(k)]})"
    yield "(training_price(n := [3, 2, 5, 1], t := [False, True, True]), n, t)"


def through_time(random):
    """One to six steps, weights of both signs and 0; the inputs are asked for afterwards."""
    for n in (1, 1, 2, 2, 3, 4, 5, 6):
        w, u, target = quarter(random) / 2, quarter(random) / 2, quarter(random) / 4
        yield f"through_time({w}, {u}, {quarters(random, n)}, {target})"
    yield "through_time(0.0, 0.5, [1.0, 2.0, -1.0], 0.25)"
    yield "through_time(0.5, 0.0, [1.0, 2.0, -1.0], 0.25)"
    yield "(through_time(0.5, 0.5, x := [1.0, -1.0], 0.0), x)"


def record(random):
    """Each operation on random operands, the same one twice among them; the whole tape is asked for afterwards."""
    # no difference: math.tanh(a) -> math.tanh(-a): the slope has its square
    tape = [(number, []) for number in quarters(random, 3)]
    for operation in ("add", "mul", "add", "mul"):
        yield f"(t := {tape}, record(t, '{operation}', {random.randrange(3)}, {random.randrange(3)}), t[3:])"
    for operation in ("neg", "exp", "tanh"):
        yield f"(t := {tape}, record(t, '{operation}', {random.randrange(3)}), t[3:])"
    yield "(t := [(1.0, []), (0.25, [])], record(t, 'log', 1), t)"
    yield "(t := [(0.5, [])], record(t, 'mul', 0, 0), record(t, 'mul', 1, 0), record(t, 'tanh', 2), t)"
    yield "record([(0.5, [])], 'sine', 0)"
    yield "(t := [(0.5, [])], [record(t, name, 0) for name in ('neg', 'exp', 'log', 'tanh')], t)"


def sweep(random):
    """Tapes of one to seven nodes with none to three operands, and one to three rates from above; both asked for."""
    # no difference: reversed(range(len(tape))) -> reversed(range(len(tape))[1:]): node 0 has nothing to hand on to
    # no difference: len(tape) -> len(sensitivity): there is one sensitivity for each node
    for n in (1, 2, 3, 4, 5, 6, 7, 7):
        tape = [
            (quarter(random), [(random.randrange(k), quarter(random)) for _ in range(min(k, random.randrange(4)))])
            for k in range(n)
        ]
        yield f"sweep({tape}, {{ {n - 1}: 1 }})"
        upstream = {random.randrange(n): quarter(random) for _ in range(3)}
        yield f"sweep({tape}, {upstream})"
    yield "sweep([(1.0, []), (2.0, [(0, 2.0)]), (6.0, [(1, 3.0)])], {1: 5.0, 2: 1.0, 0: -1.0})"
    yield "sweep([(1.0, [])], {})"
    yield "(sweep(t := [(1.0, []), (2.0, [(0, 2.0)])], u := {1: 3.0}), t, u)"


def train_neuron(random):
    """One to four examples with one to three inputs, none to five steps; what is given is asked for afterwards."""
    # no difference: zip(w, x, strict=True) -> zip(x, w, strict=True): a product does not depend on the order
    # no difference: len(examples) -> len(outputs): there is one output for each example
    for n, count, steps in (
        (1, 1, 0),
        (1, 1, 1),
        (1, 2, 1),
        (2, 1, 2),
        (2, 3, 1),
        (2, 4, 3),
        (3, 2, 5),
        (1, 4, 2),
        (2, 2, 4),
        (3, 3, 1),
    ):
        examples = [(quarters(random, n), random.choice([-1.0, 1.0, 0.5])) for _ in range(count)]
        rate = random.choice([0.25, 0.5, 1.0])
        w = [number / 4 for number in quarters(random, n)]
        yield f"train_neuron({examples}, {w}, {quarter(random) / 4}, {rate}, {steps})"
    yield "(train_neuron(e := [([1.0, -1.0], 1.0), ([0.5, 2.0], -1.0)], w := [0.25, 0.5], 0.0, 0.5, 2), e, w)"
