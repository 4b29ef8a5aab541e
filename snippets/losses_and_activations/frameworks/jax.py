"""The topic's examples in JAX."""

import jax
import jax.numpy as jnp


def kinks():
    """Print the slope at 0 of functions that have a kink there."""
    functions = {
        "relu": jax.nn.relu,
        "where": lambda t: jnp.where(t > 0, t, 0),
        "maximum": lambda t: jnp.maximum(t, 0),
        "clip": lambda t: jnp.clip(t, 0),
        "half of t + abs": lambda t: (t + jnp.abs(t)) / 2,
        "leaky_relu": jax.nn.leaky_relu,
        "abs": jnp.abs,
    }
    for name, f in functions.items():
        print(f"{name}: {jax.grad(f)(0.0):g}")


def gelu():
    """Print GELU at 2.7, exactly and by its approximation, and which of them is the default."""
    z = jnp.array(2.7)
    exact = jax.nn.gelu(z, approximate=False)
    by_tanh = jax.nn.gelu(z, approximate=True)
    print(f"exact {exact:.5f}, tanh {by_tanh:.5f}")
    is_exact = jax.nn.gelu(z) == exact
    print("the default is", "exact" if is_exact else "tanh")


def p_minus_y():
    """Print the cross-entropy of three scores, of which the second is right, and its gradient."""
    scores = jnp.array([2.0, 1.0, -1.0])

    def cross_entropy(z):
        return -jax.nn.log_softmax(z)[1]

    loss, gradient = jax.value_and_grad(cross_entropy)(scores)
    print(f"loss {loss:.4f}")
    print("gradient", *(f"{slope:.4f}" for slope in gradient))


def safe_sums():
    """Print log-sum-exp of two large scores, and softplus far to the left."""
    scores = jnp.array([710.0, 709.0])
    print(f"log-sum-exp {jax.nn.logsumexp(scores):.4f}")
    print(f"softplus {jax.nn.softplus(-20.0):.4e}")


def certain_and_wrong():
    """Print loss and slope of the score 17 with the label 0, through its probability and on the logit."""
    for loss in (
        lambda z: -jnp.log(1 - jax.nn.sigmoid(z)),
        lambda z: jax.nn.softplus(z),
    ):
        value, slope = jax.value_and_grad(loss)(17.0)
        print(f"loss {value:.4f}, slope {slope:.4f}")


def borders():
    """Print the score from which the sigmoid is rounded to one, in three number types."""
    scores = jnp.arange(0, 20, 0.01)
    for number in (jnp.float16, jnp.bfloat16, jnp.float32):
        certain = jax.nn.sigmoid(scores.astype(number)) == 1
        print(scores.astype(number).dtype, f"{scores[certain].min():.2f}")
