"""What the page of topic 02 prints. Each function is shown on the page with its output right below."""

from snippets.chain_rule_and_backpropagation.examples.chains import (
    long_chain,
    path_table,
    quotients,
    root_chain,
    total_and_held,
    two_paths,
)
from snippets.chain_rule_and_backpropagation.examples.layers import (
    by_hand,
    confirmed,
    layer_by_hand,
    neuron_by_hand,
)
from snippets.chain_rule_and_backpropagation.examples.mistakes import (
    dropped_path,
    outer_at_x,
    reused_weight,
    slope_of_activation,
    too_early,
    updated_too_soon,
    weight_decay,
    wrong_shape,
)
from snippets.chain_rule_and_backpropagation.examples.modes import (
    bracket_costs,
    dual_square,
    engine_run,
    price,
    sweeps,
    three_ways,
    two_runs,
)

__all__ = [
    "bracket_costs",
    "by_hand",
    "confirmed",
    "dropped_path",
    "dual_square",
    "engine_run",
    "layer_by_hand",
    "long_chain",
    "neuron_by_hand",
    "outer_at_x",
    "path_table",
    "price",
    "quotients",
    "reused_weight",
    "root_chain",
    "slope_of_activation",
    "sweeps",
    "three_ways",
    "too_early",
    "total_and_held",
    "two_paths",
    "two_runs",
    "updated_too_soon",
    "weight_decay",
    "wrong_shape",
]
