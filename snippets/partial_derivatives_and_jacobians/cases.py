"""Inputs on which answers to the exercises are checked besides the examples: ordinary ones, and all edges of the task.

A function has the name of its exercise, takes a `random.Random` with a fixed seed, and yields expressions. What they
should give is computed by the worked solution. Numbers are multiples of a quarter, so that what is 0 on paper is 0, and
differences are taken with large steps, so that rounding has no say.
"""

from snippets.quarters import quarter, quarters


def mixed_partial(random):
    """Polynomials at several places, with large steps; one whose corners show the step that is taken by default."""
    surfaces = (
        "x * y",
        "x**2 * y",
        "x * y**2 - 3 * x * y",
        "x**3 * y**2 + x**2",
        "x**2 + y**2",
        "(x - 2 * y)**3",
        "7.0",
    )
    for surface in surfaces:
        for h in (0.5, random.choice([0.25, 1.0])):
            yield f"mixed_partial(lambda x, y: {surface}, {quarter(random)}, {quarter(random)}, {h})"
    yield "mixed_partial(lambda x, y: abs(x) * y + x * abs(y), 0.25, -0.25, h=0.5)"
    yield "mixed_partial(lambda x, y: 1e8 * x**3 * y, 0.0, 0.0)"
    yield "mixed_partial(lambda x, y: 1 / (1 + x * x + y), 0.5, 1.0, 0.25)"


def jacobian(random):
    """Maps from one to three numbers to one to three, with large steps; the point is asked for afterwards."""
    for h in (0.5, 0.25):
        yield f"jacobian(lambda p: [p[0]**3], {quarters(random, 1)}, {h})"
        yield f"jacobian(lambda p: [p[0]**3, 2 * p[0], 5.0], {quarters(random, 1)}, {h})"
        yield f"jacobian(lambda p: [p[0] * p[1]], {quarters(random, 2)}, {h})"
        yield f"jacobian(lambda p: [p[0]**2 * p[1], p[1]**3 - p[0]], {quarters(random, 2)}, {h})"
        yield f"jacobian(lambda p: [p[0] * p[1] * p[2], p[2]**3], {quarters(random, 3)}, {h})"
        yield f"jacobian(lambda p: [p[2], p[0]**3, p[1]**2 * p[0]], {quarters(random, 3)}, {h})"
    yield "jacobian(lambda p: [1e10 * p[0]**3, 1e10 * p[1]**3], [0.0, 0.0])"
    yield "(jacobian(lambda p: [p[0] * p[1]], here := [0.5, -2.0], 1.0), here)"
    yield "jacobian(lambda p: [abs(p[0] - p[1])], [0.25, 0.0], h=0.5)"


def push_forward(random):
    """Maps from one to three numbers, along short and long vectors and along none; calls are counted."""
    maps = {1: "[p[0]**3, p[0]]", 2: "[p[0]**2 * p[1], p[1]**3]", 3: "[p[0] * p[1] * p[2]]"}
    for n, f in maps.items():
        for h in (0.5, 0.25):
            for size in (1, 4, 0):
                v = [size * number for number in quarters(random, n)]
                yield f"push_forward(lambda p: {f}, {quarters(random, n)}, {v}, {h})"
    yield "push_forward(lambda p: [1e10 * p[0]**3], [0.0], [1.0])"
    yield "(push_forward(lambda p: [p[0]], x := [1.0, 2.0], v := [3.0, 4.0], 0.5), x, v)"
    yield "(calls := [], push_forward(lambda p: calls.append(1) or [p[0] * p[1]], [1.0, 2.0], [1.0, 0.5], 0.5))"
    yield "push_forward(lambda p: [abs(p[0])], [0.25], [1.0], h=0.5)"


def chain(random):
    """Products of all shapes from one to three; shapes that do not fit in either way."""
    # no difference: outer[0] -> outer[-1]: all rows are of the same length
    # no difference: inner[0] -> inner[-1]: all rows are of the same length
    for m in (1, 2, 3):
        for k in (1, 2, 3):
            n = random.randrange(1, 4)
            yield f"chain({_matrix(random, m, k)}, {_matrix(random, k, n)})"
    yield f"chain({_matrix(random, 3, 3)}, {_matrix(random, 3, 3)})"
    yield f"chain({_matrix(random, 2, 3)}, {_matrix(random, 2, 3)})"
    yield f"chain({_matrix(random, 3, 2)}, {_matrix(random, 3, 2)})"
    yield f"chain({_matrix(random, 1, 3)}, {_matrix(random, 2, 1)})"
    yield f"(chain(a := {_matrix(random, 2, 2)}, b := {_matrix(random, 2, 1)}), a, b)"


def area_factor(random):
    """Matrices with products of all signs; flat ones, turned ones, sheared ones."""
    for _ in range(10):
        yield f"area_factor({_matrix(random, 2, 2)})"
    edges = ("1, 2, -1, 1", "-1, 2, 1, 1", "-2, 3, -1, 0", "0, 2, 3, 0", "0, -2, 3, 0", "0, 0, 0, 0", "2, 1, -4, -2")
    for a, b, c, d in (edge.split(", ") for edge in edges):
        yield f"area_factor([[{a}.0, {b}.0], [{c}.0, {d}.0]])"


def softmax_pull_back(random):
    """Probabilities of one to five classes, some of them 0 or 1, with sensitivities of both signs."""
    # no difference: zip(p, u, strict=True) -> zip(u, p, strict=True): a product does not depend on the order
    for parts in ([4], [1, 3], [2, 2], [1, 1, 2], [0, 1, 3], [1, 2, 4, 1], [1, 1, 1, 1], [2, 1, 1, 3, 1]):
        p = [part / sum(parts) for part in parts]
        for _ in range(2):
            yield f"softmax_pull_back({p}, {quarters(random, len(p))})"
        yield f"softmax_pull_back({p}, {[0.0] * len(p)})"
    yield "softmax_pull_back([1.0, 0.0], [5.0, -3.0])"
    yield "(softmax_pull_back(p := [0.25, 0.75], u := [1.0, 2.0]), p, u)"


def linear_pull_back(random):
    """Layers of one to three outputs with one to four inputs; what is given is asked for afterwards."""
    # no difference: zip(column, u, strict=True) -> zip(u, column, strict=True): a product does not depend on the order
    for m in (1, 2, 3):
        for n in (1, 2, 3, 4):
            yield f"linear_pull_back({_matrix(random, m, n)}, {quarters(random, n)}, {quarters(random, m)})"
    yield "linear_pull_back([[0.0, 2.0]], [0.0, 1.0], [0.0])"
    yield "(linear_pull_back(w := [[1.0, 2.0]], x := [3.0, 4.0], u := [5.0]), w, x, u)"


def gradient_of_quadratic_form(random):
    """Matrices of one to four rows, symmetric, antisymmetric and neither."""
    # no difference: len(x) -> len(matrix): the matrix has a row for each number of x
    for n in (1, 2, 2, 2, 3, 3, 3, 4):
        yield f"gradient_of_quadratic_form({_matrix(random, n, n)}, {quarters(random, n)})"
    yield "gradient_of_quadratic_form([[2.0, 1.0], [1.0, -3.0]], [0.5, 4.0])"
    yield "gradient_of_quadratic_form([[0.0, 1.0, 2.0], [-1.0, 0.0, 3.0], [-2.0, -3.0, 0.0]], [1.0, 2.0, 3.0])"
    yield "(gradient_of_quadratic_form(a := [[1.0, 2.0], [0.0, 1.0]], x := [1.0, 0.0]), a, x)"


def _matrix(random, rows, columns):
    """Return rows of such numbers."""
    return [quarters(random, columns) for _ in range(rows)]
