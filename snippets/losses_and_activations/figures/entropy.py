"""Figures of divergence: the tangent that keeps it above 0, and the two ways to fit one bell to two."""

import matplotlib.pyplot as plt
import numpy as np
from scipy import optimize, stats

from snippets.style import dot, note


def log_below_its_tangent():
    """The logarithm and its tangent at 1, below which it stays."""
    fig, ax = plt.subplots(figsize=(6, 3.6))
    x = np.linspace(0.06, 3.2, 200)
    ax.plot(x, np.log(x), color="C0")
    ax.plot(x, x - 1, color="C1")
    ax.axhline(0, color="C4", linewidth=0.8)
    dot(ax, 1, 0, color="C2")
    note(ax, "$x - 1$", (2.5, 1.5), (-24, 6), "C1")
    note(ax, "$\\ln x$", (2.6, np.log(2.6)), (6, -13), "C0")
    ax.set(xlabel="$x$", ylabel="height", xticks=[0, 1, 2, 3], ylim=(-2.6, 2.3), yticks=[-2, -1, 0, 1, 2])
    return fig


def two_divergences():
    """Two bells and the one bell that each divergence fits to them: it covers both, or chooses one."""
    x = np.linspace(-8, 8, 1601)
    q = 0.6 * stats.norm.pdf(x, -2, 0.7) + 0.4 * stats.norm.pdf(x, 2.5, 0.9)

    def bell(parameters):
        return stats.norm.pdf(x, parameters[0], np.exp(parameters[1])) + 1e-300

    forward = optimize.minimize(lambda t: -np.trapezoid(q * np.log(bell(t)), x), [0.0, 1.0], method="Nelder-Mead").x
    backward = optimize.minimize(
        lambda t: np.trapezoid(bell(t) * np.log(bell(t) / (q + 1e-300)), x), [-1.5, 0.0], method="Nelder-Mead"
    ).x
    fig, axes = plt.subplots(1, 2, figsize=(6, 3.4), sharey=True)
    for ax, fit, title in zip(axes, (forward, backward), ("KL$(q \\,\\|\\, p)$", "KL$(p \\,\\|\\, q)$"), strict=True):
        ax.fill_between(x, q, color="C4", alpha=0.25, linewidth=0)
        ax.plot(x, q, color="C4", linewidth=1.4)
        ax.plot(x, bell(fit), color="C0")
        ax.set(xlabel="$x$", xlim=(-6, 6), xticks=[-4, 0, 4], yticks=[0, 0.3, 0.6], ylim=(0, 0.66))
        ax.set_title(title, loc="center")
    note(axes[0], "data $q$", (-2.6, 0.38), (-12, 12), "C4")
    note(axes[0], "fit $p$", (0.6, 0.17), (12, 12), "C0")
    axes[0].set_ylabel("density")
    return fig
