"""Activations and softmax: values, traces, saturation, the kink."""

import numpy as np

from snippets.derivatives_and_gradients.derivatives import central_difference
from snippets.losses_and_activations import activations as act
from snippets.losses_and_activations.losses import log_loss_slope, squared_through_sigmoid_slope
from snippets.losses_and_activations.softmax import softmax, softmax_jacobian
from snippets.losses_and_activations.stable import sigmoid
from snippets.losses_and_activations.training import walk


# --8<-- [start:one_wrong_message]
def one_wrong_message():
    """Print the score of one message after some steps, for both losses."""
    squared = walk(squared_through_sigmoid_slope, -8, 1.0, steps=10)
    entropy = walk(log_loss_slope, -8, 1.0, steps=10)
    print("step   squared error   cross-entropy")
    for step in (0, 1, 2, 5, 8, 9, 10):
        print(f"{step:4} {squared[step]:15.4f} {entropy[step]:15.4f}")


# --8<-- [end:one_wrong_message]


# --8<-- [start:sigmoid_table]
def sigmoid_table():
    """Print the sigmoid, its slope by the formula, and its slope measured."""
    print("  z     σ(z)   σ(1 - σ)   measured")
    for z in (-4, -1, 0, 1, 4):
        s = float(sigmoid(z))
        print(f"{z:3}   {s:.4f}   {s * (1 - s):.6f}   {central_difference(sigmoid, z):.6f}")


# --8<-- [end:sigmoid_table]


# --8<-- [start:saturation_table]
def saturation_table():
    """Print how much of a gradient passes one unit, away from 0."""
    print("   z   sigmoid      tanh   ReLU")
    for z in (0.5, 2, 5, 10, 20):
        slopes = act.sigmoid_slope(z), act.tanh_slope(z)
        print(f"{z:4}   {slopes[0]:.1e}   {slopes[1]:.1e}   {act.relu_slope(z):4.0f}")


# --8<-- [end:saturation_table]


# --8<-- [start:relu_at_zero]
def relu_at_zero():
    """Print the slope at 0 of three ways to write ReLU, as a program computes it."""
    at_zero = float(act.relu_slope(0.0))
    print("relu(t)                 ", at_zero)
    print("t + relu(-t)            ", 1 - at_zero)  # chain rule: -1 inside
    print("their difference, always 0:", at_zero - (1 - at_zero))


# --8<-- [end:relu_at_zero]


# --8<-- [start:gelu_table]
def gelu_table():
    """Print GELU, its distance from ReLU, and its slope."""
    print("   z    GELU     ReLU   slope")
    for z in (-3, -1, -0.7518, 0, 1, 2**0.5, 3):
        print(f"{z:7.4f} {act.gelu(z):7.4f} {act.relu(z):6.3f} {act.gelu_slope(z):z7.4f}")


# --8<-- [end:gelu_table]


# --8<-- [start:temperatures]
def temperatures():
    """Print the softmax of (2, 1, -1) at five temperatures."""
    for temperature in (0.1, 0.5, 1, 4, 100):
        p = softmax([2.0, 1.0, -1.0], temperature)
        print(f"T = {temperature:<5}", " ".join(f"{share:.4f}" for share in p))


# --8<-- [end:temperatures]


# --8<-- [start:attention_scores]
def attention_scores():
    """Print how softmax saturates over 16 dot products of random vectors, as they are and divided by √d."""
    random = np.random.default_rng(6)
    print("       as they are    divided by √d")
    print("   d  spread   trace  spread   trace")
    for d in (4, 64, 1024):
        query, keys = random.normal(size=(500, 1, d)), random.normal(size=(500, 16, d))
        scores = (query * keys).sum(axis=-1)  # shape (500, 16): 500 times 16 dot products
        spreads, traces = [], []
        for z in (scores, scores / np.sqrt(d)):
            p = softmax(z)
            spreads.append(z.std())
            traces.append((p * (1 - p)).sum(axis=-1).mean())
        print(f"{d:4} {spreads[0]:7.2f} {traces[0]:7.4f} {spreads[1]:7.2f} {traces[1]:7.4f}")


# --8<-- [end:attention_scores]


# --8<-- [start:jacobian]
def jacobian():
    """Print the Jacobian of softmax at (2, 1, -1), and the sums of its rows."""
    matrix = softmax_jacobian(softmax([2.0, 1.0, -1.0]))
    for row in matrix:
        print(" ".join(f"{entry:8.4f}" for entry in row))
    print("sums of rows:", np.abs(matrix.sum(axis=1).round(12)).tolist())


# --8<-- [end:jacobian]
