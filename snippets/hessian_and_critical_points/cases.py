"""Inputs on which answers to the exercises are checked besides the examples: ordinary ones, and all edges of the task.

A function has the name of its exercise, takes a `random.Random` with a fixed seed, and yields expressions. What they
should give is computed by the worked solution. Numbers are multiples of a quarter, so that what is 0 on paper is 0.
"""

from snippets.quarters import quarters

FIELDS = (
    "[3 * p[0]**2 * p[1] - p[1], p[0]**3 - p[0] + 4 * p[1]**3]",  # of x³y - xy + y⁴
    "[p[1]**4 + 2 * p[0], 4 * p[0] * p[1]**3 - 3]",  # of xy⁴ + x² - 3y
)


def hessian(random):
    """Gradients of none to four variables, with steps so large that rows and columns differ; the point afterwards."""
    for field in FIELDS:
        for h in (0.5, 1.0):
            yield f"hessian(lambda p: {field}, {quarters(random, 2)}, {h})"
        yield f"(hessian(lambda p: {field}, p := {quarters(random, 2)}, 0.25), p)"
    for n in (1, 2, 3, 4):
        own = "[i * q**3 + p[0] for i, q in enumerate(p, 1)]"
        joint = "[q * sum(p)**2 for q in p]"
        yield f"hessian(lambda p: {own}, {quarters(random, n)}, 0.5)"
        yield f"(hessian(lambda p: {joint}, p := {quarters(random, n)}, h=0.25), p)"
    yield "hessian(lambda p: [1e10 * q**3 for q in p], [0.0, 0.0])"
    yield "hessian(lambda p: [2 * p[1], 2 * p[0]], [1.0, 1.0], 0.5)"
    yield "hessian(lambda p: [1.0, -2.0, 0.5], [3.0, 0.0, -1.0], 0.5)"
    yield "hessian(lambda p: [math.exp(p[0]) / 7], [0.5], 0.25)"
    yield "hessian(lambda p: [], [])"


def kind_of_critical_point(random):
    """All patterns of signs and zeros; determinants of 0, also such that floats miss; large and small scales."""
    # no difference: a * c < b * b -> a * c <= b * b: equal products have been dealt with.
    # no difference: a > 0 -> a >= 0: the product of a and c is positive here, so a is not 0.
    # no difference: a > 0 -> c > 0: the product of a and c is positive here, so they have one sign.
    for _ in range(4):
        a, b, c = (abs(number) for number in quarters(random, 3))
        for sign in (1, -1):
            yield f"kind_of_critical_point({sign * (a + b)}, {b}, {sign * (c + b)})"
            yield f"kind_of_critical_point({sign * a}, {-b}, {-sign * c})"
            yield f"kind_of_critical_point({sign * a}, {a + c}, {sign * c})"
    for a, b, c in ((1, 2, 4), (-1, 2, -4), (4, -2, 1), (0, 0, 0), (0, 0, 3), (0, 0, -3), (-3, 0, 0)):
        yield f"kind_of_critical_point({a}, {b}, {c})"
    yield "kind_of_critical_point(0.5, -0.25, 0.5)"
    yield "kind_of_critical_point(0.0, 1.0, 5.0)"
    yield "kind_of_critical_point(-5.0, -1.0, 0.0)"
    yield "kind_of_critical_point(-0.1, 0.3, -0.9)"
    yield "kind_of_critical_point(2e50, 1e50, 2e50)"
    yield "kind_of_critical_point(-2e-50, 1e-50, -2e-50)"


def is_positive_definite(random):
    """One to four rows whose elimination meets a pivot that is negative or 0 at each place, or none; the rows after."""
    for n in (1, 2, 3, 4):
        yield f"is_positive_definite({_rows(random, [random.choice([0.25, 1.0, 4.0]) for _ in range(n)])})"
        for k in range(n):
            for bad in (-1.0, 0.0):
                yield f"is_positive_definite({_rows(random, [1.0] * k + [bad] + [4.0] * (n - k - 1))})"
    yield f"is_positive_definite({_rows(random, [-1.0, -4.0])})"
    yield f"is_positive_definite({_rows(random, [1.0, -1.0, -0.25])})"
    yield f"is_positive_definite({_rows(random, [4.0, -1.0, 1.0, -4.0])})"
    yield "is_positive_definite([[0.0, 1.0], [1.0, 0.0]])"
    yield "is_positive_definite([[1.0, 2.0, 0.0], [2.0, 1.0, 0.0], [0.0, 0.0, 5.0]])"
    yield "is_positive_definite([[1e-50, 0.0], [0.0, 1e50]])"
    yield f"(is_positive_definite(m := {_rows(random, [1.0, 4.0, 0.25])}), m)"
    yield f"(is_positive_definite(m := {_rows(random, [4.0, 1.0, -1.0])}), m)"


def newton_step(random):
    """Bowls, hills and saddles, mixed entries of both signs, zeros on the diagonal, singular rows, flat places."""
    for _ in range(6):
        a, b, d = quarters(random, 3)
        yield f"newton_step({quarters(random, 2)}, [[{a}, {b}], [{b}, {d}]])"
        yield f"newton_step({quarters(random, 2)}, [[{a}, {-b}], [{-b}, {-d}]])"
    yield "newton_step([1.0, -2.0], [[0.0, 4.0], [4.0, 0.0]])"
    yield "newton_step([1.0, 3.0], [[0.0, 0.5], [0.5, 2.0]])"
    yield "newton_step([0.0, 0.0], [[2.0, 1.0], [1.0, 3.0]])"
    yield "newton_step([0.0, 0.0], [[1.0, -2.0], [-2.0, 4.0]])"
    yield "newton_step([1.0, 1.0], [[0.0, 0.0], [0.0, 0.0]])"
    yield "newton_step([1.0, 1.0], [[3.0, 0.0], [0.0, 0.0]])"
    yield "newton_step([1.0, 1.0], [[0.0, 0.0], [0.0, -3.0]])"
    yield "newton_step([1.0, 3.0], [[0.1, 0.3], [0.3, 0.9]])"
    yield "newton_step([1e50, 1e50], [[2e-50, 0.0], [0.0, 4e50]])"
    yield "newton_step([1e-6, 2e-6], [[2e-6, 1e-6], [1e-6, 4e-6]])"
    yield "newton_step([1.0, 1.0], [[1e8, 1e8], [1e8, 1e8 + 0.001]])"
    yield "(newton_step(g := [3.0, 6.0], h := [[2.0, 1.0], [1.0, 5.0]]), g, h)"


def curvature_along(random):
    """Directions of all lengths, in one to four variables, steps so large that only the right places tell."""
    # no difference: math.hypot(*direction) -> -math.hypot(*direction): ahead and behind change places.
    curves = ("p[0]**3 * p[1] - p[0] + p[1]**4", "p[0]**2 * p[1]**2 - 3 * p[0] * p[1]")
    for curve in curves:
        for h in (0.5, 0.25):
            yield f"curvature_along(lambda p: {curve}, {quarters(random, 2)}, {quarters(random, 2)}, {h})"
        yield f"curvature_along(lambda p: {curve}, {quarters(random, 2)}, [-30.0, 40.0], h=0.5)"
        yield f"curvature_along(lambda p: {curve}, {quarters(random, 2)}, [0.0, -0.25], h=0.5)"
    for n in (1, 3, 4):
        yield f"curvature_along(lambda p: sum(p)**3 - p[0]**2, {quarters(random, n)}, {quarters(random, n)}, 0.5)"
        yield f"curvature_along(lambda p: sum(p)**3, {quarters(random, n)}, {[0.0] * n}, 0.5)"
    yield "curvature_along(lambda p: 1e10 * p[0]**4, [0.0], [1.0])"
    yield "curvature_along(lambda p: 2 * p[0] - p[1] + 7, [1.0, 2.0], [3.0, 4.0], 0.5)"
    yield "(curvature_along(lambda p: p[0]**2, x := [1.0], d := [2.0], 0.5), x, d)"


def steps_needed(random):
    """Rates that crawl, zigzag, arrive at once and escape; one to five curvatures; shares from large to tiny."""
    for n in (1, 2, 3, 5):
        curvatures = [abs(number) for number in quarters(random, n)]
        for part in (0.3, 0.9, 1.3, 1.9, 2.1):
            rate = round(part / max(curvatures), 3)
            yield f"steps_needed({curvatures}, {rate}, {random.choice([0.3, 0.013, 0.0007])})"
    yield "steps_needed([1.0, 9.0], 0.21, 0.01)"
    yield "steps_needed([9.0, 1.0, 8.0], 0.19, 0.01)"
    yield "steps_needed([2.0, 4.0], 0.5, 0.01)"
    yield "steps_needed([4.0, 4.0], 0.25, 0.3)"
    yield "steps_needed([2.0], 0.25, 0.5)"
    yield "steps_needed([2.0], 0.25, 0.4)"


def gauss_newton_product(random):
    """One to five residuals and one to four parameters, more of either; zeros; none; the arguments afterwards."""
    # no difference: zip(row, v, strict=True) -> zip(v, row, strict=True): a product does not depend on the order.
    for n, p in ((1, 1), (1, 3), (4, 1), (2, 2), (3, 2), (5, 4), (2, 4)):
        yield f"gauss_newton_product({[quarters(random, p) for _ in range(n)]}, {quarters(random, p)})"
        yield f"gauss_newton_product({[quarters(random, p) for _ in range(n)]}, {[0.0] * p})"
    yield "gauss_newton_product([[0.0, 0.0], [0.0, 0.0]], [1.0, 2.0])"
    yield "gauss_newton_product([], [1.0, 2.0])"
    yield "gauss_newton_product([[], []], [])"
    yield "(gauss_newton_product(j := [[1.0, 2.0], [3.0, -1.0]], v := [0.5, 4.0]), j, v)"


def smallest_curvature(random):
    """Entries of all signs, equal and zero ones, large and small ones; directions in all four quadrants and on axes."""
    # no difference: a - c -> c - a: the length of a vector does not depend on a sign.
    for _ in range(5):
        a, b, c = quarters(random, 3)
        for rows in ([[a, b], [b, c]], [[-a, b], [b, c]], [[a, -b], [-b, -c]]):
            yield f"smallest_curvature({rows})"
    for a, c in ((3.0, 7.0), (7.0, 3.0), (-7.0, -3.0), (2.0, -2.0), (0.0, 0.0), (0.0, 4.0), (-1.0, -1.0)):
        yield f"smallest_curvature([[{a}, 0.0], [0.0, {c}]])"
    yield "smallest_curvature([[0.0, -3.0], [-3.0, 0.0]])"
    yield "smallest_curvature([[5e100, -4e100], [-4e100, 5e100]])[1]"
    yield "smallest_curvature([[100.0, 0.5], [0.5, 0.25]])[1]"
    yield "smallest_curvature([[0.25, 0.5], [0.5, 100.0]])[1]"


def damped_step(random):
    """Bowls, hills, saddles, flat rows, curvatures above, at and below the least one; mixed entries of both signs."""
    # no difference: a - c -> c - a: the length of a vector does not depend on a sign.
    for least in (0.25, 1.0, 4.0):
        for _ in range(3):
            a, b, c = quarters(random, 3)
            yield f"damped_step({quarters(random, 2)}, [[{a}, {b}], [{b}, {c}]], {least})"
            yield f"damped_step({quarters(random, 2)}, [[{-a}, {-b}], [{-b}, {-c}]], {least})"
    yield "damped_step([1.0, -2.0], [[0.0, 4.0], [4.0, 0.0]], 1.0)"
    yield "damped_step([1.0, -2.0], [[6.0, 2.0], [2.0, 3.0]], 2.0)"
    yield "damped_step([1.0, -2.0], [[6.0, 2.0], [2.0, 3.0]], 0.5)"
    yield "damped_step([1.0, -2.0], [[6.0, 2.0], [2.0, 3.0]], 3.0)"
    yield "damped_step([3.0, 1.0], [[0.0, 0.0], [0.0, 0.0]], 0.5)"
    yield "damped_step([3.0, 1.0], [[1.0, 1.0], [1.0, 1.0]], 0.5)"
    yield "damped_step([0.0, 0.0], [[1.0, 0.0], [0.0, -1.0]], 0.5)"
    yield "damped_step([1e8, 1e-8], [[-1e6, 0.0], [0.0, 1e6]], 1e3)"


def shorten(random):
    """Steps that fit, too long and far too long, in one to three variables; uphill and level ones; large shares."""
    # no difference: zip(gradient, step, strict=True) -> zip(step, gradient, strict=True): a product does not depend on
    # the order.
    for n in (1, 2, 3):
        for stretch in (0.5, 1.0, 2.0, 8.0, 100.0):
            x = [abs(number) for number in quarters(random, n)]
            gradient, step = [4 * c**3 for c in x], [-stretch * c for c in x]
            yield f"shorten(lambda p: sum(c**4 for c in p), {x}, {gradient}, {step}, {random.choice([1e-4, 0.3, 0.6])})"
    yield "shorten(lambda p: p[0]**2, [1.0], [2.0], [-1.999])"
    yield "shorten(lambda p: p[0]**2, [1.0], [2.0], [-1.99985])"
    yield "shorten(lambda p: p[0]**2, [1.0], [2.0], [-1.9997])"
    yield "shorten(lambda p: p[0]**2, [1.0], [2.0], [-1.5], 0.25)"
    yield "shorten(lambda p: p[0]**2 + p[1]**2, [1.0, 2.0], [2.0, 4.0], [2.0, -1.0])"
    yield "shorten(lambda p: p[0]**2 + p[1]**2, [1.0, 2.0], [2.0, 4.0], [-4.0, 1.0])"
    yield "shorten(lambda p: p[0]**2 + p[1]**2, [1.0, 2.0], [2.0, 4.0], [3.0, 1.0])"
    yield "shorten(lambda p: p[0]**2, [0.25], [0.5], [-0.25])"
    yield "shorten(lambda p: (p[0] - 3)**2, [1.0], [-4.0], [7.0])"
    yield "shorten(lambda p: (p[0] - 3)**2, [1.0], [-4.0], [1.0], 0.3)"
    yield "shorten(lambda p: -p[0]**2, [1.0], [-2.0], [4.0], 0.9)"


PASS = (
    "lambda p: p[0]**2 / 2 - p[1]**2 / 2 + p[1]**4 / 4",
    "lambda p: [p[0], p[1]**3 - p[1]]",
    "lambda p: [[1.0, 0.0], [0.0, 3 * p[1]**2 - 1]]",
)
WELLS = (
    "lambda p: (p[0]**2 - 1)**2 + (p[1]**2 - 4)**2 / 4 + p[0] * p[1] / 2",
    "lambda p: [4 * p[0]**3 - 4 * p[0] + p[1] / 2, p[1]**3 - 4 * p[1] + p[0] / 2]",
    "lambda p: [[12 * p[0]**2 - 4, 0.5], [0.5, 3 * p[1]**2 - 4]]",
)
STEEP = (
    "lambda p: 100 * (p[0]**4 + p[1]**4) - 3 * p[0]**2 - 2 * p[0] * p[1] - p[1]**2 / 2",
    "lambda p: [400 * p[0]**3 - 6 * p[0] - 2 * p[1], 400 * p[1]**3 - 2 * p[0] - p[1]]",
    "lambda p: [[1200 * p[0]**2 - 6, -2.0], [-2.0, 1200 * p[1]**2 - 1]]",
)
FLAT = (
    "lambda p: p[0]**2 + p[1]**4",
    "lambda p: [2 * p[0], 4 * p[1]**3]",
    "lambda p: [[2.0, 0.0], [0.0, 12 * p[1]**2]]",
)


def safe_newton_step(random):
    """Bowls, saddles and tops, far away and at critical points, steps that leap over a valley, a silent Hessian."""
    # no difference: a - c -> c - a: the length of a vector does not depend on a sign.
    # no difference: x > 0 -> steepest > 0: the angle is at most a right one, so it has the sign of its sine.
    for functions, starts in (
        (PASS, ([0.0, 0.0], [2.0, 0.0], [0.5, 0.125], [-1.0, -0.5], [3.0, 2.5], [0.0, 1.0])),
        (WELLS, ([0.5, 0.25], [-0.25, 1.0], [1.0, 1.0], [-2.0, 3.0], [0.25, -0.5], [0.0, 0.0])),
        (FLAT, ([0.0, 0.0], [1.0, 0.5], [0.0, 2.0])),
        (STEEP, ([0.0, 0.0], [0.25, 0.0], [0.5, -0.25], [1.0, 2.0])),
    ):
        for start in starts:
            least, share = random.choice([(0.125, 0.25), (1.0, 0.5)])
            yield f"safe_newton_step({', '.join(functions)}, {start}, {least}, 1e-6, {share})"
    for tolerance in (1.0, 2.0, 4.0):
        yield f"safe_newton_step({', '.join(PASS)}, [2.0, 0.0], 0.5, {tolerance}, 1e-4)"
        yield f"safe_newton_step({', '.join(FLAT)}, [1.0, 0.0], 0.5, {tolerance}, 1e-4)"
    for _ in range(6):
        a, b, c = quarters(random, 3)
        slopes, f = (
            quarters(random, 2),
            f"{a / 2} * p[0]**2 + {b} * p[0] * p[1] + {c / 2} * p[1]**2 + p[0]**4 + p[1]**4",
        )
        f += f" + {slopes[0]} * p[0] + {slopes[1]} * p[1]"
        rows = f"lambda p: [[{a} + 12 * p[0]**2, {b}], [{b}, {c} + 12 * p[1]**2]]"
        along = f"4 * p[0]**3 + {a} * p[0] + {b} * p[1] + {slopes[0]}"
        up = f"4 * p[1]**3 + {b} * p[0] + {c} * p[1] + {slopes[1]}"
        start = [number / 4 for number in quarters(random, 2)]
        yield f"safe_newton_step(lambda p: {f}, lambda p: [{along}, {up}], {rows}, {start}, 0.25, 1e-6, 0.25)"
    bowl = "lambda p: p[0]**2 + p[1]**2, lambda p: [2 * p[0], 2 * p[1]], lambda p: [[2.0, 0.0], [0.0, 2.0]]"
    yield f"safe_newton_step({bowl}, [1.0, 0.0], 0.5, 1e-6, 0.5)"
    yield f"(safe_newton_step({', '.join(WELLS)}, p := [0.5, 0.25], 0.5, 1e-6, 1e-4), p)"


def _rows(random, pivots):
    """Return a symmetric matrix whose elimination meets these pivots, exactly: L · diag(pivots) · Lᵀ."""
    n = len(pivots)
    below = [[float(random.choice([-2, -1, 1, 2])) if j < i else float(i == j) for j in range(n)] for i in range(n)]
    return [[sum(below[i][k] * pivots[k] * below[j][k] for k in range(n)) for j in range(n)] for i in range(n)]
