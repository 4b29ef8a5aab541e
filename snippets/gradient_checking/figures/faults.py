"""Figures of the suspects and of runs."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np

from snippets.gradient_checking.checker import gradient_error, measured_gradient
from snippets.gradient_checking.network import random_parameters, spiral_batch, spiral_gradient, spiral_loss
from snippets.gradient_checking.precision import survivors
from snippets.gradient_checking.suspects import STALE, SUSPECTS, after_a_step
from snippets.gradient_checking.watching import descend, global_norm
from snippets.style import note


def line_up():
    """Relative error of each parameter's gradient for eight suspects, as a table of colors."""
    fig, ax = plt.subplots(figsize=(6, 5))
    x, labels = spiral_batch()
    rows = []
    for suspect in SUSPECTS.values():
        moved, claimed = after_a_step(suspect, random_parameters(), x, labels)
        measured = measured_gradient(lambda p: spiral_loss(p, x, labels), moved)
        rows.append([np.log10(gradient_error(claimed[name], measured[name])) for name in moved])
    ax.pcolormesh(np.array(rows), vmin=-11, vmax=1)
    ax.invert_yaxis()
    ink, paper = mpl.rcParams["text.color"], mpl.rcParams["figure.facecolor"]
    for i, row in enumerate(rows):
        for j, power in enumerate(row):
            text, color = ("right", ink) if power < -7 else (f"{10**power:.1g}", paper)
            note(ax, text, (j + 0.5, i + 0.5), color=color)
    ax.set_xticks(np.arange(4) + 0.5, [rf"$\boldsymbol{{{name}}}_{layer}$" for layer in (1, 2) for name in "Wb"])
    ax.set_yticks(np.arange(len(SUSPECTS)) + 0.5, SUSPECTS)
    ax.tick_params(length=0)
    ax.grid(visible=False)
    ax.set(xlabel="parameter", ylabel="suspect")
    return fig


def learned_by_heart():
    """Loss on one batch of 12 against the step, for the right gradient and four wrong ones."""
    fig, ax = plt.subplots(figsize=(6, 4.6))
    x, labels = spiral_batch()
    shown = {"right": "C0", "broadcasting": "C2", "missing factor": "C1", "stale cache": "C3", "in-place edit": "C5"}
    for name, color in shown.items():
        STALE.clear()
        program = SUSPECTS.get(name, spiral_gradient)
        losses, _ = descend(
            lambda p: spiral_loss(p, x, labels),
            lambda p, program=program: program(p, x, labels),
            random_parameters(),
            rate=0.5,
            steps=2000,
        )
        ax.semilogx(np.arange(1, 2001), losses, color=color, linewidth=2.6 if name == "right" else 1.5, label=name)
    ax.axhline(np.log(3), color="C4", linestyle=":", linewidth=1)
    note(ax, "ln 3, all classes alike", (12, np.log(3)), (0, 9), "C4")
    ax.legend(loc="lower left")
    ax.set(xlabel="step", ylabel="loss on the batch", ylim=(0, 1.9))
    return fig


def rates_and_ratios():
    """Step length by weight length, and the gradient's length, over 200 steps for three rates."""
    fig, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3.9))
    x, labels = spiral_batch()
    for rate, color in ((0.001, "C1"), (0.1, "C0"), (30, "C3")):
        here, shares, lengths = random_parameters(), [], []
        for _ in range(200):
            slopes = spiral_gradient(here, x, labels)
            lengths.append(global_norm(slopes))
            shares.append(rate * np.linalg.norm(slopes["W1"]) / np.linalg.norm(here["W1"]))
            here = {name: w - rate * slopes[name] for name, w in here.items()}
        left.semilogy(shares, color=color, linewidth=1.2)
        right.semilogy(lengths, color=color, linewidth=1.2, label=rf"$\eta$ = {rate}")
    left.axhspan(1e-3, 1e-2, color="C4", alpha=0.2, linewidth=0)
    left.set(xlabel="step", ylabel="step length / weight length, $\\boldsymbol{W}_1$", ylim=(1e-6, 10))
    right.set(xlabel="step", ylabel="length of the gradient", ylim=(1e-3, 10))
    right.legend(loc="lower left")
    return fig


def half_precision_window():
    """100,000 gradients spread around a millionth, those that float16 loses shaded, as they are and scaled by 1024."""
    fig, ax = plt.subplots(figsize=(6, 4))
    powers = np.random.default_rng(8).normal(-6, 1.5, size=100_000)
    bins = np.linspace(-12, 3, 91)
    for scale, color, name in ((1, "C3", "as they are"), (2.0**10, "C0", "times 1024")):
        kept = survivors(10**powers, scale)
        label = f"{name}: {100 * kept:.1f}% kept"
        ax.hist(powers + np.log10(scale), bins=bins, color=color, alpha=0.5, label=label)
    ax.axvspan(-12, np.log10(2.0**-25), color="C4", alpha=0.25, linewidth=0)
    note(ax, "stored as 0", (-11.8, 5600), ha="left")
    ax.legend(loc="upper right")
    ax.set(xlabel="power of ten of the stored gradient", ylabel="number of gradients", xlim=(-12, 3), ylim=(0, 6400))
    return fig
