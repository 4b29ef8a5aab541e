r"""Checks of the formulas for batches: each against single examples, complex steps, or both."""

import numpy as np

from snippets.oracles import complex_gradient, complex_step
from snippets.random_functions import RandomFunction, RandomMap


def _sizes(random):
    """Three different sizes from 2 to 5: examples, inputs, neurons."""
    return random.permutation([2, 3, 4, 5])[:3]


def linear_layer_of_batch(random):
    r"""$$\mat{Z} = \mat{A}\, \mat{W}^\T + \vect{1}\, \vect{b}^\T$$

    A random layer and a random batch: against z = W a + b for each example by itself, entry by entry.
    """
    # no difference: one @ b.T -> b.T: NumPy copies the row to all examples by itself, which is broadcasting.
    B, n, m = _sizes(random)
    A, W, b, one = random.normal(size=(B, n)), random.normal(size=(m, n)), random.normal(size=(m, 1)), np.ones((B, 1))
    rows = [[sum(W[i, j] * A[k, j] for j in range(n)) + b[i, 0] for i in range(m)] for k in range(B)]
    return A @ W.T + one @ b.T, np.array(rows)


def weights_of_batch(random):
    r"""$$\frac{\partial L}{\partial \mat{W}} = \mat{\Delta}^\T \mat{A}$$

    A linear layer below a random function of all its outputs: against a complex step in each weight.
    """
    B, n, m = _sizes(random)
    A, W, b = random.normal(size=(B, n)), random.normal(size=(m, n)), random.normal(size=m)
    f = [[RandomFunction(random) for _ in range(m)] for _ in range(B)]

    def loss(W):
        z = A @ W.T + b
        return sum(f[i][k](z[i, k]) for i in range(B) for k in range(m))

    z = A @ W.T + b
    Delta = np.array([[f[i][k].derivative(z[i, k]) for k in range(m)] for i in range(B)])
    return Delta.T @ A, complex_gradient(loss, W)


def biases_of_batch(random):
    r"""$$\frac{\partial L}{\partial \vect{b}} = \mat{\Delta}^\T \vect{1}$$

    The same layer: against a complex step in each bias.
    """
    B, n, m = _sizes(random)
    A, W, b = random.normal(size=(B, n)), random.normal(size=(m, n)), random.normal(size=(m, 1))
    f, one = [[RandomFunction(random) for _ in range(m)] for _ in range(B)], np.ones((B, 1))

    def loss(b):
        z = A @ W.T + b.T
        return sum(f[i][k](z[i, k]) for i in range(B) for k in range(m))

    z = A @ W.T + b.T
    Delta = np.array([[f[i][k].derivative(z[i, k]) for k in range(m)] for i in range(B)])
    return Delta.T @ one, complex_gradient(loss, b)


def inputs_of_batch(random):
    r"""$$\frac{\partial L}{\partial \mat{A}} = \mat{\Delta}\, \mat{W}$$

    The same layer: against a complex step in each input of each example.
    """
    B, n, m = _sizes(random)
    A, W, b = random.normal(size=(B, n)), random.normal(size=(m, n)), random.normal(size=m)
    f = [[RandomFunction(random) for _ in range(m)] for _ in range(B)]

    def loss(A):
        z = A @ W.T + b
        return sum(f[i][k](z[i, k]) for i in range(B) for k in range(m))

    z = A @ W.T + b
    Delta = np.array([[f[i][k].derivative(z[i, k]) for k in range(m)] for i in range(B)])
    return Delta @ W, complex_gradient(loss, A)


def recursion_of_batch(random):
    r"""$$\mat{\Delta} = \left( \mat{\Delta}_{\text{next}}\, \mat{W}_{\text{next}} \right) \odot \sigma'(\mat{Z})$$

    A random activation, a linear layer above it and a random function of its outputs: against a complex step in each
    pre-activation of each example.
    """
    B, n, m = _sizes(random)
    Z, W, b, sigma = (
        random.normal(size=(B, n)),
        random.normal(size=(m, n)),
        random.normal(size=m),
        RandomFunction(random),
    )
    f = [[RandomFunction(random) for _ in range(m)] for _ in range(B)]

    def loss(Z):
        above = sigma(Z) @ W.T + b
        return sum(f[i][k](above[i, k]) for i in range(B) for k in range(m))

    above = sigma(Z) @ W.T + b
    Delta = np.array([[f[i][k].derivative(above[i, k]) for k in range(m)] for i in range(B)])
    slope = sigma.derivative(Z)
    return (Delta @ W) * slope, complex_gradient(loss, Z)


def delta_of_mean_log_loss(random):
    r"""$$\mat{\Delta}_{\text{out}} = \frac{1}{B} \left( \sigma(\mat{Z}) - \mat{Y} \right)$$

    Two to five random logits with random labels: against a complex step in each logit of the mean of -ln p for the label 1
    and -ln(1 - p) for 0.
    """
    B = random.integers(2, 6)
    Z, Y = random.normal(size=(B, 1)), random.integers(2, size=(B, 1))

    def loss(Z):
        p = 1.0 / (1.0 + np.exp(-Z))
        return sum(-np.log(p[i, 0]) if Y[i, 0] else -np.log(1.0 - p[i, 0]) for i in range(B)) / len(Z)

    return 1 / B * (1 / (1 + np.exp(-Z)) - Y), complex_gradient(loss, Z)


def delta_of_mean(random):
    r"""$$\frac{\partial L}{\partial \vect{z}_i} = \frac{1}{B}\, \frac{\partial \ell_i}{\partial \vect{z}_i}$$

    Random losses of two to five examples with three scores each: against a complex step in the scores of one of them.
    """
    B = random.integers(2, 6)
    losses, Z, i = RandomMap(random, 3, B), random.normal(size=(B, 3)), random.integers(B)

    def mean(z):
        return sum(losses.components[k](z if k == i else Z[k]) for k in range(B)) / len(Z)

    slope = losses.components[i].gradient(Z[i])
    return 1 / B * slope, np.array([complex_step(mean, Z[i], axis) for axis in np.eye(3)])
