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


def softplus__two_cases(z):
    if z > 0:
        return z + math.log1p(math.exp(-z))
    return math.log1p(math.exp(z))


def softplus__by_symmetry(z):
    return z + softplus__by_symmetry(-z) if z > 0 else math.log1p(math.exp(z))


def softplus__half_and_half(z):
    size = abs(z)
    return (z / 2 + size / 2) + math.log1p(math.exp(-size))


def softmax__shares_of_the_largest(scores, temperature=1.0):
    return tuple(1 / sum(math.exp(min((t - s) / temperature, 700)) for t in scores) for s in scores)


def softmax__log_softmax(scores, temperature=1.0):
    top = sorted(scores)[-1]
    scaled = [(s - top) / temperature for s in scores]
    log_sum = math.log(math.fsum(map(math.exp, scaled)))
    return [math.exp(s - log_sum) for s in scaled]


def softmax__loop_over_a_copy(scores, temperature=1.0):
    result = scores.copy()
    largest, total = max(result), 0
    for i in range(len(result)):
        result[i] = math.exp(-(largest - result[i]) / temperature)
        total += result[i]
    for i in range(len(result)):
        result[i] /= total
    return result


def log_loss__softplus_less_yz(z, y):
    if y:
        z = -z
    return z + math.log1p(math.exp(-z)) if z > 0 else math.log1p(math.exp(z))


def log_loss__sign_as_factor(z, y):
    wrongness = (1 - 2 * y) * z
    return max(0, wrongness) + math.log1p(math.exp(-max(wrongness, -wrongness)))


def log_loss__large_and_small(z, y):
    if (y == 1 and z >= 0) or (y == 0 and z <= 0):
        return math.log1p(math.exp(-abs(z)))
    return abs(z) + math.log1p(math.exp(-abs(z)))


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


def huber_gradient__three_cases(predictions, targets, delta=1.0):
    def slope(e):
        if e > delta:
            return delta
        if e < -delta:
            return -delta
        return e

    return [slope(p - t) / len(targets) for p, t in zip(predictions, targets)]


def huber_gradient__target_less_prediction(predictions, targets, delta=1.0):
    n = len(predictions)
    return tuple(-max(-delta, min(delta, targets[i] - predictions[i])) / n for i in range(n))


def huber_gradient__sign_times_size(predictions, targets, delta=1.0):
    result = []
    for p, t in zip(predictions, targets):
        size = min(abs(p - t), delta)
        result.append(math.copysign(size, p - t) * (1 / len(predictions)))
    return result
