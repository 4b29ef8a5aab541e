"""Inputs on which answers to the exercises are checked besides the examples: ordinary ones, and all edges of the task.

A function has the name of its exercise, takes a `random.Random` with a fixed seed, and yields expressions. What they
should give is computed by the worked solution. Numbers are multiples of a quarter, so that what is 0 on paper is 0.
"""

from snippets.quarters import quarter, quarters

# Points, walls and bounds for which rounding puts the nearest point a little before its own walls.
ROUNDED = (
    ([1.9, 1.0], [[-0.8, -0.5], [0.6, -0.3]], [0.5, 0.7]),
    ([-2.4, -2.8], [[-0.4, -0.9], [-0.8, 0.1]], [0.6, 0.6]),
    ([1.7, -1.5], [[0.0, -0.9], [0.5, 0.2]], [0.6, 0.5]),
    ([0.9, -0.5], [[0.6, -0.3], [0.1, -0.8]], [0.4, 0.1]),
    ([-0.4, 2.2], [[-0.7, 0.1], [-0.4, 0.4], [0.1, 0.8]], [0.5, 0.1, 0.8]),
    ([1.5, 3.0], [[0.1, -0.6], [-0.5, 0.7], [0.9, 0.6]], [0.8, 0.6, 0.5]),
)


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


def nearest_behind_wall(random):
    """Targets before, on and behind walls in one to four dimensions, normals of many lengths."""
    # no difference: zip(normal, target, strict=True) -> zip(target, normal, strict=True): the products are the same.
    for n in (1, 2, 3, 4):
        for stretch in (0.25, 8.0):
            normal, target = [stretch * a for a in quarters(random, n)], quarters(random, n)
            level = sum(a * t for a, t in zip(normal, target, strict=True))
            for off in (-2.0, -0.25, 0.0, 1.5):
                yield f"nearest_behind_wall({target}, {normal}, {level + off})"
    yield "nearest_behind_wall([0.0, 0.0], [3.0, -4.0], -10.0)"
    yield "(nearest_behind_wall(t := [2.0, 1.0], n := [1.0, 1.0], 4.0), t, n)"
    yield "(nearest_behind_wall(t := [2.0, 1.0], n := [1.0, 1.0], 2.0), t, n)"


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
        yield f"projected_descent(lambda w: 2.0 - w, -0.5, 1.5, {start}, 0.25, 0)"
        yield f"projected_descent(lambda w: w - 2.0, -0.5, 1.5, {start}, 0.25, 0)"
    yield "projected_descent(lambda w: math.log(w), 0.25, 4.0, 4.0, 8.0, 2)"
    yield "projected_descent(lambda w: -1.0, 0.0, 10.0, 0.0, 0.5, 8)"
    yield "projected_descent(lambda w: -1.0, 0.0, 10.0, 20.0, 0.5, 1)"


def elastic_threshold(random):
    """Numbers of both signs, in the threshold, at it and beyond; prices and decays from 0 to large."""
    # no difference: a > price -> a >= price: at the price all three cases give 0.
    # no difference: a < -price -> a <= -price: at minus the price all three cases give 0.
    for price in (0.0, 0.25, 1.0, random.randrange(5, 20) / 4):
        for a in (price, price + 0.5, price / 2, 1000.0):
            decay = random.choice([0.0, 0.5, 1.0, 3.0])
            yield f"elastic_threshold({a}, {price}, {decay})"
            yield f"elastic_threshold({-a}, {price}, {decay})"
    yield "elastic_threshold(0.0, 3.0, 0.0)"
    yield "elastic_threshold(6.0, 2.0, 7.0)"
    yield "elastic_threshold(-6.0, 2.0, 7.0)"
    yield "elastic_threshold(-1e100, 1e99, 0.5)"


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


def line_from_multipliers(random):
    """Streets with one point on the margin or two, the first or a later one, others at the limit and at 0."""
    # no difference: zip(multipliers, labels, strict=True) -> zip(labels, multipliers, strict=True): the same products.
    # no difference: mu * y -> mu / y: a label is 1 or -1.
    # no difference: points[0] -> points[1]: all points have as many coordinates.
    # no difference: points[0] -> points[-1]: all points have as many coordinates.
    # no difference: zip(w, points[free], strict=True) -> zip(points[free], w, strict=True): the same products.
    for n, dimensions in ((2, 1), (3, 2), (4, 2), (5, 3), (4, 3), (6, 1)):
        points, cost = [quarters(random, dimensions) for _ in range(n)], random.choice([0.5, 2.0, 8.0])
        labels = [random.choice([-1, 1]) for _ in range(n)]
        for free in (0, n - 1):
            multipliers = [random.choice([0.0, cost]) for _ in range(n)]
            multipliers[free] = cost * random.choice([0.25, 0.5, 0.875])
            yield f"line_from_multipliers({points}, {labels}, {multipliers}, {cost})"
    yield "line_from_multipliers([[4.0], [2.0], [0.0]], [1, -1, -1], [0.5, 0.5, 0.0], 1.0)"
    yield "line_from_multipliers([[0.0], [2.0], [4.0]], [-1, -1, 1], [0.0, 0.5, 0.5], 1.0)"
    yield "(line_from_multipliers(p := [[4.0], [2.0]], y := [1, -1], m := [0.5, 0.5], 1.0), p, y, m)"


def wall_prices(random):
    """No wall, one and two, in all orders, with normals of many lengths, gradients along, across and between."""
    for _ in range(4):
        gradient, (a, b) = quarters(random, 2), quarters(random, 2)
        yield f"wall_prices({gradient}, [[{a}, {b}]])"
        yield f"wall_prices({gradient}, [[{a}, {b}], [{-b}, {a + b}]])"
        yield f"wall_prices({gradient}, [[{8 * b}, {a}], [{a}, {-b}]])"
        yield f"wall_prices({[a, b]}, [[{-a}, {-b}]])"
        yield f"wall_prices({[-b, a]}, [[{a}, {b}]])"
    yield "wall_prices([0.5, -0.25], [])"
    yield "wall_prices([0.0, 0.0], [[1.0, 2.0]])"
    yield "wall_prices([1.0, 2.0], [[0.0, 2.0], [4.0, 0.0]])"
    yield "(wall_prices(g := [1.0, 2.0], n := [[0.0, 2.0]]), g, n)"


def project_onto_polygon(random):
    """Points inside, before a wall, before a corner and far away; no wall, one, and polygons of up to five walls."""
    # no difference: (i, j) -> (j, i): a corner lies on both walls.
    # no difference: len(rows) -> len(bounds): the lists are equally long.
    # no difference: rows[k][0] * p + rows[k][1] * q <= bounds[k] -> rows[k][0] * p + rows[k][1] * q < bounds[k]: a
    # point on a wall is also the nearest point of that wall.
    # no difference: math.dist(place, point) -> math.dist(point, place): a distance has no direction.
    for n in (1, 2, 3, 4, 5):
        slopes = random.sample([(4, 0), (0, 4), (3, 1), (1, 3), (-1, 2), (2, -3), (-4, -1), (1, -4), (-3, -3)], n)
        rows = [[a / 4, b / 4] for a, b in slopes]
        bounds = [random.randrange(1, 9) / 4 for _ in rows]  # the origin is behind them all
        for size in (0.25, 1.0, 2.0, 4.0):
            yield f"project_onto_polygon({[size * x for x in quarters(random, 2)]}, {rows}, {bounds})"
    for point in ([4.0, 3.0], [-1.0, 3.0], [-2.0, -0.5], [1.5, -2.0], [5.5, 0.5], [3.0, 1.0], [1.0, 4.0]):
        walls = "[[1.0, 1.0], [1.0, 3.0], [-1.0, 0.25], [0.0, -1.0]], [4.0, 6.0, 0.0, 0.0]"
        yield f"project_onto_polygon({point}, {walls})"
    for point, rows, bounds in ROUNDED:
        yield f"project_onto_polygon({point}, {rows}, {bounds})"
    yield "project_onto_polygon([2.0, -1.0], [], [])"
    yield "project_onto_polygon([0.0, 0.0], [[3.0, 4.0]], [-25.0])"
    yield "project_onto_polygon([2.0, 2.0], [[1.0, 1.0], [-1.0, -3.0]], [4.0, -8.0])"  # on both walls already
    yield "(project_onto_polygon(p := [5.0, 1.0], r := [[1.0, 1.0], [1.0, 3.0]], b := [4.0, 6.0]), p, r, b)"


def kkt_failures(random):
    """Points where all conditions hold, and such with one number changed, at the tolerance and beyond it."""
    # no difference: zip(row, point, strict=True) -> zip(point, row, strict=True): the products are the same.
    for m in (1, 2, 2, 3, 4):
        gradient, rows, bounds, point, multipliers = _fulfilled(random, m)
        k, i = random.randrange(2), random.randrange(m)
        for off in (0.0, random.choice([-1, 1])):
            yield f"kkt_failures({_moved(gradient, k, off)}, {rows}, {bounds}, {point}, {multipliers})"
        yield f"kkt_failures({gradient}, {rows}, {_moved(bounds, i, random.choice([-1, 3]))}, {point}, {multipliers})"
        yield f"kkt_failures({gradient}, {rows}, {bounds}, {point}, {_moved(multipliers, i, random.choice([-3, 1]))})"
        yield f"kkt_failures({gradient}, {rows}, {bounds}, {_moved(point, k, 1)}, {multipliers})"
    yield "kkt_failures([0.0, 0.0], [], [], [2.0, 1.0], [])"
    yield "kkt_failures([0.0, -0.5], [], [], [2.0, 1.0], [])"
    yield "kkt_failures([0.0, 0.0], [[1.0, 0.0], [0.0, 1.0]], [0.0, 0.0], [1.0, 1.0], [-1.0, -1.0])"
    for off in (0.25, 0.5):  # at the tolerance, where nothing fails yet, and beyond it
        yield f"kkt_failures([{off}, {-off}], [[1.0, 1.0]], [4.0], [1.0, 1.0], [0.0], 0.25)"
        yield f"kkt_failures([0.0, 0.0], [[1.0, 1.0]], [{2 - off}], [1.0, 1.0], [0.0], 0.25)"
        yield f"kkt_failures([{off}, 0.0], [[1.0, 0.0]], [1.0], [1.0, 1.0], [{-off}], 0.25)"
        yield f"kkt_failures([-1.0, 0.0], [[1.0, 0.0]], [{1 + off}], [1.0, 1.0], [1.0], tolerance=0.25)"
    for off in ("0.5e-6", "1.5e-6"):
        yield f"kkt_failures([{off}, 0.0], [], [], [0.0, 0.0], [])"
    yield "(kkt_failures(s := [-2.0, 0.0], r := [[1.0, 0.0]], b := [1.0], p := [1.0, 0.0], m := [2.0]), s, r, b, p, m)"


def solve_and_report(random):
    """Walks that end early, at the last step, never, and before the first; functions not to be asked too often."""
    disk = "lambda p: [x / max(1.0, math.hypot(*p)) for x in p]"
    box = "lambda p: [min(max(x, 0.0), 2.0) for x in p]"
    for project in (disk, box):
        for steps in (0, 1, 3, 8):
            goal, start = quarters(random, 2), quarters(random, 2)
            slope = f"lambda p: [2 * (p[0] - {goal[0]}), p[1] - {goal[1]}]"
            near = f"lambda p: ['far'] if abs(p[0] - {goal[0]}) > 0.5 else []"
            yield f"solve_and_report({slope}, {project}, {near}, {start}, 0.25, {steps})"
    for steps in (2, 3, 4):
        yield (
            "solve_and_report(lambda p: [-1.0], lambda p: p, lambda p: [] if p[0] >= 3 else [p[0]], "
            f"[0.0], 1.0, {steps})"
        )
    yield "solve_and_report(lambda p: 1 / 0, lambda p: [0.0], lambda p: [], [4.0], 1.0, 5)"
    yield "solve_and_report(lambda p: 1 / 0, lambda p: p, lambda p: ['x', 'y'], [4.0], 1.0, 0)"
    yield "solve_and_report(lambda p: [math.sqrt(1 - p[0])], lambda p: [min(p[0], 1.0)], lambda p: [1], [9.0], 1.0, 2)"
    yield "(solve_and_report(lambda p: [1.0], lambda p: p, lambda p: [1], s := [4.0], 1.0, 2), s)"


def _fulfilled(random, m):
    """Return gradient, walls, bounds, a point and prices that fulfill all conditions; the first wall is touched."""
    rows, point = [quarters(random, 2) for _ in range(m)], quarters(random, 2)
    multipliers = [0.0 if i and random.random() < 0.5 else random.randrange(1, 9) / 4 for i in range(m)]
    room = [0.0 if mu else random.randrange(1, 9) / 4 for mu in multipliers]
    bounds = [sum(a * x for a, x in zip(row, point, strict=True)) + r for row, r in zip(rows, room, strict=True)]
    gradient = [-sum(mu * row[k] for mu, row in zip(multipliers, rows, strict=True)) for k in range(2)]
    return gradient, rows, bounds, point, multipliers


def _moved(numbers, k, off):
    """Return the numbers with `off` added to number k."""
    return [x + off * (i == k) for i, x in enumerate(numbers)]
