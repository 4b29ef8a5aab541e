"""Inputs on which answers to the exercises are checked besides the examples: ordinary ones, and all edges of the task.

A function has the name of its exercise, takes a `random.Random` with a fixed seed, and yields expressions. What they
should give is computed by the worked solution. A small result is asked for as a quotient, so that its digits count.
"""

from snippets.quarters import quarter, quarters


def sigmoid(random):
    """Scores of both signs, around the borders of `math.exp` and far beyond them."""
    # no difference: z >= 0 -> z > 0: at 0 both ways give one half.
    # no difference: z >= 0 -> z >= 1: between 0 and 1 neither way overflows or subtracts.
    # no difference: z >= 0 -> z >= -1: between -1 and 0 neither way overflows or subtracts.
    for size in (0.25, 1.0, 4.0, 9.0):
        z = size * random.randrange(1, 5)
        yield f"sigmoid({z})"
        yield f"sigmoid({-z})"
    for z in (-12.5, -36.75, -40.0, -300.0, -700.0, -707.0):
        yield f"sigmoid({z}) / math.exp({z})"
    for z in (709.75, 710.0, 746.0, 1e308):
        yield f"sigmoid({z})"
        yield f"sigmoid({-z})"
    yield "sigmoid(-0.0)"


def masked_softmax(random):
    """One to five scores of all sizes, with one, some, all or none of them allowed; the scores are asked for."""
    # no difference: [0.0 for _ in scores] -> [0.0 for _ in allowed]: the lists are equally long.
    for n in (1, 2, 3, 4, 5):
        for _ in range(3):
            allowed = [random.random() < 0.6 for _ in range(n)]
            allowed[random.randrange(n)] = True
            yield f"masked_softmax({quarters(random, n)}, {allowed})"
        yield f"masked_softmax({quarters(random, n)}, {[True] * n})"
        yield f"masked_softmax({quarters(random, n)}, {[False] * n})"
    yield "masked_softmax([2000.0, 0.0, 0.0, 1.0], [False, True, True, True])"
    yield "masked_softmax([2000.0, 0.0, 2001.0, 1.0], [True, True, True, False])"
    yield "masked_softmax([-2000.0, 5.0, -2001.0], [True, False, True])"
    yield "masked_softmax([1e308, -1e308, 1e308], [True, True, False])"
    yield "masked_softmax([1e308, -1e308, 0.0], [False, True, True])"
    yield "masked_softmax([-40.0, 0.0, 9.0], [True, True, False])[0] / math.exp(-40.0)"
    yield "(masked_softmax(s := [3.0, -4.0, 1.0], [True, True, False]), s)"


def cross_entropy_gradient(random):
    """One to four examples, one to four classes, every class the right one; extreme scores; the batch afterwards."""
    # no difference: math.exp(s - largest) -> -math.exp(s - largest): the sign cancels in the division.
    # no difference: len(batch) -> len(labels): there is a label for each example.
    for n in (1, 2, 3, 4):
        for classes in (2, 3, 4):
            batch = [quarters(random, classes) for _ in range(n)]
            labels = [random.randrange(classes) for _ in range(n)]
            yield f"cross_entropy_gradient({batch}, {labels})"
    for label in (0, 1, 2):
        yield f"cross_entropy_gradient([[2.0, -1.5, 0.25], [1.0, 1.0, 1.0]], [{label}, {2 - label}])"
    yield "cross_entropy_gradient([[3.0], [-2.0]], [0, 0])"
    yield "cross_entropy_gradient([[100.0, -100.0], [-100.0, 100.0]], [1, 1])"
    yield "cross_entropy_gradient([[100.0, 100.0, 99.0]], [2])"
    yield "cross_entropy_gradient([[-100.0, -100.0, -99.0]], [0])"
    yield "cross_entropy_gradient([[1000.0, -1000.0, 999.0], [-1000.0, -1000.0, -999.0]], [1, 2])"
    yield "cross_entropy_gradient([[-20.0, 20.0]], [1])[0][0] / math.exp(-40.0)"
    yield "(cross_entropy_gradient(b := [[1.0, 2.0], [0.0, -1.0]], y := [1, 0]), b, y)"


def softmax_times_vector(random):
    """Probabilities of one to five classes, also with zeros and a single one, with vectors of both signs."""
    # no difference: zip(p, v, strict=True) -> zip(v, p, strict=True): the products in the sum are the same.
    for n in (1, 2, 3, 4, 5):
        for _ in range(2):
            yield f"softmax_times_vector({_probabilities(random, n)}, {quarters(random, n)})"
        yield f"softmax_times_vector({_probabilities(random, n)}, {[quarter(random)] * n})"
        yield f"softmax_times_vector({[0.0] * (n - 1) + [1.0]}, {quarters(random, n)})"
    yield "softmax_times_vector([0.5, 0.0, 0.5], [1.0, 100.0, -3.0])"
    yield "softmax_times_vector([0.25, 0.75], [1e100, -1e100])"
    yield "softmax_times_vector([0.125, 0.875], [0.0, 0.0])"
    yield "softmax_times_vector([1e-40, 1.0], [2.0, -1.0])[0] / 1e-40"
    yield "(softmax_times_vector(p := [0.25, 0.75], v := [4.0, -4.0]), p, v)"


def pseudo_huber_gradient(random):
    """One to five predictions with targets of both signs; errors much smaller than delta, as large, and much larger."""
    # no difference: len(errors) -> len(predictions): there is an error for each prediction.
    for n in (1, 2, 3, 4, 5):
        for delta in (0.25, random.choice([0.5, 1.5, 2.0]), 10.0):
            yield f"pseudo_huber_gradient({quarters(random, n)}, {quarters(random, n)}, {delta})"
        yield f"pseudo_huber_gradient({quarters(random, n)}, {quarters(random, n)})"
    for delta in (0.5, 2.0):
        for error in (0.25, delta, 1000.0):
            yield f"pseudo_huber_gradient([{1.5 + error}, {1.5 - error}], [1.5, 1.5], {delta})"
    yield "pseudo_huber_gradient([-1.0, 2.0], [-1.0, 2.0])"
    yield "(pseudo_huber_gradient(p := [4.0, 0.0], t := [1.0, 0.5], 2.0), p, t)"


def _probabilities(random, n):
    """Return n positive multiples of 1/64 whose sum is 1."""
    cuts = sorted(random.sample(range(1, 64), n - 1))
    return [(right - left) / 64 for left, right in zip([0, *cuts], [*cuts, 64], strict=True)]


def inverse_softplus(random):
    """Ordinary values, those around the borders of `math.exp`, and values of many sizes, tiny ones too."""
    for size in (0.25, 1.0, 4.0, 9.0):
        yield f"inverse_softplus({size * random.randrange(1, 5)})"
    for y in (1e-300, 1e-20, 1e-9, 1e-4, 0.5, 36.75, 709.75, 710.0, 1e308):
        yield f"inverse_softplus({y})"
    yield "round(1e9 * (inverse_softplus(19.0) - 19.0), 3)"
    yield "inverse_softplus(math.log(2))"


def focal_loss(random):
    """Logits of both signs with both labels, gammas from 0 up, and extreme logits."""
    # no difference: margin >= 0 -> margin > 0: at 0 both ways give one half.
    for y in (0, 1):
        sign = 1 if y else -1
        for gamma in (0.0, 0.5, 3.0):
            z = 0.25 * random.randrange(1, 12)
            yield f"focal_loss({z}, {y}, {gamma})"
            yield f"focal_loss({-z}, {y}, {gamma})"
        yield f"focal_loss({sign * 0.5}, {y}, 1.0)"
        yield f"focal_loss({sign * -0.5}, {y}, 1.0)"
        yield f"focal_loss({-sign * 1e308}, {y}, 3.0)"
        for z in (12.5, 40.0, 300.0):
            yield f"focal_loss({sign * z}, {y}, 1.0) / math.exp({-2 * z})"
            yield f"focal_loss({sign * z}, {y}, 0.0) / math.exp({-z})"
        yield f"focal_loss({sign * 710.0}, {y})"
        yield f"focal_loss({-sign * 710.0}, {y})"
        yield f"focal_loss({sign * 1.5}, {y})"


def perplexity(random):
    """One to five words, certain ones, hardly possible ones, and a long text."""
    # no difference: len(surprises) -> len(probabilities): there is a surprise for each word.
    for n in (1, 2, 3, 4, 5):
        yield f"perplexity({_probabilities(random, n)})"
    for p in (0.125, 1e-9, 1e-300):
        yield f"perplexity([{p}, 0.5])"
    yield "perplexity([0.25] * 100000)"
    yield "perplexity([0.5, 0.001] * 1000)"
    yield "(perplexity(p := [0.5, 0.25]), p)"


def head_loss(random):
    """One to three examples, features and classes, and scores of all sizes."""
    # no difference: zip(row, x, strict=True) -> zip(x, row, strict=True): the products are the same.
    # no difference: len(labels) -> len(features): there is a label for each example.
    for args in _heads(random):
        yield f"head_loss({args})"
    yield "head_loss([[10000.0, 0.0], [0.0, 10000.0], [1.0, 1.0]], [0.0, 1.0, 2.0], [[1.0, -1.0], [-1.0, 1.0]], [1, 2])"
    yield "head_loss([[-10000.0], [-10000.0]], [0.0, -1.0], [[1.0]], [0])"
    yield "head_loss([[-10000.0], [-10000.0]], [0.0, -1.0], [[1.0]], [1])"
    yield "head_loss([[0.0], [0.0], [0.0]], [0.0, 0.0, 0.0], [[7.0]], [2])"
    yield "head_loss([[0.5], [-0.5]], [2.0, 0.0], [[1.0], [2.0], [-3.0]], [0, 1, 0])"
    yield "(head_loss(w := [[1.0], [2.0]], b := [0.0, 1.0], x := [[3.0]], y := [1]), w, b, x, y)"


def head_gradient(random):
    """One to three examples, features and classes, and scores of all sizes; the arguments afterwards."""
    # no difference: len(labels) -> len(features): there is a label for each example.
    # no difference: [0.0 for _ in biases] -> [0.0 for _ in weights]: there is a bias for each row of weights.
    # no difference: zip(row, x, strict=True) -> zip(x, row, strict=True): the products are the same.
    # no difference: math.exp(s - largest) -> -math.exp(s - largest): the sign cancels in the division.
    for args in _heads(random):
        yield f"head_gradient({args})"
    yield "head_gradient([[10000.0], [-10000.0], [9999.0]], [0.0, 0.0, 1.0], [[1.0], [-1.0]], [2, 0])"
    yield "head_gradient([[-10000.0], [-10000.0]], [0.0, -1.0], [[1.0]], [0])"
    yield "head_gradient([[0.0], [0.0], [0.0]], [0.0, 0.0, 0.0], [[7.0]], [2])"
    yield "head_gradient([[0.5], [-0.5]], [2.0, 0.0], [[1.0], [2.0], [-3.0]], [0, 1, 0])"
    yield "head_gradient([[0.5, 1.0], [-0.5, 0.0]], [2.0, 0.0], [[1.0, -1.0], [2.0, 4.0]], [1, 1])"
    yield "(head_gradient(w := [[1.0], [2.0]], b := [0.0, 1.0], x := [[3.0]], y := [1]), w, b, x, y)"


def train_head(random):
    """No step, one, and some; one to three features and classes; steps that lead to huge scores."""
    # no difference: features[0] -> features[-1]: all rows are equally long.
    # no difference: zip(head, x, strict=True) -> zip(x, head, strict=True): the products are the same.
    # no difference: math.exp(s - max(scores)) -> -math.exp(s - max(scores)): the sign cancels in the division.
    # no difference: len(labels) -> len(inputs): there is a label for each example.
    for steps in (0, 1, 3):
        for n, width, classes in ((1, 1, 2), (2, 2, 2), (3, 2, 3), (2, 3, 3)):
            features = [quarters(random, width) for _ in range(n)]
            labels = [random.randrange(classes) for _ in range(n)]
            yield f"train_head({features}, {labels}, {classes}, 0.5, {steps})"
    yield "train_head([[100.0, 1.0], [50.0, -1.0], [-75.0, 2.0]], [0, 1, 2], 3, 2.0, 4)"
    yield "(train_head(x := [[1.0], [3.0]], y := [1, 0], 2, 0.25, 2), x, y)"


def _heads(random):
    """Yield arguments of a head: weights, biases, features, labels."""
    for n, width, classes in ((1, 1, 2), (2, 1, 2), (1, 3, 2), (3, 2, 3), (2, 3, 4)):
        weights = [quarters(random, width) for _ in range(classes)]
        features = [quarters(random, width) for _ in range(n)]
        labels = [random.randrange(classes) for _ in range(n)]
        yield f"{weights}, {quarters(random, classes)}, {features}, {labels}"
