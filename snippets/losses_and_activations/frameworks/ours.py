"""The same numbers by the topic's own programs. At a kink there is nothing to compute: frameworks decide."""

import numpy as np

from snippets.losses_and_activations import activations, losses
from snippets.losses_and_activations.softmax import cross_entropy, cross_entropy_gradient
from snippets.losses_and_activations.stable import log_sum_exp, softplus


def gelu():
    """Print GELU at 2.7, exactly and by its approximation."""
    print(f"exact {activations.gelu(2.7):.5f}, tanh {activations.gelu_tanh(2.7):.5f}")


def huber():
    """Print two losses of the error 3 with the threshold 2, each with its slope."""
    value, slope = losses.huber(3, delta=2), losses.huber_slope(3, delta=2)
    for threshold in (1, 2):
        print(value / threshold, slope / threshold)


def safe_sums():
    """Print log-sum-exp of two large scores, and softplus far to the left."""
    print(f"log-sum-exp {log_sum_exp(np.array([710, 709])):.4f}")
    print(f"softplus {softplus(-20):.4e}")


def p_minus_y():
    """Print the cross-entropy of three scores, of which the second is right, and its gradient."""
    scores = np.array([2.0, 1.0, -1.0])
    print(f"loss {cross_entropy(scores, 1):.4f}")
    print("gradient", *(f"{slope:.4f}" for slope in cross_entropy_gradient(scores, 1)))
