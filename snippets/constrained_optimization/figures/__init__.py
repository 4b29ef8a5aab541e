"""The figures of topic 05. Each function takes nothing and returns a Matplotlib figure.

They plot and do not calculate: the mathematics is imported from the modules beside this package, the look from
`snippets.style`. The page shows the code of each figure folded beneath it.
"""

from snippets.constrained_optimization.figures.equality import circle_candidates, price_of_budget, slide_until_tangent
from snippets.constrained_optimization.figures.inequality import (
    active_and_inactive,
    corner_of_walls,
    dual_function,
    no_multiplier,
)
from snippets.constrained_optimization.figures.learning import (
    disk_and_diamond,
    least_presuming_dice,
    shrinking_weights,
    street_between_classes,
    variance_on_circle,
)
from snippets.constrained_optimization.figures.methods import (
    central_path,
    penalty_cost,
    penalty_valley,
    step_and_project,
)

__all__ = [
    "active_and_inactive",
    "central_path",
    "circle_candidates",
    "corner_of_walls",
    "disk_and_diamond",
    "dual_function",
    "least_presuming_dice",
    "no_multiplier",
    "penalty_cost",
    "penalty_valley",
    "price_of_budget",
    "shrinking_weights",
    "slide_until_tangent",
    "step_and_project",
    "street_between_classes",
    "variance_on_circle",
]
