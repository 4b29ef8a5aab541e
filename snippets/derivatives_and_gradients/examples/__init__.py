"""What the page of topic 01 prints. Each function is shown on the page with its output right below."""

from snippets.derivatives_and_gradients.examples.gradients import (
    directions,
    gradient_of_bowl,
    not_differentiable,
    on_the_hill,
    partials,
    shapes,
)
from snippets.derivatives_and_gradients.examples.mistakes import (
    arrow_length,
    forgotten_chain,
    gradient_as_number,
    melted_variable,
    sum_for_mean,
    too_small_a_step,
    wrong_sign,
    zero_gradient,
)
from snippets.derivatives_and_gradients.examples.slopes import (
    error_table,
    kink,
    rules,
    secants,
    slope_table,
    tangent_error,
)
from snippets.derivatives_and_gradients.examples.training import (
    shrinking_steps,
    three_rates,
    training,
    valley_paths,
)

__all__ = [
    "arrow_length",
    "directions",
    "error_table",
    "forgotten_chain",
    "gradient_as_number",
    "gradient_of_bowl",
    "kink",
    "melted_variable",
    "not_differentiable",
    "on_the_hill",
    "partials",
    "rules",
    "secants",
    "shapes",
    "shrinking_steps",
    "slope_table",
    "sum_for_mean",
    "tangent_error",
    "three_rates",
    "too_small_a_step",
    "training",
    "valley_paths",
    "wrong_sign",
    "zero_gradient",
]
