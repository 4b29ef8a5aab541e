"""What the page of topic 05 prints. Each function is shown on the page with its output right below."""

from snippets.constrained_optimization.examples.equality import (
    budget_by_newton,
    newton_on_circle,
    price_measured,
    slide,
    two_rules,
)
from snippets.constrained_optimization.examples.inequality import (
    by_cases,
    four_candidates,
    idle_or_active,
    infinite_price,
    lower_bounds,
)
from snippets.constrained_optimization.examples.learning import (
    budgets_and_prices,
    loaded_dice,
    principal,
    street,
    temperatures,
)
from snippets.constrained_optimization.examples.methods import (
    barrier_table,
    multiplier_rounds,
    penalty_table,
    projected_walk,
    three_projections,
)
from snippets.constrained_optimization.examples.mistakes import (
    cut_and_divide,
    descend_lagrangian,
    forced_equality,
    huge_weight,
    project_at_the_end,
    straight_price,
    top_for_bottom,
    turned_rule,
)

__all__ = [
    "barrier_table",
    "budget_by_newton",
    "budgets_and_prices",
    "by_cases",
    "cut_and_divide",
    "descend_lagrangian",
    "forced_equality",
    "four_candidates",
    "huge_weight",
    "idle_or_active",
    "infinite_price",
    "loaded_dice",
    "lower_bounds",
    "multiplier_rounds",
    "newton_on_circle",
    "penalty_table",
    "price_measured",
    "principal",
    "project_at_the_end",
    "projected_walk",
    "slide",
    "straight_price",
    "street",
    "temperatures",
    "three_projections",
    "top_for_bottom",
    "turned_rule",
    "two_rules",
]
