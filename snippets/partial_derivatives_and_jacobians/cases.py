"""Inputs on which answers to the exercises are checked besides the examples: ordinary ones, and all edges of the task.

A function has the name of its exercise, takes a `random.Random` with a fixed seed, and yields expressions. What they
should give is computed by the worked solution. Numbers are multiples of a quarter, so that what is 0 on paper is 0, and
differences are taken with large steps, so that rounding has no say.
"""

from snippets.quarters import quarters


def mixed_partial(random):
    """Polynomials of two and three inputs with large steps, all pairs of inputs; one that shows the default step."""
    for f in ("p[0] * p[1]", "p[0]**2 * p[1]**3", "(p[0] - 2 * p[1])**3", "p[0]**4 + p[1]"):
        for i, j in ((0, 1), (1, 0), (0, 0), (1, 1)):
            h = random.choice([0.25, 0.5, 1.0])
            yield f"mixed_partial(lambda p: {f}, {quarters(random, 2)}, {i}, {j}, {h})"
    for i, j in ((0, 2), (2, 1), (2, 2)):
        yield f"mixed_partial(lambda p: p[0]**2 * p[1] * p[2]**3, {quarters(random, 3)}, {i}, {j}, h=0.5)"
    yield "mixed_partial(lambda p: abs(p[0]) * p[1] + p[0] * abs(p[1]), [0.25, -0.25], 0, 1, 0.5)"
    yield "mixed_partial(lambda p: 1e8 * p[0]**3 * p[1], [0.0, 0.0], 0, 1)"
    yield "(mixed_partial(lambda p: p[0] * p[1], here := [0.5, -2.0], 0, 1, 0.5), here)"


def stand_in(random):
    """Maps from one to three numbers to one to three, with large steps; calls are counted, and lists asked for."""
    # no difference: list(start) -> list(point): nothing has changed the point yet
    # no difference: len(start) -> len(point): nothing has changed the point yet
    # no difference: zip(row, steps, strict=True) -> zip(steps, row, strict=True): a product has no order
    maps = {1: "[p[0]**3, 2 * p[0]]", 2: "[p[0]**2 * p[1], p[1]**3 - p[0], p[0]]", 3: "[p[0] * p[1] + p[2]**3]"}
    for n, f in maps.items():
        for h in (0.5, 0.25):
            for _ in range(2):
                yield f"stand_in(lambda p: {f}, {quarters(random, n)}, {h})({quarters(random, n)})"
    yield "stand_in(lambda p: [1e10 * p[0]**3, 1e10 * p[1]**3], [0.0, 0.0])([1.0, 1.0])"
    yield "(flat := stand_in(lambda p: [p[0] * p[1]], at := [0.5, -2.0], 1.0), at, flat(at), flat([1.0, 1.0]))[1:]"
    yield "(flat := stand_in(lambda p: [p[0]**2], here := [3.0], 0.5), here.clear(), flat([4.0]))[2]"
    yield (
        "(calls := [], flat := stand_in(lambda p: calls.append(1) or [p[0]**2], [3.0], 0.5),"
        " calls.clear(), flat([4.0]), calls)[3:]"
    )
    yield "stand_in(lambda p: [abs(p[0] - p[1])], [0.25, 0.0], h=0.5)([1.25, 0.5])"


def area_factor(random):
    """Chains of none to four matrices with products of all signs; flat ones, turned ones, sheared ones."""
    for length in (1, 1, 1, 1, 2, 2, 2, 3, 3, 4):
        yield f"area_factor({[_matrix(random, 2, 2) for _ in range(length)]})"
    edges = ("1, 2, -1, 1", "-1, 2, 1, 1", "-2, 3, -1, 0", "0, 2, 3, 0", "0, -2, 3, 0", "0, 0, 0, 0", "2, 1, -4, -2")
    for a, b, c, d in (edge.split(", ") for edge in edges):
        yield f"area_factor([[[{a}.0, {b}.0], [{c}.0, {d}.0]]])"
        yield f"area_factor([[[2.0, 0.0], [0.0, 1.0]], [[{a}.0, {b}.0], [{c}.0, {d}.0]]])"


def chain(random):
    """One to four steps between one, two and three numbers; what is given is asked for afterwards."""
    # no difference: zip(row, column, strict=True) -> zip(column, row, strict=True): a product has no order
    bend = "(lambda p: [p[0] * p[1], p[1]**2], lambda p: [[p[1], p[0]], [0.0, 2 * p[1]]])"
    swap = "(lambda p: [p[1], p[0] + 1], lambda p: [[0.0, 1.0], [1.0, 0.0]])"
    wide = "(lambda p: [p[0], p[0] * p[1], p[1]], lambda p: [[1.0, 0.0], [p[1], p[0]], [0.0, 1.0]])"
    sums = "(lambda p: [p[0] + p[1] * p[2]], lambda p: [[1.0, p[2], p[1]]])"
    spread = "(lambda p: [p[0], p[0]**2], lambda p: [[1.0], [2 * p[0]]])"
    for steps in (
        *([bend], [wide], [bend, swap], [swap, bend], [bend, bend], [bend, wide], [wide, sums]),
        *([swap, bend, wide], [bend, wide, sums], [swap, swap, bend], [wide, sums, spread], [bend, wide, sums, spread]),
    ):
        yield f"chain([{', '.join(steps)}], {quarters(random, 2)})"
    yield f"chain([{spread}, {bend}], {quarters(random, 1)})"
    yield f"(chain([{bend}, {swap}], x := [1.0, 2.0]), x)"
    constant = "(lambda p: [p[1], p[0]], lambda p: TURN)"
    yield f"(TURN := [[0.0, 1.0], [1.0, 0.0]], chain([{constant}, {bend}], [1.0, 2.0]), TURN)"


def jacobian_from_products(random):
    """Jacobians of all shapes from one to four; only the products that are needed may be asked for, and are counted."""
    for n, m in ((1, 1), (2, 2), (3, 3), (1, 3), (2, 4), (3, 1), (4, 2), (3, 4), (4, 3)):
        rows = _matrix(random, m, n)
        push = f"lambda v: [sum(a * b for a, b in zip(row, v, strict=True)) for row in {rows}]"
        pull = f"lambda u: [sum(a * b for a, b in zip(c, u, strict=True)) for c in zip(*{rows})]"
        yield f"jacobian_from_products({push}, {pull}, {n}, {m})"
        yield f"jacobian_from_products({'None' if m < n else push}, {pull if m < n else 'None'}, {n}, {m})"
    yield (
        "(calls := [], jacobian_from_products(lambda v: calls.append(1) or [2 * v[0], v[1], 3 * v[0]], None, 2, 3),"
        " len(calls))[1:]"
    )
    yield (
        "(calls := [], jacobian_from_products(None, lambda u: calls.append(1) or [u[0], u[1], u[0]], 3, 2),"
        " len(calls))[1:]"
    )


def attention_pull_back(random):
    """One to five rows of one to three numbers, weights that are 0 or 1 among them; lists are asked for afterwards."""
    # no difference: zip(row, u, strict=True) -> zip(u, row, strict=True): a product has no order
    # no difference: zip(p, to_weights, strict=True) -> zip(to_weights, p, strict=True): nor does this one
    for parts in ([4], [1, 3], [2, 2], [1, 1, 2], [0, 1, 3], [1, 2, 4, 1], [1, 1, 1, 1], [2, 1, 1, 3, 1]):
        p = [part / sum(parts) for part in parts]
        for d in (1, 3):
            yield f"attention_pull_back({p}, {_matrix(random, len(p), d)}, {quarters(random, d)})"
        yield f"attention_pull_back({p}, {_matrix(random, len(p), 2)}, [0.0, 0.0])"
    yield "attention_pull_back([1.0, 0.0], [[5.0], [-3.0]], [2.0])"
    yield "(attention_pull_back(p := [0.25, 0.75], v := [[1.0], [2.0]], u := [4.0]), p, v, u)"


def batch_pull_back(random):
    """One to three examples, inputs and outputs; what is given is asked for afterwards."""
    # no difference: zip(row, example, strict=True) -> zip(example, row, strict=True): a product has no order
    # no difference: zip(feature, column, strict=True) -> zip(column, feature, strict=True): nor does this one
    for batch, n, m in (
        (1, 1, 1),
        (1, 2, 3),
        (2, 1, 3),
        (2, 3, 1),
        (3, 2, 2),
        (3, 1, 2),
        (4, 3, 2),
        (2, 2, 2),
        (3, 3, 3),
    ):
        inputs, weights, u = _matrix(random, batch, n), _matrix(random, n, m), _matrix(random, batch, m)
        yield f"batch_pull_back({inputs}, {weights}, {u})"
    yield "batch_pull_back([[0.0, 2.0]], [[0.0], [1.0]], [[0.0]])"
    yield "(batch_pull_back(x := [[1.0, 2.0]], w := [[3.0], [4.0]], u := [[5.0]]), x, w, u)"


def weighted_least_squares_gradient(random):
    """Matrices of one to four rows and columns; weights of 0; what is given is asked for afterwards."""
    # no difference: zip(row, x, strict=True) -> zip(x, row, strict=True): a product has no order
    # no difference: zip(weights, errors, strict=True) -> zip(errors, weights, strict=True): nor does this one
    # no difference: zip(column, pulls, strict=True) -> zip(pulls, column, strict=True): nor does this one
    for m, n in ((1, 1), (1, 3), (2, 2), (2, 2), (3, 1), (3, 2), (2, 3), (4, 3)):
        args = f"{_matrix(random, m, n)}, {quarters(random, n)}, {quarters(random, m)}, {quarters(random, m)}"
        yield f"weighted_least_squares_gradient({args})"
    yield "weighted_least_squares_gradient([[1.0, 2.0], [3.0, 4.0]], [1.0, 1.0], [0.0, 0.0], [0.0, 1.0])"
    yield ("(weighted_least_squares_gradient(a := [[1.0, 2.0]], x := [1.0, 0.0], t := [3.0], c := [0.5]), a, x, t, c)")


def layer_norm(random):
    """Two to five numbers, spread and equal; eps of 0, large, and by default."""
    # no difference: len(x) -> len(bias): the lists are equally long
    # no difference: zip(gain, normalized, bias, strict=True) -> zip(normalized, gain, bias, strict=True): a product
    for n in (2, 3, 4, 5):
        for eps in (0.0, 0.25, 2.0):
            yield f"layer_norm({quarters(random, n)}, {quarters(random, n)}, {quarters(random, n)}, {eps})"
    yield "layer_norm([1e-3, 3e-3], [1.0, 2.0], [0.0, 0.0])"
    yield "layer_norm([2.0, 2.0, 2.0], [1.0, 2.0, 3.0], [1.0, 0.0, -1.0])"
    yield "layer_norm([5.0], [2.0], [1.0])"
    yield "(layer_norm(x := [1.0, 3.0], g := [1.0, 2.0], b := [0.0, 0.5], eps=0.0), x, g, b)"


def layer_norm_push(random):
    """Two to five numbers with rates of all signs; eps of 0, large, and by default."""
    # no difference: len(x) -> len(v): the lists are equally long
    # no difference: len(x) -> len(gain): the lists are equally long
    # no difference: xi - mean -> mean - xi: the centered numbers enter twice, and the signs cancel
    # no difference: xi - mean -> -(xi - mean): the centered numbers enter twice, and the signs cancel
    # no difference: zip(centered, moves, strict=True) -> zip(moves, centered, strict=True): the two are multiplied
    # no difference: zip(gain, rates, strict=True) -> zip(rates, gain, strict=True): the two are multiplied
    yield from _products_of_normalization(random, "layer_norm_push")


def layer_norm_pull(random):
    """Two to five numbers with upstream gradients of all signs; eps of 0, large, and by default."""
    # no difference: len(x) -> len(u): the lists are equally long
    # no difference: zip(gain, u, strict=True) -> zip(u, gain, strict=True): the two are multiplied
    # no difference: zip(to_y, y, strict=True) -> zip(y, to_y, strict=True): the two are multiplied
    # no difference: zip(u, y, strict=True) -> zip(y, u, strict=True): the two are multiplied
    yield from _products_of_normalization(random, "layer_norm_pull")


def _products_of_normalization(random, name):
    """Arguments that both products share: numbers, gain, a vector."""
    for n in (2, 3, 4, 5):
        for eps in (0.0, 0.25, 2.0):
            x = [4.0 * k + number for k, number in enumerate(quarters(random, n))]
            yield f"{name}({x}, {quarters(random, n)}, {quarters(random, n)}, {eps})"
    yield f"{name}([1e-3, 3e-3, 4e-3], [1.0, 2.0, -1.0], [1.0, 0.0, 2.0])"
    yield f"{name}([2.0, 2.0, 2.0], [1.0, 2.0, 3.0], [1.0, 0.0, -1.0], eps=4.0)"
    yield f"{name}([5.0], [2.0], [1.0])"
    yield f"({name}(x := [1.0, 3.0, 4.0], g := [1.0, 2.0, 3.0], v := [0.0, 0.5, 1.0], eps=0.5), x, g, v)"


def refuted_by(random):
    """Right rules, rules that lack a path, a factor, a transposition; pairs that see it, that do not, and none."""
    # no difference: zip(pull(x, u), v, strict=True) -> zip(v, pull(x, u), strict=True): the two are multiplied
    # no difference: return None -> nothing: a function without a return gives None
    f = "lambda x: [x[0] * x[1], x[1]**2]"
    right = "lambda x, u: [u[0] * x[1], u[0] * x[0] + 2 * u[1] * x[1]]"
    rules = {
        "lost": "lambda x, u: [u[0] * x[1], u[0] * x[0]]",
        "half": "lambda x, u: [u[0] * x[1], u[0] * x[0] + u[1] * x[1]]",
        "turned": "lambda x, u: [u[0] * x[1] + u[1] * x[0], 2 * u[1] * x[1]]",
        "large": "lambda x, u: [2 * u[0] * x[1], 2 * u[0] * x[0] + 4 * u[1] * x[1]]",
    }
    for rule in (right, *rules.values()):
        pairs = [(quarters(random, 2), quarters(random, 2)) for _ in range(3)]
        yield f"[refuted_by({f}, {rule}, {quarters(random, 2)}, {pairs}, h=0.5)]"
    blind = [([1.0, 0.0], [2.0, 1.0]), ([1.0, 1.0], [3.0, 0.0]), ([1.0, 2.0], [0.0, 1.0])]
    for rule in rules.values():
        yield f"[refuted_by({f}, {rule}, [1.0, 2.0], {blind}, h=0.25)]"
        yield f"[refuted_by({f}, {rule}, [1.0, 2.0], {blind[:2]}, h=0.25)]"
    yield f"[refuted_by({f}, {right}, [1.0, 2.0], [])]"
    for off in (1.0, -1.0):
        near = f"lambda x, u: [u[0] * (3.0 + {off} * 2**-9)]"
        for u, power in ((1.0, -10), (1.0, -11), (-1.0, -10), (-1.0, -11), (0.125, -12), (0.125, -13)):
            yield f"[refuted_by(lambda x: [3.0 * x[0]], {near}, [1.0], [([{u}], [1.0])], {2**power}, 0.5)]"
    for error in (5e-7, 1.5e-6):
        yield f"[refuted_by(lambda x: [x[0]], lambda x, u: [u[0] * (1 + {error})], [0.0], [([1.0], [1.0])], h=0.5)]"
    yield "[refuted_by(lambda x: [3.0 * x[0]], lambda x, u: [6.0 * u[0]], [1.0], [([1.0], [1.0])], 0.75, 0.5)]"
    for size in (1e-5, 2e-5, 5e-6):
        yield f"[refuted_by(lambda x: [abs(x[0] - {size})], lambda x, u: [-u[0]], [0.0], [([1.0], [1.0])])]"


def _matrix(random, rows, columns):
    """Return rows of such numbers."""
    return [quarters(random, columns) for _ in range(rows)]
