"""Figures of noise and bias: minibatches, their floor, clipping, truncation."""

import matplotlib.pyplot as plt
import numpy as np
from scipy import optimize

from snippets.gradient_pathologies.batches import (
    example_gradients,
    measured_noise,
    minibatch_walk,
    noisy_data,
    spread_of_gradients,
)
from snippets.gradient_pathologies.bias import clipped_two_values, memory_gradient, memory_loss, two_memories
from snippets.style import dot, note


def noise_against_size():
    """Squared error of the minibatch gradient against its size: slope −1; without replacement it bends down."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    features, targets = noisy_data(np.random.default_rng(9))
    gradients = example_gradients(np.zeros(5), features, targets)
    sizes, rng = np.array([1, 2, 4, 8, 16, 32, 64, 128, 256, 384, 480]), np.random.default_rng(1)
    for replace, color in ((True, "C0"), (False, "C1")):
        found = [measured_noise(gradients, size, 1500, rng, replace) for size in sizes]
        ax.loglog(sizes, found, color=color, marker="o", markersize=5, linestyle="none" if replace else "-")
    ax.loglog(sizes, spread_of_gradients(gradients) / sizes, color="C0", linewidth=1)
    signal = np.sum(gradients.mean(axis=0) ** 2)
    ax.axhline(signal, color="C4", linestyle="--", linewidth=1.2)
    note(ax, "squared length of the gradient", (512, signal), (0, 9), "C4", ha="right")
    note(ax, "with replacement:\nslope −1", (24, spread_of_gradients(gradients) / 24), (10, 16), "C0", ha="left")
    note(ax, "without", (384, 0.9), (-12, 0), "C1", ha="right")
    ax.set(xlabel="batch size $B$", ylabel="mean squared error", xticks=[1, 10, 100], ylim=(0.1, 3e3))
    return fig


def noise_and_floor():
    """Squared distance to the minimum with minibatches: a fall, then a floor set by rate and batch."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    features, targets = noisy_data(np.random.default_rng(9))
    best = np.linalg.lstsq(features, targets, rcond=None)[0]
    falling = 0.05 * np.where(np.arange(400) < 150, 1, 0.06)
    plans = [
        ("rate 0.05, $B=4$", np.full(400, 0.05), 4, "C3"),
        ("falling rate, $B=4$", falling, 4, "C2"),
        ("rate 0.05, $B=64$", np.full(400, 0.05), 64, "C0"),
    ]
    for name, rates, size, color in plans:
        path = minibatch_walk(np.zeros(5), features, targets, rates, size, np.random.default_rng(3))
        far = np.sum((path - best) ** 2, axis=1)
        ax.semilogy(far, color=color, linewidth=1.2, label=name)
    ax.legend(loc="upper right")
    ax.set(xlabel="step", ylabel="squared distance", xticks=[0, 100, 200, 300, 400], ylim=(1e-4, 100))
    return fig


def clipping_bias():
    """Mean of clipped minibatch gradients against the limit: below 0 the walk goes the wrong way."""
    fig, ax = plt.subplots(figsize=(6, 4.2))
    limits = np.linspace(0.02, 11, 240)
    for size, color in ((1, "C3"), (10, "C1"), (100, "C0")):
        curve = [clipped_two_values(size, limit) for limit in limits]
        ax.plot(limits, curve, color=color)
        place, offset = {1: (5, (16, -8)), 10: (1.1, (22, -12)), 100: (2.2, (0, 12))}[size]
        at = int(np.argmin(np.abs(limits - place)))
        note(ax, f"$B={size}$", (limits[at], curve[at]), offset, color)
    ax.axhline(0, color="C4", linewidth=1)
    ax.axhline(0.1, color="C4", linestyle="--", linewidth=1.2)
    note(ax, "true mean 0.1", (11, 0.1), (0, 9), "C4", ha="right")
    ax.set(xlabel="limit $c$", ylabel="mean after clipping", xticks=[0, 1, 5, 10], yticks=[-0.8, -0.4, 0])
    return fig


def truncation_bias():
    """Loss of the memory weight, with the places where truncated gradients are zero."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    inputs, targets = two_memories(400, np.random.default_rng(9))
    w = np.linspace(0.6, 0.93, 67)
    ax.plot(w, [memory_loss(one, inputs, targets) for one in w], color="C0")
    for kept, offset in ((1, (14, 8)), (2, (14, 8)), (5, (14, 8)), (10, (12, 10)), (20, (0, 16)), (400, None)):
        stop = optimize.brentq(lambda one, kept=kept: memory_gradient(one, inputs, targets, kept), 0.3, 0.95)
        loss = memory_loss(stop, inputs, targets)
        dot(ax, stop, loss, color="C2" if kept == 400 else "C3")
        uses = "use" if kept == 1 else "uses"
        if offset and kept < 20:
            note(ax, f"{kept} {uses}", (stop, loss), offset, "C3", ha="left")
    note(ax, "20 uses, and all", (0.858, 115), (0, -16), "C2")
    ax.set(xlabel="memory $w$", ylabel="loss", xticks=[0.6, 0.7, 0.8, 0.9], ylim=(85, 250))
    return fig
