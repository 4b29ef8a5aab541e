"""Exercises of topic 05 with full solutions, in plain Python: floats, lists and `math`.

The docstring is the task. A reader gets the signature and the docstring, and writes the body.
"""

import math


def split_budget(gains, budget):
    """Return the best split of a budget, and the price of the budget.

    Minimize the sum of a / x over all parts, where a is the part's gain (a
    list of positive numbers) and x > 0 its share, with shares that add up
    to the budget. The price is the Lagrange multiplier of that rule: by how
    much the least sum falls for each further unit of budget.

    >>> split_budget([4.0, 1.0], 6.0)
    ([4.0, 2.0], 0.25)
    >>> split_budget([4.0, 1.0], 3.0)
    ([2.0, 1.0], 1.0)
    >>> shares, price = split_budget([1.0, 9.0, 4.0], 12.0)
    >>> [round(x, 6) for x in shares], round(price, 6)
    ([2.0, 6.0, 4.0], 0.25)
    """
    roots = [math.sqrt(a) for a in gains]
    shares = [budget * root / sum(roots) for root in roots]
    return shares, (sum(roots) / budget) ** 2


def kkt_failures(gradient, g, g_gradients, multipliers, tolerance=1e-9):
    """Return the names of the KKT conditions that fail at a point.

    The problem: minimize f subject to every g being at most 0. Given are,
    at one point, the gradient of f (a list of n numbers), the values of
    the constraints (m numbers), their gradients (m lists of n numbers) and
    the multipliers (m numbers). Names, in this order: "stationarity",
    "primal feasibility", "dual feasibility", "slackness". A condition fails if it is off by
    more than the tolerance anywhere.

    >>> kkt_failures([-1.0, -1.0], [0.0], [[1.0, 1.0]], [1.0])
    []
    >>> kkt_failures([0.0, 0.0], [1.0], [[1.0, 1.0]], [0.0])
    ['primal feasibility']
    >>> kkt_failures([1.0, 1.0], [0.0], [[1.0, 1.0]], [-1.0])
    ['dual feasibility']
    >>> kkt_failures([-2.0, 0.0], [-1.0, 0.0], [[2.0, 0.0], [0.0, 1.0]], [1.0, 0.0])
    ['slackness']
    >>> kkt_failures([2.0, -4.0], [0.0, 0.0], [[1.0, 1.0], [-1.0, 0.0]], [4.0, 6.0])
    []
    >>> kkt_failures([-2.0, 0.0], [0.0], [[1.0, 1.0]], [1.0])
    ['stationarity']
    """
    left = list(gradient)
    for row, multiplier in zip(g_gradients, multipliers, strict=True):
        left = [total + multiplier * slope for total, slope in zip(left, row, strict=True)]
    products = [multiplier * value for multiplier, value in zip(multipliers, g, strict=True)]
    fails = {
        "stationarity": any(abs(total) > tolerance for total in left),
        "primal feasibility": any(value > tolerance for value in g),
        "dual feasibility": any(multiplier < -tolerance for multiplier in multipliers),
        "slackness": any(abs(product) > tolerance for product in products),
    }
    return [name for name, failed in fails.items() if failed]


def project_onto_ball(point, center, radius):
    """Return the point of a ball that is nearest to the given point.

    `point` and `center` are lists of n numbers, and so is the answer. The
    radius is positive. The ball contains its inside, so a point in it stays
    where it is.

    >>> [round(x, 6) for x in project_onto_ball([3.0, 4.0], [0.0, 0.0], 1.0)]
    [0.6, 0.8]
    >>> project_onto_ball([0.3, 0.4], [0.0, 0.0], 1.0)
    [0.3, 0.4]
    >>> [round(x, 6) for x in project_onto_ball([5.0, 1.0], [1.0, 1.0], 2.0)]
    [3.0, 1.0]
    """
    offset = [x - c for x, c in zip(point, center, strict=True)]
    distance = math.hypot(*offset)  # its squares neither overflow nor vanish
    if distance <= radius:
        return list(point)
    return [c + radius * (d / distance) for c, d in zip(center, offset, strict=True)]


def project_onto_simplex(point):
    """Return the distribution that is nearest to a list of numbers.

    Of all lists of n numbers that are at least 0 and add up to 1, it is the
    one with the smallest Euclidean distance. It is always of one form:
    subtract the same number from every coordinate, then cut at 0.

    The numbers may be huge. Next to 1e16 a 1 is lost in rounding, so begin
    with how far each number is below the largest: that has the same answer.

    >>> [round(p, 6) for p in project_onto_simplex([0.9, 0.5, -0.2])]
    [0.7, 0.3, 0.0]
    >>> [round(p, 6) for p in project_onto_simplex([0.2, 0.3, 0.5])]
    [0.2, 0.3, 0.5]
    >>> [round(p, 6) for p in project_onto_simplex([3.0, 0.0])]
    [1.0, 0.0]
    >>> [round(p, 6) for p in project_onto_simplex([0.1, 0.2])]
    [0.45, 0.55]
    >>> project_onto_simplex([1e16, 0.0])
    [1.0, 0.0]
    """
    largest = max(point)
    falling = sorted([x - largest for x in point], reverse=True)
    shift = max((sum(falling[:k]) - 1) / k for k in range(1, len(point) + 1))
    return [max(x - largest - shift, 0.0) for x in point]


def projected_descent(slope, low, high, start, learning_rate, steps):
    """Return the place after so many steps of projected descent.

    One variable, the interval from `low` to `high`. `slope` is the
    derivative of the function to make small. Every step goes against the
    slope, and then to the nearest point of the interval. The start is
    projected first, and `slope` must never be asked outside the interval.

    >>> projected_descent(lambda w: 2 * (w - 3), 0.0, 2.0, 0.0, 0.1, 50)
    2.0
    >>> round(projected_descent(lambda w: 2 * (w - 3), 0.0, 5.0, 0.0, 0.1, 50), 3)
    3.0
    >>> round(projected_descent(lambda w: 1 / w - 1, 0.5, 4.0, -7.0, 0.2, 1), 6)
    0.5
    >>> round(projected_descent(lambda w: -1 / w, 0.5, 4.0, -7.0, 0.1, 1), 6)
    0.7
    """
    place = min(max(start, low), high)
    for _ in range(steps):
        place = min(max(place - learning_rate * slope(place), low), high)
    return place


def soft_threshold(a, price):
    """Return the w that minimizes (w - a)² / 2 + price · |w|.

    The price is at least 0. The term |w| pulls w toward 0 with constant
    force, and where that force is stronger than the pull of the square,
    w stays at 0.

    >>> soft_threshold(3.0, 1.0)
    2.0
    >>> soft_threshold(-2.5, 1.0)
    -1.5
    >>> soft_threshold(0.4, 1.0)
    0.0
    >>> soft_threshold(-0.4, 1.0)
    0.0
    >>> soft_threshold(-2.5, 0.0)
    -2.5
    """
    if a > price:
        return a - price
    if a < -price:
        return a + price
    return 0.0


def tilted_die(mean):
    """Return the six probabilities of a die with a given mean.

    Of all distributions on the faces 1 to 6 with that mean, return the one
    with the largest entropy, as a list. It has the form
    p = exp(beta · face) / sum of exp(beta · face), and its mean grows with
    beta. If the mean is not strictly between 1 and 6, raise ValueError.

    >>> [round(p, 4) for p in tilted_die(4.5)]
    [0.0544, 0.0788, 0.1142, 0.1654, 0.2398, 0.3475]
    >>> [round(p, 4) for p in tilted_die(3.5)]
    [0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667]
    >>> round(sum(face * p for face, p in enumerate(tilted_die(1.2), 1)), 6)
    1.2
    >>> tilted_die(6.5)
    Traceback (most recent call last):
        ...
    ValueError: no die has the mean 6.5
    """
    if not 1 < mean < 6:
        raise ValueError(f"no die has the mean {mean}")
    limit = 50.0
    low, high = -limit, limit
    while low < (beta := (low + high) / 2) < high:  # until no number is left between them
        weights = [math.exp(beta * face) for face in range(1, 7)]
        p = [weight / sum(weights) for weight in weights]
        found = sum(face * share for face, share in enumerate(p, start=1))
        low, high = (beta, high) if found < mean else (low, beta)
    return p
