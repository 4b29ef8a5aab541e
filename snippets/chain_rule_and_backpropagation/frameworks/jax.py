"""The topic's examples in JAX."""

import jax
import jax.numpy as jnp


def one_neuron():
    """Print the loss of the neuron, and its rates with respect to weight, bias and input."""

    def loss(w, b, x):
        return 0.5 * (jax.nn.sigmoid(w * x + b) - 1) ** 2

    sweep = jax.value_and_grad(loss, argnums=(0, 1, 2))
    value, rates = sweep(0.5, -1.0, 2.0)
    print("loss", value)
    print("rates", *rates)


def layer_backward():
    """Print what comes of a sensitivity that is sent back through a layer."""
    weights = jnp.array([[1.0, 2.0, 0.0], [3.0, -1.0, 1.0]])
    a = jnp.array([1.0, 0.0, 2.0])
    _, pull_back = jax.vjp(jnp.matmul, weights, a)
    for_weights, for_inputs = pull_back(jnp.array([1.0, 2.0]))
    print("weights", for_weights.tolist())
    print("inputs", for_inputs.tolist())


def twice():
    """Print what a second backward pass does, and a factor that is held back."""
    square = jax.grad(lambda w: w * w)
    for _ in range(2):
        print("gradient", square(3.0))
    held = jax.grad(lambda w: w * jax.lax.stop_gradient(w))
    print("one factor held back", held(3.0))
