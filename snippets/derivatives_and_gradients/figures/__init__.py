"""The figures of topic 01. Each function takes nothing and returns a Matplotlib figure.

They plot and do not calculate: the mathematics is imported from the modules beside this package, the look from
`snippets.style`. The page shows the code of each figure folded beneath it.
"""

from snippets.derivatives_and_gradients.figures.gradients import (
    angle_and_rate,
    gradient_field,
    unit_vector_matters,
)
from snippets.derivatives_and_gradients.figures.rounding import difference_errors
from snippets.derivatives_and_gradients.figures.slopes import (
    flat_points,
    line_and_curve,
    secants_to_tangent,
    sign_of_derivative,
)
from snippets.derivatives_and_gradients.figures.surfaces import bowl_surface, critical_points_2d, surface_slices
from snippets.derivatives_and_gradients.figures.training import (
    overshoot_and_crawl,
    regression_fit,
    step_sizes,
    valley_descent,
)

__all__ = [
    "angle_and_rate",
    "bowl_surface",
    "critical_points_2d",
    "difference_errors",
    "flat_points",
    "gradient_field",
    "line_and_curve",
    "overshoot_and_crawl",
    "regression_fit",
    "secants_to_tangent",
    "sign_of_derivative",
    "step_sizes",
    "surface_slices",
    "unit_vector_matters",
    "valley_descent",
]
