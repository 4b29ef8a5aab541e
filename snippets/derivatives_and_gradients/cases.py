"""Inputs on which answers to the exercises are checked besides the examples: ordinary ones, and all edges of the task.

A function has the name of its exercise, takes a `random.Random` with a fixed seed, and yields expressions. What they
should give is computed by the worked solution. Numbers are multiples of a quarter, so that what is 0 on paper is 0.
"""

from snippets.quarters import quarter, quarters


def slopes_of_table(random):
    """Tables of two to six places, equally far apart and not, on lines and on curves; both lists are asked for."""
    # no difference: len(x) -> len(y): the lists are equally long.
    # no difference: (max(i - 1, 0), min(i + 1, last)) -> (min(i + 1, last), max(i - 1, 0)): rise and run
    # both turn around.
    for n in (2, 3, 4, 6):
        for start in (-2.0, 0.0, 5.5):
            places = [start]
            while len(places) < n:
                places.append(places[-1] + random.choice([0.25, 0.5, 1.0, 3.0]))
            yield f"slopes_of_table({places}, {quarters(random, n)})"
            yield f"slopes_of_table({places}, {[x * x for x in places]})"
        steps = [float(k) for k in range(n)]
        yield f"(slopes_of_table(x := {steps}, y := {quarters(random, n)}), x, y)"
    yield "slopes_of_table([1.0, 2.0, 3.0], [4.0, 4.0, 4.0])"


def flat_point(random):
    """Parabolas, cubics and plateaus, slopes on both sides of the tolerance and of `delta`."""
    for _ in range(4):
        c = quarter(random)
        yield f"flat_point(lambda x: {random.choice([0.5, 3, 40])} * (x - {c}), {c})"
        yield f"flat_point(lambda x: {random.choice([-0.5, -3, -40])} * (x - {c})**3, {c})"
        yield f"flat_point(lambda x: {random.choice([-2, 2])} * (x - {c})**2, {c})"
    for slope in (1e-9, -1e-9, 1.1e-9, -1.1e-9, 1.0, -1.0):
        yield f"flat_point(lambda x: {slope}, 0.5)"
    for bend in ("max(x, 0)", "min(x, 0)", "-max(x, 0)", "-min(x, 0)", "0.0"):
        yield f"flat_point(lambda x: {bend}, 0.0)"
    for delta in ("", ", 0.5", ", delta=1e-6"):
        for edge in (0.0007, 0.0015):
            yield f"flat_point(lambda x: x * ({edge} - x), 0.0{delta})"
    yield "flat_point(lambda x: x * (x - 1), 1.0, 0.25)"
    yield "flat_point(lambda x: -2 * x, -1.0)"
    yield "flat_point(lambda x: (x - 8) * (8.004 - x), 8.0)"  # looked at farther away it is another kind
    yield "flat_point(lambda x: 1e-13 * x, 0.0)"


def numerical_gradient(random):
    """Polynomials of one to four variables; the point is asked for afterwards."""
    for n in (1, 2, 3, 4):
        for h in (0.5, 0.25):
            yield f"numerical_gradient(lambda p: sum(i * q**3 for i, q in enumerate(p, 1)), {quarters(random, n)}, {h})"
        a, b = quarter(random), quarter(random)
        yield f"numerical_gradient(lambda p: {a} * p[0]**2 + {b} * p[0] * p[-1], {quarters(random, n)}, h=1.0)"
    for n in (1, 3):
        yield f"(numerical_gradient(lambda p: p[0] * p[-1], p := {quarters(random, n)}, 0.5), p)"
    yield "numerical_gradient(lambda p: 1e10 * p[0]**3 + 1e10 * p[1]**3, [0.0, 0.0])"
    yield "numerical_gradient(lambda p: 3.0, [1.0, 2.0])"
    yield "(numerical_gradient(lambda p: abs(p[0] - p[1]), p := [0.25, 0.0], 0.5), p)"


def slope_toward(random):
    """Points of one to four numbers, near and far from each other, ways at right angles, and no way at all."""
    # no difference: zip(gradient, way, strict=True) -> zip(way, gradient, strict=True): if the names are exchanged as
    # well, the products are the same.
    for n in (1, 2, 3, 4):
        for size in (1, 1e-100, 1e100):
            goal = [size * d for d in quarters(random, n)]
            yield f"slope_toward({quarters(random, n)}, {[0.0] * n}, {goal})"
        yield f"slope_toward({quarters(random, n)}, {quarters(random, n)}, {[9.0] * n})"
        here = quarters(random, n)
        yield f"slope_toward({quarters(random, n)}, {here}, {here})"
        yield f"slope_toward({[0.0] * n}, {[7.5] * n}, {quarters(random, n)})"
    yield "slope_toward([1.0, -1.0], [1.0, 1.0], [2.0, 2.0])"
    yield "slope_toward([1e100, 0.0], [0.0, 0.0], [3.0, -4.0])"
    yield "(slope_toward(g := [1.0, 2.0], a := [0.0, -5.0], b := [1.0, 1.0]), g, a, b)"


def steepest_ascent(random):
    """Gradients of one to four numbers, from tiny to huge; none at a critical point."""
    for n in (1, 2, 3, 4):
        for size in (1, 1e-100, 1e100):
            yield f"steepest_ascent({[size * g for g in quarters(random, n)]})"
        yield f"steepest_ascent({[0.0] * n})"
    yield "steepest_ascent([0.0, 0.0, -2.5])"
    yield "steepest_ascent([0.75, -0.75])"
    yield "(steepest_ascent(g := [3.0, -4.0]), g)"


def clipped_step(random):
    """Points of one to four numbers, steps shorter and longer than allowed, and a flat place; lists are asked for."""
    # no difference: length > longest -> length >= longest: where both are equal, their quotient is 1.
    for n in (1, 2, 3, 4):
        for rate in (0.5, random.choice([0.25, 1.0, 1.5])):
            for longest in (0.25, 2.0, 1000.0):
                yield f"clipped_step({quarters(random, n)}, {quarters(random, n)}, {rate}, {longest})"
        point, gradient = quarters(random, n), quarters(random, n)
        yield f"(clipped_step(p := {point}, g := {gradient}, 0.1, 0.5), p, g)"
        yield f"clipped_step({quarters(random, n)}, {[0.0] * n}, 0.5, 1.0)"
    yield "clipped_step([1.0, -2.0], [3e6, -4e6], 0.5, 1e-3)"
    yield "clipped_step([0.0, 0.0], [3.0, 4.0], 0.25, 1.25)"


def gradient_of_mean_squared_error(random):
    """Data of one to six points, lines through all of them and lines through none."""
    # no difference: len(x) -> len(y): the lists are equally long.
    # no difference: zip(errors, x, strict=True) -> zip(x, errors, strict=True): the products are the same.
    for n in (1, 2, 3, 4, 5, 6):
        for _ in range(2):
            line = f"{quarter(random)}, {quarter(random)}"
            yield f"gradient_of_mean_squared_error({line}, {quarters(random, n)}, {quarters(random, n)})"
    yield "gradient_of_mean_squared_error(2.0, -1.0, [0.0, 1.0, 2.5], [-1.0, 1.0, 4.0])"
    yield "gradient_of_mean_squared_error(0.0, 0.0, [0.0, 0.0], [1.0, 3.0])"


def descend(random):
    """Parabolas with steps that creep, jump across and run away; walks that end with the last step, or one too late."""
    for _ in range(4):
        a, c, start = random.choice([0.5, 1, 2, 4]), quarter(random), 10 * quarter(random)
        for factor in (0.25, 1.0, 1.75):
            yield f"descend(lambda w: {a} * (w - {c}), {start}, {factor / a}, tolerance=1e-3)"
        yield f"descend(lambda w: {a} * (w - {c}), {start}, {2.5 / a}, max_steps=20)"
    for start in (3.0, 4.0, -3.0):
        yield f"descend(lambda w: min(max(w, -1), 1), {start}, 1.0, max_steps=3)"
    for start in (500.0, 501.0, 502.0, -500.0):
        yield f"descend(lambda w: min(max(w, -1), 1), {start}, 1.0)"
    for tolerance in (1.0, 0.5):
        yield f"descend(lambda w: w, 4.0, 0.5, {tolerance})"
    for slope in (1e-6, -1e-6, 1.5e-6):
        yield f"descend(lambda w: {slope}, 2.0, 0.1, max_steps=5)"
    yield "descend(lambda w: w, 0.0, 0.1, max_steps=0)"
    yield "descend(lambda w: w, 1.0, 0.1, max_steps=0)"


def train_line(random):
    """Data of one to five points, few and many steps, rates that fall and rates that run away."""
    # no difference: len(x) -> len(y): the lists are equally long.
    # no difference: zip(errors, x, strict=True) -> zip(x, errors, strict=True): the products are the same.
    for n in (1, 2, 3, 5):
        for steps in (0, 1, 2, 7):
            rate = random.choice([0.125, 0.25, 0.5])
            yield f"train_line({quarters(random, n)}, {quarters(random, n)}, {rate}, {steps})"
    yield "train_line([1.0, 2.0, 4.0], [0.0, 0.0, 0.0], 0.5, 3)"
    yield "(train_line(x := [1.0, 2.0], y := [3.0, -1.0], 0.25, 2), x, y)"


_SEEDLING = "[0.0, 1.0, 2.0, 3.0, 4.0], [1.3, 2.4, 5.1, 7.4, 8.8]"


def judge_rate(random):
    """The seedling with many rates, points on a line and on none, a loss that flickers at its floor."""
    # no difference: sum((e * e for e in errors)) / len(x) -> sum((e * e for e in errors)) * len(x): only ratios count.
    # no difference: sum((e * e for e in errors)) / len(x) -> sum((e * e for e in errors)): only ratios count.
    # no difference: loss > before * (1 + 1e-09) -> loss >= before * (1 + 1e-09): no loss is larger by exactly that.
    # no difference: len(x) -> len(y): the lists are equally long.
    # no difference: zip(errors, x, strict=True) -> zip(x, errors, strict=True): the products are the same.
    # no difference: w * xi + b - yi -> w * xi + b + yi: the line for -y is trained in the same steps.
    for rate in (0.01, 0.05, 0.12, 1 / 7, 0.147, 0.151, 0.16, 0.3, 1.0):
        yield f"judge_rate({_SEEDLING}, {rate})"
    for rate in (0.1, 0.3, 0.45, 0.6):
        yield f"judge_rate([-2.0, -1.0, 0.0, 1.0, 2.0], [1.0, 2.0, 4.0, 7.0, 8.0], {rate}, tolerance=0.01)"
    yield f"judge_rate({_SEEDLING}, 0.1, 20)"
    yield f"judge_rate({_SEEDLING}, 0.1, 195)"
    yield f"judge_rate({_SEEDLING}, 0.1, 196)"
    yield f"judge_rate({_SEEDLING}, 0.05, tolerance=1.0)"
    yield f"judge_rate({_SEEDLING}, 0.1, 5000, 1e-12)"
    yield "judge_rate([1.0, -1.0], [1000.0, 1000.0], 0.125, 5)"
    yield "judge_rate([1.0, -1.0], [1000.0, -1000.0], 0.125)"
    yield "judge_rate([3.0], [6.0], 0.05)"
    yield "judge_rate([0.0, 1.0], [5.0, 5.0], 0.25, steps=0)"
    yield f"judge_rate({_SEEDLING}, 1e-12, 3)"
    yield "judge_rate([0.0], [0.5], 0.25, tolerance=1.0)"
    yield "judge_rate([0.0], [1.0], 1.000000000375, 3)"


def best_rate(random):
    """Rates in any order, ties, rates that all run away, few steps and a coarse tolerance."""
    # no difference: len(x) -> len(y): the lists are equally long.
    # no difference: zip(errors, x, strict=True) -> zip(x, errors, strict=True): the products are the same.
    # no difference: w * xi + b - yi -> w * xi + b + yi: the line for -y is trained in the same steps.
    rates = [k / 100 for k in range(1, 16)]
    random.shuffle(rates)
    yield f"best_rate({_SEEDLING}, {rates})"
    yield f"best_rate({_SEEDLING}, {[0.14, 0.147, 0.1]})"
    yield f"best_rate({_SEEDLING}, {[0.05, 0.1, 0.14, 0.2]}, tolerance=1.0)"
    yield f"best_rate({_SEEDLING}, {[0.05, 0.1, 0.14]}, steps=20)"
    yield f"best_rate({_SEEDLING}, {[0.1]}, 195)"
    yield f"best_rate({_SEEDLING}, {[0.1]}, 196)"
    yield f"best_rate({_SEEDLING}, {[0.05, 0.1]}, 1000, 50.0)"
    yield f"best_rate({_SEEDLING}, {[0.1, 0.05]}, 1000, 50.0)"
    yield "best_rate([1.0, -1.0], [2.0, -2.0], [0.75, 0.25, 0.5])"
    yield "best_rate([1.0, -1.0], [2.0, 3.0], [0.75, 0.25])"
    yield "best_rate([1.0, -1.0], [2.0, 3.0], [1.25, 2.0])"
    yield "best_rate([-2.0, 0.0, 1.0], [1.0, 5.0, 2.0], [0.125, 0.25, 0.375])"
    yield "best_rate([0.0, 1.0], [5.0, 5.0], [0.25, 0.5], steps=0, tolerance=100.0)"
    yield "best_rate([0.0], [0.5], [0.25], 0, 1.0)"
    for tolerance in (2.91e-7, 2.87e-7):  # reached in 1000 steps, and in one more
        yield f"best_rate([0.0], [1.0], [0.0078125], tolerance={tolerance})"
