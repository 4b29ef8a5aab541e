"""Right answers of another make to the exercises of topic 08, one function each: `<exercise>__<how>`. All must pass."""

import math
import struct
from fractions import Fraction


def worst_entry__a_loop(claimed, measured, floor):
    if len(claimed) == 0:
        return [-1, 0]
    place, worst = 0, -1.0
    for i in range(len(claimed)):
        size = floor
        for number in (claimed[i], measured[i]):
            if abs(number) > size:
                size = abs(number)
        error = abs(measured[i] - claimed[i]) / size
        if error > worst:
            place, worst = i, error
    return [place, worst]


def worst_entry__by_a_key(claimed, measured, floor):
    def error(i):
        return abs(claimed[i] - measured[i]) / max(floor, abs(measured[i]), abs(claimed[i]))

    if not measured:
        return -1, 0.0
    place = max(range(len(claimed)), key=error)
    return place, error(place)


def worst_entry__sorted(claimed, measured, floor):
    rows = [(-abs(a - b) / max(abs(a), abs(b), floor), i) for i, (a, b) in enumerate(zip(claimed, measured))]
    if not rows:
        return -1, 0.0
    error, place = sorted(rows)[0]
    return place, -error


def huber_for_complex_step__two_comparisons(r, delta):
    if r.real > delta:
        return delta * r - delta * delta / 2
    if r.real < -delta:
        return -delta * r - delta * delta / 2
    return 0.5 * r * r


def huber_for_complex_step__clipped(r, delta):
    clipped = r if -delta <= r.real <= delta else complex(math.copysign(delta, r.real))
    return clipped * (r - clipped / 2)


def huber_for_complex_step__value_and_slope(r, delta):
    a, h = r.real, r.imag
    if abs(a) <= delta:
        return complex(a * a / 2, a * h)
    return complex(delta * (abs(a) - delta / 2), math.copysign(delta, a) * h)


def rounded__fractions(x, bits):
    if x == 0:
        return 0.0
    exact, unit = Fraction(abs(x)), Fraction(1)
    while exact / unit >= 2**bits:
        unit *= 2
    while exact / unit < 2 ** (bits - 1):
        unit /= 2
    return math.copysign(float(round(exact / unit) * unit), x)


def rounded__by_the_remainder(x, bits):
    _, exponent = math.frexp(x)
    unit = math.ldexp(1.0, exponent - bits)
    return x - math.remainder(x, unit) if x else x


def rounded__by_the_bits(x, bits):
    (word,) = struct.unpack("<q", struct.pack("<d", abs(x)))
    lost = 53 - bits
    if x == 0 or lost == 0:
        return x
    half, last = 1 << (lost - 1), (word >> lost) & 1 if bits > 1 else 1  # the first bit is not stored
    word = (word + half - 1 + last) >> lost << lost
    (value,) = struct.unpack("<d", struct.pack("<q", word))
    return math.copysign(value, x)


def loss_scales__a_loop_by_index(overflowed, scale, patience):
    result, since = [], 0
    for i in range(len(overflowed)):
        result.append(scale)
        if overflowed[i]:
            scale *= 0.5
            since = i + 1
        elif i + 1 - since == patience:
            scale *= 2.0
            since = i + 1
    return result


def loss_scales__a_generator(overflowed, scale, patience):
    def run():
        now, left = scale, patience
        for bad in overflowed:
            yield now
            left = patience if bad else left - 1
            now = now / 2 if bad else now * (1 if left else 2)
            left = left or patience

    return tuple(run())


def loss_scales__recursion(overflowed, scale, patience):
    def rest(steps, now, good):
        if not steps:
            return []
        bad, *others = steps
        if bad:
            return [now] + rest(others, now / 2, 0)
        if good + 1 == patience:
            return [now] + rest(others, now * 2, 0)
        return [now] + rest(others, now, good + 1)

    return rest(list(overflowed), scale, 0)


def directions_needed__logarithms(error, tolerance, chance):
    one = math.erf(tolerance / error / 2**0.5)
    if one >= 1:
        return math.inf
    if one <= chance:
        return 1
    guess = max(1, math.floor(math.log(chance) / math.log(one)) - 1)
    while one**guess > chance:
        guess += 1
    return guess


def directions_needed__one_quotient(error, tolerance, chance):
    one = math.erf(tolerance / (math.sqrt(2) * error))
    if one == 1:
        return math.inf
    return max(1, math.ceil(math.log(chance) / math.log(one)))


def directions_needed__complement(error, tolerance, chance):
    out = math.erfc(tolerance / (error * math.sqrt(2)))
    one = 1 - out
    if one == 1.0:
        return float("inf")
    k = 1
    while one**k > chance:
        k += 1
    return k


def directions_needed__normal_distribution(error, tolerance, chance):
    one = math.erf((tolerance / error) * math.sqrt(0.5))
    if not one < 1:
        return math.inf
    k, left = 0, 1.0
    while True:
        k, left = k + 1, left * one
        if left <= chance:
            return k


def step_without_kinks__by_powers(heights, rates, h):
    pairs = [(abs(z), abs(r)) for z, r in zip(heights, rates) if r]
    if any(not z for z, r in pairs):
        return 0.0
    k = 0
    while not all(z / r > h / 2**k for z, r in pairs):
        k += 1
    return h / 2**k


def step_without_kinks__both_places(heights, rates, h):
    def safe(step):
        for z, rate in zip(heights, rates):
            if rate != 0 and not (z * (z + step * rate) > 0 and z * (z - step * rate) > 0):
                return False
        return True

    if 0 in [z for z, rate in zip(heights, rates) if rate != 0]:
        return 0.0
    while not safe(h):
        h = 0.5 * h
    return h


def step_without_kinks__nearest(heights, rates, h):
    room = min((abs(z / rate) for z, rate in zip(heights, rates) if rate), default=math.inf)
    if room == 0:
        return 0.0
    while h >= room:
        h /= 2
    return h


def unusual_updates__a_loop(weights, gradients, rate, low, high):
    found = []
    for name in weights:
        length = math.sqrt(sum(w * w for w in weights[name]))
        step = math.sqrt(sum((rate * g) ** 2 for g in gradients[name]))
        if length == 0 or low <= step / length <= high:
            continue
        found.append((step / length, name))
    return [name for _, name in sorted(found, reverse=True)]


def unusual_updates__filtered(weights, gradients, rate, low, high):
    def share(name):
        return rate * math.dist(gradients[name], [0] * len(gradients[name])) / math.hypot(*weights[name])

    names = filter(lambda name: any(weights[name]) and not low <= share(name) <= high, weights)
    return tuple(sorted(names, key=share, reverse=True))


def unusual_updates__pairs(weights, gradients, rate, low, high):
    pairs = [(n, math.hypot(*(rate * g for g in gradients[n])), math.hypot(*w)) for n, w in weights.items()]
    shares = {n: step / length for n, step, length in pairs if length != 0}
    order = sorted(shares, key=shares.get)[::-1]
    return [n for n in order if shares[n] > high or shares[n] < low]


def where_born__subtraction(steps):
    def fine(values):
        return all(v - v == 0 for v in values)

    for name, inputs, outputs in steps:
        if fine(inputs) and not fine(outputs):
            return [name, "nan" if any(v != v for v in outputs) else "inf"]
    return []


def where_born__next(steps):
    def bad(value):
        return math.isinf(value) or math.isnan(value)

    blamed = (s for s in steps if not any(map(bad, s[1])) and any(map(bad, s[2])))
    first = next(blamed, None)
    if first is None:
        return ()
    return first[0], ("inf", "nan")[any(math.isnan(v) for v in first[2])]


def where_born__sums(steps):
    def bad(value):
        return not abs(value) < math.inf

    for name, inputs, outputs in steps:
        if sum(bad(v) for v in inputs) == 0 and sum(bad(v) for v in outputs) > 0:
            kinds = {"nan" if math.isnan(v) else "inf" for v in outputs if bad(v)}
            return name, max(kinds)
    return ()


def measure__copies(loss, parameters, h):
    result = {}
    for name in parameters:
        row = []
        for i in range(len(parameters[name])):
            places, values = [], []
            for way in (1, -1):
                copy = {key: list(numbers) for key, numbers in parameters.items()}
                copy[name][i] += way * h * max(abs(copy[name][i]), 1)
                places.append(copy[name][i])
                values.append(loss(copy))
            row.append((values[0] - values[1]) / (places[0] - places[1]))
        result[name] = row
    return result


def measure__put_back(loss, parameters, h):
    slopes = {name: [0.0] * len(values) for name, values in parameters.items()}
    for name, values in parameters.items():
        for i in range(len(values)):
            kept = values[i]
            step = h if abs(kept) < 1 else h * abs(kept)
            values[i] = front = kept + step
            high = loss(parameters)
            values[i] = back = kept - step
            low = loss(parameters)
            values[i] = kept
            slopes[name][i] = (high - low) / (front - back)
    return slopes


def measure__a_function_of_one_number(loss, parameters, h):
    def slope(name, i):
        def f(x):
            changed = list(parameters[name])
            changed[i] = x
            return loss(parameters | {name: changed})

        x = parameters[name][i]
        a, b = x + h * max(1.0, abs(x)), x - h * max(1.0, abs(x))
        return (f(b) - f(a)) / (b - a)

    return {name: [slope(name, i) for i in range(len(values))] for name, values in parameters.items()}


def disagreements__squares(claimed, measured):
    def length(values):
        return math.sqrt(sum(v * v for v in values))

    result = {}
    for name, m in measured.items():
        a = claimed[name] if name in claimed else [0.0 for _ in m]
        if any(not math.isfinite(v) for v in (*a, *m)):
            result[name] = float("inf")
            continue
        longer = max(length(a), length(m))
        result[name] = 0.0 if longer == 0 else length([x - y for x, y in zip(a, m)]) / longer
    return result


def disagreements__dist(claimed, measured):
    def error(a, m):
        size = max(math.dist(a, [0.0] * len(a)), math.dist(m, [0.0] * len(m)))
        finite = all(v - v == 0 for v in a) and all(v - v == 0 for v in m)
        return math.inf if not finite else math.dist(a, m) / (size or 1)

    return {name: error(claimed.get(name) or [0.0] * len(m), m) for name, m in measured.items()}


def disagreements__by_quotients(claimed, measured):
    result = {}
    for name in measured:
        m = measured[name]
        a = claimed.get(name, [0.0] * len(m))
        if not all(math.isfinite(v) for v in a) or not all(math.isfinite(v) for v in m):
            result[name] = math.inf
            continue
        errors = [math.hypot(*(x - y for x, y in zip(a, m))) / s for s in (math.hypot(*a), math.hypot(*m)) if s > 0]
        result[name] = min(errors, default=0.0)
    return result


def kind_of_fault__a_table(claimed, measured, tolerance):
    def length(v):
        return math.sqrt(sum(x * x for x in v))

    def alike(a, b):
        return length([x - y for x, y in zip(a, b)]) <= tolerance * max(length(a), length(b))

    square = sum(m * m for m in measured)
    c = sum(a * m for a, m in zip(claimed, measured)) / square if square else None
    same = [abs(a - m) <= tolerance * max(abs(a), abs(m)) for a, m in zip(claimed, measured)]
    table = [
        ("right", alike(claimed, measured)),
        ("nothing", not any(claimed)),
        ("sign", alike(claimed, [-m for m in measured])),
        ("factor", c is not None and alike(claimed, [(c or 0) * m for m in measured])),
        ("order", alike(sorted(claimed), sorted(measured))),
        ("entries", sum(same) > len(same) / 2),
        ("direction", True),
    ]
    return next(word for word, fits in table if fits)


def kind_of_fault__early_returns(claimed, measured, tolerance):
    def apart(a, b):
        return math.dist(a, b) > tolerance * max(math.hypot(*a), math.hypot(*b))

    if not apart(claimed, measured):
        return "right"
    if all(a == 0 for a in claimed):
        return "nothing"
    if not apart([-a for a in claimed], measured):
        return "sign"
    if math.hypot(*measured) > 0:
        above = math.fsum(a * m for a, m in zip(claimed, measured))
        below = math.fsum(m**2 for m in measured)
        if not apart(claimed, [above / below * m for m in measured]):
            return "factor"
    if not apart(sorted(claimed, reverse=True), sorted(measured, reverse=True)):
        return "order"
    wrong = [i for i in range(len(claimed)) if apart([claimed[i]], [measured[i]])]
    return "entries" if len(wrong) < len(claimed) - len(wrong) else "direction"


def kind_of_fault__a_generator(claimed, measured, tolerance):
    def alike(a, b):
        return math.hypot(*map(lambda x, y: x - y, a, b)) <= tolerance * max(math.hypot(*a), math.hypot(*b))

    def words():
        if alike(measured, claimed):
            yield "right"
        if set(claimed) <= {0.0}:
            yield "nothing"
        if alike(measured, [0.0 - a for a in claimed]):
            yield "sign"
        if any(measured):
            factor = sum(map(lambda a, m: a * m, claimed, measured)) / sum(m * m for m in measured)
            if alike([factor * m for m in measured], claimed):
                yield "factor"
        if alike(sorted(measured), sorted(claimed)):
            yield "order"
        if sum(1 if alike([a], [m]) else -1 for a, m in zip(claimed, measured)) > 0:
            yield "entries"
        yield "direction"

    return next(words())


def guilty__two_reports(measure, kind, gradient, parameters, rate):
    def words(place):
        claimed, true = gradient(place), measure(place)
        return {name: kind(claimed[name], true[name]) for name in place}, true

    first, slopes = words(parameters)
    second, _ = words({n: [x - rate * s for x, s in zip(v, slopes[n])] for n, v in parameters.items()})
    report = {
        n: first[n] if first[n] != "right" else ("right" if second[n] == "right" else "stale") for n in parameters
    }
    return [(name, word) for name, word in report.items() if word != "right"]


def guilty__both_gradients_before_any_word(measure, kind, gradient, parameters, rate):
    true = measure(parameters)
    claimed = {name: list(slopes) for name, slopes in gradient(parameters).items()}
    place = {}
    for name in parameters:
        place[name] = [parameters[name][i] - rate * true[name][i] for i in range(len(parameters[name]))]
    again, later = measure(place), gradient(place)
    result = []
    for name in parameters:
        if kind(claimed[name], true[name]) != "right":
            result.append([name, kind(claimed[name], true[name])])
        elif kind(later[name], again[name]) != "right":
            result.append([name, "stale"])
    return result


def guilty__lists_of_pairs(measure, kind, gradient, parameters, rate):
    here = [(gradient(parameters), measure(parameters))]
    slopes = here[0][1]
    moved = {n: [x + -rate * s for x, s in zip(parameters[n], slopes[n])] for n in parameters}
    here.append((gradient(moved), measure(moved)))
    found = []
    for name in parameters:
        a, b = (kind(claimed[name], true[name]) for claimed, true in here)
        if a == b == "right":
            continue
        found.append((name, "stale" if a == "right" else a))
    return found
