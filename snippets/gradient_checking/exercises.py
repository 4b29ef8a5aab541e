"""Exercises of topic 08 with full solutions, in plain Python: floats, lists, dictionaries and `math`.

The docstring is the task. A reader gets the signature and the docstring, and writes the body.
"""

import math


def worst_entry(claimed, measured, floor):
    """Return the place of the entry that disagrees most, and its relative error.

    `claimed` and `measured` are lists of n numbers. The relative error of an
    entry is the difference in size, divided by the largest of: the size of the
    claimed one, of the measured one, and `floor`, a positive number. If several
    are equally bad, take the first. With no entries return (-1, 0.0).

    >>> worst_entry([1.0, 2.0, 4.0], [1.0, 3.0, 2.0], 1e-8)
    (2, 0.5)
    >>> worst_entry([1e-12, 2.0], [-1e-12, 1.5], 1e-8)  # below the floor: noise
    (1, 0.25)
    >>> worst_entry([0.0, 0.0], [0.0, 0.0], 1e-8)
    (0, 0.0)
    >>> worst_entry([1.0], [-1.0], 1e-8)
    (0, 2.0)
    >>> worst_entry([], [], 1e-8)
    (-1, 0.0)
    """
    if not claimed:
        return -1, 0.0
    pairs = zip(claimed, measured, strict=True)
    errors = [abs(c - m) / max(abs(c), abs(m), floor) for c, m in pairs]
    worst = max(errors)
    return errors.index(worst), worst


def huber_for_complex_step(r, delta):
    """Return the Huber loss of a complex residual, fit for a complex step.

    For a real residual it is r²/2 as long as the size of r is at most `delta`,
    and delta · (size of r - delta/2) beyond. `r` is a complex number a + hi
    with a tiny h. The imaginary part of the result, divided by h, must be the
    derivative of the loss at a, and its real part the loss.

    >>> loss = huber_for_complex_step(0.5 + 1e-30j, 1.0)
    >>> loss.real, round(loss.imag / 1e-30, 6)
    (0.125, 0.5)
    >>> loss = huber_for_complex_step(-3.0 + 1e-30j, 1.0)
    >>> loss.real, round(loss.imag / 1e-30, 6)
    (2.5, -1.0)
    """
    size = -r if r.real < 0 else r
    if size.real <= delta:
        return r * r / 2
    return delta * (size - delta / 2)


def rounded(x, bits):
    """Return the number with `bits` significant bits that is nearest to x.

    Significant bits are counted in binary, from the first 1 on: 5 is 101, three
    of them. If two numbers are equally near, take the one whose last bit is 0.
    There are no smallest and no largest numbers here.

    >>> rounded(5.0, 2), rounded(7.0, 2)  # 101 and 111: 100 or 110, 110 or 1000
    (4.0, 8.0)
    >>> rounded(5.5, 2), rounded(-5.5, 2)
    (6.0, -6.0)
    >>> rounded(1.0 + 2.0**-7, 8), rounded(1.0 + 2.0**-9, 8)  # bfloat16 has 8
    (1.0078125, 1.0)
    >>> rounded(0.0, 8)
    0.0
    """
    part, exponent = math.frexp(x)
    return math.ldexp(round(math.ldexp(part, bits)), exponent - bits)


def loss_scales(overflowed, scale, patience):
    """Return the scale that is used in each step of a run with dynamic scaling.

    `overflowed` is a list of booleans, one for each step: was a scaled gradient
    infinite or NaN? After such a step the scale is halved. After `patience`
    steps in a row without one it is doubled, and the count begins anew.

    >>> loss_scales([False, False, False, False, False], 8.0, 2)
    [8.0, 8.0, 16.0, 16.0, 32.0]
    >>> loss_scales([False, True, True, False, False, False], 8.0, 2)
    [8.0, 8.0, 4.0, 2.0, 2.0, 4.0]
    """
    used, good = [], 0
    for bad in overflowed:
        used.append(scale)
        good = 0 if bad else good + 1
        if bad:
            scale = scale / 2
        elif good == patience:
            scale, good = 2 * scale, 0
    return used


def directions_needed(error, tolerance, chance):
    """Return how many random directions bring a wrong gradient's chance down.

    A gradient that is wrong by a vector of length `error` disagrees, along a
    direction with standard normal entries, by a normal number with that
    standard deviation. It passes if that is at most `tolerance` in size. Return
    the smallest number of independent directions, 1 or more, for which the
    chance to pass in all of them is at most `chance`. If no number of directions
    is enough, because the chance of one is rounded to 1, return `math.inf`.

    >>> directions_needed(1e-3, 1e-6, 0.001)  # one passes with 0.0008
    1
    >>> directions_needed(1e-3, 1e-6, 1e-6)
    2
    >>> directions_needed(1.0, 1.0, 0.01)  # 0.683 to the power 13
    13
    >>> directions_needed(1e-9, 1e-6, 0.01)
    inf
    """
    one = math.erf(tolerance / (math.sqrt(2) * error))
    if one == 1:
        return math.inf
    needed, left = 1, one
    while left > chance:
        needed, left = needed + 1, left * one
    return needed


def step_without_kinks(heights, rates, h):
    """Return the first of h, h/2, h/4, … with which no ReLU changes its side.

    `heights` are the pre-activations z of the units, `rates` how fast each
    moves along the direction of the check. A central difference looks at
    z - h · rate and z + h · rate. None of these may be 0 or have another sign
    than z; a unit whose rate is 0 does not matter. If a unit that moves stands
    at 0, no step helps: return 0.0.

    >>> step_without_kinks([0.5, -0.25], [1.0, -1.0], 0.125)
    0.125
    >>> step_without_kinks([0.5, -0.25], [1.0, -1.0], 0.5)
    0.125
    >>> step_without_kinks([0.5, 0.0], [1.0, 0.0], 0.25)
    0.25
    >>> step_without_kinks([0.5, 0.0], [1.0, 0.5], 0.25)
    0.0
    """
    moving = [(z, rate) for z, rate in zip(heights, rates, strict=True) if rate != 0]
    if any(z == 0 for z, _ in moving):
        return 0.0
    while any(abs(z) <= h * abs(rate) for z, rate in moving):
        h /= 2
    return h


def unusual_updates(weights, gradients, rate, low, high):
    """Return the names of parameters whose steps are unusually short or long.

    `weights` and `gradients` are dictionaries of lists. The share of a step is
    the length of rate · gradient, divided by the length of the weights. Return
    the names whose share is below `low` or above `high`, those with the largest
    share first. Parameters that are all 0 have no share and are left out.

    >>> weights = {"W1": [3.0, 4.0], "b1": [0.0, 0.0], "W2": [1.0], "W3": [2.0]}
    >>> gradients = {"W1": [0.0, 0.05], "b1": [1.0, 1.0], "W2": [8.0], "W3": [-1.0]}
    >>> unusual_updates(weights, gradients, 0.01, 0.001, 0.01)
    ['W2', 'W1']
    """
    shares = {}
    for name, values in weights.items():
        length = math.hypot(*values)
        if length > 0:
            shares[name] = rate * math.hypot(*gradients[name]) / length
    names = [name for name, share in shares.items() if share < low or share > high]
    return sorted(names, key=lambda name: -shares[name])


def where_born(steps):
    """Return the first step that made something infinite, or NaN, from finite numbers.

    `steps` are tuples (name, inputs, outputs) in the order in which they ran;
    inputs and outputs are lists of floats. Return the name, and "nan" if there
    is a NaN among the step's outputs or else "inf". If no step is to blame,
    return an empty tuple: what came in may have been bad already.

    >>> square = ("square", [1e200], [math.inf])
    >>> ratio = ("ratio", [math.inf, math.inf], [math.nan])
    >>> where_born([("copy", [1e200], [1e200]), square, ratio])
    ('square', 'inf')
    >>> where_born([("root", [4.0, -1.0], [2.0, math.nan]), square])
    ('root', 'nan')
    >>> where_born([ratio])
    ()
    """
    for name, inputs, outputs in steps:
        if all(map(math.isfinite, inputs)) and not all(map(math.isfinite, outputs)):
            return name, "nan" if any(map(math.isnan, outputs)) else "inf"
    return ()


def measure(loss, parameters, h):
    """Return the central differences of a loss, with the names of its parameters.

    `parameters` is a dictionary of lists of numbers, and `loss` takes such a
    dictionary. The step of an entry is h times the larger of 1 and its size.
    Divide by the run that was really made: the place ahead minus the place
    behind. The parameters must be the same after the call.

    >>> loss = lambda p: p["w"][0] ** 2 * p["w"][1] + 3 * p["b"][0]
    >>> here = {"w": [3.0, 5.0], "b": [0.0]}
    >>> {name: [round(s, 6) for s in slopes] for name, slopes in measure(loss, here, 1e-5).items()}
    {'w': [30.0, 9.0], 'b': [3.0]}
    >>> here
    {'w': [3.0, 5.0], 'b': [0.0]}
    >>> measure(lambda p: p["w"][0] ** 3, {"w": [4.0]}, 0.25)  # 3 · 4² + 1²
    {'w': [49.0]}
    """
    slopes = {}
    for name, values in parameters.items():
        slopes[name] = []
        for i, x in enumerate(values):
            step = h * max(1, abs(x))
            ahead, behind = x + step, x - step
            above = loss({**parameters, name: [*values[:i], ahead, *values[i + 1 :]]})
            below = loss({**parameters, name: [*values[:i], behind, *values[i + 1 :]]})
            slopes[name].append((above - below) / (ahead - behind))
    return slopes


def disagreements(claimed, measured):
    """Return the relative error of each parameter's gradient, by name.

    Both are dictionaries of lists, `measured` has all names. A name that
    `claimed` lacks counts as zeros. The relative error is the length of the
    difference, divided by the longer of the two gradients, or 0 if both are
    zeros. If a NaN or an infinite number is in either, it is `math.inf`.

    >>> disagreements({"w": [3.0, 4.0]}, {"w": [3.0, 3.0], "b": [2.0], "c": [0.0]})
    {'w': 0.2, 'b': 1.0, 'c': 0.0}
    >>> disagreements({"w": [math.nan, 1.0]}, {"w": [1.0, 1.0]})
    {'w': inf}
    """
    errors = {}
    for name, slopes in measured.items():
        own = claimed.get(name, [0.0] * len(slopes))
        longer = max(math.hypot(*own), math.hypot(*slopes))
        apart = math.hypot(*(a - b for a, b in zip(own, slopes, strict=True)))
        if not all(map(math.isfinite, own + slopes)):
            errors[name] = math.inf
        else:
            errors[name] = apart / longer if longer else 0.0
    return errors


def kind_of_fault(claimed, measured, tolerance):
    """Return in a word how a gradient is wrong, the first that fits.

    Both are lists of n numbers. Two lists are *alike* if the length of their
    difference is at most `tolerance` times the length of the longer one.

    "right": the two are alike. "nothing": all that is claimed is 0. "sign":
    alike after changing all signs. "factor": alike after multiplying the
    measured one by the number that brings it nearest to the claimed one (if it
    is not all 0). "order": alike after sorting both. "entries": more than half
    of the entries are alike, each pair by itself. "direction": none of these.

    >>> kind_of_fault([2.0, 4.0], [2.0, 4.0], 1e-6)
    'right'
    >>> kind_of_fault([2.0, 4.0], [1.0, 2.0], 1e-6)
    'factor'
    >>> kind_of_fault([2.0, 4.0], [4.0, 2.0], 1e-6)
    'order'
    >>> kind_of_fault([2.0, 4.0, 5.0], [2.0, 4.0, 6.0], 1e-6)
    'entries'
    >>> kind_of_fault([1.0, 2.0], [5.0, 1.0], 1e-6)
    'direction'
    """

    def alike(a, b):
        apart = math.hypot(*(x - y for x, y in zip(a, b, strict=True)))
        return apart <= tolerance * max(math.hypot(*a), math.hypot(*b))

    if alike(claimed, measured):
        return "right"
    if not any(claimed):
        return "nothing"
    if alike(claimed, [-m for m in measured]):
        return "sign"
    if any(measured):
        pairs = list(zip(claimed, measured, strict=True))
        c = sum(a * m for a, m in pairs) / sum(m * m for _, m in pairs)
        if alike(claimed, [c * m for m in measured]):
            return "factor"
    if alike(sorted(claimed), sorted(measured)):
        return "order"
    agree = sum(alike([a], [m]) for a, m in zip(claimed, measured, strict=True))
    return "entries" if 2 * agree > len(claimed) else "direction"


def guilty(measure, kind, gradient, parameters, rate):
    """Return which gradients are wrong, and how: a list of pairs (name, kind).

    `gradient` is the program to be judged: it takes a dictionary of lists and
    returns one. `measure`, your step 1, takes the parameters and returns what
    differences say of the loss (it knows loss and h). `kind`, your step 3, takes
    two lists and returns a word (it knows the tolerance).

    Check at the parameters. Then take a step of descent from there, with the
    *measured* gradient and this learning rate, and check at the new place. A
    name that is wrong at the first place gets its word from there. One that is
    "right" at the first and not at the second is "stale". Keep the order of the
    parameters; leave out what is right at both.

    >>> slopes = lambda p: {"w": [2 * w for w in p["w"]], "b": [1.0]}
    >>> kind = lambda a, b: "right" if a == b else "wrong"
    >>> guilty(slopes, kind, slopes, {"w": [1.0, 2.0], "b": [0.0]}, 0.25)
    []
    >>> old = lambda p: {"w": [2.0, 4.0], "b": [0.0]}  # whatever p is
    >>> guilty(slopes, kind, old, {"w": [1.0, 2.0], "b": [0.0]}, 0.25)
    [('w', 'stale'), ('b', 'wrong')]
    """
    claimed, measured = gradient(parameters), measure(parameters)
    moved = {}
    for name, values in parameters.items():
        moved[name] = [x - rate * slope for x, slope in zip(values, measured[name], strict=True)]
    later, again = gradient(moved), measure(moved)
    found = []
    for name in parameters:
        word = kind(claimed[name], measured[name])
        if word != "right":
            found.append((name, word))
        elif kind(later[name], again[name]) != "right":
            found.append((name, "stale"))
    return found
