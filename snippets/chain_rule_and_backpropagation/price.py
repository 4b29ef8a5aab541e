"""What all derivatives of a network cost, in multiplications by weights, beside what its loss costs.

A dense network has layers of n₀ (inputs), n₁, …, n_K numbers, and n_k·n_{k-1} weights before layer k. Forward, each
weight is multiplied once. Backward, each has a derivative of its own, δᵢ·aⱼ, and above the first layer it is used once
more, to hand the sensitivities down.
"""

from snippets.chain_rule_and_backpropagation.paths import count_edges


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
