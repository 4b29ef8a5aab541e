"""Inputs on which answers to the exercises are checked besides the examples: ordinary ones, and all edges of the task.

A function has the name of its exercise, takes a `random.Random` with a fixed seed, and yields expressions. What they
should give is computed by the worked solution. Numbers are multiples of a quarter, so that what is 0 on paper is 0.
"""

from itertools import pairwise

from snippets.quarters import quarter, quarters


def gate_backward(random):
    """None to five numbers of both signs, gates shut and open; the arguments afterwards."""
    # no difference: zip(u, shares, strict=True) -> zip(shares, u, strict=True): factors commute.
    # no difference: zip(u, a, shares, strict=True) -> zip(a, u, shares, strict=True): factors commute.
    for n in (0, 1, 2, 3, 5):
        for _ in range(3):
            yield f"gate_backward({quarters(random, n)}, {quarters(random, n)}, {quarters(random, n)})"
    yield "gate_backward([2.0, -1.0], [30.0, -30.0], [1.0, 4.0])"
    yield "gate_backward([0.0, 5.0], [1.0, 0.0], [3.0, 0.0])"
    yield "(gate_backward(a := [1.0, 2.0], b := [0.0, 0.5], u := [1.0, -1.0]), a, b, u)"


def joined_gradient(random):
    """One to four pieces of equal and unequal sizes, gradients of one to four numbers; the pieces afterwards."""
    # no difference: pieces[0] -> pieces[-1]: all gradients are equally long.
    for n in (1, 2, 3, 4):
        for sizes in ((4,), (2, 2), (8, 3), (1, 2, 5), (3, 1, 1, 7)):
            yield f"joined_gradient({[(size, quarters(random, n)) for size in sizes]})"
    yield "(joined_gradient(p := [(1, [1.0]), (3, [-2.0])]), p)"


def sum_to_shape(random):
    """One to three rows and columns, copied along either axis, both, or none; the gradient afterwards."""
    for rows in (1, 2, 3):
        for columns in (1, 2, 3):
            gradient = [quarters(random, columns) for _ in range(rows)]
            for shape in sorted({(r, c) for r in (1, rows) for c in (1, columns)}):
                yield f"sum_to_shape({gradient}, {shape})"
    yield "(sum_to_shape(g := [[1.0, 2.0], [3.0, 4.0]], (1, 1)), g)"


def lookup_backward(random):
    """One to six places, tables of one to five rows, words that occur never, once, always; delta afterwards."""
    # no difference: delta[0] -> delta[-1]: all rows are equally long.
    # no difference: zip(table[token], row, strict=True) -> zip(row, table[token], strict=True): terms commute.
    for rows in (1, 2, 3, 5):
        for places in (1, 2, 4, 6):
            tokens = [random.randrange(rows) for _ in range(places)]
            yield f"lookup_backward({tokens}, {[quarters(random, 2) for _ in tokens]}, {rows})"
    yield "lookup_backward([1, 1, 1], [[1.0, 0.5, 2.0], [2.0, 0.25, 0.0], [4.0, 0.0, -2.0]], 2)"
    yield "(lookup_backward([0, 0], d := [[1.0], [2.0]], 1), d)"


def stride_backward(random):
    """One to four weights, steps from one to larger than the weights, inputs that are read often, once and never."""
    for size in (1, 2, 3, 4):
        for stride in (1, 2, 3, 5):
            outputs = random.randrange(1, 4)
            spare = random.randrange(stride)
            n = (outputs - 1) * stride + size + spare
            weights, x, delta = quarters(random, size), quarters(random, n), quarters(random, outputs)
            yield f"stride_backward({weights}, {x}, {delta}, {stride})"
    yield "(stride_backward(w := [1.0, 2.0], x := [1.0, 0.5, 2.0], d := [1.0, -1.0], 1), w, x, d)"


def drop_channels(random):
    """Draws on both sides of p and on it, p from 0 to 0.75, channels of several lengths; the arguments afterwards."""
    for p in (0.0, 0.25, 0.5, 0.75):
        for channels, n in ((1, 3), (3, 1), (2, 2), (4, 3)):
            draws = [random.randrange(8) / 8 for _ in range(channels)]
            x, u = ([quarters(random, n) for _ in range(channels)] for _ in range(2))
            yield f"drop_channels({x}, {u}, {draws}, {p})"
    yield "drop_channels([[1.0, 2.0], [5.0]], [[1.0, 3.0], [2.0]], [0.25, 0.125], 0.25)"
    yield "drop_channels([], [], [], 0.5)"
    yield "(drop_channels(x := [[1.0], [2.0]], u := [[1.0], [3.0]], d := [0.75, 0.5], 0.625), x, u, d)"


def folded(random):
    """One to three neurons with one to three inputs, variances of all sizes, eps as given and left out."""
    for m in (1, 2, 3):
        for n in (1, 2, 3):
            rows = [quarters(random, n) for _ in range(m)]
            others = ", ".join(str(quarters(random, m)) for _ in range(4))
            variance = [random.choice([0.25, 1.0, 4.0, 9.0, 100.0]) for _ in range(m)]
            yield f"folded({rows}, {others}, {variance}, 0.0)"
            yield f"folded({rows}, {others}, {variance}, 0.25)"
    yield "folded([[1.0]], [0.0], [1.0], [0.0], [0.0], [0.0])"
    yield "folded([[1.0]], [2.0], [1.0], [0.5], [1.0], [1e-05])"
    yield "(folded(w := [[1.0, 2.0]], b := [2.0], [1.0], [0.5], [1.0], [3.0], 1.0), w, b)"


def checkpoint_price(random):
    """One to eight layers of equal and unequal sizes, with checkpoints everywhere, at places, and at the first only."""
    for n in (1, 2, 4, 6, 8):
        sizes = [random.randrange(1, 20) for _ in range(n)]
        yield f"checkpoint_price({sizes}, [0])"
        yield f"checkpoint_price({sizes}, {list(range(n))})"
        for _ in range(3):
            places = sorted(random.sample(range(1, n), random.randrange(n)) if n > 1 else [])
            yield f"checkpoint_price({sizes}, {[0, *places]})"
    yield "checkpoint_price([100, 1, 1, 1], [0, 1, 2])"
    yield "checkpoint_price([1, 1, 1, 100], [0, 2])"
    yield "checkpoint_price([5, 50, 5, 5, 5, 5], [0, 3, 5])"
    yield "(checkpoint_price(s := [1, 2, 3], c := [0, 2]), s, c)"


def causal_attention_backward(random):
    """One to four tokens of one to four numbers; a token that only sees itself; the arguments afterwards."""
    # no difference: q[0] -> k[0]: queries and keys are equally long.
    # no difference: q[0] -> q[-1]: all queries are equally long.
    # no difference: q[0] -> v[0]: queries and values are equally long here.
    # no difference: [[0.0] * d for _ in q] -> [[0.0] * d for _ in v]: there are as many values as queries.
    # no difference: len(q) -> len(to_k): there are as many keys as queries.
    # no difference: map(float.__mul__, q[i], k[j]) -> map(float.__mul__, k[j], q[i]): factors commute.
    # no difference: math.exp(score) -> -math.exp(score): the sign cancels in the division.
    # no difference: map(float.__mul__, u[i], v[j]) -> map(float.__mul__, v[j], u[i]): factors commute.
    # no difference: map(float.__mul__, p, gains) -> map(float.__mul__, gains, p): factors commute.
    for tokens in (1, 2, 3, 4):
        for d in (1, 2, 4):
            tables = ", ".join(str([quarters(random, d) for _ in range(tokens)]) for _ in range(4))
            yield f"causal_attention_backward({tables})"
    one, two = [[1.0], [0.5]], [[2.0], [-1.0]]
    yield f"(causal_attention_backward(q := {one}, k := {two}, v := {one}, u := {two}), q, k, v, u)"


def dense_layer(random):
    """One to three neurons and inputs, batches of one to three; two steps in a row; what was given afterwards."""
    # no difference: zip(ws, row, strict=True) -> zip(row, ws, strict=True): factors commute.
    # no difference: zip(zs, self.biases, strict=True) -> zip(self.biases, zs, strict=True): terms commute.
    # no difference: zip(ds, column, strict=True) -> zip(column, ds, strict=True): factors commute.
    for m in (1, 2, 3):
        for n in (1, 2, 3):
            weights, biases = [quarters(random, n) for _ in range(m)], quarters(random, m)
            rows = [quarters(random, n) for _ in range(random.randrange(1, 4))]
            upstream = [quarters(random, m) for _ in rows]
            made = f"(l := dense_layer({weights}, {biases}), l.forward({rows}), l.backward({upstream}), "
            yield f"{made} l.step(0.5), l.forward({rows}), l.backward({upstream}))[1:]"
            yield f"{made} l.backward({upstream}), l.step(0.25), l.step(0.25), l.forward({rows}))[1:]"
    small = "dense_layer(w := [[0.5, -0.25]], b := [0.25])"
    use = "l.forward(r := [[1.0, 2.0]]), l.backward(u := [[1.0]]), l.step(1.0)"
    yield f"(l := {small}, {use}, w, b, r, u)[1:]"
    yield f"(l := {small}, k := {small}, {use}, k.forward([[1.0, 2.0]]))[2:]"
    yield f"(l := {small}, l.forward([[1.0, 2.0], [0.0, 1.0]]), l.forward([[3.0, 0.0]]), l.backward([[2.0]]))[1:]"


def scored(random):
    """One to five scores on either side, right and wrong, from 0 to 10000; the lists afterwards."""
    # no difference: len(scores) -> len(labels): there is a label for each score.
    # no difference: score > 0 -> score >= 0: at 0 both ways give one half.
    for n in (1, 2, 3, 5):
        for _ in range(3):
            yield f"scored({quarters(random, n)}, {[random.randrange(2) for _ in range(n)]})"
    for size in (0.0, 1.0, 20.0, 40.0, 700.0, 10000.0):
        for sign in (1, -1):
            for label in (0, 1):
                yield f"scored([{sign * size}, {quarter(random)}], [{label}, 1])"
    yield "scored([-30.0], [0])[0] / math.exp(-30.0), scored([-30.0], [0])[1][0] / math.exp(-30.0)"
    yield "(scored(z := [1.0, -2.0], y := [0, 1]), z, y)"


def moon_network(random):
    """Networks of one to three layers, batches of one to five, a few steps; what was given afterwards."""
    # no difference: zip(ws, row, strict=True) -> zip(row, ws, strict=True): factors commute.
    # no difference: row[0] -> row[-1]: the last layer has one neuron.
    # no difference: len(labels) -> len(rows): there is a label for each example.
    # no difference: zip(ds, ws, strict=True) -> zip(ws, ds, strict=True): factors commute.
    # no difference: score > 0 -> score >= 0: at 0 both ways give one half.
    for sizes in ((1, 1), (2, 1), (2, 2, 1), (2, 3, 1), (1, 2, 2, 1), (3, 2, 3, 1)):
        layers = [([quarters(random, n) for _ in range(m)], quarters(random, m)) for n, m in pairwise(sizes)]
        for count in (1, 2, 5):
            rows = [quarters(random, sizes[0]) for _ in range(count)]
            labels = [random.randrange(2) for _ in rows]
            made = f"(n := moon_network({layers}), n.scores({rows}), n.accuracy({rows}, {labels}), "
            yield f"{made} n.train({rows}, {labels}, 0.25, 3), n.scores({rows}))[1:]"
    flat = "[([[0.0]], [0.0])]"
    yield f"moon_network({flat}).accuracy([[1.0], [2.0]], [0, 1])"
    yield f"moon_network({flat}).train([[1.0]], [1], 1.0, 0)"
    steep = "n := moon_network([([[400.0]], [0.0])])"
    yield f"({steep}, n.train([[-100.0], [100.0]], [1, 1], 1.0, 2), n.scores([[1.0]]))[1:]"
    given = "n := moon_network(s := [([[1.0]], [0.5]), ([[2.0]], [1.0])])"
    yield f"({given}, n.train(r := [[1.0]], y := [0], 1.0, 2), s, r, y)[1:]"
    yield "(n := moon_network([([[1.0]], [0.5])]), n.train([[1.0]], [0], 1.0, 2), n.train([[1.0]], [0], 1.0, 2))[1:]"
