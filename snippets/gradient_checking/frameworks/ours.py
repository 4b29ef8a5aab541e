"""The same numbers by the topic's own programs."""

import numpy as np

from snippets.gradient_checking import unfinite
from snippets.gradient_checking.checker import measured_gradient
from snippets.gradient_checking.watching import global_norm


def roots():
    """Print the slopes of a guarded result and of a guarded input."""
    x = np.array([4.0, 0.0])
    print(unfinite.chosen_root_slope(x).tolist())
    print(unfinite.guarded_root_slope(x).tolist())


def lengths():
    """Print the length of each gradient, by differences, and of all of them."""
    x = np.array([[1.0, 2.0], [0.5, -1.0], [-2.0, 0.0]])
    parameters = {"w": np.array([[1.0, -1.0], [0.5, 2.0]]), "b": np.array([0.1, -0.2])}
    slopes = measured_gradient(lambda p: (np.tanh(x @ p["w"].T + p["b"]) ** 2).mean(), parameters)
    print("b", f"{np.linalg.norm(slopes['b']):.4f}")
    print("w", f"{np.linalg.norm(slopes['w']):.4f}")
    print("all", f"{global_norm(slopes):.4f}")
