"""Inputs on which answers to the exercises are checked besides the examples: ordinary ones, and all edges of the task.

A function has the name of its exercise, takes a `random.Random` with a fixed seed, and yields expressions. What they
should give is computed by the worked solution. Numbers are multiples of a quarter, so that what is 0 on paper is 0.
"""

from snippets.quarters import quarters


def _sizes(random, n):
    """Positive powers of two, so that quotients are exact."""
    return [2.0 ** random.randrange(-6, 7) for _ in range(n)]


def _matrix(random, rows, columns):
    return [quarters(random, columns) for _ in range(rows)]


def weakest_link(random):
    """Two to eight layers; ties; zeros at either end and in the middle; the weakest at every place; nothing."""
    for n in (2, 3, 4, 5, 6, 8):
        yield f"weakest_link({_sizes(random, n)})"
        yield f"weakest_link({_sizes(random, n)})"
    for lengths in ([1.0, 1.0, 1.0], [8.0, 4.0, 2.0, 1.0], [1.0, 2.0, 1.0, 2.0], [1.0, 16.0, 8.0], [4.0, 8.0, 64.0]):
        yield f"weakest_link({lengths})"
    for lengths in (
        [0.0, 1.0],
        [0.0, 0.0, 1.0, 8.0],
        [0.0, 4.0, 0.0],
        [2.0, 0.0, 4.0],
        [1.0, 2.0, 0.0, 0.0],
        [0.0, 0.0],
    ):
        yield f"weakest_link({lengths})"
    yield "weakest_link([3.0, 0.0])"
    yield "weakest_link([1e-200, 1e200, 1e200])"
    yield "weakest_link([0.25, 0.5])"


def weight_spread(random):
    """Both ways, square and not; slopes of 0, 1, between, negative and large; words that are neither."""
    # no difference: ('forward', 'backward') -> ('backward', 'forward'): it is only asked whether a word is among them.
    for keep in ("forward", "backward"):
        for _ in range(6):
            fan_in, fan_out = random.randrange(1, 300), random.randrange(1, 300)
            yield f"weight_spread({fan_in}, {fan_out}, {random.choice([0.0, 0.25, 0.5, 1.0, -0.5, 3.0])}, '{keep}')"
        yield f"weight_spread(2, 8, 0.0, '{keep}')"
        yield f"weight_spread(8, 8, 0.5, '{keep}')"
        yield f"weight_spread(50, 3, 0.25, '{keep}')"
    for word in ("", "Forward", "mean"):
        yield f"weight_spread(4, 2, 0.0, '{word}')"


def dead_units(random):
    """One to five units, one to four inputs and examples; at exactly 0; silent for all but the last or the first."""
    # no difference: zip(row, example, strict=True) -> zip(example, row, strict=True): a product has no order.
    for n in (1, 2, 3, 4):
        for units in (1, 3, 5):
            rows, biases = _matrix(random, units, n), [b - 1 for b in quarters(random, units)]
            yield f"dead_units({rows}, {biases}, {_matrix(random, n, n)})"
    yield "dead_units([[1.0]], [0.0], [[0.0]])"
    yield "dead_units([[1.0]], [0.0], [[-1.0], [0.0]])"
    yield "dead_units([[1.0], [-1.0]], [0.0, 0.0], [[-1.0], [2.0]])"
    yield "dead_units([[1.0], [1.0]], [-2.0, -4.0], [[1.0], [3.0]])"
    yield "dead_units([[1.0], [1.0]], [-2.0, -4.0], [[3.0], [1.0]])"
    yield "dead_units([[0.0, 0.0], [0.0, 0.0]], [0.25, -0.25], [[5.0, 5.0]])"
    yield "dead_units([], [], [[1.0]])"


def killing_rate(random):
    """One to four examples with one to three inputs, all active; pulls of both signs, of 0, and unequal ones."""
    # no difference: 0.0 -> -1.0: every example that falls silent does so at a positive rate.
    # no difference: zip(weights, x, strict=True) -> zip(x, weights, strict=True): a product has no order.
    # no difference: zip(other, x, strict=True) -> zip(x, other, strict=True): a product has no order.
    for n in (1, 2, 3):
        for count in (1, 2, 3, 4):
            examples = [[abs(c) for c in quarters(random, n)] for _ in range(count)]
            weights = [abs(c) for c in quarters(random, n)]
            deltas = [abs(c) for c in quarters(random, count)]
            yield f"killing_rate({weights}, 0.5, {examples}, {deltas})"
            mixed = [d * random.choice([1, 1, -0.25]) for d in deltas]
            yield f"killing_rate({weights}, 0.25, {examples}, {mixed})"
    yield "killing_rate([1.0, 1.0], 0.5, [[1.0, -0.25], [-0.25, 1.0]], [1.0, 2.0])"
    yield "killing_rate([0.5], 8.0, [[1.0], [-2.0]], [1.0, 1.0])"
    yield "killing_rate([1.0], 1.0, [[1.0]], [0.0])"
    yield "killing_rate([0.0], 1.0, [[1.0], [-1.0]], [1.0, 0.0])"
    yield "killing_rate([0.0], 1.0, [[2.0], [-1.0]], [0.0, 1.0])"
    yield "killing_rate([0.0], 0.5, [[0.0]], [2.0])"
    yield "killing_rate([0.0], 3.0, [[0.0], [0.0]], [2.0, -1.0])"


def clip_gradients(random):
    """Layers of different sizes, also empty; lengths below, at and above the limit; huge, tiny, not finite."""
    # no difference: length <= longest -> length < longest: at the limit the factor is 1.
    # no difference: (g for layer in layers for g in layer) -> (-g for layer in layers for g in layer): they are
    # squared.
    for sizes in ((1,), (2, 3), (1, 1, 1), (4, 1), (3, 3)):
        layers = [quarters(random, n) for n in sizes]
        for longest in (0.25, 1.0, 100.0):
            yield f"clip_gradients({layers}, {longest})"
    yield "clip_gradients([[3.0], [4.0]], 5.0)"
    yield "clip_gradients([[], [3.0], []], 1.0)"
    yield "clip_gradients([[-6.0, 0.0], [8.0]], 5.0)"
    yield "[round(g, 6) for g in clip_gradients([[3e-200], [4e-200]], 5e-201)[0][0]] == [0.0]"
    yield "[g / 1e-201 for g in clip_gradients([[3e-200], [4e-200]], 5e-201)[0][0]]"
    yield "[g for layer in clip_gradients([[1e200, 1e200], [1e200, 1e200]], 4.0)[0] for g in layer]"
    yield "clip_gradients([[1.0], [math.nan]], 1.0)"
    yield "clip_gradients([[-math.inf]], 1.0)"
    yield "clip_gradients([[math.nan, math.inf]], 1.0)"
    yield "clip_gradients([[1.0], [-math.inf]], math.inf)"
    yield "(clip_gradients(g := [[3.0, 4.0]], 1.0), g)"
    yield "(new := clip_gradients(g := [[1.0], [2.0]], 9.0)[0], [a is b for a, b in zip(new, g)])"


def forget_bias(random):
    """Few and many steps, shares from next to 0 to next to 1; a million steps; the gate itself, as a test."""
    for steps in (1, 2, 5, 20, 100, 1000):
        for share in (0.25, 0.5, 0.875):
            yield f"forget_bias({steps}, {share})"
    for share in (1e-12, 1e-3, 0.999, 1 - 2**-40):
        yield f"forget_bias({random.randrange(2, 50)}, {share})"
    yield "forget_bias(10**6, 0.125)"
    yield "forget_bias(10**9, 0.5)"
    yield "forget_bias(10**15, 0.5)"
    yield "(1 / (1 + math.exp(-forget_bias(7, 0.3))))**7"


def smallest_batch(random):
    """Two to nine examples with one to three numbers; every size as an answer; no noise; a gradient of 0."""
    # no difference: zip(g, full, strict=True) -> zip(full, g, strict=True): the differences are squared.
    for n, width in ((2, 1), (3, 2), (5, 1), (7, 3), (9, 2)):
        for share in (2.0, 0.75, 0.25, 0.05):
            gradients = [[g + 2 for g in row] for row in _matrix(random, n, width)]
            if any(sum(column) for column in zip(*gradients, strict=True)):
                yield f"smallest_batch({gradients}, {share})"
    yield "smallest_batch([[2.0], [2.0], [2.0]], 0.5)"
    yield "smallest_batch([[1.0, -1.0], [1.0, 1.0]], 1.0)"
    yield "smallest_batch([[1.0, -1.0], [1.0, 1.0]], 0.5)"
    yield "smallest_batch([[1.0], [2.0], [6.0]], 0.0)"
    yield "smallest_batch([[0.0, 0.0], [0.0, 0.0]], 0.5)"
    yield "smallest_batch([[1.0, 2.0], [-1.0, -2.0]], 3.0)"
    yield "smallest_batch([[1.0, 0.0], [-1.0, 2.0]], 1.0)"


def local_smoothness(random):
    """Walks of one to six places in one to three dimensions; steps of length 0; the largest at each place."""
    # no difference: len(places) -> len(gradients): there is a gradient for each place.
    # no difference: math.dist(places[k], places[k - 1]) -> math.dist(places[k - 1], places[k]): a distance has no
    # order.
    # no difference: math.dist(gradients[k], gradients[k - 1]) -> math.dist(gradients[k - 1], gradients[k]): nor has
    # this.
    for n in (1, 2, 3):
        for count in (2, 3, 4, 6):
            yield f"local_smoothness({_matrix(random, count, n)}, {_matrix(random, count, n)})"
    yield "local_smoothness([[1.0]], [[2.0]])"
    yield "local_smoothness([[0.0], [4.0], [5.0]], [[0.0], [1.0], [3.0]])"
    yield "local_smoothness([[0.0], [1.0], [5.0]], [[0.0], [3.0], [4.0]])"
    yield "local_smoothness([[1.0], [1.0], [2.0]], [[0.0], [9.0], [8.0]])"
    yield "local_smoothness([[0.0], [2.0], [2.0]], [[0.0], [1.0], [9.0]])"
    yield "local_smoothness([[0.0, 0.0], [0.0, 2.0]], [[1.0, 1.0], [1.0, 1.0]])"
    yield "local_smoothness([[0.0, 0.0], [0.25, 0.0]], [[1.0, 1.0], [1.0, 5.0]])"
    yield "local_smoothness([[0.0], [0.5], [-3.0]], [[1.0], [-7.0], [2.0]])"


def truncated_gradient(random):
    """One to five inputs, w of both signs and 0, every number of kept uses and more than there are."""
    # no difference: max(len(inputs) - kept, 0) -> max(len(inputs) - kept, 1): the first use meets the state 0.
    for n in (1, 2, 3, 5):
        inputs = [c / 2 for c in quarters(random, n)]
        for kept in range(n + 2):
            w, target = random.choice([-1.25, -0.5, 0.0, 0.5, 0.75, 1.5]), random.choice([-1.0, 0.25, 1.0])
            yield f"truncated_gradient({w}, {inputs}, {target}, {kept})"
    yield "truncated_gradient(0.75, [0.5, 0.25, -0.25, 0.5], 2.0, 2)"
    yield "truncated_gradient(-1.5, [0.5, 0.25, -0.25, 0.5], 2.0, 4)"
    yield "truncated_gradient(0.5, [0.25, 0.5, 0.5], -1.0, 100)"


def straight_through_bias(random):
    """Squares, cubes, lines, exponentials, a kink between the values; theta of both signs, from small to large."""
    losses = (
        ("lambda b: (b - 0.25)**2", "lambda b: 2 * (b - 0.25)"),
        ("lambda b: b**3 - 2 * b", "lambda b: 3 * b**2 - 2"),
        ("lambda b: 5 - 4 * b", "lambda b: -4.0"),
        ("lambda b: math.exp(b)", "lambda b: math.exp(b)"),
        ("lambda b: abs(b - 0.75)", "lambda b: 1.0 if b > 0.75 else -1.0"),
    )
    for loss, slope in losses:
        for theta in (-3.0, -0.5, 0.0, 1.25, 6.0):
            yield f"straight_through_bias({loss}, {slope}, {theta})"


def delta_lengths(random):
    """One to five layers of width one to three; matrices that are not symmetric; saturated and dead ends."""
    # no difference: sum((w * c for w, c in zip(row, x, strict=True))) -> -sum((w * c for w, c in zip(row, x,
    # strict=True))): tanh is odd and its slope even, so turning all signals of a layer changes no length.
    # no difference: w * c -> -(w * c): tanh is odd and its slope even, so turning all signals of a layer changes no
    # length.
    # no difference: zip(row, x, strict=True) -> zip(x, row, strict=True): a product has no order.
    # no difference: math.tanh(z) -> -math.tanh(z): tanh is odd and its slope even, so turning all signals of a layer
    # changes no length.
    # no difference: math.tanh(z) -> math.tanh(-z): tanh is odd and its slope even, so turning all signals of a layer
    # changes no length.
    # no difference: sum((w * c for w, c in zip(row, a, strict=True))) -> -sum((w * c for w, c in zip(row, a,
    # strict=True))): tanh is odd and its slope even, so turning all signals of a layer changes no length.
    # no difference: zip(row, a, strict=True) -> zip(a, row, strict=True): a product has no order.
    # no difference: sum((d * w for d, w in zip(delta, column, strict=True))) -> -sum((d * w for d, w in zip(delta,
    # column, strict=True))): δ turned around is as long.
    # no difference: d * w -> -(d * w): δ turned around is as long.
    # no difference: zip(delta, column, strict=True) -> zip(column, delta, strict=True): a product has no order.
    # no difference: b * (1 - math.tanh(one) ** 2) -> -(b * (1 - math.tanh(one) ** 2)): δ turned around is as long.
    # no difference: 1 - math.tanh(one) ** 2 -> math.tanh(one) ** 2 - 1: δ turned around is as long.
    # no difference: math.tanh(one) -> math.tanh(-one): it is squared.
    for width in (1, 2, 3):
        for depth in (1, 2, 3, 5):
            layers = [[[c / 2 for c in row] for row in _matrix(random, width, width)] for _ in range(depth)]
            yield f"delta_lengths({layers}, {quarters(random, width)}, {quarters(random, width)})"
    yield "delta_lengths([[[1.0]], [[0.0]], [[1.0]]], [1.0], [2.0])"
    yield "delta_lengths([[[0.0, 1.0], [0.0, 0.0]], [[0.0, 3.0], [0.0, 0.0]]], [0.25, 0.5], [1.0, 0.0])"
    yield "delta_lengths([[[0.0, 1.0], [0.0, 0.0]], [[0.0, 3.0], [0.0, 0.0]]], [0.25, 0.5], [0.0, 1.0])"
    yield "(delta_lengths(W := [[[0.5]], [[0.25]]], x := [1.0], u := [1.0]), W, x, u)"
    yield "delta_lengths([[[4.0]], [[1.0]]], [1.0], [1.0])"


def growth_per_layer(random):
    """Two to seven layers; exact powers, noise, level, zeros at every place; tiny and huge lengths."""
    for n in (2, 3, 4, 5, 7):
        for _ in range(3):
            yield f"growth_per_layer({_sizes(random, n)})"
    yield "growth_per_layer([1.0, 1.0, 1.0, 1.0])"
    yield "growth_per_layer([16.0, 4.0, 1.0])"
    yield "growth_per_layer([0.0, 1.0])"
    yield "growth_per_layer([1.0, 0.0, 2.0])"
    yield "growth_per_layer([1.0, 2.0, 0.0])"
    yield "growth_per_layer([1e-12, 1e-6, 1.0])"
    yield "growth_per_layer([1e200, 1e100, 1.0])"
    yield "growth_per_layer([0.5, 0.25, 0.125, 1.0])"


def diagnose(random):
    """Both limits of the growth, at and next to them; shares of flat slopes at, below and above a half."""
    for growth in (0.0, 0.5, 0.875, 0.9, 1.0, 1.1, 1.125, 40.0):
        yield f"diagnose({growth}, [1.0, 0.5])"
        yield f"diagnose({growth}, [0.01, 0.02, 0.5])"
        yield f"diagnose({growth}, [0.01, 0.5])"
    for slopes in (
        [0.05, 0.05, 0.05],
        [0.04, 0.04, 0.06],
        [0.04, 0.06, 0.06],
        [0.0],
        [0.0, 0.0, 1.0, 1.0],
        [0.0, 0.0, 0.0, 1.0],
    ):
        yield f"diagnose(1.0, {slopes})"
        yield f"diagnose({random.choice([0.25, 2.0])}, {slopes})"
    yield "diagnose(1.0, [0.25, 0.375, 0.03])"
    yield "diagnose(0.95, [0.06])"
    yield "diagnose(1.05, [0.5])"


def cure(random):
    """One to four layers of width one to three, one to four examples; saturated, tiny; matrices afterwards."""
    # no difference: sum((w * c for w, c in zip(row, a, strict=True))) -> -sum((w * c for w, c in zip(row, a,
    # strict=True))): the scale comes from squares, and tanh is odd.
    # no difference: w * c -> -(w * c): the scale comes from squares, and tanh is odd.
    # no difference: zip(row, a, strict=True) -> zip(a, row, strict=True): a product has no order.
    # no difference: len(zs) -> len(inputs): there is a row of z for each example.
    # no difference: math.tanh(scale * z) -> -math.tanh(scale * z): the next scale comes from squares.
    # no difference: scale * z -> -(scale * z): the next scale comes from squares.
    for width in (1, 2, 3):
        for depth in (1, 2, 4):
            layers = [_matrix(random, width, width) for _ in range(depth)]
            examples = _matrix(random, random.randrange(1, 5), width)
            yield f"cure({layers}, {examples}, {random.choice([0.25, 0.5, 1.0, 2.0])})"
    yield "cure([[[2.0]], [[3.0]]], [[1.0]], 1.0)"
    yield "cure([[[1e-100]], [[1e100]]], [[1.0], [0.5]], 0.5)"
    yield "cure([[[1.0, 2.0], [0.0, 1.0]], [[1.0, -1.0], [0.5, 2.0]]], [[1.0, 1.0], [1.0, -1.0], [0.0, 0.5]], 0.75)"
    yield "cure([[[1.0]], [[0.0]]], [[1.0]], 1.0)"
    yield "cure([[[1.0, 1.0], [1.0, 1.0]]], [[1.0, -1.0]], 1.0)"
    yield "(cure(W := [[[4.0]], [[0.5]]], X := [[1.0], [2.0]], 1.0), W, X)"
