"""Figures of depth: gradients by layer, singular values, starts, saturation and silent units."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.gradient_pathologies.initial import orthogonal
from snippets.gradient_pathologies.stacks import draw_stack, lengths_down, pre_activations
from snippets.gradient_pathologies.units import start_with_silent, watch
from snippets.losses_and_activations.activations import relu, relu_slope, sigmoid_slope, tanh_slope
from snippets.losses_and_activations.stable import sigmoid
from snippets.style import note

RELU, TANH, SIGMOID = (relu, relu_slope), (np.tanh, tanh_slope), (sigmoid, sigmoid_slope)


def typical(lengths):
    """Exponential of the mean logarithm: the length of a typical draw."""
    return np.exp(np.log(lengths).mean(axis=0))


def gradient_by_layer():
    """Length of a gradient on its way down thirty layers: nearly straight lines on a logarithmic axis."""
    fig, ax = plt.subplots(figsize=(6, 4.6))
    layers = np.arange(1, 31)
    rows = [
        (RELU, 2, "C3", "ReLU, $g=2$", 8),
        (RELU, 2**0.5, "C2", "ReLU, $g=\\sqrt{2}$", 8),
        (RELU, 1, "C0", "ReLU, $g=1$", 12),
        (SIGMOID, 1, "C1", "sigmoid, $g=1$", 12),
    ]
    for unit, gain, color, name, place in rows:
        found = lengths_down(30, 64, gain, *unit, 20, np.random.default_rng(9))
        for draw in found[:4]:
            ax.semilogy(layers, draw, color=color, linewidth=0.6, alpha=0.6)
        ax.semilogy(layers, typical(found), color=color)
        at = typical(found)[place - 1]
        note(ax, name, (place, at), (10, -14) if gain <= 1 else (4, 13), color, ha="left")
    ax.set(xlabel="layer (the loss is at the right)", ylabel="length of the gradient", xticks=[1, 10, 20, 30])
    ax.set(yticks=[1e-18, 1e-12, 1e-6, 1, 1e4])
    return fig


def singular_values_by_depth():
    """Singular values of products of 1, 3, 10 and 30 random matrices: the fan opens."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    rng, product = np.random.default_rng(9), np.eye(64)
    colors = {1: "C2", 3: "C0", 10: "C1", 30: "C3"}
    for depth in range(1, 31):
        product = draw_stack(1, 64, 1.0, rng)[0] @ product
        if depth in colors:
            values = np.linalg.svd(product, compute_uv=False)
            ax.semilogy(np.arange(1, 65), values, color=colors[depth], marker="o", markersize=2.5, linewidth=0.8)
            end, offset = {1: (64, (6, 0)), 3: (64, (6, 0)), 10: (44, (-8, -14)), 30: (22, (12, 9))}[depth]
            layers = "layer" if depth == 1 else "layers"
            note(
                ax,
                f"{depth} {layers}",
                (end, values[end - 1]),
                offset,
                colors[depth],
                ha="right" if depth == 10 else "left",
            )
    flat = np.linalg.svd(orthogonal(64, rng), compute_uv=False)
    ax.semilogy(np.arange(1, 65), flat, color="C4", linestyle="--", linewidth=1.4)
    note(ax, "orthogonal", (64, 1), (0, 11), "C4", ha="right")
    ax.set(xlabel="singular value, largest first", ylabel="size", xlim=(0, 79), ylim=(1e-9, 60))
    ax.set_xticks([1, 16, 32, 48, 64])
    return fig


def start_by_activation():
    """Gradient at the first layer against depth for three starts: tanh and ReLU each have their own right one."""
    fig, axes = plt.subplots(1, 2, figsize=(6, 4.2), sharey=True)
    depths = np.array([2, 5, 10, 15, 20, 30, 40, 50])
    starts = [("small, $g=0.7$", 0.7, "C3"), ("Xavier, $g=1$", 1, "C0"), ("He, $g=\\sqrt{2}$", 2**0.5, "C1")]
    for ax, unit, title in zip(axes, (TANH, RELU), ("tanh", "ReLU"), strict=True):
        for name, gain, color in starts:
            first = [np.median(lengths_down(d, 64, gain, *unit, 20, np.random.default_rng(9))[:, 0]) for d in depths]
            ax.semilogy(depths, first, color=color, marker="o", markersize=4)
            if title == "tanh":
                offset = {"C3": (-34, -22), "C0": (0, -15), "C1": (0, 12)}[color]
                note(ax, name, (30, first[5]), offset, color)
        ax.set_title(title)
        ax.set(xlabel="layers", xticks=[2, 10, 30, 50], ylim=(1e-13, 1e3))
    axes[0].set_ylabel("gradient at the first layer")
    return fig


def slopes_by_gain():
    """Slopes of tanh units in thirty layers for three gains: one heap near 1, spread out, two heaps."""
    fig, axes = plt.subplots(1, 3, figsize=(6, 3.2), sharey=True)
    for ax, gain, color in zip(axes, (1, 2, 4), ("C0", "C2", "C3"), strict=True):
        rng, slopes = np.random.default_rng(9), []
        for _ in range(20):
            zs = pre_activations(draw_stack(30, 64, gain, rng), rng.normal(size=64), np.tanh)
            slopes.append(tanh_slope(zs))
        weights = np.full(np.size(slopes), 1 / np.size(slopes))
        ax.hist(np.ravel(slopes), bins=np.linspace(0, 1, 21), weights=weights, color=color)
        ax.set_title(f"gain {gain}")
        ax.set(xlabel="slope", xticks=[0, 0.5, 1])
    axes[0].set(ylabel="share of units", yticks=[0, 0.2, 0.4, 0.6])
    return fig


def silent_units():
    """Largest pre-activation of a silent unit in training: level in the first hidden layer, not in the second."""
    fig, axes = plt.subplots(1, 2, figsize=(6, 3.8), sharey=True)
    for ax, layer, title in zip(axes, (1, 2), ("first hidden layer", "second hidden layer"), strict=True):
        for seed in range(8):
            seen = watch(start_with_silent(layer, np.random.default_rng(seed)), 0.1, 400, layer)
            back = seen.max() > 0
            ax.plot(seen, color="C2" if back else "C3", linewidth=1.4)
        ax.axhline(0, color="C4", linewidth=1)
        ax.set_title(title)
        ax.set(xlabel="step", xticks=[0, 200, 400], ylim=(-0.7, 1.3))
    note(axes[0], "active", (200, 0), (0, 10), "C4")
    note(axes[0], "silent", (200, -0.1), (0, -12), "C3")
    axes[0].set(ylabel="largest pre-activation", yticks=[-0.5, 0, 0.5, 1])
    return fig
