"""Inputs on which answers to the exercises are checked besides the examples: ordinary ones, and all edges of the task.

A function has the name of its exercise, takes a `random.Random` with a fixed seed, and yields expressions. What they
should give is computed by the worked solution. Numbers are multiples of a quarter, so that what is 0 on paper is 0.
"""

from snippets.quarters import quarter, quarters

FIELDS = (
    "[3 * p[0]**2 * p[1] - p[1], p[0]**3 - p[0] + 4 * p[1]**3]",  # of x³y - xy + y⁴
    "[p[1]**4 + 2 * p[0], 4 * p[0] * p[1]**3 - 3]",  # of xy⁴ + x² - 3y
)


def second_derivative(random):
    """Curves bent up, down and not at all, corners, steps from tiny to large; one that shows the default step."""
    curves = ("x**3 - 3 * x", "x**4 + x", "2**x", "1 / (x**2 + 1)", "5 - x**2 / 2", "abs(x)", "x**5")
    for curve in curves:
        for h in (0.5, random.choice([0.25, 1.0, 1.25])):
            yield f"second_derivative(lambda x: {curve}, {quarter(random)}, {h})"
    yield "second_derivative(lambda x: 1e10 * x**4, 0.0)"
    yield "second_derivative(lambda x: 3 * x + 1, 2.0, 0.5)"
    yield "second_derivative(lambda x: 7.0, 2.0)"
    yield "second_derivative(lambda x: max(x, 0.25), 0.0, h=0.5)"
    yield "second_derivative(math.exp, -1.5, 0.25)"


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


def eigenvalues(random):
    """Entries of all signs, equal and zero ones, large and small ones: the order must hold in each."""
    # no difference: a - c -> c - a: the length of a vector does not depend on a sign.
    for _ in range(5):
        a, b, c = quarters(random, 3)
        yield f"eigenvalues({a}, {b}, {c})"
        yield f"eigenvalues({-a}, {b}, {c})"
        yield f"eigenvalues({a}, {-b}, {a})"
    yield "eigenvalues(3.0, 0.0, 7.0)"
    yield "eigenvalues(-7.0, 0.0, -3.0)"
    yield "eigenvalues(0.0, -3.0, 0.0)"
    yield "eigenvalues(2.0, 0.0, 2.0)"
    yield "eigenvalues(0.0, 0.0, 0.0)"
    yield "eigenvalues(2.0, 2.0, 2.0)"
    yield "eigenvalues(5e100, -4e100, 5e100)"
    yield "[value / 1e-100 for value in eigenvalues(6e-100, 2e-100, 3e-100)]"
    yield "eigenvalues(1e6, 0.5, 0.25)[1]"


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


def rates(random):
    """One to six curvatures in any order, equal ones, narrow valleys, and means that are not the middle."""
    for n in (1, 2, 3, 4, 6):
        for scale in (1.0, 1000.0):
            yield f"rates({[abs(scale * number) for number in quarters(random, n)]})"
        yield f"rates({[abs(number) for number in quarters(random, n)] + [0.125]})"
    yield "rates([1.0, 1.0, 1.0, 9.0])"
    yield "rates([9.0, 1.0, 8.0])"
    yield "rates([2.5, 2.5])"
    yield "rates([2.0, 2000.0])"
    yield "rates([1e6, 1e-6, 1.0])"


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


def hessian_vector_product(random):
    """Gradients of one to four variables, with steps so large that only the way along v gives the number; v = 0."""
    for field in FIELDS:
        for h in (0.5, 0.25):
            yield f"hessian_vector_product(lambda p: {field}, {quarters(random, 2)}, {quarters(random, 2)}, {h})"
    for n in (1, 2, 3, 4):
        joint = "[q * sum(p)**2 + i * q**3 for i, q in enumerate(p)]"
        for h in (0.5, 0.25):
            yield f"hessian_vector_product(lambda p: {joint}, {quarters(random, n)}, {quarters(random, n)}, h={h})"
        yield f"hessian_vector_product(lambda p: {joint}, {quarters(random, n)}, {[0.0] * n}, 0.5)"
    yield "hessian_vector_product(lambda p: [1e10 * q**3 for q in p], [0.0, 0.0], [1.0, -2.0])"
    yield "hessian_vector_product(lambda p: [2 * p[0], 2000 * p[1]], [1.0, 1.0], [0.0, 10.0], 0.5)"
    yield "hessian_vector_product(lambda p: [math.exp(p[0]) / 7], [0.5], [-1.0], 0.25)"
    yield "hessian_vector_product(lambda p: [p[1], p[0]], [1.0, 2.0], [100.0, -100.0], 0.5)"


def _rows(random, pivots):
    """Return a symmetric matrix whose elimination meets these pivots, exactly: L · diag(pivots) · Lᵀ."""
    n = len(pivots)
    below = [[float(random.choice([-2, -1, 1, 2])) if j < i else float(i == j) for j in range(n)] for i in range(n)]
    return [[sum(below[i][k] * pivots[k] * below[j][k] for k in range(n)) for j in range(n)] for i in range(n)]
