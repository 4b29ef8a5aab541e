"""Mistakes, each in a case in which it fails where everyone can see it."""

import numpy as np

from snippets.derivatives_and_gradients.derivatives import central_difference
from snippets.derivatives_and_gradients.gradients import numerical_gradient
from snippets.losses_and_activations.activations import relu, relu_slope, sigmoid_slope
from snippets.losses_and_activations.losses import binary_cross_entropy, log_loss_slope
from snippets.losses_and_activations.softmax import cross_entropy, softmax
from snippets.losses_and_activations.stable import log_loss, log_sum_exp, sigmoid


# --8<-- [start:softmax_twice]
def softmax_twice():
    """Print the loss of ever surer, right answers: softmax once, and twice."""
    print("score    once     twice")
    for score in (1.0, 5.0, 20.0, 100.0):
        z = np.zeros(10)
        z[3] = score
        print(f"{score:5}   {cross_entropy(z, 3):.4f}   {cross_entropy(softmax(z), 3):.4f}")


# --8<-- [end:softmax_twice]


# --8<-- [start:slope_of_output]
def slope_of_output():
    """Print the slope of σ at z = 2: from z, and from the output taken for z."""
    a = sigmoid(2)
    print(f"a (1 - a)    {a * (1 - a):.4f}")
    print(f"σ'(a)        {sigmoid_slope(a):.4f}")
    print(f"measured     {central_difference(sigmoid, 2):.4f}")


# --8<-- [end:slope_of_output]


# --8<-- [start:diagonal_only]
def diagonal_only():
    """Print the gradient of p₂ at the scores (2, 1, -1): diagonal, full, measured."""
    z = np.array([2.0, 1.0, -1.0])
    p = softmax(z)
    print("diagonal only", [0.0, float((p[1] * (1 - p[1])).round(4)), 0.0])
    print("whole row    ", (p[1] * (np.eye(3)[1] - p)).round(4).tolist())
    print("measured     ", numerical_gradient(lambda z: softmax(z)[1], z).round(4).tolist())


# --8<-- [end:diagonal_only]


# --8<-- [start:log_of_softmax]
def log_of_softmax():
    """Print ln p for the scores (800, 0): in two steps, and in one."""
    z = np.array([800.0, 0.0])
    with np.errstate(divide="ignore"):
        print("ln of softmax ", np.log(softmax(z)).tolist())
    print("z - ln Σ e^z  ", (z - log_sum_exp(z)).tolist())


# --8<-- [end:log_of_softmax]


# --8<-- [start:clipped]
def clipped():
    """Print loss and measured slope for y = 0: p clipped, and on the logit."""

    def with_clip(z):
        return binary_cross_entropy(np.clip(sigmoid(z), 1e-7, 1 - 1e-7), 0)

    print("      clipped        on the logit")
    print("   z     loss  slope     loss  slope")
    for z in (10.0, 20.0, 30.0):
        print(f"{z:4}  {with_clip(z):7.4f} {central_difference(with_clip, z):6.4f}", end="  ")
        print(f"{log_loss(z, 0):7.4f} {log_loss_slope(z, 0):6.4f}")


# --8<-- [end:clipped]


# --8<-- [start:minus_one_label]
def minus_one_label():
    """Print σ(z) - y for a negative example, coded as 0 and as -1."""
    print("   z    y = 0    y = -1")
    for z in (3.0, 0.0, -3.0, -30.0):
        print(f"{z:5}  {log_loss_slope(z, 0):7.4f}   {log_loss_slope(z, -1):7.4f}")


# --8<-- [end:minus_one_label]


# --8<-- [start:kink_check]
def kink_check():
    """Print the slope of ReLU at 0 and near it: by the rule, and measured."""
    for z in (0.0, 0.000004, 0.001):
        print(f"z = {z:<9} rule {relu_slope(z):.1f}   measured {central_difference(relu, z):.1f}")


# --8<-- [end:kink_check]


# --8<-- [start:mean_over_entries]
def mean_over_entries():
    """Print one entry of the gradient of three "mean squared errors" of (n, K)."""
    error, n, outputs = 0.5, 32, 100
    print(f"sum over all         {2 * error:.6f}")
    print(f"mean over examples   {2 * error / n:.6f}")
    print(f"mean over entries    {2 * error / (n * outputs):.6f}")


# --8<-- [end:mean_over_entries]


# --8<-- [start:perplexity_units]
def perplexity_units():
    """Print the perplexity of three words with the wrong base and with the right one."""
    loss = -np.mean(np.log([0.5, 0.25, 0.125]))  # in nats
    print(f"mean loss {loss:.4f}")
    print(f"2 ** loss {2**loss:.4f}")
    print(f"exp(loss) {np.exp(loss):.4f}")


# --8<-- [end:perplexity_units]
