"""The topic's examples in JAX."""

import jax
import jax.numpy as jnp


def hessian_vector():
    """Print a column of the folium's Hessian, by a product in two ways, and what the whole matrix is good for."""

    def f(p):
        x, y = p
        return x**3 + y**3 - 3 * x * y

    point, v = jnp.array([1.0, 0.5]), jnp.array([1.0, 0.0])
    print("product", jax.jvp(jax.grad(f), (point,), (v,))[1])
    print("product", jax.grad(lambda p: jax.grad(f)(p) @ v)(point))
    matrix = jax.hessian(f)(point)
    print("matrix", matrix)
    print("eigenvalues", jnp.linalg.eigvalsh(matrix))
    print("Newton's step", jnp.linalg.solve(matrix, -jax.grad(f)(point)))


def largest_curvature():
    """Print the largest curvature of the seedling's loss, by products alone, and the limit of the rate."""
    weeks = jnp.arange(5.0)
    heights = jnp.array([1.3, 2.4, 5.1, 7.4, 8.8])

    def loss(line):
        return jnp.mean((line[0] * weeks + line[1] - heights) ** 2)

    here, v = jnp.zeros(2), jnp.array([1.0, 0.0])
    for _ in range(20):
        _, v = jax.jvp(jax.grad(loss), (here,), (v / jnp.linalg.norm(v),))
    largest = jnp.linalg.norm(v)
    print(f"curvature {largest:.3f}, limit {2 / largest:.3f}")
