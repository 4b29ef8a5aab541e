"""The topic's examples in JAX."""

import jax
import jax.numpy as jnp
from jax.test_util import check_grads


def both_products():
    """Print a softmax pushed forward and pulled back, and the number in which both agree."""
    z = jnp.array([1.0, 2.0, 3.0])
    v, u = jnp.array([1.0, 0.0, 0.0]), jnp.array([0.0, 1.0, 2.0])
    _, pushed = jax.jvp(jax.nn.softmax, (z,), (v,))
    _, pull_back = jax.vjp(jax.nn.softmax, z)
    (pulled,) = pull_back(u)
    print("J v ", pushed)
    print("Jᵀu ", pulled)
    print("both", u @ pushed, pulled @ v)


def whole_jacobian():
    """Print a Jacobian, built by rows and by columns."""

    def polar(point):
        r, angle = point
        return jnp.stack([r * jnp.cos(angle), r * jnp.sin(angle)])

    point = jnp.array([2.0, 0.5])
    print("rows, by VJPs", jax.jacrev(polar)(point), sep="\n")
    print("columns, by JVPs", jax.jacfwd(polar)(point), sep="\n")


def checked():
    """Print what a check says of a pull-back that is right, and of one without its factor."""
    for factor in (2, 1):
        square = jax.custom_vjp(lambda x: x * x)
        square.defvjp(lambda x: (x * x, x), lambda x, u, factor=factor: (factor * x * u,))
        try:
            check_grads(square, (jnp.array([1.0, 3.0]),), order=1, modes=["rev"])
            print(True)
        except AssertionError:
            print(False)
