"""Figures of the Jacobians of layers: what they look like, and what a product with them costs."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.partial_derivatives_and_jacobians.counting import multiplications
from snippets.partial_derivatives_and_jacobians.layers import (
    normalize_jacobian,
    softmax,
    softmax_jacobian,
    softmax_vjp,
    tanh_jacobian,
)
from snippets.style import dot, note


def jacobian_gallery():
    """Four Jacobians of shape (8, 8): each entry a square, its area the size, its color the sign."""
    fig, axes = plt.subplots(2, 2, figsize=(6, 6.4))
    rng = np.random.default_rng(8)
    x, weights = rng.normal(size=8), rng.normal(size=(8, 8))
    kinds = [
        ("linear: $\\boldsymbol{W}$", "64 numbers", weights),
        ("tanh: a diagonal", "8 numbers", tanh_jacobian(x)),
        (
            "softmax: $\\mathrm{diag}(\\boldsymbol{p})-\\boldsymbol{p}\\boldsymbol{p}^\\mathsf{T}$",
            "8 numbers",
            softmax_jacobian(softmax(0.8 * x)),
        ),
        ("normalization", "9 numbers", normalize_jacobian(x)),
    ]
    for ax, (title, held, matrix) in zip(axes.flat, kinds, strict=True):
        rows, columns = np.indices(matrix.shape)
        area = 260 * np.abs(matrix) / np.abs(matrix).max()
        for sign, color in ((1, "C0"), (-1, "C1")):
            at = np.sign(matrix) == sign
            ax.scatter(columns[at] + 1, rows[at] + 1, s=area[at], c=color, marker="s")
        ax.set_title(title, loc="center")
        note(ax, f"stored in {held}", (4.5, 9.1), color="C4")
        ax.set(aspect="equal", xlim=(0.3, 8.7), ylim=(9.6, 0.3), xticks=[1, 8], yticks=[1, 8])
    for ax in axes[:, 0]:
        ax.set_ylabel("output")
    for ax in axes[1]:
        ax.set_xlabel("input")
    return fig


def product_costs():
    """Multiplications for one product with the Jacobian of a softmax: with the matrix, and without."""
    fig, ax = plt.subplots(figsize=(6, 4.5))
    small, large = np.array([8, 16, 32, 64]), np.array([8, 50_257])
    ways = [
        ("C3", lambda p, u: softmax_jacobian(p) @ u, lambda n: 2 * n**2, "matrix first: $2n^2$", (12, -12), "left"),
        ("C0", softmax_vjp, lambda n: 2 * n, "no matrix: $2n$", (10, -14), "left"),
    ]
    for color, product, rule, name, shift, side in ways:
        ax.loglog(large, rule(large.astype(float)), color=color, linewidth=1.4)
        for n in small:
            dot(ax, n, multiplications(product, softmax(np.arange(n) / n), np.ones(n)), color=color)
        note(ax, name, (2000, rule(2000.0)), shift, color, ha=side)
        for n in (512, 50_257):
            dot(ax, n, rule(float(n)), color=color, marker="D")
    for n, name in ((512, "a layer\n512"), (50_257, "a vocabulary\n50,257")):
        ax.axvline(n, color="C4", linestyle=":", linewidth=1.2)
        note(ax, name, (n, 1.2e11), (-4, 0), "C4", ha="right")
    ax.set(xlabel="numbers $n$ in the layer", ylabel="multiplications", xlim=(6, 9e4), ylim=(8, 5e11))
    return fig
