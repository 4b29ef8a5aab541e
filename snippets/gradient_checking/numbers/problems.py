"""The numbers of the problems by hand, the interview questions and the front page, in fractions and with SciPy."""

import math
from fractions import Fraction

import numpy as np
from scipy import optimize, stats

from snippets.gradient_checking.numbers.digits import UNITS

U = float(np.finfo(float).eps) / 2
HALF = 2.0**-11


def _length(*entries):
    """Length of a vector."""
    return math.sqrt(sum(entry**2 for entry in entries))


def _difference(h):
    """Central difference of the cube at 2, a fraction."""
    h = Fraction(h)
    return ((2 + h) ** 3 - (2 - h) ** 3) / (2 * h)


def _best_in_half():
    """Best step and least error of a central difference in half precision, by search, all sizes 1."""
    rounded = 2 * HALF
    found = optimize.minimize_scalar(lambda h: h**2 / 6 + rounded / h, bounds=(0.01, 1), method="bounded")
    return found.x, found.fun


def _error_of(c):
    """Relative error of a gradient that is c times the true one."""
    return Fraction(abs(c - 1)) / max(abs(Fraction(c)), 1)


def _least_sum():
    """A, R, the step at which A h² + R/h is least, by search, and that sum."""
    A, R = 0.7, 1e-3
    found = optimize.minimize_scalar(
        lambda h: A * h**2 + R / h, bounds=(0.01, 1), method="bounded", options={"xatol": 1e-12}
    )
    return A, R, found.x, found.fun


def _order(claim):
    """Order of a claim's error in the cube's slope at 2, between two tiny steps."""
    errors = [abs(_difference(h) - Fraction(claim)) for h in ("1e-6", "5e-7")]
    return math.log2(errors[0] / errors[1])


def index_the_top_of_the_page():
    """The top of the page."""
    yield "a NaN at step 4,812", ...


def index_key_takeaways():
    """Key takeaways."""
    yield "rounding: about $u^{2/3}$, 2e-11", ..., U ** (2 / 3)
    yield "of them in 0.8", 100 * (stats.norm.cdf(0.01) - stats.norm.cdf(-0.01))


def index_checklist():
    """Checklist."""
    yield "of 2, 1, 0.5 and 11/12", _error_of(-1), _error_of(0), _error_of(2), _error_of(12)


def interview_warm_up():
    """Warm-up."""
    yield "of 1e-4, gradients of 1e-5", ..., ...
    yield "doubt: 2e-11 in float64, 2e-5", U ** (2 / 3), (2.0**-24) ** (2 / 3)
    yield r"About $\ln K$, 2.303", math.log(10)
    yield r"a probability of about $\frac{1}{K}$", ...


def interview_screen():
    """Screen."""
    yield "rule of thumb, 1e-8 or less. Above 1e-5", ..., ...
    yield "with kinks 1e-4", ...
    yield "no pre-activation is exactly 0", ...
    yield "error of exactly 2, exactly 1", _error_of(-1), _error_of(0)
    yield (
        r"gives $\abs{c - 1} / \max(\abs{c}, 1)$. So 2 is a wrong sign, and one half a factor 2",
        ...,
        ...,
        _error_of(-1),
        1 / _error_of(2),
    )
    yield (
        r"or $\frac{1}{2}$. A value of 1 is a gradient of zero; nearly 1",
        _error_of(2),
        _error_of(0),
        (_error_of(1000), 1),
    )
    yield "order $h^2$, and nothing is subtracted, so $h = 10^{-30}$", ..., ...
    single, half = np.finfo(np.float32), np.finfo(np.float16)
    yield "has the 8", single.nexp
    yield "gradients down to about 1e-38", float(single.tiny)
    yield "float16 has 5", half.nexp
    yield "gradients below about 3e-8", 2.0**-25
    yield "it has 8 significant bits, float16 has 11", round(-math.log2(UNITS["bfloat16"])), half.nmant + 1


def interview_on_site():
    """On-site."""
    A, R, h, least = _least_sum()
    yield r"about $A h^2$ with $A = \frac{1}{6} \abs{f'''}$", ..., Fraction(1, math.factorial(3))
    yield (
        r"where $2Ah = R/h^2$, at $h = \sqrt[3]{R/(2A)}$",
        round(R / (A * h**3), 6),
        ...,
        ...,
        round(R / (A * h**3), 6),
    )
    yield (
        r"$$3 A h^2 = 3 A^{1/3} \left( \frac{R}{2} \right)^{2/3",
        round(least / (A * h**2), 6),
        ...,
        round(least / (A ** (1 / 3) * (R / 2) ** (2 / 3)), 6),
        ...,
        round(R / (A * h**3), 6),
        ...,
    )
    yield r"probability $\operatorname{erf}(\tau / (\sqrt{2} \norm{\vect{d}}))$", ...
    yield "an exact 0 has probability 0", ..., ...
    yield "does `where(x > 0, sqrt(x), 0)` have the gradient NaN at 0", ..., ..., ...
    yield "gradient 0. Its slope at 0", ..., ...
    yield "input: `sqrt(where(x > 0, x, 1))`", ..., ...
    yield "come out 12", ...
    yield "it stays at 12", ...
    yield "multiple of $u$, 4e-3", 2.0**-8


def practice_by_hand():
    """By hand."""
    yield r"gradient $(6, -9, 18)^\T$, differences give $(2, -3, 6)^\T$", ..., ..., ..., ..., ..., ...
    yield r"claim $(2, 3, 6)^\T$", ..., ..., ...
    yield (
        r"is $(4, -6, 12)^\T$ with the length $\sqrt{16 + 36 + 144} = 14$",
        6 - 2,
        -9 + 3,
        18 - 6,
        4**2,
        6**2,
        12**2,
        _length(4, 6, 12),
    )
    yield (
        r"length $\sqrt{36 + 81 + 324} = 21$: $\rho = \frac{2}{3}$. That is $\frac{c - 1}{c}$",
        6**2,
        9**2,
        18**2,
        _length(6, 9, 18),
        Fraction(14, 21),
        ...,
    )
    yield "with $c = 3$, and the claim is three times the measured one in each entry: 3", Fraction(18, 6), ...
    yield "entry: 3 classes, 3", ..., ...
    yield r"is $(0, 6, 0)^\T$ with the length 6", 2 - 2, 3 + 3, 6 - 6, _length(0, 6, 0)
    yield r"length $\sqrt{4 + 9 + 36} = 7$: $\rho = \frac{6}{7}$", 2**2, 3**2, 6**2, _length(2, 3, 6), Fraction(6, 7)
    yield "is $L(w) = w^3$ at $w = 2$. Compute the central differences with $h = 0.2$", ..., ..., ...
    yield "and $h = 0.1$, exactly. Two programs claim the slopes 12 and 12.03", ..., ..., ...
    yield "h^2$: 12.04 and 12.01", ..., _difference("0.2"), _difference("0.1")
    yield "claim 12 is off by 0.04 and 0.01", ..., abs(_difference("0.2") - 12), abs(_difference("0.1") - 12)
    yield "$4 = 2^2$: order 2", Fraction("0.04") / Fraction("0.01"), ..., _order(12)
    yield (
        "claim 12.03 is off by 0.01 and 0.02",
        ...,
        abs(_difference("0.2") - Fraction("12.03")),
        abs(_difference("0.1") - Fraction("12.03")),
    )
    yield "to 0.03 and stays, order 0", Fraction("12.03") - 12, round(_order("12.03"), 6)
    yield "of $f(x) = x^3$ at $x = 2$ with $h = 0.1$", ..., ..., ...
    yield "a double near 12", ...
    yield (
        r"Solution: $(2 + 0.1\mathrm{i})^3 = 8 + 1.2\mathrm{i} - 0.06 - 0.001\mathrm{i}$",
        ...,
        ...,
        ...,
        2**3,
        3 * 2**2 * 0.1,
        3 * 2 * 0.1**2,
        0.1**3,
    )
    yield (
        "is 1.199, by $h$ that is 11.99: off by −0.01",
        ((2 + 0.1j) ** 3).imag,
        ((2 + 0.1j) ** 3).imag / 0.1,
        ((2 + 0.1j) ** 3).imag / 0.1 - 12,
    )
    yield "with $f''' = 6$", np.polyval(np.polyder([1, 0, 0, 0], 3), 2)
    yield (
        r"is $h^2$. Near 12 doubles are $1.8 \cdot 10^{-15}$ apart. With $h = 10^{-8}$",
        ...,
        ...,
        float(np.spacing(12.0)),
        ...,
    )
    yield "is $10^{-16}$, far less than half of that. Nothing prevents $10^{-30}$", 1e-8**2, ...
    yield "has 50 units and the batch 40", ..., ...
    yield "density 0.4 at 0. A check moves all of them by $h = 10^{-4}$", ..., ..., ...
    yield r"with $z = 2 \cdot 10^{-5}$", ...
    yield "chance be about 10", ...
    yield "Solution: $N = 2000$", 50 * 40
    yield "is $1 - (1 - 0.00008)^{2000} = 0.148$", ..., ..., 2e-4 * 0.4, 50 * 40, stats.binom(2000, 8e-5).sf(0)
    yield (
        r"slope 1 is seen as $\frac{z + h}{2h} = \frac{0.00012}{0.0002} = 0.6$",
        ...,
        ...,
        (2e-5 + 1e-4) / 2e-4,
        (2e-5 + 1e-4) / 2e-4,
    )
    yield (
        r"For 10 percent, $(1 - 0.00008)^N = 0.9$: $N = \ln 0.9 / \ln 0.99992 = 1317$",
        ...,
        ...,
        ...,
        ...,
        ...,
        ...,
        ...,
    )
    yield (
        r"$N = \ln 0.9 / \ln 0.99992 = 1317$ pre-activations, 26",
        ...,
        1 - 2e-4 * 0.4,
        round(math.log(0.9) / math.log1p(-8e-5)),
        round(math.log(0.9) / math.log1p(-8e-5) / 50),
    )
    yield r"float16 $u = 2^{-11}$. A loss has $\abs{L} = 1$, $\abs{x L'} = 1$", ..., ..., ...
    yield r"and $\abs{L'''} = 1$", ...
    yield "float16 just above 1", ...
    yield "Solution: $R = 2u = 2^{-10} = 0.000977$", 1 + 1, 2 * HALF, 2 * HALF
    yield (
        r"is $\sqrt[3]{3R} = 0.143$. The least error is $\sqrt[3]{\frac{9}{8} R^2} = 0.0102$",
        ...,
        ...,
        _best_in_half()[0],
        ...,
        ...,
        ...,
        _best_in_half()[1],
    )
    yield (
        "above 1 the numbers are $2^{-10}$ apart, 0.000977. The step is about 146",
        ...,
        2 * HALF,
        float(np.finfo(np.float16).eps),
        (_best_in_half()[0] / (2 * HALF) - 1, _best_in_half()[0] / (2 * HALF) + 1),
    )
    yield "makes sense. The 1e-5", ...


def practice_programs():
    """Programs."""
    yield "one half and 1", ...
    yield "**Step 1", ...
    yield "**Step 2", ...
    yield "**Step 3", ...
    yield "**Step 4", ...
