"""The figures of topic 02. Each function takes nothing and returns a Matplotlib figure.

They plot and do not calculate: the mathematics is imported from the modules beside this package, the look from
`snippets.style`. The page shows the code of each figure folded beneath it.
"""

from snippets.chain_rule_and_backpropagation.figures.chains import (
    growing_rectangle,
    rise_becomes_run,
    total_and_partial,
)
from snippets.chain_rule_and_backpropagation.figures.graphs import (
    computational_graph,
    node_rules,
    two_modes,
)
from snippets.chain_rule_and_backpropagation.figures.networks import (
    neuron_landscape,
    rows_and_columns,
    two_layer_network,
)
from snippets.chain_rule_and_backpropagation.figures.prices import (
    order_of_multiplication,
    paths_and_edges,
    price_of_gradient,
)

__all__ = [
    "computational_graph",
    "growing_rectangle",
    "neuron_landscape",
    "node_rules",
    "order_of_multiplication",
    "paths_and_edges",
    "price_of_gradient",
    "rise_becomes_run",
    "rows_and_columns",
    "total_and_partial",
    "two_layer_network",
    "two_modes",
]
