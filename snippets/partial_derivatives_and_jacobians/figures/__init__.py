"""The figures of topic 03. Each function takes nothing and returns a Matplotlib figure.

They plot and do not calculate: the mathematics is imported from the modules beside this package, the look from
`snippets.style`. The page shows the code of each figure folded beneath it.
"""

from snippets.partial_derivatives_and_jacobians.figures.differentiability import (
    roads_to_the_origin,
    staircase_surface,
    who_fits,
)
from snippets.partial_derivatives_and_jacobians.figures.layers import (
    jacobian_gallery,
    product_costs,
)
from snippets.partial_derivatives_and_jacobians.figures.maps import (
    columns_as_sides,
    deformed_grid,
    order_of_maps,
    polar_cells,
    shrinking_squares,
)
from snippets.partial_derivatives_and_jacobians.figures.partials import (
    held_fixed,
    mixed_both_ways,
    peano_four_hills,
    point_and_slices,
)

__all__ = [
    "columns_as_sides",
    "deformed_grid",
    "held_fixed",
    "jacobian_gallery",
    "mixed_both_ways",
    "order_of_maps",
    "peano_four_hills",
    "point_and_slices",
    "polar_cells",
    "product_costs",
    "roads_to_the_origin",
    "shrinking_squares",
    "staircase_surface",
    "who_fits",
]
