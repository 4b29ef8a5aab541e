"""What the sections on the Jacobians of layers, on products without matrices and on matrix calculus print."""

import numpy as np

from snippets.derivatives_and_gradients.gradients import numerical_gradient
from snippets.partial_derivatives_and_jacobians.counting import multiplications
from snippets.partial_derivatives_and_jacobians.examples.shown import clean
from snippets.partial_derivatives_and_jacobians.jacobians import (
    numerical_jacobian,
)
from snippets.partial_derivatives_and_jacobians.layers import (
    normalize,
    normalize_jacobian,
    normalize_vjp,
    softmax,
    softmax_jacobian,
    softmax_vjp,
)
from snippets.partial_derivatives_and_jacobians.matrix_calculus import (
    inverse_form,
    inverse_form_gradient,
    least_squares,
    least_squares_gradient,
    log_determinant,
    log_determinant_gradient,
    matrix_gradient,
    quadratic_form,
    quadratic_form_gradient,
    trace_form,
    trace_form_gradient,
)
from snippets.partial_derivatives_and_jacobians.products import (
    block,
    block_vjp,
    chain_cost,
    cheapest_cost,
    numerical_jvp,
)


# --8<-- [start:sizes]
def sizes():
    """Print how many numbers Jacobians hold that nobody writes down."""
    cases = [
        ("one example", 512, 512),
        ("its weights", 512, 512 * 512),
        ("64 examples", 64 * 512, 64 * 512),
        ("softmax", 50_257, 50_257),
    ]
    for name, rows, columns in cases:
        entries = rows * columns
        print(f"{name:11} {entries:13,} {entries * 4 / 1e9:7.3f} GB")


# --8<-- [end:sizes]


# --8<-- [start:softmax_numbers]
def softmax_numbers():
    """Print softmax at (2, 1, 0) and its Jacobian, by rule and measured."""
    z = np.array([2.0, 1.0, 0.0])
    p = softmax(z)
    print("p", clean(p))
    print("by rule")
    print(*(clean(row) for row in softmax_jacobian(p)), sep="\n")
    print("measured")
    print(*(clean(row) for row in numerical_jacobian(softmax, z)), sep="\n")
    print("row sums", clean(softmax_jacobian(p).sum(axis=1)))


# --8<-- [end:softmax_numbers]


# --8<-- [start:normalize_numbers]
def normalize_numbers():
    """Print layer normalization of (0, 0, 4, 4) and its Jacobian."""
    x = np.array([0.0, 0.0, 4.0, 4.0])
    jacobian = normalize_jacobian(x)
    print("y", normalize(x).tolist())
    print("by rule")
    print(*(clean(row) for row in jacobian), sep="\n")
    print("measured")
    print(*(clean(row) for row in numerical_jacobian(normalize, x)), sep="\n")
    print("along (1, 1, 1, 1):", clean(jacobian @ np.ones(4)))
    print("along x - mean    :", clean(jacobian @ (x - x.mean())))
    print("rank              :", np.linalg.matrix_rank(jacobian))


# --8<-- [end:normalize_numbers]


# --8<-- [start:softmax_and_mean_back]
def softmax_and_mean_back():
    """Print VJPs without matrices beside the products with them."""
    rng = np.random.default_rng(5)
    x, u = rng.normal(size=(2, 5))
    p = softmax(x)
    print("softmax with the matrix, then without")
    print(clean(softmax_jacobian(p).T @ u), clean(softmax_vjp(p, u)), sep="\n")
    print("normalization with the matrix, then without")
    print(clean(normalize_jacobian(x).T @ u), clean(normalize_vjp(x, u)), sep="\n")


# --8<-- [end:softmax_and_mean_back]


# --8<-- [start:counted_products]
def counted_products():
    """Print multiplications for one product with a softmax Jacobian."""
    print("   n    with  without  in the matrix")
    for n in (8, 64, 128):
        p, u = softmax(np.arange(n) / n), np.ones(n)
        matrix = multiplications(lambda p, u: softmax_jacobian(p) @ u, p, u)
        free = multiplications(softmax_vjp, p, u)
        print(f"{n:4}{matrix:8,}{free:9,}{n * n:15,}")


# --8<-- [end:counted_products]


# --8<-- [start:brackets]
def brackets():
    """Print multiplications for the Jacobian of a chain, both ways."""
    n = 512
    print(f"{'widths':15}  from output   from input")
    for widths in ([n, n, n, 1], [1, n, n, n], [n, n, n, n]):
        back, ahead = chain_cost(widths, "output"), chain_cost(widths, "input")
        print(*(f"{w:3}" for w in widths), f" {back:11,}  {ahead:11,}")


# --8<-- [end:brackets]


# --8<-- [start:uneven_chains]
def uneven_chains():
    """Print multiplications from either end, and with the best brackets."""
    for widths in ([2, 1000, 1, 1], [1000, 10, 1000, 1], [100, 100, 2, 100, 100]):
        print(*widths, sep=" → ")
        for first in ("output", "input"):
            print(f"  from the {first:8}{chain_cost(widths, first):12,}")
        print(f"  at best          {cheapest_cost(widths):12,}")


# --8<-- [end:uneven_chains]


# --8<-- [start:forward_and_back]
def forward_and_back():
    """Print u · (J v) and (Jᵀ u) · v for a block of 512 numbers."""
    rng = np.random.default_rng(3)
    weights = rng.normal(size=(512, 512)) / np.sqrt(512)
    bias, x, u, v = rng.normal(size=(4, 512))
    ahead = numerical_jvp(lambda x: block(weights, bias, x), x, v)
    back = block_vjp(weights, bias, x, u)
    print(f"u · (J v)  = {u @ ahead:.6f}")
    print(f"(Jᵀ u) · v = {back @ v:.6f}")
    print("shapes", ahead.shape, back.shape, "instead of", (512, 512))


# --8<-- [end:forward_and_back]


# --8<-- [start:identities]
def identities():
    """Print the largest gap between rule and finite difference."""
    rng = np.random.default_rng(0)
    matrix, x = rng.normal(size=(4, 4)), rng.normal(size=4)
    inputs, targets = rng.normal(size=(6, 4)), rng.normal(size=(6, 3))
    weights = rng.normal(size=(4, 3))
    rules = [
        quadratic_form_gradient(matrix, x),
        least_squares_gradient(inputs, weights, targets),
        2 * weights,
    ]
    measured = [
        numerical_gradient(lambda v: quadratic_form(matrix, v), x),
        matrix_gradient(lambda w: least_squares(inputs, w, targets), weights),
        matrix_gradient(lambda w: np.sum(w**2), weights),
    ]
    names = ["xᵀ A x, x", "½‖XW - Y‖², W", "‖W‖², W"]
    for name, rule, seen in zip(names, rules, measured, strict=True):
        close = np.allclose(rule, seen, rtol=0, atol=1e-8)
        print(f"{name:13} {rule.shape!s:6} agree to 1e-8: {close}")


# --8<-- [end:identities]


# --8<-- [start:further_identities]
def further_identities():
    """Print the largest gap between further rules and finite differences."""
    rng = np.random.default_rng(0)
    matrix, form, tall = rng.normal(size=(4, 4)), rng.normal(size=(4, 4)), rng.normal(size=(4, 3))
    a, b = rng.normal(size=(2, 4))
    cases = {
        "ln |det X|": (log_determinant_gradient(matrix), log_determinant, matrix),
        "tr(Xᵀ A X)": (trace_form_gradient(form, tall), lambda m: trace_form(form, m), tall),
        "aᵀ X⁻¹ b": (inverse_form_gradient(a, matrix, b), lambda m: inverse_form(a, m, b), matrix),
    }
    for name, (rule, number, at) in cases.items():
        close = np.allclose(rule, matrix_gradient(number, at), rtol=1e-6, atol=1e-6)
        print(f"{name:11} {rule.shape!s:6} agree to 1e-6: {close}")


# --8<-- [end:further_identities]
