"""Where the common mistakes show."""

from math import cos, prod, sin

import numpy as np

from snippets.chain_rule_and_backpropagation import engine
from snippets.chain_rule_and_backpropagation.engine import Node, sensitivities
from snippets.chain_rule_and_backpropagation.layers import (
    B1,
    B2,
    W1,
    W2,
    T,
    X,
    hidden_delta,
    network_backward,
    network_forward,
    network_loss,
)
from snippets.chain_rule_and_backpropagation.neuron import sigmoid, sigmoid_slope
from snippets.chain_rule_and_backpropagation.paths import (
    EXAMPLE,
    all_paths,
    sum_over_paths,
)
from snippets.chain_rule_and_backpropagation.shared import shares, states
from snippets.derivatives_and_gradients.derivatives import central_difference
from snippets.derivatives_and_gradients.gradients import numerical_gradient


# --8<-- [start:outer_at_x]
def outer_at_x():
    """Print the slope of sin(x²) at 2, outer derivative at x² and at x."""
    x = 2
    print(f"cos(x²) · 2x  {cos(x**2) * 2 * x:.4f}")
    print(f"cos(x) · 2x   {cos(x) * 2 * x:.4f}")
    print(f"measured      {central_difference(lambda x: sin(x**2), x):.4f}")


# --8<-- [end:outer_at_x]


# --8<-- [start:dropped_path]
def dropped_path():
    """Print ∂f/∂x of (x + y)·x² at (2, 1): each path alone, and both."""
    through_u, through_v = (prod(path) for path in all_paths(EXAMPLE, "x", "f"))
    print("through u only", through_u)
    print("through v only", through_v)
    print("both          ", sum_over_paths(EXAMPLE, "x", "f"))
    measured = central_difference(lambda x: (x + 1) * x**2, 2)
    print("measured      ", round(measured, 4))


# --8<-- [end:dropped_path]


# --8<-- [start:weight_decay]
def weight_decay():
    """Print ∂/∂w of ½(wx - t)² + ½w² at w = 2, x = 3, t = 5."""
    w, x, t = 2, 3, 5
    direct = w  # the prediction held
    through = (w * x - t) * x
    print("prediction held", direct)
    print("total          ", direct + through)
    measured = central_difference(lambda w: (w * x - t) ** 2 / 2 + w**2 / 2, w)
    print("measured       ", round(measured, 4))


# --8<-- [end:weight_decay]


# --8<-- [start:wrong_shape]
def wrong_shape():
    """Print W δ and Wᵀ δ for a square W: only one is ∂L/∂a."""
    W = np.array([[1.0, 2.0], [0.0, 1.0]])
    a, delta = np.array([1.0, 1.0]), np.array([1.0, 3.0])
    # a loss whose sensitivity to z = W a is δ everywhere: L = δ · z
    measured = numerical_gradient(lambda a: delta @ (W @ a), a)
    print("W δ     ", (W @ delta).tolist())
    print("Wᵀ δ    ", (W.T @ delta).tolist())
    print("measured", measured.round(6).tolist())


# --8<-- [end:wrong_shape]


# --8<-- [start:reused_weight]
def reused_weight():
    """Print ∂y/∂w of y = w·(w·x + 1) at w = 2, x = 3: overwritten, added."""
    w, x = Node(2), 3
    y = w * (w * x + 1)
    overwritten, added = {y: 1}, sensitivities(y)
    for node in reversed(engine.topological_order(y)):
        for operand, local in node.edges:
            overwritten[operand] = overwritten[node] * local  # = where += belongs
    print("overwritten", overwritten[w])
    print("added      ", added[w])
    measured = central_difference(lambda w: w * (w * 3 + 1), 2)
    print("measured   ", round(measured, 4))


# --8<-- [end:reused_weight]


# --8<-- [start:held_state]
def held_state():
    """Print dL/dw of three steps, with the state before the last one held, and not."""
    inputs, w = [4, 1, 0], 0.5
    *_, before, last = states(w, inputs)
    measured = central_difference(lambda w: (states(w, inputs)[-1] - 1) ** 2 / 2, w)
    print("h2 held  ", (last - 1) * before)
    print("all steps", sum(shares(w, inputs, 1)))
    print("measured ", round(measured, 4))


# --8<-- [end:held_state]


# --8<-- [start:too_early]
def too_early():
    """Print ∂f/∂x of f = u·(u + 1), u = x² at 3, when u hands on too early."""
    x = Node(3)
    u = x**2
    f = u * (u + 1)
    early, queue = {f: 1}, [f]
    while queue:  # nearest first, each node when it is first reached
        node = queue.pop(0)
        for operand, local in node.edges:
            if operand not in early:
                queue.append(operand)
            early[operand] = early.get(operand, 0) + early[node] * local
    print("nearest first    ", early[x])
    print("topological order", sensitivities(f)[x])
    measured = central_difference(lambda x: x**2 * (x**2 + 1), 3)
    print("measured         ", round(measured, 4))


# --8<-- [end:too_early]


# --8<-- [start:updated_too_soon]
def updated_too_soon():
    """Print δ₁ when W₂ was updated before it was used, and when not."""
    z1, _, _ = network_forward(W1, B1, W2, B2, X)
    *_, in_W2, delta2 = network_backward(W1, B1, W2, B2, X, T)
    new_W2 = W2 - 0.5 * in_W2
    # ∂L/∂b₁ is δ₁
    measured = numerical_gradient(lambda b1: network_loss(W1, b1, W2, B2, X, T), B1)
    print("with the new W2", hidden_delta(new_W2, delta2, z1).round(4).tolist())
    print("with the old W2", hidden_delta(W2, delta2, z1).round(4).tolist())
    print("measured       ", measured.round(4).tolist())


# --8<-- [end:updated_too_soon]


# --8<-- [start:slope_of_activation]
def slope_of_activation():
    """Print σ′ of one neuron with z = 2: taken at z, at a, and measured."""
    z = 2.0
    a = sigmoid(z)
    print(f"σ′(z)        {sigmoid_slope(z):.4f}")
    print(f"a·(1 - a)    {a * (1 - a):.4f}")
    print(f"σ′(a)        {sigmoid_slope(a):.4f}")
    print(f"measured     {central_difference(sigmoid, z):.4f}")


# --8<-- [end:slope_of_activation]
