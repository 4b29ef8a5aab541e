"""The numbers on the pages about costs and attention, and in the interview questions: counted another way."""

import math

import sympy as sp

from snippets.backpropagation_algorithm.exercises import checkpoint_price

HALF = sp.Rational(1, 2)
COUNT = (50_257 + 1024) * 768 + 12 * (12 * 768**2 + 13 * 768) + 2 * 768
KEPT = 12 * 1024 * 768 * (34 + 5 * 12 * 1024 // 768)
P = (1 / (1 + math.exp(-1)), 1 / (1 + math.exp(1)))
OUT = (P[0] * 1 + P[1] * 0, P[0] * 0 + P[1] * 1)
MEAN = OUT[0] * 4 + OUT[1] * 8
G = tuple(p * (d - MEAN) for p, d in zip(P, (4, 8), strict=True))


def _held(every):
    """Inputs held at most by 100 layers with a checkpoint before every k-th, segment by segment."""
    starts = range(0, 100, every)
    return max(number + min(every, 100 - start) for number, start in enumerate(starts))


def _longest_first(most):
    """Checkpoints of 100 layers for segments of as many layers as the limit allows: most, most - 1, and so on."""
    return [s for s in (most * i - sum(range(i)) for i in range(most)) if s < 100]


def attention_backward_forward_with_shapes():
    """Forward, with shapes."""
    yield r"\begin{aligned} \mat{S} &= \tfrac{1", ...
    yield "to 1; the columns do not. The root keeps the scores at size 1", ..., ...
    yield r"query $(2, 0, 0, 0)$, so $\sqrt{d} = 2$; two keys, $(1, 0, 0, 0)$ and $(0, 1, 0, 0)$", *13 * [...]
    yield "values, $(1, 0)$ and $(0, 1)$", *4 * [...]
    yield r"and 0, the weights $\sigma(1) = 0.7311$ and $0.2689$", ..., ..., P[0], P[1]
    yield "is $(0.7311, 0.2689)$. Let the upstream gradient be $(4, 8)$", *OUT, ..., ...


def attention_backward_backward_from_the_end():
    """Backward, from the end."""
    yield r"gets $0.7311 \cdot (4, 8) = (2.9242, 5.8485)$", P[0], ..., ..., P[0] * 4, P[0] * 8
    yield "the case $(4, 8)$", ..., ...
    yield "adds up to 0", round(sum(G), 12)
    yield (
        r"is $0.7311 \cdot 4 + 0.2689 \cdot 8 = 5.0758$, and the scores get $0.7311 \cdot (4 - 5.0758) = -0.7864$",
        P[0],
        ...,
        P[1],
        ...,
        MEAN,
        P[0],
        ...,
        MEAN,
        G[0],
    )
    yield r"and $0.2689 \cdot (8 - 5.0758) = 0.7864$", P[1], ..., MEAN, G[1]
    yield r"keys.** $\mat{S} = \frac{1}{\sqrt{d}}\mat{Q}\mat{K}^\T$", ...
    yield r"queries get $\frac{\partial L}{\partial \mat{Q}} = \frac{1}{\sqrt{d}}", ...
    yield "half of $-0.7864$ times the first key plus $0.7864$ times", G[0], G[1]
    yield r"the second, $(-0.3932, 0.3932, 0, 0)$", G[0] / 2, G[1] / 2, ..., ...
    yield (
        "there $P_{ij} = 0$, and the rule for the scores gives 0",
        math.exp(-math.inf),
        math.exp(-math.inf) * (4 - MEAN),
    )


def attention_backward_the_table_that_need_not_be_there():
    """The table that need not be there."""
    yield "each head. [In GPT-2]", ...
    yield "at 1,024 tokens; at 8,192 tokens they are 64", ..., ..., (8192 // 1024) ** 2
    yield r"case: $(4, 8) \cdot (0.7311, 0.2689) = 5.0758$", ..., ..., *OUT, MEAN
    yield "Attention with IO-Awareness*, 2022)", ...


def attention_backward_exercise():
    """Exercise."""
    yield r"tokens $0, \ldots, i$", ...


def attention_backward_a_common_mistake():
    """A common mistake."""
    yield r"it: $\frac{1}{\sqrt{d}} \sum_i G_{ij}\, \vect{q}_i$", ...
    yield "too much got $-0.7864$", G[0]


def interview_warm_up():
    """Warm-up."""
    yield "with 50,000 examples and batches of 100, 500", ..., ..., 50_000 // 100


def interview_screen():
    """Screen."""
    yield "Where does the 1", ...
    yield "the layer below $B^2$", ...
    yield "stuck at ln 2", ...
    yield "gradient of a 1", ...
    yield r"$\frac{\partial L}{\partial x_j} = \sum_k w_k \delta_{j-k}$, with 0", ...
    yield r"$\frac{\partial L}{\partial \vect{x}} = \frac{1}{1-p}\,\vect{m}", ..., ...


def interview_on_site():
    """On-site."""
    yield r"$s$: $\frac{\partial L}{\partial s} = -\frac{1}{s}\sum_k v_k \hat x_k$", ...
    yield r"and (for $\varepsilon = 0$) along", ...
    yield r"slope 0 along $(1, \ldots, 1)$", ..., ..., ...
    yield r"way, with $\varepsilon = 0$", ...
    yield "GPT-2 small in 16", ..., ...
    yield "of 1,024 tokens leaves about 1.1", ..., KEPT / 1e9
    yield "For 100 layers 19 instead of 100", ..., 2 * math.isqrt(100) - 1, ...
    yield (
        r"$G_{ij} = P_{ij}\left(D_{ij} - \sum_k P_{ik}D_{ik}\right)$. Scores $\frac{1}{\sqrt d}\mat{Q}\mat{K}^\T$",
        ...,
    )
    yield r"d}\mat{Q}\mat{K}^\T$: $\frac{\partial L}{\partial \mat{Q}} = \frac{1}{\sqrt d}\mat{G}\mat{K}$", ...
    yield r"L}{\partial \mat{K}} = \frac{1", ...


def what_it_costs_the_top_of_the_page():
    """The top of the page."""
    yield "the activations of GPT-2", ...
    yield "GPT-2, the small one, has 124", ..., COUNT / 1e6
    yield "a card with 16", ...


def what_it_costs_time_about_two_forward_passes():
    """Time: about two forward passes."""
    yield "Neural Language Models*, 2020)", ...


def what_it_costs_memory_the_caches():
    """Memory: the caches."""
    yield "Large Transformer Models*, 2022)", ...
    yield "$a$ heads, with 16", ...
    yield "GPT-2 small, $s = 1024$, $h = 768$, $a = 12$", *4 * [...]
    yield (
        "Parameters 0.25, gradients 0.25. Activations for batches of 1, 4 and 16",
        2 * COUNT / 1e9,
        2 * COUNT / 1e9,
        ...,
        ...,
        ...,
    )
    yield "sequences, 1.08, 4.3 and 17.2", KEPT / 1e9, 4 * KEPT / 1e9, 16 * KEPT / 1e9
    yield "dashed line at 16", ...
    yield "GPT-2 small, and its activations for three sizes of batch, all in 16", ..., ...
    yield r"leave 17.2 GB. Seventy percent of it are the $12 \cdot 1024^2$", 16 * KEPT / 1e9, ..., ...
    yield "over 50,257 words at the end come on top: 103", ..., 2 * 1024 * 50_257 / 1e6


def what_it_costs_checkpoints():
    """Checkpoints."""
    yield "and Guestrin, *Training Deep Nets with Sublinear Memory Cost*, 2016", ...
    yield "is held, and 90", 100 - 100 // 10
    yield "to 10, then ten teeth that rise from 10 to 19, from 9 to 18", 100 // 10, ..., 100 // 10 + 9, 9, 9 + 9
    yield r"is at least $2\sqrt{n} - 1$", ..., ...
    yield r"is $\left( \sqrt{n/k} - \sqrt{k} \right)^2 \ge 0$", ..., ...
    yield "from 1 to 100. From 100 held at 0 extra runs the curve falls steeply to 51", *4 * [...], 100 // 2 + 1
    least = [k for k in range(1, 101) if _held(k) == min(map(_held, range(1, 101)))]
    again = [100 - len(range(0, 100, k)) for k in least]
    yield "at 50 and to 19, its lowest height, at 87 to 92", 100 - 100 // 2, _held(least[0]), again[0], again[-1]
    yield "back up to 100 at 99", _held(100), 100 - len(range(0, 100, 100))
    yield "Distances from 8 to 13 all hold 19, and 8", least[0], least[-1], _held(least[0]), least[0]
    yield "fewest layers twice, 87. Every distance above 13", again[0], least[-1]
    beyond = range(least[-1] + 1, 101)
    yield (
        "holds more than 19 and runs at least 92",
        (0, min(map(_held, beyond)) - 1),
        100 - len(range(0, 100, beyond[0])),
    )
    yield "100 equal layers need fewer than 19", ..., _held(10)
    yield r"segment $i$ may have $M - i + 1$ layers: $M + (M - 1)", ..., ...
    yield r"+ \dots + 1 = \frac{M (M + 1)}{2}$ in all", ..., ..., ...
    enough = next(m for m in range(1, 101) if sum(range(1, m + 1)) >= 100)
    yield "For $M = 14$ these are 105, enough for 100", enough, sum(range(enough + 1)), ...
    yield "layers: 14 inputs in the place of 19", checkpoint_price([1] * 100, _longest_first(enough))[0], _held(10)
    yield "becomes that of 19", 2 * math.isqrt(100) - 1
    yield "(*Algorithm 799: revolve*, 2000)", ..., ...
    yield "Check yourself: 64", ...
    yield "twice? $k = 8$: $8 + 8 - 1 = 15$ inputs in the place of 64", math.isqrt(64), *4 * [...], 64


def what_it_costs_exercise():
    """Exercise."""
    yield "one at layer 0", ...


def what_it_costs_a_common_mistake():
    """A common mistake."""
    yield "GPT-2 small one sequence of 1,024 tokens leaves 1.076", ..., ..., KEPT / 1e9
    yield (
        "leave 17.2 GB. Checkpoints trade that for time: of 100 equal layers, 19",
        16 * KEPT / 1e9,
        ...,
        2 * math.isqrt(100) - 1,
    )
    yield "the place of 100", ...
