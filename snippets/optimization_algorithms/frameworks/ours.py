"""The same numbers by the topic's own programs."""

import numpy as np

from snippets.optimization_algorithms.optimizers import adam, adamw, momentum, nesterov, sgd


def three_steps():
    """Print where each optimizer is after three steps on w² + 10u² from (1, 1)."""

    def slope(p):
        return np.array([2, 20]) * p

    for name, path in (
        ("SGD", sgd(slope, [1, 1], 0.03, 3)),
        ("momentum", momentum(slope, [1, 1], 0.03, 3)),
        ("Nesterov", nesterov(slope, [1, 1], 0.03, 3)),
        ("Adam", adam(slope, [1, 1], 0.03, 3)),
        ("AdamW", adamw(slope, [1, 1], 0.03, 3, decay=0.1)),
    ):
        print(name, *(f"{x:.4f}" for x in path[-1]))
