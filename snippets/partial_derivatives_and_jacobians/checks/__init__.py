"""Checks of the formulas on the page of topic 03, each against an independent route.

Each function draws its inputs from `random`, and returns what the formula claims and what was measured another way (and,
where the formula says "approximately", how far the two may differ, relative to the larger of them).
"""

from snippets.partial_derivatives_and_jacobians.checks.jacobians import (
    areas_change,
    chain_of_jacobians,
    densities_change,
    integrals_change,
    jacobian_of_polar,
    jacobian_of_the_inverse,
)
from snippets.partial_derivatives_and_jacobians.checks.layers import (
    elementwise_layer,
    forward_meets_backward,
    jacobian_times_vector,
    linear_layer,
    normalization_layer,
    softmax_layer,
    softmax_pulled_back,
    vector_times_jacobian,
)
from snippets.partial_derivatives_and_jacobians.checks.matrix_calculus import (
    inverse,
    least_squares,
    log_determinant,
    norm,
    quadratic_form,
    trace,
    weights_of_a_layer,
)
from snippets.partial_derivatives_and_jacobians.checks.partials import (
    differentiable_means,
    four_corners,
    linear_approximation,
    mixed_partials_commute,
    peano_does_not_commute,
    total_differential,
)

__all__ = [
    "areas_change",
    "chain_of_jacobians",
    "densities_change",
    "differentiable_means",
    "elementwise_layer",
    "forward_meets_backward",
    "four_corners",
    "integrals_change",
    "inverse",
    "jacobian_of_polar",
    "jacobian_of_the_inverse",
    "jacobian_times_vector",
    "least_squares",
    "linear_approximation",
    "linear_layer",
    "log_determinant",
    "mixed_partials_commute",
    "norm",
    "normalization_layer",
    "peano_does_not_commute",
    "quadratic_form",
    "softmax_layer",
    "softmax_pulled_back",
    "total_differential",
    "trace",
    "vector_times_jacobian",
    "weights_of_a_layer",
]
