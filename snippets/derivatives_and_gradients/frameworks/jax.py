"""The topic's examples in JAX."""

import jax
import jax.numpy as jnp


def one_gradient():
    """Print the gradient of the polynomial at (1, 2), computed and measured."""

    def f(p):
        x, y = p
        return x**2 * y + 3 * x * y**2 + y**3

    point = jnp.array([1.0, 2.0])
    print("gradient", jax.grad(f)(point))
    for h in (1e-5, 5e-3):
        steps = h * jnp.eye(2)
        rises = [f(point + step) - f(point - step) for step in steps]
        slopes = (f"{rise / (2 * h):.2f}" for rise in rises)
        print(f"measured, h = {h}:", *slopes)


def training():
    """Print the line of the seedling after one step and after 500."""
    weeks = jnp.arange(5.0)
    heights = jnp.array([1.3, 2.4, 5.1, 7.4, 8.8])

    def loss(line):
        w, b = line
        return jnp.mean((w * weeks + b - heights) ** 2)

    line = jnp.zeros(2)
    slopes = jax.jit(jax.value_and_grad(loss))
    for step in range(501):
        value, gradient = slopes(line)
        if step in (0, 1, 500):
            w, b = line
            print(f"after {step}: w {w:.3f}, b {b:.3f}, loss {value:.3f}")
        line = line - 0.05 * gradient
