"""Wrong answers that people give to the exercises, one function each: `<exercise>__<slip>`.

The docstring is what a good teacher would say. The examples and cases of the exercise refuse every one of them.
"""

import math


def slopes_of_table__forward(x, y):
    """You look ahead only, and repeat the last slope. An inner place has neighbors on both sides: use both."""
    slopes = [(y[i + 1] - y[i]) / (x[i + 1] - x[i]) for i in range(len(x) - 1)]
    return [*slopes, slopes[-1]]


def slopes_of_table__wrapped_around(x, y):
    """At the first place `y[i - 1]` is `y[-1]`, for Python the last height. The ends need a way of their own."""
    n = len(x)
    return [(y[(i + 1) % n] - y[i - 1]) / (x[(i + 1) % n] - x[i - 1] or 1) for i in range(n)]


def slopes_of_table__equal_steps(x, y):
    """You divide by a number of steps, as if each were one long. Divide by the run, which `x` tells."""
    last = len(x) - 1
    pairs = [(max(i - 1, 0), min(i + 1, last)) for i in range(len(x))]
    return [(y[b] - y[a]) / (b - a) for a, b in pairs]


def slopes_of_table__inner_places_only(x, y):
    """Both ends are missing. There is one neighbor, so there is one secant to take."""
    return [(y[i + 1] - y[i - 1]) / (x[i + 1] - x[i - 1]) for i in range(1, len(x) - 1)]


def slopes_of_table__mean_of_both_secants(x, y):
    """The mean of both sides is the slope through both neighbors only where these are equally far."""
    sides = [(y[i + 1] - y[i]) / (x[i + 1] - x[i]) for i in range(len(x) - 1)]
    return [sides[0], *((sides[i] + sides[i + 1]) / 2 for i in range(len(sides) - 1)), sides[-1]]


def flat_point__always_minimum(slope, x, delta=1e-3):
    """Slope zero alone decides nothing: a maximum and a bend like that of x³ at 0 have slope zero, too."""
    if abs(slope(x)) > 1e-9:
        raise ValueError(f"the slope at {x} is {slope(x)}, not 0")
    return "minimum"


def flat_point__second_derivative(slope, x, delta=1e-3):
    """The second derivative decides only where it is not 0. At the minimum of x⁴ it is 0 and says nothing."""
    if abs(slope(x)) > 1e-9:
        raise ValueError(f"the slope at {x} is {slope(x)}, not 0")
    bend = (slope(x + delta) - slope(x - delta)) / (2 * delta)
    if abs(bend) < 1e-4:
        return "neither"
    return "minimum" if bend > 0 else "maximum"


def flat_point__signed_slope(slope, x, delta=1e-3):
    """A slope of −5 is below every tolerance, yet the curve is steep there. Compare the slope's *size*."""
    if slope(x) > 1e-9:
        raise ValueError(f"the slope at {x} is {slope(x)}, not 0")
    before, after = slope(x - delta), slope(x + delta)
    if before < 0 < after:
        return "minimum"
    if before > 0 > after:
        return "maximum"
    return "neither"


def flat_point__signs_swapped(slope, x, delta=1e-3):
    """Picture the walk: down before, up after, so you stand in a valley. That is a minimum, not a maximum."""
    if abs(slope(x)) > 1e-9:
        raise ValueError(f"the slope at {x} is {slope(x)}, not 0")
    before, after = slope(x - delta), slope(x + delta)
    if before < 0 < after:
        return "maximum"
    if before > 0 > after:
        return "minimum"
    return "neither"


def numerical_gradient__all_at_once(f, point, h=1e-5):
    """You move all coordinates together, which is one slope along the diagonal. A partial moves one coordinate."""
    ahead = [x + h for x in point]
    behind = [x - h for x in point]
    return [(f(ahead) - f(behind)) / (2 * h) for _ in point]


def numerical_gradient__step_left_in(f, point, h=1e-5):
    """You never take the step back: the caller's point has moved, and later partials are taken somewhere else."""
    gradient = []
    for i in range(len(point)):
        before = f(point)
        point[i] += h
        gradient.append((f(point) - before) / h)
    return gradient


def numerical_gradient__summed(f, point, h=1e-5):
    """You added the partial derivatives up. The gradient keeps them apart: one number for each coordinate."""
    total = 0.0
    for i in range(len(point)):
        ahead = list(point)
        ahead[i] += h
        total += (f(ahead) - f(point)) / h
    return [total]


def numerical_gradient__forward(f, point, h=1e-5):
    """You compare the step ahead with the point itself. A central difference compares a step ahead with one back."""
    gradient = []
    for i in range(len(point)):
        ahead = list(point)
        ahead[i] += h
        gradient.append((f(ahead) - f(point)) / h)
    return gradient


def numerical_gradient__back_to_the_point(f, point, h=1e-5):
    """Your second value is taken at the point again: to get from a step ahead to a step back, go back by 2h."""
    gradient = []
    for i in range(len(point)):
        moved = list(point)
        moved[i] += h
        ahead = f(moved)
        moved[i] -= h
        gradient.append((ahead - f(moved)) / (2 * h))
    return gradient


def numerical_gradient__step_of_its_own(f, point, h=1e-5):
    """You let the step grow with the coordinate, which is a good habit. Here `h` is given, and the same for all."""
    gradient = []
    for i in range(len(point)):
        step = h * max(1, abs(point[i]))
        ahead, behind = list(point), list(point)
        ahead[i] += step
        behind[i] -= step
        gradient.append((f(ahead) - f(behind)) / (2 * step))
    return gradient


def slope_toward__goal_as_direction(gradient, here, goal):
    """You took the goal itself for the direction. The way to it is the difference: goal minus here."""
    length = math.hypot(*goal)
    if length == 0:
        raise ValueError("the goal is where we are")
    return sum(g * b / length for g, b in zip(gradient, goal, strict=True))


def slope_toward__not_normalized(gradient, here, goal):
    """The dot product grows with the way's length; the slope at its start does not. Divide by that length."""
    way = [b - a for a, b in zip(here, goal, strict=True)]
    if not any(way):
        raise ValueError("the goal is where we are")
    return sum(g * w for g, w in zip(gradient, way, strict=True))


def slope_toward__backward(gradient, here, goal):
    """Here minus goal is the way back. Uphill and downhill are exchanged."""
    way = [a - b for a, b in zip(here, goal, strict=True)]
    length = math.hypot(*way)
    if length == 0:
        raise ValueError("the goal is where we are")
    return sum(g * (w / length) for g, w in zip(gradient, way, strict=True))


def slope_toward__divided_by_both(gradient, here, goal):
    """You divided by the gradient's length as well: that leaves the cosine of the angle, and the rate is lost."""
    way = [b - a for a, b in zip(here, goal, strict=True)]
    length = math.hypot(*way)
    if length == 0:
        raise ValueError("the goal is where we are")
    return sum(g * w for g, w in zip(gradient, way, strict=True)) / length / (math.hypot(*gradient) or 1)


def slope_toward__sum_of_components(gradient, here, goal):
    """Dividing by the sum of the components is not dividing by the length: (1, 1) has length √2, not 2."""
    way = [b - a for a, b in zip(here, goal, strict=True)]
    length = sum(abs(w) for w in way)
    if length == 0:
        raise ValueError("the goal is where we are")
    return sum(g * w for g, w in zip(gradient, way, strict=True)) / length


def steepest_ascent__gradient_itself(gradient):
    """That vector points the right way, but a direction has length 1. Yours also carries the rate, its length."""
    if not any(gradient):
        raise ValueError("the gradient is zero")
    return list(gradient)


def steepest_ascent__downhill(gradient):
    """The minus belongs to descent. This is the direction in which f falls fastest."""
    rate = math.sqrt(sum(g * g for g in gradient))
    if rate == 0:
        raise ValueError("the gradient is zero")
    return [-g / rate for g in gradient]


def steepest_ascent__largest_axis(gradient):
    """You took the axis with the largest partial. The steepest way is seldom an axis: combine all partials."""
    if not any(gradient):
        raise ValueError("the gradient is zero")
    largest = max(range(len(gradient)), key=lambda i: abs(gradient[i]))
    return [math.copysign(1.0, g) if i == largest else 0.0 for i, g in enumerate(gradient)]


def steepest_ascent__divides_by_zero(gradient):
    """At a critical point the gradient has length 0, and your division fails. Say what is wrong there instead."""
    rate = math.sqrt(sum(g * g for g in gradient))
    return [g / rate for g in gradient]


def clipped_step__uphill(point, gradient, learning_rate, longest):
    """Plus the gradient is uphill: the loss grows. Descent subtracts."""
    length = learning_rate * math.hypot(*gradient)
    rate = learning_rate * (longest / length if length > longest else 1)
    return [x + rate * g for x, g in zip(point, gradient, strict=True)]


def clipped_step__every_step_as_long(point, gradient, learning_rate, longest):
    """Your steps all have the largest length, so the walk never settles. Shorten only a step that is too long."""
    length = math.hypot(*gradient) or 1
    return [x - longest * g / length for x, g in zip(point, gradient, strict=True)]


def clipped_step__each_coordinate(point, gradient, learning_rate, longest):
    """You cut each coordinate by itself, which turns the step: (3, 4) becomes (1, 1). Shorten it as a whole."""
    steps = [max(-longest, min(longest, learning_rate * g)) for g in gradient]
    return [x - step for x, step in zip(point, steps, strict=True)]


def clipped_step__gradient_compared(point, gradient, learning_rate, longest):
    """You compared the length of the gradient. The step is shorter or longer than that, by the learning rate."""
    length = math.hypot(*gradient)
    rate = learning_rate * (longest / length if length > longest else 1)
    return [x - rate * g for x, g in zip(point, gradient, strict=True)]


def clipped_step__in_place(point, gradient, learning_rate, longest):
    """The new point is right, but you changed the caller's list, so the path that led here is lost."""
    length = learning_rate * math.hypot(*gradient)
    rate = learning_rate * (longest / length if length > longest else 1)
    for i, g in enumerate(gradient):
        point[i] -= rate * g
    return point


def clipped_step__divided_by_zero(point, gradient, learning_rate, longest):
    """At a flat place the step has length 0, and you divide by it. Divide only if the step is too long."""
    length = learning_rate * math.hypot(*gradient)
    share = min(1, longest / length)
    return [x - share * learning_rate * g for x, g in zip(point, gradient, strict=True)]


def clipped_step__squared_length(point, gradient, learning_rate, longest):
    """You compared the square of the length, and divided by it. The length is its root."""
    length = learning_rate**2 * sum(g * g for g in gradient)
    rate = learning_rate * (longest / length if length > longest else 1)
    return [x - rate * g for x, g in zip(point, gradient, strict=True)]


def gradient_of_mean_squared_error__sum_not_mean(w, b, x, y):
    """That is the gradient of the *sum* of squares, n times too long. The mean divides by the number of points."""
    errors = [w * xi + b - yi for xi, yi in zip(x, y, strict=True)]
    return 2 * sum(e * xi for e, xi in zip(errors, x, strict=True)), 2 * sum(errors)


def gradient_of_mean_squared_error__forgot_inner(w, b, x, y):
    """The chain rule leaves a factor: w·x + b changes with w at the rate x. In w, multiply each error by its x."""
    errors = [w * xi + b - yi for xi, yi in zip(x, y, strict=True)]
    mean = 2 * sum(errors) / len(x)
    return mean, mean


def gradient_of_mean_squared_error__target_minus_prediction(w, b, x, y):
    """Turning the error around is harmless in a square, but not in its derivative: the sign flips."""
    errors = [yi - w * xi - b for xi, yi in zip(x, y, strict=True)]
    in_w = 2 * sum(e * xi for e, xi in zip(errors, x, strict=True)) / len(x)
    return in_w, 2 * sum(errors) / len(x)


def gradient_of_mean_squared_error__half(w, b, x, y):
    """That is the gradient of *half* the mean, as in books whose loss is the sum divided by 2n. Here the 2 stays."""
    errors = [w * xi + b - yi for xi, yi in zip(x, y, strict=True)]
    return sum(e * xi for e, xi in zip(errors, x, strict=True)) / len(x), sum(errors) / len(x)


def descend__signed_slope(slope, start, learning_rate, tolerance=1e-6, max_steps=500):
    """A negative slope is below every tolerance, so your walk stops at once. Compare the slope's *size*."""
    place = start
    for steps in range(max_steps + 1):
        if slope(place) <= tolerance:
            return place, steps
        place = place - learning_rate * slope(place)
    raise RuntimeError(f"no flat point within {max_steps} steps")


def descend__returns_anyway(slope, start, learning_rate, tolerance=1e-6, max_steps=500):
    """Your walk that ran away returns a place as if it were a minimum. Say that it failed."""
    place, steps = start, 0
    while abs(slope(place)) > tolerance and steps < max_steps:
        place, steps = place - learning_rate * slope(place), steps + 1
    return place, steps


def descend__fixed_stride(slope, start, learning_rate, tolerance=1e-6, max_steps=500):
    """You step by the sign of the slope alone. Steps that do not shrink jump across the minimum for ever."""
    place = start
    for steps in range(max_steps + 1):
        if abs(slope(place)) <= tolerance:
            return place, steps
        place = place - math.copysign(learning_rate, slope(place))
    raise RuntimeError(f"no flat point within {max_steps} steps")


def descend__short_step(slope, start, learning_rate, tolerance=1e-6, max_steps=500):
    """You stop when a *step* is short. With a small learning rate it is short on a steep slope, too: ask the slope."""
    place = start
    for steps in range(max_steps + 1):
        if abs(learning_rate * slope(place)) <= tolerance:
            return place, steps
        place = place - learning_rate * slope(place)
    raise RuntimeError(f"no flat point within {max_steps} steps")


def _line_gradient(w, b, x, y):
    errors = [w * xi + b - yi for xi, yi in zip(x, y, strict=True)]
    in_w = 2 * sum(e * xi for e, xi in zip(errors, x, strict=True)) / len(x)
    return in_w, 2 * sum(errors) / len(x), sum(e * e for e in errors) / len(x)


def train_line__b_from_the_new_w(x, y, learning_rate, steps):
    """You moved w first and then asked for the slope along b at the new w. Both slopes belong to the old place."""
    w, b = 0.0, 0.0
    losses = [_line_gradient(w, b, x, y)[2]]
    for _ in range(steps):
        w -= learning_rate * _line_gradient(w, b, x, y)[0]
        b -= learning_rate * _line_gradient(w, b, x, y)[1]
        losses.append(_line_gradient(w, b, x, y)[2])
    return w, b, losses


def train_line__without_the_first_loss(x, y, learning_rate, steps):
    """Your list begins after the first step. The loss at w = b = 0, where training starts, belongs to it."""
    w, b, losses = 0.0, 0.0, []
    for _ in range(steps):
        in_w, in_b, _ = _line_gradient(w, b, x, y)
        w, b = w - learning_rate * in_w, b - learning_rate * in_b
        losses.append(_line_gradient(w, b, x, y)[2])
    return w, b, losses


def train_line__without_the_last_loss(x, y, learning_rate, steps):
    """You write each loss down before its step, so the loss of the line that you return is missing."""
    w, b, losses = 0.0, 0.0, []
    for _ in range(steps):
        in_w, in_b, loss = _line_gradient(w, b, x, y)
        losses.append(loss)
        w, b = w - learning_rate * in_w, b - learning_rate * in_b
    return w, b, losses


def train_line__sum_not_mean(x, y, learning_rate, steps):
    """Your losses are means, but your slopes are those of the sum: each step is n times too long."""
    w, b = 0.0, 0.0
    losses = [_line_gradient(w, b, x, y)[2]]
    for _ in range(steps):
        in_w, in_b, _ = _line_gradient(w, b, x, y)
        w, b = w - learning_rate * in_w * len(x), b - learning_rate * in_b * len(x)
        losses.append(_line_gradient(w, b, x, y)[2])
    return w, b, losses


def train_line__half(x, y, learning_rate, steps):
    """Your loss is half the mean, the sum divided by 2n, and so each step is half as long. Divide by n."""
    w, b = 0.0, 0.0
    losses = [_line_gradient(w, b, x, y)[2] / 2]
    for _ in range(steps):
        in_w, in_b, _ = _line_gradient(w, b, x, y)
        w, b = w - learning_rate * in_w / 2, b - learning_rate * in_b / 2
        losses.append(_line_gradient(w, b, x, y)[2] / 2)
    return w, b, losses


def judge_rate__compares_with_the_start(x, y, learning_rate, steps=1000, tolerance=1e-6):
    """You wait until the loss is above the *first* one. It has been rising long before that: compare with the last."""
    w, b, first = 0.0, 0.0, None
    for step in range(steps + 1):
        in_w, in_b, loss = _line_gradient(w, b, x, y)
        first = loss if first is None else first
        if loss > first * (1 + 1e-9):
            return "diverges", step
        if math.hypot(in_w, in_b) <= tolerance:
            return "arrives", step
        w, b = w - learning_rate * in_w, b - learning_rate * in_b
    return "crawls", steps


def judge_rate__small_loss_as_arrival(x, y, learning_rate, steps=1000, tolerance=1e-6):
    """You ask whether the *loss* is small. Points that lie on no line leave a loss; flat is where the gradient is 0."""
    w, b, before = 0.0, 0.0, math.inf
    for step in range(steps + 1):
        in_w, in_b, loss = _line_gradient(w, b, x, y)
        if loss > before * (1 + 1e-9):
            return "diverges", step
        if loss <= tolerance:
            return "arrives", step
        w, b, before = w - learning_rate * in_w, b - learning_rate * in_b, loss
    return "crawls", steps


def judge_rate__every_rise(x, y, learning_rate, steps=1000, tolerance=1e-6):
    """At the bottom the last digits of the loss flicker, and you take that for divergence. Allow for rounding."""
    w, b, before = 0.0, 0.0, math.inf
    for step in range(steps + 1):
        in_w, in_b, loss = _line_gradient(w, b, x, y)
        if loss > before:
            return "diverges", step
        if math.hypot(in_w, in_b) <= tolerance:
            return "arrives", step
        w, b, before = w - learning_rate * in_w, b - learning_rate * in_b, loss
    return "crawls", steps


def judge_rate__slope_in_w_alone(x, y, learning_rate, steps=1000, tolerance=1e-6):
    """You stop when the slope along w is small. The one along b may be large: ask for the gradient's length."""
    w, b, before = 0.0, 0.0, math.inf
    for step in range(steps + 1):
        in_w, in_b, loss = _line_gradient(w, b, x, y)
        if loss > before * (1 + 1e-9):
            return "diverges", step
        if abs(in_w) <= tolerance:
            return "arrives", step
        w, b, before = w - learning_rate * in_w, b - learning_rate * in_b, loss
    return "crawls", steps


def judge_rate__small_change_as_arrival(x, y, learning_rate, steps=1000, tolerance=1e-6):
    """You stop when the loss hardly changes. With a small rate that is so anywhere: ask how long the gradient is."""
    w, b, before = 0.0, 0.0, math.inf
    for step in range(steps + 1):
        in_w, in_b, loss = _line_gradient(w, b, x, y)
        if loss > before * (1 + 1e-9):
            return "diverges", step
        if before - loss <= tolerance:
            return "arrives", step
        w, b, before = w - learning_rate * in_w, b - learning_rate * in_b, loss
    return "crawls", steps


def _steps_needed(x, y, rate, steps, tolerance):
    w, b = 0.0, 0.0
    for step in range(steps + 1):
        in_w, in_b, _ = _line_gradient(w, b, x, y)
        if math.hypot(in_w, in_b) <= tolerance:
            return step
        w, b = w - rate * in_w, b - rate * in_b
    return math.inf


def best_rate__largest(x, y, rates, steps=1000, tolerance=1e-6):
    """You return the largest rate that arrives. Near the limit the line jumps from side to side and needs longer."""
    arriving = [rate for rate in rates if _steps_needed(x, y, rate, steps, tolerance) < math.inf]
    if not arriving:
        raise ValueError
    return max(arriving)


def best_rate__none_arrives(x, y, rates, steps=1000, tolerance=1e-6):
    """If no rate arrives, you return one all the same, as if it were good. Raise ValueError."""
    return min(rates, key=lambda rate: (_steps_needed(x, y, rate, steps, tolerance), rate))


def best_rate__first_of_equals(x, y, rates, steps=1000, tolerance=1e-6):
    """Of two rates that take equally many steps you return the one that stands first in the list, not the smaller."""
    counts = {rate: _steps_needed(x, y, rate, steps, tolerance) for rate in rates}
    if min(counts.values(), default=math.inf) == math.inf:
        raise ValueError
    return min(counts, key=counts.get)
