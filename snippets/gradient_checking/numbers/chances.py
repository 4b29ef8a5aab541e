"""The numbers of the lessons on random directions and on kinks, from the normal distribution and by counting."""

import math
from itertools import pairwise

import numpy as np
from scipy import stats

from snippets.gradient_checking.kinks import bias_errors, relu_case
from snippets.gradient_checking.network import DECAY, random_parameters, spiral_batch, spiral_loss
from snippets.gradient_checking.steps import complex_step_gradient

SIZES = (3072, 4096, 4096, 10)
MANY = sum(np.zeros((n + 1, m), dtype=bool).size for n, m in pairwise(SIZES))


def _passes(ratio, directions=1):
    """Chance that an error of so many tolerances passes: the share of the normal distribution near 0, to a power."""
    return (stats.norm.cdf(1 / ratio) - stats.norm.cdf(-1 / ratio)) ** directions


def _length(slopes):
    """Length of a whole gradient."""
    return np.linalg.norm(np.concatenate([value.ravel() for value in slopes.values()]))


def _seen():
    """What five directions see of the forgotten penalty, least and most, and what the whole check does."""
    place, rng = random_parameters(), np.random.default_rng(1)
    right = complex_step_gradient(lambda p: spiral_loss(p, *spiral_batch()), place)
    claimed = right | {"W2": right["W2"] - DECAY * place["W2"]}
    drawn = [{name: rng.normal(size=value.shape) for name, value in place.items()} for _ in range(10)]
    seen = [abs(DECAY * (place["W2"] * v["W2"]).sum()) / _length(claimed) for v in drawn[5:]]
    return min(seen), max(seen), DECAY * np.linalg.norm(place["W2"]) / max(_length(claimed), _length(right))


def _off(k):
    """Spread of the root of a mean of k squares of normal numbers, in percent, from the chi distribution."""
    return 100 * stats.chi(k).std() / math.sqrt(k)


def _kinks_and_others():
    """Errors of bias slopes with a kink within reach, over the figure's steps, and the largest of all others."""
    found = [bias_errors(h, relu_case()) for h in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6)]
    near = np.concatenate([errors[crossed > 0] for errors, crossed in found])
    return near.min(), near.max(), max(errors[crossed == 0].max() for errors, crossed in found)


def _slope_seen(z, h):
    """Mean of ReLU's slope between z - h and z + h."""
    return np.mean(np.linspace(z - h, z + h, 200_001) > 0)


def directions_instead_of_coordinates_the_top_of_the_page():
    """The top of the page."""
    yield "this topic has 33", sum(value.size for value in random_parameters().values())
    yield "by coordinates takes 68", 2 * MANY * 0.1 / 86400


def directions_instead_of_coordinates_one_slope_for_the_whole_gradient():
    """One slope for the whole gradient."""
    yield "to an error of order $h^2$", ...
    yield "not have length 1", ...
    yield "may be nearly 0", ...
    yield "between 8e-05 and 3e-03, where the whole check by coordinates had said 4.2e-3", *_seen()


def directions_instead_of_coordinates_how_much_luck():
    """How much luck."""
    yield "too, with mean 0", ...
    yield "$d_i v_i$, whose variances $d_i^2$", ...
    yield r"of 0.8 percent, and three with one of $5 \cdot 10^{-7}$", 100 * _passes(100), _passes(100, 3)
    yield "length 1, with a narrow strip around 0", ..., ...
    yield "for 1, 2 and 5", ..., ..., ...
    yield "Left: 20,000", ...


def directions_instead_of_coordinates_refuted_not_proved():
    """Refuted, not proved."""
    yield r"way. Signs, $\pm 1$", ...
    yield "all draws, to 0", ...


def directions_instead_of_coordinates_a_length_from_slopes():
    """A length from slopes."""
    yield "with mean 0 and variance 1", ..., ...
    yield "mean 0, the squares $g_i^2$", ..., ...
    yield r"variance $2\norm{\vect{g}}^4$", stats.chi2(1).var(), ...
    yield (
        r"about $1/\sqrt{2k}$ of itself: 22 percent for ten directions, 7 for a hundred, 2",
        ...,
        ...,
        *map(_off, (10, 100, 1000)),
    )
    yield "one goes 0.01 far", 1e-5 * math.sqrt(1e6)
    yield "three, $0.08^3$: 1 in 2,000", round(_passes(10), 2) ** 3, ..., round(1 / _passes(10, 3), -3)


def directions_instead_of_coordinates_exercise():
    """Exercise."""
    yield "a number below 1", ...
    yield r"of 0.8 percent and three with one of $5 \cdot 10^{-7}$", 100 * _passes(100), _passes(100, 3)
    yield "losses instead of 58,818,580", 2 * MANY


def kinks_and_other_traps_a_kink_within_reach():
    """A kink within reach."""
    yield "slope 0 on the left and 1", ..., ...
    yield r"At $z = 0$ it is $\frac{1}{2}$", ..., 0.5
    yield "is 0.65, where the slope at z is 1", round(_slope_seen(0.3, 1), 4), _slope_seen(0.3, 0.01)
    yield "from 0 at −h to 1 at h, beside the true step at 0", _slope_seen(-1.001, 1), _slope_seen(1.001, 1), ...
    yield "from 1e-6 to 1e-2", ..., ...
    yield "between 1e-4 and 1", (0, _kinks_and_others()[0]), (_kinks_and_others()[1], 2)
    yield "below 1e-5", (_kinks_and_others()[2], 1)
    yield "density $q$ at 0", ...
    yield "pre-activation at 0 (0.4", ..., stats.norm.pdf(0)
    yield "at $h$ = 1e-5", ...
    yield "shrinks from 0.01 to 0.001", ..., ...
    yield r"jumps by 1 is off by $\frac{1}{2}(1 - \abs{z}/h)$", ..., round(_slope_seen(0, 1), 4), ...
    yield "step, 1e-6 or 1e-7", ..., ...
    yield "exactly 0, as from inputs and biases of 0", ..., ...
    yield "then jumps to 0", ...
    yield r"convention](#activation-subgradient), the difference $\frac{1}{2}$", round(_slope_seen(0, 1), 4)
    yield "jumps. Its slope is 0", ...


def kinks_and_other_traps_places_where_a_bug_does_not_show():
    """Places where a bug does not show."""
    yield "where something is 0", ...
    yield "weights or biases 0", ...
    yield "is 1 at 0", 1 - np.tanh(0) ** 2, ...
    yield "that is near 0", ...
    yield "its gradient is 0", ...
    yield "at random parameters, none of them 0", ...
    yield "different: 12 examples, 2 inputs, 5 units, 3", ..., ..., ..., ...


def kinks_and_other_traps_numbers_that_cannot_move():
    """Numbers that cannot move."""
    yield (
        "The 3.00001 was cut to 3 when it was stored, the 2.99999 to 2",
        3 + 1e-5,
        int(3 + 1e-5),
        3 - 1e-5,
        int(3 - 1e-5),
    )
    yield "have the gradient 0", ...
    yield "of 0.03, and passes at h/2", ..., ...
    yield "to a quarter, 0.0075", 0.03 / 4


def kinks_and_other_traps_exercise():
    """Exercise."""
    yield "is it from 0", ...


def kinks_and_other_traps_common_mistakes():
    """Common mistakes."""
    yield "not go to 0", ...
    yield "all biases at 0", ...
    yield "at 0 tanh has the slope 1", ..., 1 - np.tanh(0) ** 2
    yield "right:** random parameters, none of them 0", ...
    yield "to $(z + h)/(2h)$", ...
