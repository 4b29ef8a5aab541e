"""Drops from a built site's stylesheets what none of its pages can use: about half of the theme's rules and icons.

PurgeCSS decides, by the pages and by the words of the scripts; `frontend/bridge/stylesheets.js` says how. A builder
without this step makes the same pages, only heavier.
"""

from pathlib import Path

from scripts.typeset.node import ask


def purge_styles(site: Path) -> None:
    """Drop what is not used from the stylesheets in a built site."""
    assets = site / "assets"
    users = [*sorted(site.rglob("*.html")), *sorted(assets.rglob("*.js"))]
    sheets = [path for folder in ("stylesheets", "generated") for path in sorted((assets / folder).glob("*.css"))]
    texts = [path.read_text(encoding="utf-8") for path in sheets]
    for path, text in zip(sheets, ask("stylesheets.purge", [str(path) for path in users], texts), strict=True):
        path.write_text(text, encoding="utf-8", newline="\n")
