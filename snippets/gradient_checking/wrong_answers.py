"""Wrong answers that people give to the exercises, one function each: `<exercise>__<slip>`.

The docstring is what a good teacher would say. The examples and cases of the exercise refuse every one of them.
"""

import math


def worst_entry__absolute(claimed, measured, floor):
    """You looked for the largest difference. A large entry may differ more and agree better: divide by its size."""
    if not claimed:
        return -1, 0.0
    apart = [abs(c - m) for c, m in zip(claimed, measured, strict=True)]
    return apart.index(max(apart)), max(apart)


def worst_entry__by_the_measured(claimed, measured, floor):
    """You divided by the measured entry alone. Where that is 0 and the claim is not, the error explodes."""
    if not claimed:
        return -1, 0.0
    errors = [abs(c - m) / max(abs(m), floor) for c, m in zip(claimed, measured, strict=True)]
    return errors.index(max(errors)), max(errors)


def worst_entry__floor_added(claimed, measured, floor):
    """You added the floor to the size. Then it changes every error; it should only catch entries that are below it."""
    if not claimed:
        return -1, 0.0
    errors = [abs(c - m) / (max(abs(c), abs(m)) + floor) for c, m in zip(claimed, measured, strict=True)]
    return errors.index(max(errors)), max(errors)


def worst_entry__last_of_equals(claimed, measured, floor):
    """Of several equally bad entries you took the last one. The task asks for the first."""
    if not claimed:
        return -1, 0.0
    worst = (0, 0.0)
    for i, (c, m) in enumerate(zip(claimed, measured, strict=True)):
        error = abs(c - m) / max(abs(c), abs(m), floor)
        if error >= worst[1]:
            worst = (i, error)
    return worst


def huber_for_complex_step__modulus(r, delta):
    """`abs` of a complex number is a real one, its modulus: outside, the slope is lost and comes out as 0."""
    size = abs(r)
    return r * r / 2 if size <= delta else complex(delta * (size - delta / 2))


def huber_for_complex_step__square_of_size(r, delta):
    """You took the square of the modulus. Write r · r: it lets the imaginary part through."""
    size = -r if r.real < 0 else r
    return complex(abs(r) ** 2 / 2) if size.real <= delta else delta * (size - delta / 2)


def huber_for_complex_step__right_side_only(r, delta):
    """A large negative residual took the formula of the middle. Turn its sign before you compare it with the border."""
    return r * r / 2 if r.real <= delta else delta * (r - delta / 2)


def huber_for_complex_step__sign_of_the_real_part(r, delta):
    """On the left you turned the sign of the real part only. The imaginary part is the slope: it must turn, too."""
    size = complex(abs(r.real), r.imag)
    return r * r / 2 if size.real <= delta else delta * (size - delta / 2)


def rounded__cut_off(x, bits):
    """You cut the bits off. The nearest number may be the next one."""
    part, exponent = math.frexp(x)
    return math.ldexp(math.trunc(math.ldexp(part, bits)), exponent - bits)


def rounded__half_up(x, bits):
    """A tie went up. The task asks for the number whose last bit is 0, so ties go up and down in turn."""
    part, exponent = math.frexp(x)
    scaled = math.ldexp(part, bits)
    return math.ldexp(math.copysign(math.floor(abs(scaled) + 0.5), scaled), exponent - bits)


def rounded__decimal_digits(x, bits):
    """You counted bits behind the point of x itself. Significant bits are counted from the first 1 on."""
    return round(x * 2.0**bits) / 2.0**bits


def rounded__one_bit_more(x, bits):
    """You have kept one bit too many. `frexp` gives a part below 1: its first bit stands right behind the point."""
    part, exponent = math.frexp(x)
    return math.ldexp(round(math.ldexp(part, bits + 1)), exponent - bits - 1)


def loss_scales__after_the_change(overflowed, scale, patience):
    """You noted the scale after changing it. The step has already run with the one before."""
    used, good = [], 0
    for bad in overflowed:
        good = 0 if bad else good + 1
        if bad:
            scale = scale / 2
        elif good == patience:
            scale, good = 2 * scale, 0
        used.append(scale)
    return used


def loss_scales__never_reset(overflowed, scale, patience):
    """An overflow did not set the count back. "In a row" means that it begins anew after one."""
    used, good = [], 0
    for bad in overflowed:
        used.append(scale)
        if bad:
            scale = scale / 2
        else:
            good += 1
            if good == patience:
                scale, good = 2 * scale, 0
    return used


def loss_scales__doubles_on_and_on(overflowed, scale, patience):
    """After the first doubling you doubled at every step. The count begins anew after a doubling as well."""
    used, good = [], 0
    for bad in overflowed:
        used.append(scale)
        good = 0 if bad else good + 1
        if bad:
            scale = scale / 2
        elif good >= patience:
            scale = 2 * scale
    return used


def directions_needed__error_by_tolerance(error, tolerance, chance):
    """You took tolerance / error for the chance of one. It is 0.8 of that where it is small, and never above 1."""
    needed, left = 1, tolerance / error
    while left > chance and tolerance < error:
        needed, left = needed + 1, left * tolerance / error
    return needed if tolerance < error else math.inf


def directions_needed__without_root(error, tolerance, chance):
    """The root of 2 is missing: erf is made for a variance of one half."""
    one = math.erf(tolerance / error)
    if one == 1:
        return math.inf
    needed, left = 1, one
    while left > chance:
        needed, left = needed + 1, left * one
    return needed


def directions_needed__counts_from_zero(error, tolerance, chance):
    """You counted from 0. The chance of one direction belongs to one direction."""
    one = math.erf(tolerance / (math.sqrt(2) * error))
    if one == 1:
        return math.inf
    needed, left = 0, one
    while left > chance:
        needed, left = needed + 1, left * one
    return needed


def step_without_kinks__forgets_the_rate(heights, rates, h):
    """You compared z with h. A unit moves by h times its rate."""
    moving = [z for z, rate in zip(heights, rates, strict=True) if rate != 0]
    if any(z == 0 for z in moving):
        return 0.0
    while any(abs(z) <= h for z in moving):
        h /= 2
    return h


def step_without_kinks__one_side(heights, rates, h):
    """You looked ahead only. A central difference also looks behind."""
    if any(z == 0 and rate != 0 for z, rate in zip(heights, rates, strict=True)):
        return 0.0
    while any(rate != 0 and z * (z + h * rate) <= 0 for z, rate in zip(heights, rates, strict=True)):
        h /= 2
    return h


def step_without_kinks__resting_units(heights, rates, h):
    """A unit that stands at 0 and does not move cannot change its side. Leave those with rate 0 out."""
    if any(z == 0 for z in heights):
        return 0.0
    while any(abs(z) <= h * abs(rate) for z, rate in zip(heights, rates, strict=True)):
        h /= 2
    return h


def step_without_kinks__lands_on_it(heights, rates, h):
    """You let a unit land on 0 exactly. There its slope is a convention, so the difference mixes two slopes again."""
    moving = [(z, rate) for z, rate in zip(heights, rates, strict=True) if rate != 0]
    if any(z == 0 for z, _ in moving):
        return 0.0
    while any(abs(z) < h * abs(rate) for z, rate in moving):
        h /= 2
    return h


def unusual_updates__without_rate(weights, gradients, rate, low, high):
    """You compared the gradient with the weights. A step is the gradient times the learning rate."""
    shares = {}
    for name, values in weights.items():
        if any(values):
            shares[name] = math.hypot(*gradients[name]) / math.hypot(*values)
    return sorted((n for n, s in shares.items() if s < low or s > high), key=lambda name: -shares[name])


def unusual_updates__only_too_large(weights, gradients, rate, low, high):
    """Steps that are too short are unusual, too. You kept only the long ones."""
    shares = {}
    for name, values in weights.items():
        if any(values):
            shares[name] = rate * math.hypot(*gradients[name]) / math.hypot(*values)
    return sorted((n for n, s in shares.items() if s > high), key=lambda name: -shares[name])


def unusual_updates__in_order(weights, gradients, rate, low, high):
    """The names are right, their order is that of the dictionary. The task asks for the largest share first."""
    names = []
    for name, values in weights.items():
        if any(values):
            share = rate * math.hypot(*gradients[name]) / math.hypot(*values)
            if share < low or share > high:
                names.append(name)
    return names


def unusual_updates__sums(weights, gradients, rate, low, high):
    """You added the entries up. Their signs cancel; a length adds up squares."""
    shares = {}
    for name, values in weights.items():
        if sum(values):
            shares[name] = rate * abs(sum(gradients[name])) / abs(sum(values))
    return sorted((n for n, s in shares.items() if s < low or s > high), key=lambda name: -shares[name])


def where_born__first_bad_output(steps):
    """You took the first step with a bad output. If its input was bad already, it has only passed it on."""
    for name, _, outputs in steps:
        if not all(map(math.isfinite, outputs)):
            return name, "nan" if any(map(math.isnan, outputs)) else "inf"
    return ()


def where_born__only_nan(steps):
    """You looked for NaN only. Mostly an infinity comes first, and NaN is what becomes of it."""
    for name, inputs, outputs in steps:
        if all(map(math.isfinite, inputs)) and any(map(math.isnan, outputs)):
            return name, "nan"
    return ()


def where_born__first_kind(steps):
    """With infinity and NaN in one output you named the first of them. The task asks for "nan" if there is one."""
    for name, inputs, outputs in steps:
        if all(map(math.isfinite, inputs)):
            for value in outputs:
                if not math.isfinite(value):
                    return name, "nan" if math.isnan(value) else "inf"
    return ()


def measure__one_step_for_all(loss, parameters, h):
    """You took the same h everywhere. A large entry needs a larger step, or rounding swallows it."""
    slopes = {}
    for name, values in parameters.items():
        slopes[name] = []
        for i, x in enumerate(values):
            above = loss({**parameters, name: [*values[:i], x + h, *values[i + 1 :]]})
            below = loss({**parameters, name: [*values[:i], x - h, *values[i + 1 :]]})
            slopes[name].append((above - below) / ((x + h) - (x - h)))
    return slopes


def measure__forward(loss, parameters, h):
    """You looked ahead only. For w³ at 4 with h = 0.25 that gives 61, where looking both ways gives 49."""
    slopes, here = {}, loss(parameters)
    for name, values in parameters.items():
        slopes[name] = []
        for i, x in enumerate(values):
            ahead = x + h * max(1, abs(x))
            above = loss({**parameters, name: [*values[:i], ahead, *values[i + 1 :]]})
            slopes[name].append((above - here) / (ahead - x))
    return slopes


def measure__moves_the_parameters(loss, parameters, h):
    """You moved the caller's numbers and did not move them back: what comes next is measured at another place."""
    slopes = {}
    for name, values in parameters.items():
        slopes[name] = []
        for i, x in enumerate(values):
            step = h * max(1, abs(x))
            values[i] = x + step
            above = loss(parameters)
            values[i] = x - step
            slopes[name].append((above - loss(parameters)) / ((x + step) - (x - step)))
    return slopes


def measure__relative_to_zero(loss, parameters, h):
    """Your step shrinks to 0 with the entry. It should grow with large ones, and stay h for those below 1."""
    slopes = {}
    for name, values in parameters.items():
        slopes[name] = []
        for i, x in enumerate(values):
            ahead, behind = x + h * abs(x), x - h * abs(x)
            above = loss({**parameters, name: [*values[:i], ahead, *values[i + 1 :]]})
            below = loss({**parameters, name: [*values[:i], behind, *values[i + 1 :]]})
            slopes[name].append((above - below) / (ahead - behind))
    return slopes


def disagreements__by_the_measured(claimed, measured):
    """You divided by the measured gradient. A claim that is far too long then gets an error without a bound."""
    errors = {}
    for name, slopes in measured.items():
        own = claimed.get(name, [0.0] * len(slopes))
        length, apart = math.hypot(*slopes), math.hypot(*(a - b for a, b in zip(own, slopes, strict=True)))
        errors[name] = (apart / length if length else 0.0) if math.isfinite(apart) else math.inf
    return errors


def disagreements__nan_slips_through(claimed, measured):
    """A NaN is neither larger nor smaller than anything, so it went through as a result. Ask for it before."""
    errors = {}
    for name, slopes in measured.items():
        own = claimed.get(name, [0.0] * len(slopes))
        longer = max(math.hypot(*own), math.hypot(*slopes))
        apart = math.hypot(*(a - b for a, b in zip(own, slopes, strict=True)))
        errors[name] = apart / longer if longer else 0.0
    return errors


def disagreements__leaves_out_missing(claimed, measured):
    """A parameter without a gradient was left out of the report. It is the one to hear of: count it as zeros."""
    errors = {}
    for name, own in claimed.items():
        slopes = measured[name]
        longer = max(math.hypot(*own), math.hypot(*slopes))
        apart = math.hypot(*(a - b for a, b in zip(own, slopes, strict=True)))
        errors[name] = (apart / longer if longer else 0.0) if math.isfinite(apart) else math.inf
    return errors


def disagreements__worst_entry(claimed, measured):
    """You compared entry by entry and kept the worst. One tiny, noisy entry then speaks for the whole array."""
    errors = {}
    for name, slopes in measured.items():
        pairs = list(zip(claimed.get(name, [0.0] * len(slopes)), slopes, strict=True))
        if not all(math.isfinite(a) and math.isfinite(b) for a, b in pairs):
            errors[name] = math.inf
        else:
            errors[name] = max((abs(a - b) / max(abs(a), abs(b)) for a, b in pairs if a or b), default=0.0)
    return errors


def kind_of_fault__factor_of_the_first(claimed, measured, tolerance):
    """You took the factor from the first entry alone. If that one is 0 there is none; use all entries."""

    def alike(a, b):
        apart = math.hypot(*(x - y for x, y in zip(a, b, strict=True)))
        return apart <= tolerance * max(math.hypot(*a), math.hypot(*b))

    if alike(claimed, measured):
        return "right"
    if not any(claimed):
        return "nothing"
    if alike(claimed, [-m for m in measured]):
        return "sign"
    if measured[0] and alike(claimed, [claimed[0] / measured[0] * m for m in measured]):
        return "factor"
    if alike(sorted(claimed), sorted(measured)):
        return "order"
    agree = sum(alike([a], [m]) for a, m in zip(claimed, measured, strict=True))
    return "entries" if 2 * agree > len(claimed) else "direction"


def kind_of_fault__half_is_enough(claimed, measured, tolerance):
    """You called it "entries" when half of them agree. The task asks for more than half."""

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
        c = sum(a * m for a, m in zip(claimed, measured, strict=True)) / sum(m * m for m in measured)
        if alike(claimed, [c * m for m in measured]):
            return "factor"
    if alike(sorted(claimed), sorted(measured)):
        return "order"
    agree = sum(alike([a], [m]) for a, m in zip(claimed, measured, strict=True))
    return "entries" if 2 * agree >= len(claimed) else "direction"


def kind_of_fault__sign_is_a_factor(claimed, measured, tolerance):
    """−1 is a factor, too, but it has a word of its own. Ask for the sign first: the first that fits wins."""

    def alike(a, b):
        apart = math.hypot(*(x - y for x, y in zip(a, b, strict=True)))
        return apart <= tolerance * max(math.hypot(*a), math.hypot(*b))

    if alike(claimed, measured):
        return "right"
    if not any(claimed):
        return "nothing"
    if any(measured):
        c = sum(a * m for a, m in zip(claimed, measured, strict=True)) / sum(m * m for m in measured)
        if alike(claimed, [c * m for m in measured]):
            return "factor"
    if alike(sorted(claimed), sorted(measured)):
        return "order"
    agree = sum(alike([a], [m]) for a, m in zip(claimed, measured, strict=True))
    return "entries" if 2 * agree > len(claimed) else "direction"


def guilty__looks_once(measure, kind, gradient, parameters, rate):
    """You looked at one place. A gradient that has kept something from its first call is right there."""
    claimed, measured = gradient(parameters), measure(parameters)
    words = [(name, kind(claimed[name], measured[name])) for name in parameters]
    return [(name, word) for name, word in words if word != "right"]


def guilty__word_of_the_second_place(measure, kind, gradient, parameters, rate):
    """What is right at the first place and wrong at the second is "stale". You gave it the second place's own word."""
    claimed, measured = gradient(parameters), measure(parameters)
    moved = {n: [x - rate * s for x, s in zip(v, measured[n], strict=True)] for n, v in parameters.items()}
    later, again = gradient(moved), measure(moved)
    found = []
    for name in parameters:
        first, second = kind(claimed[name], measured[name]), kind(later[name], again[name])
        if first != "right" or second != "right":
            found.append((name, first if first != "right" else second))
    return found


def guilty__uphill(measure, kind, gradient, parameters, rate):
    """Your step goes uphill. Descent subtracts the rate times the gradient."""
    claimed, measured = gradient(parameters), measure(parameters)
    moved = {n: [x + rate * s for x, s in zip(v, measured[n], strict=True)] for n, v in parameters.items()}
    later, again = gradient(moved), measure(moved)
    found = []
    for name in parameters:
        word = kind(claimed[name], measured[name])
        if word != "right":
            found.append((name, word))
        elif kind(later[name], again[name]) != "right":
            found.append((name, "stale"))
    return found


def guilty__walks_with_the_claim(measure, kind, gradient, parameters, rate):
    """You walked by the claimed gradient, which is on trial. Where it is wrong, you look at another place."""
    claimed, measured = gradient(parameters), measure(parameters)
    moved = {n: [x - rate * s for x, s in zip(v, claimed[n], strict=True)] for n, v in parameters.items()}
    later, again = gradient(moved), measure(moved)
    found = []
    for name in parameters:
        word = kind(claimed[name], measured[name])
        if word != "right":
            found.append((name, word))
        elif kind(later[name], again[name]) != "right":
            found.append((name, "stale"))
    return found
