"""Wrong answers that people give to the exercises, one function each: `<exercise>__<slip>`.

The docstring is what a good teacher would say. The examples and cases of the exercise refuse every one of them.
"""

import math


def _sigmoids(b):
    return [1 / (1 + math.exp(-bi)) for bi in b]


def gate_backward__gate_without_slope(a, b, u):
    """For b you stopped at the gate: it moves σ(b), and σ(b) moves with b only at the rate σ(1 - σ)."""
    shares = _sigmoids(b)
    to_a = [ui * s for ui, s in zip(u, shares, strict=True)]
    return to_a, [ui * ai for ui, ai in zip(u, a, strict=True)]


def gate_backward__slope_for_a(a, b, u):
    """For a the gate is a plain factor: its rate is the open share σ(b), not the slope of the sigmoid."""
    slopes = [s * (1 - s) for s in _sigmoids(b)]
    to_a = [ui * s for ui, s in zip(u, slopes, strict=True)]
    return to_a, [ui * ai * s for ui, ai, s in zip(u, a, slopes, strict=True)]


def gate_backward__without_upstream(a, b, u):
    """These are the local rates. Each must still be multiplied by the upstream gradient of its output."""
    shares = _sigmoids(b)
    return shares, [ai * s * (1 - s) for ai, s in zip(a, shares, strict=True)]


def joined_gradient__mean_of_means(pieces):
    """You gave each piece the same weight. A piece with three examples counts three times as much as one with one."""
    length = len(pieces[0][1])
    return [sum(gradient[i] for _, gradient in pieces) / len(pieces) for i in range(length)]


def joined_gradient__sum_of_means(pieces):
    """You added the pieces' means. With equal pieces that is as many times too large as there are pieces: divide."""
    length = len(pieces[0][1])
    return [sum(gradient[i] for _, gradient in pieces) for i in range(length)]


def joined_gradient__not_divided(pieces):
    """That is the gradient of the sum over all examples. The loss of the batch is their mean."""
    length = len(pieces[0][1])
    return [sum(count * gradient[i] for count, gradient in pieces) for i in range(length)]


def sum_to_shape__first_copy(gradient, shape):
    """You took the first copy's gradient and dropped the others. Every copy was used, so their gradients add up."""
    rows, columns = shape
    return [row[:columns] for row in gradient[:rows]]


def sum_to_shape__mean(gradient, shape):
    """You averaged over the copies. A copy is a use, and uses add up; nothing forward has divided."""
    rows, columns = shape
    if rows == 1:
        gradient = [[sum(column) / len(gradient) for column in zip(*gradient, strict=True)]]
    return [[sum(row) / len(row)] if columns == 1 else list(row) for row in gradient]


def sum_to_shape__rows_only(gradient, shape):
    """You added over the rows only. An array with one column was copied along the columns, too."""
    if shape[0] == 1:
        return [[sum(column) for column in zip(*gradient, strict=True)]]
    return [list(row) for row in gradient]


def lookup_backward__overwritten(tokens, delta, rows):
    """You overwrote what was there. A word that stands twice gets a gradient from both places, added."""
    table = [[0.0] * len(delta[0]) for _ in range(rows)]
    for token, row in zip(tokens, delta, strict=True):
        table[token] = list(row)
    return table


def lookup_backward__mean_of_uses(tokens, delta, rows):
    """You averaged over the places of a word. Two uses pull twice as strongly as one: add."""
    table = [[0.0] * len(delta[0]) for _ in range(rows)]
    for token, row in zip(tokens, delta, strict=True):
        table[token] = [t + d / tokens.count(token) for t, d in zip(table[token], row, strict=True)]
    return table


def lookup_backward__one_row_for_all(tokens, delta, rows):
    """Your table is one row, listed many times: `[[0.0] * n] * rows` repeats the very same list."""
    table = [[0.0] * len(delta[0])] * rows
    for token, row in zip(tokens, delta, strict=True):
        for k, d in enumerate(row):
            table[token][k] += d
    return table


def stride_backward__stride_forgotten(weights, x, delta, stride):
    """You slid by one place. Output i has read the window that begins at i times the stride."""
    to_weights, to_x = [0.0] * len(weights), [0.0] * len(x)
    for i, d in enumerate(delta):
        for k, w in enumerate(weights):
            to_weights[k] += d * x[i + k]
            to_x[i + k] += d * w
    return to_weights, to_x


def stride_backward__overwritten(weights, x, delta, stride):
    """Where windows overlap you kept only the last one's share. An input that was read twice gets both."""
    to_weights, to_x = [0.0] * len(weights), [0.0] * len(x)
    for i, d in enumerate(delta):
        for k, w in enumerate(weights):
            to_weights[k] += d * x[i * stride + k]
            to_x[i * stride + k] = d * w
    return to_weights, to_x


def stride_backward__weights_reversed(weights, x, delta, stride):
    """You turned the weights around while following the outputs. Only who follows the inputs meets them in reverse."""
    to_weights, to_x = [0.0] * len(weights), [0.0] * len(x)
    for i, d in enumerate(delta):
        for k, w in enumerate(reversed(weights)):
            to_weights[k] += d * x[i * stride + k]
            to_x[i * stride + k] += d * w
    return to_weights, to_x


def _times(factors, channels):
    return [[f * value for value in channel] for f, channel in zip(factors, channels, strict=True)]


def drop_channels__unscaled_back(x, u, draws, p):
    """Forward you scaled by 1/(1 - p), and back you did not. A factor forward is a factor backward."""
    kept = [float(draw >= p) for draw in draws]
    return _times([k / (1 - p) for k in kept], x), _times(kept, u)


def drop_channels__not_scaled(x, u, draws, p):
    """Without the factor 1/(1 - p) the mean shrinks: in evaluation, where nothing drops, numbers would be larger."""
    kept = [float(draw >= p) for draw in draws]
    return _times(kept, x), _times(kept, u)


def drop_channels__kept_and_dropped(x, u, draws, p):
    """You dropped what should be kept: p is the probability to be dropped, so a draw below p drops."""
    factors = [1 / (1 - p) if draw < p else 0.0 for draw in draws]
    return _times(factors, x), _times(factors, u)


def drop_channels__nothing_dropped_back(x, u, draws, p):
    """You handed back something for a channel that was dropped. What did not go in has no say in the loss."""
    factors = [0.0 if draw < p else 1 / (1 - p) for draw in draws]
    return _times(factors, x), _times([1 / (1 - p)] * len(u), u)


def folded__bias_not_shifted(weights, biases, gain, shift, mean, variance, eps=1e-5):
    """You scaled the bias and forgot the mean: batch norm subtracts it before it scales."""
    factors = [g / math.sqrt(v + eps) for g, v in zip(gain, variance, strict=True)]
    rows = [[f * w for w in row] for f, row in zip(factors, weights, strict=True)]
    return rows, [f * b + s for f, b, s in zip(factors, biases, shift, strict=True)]


def folded__variance_not_rooted(weights, biases, gain, shift, mean, variance, eps=1e-5):
    """You divided by the variance. The spread is its square root."""
    factors = [g / (v + eps) for g, v in zip(gain, variance, strict=True)]
    rows = [[f * w for w in row] for f, row in zip(factors, weights, strict=True)]
    parts = zip(factors, biases, mean, shift, strict=True)
    return rows, [f * (b - m) + s for f, b, m, s in parts]


def folded__mean_unscaled(weights, biases, gain, shift, mean, variance, eps=1e-5):
    """You subtracted the mean after the scaling. It is subtracted before, so it is scaled, too."""
    factors = [g / math.sqrt(v + eps) for g, v in zip(gain, variance, strict=True)]
    rows = [[f * w for w in row] for f, row in zip(factors, weights, strict=True)]
    parts = zip(factors, biases, mean, shift, strict=True)
    return rows, [f * b - m + s for f, b, m, s in parts]


def checkpoint_price__later_ones_too(sizes, checkpoints):
    """You counted all checkpoints in every segment. Going back, those of later segments have been forgotten."""
    ends = [*checkpoints[1:], len(sizes)]
    all_kept = sum(sizes[c] for c in checkpoints)
    most = max(all_kept + sum(sizes[s + 1 : e]) for s, e in zip(checkpoints, ends, strict=True))
    return most, len(sizes) - len(checkpoints)


def checkpoint_price__last_layer_again(sizes, checkpoints):
    """You ran whole segments again. The output of a segment's last layer is not needed: its input is enough."""
    ends = [*checkpoints[1:], len(sizes)]
    most = kept = 0
    for start, end in zip(checkpoints, ends, strict=True):
        most = max(most, kept + sum(sizes[start:end]))
        kept += sizes[start]
    return most, len(sizes)


def checkpoint_price__longest_segment(sizes, checkpoints):
    """You counted layers. Inputs have sizes: a short segment with large inputs can be the worst."""
    ends = [*checkpoints[1:], len(sizes)]
    most = max(k + end - start for k, (start, end) in enumerate(zip(checkpoints, ends, strict=True)))
    return most, len(sizes) - len(checkpoints)


def _attention(q, k, v, u, *, scaled_back=True, seen=None, centered=True):
    d = len(q[0])
    to_q, to_k, to_v = ([[0.0] * d for _ in q] for _ in range(3))
    for i in range(len(q)):
        places = range(seen(i, len(q)) if seen else i + 1)
        powers = [math.exp(sum(a * b for a, b in zip(q[i], k[j], strict=True)) / math.sqrt(d)) for j in places]
        p = [power / sum(powers) for power in powers]
        gains = [sum(a * b for a, b in zip(u[i], v[j], strict=True)) for j in places]
        mean = sum(a * b for a, b in zip(p, gains, strict=True)) if centered else 0.0
        for j in places:
            g = p[j] * (gains[j] - mean) / (math.sqrt(d) if scaled_back else 1)
            to_v[j] = [t + p[j] * x for t, x in zip(to_v[j], u[i], strict=True)]
            to_q[i] = [t + g * x for t, x in zip(to_q[i], k[j], strict=True)]
            to_k[j] = [t + g * x for t, x in zip(to_k[j], q[i], strict=True)]
    return to_q, to_k, to_v


def causal_attention_backward__future_seen(q, k, v, u):
    """Your tokens look ahead. Token i may see the tokens 0 to i only, and a later one's value gets nothing from it."""
    return _attention(q, k, v, u, seen=lambda i, tokens: tokens)


def causal_attention_backward__root_forgotten(q, k, v, u):
    """You divided the scores by √d going forward, and not their gradient going back."""
    return _attention(q, k, v, u, scaled_back=False)


def causal_attention_backward__mean_forgotten(q, k, v, u):
    """Through the softmax you multiplied by p only. Raising one weight lowers the others: subtract the mean first."""
    return _attention(q, k, v, u, centered=False)


def _layer(weights, biases, *, bias=True, added=True, slope=True, transposed=False):
    class Dense:
        def __init__(self):
            self.weights, self.biases = [list(row) for row in weights], list(biases)

        def forward(self, rows):
            self.inputs = rows
            sums = [
                [
                    sum(w * x for w, x in zip(ws, row, strict=True)) + b
                    for ws, b in zip(self.weights, self.biases, strict=True)
                ]
                for row in rows
            ]
            self.outputs = [[math.tanh(z) for z in row] for row in sums]
            return self.outputs

        def backward(self, upstream):
            pairs = zip(upstream, self.outputs, strict=True)
            self.deltas = [[u * (1 - a * a) if slope else u for u, a in zip(us, row, strict=True)] for us, row in pairs]
            columns = self.weights if transposed else list(zip(*self.weights, strict=True))
            return [[sum(d * w for d, w in zip(ds, column, strict=False)) for column in columns] for ds in self.deltas]

        def step(self, rate):
            pairs = list(zip(self.deltas, self.inputs, strict=True))
            for ds, row in pairs if added else pairs[-1:]:
                for i, d in enumerate(ds):
                    self.biases[i] -= rate * d if bias else 0.0
                    self.weights[i] = [w - rate * d * x for w, x in zip(self.weights[i], row, strict=True)]

    return Dense()


def dense_layer__bias_stays(weights, biases):
    """Your biases do not move. Each is used by every example at the rate 1: its gradient is the sum of the deltas."""
    return _layer(weights, biases, bias=False)


def dense_layer__last_example_only(weights, biases):
    """Only the last example has moved the weights. They serve all examples, so the gradients of all are added."""
    return _layer(weights, biases, added=False)


def dense_layer__slope_forgotten(weights, biases):
    """You handed the upstream gradient through the tanh unchanged. Its slope is 1 minus the square of its output."""
    return _layer(weights, biases, slope=False)


def dense_layer__row_for_column(weights, biases):
    """Going back you went along the rows of the weights. Input j feeds all neurons: its sum runs down column j."""
    return _layer(weights, biases, transposed=True)


def _scored(scores, labels, *, divide=True, turn=1.0):
    losses, delta = [], []
    for score, label in zip(scores, labels, strict=True):
        small = math.exp(-abs(score))
        losses.append(max(-score if label else score, 0.0) + math.log1p(small))
        p = (1 if score > 0 else small) / (1 + small)
        delta.append(turn * (p - label) / (len(scores) if divide else 1))
    return sum(losses) / len(losses), delta


def scored__mean_forgotten(scores, labels):
    """The loss is a mean, so each example moves it at a rate of one n-th: divide its prediction minus label by n."""
    return _scored(scores, labels, divide=False)


def scored__label_minus_prediction(scores, labels):
    """Label minus prediction is the way downhill. The gradient is prediction minus label."""
    return _scored(scores, labels, turn=-1.0)


def scored__overflow(scores, labels):
    """You form e to a large power. Use e to minus the size of the score, which never overflows."""
    p = [1 / (1 + math.exp(-score)) for score in scores]
    losses = [-math.log(pi) if label else -math.log(1 - pi) for pi, label in zip(p, labels, strict=True)]
    return sum(losses) / len(losses), [(pi - label) / len(p) for pi, label in zip(p, labels, strict=True)]


def _network(layers, *, start=None, squash_last=False, early=False, slope=True):
    class Network:
        def __init__(self):
            self.layers = start or [([list(row) for row in weights], list(biases)) for weights, biases in layers]

        def run(self, rows):
            kept = [rows]
            for number, (weights, biases) in enumerate(self.layers, 1):
                neurons = list(zip(weights, biases, strict=True))
                sums = [[sum(w * x for w, x in zip(ws, row, strict=True)) + b for ws, b in neurons] for row in kept[-1]]
                plain = number == len(self.layers) and not squash_last
                kept.append(sums if plain else [[math.tanh(z) for z in row] for row in sums])
            return kept

        def scores(self, rows):
            return [row[0] for row in self.run(rows)[-1]]

        def accuracy(self, rows, labels):
            pairs = zip(self.scores(rows), labels, strict=True)
            return sum((score > 0) == (label == 1) for score, label in pairs) / len(labels)

        def train(self, rows, labels, rate, epochs):
            return [self.step(rows, labels, rate) for _ in range(epochs)]

        def step(self, rows, labels, rate):
            kept = self.run(rows)
            loss, last = _scored([row[0] for row in kept[-1]], labels)
            deltas = [[d] for d in last]
            for number in reversed(range(len(self.layers))):
                weights, biases = self.layers[number]
                old = [list(row) for row in weights]
                for ds, row in zip(deltas, kept[number], strict=True):
                    for i, d in enumerate(ds):
                        biases[i] -= rate * d
                        weights[i] = [w - rate * d * x for w, x in zip(weights[i], row, strict=True)]
                columns = list(zip(*(weights if early else old), strict=True))
                down = [[sum(d * w for d, w in zip(ds, ws, strict=True)) for ws in columns] for ds in deltas]
                deltas = [
                    [d * (1 - a * a) if slope else d for d, a in zip(*pair, strict=True)]
                    for pair in zip(down, kept[number], strict=True)
                ]
            return loss

    return Network()


def moon_network__updated_too_soon(layers):
    """You moved a layer's weights before you sent the deltas through them. The gradient belongs to the old weights."""
    return _network(layers, early=True)


def moon_network__tanh_behind_the_last(layers):
    """A tanh behind the last layer keeps logits between -1 and 1: the network can never be sure."""
    return _network(layers, squash_last=True)


def moon_network__slope_forgotten(layers):
    """The hidden layers' deltas lack the slope of tanh, 1 minus the square of the output."""
    return _network(layers, slope=False)


def moon_network__changes_what_was_given(layers):
    """You trained the lists that you were given. A second network made from them starts where this one ended."""
    return _network(layers, start=[(weights, biases) for weights, biases in layers])
