r"""Checks of the formulas on the page of topic 04, each against an independent route.

Each function draws its inputs from `random`, and returns what the formula claims and what was measured another way (and,
where the formula says "approximately" or the route is a search, how far the two may differ, relative to the larger).
"""

from snippets.hessian_and_critical_points.checks.curvature import (
    change_at_critical_point,
    curvature_along_direction,
    curvature_and_angle,
    gradient_of_quadratic,
    hessian_entries,
    hessian_of_mean_squared_error,
    largest_bend,
    mixed_partials,
    parabola_approximation,
    second_derivative,
    semi_axes,
    taylor_second_order,
    two_by_two_eigenvalues,
)
from snippets.hessian_and_critical_points.checks.methods import (
    angle_off_course,
    best_rate_by_search,
    coin_toss,
    condition,
    error_along_eigenvectors,
    escape_from_saddle,
    limit_of_the_rate,
    newton_error,
    newton_step,
    product_with_hessian,
    secant_equation,
)

__all__ = [
    "angle_off_course",
    "best_rate_by_search",
    "change_at_critical_point",
    "coin_toss",
    "condition",
    "curvature_along_direction",
    "curvature_and_angle",
    "error_along_eigenvectors",
    "escape_from_saddle",
    "gradient_of_quadratic",
    "hessian_entries",
    "hessian_of_mean_squared_error",
    "largest_bend",
    "limit_of_the_rate",
    "mixed_partials",
    "newton_error",
    "newton_step",
    "parabola_approximation",
    "product_with_hessian",
    "secant_equation",
    "second_derivative",
    "semi_axes",
    "taylor_second_order",
    "two_by_two_eigenvalues",
]
