"""The numbers on the page about the race: all rates walk at once, and Rosenbrock's function is SciPy's."""

import numpy as np
from scipy.optimize import rosen, rosen_der, rosen_hess

RATES = np.geomspace(1e-4, 10**0.3, 44)
TURN = np.radians(30)


def _valley(turn):
    """Return curvatures 1 and 50 along axes that are turned: a loss and a slope of places (..., 2)."""
    axes = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    bent = axes.T @ np.diag([1, 50]) @ axes
    return lambda p: ((p @ axes.T) ** 2) @ [0.5, 25], lambda p: p @ bent


SADDLE = (
    lambda p: p[..., 0] ** 2 / 2 + (p[..., 1] ** 2 - 1) ** 2 / 4,
    lambda p: np.stack([p[..., 0], p[..., 1] ** 3 - p[..., 1]], axis=-1),
)
BENT = (lambda p: rosen(p.T), lambda p: rosen_der(p.T).T)


def gaps_of(method, course, start, rates, steps):
    """Return the gaps after each step for many rates at once: (steps + 1, rates).

    >>> gaps_of("plain", _valley(0), [1, 0], [1.0], 1).tolist()
    [[0.5], [0.0]]
    """
    loss, slope = course
    rates = np.asarray(rates)[:, None]
    x, m, v, found = np.tile(np.asarray(start, dtype=float), (len(rates), 1)), 0.0, 0.0, []
    with np.errstate(all="ignore"):
        found.append(loss(x))
        for k in range(1, steps + 1):
            g = slope(x)
            if method in ("plain", "momentum", "Nesterov"):
                m = g + 0.9 * m
                step = {"plain": g, "momentum": m, "Nesterov": g + 0.9 * m}[method]
            elif method == "AdaGrad":
                v = v + g * g
                step = g / np.sqrt(v)
            else:
                fade, kept = (0.9, 0.0) if method == "RMSProp" else (0.999, 0.9)
                m, v = m + (1 - kept) * (g - m), v + (1 - fade) * (g * g - v)
                # RMSProp corrects nothing, and forgets no slope but the last.
                short = 1.0 if method == "RMSProp" else (1 - kept**k) / np.sqrt(1 - fade**k)
                step = m / (np.sqrt(v) + 1e-8) / short
            x = x - rates * step
            found.append(loss(x))
    return np.array(found)


def arrivals(method, course, start, rates=RATES, steps=300):
    """Return for each rate from which step on the gap stays below a thousandth of the first; infinity if it does not.

    >>> float(arrivals("AdaGrad", _valley(0), [1, 0.3]).min())
    4.0
    """
    gaps = gaps_of(method, course, start, rates, steps)
    away = ~(gaps <= 1e-3 * gaps[0])
    last = np.array([np.flatnonzero(column)[-1] + 1.0 for column in away.T])
    return np.where(last > steps, np.inf, last)


def _best(method, course, start, steps=300):
    """Return the fewest steps over all rates, and the rate that has them."""
    there = arrivals(method, course, start, steps=steps)
    return there.min(), RATES[there.argmin()]


def _in_the_valley(method, degrees):
    """Return the fewest steps in the valley from the same place of it at every angle."""
    turn = np.radians(degrees)
    axes = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    return _best(method, _valley(turn), np.array([1, 0.3]) @ axes)[0]


def _moved(method, rate, x):
    """Return the steps on Rosenbrock's function with one rate from another start."""
    return arrivals(method, BENT, [x, 1], [rate], 1500)[0]


def rate_for_each_weight_what_division_cannot_do_measured():
    """What division cannot do: AdaGrad at three angles."""
    yield "needs 4 steps or 98", _in_the_valley("AdaGrad", 0), _in_the_valley("AdaGrad", 45)
    yield "AdaGrad 4 steps costs 82 when it is turned by 30°", *(_in_the_valley("AdaGrad", a) for a in (0, 30)), ...


def the_race_the_top_of_the_page():
    """The top of the page."""
    yield "slope, and 0.01 of the one is not 0.01 of the other", ..., ...


def the_race_the_rules():
    """The rules."""
    yield "of 44 rates from 0.0001 to 2", ..., ..., RATES[-1]
    yield r"ones: $\beta = 0.9$, for Adam 0.9 and 0.999", ..., ..., ...
    yield (
        r"The function $(1 - x)^2 + 100\,(y - x^2)^2$",
        ...,
        ...,
        ...,
        ...,
        ...,
    )
    yield r"with $\kappa = 50$, turned by 30°", ..., ...
    yield "the parabola $y = x^2$", ...
    flat, steep = np.linalg.eigvalsh(rosen_hess([1, 1]))
    yield "minimum is at $(1, 1)$, where it is 0 and its condition number 2,508", 1, 1, rosen([1, 1]), steep / flat
    yield (
        r"04](../04-hessian-and-critical-points/newtons-method.md#damping-and-backtracking), "
        r"$\frac{x^2}{2} - \frac{y^2}{2} + \frac{y^4}{4}$",
        ...,
        ...,
        ...,
        ...,
        ...,
        ...,
        ...,
    )


def the_race_the_result():
    """The result."""
    yield "rate, at most 150 steps, the first 40", ..., ...
    yield "for. From $(1, 0.01)$", ..., ...
    yield "its slope of 0.01", 0.01 - 0.01**3
    fewest = [_best(method, SADDLE, [1, 0.01], 200)[0] for method in ("plain", "RMSProp", "Adam")]
    yield "has 7 steps for plain descent, 73 for RMSProp and 54 for Adam. At the rate 1", *fewest, ...
    yield "curvature across is 1, and then", 1
    heights = [0.01]
    for _ in range(7):
        heights.append(2 * heights[-1] - heights[-1] ** 3)
    yield "about doubles: 0.02, 0.04, 0.08, 0.16, 0.31, 0.60, 0.98", *heights[1:]
    yield "From $y = 0.0001$ it needs 90", ..., arrivals("plain", SADDLE, [1, 1e-4], [1.0], 200)[0]
    yield "the minimum is 2, and 1 is just the limit $2/2$", 3 * 1**2 - 1, 2 / (3 * 1**2 - 1), ...
    twice = _best("RMSProp", SADDLE, [1, 0.01], 200)[1] * 2
    gaps = gaps_of("RMSProp", SADDLE, [1, 0.01], [RATES[np.abs(RATES - twice).argmin()]], 200)[:, 0]
    below = gaps <= 1e-3 * gaps[0]
    yield "after 38 steps", int(below.argmax())
    yield "step 122 on", int(np.flatnonzero(~below)[-1]) + 1
    along = _best("AdaGrad", _valley(0), [1, 0.3])[0]
    yield "from 30° to 0°. What happens to it, and to momentum? AdaGrad needs 4", ..., ..., along
    yield "instead of about 80", round(_best("AdaGrad", _valley(TURN), [1, 0.3])[0], -1)
    yield "the valley at 30°", ...
    yield "= 0. Who leaves? Nobody. There $y$ and its slope are exactly 0", ..., 0**3 - 0
    yield "or divide this 0", ...


def the_race_the_hollow_of_each_method():
    """The hollow of each method."""
    valley, start = _valley(TURN), [1, 0.3]
    yield "to 87 at 0.03", *_best("plain", valley, start)
    flat = RATES[arrivals("momentum", valley, start, steps=1000) < 90]
    yield "from 0.003 to 0.06. Adam and AdaGrad", flat[0], flat[-1]
    yield "wide hollows at 0.1 and 0.4", *(_best(method, valley, start)[1] for method in ("Adam", "AdaGrad"))
    yield r"or $2(1 + \beta)/\lambda_{\max}$", ..., ...


def the_race_what_the_race_does_not_show():
    """What the race does not show."""
    yield "of them near 0", ...
    yield "method was run 44", ...
    yield "for Deep Learning*, 2019)", ...
    yield "rate 0.001. What do you ask? Whether 0.001", ..., ...


def the_race_a_winner_moved_by_a_hundredth():
    """A winner, moved by a hundredth."""
    start = [-1.2, 1]
    best = {
        name: _best(name, BENT, start, 1500) for name in ("momentum", "Nesterov", "AdaGrad", "plain", "RMSProp", "Adam")
    }
    yield "with 87 steps where Nesterov needed 194", best["momentum"][0], best["Nesterov"][0]
    yield "arrive within 1,500", ...
    leap = best["AdaGrad"][1]
    yield "needs 543 steps or 8", _moved("AdaGrad", leap, -1.21), _moved("AdaGrad", leap, -1.15)
    yield "first leap of 1.58", leap
    change = max(
        abs(_moved(name, best[name][1], x) / best[name][0] - 1)
        for name in ("plain", "Nesterov", "RMSProp", "Adam")
        for x in (-1.21, -1.19, -1.15)
    )
    yield "by less than 40%", (100 * change, 41)


def the_race_a_common_mistake():
    """A common mistake."""
    yield "a wave, at 0.001", ...
    yield "At 0.001", ...
    yield "variables, no noise, 44", ...
