"""What the pages print about units, plateaus, cliffs and paths."""

from functools import partial

import numpy as np

from snippets.gradient_pathologies.cliffs import power_loss, power_loss_slope, walk_to
from snippets.gradient_pathologies.pathways import (
    ends_of,
    normalized_block,
    plain_block,
    residual_block,
    train_stack,
    typical_share,
    wave,
)
from snippets.gradient_pathologies.stacks import deltas, draw_stack, factor_per_layer, pre_activations
from snippets.gradient_pathologies.units import start_with_silent, watch
from snippets.losses_and_activations.activations import tanh_slope


# --8<-- [start:saturation_and_growth]
def saturation_and_growth():
    """Print what tanh units of 30 layers, width 64, do for four gains."""
    print("gain  mean slope  below 0.01  factor of a layer")
    for gain in (0.5, 1, 2, 4):
        rng, slopes, lengths = np.random.default_rng(9), [], []
        for _ in range(20):
            W = draw_stack(30, 64, gain, rng)
            zs = pre_activations(W, rng.normal(size=64), np.tanh)
            found = deltas(W, zs, tanh_slope, rng.normal(size=64))
            slopes.append(tanh_slope(zs[:-1]))
            lengths.append(np.log(np.linalg.norm(found, axis=1)))
        factor = factor_per_layer(np.exp(np.mean(lengths, axis=0)))
        flat = np.mean(np.array(slopes) < 0.01)
        print(f"{gain:<5} {np.mean(slopes):9.3f} {flat:11.1%} {factor:18.3f}")


# --8<-- [end:saturation_and_growth]


# --8<-- [start:come_back]
def come_back():
    """Print how many of 100 silent units are active again, by layer."""
    for layer in (1, 2):
        starts = [start_with_silent(layer, np.random.default_rng(seed)) for seed in range(100)]
        networks = [np.array(parts) for parts in zip(*starts, strict=True)]
        back = watch(networks, 0.1, 1000, layer).max(axis=0) > 0
        print(f"silent in layer {layer}: {back.sum()} of 100 come back")


# --8<-- [end:come_back]


# --8<-- [start:plateau_and_cliff]
def plateau_and_cliff():
    """Print loss and slope of a weight that is used 20 times."""
    print("w       loss           slope")
    for w in (0.5, 0.8, 0.95, 1.0, 1.1, 1.3):
        print(f"{w:<5} {power_loss(w):10.4f} {power_loss_slope(w):14.6f}")


# --8<-- [end:plateau_and_cliff]


# --8<-- [start:off_the_cliff]
def off_the_cliff():
    """Print one step from the cliff, and walks that are clipped to 1."""
    slope = power_loss_slope(1.3)
    print(f"one step, rate 0.01: from 1.3 to {1.3 - 0.01 * slope:.1f}")
    for start in (1.3, 0.8, 0.6):
        path = walk_to(start, 0.01, 1.0, 4000)
        near = int(np.argmax(np.abs(path - 1) < 0.01))
        print(f"clipped, from {start}: within 0.01 of 1 at step {near}")


# --8<-- [end:off_the_cliff]


# --8<-- [start:with_and_without]
def with_and_without():
    """Print how long a gradient is after 10, 30 and 60 blocks down."""
    rows = ("plain, gain 1", plain_block, 1), ("plain, gain √2", plain_block, 2)
    rows += ("residual, gain 1", residual_block, 1), ("normalized, gain 1", normalized_block, 1)
    print("blocks                   10       30       60")
    for name, block, square in rows:
        shares = [typical_share(block, square**0.5, depth) for depth in (10, 30, 60)]
        print(f"{name:18}" + " ".join(f"{share:8.1e}" for share in shares))
    shares = [typical_share(partial(residual_block, scale=d**-0.5), 1, d) for d in (10, 30, 60)]
    print("residual, scaled  " + " ".join(f"{share:8.1e}" for share in shares))


# --8<-- [end:with_and_without]


# --8<-- [start:trained]
def trained():
    """Print the loss of 30 blocks after 300 steps, for four rates."""
    scaled = partial(residual_block, scale=30**-0.5)
    rows = ("plain, gain 1", plain_block, 1), ("plain, gain √2", plain_block, 2)
    rows += ("normalized, gain 1", normalized_block, 1), ("residual, scaled", scaled, 1)
    print("rate               0.003    0.01    0.03     0.1")
    for name, block, square in rows:
        losses = []
        for rate in (0.003, 0.01, 0.03, 0.1):
            rng, (X, T) = np.random.default_rng(1), wave()
            ends = ends_of(32, rng)
            weights = draw_stack(30, 32, square**0.5, rng)
            losses.append(train_stack(block, weights, ends, X, T, [rate] * 300)[-1])
        print(f"{name:18}" + "".join(f"{loss:8.4f}" for loss in losses))


# --8<-- [end:trained]


# --8<-- [start:remember]
def remember():
    """Print what is left of a cell's gradient after 50 steps of its gate."""
    print("bias   gate    after 50 steps")
    for bias in (0, 1, 3, 5):
        gate = 1 / (1 + np.exp(-bias))
        print(f"{bias:3} {gate:8.4f} {gate**50:14.1e}")


# --8<-- [end:remember]
