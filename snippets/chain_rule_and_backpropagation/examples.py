"""What the page of topic 02 prints. Each function is shown on the page with its output right below."""

# ruff: noqa: N806 (matrices have capital letters, as on the page)

import math
from math import cos, prod, sin, sqrt

import numpy as np

from snippets.chain_rule_and_backpropagation import dual, engine
from snippets.chain_rule_and_backpropagation.chain import (
    ROOT_CHAIN,
    ROOT_SLOPES,
    chain_slopes,
    chain_values,
    from_the_input,
    from_the_output,
)
from snippets.chain_rule_and_backpropagation.dual import Dual, forward_gradient
from snippets.chain_rule_and_backpropagation.engine import Node, reverse_gradient, sensitivities
from snippets.chain_rule_and_backpropagation.layers import (
    B1,
    B2,
    W1,
    W2,
    T,
    X,
    hidden_delta,
    layer_backward,
    network_backward,
    network_forward,
    network_loss,
)
from snippets.chain_rule_and_backpropagation.neuron import neuron_gradient, neuron_loss, sigmoid, sigmoid_slope
from snippets.chain_rule_and_backpropagation.order import forward_cost, gradient_cost, loss_cost, reverse_cost
from snippets.chain_rule_and_backpropagation.paths import (
    EXAMPLE,
    all_paths,
    count_edges,
    count_paths,
    held,
    sum_over_paths,
    total_derivative,
)
from snippets.derivatives_and_gradients.derivatives import central_difference
from snippets.derivatives_and_gradients.gradients import numerical_gradient


# --8<-- [start:quotients]
def quotients():
    """Print both quotients of √(3x² + 1) at x = 1, and their product."""
    print("h       du/dx   dy/du  product  dy/dx directly")
    for h in (1, 0.1, 0.01, 0.001):
        u0, u1 = 3 * 1**2 + 1, 3 * (1 + h) ** 2 + 1
        inner, outer = (u1 - u0) / h, (sqrt(u1) - sqrt(u0)) / (u1 - u0)
        direct = (sqrt(u1) - sqrt(u0)) / h
        both = inner * outer
        print(f"{h:<6} {inner:.4f}  {outer:.4f}   {both:.4f}  {direct:.4f}")


# --8<-- [end:quotients]


# --8<-- [start:root_chain]
def root_chain():
    """Print √(3x² + 1) at x = 1 as a chain of three links."""
    slopes = chain_slopes(ROOT_CHAIN, ROOT_SLOPES, 1)
    print("values x, u, v, y", chain_values(ROOT_CHAIN, 1))
    print("slopes           ", slopes)
    print("from the input   ", from_the_input(slopes))
    print("from the output  ", from_the_output(slopes))


# --8<-- [end:root_chain]


# --8<-- [start:two_paths]
def two_paths():
    """Print the paths to f = (x + y)·x² at (2, 1), and their sums."""
    for start in ("x", "y"):
        paths = all_paths(EXAMPLE, start, "f")
        products = [prod(path) for path in paths]
        print(f"{start}: {paths}, products {products}, sum {sum(products)}")
    measured = numerical_gradient(lambda p: (p[0] + p[1]) * p[0] ** 2, [2, 1])
    print("measured:", measured.round(6).tolist())


# --8<-- [end:two_paths]


# --8<-- [start:total_and_held]
def total_and_held():
    """Print two rates of u·x² with x at (2, 1), where u = x + y."""
    x, y = 2, 1
    u_held = central_difference(lambda x: 3 * x**2, x)  # u stays 3
    u_moves = central_difference(lambda x: (x + y) * x**2, x)
    print("        by rule  measured")
    print("u held      ", held(x, x + y)[1], "    ", round(u_held, 4))
    print("u moves     ", total_derivative(x, y), "    ", round(u_moves, 4))


# --8<-- [end:total_and_held]


# --8<-- [start:path_table]
def path_table():
    """Print how many paths and how many edges fully connected layers have."""
    print("layer sizes                      paths    edges")
    for sizes in ([3, 3, 3], [3] * 6, [3] * 12, [784, 1000, 200, 10, 1]):
        name = str(sizes) if len(sizes) < 6 else f"[3] * {len(sizes)}"
        print(f"{name:24} {count_paths(sizes):13,}  {count_edges(sizes):7,}")


# --8<-- [end:path_table]


# --8<-- [start:sweeps]
def sweeps():
    """Compute (x + y)·x² at (2, 1) forward, its sensitivities backward."""
    # forward: values, and the local derivatives that need them
    x, y = 2, 1
    u = x + y
    v = x**2
    f = u * v
    # backward: from the result to the inputs, += wherever a value was used
    f_bar = 1
    u_bar = f_bar * v
    v_bar = f_bar * u
    x_bar = v_bar * 2 * x
    x_bar += u_bar * 1
    y_bar = u_bar * 1
    print("values of x, y, u, v, f", [x, y, u, v, f])
    print("sensitivities          ", [x_bar, y_bar, u_bar, v_bar, f_bar])


# --8<-- [end:sweeps]


# --8<-- [start:bracket_costs]
def bracket_costs():
    """Print the price of both bracket orders for chains of given sizes."""
    chains = [[12, 6, 6, 1], [784, 1000, 200, 10, 1]]
    chains += [[50, 50, 50, 50, 50], [1, 10, 200, 1000]]
    print("sizes, input first       from input  from output")
    for sizes in chains:
        forward, reverse = forward_cost(sizes), reverse_cost(sizes)
        print(f"{sizes!s:23} {forward:11,} {reverse:12,}")


# --8<-- [end:bracket_costs]


# --8<-- [start:dual_square]
def dual_square():
    """Print a product, a composition and a whole function of dual numbers."""
    three = Dual(3, 1)  # x = 3, moving at the rate 1
    square = three * three
    wave = dual.sin(square)
    print("x²       ", square.value, square.rate)
    print("sin(x²)  ", round(wave.value, 4), round(wave.rate, 4))
    print("6 cos 9         ", round(6 * cos(9), 4))


# --8<-- [end:dual_square]


# --8<-- [start:two_runs]
def two_runs():
    """Print values and rates of (x + y)·x² at (2, 1) in two forward runs."""
    runs = {"x": (Dual(2, 1), Dual(1, 0)), "y": (Dual(2, 0), Dual(1, 1))}
    for name, (x, y) in runs.items():
        u = x + y
        v = x * x
        f = u * v
        print(f"{name} moves: rates u {u.rate}, v {v.rate}, f {f.rate}")


# --8<-- [end:two_runs]


# --8<-- [start:engine_run]
def engine_run():
    """Print what the engine finds for (x + y)·x² at (2, 1)."""
    x, y = Node(2), Node(1)
    u = x + y
    v = x**2
    f = u * v
    s = sensitivities(f)
    for name, node in (("f", f), ("v", v), ("u", u), ("y", y), ("x", x)):
        print(f"{name}: value {node.value:2}, sensitivity {s[node]:2}")


# --8<-- [end:engine_run]


# --8<-- [start:three_ways]
def three_ways():
    """Print the gradient of x·sin(xy) + e^y/x at (1.5, 0.5), three times."""

    def f(x, y, library):
        return x * library.sin(x * y) + library.exp(y) / x

    here = [1.5, 0.5]
    reverse = reverse_gradient(lambda x, y: f(x, y, engine), here)
    forward = forward_gradient(lambda x, y: f(x, y, dual), here)
    measured = numerical_gradient(lambda p: f(*p, math), here)
    print("reverse ", " ".join(f"{g:.12f}" for g in reverse))
    print("forward ", " ".join(f"{g:.12f}" for g in forward))
    print("measured", " ".join(f"{g:.12f}" for g in measured))


# --8<-- [end:three_ways]


# --8<-- [start:neuron_by_hand]
def neuron_by_hand():
    """Print the gradient of one neuron, and its loss around one step."""
    w, b, x, t = 0.5, -1, 2, 1
    in_w, in_b, in_x = neuron_gradient(w, b, x, t)
    measured = numerical_gradient(lambda p: neuron_loss(*p, t), [w, b, x])
    print(f"by the chain rule  w {in_w:.4f}, b {in_b:.4f}, x {in_x:.4f}")
    print("measured          ", measured.round(4).tolist())
    after = neuron_loss(w - in_w, b - in_b, x, t)  # learning rate 1
    print(f"loss {neuron_loss(w, b, x, t):.4f}, after one step {after:.4f}")


# --8<-- [end:neuron_by_hand]


# --8<-- [start:layer_by_hand]
def layer_by_hand():
    """Print the gradients of a layer with three inputs and two neurons."""
    W = np.array([[1, 2, 0], [3, -1, 1]])
    a = np.array([1, 0, 2])
    delta = np.array([1, 2])
    in_W, in_b, in_a = layer_backward(W, a, delta)
    print("W a      ", (W @ a).tolist(), "rows of W meet a")
    print("∂L/∂a    ", in_a.tolist(), "columns of W meet δ")
    print("∂L/∂b    ", in_b.tolist())
    print("∂L/∂W    ", in_W.tolist())


# --8<-- [end:layer_by_hand]


# --8<-- [start:by_hand]
def by_hand():
    """Print every number of the two-layer network, forward and backward."""
    z1, a1, y = network_forward(W1, B1, W2, B2, X)
    in_W1, delta1, in_W2, delta2 = network_backward(W1, B1, W2, B2, X, T)
    forward = {"z1": z1, "a1": a1, "y": y, "L": (y - T) ** 2 / 2}
    backward = {
        "δ2": delta2,
        "∂L/∂W2": in_W2,
        "W2ᵀ δ2": W2.T @ delta2,
        "σ′(z1)": sigmoid_slope(z1),
        "δ1": delta1,
        "∂L/∂W1": in_W1,
    }
    for name, numbers in (forward | backward).items():
        print(f"{name:7}", numbers.round(4).tolist())


# --8<-- [end:by_hand]


# --8<-- [start:confirmed]
def confirmed():
    """Print the gradient in W1 and W2 three times: by δ, engine, measured."""

    def loss(w):
        first, second = w[:4].reshape(2, 2), w[4:].reshape(1, 2)
        return network_loss(first, B1, second, B2, X, T)

    def loss_of_nodes(*w):
        first = engine.sigmoid(w[0] * X[0] + w[1] * X[1] + B1[0])
        second = engine.sigmoid(w[2] * X[0] + w[3] * X[1] + B1[1])
        y = w[4] * first + w[5] * second + B2[0]
        return (y - T) ** 2 / 2

    weights = np.concatenate([W1.ravel(), W2.ravel()])
    in_W1, _, in_W2, _ = network_backward(W1, B1, W2, B2, X, T)
    by_delta = np.concatenate([in_W1.ravel(), in_W2.ravel()])
    by_engine = np.array(reverse_gradient(loss_of_nodes, weights))
    measured = numerical_gradient(loss, weights)
    print("by δ    ", by_delta.round(6).tolist())
    print("engine  ", by_engine.round(6).tolist())
    print("measured", measured.round(6).tolist())


# --8<-- [end:confirmed]


# --8<-- [start:price]
def price():
    """Print the multiplications for the gradient of a network, four ways."""
    sizes = [784, 1000, 200, 10]
    loss, weights = loss_cost(sizes), count_edges(sizes)
    ways = {
        "one loss": loss,
        "gradient, backward": gradient_cost(sizes),
        "gradient, forward mode": 3 * loss * weights,
        "central differences": 2 * loss * weights,
    }
    for name, cost in ways.items():
        print(f"{name:22} {cost:17,}  {cost / loss:11,.1f} losses")


# --8<-- [end:price]


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
    print("measured      ", round(central_difference(lambda x: (x + 1) * x**2, 2), 4))


# --8<-- [end:dropped_path]


# --8<-- [start:wrong_shape]
def wrong_shape():
    """Print W δ and Wᵀ δ for a square W: only one is ∂L/∂a."""
    W, a, delta = np.array([[1.0, 2.0], [0.0, 1.0]]), np.array([1.0, 1.0]), np.array([1.0, 3.0])
    # a loss whose sensitivity to z = W a is δ everywhere: L = δ · z
    measured = numerical_gradient(lambda a: delta @ (W @ a), a)
    print("W δ     ", (W @ delta).tolist())
    print("Wᵀ δ    ", (W.T @ delta).tolist())
    print("measured", measured.round(6).tolist())


# --8<-- [end:wrong_shape]


# --8<-- [start:weight_decay]
def weight_decay():
    """Print the slope in w of ½(wx - t)² + ½w² at w = 2, x = 3, t = 5."""
    w, x, t = 2, 3, 5
    direct = w  # the prediction held
    through = (w * x - t) * x
    print("prediction held", direct)
    print("total          ", direct + through)
    measured = central_difference(lambda w: (w * x - t) ** 2 / 2 + w**2 / 2, w)
    print("measured       ", round(measured, 4))


# --8<-- [end:weight_decay]


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
    print("measured   ", round(central_difference(lambda w: w * (w * 3 + 1), 2), 4))


# --8<-- [end:reused_weight]


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
    print("measured         ", round(central_difference(lambda x: x**2 * (x**2 + 1), 3), 4))


# --8<-- [end:too_early]


# --8<-- [start:updated_too_soon]
def updated_too_soon():
    """Print δ₁ when W₂ was updated before it was used, and when not."""
    z1, _, _ = network_forward(W1, B1, W2, B2, X)
    *_, in_W2, delta2 = network_backward(W1, B1, W2, B2, X, T)
    new_W2 = W2 - 0.5 * in_W2
    measured = numerical_gradient(lambda b1: network_loss(W1, b1, W2, B2, X, T), B1)  # ∂L/∂b₁ is δ₁
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


# --8<-- [start:long_chain]
def long_chain():
    """Print the product of n equal slopes."""
    print("n    slope 0.25   slope 0.9    slope 1.1")
    for n in (1, 10, 50):
        products = [f"{slope**n:10.2g}" for slope in (0.25, 0.9, 1.1)]
        print(f"{n:<4}", "   ".join(products))


# --8<-- [end:long_chain]
