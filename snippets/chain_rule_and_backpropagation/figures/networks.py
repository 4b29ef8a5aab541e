"""Figures of neurons and layers: a loss over w and b, rows against columns, a whole network with its numbers."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.chain_rule_and_backpropagation.figures.drawing import RADIUS, blank, edge, node, signed
from snippets.chain_rule_and_backpropagation.layers import (
    B1,
    B2,
    W1,
    W2,
    T,
    X,
    layer_backward,
    network_backward,
    network_forward,
)
from snippets.chain_rule_and_backpropagation.neuron import neuron_gradient, neuron_loss, sigmoid
from snippets.chain_rule_and_backpropagation.shared import shares, states
from snippets.style import arrow, dot, grid, note, plate


def neuron_landscape():
    """The loss of one neuron over its weight and bias: straight level lines, and the step against the gradient."""
    fig, ax = plt.subplots(figsize=(5.6, 4.9))
    fine = grid((-0.35, 1.35), (-1.75, 0.1), 61)
    levels = ax.contour(
        *fine, neuron_loss(*fine, 2, 1), levels=[0.02, 0.05, 0.08, 0.125, 0.2, 0.3], colors="C0", linewidths=1
    )
    ax.clabel(levels, fmt="%g", fontsize=10)
    start, (in_w, in_b, _) = np.array([0.5, -1]), neuron_gradient(0.5, -1, 2, 1)
    arrow(ax, start, start - np.array([in_w, in_b]), "C1")
    dot(ax, *start, color="C1")
    note(ax, "$w=0.5,\\;b=-1$", start, (-8, -12), "C1", ha="right", bbox=plate())
    note(ax, "$-\\nabla L=(0.25,\\,0.125)$", start - np.array([in_w, in_b]), (4, 12), "C1", bbox=plate())
    ax.set(xlabel="weight $w$", ylabel="bias $b$", aspect="equal", xticks=[0, 0.5, 1], yticks=[-1.5, -1, -0.5, 0])
    return fig


def nudged_weight():
    """A nudge of 0.1 to the weight of a neuron, followed on four number lines of one scale: w, z, y and L."""
    fig, ax = plt.subplots(figsize=(6, 4))
    blank(ax, (-0.29, 0.34), (-0.3, 3.45))
    before, after = ((w, w * 2 - 1, sigmoid(w * 2 - 1), neuron_loss(w, -1, 2, 1)) for w in (0.5, 0.6))
    names = ("weight $w$", "pre-activation $z$", "output $y$", "loss $L$")
    rates = ("", "times $x=2$", "times about $\\sigma'(0)=\\frac{1}{4}$", "times about $y-t=-\\frac{1}{2}$")
    for height, name, rate, first, second in zip((3, 2, 1, 0), names, rates, before, after, strict=True):
        moved = second - first
        ax.plot([-0.08, 0.26], [height] * 2, color="C4", linewidth=1)
        arrow(ax, (0, height), (moved, height), "C1", linewidth=2.6, mutation_scale=11, shrinkA=0, shrinkB=0)
        dot(ax, 0, height, color="C0", markersize=6)
        note(ax, name, (-0.29, height), ha="left")
        note(ax, signed(round(first, 4)), (0, height), (0, 12), "C0", ha="left" if moved < 0 else "right")
        note(ax, signed(round(second, 4)), (moved, height), (0, 12), "C1", ha="right" if moved < 0 else "left")
        note(ax, rate, (0.13, height + 0.5), color="C2", ha="left")
    return fig


def rows_and_columns():
    """A layer of three inputs and two neurons: forward a neuron reads its row, backward an input its column."""
    fig, (there, back) = plt.subplots(1, 2, figsize=(6, 4.2))
    W, a, delta = np.array([[1, 2, 0], [3, -1, 1]]), np.array([1, 0, 2]), np.array([1, 2])
    z, (_, _, in_a) = W @ a, layer_backward(W, a, delta)
    inputs, neurons = [(0, 2), (0, 1), (0, 0)], [(1, 1.5), (1, 0.5)]
    for ax, forward in ((there, True), (back, False)):
        blank(ax, (-0.28, 1.28), (-0.75, 2.6))
        for i, neuron in enumerate(neurons):
            for j, place in enumerate(inputs):
                used = i == 1 if forward else j == 0
                ends = (place, neuron) if forward else (neuron, place)
                color = ("C2" if forward else "C1") if used else "C4"
                edge(
                    ax,
                    *ends,
                    signed(W[i, j]) if used else "",
                    color,
                    alpha=1 if used else 0.45,
                    linewidth=2 if used else 1,
                )
        for place, value, grad in zip(inputs, a, in_a, strict=True):
            node(ax, place, value if forward else grad, color="C2" if forward or place == inputs[0] else "C4")
        for place, value, d in zip(neurons, z, delta, strict=True):
            node(ax, place, value if forward else d, color="C2" if forward and place == neurons[1] else "C4")
    there.set_title("forward: row 2 of $\\boldsymbol{W}$", color="C2")
    back.set_title("backward: column 1 of $\\boldsymbol{W}$", color="C1")
    note(there, "$3\\cdot 1-1\\cdot 0+1\\cdot 2=5$", (0.5, -0.6), color="C2")
    note(back, "$1\\cdot 1+3\\cdot 2=7$", (0.5, -0.6), color="C1")
    for ax, left, right in ((there, "a", "z"), (back, "a", "\\delta")):
        rate = "\\partial L/\\partial" if ax is back else ""
        note(ax, f"${rate}\\boldsymbol{{{left}}}$", (0, 2.5))
        note(ax, f"$\\boldsymbol{{{right}}}$", (1, 2.5))
    return fig


def unrolled_steps():
    """Three steps of h_k = w·h_{k-1} + x_k with one w: states, their sensitivities, and the share of each use."""
    fig, ax = plt.subplots(figsize=(6, 3.7))
    blank(ax, (-0.3, 3.35), (-0.55, 1.75))
    inputs, target = [4, 1, 0], 1
    h, uses = states(0.5, inputs), shares(0.5, inputs, target)
    deltas = [(h[3] - target) * 0.5 ** (3 - k) for k in range(1, 4)]
    weight = (1.5, 1.5)
    node(ax, weight, "0.5", "$w$", color="C2")
    for k, value in enumerate(h):
        below = f"$\\delta_{k}={deltas[k - 1]:g}$" if k else ""
        node(ax, (k, 0), f"{value:g}", "", below)
        note(ax, f"$h_{k}$", (k, 0), ((RADIUS + 5) * (1 if k == 3 else -1), RADIUS))
    for k in range(1, 4):
        edge(ax, (k - 1, 0), (k, 0))
        edge(ax, weight, (k, 0), f"{uses[k - 1]:g}", "C2", text="C1")
    note(ax, "what each use adds", (2.4, 1.2), color="C1", ha="left")
    return fig


def two_layer_network():
    """The network of the page: values in the nodes, δ below them, on each edge the weight and its gradient."""
    fig, ax = plt.subplots(figsize=(6, 4.6))
    blank(ax, (-0.2, 2.25), (-0.5, 1.5))
    z1, a1, y = network_forward(W1, B1, W2, B2, X)
    in_W1, delta1, in_W2, delta2 = network_backward(W1, B1, W2, B2, X, T)
    inputs, hidden, output = [(0, 1), (0, 0)], [(1, 1), (1, 0)], (2, 0.5)
    for j, place in enumerate(inputs):
        node(ax, place, f"{X[j]:g}", f"$x_{j + 1}$")
        for i, target in enumerate(hidden):
            where = 0.5 if i == j else 0.3
            edge(ax, place, target, signed(W1[i, j]), text="C2", where=where, lift=7)
            at = [p + where * (q - p) for p, q in zip(place, target, strict=True)]
            note(ax, signed(in_W1[i, j], 2), at, (0, -7), "C1", bbox=plate())
    for i, place in enumerate(hidden):
        node(ax, place, f"{a1[i]:.2f}", f"$\\sigma({z1[i]:g})$", f"$\\delta={delta1[i]:.2f}$")
        edge(ax, place, output, signed(W2[0, i]), text="C2", where=0.46, lift=7)
        at = [p + 0.46 * (q - p) for p, q in zip(place, output, strict=True)]
        note(ax, signed(in_W2[0, i], 2), at, (0, -7), "C1", bbox=plate())
    node(ax, output, f"{y[0]:.2f}", "$y$", f"$\\delta={delta2[0]:.2f}$")
    note(ax, "weight", (1.62, 1.35), color="C2", ha="left")
    note(ax, "its gradient", (1.62, 1.22), color="C1", ha="left")
    return fig
