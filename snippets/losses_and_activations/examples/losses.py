"""Losses: the pull of an outlier, certain and wrong answers, p - y with numbers, margins and penalties."""

import numpy as np

from snippets.constrained_optimization.entropy import entropy
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS
from snippets.losses_and_activations import losses
from snippets.losses_and_activations.entropy import divergence, expected_surprise
from snippets.losses_and_activations.softmax import (
    cross_entropy,
    mean_cross_entropy,
    mean_cross_entropy_gradient,
    one_hot,
    softmax,
    softmax_jacobian,
)
from snippets.losses_and_activations.stable import log_loss
from snippets.losses_and_activations.training import (
    TYPO,
    fit_line,
    l1_gradient,
    l2_gradient,
    soft_threshold,
    steps_until_right,
)


# --8<-- [start:pulls]
def pulls():
    """Print what each point pulls at the good line 2x + 1, for three losses."""
    errors = 2 * WEEKS + 1 - TYPO
    print("errors  ", errors.round(1).tolist())
    print("squared ", losses.squared_slope(errors).round(1).tolist())
    print("absolute", losses.absolute_slope(errors).tolist())
    print("Huber   ", losses.huber_slope(errors).round(1).tolist())


# --8<-- [end:pulls]


# --8<-- [start:outlier]
def outlier():
    """Print the lines that three losses fit, to good data and with the typo."""
    kinds = [
        ("squared ", losses.squared_slope, 0.05),
        ("absolute", losses.absolute_slope, 0.0005),
        ("Huber   ", losses.huber_slope, 0.05),
    ]
    print("           good data      with 88")
    for name, slope, rate in kinds:
        (w, b), (v, c) = (fit_line(slope, WEEKS, y, rate, 20_000) for y in (HEIGHTS, TYPO))
        print(f"{name} {w:6.2f}x + {b:.2f} {v:6.2f}x {'-' if c < 0 else '+'} {abs(c):.2f}")


# --8<-- [end:outlier]


# --8<-- [start:surprise]
def surprise():
    """Print the cross-entropy and its slope with respect to p, for y = 1."""
    print("    p      -ln p    slope in p")
    for p in (0.99, 0.9, 0.5, 0.1, 0.01, 0.0001):
        loss, slope = losses.binary_cross_entropy(p, 1), losses.binary_cross_entropy_slope(p, 1)
        print(f"{p:6}  {loss:8.4f}   {slope:10.2f}")


# --8<-- [end:surprise]


# --8<-- [start:forecasters]
def forecasters():
    """Print what three forecasters of sun, clouds and rain lose, and how much of it is their own."""
    shares = np.array([0.5, 0.25, 0.25])
    print(f"entropy of the weather {entropy(shares):.4f}")
    print("forecaster    loss    added   other way")
    for name, p in (("knows", shares), ("uniform", np.full(3, 1 / 3)), ("too sure", np.array([0.8, 0.1, 0.1]))):
        own, back = divergence(shares, p), divergence(p, shares)
        print(f"{name:9} {expected_surprise(shares, p):8.4f} {own:8.4f} {back:8.4f}")


# --8<-- [end:forecasters]


# --8<-- [start:wrong_answers_table]
def wrong_answers_table():
    """Print ∂L/∂z for y = 1, and the steps until the score is right."""
    print("     cross-entropy     squared error")
    print("  z    slope  steps      slope   steps")
    for z in (-1, -2, -4, -6, -8, -10):
        entropy, square = losses.log_loss_slope, losses.squared_through_sigmoid_slope
        print(f"{z:3}  {entropy(z, 1):.4f}  {steps_until_right(entropy, z):5}", end="  ")
        print(f"{square(z, 1):.6f}  {steps_until_right(square, z):6,}")


# --8<-- [end:wrong_answers_table]


# --8<-- [start:p_minus_y]
def p_minus_y():
    """Print the gradient of the cross-entropy, ∂L/∂z, by two routes."""
    z, label = np.array([2.0, 1.0, -1.0]), 1
    p, y = softmax(z), one_hot(label, 3)
    in_p = 0 - y / p  # derivative of -ln p of the right class, in each p
    print("p             ", p.round(4).tolist())
    print("loss          ", round(cross_entropy(z, label), 4))
    print("in p          ", in_p.round(4).tolist())
    print("through J     ", (softmax_jacobian(p).T @ in_p).round(4).tolist())
    print("p - y         ", (p - y).round(4).tolist())


# --8<-- [end:p_minus_y]


# --8<-- [start:batch]
def batch():
    """Print mean cross-entropy and its gradient for two examples."""
    scores = np.array([[2.0, 1.0, -1.0], [0.0, 3.0, 0.0]])
    labels = np.array([1, 1])
    print("mean loss", round(mean_cross_entropy(scores, labels), 4))
    for row in mean_cross_entropy_gradient(scores, labels):
        print("         ", row.round(4).tolist())


# --8<-- [end:batch]


# --8<-- [start:margins]
def margins():
    """Print hinge loss and cross-entropy with their slopes in the margin."""
    print("margin   hinge  slope   entropy   slope")
    for m in (-2.0, 0.0, 0.9, 1.1, 3.0, 10.0):
        hinge, pull = losses.hinge(m, 1), losses.hinge_slope(m, 1)
        print(f"{m:6}   {hinge:5.2f}  {pull:5.0f}   {log_loss(m, 1):.5f}  {losses.log_loss_slope(m, 1):.5f}")


# --8<-- [end:margins]


# --8<-- [start:penalties]
def penalties():
    """Print three weights after steps on a penalty alone; rate 0.1."""
    weights = np.array([2.0, 0.6, 0.03])
    print("start                 ", weights.tolist())
    print("L2, one step          ", (weights - 0.1 * l2_gradient(weights, 0.5)).round(4).tolist())
    print("L1, one step          ", (weights - 0.1 * l1_gradient(weights, 0.5)).round(4).tolist())
    print("L1, soft threshold    ", soft_threshold(weights, 0.1 * 0.5).round(4).tolist())


# --8<-- [end:penalties]
