"""Figures of random directions and of kinks."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.gradient_checking.directions import chance_to_pass
from snippets.gradient_checking.kinks import bias_errors, relu, relu_case, relu_secant
from snippets.style import dot, note


def slopes_of_an_error():
    """What random directions see of an error of length 1: a bell, and the narrow strip in which it passes."""
    fig, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3.8), width_ratios=(1, 1.2))
    seen = np.random.default_rng(8).normal(size=20_000)
    left.hist(seen, bins=60, range=(-3.5, 3.5), density=True, color="C0", alpha=0.55)
    left.axvspan(-0.1, 0.1, color="C3", alpha=0.5, linewidth=0)
    note(left, "passes", (0.1, 0.42), (24, 0), "C3")
    left.set(
        xlabel=r"$\boldsymbol{d}\cdot\boldsymbol{v}$, in units of $\|\boldsymbol{d}\|$",
        ylabel="density",
        ylim=(0, 0.46),
    )
    ratio = np.geomspace(0.1, 1e4, 121)
    for k, color in ((1, "C0"), (2, "C1"), (5, "C2")):
        chances = [chance_to_pass(r, 1, k) for r in ratio]
        right.loglog(ratio, chances, color=color)
    for text, k, r, color in (("1 direction", 1, 20, "C0"), ("2", 2, 200, "C1"), ("5", 5, 8, "C2")):
        note(right, text, (r, chance_to_pass(r, 1, k)), (6, 7), color, ha="left")
    right.set(xlabel=r"error / tolerance, $\|\boldsymbol{d}\|/\tau$", ylabel="chance to pass", ylim=(1e-8, 2))
    return fig


def secant_over_a_kink():
    """ReLU with the secant of a central difference around a place near its kink, and the slope that it sees."""
    fig, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3.8))
    z, h, place = np.linspace(-2, 2, 201), 1, 0.3
    left.plot(z, relu(z), color="C0")
    ends = np.array([place - h, place + h])
    left.plot(ends, relu(ends), "o-", color="C3")
    dot(left, place, relu(place), color="C2")
    note(left, "slope 0.65", (0.1, 0.5), (-7, 8), "C3", ha="right")
    note(left, "slope 1", (place, relu(place)), (26, -8), "C2")
    left.set(xlabel="$z$", ylabel="ReLU", xticks=[-2, place - h, place, place + h, 2], yticks=[0, 0.5, 1, 1.5, 2])
    left.set_xticklabels(["", "$z-h$", "$z$", "$z+h$", ""])
    right.plot(z, [relu_secant(place, h) for place in z], color="C3")
    right.step(z, z > 0, color="C0", where="mid", linewidth=1.2)
    note(right, "seen", (-0.5, 0.25), (-18, 8), "C3")
    note(right, "true", (0, 0.75), (-16, 12), "C0")
    right.set(xlabel="$z$", ylabel="slope", xticks=[-1, 0, 1], ylim=(-0.1, 1.15))
    right.set_xticklabels(["$-h$", "0", "$h$"])
    return fig


def kinks_by_step():
    """Errors of 100 bias slopes of a ReLU network by step, those with a kink within h apart, and two followed."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    case, rng = relu_case(), np.random.default_rng(8)
    for h in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6):
        errors, crossed = bias_errors(h, case)
        places = h * 10 ** rng.uniform(-0.25, 0.25, size=len(errors))
        for which, color, size in ((crossed == 0, "C0", 4), (crossed > 0, "C3", 5)):
            shown = which & (errors > 0)
            ax.loglog(places[shown], errors[shown], "o", color=color, markersize=size, alpha=0.7, markeredgewidth=0)
    steps = 10.0 ** np.linspace(-2, -6, 41)
    followed = np.array([bias_errors(h, case)[0][[39, 80]] for h in steps])
    ax.loglog(steps, followed, color="C1", linewidth=1.5)
    note(ax, "a kink within $h$", (1e-3, 1e-2), (-46, 14), "C3")
    note(ax, "no kink within $h$:\nrounding only", (3e-6, 2e-14), (0, 0), "C0")
    ax.set(xlabel="step $h$", ylabel="relative error of a bias slope")
    return fig
