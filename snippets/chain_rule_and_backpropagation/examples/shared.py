"""One weight that is used at every step."""

from snippets.chain_rule_and_backpropagation.engine import Node, sensitivities
from snippets.chain_rule_and_backpropagation.shared import shares, states
from snippets.derivatives_and_gradients.derivatives import central_difference


# --8<-- [start:three_steps]
def three_steps():
    """Print dL/dw of three steps: use by use, by the engine, measured."""
    inputs, target = [4, 1, 0], 1
    uses = shares(0.5, inputs, target)
    w = Node(0.5)
    loss = (states(w, inputs)[-1] - target) ** 2 / 2
    measured = central_difference(lambda w: (states(w, inputs)[-1] - target) ** 2 / 2, 0.5)
    print("uses    ", uses)
    print("sum     ", sum(uses))
    print("engine  ", sensitivities(loss)[w])
    print("measured", round(measured, 4))


# --8<-- [end:three_steps]
