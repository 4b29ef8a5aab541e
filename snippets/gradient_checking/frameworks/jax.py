"""The topic's examples in JAX."""

import inspect

import jax
import jax.numpy as jnp
from jax.test_util import check_grads, check_vjp


def checked_tanh():
    """Print what check_grads says of a tanh with a right pull-back, and of one that forgot a square."""
    z = jnp.array([0.3, -0.7])
    for power in (2, 1):
        tanh = jax.custom_vjp(jnp.tanh)
        tanh.defvjp(lambda z: (jnp.tanh(z), jnp.tanh(z)), lambda a, u, power=power: (u * (1 - a**power),))
        try:
            check_grads(tanh, (z,), order=1, modes=["rev"])
            print(True)
        except AssertionError as error:
            print(str(error).strip().splitlines()[0])


def tiny_gradients():
    """Print what a check says of a pull-back that is 0, where the slope is a millionth."""

    def flat(scale):
        small = jax.custom_vjp(lambda z: scale * jnp.tanh(z))
        small.defvjp(lambda z: (scale * jnp.tanh(z), None), lambda _, u: (0 * u,))
        return small

    for scale in (1e-6, 1.0):
        try:
            check_grads(flat(scale), (jnp.array([0.3]),), order=1, modes=["rev"])
            print(scale, "passes")
        except AssertionError:
            print(scale, "fails")


def defaults():
    """Print the step of the check, and what it says of a wrong slope in two number types."""
    print("eps", inspect.signature(check_vjp).parameters["eps"].default)
    flat = jax.custom_vjp(jnp.tanh)
    flat.defvjp(lambda z: (jnp.tanh(z), None), lambda _, u: (0 * u,))
    for double in (False, True):
        with jax.enable_x64(double):
            z = jnp.array([0.3, -0.7])
            try:
                check_grads(flat, (z,), order=1, modes=["rev"])
            except AssertionError as error:
                print(z.dtype, str(error).strip().splitlines()[0])


def single_precision():
    """Print which wrong factors pass a check in single precision, and which in double."""

    def scaled(factor):
        tanh = jax.custom_vjp(jnp.tanh)
        tanh.defvjp(lambda z: (jnp.tanh(z), jnp.tanh(z)), lambda a, u: (factor * u * (1 - a**2),))
        return tanh

    for double in (False, True):
        with jax.enable_x64(double):
            z = jnp.array([0.3, -0.7])
            for factor in (1.01, 1.001):
                try:
                    check_grads(scaled(factor), (z,), order=1, modes=["rev"])
                    print(z.dtype, factor, "passes")
                except AssertionError:
                    print(z.dtype, factor, "fails")


def at_a_kink():
    """Print what a check says of ReLU, away from its kink and on it."""
    for place in (0.5, 0.0):
        try:
            check_grads(jax.nn.relu, (jnp.array([place]),), order=1, modes=["rev"])
            print(place, True)
        except AssertionError:
            print(place, False)


def lengths():
    """Print the length of each gradient, and of all of them."""
    x = jnp.array([[1.0, 2.0], [0.5, -1.0], [-2.0, 0.0]])

    def loss(p):
        return (jnp.tanh(x @ p["w"].T + p["b"]) ** 2).mean()

    parameters = {"w": jnp.array([[1.0, -1.0], [0.5, 2.0]]), "b": jnp.array([0.1, -0.2])}
    lengths = jax.tree.map(jnp.linalg.norm, jax.grad(loss)(parameters))
    print("b", f"{lengths['b']:.4f}")
    print("w", f"{lengths['w']:.4f}")
    print("all", f"{jnp.hypot(lengths['w'], lengths['b']):.4f}")


def roots():
    """Print the slopes of a guarded result and of a guarded input."""
    x = jnp.array([4.0, 0.0])
    print(jax.grad(lambda x: jnp.where(x > 0, jnp.sqrt(x), 0.0).sum())(x))

    def guarded(x):
        safe = jnp.where(x > 0, x, 1.0)
        return jnp.where(x > 0, jnp.sqrt(safe), 0.0).sum()

    print(jax.grad(guarded)(x))


def where_born():
    """Print what the mode that looks for NaN says of the guarded result."""
    x = jnp.array([4.0, 0.0])
    with jax.debug_nans(True):
        try:
            jax.grad(lambda x: jnp.where(x > 0, jnp.sqrt(x), 0.0).sum())(x)
        except FloatingPointError as error:
            print(str(error).splitlines()[0])


def cut_off():
    """Print the length of each parameter's gradient, where one branch is detached."""
    x = jnp.array([1.0, -2.0])

    def loss(w):
        scores = jax.lax.stop_gradient(jax.nn.softmax(w["scores"] * x))
        return (scores * w["values"] * x).sum()

    w = {name: jnp.ones(2) for name in ("scores", "values")}
    for name, slopes in jax.grad(loss)(w).items():
        print(name, f"{jnp.linalg.norm(slopes):.4f}")


def edited_in_place():
    """Print what happens when an array is to be edited."""
    a = jnp.tanh(jnp.array([0.3, -0.7]))
    try:
        a[0] = a[0] ** 2
    except TypeError as error:
        print(str(error).split(".")[0])
    print(a.at[0].set(a[0] ** 2))
