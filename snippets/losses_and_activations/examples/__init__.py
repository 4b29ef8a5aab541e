"""What the page of topic 06 prints. Each function is shown on the page with its output right below."""

from snippets.losses_and_activations.examples.activations import (
    gelu_table,
    jacobian,
    one_wrong_message,
    relu_at_zero,
    saturation_table,
    sigmoid_table,
    temperatures,
)
from snippets.losses_and_activations.examples.losses import (
    batch,
    margins,
    outlier,
    p_minus_y,
    penalties,
    pulls,
    surprise,
    wrong_answers_table,
)
from snippets.losses_and_activations.examples.mistakes import (
    clipped,
    diagonal_only,
    kink_check,
    log_of_softmax,
    mean_over_entries,
    minus_one_label,
    slope_of_output,
    softmax_twice,
)
from snippets.losses_and_activations.examples.stability import (
    borders_table,
    overflow,
    repaired,
    two_routes,
)

__all__ = [
    "batch",
    "borders_table",
    "clipped",
    "diagonal_only",
    "gelu_table",
    "jacobian",
    "kink_check",
    "log_of_softmax",
    "margins",
    "mean_over_entries",
    "minus_one_label",
    "one_wrong_message",
    "outlier",
    "overflow",
    "p_minus_y",
    "penalties",
    "pulls",
    "relu_at_zero",
    "repaired",
    "saturation_table",
    "sigmoid_table",
    "slope_of_output",
    "softmax_twice",
    "surprise",
    "temperatures",
    "two_routes",
    "wrong_answers_table",
]
