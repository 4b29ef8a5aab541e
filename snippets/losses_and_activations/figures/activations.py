"""Figures of activations: each above its derivative, how fast these vanish, and softmax at three temperatures."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.losses_and_activations import activations as act
from snippets.losses_and_activations.softmax import softmax
from snippets.losses_and_activations.stable import sigmoid, softplus
from snippets.style import dot, note


def _above_slopes(columns, z, kinks=()):
    """Two rows: each column's function above its derivative; at a kink the lines are broken."""
    fig, axes = plt.subplots(2, 2, figsize=(6, 5), sharex=True, sharey="row", height_ratios=(1.2, 1))
    for (above, below), (title, f, slope) in zip(axes.T, columns, strict=True):
        above.plot(z, f(z), color="C0")
        height = slope(z)
        for kink in kinks:
            height = np.where(np.abs(z - kink) < 1e-9, np.nan, height)
        below.plot(z, height, color="C1")
        for ax in (above, below):
            ax.axhline(0, color="C4", linewidth=0.8)
            ax.axvline(0, color="C4", linewidth=0.8)
        above.set_title(title, color="C0")
        below.set_xlabel("$z$")
    axes[0, 0].set_ylabel("value")
    axes[1, 0].set_ylabel("derivative")
    fig.align_ylabels()
    return fig, axes


def sigmoid_and_tanh():
    """Sigmoid and tanh above their derivatives, bells with the tops 1/4 and 1."""
    columns = [("sigmoid $\\sigma(z)$", sigmoid, act.sigmoid_slope), ("$\\tanh z$", np.tanh, act.tanh_slope)]
    fig, axes = _above_slopes(columns, np.linspace(-5, 5, 101))
    for ax, (_, f, slope), name in zip(axes.T, columns, ("$\\frac{1}{4}$", "$1$"), strict=True):
        dot(ax[0], 0, f(0), color="C0")
        dot(ax[1], 0, slope(0), color="C1")
        note(ax[1], name, (0, slope(0)), (16, 14), "C1", fontsize="large")
    axes[0, 0].set(yticks=[-1, 0, 0.5, 1], xticks=[-5, 0, 5])
    axes[1, 0].set(ylim=(-0.05, 1.2), yticks=[0, 0.25, 1])
    return fig


def relu_and_leaky_relu():
    """ReLU and leaky ReLU (a = 0.1, so that the leak is seen) above their derivatives, which jump at 0."""
    leak = 0.1
    columns = [
        ("ReLU", act.relu, act.relu_slope),
        ("leaky ReLU, $a=0.1$", lambda z: act.leaky_relu(z, leak), lambda z: act.leaky_relu_slope(z, leak)),
    ]
    fig, axes = _above_slopes(columns, np.linspace(-3, 3, 121), kinks=(0,))
    for ax, (_, _, slope) in zip(axes[1], columns, strict=True):
        for side, value in ((-1, slope(-1.0)), (1, slope(1.0))):
            dot(ax, 0, value, color="C1", markerfacecolor=plt.rcParams["figure.facecolor"], markeredgecolor="C1")
            note(ax, f"{float(value):g}", (1.8 * side, value), (0, 10), "C1")
        dot(ax, 0, slope(0.0), color="C3")
        note(ax, "what programs\nreturn at 0", (0, slope(0.0)), (8, 33), "C3", ha="left", fontsize="small")
    axes[1, 0].set(ylim=(-0.15, 1.25), yticks=[0, 1])
    return fig


def gelu_and_softplus():
    """GELU and softplus above their derivatives: one dips below 0 and rises above 1, the other is the sigmoid."""
    columns = [("GELU", act.gelu, act.gelu_slope), ("softplus", softplus, act.softplus_slope)]
    z = np.linspace(-4, 4, 121)
    fig, axes = _above_slopes(columns, z)
    for ax in axes[0]:
        ax.plot(z, act.relu(z), color="C4", linestyle="--", linewidth=1.2, zorder=1)
        note(ax, "ReLU", (3, 3), (-4, -20), "C4", ha="left")
    lowest, steepest = -0.7518, np.sqrt(2)
    dot(axes[0, 0], lowest, act.gelu(lowest), color="C2")
    note(axes[0, 0], "lowest, $-0.17$", (lowest, act.gelu(lowest)), (8, -14), "C2", ha="right")
    dot(axes[1, 0], steepest, act.gelu_slope(steepest), color="C2")
    note(axes[1, 0], "1.13", (steepest, act.gelu_slope(steepest)), (0, 11), "C2")
    dot(axes[0, 1], 0, softplus(0), color="C2")
    note(axes[0, 1], "$\\ln 2$", (0, softplus(0)), (-14, 9), "C2")
    note(axes[1, 1], "$\\sigma(z)$", (1.6, 0.8), (10, -12), "C1")
    axes[0, 0].set(ylim=(-1.2, 4.2), yticks=range(5))
    axes[1, 0].set(ylim=(-0.25, 1.35), yticks=[0, 0.5, 1])
    return fig


def saturation():
    """Derivatives on a logarithmic axis: away from 0 those of sigmoid and tanh fall along straight lines."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    z = np.linspace(-10, 10, 201)
    kinds = [
        ("sigmoid", act.sigmoid_slope(z), "C0", (8.4, 2.2e-3)),
        ("tanh", act.tanh_slope(z), "C1", (3.6, 1.2e-4)),
        ("softplus", act.softplus_slope(z), "C2", (-8.5, 2.2e-3)),
        ("leaky ReLU", np.where(z == 0, np.nan, act.leaky_relu_slope(z)), "C4", (-9.8, 0.022)),
        ("ReLU, right of 0", np.where(z > 0, act.relu_slope(z), np.nan), "C5", (6, 2.5)),
    ]
    for name, slope, color, at in kinds:
        ax.semilogy(z, slope, color=color)
        note(ax, name, at, color=color, ha="left" if name.startswith("leaky") else "center")
    ax.set(
        xlabel="$z$",
        ylabel="derivative",
        ylim=(1e-8, 10),
        yticks=[1e-8, 1e-6, 1e-4, 1e-2, 1],
        xticks=[-10, -5, 0, 5, 10],
    )
    return fig


def softmax_temperature():
    """Softmax of the scores 2, 1, -1 at three temperatures, as bars: sharp, as it is, flat."""
    fig, axes = plt.subplots(1, 3, figsize=(6, 3.4), sharey=True)
    scores = np.array([2.0, 1.0, -1.0])
    for ax, temperature in zip(axes, (0.5, 1, 4), strict=True):
        p = softmax(scores, temperature)
        ax.bar(range(3), p, color=["C0", "C1", "C2"], width=0.7)
        for k, height in enumerate(p):
            note(ax, f"{height:.3f}", (k, height), (0, 8), f"C{k}")
        ax.set_title(f"$T={temperature}$", loc="center")
        ax.set(xlabel="score", xticks=range(3), ylim=(0, 1))
        ax.set_xticklabels([f"${s:g}$" for s in scores])
    axes[0].set_ylabel("probability")
    return fig
