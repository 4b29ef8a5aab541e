"""The lab: best steps and errors measured anew on its grid, and the laws for noise differentiated by SymPy."""

import math

import numpy as np
import sympy as sp

from snippets.derivatives_and_gradients.derivatives import central_difference
from snippets.derivatives_and_gradients.numbers.rounding import DIGITS, SINGLE, magnitude

h, noise = sp.symbols("h epsilon", positive=True)

POINTS = np.linspace(1, 1.3, 400)
STEPS = np.logspace(-15, -0.5, 117)
TABLE = (1e-2, 1e-5, 1e-8, 1e-11)
HALF = float(np.finfo(np.float16).eps)
# Squared errors of noisy differences of the exponential function: truncation and noise.
FORWARD = (h / 2) ** 2 + (sp.sqrt(2) * noise / h) ** 2
CENTRAL = (h**2 / 6) ** 2 + (sp.sqrt(2) * noise / (2 * h)) ** 2


def exp(x):
    """Return the values of exp, each rounded once to the number type of `x`."""
    return np.exp(x.astype(float)).astype(x.dtype)


def rms(step, both_sides, number=np.float64):
    """Return the typical relative error of a difference of exp, divided by the run really made.

    >>> f"{rms(1e-5, both_sides=True):.0e}"
    '2e-11'
    """
    x = POINTS.astype(number)
    run = (x + number(step)) - x
    with np.errstate(divide="ignore", invalid="ignore"):
        rise = exp(x + run) - exp(x - run if both_sides else x)
        slopes = (rise / (2 * run if both_sides else run)).astype(float)
    return np.sqrt(np.mean((slopes / np.exp(x.astype(float)) - 1) ** 2))


def best(both_sides, number=np.float64, steps=STEPS):
    """Return the best of some steps, and the error there.

    >>> best(both_sides=True, steps=TABLE)[0]
    1e-05
    """
    errors = np.array([rms(step, both_sides, number) for step in steps])
    errors[errors == 0] = np.nan
    return float(steps[np.nanargmin(errors)]), float(np.nanmin(errors))


def law(squared):
    """Return the step at which a squared error is smallest.

    >>> law(h**2 + noise**2 / h**2)
    sqrt(epsilon)
    """
    return sp.solve(sp.diff(squared, h), h)[0]


def predicted(squared, number):
    """Return the best step for the noise of a number type.

    >>> magnitude(predicted(FORWARD, np.float64))
    1e-08
    """
    return law(squared).subs(noise, float(noise_of_exp(number)))


def noise_of_exp(number):
    """Return the relative noise of exp, as rounding makes it.

    >>> f"{noise_of_exp(np.float64):.0e}"
    '4e-17'
    """
    x = POINTS.astype(number)
    true = np.exp(x.astype(float))
    spaced = np.mean(np.spacing(true) / true) / np.sqrt(12)
    return spaced if number is np.float64 else np.std(exp(x).astype(float) / true - 1)


def digits(error):
    """Return how many digits an error leaves.

    >>> digits(1e-3)
    3.0
    """
    return -math.log10(error)


def nothing_to_hide():
    """A function with nothing to hide."""
    yield 'more than "about $10^{-5}$"', ...
    yield "We take 400 points between 1 and 1.3", len(POINTS), POINTS[0], POINTS[-1]
    yield "and up to 1.3 times as much", max(POINTS)
    (turn_forward, error_forward), (turn_central, error_central) = best(False), best(True)
    yield (
        "Forward is lowest near h = 1e-8, central, far lower, near h = 1e-5",
        *map(magnitude, (turn_forward, turn_central)),
    )
    yield "best at $10^{-8}$ and the central one at $10^{-5}$", best(False, steps=TABLE)[0], best(True, steps=TABLE)[0]
    wide = np.log10([1e-3, 1e-2])
    falls = [np.log10([rms(step, both) for step in (1e-3, 1e-2)]) for both in (False, True)]
    fitted = [np.diff(fall)[0] / np.diff(wide)[0] for fall in falls]
    yield "along a line of slope 1, the central error along a steeper line of slope 2", *fitted
    rises = np.mean([np.log10(rms(step / 10, True) / rms(step, True)) for step in np.logspace(-10, -8, 40)])
    yield "to the left with slope $-1$", -rises
    yield "turns near $h = 10^{-8}$ with an error of $10^{-8}$", magnitude(turn_forward), magnitude(error_forward)
    yield (
        r"near $5 \cdot 10^{-6}$ with an error of $10^{-11}$",
        predicted(CENTRAL, np.float64),
        magnitude(error_central),
    )


def fewer_digits():
    """Fewer digits."""
    yield "(about 7 digits) or half precision (about 3)", digits(SINGLE / 2), digits(HALF / 2)
    turns = [predicted(CENTRAL, number) for number in (np.float64, np.float32, np.float16)]
    yield r"from about $5 \cdot 10^{-6}$ (double) to 0.004 (single) to 0.1 (half)", *turns
    yield "The dotted line marks $h = 10^{-5}$", ...
    yield "in single precision an error of 0.16 percent", 100 * rms(1e-5, True, np.float32)
    after = float(np.nextafter(np.float16(1), np.float16(2)))
    yield "the next number after 1 is 1.00098, so below $h = 0.0005$", ..., after, (after - 1) / 2
    yield "the quotient is $0/0$", 1 - 1, 1 - 1


def noise_that_is_not_rounding():
    """Noise that is not rounding."""
    yield r"we see $f(x)\,(1 + \varepsilon z)$", ...
    yield r"off by $\tfrac{1}{2} h f''$", sp.exp(h).series(h, 0, 3).removeO().coeff(h, 2)
    yield r"which makes $\sqrt{2}\,\varepsilon$", 1 + 1
    yield (
        r"\approx \frac{h^2}{4} + \frac{2\varepsilon^2}{h^2}.$$",
        2,
        1 / FORWARD.coeff(h**2),
        FORWARD.coeff(h**-2) / noise**2,
        2,
        2,
    )
    yield r"$$\text{error}^2 \approx \frac{h^2}{4}", ..., ..., ...
    yield (
        r"where $h/2 = 4\varepsilon^2/h^3$",
        *((1 / sp.diff(FORWARD, h).coeff(h), -sp.diff(FORWARD, h).coeff(h**-3) / noise**2, 2, 3)),
    )
    power = sp.degree(law(FORWARD) ** 4, noise) / sp.Integer(4)
    yield r"that is at $h = 8^{1/4}\,\varepsilon^{1/2}$", (law(FORWARD) / noise**power) ** 4, sp.Rational(1, 4), power
    yield r"Now $\tfrac{1}{6} h^2 f'''$ gives $h^2/6$", sp.exp(h).series(h, 0, 4).removeO().coeff(h, 3), 2, 2, 6
    yield "the noise is divided by $2h$", 1 + 1
    yield r"$$\text{error}^2 \approx \frac{h^4}{36}", ..., 4, 1 / CENTRAL.coeff(h**4)
    yield r"+ \frac{\varepsilon^2}{2h^2}.$$", 2, noise**2 / CENTRAL.coeff(h**-2), 2
    yield r"where $h^3/9 = \varepsilon^2/h^3$", 3, 1 / sp.diff(CENTRAL, h).coeff(h**3), 2, 3
    yield r"that is at $h = (3\varepsilon)^{1/3}$", law(CENTRAL) ** 3 / noise, sp.Rational(1, 3)
    yield "25 levels from $10^{-13}$ to $10^{-3}$", ..., ..., ...
    yield "its slopes are $1/2$ and $1/3$", power, sp.simplify(noise * sp.diff(sp.ln(law(CENTRAL)), noise))


def one_law():
    """One law for all of them."""
    yield "wrong by up to $s/2$ to either side", ...
    s = sp.symbols("s", positive=True)
    yield r"the standard deviation $s/\sqrt{12}$", s**2 / sp.integrate(h**2 / s, (h, -s / 2, s / 2))
    yield (
        "the upper one with slope $1/3$ (central), the lower one with slope $1/2$",
        *(sp.simplify(noise * sp.diff(sp.ln(law(squared)), noise)) for squared in (CENTRAL, FORWARD)),
    )
    yield (
        "of slope 1/2 (forward) and 1/3 (central)",
        *(sp.simplify(noise * sp.diff(sp.ln(law(squared)), noise)) for squared in (FORWARD, CENTRAL)),
    )


def what_to_take_away():
    """What to take away."""
    yield r"| about $\varepsilon^{1/3}$ | two thirds", sp.simplify(noise * sp.diff(sp.ln(law(CENTRAL)), noise))
    (forward, error_forward), (central, error_central) = best(False), best(True)
    yield (
        r"| $4 \cdot 10^{-17}$ (double) | $10^{-8}$ | 8 |",
        noise_of_exp(np.float64),
        magnitude(forward),
        digits(error_forward),
    )
    yield (
        r"| 8 | $5 \cdot 10^{-6}$ | 11 |",
        digits(error_forward),
        predicted(CENTRAL, np.float64),
        digits(error_central),
    )
    (_, error_forward), (_, error_central) = best(False, np.float32), best(True, np.float32)
    forward, central = (predicted(squared, np.float32) for squared in (FORWARD, CENTRAL))
    left = math.floor(digits(error_forward))
    yield (
        r"| $2 \cdot 10^{-8}$ (single) | $2.5 \cdot 10^{-4}$ | 3 to 4",
        noise_of_exp(np.float32),
        forward,
        left,
        left + 1,
    )
    yield r"| 3 to 4 | $4 \cdot 10^{-3}$ | 5 |", left, left + 1, central, digits(error_central)
    left = [digits(sp.sqrt(squared.subs(h, law(squared)).subs(noise, 1e-3))) for squared in (FORWARD, CENTRAL)]
    steps = [law(squared).subs(noise, 1e-3) for squared in (FORWARD, CENTRAL)]
    yield "| $10^{-3}$ (a noisy loss) | 0.05 | 1 | 0.14 | 2 |", ..., steps[0], left[0], steps[1], left[1]
    yield "with $h$ near $10^{-5}$.", magnitude(best(True)[0])
    yield "by a factor e over a length of 1, and", ...
    yield r"for $\sin(1000x)$ divide the $h$ above by 1000", ..., ...
    yield "as $|x|$ at 0, there is no slope", ...
    yield "the central difference answers 0 all the same", central_difference(abs, 0)


def your_turn():
    """Your turn: the five-point formula, from the Taylor series."""
    taylor = sp.symbols("f0:6")

    def value(shift):
        return sum(taylor[k] * (shift * h) ** k / sp.factorial(k) for k in range(6))

    formula = sp.expand((value(-2) - 8 * value(-1) + 8 * value(1) - value(2)) / (12 * h))
    yield r"\frac{1}{12 h} \bigl( &f(x - 2h) - 8 f(x - h) \\ &{} + 8 f(x + h) - f(x + 2h)", 1, 12, 2, 8, 8, 2
    left_out = taylor[1] - formula
    yield r"only $\tfrac{1}{30} h^4 f^{(5)}$", left_out.coeff(taylor[5]) / h**4, sp.degree(left_out, h), 5
    yield "How many of 16 digits are left?", DIGITS
    yield "The error is about $h^4/30$ plus", sp.degree(left_out, h), h**4 / left_out.coeff(taylor[5])
    squared = (h**4 / 30) ** 2 + (noise / h) ** 2
    power = sp.simplify(noise * sp.diff(sp.ln(law(squared)), noise))
    yield "of one size where $h^5$ is of the size", 1 / power
    yield r"the best step goes with $\varepsilon^{1/5}$ and is near $10^{-3}$", power, magnitude((2.0**-53) ** (1 / 5))
    yield r"The error there goes with $\varepsilon^{4/5}$: about 13 of 16 digits", 4 * power, 4 / 5 * DIGITS, DIGITS
    won = [round(DIGITS * order / (order + 1)) for order in (1, 2, 4)]
    yield "From order 1 to 2 we won 3 digits, from 2 to 4 only 2", ..., ..., won[1] - won[0], ..., ..., won[2] - won[1]
