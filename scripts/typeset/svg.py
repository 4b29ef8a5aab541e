"""Figures as smaller SVG, by SVGO: about half off what Matplotlib writes."""

from scripts.foundation.paths import FRONTEND
from scripts.typeset.node import ask

# What decides how small, beside SVGO.
PROGRAM = FRONTEND / "bridge" / "svg.js"


def shrink_svg(svg: str) -> str:
    """Return an equal picture in fewer bytes, the same ones every time."""
    return str(ask("svg.shrinkFigure", svg))
