"""The same numbers by the topic's own programs."""

import numpy as np

from snippets.gradient_pathologies.bias import memory_gradient
from snippets.gradient_pathologies.cliffs import clipped
from snippets.gradient_pathologies.initial import he_spread, orthogonal, xavier_spread


def starts():
    """Print the variance of several starts, times the fan-in, for 400 inputs and 100 outputs."""
    rng = np.random.default_rng(0)
    shape, limit = (100, 400), np.sqrt(3) * xavier_spread(400, 100)
    print(f"xavier  {400 * np.var(rng.normal(scale=xavier_spread(400, 100), size=shape)):.1f}")
    print(f"uniform {400 * np.var(rng.uniform(-limit, limit, size=shape)):.1f}")
    print(f"he      {400 * np.var(rng.normal(scale=he_spread(400), size=shape)):.1f}")
    print(f"lecun   {400 * np.var(rng.normal(scale=400**-0.5, size=shape)):.1f}")
    print(f"orthogonal {np.linalg.svd(orthogonal(100, rng), compute_uv=False).min():.2f}")


def default_start():
    """Print the variance of numbers spread evenly up to 1/√n on either side, times n."""
    limit = 400**-0.5
    print(f"{400 * np.var(np.random.default_rng(0).uniform(-limit, limit, size=(100, 400))):.2f}")


def lies():
    """Print a gradient clipped in two ways, one cut off, and one that goes straight through a rounding."""
    g = np.array([3.0, 100.0])
    after = clipped(g, 1.0)
    print(f"before {np.linalg.norm(g):.2f}, after {after[0]:.4f} {after[1]:.4f}")
    print("by value", np.clip(g, -1, 1).tolist())
    inputs = [4.0, 1.0, 0.0]
    for kept in (3, 1):
        # The loss of topic 02 is that of the last state alone; the targets of the others are what they are.
        print(f"uses {kept}: {memory_gradient(0.5, inputs, [4.0, 3.0, 1.0], kept)}")
    rounded = float(round(1.3))
    print(f"straight through: value {rounded}, slope {2 * rounded}")
