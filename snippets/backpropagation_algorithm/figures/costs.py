"""Figures of what batch norm ties together, and of memory."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

from snippets.backpropagation_algorithm.batch_norm import BatchNorm
from snippets.backpropagation_algorithm.memory import (
    checkpointed,
    gpt2_parameters,
    held_at_most,
    transformer_block,
)
from snippets.backpropagation_algorithm.network import Tanh
from snippets.style import note

FEATURE = np.array([[1.0], [7], [9], [15]])


def _rates(layer, x):
    """Rates of all outputs with all inputs of a feature, a pull-back for each output: (B, B)."""
    layer.forward(x)
    return np.stack([layer.backward(axis[:, None]).ravel() for axis in np.eye(len(x))])


def who_sees_whom():
    """Rates of four outputs with four examples: tanh, and batch normalization."""
    fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.9))
    tables = [
        ("tanh", _rates(Tanh(), (FEATURE - 8) / 10)),
        ("batch norm", _rates(BatchNorm(1, eps=0.0), FEATURE)),
    ]
    for ax, (title, table) in zip(axes, tables, strict=True):
        for (i, j), rate in np.ndenumerate(table):
            side = 0.92 * np.sqrt(abs(rate) / np.abs(table).max())
            color = "C0" if rate > 0 else "C3"
            ax.add_patch(Rectangle((j - side / 2, i - side / 2), side, side, facecolor=color, linewidth=0))
        ax.set(xlim=(-0.6, 3.6), ylim=(3.6, -0.6), aspect="equal", title=title, xlabel="example $j$")
        ax.set_xticks(range(4), range(1, 5))
        ax.set_yticks(range(4), range(1, 5))
        ax.grid(False)
    axes[0].set_ylabel("output $i$")
    return fig


def memory_of_gpt2():
    """Gigabytes of GPT-2 small in 16 bits: parameters, gradients, and activations for three batches."""
    fig, ax = plt.subplots(figsize=(6.2, 3.9))
    parts = transformer_block(s=1024, h=768, a=12)
    table, block = parts["attention weights"], sum(parts.values())
    weights = 2 * gpt2_parameters() / 1e9
    names = ["parameters", "gradients", "batch of 1", "batch of 4", "batch of 16"]
    rest = [weights, weights, *(12 * (block - table) * b / 1e9 for b in (1, 4, 16))]
    tables = [0, 0, *(12 * table * b / 1e9 for b in (1, 4, 16))]
    ax.barh(names, rest, color="C0")
    ax.barh(names, tables, left=rest, color="C0", alpha=0.45)
    for k, (a, b) in enumerate(zip(rest, tables, strict=True)):
        note(ax, f"{a + b:.2f}", (a + b, k), (6, 0), ha="left")
    ax.axvline(16, color="C3", linestyle="--", linewidth=1.4)
    note(ax, "16 GB", (16, 0), (-6, 0), "C3", ha="right")
    ax.set(xlabel="GB", ylabel="what is held", xlim=(0, 20), xticks=range(0, 21, 5))
    ax.invert_yaxis()
    ax.yaxis.grid(visible=False)
    return fig


def memory_over_time():
    """Inputs held against layers run, for 100 layers: all kept, and a checkpoint before every tenth."""
    fig, ax = plt.subplots(figsize=(6, 4.2))
    layer = (np.tanh, lambda x, u: u * (1 - np.tanh(x) ** 2))
    n = 100
    going_up, going_down = np.arange(1, n + 1), np.arange(n - 1, -1, -1)
    ax.plot(np.concatenate([going_up, going_down]), color="C1", linewidth=2)
    note(ax, "all kept: 100", (100, 100), (10, 0), "C1", ha="left")
    _, held = checkpointed([layer] * n, 0.5, 1.0, 10)
    steps, sawtooth = n, list(held[:n])
    for segment in range(9, -1, -1):
        sawtooth += [segment + 1, *held[steps : steps + 9], *range(segment + 9, segment, -1), segment]
        steps += 9
    ax.plot(sawtooth, color="C0", linewidth=1.8)
    note(ax, "every tenth: 19", (204, 19), (0, 8), "C0", ha="left")
    ax.axvline(n, color="C4", linewidth=1, linestyle=":")
    note(ax, "forward", (50, 108), color="C4")
    note(ax, "backward", (210, 108), color="C4")
    ax.set(xlabel="layers run, forward or back", ylabel="inputs held", ylim=(0, 116), xlim=(0, 320))
    return fig


def checkpoint_trade():
    """Inputs held against layers run twice, for 100 layers and all distances of checkpoints."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    every = np.arange(1, 101)
    again, held = 100 - np.ceil(100 / every), held_at_most(100, every)
    even = 100 % every == 0
    ax.plot(again[~even], held[~even], "o", color="C4", markersize=3, markeredgewidth=0)
    ax.plot(again[even], held[even], "o-", color="C0", markersize=6, linewidth=1.2)
    places = {
        1: (30, 0),
        2: (26, 8),
        4: (-21, -4),
        5: (-17, -14),
        8: (-8, -16),
        10: (22, -12),
        50: (-28, 4),
        100: (-34, 0),
    }
    for k, offset in places.items():
        note(ax, f"$k={k}$", (again[k - 1], held[k - 1]), offset, "C0" if even[k - 1] else "C4")
    ax.set(xlabel="layers run a second time", ylabel="inputs held at most", xlim=(-4, 106), ylim=(0, 108))
    return fig
