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


def softplus__as_written(z):
    """For z = 1000 this asks for e to the 1000. Take the large part, max(z, 0), out of the logarithm first."""
    return math.log(1 + math.exp(z))


def softplus__without_log1p(z):
    """No overflow any more, but 1 + e^-40 is rounded to 1, whose logarithm is 0. `math.log1p` keeps the small term."""
    return max(z, 0.0) + math.log(1 + math.exp(-abs(z)))


def softplus__is_relu(z):
    """That is what softplus looks like from afar. Near 0 the logarithm is missing: up to ln 2 = 0.69."""
    return max(z, 0.0)


def softmax__as_written(scores, temperature=1.0):
    """That power overflows. Subtract the largest score from all of them first: the quotients stay the same."""
    powers = [math.exp(s / temperature) for s in scores]
    return [power / sum(powers) for power in powers]


def softmax__multiplied(scores, temperature=1.0):
    """You multiplied by the temperature. A low temperature must sharpen, so the scores are divided by it."""
    largest = max(scores)
    powers = [math.exp((s - largest) * temperature) for s in scores]
    return [power / sum(powers) for power in powers]


def softmax__in_place(scores, temperature=1.0):
    """The probabilities are right, but they stand in the caller's list now, and the scores are lost."""
    largest = max(scores)
    for i, s in enumerate(scores):
        scores[i] = math.exp((s - largest) / temperature)
    total = sum(scores)
    for i in range(len(scores)):
        scores[i] /= total
    return scores


def softmax__fixed_shift(scores, temperature=1.0):
    """Subtracting a fixed 1000 saves large scores and loses small ones: 0 divided by 0. Subtract the largest."""
    powers = [math.exp((s - 1000) / temperature) for s in scores]
    return [power / sum(powers) for power in powers]


def softmax__mean_subtracted(scores, temperature=1.0):
    """The largest score minus the mean can still be too much for the exponential. Subtract the largest score itself."""
    mean = sum(scores) / len(scores)
    powers = [math.exp((s - mean) / temperature) for s in scores]
    return [power / sum(powers) for power in powers]


def softmax__divided_first(scores, temperature=1.0):
    """1e308 divided by 0.001 is infinity, and infinity minus infinity is not a number. Subtract before you divide."""
    scaled = [s / temperature for s in scores]
    powers = [math.exp(s - max(scaled)) for s in scaled]
    return [power / sum(powers) for power in powers]


def softmax__without_temperature(scores, temperature=1.0):
    """The temperature does nothing in your answer. All differences of scores are divided by it."""
    powers = [math.exp(s - max(scores)) for s in scores]
    return [power / sum(powers) for power in powers]


def log_loss__through_probability(z, y):
    """For z = 1000 the probability is rounded to 1, and the logarithm of 1 - p fails. Stay with the logit."""
    power = math.exp(-abs(z))
    p = 1 / (1 + power) if z >= 0 else power / (1 + power)
    return -math.log(p) if y == 1 else -math.log(1 - p)


def log_loss__clipped(z, y):
    """Clipping p hides the failure: a loss of 1000 is reported as 16, and its slope there is 0."""
    power = math.exp(-abs(z))
    p = 1 / (1 + power) if z >= 0 else power / (1 + power)
    p = min(max(p, 1e-7), 1 - 1e-7)
    return -math.log(p) if y == 1 else -math.log(1 - p)


def log_loss__sign_swapped(z, y):
    """You charge the right answers: with y = 1 a large z is good, so the loss must fall as z grows."""
    signed = z if y == 1 else -z
    return max(signed, 0.0) + math.log1p(math.exp(-abs(z)))


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


def huber_gradient__quadratic_everywhere(predictions, targets, delta=1.0):
    """That is the squared error's pull, which grows with the error. Beyond delta it must stop growing."""
    return [(p - t) / len(targets) for p, t in zip(predictions, targets, strict=True)]


def huber_gradient__sum_not_mean(predictions, targets, delta=1.0):
    """The loss is a mean over n points, so each pull is divided by n."""
    return [max(-delta, min(delta, p - t)) for p, t in zip(predictions, targets, strict=True)]


def huber_gradient__without_targets(predictions, targets, delta=1.0):
    """You clipped the predictions. The error is prediction minus target: the same only where the target is 0."""
    return [max(-delta, min(delta, p)) / len(predictions) for p in predictions]


def huber_gradient__sign_beyond_delta(predictions, targets, delta=1.0):
    """Beyond delta the slope is ±delta, not ±1. For delta = 2 yours jumps down where it should stay level."""
    errors = [p - t for p, t in zip(predictions, targets, strict=True)]
    return [(e if abs(e) <= delta else math.copysign(1.0, e)) / len(errors) for e in errors]


def huber_gradient__lost_sign(predictions, targets, delta=1.0):
    """An error of -50 must push up, not down. Your delta beyond the bend has lost the sign of the error."""
    errors = [p - t for p, t in zip(predictions, targets, strict=True)]
    return [(e if abs(e) <= delta else delta) / len(errors) for e in errors]
