"""Wrong answers that people give to the exercises, one function each: `<exercise>__<slip>`.

The docstring is what a good teacher would say. The examples or the cases of the exercise refuse every one of them.
"""

import math


def split_budget__in_proportion_to_gain(gains, budget):
    """You gave each part its share of the gains. The condition a/x² = price makes x grow with the root of a only."""
    shares = [budget * a / sum(gains) for a in gains]
    return shares, gains[0] / shares[0] ** 2


def split_budget__least_sum_as_price(gains, budget):
    """Your price is the least sum itself. The price is its slope: by how much it falls for one more unit of budget."""
    roots = [math.sqrt(a) for a in gains]
    shares = [budget * root / sum(roots) for root in roots]
    return shares, sum(roots) ** 2 / budget


def split_budget__even(gains, budget):
    """An even split is best only for equal gains. Move a little to the larger gain and watch the sum fall."""
    shares = [budget / len(gains) for _ in gains]
    return shares, len(gains) * sum(gains) / budget**2


def kkt_failures__slackness_as_equality(gradient, g, g_gradients, multipliers, tolerance=1e-9):
    """Feasible means g ≤ 0, not g = 0: an idle rule has g < 0, and nothing is wrong with that."""
    left = list(gradient)
    for row, multiplier in zip(g_gradients, multipliers, strict=True):
        left = [total + multiplier * slope for total, slope in zip(left, row, strict=True)]
    products = [multiplier * value for multiplier, value in zip(multipliers, g, strict=True)]
    fails = {
        "stationarity": any(abs(total) > tolerance for total in left),
        "primal feasibility": any(abs(value) > tolerance for value in g),
        "dual feasibility": any(multiplier < -tolerance for multiplier in multipliers),
        "slackness": any(abs(product) > tolerance for product in products),
    }
    return [name for name, failed in fails.items() if failed]


def kkt_failures__minus(gradient, g, g_gradients, multipliers, tolerance=1e-9):
    """With g ≤ 0 and multipliers ≥ 0 the condition is ∇f + Σ μ ∇g = 0, a plus: the two must point opposite ways."""
    left = list(gradient)
    for row, multiplier in zip(g_gradients, multipliers, strict=True):
        left = [total - multiplier * slope for total, slope in zip(left, row, strict=True)]
    products = [multiplier * value for multiplier, value in zip(multipliers, g, strict=True)]
    fails = {
        "stationarity": any(abs(total) > tolerance for total in left),
        "primal feasibility": any(value > tolerance for value in g),
        "dual feasibility": any(multiplier < -tolerance for multiplier in multipliers),
        "slackness": any(abs(product) > tolerance for product in products),
    }
    return [name for name, failed in fails.items() if failed]


def kkt_failures__sum_of_products(gradient, g, g_gradients, multipliers, tolerance=1e-9):
    """You add up the products μ·g before you look at them, and opposite ones cancel. Look at each on its own."""
    left = list(gradient)
    for row, multiplier in zip(g_gradients, multipliers, strict=True):
        left = [total + multiplier * slope for total, slope in zip(left, row, strict=True)]
    products = [multiplier * value for multiplier, value in zip(multipliers, g, strict=True)]
    fails = {
        "stationarity": any(abs(total) > tolerance for total in left),
        "primal feasibility": any(value > tolerance for value in g),
        "dual feasibility": any(multiplier < -tolerance for multiplier in multipliers),
        "slackness": abs(sum(products)) > tolerance,
    }
    return [name for name, failed in fails.items() if failed]


def kkt_failures__without_sign(gradient, g, g_gradients, multipliers, tolerance=1e-9):
    """You skip the sign. A negative multiplier means that the rule pulls instead of pushing: leaving it would help."""
    left = list(gradient)
    for row, multiplier in zip(g_gradients, multipliers, strict=True):
        left = [total + multiplier * slope for total, slope in zip(left, row, strict=True)]
    products = [multiplier * value for multiplier, value in zip(multipliers, g, strict=True)]
    fails = {
        "stationarity": any(abs(total) > tolerance for total in left),
        "primal feasibility": any(value > tolerance for value in g),
        "slackness": any(abs(product) > tolerance for product in products),
    }
    return [name for name, failed in fails.items() if failed]


def project_onto_ball__always_to_the_edge(point, center, radius):
    """You move every point to the sphere. A point inside the ball is allowed already: it is its own projection."""
    offset = [x - c for x, c in zip(point, center, strict=True)]
    distance = math.sqrt(sum(d * d for d in offset))
    return [c + radius * d / distance for c, d in zip(center, offset, strict=True)]


def project_onto_ball__center_forgotten(point, center, radius):
    """You shorten the point itself, as if the ball sat at the origin. Shorten the way from the center to the point."""
    distance = math.sqrt(sum(x * x for x in point))
    if distance <= radius:
        return list(point)
    return [radius * x / distance for x in point]


def project_onto_ball__clipped(point, center, radius):
    """Clipping each coordinate projects onto a box. The corner of that box is outside the ball."""
    return [min(max(x, c - radius), c + radius) for x, c in zip(point, center, strict=True)]


def project_onto_simplex__cut_and_divide(point):
    """Cutting at 0 and dividing by the sum gives a distribution, but not the nearest one: [0.9, 0.5, -0.2] shows it."""
    cut = [max(x, 0.0) for x in point]
    return [x / sum(cut) for x in cut]


def project_onto_simplex__softmax(point):
    """Softmax gives a distribution, too, but not the nearest: it moves [0.2, 0.3, 0.5], which is one already."""
    weights = [math.exp(x - max(point)) for x in point]
    return [weight / sum(weights) for weight in weights]


def project_onto_simplex__shift_without_cut(point):
    """One shift for all makes the sum 1, but leaves numbers below 0. Only the positive ones may share the shift."""
    shift = (sum(point) - 1) / len(point)
    return [x - shift for x in point]


def projected_descent__only_at_the_end(slope, low, high, start, learning_rate, steps):
    """You project once, after the last step. On the way the walk asks for slopes where the rule forbids to be."""
    place = start
    for _ in range(steps):
        place = place - learning_rate * slope(place)
    return min(max(place, low), high)


def projected_descent__uphill(slope, low, high, start, learning_rate, steps):
    """You step along the slope, which is uphill. Only the projection keeps you from walking away for ever."""
    place = min(max(start, low), high)
    for _ in range(steps):
        place = min(max(place + learning_rate * slope(place), low), high)
    return place


def soft_threshold__ridge(a, price):
    """That is ridge: it minimizes (w - a)²/2 + price · w²/2 and shrinks by a factor. |w| shrinks by a fixed amount."""
    return a / (1 + price)


def soft_threshold__past_zero(a, price):
    """The pull ends at 0. You walk on to the other side, where |w| would pull you back."""
    return a - price if a > 0 else a + price


def soft_threshold__hard(a, price):
    """You keep large numbers as they are. They are pulled, too: at the minimum w - a + price = 0 for positive w."""
    return a if abs(a) > price else 0.0


def tilted_die__not_normalized(mean):
    """Your numbers are exponentials, but do not add up to 1. Divide by their sum, for each beta anew."""
    if not 1 < mean < 6:
        raise ValueError(f"no die has the mean {mean}")
    return [math.exp((mean - 3.5) * (face - 3.5) / (35 / 12)) for face in range(1, 7)]


def tilted_die__first_order(mean):
    """You took beta = (mean - 3.5) / variance, one Newton step from the fair die. The true one is farther from 0."""
    if not 1 < mean < 6:
        raise ValueError(f"no die has the mean {mean}")
    beta = (mean - 3.5) / (35 / 12)
    weights = [math.exp(beta * face) for face in range(1, 7)]
    return [weight / sum(weights) for weight in weights]


def tilted_die__linear(mean):
    """A straight line can have the mean, but for 1.2 it goes below 0, and its entropy is not the largest."""
    if not 1 < mean < 6:
        raise ValueError(f"no die has the mean {mean}")
    tilt = (mean - 3.5) / 17.5
    return [1 / 6 + tilt * (face - 3.5) for face in range(1, 7)]
