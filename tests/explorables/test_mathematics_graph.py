"""The graph that a reader runs gives the values, local derivatives and sensitivities of topic 02's engine."""

import pytest

from snippets.chain_rule_and_backpropagation.engine import Node, sensitivities, topological_order
from tests.explorables.javascript import evaluate

EXACT = {"rel": 1e-9, "abs": 1e-9}
POINTS = [(2, 1), (-3, 0.7), (0, 1.5), (1.3, -1.3), (3, 3)]
EACH = pytest.mark.parametrize(("x", "y"), POINTS)


def engine(x: float, y: float) -> dict[str, Node]:
    """The same steps, run by the engine."""
    nodes = {"x": Node(x), "y": Node(y)}
    nodes["u"] = nodes["x"] + nodes["y"]
    nodes["v"] = nodes["x"] ** 2
    nodes["f"] = nodes["u"] * nodes["v"]
    return nodes


def run(x: float, y: float):
    forward = f"module.forward(module.EXAMPLE, {{ x: {x}, y: {y} }})"
    ahead, back = evaluate("graph", forward, f"module.backward(module.EXAMPLE, {forward}.edges)")
    return ahead, back


@EACH
def test_values_and_local_derivatives_are_those_of_the_engine(x: float, y: float) -> None:
    nodes, (ahead, _) = engine(x, y), run(x, y)
    assert ahead["values"] == pytest.approx({name: node.value for name, node in nodes.items()}, **EXACT)
    edges = [(edge["tail"], edge["head"], edge["local"]) for edge in ahead["edges"]]
    names = {id(node): name for name, node in nodes.items()}
    expected = [(names[id(tail)], name, local) for name, head in nodes.items() for tail, local in head.edges]
    assert [edge[:2] for edge in edges] == [edge[:2] for edge in expected]
    assert [edge[2] for edge in edges] == pytest.approx([edge[2] for edge in expected], **EXACT)


@EACH
def test_sensitivities_are_those_of_the_engine(x: float, y: float) -> None:
    nodes, (_, back) = engine(x, y), run(x, y)
    expected = sensitivities(nodes["f"])
    assert back["sensitivity"] == pytest.approx({name: expected[node] for name, node in nodes.items()}, **EXACT)


def test_nodes_hand_on_in_the_order_of_the_engine_and_totals_grow_to_the_sensitivity() -> None:
    nodes, (_, back) = engine(2, 1), run(2, 1)
    names = {id(node): name for name, node in nodes.items()}
    order = [names[id(node)] for node in reversed(topological_order(nodes["f"]))]
    hands = [(hand["head"], hand["tail"], hand["amount"], hand["total"]) for hand in back["hands"]]
    assert [head for head in order for _ in nodes[head].edges] == [hand[0] for hand in hands]
    assert hands == [("f", "u", 4, 4), ("f", "v", 3, 3), ("v", "x", 12, 12), ("u", "x", 4, 16), ("u", "y", 4, 4)]
