"""Figures as smaller SVG, by SVGO: about half off what Matplotlib writes."""

import json

from scripts.foundation.paths import FRONTEND, NODE_MODULES
from scripts.typeset.node import ask

# What decides how small, beside SVGO.
PROGRAM = FRONTEND / "bridge" / "svg.js"


def shrink_svg(svg: str) -> str:
    """Return an equal picture in fewer bytes, the same ones every time."""
    return str(ask("svg.shrinkFigure", svg))


def version() -> str:
    """Return SVGO's version."""
    return str(json.loads((NODE_MODULES / "svgo" / "package.json").read_text(encoding="utf-8"))["version"])
