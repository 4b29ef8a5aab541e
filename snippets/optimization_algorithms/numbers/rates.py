"""The numbers on the pages about a rate for each weight, Adam and weight decay."""

import numpy as np
import sympy as sp

from snippets.optimization_algorithms.rare_words import SCORES, WORDS

SLOW, SHORT = sp.Rational(1, 10), sp.Rational(1, 1000)  # 1 - β₁ and 1 - β₂
FIRST = SLOW / sp.sqrt(SHORT)
V = sp.Symbol("v", positive=True)


def uncorrected(steps):
    """Return Adam's steps for a constant slope without the corrections, in units of the rate: (steps,).

    >>> uncorrected(1).round(3).tolist()
    [3.162]
    """
    k = np.arange(1, steps + 1)
    return -np.expm1(k * np.log(0.9)) / np.sqrt(-np.expm1(k * np.log(0.999)))


def heard(rate, messages=2000):
    """Return the weights of the common and of the rare word after messages, by plain descent.

    >>> [round(float(w), 2) for w in heard(0.01)]
    [1.01, 0.44]
    """
    common = rare = 0.0
    for (_, there), score in list(zip(WORDS, SCORES, strict=True))[:messages]:
        error = common + rare * there - score
        common, rare = common - 2 * rate * error, rare - 2 * rate * error * there
    return common, rare


def accounts(rate, messages=2000):
    """Return the accounts of AdaGrad for the common and the rare word, and how often each was heard, word by word.

    >>> accounts(0.3, 1)[1]
    (1, 0)
    """
    weights, sums, heard = [0.0, 0.0], [0.0, 0.0], [0, 0]
    for words, score in list(zip(WORDS, SCORES, strict=True))[:messages]:
        error = sum(w * x for w, x in zip(weights, words, strict=True)) - score
        for i, there in enumerate(words):
            if there:
                sums[i] += (2 * error) ** 2
                heard[i] += 1
                weights[i] -= rate * 2 * error / sums[i] ** 0.5
    return tuple(sums), tuple(heard)


def hovers(rate):
    """Return the last three places of RMSProp on w² from 1, after 300 steps."""
    w, v, places = 1.0, 0.0, []
    for _ in range(300):
        v += 0.1 * (4 * w * w - v)
        w -= rate * 2 * w / (v**0.5 + 1e-8)
        places.append(w)
    return places[-3:]


def round_of_three(beta):
    """Return Adam's three steps per round, without a running mean of slopes, on slopes 10, -1, -1: where v repeats."""
    after = [V]
    for slope in (10, -1, -1):
        after.append(beta * after[-1] + (1 - beta) * slope**2)
    (start,) = sp.solve(after[-1] - V, V)
    return [float(g / sp.sqrt(a.subs(V, start))) for g, a in zip((10, -1, -1), after[1:], strict=True)]


def kept(size, decay=0.1, rate=0.01, steps=1000, inside=True):
    """Return the mean of 4000 weights from 1 whose slopes are noise, under Adam with the decay inside or not."""
    rng, w, m, v = np.random.default_rng(5), np.ones(4000), 0.0, 0.0
    for k in range(1, steps + 1):
        g = size * rng.normal(size=4000) + inside * decay * w
        m, v = m + 0.1 * (g - m), v + 0.001 * (g * g - v)
        w = w * (1 - (not inside) * rate * decay) - rate * m / (1 - 0.9**k) / np.sqrt(v / (1 - 0.999**k))
    return float(w.mean())


def adam_the_top_of_the_page():
    """The top of the page."""
    yield "Stochastic Optimization*, ICLR 2015)", ...


def adam_two_running_means():
    """Two running means."""
    yield r"from $\vect{m}_0 = \vect{v}_0 = \vect{0}$, with $\hat{\vect{m}}_k = \vect{m}_k / (1 - \beta_1^k)$", ..., ...
    yield (
        r"and $\hat{\vect{v}}_k = \vect{v}_k / (1 - \beta_2^k)$. Usual settings: $\beta_1 = 0.9$, $\beta_2 = 0.999$",
        ...,
        ...,
        ...,
    )
    yield r"0.999$, $\varepsilon = 10^{-8}$", ..., ...
    yield r"from $w = 1$ with $\eta = 0.1$. The slope is 2", ..., ..., sp.diff(sp.Symbol("w") ** 2).subs("w", 1)
    yield r"is $0.1 \cdot 2 / \sqrt{4} = 0.1$", ..., 2, 2**2, ...


def adam_the_bias_derived():
    """The bias, derived."""
    yield r"but $(1 - \beta)\, g$: a tenth of it for $\beta = 0.9$", ..., 1 - SLOW
    yield "a thousandth for 0.999", 1 - SHORT
    yield r"(1 - \beta) \sum_{i=0}^{k-1} \beta^{\,k-1", ..., ..., ..., ...
    yield "it begins at 0", ...
    yield "add up to 1", ...
    yield "small by the factor 0.1", SLOW
    yield "around 1 over 60 steps. As it is, the mean climbs from 0 along the curve 1", ..., ..., ..., ...
    yield "− 0.9 to the power k; corrected", ...
    mean, corrected = 0.0, []
    for k, slope in enumerate(1 + 0.4 * np.random.default_rng(3).normal(size=60), 1):
        mean += 0.1 * (slope - mean)
        corrected.append(mean / (1 - 0.9**k))
    low, high = min(corrected[1:]), max(corrected[1:])
    yield "the first slope, 1.8, and then stays between 0.75 and 1.15", corrected[0], (0.7, low), (high, 1.2)
    yield (
        "at 3.16, rises to 6.6 near step 12, and falls to 1",
        uncorrected(1)[0],
        uncorrected(100).max(),
        int(uncorrected(100).argmax()) + 1,
        uncorrected(5000)[-1],
    )
    yield "correction it is 1", ...
    yield "that begins at 0", ...


def adam_how_long_is_a_step():
    """How long is a step."""
    yield r"near $\pm 1$ where the slopes agree, near 0", ..., ...
    yield r"gives $(1 - \beta_1) / \sqrt{1 - \beta_2} = 3.16$", ..., ..., FIRST.evalf()
    yield "up to 6.6 times", uncorrected(5000).max()
    yield (
        "float16 $10^{-8}$ is rounded to 0. Then a weight whose slopes have all been 0 computes 0/0",
        ...,
        np.float16(1e-8),
        ...,
        ...,
        ...,
    )
    yield "reaches down to $10^{-38}$", (1e-38, 2.0**-126)
    large, small, smaller = round_of_three(sp.Rational(1, 20))
    yield r"in three: 10, −1, −1. Their mean is $\frac{8}{3}$", ..., ..., ..., sp.Rational(10 - 1 - 1, 3)
    yield r"With $\beta_1 = 0$ and $\beta_2 = 0.05$ Adam falls by $1.03\, \eta$", ..., ..., large
    yield r"climbs by $0.42\, \eta$ and $0.90\, \eta$", -small, -smaller
    yield r"round it climbs by $0.29\, \eta$", -large - small - smaller
    yield "and Beyond*, ICLR 2018)", ...


def adam_weight_decay_goes_outside():
    """Weight decay goes outside."""
    yield r"shrinks by $1 - \eta\lambda$", ...
    yield "Decay Regularization*, ICLR 2019)", ...
    yield r"multiplied by $1 - \eta\lambda$", ...
    yield "Measured: 6,000 weights begin at 1", ..., ...
    yield r"size 0.1, 1 or 10, so only the decay moves their means. $\eta = 0.01$", ..., ..., ..., ...
    yield r"0.01$, $\lambda = 0.1$, 1,000", ..., ..., ...
    yield "mean weights over 1,000", ...
    yield (
        "size 10 fall only to about 0.9, those of size 1 to 0.37, those of size 0.1",
        ...,
        kept(10),
        ...,
        0.999**1000,
        ...,
    )
    yield (
        "to 0 within 400 steps. Below, AdamW, all three fall together to 0.37",
        kept(0.1, steps=400),
        ...,
        (0.35, 0.39),
    )
    yield "dashed curve of (1", ...
    yield "by $0.999^{1000} = 0.37$", (1 - 0.01 * 0.1) ** 1000, ...
    yield "= 0.001, the first slope of a weight is −0.02", ..., ...
    yield "by 1,000? Up by 0.001. And up by 0.001", ..., 0.001 * 0.02 / 0.02, 0.001 * 20 / 20


def adam_exercise():
    """Exercise."""
    yield "at 1, otherwise the correction divides by 0", ..., ...


def adam_common_mistakes():
    """Common mistakes."""
    yield "people write:** `Adam(…, weight_decay=0.1)`", ...
    yield "to shrink, keep 91%", 100 * kept(10)
    yield "with $m = v = 0$", ...
    yield r"instead of $3.16\, \eta$", ...
    yield "after 1,000 steps weights with large slopes still have 0.91, where $0.37$", ..., kept(10), 0.999**1000


def rate_for_each_weight_the_top_of_the_page():
    """The top of the page."""
    yield "exactly 0 until its word turns up. Both should become 1", ..., ...
    yield "With the rate 0.01", ...
    yield "after 2,000. With 0.1", ..., ...
    yield "rate 0.01, the common word reaches 1", ..., heard(0.01)[0]
    yield "to 0.4. With rate 0.1 the rare one climbs in large stairs to 1", heard(0.01)[1], ..., heard(0.1)[1]
    yield "AdaGrad with rate 0.3", ...


def rate_for_each_weight_adagrad_divide_by_what_has_been():
    """AdaGrad: divide by what has been."""
    yield "Machine Learning Research, 2011)", ...
    yield r"entry, $\vect{v}_0 = \vect{0}$, and a tiny $\varepsilon > 0$", ..., ...
    (common, rare), heard = accounts(0.3)
    yield "After 2,000 messages the account of the common weight has come to 105", ..., common
    yield "of the rare one to 14.4", rare
    yield (
        r"$0.3 / \sqrt{105} = 0.029$ and by $0.3 / \sqrt{14.4} = 0.079$",
        ...,
        common,
        0.3 / common**0.5,
        ...,
        rare,
        0.3 / rare**0.5,
    )
    yield "2,000 slopes against 28", *heard
    yield "one weight by 1,000", ...
    yield "become 1,000 times *smaller*", 1000**2 / 1000
    yield (
        r"\frac{\eta}{\sqrt{k}}$$ $k = 1, 2, \dots$ counts the steps, and the slope is any number but 0",
        ...,
        ...,
        ...,
    )
    yield r"(With $\varepsilon = 0$", ...
    yield r"come about $2\eta \sqrt{k}$", sp.integrate(1 / sp.sqrt(V), (V, 0, 1))


def rate_for_each_weight_rmsprop_let_the_account_fade():
    """RMSProp: let the account fade."""
    yield "*Lecture 6.5: rmsprop*, Coursera: Neural Networks for Machine Learning, 2012)", ..., ...
    yield "as 0.9 or 0.99", ..., ...
    yield r"is $-\eta\, \vect{g}_k / (\sqrt{\vect{v}_{k+1}} + \varepsilon)$", ...
    yield "with 0.01, at the rate 1", ..., ...
    yield "between 100 and 0.01", ..., ...
    yield "quotient stays about 1", ...
    yield "here 3.16 instead of 1", 1 / np.sqrt(0.1), ...
    yield "with the rate 0.05 RMSProp", ...
    yield r"$0.025, -0.025, 0.025, \dots$", *hovers(0.05)
    yield r"so $2a = \eta$", ...


def rate_for_each_weight_what_division_cannot_do():
    """What division cannot do."""
    yield r"with $\kappa = 50$, along the axes and turned, each method at the best of 44", ..., ...
    yield "and turned by 30", ...
    yield "steps. Turned by 30°", ...
    part = np.sin(np.pi / 6), np.cos(np.pi / 6)
    yield r"Turned by 30°, both weights", ...
    yield r"direction, $-\sin 30° = -0.5$ and $\cos 30° = 0.87$", ..., -part[0], ..., part[1]
    yield (
        r"proportion $0.5^2$ to $0.87^2$, about 1 to 3",
        part[0] ** 2,
        round(part[1], 2) ** 2,
        ...,
        part[1] ** 2 / part[0] ** 2,
    )
    yield r"factor of $\sqrt{3} = 1.73$", 3, part[1] / part[0]
    yield "is taken as 0", ...
    yield "= 0.5, slopes 3 and then 4", ..., ..., ...
    yield r"then $0.5 \cdot 4/\sqrt{9 + 16} = 0.4$", ..., ..., 3**2, 4**2, ...


def rate_for_each_weight_exercise():
    """Exercise."""
    yield "has the account 0", ...


def rate_for_each_weight_a_common_mistake():
    """A common mistake."""
    yield "slope that is 100", ...
    yield "from 1, after 10, 100 and 300", ..., ..., ..., ...
