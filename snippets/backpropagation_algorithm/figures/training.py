"""Figures of a batch and of the run on two moons."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

from snippets.backpropagation_algorithm.data import EPOCHS, RATE, page_data, page_network
from snippets.backpropagation_algorithm.moons import accuracy
from snippets.backpropagation_algorithm.network import mean_log_loss, perceptron, train
from snippets.style import grid, note

PLANE = (-1.6, 2.6), (-1.2, 1.7)


def _matrix(ax, name, left, middle, shape, color):
    """A matrix as a rectangle of cells of one unit, with its name and shape."""
    rows, columns = shape
    bottom = middle - rows / 2
    for i in range(rows):
        for j in range(columns):
            ax.add_patch(Rectangle((left + j, bottom + i), 1, 1, facecolor=color, alpha=0.25, linewidth=0))
            ax.add_patch(Rectangle((left + j, bottom + i), 1, 1, fill=False, edgecolor=color, linewidth=0.8))
    note(ax, name, (left + columns / 2, middle + rows / 2), (0, 12), color)
    note(ax, f"({rows}, {columns})", (left + columns / 2, bottom), (0, -10))
    return left + columns


def shapes_of_a_batch():
    """The three products of a linear layer for six examples, three inputs and two neurons, cells drawn one by one."""
    fig, axes = plt.subplots(3, 1, figsize=(6, 8.2))
    B, n, m = 6, 3, 2
    A, W, Z, D = (rf"$\boldsymbol{{{name}}}$" for name in ("A", "W", "Z", "𝚫"))
    products = [
        ("forward", [(A, (B, n), "C0"), (rf"{W}$^\mathsf{{T}}$", (n, m), "C1"), (Z, (B, m), "C2")]),
        (
            "to the weights",
            [(rf"{D}$^\mathsf{{T}}$", (m, B), "C5"), (A, (B, n), "C0"), (f"gradient of {W}", (m, n), "C1")],
        ),
        ("to the inputs", [(D, (B, m), "C5"), (W, (m, n), "C1"), (f"gradient of {A}", (B, n), "C0")]),
    ]
    for ax, (title, matrices) in zip(axes, products, strict=True):
        left = 0.0
        for number, (name, shape, color) in enumerate(matrices):
            left = _matrix(ax, name, left, 0, shape, color)
            if number < 2:
                note(ax, "·" if number == 0 else "=", (left + 1.25, 0))
            left += 2.5
        ax.set(xlim=(-1, 18), ylim=(-4.4, 4.6), aspect="equal", title=title)
        ax.axis("off")
    return fig


def _points(ax, x, y, size=3.2):
    """The two moons, one as dots and one as triangles."""
    for label, marker, color in ((0, "o", "C0"), (1, "^", "C1")):
        chosen = x[y.ravel() == label]
        ax.plot(*chosen.T, linestyle="none", marker=marker, color=color, markersize=size, alpha=0.75, markeredgewidth=0)


def _boundary(ax, network, **style):
    """Where the logit is 0, and thinly where it is ±2."""
    plane = grid(*PLANE, 121)
    logit = network.forward(plane.reshape(2, -1).T).reshape(121, 121)
    ink = mpl.rcParams["text.color"]
    ax.contour(*plane, logit, levels=[-2, 2], colors=ink, linewidths=0.7, linestyles="-")
    ax.contour(*plane, logit, levels=[0], colors=ink, **({"linewidths": 2.2} | style))


def boundary_over_epochs():
    """The boundary of the network at the start and after 10, 100, 200, 300 and 1,500 epochs."""
    fig, axes = plt.subplots(3, 2, figsize=(6.4, 7.6), sharex=True, sharey=True)
    x, y, *_ = page_data()
    network, done = page_network(), 0
    for ax, epoch in zip(axes.flat, (0, 10, 100, 200, 300, EPOCHS), strict=True):
        train(network, x, y, RATE, epoch - done)
        done = epoch
        _points(ax, x, y, 2.6)
        _boundary(ax, network)
        right = accuracy(network.forward(x), y)
        ax.set(xlim=PLANE[0], ylim=PLANE[1], aspect="equal", xticks=[-1, 0, 1, 2], yticks=[-1, 0, 1])
        ax.set_title(f"epoch {epoch:,}: {right:.1%} right", fontsize=11)
    for ax in axes[-1]:
        ax.set_xlabel("first input")
    for ax in axes[:, 0]:
        ax.set_ylabel("second input")
    return fig


def loss_over_epochs():
    """Loss of the network over the epochs, and the best loss of one without a hidden layer."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    x, y, *_ = page_data()
    line = perceptron([2, 1], np.random.default_rng(1))
    train(line, x, y, RATE, EPOCHS)
    best, _ = mean_log_loss(line.forward(x), y)
    losses = train(page_network(), x, y, RATE, EPOCHS)
    ax.axhline(best, color="C4", linestyle="--", linewidth=1.4)
    ax.loglog(np.arange(1, EPOCHS + 1), losses, color="C0", linewidth=2.4)
    note(ax, f"without hidden layer: {best:.4f}", (1, best), (4, -12), "C4", ha="left")
    for epoch in (10, 100, 300, EPOCHS):
        ax.plot(epoch, losses[epoch - 1], marker="o", color="C0")
        note(ax, f"{epoch:,}", (epoch, losses[epoch - 1]), (8, 8), "C0", ha="left")
    ax.set(xlabel="epoch", ylabel="loss", xlim=(1, 4500))
    return fig


def hidden_units():
    """The lines along which the hidden units change their sign, as thick as their outgoing weight, and the boundary."""
    fig, ax = plt.subplots(figsize=(6, 4.6))
    x, y, *_ = page_data()
    network = page_network()
    train(network, x, y, RATE, EPOCHS)
    weights, biases, outgoing, _ = network.parameters
    _points(ax, x, y)
    span = np.linspace(-6, 6, 2)
    for (a, b), c, thick in zip(weights, biases, outgoing[0], strict=True):
        foot, along = -c * np.array([a, b]) / (a * a + b * b), np.array([-b, a]) / np.hypot(a, b)
        places = foot[:, None] + along[:, None] * span
        ax.plot(*places, color="C2", linewidth=0.4 + 0.5 * abs(thick), alpha=0.55, solid_capstyle="butt")
    _boundary(ax, network, linewidths=2.6)
    ax.set(xlim=PLANE[0], ylim=PLANE[1], aspect="equal", xlabel="$x_1$", ylabel="$x_2$")
    return fig
