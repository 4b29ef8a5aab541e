"""The numbers of the lessons on relative errors and on steps, from complex steps and from the formulas."""

import math
from fractions import Fraction

import numpy as np

from snippets.gradient_checking.checker import measured_gradient
from snippets.gradient_checking.network import DECAY, random_parameters, spiral_batch, spiral_loss
from snippets.gradient_checking.steps import complex_step_gradient, flat

U = float(np.finfo(float).eps) / 2
PLACE = random_parameters()
EXACT = complex_step_gradient(lambda p: spiral_loss(p, *spiral_batch()), PLACE)
ENTRIES = flat(EXACT).size
EXAMPLES = len(spiral_batch()[1])


def _error_of(c):
    """Relative error of the factor c, a fraction."""
    return abs(Fraction(c) - 1) / max(abs(Fraction(c)), 1)


def _forgotten():
    """What is missing without the penalty on W2, as a share of the longer gradient."""
    claimed = flat(EXACT | {"W2": EXACT["W2"] - DECAY * PLACE["W2"]})
    return np.linalg.norm(claimed - flat(EXACT)) / max(np.linalg.norm(claimed), np.linalg.norm(flat(EXACT)))


def _loss(place):
    """The network's loss on its batch."""
    return spiral_loss(place, *spiral_batch())


def _errors(h, claimed=EXACT):
    """Relative errors of central differences with the step h: one for each parameter, and one for all."""
    pairs = [(claimed[name], value) for name, value in measured_gradient(_loss, PLACE, h).items()]
    pairs.append(tuple(np.concatenate([part.ravel() for part in side]) for side in zip(*pairs, strict=True)))
    return [np.linalg.norm(a - m) / max(np.linalg.norm(a), np.linalg.norm(m)) for a, m in pairs]


def _order(h):
    """Power of h with which the right gradient's error changes between h and ten times h."""
    return round(math.log10(_errors(10 * h)[-1] / _errors(h)[-1]))


def _level():
    """Smallest and largest power of ten with which the wrong gradient's error is its own size, in two digits."""
    claimed = EXACT | {"W2": EXACT["W2"] - DECAY * PLACE["W2"]}
    steps = [10.0**-k for k in range(1, 13)]
    level = [h for h in steps if f"{_errors(h, claimed)[-1]:.1e}" == f"{_forgotten():.1e}"]
    return min(level), max(level)


def _place_of_the_smallest():
    """Row and column of the smallest entry, which is one of W1."""
    smallest = min(abs(flat(EXACT)))
    (place,) = np.argwhere(abs(EXACT["W1"]) == smallest)
    return tuple(int(index) for index in place)


def _near(value):
    """A value that rounding makes another on another machine: within a factor of 3."""
    return value / 3, 3 * value


def two_ways_to_one_number_the_measurement():
    """The measurement."""
    yield "with $h^2$. It costs two losses for each entry, 66 for our 33", ..., 2 * ENTRIES, ENTRIES


def two_ways_to_one_number_one_number_for_each_parameter():
    """One number for each parameter."""
    yield 'by 4e-5" means nothing without the size of what is compared: beside 1', ..., ...
    yield "is little, beside 1e-5", ...
    yield r"\norm{\vect{m}})$. It is 0", ...
    yield "by a number other than 0", ...
    yield "between 0 and 2", _error_of(1), _error_of(-1)
    yield "sign, $c = -1$, gives 2; a gradient of zero gives 1; a factor 2", ..., _error_of(-1), _error_of(0), ...
    yield r"gives $\frac{1}{2}$. A sum over 12", _error_of(2), EXAMPLES
    yield r"their mean gives $\frac{11}{12}$", _error_of(EXAMPLES)
    yield (
        "is 2 at −1, 1 at 0, one half at 0.5 and at 2, 0 at 1, and rises toward 1",
        _error_of(-1),
        ...,
        _error_of(0),
        ...,
        ...,
        ...,
        _error_of(1),
        ...,
        (_error_of(10**6), 1),
    )
    yield "exactly 2, 1 or 0.5", _error_of(-1), _error_of(0), _error_of(2)
    yield "reports 0.75. Which factors would explain it? $c = 4$ gives $3/4$", ..., ..., _error_of(4)
    yield r"and $c = \frac{1}{4}$ gives $\frac{3}{4}$", ..., _error_of(Fraction(1, 4))
    yield "too few: is 4", ...


def two_ways_to_one_number_where_the_threshold_comes_from():
    """Where the threshold comes from."""
    yield "does not give 0", ...
    yield r"for both: $\frac{h^2}{6} \abs{f'''}$", ..., math.factorial(3)
    yield r"with $u = 1.1 \cdot 10^{-16}$", U
    yield r"two errors, $\frac{h^2}{6} \abs{f'''(x)}$", ..., math.factorial(3)
    yield r"needs $f'''(x) \ne 0$", ...
    yield "$u^{2/3}$ is 2e-11", ..., U ** (2 / 3)
    yield "third derivative are of the order of 1, a central", ...
    yield "network's 2e-10 to 2e-11", _near(max(_errors(1e-5))), _near(min(_errors(1e-5)))
    yield 'But "of the order of 1', ...
    yield "and the step 1e-5", ...
    yield r"and $g \ne 0$", ...
    yield "An entry of 1e-8", ...
    yield "our smallest entry, `W1[0,0]`", *_place_of_the_smallest()
    yield "each of the 33", ENTRIES
    yield "slope −1, the rounding of the loss. The smallest entry, W1[0,0]", ..., *_place_of_the_smallest()
    yield "All 33", ENTRIES
    yield "with $h$ = 1e-5", ...
    yield "below 1e-8 |", ...
    yield "| 1e-8 to 1e-5", ..., ...
    yield "above 1e-5 |", ...
    yield "Above 1e-2 the gradient is probably wrong; below 1e-4", ..., ...
    yield "at 1e-7 one should be happy", ...
    yield "parameter accDescr: Below 1e-8", ...
    yield 'stays["stays:<br/>wrong<br/>gradient"]:::bad rho -->|"below 1e-8', ...


def two_ways_to_one_number_a_common_mistake():
    """A common mistake."""
    yield "write:** `np.allclose(claimed, measured, atol=1e-4)`", ...
    yield (
        "by 2.5e-3 of their size, where rounding could explain 1e-9",
        DECAY * abs(PLACE["W2"][0, 1]) / abs(EXACT["W2"][0, 1]),
        (5e-10, 2e-9),
    )
    yield "leaves about $u^{2/3}$, 2e-11", ..., U ** (2 / 3)
    yield "third derivative are of the order of 1, and more", ...


def which_step_the_top_of_the_page():
    """The top of the page."""
    yield "step in it, 1e-5", ...


def which_step_a_v_and_a_plateau():
    """A V and a plateau."""
    yield "from 1e-12 to 1", ..., ...
    yield (
        "near 1e-10 at h about 1e-5; its right branch has slope 2",
        _near(_errors(1e-5)[-1]),
        min((10.0**-k for k in range(1, 13)), key=lambda h: _errors(h)[-1]),
        _order(1e-3),
    )
    yield "slope −1. The wrong one runs along a level line at 0.004", _order(1e-9), _forgotten()
    yield "for h above 0.2", 0.01 * math.sqrt(_forgotten() / _errors(0.01)[-1])
    yield "slope 2, the truncation error, and rises with slope −1", _order(1e-3), _order(1e-9)
    yield "with an error of order $h^2$", ...
    yield "the mistake itself: 0.0042", _forgotten()
    yield "from rounding? About 1e-10", _near(_errors(1e-5)[-1])
    yield "V ends near 1e-5", _near(2.0 ** (-24 * 2 / 3))
    yield "step 0.1 both gradients look equally bad, for a mistake of 0.001", ..., ...
    yield "stops falling at 0.001", ...
    yield "The error falls with slope 2", ...


def which_step_halve_and_look():
    """Halve, and look."""
    yield "has $p = 2$ where truncation outweighs, $-1$", _order(1e-3), _order(1e-9)
    yield "and $p = 0$ where", math.log2(_forgotten() / _forgotten())
    yield "steps: 0.02 to 0.0025", ..., ...


def which_step_a_step_without_subtraction():
    """A step without subtraction."""
    yield r"\frac{h^2}{2} f''(x) - \frac{\mathrm{i}h^3}{6", ..., math.factorial(2), ..., math.factorial(3)
    yield "tiny, such as $10^{-30}$", ...
    yield "$h$ may be $10^{-30}$", ...
    yield "All 16 digits, and no best step to look for. With $h^2$", round(-math.log10(U)), ...
    yield "such formulas in 1967", ...
    yield "Functions*, SIAM Review, 1998", ...
    yield "Use `-z if z.real < 0 else z`", ...
    yield (
        r"+ 3 at x = 5 with h = 0.1, exactly? $(5 + 0.1\mathrm{i})^2 + 3 = 27.99 + \mathrm{i}$",
        ...,
        ...,
        ...,
        ...,
        ...,
        ...,
        ...,
        ((5 + 0.1j) ** 2 + 3).real,
    )
    yield (
        "is 10, the slope, without an error, since the third derivative is 0",
        2 * 5,
        np.polyval(np.polyder([1, 0, 3], 3), 5),
    )


def which_step_a_common_mistake():
    """A common mistake."""
    yield (
        r"returns $\sqrt{a^2 + b^2}$, a real number. Its imaginary part, and so the slope, is 0",
        ...,
        ...,
        abs(-2 + 1e-30j).imag,
    )
    yield "the left of 0", ...
    smallest, largest = _level()
    yield "at 0.0042 from $h$ = 0.1 to 1e-10", _forgotten(), largest, (smallest, 1e-10)
    yield "with $h = 10^{-30}$ has all 16", ..., round(-math.log10(U))
