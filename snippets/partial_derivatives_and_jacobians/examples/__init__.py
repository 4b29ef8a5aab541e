"""What the page of topic 03 prints. Each function is shown on the page with its output right below."""

from snippets.partial_derivatives_and_jacobians.examples.jacobians import (
    bend_at_a_point,
    can_of_paint,
    chain_of_two,
    measured_areas,
    there_and_back,
    turn_and_stretch,
)
from snippets.partial_derivatives_and_jacobians.examples.layers import (
    brackets,
    counted_products,
    forward_and_back,
    identities,
    normalize_numbers,
    sizes,
    softmax_and_mean_back,
    softmax_numbers,
)
from snippets.partial_derivatives_and_jacobians.examples.mistakes import (
    area_of_disc,
    diagonal_only,
    flipped_fraction,
    needless_matrix,
    transposed_square,
    twice_a_x,
    wrong_place,
)
from snippets.partial_derivatives_and_jacobians.examples.partials import (
    mixed_both_ways,
    no_continuity,
    peano_orders,
    peano_rectangles,
    ridge_is_hidden,
    what_is_fixed,
    who_fits,
)

__all__ = [
    "area_of_disc",
    "bend_at_a_point",
    "brackets",
    "can_of_paint",
    "chain_of_two",
    "counted_products",
    "diagonal_only",
    "flipped_fraction",
    "forward_and_back",
    "identities",
    "measured_areas",
    "mixed_both_ways",
    "needless_matrix",
    "no_continuity",
    "normalize_numbers",
    "peano_orders",
    "peano_rectangles",
    "ridge_is_hidden",
    "sizes",
    "softmax_and_mean_back",
    "softmax_numbers",
    "there_and_back",
    "transposed_square",
    "turn_and_stretch",
    "twice_a_x",
    "what_is_fixed",
    "who_fits",
    "wrong_place",
]
