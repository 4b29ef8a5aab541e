"""Figures of prices: paths against edges, and what a gradient costs."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.chain_rule_and_backpropagation.figures.drawing import blank
from snippets.chain_rule_and_backpropagation.paths import count_edges, count_paths
from snippets.chain_rule_and_backpropagation.price import gradient_cost, loss_cost
from snippets.style import dot, note


def paths_and_edges():
    """Layers of three nodes: how many paths there are, and how many edges."""
    fig, (sheet, ax) = plt.subplots(1, 2, figsize=(6, 3.7), width_ratios=(1, 1.15))
    blank(sheet, (-0.3, 4.3), (-0.4, 2.4))
    layers, nodes = range(5), range(3)
    for k in layers[:-1]:
        for i in nodes:
            for j in nodes:
                sheet.plot([k, k + 1], [i, j], color="C4", linewidth=0.8, alpha=0.7)
    for walk, color in (([2, 1, 2, 0, 1], "C1"), ([2, 0, 1, 1, 0], "C2")):
        sheet.plot(layers, walk, color=color, linewidth=2.6)
    for k in layers:
        for i in nodes:
            dot(sheet, k, i, color="C0", markersize=11)
    sheet.set_title("243 paths, 36 edges")
    depths = np.arange(2, 21)
    for count, color, name, place in ((count_paths, "C3", "paths", (9, 4e5)), (count_edges, "C0", "edges", (16, 700))):
        ax.semilogy(depths, [count([3] * d) for d in depths], color=color)
        dot(ax, 5, count([3] * 5), color=color)
        note(ax, name, place, color=color)
    ax.set(xlabel="number of layers", ylabel="count", xticks=[2, 5, 10, 15, 20])
    return fig


def price_of_gradient():
    """The price of all derivatives of a network, in losses, against its number of weights."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    networks = [[width, width, width, 1] for width in (2, 5, 10, 20, 50, 100, 200, 500, 700)]
    weights = np.array([count_edges(sizes) for sizes in networks])
    backward = [gradient_cost(sizes) / loss_cost(sizes) for sizes in networks]
    ax.loglog(weights, 3 * weights, color="C3")
    ax.loglog(weights, 2 * weights, color="C2")
    ax.loglog(weights, backward, color="C0")
    note(ax, "forward mode", (3e4, 9e4), (-10, 8), "C3", ha="right")
    note(ax, "central differences", (4e4, 8e4), (8, -4), "C2", ha="left")
    note(ax, "backward, once", (2e3, 1.5), (0, 14), "C0")
    ax.set(xlabel="number of weights", ylabel="price of the gradient, in losses", ylim=(0.4, 8e6))
    return fig
