"""Exercises of topic 01 with full solutions, in plain Python: floats, lists and `math`.

The docstring is the task. A reader gets the signature and the docstring, and writes the body.
"""

import math


def slopes_of_table(x, y):
    """Return the slopes of a curve that is known at some places only.

    `x` holds two or more places in increasing order, `y` the heights there.
    At an inner place take the secant through its two neighbors, at either
    end the secant to the only neighbor. Return a list, a slope for each
    place.

    >>> weeks, heights = [0.0, 1.0, 2.0, 3.0, 4.0], [1.3, 2.4, 5.1, 7.4, 8.8]
    >>> [round(slope, 4) for slope in slopes_of_table(weeks, heights)]
    [1.1, 1.9, 2.5, 1.85, 1.4]
    >>> slopes_of_table([0.0, 1.0, 4.0], [0.0, 2.0, 8.0])  # a line
    [2.0, 2.0, 2.0]
    >>> slopes_of_table([1.0, 3.0], [5.0, 1.0])
    [-2.0, -2.0]
    """
    last = len(x) - 1
    neighbors = [(max(i - 1, 0), min(i + 1, last)) for i in range(len(x))]
    return [(y[b] - y[a]) / (x[b] - x[a]) for a, b in neighbors]


def flat_point(slope, x, delta=1e-3):
    """Return which kind of flat point a curve has at x, from its slope.

    `slope` is the derivative of the curve, a function. Look at it at
    `x - delta` and at `x + delta`. Return "minimum" if the curve falls before
    x and rises after it, "maximum" if it rises before and falls after, and
    "neither" otherwise. If the slope at x is not 0 (further from 0 than 1e-9),
    x is no flat point: raise ValueError.

    >>> flat_point(lambda x: 2 * (x - 3), 3.0)  # the slope of (x - 3)²
    'minimum'
    >>> flat_point(lambda x: -2 * x, 0.0)  # the slope of -x²
    'maximum'
    >>> flat_point(lambda x: 3 * x**2, 0.0)  # the slope of x³
    'neither'
    >>> flat_point(lambda x: 4 * x**3, 0.0)  # the slope of x⁴
    'minimum'
    >>> flat_point(lambda x: 2 * x, 1.0)
    Traceback (most recent call last):
        ...
    ValueError: the slope at 1.0 is 2.0, not 0
    """
    if abs(slope(x)) > 1e-9:
        raise ValueError(f"the slope at {x} is {slope(x)}, not 0")
    before, after = slope(x - delta), slope(x + delta)
    if before < 0 < after:
        return "minimum"
    if before > 0 > after:
        return "maximum"
    return "neither"


def numerical_gradient(f, point, h=1e-5):
    """Return the gradient of f at a point, a list, by central differences.

    The function `f` takes a list of n numbers and returns a number. Only
    one coordinate moves at a time, by `h` to either side, and the list
    `point` must be the same after the call as before.

    >>> f = lambda p: p[0]**2 * p[1] + 3 * p[0] * p[1]**2 + p[1]**3
    >>> here = [1.0, 2.0]
    >>> [round(s, 4) for s in numerical_gradient(f, here)]
    [16.0, 25.0]
    >>> here
    [1.0, 2.0]
    >>> volume = lambda p: p[0] * p[1] * p[2]
    >>> [round(s, 4) for s in numerical_gradient(volume, [2.0, 3.0, 5.0])]
    [15.0, 10.0, 6.0]
    """
    gradient = []
    for i in range(len(point)):
        ahead, behind = list(point), list(point)
        ahead[i] += h
        behind[i] -= h
        gradient.append((f(ahead) - f(behind)) / (2 * h))
    return gradient


def slope_toward(gradient, here, goal):
    """Return the slope of the straight way from `here` to `goal`, at its start.

    All are lists of n numbers; `gradient` is that of the function at `here`.
    The slope is positive if the way begins uphill. If `goal` is `here`,
    there is no way: raise ValueError.

    >>> round(slope_toward([1.0, -2.0], [-2.0, 1.0], [0.0, 0.0]), 4)
    1.7889
    >>> slope_toward([2.0, 4.0], [1.0, 2.0], [1.0, 1.0])  # due south
    -4.0
    >>> slope_toward([2.0, 4.0], [1.0, 2.0], [1.0, -7.0])  # and farther
    -4.0
    >>> slope_toward([2.0, 4.0], [1.0, 2.0], [1.0, 2.0])
    Traceback (most recent call last):
        ...
    ValueError: the goal is where we are
    """
    way = [b - a for a, b in zip(here, goal, strict=True)]
    length = math.hypot(*way)
    if length == 0:
        raise ValueError("the goal is where we are")
    return sum(g * (w / length) for g, w in zip(gradient, way, strict=True))


def steepest_ascent(gradient):
    """Return the unit vector in whose direction f grows fastest.

    Given is the gradient of f, a list of n numbers, and so is the answer.
    If the gradient is zero there is no such direction: raise ValueError.

    >>> steepest_ascent([3.0, 4.0])
    [0.6, 0.8]
    >>> [round(u, 4) for u in steepest_ascent([-2.0, 0.0, 0.0])]
    [-1.0, 0.0, 0.0]
    >>> steepest_ascent([0.0, 0.0])
    Traceback (most recent call last):
        ...
    ValueError: the gradient is zero
    """
    rate = math.hypot(*gradient)
    if rate == 0:
        raise ValueError("the gradient is zero")
    return [g / rate for g in gradient]


def clipped_step(point, gradient, learning_rate, longest):
    """Return the point that a step of gradient descent of limited length reaches.

    `point` and `gradient` are lists of n numbers. If the step of gradient
    descent is longer than `longest`, take one of that length in the same
    direction. The answer is a new list; `point` must stay as it is.

    >>> clipped_step([0.0, 0.0], [6.0, 8.0], 0.5, longest=9.0)  # 5 long
    [-3.0, -4.0]
    >>> clipped_step([0.0, 0.0], [6.0, 8.0], 0.5, longest=2.5)
    [-1.5, -2.0]
    >>> clipped_step([7.0], [0.0], 0.5, longest=1.0)  # flat: no step
    [7.0]
    """
    length = learning_rate * math.hypot(*gradient)
    rate = learning_rate * (longest / length if length > longest else 1)
    return [x - rate * g for x, g in zip(point, gradient, strict=True)]


def gradient_of_mean_squared_error(w, b, x, y):
    """Return the partial derivatives with respect to w and b, as a pair.

    The function is the mean squared error of the line w·x + b on the data
    `x` and `y`, two lists of n numbers.

    >>> x, y = [0.0, 1.0, 2.0, 3.0, 4.0], [1.3, 2.4, 5.1, 7.4, 8.8]
    >>> in_w, in_b = gradient_of_mean_squared_error(0.0, 0.0, x, y)
    >>> round(in_w, 4), round(in_b, 4)
    (-28.0, -10.0)
    >>> in_w, in_b = gradient_of_mean_squared_error(2.0, 1.0, x, y)
    >>> abs(in_w) < 1e-9, abs(in_b) < 1e-9  # least squares
    (True, True)
    >>> gradient_of_mean_squared_error(1.0, 0.0, [3.0], [1.0])
    (12.0, 4.0)
    """
    errors = [w * xi + b - yi for xi, yi in zip(x, y, strict=True)]
    in_w = sum(2 * e * xi for e, xi in zip(errors, x, strict=True)) / len(x)
    in_b = sum(2 * e for e in errors) / len(x)
    return in_w, in_b


def descend(slope, start, learning_rate, tolerance=1e-6, max_steps=500):
    """Walk downhill until it is flat; return the place and the steps.

    `slope` is the derivative of a function of one variable. From `start`,
    take steps of gradient descent until the slope is at most `tolerance` in
    size. If `max_steps` steps are not enough, raise RuntimeError: a walk
    that ran away must not pass for a minimum.

    >>> w, steps = descend(lambda w: 2 * (w - 3), 10.0, 0.1)
    >>> round(w, 4), steps
    (3.0, 74)
    >>> descend(lambda w: 2 * (w - 3), 3.0, 0.1)  # there already
    (3.0, 0)
    >>> w, steps = descend(lambda w: 2 * (w - 3), -4.0, 0.1)
    >>> round(w, 4), steps
    (3.0, 74)
    >>> descend(lambda w: 2 * (w - 3), 10.0, 1.1, max_steps=50)
    Traceback (most recent call last):
        ...
    RuntimeError: no flat point within 50 steps
    """
    place = start
    for steps in range(max_steps + 1):
        if abs(slope(place)) <= tolerance:
            return place, steps
        place = place - learning_rate * slope(place)
    raise RuntimeError(f"no flat point within {max_steps} steps")


def train_line(x, y, learning_rate, steps):
    """Return w, b and the list of all losses of a line that is trained.

    The line is w·x + b, its loss the mean squared error on the data `x` and
    `y`, two lists of n numbers. Begin with w = b = 0 and take `steps` steps
    of gradient descent, each from the old w and b. The list holds the loss
    at the beginning and after every step.

    >>> x, y = [0.0, 1.0, 2.0, 3.0, 4.0], [1.3, 2.4, 5.1, 7.4, 8.8]
    >>> w, b, losses = train_line(x, y, 0.05, 1)
    >>> round(w, 4), round(b, 4), [round(loss, 3) for loss in losses]
    (1.4, 0.5, [33.132, 3.742])
    >>> w, b, losses = train_line(x, y, 0.05, 500)
    >>> round(w, 4), round(b, 4), round(losses[-1], 4), len(losses)
    (2.0, 1.0, 0.132, 501)
    >>> train_line([2.0], [4.0], 0.1, 0)
    (0.0, 0.0, [16.0])
    """
    w, b, losses = 0.0, 0.0, []
    while True:
        errors = [w * xi + b - yi for xi, yi in zip(x, y, strict=True)]
        losses.append(sum(e * e for e in errors) / len(x))
        if len(losses) > steps:
            return w, b, losses
        in_w = sum(2 * e * xi for e, xi in zip(errors, x, strict=True)) / len(x)
        in_b = sum(2 * e for e in errors) / len(x)
        w, b = w - learning_rate * in_w, b - learning_rate * in_b


def judge_rate(x, y, learning_rate, steps=1000, tolerance=1e-6):
    """Return how a learning rate does, and after how many steps.

    Train the line w·x + b from w = b = 0 on its mean squared error. As soon
    as a loss is larger than the one before it, return "diverges" and the
    number of steps taken until then. (A loss that is larger by less than
    one part in a billion is rounding, and does not count.) As soon as the
    gradient's length is at most `tolerance`, return "arrives" and the
    number of steps. If neither happens within `steps` steps, return
    "crawls" and `steps`.

    >>> x, y = [0.0, 1.0, 2.0, 3.0, 4.0], [1.3, 2.4, 5.1, 7.4, 8.8]
    >>> judge_rate(x, y, 0.1)
    ('arrives', 196)
    >>> judge_rate(x, y, 0.001)
    ('crawls', 1000)
    >>> judge_rate(x, y, 0.2)
    ('diverges', 1)
    >>> middle = [-2.0, -1.0, 0.0, 1.0, 2.0]
    >>> judge_rate(middle, [4.8, 4.9, 5.0, 5.1, 5.2], 0.6)  # it falls at first
    ('diverges', 3)
    >>> judge_rate([1.0, 2.0], [0.0, 0.0], 0.1)  # there already
    ('arrives', 0)
    """
    w, b, before = 0.0, 0.0, math.inf
    for step in range(steps + 1):
        errors = [w * xi + b - yi for xi, yi in zip(x, y, strict=True)]
        loss = sum(e * e for e in errors) / len(x)
        if loss > before * (1 + 1e-9):
            return "diverges", step
        in_w = sum(2 * e * xi for e, xi in zip(errors, x, strict=True)) / len(x)
        in_b = sum(2 * e for e in errors) / len(x)
        if math.hypot(in_w, in_b) <= tolerance:
            return "arrives", step
        w, b, before = w - learning_rate * in_w, b - learning_rate * in_b, loss
    return "crawls", steps


def best_rate(x, y, rates, steps=1000, tolerance=1e-6):
    """Return the learning rate that trains a line in the fewest steps.

    `rates` is a list of learning rates. With each of them, train the line
    w·x + b from w = b = 0 on its mean squared error until the gradient's
    length is at most `tolerance`. Rates that do not get there within
    `steps` steps do not count. Of two rates that take equally many steps,
    return the smaller. If no rate gets there, raise ValueError.

    >>> x, y = [0.0, 1.0, 2.0, 3.0, 4.0], [1.3, 2.4, 5.1, 7.4, 8.8]
    >>> best_rate(x, y, [0.001, 0.01, 0.1, 1.0])
    0.1
    >>> best_rate(x, y, [k / 1000 for k in range(130, 150)])  # close to 1/7
    0.139
    >>> middle = [xi - 2 for xi in x]  # weeks, counted from the middle
    >>> best_rate(middle, y, [k / 100 for k in range(1, 60)])  # 1/3
    0.33
    >>> best_rate(x, y, [0.5, 1.0])
    Traceback (most recent call last):
        ...
    ValueError: no rate arrives within 1000 steps
    """

    def steps_needed(rate):
        w = b = 0.0
        for step in range(steps + 1):
            errors = [w * xi + b - yi for xi, yi in zip(x, y, strict=True)]
            in_w = sum(2 * e * xi for e, xi in zip(errors, x, strict=True)) / len(x)
            in_b = sum(2 * e for e in errors) / len(x)
            if math.hypot(in_w, in_b) <= tolerance:
                return step
            w, b = w - rate * in_w, b - rate * in_b
        return math.inf

    count, rate = min((steps_needed(rate), rate) for rate in rates)
    if count == math.inf:
        raise ValueError(f"no rate arrives within {steps} steps")
    return rate
