"""In which order to multiply: the same product, at very different prices.

The Jacobian of a composition is a product of Jacobians, J₃ J₂ J₁. A product of matrices does not care about brackets,
but its price does. Multiplying shape (m, k) by shape (k, n) takes m·k·n multiplications of numbers. A chain that begins
with n₀ inputs and ends with one output is cheap if the single row at the output end is multiplied through: every
intermediate result is then again a single row.

A chain is given by its sizes n₀, n₁, …, n_K: Jacobian number k has the shape (n_k, n_{k-1}).
"""

from snippets.chain_rule_and_backpropagation.paths import count_edges


# --8<-- [start:chain_costs]
def forward_cost(sizes):
    """Price of J_K ⋯ (J₃ (J₂ J₁)): intermediate results have n₀ columns.

    >>> forward_cost([1000, 4, 4, 1])
    20000
    """
    return sizes[0] * count_edges(sizes[1:])


def reverse_cost(sizes):
    """Price of ((J_K J_{K-1}) ⋯) J₁: intermediate results have n_K rows.

    >>> reverse_cost([1000, 4, 4, 1])
    4016
    """
    return sizes[-1] * count_edges(sizes[:-1])


# --8<-- [end:chain_costs]


# --8<-- [start:network_costs]
def loss_cost(sizes):
    """Multiplications of one run through a network: one for each weight.

    >>> loss_cost([784, 1000, 200, 10])
    986000
    """
    return count_edges(sizes)


def gradient_cost(sizes):
    """Further multiplications for all weight gradients, backward.

    Each weight takes one multiplication for its own derivative. Each weight
    above the first layer takes a second one, to pass the sensitivity down.

    >>> gradient_cost([784, 1000, 200, 10])
    1188000
    """
    return count_edges(sizes) + count_edges(sizes[1:])


# --8<-- [end:network_costs]
