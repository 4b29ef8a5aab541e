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


def softplus(random):
    """Arguments of both signs, around the borders of `math.exp` and far beyond them."""
    for size in (0.25, 1.0, 4.0, 9.0):
        z = size * random.randrange(1, 5)
        yield f"softplus({z})"
        yield f"softplus({-z})"
    for z in (-12.5, -19.0, -28.0, -36.75, -300.0, -707.0):
        yield f"softplus({z}) / math.exp({z})"
    yield "round(1e9 * (softplus(21.0) - 21.0), 3)"
    for z in (36.75, 709.75, 710.0, 1e308):
        yield f"softplus({z})"
        yield f"softplus({-z})"
    yield "softplus(-0.0)"


def softmax(random):
    """One to five scores, close together and far apart, ties, low and high temperatures; huge scores of all kinds."""
    # no difference: math.exp((s - largest) / temperature) -> -math.exp((s - largest) / temperature): the
    # sign cancels in the division.
    for n in (1, 2, 3, 4, 5):
        for temperature in (0.25, random.choice([0.5, 2.0, 3.0]), 100.0):
            yield f"softmax({quarters(random, n)}, {temperature})"
        yield f"softmax({quarters(random, n)})"
    yield "softmax([0.5, 0.5, 0.5, -1.0])"
    yield "softmax([2000.0, 0.0, 0.0, 0.0])"
    yield "softmax([-2000.0, 0.0, 0.0, 0.0])"
    yield "softmax([0.0, 2000.0, 1999.0, -2000.0], temperature=2.0)"
    yield "softmax([-1000.0, -1001.0], 0.001)"
    yield "softmax([1000.0, 1001.0, 1003.0])"
    yield "softmax([1e308, 1e308, -1e308], temperature=0.5)"
    yield "softmax([1e308, 0.0], temperature=1000.0)"
    yield "softmax([-40.0, 0.0])[0] / math.exp(-40.0)"
    yield "(softmax(s := [3.0, -4.0, 1.0], 2.0), s)"
    yield "(softmax(s := [3.0]), s)"


def log_loss(random):
    """Logits of both signs with both labels, around the borders of `math.exp` and far beyond them."""
    # no difference: abs(z) -> abs(signed): the sizes are the same.
    for y in (0, 1):
        for size in (0.25, 1.0, 4.0):
            z = size * random.randrange(1, 5)
            yield f"log_loss({z}, {y})"
            yield f"log_loss({-z}, {y})"
        sign = 1 if y else -1
        yield f"round(1e9 * (log_loss({-sign * 21.0}, {y}) - 21.0), 3)"
        for z in (12.5, 19.0, 28.0, 36.75, 300.0, 707.0):
            yield f"log_loss({sign * z}, {y}) / math.exp({-z})"
        for z in (36.75, 710.0, 1e308):
            yield f"log_loss({-sign * z}, {y})"
        yield f"log_loss({sign * 1e308}, {y})"
        yield f"log_loss(0.0, {y})"


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


def huber_gradient(random):
    """One to five predictions with targets of both signs; errors within delta, at it and beyond."""
    # no difference: len(errors) -> len(predictions): there is an error for each prediction.
    for n in (1, 2, 3, 4, 5):
        for delta in (0.25, random.choice([0.5, 1.5, 2.0]), 10.0):
            yield f"huber_gradient({quarters(random, n)}, {quarters(random, n)}, {delta})"
        yield f"huber_gradient({quarters(random, n)}, {quarters(random, n)})"
    for delta in (0.5, 2.0):
        for error in (delta - 0.25, delta, delta + 0.25, 1000.0):
            yield f"huber_gradient([{1.5 + error}, {1.5 - error}], [1.5, 1.5], {delta})"
    yield "huber_gradient([-1.0, 2.0], [-1.0, 2.0])"
    yield "huber_gradient([0.0, 0.0, 0.0], [1e100, -1e100, 0.25], delta=1e99)"
    yield "(huber_gradient(p := [4.0, 0.0], t := [1.0, 0.5], 2.0), p, t)"


def _probabilities(random, n):
    """Return n positive multiples of 1/64 whose sum is 1."""
    cuts = sorted(random.sample(range(1, 64), n - 1))
    return [(right - left) / 64 for left, right in zip([0, *cuts], [*cuts, 64], strict=True)]
