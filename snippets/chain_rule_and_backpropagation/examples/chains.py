"""Chains and paths: rates multiply along a path and add up over paths."""

from math import prod, sqrt

from snippets.chain_rule_and_backpropagation.chain import (
    ROOT_CHAIN,
    ROOT_SLOPES,
    chain_slopes,
    chain_values,
    from_the_input,
    from_the_output,
)
from snippets.chain_rule_and_backpropagation.paths import (
    EXAMPLE,
    all_paths,
    count_edges,
    count_paths,
    held,
    total_derivative,
)
from snippets.derivatives_and_gradients.derivatives import central_difference
from snippets.derivatives_and_gradients.gradients import numerical_gradient


# --8<-- [start:quotients]
def quotients():
    """Print both quotients of √(3x² + 1) at x = 1, and their product."""
    print("h       du/dx   dy/du  product  directly")
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


# --8<-- [start:long_chain]
def long_chain():
    """Print the product of n equal slopes."""
    print("n    slope 0.25   slope 0.9    slope 1.1")
    for n in (1, 10, 50):
        products = [f"{slope**n:10.2g}" for slope in (0.25, 0.9, 1.1)]
        print(f"{n:<4}", "   ".join(products))


# --8<-- [end:long_chain]


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
    print(f"{'layer sizes':19}{'paths':>13}{'edges':>8}")
    for sizes in ([3, 3, 3], [3] * 6, [3] * 12, [784, 1000, 200, 10, 1]):
        name = "–".join(map(str, sizes)) if len(sizes) < 6 else f"{len(sizes)} layers of 3"
        print(f"{name:19}{count_paths(sizes):13,}{count_edges(sizes):8,}")


# --8<-- [end:path_table]
