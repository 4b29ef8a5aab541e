"""What the pages print about depth: the front page, products of Jacobians, the start."""

import numpy as np

from snippets.gradient_pathologies.initial import mean_squares, orthogonal
from snippets.gradient_pathologies.stacks import (
    deltas,
    draw_stack,
    factor_per_layer,
    lengths_down,
    one,
    pre_activations,
    same,
    stack_jacobian,
)
from snippets.losses_and_activations.activations import relu, relu_slope, tanh_slope
from snippets.losses_and_activations.activations import sigmoid_slope as slope_of_sigmoid
from snippets.losses_and_activations.stable import sigmoid
from snippets.oracles import complex_step


# --8<-- [start:right_and_useless]
def right_and_useless():
    """Print gradients of a 30-layer tanh network for three starts."""
    print("spread  layer 1       10       20       30  right?")
    for spread in (0.0625, 0.125, 0.375):
        rng = np.random.default_rng(9)
        W = spread * rng.normal(size=(30, 64, 64))
        x, upstream, way = rng.normal(size=(3, 64))
        zs = pre_activations(W, x, np.tanh)
        delta = deltas(W, zs, tanh_slope, upstream)
        walked = complex_step(
            lambda x, W=W, u=upstream: u @ pre_activations(W, x, np.tanh)[-1],
            x,
            way,
        )
        right = np.isclose(delta[0] @ (W[0] @ way), walked, rtol=1e-9)
        lengths = np.linalg.norm(delta, axis=1)[[0, 9, 19, 29]]
        row = " ".join(f"{length:8.1e}" for length in lengths)
        print(f"{spread:<6} {row}  {right}")


# --8<-- [end:right_and_useless]


# --8<-- [start:three_layers]
def three_layers():
    """Print a product of three Jacobians, and its singular values."""
    weights = np.array([[[1, 0], [0, 1]], [[2, 1], [0, 1]], [[1, 0], [1, 0.5]]])
    zs = pre_activations(weights, np.array([1.0, -1.0]), relu)
    print("all z", zs.tolist())
    print("Jacobian", stack_jacobian(weights, zs, relu_slope).tolist())
    for name, W in (("W2", weights[1]), ("W3", weights[2])):
        print(name, np.linalg.svd(W, compute_uv=False).round(4).tolist())


# --8<-- [end:three_layers]


# --8<-- [start:factors]
def factors():
    """Print by what a layer multiplies a gradient, fitted over 30 layers."""
    kinds = ("linear", same, one), ("ReLU", relu, relu_slope)
    kinds += ("tanh", np.tanh, tanh_slope), ("sigmoid", sigmoid, slope_of_sigmoid)
    print("gain      0.5      1      2      4")
    for name, activation, slope in kinds:
        row = []
        for gain in (0.5, 1, 2, 4):
            rng = np.random.default_rng(9)
            down = lengths_down(30, 64, gain, activation, slope, 20, rng)
            row.append(factor_per_layer(np.exp(np.log(down).mean(axis=0))))
        print(f"{name:8}" + " ".join(f"{factor:6.3f}" for factor in row))


# --8<-- [end:factors]


# --8<-- [start:spectra]
def spectra():
    """Print singular values of the product of linear layers of width 64."""
    print("layers  start       largest   middle  smallest")
    for depth in (1, 5, 30):
        for name in ("normal", "orthogonal"):
            rng, product = np.random.default_rng(9), np.eye(64)
            for _ in range(depth):
                normal = draw_stack(1, 64, 1.0, rng)[0]
                W = normal if name == "normal" else orthogonal(64, rng)
                product = W @ product
            values = np.linalg.svd(product, compute_uv=False)
            top, middle, low = values[0], values[32], values[-1]
            print(f"{depth:4}    {name:10} {top:8.3f}  {middle:7.1e}   {low:7.1e}")


# --8<-- [end:spectra]


# --8<-- [start:one_layer]
def one_layer():
    """Print by what layers of 200 outputs multiply mean squares."""
    rng, n, m = np.random.default_rng(9), 50, 200
    names = ("1/n", 1 / n), ("1/m", 1 / m), ("2/(n + m)", 2 / (n + m))
    print("variance    forward  n·v    backward  m·v")
    for name, v in names:
        a, delta, up, down = np.ones(n), np.ones(m), [], []
        for _ in range(400):
            W = np.sqrt(v) * rng.normal(size=(m, n))
            up.append(np.mean((W @ a) ** 2))
            down.append(np.mean((W.T @ delta) ** 2))
        means = np.mean(up), np.mean(down)
        print(f"{name:11} {means[0]:7.3f} {n * v:5.2f} {means[1]:9.3f} {m * v:6.2f}")


# --8<-- [end:one_layer]


# --8<-- [start:kept_or_lost]
def kept_or_lost():
    """Print the mean square of z in layers 1, 10 and 50, width 256."""
    starts = ("tanh, 1/n", np.tanh, 1), ("ReLU, 1/n", relu, 1), ("ReLU, 2/n", relu, 2)
    print("start       layer 1  layer 10  layer 50")
    for name, activation, twice in starts:
        rng = np.random.default_rng(9)
        weights = draw_stack(50, 256, twice**0.5, rng)
        found = mean_squares(weights, rng.normal(size=256), activation)
        print(f"{name:10} {found[0]:8.3f} {found[9]:9.4f} {found[49]:9.1e}")


# --8<-- [end:kept_or_lost]
