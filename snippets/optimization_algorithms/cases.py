"""Inputs on which answers to the exercises are checked besides the examples: ordinary ones, and all edges of the task.

A function has the name of its exercise, takes a `random.Random` with a fixed seed, and yields expressions. What they
should give is computed by the worked solution. Numbers are multiples of a quarter, so that what is 0 on paper is 0.
"""

from snippets.quarters import quarter, quarters

# A bowl, one that lies askew, and one that is not quadratic.
SLOPES = (
    "lambda p: [2 * x for x in p]",
    "lambda p: [p[0] * 4 + p[1], p[0] + p[1] / 2]",
    "lambda p: [x**3 - x / 2 for x in p]",
)


def tail_average(random):
    """Paths of one to nine places with one to three coordinates; shares from a sliver to all; the path afterwards."""
    # no difference: len(tail) -> len(numbers): a coordinate has as many numbers as there are places.
    for places in (1, 2, 4, 5, 9):
        for share in (0.01, 0.25, 0.5, 0.75, 1):
            path = [quarters(random, random.choice([1, 2, 3]))]
            path += [quarters(random, len(path[0])) for _ in range(places - 1)]
            yield f"tail_average({path}, {share})"
    yield "(tail_average(p := [[1.0, 2.0], [3.0, 4.0]], 0.5), p)"


def smoothness_seen(random):
    """Three fields, two to six places, some of them equal; one place, and none; how often the gradient is asked."""
    # no difference: range(i) -> range(i + 1): a place is not away from itself.
    # no difference: math.dist(here, places[j]) -> math.dist(places[j], here): a distance has no direction.
    # no difference: math.dist(slopes[i], slopes[j]) -> math.dist(slopes[j], slopes[i]): a distance has no direction.
    for field in SLOPES:
        for n in (2, 3, 6):
            places = [quarters(random, 2) for _ in range(n)]
            yield f"smoothness_seen({field}, {places})"
            yield f"smoothness_seen({field}, {[*places, places[0]]})"
    yield "smoothness_seen(lambda p: [5.0], [[1.0], [2.0], [-7.0]])"
    yield "smoothness_seen(lambda p: [abs(p[0])], [[-2.0], [2.0]])"
    yield "smoothness_seen(lambda p: [abs(p[0])], [[-2.0], [2.0], [1.0]])"
    yield "smoothness_seen(lambda p: [p[0] / 8], [[3.0], [1.0]])"
    yield "smoothness_seen(lambda p: [3 * p[0]], [[1.0]])"
    yield "smoothness_seen(lambda p: [3 * p[0]], [])"
    slope, places = "lambda p: asked.append(p) or [p[0] ** 2]", [[1.0], [2.0], [4.0]]
    yield f"(asked := [], smoothness_seen({slope}, {places}), len(asked))[1:]"


def momentum_with_restart(random):
    """Three fields and several settings, from no step to many; the start afterwards; memories of 0 and 1."""
    # no difference: zip(g, m, strict=True) -> zip(m, g, strict=True): a product has no order.
    # no difference: len(m) -> len(g): both are as long as the place.
    for field in SLOPES:
        for rate, beta in ((0.125, 0.5), (0.25, 0.75), (0.0625, 1.0), (0.25, 0.0)):
            for steps in (2, 5, 12):
                start = [x / 4 for x in quarters(random, 2)]
                yield f"momentum_with_restart({field}, {start}, {rate}, {beta}, {steps})"
    yield "momentum_with_restart(lambda p: [p[0]], [3.0], 0.5, 0.5, 0)"
    yield "(momentum_with_restart(lambda p: [p[0]], p := [3.0], 0.5, 0.5, 4), p)"


def effective_rates(random):
    """One to four gradients of one to three weights, several rates; a weight that has heard nothing; both signs."""
    for n in (1, 2, 4):
        for weights in (1, 2, 3):
            gradients = [quarters(random, weights) for _ in range(n)]
            yield f"effective_rates({gradients}, {random.choice([0.5, 1, 2])})"
            yield f"effective_rates({gradients}, {random.choice([0.5, 1, 2])}, {random.choice([0.25, 0.5])})"
    yield "effective_rates([[0.0, 2.0], [0.0, -2.0]], 0.5, 0.25)"
    yield "effective_rates([[0.0]], 1.0)"
    yield "(effective_rates(g := [[3.0], [4.0]], 1.0), g)"


def running_means(random):
    """One to six values, some of them silent; nothing at all; memories of 0 and more; the list afterwards."""
    for beta in (0.0, 0.25, 0.5, 0.75):
        for n in (1, 3, 6):
            values = quarters(random, n)
            yield f"running_means({values}, {beta})"
            yield f"running_means({[None if random.random() < 0.4 else x for x in values]}, {beta})"
    yield "running_means([], 0.5)"
    yield "running_means([None, None], 0.5)"
    yield "running_means([0.0, None, 4.0], 0.5)"
    yield "running_means([None, 8.0, None, None, 4.0], 0.75)"
    yield "(running_means(v := [1.0, None], 0.5), v)"


def amsgrad(random):
    """Slopes that fall, that grow, that come rarely; several settings; no step at all."""
    # no difference: 0.0 -> -1.0: no square is below 0, so the first one is larger.
    slopes = (
        "lambda k, w: 2 * w + 1",
        "lambda k, w: float(k)",
        "lambda k, w: 8.0 if k % 3 == 1 else -1.0",
        "lambda k, w: 4.0 / k",
    )
    for slope in slopes:
        for betas in ("", ", 0.5, 0.75", ", 0.0, 0.5", ", 0.75, 0.25, 0.5"):
            yield f"amsgrad({slope}, {quarter(random)}, 0.25, {random.choice([3, 5, 8])}{betas})"
    yield "amsgrad(lambda k, w: 1.0, 3.0, 0.5, 0)"
    yield "amsgrad(lambda k, w: -1.0, 3.0, 0.5, 1, eps=0.25)"
    yield "amsgrad(lambda k, w: 1e-8, 0.0, 1.0, 2)"


def micro_batch_gradient(random):
    """One to four parts of many sizes, some empty; nothing at all; the gradients afterwards."""
    # no difference: sum(sizes) -> max(sizes): both are 0 only if all sizes are.
    # no difference: gradients[0] -> gradients[-1]: all gradients are equally long.
    for parts in (1, 2, 3, 4):
        for weights in (1, 3):
            gradients = [quarters(random, weights) for _ in range(parts)]
            sizes = [random.choice([1, 2, 3, 5, 8, 16]) for _ in range(parts)]
            yield f"micro_batch_gradient({gradients}, {sizes})"
            yield f"micro_batch_gradient({[*gradients, [9.0] * weights]}, {[*sizes, 0]})"
    yield "micro_batch_gradient([[0.5], [8.0]], [0, 0])"
    yield "micro_batch_gradient([[2.0]], [1])"
    yield "(micro_batch_gradient(g := [[2.0], [4.0]], s := [1, 3]), g, s)"


def warmup_cosine(random):
    """Every step around both borders, with and without a ramp and a floor; long after the end."""
    # no difference: step >= steps -> step > steps: at the last step the wave has come to the floor.
    # no difference: (step - warmup) / (steps - warmup) -> -((step - warmup) / (steps - warmup)): a cosine has no sign.
    # no difference: step - warmup -> warmup - step: a cosine has no sign.
    # no difference: steps - warmup -> warmup - steps: a cosine has no sign.
    for warmup, steps in ((0, 8), (1, 9), (4, 20), (10, 11)):
        peak, floor = abs(quarter(random)) + 1, random.choice([0.0, 0.25])
        for k in sorted({0, 1, warmup - 1, warmup, warmup + 1, steps // 2, steps - 1, steps, steps + 1, 3 * steps}):
            if k >= 0:
                yield f"warmup_cosine({k}, {warmup}, {steps}, {peak}, {floor})"
    yield "warmup_cosine(5, 2, 8, 1.0)"
    yield "warmup_cosine(7, 4, 8, 0.5)"
    yield "warmup_cosine(99, 2, 8, 1.0)"


def rate_from_range_test(random):
    """Tests of one to eight steps, with a lowest loss inside and at both ends, equal ones, windows, endings."""
    for n in (1, 2, 5, 8):
        rates = [0.25 * 2**k for k in range(n)]
        for width in (0, 1, 2):
            losses = [abs(x) for x in quarters(random, n)]
            yield f"rate_from_range_test({rates}, {losses}, {width}, 0.5)"
    for end in ("inf", "nan", "-inf"):
        yield f"rate_from_range_test([0.25, 0.5, 1.0, 2.0], [3.0, 2.0, 1.0, float('{end}')], 1, 0.5)"
        yield f"rate_from_range_test([0.25, 0.5, 1.0, 2.0], [3.0, float('{end}'), 0.0, 0.0], 0, 0.5)"
        yield f"rate_from_range_test([0.25, 0.5], [float('{end}'), 0.0]) is None"
    yield "rate_from_range_test([1.0, 2.0, 4.0, 8.0, 16.0], [9.0, 1.0, 9.0, 2.0, 2.0], 1, 1.0)"
    yield "rate_from_range_test([1.0, 2.0, 4.0], [2.0, 2.0, 2.0], 0, 0.25)"
    yield "rate_from_range_test([1.0, 2.0, 4.0, 8.0], [4.0, 3.0, 2.0, 9.0], 0)"
    yield "rate_from_range_test([1.0, 2.0, 4.0, 8.0], [4.0, 0.0, 3.0, 1.0])"
    yield "(rate_from_range_test([1.0, 2.0], l := [4.0, 3.0], 1), l)"


def momentum_update(random):
    """With and without a state, with and without the look ahead; several steps in a row; what was given afterwards."""
    for n in (1, 2, 3):
        for ahead in (False, True):
            w, g, m = (quarters(random, n) for _ in range(3))
            rate, beta = random.choice([0.25, 0.5]), random.choice([0.25, 0.5, 0.75])
            yield f"momentum_update({w}, {g}, None, {rate}, {beta}, {ahead})"
            yield f"momentum_update({w}, {g}, {m}, {rate}, {beta}, {ahead})"
            yield f"momentum_update({w}, {g}, {m}, {rate}, look_ahead={ahead})"
            yield f"(momentum_update(w := {w}, g := {g}, m := {m}, {rate}, {beta}, {ahead}), w, g, m)"
    yield "momentum_update([1.0], [2.0], [0.0], 0.5)"
    yield "momentum_update([], [], None, 0.5)"


def adamw_update(random):
    """First and later steps, several settings, chains of steps; weights of 0; what was given afterwards."""
    for n in (1, 2, 3):
        w, g, later = quarters(random, n), quarters(random, n), quarters(random, n)
        m, v = quarters(random, n), [abs(x) for x in quarters(random, n)]
        for settings in ("", ", decay=0.5", ", 0.5, 0.75, 0.25, 0.0", ", beta1=0.75, beta2=0.5, eps=0.5, decay=0.25"):
            yield f"adamw_update({w}, {g}, None, 0.25{settings})"
            yield f"adamw_update({w}, {g}, (3, {m}, {v}), 0.25{settings})"
        first = f"adamw_update({w}, {g}, None, 0.25)"
        yield f"adamw_update({first}[0], {later}, {first}[1], 0.5)"
        yield f"(adamw_update(w := {w}, g := {g}, s := (1, {m}, {v}), 0.25), w, g, s)"
    yield "adamw_update([0.0], [0.0], None, 0.5)"
    yield "adamw_update([2.0], [1e-8], None, 1.0, decay=0.0)"


def train_with(random):
    """Plain steps and an update that counts in its state; from no step to many; the weights afterwards."""
    plain = "lambda w, g, s, r: ([a - r * b for a, b in zip(w, g)], s)"
    counting = "lambda w, g, s, r: ([a - r * b * (s or 1) for a, b in zip(w, g)], (s or 1) + 1)"
    first = "lambda w, g, s, r: ([a + (0.5 if s is None else 2.0) for a in w], 0)"
    loss, slope = "lambda w: sum(x * x for x in w)", "lambda w: [2 * x for x in w]"
    for update in (plain, counting, first):
        for n in (0, 1, 2, 5):
            rates = [random.choice([0.125, 0.25, 0.5]) for _ in range(n)]
            yield f"train_with({update}, {loss}, {slope}, {quarters(random, 2)}, {rates})"
    yield f"(train_with({plain}, {loss}, {slope}, w := [1.0, 2.0], r := [0.25, 0.5]), w, r)"


def network_gradient(random):
    """One to three units, one to four points; dead weights; large inputs; the lists afterwards."""
    # no difference: 2 * units -> 3 * units: more weights than are read.
    # no difference: 2 * units -> 4 * units: more weights than are read.
    # no difference: weights[:units] -> weights[:units + 1]: more weights than are read.
    # no difference: len(xs) -> len(ys): there are as many inputs as targets.
    for units in (1, 2, 3):
        for n in (1, 2, 4):
            weights = [x / 2 for x in quarters(random, 3 * units + 1)]
            xs, ys = [x / 2 for x in quarters(random, n)], quarters(random, n)
            yield f"network_gradient({weights}, {xs}, {ys})"
    yield "network_gradient([0.0, 0.0, 0.0, 0.5], [1.0, 2.0], [1.0, -1.0])"
    yield "network_gradient([5.0, 1.0, 2.0, 0.0], [40.0], [1.0])"
    yield "(network_gradient(w := [0.5, 0.25, 1.0, 0.0], x := [1.0], y := [2.0]), w, x, y)"
