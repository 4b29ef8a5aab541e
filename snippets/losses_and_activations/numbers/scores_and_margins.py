"""Many classes, margins, penalties, matching pairs and the message at the top: the chain rule and counted walks."""

from fractions import Fraction

import sympy as sp

from snippets.losses_and_activations.activations import relu
from snippets.losses_and_activations.losses import hinge_slope
from snippets.losses_and_activations.numbers.bends import beside
from snippets.losses_and_activations.numbers.scores import (
    ENTROPY_PULL,
    JACOBIAN,
    RIGHT,
    SCORES,
    SIGMA,
    SLOPE,
    SQUARED_PULL,
    START,
    SURE,
    P,
    Y,
    Z,
    pull_at,
    steps,
)

IN_P = P.applyfunc(lambda p: 0) - RIGHT.multiply_elementwise(P.applyfunc(lambda p: 1 / p))  # of -ln of the second
IN_Z = (JACOBIAN.T * IN_P).evalf(20)


def many_classes():
    """Many classes: p - y, step by step."""
    right = 1
    yield "Scores 2, 1, −1", *SCORES
    yield "The probabilities are 0.7054, 0.2595, 0.0351", *P
    yield "**Step 1", ...
    yield (
        r"is $(0,\; -\frac{1}{0.2595},\; 0)^\T = (0,\, -3.8536,\, 0)^\T$",
        IN_P[0],
        -1 / Fraction(f"{float(P[right]):.4f}"),
        IN_P[2],
        *IN_P,
    )
    yield "**Step 2", ...
    yield "**Step 3", ...
    yield r"$-3.8536$ times that row, with all its digits: $(0.7054,\; -0.7405,\; 0.0351)^\T$", IN_P[right], *IN_Z
    yield "the probabilities, with 1", max(RIGHT)
    yield "with 1 at $c$ and 0 elsewhere; all of shape $(K, 1)$", max(RIGHT), min(RIGHT), ...
    yield "been rounded to 0", ...
    yield "by $1 - p_c$", ...
    yield "pushes add up to 0", round(float(sum(IN_Z)), 12)
    yield "for 10 classes is initialized so that all scores are near 0", ..., ...


def its_diagram():
    """Forward and backward through softmax and cross-entropy."""
    shape = SCORES.shape
    yield "scores 2, 1, −1 become the probabilities 0.705, 0.259, 0.035", *SCORES, *P
    yield "loss 1.349 by minus", -sp.log(P[1])
    yield "loss $−\\ln p₂$<br/>$1.349", -sp.log(P[1])
    yield "gradient 0, −3.854, 0", *IN_P
    yield "into 0.705, −0.741, 0.035", *IN_Z
    yield '3, 1)$<br/>$2, 1, −1$"] p["probabilities $p$<br/>shape $(3, 1)$<br/>$0.705', *shape, *SCORES, *shape, P[0]
    yield "3, 1)$<br/>$0.705, 0.259, 0.035", *shape, *P
    yield (
        '3, 1)$<br/>$0, −3.854, 0$"] gz["$∂L/∂z$<br/>shape $(3, 1)$<br/>$0.705, −0.741',
        *shape,
        *IN_P,
        *shape,
        *IN_Z[:2],
    )
    yield "3, 1)$<br/>$0.705, −0.741, 0.035", *shape, *IN_Z
    yield '-->|"$−1/p₂$ at the right class<br/>(infinite if $p₂$ is<br/>rounded to 0', IN_P[1] * P[1], ...
    yield '-->|"Jacobian, shape $(3, 3', *JACOBIAN.shape


def hinge():
    """Hinge: enough is enough."""
    m = sp.symbols("m", real=True)
    inside, beyond = (sp.diff(sp.Max(0, 1 - m), m).subs(m, place) for place in (-1, 3))
    wrong = sp.Heaviside(-m)
    (edge,) = sp.solve(1 - m, m)
    left, right = (sp.limit(sp.diff(sp.log(1 + sp.exp(-m)), m), m, end) for end in (-sp.oo, sp.oo))
    yield "a score of 10", ...
    yield "as $t = -1$ and $t = 1$", ..., ...
    yield "is −1 or 1", ..., ...
    yield "target, −1 or 1; one example, and for a data set the mean. At $t s = 1$", ..., ..., edge
    yield "every number from 0 to $-t$ is a subgradient there, and 0 may be taken", beyond, hinge_slope(1.0, 1)
    yield "to 0 at margin 1", (1 - m).subs(m, edge), edge
    yield (
        "toward 0; dashed the count of errors, a step from 1 to 0",
        sp.limit(sp.log(1 + sp.exp(-m)), m, sp.oo),
        wrong.subs(m, -1),
        wrong.subs(m, 1),
    )
    yield (
        "hinge −1 up to margin 1 and 0 beyond, cross-entropy rising smoothly from −1",
        inside,
        edge,
        beyond,
        left,
    )
    yield "from −1 to 0", left, right
    yield "the hinge pulls with 1 and the cross-entropy with nearly 1", -inside, -left
    yield "says how far the score is from 0", ...
    yield "wrong, has slope 0 wherever", sp.diff(wrong, m).subs(m, -3)
    yield r"is $\ln(1 + \e^{-m})$", ...


def penalties():
    """Two terms that look at the weights."""
    w, rate, strength = sp.symbols("w eta lambda", positive=True)
    kept = sp.expand((w - rate * sp.diff(strength * w**2, w)) / w)
    arrivals = sorted(
        abs(weight) / sp.Rational(5, 100)
        for weight in (2, sp.Rational(12, 10), sp.Rational(6, 10), -sp.Rational(8, 10))
    )
    yield r"strength $\lambda \ge 0$", ...
    yield (
        r"programs write $\frac{\lambda}{2} \norm{\vect{w}}^2$",
        strength * w / sp.diff(strength * w**2 / 2, w) * 2,
        ...,
    )
    yield (
        r"\operatorname{sign}(w_i)$$ $w_i \ne 0$ is one of the $n$ weights. Large or small, each is pulled toward 0",
        ...,
        ...,
    )
    yield "At $w_i = 0$", ...
    yield r"by $1 - 2 \eta \lambda$", kept.subs(rate, 0), -kept.coeff(rate).coeff(strength)
    yield "and none becomes 0", ...
    yield "at 0. Plain descent steps across and flips the sign; stopping at 0", ..., ...
    yield "at 2, 1.2, 0.6 and −0.8 over 30", *5 * [...]
    yield "reaches 0. Right, under the L1 term all move toward 0", ..., ...
    yield "steps 12, 16 and 24", *(step for step in arrivals if step <= 30)
    yield "term (Tibshirani's lasso, 1996)", ...


def matching_pairs():
    """Why a loss and its output belong together."""
    z, y = sp.symbols("z y")
    yield r"number | $\frac{1}{2} z^2$", sp.integrate(z, z) / z**2, 2
    yield r"to $\frac{1}{2} y^2$", sp.expand((z - y) ** 2 / 2).coeff(y, 2), 2
    yield "to the factor 2)", sp.simplify(sp.diff((z - y) ** 2, z) / (z - y))
    yield r"sigmoid $A(z) = \ln(1 + \e^{z})$", ...
    yield "counts 0, 1, 2", ..., ..., ...
    yield "predicts 0 with gradient 0", relu(-3.0), beside(relu, -3.0)
    yield "and Belkin (ICLR 2021)", ...


def back_to_the_message():
    """Back to the message."""
    squared, entropy = (pull_at(pull, START).evalf(20) for pull in (SQUARED_PULL, ENTROPY_PULL))
    waits = [steps(pull, START) for pull in (ENTROPY_PULL, SQUARED_PULL)]
    yield "was −8, its label 1", START, ...
    yield "At −8 the sigmoid is saturated; its slope is 0.000335", START, SLOPE.subs(Z, START)
    yield "most 2 in size, so the product is about −0.00067", 2 * (1 - sp.limit(SIGMA, Z, -sp.oo)), squared
    yield r"is $-\frac{1}{p} = -2{,}982$", ..., -1 / SURE
    yield "is $p - 1 = -0.9997$", ..., entropy
    yield "from −8 and crosses 0 at step 9. With squared error it stays near −8", START, ..., waits[0], START
    yield "crosses 0 at step 1,507", ..., waits[1]
    speed = sp.limit(-SQUARED_PULL.subs(Y, 1) * sp.exp(-Z), Z, -sp.oo)  # in units of e to the z
    yield r"squared error about $\frac{1}{2} \e^{8}$", 1 / speed, -START
    yield r"about $2 \e^{z}$, and going from $-8$", speed, START
    yield "counted 1,507. With cross-entropy the speed is about 1", waits[1], -entropy
