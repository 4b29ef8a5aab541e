"""The mistakes of topic 09, each with numbers in which it visibly fails."""

import numpy as np

from snippets.gradient_pathologies.cliffs import clipped, power_loss_slope
from snippets.gradient_pathologies.edge import product_loss, product_sharpness
from snippets.gradient_pathologies.initial import mean_squares, xavier_spread
from snippets.gradient_pathologies.pathways import residual_block, through
from snippets.gradient_pathologies.stacks import draw_stack
from snippets.gradient_pathologies.units import T, X, relu_forward, relu_gradient, start_with_silent
from snippets.losses_and_activations.activations import relu


# --8<-- [start:stretched_and_gone]
def stretched_and_gone():
    """Print lengths of a gradient that goes through one matrix many times."""
    W, u = np.array([[0, 1.5], [0.4, 0]]), np.array([1.0, 0.0])
    top = np.linalg.svd(W, compute_uv=False)[0]
    print(f"largest singular value {top:.1f}")
    for uses in range(7):
        print(f"{uses} uses: length {np.linalg.norm(u):.3f}")
        u = W.T @ u


# --8<-- [end:stretched_and_gone]


# --8<-- [start:half_forgotten]
def half_forgotten():
    """Print the mean square in layer 30 of ReLU stacks with two starts."""
    for name, spread in (("Xavier", xavier_spread(256, 256)), ("He", (2 / 256) ** 0.5)):
        rng = np.random.default_rng(9)
        weights = spread * rng.normal(size=(30, 256, 256))
        found = mean_squares(weights, rng.normal(size=256), relu)
        print(f"{name:7} {found[29]:.1e}")


# --8<-- [end:half_forgotten]


# --8<-- [start:buried_alive]
def buried_alive():
    """Print the largest pre-activation of a silent unit during training."""
    parameters = start_with_silent(2, np.random.default_rng(4))
    for step in range(401):
        if step % 100 == 0 or step in (20, 40):
            highest = relu_forward(parameters, X)[1][:, 0].max()
            own = np.abs(relu_gradient(parameters, X, T)[2][0]).max()
            print(f"step {step:3}: largest z {highest:6.3f}, own gradient {own:.4f}")
        gradients = relu_gradient(parameters, X, T)
        parameters = [p - 0.1 * g for p, g in zip(parameters, gradients, strict=True)]


# --8<-- [end:buried_alive]


# --8<-- [start:clipped_by_value]
def clipped_by_value():
    """Print a gradient clipped in two ways, and the angle that it turns."""
    g = np.array([3.0, 100.0])
    for name, c in (("by norm", clipped(g, 1)), ("by value", np.clip(g, -1, 1))):
        cosine = g @ c / np.linalg.norm(g) / np.linalg.norm(c)
        angle = np.degrees(np.arccos(min(cosine, 1)))
        length = np.linalg.norm(c)
        print(f"{name:9} {c.round(4).tolist()}: length {length:.2f}, turned {angle:.1f}°")


# --8<-- [end:clipped_by_value]


# --8<-- [start:doubled]
def doubled():
    """Print how much 30 residual blocks enlarge a mean square."""
    for name, scale in (("full size", 1.0), ("scaled", 30**-0.5)):
        rng = np.random.default_rng(9)
        weights, h = draw_stack(30, 32, 2**0.5, rng), rng.normal(size=(8, 32))
        out, _ = through(lambda W, h, s=scale: residual_block(W, h, s), weights, h)
        print(f"{name:10} {np.mean(out**2) / np.mean(h**2):.1e}")


# --8<-- [end:doubled]


# --8<-- [start:ten_times_the_batch]
def ten_times_the_batch():
    """Print the typical error of a mean of B numbers with spread 1."""
    rng = np.random.default_rng(9)
    for size in (10, 100, 1000):
        errors = rng.normal(size=(4000, size)).mean(axis=1)
        print(f"B = {size:4}: typical error {np.sqrt(np.mean(errors**2)):.3f}")


# --8<-- [end:ten_times_the_batch]


# --8<-- [start:raised_on_the_plateau]
def raised_on_the_plateau():
    """Print descent on the power loss with a rate that suits its plateau."""
    w = 0.6
    for step in range(100):
        slope = power_loss_slope(w)
        if step in (0, 5, 10) or abs(10 * slope) > 1:
            print(f"step {step:2}: w = {w:.4f}, next step {-10 * slope:.3g}")
        if abs(10 * slope) > 1:
            break
        w -= 10 * slope


# --8<-- [end:raised_on_the_plateau]


# --8<-- [start:clipped_too_soon]
def clipped_too_soon():
    """Print the mean of four gradients, clipped before and after."""
    gradients = np.array([[10.0, 0.0], [-1, 1], [-1, 1], [-1, 1]])
    print("mean               ", gradients.mean(axis=0).tolist())
    print("mean, then clipped ", clipped(gradients.mean(axis=0), 1).round(3).tolist())
    each = np.array([clipped(g, 1) for g in gradients])
    print("clipped, then mean ", each.mean(axis=0).round(3).tolist())


# --8<-- [end:clipped_too_soon]


# --8<-- [start:rescaled]
def rescaled():
    """Print the sharpness of one function with rescaled weights."""
    for c in (1, 3, 10):
        a, b = 1.0 * c, 1.0 / c
        print(f"c = {c:2}: loss {product_loss([a, b]):.1f}, a·b = {a * b:.1f}", end=", ")
        print(f"sharpness {product_sharpness([a, b]):.2f}")


# --8<-- [end:rescaled]
