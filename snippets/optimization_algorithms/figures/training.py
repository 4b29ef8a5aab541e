"""Figures of schedules, the range test and the race."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.optimization_algorithms.landscapes import course
from snippets.optimization_algorithms.optimizers import sgd
from snippets.optimization_algorithms.race import METHODS, RATES, arrival, tuned
from snippets.optimization_algorithms.schedules import cosine, range_test, stepped, warmed_up
from snippets.optimization_algorithms.wave import wave_gradient, wave_loss, wave_start
from snippets.style import dot, grid, note

PENS = dict(zip(METHODS, ("C0", "C1", "C5", "C2", "C4", "C3"), strict=True))
DOTS = {"marker": "o", "markersize": 2.4, "markevery": slice(0, 40)}
COURSES = (("valley", 30, 300), ("bent valley", 0, 1500), ("saddle", 0, 200))


def schedules():
    """Four schedules of 1000 steps; below, the mean gap of 500 noisy walks with each."""
    fig, (top, bottom) = plt.subplots(2, 1, figsize=(6, 7), sharex=True)
    steps, curvatures = np.arange(1000), np.array([1, 10])
    for name, rates, color, at in (
        ("constant", np.full(1000, 0.1), "C0", 750),
        ("stepped", stepped(0.1, 1000, every=500), "C1", 600),
        ("cosine", cosine(0.1, 1000), "C2", 560),
        ("warm-up, cosine", warmed_up(cosine(0.1, 1000), 100), "C5", 60),
    ):
        rng = np.random.default_rng(0)

        def noisy(x, rng=rng):
            return curvatures * x + rng.normal(size=x.shape)

        path = sgd(noisy, np.full((500, 2), 5), rates, 1000)
        gaps = (path**2 @ curvatures / 2).mean(axis=1)
        # The cosine lies under the one with a warm-up, from where that has come to its peak.
        pen = {"color": color, "linewidth": 3 if name == "cosine" else 1.4}
        top.plot(steps, rates, **pen)
        bottom.semilogy(np.arange(0, 1001, 5), gaps[::5], **pen)
        offset = {"constant": (0, 10), "stepped": (0, 10), "cosine": (36, 8), "warm-up, cosine": (56, -26)}[name]
        note(top, name, (at, rates[at]), offset, color)
    note(bottom, "constant", (800, 0.079), (0, 12), "C0")
    note(bottom, "stepped", (570, 0.005), (-24, -8), "C1")
    note(bottom, "cosine, both", (680, 0.02), (44, 12), "C2")
    note(bottom, "warm-up", (40, 3), (36, 4), "C5")
    top.set(ylabel="learning rate", ylim=(0, 0.125))
    bottom.set(xlabel="step", ylabel="mean gap", xlim=(0, 1000), ylim=(1e-3, 200))
    return fig


def range_of_rates():
    """Loss against the rate of its step while the rate grows from 0.0001 to 10; what then holds and what does not."""
    fig, ax = plt.subplots(figsize=(6, 4.6))
    rates, losses = range_test(wave_loss, wave_gradient, wave_start(), 1e-4, 10, 120)
    ax.loglog(rates, np.clip(losses, 0, 1e3), color="C0", linewidth=2.4)
    lowest = rates[np.argmin(losses)]
    for rate, color, words, top in (
        (lowest, "C3", "lowest loss:\nescapes ", 60),
        (lowest / 3, "C3", "a third of its rate:\nescapes ", 12),
        (lowest / 10, "C2", "a tenth:\nholds ", 3),
    ):
        at = np.interp(rate, rates, losses)
        ax.plot([rate, rate], [0.03, top], color=color, linewidth=1, linestyle=":")
        dot(ax, rate, at, color=color)
        note(ax, words, (rate, top), (-4, -8), color, ha="right")
    ax.set(xlabel="learning rate of the step", ylabel="loss", ylim=(0.05, 300), xlim=(1e-4, 5))
    return fig


def race_paths():
    """The race: six methods in a turned valley, a bent valley and past a saddle, each at its own tuned rate."""
    fig, rows = plt.subplots(3, 2, figsize=(5.2, 8.6), sharey="row", sharex="row")
    frames = ((-0.35, 1.15, -0.8, 0.85), (-1.6, 1.5, -0.6, 2.2), (-0.85, 1.15, -0.2, 1.5))
    levels = ([0.02, 0.1, 0.4, 1.2, 3], [1, 8, 40, 120, 300], [-0.24, -0.2, -0.1, 0, 0.15, 0.4])
    titles = {"valley": "valley, turned by 30°", "bent valley": "Rosenbrock", "saddle": "saddle"}
    goals = {"valley": (0, 0), "bent valley": (1, 1), "saddle": (0, 1)}
    for axes, (name, turned_by, steps), frame, lines in zip(rows, COURSES, frames, levels, strict=True):
        loss, gradient, start, least = course(name, turned_by)
        points = grid(frame[:2], frame[2:], 51)
        for ax, methods in zip(axes, (("plain", "momentum", "Nesterov"), ("AdaGrad", "RMSProp", "Adam")), strict=True):
            ax.contour(*points, loss(points), levels=lines, colors="C4", linewidths=0.5, linestyles="-")
            for method in methods:
                rate, _ = tuned(METHODS[method], loss, gradient, start, least, steps)
                path = METHODS[method](gradient, start, rate, min(steps, 150))
                ax.plot(*path.T, color=PENS[method], linewidth=1.2, label=method, **DOTS)
            dot(ax, *start, color="C4", markersize=8)
            dot(ax, *goals[name], color="C4", marker="*", markersize=13)
            ax.set(xlabel="$x$", xlim=frame[:2], ylim=frame[2:])
            ax.locator_params(nbins=4)
        axes[0].set(ylabel="$y$")
        axes[0].set_title(titles[name])
    for ax in rows[0]:
        ax.legend(loc="lower left", bbox_to_anchor=(-0.06, 1.14))
    return fig


def rate_sensitivity():
    """Steps to a thousandth in the turned valley against the learning rate: each method has a hollow of its own."""
    fig, ax = plt.subplots(figsize=(6, 4.6))
    loss, gradient, start, least = course("valley", 30)
    with np.errstate(all="ignore"):
        for method, color in PENS.items():
            steps = []
            for rate in RATES:
                there = arrival(loss(METHODS[method](gradient, start, rate, 1000).T) - least)
                steps.append(np.nan if there is None else there)
            ax.loglog(RATES, steps, color=color, marker="o", markersize=2.6, linewidth=1.4, label=method)
    ax.set(xlabel="learning rate", ylabel="steps to a thousandth", ylim=(15, 1000))
    ax.set_yticks([20, 50, 100, 200, 500, 1000], ["20", "50", "100", "200", "500", "1000"])
    ax.minorticks_off()
    ax.legend(loc="upper right")
    return fig
