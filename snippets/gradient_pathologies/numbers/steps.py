"""The numbers of the lesson on small steps."""

from functools import cache

import numpy as np
import sympy as sp
from scipy.sparse import linalg

from snippets.gradient_pathologies.pathways import ends_of, loss_and_gradient, plain_block, wave
from snippets.gradient_pathologies.stacks import draw_stack


@cache
def _walk(seed, over, steps):
    """Ends, weights before each step, and losses of ten ReLU layers at the rate 0.4, warmed up over some steps."""
    rng, (X, T) = np.random.default_rng(seed), wave()
    ends, weights = ends_of(32, rng), [draw_stack(10, 32, 2**0.5, rng)]
    losses = []
    for step in range(steps):
        loss, gradient = loss_and_gradient(plain_block, weights[-1], ends, X, T)
        losses.append(loss)
        weights.append(weights[-1] - 0.4 * min(1, (step + 1) / over) * gradient)
    return ends, weights, losses


def _sharpness(ends, weights):
    """Largest eigenvalue of the Hessian, by Lanczos on complex steps through the linear piece of the network."""
    (A, c), (X, T) = ends, wave()

    def along(v):
        h, kept = X @ A.T, []
        moved = weights + 1e-30j * v.reshape(weights.shape)
        for W in moved:
            on = h.real > 0
            kept.append((on, h * on))
            h = kept[-1][1] @ W.T
        u, found = np.outer((h @ c - T) / len(X), c), []
        for W, (on, a) in zip(moved[::-1], kept[::-1], strict=True):
            found.append(u.T @ a)
            u = (u @ W) * on
        return np.ravel(found[::-1]).imag / 1e-30

    hessian = linalg.LinearOperator((weights.size, weights.size), matvec=along, dtype=float)
    return linalg.eigsh(hessian, k=1, which="LA", v0=np.ones(weights.size))[0][0]


def _start(seed):
    ends, weights, _ = _walk(seed, 50, 0)
    return _sharpness(ends, weights[0])


def _on_the_way(step):
    ends, weights, _ = _walk(2, 50, 201)
    return _sharpness(ends, weights[step])


def _ends(over):
    """Last losses of the four walks."""
    return [_walk(seed, over, 400)[2][-1] for seed in range(4)]


def _silent():
    """Loss of a network that always answers 0."""
    return float(np.mean(wave()[1] ** 2) / 2)


def _bend():
    """Second derivative of sin(3x), as a multiple of sin(3x)."""
    x = sp.Symbol("x")
    return sp.simplify(sp.diff(sp.sin(3 * x), x, 2) / sp.sin(3 * x))


def _limit():
    """The ηM from which on descent on a parabola with the curvature M escapes: |1 - ηM| = 1."""
    eta = sp.Symbol("eta", positive=True)
    return max(sp.solve(sp.Eq((1 - eta) ** 2, 1), eta))


def small_steps_the_top_of_the_page():
    """The top of the page."""
    yield "descent, the rate 0.4", ...
    yield "at 0.25, where it would be if the network always answered 0", _silent(), ...
    yield "from 0.008 to the same 0.4 over the first 50", 0.4 / 50, ..., ...
    yield "below 0.0001. For 350 of 400", (max(_ends(50)), 1e-4), 400 - 50, ...


def small_steps_how_far_a_gradient_holds():
    """How far a gradient holds."""
    yield "step of length 0", ...
    yield r"parabola $\frac{c}{2} x^2$ with $c > 0$ it is $c$; for $\sin(3x)$", ..., ..., ..., ...
    yield r"is $-9 \sin(3x)$, it is 9. For $x^4$", _bend(), ..., abs(_bend()), ...
    yield r"$M$, $\eta > 0$", ...
    yield r"At $\eta M = 0.1$ a tenth is new when the step ends. At $\eta M = 1$", ..., ...
    yield "be left. Beyond 2", _limit()
    yield r"with $1/M$. (What a step with $\eta M \le 1$", ..., ...
    yield "share is above 1", ...
    yield "curve sine of 3", ...
    yield "a fifth of 1", ...
    yield r"Left $\eta M = 0.2$, right $\eta M = 2$", ..., ...


def small_steps_warm_up():
    """Warm-up."""
    yield "With the rate 0.4", ...
    yield "to 288.5 where 5", _start(0), 2 / 0.4
    yield "grow from nearly 0", ...
    yield (
        r"from 250. By step 25 it is above $2/\eta$, 18.7 against 9.6",
        2 / (0.4 / 50),
        ...,
        ...,
        _on_the_way(25),
        2 / (0.4 * 26 / 50),
    )
    yield "is 5.5, at step 200 it is 5.1", _on_the_way(100), ..., _on_the_way(200)
    yield "learning models*, ICLR 2022)", ...
    yield "learning rate?*, NeurIPS 2024)", ...
    yield "ReLU layers over 400", ...
    yield "rate 0.4, three curves leave the picture or end on a level at 0.25", ..., _silent()
    yield "of 50 steps all four fall below 0.0001", ..., (max(_ends(50)), 1e-4)
    yield "The level at 0.25", _silent()
    yield "Goyal and others (2017)", ...
    yield "and beyond*, ICLR 2020)", ...
    yield "adaptive optimization*, AAAI 2021)", ...


def small_steps_what_a_gradual_gradient_is_and_is_not():
    """What a "gradual gradient" is, and is not."""
    yield "has M = 50", ...
    yield r"= 0.01 replace? Up to $0.01 \cdot 50 = 0.5$", ..., ..., ..., ...


def small_steps_a_common_mistake():
    """A common mistake."""
    yield "power 20](plateaus-and-cliffs.md), from 0.6, with a rate of 10", ..., ..., ...
    yield "the place of 0.01", ...
    yield r"Beyond $\eta M = 2$", _limit()
    yield "bear, 288.5 for 5", _start(0), 2 / 0.4
