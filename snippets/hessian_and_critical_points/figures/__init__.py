"""The figures of topic 04. Each function takes nothing and returns a Matplotlib figure.

They plot and do not calculate: the mathematics is imported from the modules beside this package, the look from
`snippets.style`. The page shows the code of each figure folded beneath it.
"""

from snippets.hessian_and_critical_points.figures.curvature import (
    chord_and_dips,
    curvature_by_direction,
    folium_map,
    quadratic_turned,
    tangent_and_parabola,
)
from snippets.hessian_and_critical_points.figures.newton import (
    hessian_memory,
    leaving_a_saddle,
    newton_into_saddle,
    newton_one_step,
    saddle_counting,
)
from snippets.hessian_and_critical_points.figures.surfaces import four_kinds, taylor_paraboloids, undecided_kinds
from snippets.hessian_and_critical_points.figures.valleys import (
    level_ellipse,
    off_course_angle,
    price_of_condition,
    rate_and_factor,
    zigzag,
)

__all__ = [
    "chord_and_dips",
    "curvature_by_direction",
    "folium_map",
    "four_kinds",
    "hessian_memory",
    "leaving_a_saddle",
    "level_ellipse",
    "newton_into_saddle",
    "newton_one_step",
    "off_course_angle",
    "price_of_condition",
    "quadratic_turned",
    "rate_and_factor",
    "saddle_counting",
    "tangent_and_parabola",
    "taylor_paraboloids",
    "undecided_kinds",
    "zigzag",
]
