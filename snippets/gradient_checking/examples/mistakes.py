"""What the page prints below its common mistakes."""

import numpy as np

from snippets.gradient_checking.checker import gradient_error, measured_gradient
from snippets.gradient_checking.network import random_parameters, spiral_batch, spiral_loss
from snippets.gradient_checking.precision import stored_errors
from snippets.gradient_checking.suspects import missing_factor
from snippets.gradient_checking.unfinite import traced_head


# --8<-- [start:absolute_tolerance]
def absolute_tolerance():
    """Print a comparison of two slopes of 1e-5, one of them doubled."""
    claimed, measured = np.array([2e-5]), np.array([1e-5])
    print("np.allclose, atol=1e-4:", np.allclose(claimed, measured, atol=1e-4))
    print("relative error:        ", float(gradient_error(claimed, measured)))


# --8<-- [end:absolute_tolerance]


# --8<-- [start:modulus]
def modulus():
    """Print complex steps of |x| at -2, where the slope is -1."""
    z = -2 + 1e-30j
    print("np.abs     ", float(np.imag(np.abs(z))) / 1e-30)
    print("by the sign", (-z if z.real < 0 else z).imag / 1e-30)


# --8<-- [end:modulus]


# --8<-- [start:single_with_small_step]
def single_with_small_step():
    """Print the error of a right gradient's check in two types, two steps."""
    for name in ("float64", "float32"):
        errors = stored_errors(name, np.array([1e-5, 1e-3]))
        print(name, " h = 1e-5:", f"{errors[0]:.0e}", "  h = 1e-3:", f"{errors[1]:.0e}")


# --8<-- [end:single_with_small_step]


# --8<-- [start:at_zero]
def at_zero():
    """Print the check of a gradient without tanh's slope, at two places."""
    x, labels = spiral_batch()
    drawn = random_parameters()
    places = {
        "first layer 0": drawn | {"W1": 0 * drawn["W1"], "b1": 0 * drawn["b1"]},
        "drawn        ": drawn,
    }
    for name, place in places.items():
        measured = measured_gradient(lambda p: spiral_loss(p, x, labels), place)
        claimed = missing_factor(place, x, labels)
        print(name, f"{gradient_error(claimed['W1'], measured['W1']):.0e}")


# --8<-- [end:at_zero]


# --8<-- [start:other_masks]
def other_masks():
    """Print a slope through dropout, masks drawn anew or held."""
    x, w = np.linspace(1, 2, 8), 0.5

    def loss(w, rng):
        return np.mean((w * x * (rng.random(8) < 0.5) / 0.5 - 1) ** 2)

    fresh = np.random.default_rng(8)
    drawn = (loss(w + 1e-5, fresh) - loss(w - 1e-5, fresh)) / 2e-5
    ahead, behind = (loss(w + h, np.random.default_rng(8)) for h in (1e-5, -1e-5))
    mask = (np.random.default_rng(8).random(8) < 0.5) / 0.5
    print(f"masks drawn anew {drawn:12.1f}")
    print(f"one mask held    {(ahead - behind) / 2e-5:12.4f}")
    print(f"by the chain rule{np.mean(2 * (w * x * mask - 1) * x * mask):12.4f}")


# --8<-- [end:other_masks]


# --8<-- [start:whole_numbers]
def whole_numbers():
    """Print a central difference of w² at 3, in an array of integers."""
    for w in (np.array([3]), np.array([3.0])):
        moved = w.copy(), w.copy()
        moved[0][0], moved[1][0] = w[0] + 1e-5, w[0] - 1e-5
        print(f"{w.dtype!s:8}", round(float((moved[0] ** 2 - moved[1] ** 2)[0]) / 2e-5, 4))


# --8<-- [end:whole_numbers]


# --8<-- [start:entropy_slopes]
def entropy_slopes():
    """Print slopes of -p ln p, chosen after the logarithm and before it."""
    p = np.array([0.5, 0.5, 0.0])
    chosen, safe = np.where(p > 0, 1.0, 0.0), np.where(p > 0, p, 1.0)
    with np.errstate(all="ignore"):
        after, before = (chosen * -(np.log(q) + 1) for q in (p, safe))
    print("chosen after the logarithm ", after.round(3).tolist())
    print("chosen before the logarithm", (before + 0).round(3).tolist())


# --8<-- [end:entropy_slopes]


# --8<-- [start:scored]
def scored():
    """Print the accuracy of perfect predictions, labels in two shapes."""
    predicted = np.arange(12) % 3
    for shape in ((12,), (12, 1)):
        labels = predicted.reshape(shape)
        print(f"labels of shape {shape!s:8} accuracy {np.mean(predicted == labels):.3f}")


# --8<-- [end:scored]


# --8<-- [start:nan_to_zero]
def nan_to_zero():
    """Print a gradient whose NaN was replaced, and the true one."""
    trace = traced_head([2.0, 1.0, 800.0], label=0)
    print("NaN replaced by 0", np.nan_to_num(trace["d_scores"]).tolist())
    powers = np.exp(trace["scores"] - trace["scores"].max())
    print("p - y, safely    ", (powers / powers.sum() - [1, 0, 0]).tolist())


# --8<-- [end:nan_to_zero]
