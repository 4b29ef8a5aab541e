"""Right answers of another make to the exercises of topic 06, one function each: `<exercise>__<how>`. All must pass."""

import math


def sigmoid__one_power(z):
    small = math.exp(-abs(z))
    return (1 if z > 0 else small) / (1 + small)


def sigmoid__exponential_of_softplus(z):
    return math.exp(min(z, 0) - math.log1p(math.exp(-abs(z))))


def sigmoid__catches_the_overflow(z):
    try:
        return 1 / (1 + math.exp(-z))
    except OverflowError:
        return 0


def masked_softmax__minus_infinity(scores, allowed):
    if True not in allowed:
        return tuple(0.0 for _ in scores)
    kept = [s if free else -math.inf for s, free in zip(scores, allowed)]
    top = max(kept)
    powers = [math.exp(s - top) for s in kept]
    return tuple(p / math.fsum(powers) for p in powers)


def masked_softmax__by_places(scores, allowed):
    places = [i for i in range(len(scores)) if allowed[i]]
    if not places:
        return [0.0] * len(scores)
    top = max(scores[i] for i in places)
    total = sum(math.exp(scores[i] - top) for i in places)
    result = [0.0] * len(scores)
    for i in places:
        result[i] = math.exp(scores[i] - top) / total
    return result


def masked_softmax__log_softmax(scores, allowed):
    kept = sorted(s for s, free in zip(scores, allowed) if free)
    if len(kept) == 0:
        return [0] * len(scores)
    top = kept[-1]
    log_sum = math.log(sum(math.exp(s - top) for s in kept))
    return [math.exp(s - top - log_sum) if free else 0 for s, free in zip(scores, allowed)]


def cross_entropy_gradient__one_hot(batch, labels):
    n = len(batch)
    rows = []
    for i in range(n):
        top = max(batch[i])
        powers = [math.exp(s - top) for s in batch[i]]
        one_hot = [0] * len(powers)
        one_hot[labels[i]] = 1
        rows.append([(power / sum(powers) - y) / n for power, y in zip(powers, one_hot)])
    return rows


def cross_entropy_gradient__subtracts_at_the_label(batch, labels):
    gradient = [[math.exp(s - max(scores)) for s in scores] for scores in batch]
    for row, label in zip(gradient, labels):
        total = sum(row)
        for k in range(len(row)):
            row[k] /= total * len(batch)
        row[label] -= 1 / len(batch)
    return gradient


def cross_entropy_gradient__through_the_jacobian(batch, labels):
    def row(scores, c):
        p = [1 / sum(math.exp(min(other - s, 700.0)) for other in scores) for s in scores]
        jacobian = [((k == c) - p[k]) * p[c] for k in range(len(p))]
        return tuple(-entry / p[c] / len(batch) for entry in jacobian)

    return tuple(row(scores, c) for scores, c in zip(batch, labels))


def softmax_times_vector__double_sum(p, v):
    n = range(len(p))
    return [sum(p[i] * ((i == j) - p[j]) * v[j] for j in n) for i in n]


def softmax_times_vector__multiplied_out(p, v):
    products = [a * b for a, b in zip(p, v)]
    total = math.fsum(products)
    return [product - total * a for product, a in zip(products, p)]


def softmax_times_vector__matrix(p, v):
    matrix = [[-a * b for b in p] for a in p]
    for i, a in enumerate(p):
        matrix[i][i] += a
    return [sum(map(lambda m, x: m * x, row, v)) for row in matrix]


def pseudo_huber_gradient__hypotenuse(predictions, targets, delta=1.0):
    n = len(predictions)
    return tuple(delta * (p - t) / math.hypot(delta, p - t) / n for p, t in zip(predictions, targets))


def pseudo_huber_gradient__by_the_chain(predictions, targets, delta=1.0):
    result = []
    for i in range(len(predictions)):
        u = (predictions[i] - targets[i]) / delta
        root = (1 + u * u) ** 0.5
        result.append(delta**2 * (1 / (2 * root)) * (2 * u) * (1 / delta) / len(targets))
    return result


def pseudo_huber_gradient__target_less_prediction(predictions, targets, delta=1.0):
    slopes = []
    for p, t in zip(predictions, targets):
        slopes.append((p - t) * (1 + ((t - p) / delta) ** 2) ** -0.5)
    return [s / len(slopes) for s in slopes]


def inverse_softplus__two_cases(y):
    return math.log(math.expm1(y)) if y < 1 else y + math.log1p(-math.exp(-y))


def inverse_softplus__product(y):
    return math.log(-math.expm1(-y)) - (-y)


def inverse_softplus__cautious(y):
    if y > 50:
        return y
    return math.log(math.expm1(y))


def inverse_softplus__newton_on_logarithms(y):
    z = y if y > 1 else math.log(y)
    for _ in range(50):
        small = math.exp(-abs(z))
        value = max(z, 0.0) + math.log1p(small)
        slope = 1 / (1 + small) if z >= 0 else small / (1 + small)
        z -= math.log(value / y) * value / slope
    return z


def focal_loss__in_logarithms(z, y, gamma=2.0):
    s = -z if y == 1 else z

    def softplus(t):
        return max(t, 0) + math.log1p(math.exp(-abs(t)))

    return math.exp(-gamma * softplus(-s)) * softplus(s)


def focal_loss__sign_as_factor(z, y, gamma=2.0):
    s = (1 - 2 * y) * z
    tiny = math.exp(-max(s, -s))
    share = (1 if s > 0 else tiny) / (1 + tiny)
    return math.pow(share, gamma) * (max(0, s) + math.log1p(tiny))


def focal_loss__two_cases(z, y, gamma=2.0):
    if y == 0:
        z = -z
    if z > 0:
        return (math.exp(-z) / (1 + math.exp(-z))) ** gamma * math.log1p(math.exp(-z))
    return (1 / (1 + math.exp(z))) ** gamma * (-z + math.log1p(math.exp(z)))


def perplexity__in_bits(probabilities):
    return 2 ** (-math.fsum(map(math.log2, probabilities)) / len(probabilities))


def perplexity__one_over_the_geometric_mean(probabilities):
    return 1 / math.exp(math.fsum(math.log(p) for p in probabilities) / len(probabilities))


def perplexity__product_of_roots(probabilities):
    result = 1.0
    for p in probabilities:
        result *= p ** (-1 / len(probabilities))
    return result


def _scores(weights, biases, x):
    return [b + math.fsum(w * v for w, v in zip(row, x)) for row, b in zip(weights, biases)]


def head_loss__differences_to_the_right_class(weights, biases, features, labels):
    losses = []
    for x, label in zip(features, labels):
        scores = _scores(weights, biases, x)
        gaps = [s - scores[label] for s in scores]
        losses.append(max(gaps) + math.log(sum(math.exp(g - max(gaps)) for g in gaps)))
    return sum(losses) / len(losses)


def head_loss__log_softmax(weights, biases, features, labels):
    def log_softmax(scores):
        top = max(scores)
        shifted = [s - top for s in scores]
        log_sum = math.log(math.fsum(math.exp(s) for s in shifted))
        return [s - log_sum for s in shifted]

    return -sum(log_softmax(_scores(weights, biases, x))[c] for x, c in zip(features, labels)) / len(features)


def head_loss__one_by_one(weights, biases, features, labels):
    total = 0
    for x, c in zip(features, labels):
        scores = _scores(weights, biases, x)
        log_sum = scores[0]
        for s in scores[1:]:
            log_sum = max(log_sum, s) + math.log1p(math.exp(-abs(log_sum - s)))
        total += (log_sum - scores[c]) / len(labels)
    return total


def _softmax(scores):
    powers = [math.exp(s - max(scores)) for s in scores]
    return [power / sum(powers) for power in powers]


def _by_columns(weights, biases, features, labels):
    n = len(features)
    pulls = [_softmax(_scores(weights, biases, x)) for x in features]
    for row, c in zip(pulls, labels):
        row[c] -= 1
    columns = list(zip(*pulls))
    by_weights = [[sum(p * v for p, v in zip(column, f)) / n for f in zip(*features)] for column in columns]
    return by_weights, [sum(column) / n for column in columns]


def head_gradient__as_tuples(weights, biases, features, labels):
    rows, shifts = _by_columns(weights, biases, features, labels)
    return tuple(map(tuple, rows)), tuple(shifts)


def _by_class(weights, biases, features, labels):
    rows, shifts = [], []
    for k in range(len(biases)):
        pulls = [_softmax(_scores(weights, biases, x))[k] - (k == c) for x, c in zip(features, labels)]
        rows.append([sum(p * x[j] for p, x in zip(pulls, features)) / len(labels) for j in range(len(weights[k]))])
        shifts.append(sum(pulls) / len(labels))
    return rows, shifts


def head_gradient__transposed_products(weights, biases, features, labels):
    return _by_columns(weights, biases, features, labels)


def head_gradient__class_by_class(weights, biases, features, labels):
    return _by_class(weights, biases, features, labels)


def _descend(gradient, features, labels, classes, learning_rate, steps):
    weights, biases = [[0] * len(features[0]) for _ in range(classes)], [0] * classes
    for _ in range(steps):
        rows, shifts = gradient(weights, biases, features, labels)
        weights = [[w - learning_rate * g for w, g in zip(*pair)] for pair in zip(weights, rows)]
        biases = [b - learning_rate * g for b, g in zip(biases, shifts)]
    return weights, biases


def train_head__by_its_gradient(features, labels, classes, learning_rate, steps):
    return _descend(_by_columns, features, labels, classes, learning_rate, steps)


def train_head__class_by_class(features, labels, classes, learning_rate, steps):
    return _descend(_by_class, features, labels, classes, learning_rate, steps)


def train_head__recursion(features, labels, classes, learning_rate, steps):
    if steps == 0:
        return [[0.0] * len(features[0])] * classes, [0.0] * classes
    weights, biases = train_head__recursion(features, labels, classes, learning_rate, steps - 1)
    rows, shifts = _by_class(weights, biases, features, labels)
    return (
        [[w - learning_rate * g for w, g in zip(a, b)] for a, b in zip(weights, rows)],
        [b - learning_rate * g for b, g in zip(biases, shifts)],
    )
