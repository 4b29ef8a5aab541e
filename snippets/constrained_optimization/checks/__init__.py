r"""Checks of the formulas on the page of topic 05, each against an independent route.

Each function draws a problem from `random`, and returns what the formula claims and what was measured another way (and,
where the formula says "approximately" or the other way is a search, how far the two may differ, relative to the larger).
"""

from snippets.constrained_optimization.checks.equalities import (
    budget_split,
    curvature_on_constraint,
    lagrange_condition,
    newton_step,
    price_of_level,
    several_constraints,
)
from snippets.constrained_optimization.checks.inequalities import (
    inequality_price,
    kkt_conditions,
    lagrangian_function,
    strong_duality,
)
from snippets.constrained_optimization.checks.learning import (
    principal_condition,
    ridge_solution,
    soft_threshold_rule,
    softmax_of_scores,
    street_width,
    support_vectors,
    tilted_distribution,
)
from snippets.constrained_optimization.checks.methods import (
    barrier_function,
    barrier_gap,
    barrier_price,
    multiplier_update,
    penalty_condition,
    penalty_function,
    penalty_price,
    projected_step,
    projection_onto_ball,
    projection_onto_simplex,
)

__all__ = [
    "barrier_function",
    "barrier_gap",
    "barrier_price",
    "budget_split",
    "curvature_on_constraint",
    "inequality_price",
    "kkt_conditions",
    "lagrange_condition",
    "lagrangian_function",
    "multiplier_update",
    "newton_step",
    "penalty_condition",
    "penalty_function",
    "penalty_price",
    "price_of_level",
    "principal_condition",
    "projected_step",
    "projection_onto_ball",
    "projection_onto_simplex",
    "ridge_solution",
    "several_constraints",
    "soft_threshold_rule",
    "softmax_of_scores",
    "street_width",
    "strong_duality",
    "support_vectors",
    "tilted_distribution",
]
