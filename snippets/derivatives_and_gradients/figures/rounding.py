"""The figure of the numerical derivative: two errors that pull in opposite directions."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.derivatives_and_gradients.rounding import best_central_step, best_forward_step
from snippets.derivatives_and_gradients.rounding import difference_errors as errors
from snippets.style import note


def difference_errors():
    """The error of two numerical derivatives of sin at 1 against the step h, both axes logarithmic."""
    fig, ax = plt.subplots(figsize=(6, 5))
    steps = np.logspace(-14, 0, 85)
    forward, central = errors(np.sin, np.cos, 1.0, steps)
    guides = [  # along each branch, a little aside: slope, a point it goes through, and how far
        ("$-1$", -1, (1e-11, 1e-4), (1e-13, 1e-9)),
        ("$1$", 1, (1e-4, 4e-4), (1e-6, 1e-1)),
        ("$2$", 2, (1e-2, 9e-7), (3e-4, 3e-1)),
    ]
    for name, slope, (h0, error0), ends in guides:
        h = np.array(ends)
        ax.loglog(h, error0 * (h / h0) ** slope, color="C4", linestyle="--", linewidth=1.2)
        note(ax, f"slope {name}", (h0, error0), (0, 0), "C4")
    for error, color, name, best in (
        (forward, "C1", "forward", best_forward_step(np.sin(1), -np.sin(1))),
        (central, "C0", "central", best_central_step(np.sin(1), -np.cos(1))),
    ):
        ax.loglog(steps, error, color=color, linewidth=1.4)
        ax.axvline(best, color=color, linestyle=":", linewidth=1.4)
        note(ax, name, (best, 1), (0, 0), color)
    ax.set(xlabel="step $h$", ylabel="error of the derivative")
    return fig
