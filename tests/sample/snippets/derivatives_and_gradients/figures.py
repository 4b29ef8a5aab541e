"""Figures."""

import matplotlib.pyplot as plt


def parabola():
    """Draw a parabola."""
    figure, axes = plt.subplots(figsize=(4, 3))
    axes.plot([-1, 0, 1], [1, 0, 1])
    axes.set(xlabel="$x$", ylabel="$y$")
    return figure
