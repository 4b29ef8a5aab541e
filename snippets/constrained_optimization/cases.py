"""Inputs on which answers to the exercises are checked besides the examples: ordinary ones, and all edges of the task.

A function has the name of its exercise, takes a `random.Random` with a fixed seed, and yields expressions. What they
should give is computed by the worked solution. Numbers are multiples of a quarter, so that what is 0 on paper is 0.
"""

from snippets.quarters import quarter, quarters


def split_budget(random):
    """One to five gains, equal ones and very unequal ones, with budgets from small to large."""
    # no difference: math.sqrt(a) -> -math.sqrt(a): with all signs turned, the shares and the square stay the same.
    for n in (1, 2, 3, 4, 5):
        for budget in (0.25, random.randrange(1, 40) / 4, 1000.0):
            yield f"split_budget({[abs(a) for a in quarters(random, n)]}, {budget})"
        yield f"split_budget({[9.0] * n}, 3.0)"
    yield "split_budget([1e-12, 1e12], 2.0)"
    yield "split_budget([1.0, 2.0, 3.0], 1e-6)"
    yield "(split_budget(gains := [9.0, 1.0], 8.0), gains)"


def kkt_failures(random):
    """Points where all four conditions hold, and such with one number changed, at the tolerance and beyond it."""
    # no difference: multiplier * value -> -(multiplier * value): only the size of a product counts.
    # no difference: zip(multipliers, g, strict=True) -> zip(g, multipliers, strict=True): the products are the same.
    for n, m in ((1, 1), (2, 1), (2, 2), (3, 2), (3, 4)):
        gradient, g, rows, multipliers = _fulfilled(random, n, m)
        k, i = random.randrange(n), random.randrange(m)
        for off in (0.0, random.choice([-1, 1])):
            yield f"kkt_failures({_moved(gradient, k, off)}, {g}, {rows}, {multipliers})"
        yield f"kkt_failures({gradient}, {_moved(g, i, random.choice([-1, 3]))}, {rows}, {multipliers})"
        yield f"kkt_failures({gradient}, {g}, {rows}, {_moved(multipliers, i, random.choice([-3, 1]))})"
    yield "kkt_failures([0.0, 0.0], [], [], [])"
    yield "kkt_failures([0.0, -0.5], [], [], [])"
    yield "kkt_failures([0.0], [-2.0, 3.0], [[0.0], [0.0]], [1.5, 1.0])"  # the products cancel
    yield "kkt_failures([3.0], [-2.0, 2.0], [[1.0], [-2.0]], [-1.0, 1.0])"
    yield "kkt_failures([0.0], [-1.0, -1.0], [[1.0], [1.0]], [1.0, -1.0])"
    for off in (0.25, 0.5):  # at the tolerance, where nothing fails yet, and beyond it
        yield f"kkt_failures([{off}, {-off}], [-1.0], [[1.0, 1.0]], [0.0], 0.25)"
        yield f"kkt_failures([0.0, 0.0], [-4.0, {off}], [[1.0, 1.0], [2.0, 0.0]], [0.0, 0.0], 0.25)"
        yield f"kkt_failures([{off}], [0.0], [[1.0]], [{-off}], 0.25)"
        yield f"kkt_failures([-1.0], [{-off}, {-off}], [[1.0], [0.0]], [1.0, 1.0], tolerance=0.25)"
    yield "kkt_failures([0.0], [0.25, 0.25], [[0.0], [0.0]], [0.0, 0.0], 0.25)"
    for off in ("0.5e-9", "1.5e-9"):
        yield f"kkt_failures([0.0], [{off}], [[0.0]], [0.0])"
    yield "(kkt_failures(s := [-2.0, 0.0], g := [0.0], r := [[1.0, 0.0]], m := [2.0]), s, g, r, m)"


def project_onto_ball(random):
    """Points in one to four dimensions: in the ball, on its edge, outside, close and far; centers away from 0."""
    # no difference: distance <= radius -> distance < radius: on the edge both cases give the point itself.
    for n in (1, 2, 3, 4):
        center = quarters(random, n)
        for size in (0.25, 8.0, 1e6):
            point = [c + size * d for c, d in zip(center, quarters(random, n), strict=True)]
            yield f"project_onto_ball({point}, {center}, {random.randrange(4, 13) / 4})"
        yield f"project_onto_ball({center}, {center}, 0.5)"
    yield "project_onto_ball([4.0, 3.0], [1.0, -1.0], 5.0)"
    yield "project_onto_ball([4.0, 3.25], [1.0, -1.0], 5.0)"
    yield "project_onto_ball([1.0, 1.0], [0.0, 0.0], 1.0)"
    yield "project_onto_ball([2.0, -1.0, 0.5], [0.0, 0.0, 0.0], 3.0)"
    yield "project_onto_ball([0.625, 0.0, 0.0], [0.0, 0.0, 0.0], 0.5)"
    yield "project_onto_ball([1e100, -1e100], [0.0, 0.0], 2.0)"
    yield "project_onto_ball([3e-100, 4e-100], [0.0, 0.0], 1e-100)[0] / 1e-100"
    yield "(project_onto_ball(p := [3.0, 4.0], c := [0.0, 1.0], 1.0), p, c)"
    yield "(project_onto_ball(p := [0.5], c := [0.0], 1.0), p, c)"


def project_onto_simplex(random):
    """One to six numbers: all, some and one of them positive afterwards; ties, equal shifts, large and huge ones."""
    for n in (1, 2, 3, 4, 5, 6):
        for size in (0.125, 1.0, 100.0):
            yield f"project_onto_simplex({[size * x for x in quarters(random, n)]})"
        yield f"project_onto_simplex({[random.choice([-2.0, 0.0, 0.75])] * n})"
    yield "project_onto_simplex([1.0, 0.0, 0.0])"
    yield "project_onto_simplex([0.25, 0.5, 0.25])"
    yield "project_onto_simplex([1.5, 0.5, 0.5])"
    yield "project_onto_simplex([-3.0, -1.0, -2.5, -1.5])"
    yield "project_onto_simplex([1e16, 1e16, -1e16])"
    yield "project_onto_simplex([-1e17, -1e17])"
    yield "(project_onto_simplex(p := [0.5, 2.0, 1.75]), p)"


def projected_descent(random):
    """Bowls with the lowest place below, in and above the interval, slopes that exist in it alone, no step at all."""
    for _ in range(3):
        low, width, a = quarter(random), random.randrange(1, 13) / 4, random.choice([0.5, 1.0, 2.0])
        high = low + width
        for goal in (low - 1.5, low + width / 4, high + 2.5):
            start = low + random.choice([-2.0, 0.5, 4.0]) * width
            for steps in (1, 4):
                yield f"projected_descent(lambda w: {a} * (w - {goal}), {low}, {high}, {start}, {0.25 / a}, {steps})"
    for start in (-1.0, 0.5, 3.0):
        yield f"projected_descent(lambda w: w**2, -0.25, 2.0, {start}, 0.5, 0)"
        yield f"projected_descent(lambda w: math.sqrt(w), 0.0, 1.0, {start}, 2.0, 3)"
        yield f"projected_descent(lambda w: -math.sqrt(1.0 - w), 0.0, 1.0, {start}, 0.5, 3)"
    yield "projected_descent(lambda w: math.log(w), 0.25, 4.0, 4.0, 8.0, 2)"
    yield "projected_descent(lambda w: -1.0, 0.0, 10.0, 0.0, 0.5, 8)"
    yield "projected_descent(lambda w: -1.0, 0.0, 10.0, 20.0, 0.5, 1)"
    yield "projected_descent(lambda w: 1.0, 3.0, 3.0, 5.0, 0.5, 2)"


def soft_threshold(random):
    """Numbers of both signs, in the threshold, at it and beyond; prices from 0 to large."""
    # no difference: a > price -> a >= price: at the price all three cases give 0.
    # no difference: a < -price -> a <= -price: at minus the price all three cases give 0.
    for price in (0.0, 0.25, 1.0, random.randrange(5, 20) / 4):
        for a in (price, price + 0.5, price / 2, 1000.0):
            yield f"soft_threshold({a}, {price})"
            yield f"soft_threshold({-a}, {price})"
    yield "soft_threshold(0.0, 3.0)"
    yield "soft_threshold(1e-6, 1e-7)"
    yield "soft_threshold(-1e100, 1e99)"


def tilted_die(random):
    """Means below and above the fair one, close to the edges, at them and beyond."""
    # no difference: 50.0 -> 51.0: any interval that holds beta will do.
    # no difference: 50.0 -> 49.0: any interval that holds beta will do.
    # no difference: 50.0 -> 100.0: any interval that holds beta will do.
    # no difference: math.exp(beta * face) -> -math.exp(beta * face): the sign cancels in the division.
    # no difference: found < mean -> found <= mean: at the mean itself, both sides close in on the same beta.
    for mean in (1.25, 2.0, 2.5, 3.0, 3.25, 3.75, 4.0, 5.5, 5.75, 1.0009765625, 5.9990234375):
        yield f"[round(p, 4) for p in tilted_die({mean})]"
    for mean in (1 + random.randrange(1, 20) / 4, 1 + random.randrange(1, 20) / 4):
        yield f"[round(p, 3) for p in tilted_die({mean})]"
        yield f"round(sum(tilted_die({mean})), 6)"
    for mean in (1, 6, 1.0, 6.0, 0.0, 0.75, 6.25, -3.5, 100.0):
        yield f"tilted_die({mean})"
    yield "round(tilted_die(1.000001)[1] * 1e6, 2)"


def _fulfilled(random, n, m):
    """Return gradient, g, its gradients and multipliers that fulfill all four conditions; the first rule is active."""
    rows = [quarters(random, n) for _ in range(m)]
    multipliers = [0.0 if i and random.random() < 0.5 else random.randrange(1, 9) / 4 for i in range(m)]
    g = [0.0 if multiplier else -random.randrange(1, 9) / 4 for multiplier in multipliers]
    gradient = [-sum(mu * row[k] for mu, row in zip(multipliers, rows, strict=True)) for k in range(n)]
    return gradient, g, rows, multipliers


def _moved(numbers, k, off):
    """Return the numbers with `off` added to number k."""
    return [x + off * (i == k) for i, x in enumerate(numbers)]
