"""The numbers of the lab."""

import numpy as np
import sympy as sp
from scipy import optimize

from snippets.gradient_pathologies.numbers.derived import HALF, XAVIER, M, N

ANGLE = 2 * np.pi * np.arange(24) / 24


def _border():
    """The gain at which a wide tanh layer whose signal has died out keeps a gradient."""
    slope = sp.diff(sp.tanh(N), N).subs(N, 0)
    return optimize.brentq(lambda gain: gain**2 * float(slope) ** 2 - 1, 0.5, 2)


def _silent():
    """Loss of a network that always answers 0."""
    return np.mean(np.sin(3 * ANGLE) ** 2) / 2


def _orthogonal(gain=1.6, depth=32):
    """Mean over both seeds of the lowest loss at the rate 0.01, from orthogonal layers, with the examples in rows."""
    X, T, lowest = np.stack([np.cos(ANGLE), np.sin(ANGLE)], axis=1), np.sin(3 * ANGLE), []
    for seed in (0, 1):
        rng, found = np.random.default_rng(seed), []
        start, end = rng.normal(size=(20, 2)), rng.normal(size=20) / np.sqrt(20)
        layers = gain * np.array([np.linalg.qr(W)[0] for W in rng.normal(size=(depth, 20, 20))])
        for _ in range(150):
            signals = [np.tanh(X @ start.T)]
            for W in layers:
                signals.append(np.tanh(signals[-1] @ W.T))
            error = (signals[-1] @ end - T) / 24
            found.append(24 * (error @ error) / 2)
            u, slopes = np.outer(error, end), []
            for W, a, below in zip(layers[::-1], signals[:0:-1], signals[-2::-1], strict=True):
                u = u * (1 - a**2)
                slopes.append(u.T @ below)
                u = u @ W
            layers = layers - 0.01 * np.array(slopes[::-1])
        lowest.append(min(found))
    return np.mean(lowest)


def lab_the_lab():
    """The lab."""
    yield "in layers of width 20", ...
    yield "information propagation*, ICLR 2017)", ...
    yield (
        r"mean 0 and a variance $q$. The next layer has $q' = g^2 \operatorname{E}[\tanh^2(\sqrt{q}\, t)]$",
        ...,
        ...,
        ...,
    )
    yield r"by $$\chi = g^2 \operatorname{E}\left[ \tanh'(\sqrt{q}\, t)^2 \right] .$$", ..., ...
    yield "Below 1 gradients vanish, above 1", ..., ...
    yield r"to $g = 1$ the signal dies out, all units are near 0, and $\chi = g^2$", _border(), ..., ...
    yield r"$\chi = g^2$. Above 1", ..., ...
    yield "So $g = 1$", _border()
    yield "stack of width 20", ...
    yield "says? We stack 40", ...
    yield "crosses 1 at gain 1", ..., _border()
    yield "and 20 is not infinite. The shape is right: a steep rise up to 1", ..., ...
    yield r"of 1,000 after $K = 2 \ln 1000 / |\ln \chi|$ layers. Near $g = 1$", ..., 1 / HALF, ..., _border()
    yield r"one output, $\sin 3\alpha$", ...
    yield "biases.) 24 examples, full batch, 150", ..., ...
    yield "answers 0 has the loss 0.25", ..., _silent()
    yield "which a gradient has changed by a factor of 1,000", ...
    yield "lost a factor of 1,000", ...
    yield "at $g = 1$", _border()
    yield "start, $g = 1$", sp.sqrt(N * (XAVIER / (N + M)).subs(M, N))
    yield "width 20, plain descent, 150", ..., ...
    yield "at 32 layers and gain 1.6 the loss falls below 0.0001", ..., ..., (_orthogonal(), 1e-4)
