"""The figures of topic 06. Each function takes nothing and returns a Matplotlib figure.

They plot and do not calculate: the mathematics is imported from the modules beside this package, the look from
`snippets.style`. The page shows the code of each figure folded beneath it.
"""

from snippets.losses_and_activations.figures.activations import (
    gelu_and_softplus,
    relu_and_leaky_relu,
    saturation,
    sigmoid_and_tanh,
    softmax_temperature,
)
from snippets.losses_and_activations.figures.losses import (
    losses_of_an_error,
    margin_losses,
    outlier_fits,
    shrinking_weights,
)
from snippets.losses_and_activations.figures.precision import loss_through_probability, softplus_precision
from snippets.losses_and_activations.figures.wrong_answer import confident_and_wrong, ten_steps

__all__ = [
    "confident_and_wrong",
    "gelu_and_softplus",
    "loss_through_probability",
    "losses_of_an_error",
    "margin_losses",
    "outlier_fits",
    "relu_and_leaky_relu",
    "saturation",
    "shrinking_weights",
    "sigmoid_and_tanh",
    "softmax_temperature",
    "softplus_precision",
    "ten_steps",
]
