"""The topic's examples in JAX."""

import jax
import jax.numpy as jnp
from jax.nn import initializers


def starts():
    """Print the variance of several starts, times the fan-in, for 400 inputs and 100 outputs."""
    key, shape = jax.random.key(0), (400, 100)
    xavier = initializers.glorot_normal()(key, shape)
    print(f"xavier  {400 * xavier.var():.1f}")
    uniform = initializers.glorot_uniform()(key, shape)
    print(f"uniform {400 * uniform.var():.1f}")
    he = initializers.he_normal()(key, shape)
    print(f"he      {400 * he.var():.1f}")
    lecun = initializers.lecun_normal()(key, shape)
    print(f"lecun   {400 * lecun.var():.1f}")
    q = initializers.orthogonal()(key, (100, 100))
    singular = jnp.linalg.svd(q, compute_uv=False)
    print(f"orthogonal {singular.min():.2f}")


def lies():
    """Print a gradient clipped by hand, one cut off by stop_gradient, and one that goes straight through a rounding."""
    g = jnp.array([3.0, 100.0])
    before = jnp.linalg.norm(g)
    after = g * jnp.minimum(1.0, 1.0 / before)
    print(f"before {before:.2f}, after {after[0]:.4f} {after[1]:.4f}")
    print("by value", jnp.clip(g, -1, 1).tolist())

    def loss(w, kept):
        h = 0.0
        for k, x in enumerate((4.0, 1.0, 0.0)):
            h = w * (h if k > 3 - kept else jax.lax.stop_gradient(h)) + x
        return (h - 1) ** 2 / 2

    for kept in (3, 1):
        print(f"uses {kept}: {jax.grad(loss)(0.5, kept)}")

    def straight(z):
        return z + jax.lax.stop_gradient(jnp.round(z) - z)

    slope = jax.grad(lambda z: straight(z) ** 2)(1.3)
    print(f"straight through: value {straight(1.3)}, slope {slope}")
