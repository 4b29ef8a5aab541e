"""The course's typefaces, from their npm packages: small web fonts for the pages, and static ones for figures."""

import os
from functools import cache
from pathlib import Path

from scripts.paths import BUILD, NODE_MODULES

_SANS = NODE_MODULES / "@fontsource-variable" / "source-sans-3" / "files" / "source-sans-3-latin-wght-normal.woff2"
FIGURE_FONT = "Source Sans 3, weights 400 and 600"


@cache
def figure_fonts() -> list[Path]:
    """Return the fonts of figures as TrueType files, made from the pages' own, since Matplotlib reads nothing else."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    files = []
    for weight in (400, 600):
        path = BUILD / "fonts" / f"source-sans-3-{weight}.ttf"
        if not path.is_file():
            font = instantiateVariableFont(TTFont(_SANS), {"wght": weight}, updateFontNames=True)
            font.flavor = None
            path.parent.mkdir(parents=True, exist_ok=True)
            # Written apart and renamed: several processes may get here at once.
            partial = path.with_suffix(f".{os.getpid()}.part")
            font.save(partial)
            partial.replace(path)
        files.append(path)
    return files
