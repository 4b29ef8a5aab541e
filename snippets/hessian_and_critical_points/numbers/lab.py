"""The numbers of the lab: descent followed as a flow by SciPy's solver, the saddles as roots of its gradient."""

import math

import numpy as np
from scipy import integrate, optimize

from snippets.hessian_and_critical_points.curvature import numerical_hessian

INPUTS = np.linspace(-2, 2, 20)
WAVE = np.sin(2 * INPUTS) + 0.3 * INPUTS
UNITS, DECAY, RATE = 4, 0.001, 0.2


def loss(theta):
    """Return half the mean squared error plus decay; for the network that gives 0, half the mean square of the wave.

    >>> float(loss(np.zeros(13)) - np.mean(WAVE**2) / 2)
    0.0
    """
    a, b, c = theta[:12].reshape(3, 4)
    error = np.tanh(np.outer(INPUTS, a) + b) @ c + theta[12] - WAVE
    return np.mean(error**2) / 2 + DECAY / 2 * theta @ theta


def slopes(theta):
    """Return the gradient of the loss.

    >>> theta = np.linspace(-1, 1, 13)
    >>> bool(np.allclose(slopes(theta), optimize.approx_fprime(theta, loss), atol=1e-6))
    True
    """
    a, b, c = theta[:12].reshape(3, 4)
    hidden = np.tanh(np.outer(INPUTS, a) + b)
    error = (hidden @ c + theta[12] - WAVE) / len(INPUTS)
    back = error[:, None] * c * (1 - hidden**2)
    return np.concatenate([INPUTS @ back, back.sum(0), error @ hidden, [error.sum()]]) + DECAY * theta


def flow(steps):
    """Return the path of steepest descent without steps: a function of the number of steps that descent would take."""
    start = 0.0003 * np.random.default_rng(2).normal(size=13)
    path = integrate.solve_ivp(
        lambda _, theta: -slopes(theta),
        (0, RATE * steps),
        start,
        method="LSODA",
        rtol=1e-8,
        atol=1e-12,
        dense_output=True,
    )
    return lambda step: path.sol(RATE * step)


def the_lab():
    """The lab."""
    parameters = 3 * UNITS + 1
    path = flow(45_000)
    high, low = (optimize.root(slopes, path(step), tol=1e-14).x for step in (20, 15_000))
    way_out = optimize.brentq(lambda step: loss(path(step)) - 0.95 * loss(low), 4000, 45_000)
    bend = np.linalg.eigvalsh(numerical_hessian(slopes, low))[0]
    growth = -RATE * bend
    yield "images. Ours has 13", parameters
    yield "optimization*, 2014) asked", ...
    yield r"$\hat y = c_1 \tanh(a_1 x + b_1) + \dots + c_4 \tanh(a_4 x + b_4) + d$. That makes 13", parameters
    yield r"on 20 points of a wave, plus a little weight decay, $0.0005\,\|\theta\|^2$", ..., DECAY / 2, ...
    yield "with $c = 0$", ...
    yield "vectors, shape `(many, 13)`", parameters
    yield "at 0.33, a fall, a long plateau at 0.015", loss(high), loss(low)
    yield "at 0.332 for some sixty steps, and then falls. From step 4,000", loss(high), ...
    yield "it stands at 0.015", loss(path(4000))
    yield "After more than 30,000", (0.8 * way_out, way_out)
    yield r"want $\nabla L = 0$, whatever the kind. So we make $\tfrac12\|\nabla L\|^2$", ..., ..., ...
    yield r"-(\mathbf{H}^2 + \mu \mathbf{I})^{-1", ..., ...
    yield r"With $\mu = 0$ it is Newton's step, $-\mathbf{H}^{-1} \nabla L$", ..., ...
    yield r"descent on $\|\nabla L\|^2$", ...
    yield "that is not 0", ...
    yield "curvature $-0.001$ and rate 0.2", bend, ...
    yield (
        r"factor 1.0002 per step. To grow a thousandfold takes $\ln 1000 / 0.0002 \approx 35{,}000$",
        1 + growth,
        ...,
        growth,
        round(math.log(1000) / round(growth, 4), -3),
    )
    yield "an anecdote. Now 240", ...
    yield "the point. Index 0", ...
    yield "one data set, 13", parameters
    yield "Set `DECAY = 0`", ...
    yield "has $c = 0$", ...
