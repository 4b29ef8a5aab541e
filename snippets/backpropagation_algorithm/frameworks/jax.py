"""The topic's examples in JAX."""

import jax
import jax.numpy as jnp


def one_step():
    """Print loss and gradients of a network with two inputs, two hidden units and one logit, for a batch of three."""
    x = jnp.array([[1.0, 0.0], [0.0, 2.0], [-1.0, 1.0]])
    y = jnp.array([[1.0], [0.0], [1.0]])
    start = [[1.0, -0.5], [0.5, 1.0]], [0.0, 0.5], [[2.0, -1.0]], [0.25]

    def mean_loss(parameters):
        w1, b1, w2, b2 = parameters
        z = jnp.tanh(x @ w1.T + b1) @ w2.T + b2
        return jnp.mean(jax.nn.softplus(z) - y * z)

    parameters = [jnp.array(values) for values in start]
    loss, gradients = jax.value_and_grad(mean_loss)(parameters)
    print(f"loss {loss:.4f}")
    for gradient in gradients:
        print(*(f"{g:.4f}" for g in gradient.flatten()))


def own_layer():
    """Print a tanh with a backward pass of our own: its value, and what it hands down."""

    @jax.custom_vjp
    def tanh(z):
        return jnp.tanh(z)

    def forward(z):
        a = jnp.tanh(z)
        return a, a  # the value, and what to keep

    def backward(a, u):
        return (u * (1 - a**2),)

    tanh.defvjp(forward, backward)
    a, pull_back = jax.vjp(tanh, jnp.array([0.0, 1.0]))
    (to_z,) = pull_back(jnp.array([5.0, 5.0]))
    print(*(f"{value:.4f}" for value in a))
    print(*(f"{value:.4f}" for value in to_z))


def normalized():
    """Print batch norm's gradients for one feature of four examples, in training and in evaluation."""
    x = jnp.array([[1.0], [7.0], [9.0], [15.0]])
    u = jnp.array([[1.0], [2.0], [0.0], [1.0]])
    mean, variance = 0.1 * x.mean(0), 0.9 + 0.1 * x.var(0, ddof=1)

    def training(x):
        return (x - x.mean(0)) / jnp.sqrt(x.var(0))

    def evaluation(x):
        return (x - mean) / jnp.sqrt(variance)

    for mode in (training, evaluation):
        _, pull_back = jax.vjp(mode, x)
        (to_x,) = pull_back(u)
        print(mode.__name__, *(f"{value:.4f}" for value in to_x.flatten()))
    print(f"collected {mean[0]:.4f} {variance[0]:.4f}")


def branch():
    """Print the slope at 2 of a function with a branch, without jit, and what happens with it."""

    def bent(x):
        return x * x if x > 0 else -x

    print(f"slope {jax.grad(bent)(2.0):.1f}")
    try:
        jax.jit(jax.grad(bent))(2.0)
    except jax.errors.TracerBoolConversionError as error:
        print("with jit:", type(error).__name__)


def segments():
    """Print the gradient of four tanh layers in two segments, and how many layers will run."""

    def segment(x):
        return jnp.tanh(jnp.tanh(x))

    def runs(program):  # of tanh, in the programs that it calls as well
        called = [e.params["jaxpr"] for e in program.eqns if "jaxpr" in e.params]
        here = sum(e.primitive.name == "tanh" for e in program.eqns)
        return here + sum(map(runs, called))

    for step in (segment, jax.checkpoint(segment)):
        gradient = jax.grad(lambda x, f=step: f(f(x)))
        count = runs(jax.make_jaxpr(gradient)(0.5).jaxpr)
        print(f"gradient {gradient(0.5):.4f}, layers run {count}")
