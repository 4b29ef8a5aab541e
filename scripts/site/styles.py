"""Drops from a built site what none of its pages can use of the theme: its scripts, and most rules of its stylesheets.

PurgeCSS decides about the rules, by the pages and by the words of our scripts; `frontend/bridge/stylesheets.js` says
how. A builder without this step makes the same pages, only heavier.
"""

import shutil
from pathlib import Path

from scripts.typeset.node import ask


def purge_theme(site: Path) -> None:
    """Drop what is not used from the theme's scripts and the stylesheets in a built site."""
    assets = site / "assets"
    # The script of the pages is ours (docs/theme/main.html).
    shutil.rmtree(assets / "javascripts", ignore_errors=True)
    for source_map in (assets / "stylesheets").glob("*.map"):
        source_map.unlink()
    users = [*sorted(site.rglob("*.html")), *sorted(assets.rglob("*.js"))]
    sheets = [path for folder in ("stylesheets", "generated") for path in sorted((assets / folder).glob("*.css"))]
    texts = [path.read_text(encoding="utf-8") for path in sheets]
    for path, text in zip(sheets, ask("stylesheets.purge", [str(path) for path in users], texts), strict=True):
        path.write_text(text, encoding="utf-8", newline="\n")
