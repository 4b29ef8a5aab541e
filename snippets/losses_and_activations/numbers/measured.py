"""Kinks, number types and losses as PyTorch 2.13.0 and JAX 0.10.2 gave them, and what follows from the formulas.

What a library returned is given here: it was measured, and no formula says it. Where a route leads there, it is taken.
"""

import math
from fractions import Fraction

import numpy as np
import sympy as sp
from scipy import optimize, special, stats

from snippets.losses_and_activations.activations import gelu, gelu_tanh, leaky_relu, relu
from snippets.losses_and_activations.numbers.bends import SMALL, beside
from snippets.losses_and_activations.numbers.scores import JACOBIAN, SIGMA, SLOPE, Z, overflow

LEFT, RIGHT = (beside(relu, h) for h in (-SMALL, SMALL))
MIDDLE = (LEFT + RIGHT) / 2
SILU = Z * SIGMA
SILU_SLOPE = sp.diff(SILU, Z)


def tanh_from_the_sigmoid():
    """The derivative of tanh."""
    yield r"With $s = \sigma(2z)$ the chain rule gives $4 s (1 - s)$", ..., sp.diff(sp.tanh(Z), Z).subs(Z, 0) * 4, ...
    yield "Since $t = 2s - 1$", ..., ...


def spellings_of_relu():
    """The table of spellings: each entry lies between the slopes from both sides."""
    leak = beside(leaky_relu, -SMALL)
    yield r"and $t + \max(-t, 0)$", ...
    yield "at 0, as PyTorch and JAX return it", ...
    yield "`relu(t)` | 0 | 0", LEFT, LEFT
    yield "| `where(t > 0, t, 0)` | 0 | 0", ..., ..., LEFT, LEFT
    yield "| `maximum(t, 0)` | 0.5 | 0.5", ..., MIDDLE, MIDDLE
    yield "| `clamp(t, min=0)`; in JAX `clip(t, 0)` | 1 | 0.5", ..., ..., RIGHT, MIDDLE
    yield "| `(t + abs(t)) / 2` | 0.5 | 1", ..., (1 + 0) / 2, (1 + 1) / 2
    yield "with $a = 0.01$ | 0.01 | 1", ..., leak, RIGHT
    yield "| `abs(t)` | 0 | 1", ..., beside(abs, SMALL)
    yield "`abs` has the derivative 0, and JAX's [the derivative 1]", ..., beside(abs, SMALL)
    yield (
        "returns 0 for `relu`, 0.5 for `maximum` and 1 for `clamp`; JAX returns 0, 0.5",
        LEFT,
        MIDDLE,
        RIGHT,
        LEFT,
        MIDDLE,
    )
    yield "0, 0.5 and 0.5", LEFT, MIDDLE, MIDDLE
    yield "for `relu` at 0", ...
    yield "of the absolute error is ±1", beside(abs, SMALL)


def silu():
    """SiLU and SwiGLU."""
    at = [f.subs(Z, z).evalf(20) for z in (1, -1) for f in (SILU, SILU_SLOPE)]
    dip = optimize.minimize_scalar(lambda z: z * special.expit(z), bounds=(-3, 0), method="bounded")
    slope = sp.lambdify(Z, SILU_SLOPE, "numpy")
    top = optimize.minimize_scalar(lambda z: -slope(z), bounds=(0, 5), method="bounded")
    yield "Doya, 2018) or *Swish* (Ramachandran, Zoph and Le, 2017)", ..., ...
    yield "At $z = 1$ the value is 0.7311 and the slope 0.9277; at $z = -1$", ..., *at[:2], ...
    yield "are −0.2689 and 0.0723", *at[2:]
    yield "reaches −0.278, at $z = -1.28$, and the slope goes up to 1.0998", dip.fun, dip.x, -top.fun
    yield "others, 2023) use it in a pair, as *SwiGLU* (Shazeer, 2020)", ..., ...
    half = SILU_SLOPE.subs(Z, 0)
    yield (
        r"= 0 and b = 4? $\operatorname{SiLU}(0) = 0$ and $\operatorname{SiLU}'(0) = \frac{1}{2}$",
        *(..., ..., ...),
        SILU.subs(Z, 0),
        ...,
        half,
    )
    yield r"gradient is $(2, 0)^\T$", 4 * half, SILU.subs(Z, 0)
    yield r"| $\sigma + z \sigma (1 - \sigma)$", ...
    yield "| −0.28 and more | 1.0998", dip.fun, -top.fun


def the_picture_to_move():
    """The questions under the explorable: where slopes are one half, and where they are one."""
    half = sp.nsolve(sp.diff(sp.tanh(Z), Z) - sp.Rational(1, 2), Z, 1)
    gelu_top = optimize.minimize_scalar(
        lambda z: -stats.norm.cdf(z) - z * stats.norm.pdf(z), bounds=(0, 4), method="bounded"
    )
    yield r"Where $1 - \tanh^2 z$ is one half: at $z = \pm 0.88$", ..., ..., half
    yield (
        "GELU to the right of 0.75 and SiLU to the right of 1.28, never by more than 13",
        optimize.brentq(lambda z: stats.norm.cdf(z) + z * stats.norm.pdf(z) - 1, 0.1, 1.4),
        sp.nsolve(SILU_SLOPE - 1, Z, 1.3),
        (100 * (-gelu_top.fun - 1), 13.1),
    )


def likelihoods():
    """Which errors a loss expects."""
    normal = stats.norm.pdf(4) / stats.norm.pdf(0)
    laplace = stats.laplace.pdf(4) / stats.laplace.pdf(0)
    yield r"of 4 has $\e^{-8}$ of the density at zero, one part in 2,981", ..., math.log(normal), 1 / normal
    yield r"is $\e^{-4}$, one part in 55", math.log(laplace), 1 / laplace
    yield "residual*, $s > 0$", ...
    yield "example, $b > 0$", ...
    yield "The error 3 with the threshold 2", ..., ...
    pulls = [Fraction(1, spread**2) for spread in (1, 3)]
    yield "deviation 1 and ten others 3. How hard does an error of 1", ..., ..., ...
    yield r"is $\frac{r}{s^2}$: 1 in the first group and $\frac{1}{9}$", ..., *pulls


def a_rare_class():
    """When one class is rare."""
    share, weight = Fraction(1, 100), 99
    yield "spam* is right 99", 100 * (1 - share)
    yield r"gradient: $w\, (p - 1)$", ...
    yield r"is $-w \pi \ln p - (1 - \pi) \ln(1 - p)$", ..., ...
    yield r"where $\frac{w \pi}{p} = \frac{1 - \pi}{1 - p}$", ..., ...
    yield "data, $w > 0$", ...
    yield r"With $w = 99$ and $\pi = 0.01$", (1 - share) / share, float(1 / Fraction(weight + 1))
    yield "(Lin and others, 2017)", ...
    yield r"by $(1 - p)^\gamma$", ...
    yield r"With $\gamma = 2$ an example at $p = 0.9$", ..., ...


def masks():
    """Scores that are masked, and a library that has changed."""
    left = special.softmax([2.0, -np.inf, -1.0])
    yield "Their power is 0, their weight is 0", 0.0, left[1]
    yield "weights still add up to 1", sum(left)
    yield "Set to 0 *after* the softmax they would not, and a score of 0", ..., ...
    yield r"since $\e^0 = 1$", ..., math.exp(0)
    yield (
        "For the scores 2, 1, −1 with the second one masked, the weights are 0.9526, 0 and 0.0474",
        ...,
        ...,
        ...,
        *left,
    )
    yield "And it changes: JAX 0.4.30, of 2024, said 6.24 for", ..., ..., math.log(2.0**9)


def number_types():
    """bfloat16 beside the other types, and where a sigmoid that is rounded at the end becomes 1."""
    bits = {"bfloat16": 8, "float16": 11}
    certain = {name: math.log(2.0 ** (n + 1)) for name, n in bits.items()}  # half the spacing below 1 is 2^-(n+1)
    formed = {name: math.log(2.0**n) for name, n in bits.items()}
    differ = optimize.minimize_scalar(lambda z: gelu(z) - gelu_tanh(z), bounds=(1, 4), method="bounded")
    yield "most, at 2.7, it shows in the fourth digit, 2.69064 and 2.69111", differ.x, gelu(2.7), gelu_tanh(2.7)
    edges = certain["bfloat16"], formed["bfloat16"]
    yield "in bfloat16 from 6.24 on with PyTorch and from 5.55 on with JAX", *edges
    yield "(Kalamkar and others, 2019)", ...
    yield r"computes $\ln(1 + x)$", ...
    yield "with 8 significant bits instead of 24", ..., 1 + np.finfo(np.float32).nmant
    yield "below 1 is 0.996, so a probability of 99.9", ..., 1 - 2.0 ** -bits["bfloat16"], ...
    yield "and $1 - p$ is 0 from a score of about 6", ..., ..., (formed["bfloat16"], certain["bfloat16"])
    yield "dim=0", ...
    yield "The scores 710 and 709 again, and softplus at −20", ..., ..., ...
    yield "score 17 with the label 0", ..., ...
    yield "loss is 100 and", ...
    yield "both say 17, with the slope 1", np.logaddexp(0, 17), special.expit(np.float32(17))
    yield "a probability exactly 1", ...
    yield r"overflows already for $z$ near 11", overflow(np.float16)
    yield r"probabilities: $-\ln 0 = \infty$", ...
    yield "overflows beyond 88.72 only, in float16 beyond 11.09", overflow(np.float32), overflow(np.float16)
    yield "has only 8 significant bits, float16 has 11", ..., 1 + np.finfo(np.float16).nmant
    yield r"$\sigma(z)$ is rounded to 1, and $1 - \sigma(z)$ is 0", ..., ..., 1 - special.expit(40.0)
    yield (
        "about 6, where float16 lasts until about 8",
        (formed["bfloat16"], certain["bfloat16"]),
        (formed["float16"], certain["float16"]),
    )
    yield "limits the logarithm to −100", ...
    yield r"as $\max(z, 0) - y z + \ln(1 + \e^{-\abs{z}})$", ..., ...


def attention():
    """Why attention divides by the square root of d."""
    cold, warm = (SLOPE.subs(Z, score).evalf(20) for score in (20, sp.Rational(5, 2)))
    yield r"the 16 keys, and $\sum_i p_i (1 - p_i)$", ..., ...
    yield "mean 0; $s$ and $t$ are their standard deviations. With $s = t = 1$", ..., ...
    yield "and makes it 1", ...
    yield "all you need*, 2017)", ...
    yield "scores 20 and 0", ..., ...
    yield r"√64? The probabilities are $\sigma(20)$ and $\sigma(-20)$", ..., ..., ...
    yield (
        r"about $2 \cdot 10^{-9}$. Divided by 8 the scores are 2.5 and 0",
        cold,
        math.sqrt(64),
        20 / math.sqrt(64),
        ...,
    )
    yield r"and $\sigma(2.5)\, \sigma(-2.5) = 0.0701$", ..., ..., warm


def the_second_row():
    """The second row of the Jacobian of softmax."""
    yield "Only $i = 2$", ...
    yield r"[Jacobian](#jacobian-of-softmax), $(-0.1830,\; 0.1922,\; -0.0091)$", *JACOBIAN[1, :]
