"""Wrong answers that people give to the exercises, one function each: `<exercise>__<slip>`.

The docstring is what a good teacher would say. Each fails an example or a case of its exercise.
"""

import math


def sigmoid__as_written(z):
    """That is the formula, and for z = -800 it asks for e to the 800. Use e^z/(1 + e^z) where z is negative."""
    return 1 / (1 + math.exp(-z))


def sigmoid__one_minus(z):
    """For z = -40 you subtract from 1 a number that has been rounded to 1, and 0 is left. Compute the small one."""
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return 1 - 1 / (1 + math.exp(z))


def sigmoid__by_tanh(z):
    """Nothing overflows. But for z = -40 tanh is rounded to -1, and adding 1 leaves 0: no digit of 4.2e-18 is left."""
    return (1 + math.tanh(z / 2)) / 2


def sigmoid__clipped(z):
    """You clip the score, so that all below have the same answer. It is wrong there, and its slope is 0."""
    return 1 / (1 + math.exp(-max(-500.0, min(500.0, z))))


def masked_softmax__score_zero(scores, allowed):
    """A score of 0 is a score like any other, and its power is 1. What is not allowed needs the power 0."""
    if not any(allowed):
        return [0.0 for _ in scores]
    kept = [score * free for score, free in zip(scores, allowed, strict=True)]
    powers = [math.exp(score - max(kept)) for score in kept]
    return [power / sum(powers) for power in powers]


def masked_softmax__zeroed_afterward(scores, allowed):
    """You set probabilities to 0 after dividing by all powers. The allowed ones no longer add up to 1."""
    if not any(allowed):
        return [0.0 for _ in scores]
    powers = [math.exp(score - max(scores)) for score in scores]
    return [power / sum(powers) * free for power, free in zip(powers, allowed, strict=True)]


def masked_softmax__largest_of_all(scores, allowed):
    """You subtract the largest of all scores. If that one is not allowed, every power can be 0, and their sum."""
    if not any(allowed):
        return [0.0 for _ in scores]
    pairs = zip(scores, allowed, strict=True)
    powers = [math.exp(score - max(scores)) if free else 0.0 for score, free in pairs]
    return [power / sum(powers) for power in powers]


def masked_softmax__as_written(scores, allowed):
    """That power overflows. Subtract the largest of the allowed scores first: the quotients stay the same."""
    if not any(allowed):
        return [0.0 for _ in scores]
    powers = [math.exp(score) if free else 0.0 for score, free in zip(scores, allowed, strict=True)]
    return [power / sum(powers) for power in powers]


def masked_softmax__minus_a_billion(scores, allowed):
    """Subtracting a large number instead of infinity works only for scores that are smaller. Leave such scores out."""
    if not any(allowed):
        return [0.0 for _ in scores]
    kept = [score if free else score - 1e9 for score, free in zip(scores, allowed, strict=True)]
    powers = [math.exp(score - max(kept)) for score in kept]
    return [power / sum(powers) for power in powers]


def masked_softmax__left_out(scores, allowed):
    """The probabilities are right, but those of 0 are missing: the answer must have a number for each score."""
    kept = [score for score, free in zip(scores, allowed, strict=True) if free]
    if not kept:
        return [0.0 for _ in scores]
    powers = [math.exp(score - max(kept)) for score in kept]
    return [power / sum(powers) for power in powers]


def masked_softmax__not_a_number(scores, allowed):
    """With nothing allowed the largest score is -∞, and -∞ minus -∞ is NaN. Ask for this case before you subtract."""
    kept = [score if free else -math.inf for score, free in zip(scores, allowed, strict=True)]
    powers = [math.exp(score - max(kept)) for score in kept]
    return [power / sum(powers) for power in powers]


def masked_softmax__even_for_none(scores, allowed):
    """With nothing allowed you share out evenly. Then a word attends to all that it must not see."""
    if not any(allowed):
        return [1 / len(scores) for _ in scores]
    largest = max(score for score, free in zip(scores, allowed, strict=True) if free)
    powers = [math.exp(score - largest) if free else 0.0 for score, free in zip(scores, allowed, strict=True)]
    return [power / sum(powers) for power in powers]


def cross_entropy_gradient__sum_not_mean(batch, labels):
    """That is the gradient of the sum over the examples. The loss is their mean: divide by n."""
    gradient = []
    for scores, label in zip(batch, labels, strict=True):
        powers = [math.exp(s - max(scores)) for s in scores]
        gradient.append([power / sum(powers) - (k == label) for k, power in enumerate(powers)])
    return gradient


def cross_entropy_gradient__right_class_only(batch, labels):
    """Only the right class gets a pull in your answer. The others sit in the denominator, and are pushed down by p."""
    gradient = []
    for scores, label in zip(batch, labels, strict=True):
        powers = [math.exp(s - max(scores)) for s in scores]
        p = powers[label] / sum(powers)
        gradient.append([(p - 1) / len(batch) if k == label else 0.0 for k in range(len(scores))])
    return gradient


def cross_entropy_gradient__target_minus_prediction(batch, labels):
    """The sign is turned around: y - p points to where the loss falls. The gradient points to where it grows."""
    gradient = []
    for scores, label in zip(batch, labels, strict=True):
        powers = [math.exp(s - max(scores)) for s in scores]
        gradient.append([((k == label) - power / sum(powers)) / len(batch) for k, power in enumerate(powers)])
    return gradient


def cross_entropy_gradient__in_probabilities(batch, labels):
    """-1/p is the derivative with respect to the *probability*. For the scores, multiply by the Jacobian."""
    gradient = []
    for scores, label in zip(batch, labels, strict=True):
        powers = [math.exp(s - max(scores)) for s in scores]
        p = powers[label] / sum(powers)
        gradient.append([-1 / p / len(batch) if k == label else 0.0 for k in range(len(scores))])
    return gradient


def cross_entropy_gradient__overflow(batch, labels):
    """A score of 1000 is too large for `math.exp`. Subtract the largest score from all: no probability changes."""
    gradient = []
    for scores, label in zip(batch, labels, strict=True):
        powers = [math.exp(s) for s in scores]
        gradient.append([(power / sum(powers) - (k == label)) / len(batch) for k, power in enumerate(powers)])
    return gradient


def cross_entropy_gradient__mean_over_all_scores(batch, labels):
    """You divided by the number of scores. The mean is taken over the examples: divide by n, not by n times K."""
    rows = []
    for scores, label in zip(batch, labels, strict=True):
        powers = [math.exp(s - max(scores)) for s in scores]
        pulls = [power / sum(powers) - (k == label) for k, power in enumerate(powers)]
        rows.append([pull / (len(batch) * len(scores)) for pull in pulls])
    return rows


def cross_entropy_gradient__in_place(batch, labels):
    """The answer is right, but you subtracted the largest score in the caller's batch, which is now another one."""
    rows = []
    for scores, label in zip(batch, labels, strict=True):
        largest = max(scores)
        for k in range(len(scores)):
            scores[k] -= largest
        powers = [math.exp(s) for s in scores]
        rows.append([(power / sum(powers) - (k == label)) / len(batch) for k, power in enumerate(powers)])
    return rows


def softmax_times_vector__diagonal_only(p, v):
    """p(1 - p) is the diagonal alone. Every probability depends on every score: the other entries are -p_i p_j."""
    return [pi * (1 - pi) * vi for pi, vi in zip(p, v, strict=True)]


def softmax_times_vector__no_diagonal(p, v):
    """You have the part -p pᵀ v. The diagonal diag(p) v is missing: your entries add up to -pᵀ v, and should to 0."""
    mean = sum(pi * vi for pi, vi in zip(p, v, strict=True))
    return [-pi * mean for pi in p]


def softmax_times_vector__plain_mean(p, v):
    """Subtract the mean of v weighted with p, not the plain mean: row i multiplies each v_j by p_j."""
    mean = sum(v) / len(v)
    return [pi * (vi - mean) for pi, vi in zip(p, v, strict=True)]


def softmax_times_vector__last_column(p, v):
    """Your inner loop overwrites what it found, and only the last j is left. The answer is the sum over all j."""
    answer = [0.0] * len(p)
    for i in range(len(p)):
        for j in range(len(p)):
            answer[i] = p[i] * ((i == j) - p[j]) * v[j]
    return answer


def pseudo_huber_gradient__clipped(predictions, targets, delta=1.0):
    """That is the slope of the Huber loss, with its seam at delta. Differentiate the root that the task gives."""
    errors = [p - t for p, t in zip(predictions, targets, strict=True)]
    return [max(-delta, min(delta, e)) / len(errors) for e in errors]


def pseudo_huber_gradient__sum_not_mean(predictions, targets, delta=1.0):
    """The loss is a mean over n points, so each pull is divided by n."""
    errors = [p - t for p, t in zip(predictions, targets, strict=True)]
    return [e / math.sqrt(1 + (e / delta) ** 2) for e in errors]


def pseudo_huber_gradient__without_targets(predictions, targets, delta=1.0):
    """You took predictions for errors. The error is prediction minus target: the same only where the target is 0."""
    return [p / math.sqrt(1 + (p / delta) ** 2) / len(predictions) for p in predictions]


def pseudo_huber_gradient__innermost_rate_forgotten(predictions, targets, delta=1.0):
    """Your slope is delta times too large: e/delta changes at the rate 1/delta with e, and the chain rule wants it."""
    errors = [p - t for p, t in zip(predictions, targets, strict=True)]
    return [delta * e / math.sqrt(1 + (e / delta) ** 2) / len(errors) for e in errors]


def pseudo_huber_gradient__value(predictions, targets, delta=1.0):
    """That is the loss of each point, not its slope: for the error -8 the pull must be negative."""
    errors = [p - t for p, t in zip(predictions, targets, strict=True)]
    return [delta**2 * (math.sqrt(1 + (e / delta) ** 2) - 1) / len(errors) for e in errors]


def pseudo_huber_gradient__outer_slope_only(predictions, targets, delta=1.0):
    """The slope of the root alone, without that of what stands under it: the sign of the error is lost."""
    errors = [p - t for p, t in zip(predictions, targets, strict=True)]
    return [delta**2 / (2 * math.sqrt(1 + (e / delta) ** 2)) / len(errors) for e in errors]


def inverse_softplus__as_written(y):
    """That inverts the formula, and for y = 1000 it asks for e to the 1000. Take y itself out of the logarithm."""
    return math.log(math.exp(y) - 1)


def inverse_softplus__without_expm1(y):
    """No overflow any more. But for y = 1e-20, e^-y is rounded to 1, and the logarithm meets a 0: use `math.expm1`."""
    return y + math.log(1 - math.exp(-y))


def inverse_softplus__softplus_again(y):
    """You applied softplus once more. The inverse undoes it: solve ln(1 + e^z) = y for z."""
    return max(y, 0.0) + math.log1p(math.exp(-abs(y)))


def focal_loss__as_written(z, y, gamma=2.0):
    """That is the formula, and for a large score 1 - p is rounded to 0 or the power overflows. Work on the logit."""
    p = 1 / (1 + math.exp(-z))
    right = p if y == 1 else 1 - p
    return -((1 - right) ** gamma) * math.log(right)


def focal_loss__power_of_p(z, y, gamma=2.0):
    """You turned down what is wrong: the factor is a power of p. It must be small where p is near 1."""
    margin = z if y == 1 else -z
    small = math.exp(-abs(margin))
    right = 1 / (1 + small) if margin >= 0 else small / (1 + small)
    return right**gamma * (max(-margin, 0.0) + math.log1p(small))


def focal_loss__label_ignored(z, y, gamma=2.0):
    """You took the probability of yes for every label. For the label 0 the right one is that of no."""
    small = math.exp(-abs(z))
    wrong = small / (1 + small) if z >= 0 else 1 / (1 + small)
    return wrong**gamma * (max(-z, 0.0) + math.log1p(small))


def focal_loss__probability_clipped(z, y, gamma=2.0):
    """You clip p before the logarithm. The loss is finite, and the same for all that is more wrong: it cannot learn."""
    margin = z if y == 1 else -z
    small = math.exp(-abs(margin))
    right = 1 / (1 + small) if margin >= 0 else small / (1 + small)
    right = min(max(right, 1e-7), 1 - 1e-7)
    return -((1 - right) ** gamma) * math.log(right)


def focal_loss__minus_forgotten(z, y, gamma=2.0):
    """Your loss is negative: the logarithm of a probability is, and the minus in front of it is missing."""
    margin = z if y == 1 else -z
    small = math.exp(-abs(margin))
    wrong = small / (1 + small) if margin >= 0 else 1 / (1 + small)
    return -(wrong**gamma) * (max(-margin, 0.0) + math.log1p(small))


def perplexity__mean_of_inverses(probabilities):
    """You took the mean of 1/p itself. The mean is taken of the logarithms: it is a geometric mean."""
    return sum(1 / p for p in probabilities) / len(probabilities)


def perplexity__product(probabilities):
    """Right on paper. The product of a thousand small probabilities is rounded to 0: add logarithms instead."""
    return math.prod(probabilities) ** (-1 / len(probabilities))


def perplexity__sum_not_mean(probabilities):
    """You forgot to divide by the number of words, so a longer text looks worse."""
    return math.exp(-sum(math.log(p) for p in probabilities))


def perplexity__wrong_base(probabilities):
    """A power of 2 needs a surprise in bits. `math.log` gives nats, which belong to e."""
    return 2 ** (-sum(math.log(p) for p in probabilities) / len(probabilities))


def head_loss__overflow(weights, biases, features, labels):
    """A score of 10000 is too large for `math.exp`. Take the largest score out of the logarithm first."""
    total = 0.0
    for x, label in zip(features, labels, strict=True):
        scores = [sum(w * v for w, v in zip(row, x, strict=True)) + b for row, b in zip(weights, biases, strict=True)]
        total += math.log(sum(math.exp(s) for s in scores)) - scores[label]
    return total / len(labels)


def head_loss__log_of_softmax(weights, biases, features, labels):
    """Your softmax is safe, but it rounds a tiny probability to 0, and the logarithm of 0 does not exist."""
    total = 0.0
    for x, label in zip(features, labels, strict=True):
        scores = [sum(w * v for w, v in zip(row, x, strict=True)) + b for row, b in zip(weights, biases, strict=True)]
        powers = [math.exp(s - max(scores)) for s in scores]
        total -= math.log(powers[label] / sum(powers))
    return total / len(labels)


def head_loss__sum_not_mean(weights, biases, features, labels):
    """That is the sum over the examples. The loss is their mean."""
    total = 0.0
    for x, label in zip(features, labels, strict=True):
        scores = [sum(w * v for w, v in zip(row, x, strict=True)) + b for row, b in zip(weights, biases, strict=True)]
        largest = max(scores)
        total += largest - scores[label] + math.log(sum(math.exp(s - largest) for s in scores))
    return total


def _head_gradient(weights, biases, features, labels, pull_of):
    by_weights, by_biases = [[0.0 for _ in row] for row in weights], [0.0 for _ in biases]
    for x, label in zip(features, labels, strict=True):
        scores = [sum(w * v for w, v in zip(row, x, strict=True)) + b for row, b in zip(weights, biases, strict=True)]
        powers = [math.exp(s - max(scores)) for s in scores]
        for k, power in enumerate(powers):
            pull = pull_of(power / sum(powers), k == label, len(labels))
            by_biases[k] += pull
            by_weights[k] = [g + pull * v for g, v in zip(by_weights[k], x, strict=True)]
    return by_weights, by_biases


def head_gradient__sum_not_mean(weights, biases, features, labels):
    """The loss is a mean, so each example's share is divided by n."""
    return _head_gradient(weights, biases, features, labels, lambda p, y, n: p - y)


def head_gradient__uphill(weights, biases, features, labels):
    """That is target minus prediction, the way down. The gradient is prediction minus target."""
    return _head_gradient(weights, biases, features, labels, lambda p, y, n: (y - p) / n)


def head_gradient__without_target(weights, biases, features, labels):
    """These are the probabilities. At the right class 1 is subtracted."""
    return _head_gradient(weights, biases, features, labels, lambda p, y, n: p / n)


def head_gradient__transposed(weights, biases, features, labels):
    """You have a row for each feature. A gradient has the shape of what it belongs to: a row for each class."""
    rows, shifts = _head_gradient(weights, biases, features, labels, lambda p, y, n: (p - y) / n)
    return [list(column) for column in zip(*rows, strict=True)], shifts


def _train_head(features, labels, classes, learning_rate, steps, online=False, frozen=False):
    weights, biases = [[0.0] * len(features[0]) for _ in range(classes)], [0.0] * classes
    for _ in range(steps):
        seen = [list(row) for row in weights], list(biases)
        for x, label in zip(features, labels, strict=True):
            rows, shifts = (weights, biases) if online else seen
            scores = [sum(w * v for w, v in zip(row, x, strict=True)) + b for row, b in zip(rows, shifts, strict=True)]
            powers = [math.exp(s - max(scores)) for s in scores]
            for k, power in enumerate(powers):
                pull = learning_rate * (power / sum(powers) - (k == label)) / len(labels)
                biases[k] -= 0.0 if frozen else pull
                weights[k] = [w - pull * v for w, v in zip(weights[k], x, strict=True)]
    return weights, biases


def train_head__example_by_example(features, labels, classes, learning_rate, steps):
    """You moved after each example, so the next one met other weights. A step takes the gradient of the whole mean."""
    return _train_head(features, labels, classes, learning_rate, steps, online=True)


def train_head__frozen_biases(features, labels, classes, learning_rate, steps):
    """The weights are right, and the biases stay at 0. Their gradient is the pull itself, as for a feature of 1."""
    return _train_head(features, labels, classes, learning_rate, steps, frozen=True)


def train_head__sum_not_mean(features, labels, classes, learning_rate, steps):
    """Your steps are n times too long: the loss is the mean over the examples, so their pulls are divided by n."""
    return _train_head(features, labels, classes, learning_rate * len(labels), steps)


def train_head__uphill(features, labels, classes, learning_rate, steps):
    """You add the gradient. It points to where the loss grows: subtract it."""
    return _train_head(features, labels, classes, -learning_rate, steps)
