"""Exercises of topic 07 with full solutions, in plain Python: floats, lists and `math`.

The docstring is the task. A reader gets the signature and the docstring, and writes the body.
"""

import math


def gate_backward(a, b, u):
    """Return the sensitivities to both inputs of a gate, as two lists.

    A gate puts out y = a·σ(b), number by number: the share σ(b) = 1/(1 + e^-b)
    of `a` gets through. `u` is the upstream gradient. All are lists of n
    numbers, and no b is so large that `math.exp` overflows.

    >>> gate_backward([3.0, 2.0], [0.0, 0.0], [1.0, 4.0])
    ([0.5, 2.0], [0.75, 2.0])
    >>> to_a, to_b = gate_backward([1.0], [2.0], [1.0])
    >>> round(to_a[0], 4), round(to_b[0], 4)
    (0.8808, 0.105)
    """
    shares = [1 / (1 + math.exp(-bi)) for bi in b]
    to_a = [ui * s for ui, s in zip(u, shares, strict=True)]
    to_b = [ui * ai * s * (1 - s) for ui, ai, s in zip(u, a, shares, strict=True)]
    return to_a, to_b


def joined_gradient(pieces):
    """Return the gradient of a batch's mean loss, from those of its pieces.

    A batch was too large for the memory, so it was cut into pieces. Each piece
    is a pair: its number of examples, and the gradient of the *mean* loss over
    these, a list of n numbers. The pieces need not be equally large.

    >>> joined_gradient([(2, [1.0, 4.0]), (2, [3.0, 0.0])])
    [2.0, 2.0]
    >>> joined_gradient([(3, [1.0]), (1, [5.0])])  # of four examples
    [2.0]
    """
    examples = sum(count for count, _ in pieces)
    length = len(pieces[0][1])
    return [sum(count * gradient[i] for count, gradient in pieces) / examples for i in range(length)]


def sum_to_shape(gradient, shape):
    """Return the gradient of a small array that was broadcast forward.

    `gradient` has R rows of C numbers, the shape to which the array was copied.
    `shape` is what it had before, a pair: R or 1 rows, and C or 1 columns.
    Return a list of that many rows of that many numbers.

    >>> sum_to_shape([[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]], (1, 3))
    [[11.0, 22.0, 33.0]]
    >>> sum_to_shape([[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]], (2, 1))
    [[6.0], [60.0]]
    >>> sum_to_shape([[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]], (1, 1))
    [[66.0]]
    >>> sum_to_shape([[1.0, 2.0], [3.0, 4.0]], (2, 2))
    [[1.0, 2.0], [3.0, 4.0]]
    """
    rows, columns = shape
    if rows == 1:
        gradient = [[sum(column) for column in zip(*gradient, strict=True)]]
    return [[sum(row)] if columns == 1 else list(row) for row in gradient]


def lookup_backward(tokens, delta, rows):
    """Return the gradient of a table from which rows were taken out.

    Forward, place i got row number `tokens[i]` of a table with `rows` rows. Its
    upstream gradient is `delta[i]`, a list of n numbers. There is at least one
    place. Return a list of rows, each a list of n numbers.

    >>> lookup_backward([2, 0, 2], [[1.0, 2.0], [5.0, 5.0], [10.0, 20.0]], 4)
    [[5.0, 5.0], [0.0, 0.0], [11.0, 22.0], [0.0, 0.0]]
    """
    table = [[0.0] * len(delta[0]) for _ in range(rows)]
    for token, row in zip(tokens, delta, strict=True):
        table[token] = [t + d for t, d in zip(table[token], row, strict=True)]
    return table


def stride_backward(weights, x, delta, stride):
    """Return the gradients of a convolution that takes long steps.

    Output i is the sum over k of weights[k] · x[i·stride + k], and its upstream
    gradient is delta[i]; there are as many outputs as fit into x. Return a
    pair of lists: the gradient of the weights, and that of x.

    >>> stride_backward([1.0, -1.0], [1.0, 2.0, 0.0, 3.0], [10.0, 1.0], 2)
    ([10.0, 23.0], [10.0, -10.0, 1.0, -1.0])
    >>> stride_backward([2.0], [1.0, 5.0, 1.0, 5.0], [1.0, 1.0], 3)  # gaps
    ([6.0], [2.0, 0.0, 0.0, 2.0])
    """
    to_weights, to_x = [0.0] * len(weights), [0.0] * len(x)
    for i, d in enumerate(delta):
        for k, w in enumerate(weights):
            to_weights[k] += d * x[i * stride + k]
            to_x[i * stride + k] += d * w
    return to_weights, to_x


def drop_channels(x, u, draws, p):
    """Return what a dropout of whole channels puts out, and what it hands back.

    `x` is a list of channels, each a list of numbers. Channel c is dropped, all
    of it, if `draws[c]`, a random number from 0 to 1, is below p; what is kept
    is scaled so that the mean stays. `u` is the upstream gradient, in the shape
    of x. Return a pair: the outputs and the sensitivities to x. p is below 1.

    >>> x, u = [[1.0, 2.0], [3.0, 4.0]], [[1.0, 1.0], [5.0, 6.0]]
    >>> drop_channels(x, u, [0.9, 0.3], 0.5)
    ([[2.0, 4.0], [0.0, 0.0]], [[2.0, 2.0], [0.0, 0.0]])
    >>> drop_channels([[1.0]], [[3.0]], [0.5], 0.5)  # not below p
    ([[2.0]], [[6.0]])
    >>> drop_channels([[1.0, 2.0]], [[3.0, 4.0]], [0.0], 0.0)
    ([[1.0, 2.0]], [[3.0, 4.0]])
    """
    factors = [0.0 if draw < p else 1 / (1 - p) for draw in draws]
    forward = [[f * value for value in channel] for f, channel in zip(factors, x, strict=True)]
    return forward, [[f * value for value in channel] for f, channel in zip(factors, u, strict=True)]


def folded(weights, biases, gain, shift, mean, variance, eps=1e-5):
    """Return weights and biases that make a batch norm needless.

    The layer computes z = W x + b: `weights` has m rows of n numbers, `biases`
    has m numbers. Batch norm in evaluation follows, with m numbers each for
    gain, shift, and the collected mean and variance. Return a pair: rows and
    biases of one linear layer that puts out what the two did.

    >>> folded([[2.0, 4.0]], [1.0], [3.0], [0.5], [5.0], [4.0], eps=0.0)
    ([[3.0, 6.0]], [-5.5])
    >>> folded([[1.0]], [2.0], [0.0], [7.0], [0.0], [1.0])  # a gain of 0
    ([[0.0]], [7.0])
    """
    factors = [g / math.sqrt(v + eps) for g, v in zip(gain, variance, strict=True)]
    rows = [[f * w for w in row] for f, row in zip(factors, weights, strict=True)]
    parts = zip(factors, biases, mean, shift, strict=True)
    return rows, [f * (b - m) + s for f, b, m, s in parts]


def checkpoint_price(sizes, checkpoints):
    """Return memory and extra work of a backward pass with checkpoints.

    Layer k of a chain has an input of `sizes[k]` numbers. The inputs of the
    layers in `checkpoints`, in order, the first one 0, are kept going forward.
    Going back, a segment (a checkpoint's layer and those up to the next one) is
    run once more from its checkpoint, so that the inputs of all its layers are
    held; the last layer of a segment need not run. Done with, a segment is
    forgotten, its checkpoint too. Return a pair: the largest number of numbers
    held on the way back, and how many layers run again.

    >>> checkpoint_price([1, 1, 1, 1, 1, 1], [0, 3])
    (4, 4)
    >>> checkpoint_price([1, 1, 1, 1, 1, 1], [0, 1, 2, 3, 4, 5])  # all kept
    (6, 0)
    >>> checkpoint_price([10, 70, 10, 5], [0, 2])  # the first is worst
    (80, 2)
    """
    ends = [*checkpoints[1:], len(sizes)]
    most = kept = 0
    for start, end in zip(checkpoints, ends, strict=True):
        most = max(most, kept + sum(sizes[start:end]))
        kept += sizes[start]
    return most, len(sizes) - len(checkpoints)


def causal_attention_backward(q, k, v, u):
    """Return the gradients of queries, keys and values of causal attention.

    Each of q, k and v has T rows of d numbers. Token i sees the tokens 0 to i:
    its scores are q[i]·k[j]/√d for j up to i, their softmax is its weights, and
    its output is the mean of the rows of v under them. `u` has T rows of d
    numbers, the upstream gradients of the outputs. Return three lists of T
    rows. The scores are small enough for `math.exp`.

    >>> q = k = [[0.0], [0.0]]
    >>> v, u = [[1.0], [3.0]], [[8.0], [2.0]]
    >>> to_q, to_k, to_v = causal_attention_backward(q, k, v, u)
    >>> to_v  # token 1 takes half of each, token 0 sees itself
    [[9.0], [1.0]]
    >>> to_q, to_k
    ([[0.0], [0.0]], [[0.0], [0.0]])
    >>> q, k = [[0.0], [2.0]], [[0.0], [0.0]]
    >>> causal_attention_backward(q, k, v, u)[1]
    [[-2.0], [2.0]]
    """
    d = len(q[0])
    to_q, to_k, to_v = ([[0.0] * d for _ in q] for _ in range(3))
    for i in range(len(q)):
        scores = [sum(map(float.__mul__, q[i], k[j])) / math.sqrt(d) for j in range(i + 1)]
        powers = [math.exp(score) for score in scores]
        p = [power / sum(powers) for power in powers]
        gains = [sum(map(float.__mul__, u[i], v[j])) for j in range(i + 1)]
        mean = sum(map(float.__mul__, p, gains))
        for j in range(i + 1):
            g = p[j] * (gains[j] - mean) / math.sqrt(d)
            for c in range(d):
                to_v[j][c] += p[j] * u[i][c]
                to_q[i][c] += g * k[j][c]
                to_k[j][c] += g * q[i][c]
    return to_q, to_k, to_v


def dense_layer(weights, biases):
    """Return a layer that puts out tanh(W x + b), and that can learn.

    `weights` has m rows of n numbers, `biases` m numbers; both must stay as
    they are. The layer is an object with three methods. `forward(rows)` takes
    a list of examples, n numbers each, and returns the outputs, m numbers each.
    `backward(upstream)` takes a gradient in the shape of the last outputs and
    returns that of the last inputs. `step(rate)` moves weights and biases by
    rate times their gradient, as the last `backward` has found it, downhill.

    >>> layer = dense_layer([[0.0, 0.0]], [0.0])
    >>> layer.forward([[1.0, 2.0], [3.0, 0.0]])
    [[0.0], [0.0]]
    >>> layer.backward([[1.0], [2.0]])  # the weights are 0
    [[0.0, 0.0], [0.0, 0.0]]
    >>> layer.step(0.125)  # the gradient: 1·(1, 2) + 2·(3, 0); bias: 3
    >>> [round(y, 4) for (y,) in layer.forward([[0.0, 0.0], [1.0, 1.0]])]
    [-0.3584, -0.9051]
    """

    class Dense:
        def __init__(self):
            self.weights, self.biases = [list(row) for row in weights], list(biases)

        def forward(self, rows):
            sums = [[sum(w * x for w, x in zip(ws, row, strict=True)) for ws in self.weights] for row in rows]
            self.inputs = [list(row) for row in rows]
            self.outputs = [[math.tanh(z + b) for z, b in zip(zs, self.biases, strict=True)] for zs in sums]
            return [list(row) for row in self.outputs]

        def backward(self, upstream):
            pairs = zip(upstream, self.outputs, strict=True)
            self.deltas = [[ui * (1 - a * a) for ui, a in zip(us, row, strict=True)] for us, row in pairs]
            columns = list(zip(*self.weights, strict=True))
            return [[sum(d * w for d, w in zip(ds, column, strict=True)) for column in columns] for ds in self.deltas]

        def step(self, rate):
            for ds, row in zip(self.deltas, self.inputs, strict=True):
                for i, d in enumerate(ds):
                    self.biases[i] -= rate * d
                    self.weights[i] = [w - rate * d * x for w, x in zip(self.weights[i], row, strict=True)]

    return Dense()


def scored(scores, labels):
    """Return the mean log loss of a batch, and what it hands back.

    `scores` has one logit for each example, `labels` a 0 or a 1. The loss of an
    example is -ln σ(score) for the label 1, and -ln(1 - σ(score)) for 0. Return
    a pair: the mean over the batch, and the list of its sensitivities to the
    scores. Scores may be as large as ±10000.

    >>> loss, delta = scored([0.0, 0.0], [1, 0])
    >>> round(loss, 4), delta
    (0.6931, [-0.25, 0.25])
    >>> scored([10000.0, -10000.0], [0, 0])
    (5000.0, [0.5, 0.0])
    """
    losses, delta = [], []
    for score, label in zip(scores, labels, strict=True):
        small = math.exp(-abs(score))
        wrong = -score if label else score
        losses.append(max(wrong, 0.0) + math.log1p(small))
        p = (1 if score > 0 else small) / (1 + small)
        delta.append((p - label) / len(scores))
    return sum(losses) / len(losses), delta


def moon_network(layers):
    """Return a network that can be trained and measured.

    `layers` is a list of pairs (weights, biases), weights with a row for each
    neuron; they must stay as they are. tanh stands between the layers and not
    behind the last one, which has one neuron. The network is an object with
    three methods. `scores(rows)` returns one logit for each example.
    `accuracy(rows, labels)` is the share of examples that are right: label 1
    with a logit above 0, label 0 with any other. `train(rows, labels, rate,
    epochs)` takes steps of gradient descent on the mean log loss of the whole
    batch, and returns the loss before each step.

    >>> turns = [math.pi * k / 7 for k in range(8)]  # two moons of 8 points
    >>> rows = [[math.cos(t), math.sin(t)] for t in turns]
    >>> rows += [[1 - math.cos(t), 0.5 - math.sin(t)] for t in turns]
    >>> labels = [0] * 8 + [1] * 8
    >>> hidden = [[1.0, -1.0], [1.0, 1.0], [-1.0, 0.5]], [0.0, 0.0, 0.0]
    >>> network = moon_network([hidden, ([[1.0, -0.5, 0.5]], [0.0])])
    >>> round(network.scores([[0.0, 1.0]])[0], 4)
    -0.9113
    >>> network.accuracy(rows, labels)
    0.75
    >>> losses = network.train(rows, labels, 2.0, 120)
    >>> round(losses[0], 4), round(losses[-1], 4)
    (0.6007, 0.0418)
    >>> network.accuracy(rows, labels)  # no straight line could do that
    1.0
    """

    class Network:
        def __init__(self):
            self.layers = [([list(row) for row in weights], list(biases)) for weights, biases in layers]

        def run(self, rows):
            kept = [rows]
            for number, (weights, biases) in enumerate(self.layers, 1):
                neurons = list(zip(weights, biases, strict=True))
                sums = [[sum(w * x for w, x in zip(ws, row, strict=True)) + b for ws, b in neurons] for row in kept[-1]]
                last = number == len(self.layers)
                kept.append(sums if last else [[math.tanh(z) for z in row] for row in sums])
            return kept

        def scores(self, rows):
            return [row[0] for row in self.run(rows)[-1]]

        def accuracy(self, rows, labels):
            pairs = zip(self.scores(rows), labels, strict=True)
            return sum((score > 0) == (label == 1) for score, label in pairs) / len(labels)

        def train(self, rows, labels, rate, epochs):
            return [self.step(rows, labels, rate) for _ in range(epochs)]

        def step(self, rows, labels, rate):
            kept, loss, deltas = self.run(rows), 0.0, []
            for (score,), label in zip(kept[-1], labels, strict=True):
                small = math.exp(-abs(score))
                loss += (max(-score if label else score, 0.0) + math.log1p(small)) / len(labels)
                p = (1 if score > 0 else small) / (1 + small)
                deltas.append([(p - label) / len(labels)])
            for number in reversed(range(len(self.layers))):
                weights, biases = self.layers[number]
                inputs, columns = kept[number], list(zip(*weights, strict=True))
                down = [[sum(d * w for d, w in zip(ds, ws, strict=True)) for ws in columns] for ds in deltas]
                for ds, row in zip(deltas, inputs, strict=True):
                    for i, d in enumerate(ds):
                        biases[i] -= rate * d
                        weights[i] = [w - rate * d * x for w, x in zip(weights[i], row, strict=True)]
                deltas = [
                    [d * (1 - a * a) for d, a in zip(*pair, strict=True)] for pair in zip(down, inputs, strict=True)
                ]
            return loss

    return Network()
