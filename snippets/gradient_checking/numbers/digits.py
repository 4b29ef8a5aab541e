"""The numbers of the lesson on number types, from NumPy's own types and from the normal distribution."""

import numpy as np
from scipy import stats

from snippets.gradient_checking.network import random_parameters, spiral_batch, spiral_gradient, spiral_loss

SMALLEST = float(np.nextafter(np.float16(0), np.float16(1)))
LARGEST = float(np.finfo(np.float16).max)
UNITS = {"float64": 2.0**-53, "float32": 2.0**-24, "float16": 2.0**-11, "bfloat16": 2.0**-8}


def _kept(scale):
    """Percent of gradients around a millionth, spread by 1.5 powers of ten, that are not stored as 0."""
    return 100 * stats.norm(-6, 1.5).sf(np.log10(SMALLEST / 2 / scale))


def _doubt(name):
    """What a central difference leaves in doubt in a number type."""
    return UNITS[name] ** (2 / 3)


def _in_type(number, h=1e-5):
    """Relative errors in a number type: of central differences of the network's loss, and of the backward pass."""
    x, labels = spiral_batch()
    stored = {name: value.astype(number) for name, value in random_parameters().items()}
    points, h = x.astype(number), number(h)
    exact = spiral_gradient({name: w.astype(float) for name, w in stored.items()}, points.astype(float), labels)
    own, found = spiral_gradient(stored, points, labels), {}
    for name, value in stored.items():
        found[name] = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            ahead, behind = ({**stored, name: value.copy()} for _ in range(2))
            ahead[name][place] += h
            behind[name][place] -= h
            found[name][place] = (spiral_loss(ahead, points, labels) - spiral_loss(behind, points, labels)) / (2 * h)
    size = np.sqrt(sum((slope**2).sum() for slope in exact.values()))
    return [np.sqrt(sum(((one[name] - exact[name]) ** 2).sum() for name in exact)) / size for one in (found, own)]


def _near(value):
    """A value that rounding makes another on another machine: within a factor of 2."""
    return value / 2, 2 * value


def _stops(number, tenth=0.1):
    """The smallest power of two at which a tenth is less than half of the way to the next number."""
    return next(2.0**k for k in range(20) if np.spacing(number(2.0**k)) > 2 * tenth)


def few_digits_the_top_of_the_page():
    """The top of the page."""
    yield "= 1e-5 the single-precision check is off by 3", ..., _near(100 * _in_type(np.float32)[0])
    yield "type: 5e-8 and 3e-4", _near(_in_type(np.float32)[1]), _near(_in_type(np.float16)[1])


def few_digits_what_a_type_leaves():
    """What a type leaves."""
    yield "right with slope 2", ...
    yield "from 1e-11 to a few percent. Bars on the left mark u to the power 2/3", (1e-12, 1e-10), ...
    yield (
        r"$\sqrt[3]{u}$: 1e-5 for doubles, about 5e-3",
        ...,
        (UNITS["float64"] ** (1 / 3), 3 * UNITS["float64"] ** (1 / 3)),
        (UNITS["float32"] ** (1 / 3), 3 * UNITS["float32"] ** (1 / 3)),
    )
    yield "just above 1 are 0.001 apart, in bfloat16 0.008", ..., float(np.finfo(np.float16).eps), 2 * UNITS["bfloat16"]
    yield "With $u^{2/3}$ of 2e-5", ..., _doubt("float32")
    yield "float64, expected about 1e-10", _near(_in_type(float)[0])
    yield "the formula right?<br/>about 1e-10", _near(_in_type(float)[0])


def few_digits_where_the_digits_go_besides():
    """Where the digits go, besides."""
    yield "as $1 - p$", ...
    yield "small ones are not rounded to 0", ...
    yield "with 0.1 added", ...
    yield (
        "stops at 256. There the numbers of float16 are 0.25 apart, and 0.1",
        _stops(np.float16),
        float(np.spacing(np.float16(_stops(np.float16)))),
        ...,
    )
    yield (
        "is $2^{-24}$, 6e-8. What is at most half of that becomes 0",
        SMALLEST,
        SMALLEST,
        float(np.float16(SMALLEST / 2)),
    )
    yield "the other end, 65,504", LARGEST
    yield "(*Mixed Precision Training*, 2018)", ...
    yield "65520$$ $S > 0$", ..., ...
    yield "below $2^{-14}$ kept with fewer digits (*subnormal*), as IEEE 754", ..., ...
    yield "sets these to 0", ...
    yield "of 100,000 gradients around a millionth. The part below 3e-8", ..., SMALLEST / 2
    yield "as 0. As they are, 84.5 percent are kept; multiplied by 1024", ..., _kept(1), ...
    yield "as 0. Multiplied by 1024", ..., ...
    yield "begins with $2^{16}$ and doubles after 2,000", ..., ...
    yield r"of a billionth is multiplied by 1024. Does float16 keep it? $1024 \cdot 10^{-9}$", ..., ...
    yield (
        "is 1.0e-6, well above $2^{-25}$, 3e-8: yes. But it lies below $2^{-14}$",
        1024 * 1e-9,
        SMALLEST / 2,
        SMALLEST / 2,
        float(np.finfo(np.float16).smallest_normal),
    )
    yield (
        "$2^{-14}$, 6e-5, where numbers are 6e-8",
        float(np.finfo(np.float16).smallest_normal),
        float(np.finfo(np.float16).smallest_normal),
        SMALLEST,
    )


def few_digits_exercise():
    """Exercise."""
    yield "goes back to 0", ...


def few_digits_a_common_mistake():
    """A common mistake."""
    yield "write:** `h = 1e-5`", ...
    yield r"step near $\sqrt[3]{u}$, 5e-3", ..., (UNITS["float32"] ** (1 / 3), 3 * UNITS["float32"] ** (1 / 3))
    yield (
        "gradient: 2e-11 in float64, 2e-5 in float32, 6e-3 in float16 and 2e-2",
        _doubt("float64"),
        _doubt("float32"),
        _doubt("float16"),
        _doubt("bfloat16"),
    )
    yield "= 1e-5 the float32 check was off by 3", ..., _near(100 * _in_type(np.float32)[0])
    yield "was off by 5e-8", _near(_in_type(np.float32)[1])
