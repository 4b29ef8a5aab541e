"""Exercises of topic 06 with full solutions, in plain Python: floats, lists and `math`.

The docstring is the task. A reader gets the signature and the docstring, and writes the body.
"""

import math


def sigmoid(z):
    """Return 1/(1 + e^-z) for any float z, without an OverflowError.

    `math.exp` raises OverflowError for arguments above 709.78, so its
    argument must never be large and positive. Small results must keep their
    digits: for z = -40 the answer is 4.2e-18, not 0.

    >>> round(sigmoid(0.0), 4), round(sigmoid(2.0), 4)
    (0.5, 0.8808)
    >>> sigmoid(800.0), sigmoid(-800.0)
    (1.0, 0.0)
    >>> f"{sigmoid(-40.0):.1e}"
    '4.2e-18'
    """
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    power = math.exp(z)
    return power / (1 + power)


def masked_softmax(scores, allowed):
    """Return the softmax of those scores that are allowed, and 0.0 for the others.

    `allowed` has True or False for each score. (So attention keeps a word
    from looking at later ones.) The allowed probabilities add up to 1. The
    result must be right for scores of any size, also if one that is not
    allowed is the largest by far. If none is allowed, all are 0.0. The list
    `scores` must be the same after the call as before.

    >>> p = masked_softmax([2.0, 1.0, -1.0], [True, False, True])
    >>> [round(share, 4) for share in p]
    [0.9526, 0.0, 0.0474]
    >>> masked_softmax([-1000.0, 1000.0, -1000.0], [True, False, True])
    [0.5, 0.0, 0.5]
    >>> masked_softmax([1.0, 2.0], [False, False])
    [0.0, 0.0]
    """
    pairs = list(zip(scores, allowed, strict=True))
    kept = [score for score, free in pairs if free]
    if not kept:
        return [0.0 for _ in scores]
    largest = max(kept)
    powers = [math.exp(score - largest) if free else 0.0 for score, free in pairs]
    total = sum(powers)
    return [power / total for power in powers]


def cross_entropy_gradient(batch, labels):
    """Return the gradient of the mean cross-entropy with respect to the scores.

    `batch` is a list of n lists of K scores, `labels` a list of n numbers
    from 0 to K - 1. The loss is the mean over the n examples of -ln p of
    the right class, with p the softmax of the example's scores. Return n
    lists of K numbers. It must be right for scores of any size, and the
    batch must not be changed.

    >>> rows = cross_entropy_gradient([[2.0, 1.0, -1.0]], [1])
    >>> [round(g, 4) for g in rows[0]]
    [0.7054, -0.7405, 0.0351]
    >>> cross_entropy_gradient([[0.0, 0.0], [0.0, 0.0]], [0, 1])
    [[-0.25, 0.25], [0.25, -0.25]]
    >>> cross_entropy_gradient([[1000.0, 0.0]], [1])
    [[1.0, -1.0]]
    """
    gradient = []
    for scores, label in zip(batch, labels, strict=True):
        largest = max(scores)
        powers = [math.exp(s - largest) for s in scores]
        probabilities = [power / sum(powers) for power in powers]
        row = [p - (k == label) for k, p in enumerate(probabilities)]
        gradient.append([g / len(batch) for g in row])
    return gradient


def softmax_times_vector(p, v):
    """Return the Jacobian of softmax times a vector, without the matrix.

    `p` is the output of softmax, `v` a list of the same length K. Entry i
    of the answer is the sum over j of p_i·(δ_ij - p_j)·v_j, where δ_ij is 1
    for i = j and 0 otherwise. It can be done with one sum for all entries.

    >>> [round(r, 4) for r in softmax_times_vector([0.5, 0.5], [1.0, 0.0])]
    [0.25, -0.25]
    >>> p = [0.7, 0.2, 0.1]
    >>> [round(r, 4) for r in softmax_times_vector(p, [1.0, 2.0, 3.0])]
    [-0.28, 0.12, 0.16]
    >>> [abs(r) < 1e-12 for r in softmax_times_vector(p, [5.0, 5.0, 5.0])]
    [True, True, True]
    """
    mean = sum(pi * vi for pi, vi in zip(p, v, strict=True))
    return [pi * (vi - mean) for pi, vi in zip(p, v, strict=True)]


def pseudo_huber_gradient(predictions, targets, delta=1.0):
    """Return the gradient of a mean loss with respect to the predictions.

    Both lists have n numbers, and so has the answer. The loss of an error
    e = prediction - target is delta² · (√(1 + (e/delta)²) - 1), the
    *pseudo-Huber loss*: nearly e²/2 near 0, nearly straight far away, and
    without a seam.

    >>> pseudo_huber_gradient([3.0], [0.0], delta=4.0)
    [2.4]
    >>> pseudo_huber_gradient([-7.0, 3.0], [1.0, 3.0], delta=6.0)
    [-2.4, 0.0]
    >>> [round(g, 4) for g in pseudo_huber_gradient([1e6], [0.0])]
    [1.0]
    """
    errors = [p - t for p, t in zip(predictions, targets, strict=True)]
    return [e / math.sqrt(1 + (e / delta) ** 2) / len(errors) for e in errors]


def inverse_softplus(y):
    """Return the z for which ln(1 + e^z) is y, for any float y > 0.

    It is used where a network must put out a positive number and should
    begin at a given one. It must neither overflow for large y nor lose its
    digits for tiny y.

    >>> round(inverse_softplus(1.0), 4)
    0.5413
    >>> inverse_softplus(1000.0)
    1000.0
    >>> round(inverse_softplus(1e-20), 4)  # nearly ln y
    -46.0517
    """
    return y + math.log(-math.expm1(-y))


def focal_loss(z, y, gamma=2.0):
    """Return the focal loss of a logit z and a label y, 0 or 1.

    With p the probability that the model gives to the right label, it is
    -(1 - p)^gamma · ln p, with gamma >= 0. It must be right for any float
    z: finite, and with its digits where it is tiny.

    >>> round(focal_loss(0.0, 1), 4)  # a quarter of ln 2
    0.1733
    >>> round(focal_loss(-3.0, 1, gamma=1.0), 4)
    2.904
    >>> round(focal_loss(2.0, 0, gamma=0.0), 4)  # the cross-entropy
    2.1269
    >>> focal_loss(1000.0, 0)
    1000.0
    >>> f"{focal_loss(40.0, 1, gamma=1.0):.2e}"
    '1.80e-35'
    """
    margin = z if y == 1 else -z
    small = math.exp(-abs(margin))
    wrong = small / (1 + small) if margin >= 0 else 1 / (1 + small)
    return wrong**gamma * (max(-margin, 0.0) + math.log1p(small))


def perplexity(probabilities):
    """Return the perplexity of a text from the probabilities of its words.

    `probabilities` holds what the model gave to each word that really came,
    all positive, at least one. The text may have a hundred thousand words.

    >>> round(perplexity([0.2, 0.1, 0.4]), 4)  # 5, 10 and 2.5: their geometric mean
    5.0
    >>> perplexity([1.0, 1.0])
    1.0
    >>> round(perplexity([0.001] * 1000), 6)
    1000.0
    """
    surprises = [-math.log(p) for p in probabilities]
    return math.exp(sum(surprises) / len(surprises))


def head_loss(weights, biases, features, labels):
    """Return the mean cross-entropy of a linear classifier head.

    `weights` has a row for each of K classes, `biases` a number for each,
    `features` a row for each of n examples, `labels` n numbers from 0 to
    K - 1. The score of class k is row k times the features, plus its bias.
    Scores of ±10000 must do no harm.

    >>> round(head_loss([[1.0], [-1.0]], [0.0, 0.0], [[0.5]], [0]), 4)
    0.3133
    >>> head_loss([[10000.0], [-10000.0]], [0.0, 0.0], [[1.0], [-1.0]], [1, 1])
    10000.0
    """
    total = 0.0
    for x, label in zip(features, labels, strict=True):
        rows = zip(weights, biases, strict=True)
        scores = [sum(w * v for w, v in zip(row, x, strict=True)) + b for row, b in rows]
        largest = max(scores)
        total += largest - scores[label] + math.log(sum(math.exp(s - largest) for s in scores))
    return total / len(labels)


def head_gradient(weights, biases, features, labels):
    """Return the gradient of the mean cross-entropy of a classifier head.

    The arguments are those of `head_loss`. Return a pair: the gradient with
    respect to the weights, K rows as in `weights`, and the one with respect
    to the biases, K numbers. Scores of ±10000 must do no harm.

    >>> rows, shifts = head_gradient([[0.0], [0.0]], [0.0, 0.0], [[2.0]], [0])
    >>> rows, shifts
    ([[-1.0], [1.0]], [-0.5, 0.5])
    >>> head_gradient([[10000.0], [-10000.0]], [0.0, 0.0], [[1.0], [-1.0]], [1, 1])
    ([[0.5], [-0.5]], [0.5, -0.5])
    """
    n = len(labels)
    by_weights = [[0.0 for _ in row] for row in weights]
    by_biases = [0.0 for _ in biases]
    for x, label in zip(features, labels, strict=True):
        rows = zip(weights, biases, strict=True)
        scores = [sum(w * v for w, v in zip(row, x, strict=True)) + b for row, b in rows]
        largest = max(scores)
        powers = [math.exp(s - largest) for s in scores]
        for k, power in enumerate(powers):
            pull = (power / sum(powers) - (k == label)) / n
            by_biases[k] += pull
            by_weights[k] = [g + pull * v for g, v in zip(by_weights[k], x, strict=True)]
    return by_weights, by_biases


def train_head(features, labels, classes, learning_rate, steps):
    """Return (weights, biases) of a head after gradient descent from zeros.

    `features` has a row for each of n examples, `labels` n numbers from 0
    to classes - 1. Each step goes `learning_rate` times the gradient of the
    mean cross-entropy downhill, in all weights and biases at once. Features
    and rates may be so large that scores reach ±10000 on the way.

    >>> train_head([[2.0]], [0], classes=2, learning_rate=1.0, steps=1)
    ([[1.0], [-1.0]], [0.5, -0.5])
    >>> train_head([[100.0], [-100.0]], [0, 1], 2, learning_rate=1.0, steps=5)
    ([[50.0], [-50.0]], [0.0, 0.0])
    """
    heads = [[0.0] * (len(features[0]) + 1) for _ in range(classes)]  # the last entry is the bias
    inputs = [[*x, 1.0] for x in features]
    for _ in range(steps):
        moves = [[0.0] * len(head) for head in heads]
        for x, label in zip(inputs, labels, strict=True):
            scores = [sum(w * v for w, v in zip(head, x, strict=True)) for head in heads]
            powers = [math.exp(s - max(scores)) for s in scores]
            for k, power in enumerate(powers):
                pull = learning_rate * (power / sum(powers) - (k == label)) / len(labels)
                moves[k] = [m + pull * v for m, v in zip(moves[k], x, strict=True)]
        heads = [[w - m for w, m in zip(*pair, strict=True)] for pair in zip(heads, moves, strict=True)]
    return [head[:-1] for head in heads], [head[-1] for head in heads]
