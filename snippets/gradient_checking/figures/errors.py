"""Figures of the comparison itself: factors, entries, steps, number types."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.gradient_checking.checker import measured_gradient, noise_floor
from snippets.gradient_checking.network import random_parameters, spiral_batch, spiral_gradient, spiral_loss
from snippets.gradient_checking.precision import STORES, stored_errors
from snippets.gradient_checking.steps import errors_by_step, flat
from snippets.gradient_checking.suspects import missing_path
from snippets.style import dot, note


def error_of_a_factor():
    """The relative error that a gradient shows which is c times the true one."""
    fig, ax = plt.subplots(figsize=(6, 4.2))
    factor = np.linspace(-2, 6, 801)
    ax.plot(factor, np.abs(factor - 1) / np.maximum(np.abs(factor), 1), color="C0")
    ax.axhline(1, color="C4", linewidth=1, linestyle=":")
    marked = [(-1, "sign: 2", (28, 6)), (0, "nothing: 1", (36, 9)), (0.5, "half: $\\frac{1}{2}$", (-30, -6))]
    marked += [(2, "twice: $\\frac{1}{2}$", (22, -16)), (1, "right: 0", (0, -14))]
    for c, text, offset in marked:
        dot(ax, c, abs(c - 1) / max(abs(c), 1), color="C3" if c != 1 else "C2")
        note(ax, text, (c, abs(c - 1) / max(abs(c), 1)), offset)
    note(ax, "sum for mean:\ntoward 1", (5, 0.8), (0, -20), "C0")
    ax.set(xlabel="factor $c$ in the place of 1", ylabel="relative error $\\rho$", xlim=(-2, 6), ylim=(-0.3, 2.25))
    return fig


def entries_and_noise():
    """Each of the 33 entries: its relative error against its size, and what rounding of the loss can do."""
    fig, ax = plt.subplots(figsize=(6, 4.2))
    x, labels = spiral_batch()
    parameters = random_parameters()
    claimed = flat(spiral_gradient(parameters, x, labels))
    measured = flat(measured_gradient(lambda p: spiral_loss(p, x, labels), parameters))
    sizes = np.array([2e-4, 0.6])
    ax.loglog(sizes, noise_floor(spiral_loss(parameters, x, labels), sizes), color="C4", linestyle="--")
    ax.loglog(np.abs(claimed), np.abs(claimed - measured) / np.abs(claimed), "o", color="C0", alpha=0.8)
    note(ax, "rounding of the loss: $u|L|/(h|g|)$", (4e-3, noise_floor(1.32, 4e-3)), (62, 26), "C4")
    small = np.argmin(np.abs(claimed))
    at = abs(claimed[small]), abs(claimed[small] - measured[small]) / abs(claimed[small])
    note(ax, "W1[0,0]", at, (0, -14), "C0")
    ax.set(xlabel="size of the entry $|g|$", ylabel="relative error of the entry", xlim=(2e-4, 0.6))
    return fig


def error_against_step():
    """Relative error of the whole gradient against h: a V for the right one, a plateau for the wrong one."""
    fig, ax = plt.subplots(figsize=(6, 4.6))
    x, labels = spiral_batch()
    parameters, steps = random_parameters(), 10.0 ** np.arange(-12, 0.1, 0.25)
    for program, color, name in ((spiral_gradient, "C0", "right"), (missing_path, "C3", "penalty on W2 forgotten")):
        claimed = program(parameters, x, labels)
        errors = errors_by_step(lambda p: spiral_loss(p, x, labels), claimed, parameters, steps)
        ax.loglog(steps, errors, "o-", color=color, markersize=4, label=name)
    ax.loglog([1e-4, 1e-1], [5e-10, 5e-4], color="C4", linestyle="--", linewidth=1)
    ax.loglog([1e-11, 1e-6], [2e-4, 2e-9], color="C4", linestyle="--", linewidth=1)
    note(ax, "slope 2:\ntruncation", (2e-3, 2e-7), (30, -12), "C4")
    note(ax, "slope −1:\nrounding", (1e-9, 2e-6), (-38, -34), "C4")
    note(ax, "wrong: a plateau", (1e-7, 4.2e-3), (0, 12), "C3")
    note(ax, "right: a V", (1e-5, 6.6e-11), (4, -15), "C0")
    ax.set(xlabel="step $h$", ylabel="relative error $\\rho$", ylim=(3e-12, 1))
    return fig


def number_types():
    """One neuron's slope by central differences in four number types: error against h, and u to the power 2/3."""
    fig, ax = plt.subplots(figsize=(6, 4.6))
    steps = 2.0 ** -np.arange(0.5, 40, 0.5)
    for (name, (bits, _)), color in zip(STORES.items(), ("C0", "C2", "C1", "C3"), strict=True):
        errors = stored_errors(name, steps)
        shown = (errors > 0) & (errors < 0.99)
        ax.loglog(steps[shown], errors[shown], "o-", color=color, markersize=3.5, linewidth=1)
        level = 2.0 ** (-2 * bits / 3)
        ax.plot([6e-17, 1e-15], [level, level], color=color, linewidth=3)
        note(ax, name, (1e-15, level), (5, 0), color, ha="left")
    ax.set(xlabel="step $h$", ylabel="relative error of the slope", xlim=(2e-17, 1), ylim=(3e-13, 1.5))
    ax.set_xticks([1e-12, 1e-8, 1e-4, 1])
    return fig
