"""Figures of overflow and rounding: a formula as written, and the same formula repaired."""

import matplotlib.pyplot as plt
import numpy as np

from snippets.losses_and_activations.precision import exact_softplus, relative_errors, rounding_border
from snippets.losses_and_activations.stable import log_loss, log_loss_of_probability, naive_softplus, softplus
from snippets.style import note


def softplus_precision():
    """Relative error of ln(1 + e^z) in two number types: as written it climbs to 1, repaired it stays at rounding."""
    fig, axes = plt.subplots(2, 1, figsize=(6, 5.6), sharex=True)
    z = np.linspace(-45, 5, 151)
    kinds = [("float64", np.float64, (1e-17, 50)), ("float32", np.float32, (2e-9, 50))]
    for ax, (name, number, limits) in zip(axes, kinds, strict=True):
        for f, color in ((naive_softplus, "C3"), (softplus, "C0")):
            error = np.maximum(relative_errors(f, exact_softplus, z, number), limits[0] * 2)
            ax.semilogy(z, error, color=color, linewidth=1.4)
        border = -rounding_border(number)
        ax.vlines(border, limits[0], 1, color="C4", linestyle=":", linewidth=1.4)
        note(ax, f"$z={border:.1f}$", (border, np.sqrt(limits[0] * limits[1])), (-5, 0), "C4", ha="right")
        note(ax, "as written: nothing is left", (-44.5, 1), (0, 9), "C3", ha="left")
        note(ax, "repaired", (-44.5, np.finfo(number).eps), (0, 10), "C0", ha="left")
        ax.set_title(name)
        ax.set(ylabel="relative error", ylim=limits)
    axes[1].set_xlabel("$z$")
    fig.align_ylabels()
    return fig


def loss_through_probability():
    """Cross-entropy for y = 0 in float32: through the probability steps, then infinity; on the logit a line."""
    fig, ax = plt.subplots(figsize=(6, 4.4))
    z = np.arange(10, 24, 0.02).astype(np.float32)
    with np.errstate(divide="ignore"):
        through = log_loss_of_probability(z, np.float32(0))
    ax.plot(z, log_loss(z, 0), color="C0")
    ax.plot(z, np.where(np.isinf(through), np.nan, through), color="C3", linewidth=1.4)
    border = rounding_border(np.float32)
    ax.axvspan(border, 24, color="C3", alpha=0.12, linewidth=0)
    note(ax, "through $p$: infinite\nfrom here on", (border, 12), (8, 0), "C3", ha="left")
    note(ax, "on the logit", (20.5, 20.5), (-10, 4), "C0", ha="right")
    note(ax, "through $p$:\nsteps of rounding", (13.9, 15.6), (0, 6), "C3", ha="right")
    ax.set(xlabel="score $z$, with the label 0", ylabel="cross-entropy", xlim=(10, 24), ylim=(9.5, 24.5))
    return fig
