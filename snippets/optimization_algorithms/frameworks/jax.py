"""The topic's examples in JAX, with Optax."""

import inspect

import jax
import jax.numpy as jnp
import optax


def three_steps():
    """Print where each optimizer is after three steps on w² + 10u² from (1, 1)."""
    optimizers = {
        "SGD": optax.sgd(0.03),
        "momentum": optax.sgd(0.03, momentum=0.9),
        "Nesterov": optax.sgd(0.03, momentum=0.9, nesterov=True),
        "Adam": optax.adam(0.03),
        "AdamW": optax.adamw(0.03, weight_decay=0.1),
    }
    gradient = jax.grad(lambda p: p[0] ** 2 + 10 * p[1] ** 2)
    for name, optimizer in optimizers.items():
        place = jnp.array([1.0, 1.0])
        state = optimizer.init(place)
        for _ in range(3):
            step, state = optimizer.update(gradient(place), state, place)
            place = optax.apply_updates(place, step)
        print(name, *(f"{x:.4f}" for x in place))


def defaults():
    """Print the settings that are taken if none are given."""
    for maker, names in (
        (optax.sgd, ("momentum", "nesterov")),
        (optax.rmsprop, ("decay", "eps", "eps_in_sqrt", "momentum")),
        (optax.adagrad, ("initial_accumulator_value", "eps")),
        (optax.adam, ("b1", "b2", "eps")),
        (optax.adamw, ("b1", "b2", "eps", "weight_decay")),
    ):
        settings = inspect.signature(maker).parameters
        shown = (f"{name} {settings[name].default}" for name in names)
        print(f"{maker.__name__}:", ", ".join(shown))


def details():
    """Print what becomes of four things that are easily taken for the same everywhere."""
    clip = optax.clip_by_global_norm(1.0)
    slopes = jnp.array([3.0, 4.0])
    clipped, _ = clip.update(slopes, clip.init(slopes))
    print("clipped:", *(f"{x:.4f}" for x in clipped))
    schedule = optax.cosine_decay_schedule(1.0, 4)
    rates = [schedule(k) for k in range(0, 9, 2)]
    print("cosine of 4 steps:", *(f"{rate:.2f}" for rate in rates))
    optimizer = optax.amsgrad(1.0, b1=0.0, b2=0.5)
    place = jnp.zeros(1)
    state, path = optimizer.init(place), []
    for slope in (10.0, -1.0, -1.0):
        step, state = optimizer.update(jnp.array([slope]), state, place)
        place = optax.apply_updates(place, step)
        path.append(float(place[0]))
    print("AMSGrad:", *(f"{x:.4f}" for x in path))
    place = jnp.zeros(1, dtype=jnp.float16)
    optimizer = optax.adam(0.001)
    step, _ = optimizer.update(place, optimizer.init(place), place)
    print("Adam, float16, slope 0:", float(step[0]))


def reference_paths():
    """Print ten steps of each optimizer on a slope that is not linear, to 15 digits, for the tests of ours."""
    jax.config.update("jax_enable_x64", True)
    optimizers = {
        "sgd": optax.sgd(0.02),
        "momentum": optax.sgd(0.02, momentum=0.8),
        "nesterov": optax.sgd(0.02, momentum=0.8, nesterov=True),
        "adagrad": optax.adagrad(0.2, initial_accumulator_value=0.0, eps=0.0),
        "rmsprop": optax.rmsprop(0.02, decay=0.9, eps=1e-8, eps_in_sqrt=False),
        "adam": optax.adam(0.05, b1=0.8, b2=0.95, eps=1e-3),
        "adamw": optax.adamw(0.05, weight_decay=0.3),
        "lion": optax.lion(0.05, b1=0.9, b2=0.99, weight_decay=0.3),
    }
    gradient = jax.grad(lambda p: 3 * p[0] ** 2 + jnp.sin(2 * p[0] * p[1]) + p[1] ** 4)
    for name, optimizer in optimizers.items():
        place = jnp.array([1.5, -0.5], dtype=jnp.float64)
        state = optimizer.init(place)
        for _ in range(10):
            step, state = optimizer.update(gradient(place), state, place)
            place = optax.apply_updates(place, step)
            print(name, *(f"{x:.15e}" for x in place.tolist()))
    jax.config.update("jax_enable_x64", False)
