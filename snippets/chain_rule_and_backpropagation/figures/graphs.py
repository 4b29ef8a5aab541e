"""Figures of computational graphs: values forward, sensitivities backward, and the rule at each kind of node."""

import matplotlib.pyplot as plt

from snippets.chain_rule_and_backpropagation.dual import Dual
from snippets.chain_rule_and_backpropagation.engine import Node, sensitivities
from snippets.chain_rule_and_backpropagation.figures.drawing import RADIUS, blank, edge, node
from snippets.style import note

NAMES = list("xyuvf")
PLACES = dict(zip(NAMES, [(0, 1), (0, 0), (1, 0), (1, 1), (2, 0.5)], strict=True))
EDGES = [pair.split() for pair in ("x u", "y u", "x v", "u f", "v f")]


def _calculation(x, y):
    """The nodes of (x + y)·x², by name."""
    u, v = x + y, x * x
    return dict(zip(NAMES, (x, y, u, v, u * v), strict=True))


def computational_graph():
    """(x + y)·x² at (2, 1): values in the nodes, local derivatives on the edges, sensitivities below."""
    fig, ax = plt.subplots(figsize=(6, 4.3))
    blank(ax, (-0.36, 2.34), (-0.36, 1.32))
    nodes = _calculation(Node(2), Node(1))
    backward = sensitivities(nodes["f"])
    steps = dict(zip(NAMES, ("$x$", "$y$", "$u=x+y$", "$v=x^2$", "$f=u\\cdot v$"), strict=True))
    for name, place in PLACES.items():
        below = f"$\\partial f/\\partial {name}={backward[nodes[name]]}$"
        above = steps[name] if name != "u" else ""
        shift = (0, -17 if name == "x" else 0)
        node(ax, place, nodes[name].value, above, below if name != "f" else "start: 1", shift=shift)
    note(ax, steps["u"], PLACES["u"], (RADIUS + 7, -3), ha="left")  # above it arrive and leave arrows
    labels = {"xu": "1", "yu": "1", "xv": "$2x=4$", "uf": "$v=4$", "vf": "$u=3$"}
    for tail, head in EDGES:
        edge(ax, PLACES[tail], PLACES[head], labels[tail + head], text="C2", where=0.48)
    note(ax, "value", (1.62, 1.25), ha="left")
    note(ax, "local derivative", (1.62, 1.12), color="C2", ha="left")
    note(ax, "sensitivity of $f$", (1.62, 0.99), color="C1", ha="left")
    return fig


def two_modes():
    """The same graph three times: rates from x, rates from y, and one sweep of sensitivities from f."""
    fig, axes = plt.subplots(3, 1, figsize=(6, 6.9))
    titles = [
        "forward, first run: only $x$ moves",
        "forward, second run: only $y$ moves",
        "reverse, the only run: from $f$",
    ]
    runs = [_calculation(Dual(2, 1), Dual(1, 0)), _calculation(Dual(2, 0), Dual(1, 1))]
    numbers = [{name: dual.rate for name, dual in run.items()} for run in runs]
    nodes = _calculation(Node(2), Node(1))
    backward = sensitivities(nodes["f"])
    numbers.append({name: backward[nodes[name]] for name in nodes})
    for ax, title, row, color in zip(axes, titles, numbers, ("C2", "C2", "C1"), strict=True):
        blank(ax, (-0.2, 2.2), (-0.3, 1.5))
        ax.set_title(title, color=color)
        for name, place in PLACES.items():
            result = name == "f" if color == "C2" else name in "xy"
            node(ax, place, row[name], f"${name}$", color=color if result else "C4", shift=(14 * (name == "u"), 0))
        for tail, head in EDGES:
            tail, head = (tail, head) if color == "C2" else (head, tail)
            edge(ax, PLACES[tail], PLACES[head])
    return fig


def _gate(ax, title, operands, operation, result, arriving, handed):
    """One operation with two operands on the left: values above the lines, sensitivities below."""
    blank(ax, (-0.4, 2.5), (-0.35, 1.35))
    ax.set_title(title)
    places = (0, 1), (0, 0)
    node(ax, (1, 0.5), operation)
    for place, value, back in zip(places, operands, handed, strict=True):
        edge(ax, place, (1, 0.5), shrinkA=12)
        note(ax, value, place, (-6, 8))
        note(ax, back, place, (-6, -8), "C1")
    edge(ax, (1, 0.5), (2.2, 0.5), shrinkB=10)
    note(ax, result, (2.2, 0.5), (2, 8))
    note(ax, arriving, (2.2, 0.5), (2, -8), "C1")


def node_rules():
    """Four kinds of node with numbers: plus hands on, times swaps, max chooses, a value used twice adds."""
    fig, axes = plt.subplots(2, 2, figsize=(6, 4.8))
    kinds = [("plus hands on", "+", lambda a, b: a + b), ("times swaps the factors", "×", lambda a, b: a * b)]
    for ax, (title, sign, operation) in zip(axes[0], kinds, strict=True):
        result = operation(a := Node(3), b := Node(5))
        local = dict(result.edges)
        _gate(ax, title, (3, 5), sign, result.value, 2, (2 * local[a], 2 * local[b]))
    _gate(axes[1, 0], "max chooses", (3, 5), "max", max(3, 5), 2, (0, 2))
    ax = blank(axes[1, 1], (-0.4, 2.5), (-0.35, 1.35))
    ax.set_title("used twice: adds")
    node(ax, (0.9, 0.5), "$x$")
    edge(ax, (-0.3, 0.5), (0.9, 0.5), shrinkA=12)
    for place, back in (((2.1, 1), 2), ((2.1, 0), 4)):
        edge(ax, (0.9, 0.5), place, shrinkB=10)
        note(ax, 3, place, (4, 8))
        note(ax, back, place, (4, -8), "C1")
    note(ax, 3, (-0.3, 0.5), (-4, 8))
    note(ax, 2 + 4, (-0.3, 0.5), (-4, -8), "C1")
    return fig
