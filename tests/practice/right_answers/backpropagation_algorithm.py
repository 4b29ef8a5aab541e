"""Right answers of another make to the exercises of topic 07, one function each: `<exercise>__<how>`. All must pass."""

import math
from collections import defaultdict
from itertools import accumulate


def gate_backward__one_loop(a, b, u):
    to_a, to_b = [], []
    for x, gate, upstream in zip(a, b, u, strict=True):
        share = (1 + math.tanh(gate / 2)) / 2
        to_a.append(upstream * share)
        to_b.append(upstream * x * share * (1 - share))
    return to_a, to_b


def gate_backward__by_cosh(a, b, u):
    shares = [math.exp(g) / (1 + math.exp(g)) for g in b]
    slopes = [1 / (4 * math.cosh(g / 2) ** 2) for g in b]
    return tuple(p * q for p, q in zip(u, shares, strict=True)), tuple(
        x * p * q for x, p, q in zip(a, u, slopes, strict=True)
    )


def gate_backward__from_the_output(a, b, u):
    to_a = [p / (1 + math.exp(-g)) for p, g in zip(u, b, strict=True)]
    return to_a, [t * x * (1 - 1 / (1 + math.exp(-g))) for t, x, g in zip(to_a, a, b, strict=True)]


def joined_gradient__shares(pieces):
    total = sum(count for count, _ in pieces)
    return [
        sum(count / total * g for (count, _), g in zip(pieces, column, strict=True))
        for column in zip(*(gradient for _, gradient in pieces), strict=True)
    ]


def joined_gradient__running_mean(pieces):
    seen, mean = 0, [0.0] * len(pieces[0][1])
    for count, gradient in pieces:
        seen += count
        mean = [m + (g - m) * count / seen for m, g in zip(mean, gradient, strict=True)]
    return mean


def joined_gradient__example_by_example(pieces):
    all_of_them = [gradient for count, gradient in pieces for _ in range(count)]
    return [sum(column) / len(all_of_them) for column in zip(*all_of_them, strict=True)]


def sum_to_shape__scatter(gradient, shape):
    rows, columns = shape
    result = [[0.0] * columns for _ in range(rows)]
    for i, row in enumerate(gradient):
        for j, g in enumerate(row):
            result[i % rows if rows > 1 else 0][j % columns if columns > 1 else 0] += g
    return result


def sum_to_shape__columns_first(gradient, shape):
    narrow = [[sum(row)] for row in gradient] if shape[1] == 1 else gradient
    return [list(map(sum, zip(*narrow, strict=True)))] if shape[0] == 1 else [row[:] for row in narrow]


def sum_to_shape__four_cases(gradient, shape):
    if shape == (1, 1):
        return [[sum(map(sum, gradient))]]
    if shape[0] == 1:
        return [[sum(row[j] for row in gradient) for j in range(len(gradient[0]))]]
    if shape[1] == 1:
        return [[sum(row)] for row in gradient]
    return [tuple(row) for row in gradient]


def sum_to_shape__remainders(gradient, shape):
    small = [[0.0 for _ in range(shape[1])] for _ in range(shape[0])]
    for i, row in enumerate(gradient):
        for j, g in enumerate(row):
            small[i % shape[0]][j % shape[1]] += g  # i % 1 is 0, and i % R is i
    return small


def lookup_backward__row_by_row(tokens, delta, rows):
    n = len(delta[0])
    return [
        [sum(d[k] for token, d in zip(tokens, delta, strict=True) if token == v) for k in range(n)] for v in range(rows)
    ]


def lookup_backward__dictionary(tokens, delta, rows):
    found = defaultdict(lambda: [0.0] * len(delta[0]))
    for token, row in zip(tokens, delta, strict=True):
        found[token] = list(map(sum, zip(found[token], row, strict=True)))
    return [found[v] for v in range(rows)]


def lookup_backward__in_place(tokens, delta, rows):
    table = [[0 for _ in delta[0]] for _ in range(rows)]
    for i, token in enumerate(tokens):
        for k in range(len(delta[i])):
            table[token][k] += delta[i][k]
    return table


def stride_backward__windows(weights, x, delta, stride):
    size = len(weights)
    windows = [x[i * stride : i * stride + size] for i in range(len(delta))]
    to_weights = [sum(d * window[k] for d, window in zip(delta, windows, strict=True)) for k in range(size)]
    to_x = [0.0] * len(x)
    for i, d in enumerate(delta):
        for k in range(size):
            to_x[k + stride * i] += weights[k] * d
    return to_weights, to_x


def stride_backward__follows_the_inputs(weights, x, delta, stride):
    to_x = []
    for j in range(len(x)):
        readers = [(i, j - i * stride) for i in range(len(delta)) if 0 <= j - i * stride < len(weights)]
        to_x.append(sum(delta[i] * weights[k] for i, k in readers))
    to_weights = [sum(d * x[i * stride + k] for i, d in enumerate(delta)) for k in range(len(weights))]
    return to_weights, to_x


def stride_backward__spread_out(weights, x, delta, stride):
    spread = [0.0] * len(x)
    spread[: len(delta) * stride : stride] = delta
    to_weights = [sum(s * x[j + k] for j, s in enumerate(spread) if s) for k in range(len(weights))]
    padded = [0.0] * (len(weights) - 1) + spread
    return to_weights, [sum(w * padded[j + len(weights) - 1 - k] for k, w in enumerate(weights)) for j in range(len(x))]


def drop_channels__loop(x, u, draws, p):
    y, back = [], []
    for channel, upstream, draw in zip(x, u, draws, strict=True):
        if draw < p:
            y.append([0] * len(channel))
            back.append([0] * len(upstream))
        else:
            y.append([value / (1 - p) for value in channel])
            back.append([value / (1 - p) for value in upstream])
    return y, back


def drop_channels__mask(x, u, draws, p):
    mask = [float(draw >= p) for draw in draws]
    return tuple([[v * m / (1 - p) for v in row] for row, m in zip(rows, mask, strict=True)] for rows in (x, u))


def drop_channels__closure(x, u, draws, p):
    def through(rows):
        return [[(draw >= p) * v / (1.0 - p) for v in row] for row, draw in zip(rows, draws, strict=True)]

    return [through(x), through(u)]


def folded__neuron_by_neuron(weights, biases, gain, shift, mean, variance, eps=1e-5):
    rows, constants = [], []
    for row, b, g, s, m, v in zip(weights, biases, gain, shift, mean, variance, strict=True):
        spread = (v + eps) ** 0.5
        rows.append([w * g / spread for w in row])
        constants.append((b - m) * g / spread + s)
    return rows, constants


def folded__from_values(weights, biases, gain, shift, mean, variance, eps=1e-5):
    def at(i, z):
        return gain[i] * (z - mean[i]) / math.sqrt(variance[i] + eps) + shift[i]

    m = range(len(biases))
    constants = [at(i, biases[i]) for i in m]
    return [[w * gain[i] / math.sqrt(variance[i] + eps) for w in weights[i]] for i in m], constants


def folded__inverse_spreads(weights, biases, gain, shift, mean, variance, eps=1e-5):
    inverse = [math.pow(v + eps, -0.5) for v in variance]
    rows = [[i * g * w for w in row] for i, g, row in zip(inverse, gain, weights, strict=True)]
    return rows, [s + g * b * i - g * m * i for s, g, b, m, i in zip(shift, gain, biases, mean, inverse, strict=True)]


def checkpoint_price__simulated(sizes, checkpoints):
    kept = {c: sizes[c] for c in checkpoints}
    most = again = 0
    end = len(sizes)
    for start in reversed(checkpoints):
        held = dict(kept)
        for k in range(start + 1, end):
            held[k] = sizes[k]
            again += 1
        most = max(most, sum(held.values()))
        del kept[start]
        end = start
    return most, again


def checkpoint_price__running_sums(sizes, checkpoints):
    before = [0, *accumulate(sizes[c] for c in checkpoints)][:-1]
    bounds = [*checkpoints, len(sizes)]
    segments = [sum(sizes[bounds[i] : bounds[i + 1]]) for i in range(len(checkpoints))]
    return max(map(sum, zip(before, segments, strict=True))), len(sizes) - len(checkpoints)


def checkpoint_price__segment_by_segment(sizes, checkpoints):
    most = again = 0
    for number, (start, end) in enumerate(zip(checkpoints, [*checkpoints[1:], len(sizes)], strict=True)):
        most = max(most, sum(sizes[c] for c in checkpoints[:number]) + sum(sizes[start:end]))
        again += end - start - 1
    return most, again


def checkpoint_price__layer_by_layer(sizes, checkpoints):
    most = kept = held = again = 0
    for k, size in enumerate(sizes):
        if k in checkpoints:
            held = kept
            kept += size
        else:
            again += 1
        held += size
        most = max(most, held)
    return (most, again)


def _dot(p, q):
    return math.fsum(x * y for x, y in zip(p, q, strict=True))


def causal_attention_backward__by_tables(q, k, v, u):
    tokens, root = len(q), math.sqrt(len(q[0]))
    p = []
    for i in range(tokens):
        scores = [_dot(q[i], k[j]) / root if j <= i else -math.inf for j in range(tokens)]
        powers = [math.exp(s - max(scores)) for s in scores]
        p.append([power / math.fsum(powers) for power in powers])
    d = [[_dot(ui, vj) for vj in v] for ui in u]
    g = [
        [pij * (dij - _dot(pi, di)) / root for pij, dij in zip(pi, di, strict=True)]
        for pi, di in zip(p, d, strict=True)
    ]

    def times(a, b):
        return [[_dot(row, column) for column in zip(*b, strict=True)] for row in a]

    return times(g, k), times(list(zip(*g, strict=True)), q), times(list(zip(*p, strict=True)), u)


def causal_attention_backward__row_sum_from_output(q, k, v, u):
    size = len(q[0])
    to_q, to_k, to_v = ([[0.0] * size for _ in q] for _ in range(3))
    for i, query in enumerate(q):
        weights = [math.exp(_dot(query, k[j]) * size**-0.5) for j in range(i + 1)]
        total = sum(weights)
        weights = [w / total for w in weights]
        out = [sum(w * v[j][c] for j, w in enumerate(weights)) for c in range(size)]
        for j, w in enumerate(weights):
            g = w * (_dot(u[i], v[j]) - _dot(u[i], out)) * size**-0.5
            for c in range(size):
                to_q[i][c] += g * k[j][c]
                to_k[j][c] += g * query[c]
                to_v[j][c] += w * u[i][c]
    return to_q, to_k, to_v


def causal_attention_backward__softmax_jacobian(q, k, v, u):
    tokens, size = len(q), len(q[0])
    root = math.sqrt(size)
    to_q, to_k, to_v = ([[0.0] * size for _ in q] for _ in range(3))
    for i in range(tokens):
        powers = [math.exp(_dot(q[i], k[j]) / root) for j in range(i + 1)]
        p = [power / sum(powers) for power in powers]
        for j in range(i + 1):
            jacobian = [p[m] * ((m == j) - p[j]) for m in range(i + 1)]
            g = sum(jacobian[m] * _dot(u[i], v[m]) for m in range(i + 1)) / root
            to_v[j] = [t + p[j] * x for t, x in zip(to_v[j], u[i], strict=True)]
            to_q[i] = [t + g * x for t, x in zip(to_q[i], k[j], strict=True)]
            to_k[j] = [t + g * x for t, x in zip(to_k[j], q[i], strict=True)]
    return to_q, to_k, to_v


def _keeping_layer(weights, biases):
    class Layer:
        def __init__(self):
            self.w = [row[:] for row in weights]
            self.b = biases[:]

        def forward(self, rows):
            self.x = rows
            self.a = [[math.tanh(_dot(ws, row) + b) for ws, b in zip(self.w, self.b, strict=True)] for row in rows]
            return self.a

        def backward(self, upstream):
            n = range(len(self.w[0]))
            self.dw, self.db = [[0.0 for _ in n] for _ in self.w], [0.0 for _ in self.b]
            down = []
            for row, outputs, us in zip(self.x, self.a, upstream, strict=True):
                z = [u * (1 + a) * (1 - a) for u, a in zip(us, outputs, strict=True)]
                for i, d in enumerate(z):
                    self.db[i] += d
                    for j in n:
                        self.dw[i][j] += d * row[j]
                down.append([sum(d * self.w[i][j] for i, d in enumerate(z)) for j in n])
            return down

        def step(self, rate):
            self.w = [[w - rate * g for w, g in zip(*pair, strict=True)] for pair in zip(self.w, self.dw, strict=True)]
            self.b = [b - rate * g for b, g in zip(self.b, self.db, strict=True)]

    return Layer()


def dense_layer__keeps_gradients(weights, biases):
    return _keeping_layer(weights, biases)


def dense_layer__bias_as_weight(weights, biases):
    class Layer:
        heads = [[*row, b] for row, b in zip(weights, biases, strict=True)]

        def forward(self, rows):
            self.rows = [[*row, 1.0] for row in rows]
            self.out = [[math.tanh(_dot(head, row)) for head in self.heads] for row in self.rows]
            return self.out

        def backward(self, upstream):
            self.delta = [
                [u / math.cosh(math.atanh(a)) ** 2 for u, a in zip(us, out, strict=True)]
                for us, out in zip(upstream, self.out, strict=True)
            ]
            columns = list(zip(*self.heads, strict=True))[:-1]
            return [[_dot(ds, column) for column in columns] for ds in self.delta]

        def step(self, rate):
            for i, head in enumerate(self.heads):
                pulls = [ds[i] for ds in self.delta]
                columns = zip(*self.rows, strict=True)
                self.heads[i] = [w - rate * _dot(pulls, column) for w, column in zip(head, columns, strict=True)]

    return Layer()


def _closure_layer(weights, biases):
    state = {"w": [list(row) for row in weights], "b": list(biases)}

    def forward(rows):
        state["x"] = rows
        state["a"] = [
            [
                math.tanh(b + sum(p * q for p, q in zip(ws, row, strict=True)))
                for ws, b in zip(state["w"], state["b"], strict=True)
            ]
            for row in rows
        ]
        return state["a"]

    def backward(upstream):
        state["d"] = [
            [g - g * y**2 for g, y in zip(gs, ys, strict=True)] for gs, ys in zip(upstream, state["a"], strict=True)
        ]
        return [[_dot(ds, column) for column in zip(*state["w"], strict=True)] for ds in state["d"]]

    def step(rate):
        per_neuron = list(zip(*state["d"], strict=True))
        state["b"] = [b - rate * sum(ds) for b, ds in zip(state["b"], per_neuron, strict=True)]
        state["w"] = [
            [w - rate * _dot(ds, column) for w, column in zip(ws, zip(*state["x"], strict=True), strict=True)]
            for ws, ds in zip(state["w"], per_neuron, strict=True)
        ]

    return type(
        "Layer",
        (),
        {name: staticmethod(f) for name, f in (("forward", forward), ("backward", backward), ("step", step))},
    )()


def dense_layer__closures(weights, biases):
    return _closure_layer(weights, biases)


def _by_margin(scores, labels):
    total, delta = 0.0, []
    for z, y in zip(scores, labels, strict=True):
        margin = z if y == 1 else -z
        total += math.log1p(math.exp(-margin)) if margin > 0 else -margin + math.log1p(math.exp(margin))
        wrong = math.exp(-margin) / (1 + math.exp(-margin)) if margin > 0 else 1 / (1 + math.exp(margin))
        delta.append((-wrong if y == 1 else wrong) / len(scores))
    return total / len(scores), delta


def scored__by_the_margin(scores, labels):
    return _by_margin(scores, labels)


def _by_shares(scores, labels):
    n = len(labels)
    losses = [max(z, 0) - y * z + math.log1p(math.exp(-abs(z))) for z, y in zip(scores, labels, strict=True)]
    small = [math.exp(-abs(z)) / (1 + math.exp(-abs(z))) for z in scores]
    p = [1 - s if z > 0 else s for z, s in zip(scores, small, strict=True)]
    return math.fsum(losses) / n, [(a - b) / n for a, b in zip(p, labels, strict=True)]


def scored__by_shares(scores, labels):
    return _by_shares(scores, labels)


def scored__two_functions(scores, labels):
    def softplus(z):
        return z + softplus(-z) if z > 0 else math.log1p(math.exp(z))

    def share(z):
        return 1 - share(-z) if z > 0 else math.exp(z) / (1 + math.exp(z))

    n = len(scores)
    loss = sum(softplus(-z) if y else softplus(z) for z, y in zip(scores, labels, strict=True)) / n
    return loss, [(share(z) - 1) / n if y else share(z) / n for z, y in zip(scores, labels, strict=True)]


def _moon_class(layer_of):
    class Network:
        def __init__(self, layers):
            self.layers = [layer_of(weights, biases) for weights, biases in layers[:-1]]
            (self.top,), (self.bias,) = layers[-1]
            self.top = list(self.top)

        def hidden(self, rows):
            for layer in self.layers:
                rows = layer.forward(rows)
            return rows

        def scores(self, rows):
            return [_dot(self.top, row) + self.bias for row in self.hidden(rows)]

        def accuracy(self, rows, labels):
            right = [(z > 0) == bool(y) for z, y in zip(self.scores(rows), labels, strict=True)]
            return right.count(True) / len(right)

        def train(self, rows, labels, rate, epochs):
            losses = []
            for _ in range(epochs):
                hidden = self.hidden(rows)
                loss, delta = _by_shares([_dot(self.top, row) + self.bias for row in hidden], labels)
                losses.append(loss)
                upstream = [[d * w for w in self.top] for d in delta]
                for layer in reversed(self.layers):
                    upstream = layer.backward(upstream)
                for layer in self.layers:
                    layer.step(rate)
                self.bias -= rate * sum(delta)
                self.top = [
                    w - rate * _dot(delta, column)
                    for w, column in zip(self.top, zip(*hidden, strict=True), strict=True)
                ]
            return losses

    return Network


def moon_network__of_layers(layers):
    return _moon_class(_keeping_layer)(layers)


def moon_network__of_closures(layers):
    return _moon_class(_closure_layer)(layers)


def moon_network__one_example_at_a_time(layers):
    class Network:
        def __init__(self):
            self.w = [[list(row) for row in weights] for weights, _ in layers]
            self.b = [list(biases) for _, biases in layers]

        def values(self, x):
            found = [list(x)]
            for k, (w, b) in enumerate(zip(self.w, self.b, strict=True)):
                z = [_dot(ws, found[-1]) + bi for ws, bi in zip(w, b, strict=True)]
                found.append(z if k == len(self.w) - 1 else list(map(math.tanh, z)))
            return found

        def scores(self, rows):
            return [self.values(x)[-1][0] for x in rows]

        def accuracy(self, rows, labels):
            return sum((z > 0) == (y == 1) for z, y in zip(self.scores(rows), labels, strict=True)) / len(rows)

        def train(self, rows, labels, rate, epochs):
            losses = []
            for _ in range(epochs):
                loss, deltas = _by_margin(self.scores(rows), labels)
                losses.append(loss)
                moves = []
                for x, d in zip(rows, deltas, strict=True):
                    found, delta = self.values(x), [d]
                    for k in reversed(range(len(self.w))):
                        moves.append((k, delta, found[k]))
                        back = [_dot(delta, column) for column in zip(*self.w[k], strict=True)]
                        delta = [g * (1 - a**2) for g, a in zip(back, found[k], strict=True)]
                for k, delta, inputs in moves:
                    for i, d in enumerate(delta):
                        self.b[k][i] -= rate * d
                        for j, a in enumerate(inputs):
                            self.w[k][i][j] -= rate * d * a
            return losses

    return Network()
