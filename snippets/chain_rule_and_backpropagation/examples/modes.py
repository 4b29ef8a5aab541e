"""Graphs, both modes of differentiation, and what they cost."""

import math
from functools import reduce
from math import cos
from operator import mul

from snippets.chain_rule_and_backpropagation import dual, engine
from snippets.chain_rule_and_backpropagation.dual import Dual, forward_gradient
from snippets.chain_rule_and_backpropagation.engine import Node, reverse_gradient, sensitivities, topological_order
from snippets.chain_rule_and_backpropagation.paths import count_edges
from snippets.chain_rule_and_backpropagation.price import gradient_cost, loss_cost
from snippets.chain_rule_and_backpropagation.sweeps import two_sweeps
from snippets.derivatives_and_gradients.gradients import numerical_gradient


# --8<-- [start:sweeps]
def sweeps():
    """Print the values of (x + y)·x² at (2, 1), and its sensitivities."""
    forward, backward = two_sweeps(2, 1)
    print("values of x, y, u, v, f", forward)
    print("sensitivities          ", backward)


# --8<-- [end:sweeps]


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


# --8<-- [start:product_of_many]
def product_of_many():
    """Print the multiplications for all n derivatives of x₁·x₂·…·xₙ."""
    print("n      formulas  engine")
    for n in (3, 10, 1000):
        y = reduce(mul, [Node(1 + 1 / k) for k in range(1, n + 1)])
        order = topological_order(y)
        forward = sum(bool(node.edges) for node in order)
        backward = sum(len(node.edges) for node in order)
        print(f"{n:<6} {n * (n - 2):8,} {forward + backward:7,}")


# --8<-- [end:product_of_many]


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


# --8<-- [start:price]
def price():
    """Print the multiplications for the gradient of a network, four ways."""
    sizes = [784, 1000, 200, 10]
    loss, weights = loss_cost(sizes), count_edges(sizes)
    ways = {
        "one loss": loss,
        "backward": gradient_cost(sizes),
        "forward mode": 3 * loss * weights,
        "differences": 2 * loss * weights,
    }
    print(f"{'':12}{'multiplications':>18}{'losses':>12}")
    for name, cost in ways.items():
        print(f"{name:12}{cost:18,}{cost / loss:12,.1f}")


# --8<-- [end:price]
