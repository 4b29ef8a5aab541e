"""The figure of the numerical derivative: two errors that pull in opposite directions."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.derivatives_and_gradients.rounding import best_central_step, best_forward_step
from snippets.derivatives_and_gradients.rounding import difference_errors as errors
from snippets.style import note, scientific


def difference_errors():
    """The error of two numerical derivatives of sin at 1 against the step h, both axes logarithmic."""
    fig, ax = plt.subplots(figsize=(6, 5))
    steps = np.logspace(-14, 0, 85)
    forward, central = errors(np.sin, np.cos, 1.0, steps)
    guides = [  # beside each branch: its slope, a point on the guide, where it begins and ends, where the note stands
        (-1, (1e-11, 1e-4), (1e-13, 1e-9), (32, 7)),
        (1, (2e-3, 1.2e-2), (1e-6, 1e-1), (-27, 8)),
        (2, (1e-2, 5e-7), (3e-4, 2e-1), (27, -8)),
    ]
    for slope, (h0, error0), ends, place in guides:
        h = np.array(ends)
        ax.loglog(h, error0 * (h / h0) ** slope, color="C4", linestyle="--", linewidth=1.2)
        note(ax, f"slope ${slope}$", (h0, error0), place, "C4")
    for error, color, name, best, side in (
        (forward, "C1", "forward", best_forward_step(1, np.sin(1), np.cos(1), -np.sin(1)), "right"),
        (central, "C0", "central", best_central_step(1, np.sin(1), np.cos(1), -np.cos(1)), "left"),
    ):
        ax.loglog(steps, error, color=color, linewidth=1.4)
        ax.axvline(best, color=color, linestyle=":", linewidth=1.4)
        place = (-6, 0) if side == "right" else (6, 0)
        note(ax, f"best {name}\n$h={scientific(best)}$", (best, 1e-13), place, color, ha=side)
    ax.set(xlabel="step $h$", ylabel="error of the derivative", ylim=(1e-14, 3))
    return fig
