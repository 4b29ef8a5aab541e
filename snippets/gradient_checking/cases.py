"""Inputs on which answers to the exercises are checked besides the examples: ordinary ones, and all edges of the task.

A function has the name of its exercise, takes a `random.Random` with a fixed seed, and yields expressions. What they
should give is computed by the worked solution. Numbers are multiples of a quarter, so that what is 0 on paper is 0.
"""

from snippets.quarters import quarter, quarters


def worst_entry(random):
    """One to five entries, equal and opposite ones, zeros on either side, floors that decide; the lists afterwards."""
    # no difference: zip(claimed, measured, strict=True) -> zip(measured, claimed, strict=True): the error is symmetric.
    # no difference: not claimed -> not measured: the lists are equally long.
    for n in (1, 2, 3, 5):
        yield f"worst_entry({quarters(random, n)}, {quarters(random, n)}, 1e-8)"
        yield f"worst_entry({quarters(random, n)}, {quarters(random, n)}, 8.0)"
        yield f"worst_entry({quarters(random, n)}, {[0.0] * n}, 0.5)"
        yield f"worst_entry({[0.0] * n}, {quarters(random, n)}, 0.5)"
    yield "worst_entry([1.0, -1.0, 2.0], [2.0, -2.0, 1.0], 0.25)"
    yield "worst_entry([1.0, 4.0, 4.0], [1.0, 3.0, 3.0], 0.25)"
    yield "worst_entry([1e-9, 1e9], [3e-9, 1.5e9], 1e-12)"
    yield "worst_entry([1e-9, 1e9], [3e-9, 1.5e9], 1e-6)"
    yield "worst_entry([0.0, 1.0], [0.5, 1.25], 1.0)"
    yield "(worst_entry(a := [1.0, 2.0], b := [2.0, 3.0], 0.5), a, b)"


def huber_for_complex_step(random):
    """Both sides, inside, outside and at the border, several borders and steps; the value and the derivative."""
    # no difference: size.real <= delta -> size.real < delta: value and slope of both formulas agree at the border.
    # no difference: r.real < 0 -> r.real <= 0: at 0 the residual is inside, where its square does not know the sign.
    for delta in (0.25, 1.0, 2.5):
        for part in (0.75, -0.25, 1.5, -4.0):
            a = part * delta
            yield f"huber_for_complex_step({a} + 1e-30j, {delta}).real"
            yield f"huber_for_complex_step({a} + 1e-30j, {delta}).imag / 1e-30"
        yield f"huber_for_complex_step({delta} + 1e-20j, {delta}).imag / 1e-20"
        yield f"huber_for_complex_step({-delta} + 1e-20j, {delta}).imag / 1e-20"
        yield f"huber_for_complex_step(0.0 + 1e-20j, {delta}).imag / 1e-20"


def rounded(random):
    """Both signs, ties to even up and down, carries to the next power of two, tiny and huge numbers, 1 to 24 bits."""
    for bits in (1, 2, 3, 8, 11, 24):
        x = random.uniform(1, 2) * 2.0 ** random.randrange(-30, 30)
        yield f"rounded({x}, {bits}) / {x}"
        yield f"rounded({-x}, {bits}) / {x}"
    for k in range(9, 24, 2):
        yield f"rounded({k / 2}, 3)"
        yield f"rounded({-k}.0, 3)"
    yield "rounded(255.5, 8)"
    yield "rounded(1.99999, 4)"
    yield "rounded(3.0, 1)"
    yield "rounded(-0.75, 1)"
    yield "rounded(1e-300, 8) / 1e-300"
    yield "rounded(1e300, 11) / 1e300"
    yield "rounded(0.1, 53) / 0.1"


def loss_scales(random):
    """Runs with many, few and no overflows, patience from 1 on, scales below 1; overflow at the first and last step."""
    for patience in (1, 2, 3, 5):
        for share in (0.1, 0.4, 0.8):
            run = [random.random() < share for _ in range(14)]
            yield f"loss_scales({run}, {2.0 ** random.randrange(-1, 16)}, {patience})"
    yield "loss_scales([], 8.0, 2)"
    yield "loss_scales([True], 8.0, 2)"
    yield "loss_scales([True, True, True, True], 1.0, 2)"
    yield "loss_scales([False] * 9, 1.0, 3)"
    yield "loss_scales([False, False, True, False, False, True, False, False, False, False], 4.0, 3)"
    yield "(loss_scales(run := [True, False], 8.0, 1), run)"


def directions_needed(random):
    """Errors far above, near and far below the tolerance, and chances from large to tiny."""
    # no difference: left > chance -> left >= chance: whether the two are equal depends on rounding alone.
    for ratio in (1000.0, 30.0, 4.0, 1.0, 0.5):
        for chance in (0.5, 0.03, 1e-4, 1e-9):
            yield f"directions_needed({ratio * 1e-6}, 1e-6, {chance})"
    yield "directions_needed(2.0, 8.0, 0.25)"
    yield "directions_needed(1.0, 20.0, 0.5)"
    yield "directions_needed(5e-8, 1e-6, 0.9)"
    yield f"directions_needed({random.uniform(1, 2)}, 0.5, 0.001)"


def step_without_kinks(random):
    """Units on both sides, moving up, down and not at all, far and near, exactly h away, at the kink."""
    # no difference: z -> -z: only the distance from 0 counts.
    # no difference: rate -> -rate: both sides are looked at.
    for n in (1, 2, 4, 6):
        for h in (0.125, 1.0, 16.0):
            yield f"step_without_kinks({quarters(random, n)}, {quarters(random, n)}, {h})"
    yield "step_without_kinks([0.25, -3.0], [0.0, 1.0], 1.0)"
    yield "step_without_kinks([0.25, -3.0], [-1.0, 1.0], 1.0)"
    yield "step_without_kinks([1.0], [1.0], 1.0)"
    yield "step_without_kinks([-1.0], [-2.0], 0.5)"
    yield "step_without_kinks([0.0], [-1.0], 0.5)"
    yield "step_without_kinks([1.0, 0.0, 2.0], [1.0, -3.0, 1.0], 0.5)"
    yield "step_without_kinks([0.0, 0.0], [0.0, 0.0], 0.5)"
    yield "step_without_kinks([0.0, 0.25], [0.0, 1.0], 1.0)"
    yield "step_without_kinks([], [], 0.5)"
    yield "(step_without_kinks(z := [0.25], r := [1.0], 1.0), z, r)"


def unusual_updates(random):
    """Shares below, at, between, at and above the borders; parameters of 0, gradients of 0, one to four parameters."""
    for n in (1, 2, 3, 4):
        for rate in (0.25, 0.0625):
            weights = {f"W{k}": quarters(random, 2) for k in range(n)}
            slopes = {name: [4.0**k * g for g in quarters(random, 2)] for k, name in enumerate(weights)}
            yield f"unusual_updates({weights}, {slopes}, {rate}, 0.25, 2.0)"
    yield "unusual_updates({'a': [4.0], 'b': [4.0], 'c': [4.0]}, {'a': [1.0], 'b': [2.0], 'c': [4.0]}, 1.0, 0.25, 1.0)"
    yield "unusual_updates({'a': [4.0], 'b': [4.0], 'c': [4.0]}, {'a': [0.5], 'b': [2.0], 'c': [8.0]}, 1.0, 0.25, 1.0)"
    yield "unusual_updates({'a': [0.0], 'b': [1.0]}, {'a': [9.0], 'b': [9.0]}, 1.0, 0.25, 1.0)"
    yield "unusual_updates({'a': [3.0], 'b': [1.0]}, {'a': [0.0], 'b': [0.5]}, 1.0, 0.25, 1.0)"
    yield "unusual_updates({'a': [-4.0, 3.0], 'b': [1.0]}, {'a': [12.0, -5.0], 'b': [0.5]}, 0.5, 0.25, 1.0)"
    yield "unusual_updates({}, {}, 1.0, 0.25, 1.0)"


def where_born(random):
    """Each kind, at each place, before and behind others; bad inputs, negative infinity, NaN beside infinity; none."""
    fine, big = "('fine', [1.0, -2.0], [3.0])", "('exp', [800.0], [math.inf])"
    for before in range(3):
        for name in ("('log', [0.0], [-math.inf])", "('root', [-1.0], [math.nan])", big):
            yield f"where_born([{', '.join([fine] * before + [name] + [fine])}])"
    spread = "('sum', [math.inf, 1.0], [math.inf]), ('minus', [math.inf, math.inf], [math.nan])"
    yield f"where_born([{big}, {spread}])"
    yield f"where_born([{spread}, {big}])"
    yield f"where_born([{spread}])"
    yield "where_born([('a', [1.0, math.nan], [2.0]), ('b', [0.0, 0.0], [1.0, math.inf, math.nan])])"
    yield "where_born([('a', [1.0], [math.inf, math.nan]), ('b', [0.0], [math.inf])])"
    yield "where_born([('a', [1.0], [2.0, math.inf]), ('b', [0.0], [math.nan])])"
    yield "where_born([('a', [], [math.nan])])"
    yield "where_born([('a', [1.0], []), ('b', [0.0], [math.nan])])"
    yield f"where_born([{fine}])"
    yield "where_born([])"


def measure(random):
    """Cubic and mixed losses with steps so large that the size of each entry tells; one to three names; afterwards."""
    # no difference: h * max(1, abs(x)) -> -(h * max(1, abs(x))): a central difference does not know which side is
    # ahead.
    # no difference: (x + step, x - step) -> (x - step, x + step): a central difference does not know which side is
    # ahead.
    cubic = "sum(i * x**3 for v in p.values() for i, x in enumerate(v, 1))"
    joint = "sum(p['w'])**2 * p['b'][0]"
    for h in (0.5, 0.25):
        for n in (1, 2, 3):
            yield f"measure(lambda p: {cubic}, {{'w': {quarters(random, n)}, 'b': {quarters(random, 2)}}}, {h})"
        yield f"measure(lambda p: {joint}, {{'w': {quarters(random, 3)}, 'b': {quarters(random, 1)}}}, {h})"
    yield "measure(lambda p: p['w'][0]**3, {'w': [-8.0]}, 0.25)"
    yield "measure(lambda p: p['w'][0]**3, {'w': [0.5]}, 0.25)"
    yield "measure(lambda p: p['w'][0]**3, {'w': [0.0, 1.0]}, 0.5)"
    yield "measure(lambda p: 7 * p['w'][0], {'w': [0.3]}, 1e-15)"
    yield "measure(lambda p: 1.0, {'w': [], 'b': [2.0]}, 0.5)"
    yield "measure(lambda p: 1.0, {}, 0.5)"
    yield "(measure(lambda p: p['w'][1]**2, p := {'w': [1.0, 2.0], 'b': [3.0]}, 0.5), p)"


def disagreements(random):
    """Equal, opposite, missing and zero gradients, one to three names, NaN and infinity on either side."""
    # no difference: a - b -> b - a: the length of a difference does not depend on its sign.
    # no difference: a - b -> -(a - b): the length of a difference does not depend on its sign.
    # no difference: zip(own, slopes, strict=True) -> zip(slopes, own, strict=True): the length of a difference does not
    # depend on its sign.
    # no difference: apart / longer if longer else 0.0 -> apart / longer if apart else 0.0: where two gradients
    # differ, one
    # of them is not zero.
    for n in (1, 2, 4):
        a, b = quarters(random, n), quarters(random, n)
        yield f"disagreements({{'w': {a}}}, {{'w': {b}}})"
        yield f"disagreements({{'w': {a}, 'b': {b}}}, {{'w': {a}, 'b': {[-c for c in b]}}})"
        yield f"disagreements({{'w': {a}}}, {{'w': {[2 * c for c in a]}, 'b': {b}}})"
        yield f"disagreements({{'b': {b}, 'w': {[0.0] * n}}}, {{'w': {a}, 'b': {[0.0] * n}}})"
    yield "disagreements({}, {'w': [0.0, 0.0]})"
    yield "disagreements({}, {'w': [1.0, 2.0], 'b': [math.nan]})"
    yield "disagreements({}, {})"
    for bad in ("math.nan", "math.inf", "-math.inf"):
        yield f"disagreements({{'w': [{bad}, 1.0], 'b': [1.0]}}, {{'w': [1.0, 1.0], 'b': [1.0]}})"
        yield f"disagreements({{'w': [1.0, 1.0], 'b': [1.0]}}, {{'w': [1.0, 1.0], 'b': [{bad}]}})"
    yield "disagreements({'w': [math.inf]}, {'w': [math.inf]})"
    yield "(disagreements(a := {'w': [1.0]}, b := {'w': [2.0]}), a, b)"


def kind_of_fault(random):
    """Each kind for lists of one to five numbers, its borders, zeros on either side, and what fits several kinds."""
    # no difference: x - y -> y - x: a length does not depend on a sign.
    # no difference: x - y -> -(x - y): a length does not depend on a sign.
    # no difference: zip(a, b, strict=True) -> zip(b, a, strict=True): a length does not depend on a sign.
    # no difference: alike(claimed, measured) -> alike(measured, claimed): alike is symmetric.
    # no difference: alike(claimed, [-m for m in measured]) -> alike([-m for m in measured], claimed): alike is
    # symmetric.
    # no difference: alike(claimed, [c * m for m in measured]) -> alike([c * m for m in measured], claimed): alike
    # is symmetric.
    # no difference: alike(sorted(claimed), sorted(measured)) -> alike(sorted(measured), sorted(claimed)): alike is
    # symmetric.
    # no difference: alike([a], [m]) -> alike([m], [a]): alike is symmetric.
    # no difference: zip(claimed, measured, strict=True) -> zip(measured, claimed, strict=True): alike is symmetric.
    # no difference: len(claimed) -> len(measured): the lists are equally long.
    for n in (2, 3):
        b = [float(k * k + 1) for k in range(n)]
        for a in ([-x for x in b], [2.5 * x for x in b], [-0.5 * x for x in b], [0.0] * n, b[::-1], b[1:] + b[:1]):
            yield f"kind_of_fault({a}, {b}, 1e-6)"
        yield f"kind_of_fault({b}, {[0.0] * n}, 1e-6)"
        yield f"kind_of_fault({quarters(random, n)}, {quarters(random, n)}, 1e-6)"
        yield f"kind_of_fault({[b[0] + 1, *b[1:]]}, {b}, 1e-6)"
    yield "kind_of_fault([0.0, 0.0], [0.0, 0.0], 1e-6)"
    yield "kind_of_fault([4.0], [4.5], 0.12)"
    yield "kind_of_fault([4.5], [4.0], 0.12)"
    yield "kind_of_fault([0.0, 4.0], [0.0, 2.0], 1e-6)"
    yield "kind_of_fault([4.0, 4.0], [4.0, 5.0], 0.125)"
    yield "kind_of_fault([4.0, 3.0], [4.0, 2.0], 0.25)"
    yield "kind_of_fault([3.0, 4.0], [3.0, -4.0], 1e-6)"
    yield "kind_of_fault([3.0, 4.0, 5.0, 6.0], [3.0, 4.0, 7.0, -6.0], 1e-6)"
    yield "kind_of_fault([3.0, 4.0, 5.0, 6.0, 1.0], [3.0, 4.0, 7.0, -6.0, 1.0], 1e-6)"
    yield "kind_of_fault([1.0, -1.0], [-1.0, 1.0], 1e-6)"
    yield "kind_of_fault([0.0, 2.0, 0.0], [0.0, 0.0, 2.0], 1e-6)"
    yield "kind_of_fault([1e-4, 2e-4, 1.0, 0.0], [1e-4, 2e-4, 1.0, 0.5], 1e-6)"
    yield "kind_of_fault([8.0, 1.0, 1.0], [8.0, 1.25, 1.25], 0.01)"
    yield "kind_of_fault([8.0, 1.0, 2.0], [8.0, 1.25, 1.25], 0.1)"
    yield "kind_of_fault([-8.5, -1.0], [8.0, 1.0], 0.125)"
    yield "kind_of_fault([1.0, 2.0, 3.0], [1.0, 2.0, 3.0, 4.0][:3], 0.0)"
    yield "(kind_of_fault(a := [3.0, 1.0], b := [1.0, 3.0], 1e-6), a, b)"
    yield "kind_of_fault([], [], 1e-6)"


KIND = "lambda a, b: 'right' if a == b else f'off by {sum(a) - sum(b)}'"
TRUE = "lambda p: {n: [2 * x for x in v] for n, v in p.items()}"


def guilty(random):
    """Right and wrong gradients, stale ones, wrong at both places in different ways, one to three names; afterwards."""
    # no difference: parameters -> moved: the new place has the same names in the same order.
    wrong = (
        TRUE,
        "lambda p: {n: [2 * x + 1 for x in v] for n, v in p.items()}",
        "lambda p: {n: [x**3 for x in v] for n, v in p.items()}",
        "lambda p: {n: [x * abs(x) for x in v] for n, v in p.items()}",
        "lambda p: {n: [2 * x + (n == 'b') for x in v] for n, v in p.items()}",
    )
    for gradient in wrong:
        for rate in (0.25, 0.125):
            place = {"w": [2.0, -2.0], "b": [float(quarter(random))], "c": [2.0]}
            yield f"guilty({TRUE}, {KIND}, {gradient}, {place}, {rate})"
    yield f"guilty({TRUE}, {KIND}, {wrong[3]}, {{'w': [2.0], 'b': [-2.0]}}, 0.25)"
    yield f"guilty({TRUE}, {KIND}, {wrong[3]}, {{'w': [2.0], 'b': [-2.0]}}, 1.0)"
    yield f"guilty({TRUE}, {KIND}, lambda p: {{'w': [4 * (x - 1) for x in p['w']]}}, {{'w': [2.0]}}, 0.25)"
    yield f"guilty({TRUE}, {KIND}, lambda p: {{'w': [4 * (x - 1) for x in p['w']]}}, {{'w': [1.0]}}, 0.25)"
    yield f"guilty({TRUE}, {KIND}, {TRUE}, {{}}, 0.25)"
    yield f"(guilty({TRUE}, {KIND}, {TRUE}, p := {{'w': [1.0, 2.0]}}, 0.25), p)"
    turned = "lambda p: {n: [2 * x for x in p[n]] for n in reversed(p)}"
    yield f"guilty({turned}, {KIND}, {wrong[1]}, {{'w': [2.0], 'b': [0.5], 'c': [-2.0]}}, 0.25)"
    asked = "lambda a, b: 'right' if len(a) + len(b) else 'empty'"
    yield f"guilty({TRUE}, {asked}, {TRUE}, {{'w': [], 'b': [1.0]}}, 0.25)"
    order = "lambda a, b: 'right' if sum(a) >= sum(b) else 'low'"
    yield f"guilty({TRUE}, {order}, {wrong[2]}, {{'w': [2.0], 'b': [0.5], 'c': [-2.0]}}, 0.25)"
    yield f"guilty({TRUE}, {order}, {wrong[1]}, {{'w': [2.0], 'b': [0.5], 'c': [-2.0]}}, 0.25)"
