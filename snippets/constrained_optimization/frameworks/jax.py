"""The topic's examples in JAX."""

import jax
import jax.numpy as jnp


def project_after_step():
    """Print the end of projected descent in the unit disk, and the multiplier."""

    def loss(w):
        return w[0] ** 2 + w[0] * w[1] + w[1] ** 2 - 5 * w[0] - 3 * w[1]

    w = jnp.zeros(2)
    for _ in range(100):
        slope = jax.grad(loss)(w)
        w = w - 0.2 * slope
        w = w / jnp.maximum(jnp.linalg.norm(w), 1)
    print("w ", w)
    print("mu", -(slope @ w).item())


def clipped_inside():
    """Print the slope of (clip(w) - 0.5)² for a w inside the box from 0 to 1, on its edge, and outside."""

    def loss(w):
        return jnp.sum((jnp.clip(w, 0, 1) - 0.5) ** 2)

    print(jax.grad(loss)(jnp.array([0.75, 1.0, 1.5])))


def lasso_by_both():
    """Print lasso's weights by proximal steps, and by steps along the slope of the L1 term."""
    X = jnp.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    y = jnp.array([3.0, 1.0, 2.0])

    def loss(w):
        return jnp.sum((X @ w - y) ** 2) / 2 + 3 * jnp.abs(w).sum()

    proximal = w = jnp.zeros(2)
    for _ in range(100):
        stepped = proximal - 0.3 * X.T @ (X @ proximal - y)
        proximal = jnp.sign(stepped) * jnp.maximum(jnp.abs(stepped) - 0.3 * 3, 0)
        w = w - 0.3 * jax.grad(loss)(w)
    print("proximal", proximal)
    print("slopes  ", w)


def descend_and_ascend():
    """Print the best split of six days, and its price: descent in the days, ascent in the multiplier."""

    def lagrangian(days, lam):
        h = days.sum() - 6
        return 4 / days[0] + 1 / days[1] + lam * h + h**2 / 2

    days, lam = jnp.array([3.0, 3.0]), jnp.array(0.0)
    both = jax.jit(jax.grad(lagrangian, argnums=(0, 1)))
    for _ in range(1000):
        slope, h = both(days, lam)
        days, lam = days - 0.2 * slope, lam + 0.2 * h
    print("days  ", days)
    print("lambda", lam.item())


def price_by_backward():
    """Print the slope of the least error in the budget, through every step of the search."""

    def error(x, budget):
        return 4 / x + 1 / (budget - x)

    def least(budget, hold):
        def step(x, _):
            return x - 1.0 * jax.grad(error)(x, budget), None

        x, _ = jax.lax.scan(step, budget / 2, length=100)
        return error(hold(x), budget)

    for hold in (lambda x: x, jax.lax.stop_gradient):
        print(jax.grad(least)(6.0, hold).item())
