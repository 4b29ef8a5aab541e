"""The top of the page and the activations: limits, slopes and lowest points by SymPy, the normal law by SciPy."""

import numpy as np
import sympy as sp
from scipy import optimize, special, stats

from snippets.losses_and_activations.activations import gelu_tanh, leaky_relu, relu, relu_slope
from snippets.losses_and_activations.numbers.scores import HIGH, LOW, SIGMA, SLOPE, SQUARED_PULL, START, Z, steps

TANH = sp.tanh(Z)
BOTTOM, TOP = (sp.limit(TANH, Z, end) for end in (-sp.oo, sp.oo))
STEEPEST = SLOPE.subs(Z, 0)
TANH_STEEPEST = sp.diff(TANH, Z).subs(Z, 0)
SMALL = 2.0**-20
GELU = Z * (1 + sp.erf(Z / sp.sqrt(2))) / 2
GELU_SLOPE = sp.diff(GELU, Z)
DIP = sp.nsolve(GELU_SLOPE, Z, -0.7)
SOFTPLUS = sp.log(1 + sp.exp(Z))


def beside(f, h):
    """Return the slope of a function between 0 and h.

    >>> beside(abs, -0.5)
    -1.0
    """
    return (f(h) - f(0.0)) / h


def the_top_of_the_page():
    """The top of the page."""
    yield r"probability $\sigma(z) = 1/(1 + \e^{-z})$ that it is spam. One message gets the score −8", ..., ..., ...
    yield "*not spam*, with 99.97", 100 * special.expit(-START)
    yield "the learning rate 1", ...
    yield "wrong until step 1,507", steps(SQUARED_PULL, START)


def linear_maps():
    """The bend: two linear maps in a row."""
    both = sp.Poly(2 * (3 * Z + 1) - 4, Z)
    slope, start = both.all_coeffs()
    yield (
        "maps in a row: $3x + 1$, and then $2u - 4$ of the result. Together that is $6x - 2$",
        *4 * [...],
        slope,
        -start,
    )
    yield "is a linear map: $3x + 1$ followed by $2u - 4$ is $6x - 2$", *4 * [...], slope, -start


def sigmoid():
    """Sigmoid."""
    (place,) = sp.solve(sp.diff(SIGMA, Z, 2), Z)
    (half,) = sp.solve(SIGMA - sp.Rational(1, 2), Z)
    whole = sp.simplify(SIGMA + SIGMA.subs(Z, -Z))
    yield "between 0 and 1. At $z = 0$ we want one half, far to the right nearly 1", LOW, HIGH, half, HIGH
    yield "the left nearly 0", LOW
    yield r"The quotient $\frac{\e^{z}}{1 + \e^{z}}$", sp.simplify(sp.exp(Z) / SIGMA - sp.exp(Z))
    yield "numerator is nearly 0", sp.limit(sp.exp(Z), Z, -sp.oo)
    yield "lies strictly between 0 and 1", LOW, HIGH
    yield (
        r"with $u = 1 + \e^{-z}$: the derivative of $\frac{1}{u}$ is $-\frac{1}{u^2}$",
        sp.expand(1 / SIGMA - sp.exp(-Z)),
        *3 * [...],
    )
    yield r"\\ &= \sigma(z)\, (1", sp.simplify(SLOPE / SIGMA + SIGMA)
    yield "factors that add up to 1", whole
    yield r"slope is at most $\frac{1}{4}$, at $z = 0$", STEEPEST, place
    yield "from 1 what has been rounded to 1", ..., special.expit(40.0)
    yield "sigmoid unit outputs 0.99", ...


def tanh():
    """Tanh."""
    (place,) = sp.solve(sp.diff(TANH, Z, 2), Z)
    stretching = (TOP - BOTTOM) / (HIGH - LOW)
    yield "range from −1 to 1", BOTTOM, TOP
    yield "between −1 and 1 and is 0 at 0", BOTTOM, TOP, TANH.subs(Z, 0), ...
    speed = TANH_STEEPEST / (stretching * STEEPEST)
    yield "slope is at most 1, at $z = 0$. By", TANH_STEEPEST, place
    yield (
        r"By $\tanh z = 2\, \sigma(2z) - 1$ it is $4\, \sigma'(2z)$",
        stretching,
        speed,
        -BOTTOM,
        TANH_STEEPEST / STEEPEST,
        speed,
    )
    yield "rises from 0 to 1", LOW, HIGH
    yield "at 0. Right, tanh rises from −1 to 1 through 0", place, BOTTOM, TOP, TANH.subs(Z, 0)
    yield "with the top 1", TANH_STEEPEST
    yield "at 0. Both bells have their top at 0", sp.limit(SLOPE, Z, sp.oo), place
    yield "near 0 (*Efficient BackProp*, 1998)", (BOTTOM + TOP) / 2, ...


def saturation():
    """Saturation, measured."""
    at_ten = [sp.diff(f, Z).subs(Z, 10).evalf(20) for f in (SIGMA, TANH)]
    nothing = sp.limit(SLOPE, Z, sp.oo)
    yield "is far from 0", sp.solve(sp.diff(SIGMA, Z, 2), Z)[0]
    yield "At $z = 10$ the sigmoid lets 45", ..., 1e6 * float(at_ten[0])
    yield "derivative of its activation is nearly 0==", nothing
    yield "as a factor. Where it is nearly 0", nothing
    yield "at 10 they are 4.5e-5 and 8e-9", ..., *at_ten
    yield "is 1 on the right, leaky ReLU stays at 0.01", beside(relu, 4.0), beside(leaky_relu, -4.0)
    falls = [sp.diff(TANH, Z).subs(Z, place).evalf(40) for place in (20, 21)]
    yield r"tanh a factor $\e^2$. To the right of 0", sp.log(falls[0] / falls[1]), ...
    yield "derivative there is 0", beside(relu, -4.0)
    yield r"because $1 - \sigma(z) = \sigma(-z)$", sp.simplify(SIGMA + SIGMA.subs(Z, -Z))
    yield r"at $z = 0$, pass on $\left(\frac{1}{4}\right)^{10}$", ..., STEEPEST, ...
    yield "means: slope nearly 0", nothing


def relu_and_its_kink():
    """ReLU, and what happens at the kink."""
    left, right = (beside(relu, h) for h in (-SMALL, SMALL))
    yield "rest by 0. For $z = 3$ it gives 3, for $z = -2$ it gives 0", ..., ..., relu(3), ..., relu(-2)
    yield (
        r"\end{cases}$$ $\operatorname{ReLU}(z) = \max(z, 0)$, the *rectified linear unit*. At $z = 0$",
        *2 * [...],
    )
    yield "is 1, from the left 0", right, left
    yield "often 0.01, instead of 0 (Maas, Hannun and Ng, 2013)", ..., left, ...
    yield (
        "constant $0 < a < 1$. At $z = 0$ the slopes from right and left are 1",
        ...,
        ...,
        ...,
        beside(leaky_relu, SMALL),
    )
    yield "is 0 up to 0 and then rises with slope 1; its derivative jumps from 0", relu(-3), ..., right, left
    yield "to 1. Right, leaky ReLU with a = 0.1 rises gently up to 0", right, ..., ...
    yield (
        "slope 1; its derivative jumps from 0.1 to 1. At 0",
        right,
        beside(lambda z: leaky_relu(z, 0.1), -SMALL),
        right,
        ...,
    )


def subgradients():
    """What programs return at the kink."""
    left, right = (beside(relu, h) for h in (-SMALL, SMALL))
    yield "full dot at 0", ...
    yield "return *something* at 0", ...
    yield "slope between 0 and 1", left, right
    yield "ReLU have at 0", ...
    yield (
        r"at 0 ==2:all numbers from 0 to 1==. For $\abs{x}$ at 0 they are all numbers from −1 to 1",
        ...,
        left,
        right,
        ...,
        beside(abs, -SMALL),
        beside(abs, SMALL),
    )
    yield "ReLU that is 0", min((left, right), key=abs)
    yield "at 0 is taken to be 0. So 0", ..., relu_slope(0.0), relu_slope(0.0)
    yield r"/// $\max(t, 0)$", ...
    yield "them different slopes at 0", ...
    yield "case $z = 0$", ...
    yield "ReLU′(0) on backpropagation*, NeurIPS 2021) compared the choices: with 64", ..., ..., ...
    yield "no effect, with 32", ...
    yield "with 16 bits always; for plain stochastic gradient descent 0", ..., ...
    yield r"at 0 it is $\frac{h - 0}{2h} = \frac{1}{2}$, for every $h > 0$", ..., ..., ..., (left + right) / 2, ...
    yield "and not the 0", relu_slope(0.0)


def gelu_and_softplus():
    """GELU and softplus: the bend made smooth."""
    z = np.linspace(-8, 8, 20_001)
    off = np.abs(gelu_tanh(z) - z * stats.norm.cdf(z)).max()
    places = sorted(sp.solve(sp.diff(GELU, Z, 2), Z))
    lowest, steepest = GELU.subs(Z, DIP), GELU_SLOPE.subs(Z, places[-1]).evalf(20)
    bell = -2 * sp.diff(sp.log(sp.diff(sp.erf(Z / sp.sqrt(2)), Z)), Z) / (2 * Z)  # 1: its exponent is -z²/2
    distance = optimize.minimize_scalar(lambda t: relu(t) - np.logaddexp(0, t), bounds=(-2, 3), method="bounded")
    yield "switch: 0 or 1", relu(-2) / 2, relu(3) / 3
    yield (
        "for $z = 1$ that is 84 percent, so the output is 0.8413; for $z = -1$ it is 16 percent, "
        "so the output is −0.1587",
        ...,
        100 * stats.norm.cdf(1),
        stats.norm.cdf(1),
        ...,
        100 * stats.norm.cdf(-1),
        -stats.norm.cdf(-1),
    )
    yield (
        r"curve $\varphi(t) = \frac{1}{\sqrt{2\pi}} \e^{-t^2/2}$",
        bell,
        sp.integrate(sp.exp(-(Z**2) / 2), (Z, -sp.oo, sp.oo)) ** 2 / sp.pi,
        2,
        ...,
    )
    yield "(Hendrycks and Gimpel, 2016)", ...
    yield r"At 0 the slope is $\frac{1}{2}$", ..., GELU_SLOPE.subs(Z, 0)
    yield "to $z = -0.75$", DIP
    yield r"exceeds 1, up to 1.129 at $z = \sqrt{2}$", sp.limit(GELU_SLOPE, Z, sp.oo), steepest, places[-1] ** 2
    yield "by less than 0.0005", (off, 1.2 * off)
    yield r"$\ln 2 = 0.693$, at $z = 0$", ..., -distance.fun, round(distance.x, 4)
    yield "to −0.17 at −0.75", lowest, DIP
    yield "below 0 and up to 1.13 before it settles at 1", ..., steepest, sp.limit(GELU_SLOPE, Z, sp.oo)
    yield "ln 2 at 0", sp.exp(SOFTPLUS.subs(Z, 0)), ...


def all_six_on_one_card():
    """All six on one card."""
    places = sorted(sp.solve(sp.diff(GELU, Z, 2), Z))
    yield "a kink at 0", ...
    yield r"| $\sigma (1 - \sigma)$ |", sp.simplify(SLOPE / SIGMA + SIGMA)
    yield "| 0 to 1 | 0.25", LOW, HIGH, STEEPEST
    yield r"| $1 - \tanh^2 z$ |", sp.simplify(sp.diff(TANH, Z) + TANH**2), 2
    yield "| −1 to 1 | 1", BOTTOM, TOP, TANH_STEEPEST
    left, right = (beside(relu, h) for h in (-SMALL, SMALL))
    yield "| 0 or 1 |", left, right
    yield "| 0 and more | 1", relu(-3), right
    yield "$a$ or 1 |", beside(leaky_relu, SMALL)
    yield "| all | 1", max(beside(leaky_relu, h) for h in (-SMALL, SMALL))
    yield "| −0.17 and more | 1.129", GELU.subs(Z, DIP), GELU_SLOPE.subs(Z, places[-1]).evalf(20)
    slope = sp.diff(SOFTPLUS, Z)
    yield "above 0 | below 1", sp.limit(SOFTPLUS, Z, -sp.oo), sp.limit(slope, Z, sp.oo)


def softmax():
    """Softmax: scores that compete."""
    from_scores = np.array([2.0, 1.0, -1.0])
    powers = np.exp(from_scores)
    cold, warm, hot = (special.softmax(from_scores / temperature) for temperature in (0.5, 1, 4))
    many, two = (special.softmax(np.zeros(k)) for k in (5, 2))
    rows = special.softmax(from_scores) @ (np.eye(3) - special.softmax(from_scores))
    yield "scores 2, 1 and −1. We want probabilities: positive, with sum 1", *3 * [...], warm.sum()
    yield (
        "positive: 7.389, 2.718, 0.368. Dividing by the sum 10.475 makes the sum 1",
        *powers,
        powers.sum(),
        warm.sum(),
    )
    yield "the sum 1: 0.7054, 0.2595, 0.0351", warm.sum(), *warm
    yield r"for $T \to 0$", ...
    yield "scores 2, 1 and −1. At T = 0.5 they are 0.879, 0.119 and 0.002, at T = 1", *4 * [...], *cold, ...
    yield "1 0.705, 0.259 and 0.035, at T = 4 0.444, 0.346 and 0.210", ..., *warm, ..., *hot
    yield "the sum stays 1", warm.sum()
    yield (
        r"\e^{z_i}}{S^2} = p_i - p_i^2 , \\ \frac{\partial p_i}{\partial z_j} &= \frac{0",
        *2 * [...],
        sp.diff(sp.exp(Z), sp.Symbol("z_j")),
    )
    yield r"\e^{z_i} \e^{z_j}}{S^2", ...
    yield "and its rows add up to 0", round(abs(rows).max(), 9)
    certain = special.softmax([60.0, 0.0, 0.0])
    yield "nearly 1, *every* entry is nearly 0", certain[0], round(certain[0] * (1 - certain[0]), 9)
    yield (
        r"All $p_i = \frac{1}{K}$, so the diagonal is $\frac{1}{K} - \frac{1}{K^2}$",
        5 * many[0],
        5 * many[0],
        25 * many[0] ** 2,
        2,
    )
    yield r"everything else is $-\frac{1}{K^2}$", 25 * many[0] ** 2, 2
    yield r"For $K = 2$: $\frac{1}{4}$ and $-\frac{1}{4}$", ..., two[0] * (1 - two[0]), -two[0] * two[1]
