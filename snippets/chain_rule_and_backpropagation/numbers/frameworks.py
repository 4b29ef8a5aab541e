"""Numbers of the section on frameworks."""

from snippets.chain_rule_and_backpropagation.engine import Node, sensitivities


def autodiff_engine_in_your_framework():
    """In your framework."""
    yield "with $w = 0.5$, $b = -1$, $x = 2$ and the target 1", ..., ..., ..., ...
    result = Node(7.0)
    yield "with the rate 1", sensitivities(result)[result]
    yield r"upstream gradient $(1, 2)^\T$", ..., ...
    w = Node(3.0)
    once = sensitivities(w * w)[w]
    yield "finds 6 again, which is right at $w = 3$, and leaves 12", once, ..., once + once
    yield "one is left, 3", sensitivities(w * Node(3.0))[w]
