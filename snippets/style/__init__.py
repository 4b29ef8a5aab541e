"""The look of the figures: one base style, a light and a dark one, and the few marks that every figure uses.

    with matplotlib.style.context(THEMES["dark"]):
        figure = secants_to_tangent()

A figure names colors by role only: "C0" the function, "C1" the tangent or the second thing, "C2" the third, "C3" what
goes wrong, "C4" helper lines, "C5" one more. What the roles look like is the theme's business.
"""

from pathlib import Path

import matplotlib as mpl
import numpy as np
from matplotlib.colors import LinearSegmentedColormap, to_rgb

HERE = Path(__file__).parent
THEMES = {theme: [HERE / "base.mplstyle", HERE / f"{theme}.mplstyle"] for theme in ("light", "dark")}

# Low to high. Both ends stand out from their paper, and lightness changes in one direction only.
COLORMAPS = {
    "nabla_light": ["#d5e6dc", "#8fc4b8", "#3f958d", "#0b6e69", "#063f40"],
    "nabla_dark": ["#1f4446", "#2b6c69", "#3f9a92", "#7ad3c8", "#d6f5ee"],
}
for name, colors in COLORMAPS.items():
    mpl.colormaps.register(LinearSegmentedColormap.from_list(name, colors), name=name, force=True)


def note(ax, text, at, offset=(0, 0), color=None, **kwargs):
    """Text at a point in data coordinates, moved by offset in points; color names a role."""
    style = {"ha": "center", "va": "center", "zorder": 9, "color": color or mpl.rcParams["text.color"]}
    return ax.annotate(text, at, offset, textcoords="offset points", **(style | kwargs))


def plate(tint="C0", alpha=0):
    """A box of paper for a note that stands on lines: note(..., bbox=plate()); in an area, of its color and alpha."""
    paper, ink = (np.array(to_rgb(color)) for color in (mpl.rcParams["figure.facecolor"], tint))
    face = paper + alpha * (ink - paper)
    return {"boxstyle": "round,pad=0.12,rounding_size=0.3", "facecolor": face, "linewidth": 0}


def scientific(number):
    r"""A number in TeX with one digit and a power of ten.

    >>> print(scientific(2.1e-8))
    2 \cdot 10^{-8}
    """
    digit, exponent = f"{number:.0e}".split("e")
    return rf"{digit} \cdot 10^{{{int(exponent)}}}"


def dot(ax, *at, color="C0", **kwargs):
    """A point with a rim of paper; at holds the coordinates, two or three."""
    paper = mpl.rcParams["figure.facecolor"]
    style = {"marker": "o", "linestyle": "none", "markeredgecolor": paper, "zorder": 8} | kwargs
    return ax.plot(*([c] for c in at), color=color, **style)


def arrow(ax, tail, head, color="C0", **kwargs):
    """A straight arrow between two points in data coordinates."""
    style = {"arrowstyle": "-|>,head_width=0.32,head_length=0.6", "color": color, "linewidth": 2.2}
    style |= {"shrinkA": 0, "shrinkB": 0, "mutation_scale": 13} | kwargs
    return ax.annotate("", head, tail, arrowprops=style, zorder=7)


def grid(x_span, y_span, n=25):
    """Points of a rectangle as an array of shape (2, n, n): all x, then all y."""
    return np.array(np.meshgrid(np.linspace(*x_span, n), np.linspace(*y_span, n)))


def surface(ax, f, points, **kwargs):
    """The graph of f over points of shape (2, n, n) as a tinted net, drawn beneath all else in the 3D axes."""
    style = {"rstride": 1, "cstride": 1, "cmap": mpl.rcParams["image.cmap"], "linewidth": 0.35}
    style |= {"edgecolor": mpl.rcParams["figure.facecolor"], "zorder": 1}
    ax.computed_zorder = False  # mplot3d's guess hides what lies on the surface; zorder decides instead
    return ax.plot_surface(*points, f(points), **(style | kwargs))
